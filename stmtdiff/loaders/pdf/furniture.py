"""Set apart what is printed on every page: running heads, page numbers, document symbols.

They stand at the edge of a page, and come back at the same height on others with other figures; a page
number alone, a job number or "Page 2 of 9" needs no second page.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from stmtdiff.loaders.pdf.pages import Line
from stmtdiff.loaders.running import is_running_line

_ROWS = 5  # at each edge of a page that may be furniture
_LONGEST = 140
_NUMBER = re.compile(r"[-–—\[(]?\s*(?P<number>\d{1,4}|[ivxl]{1,6})\s*[-–—\])]?")
_MISREAD = re.compile(r"Page\s\S{1,3}\s?\.?\sof\s\d{1,4}")  # "Page | of 20", as a scan is read
_DASHED = re.compile(r".{0,60}[-–—]\s?\d{1,4}\s?[-–—]")  # "8/15/78 - 2 -"
_SYMBOL = re.compile(r"[A-Z]{1,6}(?:/[A-Z0-9.-]+)+\s?(?:\(\d{4}\))?")
_APART = 1.4  # of the size: a row that far from the text stands apart from it

Shape = tuple[str, int]


def find_furniture(pages: Sequence[Sequence[Line]]) -> list[set[int]]:
    """Return, for each page of rows from top to bottom, the indexes of the rows that are furniture."""
    counts = Counter(shape for rows in pages for shape in {shape for _, shape in _edge_shapes(rows)})
    needed = 2 if len(pages) < 6 else 3
    often = {shape for shape, count in counts.items() if count >= needed}
    often |= {(text, height + step) for text, height in often for step in (-1, 0, 1)}
    counted = _counted(pages)
    found = [_of_page(rows, often, number in counted) for number, rows in enumerate(pages)]
    is_all = all(len(out) == len(rows) for rows, out in zip(pages, found, strict=True))
    return [set() for _ in pages] if is_all else found


def _of_page(rows: Sequence[Line], often: set[Shape], is_counted: bool) -> set[int]:
    """Return the furniture of one page: from each edge inwards, until a row is none."""
    found: set[int] = set()
    bands = {height for _, height in often}
    for edge in (range(min(_ROWS, len(rows))), range(len(rows) - 1, max(-1, len(rows) - 1 - _ROWS), -1)):
        for index in edge:
            is_known = any(shape in often for shape in _shapes(rows[index]))
            is_numbered = is_counted or round(rows[index].y) in bands or not bands
            if not (is_known or _is_running(rows, index, is_numbered)):
                break
            found.add(index)
    return found


def _is_running(rows: Sequence[Line], index: int, is_numbered: bool) -> bool:
    """Say whether a row is what only stands at the edge of pages: a page number, a job number, a symbol by itself."""
    text = rows[index].text
    if is_running_line(text) or _MISREAD.fullmatch(text):
        return True
    alone = (_SYMBOL, _DASHED, _NUMBER) if is_numbered else (_SYMBOL, _DASHED)
    return _is_alone(rows, index) and any(pattern.fullmatch(text) for pattern in alone)


def _edge_shapes(rows: Sequence[Line]) -> Iterator[tuple[int, Shape]]:
    """Yield the shapes of the rows at both edges."""
    last = len(rows) - 1
    for index in sorted({*range(min(_ROWS, len(rows))), *range(max(0, last - _ROWS + 1), len(rows))}):
        for shape in _shapes(rows[index]):
            yield index, shape


def _shapes(row: Line) -> list[Shape]:
    """Return what a row looks like with its figures masked, and its height in whole points."""
    text = row.text
    if len(text) > _LONGEST:
        return []
    masked = re.sub(r"\d+", "0", text)
    return [(masked, round(row.y))]


def _counted(pages: Sequence[Sequence[Line]]) -> set[int]:
    """Return the indexes of the pages that print a number which counts on from page to page."""
    printed: dict[int, set[int]] = {}
    for number, rows in enumerate(pages):
        for row in (*rows[:2], *rows[-2:]):
            match = _NUMBER.fullmatch(row.text)
            if match and match["number"].isdecimal():
                printed.setdefault(int(match["number"]) - number, set()).add(number)
    return {number for counted in printed.values() if len(counted) > 1 for number in counted}


def _is_alone(rows: Sequence[Line], index: int) -> bool:
    """Say whether a row stands apart from its neighbours inside the page."""
    beside = [rows[other] for other in (index - 1, index + 1) if 0 <= other < len(rows)]
    return all(abs(other.y - rows[index].y) >= _APART * max(other.size, rows[index].size) for other in beside)
