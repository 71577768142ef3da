"""HTML: a column for each language, a row for paragraphs that belong together, and under it what differs."""

from stmtdiff.parallel import Parallel
from stmtdiff.renderers.overtime import page
from stmtdiff.renderers.parallel import Options
from stmtdiff.renderers.parallel.view import finding, headline, language, notices, shown, title


def render(result: Parallel, options: Options) -> str:
    """Return the result as one page that a browser opens from a file."""
    return page(
        "parallel/page.html.jinja",
        title=title(result),
        kicker="One statement in two languages",
        finding=finding(result),
        headline=headline(result),
        sides=[(side.name, language(side), side.language) for side in (result.one, result.other)],
        notices=list(notices(result)),
        rows=list(shown(result, show_all=options.show_all)),
    )
