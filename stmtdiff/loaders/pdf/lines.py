"""Gather the words of a page into rows: what is at one height, from left to right."""

import re
from bisect import insort
from dataclasses import replace

from stmtdiff.loaders.pdf.display import join_drop_caps, join_letters
from stmtdiff.loaders.pdf.pages import Line, Page, Word, with_shift
from stmtdiff.pdfium.glyphs import runs_left

_BACKWARDS = re.compile(r"(?P<stop>[.,:;!?،؛؟])(?P<number>\d[\d.,/]*)")
_SAME_SPOT = 0.15  # of the size: two words of the same letters closer than this are one, painted twice
_SAME_ROW = 0.35  # of the size: baselines closer than this are one row
_SMALLER = 0.85  # of the size of its row, at most, is a word set above or below it
_HIGHEST = 0.75  # of the size of its row is the most that such a word stands above it
_DEEPEST = 0.4


def read_rows(page: Page) -> list[Line]:
    """Return the rows of `page` from top to bottom; what is set above or below a row belongs to it."""
    rows: list[list[Word]] = []
    places = {id(word): place for place, word in enumerate(page.words)}
    for word in sorted(_without_doubles(page.words), key=lambda word: (-word.y, word.left)):
        if rows and rows[-1][0].y == word.y and rows[-1][0].size == word.size:
            rows[-1].append(word)
            continue
        near = next((row for row in reversed(rows[-4:]) if _is_same_row(row[0], word)), None)
        if near is not None:
            near.append(word)
        else:
            rows.append([word])
    made = [join_letters(Line(_in_order(row, places), page.number)) for row in rows]
    return join_drop_caps(_attached(sorted(made, key=lambda row: (-row.y, row.left))))


def mirrored(page: Page) -> Page:
    """Return a page of a script that runs from right to left as if it ran from left to right; any other as it is.

    Then columns, indents and the ends of lines are where the rest of the reader looks for them.
    """
    if not any(runs_left(word.text) for word in page.words if not word.text.isascii()):
        return page
    if 2 * sum(len(word.text) for word in page.words if runs_left(word.text)) <= sum(len(w.text) for w in page.words):
        return page
    words = (word._replace(left=page.width - word.right, right=page.width - word.left) for word in page.words)
    rules = (rule._replace(left=page.width - rule.right, right=page.width - rule.left) for rule in page.rules)
    return replace(page, words=tuple(words), rules=tuple(rules), is_mirrored=True)


def _stop_behind(word: Word) -> Word:
    """Return a number with its stop behind it: among letters that run back PDFium leaves it where it is painted."""
    match = _BACKWARDS.fullmatch(word.text)
    return word._replace(text=match["number"] + match["stop"]) if match else word


def _in_order(row: list[Word], places: dict[int, int]) -> list[Word]:
    """Return the words of a row as they are read: from left to right, or in PDFium's order where a script runs back."""
    if any(not word.text.isascii() and runs_left(word.text) for word in row):
        return [_stop_behind(word) for word in sorted(row, key=lambda word: places[id(word)])]
    return sorted(row, key=_place)


def _place(word: Word) -> tuple[float, float]:
    return word.left, word.right


def _is_same_row(first: Word, word: Word) -> bool:
    """Say whether two words have one baseline; the smaller of two unlike sizes may be a raised figure."""
    small, large = sorted((first.size, word.size))
    limit = _SAME_ROW * small if small > _SMALLER * large else 0.1 * small
    return abs(first.y - word.y) <= limit


def _without_doubles(words: tuple[Word, ...]) -> list[Word]:
    """Return the words without those that are painted twice on one spot to look bold."""
    step = max(1.0, *(_SAME_SPOT * word.size for word in words)) if words else 1.0
    seen: dict[tuple[str, int], list[Word]] = {}  # by the text and the band of the page, as high as two may lie apart
    kept: list[Word] = []
    for word in words:
        text, left, _, y, size, *_ = word
        near, band = _SAME_SPOT * size, int(y / step)
        for other in (*seen.get((text, band), ()), *seen.get((text, band - 1), ()), *seen.get((text, band + 1), ())):
            if abs(left - other.left) < near and abs(y - other.y) < near:
                break
        else:
            seen.setdefault((text, band), []).append(word)
            kept.append(word)
    return kept


def _attached(rows: list[Line]) -> list[Line]:
    """Return the rows with every small word that belongs to a neighbouring row put into that row."""
    words = [list(row.words) for row in rows]
    changed: set[int] = set()
    largest = max((row.size for row in rows), default=0.0)
    for index, row in enumerate(rows):
        for word in row.words:
            if word.size > _SMALLER * largest:
                continue
            for other in (index + 1, index - 1, index + 2, index - 2):
                if 0 <= other < len(rows) and _belongs(word, row, rows[other]):
                    words[index].remove(word)
                    shifted = with_shift(word, 1 if word.y > rows[other].y else -1, rows[other].y)
                    insort(words[other], shifted, key=_place)
                    changed |= {index, other}
                    break
    return [Line(row, rows[index].page) if index in changed else rows[index] for index, row in enumerate(words) if row]


def _belongs(word: Word, own: Line, row: Line) -> bool:
    """Say whether `word` of the row `own` is a raised or lowered word of `row`: smaller, and right beside a word."""
    if word.size > _SMALLER * row.size:
        return False
    up = (word.y - row.y) / row.size
    if not (0.08 <= up <= _HIGHEST or -_DEEPEST <= up <= -0.08):
        return False
    if own.width > row.width and len(own.words) > 3:
        return False
    reach = row.size / 2
    return any(
        -reach / 2 <= word.left - other.right <= reach or -reach / 2 <= other.left - word.right <= reach * 8
        for other in row.words
    )
