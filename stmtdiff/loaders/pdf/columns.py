"""Find the columns of a page and the order in which its lines are read.

The ugly case: a two-column resolution whose file paints row by row, the left half of a line and then the
right half of another sentence. The gutter shows on the page: a band that no line of either column
enters, under a title that crosses it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from stmtdiff.loaders.pdf.pages import Line, Word

_GUTTER = 0.8  # of the size: the least width of a gap between columns
_SPACES = 2.0  # usual spaces between words that it is wider than: a typewriter's are two thirds of the size
_FEWEST = 4  # lines that each column has at least
_FULL = 0.55  # of the lines of a column, at least, reach across most of it: cells of a table do not
_MOST = 0.7  # of a column's width is "most of it"
_DEEPEST = 3  # columns in columns


@dataclass(frozen=True, slots=True)
class Region:
    """Lines in reading order that share the edges of one column."""

    lines: tuple[Line, ...]
    left: float
    right: float


def read_columns(
    rows: Sequence[Line], known: Sequence[float] = (), depth: int = 0, least: float | None = None
) -> list[Region]:
    """Return the regions of a page in reading order.

    Args:
        rows: the rows of the page from top to bottom.
        known: where other pages of the document have gutters, which few lines may show here.
        depth: how many columns the rows already stand in.
        least: how wide a gutter is at least, in sizes of the text; told by the rows where it is not given.
    """
    if not rows:
        return []
    least = least_gap(rows) if least is None else least
    x = find_gutter(rows, least) if depth < _DEEPEST else None
    if x is None:
        x = next((x for x in known if _is_gutter(rows, x, least, fewest=1)), None)
    if x is None:
        return [Region(tuple(rows), min(row.left for row in rows), max(row.right for row in rows))]
    regions: list[Region] = []
    for zone, is_crossed in _zones(rows, x, least):
        if is_crossed:
            regions.extend(read_columns(zone, (), _DEEPEST, least))
        else:
            left, right = _halves(zone, x)
            regions.extend(read_columns(left, (), depth + 1, least))
            regions.extend(read_columns(right, (), depth + 1, least))
    return regions


def least_gap(rows: Sequence[Line]) -> float:
    """Return how wide a gutter is at least, in sizes of the text: wider than two of the spaces between its words."""
    gaps = sorted((two.left - one.right) / row.size for row in rows for one, two in pairwise(row.words))
    return max(_GUTTER, _SPACES * gaps[len(gaps) // 2]) if gaps else _GUTTER


def find_gutter(rows: Sequence[Line], least: float) -> float | None:
    """Return the x of the gutter between the columns of prose that most of `rows` stand in, if there is one.

    It is at least `least` sizes of the text wide.
    """
    edges = Counter(round(word.left) for row in rows for word in _starts(row, least))
    best, most = None, 0
    leftmost = min((row.left for row in rows), default=0.0)
    for edge, count in sorted(edges.items()):
        near = count + edges[edge - 1] + edges[edge + 1]
        x = edge - 2.5
        if near < _FEWEST or x <= leftmost:
            continue
        lines = _is_gutter(rows, x, least, fewest=_FEWEST)
        if lines > most:
            best, most = x, lines
    return best


def _starts(row: Line, least: float) -> list[Word]:
    """Return the words of a row before which there is room for a gutter."""
    found = [row.words[0]]
    end = row.words[0].right
    for word in row.words[1:]:
        if word.left - end >= least * row.size:
            found.append(word)
        end = max(end, word.right)
    return found


def _is_gutter(rows: Sequence[Line], x: float, least: float, *, fewest: int) -> int:
    """Return how many rows have a column of prose on either side of `x`; 0 when that is no gutter."""
    total = 0
    for zone, is_crossed in _zones(rows, x, least):
        if is_crossed:
            continue
        left, right = _halves(zone, x)
        if len(left) < _FEWEST or len(right) < fewest:
            continue
        if not _overlap(left, right) or not _is_prose(left) or (fewest > 1 and not _is_prose(right)):
            continue
        total += len(left) + len(right)
    return total


def _overlap(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Say whether the lines of two columns stand side by side."""
    return left[-1].y < right[0].y and right[-1].y < left[0].y


def _is_prose(lines: Sequence[Line]) -> bool:
    """Say whether most lines reach across their column, as running text does."""
    start = min(line.left for line in lines)
    width = max(line.right for line in lines) - start
    full = sum(line.right - start >= _MOST * width and len(line.words) > 2 for line in lines)
    return full >= _FULL * len(lines) and width >= 8 * lines[0].size


def _zones(rows: Sequence[Line], x: float, least: float) -> list[tuple[list[Line], bool]]:
    """Cut rows into runs of those that cross `x` and those that leave it free."""
    zones: list[tuple[list[Line], bool]] = []
    for row in rows:
        is_crossed = _crosses(row, x, least)
        if zones and zones[-1][1] == is_crossed:
            zones[-1][0].append(row)
        else:
            zones.append(([row], is_crossed))
    return zones


def _crosses(row: Line, x: float, least: float) -> bool:
    """Say whether a row has a word at `x`, or two words around it with no more than a space between."""
    if row.left >= x or row.right <= x:
        return False
    before = max((word.right for word in row.words if word.left < x), default=None)
    after = min((word.left for word in row.words if word.left >= x), default=None)
    if before is None or after is None:
        return True
    return before > x or after - before < least * row.size


def _halves(rows: Sequence[Line], x: float) -> tuple[list[Line], list[Line]]:
    """Cut rows at `x`."""
    left: list[Line] = []
    right: list[Line] = []
    for row in rows:
        if row.left >= x or row.right <= x:
            (right if row.left >= x else left).append(row)
            continue
        left.append(Line([word for word in row.words if word.left < x], row.page))
        right.append(Line([word for word in row.words if word.left >= x], row.page))
    return left, right
