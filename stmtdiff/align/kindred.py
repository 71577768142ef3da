"""Link paragraphs on one subject that were written anew: loosely, and only where no other comes near.

The ugly case: a communiqué's paragraph on one peninsula is written afresh every other year and
stands somewhere else each time. Half a dozen rare words are all that stays, far too few for a
paragraph that was edited; but no other paragraph shares two of them. A desk that follows the
subject wants the two beside each other, marked as a loose match and never called moved.
"""

from collections.abc import Iterable, Sequence

from stmtdiff.align.candidates import FLOOR, candidate_pairs
from stmtdiff.align.pairing import Group, Pair, free_positions
from stmtdiff.align.similarity import Scale
from stmtdiff.align.units import Unit

_AHEAD = 1.5  # how many times as alike as any rival the two must be
_RIVAL = 0.1  # what is less alike rivals nothing: units of unlike topics reach as much
_SHORTEST = 20  # words; less is too little to tell a subject by


def kindred(old: Sequence[Unit], new: Sequence[Unit], groups: Sequence[Group], scale: Scale) -> list[Group]:
    """Return groups of one and one for paragraphs that no group holds and that are alike beyond all rivals.

    Rivals are all paragraphs of the other side, those in groups included: what is nearly as much
    like a settled paragraph has no subject of its own.
    """
    free = [_free(old, (group.old for group in groups)), _free(new, (group.new for group in groups))]
    if not free[0] or not free[1]:
        return []
    rows = candidate_pairs(old, new, free[0], range(len(new)), scale, least=_RIVAL)
    columns = candidate_pairs(old, new, range(len(old)), free[1], scale, least=_RIVAL)
    by_old, by_new = _two_best(rows, 0), _two_best(columns, 1)
    found = []
    for at in free[0]:
        best, second = by_old.get(at, (None, 0.0))
        if best and best.score >= FLOOR and _is_ahead(best, second):
            back, rival = by_new.get(best.new, (None, 0.0))
            if back and back.old == at and _is_ahead(back, rival):
                found.append(Group((at,), (best.new,), best.score, "subject"))
    return found


def _free(units: Sequence[Unit], linked: Iterable[tuple[int, ...]]) -> list[int]:
    free = free_positions(len(units), {at for members in linked for at in members})
    return [at for at in free if len(units[at].code) >= _SHORTEST and not units[at].is_heading]


def _is_ahead(best: Pair, rival: float) -> bool:
    return best.score >= _AHEAD * rival


def _two_best(pairs: Iterable[Pair], side: int) -> dict[int, tuple[Pair, float]]:
    """Return each unit's most alike pair, and how alike the next one is."""
    best: dict[int, tuple[Pair, float]] = {}
    for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.old, pair.new)):
        unit = pair.new if side else pair.old
        if unit not in best:
            best[unit] = pair, 0.0
        elif best[unit][1] == 0.0:
            best[unit] = best[unit][0], pair.score
    return best
