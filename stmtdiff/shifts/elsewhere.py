"""Know in other languages than English what sets a limit to a time, and prove the number of a later meeting.

The ugly case: "avant fin 2026", "bis 2026" and "2026年之前" are deadlines, and a year later each is news, though years
move on with statements.
"""

from fractions import Fraction

from stmtdiff.edits import Atom
from stmtdiff.patterns import later
from stmtdiff.shifts.change import Change, Side
from stmtdiff.values import ordinal_of

LATER_MEETING = "number of a later meeting"
_BEFORE = 4  # words before a time among which its limit stands: "avant la fin de 2026"
_BEHIND = 4  # characters behind it, in a script without spaces: "2026年底之前"
_FIGURES = later(r"\D{0,2}(\d{1,4})\D{0,3}")  # "271ª", "17-е", "제17차"
_FOLLOWING = 3  # atoms behind a number, one of which says what is counted: "17. ordentliche Tagung"


def sets_limit(side: Side) -> bool:
    """Say whether the time on a side is a limit, by a word beside it in the language of the side: "avant", "までに"."""
    if any(atom.key in side.language.deadlines for atom in side.before[-_BEFORE:]):
        return True
    behind = "".join(side.shown(atom) for atom in side.after[:_BEHIND])
    return any(word in behind for word in side.language.deadlines_behind)


def is_later_meeting(change: Change) -> bool:
    """Say whether nothing changed but the number of a meeting, and by one: "271ª sesión" to "272ª sesión"."""
    numbers = [_number(side) for side in change.sides]
    return None not in numbers and numbers[0] + 1 == numbers[1] and all(map(_counts_meetings, change.sides))  # type: ignore[operator]


def _number(side: Side) -> int | None:
    return _worth(side.meaning[0], side) if len(side.meaning) == 1 else None


def _worth(atom: Atom, side: Side) -> int | None:
    if atom.value and isinstance(atom.value.low, int | Fraction) and atom.value.low == atom.value.high:
        return int(atom.value.low) if atom.unit in {"ordinal", "number"} else None
    figures = _FIGURES.fullmatch(atom.key)
    return int(figures[1]) if figures else ordinal_of(atom.key, side.language)


def _counts_meetings(side: Side) -> bool:
    if any(atom.key in side.language.meetings for atom in side.after[:_FOLLOWING]):
        return True
    behind = side.text[side.own[-1].end :].lstrip()
    return bool(side.language.counters) and behind.startswith(side.language.meetings)
