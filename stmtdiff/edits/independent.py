"""Keep apart what changed for reasons of its own, and keep rolls of names together.

The ugly case: "met in September generally suggests" against "met in October indicates" is one
replaced run to a diff, but a month that rolled on and a verb that hardened to a reader. And in
"Jane A. Roe; John B. Doe;" against "Ann C. Poe;" the stops between names are not kept wording.
"""

from collections.abc import Sequence

from stmtdiff.edits.atom import Atom
from stmtdiff.edits.edit import Edit, merge
from stmtdiff.languages.english import DOCUMENTS
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
        own = [*old[first.start : first.end], *new[last.start : last.end]]
        if change.whole or len(first) < 1 or len(last) < 1 or len(own) < 3 or _are_documents(own):
            split.append(change)
        elif _roll_on(old[first.start], new[last.start]):
            split += _cut(change, first.start + 1, last.start + 1)
        elif _roll_on(old[first.end - 1], new[last.end - 1]):
            split += _cut(change, first.end - 1, last.end - 1)
        else:
            split.append(change)
    return split


def _are_documents(own: Sequence[Atom]) -> bool:
    """Say whether atoms cite documents and say nothing else: one citation that became two is one change."""
    content = [atom for atom in own if atom.kind in {"word", "unit"}]
    return all(atom.unit in {"citation", "symbol"} or atom.key in DOCUMENTS for atom in content)


def _roll_on(old: Atom, new: Atom) -> bool:
    return old.unit == new.unit and old.unit in _ROLLING


def _cut(change: Edit, old: int, new: int) -> list[Edit]:
    """Return the two parts of `change` on either side of an old and a new place."""
    return [
        change.cut(Span(change.old.start, old), Span(change.new.start, new), "independent"),
        change.cut(Span(old, change.old.end), Span(new, change.new.end), "independent"),
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
    runs: list[list[Edit]] = []
    for change in changes:
        previous = runs[-1][-1] if runs else None
        between = [atom.key for atom in old[previous.old.end : change.old.start]] if previous else []
        if previous and between == [";"] and _is_roll(previous, old, new) and _is_roll(change, old, new):
            runs[-1].append(change)
        else:
            runs.append([change])
    joined = (run[0] if len(run) == 1 else merge(run[0], run[-1], "roll") for run in runs)
    return [_with_stop(change, old, new) if _is_roll(change, old, new) else change for change in joined]


def _with_stop(change: Edit, old: Sequence[Atom], new: Sequence[Atom]) -> Edit:
    """Return a roll of names with the semicolon behind it, where it stands there on both sides."""
    ends = change.old.end, change.new.end
    if ends[0] < len(old) and ends[1] < len(new) and old[ends[0]].key == new[ends[1]].key == ";":
        return change.grown(0, 1, "stop")
    return change
