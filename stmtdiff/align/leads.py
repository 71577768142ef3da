"""Link paragraphs that were rewritten: by how far ahead of all their rivals the two are alike.

The ugly case: a communiqué's paragraph on one peninsula is written afresh every other year and
is somewhere else each time. A quarter of its weight of words is all that stays, no more than two
paragraphs of unlike topics may share in another text. The sign is that nothing else comes near. The
measure is known as CSLS (Conneau and others 2018): the cosine of two units, less what each of them has
on average with those that come next. Words count by their stems: who rewrites also inflects.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from stmtdiff.align.link import RELATED
from stmtdiff.align.pairing import Group, Pair
from stmtdiff.align.similarity import Scale
from stmtdiff.align.units import Unit, Units

_SHORTEST = 30  # words; less is too little to tell a subject by
_CROWD = 4  # rivals of a unit that are looked at; one alone may be a twin
_COMMON = 64  # a stem that stands in more units says nothing, and would make time grow with their square
_LEAD = 0.075  # by how much a pair must be ahead where the two texts are related
_LEAD_OF_STRANGERS = 0.2  # ... and where they have little in common

_Row = tuple[list[float], list[float]]  # likeness with each unit of the old side and of the new; 0.0 with itself


class Leads:
    """How alike the longer paragraphs of two statements are, each with all others of both.

    Rivals stand in a unit's own text too: what half of its neighbours say is no subject of its own. Units
    are numbered through, those of the new side behind those of the old.
    """

    def __init__(self, units: Units, stems: Sequence[Sequence[str]], scale: Scale, groups: Sequence[Group]) -> None:
        """Take the units of both sides, their stems, the weights of those, and the groups found before."""
        self._first_new, self._number = len(units[0]), len(units[0]) + len(units[1])
        self._scale = scale
        both = zip([*units[0], *units[1]], [*stems[0], *stems[1]], strict=True)
        self._codes = {at: code for at, (unit, code) in enumerate(both) if has_subject(unit)}
        first_new = self._first_new
        self._long = [at for at in self._codes if at < first_new], [at for at in self._codes if at >= first_new]
        self._linked = {at: group.score for group in groups for at in self._members(group)}
        # By stem the units that hold it, and its share in the length of each.
        self._shelf: dict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
        for at, code in self._codes.items():
            profile = scale.profile(code)
            for letter, weight in profile.weights.items():
                if weight:
                    holders, shares = self._shelf[letter]
                    holders.append(at)
                    shares.append(weight / profile.length)
        self._rows: dict[int, _Row] = {}
        self._tops: dict[int, list[float]] = {}

    def _members(self, group: Group) -> list[int]:
        return [*group.old, *(self._first_new + at for at in group.new)]

    def number(self, side: int, position: int) -> int:
        """Return the number of the unit at a position of a side."""
        return position + side * self._first_new

    def place(self, unit: int) -> tuple[int, int]:
        """Return the side of a unit, 0 or 1, and its position there."""
        return (0, unit) if unit < self._first_new else (1, unit - self._first_new)

    @cached_property
    def free(self) -> tuple[list[int], list[int]]:
        """Return the units of the old and of the new side that are long enough and that no group holds."""
        old, new = ([at for at in side if at not in self._linked] for side in self._long)
        return old, new

    def _row(self, unit: int) -> _Row:
        """Return the cosine of `unit` with every other that shares a stem with it."""
        if unit not in self._rows:
            row = [0.0] * self._number
            profile = self._scale.profile(self._codes[unit])
            for letter, weight in profile.weights.items():
                if weight and len((entries := self._shelf[letter])[0]) <= _COMMON:  # of a mark there are none
                    share = weight / profile.length
                    for other, its in zip(*entries, strict=True):
                        row[other] += share * its
            row[unit] = 0.0
            self._rows[unit] = row[: self._first_new], row[self._first_new :]
        return self._rows[unit]

    def nearest(self, unit: int, among: Iterable[int] | None = None) -> int | None:
        """Return which unit of the other side, or of those `among` it, is most like `unit`; None if nothing is.

        It is the first of equals; `among` are given in their order.
        """
        side = int(unit < self._first_new)
        row, start = self._row(unit)[side], self.number(side, 0)
        if among is not None:
            return max((at for at in among if row[at - start]), key=lambda at: row[at - start], default=None)
        most = max(row, default=0.0)
        return start + row.index(most) if most else None

    def lead(self, one: int, other: int) -> float:
        """Return by how much two units are more alike than each is, on average, with those that come next.

        It is a difference of two cosines: from -1.0 to 1.0, and below 0 where others are more alike.
        """
        return self._likeness(one, other) - (self._crowd(one, other) + self._crowd(other, one)) / 2

    def _likeness(self, unit: int, other: int) -> float:
        side, position = self.place(other)
        return self._row(unit)[side][position]

    def _crowd(self, unit: int, partner: int) -> float:
        if unit not in self._tops:
            old, new = self._row(unit)
            self._tops[unit] = sorted(old + new, reverse=True)[: _CROWD + 1]
        rivals, own = list(self._tops[unit]), self._likeness(unit, partner)
        if own in rivals:  # the partner's, or that of another which is as much alike
            rivals.remove(own)
        return sum(rivals[:_CROWD]) / max(1, min(_CROWD, len(self._codes) - 2))

    @cached_property
    def relatedness(self) -> float:
        """Return the usual lead of a unit over its rivals: the median of each side, and the mean of both.

        It is about 0 or less for two texts that have little in common, because the paragraphs of one text are then
        more like each other. A unit in a group counts with the likeness of its group. 0.0 where a side has no long
        unit.
        """
        sides: tuple[list[float], list[float]] = [], []
        for unit in self._codes:
            sides[unit >= self._first_new].append(self._best_lead(unit))
        return sum(map(_median, sides)) / 2 if all(sides) else 0.0

    def _best_lead(self, unit: int) -> float:
        if unit in self._linked:
            return self._linked[unit]
        other = self.nearest(unit)
        return -self._crowd(unit, unit) if other is None else self.lead(unit, other)

    @cached_property
    def bar(self) -> float:
        """Return the least lead with which free units are linked: the higher, the less the two texts have in common."""
        share = min(1.0, max(0.0, 1000 * self.relatedness / RELATED))
        return _LEAD_OF_STRANGERS + share * (_LEAD - _LEAD_OF_STRANGERS)

    def pairs(self) -> list[Pair]:
        """Return the pairs of free units that are each other's nearest and have a lead of `bar` or more.

        The `score` of a pair is the cosine of its units, its `rank` their lead.
        """
        found = []
        for old in self.free[0]:
            new = self.nearest(old, self.free[1])
            if new is not None and self.nearest(new, self.free[0]) == old and (lead := self.lead(old, new)) >= self.bar:
                found.append(Pair(old, new - self._first_new, self._likeness(old, new), lead, "subject"))
        return found

    def rivals(self, groups: Sequence[Group], units: Units, scale: Scale) -> list[Pair]:
        """Return for each unit of a loose group a pair with the unit of the other side that is next most like it.

        The pairs have positions in `units`, and both their score and their rank are the similarity of the words.
        """
        found = []
        for group in groups:
            members = set(self._members(group)) if group.lead is not None else set()
            for unit in members & self._codes.keys():
                others = self._long[unit < self._first_new]
                other = self.nearest(unit, [at for at in others if at not in members])
                if other is not None:
                    old, new = min(unit, other), max(unit, other) - self._first_new
                    likeness = scale.similarity(units[0][old].code, units[1][new].code)
                    found.append(Pair(old, new, likeness, likeness))
        return found


def _median(values: list[float]) -> float:
    """Return the median; `statistics`, which has one, imports `random` and takes as long as all of this room."""
    middle = len(values) // 2
    ordered = sorted(values)
    return ordered[middle] if len(values) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def has_subject(unit: Unit) -> bool:
    """Say whether a unit is long enough to tell its subject by."""
    return len(unit.code) >= _SHORTEST and not unit.is_heading
