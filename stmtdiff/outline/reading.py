"""Read a statement's outline: every non-space character finds its one place."""

import re

from stmtdiff.languages import Language, language_of
from stmtdiff.model import Label, Paragraph, Source, Statement
from stmtdiff.outline.blocks import Block, read_blocks
from stmtdiff.outline.dateline import find_dateline
from stmtdiff.outline.headings import find_press_lines
from stmtdiff.outline.notes import find_notes
from stmtdiff.outline.sections import Plan, plan_sections
from stmtdiff.outline.story import make_notes
from stmtdiff.outline.units import make_paragraph
from stmtdiff.patterns import later
from stmtdiff.spans import Span

# A line of dashes or stars between paragraphs.
_RULE = later(r"^[^\S\n]*(?:[-_=*~–—•.·#+|][^\S\n]*){3,}$", re.MULTILINE)
_OPENING = 4  # paragraphs of the statement proper that may say when and where


def parse(source: Source) -> Statement:
    """Return the statement that `source` holds. It never fails: what is not understood is a paragraph.

    Every non-space code point of the text comes to stand in exactly one of: a sentence (a heading
    counts as one), a label, a note, furniture.
    """
    text, language = source.text, language_of(source.text)
    furniture = _furniture(source)
    blocks = read_blocks(text, source.marks, furniture, language)
    press = find_press_lines(text, blocks)
    furniture = sorted([*furniture, *(Span(block.start, block.end) for block in press)])
    blocks = [block for block in blocks if block not in press]
    found = find_notes(text, blocks)
    kept = [block for index, block in enumerate(blocks) if index not in found]
    notes = [block for index, block in enumerate(blocks) if index in found]
    plan = plan_sections(text, kept, language)
    paragraphs = _paragraphs(text, kept, plan, language)
    front = sum(section.last - section.first for section in plan.sections if section.kind == "front")
    return Statement(
        source,
        paragraphs,
        plan.sections,
        tuple(Span(block.start, block.end) for block in notes),
        tuple(furniture),
        paragraphs[plan.title].body if plan.title is not None else None,
        find_dateline(text, [paragraph.body for paragraph in paragraphs[: front + _OPENING]], language),
        language.code,
        footnotes=make_notes(text, notes, paragraphs, language),
    )


def _furniture(source: Source) -> list[Span]:
    """Return the spans of running heads, page numbers and rules, in order and without overlap."""
    marked = [mark.span for mark in source.marks if mark.kind == "furniture"]
    rules = [_stripped(source.text, *match.span()) for match in _RULE.finditer(source.text)]
    found: list[Span] = []
    for span in sorted([*marked, *rules], key=lambda span: (span.start, -span.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found


def _stripped(text: str, start: int, end: int) -> Span:
    own = text[start:end]
    return Span(start + len(own) - len(own.lstrip()), start + len(own.rstrip()))


def _paragraphs(text: str, blocks: list[Block], plan: Plan, language: Language) -> tuple[Paragraph, ...]:
    made: list[Paragraph] = []
    sentence = 0
    owner = [section.index for section in plan.sections for _ in range(section.first, section.last)]
    for index, block in enumerate(blocks):
        printed = block.label
        label = Label(printed.value, Span(block.start, printed.end)) if printed else None
        made.append(
            make_paragraph(
                text,
                index,
                Span(block.body, block.end),
                first_sentence=sentence,
                start=block.start,
                role=plan.roles[index],
                label=label,
                level=plan.levels[index],
                section=owner[index],
                language=language,
            )
        )
        sentence += len(made[-1].sentences)
    return tuple(made)
