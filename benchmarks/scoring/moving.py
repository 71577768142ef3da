"""Say what moved where the answer is known but not unique: when two blocks change places, either may be called moved.

Only an order-keeping chain tells who stayed. A group of paragraphs *must* have moved when no chain through it is nearly
as heavy as the heaviest, and *may* have moved when a chain without it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

_NEARLY = 0.9  # of the heaviest chain's words: below that nobody would say that it was the others that moved


@dataclass(frozen=True, slots=True)
class Placed:
    """Paragraphs that became paragraphs, and how many words the old ones have."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    words: int


def moved_groups(groups: Sequence[Placed]) -> tuple[list[Placed], list[Placed]]:
    """Return the groups that must have moved, and those that may have, in the order of the old side."""
    ordered = sorted(groups, key=lambda group: group.old)
    bar = _NEARLY * max(_chains(ordered), default=0)
    back = _chains([Placed(_turned(one.old), _turned(one.new), one.words) for one in reversed(ordered)])[::-1]
    through = [ahead + behind - one.words for ahead, behind, one in zip(_chains(ordered), back, ordered, strict=True)]
    must = [one for one, weight in zip(ordered, through, strict=True) if weight < bar]
    may = [one for one in ordered if max(_chains([other for other in ordered if other != one]), default=0) >= bar]
    return must, may


def _turned(positions: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(-at for at in positions)


def _chains(ordered: Sequence[Placed]) -> list[int]:
    """Return for each group the words of the heaviest order-keeping chain that ends with it."""
    weights: list[int] = []
    for group in ordered:
        before = (weight for weight, one in zip(weights, ordered, strict=False) if _precedes(one, group))
        weights.append(group.words + max(before, default=0))
    return weights


def _precedes(first: Placed, last: Placed) -> bool:
    return max(first.old) < min(last.old) and max(first.new) < min(last.new)
