"""Show how a statement was read: a wrong diff is most often a wrong reading, and is seen here first."""

import json
from typing import Any

from stmtdiff.languages import ENGLISH, is_foreign, load
from stmtdiff.model import Note, Paragraph, Section, Statement
from stmtdiff.renderers.lines import Line, Run, ansi_text, cells, plain_text
from stmtdiff.renderers.rows import place
from stmtdiff.renderers.visible import isolated, visible
from stmtdiff.report import plural
from stmtdiff.spans import Span

_CALLS = 3  # places that refer to a note, as many as are named


def render_reading(statement: Statement, format: str, *, width: int = 80, color: bool = False) -> str:  # noqa: A002
    """Return the outline of `statement` for a terminal of `width` cells, or as JSON."""
    if format == "json":
        return (
            json.dumps(_as_data(statement), ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace").decode()
            + "\n"
        )
    lines = [*_facts(statement), (), *_units(statement, width)]
    return ansi_text(lines) if color else plain_text(lines)


def render_text(statement: Statement, *, numbers: bool = False, notes: bool = False) -> str:
    """Return the words of `statement`: each paragraph on one line, with an empty one between them.

    The cells of a table are separated by tabs. Numbers and notes are left out unless you ask for them: one new
    paragraph would change all numbers after it.
    """
    units = [*statement.paragraphs]
    lines = [_on_one_line(unit, statement.text, numbers) for unit in units]
    if notes:
        lines += [_on_one_line(unit, statement.text, True) for note in statement.footnotes for unit in note.paragraphs]
    return "".join(f"{line}\n\n" for line in lines if line)[:-1]


def _on_one_line(unit: Paragraph, text: str, is_numbered: bool) -> str:
    """Return a paragraph on one line; what it prints before its words only when it `is_numbered`."""
    shown = text[(unit.span if is_numbered else unit.body).start : unit.span.end]
    return visible("\t".join(" ".join(cell.split()) for cell in shown.split("\t"))).strip()


def _facts(statement: Statement) -> list[Line]:
    source, dateline = statement.source, statement.dateline
    facts = {
        "file": source.name or "(unnamed)",
        "read by": f"{source.loader} {source.loader_version}",
        "sha256": source.sha256,
        "title": _shown(statement, statement.title),
        "date": dateline.date.isoformat() if dateline.date else "none found",
        "language": _language(statement),
        "meeting": str(dateline.ordinal) if dateline.ordinal is not None else "",
        "place": _shown(statement, dateline.place),
        "content": ", ".join(
            plural(len(some), noun)
            for noun, some in (
                ("paragraph", statement.paragraphs),
                ("sentence", statement.sentences),
                ("note", statement.footnotes),
                ("other line", statement.furniture),
            )
        ),
    }
    pages = [mark.value for mark in source.marks if mark.kind == "page"]
    if pages:
        facts["pages"] = f"{pages[0]} to {pages[-1]}" if len(pages) > 1 else pages[0]
    shown = ((name, isolated(visible(value))) for name, value in facts.items() if value)
    lines: list[Line] = [(Run(f"{name:8} ", "bold"), Run(value)) for name, value in shown]
    return [*lines, *((Run(f"? {visible(doubt)}", "yellow"),) for doubt in source.doubts)]


def _language(statement: Statement) -> str:
    """Return in which language a statement was read, where that is not English or not known; else ""."""
    if is_foreign(statement.text):
        return "not known; read as English"
    return "" if statement.language == ENGLISH.code else load(statement.language).name


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
    return [*lines, *_notes(statement, width)]


def _notes(statement: Statement, width: int) -> list[Line]:
    """Return a line for each note: its mark, the paragraphs that refer to it, first words as far as they fit."""
    if not statement.footnotes:
        return []
    told = [(_printed(statement, note), _called(statement, note), note) for note in statement.footnotes]
    marks, called = max(cells(mark) for mark, _, _ in told), max(cells(where) for _, where, _ in told)
    lines: list[Line] = [(Run(f"── notes, {plural(len(statement.footnotes), 'note')}", "bold"),)]
    for mark, where, note in told:
        head = f"{' ' * (marks - cells(mark))}{mark}  {where}{' ' * (called - cells(where))}  "
        lines.append(
            (Run(head), Run(isolated(_first_words(visible(note.body.of(statement.text)), width - cells(head)))))
        )
    return lines


def _printed(statement: Statement, note: Note) -> str:
    """Return the mark of a note as it is printed, or else as its reader knows it; "-" for none."""
    return visible((_shown(statement, note.label.span) or note.label.value) if note.label else "-")


def _called(statement: Statement, note: Note) -> str:
    """Return which paragraphs refer to a note: "from 3, 12"."""
    found = (statement.paragraph_at(call.start) for call in note.calls)
    places = dict.fromkeys(place(paragraph) for paragraph in found if paragraph)
    shown = [*list(places)[:_CALLS], *(["..."] if len(places) > _CALLS else [])]
    if shown:
        return f"from {', '.join(shown)}"
    return "from a note" if note.calls_in_notes else "from nowhere"


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
    if not shown:  # one long word, as all of a text is that sets no space between words
        while cells(shown) + 5 < width and len(shown) < len(text):
            shown = text[: len(shown) + 1]
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
        "footnotes": [_note(statement, note) for note in statement.footnotes],
        "furniture": [[span.start, span.end] for span in statement.furniture],
        "pages": [
            {"page": mark.value, "start": mark.span.start, "end": mark.span.end}
            for mark in source.marks
            if mark.kind == "page"
        ],
    }


def _note(statement: Statement, note: Note) -> dict[str, Any]:
    return {
        "start": note.span.start,
        "end": note.span.end,
        "mark": note.label.value if note.label else None,
        "printed": _shown(statement, note.label.span) or None if note.label else None,
        "calls": [[span.start, span.end] for span in note.calls],
        "calls_in_notes": [[span.start, span.end] for span in note.calls_in_notes],
        "paragraphs": [
            {
                "start": paragraph.body.start,
                "end": paragraph.body.end,
                "sentences": [[sentence.span.start, sentence.span.end] for sentence in paragraph.sentences],
                "text": paragraph.body.of(statement.text),
            }
            for paragraph in note.paragraphs
        ],
    }
