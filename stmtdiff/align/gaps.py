"""Link units that are between the same two certain links; there less likeness is enough.

The ugly case: the paragraph on one country is rewritten every year. Not one phrase of it is left,
but it is between the same two paragraphs, or under the same heading, or has the same number.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from stmtdiff.align.chain import heaviest_chain
from stmtdiff.align.pairing import Pair, free_positions
from stmtdiff.align.similarity import Scale
from stmtdiff.align.units import Unit

_FACING = 0.25  # how alike two units of a gap must be
_ALONE = 0.2  # ... when the gap holds no other
_NAMED = 0.15  # ... when a number or a heading names them both; units of unlike topics reach a tenth
_WIDEST_GAP = 12  # units between two certain links for which those still speak
_WIDEST_EDGE = 2  # units above the first link or below the last one
_OTHER_ROLE = 0.1  # what a heading loses against a paragraph


class _Gap(NamedTuple):
    """The units without a partner between two links that keep the order."""

    above: Pair
    below: Pair
    old: list[int]
    new: list[int]


def in_gaps(
    old: Sequence[Unit], new: Sequence[Unit], pairs: Sequence[Pair], scale: Scale, *, are_ends_linked: bool
) -> list[Pair]:
    """Return `pairs` and the pairs that are found in the gaps between them, in the order of the old side.

    A gap is what stands between two neighbouring pairs on both sides. `are_ends_linked` says that the two rows begin
    and end together, as the sentences of linked paragraphs do; then a gap reaches to the ends of the rows.
    """
    edge = _WIDEST_GAP if are_ends_linked else _WIDEST_EDGE
    found = list(pairs)
    for gap in _gaps(old, new, found, edge):
        found += _alike(old, new, gap, scale)
    for gap in _gaps(old, new, sorted(found), edge):
        found += _named(old, new, gap, scale)
    return sorted([*found, *_headings_above(old, new, found, scale)])


def _gaps(old: Sequence[Unit], new: Sequence[Unit], pairs: Sequence[Pair], widest_edge: int) -> list[_Gap]:
    chain = [pairs[at] for at in heaviest_chain(pairs, [pair.score for pair in pairs])]
    if not chain and widest_edge < _WIDEST_GAP:
        return []
    free_old = free_positions(len(old), {pair.old for pair in pairs})
    free_new = free_positions(len(new), {pair.new for pair in pairs})
    edges = Pair(-1, -1, 0.0, 0.0), Pair(len(old), len(new), 0.0, 0.0)
    gaps = []
    for above, below in pairwise([edges[0], *chain, edges[1]]):
        left = free_old[bisect_left(free_old, above.old) : bisect_left(free_old, below.old)]
        right = free_new[bisect_left(free_new, above.new) : bisect_left(free_new, below.new)]
        widest = widest_edge if above is edges[0] or below is edges[1] else _WIDEST_GAP
        if left and right and max(len(left), len(right)) <= widest:
            gaps.append(_Gap(above, below, left, right))
    return gaps


def _alike(old: Sequence[Unit], new: Sequence[Unit], gap: _Gap, scale: Scale) -> list[Pair]:
    least = _ALONE if len(gap.old) == len(gap.new) == 1 else _FACING
    pairs = []
    for first in gap.old:
        for second in gap.new:
            score = scale.similarity(old[first].code, new[second].code, at_least=least)
            loss = 0 if old[first].is_heading == new[second].is_heading else _OTHER_ROLE
            if score - loss >= least:
                pairs.append(Pair(first, second, score, score, "gap"))
    return [pairs[at] for at in heaviest_chain(pairs, [pair.score for pair in pairs])]


def _named(old: Sequence[Unit], new: Sequence[Unit], gap: _Gap, scale: Scale) -> list[Pair]:
    """Return the units that one number, or one heading of their own, names on both sides."""
    pairs = []
    for first in gap.old:
        for second in gap.new:
            method = _same_name(old, new, gap, first, second)
            if method and old[first].is_heading == new[second].is_heading:
                score = scale.similarity(old[first].code, new[second].code, at_least=_NAMED)
                if score >= _NAMED:
                    pairs.append(Pair(first, second, score, score, method))
    return [pairs[at] for at in heaviest_chain(pairs, [pair.score for pair in pairs])]


def _same_name(old: Sequence[Unit], new: Sequence[Unit], gap: _Gap, first: int, second: int) -> str:
    """Return which name two units of a gap have in common: "heading", "label" or none."""
    one, other = old[first], new[second]
    if len(gap.old) == len(gap.new) == 1:
        has_title = "" != one.title == other.title
        if has_title or (
            _stand_under_heading(old, first, gap.above.old) and _stand_under_heading(new, second, gap.above.new)
        ):
            return "heading"
    # Beside a link that changed its number, all numbers may have shifted and say nothing.
    keep_numbers = _has_one_number(gap.above, old, new) or _has_one_number(gap.below, old, new)
    return "label" if keep_numbers and "" != one.label == other.label else ""


def _headings_above(old: Sequence[Unit], new: Sequence[Unit], pairs: Sequence[Pair], scale: Scale) -> list[Pair]:
    """Return the headings without a partner that stand right above two linked units, wherever those went."""
    taken = {pair.old for pair in pairs}, {pair.new for pair in pairs}
    found = []
    for pair in pairs:
        first, second = pair.old - 1, pair.new - 1
        is_free = first >= 0 and second >= 0 and first not in taken[0] and second not in taken[1]
        if is_free and old[first].is_heading and new[second].is_heading:
            score = scale.similarity(old[first].code, new[second].code)
            if score >= _NAMED:
                found.append(Pair(first, second, score, score, "heading"))
    return found


def _stand_under_heading(units: Sequence[Unit], position: int, above: int) -> bool:
    return 0 <= above == position - 1 and units[above].is_heading


def _has_one_number(link: Pair, old: Sequence[Unit], new: Sequence[Unit]) -> bool:
    is_edge = link.old < 0 or link.old == len(old)
    return not is_edge and "" != old[link.old].label == new[link.new].label
