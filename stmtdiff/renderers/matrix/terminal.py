"""The terminal: a row a year, a column a phrase."""

from collections.abc import Iterator

from stmtdiff.renderers.lines import Line, Run, ansi_text, plain_text
from stmtdiff.renderers.matrix import Options
from stmtdiff.renderers.matrix.view import LEGEND, heading, sheet, title
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
    yield ()
    yield from lines_of(sheet(matrix, forms=options.forms), width)
    yield ()
    for column in matrix.columns:
        yield from indented([Run(visible(f"{heading(column, matrix)}: {column.summary}"))], width, hang="    ")
    yield from indented([Run(LEGEND, "dim")], width)
