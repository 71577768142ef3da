"""What a page of a PDF is once its characters have been gathered: words with their places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import NamedTuple

from stmtdiff.loaders.writing import plain_fractions, superscript
from stmtdiff.pdfium.glyphs import runs_left


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
    left: float
    right: float
    size: float
    y: float

    def __init__(self, words: Iterable[Word], page: int) -> None:
        """Make the line of `words`, which are in order, on the page with the number `page`."""
        self.words = tuple(words)
        self.page = page
        self._text = ""
        texts, lefts, rights, heights, sizes, bolds, _, shifts = zip(*self.words, strict=True)
        self.left, self.right = min(lefts), max(rights)
        counts = [0 if shift else len(text) for text, shift in zip(texts, shifts, strict=True)]
        self.size = _commonest(sizes, counts)
        self.y = _commonest(heights, counts)
        letters, bold = sum(counts), sum(compress(counts, bolds))
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


def _commonest(values: Sequence[float], counts: Sequence[int]) -> float:
    """Return the value that counts most, the largest of several; the first where nothing counts."""
    if values.count(values[0]) == len(values):
        return values[0]
    found: dict[float, int] = {}
    for value, count in zip(values, counts, strict=True):
        if count:
            found[value] = found.get(value, 0) + count
    return max(found, key=lambda value: (found[value], value)) if found else values[0]


def join_words(words: Iterable[Word]) -> str:
    """Return the text of the words of a line; figures set above it become raised ones, "talks³"."""
    parts: list[str] = []
    before: Word | None = None
    for word in words:
        text, *_, is_spaced, shift = word
        if before is not None and ((is_spaced and not shift) or is_apart(before, word)):
            parts.append(" ")
        parts.append(superscript(text) if shift > 0 else text)
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
