"""Align the sentences of one paragraph link: in order, each with its best counterpart or none.

The ugly case: "Although the rate has declined, it remains elevated. Spending advanced." against
"The rate remains elevated. Spending and investment advanced, but housing slowed." Inside one
paragraph the context has done most of the work: sentences may share little and still be each
other's counterpart, and two may have become one. The best chain over all of them decides, as in
Gale and Church (1993), with shared words instead of lengths.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from stmtdiff.align.pairing import Group
from stmtdiff.align.units import Unit

_ENOUGH = 0.3  # likeness from which two sentences in the same place are counterparts
_CONTAINED = 0.5  # share of its words that the group would lose on the other side without a sentence
_GROUPED = 0.9  # what a group gains counts a tenth less: of equals, pairs are the simpler account
_SUBJECT = 4  # words at a sentence's start that count twice: the subject says which sentence it is
_STEPS = ((1, 1), (1, 2), (2, 1))
MANY = 10_000  # pairs of sentences, a tenth of a second; above it the passes that need no table are used

Bag = dict[str, float]


class _Side(NamedTuple):
    """The sentences of one side: what each of their words weighs, and all of them together."""

    bags: list[Bag]
    masses: list[float]


class _Step(NamedTuple):
    """Neighbouring sentences, as ranges of positions, that may be each other; one range may be empty."""

    old: range
    new: range
    likeness: float = 0.0
    gain: float = 0.0


def chain_sentences(old: Sequence[Unit], new: Sequence[Unit], weights: Mapping[str, float]) -> list[Group]:
    """Return the heaviest chain of counterparts among the sentences `old` and `new` of one link, in order.

    `weights` says what each letter of their codes weighs. Time grows with the product of the two
    numbers of sentences: above `MANY` it is better not asked.
    """
    ours, theirs = _side(old, weights), _side(new, weights)
    shared = [[_shared(one, other) for other in theirs.bags] for one in ours.bags]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    taken: dict[tuple[int, int], _Step] = {}
    for i in range(len(old) + 1):
        for j in range(len(new) + 1):
            for step in _steps(ours, theirs, shared, i, j):
                gain = best[i - len(step.old)][j - len(step.new)] + step.gain
                if gain > best[i][j]:
                    best[i][j], taken[i, j] = gain, step
    return _walk_back(old, new, taken)


def _side(units: Sequence[Unit], weights: Mapping[str, float]) -> _Side:
    bags = []
    for unit in units:
        bag: Bag = {}
        for position, letter in enumerate(unit.code):
            bag[letter] = bag.get(letter, 0.0) + weights.get(letter, 1.0) * (2 if position < _SUBJECT else 1)
        bags.append(bag)
    return _Side(bags, [sum(bag.values()) for bag in bags])


def _shared(one: Bag, other: Bag) -> float:
    return sum([min(weight, other[letter]) for letter, weight in one.items() if letter in other])


def _steps(ours: _Side, theirs: _Side, shared: Sequence[Sequence[float]], i: int, j: int) -> list[_Step]:
    """Return the ways in which a chain over the first `i` old and `j` new sentences may end."""
    steps = []
    if i:
        steps.append(_Step(range(i - 1, i), range(0)))
    if j:
        steps.append(_Step(range(0), range(j - 1, j)))
    for olds, news in _STEPS:
        if i >= olds and j >= news:
            step = _counterparts(ours, theirs, shared, range(i - olds, i), range(j - news, j))
            if step:
                steps.append(step)
    return steps


def _counterparts(
    ours: _Side, theirs: _Side, shared: Sequence[Sequence[float]], old: range, new: range
) -> _Step | None:
    """Return the step that makes the sentences `old` and `new` each other, if they are alike enough."""
    mass = sum([ours.masses[i] for i in old]) + sum([theirs.masses[j] for j in new])
    # With more than one sentence a side this is what they share at most: the words of two may be one.
    common = sum([shared[i][j] for i in old for j in new])
    if 2 * common <= _ENOUGH * mass:
        return None
    trust = 1.0
    if len(old) + len(new) > 2:
        first, second = _joined(ours.bags, old), _joined(theirs.bags, new)
        common = _shared(first, second)
        if not (_all_belong(ours, old, second, common) and _all_belong(theirs, new, first, common)):
            return None
        trust = _GROUPED
    likeness = 2 * common / mass
    return _Step(old, new, likeness, (likeness - _ENOUGH) * mass * trust) if likeness > _ENOUGH else None


def _all_belong(side: _Side, group: range, other: Bag, common: float) -> bool:
    """Say whether without any one of its sentences the group would lose most of that one's words.

    Words that its neighbours have as well are theirs and do not count for a sentence.
    """
    return all(
        common - _shared(_joined(side.bags, [at for at in group if at != left_out]), other)
        >= _CONTAINED * side.masses[left_out]
        for left_out in group
    )


def _joined(bags: Sequence[Bag], positions: Iterable[int]) -> Bag:
    joined: Bag = {}
    for at in positions:
        for letter, weight in bags[at].items():
            joined[letter] = joined.get(letter, 0.0) + weight
    return joined


def _walk_back(old: Sequence[Unit], new: Sequence[Unit], taken: Mapping[tuple[int, int], _Step]) -> list[Group]:
    groups = []
    i, j = len(old), len(new)
    while (i, j) in taken:
        step = taken[i, j]
        i, j = i - len(step.old), j - len(step.new)
        if step.old and step.new:
            is_equal = len(step.old) == len(step.new) == 1 and old[i].code == new[j].code
            groups.append(Group(tuple(step.old), tuple(step.new), step.likeness, "identical" if is_equal else "order"))
    return groups[::-1]
