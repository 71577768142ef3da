"""Measure a report against the changes that were planted in the sample's last transition."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stmtdiff.model import Paragraph, Statement
from stmtdiff.report import Report
from stmtdiff.shifts.shift import Shift
from stmtdiff.spans import Span
from stmtdiff.words import words

SAMPLE = Path(__file__).parents[2] / "corpora" / "sample"


@dataclass(frozen=True, slots=True)
class Planted:
    """A planted change with its place in both texts."""

    old: Span | None
    new: Span | None
    kind: str
    routine: bool
    direction: str
    note: str


def read_planted() -> dict[str, Any]:
    """Return changes.toml as it stands."""
    return tomllib.loads((SAMPLE / "changes.toml").read_text(encoding="utf-8"))


def paragraph_named(statement: Statement, name: str) -> Paragraph:
    """Return the paragraph that changes.toml calls `name`: "12", "12(b)", "A1.3", "title", "heading: ..."."""
    text = statement.text
    if name == "title":
        return next(p for p in statement.paragraphs if p.role == "title")
    if name == "dateline":
        date = statement.dateline.date_span
        return next(p for p in statement.paragraphs if p.role != "title" and date and date.is_inside(p.span))
    if name.startswith("heading: "):
        wanted = name.removeprefix("heading: ")
        return next(p for p in statement.paragraphs if p.role == "heading" and wanted in p.span.of(text))
    annexed = name.startswith("A1.")
    label = name.removeprefix("A1.").replace("(", ".").replace(")", "")
    annexes = {section.index for section in statement.sections if section.kind == "annex"}
    found = [
        p
        for p in statement.paragraphs
        if p.label is not None and p.label.value == label and (p.section in annexes) == annexed
    ]
    assert len(found) == 1, f"{name}: {len(found)} paragraphs"
    return found[0]


def _occurrence(statement: Statement, name: str, phrase: str, number: int) -> Span | None:
    if not phrase:
        return None
    paragraph = paragraph_named(statement, name)
    at = paragraph.span.start - 1
    for _ in range(number):
        at = statement.text.index(phrase, at + 1)
    assert at + len(phrase) <= paragraph.span.end, f"{name}: {phrase!r} stands outside its paragraph"
    return Span(at, at + len(phrase))


def planted_shifts(old: Statement, new: Statement) -> list[Planted]:
    """Return the planted shifts as spans into both texts."""
    found = []
    for entry in read_planted()["shift"]:
        first, last = entry.get("occurrence", [1, 1])
        found.append(
            Planted(
                _occurrence(old, entry["old_paragraph"], entry["old"], max(first, 1)),
                _occurrence(new, entry["new_paragraph"], entry["new"], max(last, 1)),
                entry["kind"],
                entry["routine"],
                entry["direction"],
                entry["note"],
            )
        )
    return found


def _tokens(statement: Statement, span: Span | None) -> set[int]:
    if span is None:
        return set()
    tokens = words(span.of(statement.text))
    return {span.start + start for start in tokens.starts}


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of planted and reported shifts, matched one to one by half their words or exactly."""

    planted: int
    reported: int
    exact: int
    relaxed: int
    substantive: int
    substantive_found: int
    kind_right: int
    routine_right: int
    direction_right: int
    needs_direction: int
    direction_found: int
    direction_wrong: tuple[str, ...]
    missed: tuple[str, ...]
    false: tuple[str, ...]


def _overlap(first: tuple[set[int], set[int]], last: tuple[set[int], set[int]]) -> float:
    union = len(first[0] | last[0]) + len(first[1] | last[1])
    return (len(first[0] & last[0]) + len(first[1] & last[1])) / union if union else 0.0


def measure(report: Report, ignored: Iterable[str] = ()) -> Score:
    """Return how `report` fares against the planted changes; `ignored` are link ids left out."""
    skipped = {link.id for link in report.links if not link.old or not link.new} | set(ignored)
    shifts = [shift for shift in report.shifts if shift.link not in skipped]
    planted = planted_shifts(report.old, report.new)
    wanted = [(_tokens(report.old, p.old), _tokens(report.new, p.new)) for p in planted]
    given = [(_tokens(report.old, s.old), _tokens(report.new, s.new)) for s in shifts]
    candidates = sorted(
        (
            (_overlap(a, b), -i, -j)
            for i, a in enumerate(wanted)
            for j, b in enumerate(given)
            if a[0] & b[0] or a[1] & b[1]
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for overlap, i, j in candidates:
        if overlap >= 0.5 and -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    matched = [(planted[i], shifts[j]) for i, j in pairs.items()]
    return Score(
        len(planted),
        len(shifts),
        sum(wanted[i] == given[j] for i, j in pairs.items()),
        len(pairs),
        sum(not p.routine for p in planted),
        sum(not p.routine for p, _ in matched),
        sum(p.kind == s.kind for p, s in matched),
        sum(p.routine != s.is_news for p, s in matched),
        sum(p.direction == s.direction for p, s in matched),
        sum(p.direction != "none" for p in planted),
        sum(p.direction == s.direction != "none" for p, s in matched),
        tuple(_shown(report, s) for p, s in matched if s.direction not in ("none", p.direction)),
        tuple(_shown(report, p) for i, p in enumerate(planted) if i not in pairs),
        tuple(_shown(report, s) for j, s in enumerate(shifts) if j not in pairs.values()),
    )


def _shown(report: Report, change: Planted | Shift) -> str:
    old = change.old.of(report.old.text) if change.old else ""
    new = change.new.of(report.new.text) if change.new else ""
    return f"[-{old}-]{{+{new}+}} {change.kind}"
