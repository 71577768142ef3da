"""Link paragraphs on one subject that were written anew: loosely, and only where no other comes near.

The ugly case: a communiqué's paragraph on one peninsula is written afresh every other year and
stands somewhere else each time. Half a dozen rare words are all that stays, far too few for a
paragraph that was edited; but no other paragraph shares two of them. A desk that follows the
subject wants the two beside each other, marked as a loose match and never called moved.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from stmtdiff.align.candidates import Search, candidate_pairs
from stmtdiff.align.pairing import Group, Pair, free_positions
from stmtdiff.align.similarity import Scale
from stmtdiff.align.units import Unit

_AHEAD = 1.5  # how many times as alike as any rival the two must be
_RIVALS = Search(16, 64, 6, 3, 0.1, floor=0.1)  # units of unlike topics are alike by a tenth and rival nothing
_SHORTEST = 30  # words; less is too little to tell a subject by


def kindred(
    old: Sequence[Unit], new: Sequence[Unit], groups: Sequence[Group], compared: Sequence[Pair], scale: Scale
) -> list[Group]:
    """Return groups of one and one for paragraphs that no group holds and that are alike beyond all rivals.

    `compared` are the pairs that the passes before looked at. Rivals are all paragraphs of the
    other side, those in groups included: what is nearly as much like a settled paragraph has no
    subject of its own.
    """
    free = [set(_free(old, (group.old for group in groups))), set(_free(new, (group.new for group in groups)))]
    pairs = [pair for pair in compared if pair.old in free[0] and pair.new in free[1]]
    chosen = _mutual(pairs)
    forth = _ahead(candidate_pairs(old, new, [pair.old for pair in chosen], range(len(new)), scale, search=_RIVALS))
    back = _ahead(candidate_pairs(new, old, [pair.new for pair in chosen], range(len(old)), scale, search=_RIVALS))
    return [
        Group((pair.old,), (pair.new,), pair.score, "subject")
        for pair in chosen
        if forth.get(pair.old) == pair.new and back.get(pair.new) == pair.old
    ]


def _mutual(pairs: Iterable[Pair]) -> list[Pair]:
    """Return the pairs that are the best of both their units, in old order."""
    best: tuple[dict[int, Pair], dict[int, Pair]] = {}, {}
    for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.old, pair.new)):
        best[0].setdefault(pair.old, pair)
        best[1].setdefault(pair.new, pair)
    return sorted(pair for pair in best[0].values() if best[1][pair.new] == pair)


def _ahead(pairs: Iterable[Pair]) -> dict[int, int]:
    """Return which other unit each asking unit is alike beyond all rivals."""
    scores: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for pair in pairs:
        scores[pair.old].append((-pair.score, pair.new))
    ahead = {}
    for unit, found in scores.items():
        best, *rivals = sorted(found)
        if not rivals or best[0] <= _AHEAD * rivals[0][0]:
            ahead[unit] = best[1]
    return ahead


def _free(units: Sequence[Unit], linked: Iterable[tuple[int, ...]]) -> list[int]:
    free = free_positions(len(units), {at for members in linked for at in members})
    return [at for at in free if len(units[at].code) >= _SHORTEST and not units[at].is_heading]
