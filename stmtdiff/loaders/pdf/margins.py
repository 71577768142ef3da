"""Take the line numbers out of a draft: the count in the margin that goes on in the middle of a sentence."""

import re
from collections.abc import Sequence
from itertools import pairwise

from stmtdiff.loaders.pdf.pages import Line, Word

_NUMBER = re.compile(r"\d{1,4}")
_FEWEST = 8  # numbers on a page; short lists are numbered too
_STEPS = frozenset({1, 2, 5, 10})
_GAP = 0.5  # of the size, between a number and the text
_NEAR = 3.0  # points


def split_line_numbers(rows: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Return the rows without the numbers of lines in their left margin, and those numbers.

    Numbered paragraphs count too, but theirs do not stand before the second line of a sentence.
    """
    found = {index: row.words[0] for index, row in enumerate(rows) if _is_number(row)}
    if not _is_count(list(found.values())) or not _is_inside_sentences(rows, found):
        return list(rows), []
    kept = [Line(row.words[1:], row.page) if index in found else row for index, row in enumerate(rows)]
    return kept, [word.text for word in found.values()]


def _is_number(row: Line) -> bool:
    if len(row.words) < 2 or not _NUMBER.fullmatch(row.words[0].text):
        return False
    return row.words[1].left - row.words[0].right >= _GAP * row.size


def _is_count(words: Sequence[Word]) -> bool:
    """Say whether the words are a count in even steps, one under the other."""
    if len(words) < _FEWEST:
        return False
    steps = {int(two.text) - int(one.text) for one, two in pairwise(words)}
    is_under = any(max(edges) - min(edges) <= _NEAR for edges in zip(*((w.left, w.right) for w in words), strict=True))
    return len(steps) == 1 and steps <= _STEPS and is_under


def _is_inside_sentences(rows: Sequence[Line], found: dict[int, Word]) -> bool:
    """Say whether several of the numbers stand before a small letter, as no number of a paragraph does."""
    return 4 * sum(rows[index].words[1].text[:1].islower() for index in found) > len(found)
