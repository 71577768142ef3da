"""Score links between units: pairs of an old and a new index, micro-averaged over documents.

`non-identical` leaves out pairs whose two texts are equal but for white space, on both sides of
the comparison: any tool finds those, and they would drown the rest. `split/merge` looks only at
pairs one of whose units has several partners, `moved` only at pairs off the heaviest chain of
groups that keep their order; what is split or moved is decided on each side by its own pairs.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from benchmarks.scoring.counts import Counts, agreement

Pair = tuple[int, int]
Pairs = set[Pair]


def score_links(
    old: Sequence[str], new: Sequence[str], gold: Pairs, predicted: Pairs, *, undecided: Iterable[Pair] = ()
) -> dict[str, Counts]:
    """Return the counts of one document: all, non-identical, split/merge, moved.

    A predicted pair that is `undecided` and not in the gold is neither right nor wrong.
    """
    predicted = predicted - (set(undecided) - gold)
    equal = {(i, j) for i, j in gold | predicted if old[i].split() == new[j].split()}
    return {
        "all": agreement(len(gold & predicted), gold, predicted),
        "non-identical": agreement(len(gold & predicted - equal), gold - equal, predicted - equal),
        "split/merge": _each_by_itself(gold, predicted, _shared(gold), _shared(predicted)),
        "moved": _each_by_itself(gold, predicted, off_chain(gold), off_chain(predicted)),
    }


def _each_by_itself(gold: Pairs, predicted: Pairs, some_gold: Pairs, some_predicted: Pairs) -> Counts:
    return Counts(len(some_gold & predicted), len(some_gold), len(some_predicted & gold), len(some_predicted))


def _shared(pairs: Pairs) -> Pairs:
    """Return the pairs one of whose units stands in another pair too."""
    old, new = Counter(i for i, _ in pairs), Counter(j for _, j in pairs)
    return {(i, j) for i, j in pairs if old[i] > 1 or new[j] > 1}


def groups(pairs: Pairs) -> list[Pairs]:
    """Return the pairs gathered by the units they share, in the order of the old side."""
    gathered: list[tuple[set[int], set[int], Pairs]] = []
    for i, j in sorted(pairs):
        touched = [group for group in gathered if i in group[0] or j in group[1]]
        gathered = [group for group in gathered if group not in touched]
        gathered.append(
            (
                {i}.union(*(group[0] for group in touched)),
                {j}.union(*(group[1] for group in touched)),
                {(i, j)}.union(*(group[2] for group in touched)),
            )
        )
    return sorted((group[2] for group in gathered), key=min)


def off_chain(pairs: Pairs) -> Pairs:
    """Return the pairs of the groups off the heaviest chain; a group weighs as many pairs as it has.

    Of equal chains the one whose groups come first on the old side counts as having stayed.
    """
    ordered = groups(pairs)
    weight: list[int] = []
    before: list[int] = []
    for group in ordered:
        best = -1
        for at in range(len(weight)):
            if _precedes(ordered[at], group) and weight[at] > (weight[best] if best >= 0 else 0):
                best = at
        before.append(best)
        weight.append(len(group) + (weight[best] if best >= 0 else 0))
    stayed: Pairs = set()
    at = weight.index(max(weight)) if weight else -1
    while at >= 0:
        stayed |= ordered[at]
        at = before[at]
    return pairs - stayed


def _precedes(first: Pairs, last: Pairs) -> bool:
    return max(i for i, _ in first) < min(i for i, _ in last) and max(j for _, j in first) < min(j for _, j in last)
