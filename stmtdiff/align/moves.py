"""Say which links moved: those off the heaviest chain, and of a block only its top."""

from collections.abc import Sequence
from math import log

from stmtdiff.align.chain import heaviest_chain
from stmtdiff.align.pairing import Group
from stmtdiff.align.units import Unit

_UNCHANGED = 2.0
_HEADING = 2.0


def off_chain(groups: Sequence[Group], old: Sequence[Unit], new: Sequence[Unit]) -> set[int]:
    """Return the indexes of the groups that do not keep the order of the heaviest chain.

    Unchanged groups weigh twice as much as edited ones and headings twice as much as paragraphs:
    of two that crossed, the edited one moved, and a paragraph moved from under a heading.
    """
    chain = set(
        heaviest_chain(
            [group.core for group in groups],
            [_weight(group, old[group.core.old], new[group.core.new]) for group in groups],
        )
    )
    return {at for at in range(len(groups)) if at not in chain}


def _weight(group: Group, old: Unit, new: Unit) -> float:
    weight = 0.0
    if old.code:
        weight = _UNCHANGED if group.score == 1 else group.score
    # Of two equals the one that kept its number stays, then the longer one.
    weight += 0.05 * bool(old.label and old.label == new.label) + log(2 + len(old.code)) / 1000
    return weight * _HEADING if old.is_heading else weight


def moved_tops(groups: Sequence[Group], off: set[int]) -> set[int]:
    """Return those of the groups `off` the chain that head a block which moved together."""
    ends = {(max(groups[at].old), max(groups[at].new)) for at in off}
    return {at for at in off if (min(groups[at].old) - 1, min(groups[at].new) - 1) not in ends}
