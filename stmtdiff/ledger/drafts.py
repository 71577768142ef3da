"""Draft the rows of a ledger: of each pair of linked sentences the clauses that a change touches, side by side.

The ugly case: "will remain appropriate for a considerable time" lost one phrase at its beginning and won another at its
end, and a reader would see two changes without the verb that explains them.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from functools import cache

from stmtdiff.align.link import Link
from stmtdiff.ledger.clauses import clauses_of
from stmtdiff.records import dataclass
from stmtdiff.report import Report, Side
from stmtdiff.shifts.shift import Shift
from stmtdiff.spans import Span

WHOLE = 240  # code points of one side up to which neighbouring clauses are one row
_SIDES: tuple[Side, Side] = ("old", "new")
_Reach = tuple[int, int] | None  # a half-open range of the clauses of one side of a link, None where there is none


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a row: the clauses that are quoted, and what changed in them."""

    shown: tuple[Span, ...] = ()
    changed: tuple[Span, ...] = ()

    @property
    def hull(self) -> Span | None:
        """Return the stretch of text from the first to the last word that is quoted."""
        return Span(self.shown[0].start, self.shown[-1].end) if self.shown else None


@dataclass(frozen=True, slots=True)
class Draft:
    """A row before anything is said of it: both cells, the shifts that it rests on, the sentences on each side."""

    old: Cell
    new: Cell
    shifts: tuple[Shift, ...]
    link: Link


@dataclass(frozen=True, slots=True)
class _Entry:
    """One shift in one link of sentences: which clauses of either side it touches."""

    shift: Shift
    old: _Reach
    new: _Reach


