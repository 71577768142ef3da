"""Find sentences that went from one paragraph to another."""

from collections.abc import Iterable, Sequence

from stmtdiff.align.anchors import identical_pairs
from stmtdiff.align.candidates import BRIEF, candidate_pairs
from stmtdiff.align.pairing import Group, Pair, free_positions, is_far_better
from stmtdiff.align.similarity import Scale
from stmtdiff.align.units import Units

_ALIKE = 0.6  # how alike two sentences must be to leave their partners
_SHORTEST = 6  # words
_SETTLED = 0.8  # a pair inside a paragraph link that is so much alike is not asked again


def alike_across(units: Units, first: Sequence[int], second: Sequence[int], scale: Scale) -> list[Pair]:
    """Return the pairs of sentences that may be linked across paragraphs, the most alike first.

    `first` and `second` are positions of sentences in the old and the new side of `units`. Sentences of a few words
    are left out.
    """
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
    """Return a group for each pair of sentences that is far more alike than what they have in their own paragraphs.

    `pairs` come with the most alike first; `inside` are the groups within linked paragraphs. Each sentence is in one
    of the new groups at most.
    """
    of_old = {at: group for group in inside for at in group.old}
    of_new = {at: group for group in inside for at in group.new}

    def is_wanted(pair: Pair) -> bool:
        rivals = [group for group in (of_old.get(pair.old), of_new.get(pair.new)) if group]
        return all(not _is_settled(group) and is_far_better(pair.score, group.score) for group in rivals)

    chosen = _one_to_one(pair for pair in pairs if pair.score >= _ALIKE and is_wanted(pair))
    return [Group((pair.old,), (pair.new,), pair.score, pair.method) for pair in chosen]


def _is_settled(group: Group) -> bool:
    return group.score >= _SETTLED or len(group.old) + len(group.new) > 2
