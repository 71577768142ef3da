"""Fold the marks of notes: which note a text refers to is said where the notes are compared.

The ugly case: a note came in on the first page, and every mark after it counts one further.
"""

from collections.abc import Sequence
from dataclasses import replace

from stmtdiff.model import Statement
from stmtdiff.shifts.shift import Shift
from stmtdiff.spans import Span

NOTE_MARK = "the mark of a note, and the notes are compared by themselves"


def without_marks(found: Sequence[Shift], old: Statement, new: Statement) -> list[Shift]:
    """Return `found` with those shifts made routine in which nothing changed but marks that refer to notes."""
    calls = _calls(old), _calls(new)
    if not any(calls):
        return list(found)
    return [
        replace(shift, kind="form", weight="routine", proof=NOTE_MARK)
        if _is_mark(shift.old, calls[0]) and _is_mark(shift.new, calls[1])
        else shift
        for shift in found
    ]


def _calls(statement: Statement) -> frozenset[Span]:
    return frozenset(call for note in statement.footnotes for call in note.calls)


def _is_mark(span: Span | None, calls: frozenset[Span]) -> bool:
    return span is None or span in calls
