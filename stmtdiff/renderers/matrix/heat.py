"""Work out the heat map of a matrix: a row for each phrase, a column for each year."""

from dataclasses import dataclass

from stmtdiff.renderers.matrix.view import heading, told
from stmtdiff.timeline.grid import Cell, Column, Matrix

_WIDE, _TALL, _TOP = 36, 30, 24  # pixels of a cell, of a row, and above the first
_LETTER = 7  # pixels of a letter, about
_LONGEST = 40  # letters of a row's label


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A cell: its shade by class name, empty where nothing is known; what it says, and in full."""

    x: int
    text: str
    look: str
    is_unknown: bool
    told: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A phrase: its label, cut to fit, and whole."""

    label: str
    whole: str
    y: int
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class YearLabel:
    """A year above its column."""

    label: str
    x: int


@dataclass(frozen=True, slots=True)
class HeatMap:
    """All that the template draws; positions in pixels, `wide` that of a cell."""

    width: int
    height: int
    wide: int
    years: tuple[YearLabel, ...]
    rows: tuple[HeatRow, ...]


def heat_map(matrix: Matrix) -> HeatMap:
    """Return a matrix as a heat map."""
    labels = [heading(column, matrix) for column in matrix.columns]
    left = 16 + _LETTER * max((min(len(label), _LONGEST) for label in labels), default=0)
    years = tuple(YearLabel(str(year), left + at * _WIDE + _WIDE // 2) for at, year in enumerate(matrix.years))
    rows = tuple(
        HeatRow(_cut(label), label, _TOP + at * _TALL, tuple(_cells(column, matrix, left)))
        for at, (label, column) in enumerate(zip(labels, matrix.columns, strict=True))
    )
    return HeatMap(left + len(years) * _WIDE + 8, _TOP + len(rows) * _TALL + 8, _WIDE, years, rows)


def _cut(label: str) -> str:
    return label if len(label) <= _LONGEST else label[: _LONGEST - 1] + "…"


def _cells(column: Column, matrix: Matrix, left: int) -> list[HeatCell]:
    return [
        HeatCell(left + at * _WIDE, _short(cell), _look(cell), bool(cell and not cell.is_known), _whole(year, cell))
        for at, (year, cell) in enumerate(zip(matrix.years, column.cells, strict=True))
    ]


def _short(cell: Cell | None) -> str:
    return told(cell).replace(" of ", "/")


def _look(cell: Cell | None) -> str:
    """Return the shade: none where nothing is known, then by the share of the statements that contain the phrase."""
    if cell is None or not cell.is_known:
        return ""
    return f"s{-(-4 * cell.holding // cell.read)}"


def _whole(year: int, cell: Cell | None) -> str:
    if cell is None:
        return f"{year}: no release"
    if not cell.is_known:
        return f"{year}: not known"
    forms = f": {'; '.join(cell.forms)}" if cell.forms else ""
    return f"{year}: in {cell.holding} of {cell.read}{forms}"
