"""Give a paragraph without a partner to a loose group that grows more alike by it.

The ugly case: three paragraphs on debt, roads and grids were condensed into one, and each has a
quarter of it. The most alike of them is its counterpart; the others are found by what they add.
"""

from collections.abc import Sequence
from typing import NamedTuple

from stmtdiff.align.leads import Leads
from stmtdiff.align.pairing import Group
from stmtdiff.align.similarity import Scale
from stmtdiff.align.units import Units

_FIRM = 0.5  # a group so much alike has no words to spare; what the residual of one holds, `splits` finds
_GAIN = 0.02  # by how much the two sides must grow more alike: less is what any long paragraph adds
_NEAR = 2  # places from a unit of the group; who comes from further off must be ahead of all rivals besides


class _Offer(NamedTuple):
    """A free unit that would make a group more alike by `gain`."""

    gain: float
    unit: int
    group: Group
    joined: Group


class Joining:
    """The groups and the free units that may join them."""

    def __init__(
        self,
        leads: Leads,
        groups: Sequence[Group],
        units: Units,
        stems: Sequence[Sequence[str]],
        scales: tuple[Scale, Scale],
    ) -> None:
        """Take the groups, loose ones included, and the scales of words and of stems."""
        self._leads, self._units, self._stems = leads, units, stems
        self._words, self._scale = scales
        self.groups = list(groups)
        self._holder = {member: group for group in groups for member in self._members(group)}

    def _members(self, group: Group) -> list[int]:
        return [self._leads.number(side, at) for side in (0, 1) for at in (group.old, group.new)[side]]

    def join(self) -> list[Group]:
        """Return all groups with the units that joined them, in the order of the old side.

        At each step the unit joins that makes its group most alike; a unit that makes none more alike stays free.
        """
        nearest = {unit: self._leads.nearest(unit) for side in self._leads.free for unit in side}
        offers = {unit: self._offer(unit, nearest[unit]) for unit in nearest if unit not in self._holder}
        while best := max((offer for offer in offers.values() if offer), default=None, key=lambda o: (o.gain, -o.unit)):
            self._take(best)
            del offers[best.unit]
            changed = set(self._members(best.joined))
            for unit in offers:
                if nearest[unit] in changed:
                    offers[unit] = self._offer(unit, nearest[unit])
        return sorted(self.groups)

    def _offer(self, unit: int, nearest: int | None) -> _Offer | None:
        """Return what `unit` would add to the group of the unit of the other side that is most like it."""
        group = self._holder.get(-1 if nearest is None else nearest)
        if nearest is None or group is None or group.score >= _FIRM:
            return None
        side, position = self._leads.place(unit)
        mine, other = (group.old, group.new) if side == 0 else (group.new, group.old)
        if len(other) > 1:
            return None
        lead = self._leads.lead(unit, nearest)
        if min(abs(position - at) for at in mine) > _NEAR and lead < self._leads.bar:
            return None
        mine = tuple(sorted((*mine, position)))
        old, new = (mine, other) if side == 0 else (other, mine)
        gain = self._cosine(old, new) - self._cosine(group.old, group.new)
        if gain < _GAIN:
            return None
        score = self._words.similarity(*self._codes(old, new))
        least = lead if group.lead is None else min(lead, group.lead)
        return _Offer(gain, unit, group, Group(old, new, score, "split" if side else "merge", least))

    def _take(self, offer: _Offer) -> None:
        self.groups[self.groups.index(offer.group)] = offer.joined
        self._holder.update(dict.fromkeys(self._members(offer.joined), offer.joined))

    def _cosine(self, old: tuple[int, ...], new: tuple[int, ...]) -> float:
        return self._scale.cosine(
            "".join([self._stems[0][at] for at in old]), "".join([self._stems[1][at] for at in new])
        )

    def _codes(self, old: tuple[int, ...], new: tuple[int, ...]) -> tuple[str, str]:
        return "".join([self._units[0][at].code for at in old]), "".join([self._units[1][at].code for at in new])
