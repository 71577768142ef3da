"""Work out where the points of a history's time line stand: a lane for each wording, a column for each release.

Where the rules tell the wordings apart by strength, the lanes are a ladder, the strongest on top, and a step up or
down has the colour of firmer or softer. Else the lanes are in the order in which the wordings came.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stmtdiff.renderers.history.lanes import Gap, Lane, cut, is_gap, lanes_of, shape_of, why_unknown
from stmtdiff.renderers.history.view import groups, is_yearly, when
from stmtdiff.timeline.entry import Change, Entry, History

_TOP, _LANE, _BOTTOM = 34, 40, 40  # pixels
_LETTER = 6.6  # pixels of a letter of a label, on average
_GUTTER = (90, 270)  # pixels for the names of the lanes, least and most
_STEPS = (9, 110)  # pixels between two releases, least and most
_WIDE = 780  # pixels that the releases are spread over
_TICK = 42  # pixels between two dates at least
_SAID = 30  # letters of what is written at a point


@dataclass(frozen=True, slots=True)
class Point:
    """A release on a lane.

    `shape` is read, reported or absent; `step` says which way it went from the release before, as a direction, "none"
    where nothing tells; `target` is the number of the group of releases whose sentence it leads to.
    """

    x: int
    y: int
    shape: str
    step: str
    told: str
    target: int


@dataclass(frozen=True, slots=True)
class Way:
    """A line from one release to the next of which something is known."""

    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True, slots=True)
class Said:
    """What became of the phrase, written at a point: `anchor` says which end of the text is there."""

    x: int
    y: int
    step: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A date below a release."""

    x: int
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that the template draws; positions in pixels. `is_ladder` says that the lanes stand by strength."""

    width: int
    height: int
    left: int
    is_ladder: bool
    lanes: tuple[Lane, ...]
    points: tuple[Point, ...]
    ways: tuple[Way, ...]
    gaps: tuple[Gap, ...]
    said: tuple[Said, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class _Column:
    """One release: its entry, its group, its place, and its lanes by their position, the strongest first."""

    entry: Entry
    group: int
    x: int
    ranks: tuple[int, ...]

    @property
    def is_known(self) -> bool:
        return self.entry.holds is not None and not self.entry.aside


def draw(history: History, *, show_all: bool = False) -> Drawing:
    """Return the time line of a history; `show_all` parts its releases into groups as the table does."""
    entries = history.entries
    lanes = lanes_of(history)
    names, steps = lanes.names, lanes.steps
    left = _gutter(lanes.labels)
    step = max(_STEPS[0], min(_STEPS[1], _WIDE // max(1, len(entries))))
    columns = [
        _Column(entry, number, left + step // 2 + 6 + at * step, lanes.ranks[at])
        for at, (number, entry) in enumerate(_numbered(entries, show_all=show_all))
    ]
    rows = tuple(
        Lane(cut(label, int((left - 14) / _LETTER)), name, _y(at), is_gap(name))
        for at, (name, label) in enumerate(zip(names, lanes.labels, strict=True))
    )
    width = (columns[-1].x if columns else left) + step // 2 + 14
    height = _TOP + max(0, len(names) - 1) * _LANE + _BOTTOM
    return Drawing(
        max(360, width), height, left, lanes.is_ladder, rows,
        points=tuple(_points(columns, steps, names)),
        ways=tuple(_ways(columns)),
        gaps=tuple(_gaps(columns, step)),
        said=tuple(_said(columns, steps, max(360, width))),
        ticks=tuple(_ticks(columns)),
    )  # fmt: skip


def _y(rank: int) -> int:
    return _TOP + rank * _LANE


def _gutter(names: Sequence[str]) -> int:
    longest = max(map(len, names), default=0)
    return int(max(_GUTTER[0], min(_GUTTER[1], longest * _LETTER + 18)))


def _numbered(entries: Sequence[Entry], *, show_all: bool) -> Iterator[tuple[int, Entry]]:
    """Yield each entry with the number of its group."""
    for number, group in enumerate(groups(entries, show_all=show_all)):
        for entry in group.entries:
            yield number, entry


def _points(columns: Sequence[_Column], steps: Sequence[str], names: Sequence[str]) -> Iterator[Point]:
    for column, step in zip(columns, steps, strict=True):
        for number, rank in enumerate(column.ranks):
            told = f"{when(column.entry, yearly=False)}: {names[rank]}{_fate(column.entry)}"
            way = step if number == 0 else "none"
            yield Point(column.x, _y(rank), shape_of(column.entry), way, told, column.group)


def _fate(entry: Entry) -> str:
    return f"; {entry.note or entry.mark}" if entry.mark else ""


def _ways(columns: Sequence[_Column]) -> Iterator[Way]:
    """Yield a line between neighbours of which both are known; a gap in what is known stays a gap in the line."""
    before: _Column | None = None
    for column in columns:
        if column.entry.aside:
            continue
        if before is not None and before.ranks and column.ranks:
            yield Way(before.x, _y(before.ranks[0]), column.x, _y(column.ranks[0]))
        before = column


def _gaps(columns: Sequence[_Column], step: int) -> Iterator[Gap]:
    """Yield the releases of which nothing is known, neighbours together."""
    waiting: list[_Column] = []
    for column in (*columns, None):
        if column is not None and not column.is_known:
            waiting.append(column)
        elif waiting:
            first, last = waiting[0], waiting[-1]
            days = when(first.entry, yearly=False)
            days += f" to {when(last.entry, yearly=False)}" if len(waiting) > 1 else ""
            yield Gap(first.x - step // 2, last.x - first.x + step, f"{days}: {why_unknown(first.entry)}")
            waiting = []


def _said(columns: Sequence[_Column], steps: Sequence[str], width: int) -> Iterator[Said]:
    """Yield what is written at points, as much as has room: no text touches another one of its lane, or the edge."""
    taken: dict[int, float] = {}
    for column, step in zip(columns, steps, strict=True):
        text = cut(_short(column.entry), _SAID)
        if not text or not column.ranks:
            continue
        wide = len(text) * _LETTER
        anchor = "start" if column.x + wide / 2 > width - 8 or column.x - wide / 2 < 4 else "middle"
        anchor = "end" if column.x + wide / 2 > width - 8 else anchor
        begin = {"start": column.x, "middle": column.x - wide / 2, "end": column.x - wide}[anchor]
        rank = column.ranks[0]
        if begin > taken.get(rank, -1):
            taken[rank] = begin + wide + 10
            yield Said(column.x, _y(rank) - 11, step, text, anchor)


def _short(entry: Entry) -> str:
    """Return in few words what became of the phrase: who says it now, that it is gone or back."""
    if entry.mark == "first":
        return "first" if not entry.note or entry.note == "new" else ""
    if entry.mark == "returned":
        return "back"
    if entry.mark == "vanished":
        return "dropped"
    new: dict[str, Change] = {change.aspect: change for change in entry.changes}
    for aspect in ("speaker", "verb"):
        if aspect in new and new[aspect].new:
            return new[aspect].new[0]
    return ""


def _ticks(columns: Sequence[_Column]) -> Iterator[Tick]:
    """Yield years below the first release of each, as many as have room."""
    yearly = is_yearly([column.entry for column in columns])
    last, shown = -_TICK, ""
    for column in columns:
        label = when(column.entry, yearly=yearly or column.entry.reading.known_year is not None)
        if label != shown and column.x - last >= _TICK:
            yield Tick(column.x, label)
            last = column.x
        shown = label
