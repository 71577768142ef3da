"""The terminal: a row a year, a column a phrase; of several series a table a phrase, with a column a series."""

from collections.abc import Iterator

from stmtdiff.renderers.lines import Line, Run, ansi_text, plain_text
from stmtdiff.renderers.matrix import Options
from stmtdiff.renderers.matrix.view import LEGEND, answers, heading, is_across, sheets, title
from stmtdiff.renderers.sheets import lines_of
from stmtdiff.renderers.views import indented
from stmtdiff.renderers.visible import visible
from stmtdiff.timeline.grid import Matrix


def render(matrix: Matrix, options: Options) -> str:
    """Return the matrix for a terminal of `options.width` cells, with ANSI styles if `options.color`."""
    lines = _lines(matrix, options)
    return ansi_text(lines) if options.color else plain_text(lines)


def _lines(matrix: Matrix, options: Options) -> Iterator[Line]:
    width = options.width
    yield from indented([Run(visible(title(matrix)), "bold")], width)
    for answer in answers(matrix) if is_across(matrix) else ():
        yield from indented([Run(visible(answer))], width)
    for phrase, table in sheets(matrix, forms=options.forms):
        yield ()
        if phrase:
            yield from indented([Run(visible(f'"{phrase}"'), "bold")], width)
        yield from lines_of(table, width)
    yield ()
    for column in matrix.columns:
        yield from indented([Run(visible(f"{heading(column, matrix)}: {column.summary}"))], width, hang="    ")
    yield from indented([Run(LEGEND, "dim")], width)
