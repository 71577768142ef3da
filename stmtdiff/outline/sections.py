"""Plan what each block is: title, heading, body or item, and in which section it stands."""

import re
from typing import NamedTuple

from stmtdiff.languages import ENGLISH, Language
from stmtdiff.languages.english import DOCUMENT_WORDS
from stmtdiff.model import Role, Section, SectionKind
from stmtdiff.outline.blocks import Block
from stmtdiff.outline.headings import find_headings, find_title, is_boilerplate, is_stock, looks_like_heading
from stmtdiff.outline.labels import is_annex
from stmtdiff.patterns import later

_DOCUMENT = later(DOCUMENT_WORDS, re.IGNORECASE)
_LONGEST_FRONT = 120


class Plan(NamedTuple):
    """What each block is, in columns by block; `title` is the index of the title's block."""

    roles: tuple[Role, ...]
    levels: tuple[int, ...]
    sections: tuple[Section, ...]
    title: int | None


def plan_sections(text: str, blocks: list[Block], language: Language = ENGLISH) -> Plan:
    """Return the plan of `blocks`, the paragraphs and headings of `text` in order, which is in `language`."""
    headings = find_headings(text, blocks)
    front = _front(text, blocks, headings)
    title = find_title(text, blocks, front, language)
    headings = {index: kind for index, kind in headings.items() if index >= front and index != title}
    ranks = _ranks(headings)
    roles: list[Role] = [_role(block) for block in blocks]
    for index in headings:
        roles[index] = "heading"
    if title is not None:
        roles[title] = "title"
    levels = tuple(
        ranks[headings[index]] if index in headings else block.label.level if block.label else 0
        for index, block in enumerate(blocks)
    )
    return Plan(tuple(roles), levels, _sections(text, blocks, headings, front), title)


def _ranks(headings: dict[int, str]) -> dict[str, int]:
    """Return the level of each kind of heading, 1 the highest: a loader's by number, others as they appear."""
    kinds = dict.fromkeys(headings.values())
    return {kind: rank for rank, kind in enumerate(sorted(kinds) if all(map(str.isdigit, kinds)) else kinds, 1)}


def _role(block: Block) -> Role:
    if block.label and (block.label.level or block.label.style == "bullet"):
        return "item"
    return "item" if block.mark and block.mark.kind == "item" else "body"


def _front(text: str, blocks: list[Block], headings: dict[int, str]) -> int:
    """Return how many blocks stand before the statement proper: title, date, addresses."""
    count = 0
    for index, block in enumerate(blocks):
        own = text[block.start : block.end]
        is_marked = block.mark is not None and block.mark.kind in {"title", "heading"}
        if block.is_article or (block.mark and block.mark.kind == "heading" and count):
            break
        is_text = block.label or len(own) > _LONGEST_FRONT or own[-1] in ".;:,"
        if (is_text and not is_marked and not is_boilerplate(own)) or is_stock(own):
            break
        count = index + 1
    if count in {0, len(blocks)}:
        return 0
    return count - 1 if _is_first_heading(text, blocks, headings, count - 1) else count


def _is_first_heading(text: str, blocks: list[Block], headings: dict[int, str], index: int) -> bool:
    """Say whether the last block of the front already is the heading of what follows."""
    block = blocks[index]
    own = text[block.start : block.end]
    if index not in headings or (block.mark and block.mark.kind == "title"):
        return False
    if re.search(r"\d", own) or is_boilerplate(own) or not looks_like_heading(text, block):
        return False
    if index == 0:
        return not _DOCUMENT.search(own) and any(
            headings[other] == headings[index] for other in headings if other != index
        )
    return not _DOCUMENT.search(own)


def _sections(text: str, blocks: list[Block], headings: dict[int, str], front: int) -> tuple[Section, ...]:
    """Return sections that tile the blocks: a new one at each heading and where the kind changes."""
    preamble = _preamble_end(text, blocks, front)
    made: list[Section] = []
    kind: SectionKind = "front"
    for index, block in enumerate(blocks):
        is_head = index in headings
        before = kind
        if is_annex(text, block.start, block.end) and is_head:
            kind = "annex"
        elif kind != "annex" and index in {front, preamble}:
            kind = "preamble" if index < preamble else "body"
        if kind != "annex" and is_head:
            kind = _headed_kind(text[block.body : block.end])
        if is_head or kind != before or not made:
            made.append(Section(len(made), kind, index, index + 1, index if is_head else None))
        else:
            last = made[-1]
            made[-1] = Section(last.index, kind, last.first, index + 1, last.heading)
    return tuple(made)


def _headed_kind(own: str) -> SectionKind:
    return "preamble" if own.strip().lower() == "preamble" else "body"


def _preamble_end(text: str, blocks: list[Block], front: int) -> int:
    """Return the index behind the clauses that end in a comma, as a resolution begins with."""
    index = front
    while index < len(blocks) and text[blocks[index].end - 1] == "," and not blocks[index].label:
        index += 1
    return index if index - front >= 2 else front
