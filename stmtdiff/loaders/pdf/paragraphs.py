"""Cut the lines of one column into blocks: paragraphs, headings and rows of tables."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from stmtdiff.loaders.pdf.measures import Measures
from stmtdiff.loaders.pdf.pages import Line
from stmtdiff.loaders.pdf.starts import Starts, has_label, is_entry, is_short
from stmtdiff.loaders.pdf.tables import find_tables, is_letterhead, read_rows

Kind = Literal["text", "heading", "title", "row", "note"]

_LONGEST_HEADING = 200
_ENTRIES = 3  # in a row make a list
_LARGER = 1.1  # times the size of the text


@dataclass(slots=True)
class Block:
    """Lines that belong together. `is_open` says that the last one reaches the end of its column."""

    kind: Kind
    lines: list[Line]
    left: float
    right: float
    text: str = ""  # of a row: its cells
    level: str = ""
    is_open: bool = False
    pages: list[tuple[int, int]] = field(default_factory=list)  # where in the text a page begins

    @property
    def size(self) -> float:
        """Return the size of the block's first line."""
        return self.lines[0].size


def read_blocks(lines: Sequence[Line], measures: Measures, *, left: float, right: float) -> list[Block]:
    """Return the blocks of a column whose edges are `left` and `right`."""
    tables = find_tables(lines)
    blocks: list[Block] = []
    starts = Starts(measures, left, right)
    index = 0
    is_new = True
    while index < len(lines):
        line = lines[index]
        is_new = is_new or starts.is_far(blocks[-1].lines, line)
        end = tables.get(index, index + 1 if is_new and is_letterhead(line) else index)
        if end > index:
            blocks.extend(Block("row", row.lines, left, right, row.text) for row in read_rows(lines[index:end]))
            index, is_new = end, True
            continue
        if is_new or starts.is_start(blocks[-1].lines, line) or _is_next_entry(blocks, line):
            blocks.append(Block("text", [line], left, right))
        else:
            blocks[-1].lines.append(line)
        is_new = False
        index += 1
    return blocks


def _is_next_entry(blocks: Sequence[Block], line: Line) -> bool:
    """Say whether `line` is the next of a list of lines without stops, as in a roll of names."""
    last = blocks[-_ENTRIES:]
    if len(last) < _ENTRIES or line.words[0].text[:1].islower():
        return False
    near = 0.4 * line.size
    return all(
        block.kind == "text" and is_entry(block.lines[-1].text) and abs(block.lines[0].left - line.left) <= near
        for block in last
    ) and all(len(block.lines) == 1 or block.lines[1].left - line.left > near for block in last)


def mark_headings(blocks: Sequence[Block], measures: Measures) -> None:
    """Say which blocks are headings, and of which level: larger than the text, or bold in a text that is not."""
    texts = [block for block in blocks if block.kind == "text"]
    bold = sum(len(block.lines) for block in texts if _is_bold(block))
    is_bold_text = 3 * bold > sum(len(block.lines) for block in texts)
    found = [block for block in texts if _is_heading(block, measures, is_bold_text)]
    ranks = sorted({_rank(block) for block in found}, reverse=True)
    for block in found:
        block.kind = "heading"
        block.level = str(1 + ranks.index(_rank(block)))


def is_indented(block: Block) -> bool:
    """Say whether the first line of a block is set in, against the next or against the column."""
    first = block.lines[0]
    rest = block.lines[1].left if len(block.lines) > 1 else block.left
    return first.left - rest > 0.8 * first.size


def is_indenting(blocks: Sequence[Block]) -> bool:
    """Say whether a document sets the first lines of its paragraphs in."""
    long = [block for block in blocks if block.kind == "text" and len(block.lines) > 2 and not is_labelled(block)]
    return 2 * sum(is_indented(block) for block in long) > len(long)


def is_full(block: Block, after: Line) -> bool:
    """Say whether the last line of a block had no room for the first word of `after`."""
    return not is_short(block.lines[-1], after, left=block.left, right=block.right)


def is_labelled(block: Block) -> bool:
    """Say whether a block begins with a number, letter or bullet."""
    return has_label(block.lines[0])


def _rank(block: Block) -> tuple[float, bool]:
    return round(2 * block.size) / 2, _is_bold(block)


def _is_bold(block: Block) -> bool:
    return all(line.is_bold for line in block.lines)


def _is_heading(block: Block, measures: Measures, is_bold_text: bool) -> bool:
    text = " ".join(line.text for line in block.lines)
    if len(text) > _LONGEST_HEADING or len(block.lines) > 4 or text[-1] in ".;,:" or not any(map(str.isalpha, text)):
        return False
    return block.size >= _LARGER * measures.size or (_is_bold(block) and not is_bold_text)
