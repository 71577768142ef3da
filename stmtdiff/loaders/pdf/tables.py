"""Tell the rows of a table from lines of prose, so that cells are not read on as sentences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stmtdiff.loaders.pdf.pages import Line, Word, join_words
from stmtdiff.loaders.pdf.starts import is_label

_CELL_GAP = 1.4  # of the size, at least, between two cells
_EDGE_GAP = 0.45  # the same where other rows have a cell beginning
_APART = 4.0  # of the size, between the two ends of a letterhead
_SAME_EDGE = 0.7  # of the size: edges closer than this are one column of the table
_FAR = 2.5  # of the size: a line that far below a row does not go on with it
_LEADERS = re.compile(r"(?:[.·…_]\s?){5,}")

Cells = tuple[tuple[Word, ...], ...]


@dataclass(slots=True)
class Row:
    """A row of a table: its lines, and the texts of its cells."""

    lines: list[Line]
    cells: list[str]

    @property
    def text(self) -> str:
        """Return the cells, parted by tabs."""
        return "\t".join(self.cells)


def find_tables(lines: Sequence[Line]) -> dict[int, int]:
    """Return the runs of `lines` that are rows of a table: first index and the index behind the last.

    Three rows of two cells make a table, or two of three; a line of a table of contents is one by itself.
    """
    cells = [read_cells(line) for line in lines]
    found: dict[int, int] = {}
    index = 0
    while index < len(lines):
        end = _run(lines, cells, index)
        rows = [len(each) for each in cells[index:end] if len(each) > 1]
        if len(rows) >= 3 or (len(rows) == 2 and min(rows) > 2) or is_leader(lines[index]):
            found[index] = end
            index = end
        else:
            index += 1
    return found


def read_rows(lines: Sequence[Line]) -> Iterator[Row]:
    """Yield the rows of the table in `lines`; a line that stands under one cell alone goes on with that cell."""
    known = [cell[0].left for line in lines for cell in read_cells(line)[1:]]
    row: Row | None = None
    edges: list[float] = []
    for line in lines:
        cells = read_cells(line, known)
        place = _cell_of(line, edges) if row is not None and len(cells) == 1 and not is_leader(line) else 0
        if row is not None and place:
            row.lines.append(line)
            row.cells[place] += f" {line.text}"
            continue
        if row is not None:
            yield row
        row, edges = Row([line], [join_words(cell) for cell in cells]), [cell[0].left for cell in cells]
    if row is not None:
        yield row


def is_leader(line: Line) -> bool:
    """Say whether a line is one of a table of contents, with a row of dots to its page number."""
    return _LEADERS.search(line.text) is not None


def is_letterhead(line: Line) -> bool:
    """Say whether a line has things apart at its two ends, as above a document: a name and a symbol."""
    return any(two[0].left - one[-1].right >= _APART * line.size for one, two in pairwise(read_cells(line)))


def read_cells(line: Line, edges: Sequence[float] = ()) -> Cells:
    """Return the words of a line in cells; a number or bullet in front belongs to what it counts.

    At `edges`, where other rows have cells, a smaller gap parts them too.
    """
    cells: list[list[Word]] = [[line.words[0]]]
    for before, word in pairwise(line.words):
        gap = word.left - before.right
        is_wide = gap >= _CELL_GAP * line.size
        if not is_wide and edges and gap >= _EDGE_GAP * line.size:
            is_wide = any(abs(word.left - edge) < 1 for edge in edges)
        if is_wide and not (len(cells) == 1 and is_label(join_words(cells[0]))):
            cells.append([word])
        else:
            cells[-1].append(word)
    return tuple(map(tuple, cells))


def _run(lines: Sequence[Line], cells: Sequence[Cells], start: int) -> int:
    """Return the index behind the last line that stands in the same columns as the line at `start`."""
    if is_leader(lines[start]):
        return start + 1
    if len(cells[start]) < 2:
        return start
    rows = [cells[start]]
    end = last = start + 1
    while end < len(lines) and end - last < 2:
        if len(cells[end]) > 1:
            if not any(_share(cells[end], other, lines[end].size) for other in rows[-3:]):
                break
            rows.append(cells[end])
            last = end + 1
        elif not _goes_on(lines[end - 1], lines[end], rows[-1]):
            break
        end += 1
    return last


def _share(one: Cells, two: Cells, size: float) -> bool:
    """Say whether two rows have a column behind the first in common, by its left or its right edge."""
    near = _SAME_EDGE * size
    return any(
        abs(cell[0].left - other[0].left) <= near or abs(cell[-1].right - other[-1].right) <= near
        for cell in one[1:]
        for other in two[1:]
    )


def _goes_on(before: Line, line: Line, row: Cells) -> bool:
    """Say whether a line can be one of the table of `row`: it fits under a cell, or has one where the row has one."""
    if before.y - line.y > _FAR * line.size:
        return False
    edges = [cell[0].left for cell in row]
    if len(read_cells(line, edges[1:])) > 1:
        return True
    ends = [*edges[1:], float("inf")]
    return any(abs(line.left - edge) <= line.size and line.right < end for edge, end in zip(edges, ends, strict=True))


def _cell_of(line: Line, edges: Sequence[float]) -> int:
    """Return which cell behind the first a line stands under; 0 when it stands under none."""
    near = [index for index, edge in enumerate(edges) if index and abs(line.left - edge) <= line.size]
    return near[0] if near else 0
