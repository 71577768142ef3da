"""Statements, links, shifts and comments as plain data, in the shape that the JSON of a report gives them."""

from dataclasses import asdict
from typing import Any

from stmtdiff.align.link import Link
from stmtdiff.comment import Placed
from stmtdiff.model import Paragraph, Statement
from stmtdiff.shifts.shift import Pattern, Shift
from stmtdiff.spans import Span


def slice_of(span: Span | None, statement: Statement) -> dict[str, Any] | None:
    """Return where a span stands and what stands there; None where nothing does."""
    return {"start": span.start, "end": span.end, "text": span.of(statement.text)} if span else None


def slices(spans: tuple[Span | None, Span | None], statements: tuple[Statement, Statement]) -> dict[str, Any]:
    """Return where something stands in the old and in the new statement, and its words there."""
    old, new = map(slice_of, spans, statements)
    return {"old": old, "new": new}


def statement_data(statement: Statement) -> dict[str, Any]:
    """Return what a statement is and where its units stand; the text itself stays with the reader's own file."""
    date = statement.dateline.date
    return {
        "name": statement.name,
        "sha256": statement.source.sha256,
        "date": date.isoformat() if date else None,
        "loader": statement.source.loader,
        "loader_version": statement.source.loader_version,
        "doubts": list(statement.source.doubts),
        "title": statement.title.of(statement.text) if statement.title else None,
        **units_data(statement),
    }


def units_data(statement: Statement) -> dict[str, Any]:
    """Return where the paragraphs and sentences of a statement stand."""
    return {
        "paragraphs": [_paragraph(paragraph) for paragraph in statement.paragraphs],
        "sentences": [
            {"start": sentence.span.start, "end": sentence.span.end, "paragraph": sentence.paragraph}
            for sentence in statement.sentences
        ],
    }


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "start": paragraph.body.start,
        "end": paragraph.body.end,
        "label": paragraph.label.value if paragraph.label else None,
        "role": paragraph.role,
    }


def link_data(link: Link) -> dict[str, Any]:
    """Return a link with the rival that came nearest."""
    made = {key: value for key, value in asdict(link).items() if key != "level"}
    return made | {"old": list(link.old), "new": list(link.new), "runner_up": _runner_up(link)}


def _runner_up(link: Link) -> dict[str, Any] | None:
    rival = link.runner_up
    return {"old": list(rival.old), "new": list(rival.new), "score": rival.score} if rival else None


def shift_data(shift: Shift, old: Statement, new: Statement) -> dict[str, Any]:
    """Return a shift between two statements, its sides with their words."""
    told = {key: value for key, value in asdict(shift).items() if key != "passes"} | {"routine": shift.routine}
    return told | slices((shift.old, shift.new), (old, new))


def pattern_data(pattern: Pattern, old: Statement, new: Statement) -> dict[str, Any]:
    """Return what runs through two statements, with the words of its first occurrence."""
    return {"id": pattern.id, **slices((pattern.old, pattern.new), (old, new)), "shifts": list(pattern.shifts)}


def comment_data(one: Placed, new: Statement) -> dict[str, Any]:
    """Return a comment with where its words stand in the new statement."""
    place = {"carried": one.is_carried, "paragraph": one.paragraph, "place": slice_of(one.span, new)}
    return asdict(one.comment) | place
