"""Find sentences that went from one paragraph to another, and the paragraphs that they carry along.

The ugly case: of a paragraph of three sentences two return, reworded, in another section among
new ones. The paragraphs as wholes are hardly alike; their sentences are.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from stmtdiff.align.anchors import identical_pairs
from stmtdiff.align.candidates import BRIEF, candidate_pairs
from stmtdiff.align.pairing import Group, Pair, free_positions, is_far_better
from stmtdiff.align.similarity import Scale
from stmtdiff.align.units import Unit, Units

_ALIKE = 0.6  # how alike two sentences must be to leave their partners or to carry their paragraphs along
_SHORTEST = 6  # words
_SETTLED = 0.8  # a pair inside a paragraph link that is so much alike is not asked again
_CARRIED = 1.0  # what the shares of two paragraphs' words in such sentences must add up to, to link the two
_CARRIED_OF_EACH = 0.25


def alike_across(units: Units, first: Sequence[int], second: Sequence[int], scale: Scale) -> list[Pair]:
    """Return pairs of the sentences `first` and `second` that may be linked across, the most alike first."""
    first = [at for at in first if len(units[0][at].code) >= _SHORTEST]
    second = [at for at in second if len(units[1][at].code) >= _SHORTEST]
    old, new = [units[0][at] for at in first], [units[1][at] for at in second]
    equal = identical_pairs(old, new)
    rest_old = free_positions(len(old), {pair.old for pair in equal})
    rest_new = free_positions(len(new), {pair.new for pair in equal})
    near = candidate_pairs(old, new, rest_old, rest_new, scale, search=BRIEF)
    pairs = [pair._replace(old=first[pair.old], new=second[pair.new]) for pair in [*equal, *near]]
    return sorted(pairs, key=_most_alike_first)


def _most_alike_first(pair: Pair) -> tuple[float, int, int]:
    return (-pair.score, pair.old, pair.new)


def carried(pairs: Iterable[Pair], units: Units, homes: tuple[Sequence[int], Sequence[int]]) -> list[tuple[int, int]]:
    """Return paragraphs that belong together because their sentences do: half of each, or most of one.

    `pairs` are of sentences, the most alike first; `homes` say in which paragraph each stands.
    """
    sizes = [_sizes(side, home) for side, home in zip(units, homes, strict=True)]
    shared: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])
    for pair in _one_to_one(pair for pair in pairs if pair.score >= _ALIKE):
        words = shared[homes[0][pair.old], homes[1][pair.new]]
        words[0] += len(units[0][pair.old].code)
        words[1] += len(units[1][pair.new].code)
    found = []
    for (old, new), words in shared.items():
        shares = words[0] / sizes[0][old], words[1] / sizes[1][new]
        if sum(shares) >= _CARRIED and min(shares) >= _CARRIED_OF_EACH:
            found.append(Pair(old, new, sum(shares), sum(shares)))
    return [(pair.old, pair.new) for pair in _one_to_one(sorted(found, key=_most_alike_first))]


def _sizes(units: Sequence[Unit], homes: Sequence[int]) -> dict[int, int]:
    sizes: dict[int, int] = defaultdict(int)
    for unit, home in zip(units, homes, strict=True):
        sizes[home] += len(unit.code)
    return sizes


def _one_to_one(pairs: Iterable[Pair]) -> list[Pair]:
    taken: tuple[set[int], set[int]] = set(), set()
    kept = []
    for pair in pairs:
        if pair.old not in taken[0] and pair.new not in taken[1]:
            taken[0].add(pair.old)
            taken[1].add(pair.new)
            kept.append(pair)
    return kept


def across(pairs: Iterable[Pair], inside: Sequence[Group]) -> list[Group]:
    """Return the pairs of sentences that beat by far what their sentences have inside their paragraphs."""
    of_old = {at: group for group in inside for at in group.old}
    of_new = {at: group for group in inside for at in group.new}

    def is_wanted(pair: Pair) -> bool:
        rivals = [group for group in (of_old.get(pair.old), of_new.get(pair.new)) if group]
        return all(not _is_settled(group) and is_far_better(pair.score, group.score) for group in rivals)

    chosen = _one_to_one(pair for pair in pairs if pair.score >= _ALIKE and is_wanted(pair))
    return [Group((pair.old,), (pair.new,), pair.score, pair.method) for pair in chosen]


def _is_settled(group: Group) -> bool:
    return group.score >= _SETTLED or len(group.old) + len(group.new) > 2
