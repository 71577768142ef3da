"""Turn a matrix into words: what stands in a cell, and what the signs mean."""

from stmtdiff.renderers.sheets import Row, Sheet
from stmtdiff.timeline.grid import Cell, Column, Matrix

LEGEND = (
    'A number: places where the phrase stands; "3 of 8": so many of the statements known of that year hold it; '
    '"0": known, and not there; "?": not known; "-": no release.'
)


def told(cell: Cell | None, *, forms: bool = False) -> str:
    """Return a cell in words: "2", "3 of 8", "0", "?", "-"; or the formula's wordings."""
    if cell is None:
        return "-"
    if not cell.is_known:
        return "?"
    if forms and cell.forms:
        return "; ".join(cell.forms)
    if cell.read == 1 or not cell.holding:
        return str(cell.count)
    return f"{cell.holding} of {cell.read}"


def heading(column: Column, matrix: Matrix) -> str:
    """Return how a column is called: by its series too where there are several."""
    several = len({one.series for one in matrix.columns}) > 1
    return f"{column.series}: {column.phrase}" if several and column.series else column.phrase


def title(matrix: Matrix) -> str:
    """Return what is shown: "2006 to 2014 in fomc"."""
    series = ", ".join(dict.fromkeys(filter(None, (column.series for column in matrix.columns))))
    years = f"{matrix.years[0]} to {matrix.years[-1]}" if matrix.years else "no years"
    return f"{years} in {series}" if series else years


def sheet(matrix: Matrix, *, forms: bool) -> Sheet:
    """Return the matrix as a table, a row a year."""
    rows = [
        Row((str(year), *(told(column.cells[at], forms=forms) for column in matrix.columns)))
        for at, year in enumerate(matrix.years)
    ]
    return Sheet(("year", *(heading(column, matrix) for column in matrix.columns)), tuple(rows))
