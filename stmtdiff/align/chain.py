"""Find the heaviest run of pairs that keeps the order of both sides."""

from collections.abc import Sequence

from stmtdiff.align.pairing import Pair


class _BestBefore:
    """The heaviest chain end among the new positions before one (a Fenwick tree of maxima)."""

    __slots__ = ("_nodes",)

    def __init__(self, size: int) -> None:
        self._nodes: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def get(self, position: int) -> tuple[float, int]:
        best = (0.0, -1)
        while position > 0:
            if self._nodes[position][0] > best[0]:
                best = self._nodes[position]
            position &= position - 1
        return best

    def put(self, position: int, weight: float, end: int) -> None:
        position += 1
        while position < len(self._nodes):
            if weight > self._nodes[position][0]:
                self._nodes[position] = (weight, end)
            position += position & -position


def heaviest_chain(pairs: Sequence[Pair], weights: Sequence[float]) -> list[int]:
    """Return the indexes of the pairs of the heaviest chain, rising on both sides.

    `weights` are positive, one a pair. Of two chains of one weight the first found stays. Time is
    n log n in the number of pairs.
    """
    order = sorted(range(len(pairs)), key=lambda at: (pairs[at].old, -pairs[at].new, at))
    best = _BestBefore(max((pair.new for pair in pairs), default=-1) + 1)
    before = [-1] * len(pairs)
    last, heaviest = -1, 0.0
    for at in order:
        weight, before[at] = best.get(pairs[at].new)
        weight += weights[at]
        best.put(pairs[at].new, weight, at)
        if weight > heaviest:
            last, heaviest = at, weight
    chain = []
    while last >= 0:
        chain.append(last)
        last = before[last]
    chain.reverse()
    return chain
