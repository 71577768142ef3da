"""Turn groups into links: kind, moved, score, runner-up; every unit in exactly one link."""

from collections.abc import Callable, Iterable, Sequence

from stmtdiff.align.link import Level, Link, LinkKind, RunnerUp, link_id
from stmtdiff.align.pairing import Group, Pair

IsSame = Callable[[int, int], bool]


def kind_of(old: tuple[int, ...], new: tuple[int, ...], is_same: IsSame) -> LinkKind:
    """Return the kind of a link by how many units it has on each side.

    `old` and `new` are positions; `is_same` says whether one old and one new unit have the same text.
    """
    if not old:
        return "added"
    if not new:
        return "removed"
    if len(old) == 1 and len(new) == 1:
        return "same" if is_same(old[0], new[0]) else "changed"
    if len(old) == 1:
        return "split"
    return "merged" if len(new) == 1 else "regrouped"


class Rivals:
    """All pairs that were compared, for asking which other link a unit could have had."""

    def __init__(self, candidates: Iterable[Pair]) -> None:
        """Keep the pairs compared, the most alike first."""
        self.of_old: dict[int, list[Pair]] = {}
        self.of_new: dict[int, list[Pair]] = {}
        for pair in sorted(candidates, key=lambda pair: (-pair.score, pair.old, pair.new)):
            for side, unit in ((self.of_old, pair.old), (self.of_new, pair.new)):
                side.setdefault(unit, []).append(pair)

    def best(self, old: tuple[int, ...], new: tuple[int, ...]) -> RunnerUp | None:
        """Return the most alike pair with one unit in the link and the other one outside, None where there is none."""
        found = [
            pair
            for side, units in ((self.of_old, old), (self.of_new, new))
            for unit in units
            if (pair := next((p for p in side.get(unit, ()) if p.old not in old or p.new not in new), None))
        ]
        if not found:
            return None
        best = min(found, key=lambda pair: (-pair.score, pair.old, pair.new))
        return RunnerUp((best.old,), (best.new,), _points(best.score))


def _points(score: float) -> int:
    return round(1000 * score)


def make_links(
    level: Level,
    sizes: tuple[int, int],
    groups: Sequence[Group],
    tops: set[int],
    rivals: Rivals,
    is_same: IsSame,
) -> list[Link]:
    """Return a link for each group, and one for each unit of either side that is in no group.

    Args:
        level: of what the units are, "paragraph" or "sentence".
        sizes: how many units each side has.
        groups: which units became which.
        tops: the indexes of those groups that head a block which moved.
        rivals: the pairs that were compared, for the runner-up of each link.
        is_same: says whether one old and one new unit have the same text.
    """
    links = [
        Link(
            link_id(level, group.old, group.new),
            level,
            group.old,
            group.new,
            kind_of(group.old, group.new, is_same),
            at in tops,
            _points(group.score),
            group.method,
            rivals.best(group.old, group.new),
            None if group.lead is None else _points(group.lead),
        )
        for at, group in enumerate(groups)
    ]
    for side, number in enumerate(sizes):
        linked = {unit for group in groups for unit in (group.old, group.new)[side]}
        for unit in range(number):
            if unit not in linked:
                old, new = ((unit,), ()) if side == 0 else ((), (unit,))
                kind: LinkKind = "added" if side else "removed"
                links.append(
                    Link(link_id(level, old, new), level, old, new, kind, False, 0, "none", rivals.best(old, new))
                )
    return links


def in_reading_order(links: Sequence[Link], off: set[str]) -> tuple[Link, ...]:
    """Return the links in the order of the new side, removed ones where they stood on the old.

    `off` are the ids of links that left their order; they do not carry removed ones along.
    """
    place = -1
    keys: dict[str, tuple[int, int, int]] = {}
    for link in sorted((link for link in links if link.old), key=lambda link: link.old):
        if not link.new:
            keys[link.id] = (place, 1, link.old[0])
        elif link.id not in off:
            place = max(place, link.new[0])
    for link in links:
        if link.new:
            keys[link.id] = (link.new[0], 0, 0)
    return tuple(sorted(links, key=lambda link: keys[link.id]))
