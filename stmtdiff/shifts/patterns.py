"""Find a change that runs through the text, so that it is said once."""

from collections import defaultdict
from collections.abc import Sequence

from stmtdiff.languages.english import INDEFINITE
from stmtdiff.model import Statement
from stmtdiff.shifts.shift import Pattern, Shift
from stmtdiff.words import words

_AT_LEAST = 3  # occurrences, in as many paragraph links


def patterns(old: Statement, new: Statement, shifts: Sequence[Shift]) -> tuple[Pattern, ...]:
    """Return the replacements that stand in three or more links, in the order of their first shifts.

    "An Operator" to "A Manager" is the same one as "Operator" to "Manager", and the shorter wording is shown.
    """
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Shift]] = defaultdict(list)
    for shift in shifts:
        if shift.old and shift.new:
            key = _replaced(words(shift.old.of(old.text)).norms, words(shift.new.of(new.text)).norms)
            if key[0] != key[1]:
                groups[key].append(shift)
    found = [group for group in groups.values() if len({shift.link for shift in group}) >= _AT_LEAST]
    return tuple(
        Pattern(f"pattern-{number}", said.old, said.new, tuple(shift.id for shift in group))
        for number, group in enumerate(found, 1)
        for said in [min(group, key=_length)]
    )


def _replaced(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return both wordings, without the articles "a" and "an" in front: the noun behind it decides which one stands."""
    if min(len(old), len(new)) > 1 and {old[0], new[0]} == INDEFINITE:
        return old[1:], new[1:]
    return old, new


def _length(shift: Shift) -> tuple[int, int]:
    """Return how long both wordings of a shift are together, and where it stands."""
    return sum(len(span) for span in (shift.old, shift.new) if span), shift.new_at
