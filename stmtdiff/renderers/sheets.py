"""Lay cells out as a table: in terminal cells, as Markdown and as CSV, whatever the result.

A table of a hundred years with a long formula in each row has to stay readable on 80 columns: the
widest columns give way first, and words wrap inside their column.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from stmtdiff.renderers.csv import harmless
from stmtdiff.renderers.lines import Line, Run, cells, pad, wrap
from stmtdiff.renderers.markdown import escape
from stmtdiff.renderers.visible import visible

_BETWEEN = 2  # cells between two columns
_NARROWEST = 8  # cells that a column keeps as long as anything else can give way


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells, a style in rich's words for the terminal, lines that stand under it, a class for a page."""

    cells: tuple[str, ...]
    style: str = ""
    notes: tuple[str, ...] = ()
    cls: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table; every row has a cell for each of the `columns`."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def lines_of(sheet: Sheet, width: int | None) -> Iterator[Line]:
    """Yield a table as lines of at most `width` cells; without a width no cell is wrapped."""
    sheet = trimmed(sheet)
    rows = [tuple(map(visible, row.cells)) for row in sheet.rows]
    widths = _widths([sheet.columns, *rows], width)
    yield from _row(sheet.columns, widths, "bold")
    for row, shown in zip(sheet.rows, rows, strict=True):
        yield from _row(shown, widths, row.style)
        for note in row.notes:
            indent = Run(" " * (widths[0] + _BETWEEN))
            for line in wrap([Run(visible(note))], width and max(_NARROWEST, width - widths[0] - _BETWEEN)):
                yield (indent, *(Run(run.text, "dim") for run in line))


def trimmed(sheet: Sheet) -> Sheet:
    """Return a table without the columns that hold nothing."""
    kept = [at for at in range(len(sheet.columns)) if any(row.cells[at] for row in sheet.rows)] or [0]
    rows = tuple(replace(row, cells=tuple(row.cells[at] for at in kept)) for row in sheet.rows)
    return Sheet(tuple(sheet.columns[at] for at in kept), rows)


def _widths(rows: Sequence[tuple[str, ...]], width: int | None) -> list[int]:
    """Return the width of each column: as wide as its cells, the widest narrowed until all fit."""
    columns = list(zip(*rows, strict=True))
    widths = [max(map(cells, column), default=0) for column in columns]
    if width is None:
        return widths
    room = width - _BETWEEN * (len(widths) - 1)
    words = [max((cells(word) for text in column for word in text.split()), default=0) for column in columns]
    for least in (words, [_NARROWEST] * len(widths), [1] * len(widths)):  # a word is cut only where nothing else helps
        while sum(widths) > room and any(wide > few for wide, few in zip(widths, least, strict=True)):
            _, at = max((wide, -at) for at, wide in enumerate(widths) if wide > least[at])
            widths[-at] -= 1
    return widths


def _row(row: tuple[str, ...], widths: Sequence[int], style: str) -> Iterator[Line]:
    columns = [wrap([Run(text, style)], max(1, width)) for text, width in zip(row, widths, strict=True)]
    for number, parts in enumerate(zip_longest(*columns, fillvalue=())):
        line: list[Run] = []
        for part, width in zip(parts, widths, strict=True):
            line += pad(part, width + _BETWEEN) if part or number == 0 else [Run(" " * (width + _BETWEEN))]
        yield tuple(line)


def markdown_of(sheet: Sheet) -> str:
    """Return a table in GitHub's Markdown, its notes in a column of their own, all of it harmless."""
    sheet = trimmed(sheet)
    has_notes = any(row.notes for row in sheet.rows)
    titles = [*sheet.columns, *(["what became of it"] if has_notes else [])]
    lines = [_bar(titles), _bar("---" for _ in titles)]
    for row in sheet.rows:
        notes = [escape("; ".join(row.notes))] if has_notes else []
        lines.append(_bar([*map(escape, row.cells), *notes]))
    return "\n".join(lines)


def _bar(shown: Iterable[str]) -> str:
    return f"| {' | '.join(shown)} |"


def csv_of(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows as CSV under a line of column names; no cell runs in a spreadsheet."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return written.getvalue()
