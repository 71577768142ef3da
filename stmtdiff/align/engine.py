"""Run the passes over two rows of units; paragraphs and sentences go the same way."""

from collections.abc import Sequence

from stmtdiff.align.anchors import identical_pairs
from stmtdiff.align.assignment import assign
from stmtdiff.align.candidates import candidate_pairs
from stmtdiff.align.gaps import in_gaps
from stmtdiff.align.groups import grouped
from stmtdiff.align.pairing import Group, Pair, free_positions
from stmtdiff.align.similarity import Scale
from stmtdiff.align.splits import split_and_merged
from stmtdiff.align.units import Unit


def pair_units(
    old: Sequence[Unit], new: Sequence[Unit], scale: Scale, *, is_inside: bool = False
) -> tuple[list[Group], list[Pair]]:
    """Return which units became which, and the pairs that were compared on the way.

    Each unit is in one group at most. One unit against one unit is always linked. `is_inside`:
    the rows are the sentences of linked paragraphs, so that they begin and end together.
    """
    if len(old) == 1 and len(new) == 1:
        score = scale.similarity(old[0].code, new[0].code)
        return [Group((0,), (0,), score, "identical" if score == 1 else "only")], []
    anchors = identical_pairs(old, new)
    free_old = free_positions(len(old), {pair.old for pair in anchors})
    free_new = free_positions(len(new), {pair.new for pair in anchors})
    candidates = candidate_pairs(old, new, free_old, free_new, scale)
    pairs = in_gaps(old, new, assign(old, new, anchors, candidates), scale, are_ends_linked=is_inside)
    parts = split_and_merged(old, new, pairs, candidates, scale)
    return grouped(old, new, [*pairs, *parts], scale), candidates
