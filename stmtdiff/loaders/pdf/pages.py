"""What a page of a PDF is once its characters have been gathered: words with their places."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from stmtdiff.loaders.pdf.glyphs import runs_left
from stmtdiff.loaders.writing import plain_fractions, superscript


class Word(NamedTuple):
    """A word on a page, in points from the lower left: `left` to `right` on the baseline `y`.

    `is_spaced` says that a space parts it from the word before it. `shift` is 1 for a word set above its
    line, -1 for one below.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    is_bold: bool = False
    is_spaced: bool = True
    shift: int = 0


class Rule(NamedTuple):
    """A thin line that is drawn from `left` to `right` at the height `y`."""

    left: float
    right: float
    y: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its words, and what else was found or left out (numbers of characters).

    `aside` is text set at another angle. `picture` is the part that its largest picture covers, 0 to 1.
    `is_layer` says that the text is what a machine once read in that picture. `notes` are notes and stamps laid over
    it; `is_down` says that its lines run from top to bottom, `is_mirrored` that
    they run from right to left and were turned over for reading.
    """

    number: int
    width: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    aside: tuple[str, ...] = ()
    hidden: int = 0
    outside: int = 0
    unknown: int = 0
    picture: float = 0.0
    is_layer: bool = False
    notes: int = 0
    is_down: bool = False
    is_mirrored: bool = False


class Line:
    """Words on one baseline, from left to right."""

    __slots__ = ("_text", "is_bold", "left", "page", "right", "size", "words", "y")

    def __init__(self, words: Iterable[Word], page: int) -> None:
        """Make the line of `words`, which are in order, on the page with the number `page`."""
        self.words = tuple(words)
        self.page = page
        self._text = ""
        self.left = min(word.left for word in self.words)
        self.right = max(word.right for word in self.words)
        sizes: dict[float, int] = {}
        heights: dict[float, int] = {}
        bold = letters = 0
        for text, _, _, y, size, is_bold, _, shift in self.words:
            if not shift:
                length = len(text)
                sizes[size] = sizes.get(size, 0) + length
                heights[y] = heights.get(y, 0) + length
                letters += length
                bold += is_bold * length
        self.size = _commonest(sizes, self.words[0].size)
        self.y = _commonest(heights, self.words[0].y)
        self.is_bold = bold * 10 >= 9 * letters > 0

    @property
    def text(self) -> str:
        """Return the text of the line."""
        self._text = self._text or join_words(self.words)
        return self._text

    @property
    def width(self) -> float:
        """Return how long the line is, in points."""
        return self.right - self.left


def _commonest(counts: dict[float, int], otherwise: float) -> float:
    """Return the value with the highest count, the largest of several."""
    return max(counts, key=lambda value: (counts[value], value)) if counts else otherwise


def join_words(words: Iterable[Word]) -> str:
    """Return the text of the words of a line; figures set above it become raised ones, "talks³"."""
    parts: list[str] = []
    before: Word | None = None
    for word in words:
        if before is not None and is_apart(before, word):
            parts.append(" ")
        parts.append(superscript(word.text) if word.shift > 0 else word.text)
        before = word
    return plain_fractions("".join(parts))


def is_apart(before: Word, word: Word) -> bool:
    """Say whether there is a space between two words that stand side by side."""
    gap = word.left - before.right
    size = max(before.size, word.size)
    if word.shift:
        return gap > size / 2
    if runs_left(word.text) or runs_left(before.text):  # beside a number, which runs the other way, gaps say nothing
        return word.is_spaced or gap > 0.12 * size
    if before.shift < 0:  # the figure of a formula: what follows is parted only by a space that was written
        return word.is_spaced or gap > 0.2 * size
    return word.is_spaced or gap > 0.12 * size or gap < -size / 2


def with_shift(word: Word, shift: int, y: float) -> Word:
    """Return `word` as one set above or below the line at `y`."""
    return word._replace(shift=shift, y=y)
