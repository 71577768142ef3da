"""The terminal: what differs first, then row by row the paragraphs of both languages."""

from collections.abc import Iterator

from stmtdiff.parallel import Parallel
from stmtdiff.renderers.lines import Line, Run, ansi_text, plain_text
from stmtdiff.renderers.parallel import Options
from stmtdiff.renderers.parallel.view import Part, finding, headline, notices, shown, title
from stmtdiff.renderers.views import INDENT, indented
from stmtdiff.renderers.visible import visible


def render(result: Parallel, options: Options) -> str:
    """Return the result for a terminal of `options.width` cells, with ANSI styles if `options.color`."""
    lines = _lines(result, options)
    return ansi_text(lines) if options.color else plain_text(lines)


def _lines(result: Parallel, options: Options) -> Iterator[Line]:
    width = options.width
    yield from indented([Run(visible(title(result)), "bold")], width)
    yield from indented([Run(finding(result), "bold")], width)
    yield from indented([Run(headline(result))], width)
    for notice in notices(result):
        yield from indented([Run(f"! {visible(notice)}")], width, hang=INDENT)
    for row in shown(result, show_all=options.show_all):
        yield ()
        yield from indented([Run(visible(row.where), "bold")], width)
        for parts in (*row.one, *row.other):
            yield from indented(list(_runs(parts)), width, indent=INDENT)
        for told in row.told:
            yield from indented([Run(visible(told))], width, indent=INDENT, hang=INDENT)


def _runs(parts: tuple[Part, ...]) -> Iterator[Run]:
    for part in parts:
        yield Run(f"[{visible(part.text)}]" if part.differs else visible(part.text), "bold" if part.differs else "dim")
