"""Find the title of a document, and set a cover aside that only repeats it."""

from collections.abc import Sequence

from stmtdiff.loaders.pdf.paragraphs import Block
from stmtdiff.loaders.pdf.sheets import Sheet

_TOP = 12  # blocks at most before the text proper
_PROSE = 200  # characters: a longer block is text and no title
_TITLES = 3  # blocks at most down to the title of a page
_SHORTEST_TITLE = 12  # letters


def mark_title(blocks: Sequence[Block]) -> None:
    """Make the largest heading above the text the title; a cover's only where the next page has none."""
    top: list[Block] = []
    for block in blocks[:_TOP]:
        if block.kind == "text" and len(block.text) > _PROSE:
            break
        top.append(block)
    found = [block for block in top if block.kind == "heading"]
    last = max((block.lines[0].page for block in found), default=0)
    if last:
        max((block for block in found if block.lines[0].page == last), key=lambda block: block.size).kind = "title"


def set_cover_aside(sheets: Sequence[Sheet]) -> None:
    """Make the first page furniture when it is a cover: no prose, and the next page begins with its title again."""
    if len(sheets) < 2:
        return
    cover = [" ".join(line.text for line in block.lines) for block in sheets[0].blocks]
    titles = [block for block in sheets[1].blocks[:_TITLES] if block.kind == "heading"]
    title = _letters(" ".join(line.text for line in titles[0].lines)) if titles else ""
    is_cover = all(len(text) <= _PROSE for text in cover)
    if is_cover and len(title) > _SHORTEST_TITLE and title in _letters("".join(cover)):
        sheets[0].furniture = [*cover, *sheets[0].furniture]
        sheets[0].blocks = []


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
