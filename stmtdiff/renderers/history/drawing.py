"""Work out where the points of a history's time line stand: a lane for each wording, a column for each release."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stmtdiff.phrases import keys_of
from stmtdiff.renderers.history.view import is_yearly, when
from stmtdiff.renderers.marks import FATES, Fate
from stmtdiff.timeline.entry import Entry, History

_LEFT, _TOP, _LANE = 16, 52, 40  # pixels
_STEPS = (12, 56)  # pixels between two releases, least and most
_WIDE = 960  # pixels that few releases are spread over
_TICK = 46  # pixels between two dates at least
_MOST = 7  # wordings with a lane of their own
OTHER, ABSENT, UNKNOWN = "other wordings", "not there", "not known"
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """A horizontal line; `is_gap` for those that are no wording."""

    label: str
    y: int
    is_gap: bool


@dataclass(frozen=True, slots=True)
class Point:
    """A release on a lane; `shape` is read, reported, absent or unknown."""

    x: int
    y: int
    shape: str
    told: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A lane between two neighbours that hold the same wording."""

    x1: int
    x2: int
    y: int


@dataclass(frozen=True, slots=True)
class FateSign:
    """What became of the phrase in a release, above it."""

    x: int
    name: Fate
    sign: str
    told: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A date below a release."""

    x: int
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that the template draws; positions in pixels."""

    width: int
    height: int
    left: int
    lanes: tuple[Lane, ...]
    points: tuple[Point, ...]
    stretches: tuple[Stretch, ...]
    fates: tuple[FateSign, ...]
    ticks: tuple[Tick, ...]


def draw(history: History) -> Drawing:
    """Return the time line of a history."""
    entries = history.entries
    step = max(_STEPS[0], min(_STEPS[1], _WIDE // max(1, len(entries))))
    columns = [_LEFT + 8 + at * step for at in range(len(entries))]
    labels = _labels(entries)
    lanes = {label: Lane(label, _TOP + at * _LANE, label in (ABSENT, UNKNOWN)) for at, label in enumerate(labels)}
    placed = [_lanes_of(entry, lanes) for entry in entries]
    points = [
        Point(x, lane.y, _shape(entry), f"{when(entry, yearly=False)}: {lane.label}")
        for entry, x, own in zip(entries, columns, placed, strict=True)
        for lane in own
    ]
    width = max(360, (columns[-1] if columns else 0) + 28, 16 + 7 * max(map(len, labels), default=0))
    height = _TOP + max(0, len(lanes) - 1) * _LANE + 34
    fates = tuple(_fates(entries, columns))
    ticks = tuple(_ticks(entries, columns))
    return Drawing(
        width, height, _LEFT, tuple(lanes.values()), tuple(points), tuple(_stretches(placed, columns)), fates, ticks
    )


def _forms(entry: Entry) -> dict[Key, str]:
    return {keys_of(wording): wording for wording in entry.wordings("formula")}


def _labels(entries: Sequence[Entry]) -> list[str]:
    """Return the names of the lanes: the most frequent wordings in the order of their first release, then the gaps."""
    counts = Counter(key for entry in entries for key in _forms(entry))
    printed: dict[Key, str] = {}
    for entry in entries:
        for key, wording in _forms(entry).items():
            printed.setdefault(key, wording)
    kept = sorted(printed, key=lambda key: -counts[key])[:_MOST]
    labels = [wording for key, wording in printed.items() if key in kept]
    labels += [OTHER] if len(printed) > len(kept) else []
    labels += [ABSENT] if any(entry.holds is False for entry in entries) else []
    return list(dict.fromkeys(labels + ([UNKNOWN] if any(entry.holds is None for entry in entries) else [])))


def _lanes_of(entry: Entry, lanes: dict[str, Lane]) -> list[Lane]:
    if not entry.holds:
        return [lanes[UNKNOWN if entry.holds is None else ABSENT]]
    by_key = {keys_of(lane.label): lane for lane in lanes.values() if not lane.is_gap}
    found = [by_key.get(key) or lanes[OTHER] for key in _forms(entry)]
    return list({lane.y: lane for lane in found}.values())


def _shape(entry: Entry) -> str:
    if entry.holds is None:
        return "unknown"
    return ("reported" if entry.status == "reported" else "read") if entry.holds else "absent"


def _stretches(placed: Sequence[Sequence[Lane]], columns: Sequence[int]) -> Iterator[Stretch]:
    """Yield a line between neighbours on one lane; a gap in what is known stays a gap in the line."""
    for at in range(1, len(placed)):
        for lane in placed[at]:
            if lane in placed[at - 1] and not lane.is_gap:
                yield Stretch(columns[at - 1], columns[at], lane.y)


def _fates(entries: Sequence[Entry], columns: Sequence[int]) -> Iterator[FateSign]:
    for entry, x in zip(entries, columns, strict=True):
        if entry.mark:
            told = f"{when(entry, yearly=False)}: {entry.mark}" + (f", {entry.note}" if entry.note else "")
            yield FateSign(x, entry.mark, FATES[entry.mark].sign, told)


def _ticks(entries: Sequence[Entry], columns: Sequence[int]) -> Iterator[Tick]:
    """Yield years below the first release of each, as many as have room."""
    yearly = is_yearly(entries)
    last, shown = -_TICK, ""
    for entry, x in zip(entries, columns, strict=True):
        label = when(entry, yearly=True) if yearly or entry.reading.known_year else when(entry, yearly=False)
        if label != shown and x - last >= _TICK:
            yield Tick(x, label)
            last = x
        shown = label
