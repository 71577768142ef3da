"""Walk through the elements of a web page and write down its text as a browser prints it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from stmtdiff.loaders.pagelists import Counting
from stmtdiff.loaders.pagenotes import RETURN, PageNote, mark_page_notes
from stmtdiff.loaders.pagetags import BLOCKS, HEADINGS, folded, is_struck, is_unseen
from stmtdiff.loaders.reading import Reading
from stmtdiff.loaders.writing import Writer, count_letters, superscript

_BOLD = frozenset({"b", "strong", "u"})  # how headings are set on pages that mark none
_SHORT_CELL = 60
_NUMBER = re.compile(r"\(?\w{1,4}[.)]|\d{1,3}")  # in a cell of its own, in front of what it counts
_TITLE_BLOCKS = 6


class Walk:
    """One walk through a page.

    Args:
        limit: how many characters the text may have.
        kept: the elements whose own text is read; None for all.
        original: read what is struck out and not what was put in its place.
    """

    def __init__(self, limit: int, *, kept: frozenset[Any] | None = None, original: bool = False) -> None:
        self._writer = Writer(limit)
        self._parts: list[tuple[str, bool]] = []  # the text of the block that is open, and what of it is bold
        self._label = ""
        self._depth = 0
        self._lists = Counting()
        self._kept = kept
        self._original = original
        self._is_read = kept is None
        self._is_one = False  # blocks inside do not part: a heading, a short cell
        self._changes = 0

    def visit(self, element: Any, is_bold: bool = False) -> None:
        """Take in `element` with all that is in it, without the text behind it."""
        if is_unseen(element):
            return
        is_old = is_struck(element)
        if is_old or element.tag == "ins":
            self._changes += is_old
            if is_old != self._original:
                return
        outer = self._is_read
        if element.tag in BLOCKS and self._kept is not None:
            self._is_read = element in self._kept
        self._dispatch(element, is_bold)
        self._is_read = outer

    def _dispatch(self, element: Any, is_bold: bool) -> None:
        tag = element.tag
        if tag == "br":
            self._add(" " if self._is_one else "\n", is_bold=is_bold)
        elif tag == "sup":
            self._add(superscript(said(element).strip()), is_bold=False)
        elif tag == "q":
            self._quoted(element, is_bold)
        elif self._is_one:
            self._inside(element, is_bold, space=" " if tag in BLOCKS else "")
        elif tag in HEADINGS:
            self._heading(element)
        elif tag == "li":
            self._item(element)
        elif tag == "tr":
            self._row(element)
        elif tag == "pre":
            self._lines(element)
        elif tag in BLOCKS:
            self.flush()
            self._inside(element, is_bold)
            self.flush()
        else:
            self._inside(element, is_bold or tag in _BOLD)

    def flush(self) -> None:
        """End the block that is open. A line that was left empty ends a paragraph in it."""
        breaks = [index for index, (part, _) in enumerate(self._parts) if part == "\n"]
        edges = pairwise([-1, *breaks, len(self._parts)])
        lines = [_line(self._parts[start + 1 : end]) for start, end in edges]
        self._parts = []
        for paragraph in _parted([(RETURN.sub("", text), bold) for text, bold in lines]):
            if self._depth or self._label:
                self._write_item("\n".join(text for text, _ in paragraph))
            else:
                self._writer.add_lines(paragraph)

    def finish(self, title: str, notes: Sequence[PageNote], doubts: tuple[str, ...]) -> Reading:
        """Return what was read, with the title and the notes marked."""
        self.flush()
        mark_page_notes(self._writer, notes)
        self._mark_title(folded(title).lower())
        if self._changes:
            what = "what was put in its place left out" if self._original else "left out"
            doubts = (*doubts, f"The page has text that is struck out, in {self._changes} places; it was {what}.")
        return self._writer.reading(doubts)

    def _mark_title(self, named: str) -> None:
        """Mark as title the first heading at the top that the page is named for, else one that is the first block."""
        texts = self._writer.texts()[:_TITLE_BLOCKS]
        headings = [index for index in range(len(texts)) if self._writer.kind(index) == "heading"]
        like = [index for index in headings if len(texts[index]) > 8 and texts[index].lower() in named]
        first = [index for index in headings if index == 0 or self._writer.value(index) == "1"]
        for index in [*like, *first][:1]:
            self._writer.mark(index, "title")

    def _write_item(self, text: str) -> None:
        if text.strip():
            level = str(self._depth)
            kind: Any = "item" if self._depth else None
            self._writer.add(self._label + text.lstrip(), kind=kind, value=level, indent=4 * max(0, self._depth - 1))
            self._label = ""

    def _add(self, text: str | None, *, is_bold: bool) -> None:
        if text and self._is_read:
            self._parts.append((text if text == "\n" else text.replace("\n", " "), is_bold))

    def _inside(self, element: Any, is_bold: bool, *, space: str = "") -> None:
        self._add(space + folded(element.text), is_bold=is_bold)
        for child in element:
            self.visit(child, is_bold)
            self._add(folded(child.tail), is_bold=is_bold)
        self._add(space, is_bold=is_bold)

    def _quoted(self, element: Any, is_bold: bool) -> None:
        self._add("“", is_bold=is_bold)
        self._inside(element, is_bold)
        self._add("”", is_bold=is_bold)

    def _whole(self, element: Any) -> str:
        """Return all text of an element in one line, without the breaks in it."""
        parts, self._parts = self._parts, []
        is_one, self._is_one = self._is_one, True
        self._inside(element, False)
        text = folded("".join(part for part, _ in self._parts)).strip()
        self._parts, self._is_one = parts, is_one
        return text

    def _heading(self, element: Any) -> None:
        self.flush()
        self._writer.add(self._whole(element), kind="heading", value=element.tag[1])

    def _lines(self, element: Any) -> None:
        """Write text that is set as it stands, with its lines; an empty one parts paragraphs."""
        self.flush()
        if self._is_read:
            for paragraph in re.split(r"\n[^\S\n]*\n", said(element)):
                self._writer.add(paragraph)

    def _item(self, element: Any) -> None:
        self.flush()
        marker = self._lists.marker(element)
        label, self._depth = self._label, self._depth + 1
        self._label = marker
        self._inside(element, False)
        self.flush()
        self._label, self._depth = label, self._depth - 1

    def _row(self, row: Any) -> None:
        """Write a row of short cells as one paragraph, of long cells as one each; a number joins its text."""
        self.flush()
        cells = [cell for cell in row if cell.tag in {"td", "th"} and not is_unseen(cell)]
        texts = [self._cell(cell) for cell in cells]
        if all(len(text) <= _SHORT_CELL and _is_simple(cell) for text, cell in zip(texts, cells, strict=True)):
            self._writer.add("\t".join(text for text in texts if text))
            return
        last = max((index for index, text in enumerate(texts) if text), default=0)
        for index, (cell, text) in enumerate(zip(cells, texts, strict=True)):
            if index < last and _NUMBER.fullmatch(text):
                self._label = f"{text} "
                continue
            if len(text) <= _SHORT_CELL and _is_simple(cell) and sum(map(bool, texts)) > 1:
                self._writer.add(self._label + text)  # a cell beside others is no heading, however bold
                self._label = ""
                continue
            self.visit(cell)
            self.flush()

    def _cell(self, cell: Any) -> str:
        outer = self._is_read
        if self._kept is not None:
            self._is_read = cell in self._kept
        text = self._whole(cell)
        self._is_read = outer
        return text


def said(element: Any) -> str:
    """Return the text of an element that is seen, with a line end for each break and its white space as it stands."""
    return "".join(_said(element))


def _said(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "br":
            yield "\n"
        elif not is_unseen(child) and not is_struck(child):
            yield from _said(child)
        yield child.tail or ""


def _is_simple(cell: Any) -> bool:
    """Say whether a cell holds one line: no list, no break inside, no second paragraph."""
    inner = [one for one in cell.iterdescendants() if one.tag in BLOCKS and (one.text or "").strip()]
    breaks = sum(1 for one in cell.iterdescendants("br") if (one.tail or "").strip())
    return len(inner) + breaks <= 1 and next(cell.iterdescendants("li", "tr"), None) is None


def _parted(lines: list[tuple[str, int]]) -> Iterator[list[tuple[str, int]]]:
    """Yield runs of lines that no empty one parts."""
    run: list[tuple[str, int]] = []
    for line in lines:
        if line[0].strip():
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _line(parts: list[tuple[str, bool]]) -> tuple[str, int]:
    """Return the text of a line and how many of its characters, spaces aside, are bold."""
    bold = sum(count_letters(part) for part, is_bold in parts if is_bold)
    return folded("".join(part for part, _ in parts)), bold
