"""Work out small charts of many phrases, one a phrase, all on one axis of time.

The ugly case: 24 phrases over 78 releases are a table that nobody reads. Side by side on one axis the eye sees what
changed at the same time. Each chart has the lanes of the large one: a bar while a wording stands, a thin line where the
phrase goes from one wording to the next, a dot where a wording comes in. A dot leads to its sentence.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from stmtdiff.phrases import keys_of
from stmtdiff.renderers.anchors import ids_of
from stmtdiff.renderers.history.lanes import ABSENT, Gap, Lane, Lanes, cut, is_gap, lanes_of, shape_of, why_unknown
from stmtdiff.renderers.history.view import Group, Pieces, sentences, when
from stmtdiff.timeline.entry import Aspect, Entry, History, Occurrence

WIDE, LEFT, _RIGHT = 340, 124, 12  # pixels of a chart, of the names of its lanes, and behind the last release
_TOP, _LANE, _BOTTOM = 10, 15, 22  # pixels
_LETTERS = 18  # of the name of a lane
_TICK = 34  # pixels between two years at least


@dataclass(frozen=True, slots=True)
class Dot:
    """A release in which a wording comes in: its shape, the direction of the step, what it says, where it leads."""

    x: int
    y: int
    shape: str
    step: str
    told: str
    href: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a dot leads to where no other page shows it: the sentences of a release, under the name of the dot."""

    id: str
    when: str
    sentences: tuple[tuple[str, Pieces], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """One phrase: what it is called, where its own page is, what became of it, and all that is drawn; in pixels."""

    name: str
    href: str
    finding: str
    height: int
    is_ladder: bool
    lanes: tuple[Lane, ...]
    bars: str
    ways: str
    dots: tuple[Dot, ...]
    gaps: tuple[Gap, ...]
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Followed:
    """A history to be drawn, with how it is called, what became of it, and the aspect by which it varies."""

    history: History
    name: str
    finding: str
    aspect: Aspect = "formula"
    href: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """The days that all charts share, as numbers of days, and the years below them: where and which."""

    first: int
    last: int
    ticks: tuple[tuple[int, str], ...] = field(default=())

    def at(self, day: int) -> int:
        """Return the place of a day, in pixels."""
        room = WIDE - LEFT - _RIGHT - 8
        return LEFT + 6 + (day - self.first) * room // max(1, self.last - self.first)


def axis_of(histories: Sequence[History]) -> Axis:
    """Return the axis from the first to the last release of all histories."""
    days = [day for history in histories for entry in history.entries if (day := _day(entry)) is not None]
    axis = Axis(min(days, default=0), max(days, default=1))
    return Axis(axis.first, axis.last, tuple(_ticks(axis))) if days else axis


def charts(found: Sequence[Followed], axis: Axis, pages: Mapping[str, str]) -> Iterator[Chart]:
    """Yield a small chart for each history.

    `pages` say where the page of a release is, by its reference; where one has none, its sentences come with the chart.
    """
    for number, one in enumerate(found):
        yield _Drawing(one, number, axis, pages).chart()


class _Drawing:
    """One chart that is being drawn."""

    def __init__(self, one: Followed, number: int, axis: Axis, pages: Mapping[str, str]) -> None:
        self._one, self._number, self._pages = one, number, pages
        self._lanes: Lanes = lanes_of(one.history, one.aspect)
        dated = [(axis.at(day), at) for at, e in enumerate(one.history.entries) if (day := _day(e)) is not None]
        self._columns = [(x, one.history.entries[at], self._lanes.ranks[at], self._lanes.steps[at]) for x, at in dated]

    def chart(self) -> Chart:
        dots = tuple(self._dots())
        lanes = tuple(
            Lane(label, name, _y(at), is_gap(name))
            for at, (name, label) in enumerate(zip(self._lanes.names, _cut_apart(self._lanes.labels), strict=True))
        )
        height = _TOP + max(0, len(lanes) - 1) * _LANE + _BOTTOM
        return Chart(
            self._one.name, self._one.href, self._one.finding, height, self._lanes.is_ladder, lanes,
            bars="".join(self._stretches(absent=False)),
            ways="".join((*self._stretches(absent=True), *self._ways())),
            dots=dots,
            gaps=tuple(self._gaps()),
            said=tuple(self._said(dots)),
        )  # fmt: skip

    def _known(self) -> Iterator[tuple[int, Entry, tuple[int, ...], str] | None]:
        """Yield the columns of which something is known, None for each gap in what is known."""
        for column in self._columns:
            if column[1].holds is None:
                yield None
            elif column[2]:  # a text of another kind is passed over
                yield column

    def _stretches(self, *, absent: bool) -> Iterator[str]:
        """Yield a stroke for each stretch with a wording, or an `absent` one for each stretch without the phrase."""
        begun: dict[int, tuple[int, int]] = {}
        for column in (*self._known(), None):
            ranks = column[2] if column else ()
            for rank in [rank for rank in begun if rank not in ranks]:
                first, last = begun.pop(rank)
                if last > first and (self._lanes.names[rank] == ABSENT) == absent:
                    yield f"M{first} {_y(rank)}H{last}"
            if column:
                begun |= {rank: (begun.get(rank, (column[0], 0))[0], column[0]) for rank in ranks}

    def _ways(self) -> Iterator[str]:
        """Yield a stroke from each wording to the next one, of the strongest where there are several at once."""
        before = None
        for column in self._known():
            if before and column and before[2][0] != column[2][0]:
                yield f"M{before[0]} {_y(before[2][0])}L{column[0]} {_y(column[2][0])}"
            before = column

    def _dots(self) -> Iterator[Dot]:
        before: tuple[int, ...] = ()
        for column in self._known():
            if column is None:
                before = ()
                continue
            x, entry, ranks, step = column
            for number, rank in enumerate(ranks):
                if rank not in before:
                    name = self._lanes.names[rank]
                    told = f"{when(entry, yearly=False)}: {name}{f'; {entry.note}' if entry.note else ''}"
                    way = step if number == 0 else "none"
                    yield Dot(x, _y(rank), shape_of(entry), way, told, self._href(entry, name))
            before = ranks

    def _href(self, entry: Entry, name: str) -> str:
        """Return where the sentence of an entry is that has the wording `name`; "" where there is no text of it."""
        found = _having(entry, name, self._one.aspect)
        if found is None or entry.statement is None:
            return ""
        page = self._pages.get(entry.reading.reference, "")
        return f"{page}#{quote(ids_of(entry.statement)[found.paragraph])}" if page else f"#{self._id(entry)}"

    def _id(self, entry: Entry) -> str:
        return f"m{self._number}-{self._one.history.entries.index(entry)}"

    def _said(self, dots: Sequence[Dot]) -> Iterator[Said]:
        wanted = {dot.href for dot in dots}
        for _, entry, _, _ in self._columns:
            if f"#{self._id(entry)}" in wanted:
                told = sentences(Group((entry,)))
                yield Said(
                    self._id(entry), when(entry, yearly=False), tuple((place, pieces) for place, _, pieces in told)
                )

    def _gaps(self) -> Iterator[Gap]:
        """Yield the releases of which nothing is known, neighbours together, as far as half the way to others."""
        places = [x for x, *_ in self._columns]
        waiting: list[int] = []
        for at, (_, _, ranks, _) in enumerate(self._columns):
            if not ranks:
                waiting.append(at)
            if waiting and (ranks or at == len(self._columns) - 1):
                first, last = waiting[0], waiting[-1]
                begin = (places[max(0, first - 1)] + places[first]) // 2
                end = (places[last] + places[min(len(places) - 1, last + 1)] + 1) // 2
                days = " to ".join(dict.fromkeys(when(self._columns[n][1], yearly=False) for n in (first, last)))
                yield Gap(begin, max(3, end - begin), f"{days}: {why_unknown(self._columns[first][1])}")
                waiting = []


def _cut_apart(labels: Sequence[str]) -> Iterator[str]:
    """Yield labels in at most so many letters as have room; those that begin alike by their ends."""
    short = [cut(label, _LETTERS) for label in labels]
    for label, own in zip(labels, short, strict=True):
        yield own if short.count(own) == 1 or own == label else f"…{label[1 - _LETTERS :].lstrip()}"


def _y(rank: int) -> int:
    return _TOP + rank * _LANE


def _day(entry: Entry) -> int | None:
    """Return when a release came, as a number of days; if only its year is known, this is the middle of the year."""
    reading = entry.reading
    if reading.date is not None:
        return reading.date.toordinal()
    return datetime.date(reading.known_year, 7, 1).toordinal() if reading.known_year else None


def _having(entry: Entry, name: str, aspect: Aspect) -> Occurrence | None:
    """Return the place that has a wording, or else the first one of the body's own."""
    text = entry.statement.text if entry.statement else ""
    own = entry.counted
    same = (one for one in own if (span := getattr(one, aspect)) and keys_of(span.of(text)) == keys_of(name))
    return next(same, own[0] if own else None)


def _ticks(axis: Axis) -> Iterator[tuple[int, str]]:
    """Yield the years that begin on the axis, and the one in which it begins, as many as have room."""
    begin, end = (datetime.date.fromordinal(day).year for day in (axis.first, axis.last))
    before = -_TICK
    for year in range(begin, end + 1):
        x = axis.at(max(axis.first, datetime.date(year, 1, 1).toordinal()))
        if x - before >= _TICK:
            yield x, str(year)
            before = x
