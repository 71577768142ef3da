"""Say where a paragraph begins among the lines of a column: by its place, its number, or the line before it."""

import re
from collections.abc import Sequence

from stmtdiff.languages.english import OPEN_WORDS
from stmtdiff.loaders.pdf.measures import Measures
from stmtdiff.loaders.pdf.pages import Line

_LABEL = re.compile(
    r"\(?(?:\d{1,3}|[ivxl]{1,6}|[a-z]{1,2})[.)]|\(\w{1,3}\)|\d{1,3}(?:\.\d{1,3}){1,3}\.?|[A-Z][.)]|[IVXL]{1,5}[.)]"
    r"|\d{1,3}\s?(?:bis|ter|quater)\.?|[•‣◦●○▪■□·*➢►–—\-]|[A-Z][a-z]?\d{1,3}"
)
_BARE = re.compile(r"\d{1,3}")
_STOPS = ".;:!?"
_CLOSING = "”\"’')]⁰¹²³⁴⁵⁶⁷⁸⁹*"
_GAP = 1.25  # times the usual pitch: a larger distance parts paragraphs
_INDENT = 0.8  # of the size
_SAME = 0.4
_WIDE = 2.3  # times the usual pitch, at most, between lines set wide
_LOOSE = 0.2  # of the column: a centred line with that much room for the next word was ended, not wrapped
_TAB = 0.7  # of the size: the least gap behind a number that is set off from its text


def is_label(text: str) -> bool:
    """Say whether `text` is the number, letter or bullet of a paragraph."""
    return _LABEL.fullmatch(text) is not None or _BARE.fullmatch(text) is not None


def has_label(line: Line) -> bool:
    """Say whether `line` begins with a number, letter or bullet; a bare number only with a gap behind it."""
    if len(line.words) < 2:
        return False
    first = line.words[0]
    if _LABEL.fullmatch(first.text):
        return True
    return _BARE.fullmatch(first.text) is not None and line.words[1].left - first.right >= _TAB * line.size


def is_stopped(text: str) -> bool:
    """Say whether a sentence or a clause ends with `text`."""
    return text.rstrip(_CLOSING)[-1:] in _STOPS or text[-1:] in _STOPS


def is_open(text: str) -> bool:
    """Say whether nothing can end with `text`, whose last word is one like "of"."""
    return text.rpartition(" ")[2].lower() in OPEN_WORDS


def is_entry(text: str) -> bool:
    """Say whether `text` can be a whole entry of a list without stops, as in a roll of names."""
    return not is_stopped(text) and text.rstrip(_CLOSING)[-1:] != "," and not is_open(text)


def room(before: Line, line: Line, right: float) -> float:
    """Return how much of `before` stays free when the first word of `line` is put behind it, in points."""
    word = line.words[0]
    return right - before.right - (word.right - word.left) - 0.25 * before.size


def is_short(before: Line, line: Line, *, left: float, right: float) -> bool:
    """Say whether `before` ends although the next word would have had its place."""
    return room(before, line, right) > max(1.2 * before.size, 0.05 * (right - left))


class Starts:
    """The rule for one column: `left` and `right` are its edges."""

    def __init__(self, measures: Measures, left: float, right: float) -> None:
        """Keep what is usual in the document and where the column stands."""
        self._measures = measures
        self._left = left
        self._right = right

    def is_start(self, block: Sequence[Line], line: Line) -> bool:
        """Say whether `line` begins a paragraph and does not go on with the lines of `block` above it."""
        before = block[-1]
        size = max(before.size, line.size)
        if min(before.size, line.size) < 0.9 * size or self.is_far(block, line):
            return True
        is_ended = is_stopped(before.text)
        is_broken = is_short(before, line, left=self._left, right=self._right)
        if has_label(line) and self._is_labelled(block, line, is_ended or is_broken):
            return True
        if before.is_bold != line.is_bold and (is_broken or is_ended):
            return True
        if is_broken and self._is_deliberate(block, line, is_ended):
            return True
        return self._is_set_in(block, line, is_ended)

    def is_far(self, block: Sequence[Line], line: Line) -> bool:
        """Say whether there is more room over `line` than between the lines of a paragraph."""
        before = block[-1]
        drop = before.y - line.y
        pitch = self._measures.pitch(max(before.size, line.size))
        if drop <= _GAP * pitch:
            return False
        if len(block) > 1:  # set wider than the rest of the document, as a whole
            return drop > 1.1 * (block[-2].y - before.y)
        is_sentence = line.words[0].text[:1].islower() and not is_stopped(before.text)
        is_whole = not is_short(before, line, left=self._left, right=self._right)
        return not (is_sentence and is_whole and drop <= _WIDE * pitch)

    def _is_labelled(self, block: Sequence[Line], line: Line, is_after_end: bool) -> bool:
        """Say whether the number that `line` begins with is a paragraph's and not the sentence's."""
        gap = line.words[1].left - line.words[0].right
        if is_after_end or gap >= _TAB * line.size:
            return True
        if has_label(block[0]):
            return abs(block[0].left - line.left) <= _SAME * line.size and len(block) > 1 < block[1].left - line.left
        return line.left < min(each.left for each in block) - _INDENT * line.size

    def _is_deliberate(self, block: Sequence[Line], line: Line, is_ended: bool) -> bool:
        """Say whether a line that was broken early ends a paragraph."""
        if is_ended:
            return True
        before = block[-1]
        if is_open(before.text):
            return False
        if self._is_centred(before) and self._is_centred(line):
            free = (self._right - self._left) - before.width - (line.words[0].right - line.words[0].left)
            return free > _LOOSE * (self._right - self._left)
        first = line.words[0].text.lstrip("“\"‘'([")
        if first[:1].islower():
            return False
        is_hanging = line.left - block[0].left > _INDENT * line.size and len(block) == 1
        return not is_hanging and (line.is_bold == before.is_bold)

    def _is_centred(self, line: Line) -> bool:
        middle = (line.left + line.right) / 2
        inset = line.left - self._left
        return abs(middle - (self._left + self._right) / 2) < line.size and inset > 2 * line.size

    def _is_set_in(self, block: Sequence[Line], line: Line, is_ended: bool) -> bool:
        """Say whether `line` is set in or out against the lines above it, as only a new paragraph is."""
        before = block[-1]
        step = line.left - (block[1].left if len(block) > 1 else block[0].left)
        limit = _INDENT * line.size
        if abs(step) <= limit or (self._is_centred(before) and self._is_centred(line)):
            return False
        is_clause = is_ended or (before.text[-1] == "," and len(block) > 1 and line.words[0].text[:1].isupper())
        if len(block) == 1 and step < 0:  # the second line of a paragraph whose first is set in
            return False
        if step > 0:
            is_hanging = len(block) == 1 and has_label(before)
            return is_clause and not is_hanging
        return is_clause or step < -4 * limit
