"""Choose among candidate pairs: what kept its order first, then what moved."""

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence

from stmtdiff.align.chain import heaviest_chain
from stmtdiff.align.pairing import Pair, is_far_better
from stmtdiff.align.units import Unit

IN_ORDER = 0.4  # how alike two units must be when the order speaks for them
_BESIDE = 2  # how far apart two units of a block that moved may come to stand


def move_gate(*units: Unit) -> float:
    """Return how alike units must be to be linked against the order: short ones more so.

    It is a similarity, from 0.4 for the longest; above 1.0, which no pair reaches, for units of three words or fewer.
    The shortest of `units` decides. Five words in common are soon found somewhere in a long text; fifty are not.
    """
    return IN_ORDER + 2 / max(1, min([len(unit.code) for unit in units]))


def assign(old: Sequence[Unit], new: Sequence[Unit], anchors: Sequence[Pair], candidates: Sequence[Pair]) -> list[Pair]:
    """Return the pairs that are chosen, `anchors` included, in the order of the old side.

    `anchors` are pairs of equal units, `candidates` pairs that were compared. Each unit is in one pair at most.
    """
    kept = keeping_order(anchors, _without_beaten(old, new, candidates))
    return sorted([*kept, *left_over(old, new, kept, candidates)])


def _without_beaten(old: Sequence[Unit], new: Sequence[Unit], candidates: Sequence[Pair]) -> list[Pair]:
    """Leave out pairs of which one unit has a far better partner that wants it too.

    Order alone would take a doubtful neighbour over the true text further off.
    """
    mutual = [pair for pair in _mutual_best(candidates) if pair.score >= move_gate(old[pair.old], new[pair.new])]
    of_old = {pair.old: pair for pair in mutual}
    of_new = {pair.new: pair for pair in mutual}

    def is_beaten(pair: Pair) -> bool:
        rivals = (of_old.get(pair.old, pair), of_new.get(pair.new, pair))
        return any(is_far_better(rival.score, pair.score) for rival in rivals)

    return [pair for pair in candidates if not is_beaten(pair)]


def _mutual_best(candidates: Sequence[Pair]) -> list[Pair]:
    """Return the pairs that rank first for both their units."""
    best: dict[tuple[int, int], Pair] = {}
    for pair in candidates:
        for unit in ((0, pair.old), (1, pair.new)):
            if unit not in best or pair.rank > best[unit].rank:
                best[unit] = pair
    return [pair for (side, _), pair in best.items() if side == 0 and best[1, pair.new] is pair]


def keeping_order(anchors: Sequence[Pair], candidates: Sequence[Pair]) -> list[Pair]:
    """Return the anchors and those candidates that keep the order of both sides and are alike enough, in old order.

    The candidates are taken from the heaviest chain of all pairs, in which each pair weighs its rank times its score.
    """
    pairs = [*anchors, *candidates]
    chain = [pairs[at] for at in heaviest_chain(pairs, [pair.rank * pair.score for pair in pairs])]
    return sorted({*anchors, *(pair for pair in chain if pair.score >= IN_ORDER)})


class _Order:
    """The chosen pairs that keep the order, for asking whether one more would keep it too."""

    def __init__(self, chosen: Sequence[Pair]) -> None:
        chain = heaviest_chain(chosen, [pair.score for pair in chosen])
        self._pairs = [(chosen[at].old, chosen[at].new) for at in chain]

    def is_kept_by(self, pair: Pair) -> bool:
        at = bisect_left(self._pairs, (pair.old, pair.new))
        is_below = at == 0 or self._pairs[at - 1][1] < pair.new
        return is_below and (at == len(self._pairs) or self._pairs[at][1] > pair.new)

    def add(self, pair: Pair) -> None:
        insort(self._pairs, (pair.old, pair.new))


def left_over(old: Sequence[Unit], new: Sequence[Unit], kept: Sequence[Pair], candidates: Sequence[Pair]) -> list[Pair]:
    """Return further pairs of units that are in none of the pairs `kept`, the most alike first.

    A pair that goes against the order must pass the gate for moves (`move_gate`). A unit beside one that moved keeps
    the order if it went along.
    """
    order = _Order(kept)
    partners = {pair.old: pair.new for pair in kept}
    taken = set(partners.values())
    found = []
    for pair in sorted(candidates, key=lambda pair: (-pair.rank, pair.old, pair.new)):
        if pair.old in partners or pair.new in taken:
            continue
        keeps_order = order.is_kept_by(pair)
        is_in_order = keeps_order or _went_along(pair, partners)
        if pair.score < (IN_ORDER if is_in_order else move_gate(old[pair.old], new[pair.new])):
            continue
        if keeps_order:
            order.add(pair)
        partners[pair.old] = pair.new
        taken.add(pair.new)
        found.append(pair)
    return found


def _went_along(pair: Pair, partners: Mapping[int, int]) -> bool:
    """Say whether the unit above or below went to the same place, one unit put in between at most."""
    above, below = partners.get(pair.old - 1), partners.get(pair.old + 1)
    return (above is not None and 0 < pair.new - above <= _BESIDE) or (
        below is not None and 0 < below - pair.new <= _BESIDE
    )
