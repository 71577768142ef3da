"""Keep apart what changed for reasons of its own, and keep rolls of names together.

The ugly case: "met in September generally suggests" against "met in October indicates" is one
replaced run to a diff, but a month that rolled on and a verb that hardened to a reader. And in
"Jane A. Roe; John B. Doe;" against "Ann C. Poe;" the stops between names are no wording kept.
"""

from collections.abc import Sequence

from stmtdiff.edits.atom import Atom
from stmtdiff.edits.edit import Edit, merge
from stmtdiff.spans import Span

_ROLLING = frozenset({"month", "date", "year", "ordinal", "citation", "percent", "amount"})


def is_rolling(change: Edit, old: Sequence[Atom], new: Sequence[Atom]) -> bool:
    """Say whether a change is one date, number or document in place of another: it joins nothing."""
    if len(change.old) != 1 or len(change.new) != 1:
        return False
    return _roll_on(old[change.old.start], new[change.new.start])


def split_units(changes: Sequence[Edit], old: Sequence[Atom], new: Sequence[Atom]) -> list[Edit]:
    """Return `changes` with a unit at the same end of both sides cut off as a change of its own."""
    split: list[Edit] = []
    for change in changes:
        first, last = change.old, change.new
        if change.whole or len(first) < 1 or len(last) < 1 or len(first) + len(last) < 3:
            split.append(change)
        elif _roll_on(old[first.start], new[last.start]):
            split += _cut(change, first.start + 1, last.start + 1)
        elif _roll_on(old[first.end - 1], new[last.end - 1]):
            split += _cut(change, first.end - 1, last.end - 1)
        else:
            split.append(change)
    return split


def _roll_on(old: Atom, new: Atom) -> bool:
    return old.unit == new.unit and old.unit in _ROLLING


def _cut(change: Edit, old: int, new: int) -> list[Edit]:
    """Return the two parts of `change` on either side of an old and a new place."""
    passes = (*change.passes, "independent")
    return [
        Edit(False, Span(change.old.start, old), Span(change.new.start, new), passes),
        Edit(False, Span(old, change.old.end), Span(new, change.new.end), passes),
    ]


def _is_roll(change: Edit, old: Sequence[Atom], new: Sequence[Atom]) -> bool:
    """Say whether both sides of a replacement are names and the marks between them."""
    own = [*old[change.old.start : change.old.end], *new[change.new.start : change.new.end]]
    return (
        bool(len(change.old) and len(change.new))
        and any(atom.unit == "name" for atom in own)
        and all(atom.unit == "name" or atom.kind == "mark" or atom.named for atom in own)
    )


def join_rolls(changes: Sequence[Edit], old: Sequence[Atom], new: Sequence[Atom]) -> list[Edit]:
    """Return `changes` with neighbouring replacements of names in a roll made one, up to the closing stop."""
    joined: list[Edit] = []
    for change in changes:
        previous = joined[-1] if joined else None
        between = old[previous.old.end : change.old.start] if previous else ()
        if (
            previous
            and [atom.key for atom in between] == [";"]
            and all(_is_roll(edit, old, new) for edit in (previous, change))
        ):
            joined[-1] = merge(previous, change, "roll")
        else:
            joined.append(change)
    return [_with_stop(change, old, new) if _is_roll(change, old, new) else change for change in joined]


def _with_stop(change: Edit, old: Sequence[Atom], new: Sequence[Atom]) -> Edit:
    ends = change.old.end, change.new.end
    if ends[0] < len(old) and ends[1] < len(new) and old[ends[0]].key == new[ends[1]].key == ";":
        return Edit(False, Span(change.old.start, ends[0] + 1), Span(change.new.start, ends[1] + 1), change.passes)
    return change
