"""Choose among candidate pairs: what kept its order first, then what moved, then what gaps allow."""

from bisect import bisect_left, insort
from collections.abc import Sequence
from itertools import pairwise

from stmtdiff.align.chain import heaviest_chain
from stmtdiff.align.pairing import Pair
from stmtdiff.align.similarity import Scale
from stmtdiff.align.units import Unit

_IN_ORDER = 0.4  # how alike two units must be when order speaks for them
_GAP = 0.25  # ... and when they face each other between two certain links
_WIDEST_GAP = 12


def move_gate(old: Unit, new: Unit) -> float:
    """Return how alike two units must be to be linked against the order: short ones more so."""
    return 0.4 + 2 / max(1, min(len(old.code), len(new.code)))


def assign(
    old: Sequence[Unit], new: Sequence[Unit], anchors: Sequence[Pair], candidates: Sequence[Pair], scale: Scale
) -> list[Pair]:
    """Return the pairs chosen, anchors included, each unit in one pair at most, in old order."""
    chosen = _in_order(anchors, _without_beaten(old, new, candidates))
    chosen = _moved(old, new, chosen, candidates)
    chosen = _in_gaps(old, new, chosen, scale)
    return sorted(chosen)


def _without_beaten(old: Sequence[Unit], new: Sequence[Unit], candidates: Sequence[Pair]) -> list[Pair]:
    """Leave out pairs of which one unit has a far better partner that wants it too.

    Order alone would take a doubtful neighbour over the true text further off. Far better means
    less than half the distance from being equal.
    """
    best_old: dict[int, Pair] = {}
    best_new: dict[int, Pair] = {}
    for pair in candidates:
        if pair.old not in best_old or pair.rank > best_old[pair.old].rank:
            best_old[pair.old] = pair
        if pair.new not in best_new or pair.rank > best_new[pair.new].rank:
            best_new[pair.new] = pair
    mutual = [
        pair
        for pair in best_old.values()
        if best_new[pair.new] is pair and pair.score >= move_gate(old[pair.old], new[pair.new])
    ]
    of_old = {pair.old: pair for pair in mutual}
    of_new = {pair.new: pair for pair in mutual}

    def is_beaten(pair: Pair) -> bool:
        rivals = (of_old.get(pair.old, pair), of_new.get(pair.new, pair))
        return any(1 - rival.score < (1 - pair.score) / 2 for rival in rivals)

    return [pair for pair in candidates if not is_beaten(pair)]


def _in_order(anchors: Sequence[Pair], candidates: Sequence[Pair]) -> list[Pair]:
    pairs = [*anchors, *candidates]
    chain = heaviest_chain(pairs, [pair.rank * pair.score for pair in pairs])
    strong = [pairs[at] for at in chain if pairs[at].score >= _IN_ORDER]
    kept = set(strong)
    for at in chain:
        pair = pairs[at]
        if pair.score < _IN_ORDER:
            k = bisect_left(strong, pair)
            if (
                0 < k < len(strong)
                and max(strong[k].old - strong[k - 1].old, strong[k].new - strong[k - 1].new) <= _WIDEST_GAP + 1
            ):
                kept.add(pair._replace(method="gap"))
    return sorted(kept | set(anchors))


class _Order:
    """The chosen pairs that keep the order, for asking whether one more would keep it too."""

    def __init__(self, chosen: Sequence[Pair]) -> None:
        self._pairs = [
            (chosen[at].old, chosen[at].new) for at in heaviest_chain(chosen, [pair.score for pair in chosen])
        ]

    def keeps(self, pair: Pair) -> bool:
        at = bisect_left(self._pairs, (pair.old, pair.new))
        return (at == 0 or self._pairs[at - 1][1] < pair.new) and (
            at == len(self._pairs) or self._pairs[at][1] > pair.new
        )

    def add(self, pair: Pair) -> None:
        insort(self._pairs, (pair.old, pair.new))


def _moved(old: Sequence[Unit], new: Sequence[Unit], chosen: list[Pair], candidates: Sequence[Pair]) -> list[Pair]:
    order = _Order(chosen)
    taken_old = {pair.old for pair in chosen}
    taken_new = {pair.new for pair in chosen}
    result = list(chosen)
    for pair in sorted(candidates, key=lambda pair: (-pair.rank, pair.old, pair.new)):
        if pair.old in taken_old or pair.new in taken_new:
            continue
        keeps = order.keeps(pair)
        if pair.score < (_IN_ORDER if keeps else move_gate(old[pair.old], new[pair.new])):
            continue
        if keeps:
            order.add(pair)
        taken_old.add(pair.old)
        taken_new.add(pair.new)
        result.append(pair)
    return result


def _in_gaps(old: Sequence[Unit], new: Sequence[Unit], chosen: list[Pair], scale: Scale) -> list[Pair]:
    chain = [chosen[at] for at in heaviest_chain(chosen, [pair.score for pair in chosen])]
    free_old = _free_positions(len(old), {pair.old for pair in chosen})
    free_new = _free_positions(len(new), {pair.new for pair in chosen})
    result = list(chosen)
    for above, below in pairwise([Pair(-1, -1, 0.0, 0.0), *chain, Pair(len(old), len(new), 0.0, 0.0)]):
        left = free_old[bisect_left(free_old, above.old) : bisect_left(free_old, below.old)]
        right = free_new[bisect_left(free_new, above.new) : bisect_left(free_new, below.new)]
        edge = above.old < 0 or below.old == len(old)
        if left and right and chain and max(len(left), len(right)) <= (2 if edge else _WIDEST_GAP):
            result += _gap_pairs(old, new, left, right, scale)
    return result


def _free_positions(number: int, taken: set[int]) -> list[int]:
    return [position for position in range(number) if position not in taken]


def _gap_pairs(
    old: Sequence[Unit], new: Sequence[Unit], left: Sequence[int], right: Sequence[int], scale: Scale
) -> list[Pair]:
    pairs = []
    for first in left:
        for second in right:
            score = scale.similarity(old[first].code, new[second].code, at_least=0.2)
            if old[first].is_heading != new[second].is_heading:
                score -= 0.1
            if score >= (0.2 if len(left) == len(right) == 1 else _GAP):
                pairs.append(Pair(first, second, score, score, "gap"))
    return [pairs[at] for at in heaviest_chain(pairs, [pair.score for pair in pairs])]
