"""Tell headings and the title from paragraphs, by a loader's marks or by how they look.

A heading is short, ends without a stop, is written in capitals or Title Case (or is very short),
and stands over something. A list of names also looks like that, so three such lines in a row are
no headings.
"""

import re

from stmtdiff.languages import ENGLISH, Language
from stmtdiff.languages.english import LETTERHEADS, PRESS_LINES, RELEASE_LINES, STOCK_HEADINGS
from stmtdiff.outline.blocks import Block
from stmtdiff.outline.dateline import is_dateline
from stmtdiff.outline.labels import is_annex, roman
from stmtdiff.patterns import later

_LONGEST = 120
_WHOLE_WORD = 3  # letters: what is shorter may be a sign
_WORD = later(r"[^\W_][\w’'.-]*")
_STOCK = later(rf"(?:[ivx\d]+[.)]\s*)?(?:{STOCK_HEADINGS})\s*$", re.IGNORECASE)
_BOILERPLATE = later(rf"{RELEASE_LINES}|{LETTERHEADS}", re.IGNORECASE)
_PRESS = later(rf"{RELEASE_LINES}|{PRESS_LINES}", re.IGNORECASE)
_TOP = 6  # blocks above a statement at most
_DAYS = r"\d{1,2}(?:[-–]\d{1,2})?"
_DATE = later(rf"(?:[A-Z][a-z]+day,? )?(?:{_DAYS} )?[A-Z][a-z]+ (?:{_DAYS}, )?\d{{4}}|\d{{4}}-\d\d-\d\d")
# S/RES/1701 (2006) at the end of a line
_SYMBOL = later(r"(?:^|\s)[A-Z]{1,6}(?:/[\w.()-]+)+(?:\s*\(\d{4}\))?\s*$")


def looks_like_heading(text: str, block: Block) -> bool:
    """Say whether `block` has the shape of a heading, wherever it stands."""
    if block.label and block.label.style in {"bullet", "brackets", "letter", "comma", "tight"}:
        return False
    if block.is_article or is_annex(text, block.start, block.end):
        return True
    if block.end - block.start > _LONGEST or block.lines > 3 or text[block.end - 1] in ".;,:!":
        return False
    own = text[block.body : block.end]
    if not own[:1].isupper() and not own[:1].isdigit() and own[:1] not in '“"‘':
        return False
    words = _WORD.findall(own)
    if "\t" in own or " | " in own:  # a row of a table
        return False
    if not words or own.isupper():
        return bool(words) and (_is_in_capitals(own) or roman(own.strip(" .")) > 0 or not own.isascii())
    return block.lines <= 2 and (is_title_case(words) or (len(words) <= 6 and block.lines == 1 and block.label is None))


def is_title_case(words: list[str]) -> bool:
    """Say whether every long word begins with a capital.

    >>> is_title_case(["Food", "Security", "and", "Trade"]), is_title_case(["The", "Meeting", "noted"])
    (True, False)
    """
    return all(not word[0].islower() for word in words if len(word) > 4) and not words[0][0].islower()


def find_headings(text: str, blocks: list[Block]) -> dict[int, str]:
    """Return the indexes of the blocks that are headings, each with its kind: a loader's level, or how it looks."""
    marked = _marked(text, blocks)
    shaped = [looks_like_heading(text, block) for block in blocks]
    found = dict(marked)
    for index, block in enumerate(blocks):
        # Where a loader saw headings, only a word in capitals may still be one that its page did not mark.
        is_open = not marked or (block.mark is None and _is_in_capitals(text[block.body : block.end]))
        if is_open and shaped[index] and _stands_over(text, blocks, shaped, index):
            found[index] = _kind(text, block)
    return {index: found[index] for index in sorted(found)}


def _is_in_capitals(own: str) -> bool:
    """Say whether `own` is written in capitals and has a word: "L 19", a cell of a table, has none."""
    return own.isupper() and any(len(word) >= _WHOLE_WORD and word.isalpha() for word in _WORD.findall(own))


