"""Join changes that an editor would mark as one phrase.

The ugly case: "is closely watching" against "remains ready to watch" comes out of a diff as three
scraps around accidental matches. Which islands between two changes are swallowed follows counts of
what desk editors do: one punctuation mark 8 of 8, one function word 43 of 46, two function words
4 of 6; one content word 22 of 24 beside a long change, but only 2 of 10 between two short
replacements. Every size is measured before any join, so that joins do not snowball.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from stmtdiff.edits.atom import Atom, count_content, is_boundary, sentence_around
from stmtdiff.edits.edit import Edit, merge
from stmtdiff.edits.independent import is_rolling
from stmtdiff.grammar import stem
from stmtdiff.languages.english import HALVES, NEGATIONS, SHARES
from stmtdiff.settings import Grain

_HALVES = frozenset({*HALVES, ('"', '"'), ("(", ")")})
_HALVES_APART = 4  # atoms between two halves


class Sides:
    """The atoms of both sides, with the questions that a join asks of a change."""

    __slots__ = ("new", "old")

    def __init__(self, old: list[Atom], new: list[Atom]) -> None:
        self.old = old
        self.new = new

    def of(self, change: Edit) -> tuple[list[Atom], list[Atom]]:
        """Return the old and the new atoms of `change`."""
        return self.old[change.old.start : change.old.end], self.new[change.new.start : change.new.end]

    def is_data(self, change: Edit) -> bool:
        """Say whether the sentences around `change` are data on a side: figures, and the months they are of."""
        return any(_is_data(atoms, span.start) for atoms, span in ((self.old, change.old), (self.new, change.new)))

    def size(self, change: Edit) -> int:
        """Return the content atoms on the larger side of `change`."""
        return max(map(count_content, self.of(change)))

    def between(self, first: Edit, last: Edit) -> list[Atom]:
        """Return the atoms that stand unchanged between two changes."""
        return self.old[first.old.end : last.old.start]


def _is_data(atoms: Sequence[Atom], at: int) -> bool:
    """Say whether the sentence at a place tells figures and the month they are of; behind all atoms is the last one."""
    first, last = sentence_around(atoms, at, at)
    units = Counter(atom.unit for atom in atoms[first:last])
    return units["percent"] + units["amount"] >= 1 and units["month"] + units["date"] >= 1


def _is_short_replacement(change: Edit) -> bool:
    return 0 < len(change.old) <= 2 and 0 < len(change.new) <= 2


def _joins(first: Edit, last: Edit, between: Sequence[Atom], *, sizes: tuple[int, int], grain: Grain) -> bool:
    """Say whether the atoms `between` two changes are swallowed; `sizes` are content counts."""
    if any(map(is_boundary, between)):
        return False
    content = count_content(between)
    marks = sum(atom.kind == "mark" for atom in between)
    functions = len(between) - content - marks
    if grain == "fine":
        replaced = all(len(change.old) and len(change.new) for change in (first, last))
        word_by_word = all(len(change.old) == len(change.new) for change in (first, last))
        return replaced and not word_by_word and len(between) == functions == 1
    if content == 0:
        if [atom.key for atom in between] == ["that"]:  # what is said begins here
            return all(len(change.old) and len(change.new) for change in (first, last))
        return (marks, functions) in {(0, 0), (1, 0), (0, 1)} or ((marks, functions) == (0, 2) and sum(sizes) >= 3)
    if content == 1 and len(between) == 1 and not last.listed:  # a list behind its noun: "le retrait immédiat et ..."
        return min(sizes) >= 2 and not (_is_short_replacement(first) and _is_short_replacement(last))
    return False


def join(changes: list[Edit], sides: Sides, grain: Grain) -> list[Edit]:
    """Return `changes` with neighbours joined over the islands that an editor would swallow."""

    def joins(first: Edit, last: Edit, between: list[Atom], sizes: tuple[int, int]) -> bool:
        told = [atom for atom in between if atom.key not in SHARES]
        are_unlike = len({is_rolling(edit, sides.old, sides.new) for edit in (first, last)}) > 1
        if are_unlike or len(told) < len(between):  # a figure and the month that it is of are one in a sentence of data
            if sides.is_data(first) and sides.is_data(last):
                between = told
            elif are_unlike:
                return False
        return _joins(first, last, between, sizes=sizes, grain=grain)

    return _fold_measured(changes, sides, joins, "join")


def dissolve(changes: list[Edit], sides: Sides) -> list[Edit]:
    """Return `changes` joined over short islands that are little beside what changed around them.

    One or two content words between two large changes are an accident, not wording kept: one must
    carry a sixth of what surrounds it, two an eighth. Nor are they kept where a full stop wandered
    over them, as they are in another sentence now; and the verb behind a refusal that went with
    its clause is another clause's.
    """

    def holds_stop(change: Edit) -> bool:
        stops = [sum(map(is_boundary, side)) for side in sides.of(change)]
        return stops[0] != stops[1]

    def denies(change: Edit) -> bool:
        return any(atom.key in NEGATIONS or atom.unit == "negation" for side in sides.of(change) for atom in side)

    def is_accident(first: Edit, last: Edit, between: list[Atom], sizes: tuple[int, int]) -> bool:
        content, around = count_content(between), sum(sizes)
        if len(between) > 3 or any(map(is_boundary, between)):
            return False
        stops = sum(holds_stop(edit) for edit in (first, last))
        if (content <= 2 and stops == 2) or (content == len(between) == stops == 1 and denies(first)):
            return True
        return content == 2 and around >= 16

    return _fold_measured(changes, sides, is_accident, "dissolve")


def _fold_measured(
    changes: list[Edit],
    sides: Sides,
    test: Callable[[Edit, Edit, list[Atom], tuple[int, int]], bool],
    name: str,
) -> list[Edit]:
    """Join each neighbour that passes `test`; all sizes are taken before anything is joined."""
    sizes = [sides.size(change) for change in changes]
    joined: list[Edit] = []
    for index, change in enumerate(changes):
        if joined and not (change.stands_alone or joined[-1].stands_alone):
            before = changes[index - 1]
            if test(before, change, sides.between(before, change), (sizes[index - 1], sizes[index])):
                joined[-1] = merge(joined[-1], change, name)
                continue
        joined.append(change)
    return joined


def _is_reordering(first: Edit, last: Edit, sides: Sides) -> bool:
    """Say whether words that leave in one change come back in the other, close by."""
    between = sides.between(first, last)
    if len(between) > 2 or any(map(is_boundary, between)):
        return False
    for gone, come in ((first, last), (last, first)):
        lost = {stem(atom.key) for atom in sides.of(gone)[0] if atom.kind == "word"}
        found = {stem(atom.key) for atom in sides.of(come)[1] if atom.kind == "word"}
        if lost & found:
            return True
    return False


def _are_halves(first: Edit, last: Edit, sides: Sides) -> bool:
    """Say whether two changes are halves of one: a pair of quotation marks, or "neither" with its "nor"."""
    between = sides.between(first, last)
    if len(between) > _HALVES_APART or any(map(is_boundary, between)):
        return False
    for one, other in zip(sides.of(first), sides.of(last), strict=True):
        if one and other and (one[-1].key, other[0].key) in _HALVES:
            return True
    commas = [[atom.key for side in sides.of(change) for atom in side] for change in (first, last)]
    return commas == [[","], [","]]  # words set off, or no longer set off


def join_reordered(changes: list[Edit], sides: Sides) -> list[Edit]:
    """Return `changes` with those joined that only carry a word over a few others."""
    return _fold(changes, lambda first, last: _is_reordering(first, last, sides), "reorder")


def join_halves(changes: list[Edit], sides: Sides) -> list[Edit]:
    """Return `changes` with those joined that are two halves of one."""
    return _fold(changes, lambda first, last: _are_halves(first, last, sides), "halves")


def _fold(changes: list[Edit], test: Callable[[Edit, Edit], bool], name: str) -> list[Edit]:
    joined: list[Edit] = []
    for change in changes:
        if joined and not (change.stands_alone or joined[-1].stands_alone) and test(joined[-1], change):
            joined[-1] = merge(joined[-1], change, name)
        else:
            joined.append(change)
    return joined
