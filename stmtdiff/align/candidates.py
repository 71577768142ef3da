"""Find the few pairs worth comparing, through an index of rare words: never all pairs."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from stmtdiff.align.pairing import Pair
from stmtdiff.align.similarity import Scale
from stmtdiff.align.units import Unit

_RAREST = 16  # words of a unit that are looked up
_COMMON = 64  # a word that stands in more units than this says too little to be looked up
_BY_SHARED = 6  # candidates kept by the weight of the words shared
_BY_SHARE = 3  # candidates kept by the share of the other unit that those words make up
_ALL_PAIRS = 144  # so few pairs are all compared
FLOOR = 0.25  # a pair less alike than this is of no use to any pass


def candidate_pairs(
    old: Sequence[Unit], new: Sequence[Unit], free_old: Sequence[int], free_new: Sequence[int], scale: Scale
) -> list[Pair]:
    """Return the pairs of free units that may belong together, compared, in order.

    `free_old` and `free_new` are the positions that are not linked yet. Each unit gets at most
    some twenty candidates, so time grows with the number of units, not with its square.
    """
    if len(free_old) * len(free_new) <= _ALL_PAIRS:
        wanted = {(first, second) for first in free_old for second in free_new}
    else:
        wanted = _lookup(old, new, free_old, free_new, scale)
        wanted |= {(first, second) for second, first in _lookup(new, old, free_new, free_old, scale)}
    return _compared(old, new, wanted, scale)


def _compared(old: Sequence[Unit], new: Sequence[Unit], wanted: Iterable[tuple[int, int]], scale: Scale) -> list[Pair]:
    pairs = []
    for first, second in sorted(wanted):
        score = scale.similarity(old[first].code, new[second].code, at_least=FLOOR)
        if score >= FLOOR:
            pairs.append(Pair(first, second, score, rank(old, new, first, second, score)))
    return pairs


def rank(old: Sequence[Unit], new: Sequence[Unit], first: int, second: int, score: float) -> float:
    """Return `score` with what position, label and headings say, too little to outweigh words."""
    one, other = old[first], new[second]
    near = 1 - abs(first / max(1, len(old)) - second / max(1, len(new)))
    value = score + 0.02 * near
    if one.label and one.label == other.label:
        value += 0.02
    if one.title and one.title == other.title:
        value += 0.02
    return value if one.is_heading == other.is_heading else value - 0.1


def _keys(code: str) -> list[str]:
    """Return what a unit is indexed by: its words, and its pairs of words for want of rare ones."""
    return list(dict.fromkeys(code))


def _bigrams(code: str) -> list[str]:
    return list(dict.fromkeys([code[at : at + 2] for at in range(len(code) - 1)]))


def _lookup(
    asking: Sequence[Unit], asked: Sequence[Unit], free: Sequence[int], shelf: Sequence[int], scale: Scale
) -> set[tuple[int, int]]:
    words: dict[str, list[int]] = defaultdict(list)
    for position in shelf:
        for letter in _keys(asked[position].code):
            words[letter].append(position)
    bigrams: dict[str, list[int]] = {}
    found: set[tuple[int, int]] = set()
    for position in free:
        code = asking[position].code
        postings = _rarest(_keys(code), words)
        if not postings and code:
            if not bigrams:
                bigrams = _index_bigrams(asked, shelf)
            postings = _rarest(_bigrams(code), bigrams)
        found.update((position, other) for other in _best(postings, asked, scale))
    return found


def _index_bigrams(units: Sequence[Unit], shelf: Sequence[int]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for position in shelf:
        for bigram in _bigrams(units[position].code):
            index[bigram].append(position)
    return index


def _rarest(keys: list[str], index: dict[str, list[int]]) -> list[tuple[str, list[int]]]:
    known = [(key, index[key]) for key in keys if key in index]
    known.sort(key=lambda item: len(item[1]))
    return [(key, positions) for key, positions in known[:_RAREST] if len(positions) <= _COMMON]


def _best(postings: list[tuple[str, list[int]]], asked: Sequence[Unit], scale: Scale) -> list[int]:
    shared: dict[int, float] = defaultdict(float)
    for key, positions in postings:
        weight = sum([scale.weight(letter) for letter in key])
        for position in positions:
            shared[position] += weight
    if len(shared) <= _BY_SHARED:
        return list(shared)
    by_shared = sorted(shared, key=lambda position: (-shared[position], position))[:_BY_SHARED]
    by_share = sorted(shared, key=lambda position: (-shared[position] / len(asked[position].code), position))
    return by_shared + by_share[:_BY_SHARE]
