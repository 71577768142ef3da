"""Work out where the bars of a time line stand: a column for each release at its day, three rows of bars.

The rows share the scale of days; the first counts substantive changes, the two below it what went firmer and softer,
in one scale of their own. So a meeting of a crisis stands out, and which way it went can be seen below it.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from stmtdiff.renderers.site.facts import Counts, Dot

_WIDE, _LEFT, _RIGHT = 1000, 74, 16  # pixels of the drawing, of the names of its rows, and behind the last release
_ROWS = (("changes", 100, 76), ("firmer", 140, 26), ("softer", 178, 26))  # name, base line, highest bar
_TALL = 204
_BAR = (3, 26)  # pixels of a bar, least and most
_TICK = 40  # pixels between two years at least
_PEAKS, _LETTER = 5, 7.6  # bars that have their count written above them, and pixels of a figure of it
Row = Literal["changes", "firmer", "softer"]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of one row; pixels."""

    row: str
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Column:
    """A release: its bars, the page that it leads to, what it says; hatched where nothing is known."""

    x: int
    width: int
    hit: int
    href: str
    told: str
    is_unknown: bool
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A word or number at a place; `anchor` says which end of it is there."""

    x: int
    y: int
    text: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that the template draws; positions in pixels."""

    width: int
    height: int
    left: int
    columns: tuple[Column, ...]
    rows: tuple[Label, ...]
    years: tuple[Label, ...]
    peaks: tuple[Label, ...]


def draw(dots: Sequence[Dot]) -> Drawing:
    """Return the time line of releases, which are in the order of their days."""
    first, last = dots[0].day, max(dots[-1].day, dots[0].day + 1)
    room = _WIDE - _LEFT - _RIGHT - _BAR[1]
    places = [_LEFT + _BAR[1] // 2 + (dot.day - first) * room // (last - first) for dot in dots]
    bar = max(_BAR[0], min(_BAR[1], room // max(1, 2 * len(dots))))
    scales = _scales(dots)
    columns = tuple(_column(dot, x, bar, scales) for dot, x in zip(dots, places, strict=True))
    rows = tuple(Label(_LEFT - 8, base, name, "end") for name, base, _ in _ROWS)
    years = tuple(_years(first, last, room))
    return Drawing(_WIDE, _TALL, _LEFT, columns, rows, years, tuple(_peaks(dots, columns)))


def _scales(dots: Sequence[Dot]) -> dict[str, int]:
    """Return the count that the highest bar of each row shows."""
    counts = [dot.counts for dot in dots if dot.counts]
    ways = max([1, *(max(one.firmer, one.softer) for one in counts)])
    return {"changes": max([1, *(one.substantive for one in counts)]), "firmer": ways, "softer": ways}


def _column(dot: Dot, x: int, bar: int, scales: dict[str, int]) -> Column:
    bars = tuple(_bars(dot.counts, scales)) if dot.counts else ()
    hit = max(bar, 8)
    return Column(x, bar, hit, dot.pair or dot.href, _told(dot), dot.status != "read", bars)


def _bars(counts: Counts, scales: dict[str, int]) -> Iterator[Bar]:
    values = {"changes": counts.substantive, "firmer": counts.firmer, "softer": counts.softer}
    for name, base, highest in _ROWS:
        if values[name]:
            height = max(2, values[name] * highest // scales[name])
            yield Bar(name, base - height, height)


def _told(dot: Dot) -> str:
    if dot.status != "read":
        return f"{dot.when}: no text in the library"
    if dot.counts is None:
        return f"{dot.when}: {dot.why or 'the first release that was read'}"
    return f"{dot.when}: {dot.counts.told}"


def _years(first: int, last: int, room: int) -> Iterator[Label]:
    """Yield the years that begin between the first and the last release, as many as have room."""
    begin, end = datetime.date.fromordinal(first).year, datetime.date.fromordinal(last).year
    before = -_TICK
    for year in range(begin, end + 1):
        day = max(first, datetime.date(year, 1, 1).toordinal())
        x = _LEFT + _BAR[1] // 2 + (day - first) * room // (last - first)
        if x - before >= _TICK:
            yield Label(x, _TALL - 4, str(year), "start")
            before = x


def _peaks(dots: Sequence[Dot], columns: Sequence[Column]) -> Iterator[Label]:
    """Yield the counts of the highest bars, none so near to a higher one that the two would touch."""
    counted = [(dot.counts.substantive, at) for at, dot in enumerate(dots) if dot.counts and dot.counts.substantive]
    taken: list[tuple[float, float]] = []
    for count, at in sorted(counted, reverse=True):
        x, text = columns[at].x, str(count)
        wide = len(text) * _LETTER
        begin = x - wide / 2
        if len(taken) < _PEAKS and all(begin + wide < one or other < begin for one, other in taken):
            taken.append((begin, begin + wide))
            top = min(bar.y for bar in columns[at].bars if bar.row == "changes")
            yield Label(x, top - 6, text)