def _marked(text: str, blocks: list[Block]) -> dict[int, str]:
    """Return the headings that a loader saw, without dates and without the last, which stand over nothing."""
    found = {
        index: block.mark.value or "1"
        for index, block in enumerate(blocks)
        if block.mark and block.mark.kind == "heading"
    }
    last = len(blocks) - 1
    while last in found:
        del found[last]
        last -= 1
    return {
        index: value for index, value in found.items() if not is_date(text[blocks[index].start : blocks[index].end])
    }


def _stands_over(text: str, blocks: list[Block], shaped: list[bool], index: int) -> bool:
    """Say whether the block at `index` is followed by what a heading is followed by."""
    block = blocks[index]
    if index + 1 == len(blocks):
        return False
    if block.is_article or is_annex(text, block.start, block.end):
        return True
    after = blocks[index + 1]
    if block.label and not block.label.style.startswith("capital"):  # "3. Maritime Security" over its text
        is_after_like = shaped[index - 1] and _is_numbered_alike(blocks[index - 1], block) if index else False
        return not (is_after_like or _is_numbered_alike(after, block) or shaped[index + 1])
    run = _run(shaped, index)
    if run > 2 and not text[block.body : block.end].isupper():
        return False
    return after.end - after.start > block.end - block.start or after.label is not None or shaped[index + 1]


def _is_numbered_alike(other: Block, block: Block) -> bool:
    """Say whether two blocks have labels in one style: short ones in a row are a list, its last one too."""
    return bool(other.label and block.label and other.label.style == block.label.style)


def _run(shaped: list[bool], index: int) -> int:
    """Return how many blocks in a row, `index` among them, have the shape of a heading (at most 3 a side)."""
    first = last = index
    while first > max(0, index - 3) and shaped[first - 1]:
        first -= 1
    while last + 1 < min(len(shaped), index + 4) and shaped[last + 1]:
        last += 1
    return last - first + 1


def _kind(text: str, block: Block) -> str:
    """Return what a heading looks like."""
    if block.label and block.label.style == "capital roman":
        return "roman"
    if block.is_article:
        return "article"
    if text[block.body : block.end].isupper():
        return "capitals"
    if block.label and block.label.style == "capital letter":
        return "letter"
    return "title"


def find_title(text: str, blocks: list[Block], front: int, language: Language = ENGLISH) -> int | None:
    """Return the index of the title among the first `front` blocks.

    A line with a place and a day in `language` ("Orlo, le 3 mai 2024") is one only where nothing else can be it.
    """
    for index, block in enumerate(blocks[:front]):
        if block.mark and block.mark.kind == "title":
            return index
    found = [
        index
        for index, block in enumerate(blocks[:front])
        if (looks_like_heading(text, block) or block.mark) and _may_be_title(text[block.start : block.end])
    ]
    dated = [index for index in found if is_dateline(text[blocks[index].start : blocks[index].end], language)]
    rest = dated if language == ENGLISH else []  # "Joint Statement, 3 May 2024" has the shape of a place with its day
    return next(iter([*(index for index in found if index not in dated), *rest]), None)


def _may_be_title(own: str) -> bool:
    return not (is_stock(own) or is_boilerplate(own) or is_date(own))


def is_stock(own: str) -> bool:
    """Say whether `own` is a heading that any statement can have, so that it is no title."""
    return _STOCK.match(own) is not None


def is_boilerplate(own: str) -> bool:
    """Say whether `own` is a line that publishers put above a statement."""
    return _BOILERPLATE.match(own) is not None or _SYMBOL.search(own[-60:]) is not None


def find_press_lines(text: str, blocks: list[Block]) -> list[Block]:
    """Return the short lines above and below a statement that speak to the press: "For release at 2:00 p.m. EST"."""
    found = [
        block
        for block in (*blocks[:_TOP], *blocks[_TOP:][-1:])
        if block.end - block.start <= _LONGEST and _PRESS.match(text, block.start, block.end)
    ]
    return found if len(found) < len(blocks) else []


def is_date(own: str) -> bool:
    """Say whether `own` is nothing but a date.

    >>> is_date("December 17, 2014"), is_date("Report of 17 December 2014")
    (True, False)
    """
    return _DATE.fullmatch(own) is not None
