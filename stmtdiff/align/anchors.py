"""Link units whose words are equal.

A text that stands once on each side is linked wherever it went. Stock paragraphs that stand
several times ("The Committee decided to remain seized of the matter.") are told apart by the
company they keep, then by their labels, then by the order in which they come.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from stmtdiff.align.chain import heaviest_chain
from stmtdiff.align.pairing import Pair
from stmtdiff.align.units import Unit

# A copy of a stock text that only fits out of order is linked when it has at least this many words.
_WORDS_OF_A_MOVED_COPY = 8


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
    """Return pairs of units with equal words, each unit in one pair at most, in old order."""
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
    """Link what is left of repeated texts by order of occurrence, keeping order with all else."""
    new = _positions(_free(taken.new, taken.of_new), lambda unit: unit.code)
    pairs = [Pair(first, second, 1.0, 1.0) for first, second in taken.of_old.items()]
    fixed = len(pairs)
    for value, positions in _positions(_free(taken.old, taken.of_old), lambda unit: unit.code).items():
        pairs += [Pair(first, second, 1.0, 1.0) for first, second in zip(positions, new.get(value, ()), strict=False)]
    # What is certain outweighs copies, whatever their number.
    chain = set(heaviest_chain(pairs, [1.0 if at < fixed else 1 / (1 + len(pairs)) for at in range(len(pairs))]))
    for at in range(fixed, len(pairs)):
        first, second = pairs[at].old, pairs[at].new
        if at in chain or len(taken.old[first].code) >= _WORDS_OF_A_MOVED_COPY:
            taken.link(first, second)
