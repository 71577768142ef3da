"""What a reader in a hurry sees first: what was decided, and the wordings that a brief puts at its head."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stmtdiff.brief import Brief, Fact, brief_of
from stmtdiff.model import Statement
from stmtdiff.renderers.brief.telling import decided, told
from stmtdiff.renderers.marks import Class
from stmtdiff.report import Report

SHOWN = 3
_LINES = 12  # of the brief: enough for a rate, a vote, its dissents, and wordings after them
_SORTS = ("wording", "speaker", "throughout")


@dataclass(frozen=True, slots=True)
class First:
    """A wording that is named at the top: its class, what happened, the wordings, where, which rules, where it leads.

    `quotes` holds the old wording, the new one or both in that order; they are harmless to show.
    """

    target: str
    cls: Class
    label: str
    quotes: tuple[str, ...]
    where: str
    section: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Top:
    """What stands under the title: what was decided ("Rate unchanged at 4 percent"), and what to read first."""

    decided: tuple[str, ...]
    firsts: tuple[First, ...]


def top_of(report: Report) -> Top:
    """Return what stands under the title of a report."""
    brief = brief_of(report, lines=_LINES)
    facts = [fact for fact in brief.facts if fact.sort in _SORTS and fact.shifts][:SHOWN]
    directions = {shift.id: shift.direction for shift in report.shifts}
    return Top(tuple(decided(brief)), tuple(_first(brief, fact, directions) for fact in facts))


def _first(brief: Brief, fact: Fact, directions: Mapping[str, str]) -> First:
    words = told(brief, fact)
    return First(
        fact.shifts[0],
        _class([directions[shift] for shift in fact.shifts]),
        words.label,
        words.quotes[::-1],
        _where(words.where),
        _section(brief.report, fact),
        fact.rules,
    )


def _where(told: str) -> str:
    """Return where a wording stands in words: "paragraph 4 → 5", "was paragraph 7"."""
    place = told.replace(" -> ", " \u2192 ").replace("#p", "")
    return f"was paragraph {place.removeprefix('was ')}" if place.startswith("was ") else f"paragraph {place}"


def _class(directions: Sequence[str]) -> Class:
    """Return the class of several shifts together: opposite directions go both ways and are not summed."""
    found = set(directions) - {"none"}
    if len(found) > 1 or "mixed" in found:
        return "mixed"
    if "softer" in found:
        return "softer"
    return "firmer" if found else "neutral"


def _section(report: Report, fact: Fact) -> str:
    """Return the heading under which a wording stands, or ""."""
    statement, places = (report.new, fact.new_paragraphs) if fact.new_paragraphs else (report.old, fact.old_paragraphs)
    return _heading(statement, places[0]) if places else ""


def _heading(statement: Statement, paragraph: int) -> str:
    section = statement.sections[statement.paragraphs[paragraph].section]
    if section.heading is None:
        return section.title
    return statement.paragraphs[section.heading].body.of(statement.text)
