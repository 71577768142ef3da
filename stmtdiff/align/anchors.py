"""Link units whose words are equal.

A text that is there once on each side is linked wherever it went. Stock paragraphs that stand
several times ("The Committee decided to remain seized of the matter.") are distinguished by the
company they keep, then by their labels, then by the order in which they come.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from stmtdiff.align.chain import heaviest_chain
from stmtdiff.align.pairing import Pair
from stmtdiff.align.units import Unit


class _Taken:
    """The links made so far, as each side's partner."""

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        self.old, self.new = old, new
        self.of_old: dict[int, int] = {}
        self.of_new: dict[int, int] = {}

    def link(self, old: int, new: int) -> None:
        self.of_old[old] = new
        self.of_new[new] = old

    def is_free(self, old: int, new: int) -> bool:
        return old not in self.of_old and new not in self.of_new


def identical_pairs(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """Return the pairs of units with the same words, in the order of the old side.

    The result has positions in `old` and `new`. Each unit is in one pair at most, and every pair has the score 1.0.
    """
    taken = _Taken(old, new)
    _link_unique(taken, lambda unit: unit.code)
    _extend(taken)
    _link_unique(taken, lambda unit: (unit.code, unit.label) if unit.label else None)
    _extend(taken)
    _link_copies_in_order(taken)
    return [Pair(first, second, 1.0, 1.0, "identical") for first, second in sorted(taken.of_old.items())]


def _positions(units: Iterable[tuple[int, Unit]], key: Callable[[Unit], object]) -> dict[object, list[int]]:
    found: dict[object, list[int]] = defaultdict(list)
    for position, unit in units:
        if (value := key(unit)) is not None:
            found[value].append(position)
    return found


def _free(units: Sequence[Unit], taken: dict[int, int]) -> list[tuple[int, Unit]]:
    return [(position, unit) for position, unit in enumerate(units) if position not in taken]


def _link_unique(taken: _Taken, key: Callable[[Unit], object]) -> None:
    new = _positions(_free(taken.new, taken.of_new), key)
    for value, positions in _positions(_free(taken.old, taken.of_old), key).items():
        if len(positions) == 1 and len(new.get(value, ())) == 1 and taken.old[positions[0]].code:
            taken.link(positions[0], new[value][0])


def _extend(taken: _Taken) -> None:
    """Link equal neighbours of what is linked, first downwards, then upwards."""
    for step in (1, -1):
        for first, second in sorted(taken.of_old.items(), reverse=step < 0):
            before, after = first + step, second + step
            while (
                0 <= before < len(taken.old)
                and 0 <= after < len(taken.new)
                and taken.is_free(before, after)
                and taken.old[before].code == taken.new[after].code
            ):
                taken.link(before, after)
                before, after = before + step, after + step


def _link_copies_in_order(taken: _Taken) -> None:
    """Link what is left of repeated texts: inside each gap, by whichever way of counting links most."""
    certain = [Pair(first, second, 1.0, 1.0) for first, second in taken.of_old.items()]
    chain = [certain[at] for at in heaviest_chain(certain, [1.0] * len(certain))]
    ends = [(pair.old, pair.new) for pair in chain]
    for above, below in pairwise([(-1, -1), *ends, (len(taken.old), len(taken.new))]):
        left = [at for at in range(above[0] + 1, below[0]) if at not in taken.of_old]
        right = [at for at in range(above[1] + 1, below[1]) if at not in taken.of_new]
        if left and right:
            for first, second in _copies_in_gap(taken, left, right):
                taken.link(first, second)


def _copies_in_gap(taken: _Taken, left: list[int], right: list[int]) -> list[tuple[int, int]]:
    """Return equal texts of a gap, in order: counted from its top, from its bottom, or text by text."""

    def equal(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(first, second) for first, second in pairs if taken.old[first].code == taken.new[second].code]

    down = equal(zip(left, right, strict=False))
    up = equal(zip(reversed(left), reversed(right), strict=False))
    by_text = [Pair(first, second, 1.0, 1.0) for first, second in _by_occurrence(taken, left, right)]
    kept = [by_text[at] for at in heaviest_chain(by_text, [1.0] * len(by_text))]
    return max(down, up, [(pair.old, pair.new) for pair in kept], key=len)


def _by_occurrence(taken: _Taken, left: Iterable[int], right: Iterable[int]) -> Iterator[tuple[int, int]]:
    copies = _positions([(at, taken.new[at]) for at in right], lambda unit: unit.code)
    for value, positions in _positions([(at, taken.old[at]) for at in left], lambda unit: unit.code).items():
        yield from zip(positions, copies.get(value, ()), strict=False)