class Drafter:
    """Drafts the rows of a report, of its paragraphs or of its notes."""

    def __init__(self, report: Report) -> None:
        """Take a report; what runs through the text is drafted where it stands first."""
        self._report = report
        self._sentences = {side: report.statement(side).sentences for side in _SIDES}
        self._clauses = cache(self._cut)

    def drafts(self) -> Iterator[Draft]:
        """Yield the drafts in the order of the new text, those of what went where it stood."""
        touched = self._touched()
        for link in self._report.sentence_links:
            if link.id in touched:
                yield from self._of_link(link, touched[link.id])

    def _touched(self) -> dict[str, list[Shift]]:
        """Return the substantive shifts by the links of sentences that they touch."""
        found: dict[str, dict[str, Shift]] = defaultdict(dict)
        links: dict[Side, dict[int, str]] = {
            side: {index: link.id for link in self._report.sentence_links for index in getattr(link, side)}
            for side in _SIDES
        }
        for shift in self._report.shifts:
            if not shift.is_news:
                continue
            for side, span in zip(_SIDES, (shift.old, shift.new), strict=True):
                for sentence in self._report.statement(side).sentences_at(span) if span else ():
                    if link := links[side].get(sentence.index):
                        found[link][shift.id] = shift
        return {link: list(own.values()) for link, own in found.items()}

    def _of_link(self, link: Link, shifts: Sequence[Shift]) -> Iterator[Draft]:
        sides = self.clauses(link)
        if not all(sides) and any(sides):
            yield from self._whole(link, sides, shifts)
            return
        entries = [_Entry(shift, *self._reaches(sides, shift)) for shift in shifts]
        groups = _joined(sides, sorted(entries, key=lambda one: (one.shift.new_at, one.shift.old_at)))
        for group in groups:
            reaches = _reach(one.old for one in group), _reach(one.new for one in group)
            yield self._draft(link, sides, reaches, [one.shift for one in group])

    def clauses(self, link: Link) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Return the clauses of both sides of a link of sentences."""
        old, new = (
            tuple(clause for index in indexes for clause in self._clauses(side, index))
            for side, indexes in zip(_SIDES, (link.old, link.new), strict=True)
        )
        return old, new

    def _cut(self, side: Side, index: int) -> tuple[Span, ...]:
        statement = self._report.statement(side)
        sentence = self._sentences[side][index]
        paragraph = statement.paragraphs[sentence.paragraph]
        if paragraph.role in ("title", "heading"):
            return ()
        return clauses_of(statement, paragraph, sentence)

    def _whole(
        self, link: Link, sides: tuple[tuple[Span, ...], tuple[Span, ...]], shifts: Sequence[Shift]
    ) -> Iterator[Draft]:
        """Yield the drafts of a sentence that has no counterpart, a long one clause after clause."""
        is_old = bool(sides[0])
        for first, last in _stretches(sides[0] or sides[1]):
            own = (sides[0] or sides[1])[first:last]
            hull = Span(own[0].start, own[-1].end)
            spans = [shift.old if is_old else shift.new for shift in shifts]
            here = [shift for shift, span in zip(shifts, spans, strict=True) if span and span.is_touching(hull)]
            if here:
                reach = (first, last)
                yield self._draft(link, sides, (reach, None) if is_old else (None, reach), here)

    def _reaches(self, sides: tuple[tuple[Span, ...], tuple[Span, ...]], shift: Shift) -> tuple[_Reach, _Reach]:
        old = _touching(sides[0], shift.old or Span(shift.old_at, shift.old_at))
        new = _touching(sides[1], shift.new or Span(shift.new_at, shift.new_at))
        return old, new

    def _draft(
        self,
        link: Link,
        sides: tuple[tuple[Span, ...], tuple[Span, ...]],
        reaches: tuple[_Reach, _Reach],
        shifts: Sequence[Shift],
    ) -> Draft:
        spans = [shift.old for shift in shifts], [shift.new for shift in shifts]
        cells = [
            _cell(clauses[slice(*reach)] if reach else (), [span for span in own if span])
            for clauses, reach, own in zip(sides, reaches, spans, strict=True)
        ]
        return Draft(cells[0], cells[1], tuple(shifts), link)


def _cell(clauses: Sequence[Span], changed: Sequence[Span]) -> Cell:
    """Return a cell of `clauses`, with what of `changed` stands in it."""
    if not clauses:
        return Cell()
    inside = [
        Span(max(clause.start, span.start), min(clause.end, span.end))
        for clause in clauses
        for span in changed
        if span.is_touching(clause)
    ]
    return Cell(tuple(clauses), tuple(sorted(inside)))


def _touching(clauses: Sequence[Span], span: Span) -> _Reach:
    """Return the range of the clauses that `span` touches; an empty one touches that which it stands in or behind."""
    if not clauses:
        return None
    first = bisect_right(clauses, span.start if len(span) else span.start - 2, key=lambda clause: clause.end)
    last = bisect_left(clauses, span.end if len(span) else span.start + 1, key=lambda clause: clause.start)
    if first >= last:
        return None
    return (first, last) if len(span) else (first, first + 1)


@dataclass(slots=True)
class _Group:
    """Entries that are quoted together, and the clauses of each side from their first to their last one."""

    number: int
    entries: list[_Entry] = field(default_factory=list)
    reaches: tuple[_Reach, _Reach] = (None, None)
    joined: "_Group | None" = None  # the group that these entries went to

    @property
    def whole(self) -> "_Group":
        """Return the group that the entries are in now."""
        group = self
        while group.joined:
            group = group.joined
        return group


_Quoting = dict[int, list[_Group]]  # which groups quote a clause of a side


def _joined(sides: tuple[tuple[Span, ...], tuple[Span, ...]], entries: Sequence[_Entry]) -> list[list[_Entry]]:
    """Return the entries in groups: those that would quote one clause together, and neighbours while there is room."""
    groups: dict[int, _Group] = {}  # by number, the last one that grew at the end
    quoting: tuple[_Quoting, _Quoting] = defaultdict(list), defaultdict(list)
    for number, entry in enumerate(entries):
        reaches = entry.old, entry.new
        places = ((own, place) for own, reach in zip(quoting, reaches, strict=True) if reach for place in range(*reach))
        met = sorted({group.whole.number for own, place in places for group in own.get(place, ())})
        last = next(reversed(groups), None)
        if not met and last is not None and _fits(sides, _hulls([groups[last].reaches, reaches])):
            met = [last]
        group, *others = [groups.pop(one) for one in met] or [_Group(number)]
        for other in others:
            group.entries += other.entries
            other.joined = group
        group.entries.append(entry)
        group.number, was = number, group.reaches
        group.reaches = _hulls([was, *(other.reaches for other in others), reaches])
        groups[number] = group
        for own, before, reach in zip(quoting, was, group.reaches, strict=True):
            for place in _beyond(before, reach):
                own[place].append(group)
    return [group.entries for group in groups.values()]


def _hulls(reaches: Sequence[tuple[_Reach, _Reach]]) -> tuple[_Reach, _Reach]:
    return _reach(old for old, _ in reaches), _reach(new for _, new in reaches)


def _beyond(before: _Reach, reach: _Reach) -> Iterator[int]:
    """Yield the clauses of `reach` that are not in `before`, which it holds."""
    if reach:
        yield from range(reach[0], before[0] if before else reach[1])
        yield from range(before[1] if before else reach[1], reach[1])


def _fits(sides: tuple[tuple[Span, ...], tuple[Span, ...]], reaches: tuple[_Reach, _Reach]) -> bool:
    return all(
        reach is None or clauses[reach[1] - 1].end - clauses[reach[0]].start <= WHOLE
        for clauses, reach in zip(sides, reaches, strict=True)
    )


def _reach(reaches: Iterable[_Reach]) -> _Reach:
    own = [reach for reach in reaches if reach]
    return (min(first for first, _ in own), max(last for _, last in own)) if own else None


def _stretches(clauses: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield ranges of clauses that are no longer than a row, one clause at least each."""
    first = 0
    for place in range(1, len(clauses) + 1):
        if place == len(clauses) or clauses[place].end - clauses[first].start > WHOLE:
            yield first, place
            first = place
