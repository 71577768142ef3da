"""Gather the characters of a page into words.

The ugly case: "denuclearisation" and the figure 3 of its footnote are set without a space between
them, and read on as "denuclearisation3"; the figure is smaller and stands higher, so it is a word apart.
"""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import Any, NamedTuple

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_HYPHENS = {2: "\u00ad", 0xFFFE: "\u00ad"}  # what PDFium gives for a hyphen at a line's end
_PRIVATE = (0xE000, 0xF8FF)
_GAP = 0.28  # of the size: wider than this between two letters is a space, whether or not one was written
_SHIFT = 0.12  # of the size: a letter set higher or lower than this is a word apart
_TINY = 1.5  # points: smaller letters are there for machines
_SLANTED = 4


class Glyph(NamedTuple):
    """A character: its box, its origin on the baseline, its size in points, and how it is turned and painted."""

    code: int
    left: float
    bottom: float
    right: float
    top: float
    x: float
    y: float
    size: float
    quarter: int
    is_bold: bool
    is_seen: bool


@dataclass(slots=True)
class _Open:
    """A word that is still growing."""

    text: list[str]
    left: float
    right: float
    y: float
    size: float
    bold: int
    is_spaced: bool
    quarter: int
    is_seen: bool


class Words:
    """The words of one page, in the order in which the file paints them."""

    def __init__(self, box: tuple[float, float, float, float]) -> None:
        """Begin with none; `box` is the part of the page that is seen (left, bottom, right, top)."""
        self._box = box
        self._made: list[_Open] = []
        self._open: _Open | None = None
        self._had_space = False
        self._quarter = 0
        self._outside = 0
        self._unknown = 0

    def space(self) -> None:
        """End the word that is open."""
        self._had_space = True

    def add(self, glyph: Glyph) -> None:
        """Add a character that is no space."""
        left, bottom, right, top = self._box
        if not (left <= (glyph.left + glyph.right) / 2 <= right and bottom <= (glyph.bottom + glyph.top) / 2 <= top):
            self._outside += 1
            return
        letter = self._letter(glyph.code)
        if not letter:
            return
        start, end, y = _along(glyph)
        word = self._open
        if word is not None and self._continues(word, glyph, start, y):
            word.text.append(letter)
            word.right = max(word.right, end)
            word.size = max(word.size, glyph.size)
            word.y = y if glyph.quarter == _SLANTED else word.y
            word.bold += glyph.is_bold
        else:
            is_spaced = word is not None and self._had_space and self._is_behind(word, glyph, start, y)
            self._open = _Open(
                [letter], start, end, y, glyph.size, int(glyph.is_bold), is_spaced, glyph.quarter, glyph.is_seen
            )
            self._made.append(self._open)
        self._had_space = False

    def finish(self, *, has_picture: bool) -> dict[str, Any]:
        """Return the words that are seen and stand upright, and what was left out."""
        self._quarter = _most_common(word.quarter for word in self._made if word.quarter != _SLANTED)
        seen = [word for word in self._made if word.is_seen and word.size >= _TINY]
        is_layer = not seen and has_picture and bool(self._made)  # what a machine once read in a scan
        if is_layer:
            seen = self._made
        low, high, _ = self.turned(*self._box)
        return {
            "width": round(high - low, 1),
            "words": [self._row(word) for word in seen if word.quarter == self._quarter],
            "aside": ["".join(word.text) for word in seen if word.quarter != self._quarter],
            "hidden": len(self._made) - len(seen),
            "outside": self._outside,
            "unknown": self._unknown,
            "is_layer": is_layer,
        }

    def turned(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float]:
        """Return from where to where a box runs along the lines of the page, and at what height it ends."""
        return _turned(left, bottom, right, top, self._quarter)

    def _row(self, word: _Open) -> list[Any]:
        text = unicodedata.normalize("NFC", "".join(word.text))
        sizes = (round(value, 2) for value in (word.left, word.right, word.y, word.size))
        return [text, *sizes, 2 * word.bold > len(word.text), word.is_spaced]

    def _letter(self, code: int) -> str:
        if code in _HYPHENS:
            return _HYPHENS[code]
        if code < 32 or code == 0xFFFD or 0xD800 <= code < 0xE000:
            self._unknown += 1
            return "\ufffd" if code in {0, 0xFFFD} else ""
        if _PRIVATE[0] <= code <= _PRIVATE[1]:
            return "•" if code in {0xF0B7, 0xF0A7, 0xF06E} else chr(code)  # the bullets of symbol fonts
        return _LIGATURES.get(code, chr(code))

    def _continues(self, word: _Open, glyph: Glyph, start: float, y: float) -> bool:
        if self._had_space or word.quarter != glyph.quarter or word.is_seen != glyph.is_seen:
            return False
        size = max(word.size, glyph.size)
        if glyph.quarter == _SLANTED:
            return abs(start - word.right) <= size and abs(y - word.y) <= 2 * size
        return abs(y - word.y) <= _SHIFT * size and -size / 2 <= start - word.right <= _GAP * size

    def _is_behind(self, word: _Open, glyph: Glyph, start: float, y: float) -> bool:
        """Say whether the space before a character is one inside its line, and not a jump to another place."""
        size = max(word.size, glyph.size)
        return word.quarter == glyph.quarter and abs(y - word.y) < size and -size / 4 <= start - word.right < 3 * size


def _along(glyph: Glyph) -> tuple[float, float, float]:
    """Return where a character begins and ends along its line, and the height of its baseline."""
    if glyph.quarter in {0, _SLANTED}:
        return glyph.left, glyph.right, glyph.y
    start, end, _ = _turned(glyph.left, glyph.bottom, glyph.right, glyph.top, glyph.quarter)
    return start, end, _turned(glyph.x, glyph.y, glyph.x, glyph.y, glyph.quarter)[2]


def _turned(left: float, bottom: float, right: float, top: float, quarter: int) -> tuple[float, float, float]:
    """Return start, end and lower edge of a box when the page is turned so that its text stands upright."""
    if quarter == 1:
        return bottom, top, -right
    if quarter == 2:
        return -right, -left, -top
    if quarter == 3:
        return -top, -bottom, left
    return left, right, bottom


def _most_common(quarters: Any) -> int:
    counts = Counter(quarters)
    return max(sorted(counts), key=counts.__getitem__) if counts else 0
