"""Show how a statement was read: a wrong diff is most often a wrong reading, and is seen here first."""

import json
from typing import Any

from stmtdiff.model import Paragraph, Section, Statement
from stmtdiff.renderers.lines import Line, Run, ansi_text, cells, plain_text
from stmtdiff.renderers.rows import place
from stmtdiff.renderers.visible import isolated, visible
from stmtdiff.report import plural
from stmtdiff.spans import Span

FORMATS = ("terminal", "json")


def render_reading(statement: Statement, format: str, *, width: int = 80, color: bool = False) -> str:  # noqa: A002
    """Return the outline of `statement` for a terminal of `width` cells, or as JSON."""
    if format == "json":
        return (
            json.dumps(_as_data(statement), ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace").decode()
            + "\n"
        )
    lines = [*_facts(statement), (), *_units(statement, width)]
    return ansi_text(lines) if color else plain_text(lines)


def _facts(statement: Statement) -> list[Line]:
    source, dateline = statement.source, statement.dateline
    facts = {
        "file": source.name or "(unnamed)",
        "read by": f"{source.loader} {source.loader_version}",
        "sha256": source.sha256,
        "title": _shown(statement, statement.title),
        "date": dateline.date.isoformat() if dateline.date else "none found",
        "meeting": str(dateline.ordinal) if dateline.ordinal is not None else "",
        "place": _shown(statement, dateline.place),
        "holds": f"{plural(len(statement.paragraphs), 'paragraph')}, {plural(len(statement.sentences), 'sentence')}",
        "aside": f"{plural(len(statement.notes), 'note')}, {plural(len(statement.furniture), 'other line')}",
    }
    pages = [mark.value for mark in source.marks if mark.kind == "page"]
    if pages:
        facts["pages"] = f"{pages[0]} to {pages[-1]}" if len(pages) > 1 else pages[0]
    shown = ((name, isolated(visible(value))) for name, value in facts.items() if value)
    lines: list[Line] = [(Run(f"{name:8} ", "bold"), Run(value)) for name, value in shown]
    return [*lines, *((Run(f"? {visible(doubt)}", "yellow"),) for doubt in source.doubts)]


def _shown(statement: Statement, span: Span | None) -> str:
    return span.of(statement.text) if span else ""


def _units(statement: Statement, width: int) -> list[Line]:
    names = max((cells(place(paragraph)) for paragraph in statement.paragraphs), default=1)
    lines: list[Line] = []
    section = -1
    for paragraph in statement.paragraphs:
        if paragraph.section != section:
            section = paragraph.section
            lines.append((Run(_section(statement.sections[section]), "bold"),))
        lines.append(_unit(statement, paragraph, names, width))
    return lines


def _section(section: Section) -> str:
    count = section.last - section.first
    title = f" {isolated(visible(section.title))}" if section.title else ""
    return f"── {section.kind}{title}, {plural(count, 'paragraph')}"


def _unit(statement: Statement, paragraph: Paragraph, names: int, width: int) -> Line:
    """Return one line: name, role with its level, number of sentences, first words as far as they fit."""
    count = len(paragraph.sentences)
    name = place(paragraph)
    role = f"{paragraph.role} {paragraph.level}" if paragraph.level else paragraph.role
    head = f"{' ' * (names - cells(name))}{name}  {role:9}  {count:2} sentence{'s' if count != 1 else ' '}  "
    return (Run(head), Run(isolated(_first_words(visible(paragraph.body.of(statement.text)), width - cells(head)))))


def _first_words(text: str, width: int) -> str:
    if cells(text) <= width:
        return text
    shown = ""
    for word in text.split(" "):
        if cells(shown) + cells(word) + 5 > width:
            break
        shown += f"{word} "
    return f"{shown}..."


def _as_data(statement: Statement) -> dict[str, Any]:
    text, source, dateline = statement.text, statement.source, statement.dateline
    return {
        "schema": "stmtdiff-outline/1",
        "name": source.name,
        "sha256": source.sha256,
        "loader": source.loader,
        "loader_version": source.loader_version,
        "doubts": list(source.doubts),
        "title": _shown(statement, statement.title) or None,
        "date": dateline.date.isoformat() if dateline.date else None,
        "ordinal": dateline.ordinal,
        "place": _shown(statement, dateline.place) or None,
        "sections": [
            {
                "kind": section.kind,
                "title": section.title,
                "heading": section.heading,
                "first": section.first,
                "last": section.last,
            }
            for section in statement.sections
        ],
        "paragraphs": [
            {
                "start": paragraph.body.start,
                "end": paragraph.body.end,
                "role": paragraph.role,
                "label": paragraph.label.value if paragraph.label else None,
                "level": paragraph.level,
                "section": paragraph.section,
                "sentences": [[sentence.span.start, sentence.span.end] for sentence in paragraph.sentences],
                "text": paragraph.body.of(text),
            }
            for paragraph in statement.paragraphs
        ],
        "notes": [[span.start, span.end] for span in statement.notes],
        "furniture": [[span.start, span.end] for span in statement.furniture],
        "pages": [
            {"page": mark.value, "start": mark.span.start, "end": mark.span.end}
            for mark in source.marks
            if mark.kind == "page"
        ],
    }
