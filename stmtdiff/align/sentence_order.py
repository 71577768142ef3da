"""Align the sentences of one paragraph link: in order, each with its best counterpart or none.

The ugly case: "Although the rate has declined, it remains elevated. Spending advanced." against
"The rate remains elevated. Spending and investment advanced, but housing slowed." Inside one
paragraph the context has done most of the work: sentences may share little and still be each
other's counterpart, and two may have become one. The best chain over all of them decides, as in
Gale and Church (1993), with shared words instead of lengths.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance.LCSseq import similarity as common_length

from stmtdiff.align.pairing import Group
from stmtdiff.align.units import Unit

_ENOUGH = 0.3  # likeness from which two sentences in the same place are counterparts
_CONTAINED = 0.5  # share of its words that a group would lose on the other side without a sentence
_GROUPED = 0.9  # what a group gains counts a tenth less: of equals, pairs are the simpler account
_SUBJECT = 4  # words at a sentence's start that count twice: the subject says which sentence it is
_LEAST = 0.01  # gain of counterparts that share nothing in order
MANY = 10_000  # pairs of sentences, a tenth of a second; above it the passes that need no table are used

Bag = dict[str, float]


class _Step(NamedTuple):
    """How a chain goes on: by so many old and new sentences, counterparts if it takes of both."""

    olds: int
    news: int
    likeness: float = 0.0
    gain: float = 0.0


_SKIPS = _Step(1, 0), _Step(0, 1)


def chain_sentences(old: Sequence[Unit], new: Sequence[Unit], weights: Mapping[str, float]) -> list[Group]:
    """Return the heaviest chain of counterparts among the sentences `old` and `new` of one link, in order.

    `weights` says what each letter of their codes weighs. Time grows with the product of the two
    numbers of sentences: above `MANY` it is better not asked.
    """
    table = _Table([unit.code for unit in old], [unit.code for unit in new], weights)
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    taken: dict[tuple[int, int], _Step] = {}
    for i in range(len(old) + 1):
        for j in range(len(new) + 1):
            for step in _steps(table, i, j):
                gain = best[i - step.olds][j - step.news] + step.gain
                if gain > best[i][j]:
                    best[i][j], taken[i, j] = gain, step
    return _walk_back(old, new, taken)


def _bag(code: str, weights: Mapping[str, float]) -> Bag:
    bag: Bag = {}
    for position, letter in enumerate(code):
        bag[letter] = bag.get(letter, 0.0) + weights.get(letter, 1.0) * (2 if position < _SUBJECT else 1)
    return bag


class _Table:
    """What the words of each sentence weigh, and what each old one shares with each new one."""

    def __init__(self, old: Sequence[str], new: Sequence[str], weights: Mapping[str, float]) -> None:
        self.old, self.new = [_bag(code, weights) for code in old], [_bag(code, weights) for code in new]
        self.masses = [sum(bag.values()) for bag in self.old], [sum(bag.values()) for bag in self.new]
        self.shared = [[_shared(one, other) for other in self.new] for one in self.old]
        self._content = [
            ["".join([a for a in code if weights.get(a, 1.0) == 1]) for code in side] for side in (old, new)
        ]
        self._crossed: dict[tuple[int, int], int] = {}

    def crossed(self, i: int, j: int) -> int:
        """Return how many content words two sentences share only in another order."""
        if (i, j) not in self._crossed:
            one, other = self._content[0][i], self._content[1][j]
            common = common_length("".join(sorted(one)), "".join(sorted(other)))
            self._crossed[i, j] = common - common_length(one, other) if common > 1 else 0
        return self._crossed[i, j]

    def pair(self, i: int, j: int) -> _Step | None:
        """Return the step that makes the old sentence `i` the new one `j`, if they are alike enough."""
        step = _step(1, 1, self.shared[i][j], self.masses[0][i] + self.masses[1][j])
        return step and _in_order(step, self.crossed(i, j))

    def split(self, i: int, j: int) -> _Step | None:
        """Return the step that makes the old sentence `i` the new ones `j` and the next."""
        shares = self.shared[i][j], self.shared[i][j + 1]
        masses = self.masses[1][j], self.masses[1][j + 1]
        if not _may_belong(self.masses[0][i], shares, masses):
            return None
        common = _shared(self.old[i], _joined(self.new[j], self.new[j + 1]))
        belong = _belong(self.masses[0][i], shares, masses, common)
        step = _step(1, 2, common, self.masses[0][i] + sum(masses), _GROUPED) if belong else None
        return step and _in_order(step, self.crossed(i, j) + self.crossed(i, j + 1))

    def merge(self, i: int, j: int) -> _Step | None:
        """Return the step that makes the old sentences `i` and the next the new one `j`."""
        shares = self.shared[i][j], self.shared[i + 1][j]
        masses = self.masses[0][i], self.masses[0][i + 1]
        if not _may_belong(self.masses[1][j], shares, masses):
            return None
        common = _shared(_joined(self.old[i], self.old[i + 1]), self.new[j])
        belong = _belong(self.masses[1][j], shares, masses, common)
        step = _step(2, 1, common, sum(masses) + self.masses[1][j], _GROUPED) if belong else None
        return step and _in_order(step, self.crossed(i, j) + self.crossed(i + 1, j))


def _shared(one: Bag, other: Bag) -> float:
    return sum([min(weight, other[letter]) for letter, weight in one.items() if letter in other])


def _joined(first: Bag, second: Bag) -> Bag:
    joined = dict(first)
    for letter, weight in second.items():
        joined[letter] = joined.get(letter, 0.0) + weight
    return joined


def _may_belong(whole: float, shares: tuple[float, float], masses: tuple[float, float]) -> bool:
    """Say whether `_belong` could hold: two sentences share with a third at most what each does, added up."""
    return (
        shares[0] >= _CONTAINED * masses[0]
        and shares[1] >= _CONTAINED * masses[1]
        and sum(shares) >= _CONTAINED * whole
        and 2 * sum(shares) > _ENOUGH * (whole + sum(masses))
    )


def _belong(whole: float, shares: tuple[float, float], masses: tuple[float, float], common: float) -> bool:
    """Say whether without any one of the three sentences the group would lose most of that one's words.

    Words that its neighbour has as well are the neighbour's and do not count for a sentence.
    """
    return (
        common >= _CONTAINED * whole
        and common - shares[1] >= _CONTAINED * masses[0]
        and common - shares[0] >= _CONTAINED * masses[1]
    )


def _step(olds: int, news: int, common: float, mass: float, trust: float = 1.0) -> _Step | None:
    if 2 * common <= _ENOUGH * mass:
        return None
    likeness = 2 * common / mass
    return _Step(olds, news, likeness, (likeness - _ENOUGH) * mass * trust)


def _in_order(step: _Step, crossed: int) -> _Step:
    """Return `step` with the words left out of its gain that its sentences share in another order only.

    Such words do not say which sentence it is: in "Investment has advanced. Spending has been rising." and
    "Spending has advanced, but investment has slowed." it is the spending that was written anew.
    They still let the two be counterparts where no other comes near.
    """
    return step._replace(gain=max(_LEAST, step.gain - 2 * crossed)) if crossed else step


def _steps(table: _Table, i: int, j: int) -> list[_Step]:
    """Return the ways in which a chain over the first `i` old and `j` new sentences may end."""
    steps: list[_Step | None] = [_SKIPS[0] if i else None, _SKIPS[1] if j else None]
    if i and j:
        steps.append(table.pair(i - 1, j - 1))
        steps.append(table.split(i - 1, j - 2) if j > 1 else None)
        steps.append(table.merge(i - 2, j - 1) if i > 1 else None)
    return [step for step in steps if step]


def _walk_back(old: Sequence[Unit], new: Sequence[Unit], taken: Mapping[tuple[int, int], _Step]) -> list[Group]:
    groups = []
    i, j = len(old), len(new)
    while (i, j) in taken:
        step = taken[i, j]
        i, j = i - step.olds, j - step.news
        if step.olds and step.news:
            is_equal = step.olds == step.news == 1 and old[i].code == new[j].code
            olds, news = tuple(range(i, i + step.olds)), tuple(range(j, j + step.news))
            groups.append(Group(olds, news, step.likeness, "identical" if is_equal else "order"))
    return groups[::-1]
