"""Align the sentences of one paragraph link: in order, each with its best counterpart or none.

The ugly case: "Although the rate has declined, it remains elevated. Spending advanced." against
"The rate remains elevated. Spending and investment advanced, but housing slowed." Inside one
paragraph the context has done most of the work: sentences may share little and still be each
other's counterpart, and two may have become one. The best chain over all of them decides, as in
Gale and Church (1993), with shared words instead of lengths.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

_ENOUGH = 0.3  # similarity from which two sentences in the same place are counterparts
_CONTAINED = 0.6  # share of its words that each sentence of a group must have on the other side
_SUBJECT = 4  # words at a sentence's start that count twice: the subject says which sentence it is
_STEPS = ((1, 1), (1, 2), (2, 1), (2, 2))
_MANY = 40_000  # product of the two numbers of sentences above which this is not tried

Chain = list[tuple[range, range, float]]


def chain_sentences(old: Sequence[str], new: Sequence[str], weights: Mapping[str, float]) -> Chain:
    """Return the heaviest chain of counterparts among the sentences `old` and `new` of one link.

    Args:
        old, new: sentences spelt one letter a word.
        weights: what each letter weighs.

    Returns:
        Ranges of positions on both sides that became each other, in order, with their similarity.
    """
    bags = [[_bag(code, weights) for code in side] for side in (old, new)]
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
                        1.0 if olds == news == 1 else 0.9 if olds != news else 0.7
                    )
                    if likeness > _ENOUGH and gain > best[i][j]:
                        best[i][j], step[i, j] = gain, (olds, news, likeness)
    return _walk_back(len(old), len(new), step)


def _bag(code: str, weights: Mapping[str, float]) -> Counter[str]:
    bag: Counter[str] = Counter()
    for position, letter in enumerate(code):
        bag[letter] += weights.get(letter, 1.0) * (2 if position < _SUBJECT else 1)  # type: ignore[assignment]
    return bag


def _likeness(old: Sequence[Counter[str]], new: Sequence[Counter[str]]) -> tuple[float, float]:
    """Return the shared share of two runs of sentences, 0.0 to 1.0, and their weight."""
    first, second = sum(old, Counter()), sum(new, Counter())
    mass = sum(first.values()) + sum(second.values())
    shared = sum(min(weight, second[letter]) for letter, weight in first.items() if letter in second)
    return (2 * shared / mass if mass else 0.0), mass


def _belong(old: Sequence[Counter[str]], new: Sequence[Counter[str]]) -> bool:
    """Say whether every sentence of a group has most of its words on the other side."""
    first, second = sum(old, Counter()), sum(new, Counter())
    return all(
        sum(min(weight, other[letter]) for letter, weight in bag.items()) >= _CONTAINED * sum(bag.values())
        for bags, other in ((old, second), (new, first))
        for bag in bags
    )


def _walk_back(i: int, j: int, step: Mapping[tuple[int, int], tuple[int, int, float]]) -> Chain:
    chain: Chain = []
    while (i, j) in step:
        olds, news, likeness = step[i, j]
        i, j = i - olds, j - news
        if olds and news:
            chain.append((range(i, i + olds), range(j, j + news), likeness))
    return chain[::-1]
