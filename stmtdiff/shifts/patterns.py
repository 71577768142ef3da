"""Find a change that runs through the text, so that it is said once."""

from collections import defaultdict
from collections.abc import Sequence

from stmtdiff.model import Statement
from stmtdiff.shifts.shift import Pattern, Shift
from stmtdiff.words import words

_AT_LEAST = 3  # occurrences, in as many paragraph links
_LONGEST = 8  # words; a longer change that recurs is a paragraph repeated, not a pattern


def patterns(old: Statement, new: Statement, shifts: Sequence[Shift]) -> tuple[Pattern, ...]:
    """Return each replacement that stands in three or more links, in order of its first shift."""
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Shift]] = defaultdict(list)
    for shift in shifts:
        if shift.old and shift.new:
            key = words(shift.old.of(old.text)).norms, words(shift.new.of(new.text)).norms
            if key[0] != key[1] and max(map(len, key)) <= _LONGEST:
                groups[key].append(shift)
    found = [group for group in groups.values() if len({shift.link for shift in group}) >= _AT_LEAST]
    return tuple(
        Pattern(f"pattern-{number}", group[0].old, group[0].new, tuple(shift.id for shift in group))
        for number, group in enumerate(found, 1)
    )
