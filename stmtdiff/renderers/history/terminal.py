"""The terminal: a summary, then a row for each release in which something happened."""

from collections.abc import Iterator

from stmtdiff.renderers.history import Options
from stmtdiff.renderers.history.view import counted, sheet, sources, title
from stmtdiff.renderers.lines import Line, Run, ansi_text, plain_text
from stmtdiff.renderers.sheets import lines_of
from stmtdiff.renderers.views import indented
from stmtdiff.renderers.visible import visible
from stmtdiff.timeline.entry import History


def render(history: History, options: Options) -> str:
    """Return the history for a terminal of `options.width` cells, with ANSI styles if `options.color`."""
    lines = _lines(history, options)
    return ansi_text(lines) if options.color else plain_text(lines)


def _lines(history: History, options: Options) -> Iterator[Line]:
    width = options.width
    yield from indented([Run(visible(f"{title(history)}; {counted(history)}"), "bold")], width)
    yield from indented([Run(visible(history.summary))], width)
    yield ()
    yield from lines_of(sheet(history, show_all=options.show_all), width)
    for number, (release, basis, source) in enumerate(sources(history)):
        if number == 0:
            yield ()
        yield from indented([Run(visible(f"{release}: {basis}, {source}"), "dim")], width, hang="    ")
