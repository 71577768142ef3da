"""Join the pairs that share a unit into groups."""

from collections import defaultdict
from collections.abc import Sequence

from stmtdiff.align.pairing import Group, Pair
from stmtdiff.align.similarity import Scale
from stmtdiff.align.units import Unit

_JOINING = ("merge", "split")


def grouped(old: Sequence[Unit], new: Sequence[Unit], pairs: Sequence[Pair], scale: Scale) -> list[Group]:
    """Return `pairs` as groups, in the order of the old side: pairs that share a unit are one group.

    Each unit is in one group at most. The score of a group compares all of its old units with all of its new ones.
    """
    root: dict[int, int] = {}  # new units are counted on behind the old ones

    def find(unit: int) -> int:
        while root.setdefault(unit, unit) != unit:
            root[unit] = unit = root[root[unit]]
        return unit

    for pair in pairs:
        root[find(len(old) + pair.new)] = find(pair.old)
    members: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        members[find(pair.old)].append(pair)
    return sorted(_group(old, new, own, scale) for own in members.values())


def _group(old: Sequence[Unit], new: Sequence[Unit], pairs: Sequence[Pair], scale: Scale) -> Group:
    if len(pairs) == 1:
        pair = pairs[0]
        method = "part" if pair.method in _JOINING else pair.method
        return Group((pair.old,), (pair.new,), scale.similarity(old[pair.old].code, new[pair.new].code), method)
    olds = tuple(sorted({pair.old for pair in pairs}))
    news = tuple(sorted({pair.new for pair in pairs}))
    score = scale.similarity("".join([old[at].code for at in olds]), "".join([new[at].code for at in news]))
    return Group(olds, news, score, "+".join(sorted({pair.method for pair in pairs} & set(_JOINING))))
