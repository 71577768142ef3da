"""Read the pages of a document one after another as one text.

A paragraph that runs over the end of a page or column is one paragraph; notes and running heads, which
stand where it is interrupted, come behind it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from stmtdiff.loaders.pdf.front import mark_title, set_cover_aside
from stmtdiff.loaders.pdf.hyphens import Known
from stmtdiff.loaders.pdf.notes import is_called, note_mark
from stmtdiff.loaders.pdf.pages import Line, Page
from stmtdiff.loaders.pdf.paragraphs import Block, is_full, is_indented, is_indenting, is_labelled
from stmtdiff.loaders.pdf.sheets import Sheet, read_sheets
from stmtdiff.loaders.pdf.starts import is_entry, is_stopped
from stmtdiff.loaders.reading import Reading
from stmtdiff.loaders.writing import Writer
from stmtdiff.model import MarkKind

_BEFORE = 3  # blocks that show whether a list is being read


@dataclass(slots=True)
class Aside:
    """What stands behind a paragraph: a note in one or more paragraphs, with its mark, or a line of furniture."""

    kind: MarkKind
    texts: list[str]
    mark: str = ""


def read_flow(pages: Sequence[Page], doubts: tuple[str, ...], limit: int) -> Reading:
    """Return the text of `pages` in reading order, with headings, notes, furniture and pages marked."""
    sheets = read_sheets(pages)
    set_cover_aside(sheets)
    blocks = [block for sheet in sheets for block in (*sheet.blocks, *sheet.notes)]
    text = _Text(Known([line.text for block in blocks for line in block.lines]), is_indenting=is_indenting(blocks))
    asides: dict[int, list[Aside]] = {}  # by the index of the block that they stand behind
    last: Aside | None = None  # the last note of the page before, if it has any
    for sheet in sheets:
        last = _add_sheet(sheet, text, asides, last)
    mark_title(text.blocks)
    return _written(text.blocks, asides, doubts, limit)


class _Text:
    """The blocks of the document in order; `is_indenting` says that it sets first lines in."""

    def __init__(self, words: Known, *, is_indenting: bool) -> None:
        self.blocks: list[Block] = []
        self._words = words
        self._is_indenting = is_indenting

    def add(self, block: Block) -> None:
        """Add a block, or go on with the last one when it ran over the end of a page or column."""
        last = self.blocks[-1] if self.blocks else None
        text = block.text or self.joined(block.lines)
        page = block.lines[0].page
        if last is None or not self._runs_on(last, block):
            block.text, block.pages = text, [(page, 0)]
            self.blocks.append(block)
            return
        joined = self._words.join(last.text, text)
        if page != last.lines[-1].page:
            last.pages.append((page, len(joined) - len(text)))
        last.text = joined
        last.lines.extend(block.lines)
        last.is_open, last.left, last.right = block.is_open, block.left, block.right

    def joined(self, lines: Iterable[Line]) -> str:
        """Return the text of lines, with the words whole that their ends part."""
        text = ""
        for line in lines:
            text = self._words.join(text, line.text) if text else line.text
        return text

    def go_on(self, texts: list[str], more: str) -> None:
        """Add what stands at the foot of the next page to the paragraphs of a note: one that is not over goes on."""
        if is_stopped(texts[-1]):
            texts.append(more)
        else:
            texts[-1] = self._words.join(texts[-1], more)

    def _runs_on(self, last: Block, block: Block) -> bool:
        """Say whether `block`, the first of a page or column, goes on with the paragraph `last`.

        A sentence that ends where the page does ends its paragraph too, unless the document sets first lines
        in and this one is not. Where lines end without a stop, as in a roll of names, a capital begins a new
        one.
        """
        if not last.is_open or last.kind != "text" or block.kind != "text":
            return False
        if abs(last.size - block.size) > 0.1 * last.size or is_labelled(block):
            return False
        first = block.lines[0]
        if is_stopped(last.lines[-1].text):
            return self._is_indenting and not is_indented(block) and is_full(last, first)
        start = first.text.lstrip("“\"‘'([")[:1]
        return start.islower() or (is_full(last, first) and not self._is_list())

    def _is_list(self) -> bool:
        """Say whether the blocks before the last mostly end without a stop."""
        before = [block for block in self.blocks[-1 - _BEFORE : -1] if block.kind == "text"]
        return 2 * sum(is_entry(block.text) for block in before) > len(before)


def _add_sheet(sheet: Sheet, text: _Text, asides: dict[int, list[Aside]], before: Aside | None) -> Aside | None:
    """Add a page: its blocks, each note behind the block that refers to it, furniture behind the page's last.

    A note without a mark goes on with the one `before`, the last of the page before. Return the last note of this one.
    """
    first = max(0, len(text.blocks) - 1)
    for block in sheet.blocks:
        text.add(block)
    last = max(0, len(text.blocks) - 1)
    for note in sheet.notes:
        written = text.joined(note.lines)
        mark = note_mark(written)
        if not mark and before:
            text.go_on(before.texts, written)
            continue
        places = (index for index in range(first, last) if is_called(mark, text.blocks[index].text))
        before = Aside("note", [written], mark)
        asides.setdefault(next(places, last), []).append(before)
    asides.setdefault(last, []).extend(Aside("furniture", [line]) for line in sheet.furniture)
    return before if sheet.notes else None


def _written(blocks: Sequence[Block], asides: dict[int, list[Aside]], doubts: tuple[str, ...], limit: int) -> Reading:
    """Write the blocks down, each with what stands behind it."""
    writer = Writer(limit)
    for index in range(max(1, len(blocks))):
        if index < len(blocks):
            block = blocks[index]
            kind: MarkKind | None = block.kind if block.kind in ("heading", "title") else None
            pages = tuple(_new_pages(blocks, index))
            writer.add(block.text, kind=kind, value=block.level, indent=_indent(block), pages=pages)
        for aside in asides.get(index, ()):
            for line in aside.texts:
                writer.add(line, kind=aside.kind, value=aside.mark)
    return writer.reading(doubts)


def _indent(block: Block) -> int:
    """Return how many columns a numbered or bulleted block is set in, half its size each."""
    steps = round(2 * (block.lines[0].left - block.left) / block.size)
    return max(0, min(steps, 40)) if is_labelled(block) else 0


def _new_pages(blocks: Sequence[Block], index: int) -> Iterator[tuple[int, int]]:
    """Yield the pages that begin in a block: their numbers, and where in its text."""
    before = blocks[index - 1].pages[-1][0] if index else 0
    for page, offset in blocks[index].pages:
        if page != before:
            yield page, offset
        before = page
