"""Turn a matrix into words: what is in a cell, and what the signs mean."""

from collections.abc import Iterator, Sequence

from stmtdiff.renderers.sheets import Row, Sheet
from stmtdiff.timeline.grid import Cell, Column, Matrix
from stmtdiff.timeline.telling import joined

LEGEND = (
    'A number: how often the phrase occurs. "3 of 8": 3 of the 8 statements known of that year contain it. '
    '"0": read, and not there. "?": not known. "-": no release.'
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
    return f"{column.series}: {column.phrase}" if is_across(matrix) and column.series else column.phrase


def title(matrix: Matrix) -> str:
    """Return what is shown: "2006 to 2014 in fomc"."""
    series = ", ".join(dict.fromkeys(filter(None, (column.series for column in matrix.columns))))
    years = f"{matrix.years[0]} to {matrix.years[-1]}" if matrix.years else "no years"
    return f"{years} in {series}" if series else years


def sheet(matrix: Matrix, *, forms: bool) -> Sheet:
    """Return the matrix as a table, a row a year."""
    return _sheet(matrix, matrix.columns, [heading(column, matrix) for column in matrix.columns], forms=forms)


def sheets(matrix: Matrix, *, forms: bool) -> Iterator[tuple[str, Sheet]]:
    """Yield the matrix as a table, or of several series one for each phrase, with the phrase and a column a series."""
    if not is_across(matrix):
        yield "", sheet(matrix, forms=forms)
        return
    for phrase in dict.fromkeys(column.phrase for column in matrix.columns):
        own = [column for column in matrix.columns if column.phrase == phrase]
        yield phrase, _sheet(matrix, own, [column.series for column in own], forms=forms)


def is_across(matrix: Matrix) -> bool:
    """Say whether several series stand side by side."""
    return len({column.series for column in matrix.columns}) > 1


def answers(matrix: Matrix) -> Iterator[str]:
    """Yield for each phrase which series say it in the last of their years that is known.

    '"concern" is said by quad (2024) and sample (2025), not by arf (2025).'
    """
    for phrase in dict.fromkeys(column.phrase for column in matrix.columns):
        last = [(column, _last(matrix, column)) for column in matrix.columns if column.phrase == phrase]
        holding = [f"{column.series} ({year})" for column, (year, cell) in last if cell and cell.holding]
        lacking = [f"{column.series} ({year})" for column, (year, cell) in last if cell and not cell.holding]
        unknown = [column.series for column, (_, cell) in last if cell is None]
        parts = [f"by {joined(holding)}" if holding else "", f"not by {joined(lacking)}" if lacking else ""]
        parts.append(f"nothing is known of {joined(unknown)}" if unknown else "")
        yield f'"{phrase}" is said {", ".join(filter(None, parts))}.'


def fates(matrix: Matrix, *, named: bool) -> str:
    """Return which phrases stand in the last release of which it is known, and which are gone: by name, or counted.

    "Of 24 phrases, 13 stand in the last release that is known, 10 are gone and 1 never stood"; a phrase in none of
    whose releases anything is known is "not known".
    """
    told: dict[str, list[str]] = {"stand": [], "are gone": [], "never stood": [], "are not known": []}
    for column in matrix.columns:
        told[_fate(column)].append(f'"{column.phrase}"')
    where = " in the last release that is known"
    singular = {"stand": "stands", "are gone": "is gone", "never stood": "never stood", "are not known": "is not known"}
    parts = [
        f"{joined(found) if named else len(found)} {singular[fate] if len(found) == 1 else fate}"
        f"{where if fate == 'stand' else ''}"
        for fate, found in told.items()
        if found
    ]
    return joined(parts) if named else f"Of {len(matrix.columns)} phrases, {joined(parts)}"


def _fate(column: Column) -> str:
    """Return what became of a phrase; a release of another kind that lacks it says nothing of it.

    Without a history the last year that is known decides.
    """
    known = [cell for cell in column.cells if cell and cell.is_known]
    if not known:
        return "are not known"
    if column.history is not None:
        entries = column.history.entries
        last = [entry.holds for entry in entries if entry.holds is not None and not entry.aside][-1:]
    else:
        last = [known[-1].holding > 0]
    return "stand" if last == [True] else "are gone" if any(cell.holding for cell in known) else "never stood"


def shared(matrix: Matrix) -> str:
    """Return how many phrases are said by how many series, each asked in the last of its years that is known.

    "Of 16 phrases, 9 are said by all 3 series, 4 by some and 3 by one alone"; "by none" where no series does, and "of
    1 nothing is known" where none of its years is known.
    """
    series = len({column.series for column in matrix.columns})
    phrases = list(dict.fromkeys(column.phrase for column in matrix.columns))
    counts = dict.fromkeys(("all", "some", "one", "none"), 0)
    unknown = 0
    for phrase in phrases:
        last = [_last(matrix, column)[1] for column in matrix.columns if column.phrase == phrase]
        if not any(last):
            unknown += 1
            continue
        holding = sum(bool(cell and cell.holding) for cell in last)
        counts["all" if holding == series else "none" if not holding else "one" if holding == 1 else "some"] += 1
    who = {"all": f"all {series} series", "some": "some", "one": "one alone", "none": "none"}
    told = [f"{count} by {who[name]}" for name, count in counts.items() if count]
    if told:
        told[0] = told[0].replace(" by ", " is said by " if told[0].startswith("1 ") else " are said by ", 1)
    silent = [f"of {unknown} nothing is known"] if unknown else []
    return f"Of {len(phrases)} phrases, {joined([*told, *silent])}"


def _last(matrix: Matrix, column: Column) -> tuple[int, Cell | None]:
    """Return the last year of which something is known, with its cell."""
    known = [(year, cell) for year, cell in zip(matrix.years, column.cells, strict=True) if cell and cell.is_known]
    return known[-1] if known else (0, None)


def _sheet(matrix: Matrix, columns: Sequence[Column], names: Sequence[str], *, forms: bool) -> Sheet:
    rows = [
        Row((str(year), *(told(column.cells[at], forms=forms) for column in columns)))
        for at, year in enumerate(matrix.years)
    ]
    return Sheet(("year", *names), tuple(rows))
