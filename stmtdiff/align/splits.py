"""Give units that found no partner to a link that has their words to spare.

The ugly case: a paragraph of four sentences is linked to the half that kept three of them; the
fourth is now alone below it, or was joined to another paragraph two pages on. The sign is
the residual: the words of a unit that its partners do not account for.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from stmtdiff.align.assignment import move_gate
from stmtdiff.align.pairing import Pair
from stmtdiff.align.similarity import Scale
from stmtdiff.align.units import Unit

# Share of a unit's weight that a residual must hold. Beside a partner `move_gate` is enough.
_ELSEWHERE = 0.75
_UNLINKED = 0.9  # ... when nothing else links the two
_PARTNERS = 16  # units on one side of a link at most
_SHORTEST = 4  # words of a unit that can be a part of the unit beside it
_SHORTEST_ELSEWHERE = 8


class _Offer(NamedTuple):
    """A unit without a partner (`part`) and the unit of the other side that may hold it."""

    share: float
    is_split: bool
    whole: int
    part: int
    least: float

    def key(self) -> tuple[float, float, bool, int, int]:
        return (-self.share, self.least, self.is_split, self.whole, self.part)


class _Side:
    """One direction: the `wholes` of one side, and the `parts` of the other."""

    def __init__(self, wholes: Sequence[Unit], parts: Sequence[Unit], scale: Scale, *, is_split: bool) -> None:
        self.wholes, self.parts, self.scale, self.is_split = wholes, parts, scale, is_split
        self.whole_of: dict[int, int] = {}
        self.parts_of: dict[int, list[int]] = defaultdict(list)
        self._residuals: dict[int, Counter[str]] = {}

    def link(self, whole: int, part: int) -> None:
        self.whole_of[part] = whole
        self.parts_of[whole].append(part)
        self._residuals.pop(whole, None)

    def share(self, whole: int, part: int) -> float:
        """Return which share of the weight of `part` the residual of `whole` holds, 0.0 to 1.0."""
        left = self._residual(whole)
        weigh = self.scale.weight
        held = total = 0.0
        for letter, count in Counter(self.parts[part].code).items():
            weight = weigh(letter)
            total += weight * count
            held += weight * min(count, left.get(letter, 0))
        return held / total if total else 0.0

    def _residual(self, whole: int) -> Counter[str]:
        if whole not in self._residuals:
            left = Counter(self.wholes[whole].code)
            for part in self.parts_of.get(whole, ()):
                left.subtract(self.parts[part].code)
            self._residuals[whole] = left
        return self._residuals[whole]

    def beside(self, whole: int, part: int) -> Iterator[_Offer]:
        """Yield what the neighbours of a linked part may take of its whole."""
        for neighbour in (part - 1, part + 1):
            if 0 <= neighbour < len(self.parts) and neighbour not in self.whole_of:
                unit = self.parts[neighbour]
                if len(unit.code) >= _SHORTEST:
                    yield self._offer(whole, neighbour, _ELSEWHERE if unit.is_heading else move_gate(unit))

    def elsewhere(self, whole: int, part: int) -> Iterator[_Offer]:
        """Yield what a part without a partner may take of a whole anywhere."""
        length = len(self.parts[part].code)
        if part not in self.whole_of and _SHORTEST_ELSEWHERE <= length <= len(self.wholes[whole].code):
            yield self._offer(whole, part, _ELSEWHERE if whole in self.parts_of else _UNLINKED)

    def _offer(self, whole: int, part: int, least: float) -> _Offer:
        return _Offer(self.share(whole, part), self.is_split, whole, part, least)


def split_and_merged(
    old: Sequence[Unit], new: Sequence[Unit], pairs: Sequence[Pair], candidates: Sequence[Pair], scale: Scale
) -> list[Pair]:
    """Return further pairs, each of a unit without a partner and a linked unit that has its words to spare.

    With them a group has two or more units on one side: a split or a merge. The best share goes first, and every gift
    shrinks the residual that later ones are measured by.
    """
    splits = _Side(old, new, scale, is_split=True)
    merges = _Side(new, old, scale, is_split=False)
    for pair in pairs:
        splits.link(pair.old, pair.new)
        merges.link(pair.new, pair.old)
    heap = [(offer.key(), offer) for offer in _offers(splits, merges, pairs, candidates) if offer.share >= offer.least]
    heapify(heap)
    given: list[Pair] = []
    while heap:
        _, offer = heappop(heap)
        side = splits if offer.is_split else merges
        if offer.part in side.whole_of or len(side.parts_of[offer.whole]) >= _PARTNERS:
            continue
        share = side.share(offer.whole, offer.part)
        if share >= offer.share:
            side.link(offer.whole, offer.part)
            given.append(_pair(offer))
            again = side.beside(offer.whole, offer.part)
        else:
            again = iter([offer._replace(share=share)])
        for other in again:
            if other.share >= other.least:
                heappush(heap, (other.key(), other))
    return given


def _offers(splits: _Side, merges: _Side, pairs: Iterable[Pair], candidates: Iterable[Pair]) -> Iterator[_Offer]:
    for pair in pairs:
        if pair.score < 1:
            yield from splits.beside(pair.old, pair.new)
            yield from merges.beside(pair.new, pair.old)
    for pair in candidates:
        yield from splits.elsewhere(pair.old, pair.new)
        yield from merges.elsewhere(pair.new, pair.old)


def _pair(offer: _Offer) -> Pair:
    if offer.is_split:
        return Pair(offer.whole, offer.part, offer.share, offer.share, "split")
    return Pair(offer.part, offer.whole, offer.share, offer.share, "merge")
