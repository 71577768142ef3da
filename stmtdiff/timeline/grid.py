"""Count phrases by year, for one series or several."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from stmtdiff.timeline.entry import Entry, History

SCHEMA = "stmtdiff-matrix/1"


@dataclass(frozen=True, slots=True)
class Cell:
    """One phrase of one series in one year.

    `read` counts the releases of which it is known whether they hold the phrase, `holding` those that
    do, `unknown` the others, `count` the places. `forms` are the different formulas, as printed.
    """

    read: int
    holding: int
    unknown: int
    count: int
    forms: tuple[str, ...]

    @property
    def is_known(self) -> bool:
        """Say whether anything is known of the year: a year without a known release is a gap, not a zero."""
        return self.read > 0


@dataclass(frozen=True, slots=True)
class Column:
    """One phrase of one series: a cell for each year of the matrix, None where the series has no release.

    `history` is what it was counted from.
    """

    series: str
    phrase: str
    cells: tuple[Cell | None, ...]
    summary: str
    finding: str = ""
    history: History | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Years by phrases; all columns have the cells of the same `years`, which rise."""

    years: tuple[int, ...]
    columns: tuple[Column, ...]

    def to_records(self) -> list[dict[str, Any]]:
        """Return a flat dict for each year of each column in which the series has a release: for a data frame."""
        return [
            {"series": column.series, "phrase": column.phrase} | _cell(year, cell)
            for column in self.columns
            for year, cell in zip(self.years, column.cells, strict=True)
            if cell is not None
        ]

    def to_dict(self) -> dict[str, Any]:
        """Return the matrix as plain dicts, lists, strings and integers, in the shape of its schema."""
        return {
            "schema": SCHEMA,
            "years": list(self.years),
            "columns": [
                {
                    "series": column.series,
                    "phrase": column.phrase,
                    "summary": column.summary,
                    "cells": [_cell(year, cell) for year, cell in zip(self.years, column.cells, strict=True)],
                }
                for column in self.columns
            ],
        }


def _cell(year: int, cell: Cell | None) -> dict[str, Any]:
    if cell is None:
        return {"year": year, "read": 0, "holding": 0, "unknown": 0, "count": 0, "forms": []}
    known = {"read": cell.read, "holding": cell.holding, "unknown": cell.unknown, "count": cell.count}
    return {"year": year} | known | {"forms": list(cell.forms)}


def matrix_of(histories: Sequence[History]) -> Matrix:
    """Return histories as columns over the years of all of them; releases whose year is not known are left out."""
    rows = [_by_year(history) for history in histories]
    known = sorted({year for row in rows for year in row})
    years = tuple(range(known[0], known[-1] + 1)) if known else ()
    columns = tuple(
        Column(
            history.series,
            history.phrase,
            tuple(_counted(row.get(year)) for year in years),
            history.summary,
            history.finding,
            history,
        )
        for history, row in zip(histories, rows, strict=True)
    )
    return Matrix(years, columns)


def _by_year(history: History) -> dict[int, list[Entry]]:
    years: dict[int, list[Entry]] = {}
    for entry in history.entries:
        if (year := entry.reading.known_year) is not None:
            years.setdefault(year, []).append(entry)
    return years


def _counted(entries: Sequence[Entry] | None) -> Cell | None:
    if entries is None:
        return None
    known = [entry for entry in entries if entry.holds is not None]
    holding = [entry for entry in known if entry.holds]
    return Cell(
        len(known),
        len(holding),
        len(entries) - len(known),
        sum(len(entry.counted) or len(entry.reported) for entry in holding),
        tuple(dict.fromkeys(form for entry in holding for form in entry.wordings("formula"))),
    )
