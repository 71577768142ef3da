"""Align the sentences of one paragraph link: in order, each with its best counterpart or none.

The ugly case: "Although the rate has declined, it remains elevated. Spending advanced." against
"The rate remains elevated. Spending and investment advanced, but housing slowed." Inside one
paragraph the context has done most of the work: sentences may share little and still be each
other's counterpart, and two may have become one. The best chain over all of them decides, as in
Gale and Church (1993), with shared words instead of lengths.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from stmtdiff.align.pairing import Group
from stmtdiff.align.units import Unit

_ENOUGH = 0.3  # similarity from which two sentences in the same place are counterparts
_CONTAINED = 0.5  # share of its words that the group would lose on the other side without a sentence
_GROUPED = 0.9  # what a group gains counts a tenth less: of equals, pairs are the simpler account
_SUBJECT = 4  # words at a sentence's start that count twice: the subject says which sentence it is
_STEPS = ((1, 1), (1, 2), (2, 1))
MANY = 40_000  # pairs of sentences; above it the passes that need no table are used


def chain_sentences(old: Sequence[Unit], new: Sequence[Unit], weights: Mapping[str, float]) -> list[Group]:
    """Return the heaviest chain of counterparts among the sentences `old` and `new` of one link, in order.

    `weights` says what each letter of their codes weighs. Time grows with the product of the two
    numbers of sentences: above `MANY` it is better not asked.
    """
    bags = [[_bag(unit.code, weights) for unit in side] for side in (old, new)]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    step: dict[tuple[int, int], tuple[int, int, float]] = {}
    for i in range(len(old) + 1):
        for j in range(len(new) + 1):
            if i and best[i - 1][j] > best[i][j]:
                best[i][j], step[i, j] = best[i - 1][j], (1, 0, 0.0)
            if j and best[i][j - 1] > best[i][j]:
                best[i][j], step[i, j] = best[i][j - 1], (0, 1, 0.0)
            for olds, news in _STEPS:
                if i >= olds and j >= news:
                    ours, theirs = bags[0][i - olds : i], bags[1][j - news : j]
                    likeness, mass = _likeness(ours, theirs)
                    if olds + news > 2 and not _belong(ours, theirs):
                        continue
                    gain = best[i - olds][j - news] + (likeness - _ENOUGH) * mass * (
                        1.0 if olds == news == 1 else _GROUPED
                    )
                    if likeness > _ENOUGH and gain > best[i][j]:
                        best[i][j], step[i, j] = gain, (olds, news, likeness)
    return _walk_back(old, new, step)


def _bag(code: str, weights: Mapping[str, float]) -> Counter[str]:
    bag: Counter[str] = Counter()
    for position, letter in enumerate(code):
        bag[letter] += weights.get(letter, 1.0) * (2 if position < _SUBJECT else 1)  # type: ignore[assignment]
    return bag


def _likeness(old: Sequence[Counter[str]], new: Sequence[Counter[str]]) -> tuple[float, float]:
    """Return the shared share of two runs of sentences, 0.0 to 1.0, and their weight."""
    first, second = sum(old, Counter()), sum(new, Counter())
    mass = sum(first.values()) + sum(second.values())
    return (2 * _shared(first, second) / mass if mass else 0.0), mass


def _belong(old: Sequence[Counter[str]], new: Sequence[Counter[str]]) -> bool:
    """Say whether every sentence of a group has most of its words on the other side, and no rival for them there.

    What counts for a sentence is what the group would lose without it: words that its neighbours
    have as well are theirs.
    """
    for bags, others in ((old, new), (new, old)):
        other = sum(others, Counter())
        shared = _shared(sum(bags, Counter()), other)
        for left_out in range(len(bags)):
            rest = sum((*bags[:left_out], *bags[left_out + 1 :]), Counter())
            if shared - _shared(rest, other) < _CONTAINED * sum(bags[left_out].values()):
                return False
    return True


def _shared(first: Counter[str], second: Counter[str]) -> float:
    return sum(min(weight, second[letter]) for letter, weight in first.items() if letter in second)


def _walk_back(
    old: Sequence[Unit], new: Sequence[Unit], step: Mapping[tuple[int, int], tuple[int, int, float]]
) -> list[Group]:
    groups = []
    i, j = len(old), len(new)
    while (i, j) in step:
        olds, news, likeness = step[i, j]
        i, j = i - olds, j - news
        if olds and news:
            is_equal = olds == news == 1 and old[i].code == new[j].code
            method = "identical" if is_equal else "order"
            groups.append(Group(tuple(range(i, i + olds)), tuple(range(j, j + news)), likeness, method))
    return groups[::-1]
