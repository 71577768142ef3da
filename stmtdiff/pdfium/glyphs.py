"""Gather the characters of a page into words.

The ugly case: "denuclearisation" and the figure 3 of its footnote are set without a space between
them, and read on as "denuclearisation3"; the figure is smaller and stands higher, so it is a word apart.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

SPACES = frozenset({9, 10, 13, 32, 160, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000})
"""The characters that are spaces, of whatever width."""

_HYPHENS = frozenset({2, 0xFFFE})  # what PDFium gives for a hyphen at a line's end
_UNSHOWN = frozenset({*range(0x200B, 0x2010), 0x2060, 0xFEFF})  # of no width
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_WRITTEN = {**_LIGATURES, 0xF0B7: "•", 0xF0A7: "•", 0xF06E: "•"}  # the last three are bullets of symbol fonts
_GAP = 0.28  # of the size: wider than this between two letters is a space, whether or not one was written
_SHIFT = 0.12  # of the size: a letter set higher or lower than this is a word apart
_TINY = 1.5  # points: smaller letters are there for machines
_SLANTED = 4
DOWN = 5
"""The quarter of letters that stand upright one under the other: their lines run down, the next one to the left."""
_FROM_RIGHT = frozenset({"R", "AL"})
_TURNED = frozenset({1, 2, 3})


class Style(NamedTuple):
    """How letters are set: size in points, quarter turns (4: another angle, 5: downwards), bold, painted or not."""

    size: float
    quarter: int = 0
    is_bold: bool = False
    is_seen: bool = True


class Setting(NamedTuple):
    """How one text object is set: its style, whether it is white, and its baseline where it is not turned."""

    style: Style
    is_white: bool
    y: float


@dataclass(slots=True)
class _Open:
    """A word that is still growing."""

    text: str
    left: float
    right: float
    y: float
    size: float
    bold: int
    is_spaced: bool
    style: Style


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

    def add(
        self, run: str, left: float, bottom: float, right: float, top: float, x: float, y: float, style: Style
    ) -> bool:
        """Add letters that are painted together: their text, their box, and where the first stands on its baseline.

        Returns whether they are on the page and show anything.
        """
        low, deep, far, high = self._box
        if not (low <= (left + right) / 2 <= far and deep <= (bottom + top) / 2 <= high):
            self._outside += len(run)
            return False
        letters = run if run.isascii() and run.isprintable() else self._letters(run)
        if not letters:
            return False
        if style.quarter in _TURNED:
            left, right, y = (
                *_turned(left, bottom, right, top, style.quarter)[:2],
                _turned(x, y, x, y, style.quarter)[2],
            )
        elif style.quarter == DOWN:
            left, right, y = _turned(left, bottom, right, top, DOWN)
        word = self._open
        if word is None or self._had_space or not self._continues(word, style, left, right, y, letters):
            is_spaced = self._had_space and word is not None and _is_behind(word, style, left, right, y)
            self._open = _Open(letters, left, right, y, style.size, style.is_bold * len(letters), is_spaced, style)
            self._made.append(self._open)
        else:
            word.text += letters
            word.left, word.right = min(word.left, left), max(word.right, right)
            word.bold += style.is_bold * len(letters)
            if style is not word.style:
                word.size = max(word.size, style.size)
            if style.quarter == _SLANTED:
                word.y = y
        self._had_space = False
        return True

    def add_level(self, run: str, left: float, right: float, setting: Setting) -> bool:
        """Add a word behind a space that the object of the word before paints too; say whether it is that plain.

        What it is spared: that object is upright, and on the page as far as its height goes.
        """
        low, _, far, _ = self._box
        if not (low <= left and right <= far and run.isascii() and run.isprintable()):
            return False
        style, _, y = setting
        word = self._open
        is_spaced = word is not None and _is_behind(word, style, left, right, y)
        self._open = _Open(run, left, right, y, style.size, style.is_bold * len(run), is_spaced, style)
        self._made.append(self._open)
        self._had_space = False
        return True

    def finish(self, *, has_picture: bool) -> dict[str, Any]:
        """Return the words that are seen and stand upright, and what was left out."""
        self._quarter = _most_common(word.style.quarter for word in self._made if word.style.quarter != _SLANTED)
        seen = [word for word in self._made if word.style.is_seen and word.size >= _TINY]
        is_layer = not seen and has_picture and bool(self._made)  # what a machine once read in a scan
        if is_layer:
            seen = self._made
        low, high, _ = self.turned(*self._box)
        return {
            "width": round(high - low, 1),
            "words": _rows(word for word in seen if word.style.quarter == self._quarter),
            "aside": [word.text for word in seen if word.style.quarter != self._quarter],
            "hidden": len(self._made) - len(seen),
            "outside": self._outside,
            "unknown": self._unknown,
            "is_layer": is_layer,
            "is_down": self._quarter == DOWN,
        }

    def turned(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float]:
        """Return from where to where a box runs along the lines of the page, and at what height it ends."""
        return _turned(left, bottom, right, top, self._quarter)

    def _letters(self, run: str) -> str:
        """Return letters as they are written, without those that show nothing; pairs of codes are one letter."""
        if any("\ud800" <= letter < "\ue000" for letter in run):
            run = run.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return "".join(map(self._letter, run))

    def _letter(self, letter: str) -> str:
        code = ord(letter)
        if code in _HYPHENS:
            return "\u00ad"
        if code in _UNSHOWN:
            return ""
        if code < 32 or 127 <= code < 160 or code == 0xFFFD:
            self._unknown += 1
            return "\ufffd"
        if 0xFB50 <= code < 0xFE00 or 0xFE70 <= code < 0xFEFF:  # Arabic letters by their shape in the word
            return unicodedata.normalize("NFKC", letter)
        return _WRITTEN.get(code) or letter

    def _continues(self, word: _Open, style: Style, start: float, end: float, y: float, letters: str) -> bool:
        own, size = word.style, word.size
        if style is not own:
            if style.quarter != own.quarter or style.is_seen != own.is_seen:
                return False
            size = max(size, style.size)
        if style.quarter == _SLANTED:
            return abs(start - word.right) <= size and abs(y - word.y) <= 2 * size
        step = word.left - end if runs_left(letters) and runs_left(word.text[-1]) else start - word.right
        return -size / 2 <= step <= _GAP * size and abs(y - word.y) <= _SHIFT * size


def _is_behind(word: _Open, style: Style, start: float, end: float, y: float) -> bool:
    """Say whether the space before a word is one inside its line, and not a jump to another place."""
    own, size = word.style, word.size
    if own is not style:
        if own.quarter != style.quarter:
            return False
        size = max(size, style.size)
    return abs(word.y - y) < size and (
        -size / 4 <= start - word.right < 3 * size or -size / 4 <= word.left - end < 3 * size
    )


class _Hundredths(dict[float, float]):
    """Numbers with two digits behind the point: many words share a baseline and a size, and rounding takes its time."""

    def __missing__(self, value: float) -> float:
        made = self[value] = round(value, 2)
        return made


def _rows(words: Iterable[_Open]) -> list[tuple[Any, ...]]:
    """Return words as `pages.Word` has them, in its order."""
    of = _Hundredths()
    return [
        (
            word.text if word.text.isascii() else unicodedata.normalize("NFC", word.text),
            *(round(word.left, 2), round(word.right, 2), of[word.y], of[word.size]),
            2 * word.bold > len(word.text),
            word.is_spaced,
        )
        for word in words
    ]


def runs_left(text: str) -> bool:
    """Say whether `text` has a letter of a script that runs from right to left.

    >>> runs_left("את"), runs_left("2025"), runs_left("é")
    (True, False, False)
    """
    return not text.isascii() and any(
        letter >= "\u0590" and unicodedata.bidirectional(letter) in _FROM_RIGHT for letter in text
    )


def _turned(left: float, bottom: float, right: float, top: float, quarter: int) -> tuple[float, float, float]:
    """Return start, end and lower edge of a box when the page is turned so that its text stands upright."""
    if quarter == 1:
        return bottom, top, -right
    if quarter == 2:
        return -right, -left, -top
    if quarter in {3, DOWN}:
        return -top, -bottom, left
    return left, right, bottom


def _most_common(quarters: Any) -> int:
    counts = Counter(quarters)
    return max(sorted(counts), key=counts.__getitem__) if counts else 0
