"""HTML: a time line drawn as SVG, with all of it in a table below."""

from stmtdiff.renderers.history import Options
from stmtdiff.renderers.history.drawing import draw
from stmtdiff.renderers.history.view import counted, sheet, sources, title
from stmtdiff.renderers.marks import FATES
from stmtdiff.renderers.overtime import page
from stmtdiff.renderers.sheets import trimmed
from stmtdiff.timeline.entry import History


def render(history: History, options: Options) -> str:
    """Return the history as one page that a browser opens from a file."""
    return page(
        "history/page.html.jinja",
        title=title(history),
        kicker="A phrase over the years",
        headline=history.summary,
        counted=counted(history),
        drawing=draw(history),
        sheet=trimmed(sheet(history, show_all=options.show_all)),
        sources=sources(history),
        fates=FATES,
    )
