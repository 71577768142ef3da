"""Tell the rows of a table from lines of prose, so that cells are not read on as sentences."""

import re
from collections.abc import Sequence
from itertools import pairwise

from stmtdiff.loaders.pdf.pages import Line, Word, join_words
from stmtdiff.loaders.pdf.starts import is_label

_CELL_GAP = 1.4  # of the size, at least, between two cells
_SAME_EDGE = 0.7  # of the size: edges closer than this are one column of the table
_LEADERS = re.compile(r"(?:[.·…_]\s?){5,}")

Cells = tuple[tuple[Word, ...], ...]


def find_tables(lines: Sequence[Line]) -> dict[int, int]:
    """Return the runs of `lines` that are rows of a table: first index and the index behind the last."""
    cells = [read_cells(line) for line in lines]
    found: dict[int, int] = {}
    index = 0
    while index < len(lines):
        end = _run(lines, cells, index)
        rows = [each for each in cells[index:end] if len(each) > 1]
        if len(rows) >= 3 or (len(rows) == 2 and min(map(len, rows)) > 2) or is_leader(lines[index]):
            found[index] = end
            index = end
        else:
            index += 1
    return found


def is_leader(line: Line) -> bool:
    """Say whether a line is one of a table of contents, with a row of dots to its page number."""
    return _LEADERS.search(line.text) is not None


def read_cells(line: Line) -> Cells:
    """Return the words of a line in cells; a number or bullet in front belongs to what it counts."""
    cells: list[list[Word]] = [[line.words[0]]]
    for before, word in pairwise(line.words):
        is_counted = len(cells) == 1 and is_label(join_words(cells[0]))
        if word.left - before.right >= _CELL_GAP * line.size and not is_counted:
            cells.append([word])
        else:
            cells[-1].append(word)
    return tuple(map(tuple, cells))


def row_text(cells: Cells) -> str:
    """Return the text of a row, its cells parted by tabs."""
    return "\t".join(join_words(cell) for cell in cells)


def _run(lines: Sequence[Line], cells: Sequence[Cells], start: int) -> int:
    """Return the index behind the last line that stands in the same columns as the line at `start`."""
    if is_leader(lines[start]):
        return start + 1
    if len(cells[start]) < 2:
        return start
    edges = [cells[start]]
    end = last = start + 1
    while end < len(lines) and end - last < 2:
        if len(cells[end]) > 1:
            if not any(_share(cells[end], other, lines[end].size) for other in edges[-3:]):
                break
            edges.append(cells[end])
            last = end + 1
        elif not _is_in_cell(lines[end], edges[-1]) or lines[end - 1].y - lines[end].y > 2.5 * lines[end].size:
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


def _is_in_cell(line: Line, row: Cells) -> bool:
    """Say whether a line fits under one cell of a row and so may go on with it."""
    edges = [cell[0].left for cell in row] + [float("inf")]
    return any(abs(line.left - edge) <= line.size and line.right < after for edge, after in pairwise(edges))
