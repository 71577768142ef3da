"""CSV: a line for each cell, so that a data frame can turn the table any way."""

from collections.abc import Iterator

from stmtdiff.renderers.matrix import Options
from stmtdiff.renderers.sheets import csv_of
from stmtdiff.timeline.grid import Matrix

COLUMNS = ("series", "phrase", "year", "read", "holding", "unknown", "count", "forms")


def render(matrix: Matrix, options: Options) -> str:  # noqa: ARG001  # data has no view
    """Return the matrix as CSV; a year without a release has no line."""
    return csv_of(COLUMNS, _lines(matrix))


def _lines(matrix: Matrix) -> Iterator[tuple[str, ...]]:
    for column in matrix.columns:
        for year, cell in zip(matrix.years, column.cells, strict=True):
            if cell is not None:
                counts = map(str, (year, cell.read, cell.holding, cell.unknown, cell.count))
                yield column.series, column.phrase, *counts, "; ".join(cell.forms)
