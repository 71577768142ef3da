"""What a reader in a hurry sees first: what was decided, and the wordings that a ledger puts at its head."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stmtdiff.brief import Ledger, Row, ledger_of
from stmtdiff.model import Statement
from stmtdiff.renderers.brief.telling import quote, told
from stmtdiff.renderers.marks import Class
from stmtdiff.report import Report

SHOWN = 3
_BESIDE = frozenset({"rate", "vote", "kept", "renewed"})  # what the line of decisions tells, or what did not change


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
    ledger = ledger_of(report)
    rows = [row for row in ledger.rows if row.change not in _BESIDE and row.shifts and row.story == "text"][:SHOWN]
    directions = {shift.id: shift.direction for shift in report.shifts}
    return Top(ledger.decided, tuple(_first(ledger, row, directions) for row in rows))


def _first(ledger: Ledger, row: Row, directions: Mapping[str, str]) -> First:
    words = told(ledger, row)
    return First(
        row.shifts[0],
        _class([directions[shift] for shift in row.shifts]),
        words.label or "changed",
        tuple(quote(cut) for cut in (words.then, words.now) if cut),
        _where(words.where),
        _section(ledger.report, row),
        row.rules,
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


def _section(report: Report, row: Row) -> str:
    """Return the heading under which a wording stands, or ""."""
    statement, places = (report.new, row.new_paragraphs) if row.new_paragraphs else (report.old, row.old_paragraphs)
    return _heading(statement, places[0]) if places else ""


def _heading(statement: Statement, paragraph: int) -> str:
    section = statement.sections[statement.paragraphs[paragraph].section]
    if section.heading is None:
        return section.title
    return statement.paragraphs[section.heading].body.of(statement.text)
