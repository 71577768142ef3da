"""Find the few pairs worth comparing, through an index of rare words: never all pairs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, KeysView, Sequence
from typing import NamedTuple

from stmtdiff.align.assignment import IN_ORDER
from stmtdiff.align.index import RareWords
from stmtdiff.align.pairing import Pair
from stmtdiff.align.similarity import Scale
from stmtdiff.align.units import Unit

_HINT = 0.02  # what position, label or title add each to the rank of a pair
FLOOR = 0.25  # a pair less alike than this is of no use to any pass


class Search(NamedTuple):
    """How hard to look for the partners of a unit.

    `rarest`: words of a unit that are looked up. `common`: a word that stands in more units than
    this says too little to be looked up. `by_shared`: candidates kept by the weight of the words
    shared.
    `least`: the share of the weight looked up that must be shared; less is chance.
    `floor`: a pair less alike than this is left out.
    """

    rarest: int
    common: int
    by_shared: int
    least: float
    floor: float = FLOOR


THOROUGH = Search(16, 64, 6, 0.25)
# For partners that must be very much alike: they share most of their rare words.
BRIEF = Search(8, 16, 2, 0.4, floor=IN_ORDER)


def candidate_pairs(
    old: Sequence[Unit],
    new: Sequence[Unit],
    free_old: Sequence[int],
    free_new: Sequence[int],
    scale: Scale,
    *,
    search: Search = THOROUGH,
) -> list[Pair]:
    """Return the pairs of free units that may belong together, with their similarity, in the order of both sides.

    `free_old` and `free_new` are the positions that are not linked yet. Each unit gets at most some twenty
    candidates, so time grows with the number of units, not with its square.
    """
    free_old = [at for at in free_old if old[at].code]
    free_new = [at for at in free_new if new[at].code]
    wanted = set(_lookup(old, new, free_old, free_new, scale, search))
    if search is THOROUGH:
        wanted.update((first, second) for second, first in _lookup(new, old, free_new, free_old, scale, search))
    return _compared(old, new, wanted, scale, search.floor)


def _compared(
    old: Sequence[Unit], new: Sequence[Unit], wanted: Iterable[tuple[int, int]], scale: Scale, least: float
) -> list[Pair]:
    pairs = []
    for first, second in sorted(wanted):
        score = scale.similarity(old[first].code, new[second].code, at_least=least)
        if score >= least:
            pairs.append(Pair(first, second, score, _rank(old, new, first, second, score)))
    return pairs


def _rank(old: Sequence[Unit], new: Sequence[Unit], first: int, second: int, score: float) -> float:
    """Return `score` with what position, label and headings say, too little to outweigh words."""
    one, other = old[first], new[second]
    near = 1 - abs(first / max(1, len(old)) - second / max(1, len(new)))
    hints = near + ("" != one.label == other.label) + ("" != one.title == other.title)
    return score + _HINT * hints


def _lookup(
    asking: Sequence[Unit],
    asked: Sequence[Unit],
    free: Sequence[int],
    shelf: Sequence[int],
    scale: Scale,
    search: Search,
) -> Iterator[tuple[int, int]]:
    def keys(code: str) -> KeysView[str]:
        # Nearly every unit is compared in a thorough search, so that its profile is wanted anyway.
        return (scale.profile(code).weights if search is THOROUGH else dict.fromkeys(code)).keys()

    asked_for = {at: keys(asking[at].code) for at in free}
    index = RareWords(asked_for.values(), [(at, keys(asked[at].code)) for at in shelf], scale.weight, search.common)
    stock = []
    for position, own in asked_for.items():
        entries = index.rarest(own, search.rarest)
        if entries:
            for other in _best(entries, search):
                yield position, other
        elif len(asking[position].code) > 1:
            stock.append(position)
    if stock:
        yield from _lookup_stock(asking, asked, stock, shelf, scale, search)


def _lookup_stock(
    asking: Sequence[Unit],
    asked: Sequence[Unit],
    stock: Sequence[int],
    shelf: Sequence[int],
    scale: Scale,
    search: Search,
) -> Iterator[tuple[int, int]]:
    """Look up texts without a rare word by their pairs of words, which tell one such text from another."""
    asked_for = {at: _bigrams(asking[at].code) for at in stock}
    index = RareWords(
        asked_for.values(),
        [(at, _bigrams(asked[at].code)) for at in shelf],
        lambda pair: scale.weight(pair[0]) + scale.weight(pair[1]),
        search.common,
    )
    for position, own in asked_for.items():
        for other in _best(index.rarest(own, search.rarest), search):
            yield position, other


def _bigrams(code: str) -> KeysView[str]:
    return dict.fromkeys([code[at : at + 2] for at in range(len(code) - 1)]).keys()


def _best(entries: Sequence[tuple[float, list[int]]], search: Search) -> list[int]:
    """Return the positions that share most of the weight of `entries`."""
    shared: dict[int, float] = defaultdict(float)
    whole = 0.0
    for weight, positions in entries:
        whole += weight
        for position in positions:
            shared[position] += weight
    enough = whole * search.least
    worth = [(-weight, position) for position, weight in shared.items() if weight >= enough]
    worth.sort()
    return [position for _, position in worth[: search.by_shared]]
