"""Find the sentences that changed place, and what changed inside them on the way.

The ugly case: a sentence goes from the opening to the end of a paragraph and "in full" becomes "in
part". Told as one sentence gone and one come, the two words that matter are nowhere to be seen.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from stmtdiff.align.link import Link
from stmtdiff.model import Sentence
from stmtdiff.settings import Grain
from stmtdiff.shifts.blocks import beside
from stmtdiff.shifts.change import Change, Side
from stmtdiff.shifts.changes import changes_of
from stmtdiff.shifts.rollforward import Pair
from stmtdiff.spans import Span


class Journey(NamedTuple):
    """Sentences that left one place of the old text and came to another of the new one, and what changed in them."""

    old: Span
    new: Span
    inner: tuple[Change, ...]


class Journeys:
    """The journeys of one pair, by the places at both of their ends."""

    def __init__(self, found: Iterable[Journey]) -> None:
        """Take the journeys."""
        self._old = {journey.old: journey for journey in found}
        self._new = {journey.new: journey for journey in self._old.values()}

    def at(self, change: Change) -> Journey | None:
        """Return the journey that begins or ends with exactly the words of `change`, None where none does.

        Only a change with words on one side can be such an end.
        """
        ends, side = self._ends(change)
        return ends.get(side.span) if side.span else None

    def cut(self, change: Change) -> list[Change]:
        """Return a change in pieces, cut around the sentences in it that left for another place or came from one.

        It is one piece where no such sentence is inside.
        """
        ends, side = self._ends(change)
        inside = [span for span in ends if side.span and span.is_inside(side.span)]
        if not inside or inside == [side.span]:
            return [change]
        starts = [atom.start for atom in side.atoms]
        places = {bisect_left(starts, place) for span in inside for place in (span.start, span.end)}
        edges = sorted({side.first, side.last} | places)
        return [_narrowed(change, Span(first, last)) for first, last in pairwise(edges)]

    def _ends(self, change: Change) -> tuple[dict[Span, Journey], Side]:
        """Return the ends that a change may be, and the side on which it would be one: none where both have words."""
        if change.is_replacement:
            return {}, change.new
        return (self._old, change.old) if change.old.own else (self._new, change.new)


def journeys(pair: Pair, sentence_links: Iterable[Link], changes: Iterable[Change], grain: Grain) -> Journeys:
    """Return the sentences that moved: the old one is taken out as a whole, and its counterpart is put in as a whole.

    `sentence_links` say which sentences became each other; `changes` are those of all paragraph links of the pair.
    """
    alone = [change for change in changes if not change.is_replacement]
    gone = sorted(change.old.span for change in alone if change.old.span)
    come = sorted(change.new.span for change in alone if change.new.span)
    sentences = pair.old.sentences, pair.new.sentences
    found = []
    for link in sentence_links:
        old, new = _extent(sentences[0], link.old), _extent(sentences[1], link.new)
        if old and new and _is_covered(old, gone) and _is_covered(new, come):
            block = beside(
                (pair.old, pair.new), [sentences[0][at] for at in link.old], [sentences[1][at] for at in link.new]
            )
            inner = tuple(changes_of(pair, [block], grain))
            if _is_kept(inner, max(len(block.old), len(block.new))):
                found.append(Journey(old, new, inner))
    return Journeys(found)


def _extent(sentences: Sequence[Sentence], indexes: Sequence[int]) -> Span | None:
    """Return the span of neighbouring sentences of one paragraph, None for all others."""
    own = [sentences[index] for index in indexes]
    if not own or own[0].paragraph != own[-1].paragraph or indexes[-1] - indexes[0] >= len(indexes):
        return None
    return Span(own[0].span.start, own[-1].span.end)


def _is_covered(span: Span, among: Sequence[Span]) -> bool:
    """Say whether `span` lies inside one of those `among`, which are in order and apart."""
    index = bisect_right(among, span.start, key=lambda other: other.start) - 1
    return index >= 0 and span.is_inside(among[index])


def _is_kept(inner: Sequence[Change], longer: int) -> bool:
    """Say whether at least two thirds came along unchanged of the sentence that is `longer`, in atoms.

    Nothing around vouches for the pair, as it does for two sentences in one place; and what was added to
    a sentence or rewritten by the half is news as a whole, which marks inside would break into fragments.
    """
    return 3 * max(sum(len(side.own) for side in sides) for sides in _sides(inner)) <= longer


def _sides(inner: Sequence[Change]) -> tuple[list[Side], list[Side]]:
    return [change.old for change in inner], [change.new for change in inner]


def _narrowed(change: Change, span: Span) -> Change:
    """Return a change of one side with no more than the atoms under `span`."""
    edit, old, new = change.edit, change.old, change.new
    if old.own:
        side = replace(old, first=span.start, last=span.end)
        return change._replace(old=side, edit=edit.cut(span, edit.new, "moved"))
    side = replace(new, first=span.start, last=span.end)
    return change._replace(new=side, edit=edit.cut(edit.old, span, "moved"))
