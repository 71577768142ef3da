"""Choose the few shifts that a reader in a hurry should see first.

A rule's word counts most: its severity, then whether it says softer or firmer. One rule is heard once,
so that three dropped deadlines do not hide a dropped commitment. Where no rule speaks, a short wording
that became another says more than a paragraph that came or went.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from stmtdiff.report import Report
from stmtdiff.rules.annotation import Annotation
from stmtdiff.shifts.shift import Shift, ShiftKind

SHOWN = 3
_SEVERITIES = ("error", "warning", "note")
_KINDS: tuple[ShiftKind, ...] = ("figure", "verb", "qualifier", "actor", "object", "list-item", "clause", "other")
_LONG = 120  # code points of both wordings together: a phrase longer than that is read in its place


@dataclass(frozen=True, slots=True)
class Foremost:
    """A shift and what a rule says of it, or None where none speaks."""

    shift: Shift
    annotation: Annotation | None


def foremost(report: Report, *, count: int = SHOWN) -> tuple[Foremost, ...]:
    """Return at most `count` substantive shifts, the weightiest first; equal ones in the order of the text."""
    shifts = {shift.id: shift for shift in report.shifts if not shift.routine}
    order = {identity: position for position, identity in enumerate(shifts)}
    spoken = sorted(
        (note for note in report.annotations if note.shift in shifts),
        key=lambda note: (_SEVERITIES.index(note.severity), note.direction == "none", order[note.shift], note.rule),
    )
    chosen = list(_once(spoken, shifts))[:count]
    named = {found.shift.id for found in chosen}
    silent = sorted((shift for shift in shifts.values() if shift.id not in named), key=_weight)
    return (*chosen, *(Foremost(shift, None) for shift in silent[: count - len(chosen)]))


def _once(annotations: list[Annotation], shifts: dict[str, Shift]) -> Iterator[Foremost]:
    """Yield each rule's and each shift's first annotation."""
    seen: set[str] = set()
    for annotation in annotations:
        if annotation.rule not in seen and annotation.shift not in seen:
            seen |= {annotation.rule, annotation.shift}
            yield Foremost(shifts[annotation.shift], annotation)


def _weight(shift: Shift) -> tuple[bool, bool, int]:
    length = sum(len(span) for span in (shift.old, shift.new) if span)
    kind = _KINDS.index(shift.kind) if shift.kind in _KINDS else len(_KINDS)
    return length > _LONG, not (shift.old and shift.new), kind
