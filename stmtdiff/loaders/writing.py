"""Write the text of a structured format: its blocks with blank lines between, and marks beside it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from stmtdiff.loaders.decoding import tidy
from stmtdiff.loaders.reading import Reading, check_length
from stmtdiff.model import Mark, MarkKind
from stmtdiff.spans import Span

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# A fraction that is set by hand, its upper figure raised: "4¹/2" would be a note and a two.
_BY_HAND = re.compile(r"(?P<whole>(?<![^\W\d_])\d|(?<!\S))(?P<above>[⁰¹²³⁴-⁹]{1,2})[/⁄](?P<below>[\d₀-₉]{1,2})(?!\d)")
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
_LONGEST_HEADING = 120
_BOLD_LEVEL = "5"  # of a line that is only set in bold: below whatever the page calls a heading


def superscript(figures: str) -> str:
    """Return raised figures as such, "12" gives "¹²", also with space around; anything else, as in "19th", stays."""
    bare = figures.strip()
    return figures.translate(_SUPERSCRIPTS) if bare.isdecimal() and bare.isascii() else figures


def plain_fractions(text: str) -> str:
    """Return `text` with each fraction that is set with raised figures as one that is typed.

    >>> plain_fractions("of 4¹/₂ percent, ³⁄4 of it"), plain_fractions("km²/3")
    ('of 4 1/2 percent, 3/4 of it', 'km²/3')
    """
    if "/" not in text and "\u2044" not in text:
        return text

    def typed(match: re.Match[str]) -> str:
        space = " " if match["whole"] else ""
        return f"{match['whole']}{space}{match['above'].translate(_FIGURES)}/{match['below'].translate(_FIGURES)}"

    return _BY_HAND.sub(typed, text)


def count_letters(text: str) -> int:
    """Return how many characters of `text` are no space."""
    return len("".join(text.split()))


def _is_bold_heading(text: str, bold: int) -> bool:
    """Say whether a line with `bold` bold characters is a heading: all of it, short, without a stop."""
    return 0 < count_letters(text) <= bold and len(text) <= _LONGEST_HEADING and text.rstrip()[-1] not in ".;,:"


@dataclass(frozen=True, slots=True)
class _Block:
    text: str
    kind: MarkKind | None
    value: str
    indent: int
    label: str = ""
    pages: tuple[tuple[int, int], ...] = ()


def _page_marks(text: str, pages: list[tuple[int, int]]) -> Iterator[Mark]:
    """Yield a mark for each page, from where it begins to where the next one does."""
    for (number, start), (_, end) in pairwise([*pages, (0, len(text))]):
        yield Mark(Span(start, start + len(text[start:end].rstrip())), "page", str(number))


class Writer:
    """Collects blocks in reading order and then writes them down."""

    def __init__(self, limit: int) -> None:
        """Begin with nothing, of what may become `limit` characters long."""
        self._limit = limit
        self._blocks: list[_Block] = []
        self._length = 0

    def add(
        self,
        text: str,
        *,
        kind: MarkKind | None = None,
        value: str = "",
        indent: int = 0,
        label: str = "",
        pages: tuple[tuple[int, int], ...] = (),
    ) -> None:
        """Add a block of `text`, whose lines end only at line breaks that the author made.

        A `label` is printed before it, and marked as one: a number that the format counts by itself.
        `pages` are the pages that begin in it: their numbers, and where in the block each begins.

        Raises:
            LoadError: when the document becomes too long.
        """
        lines = [line.strip(" \t\n") for line in plain_fractions(tidy(text)).split("\n")]
        if cleaned := "\n".join(line for line in lines if line.strip()):
            label = tidy(label)
            self._length += indent + len(label) + len(cleaned)
            check_length(self._length, self._limit)
            self._blocks.append(_Block(f"{label} {cleaned}" if label else cleaned, kind, value, indent, label, pages))

    def add_lines(self, lines: Iterable[tuple[str, int]], *, label: str = "") -> None:
        """Add a block of lines, each with its number of bold characters; a bold line is a heading of its own."""
        plain: list[str] = []
        for text, bold in lines:
            if _is_bold_heading(text, bold):
                label = self._add_plain(plain, label)
                self.add(text, kind="heading", value=_BOLD_LEVEL, label=label)
                plain, label = [], ""
            else:
                plain.append(text)
        self._add_plain(plain, label)

    def _add_plain(self, lines: list[str], label: str) -> str:
        """Add lines as a block and return the label that still waits for a text."""
        text = "\n".join(lines)
        self.add(text, label=label)
        return "" if text.strip() else label

    def texts(self) -> list[str]:
        """Return the texts of the blocks so far."""
        return [block.text for block in self._blocks]

    def mark(self, index: int, kind: MarkKind, value: str = "", *, text: str = "") -> None:
        """Set what the block at `index` is, and what it says where that is not what was added."""
        block = self._blocks[index]
        self._blocks[index] = replace(block, kind=kind, value=value, text=tidy(text) or block.text)

    def remove(self, index: int) -> None:
        """Take out the block at `index`; the others keep their places."""
        self._blocks[index] = _Block("", None, "", 0)

    def kind(self, index: int) -> MarkKind | None:
        """Return what the block at `index` is marked as."""
        return self._blocks[index].kind

    def value(self, index: int) -> str:
        """Return what the mark of the block at `index` says: the level of a heading."""
        return self._blocks[index].value

    def reading(self, doubts: tuple[str, ...] = ()) -> Reading:
        """Return the text of all blocks with a mark for each that has a kind."""
        parts: list[str] = []
        marks: list[Mark] = []
        pages: list[tuple[int, int]] = []
        position = 0
        for block in self._blocks:
            if not block.text:
                continue
            start = position + block.indent
            pages.extend((number, start + offset) for number, offset in block.pages)
            if block.kind:
                marks.append(Mark(Span(start, start + len(block.text)), block.kind, block.value))
            if block.label:
                marks.append(Mark(Span(start, start + len(block.label)), "label"))
            parts.append(" " * block.indent + block.text)
            position = start + len(block.text) + 2
        text = "\n\n".join(parts)
        return Reading(text, (*marks, *_page_marks(text, pages)), doubts)
