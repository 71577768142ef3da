"""Say which links moved: those off the heaviest chain, and of a block only its top."""

from collections.abc import Iterable, Sequence
from math import log

from stmtdiff.align.chain import heaviest_chain
from stmtdiff.align.pairing import Group, Pair
from stmtdiff.align.units import Unit

_HEADING = 2  # what a heading counts: it stays rather than the paragraph under it
_SAME_NUMBER = 0.05


def off_chain(groups: Sequence[Group], old: Sequence[Unit], new: Sequence[Unit]) -> set[int]:
    """Return the indexes of the groups that do not keep the order of the heaviest chain.

    As few paragraphs as can be are said to have moved. Of as many and as many, unchanged ones stay,
    and headings stay rather than the paragraphs under them. A group of several units stands where its
    longest unit stands, and weighs as many as stand there together.
    """
    pairs, weights = [], []
    for group in groups:
        places = _longest(group.old, old), _longest(group.new, new)
        pairs.append(Pair(*places, group.score, group.score))
        together = max(_run(group.old, places[0]), _run(group.new, places[1]))
        weights.append(together * _weight(group.score, old[places[0]], new[places[1]]))
    return set(range(len(groups))) - set(heaviest_chain(pairs, weights))


def _longest(members: Sequence[int], units: Sequence[Unit]) -> int:
    return max(members, key=lambda at: (len(units[at].code), -at))


def _run(members: Sequence[int], at: int) -> int:
    """Return how many of `members` stand together without a gap, `at` among them."""
    first = last = at
    while first - 1 in members:
        first -= 1
    while last + 1 in members:
        last += 1
    return last - first + 1


def _weight(score: float, old: Unit, new: Unit) -> float:
    if not old.code:
        return _SAME_NUMBER if old.label and old.label == new.label else 1e-6
    weight = 1 + score / 2  # less than a whole, so that many edited ones outweigh few unchanged ones
    # Of two equals the one that kept its number stays, then the longer one.
    weight += _SAME_NUMBER * bool(old.label and old.label == new.label) + log(2 + len(old.code)) / 1000
    return weight * _HEADING if old.is_heading else weight


def moved_tops(groups: Sequence[Group], off: set[int], old: Sequence[Unit]) -> set[int]:
    """Return those of the groups `off` the chain that head a block which moved together.

    `groups` come in old order. What was put into a block or taken out of it does not part it. An
    empty unit may stand in a block and never heads one.
    """
    places = _places(group.old for group in groups), _places(group.new for group in groups)
    ends: set[tuple[int, int]] = set()
    tops = set()
    for at in sorted(off):
        group = groups[at]
        is_within = (places[0][group.old[0]] - 1, places[1][group.new[0]] - 1) in ends
        if is_within or any(old[unit].code for unit in group.old):
            ends.add((places[0][group.old[-1]], places[1][group.new[-1]]))
            if not is_within:
                tops.add(at)
    return tops


def _places(members: Iterable[tuple[int, ...]]) -> dict[int, int]:
    """Return where each unit stands among those that are in a group."""
    return {unit: place for place, unit in enumerate(sorted(unit for own in members for unit in own))}
