"""The terminal: how much is in brackets, what each step brought, and row by row what happened to each phrase."""

from collections.abc import Iterator

from stmtdiff.drafting import Drafts
from stmtdiff.renderers.drafts import Options
from stmtdiff.renderers.drafts.view import Cells, Told, counts, heads, sentence, title, told_of, where
from stmtdiff.renderers.lines import Line, Run, ansi_text, plain_text, unmarked
from stmtdiff.renderers.marks import MARKS
from stmtdiff.renderers.views import INDENT, indented
from stmtdiff.renderers.visible import visible


def render(result: Drafts, options: Options) -> str:
    """Return the drafts for a terminal of `options.width` cells, with ANSI styles if `options.color`."""
    lines = _lines(result, options)
    return ansi_text(lines) if options.color else plain_text(lines)


def _lines(result: Drafts, options: Options) -> Iterator[Line]:
    width = options.width
    yield from indented([Run(visible(title(result)), "bold")], width)
    for line in (*heads(result), *counts(result)):
        yield from indented([Run(visible(line))], width, hang=INDENT)
    told, cells = told_of(result), Cells(result)
    for number, row in enumerate(result.rows):
        if number not in told and not options.show_all:
            continue
        yield ()
        yield from indented([Run(visible(where(result, row)), "bold")], width)
        for index in row.cells[-1]:
            text = "".join(part.text for part in cells.parts(len(result.drafts) - 1, index))
            yield from indented([Run(unmarked(visible(text)))], width, indent=INDENT)
        for one in told.get(number, ()):
            yield from indented([Run(visible(sentence(one)), _style(one))], width, indent=INDENT, hang=INDENT * 2)


def _style(told: Told) -> str:
    return MARKS[told.event.direction].terminal if told.event.direction != "none" else "dim"
