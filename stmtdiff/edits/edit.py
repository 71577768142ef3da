"""One stretch of a diff: kept, or changed."""

from typing import NamedTuple

from stmtdiff.spans import Span


class Edit(NamedTuple):
    """A pair of ranges of atoms, equal to each other or not.

    A sequence of edits starts at 0 on both sides, has no holes, ends at both lengths, and two
    neighbours are never both changed or both equal unless `whole` or `apart` keeps them apart: both sides
    can be rebuilt from it. `whole` says that it is whole sentences gained or lost, or a paragraph's label,
    and must not be joined to its neighbours, `listed` that it was grown to a whole list of qualifiers, `apart` that
    it is what follows another word and its case, and is joined to no neighbour either. `passes`
    names the steps that gave the edit its edges, as `PASSES` has them: it is told to who asks, and no step reads it.
    """

    equal: bool
    old: Span
    new: Span
    passes: tuple[str, ...] = ()
    whole: bool = False
    listed: bool = False
    apart: bool = False

    @property
    def stands_alone(self) -> bool:
        """Say whether no pass may join it to a neighbour."""
        return self.whole or self.apart

    def shifted(self, old: int, new: int) -> "Edit":
        """Return the same edit counted from `old` and `new` atoms further left."""
        first, last = Span(self.old.start + old, self.old.end + old), Span(self.new.start + new, self.new.end + new)
        return Edit(self.equal, first, last, *self[3:])

    def grown(self, left: int, right: int, name: str) -> "Edit":
        """Return the edit with `left` atoms more before it and `right` behind it on both sides, by the pass `name`."""
        old, new = (Span(span.start - left, span.end + right) for span in (self.old, self.new))
        return self.cut(old, new, name)

    def cut(self, old: Span, new: Span, name: str) -> "Edit":
        """Return the edit with other edges, given by the pass `name`."""
        return self._replace(old=old, new=new, passes=(*self.passes, name))


def merge(first: Edit, last: Edit, name: str) -> Edit:
    """Return one changed edit that reaches from `first` to `last`, made by the pass `name`."""
    spans = Span(first.old.start, last.old.end), Span(first.new.start, last.new.end)
    passes = tuple(dict.fromkeys((*first.passes, *last.passes, name)))
    return Edit(False, *spans, passes, listed=first.listed or last.listed)


def fill(changes: list[Edit], old_length: int, new_length: int) -> tuple[Edit, ...]:
    """Return `changes`, in order, with the equal edits between them put back."""
    edits: list[Edit] = []
    old = new = 0
    for change in [*changes, Edit(False, Span(old_length, old_length), Span(new_length, new_length))]:
        if change.old.start > old:
            edits.append(Edit(True, Span(old, change.old.start), Span(new, change.new.start)))
        if len(change.old) or len(change.new):
            edits.append(change)
        old, new = change.old.end, change.new.end
    return tuple(edits)
