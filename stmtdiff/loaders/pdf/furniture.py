"""Set apart what is printed on every page: running heads, page numbers, document symbols.

They are at the edge of a page, and come back at the same height on others with other figures; a page
number alone, a job number or "Page 2 of 9" needs no second page.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from stmtdiff.languages.marks import OF_ALL
from stmtdiff.loaders.pdf.pages import Line
from stmtdiff.loaders.running import is_running_line

_ROWS = 5  # at each edge of a page that may be furniture
_LONGEST = 140
_NUMBER = re.compile(r"[-–—\[(]?\s*(?P<number>\d{1,4}|[ivxl]{1,6})\s*[-–—\])]?")
_MISREAD = re.compile(r"Page\s\S{1,3}\s?\.?\sof\s\d{1,4}")  # "Page | of 20", as a scan is read
_DASHED = re.compile(r".{0,60}[-–—]\s?\d{1,4}\s?[-–—]")  # "8/15/78 - 2 -"
_SYMBOL = re.compile(r"[A-Z]{1,6}(?:/[A-Z0-9.-]+)+\s?(?:\(\d{4}\))?")
_OF_ALL = re.compile(rf"(?<![\d.,/])(?P<number>\d{{1,4}}) ?(?:{OF_ALL}) ?(?P<all>\d{{1,4}})\Z")
_SET_OFF = 3.0  # of the size, at least, between the words of a head and its number: a numbered heading has less
_APART = 1.4  # of the size: a row that far from the text stands apart from it

Shape = tuple[str, int]


def find_furniture(pages: Sequence[Sequence[Line]]) -> list[set[int]]:
    """Return, for each page of rows from top to bottom, the indexes of the rows that are furniture."""
    counts = Counter(shape for rows in pages for shape in {shape for _, shape in _edge_shapes(rows)})
    needed = 2 if len(pages) < 6 else 3
    often = {shape for shape, count in counts.items() if count >= needed}
    often |= {(text, height + step) for text, height in often for step in (-1, 0, 1)}
    counted = _counted(pages)
    numbered = _numbered(pages)
    found = [_of_page(rows, often, number in counted, numbered[number]) for number, rows in enumerate(pages)]
    is_all = all(len(out) == len(rows) for rows, out in zip(pages, found, strict=True))
    return [set() for _ in pages] if is_all else found


def _of_page(rows: Sequence[Line], often: set[Shape], is_counted: bool, numbered: set[int]) -> set[int]:
    """Return the furniture of one page: from each edge inwards, until a row is none."""
    found: set[int] = set()
    bands = {height for _, height in often}
    for edge in (range(min(_ROWS, len(rows))), range(len(rows) - 1, max(-1, len(rows) - 1 - _ROWS), -1)):
        for index in edge:
            is_known = any(shape in often for shape in _shapes(rows[index]))
            is_numbered = is_counted or round(rows[index].y) in bands or not bands
            if not (is_known or index in numbered or _is_running(rows, index, is_numbered)):
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


def _numbered(pages: Sequence[Sequence[Line]]) -> list[set[int]]:
    """Return, for each page, the rows at its edges that end or begin with the number of that page, set off from words.

    So heads are known whose words change from chapter to chapter, by a number that counts on at one height; and one
    that stands on a single page, where it says "2 of 2", or its number is that of the page in the file.
    """
    found: list[list[tuple[int, int, int]]] = []  # a page: row, height, how far its number is from the page's place
    for place, rows in enumerate(pages):
        edges = sorted({0, 1, len(rows) - 2, len(rows) - 1} & set(range(len(rows))))
        told = [(index, _own_number(rows[index], len(pages))) for index in edges if _is_apart_at(rows, index)]
        found.append([(index, round(rows[index].y), number - place) for index, number in told if number is not None])
    steps = Counter((height, step) for page in found for height, step in {each[1:] for each in page})
    known = {(height + near, step) for (height, step), count in steps.items() if count > 1 for near in (-1, 0, 1)}
    return [{index for index, height, step in page if (height, step) in known or step == 1} for page in found]


def _own_number(row: Line, count: int) -> int | None:
    """Return the number that a row prints at one of its ends, set off from its words, or as "n of m" of `count`."""
    match = _OF_ALL.search(row.text)
    if match and len(row.text) <= _LONGEST and int(match["all"]) >= int(match["number"]):
        return int(match["number"]) if int(match["all"]) >= count else None
    ends = (
        ((row.words[-2], row.words[-1], row.words[-1]), (row.words[0], row.words[1], row.words[0]))
        if row.words[1:]
        else ()
    )
    for one, two, number in ends:
        if number.text.isdecimal() and len(number.text) <= 4 and two.left - one.right >= _SET_OFF * row.size:
            return int(number.text)
    return None


def _is_apart_at(rows: Sequence[Line], index: int) -> bool:
    """Say whether a row stands apart from the text, by itself or with the other row at its edge."""
    inner = index + 1 if index < len(rows) / 2 else index - 1
    if not 0 <= inner < len(rows):
        return False
    return abs(rows[inner].y - rows[index].y) >= _APART * max(rows[inner].size, rows[index].size)


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
