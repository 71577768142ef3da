"""Give units that found no partner to a link that has their words to spare.

The ugly case: a paragraph of four sentences is linked to the half that kept three of them; the
fourth now stands alone below it, or was joined to another paragraph two pages on. What tells is
the residual: the words of a unit that its partner does not account for.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from stmtdiff.align.pairing import Group, Pair
from stmtdiff.align.similarity import Scale
from stmtdiff.align.units import Unit

_BESIDE = 0.55  # share of a unit's weight that a residual must hold when it stands beside a partner
_NEAR = 0.65  # ... when it stands a few units from a partner
_ELSEWHERE = 0.75
_REACH = 1  # units
_PARTNERS = 4  # units on one side of a link at most
_SHORTEST = 4  # words of a unit that can be a part of another
_SHORTEST_ELSEWHERE = 8


class _Residual:
    """The words of a unit that no partner accounts for yet, and how many partners it has."""

    __slots__ = ("left", "partners")

    def __init__(self, code: str) -> None:
        self.left = Counter(code)
        self.partners = 0

    def take(self, code: str) -> None:
        self.left -= Counter(code)
        self.partners += 1

    def share(self, code: str, scale: Scale) -> float:
        """Return which share of the weight of `code` the residual holds, 0.0 to 1.0."""
        weigh = scale.weight
        held = whole = 0.0
        for letter, count in Counter(code).items():
            weight = weigh(letter)
            whole += weight * count
            held += weight * min(count, self.left[letter])
        return held / whole if whole else 0.0


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
    """One direction: the `wholes` of one side, and the `parts` of the other that found no partner."""

    def __init__(self, wholes: Sequence[Unit], parts: Sequence[Unit], links: dict[int, list[int]]) -> None:
        self.wholes, self.parts = wholes, parts
        self.links = links  # of each part, its wholes
        self.residuals: dict[int, _Residual] = {}

    def residual(self, whole: int) -> _Residual:
        if whole not in self.residuals:
            self.residuals[whole] = _Residual(self.wholes[whole].code)
        return self.residuals[whole]


def split_and_merged(
    old: Sequence[Unit], new: Sequence[Unit], pairs: Sequence[Pair], candidates: Sequence[Pair], scale: Scale
) -> list[Pair]:
    """Return further pairs that give a unit without a partner to one that has its words to spare.

    The best share goes first, and every gift shrinks the residual that later ones are measured by.
    """
    splits = _Side(old, new, _partners((pair.new, pair.old) for pair in pairs))
    merges = _Side(new, old, _partners((pair.old, pair.new) for pair in pairs))
    for pair in pairs:
        if pair.score < 1:
            splits.residual(pair.old).take(new[pair.new].code)
            merges.residual(pair.new).take(old[pair.old].code)
    heap = [
        (offer.key(), offer)
        for side, is_split in ((splits, True), (merges, False))
        for offer in _offers(side, is_split, candidates, scale)
    ]
    heapify(heap)
    given: list[Pair] = []
    while heap:
        _, offer = heappop(heap)
        side = splits if offer.is_split else merges
        if offer.part in side.links or side.residual(offer.whole).partners >= _PARTNERS:
            continue
        share = side.residual(offer.whole).share(side.parts[offer.part].code, scale)
        if share < offer.share - 1e-9:
            if share >= offer.least:
                again = offer._replace(share=share)
                heappush(heap, (again.key(), again))
            continue
        given.append(_give(side, offer))
        for neighbour in _beside(side, offer.whole, offer.part, offer.is_split, scale):
            heappush(heap, (neighbour.key(), neighbour))
    return given


def _partners(links: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for part, whole in links:
        found[part].append(whole)
    return dict(found)


def _give(side: _Side, offer: _Offer) -> Pair:
    side.residual(offer.whole).take(side.parts[offer.part].code)
    side.links[offer.part] = [offer.whole]
    if offer.is_split:
        return Pair(offer.whole, offer.part, offer.share, offer.share, "split")
    return Pair(offer.part, offer.whole, offer.share, offer.share, "merge")


def _offers(side: _Side, is_split: bool, candidates: Sequence[Pair], scale: Scale) -> list[_Offer]:
    found: dict[tuple[int, int], _Offer] = {}
    for part, wholes in list(side.links.items()):
        for whole in wholes:
            for offer in _beside(side, whole, part, is_split, scale):
                found[offer.whole, offer.part] = offer
    for pair in candidates:
        whole, part = (pair.old, pair.new) if is_split else (pair.new, pair.old)
        if part in side.links or (whole, part) in found or len(side.parts[part].code) < _SHORTEST_ELSEWHERE:
            continue
        if len(side.parts[part].code) > len(side.wholes[whole].code):
            continue
        share = side.residual(whole).share(side.parts[part].code, scale)
        if share >= _ELSEWHERE:
            found[whole, part] = _Offer(share, is_split, whole, part, _ELSEWHERE)
    return list(found.values())


def _beside(side: _Side, whole: int, part: int, is_split: bool, scale: Scale) -> list[_Offer]:
    """Return what the neighbours of a linked part may take of its whole."""
    offers = []
    for neighbour in range(part - _REACH, part + _REACH + 1):
        if not 0 <= neighbour < len(side.parts) or neighbour in side.links:
            continue
        unit = side.parts[neighbour]
        if len(unit.code) < _SHORTEST or unit.is_heading or whole not in side.residuals:
            continue
        share = side.residual(whole).share(unit.code, scale)
        least = _BESIDE if abs(neighbour - part) == 1 else _NEAR
        if share >= least:
            offers.append(_Offer(share, is_split, whole, neighbour, least))
    return offers


def grouped(old: Sequence[Unit], new: Sequence[Unit], pairs: Sequence[Pair], scale: Scale) -> list[Group]:
    """Return the pairs as groups: those that share a unit belong to one. In order of their cores."""
    root: dict[tuple[str, int], tuple[str, int]] = {}

    def find(unit: tuple[str, int]) -> tuple[str, int]:
        while root.setdefault(unit, unit) != unit:
            root[unit] = unit = root[root[unit]]
        return unit

    for pair in pairs:
        root[find(("new", pair.new))] = find(("old", pair.old))
    members: dict[tuple[str, int], list[Pair]] = defaultdict(list)
    for pair in pairs:
        members[find(("old", pair.old))].append(pair)
    return sorted((_group(old, new, own, scale) for own in members.values()), key=lambda group: group.core)


def _group(old: Sequence[Unit], new: Sequence[Unit], pairs: Sequence[Pair], scale: Scale) -> Group:
    core = pairs[0]  # pairs of the passes before come first
    if len(pairs) == 1:
        return Group((core.old,), (core.new,), core.score, core.method, core)
    olds = tuple(sorted({pair.old for pair in pairs}))
    news = tuple(sorted({pair.new for pair in pairs}))
    score = scale.similarity("".join([old[at].code for at in olds]), "".join([new[at].code for at in news]))
    methods = sorted({pair.method for pair in pairs if pair.method in ("split", "merge", "regroup")})
    return Group(olds, news, score, "+".join(methods), core)
