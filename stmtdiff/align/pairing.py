"""What the passes of the aligner hand to each other."""

from collections.abc import Collection
from typing import NamedTuple


class Pair(NamedTuple):
    """One old unit against one new unit (positions), how alike they are, and the pass that said so.

    `rank` is the similarity with what little position, label and heading add to it: it decides
    between rivals and never whether a pair is good enough.
    """

    old: int
    new: int
    score: float
    rank: float
    method: str = "similar"


def is_far_better(score: float, rival: float) -> bool:
    """Say whether `score` is less than half as far from 1.0, the score of equal units, as `rival` is."""
    return 1 - score < (1 - rival) / 2


def free_positions(number: int, taken: Collection[int]) -> list[int]:
    """Return the positions below `number` that are not among those `taken`."""
    return [position for position in range(number) if position not in taken]


class Group(NamedTuple):
    """Old units that became new ones, how alike they are, and the passes that said so.

    `lead` is by how much a loose group, or its least part, is ahead of its rivals; firm ones have none.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    score: float
    method: str
    lead: float | None = None
