"""Lay out what was measured: one table of all figures, one of the series of each set, or all of it as JSON.

Of a blind set a series of a single pair is never shown: its figure would be that pair.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import msgspec

from benchmarks.figures import Figure, SeriesFigure
from benchmarks.floors import Floor, SetFloors
from benchmarks.sets import is_blind
from benchmarks.tables import as_markdown, as_text

COLUMNS = ("set", "measure", "baseline", "floor", "now", "mean over series", "target", "ceiling", "", "counts")
FALLEN = "BELOW FLOOR"

Floors = Mapping[str, SetFloors]


@dataclass(frozen=True, slots=True)
class Result:
    """All figures, the hashes of the data they were measured on, and what could not be run."""

    figures: tuple[Figure, ...]
    hashes: dict[str, str]
    not_run: tuple[str, ...]


def has_fallen(result: Result, floors: Floors) -> bool:
    """Say whether a figure is below its floor."""
    return any(_verdict(figure, _floor(figure, floors, result.hashes)) == FALLEN for figure in result.figures)


def as_tables(result: Result, floors: Floors, *, markdown: bool = False) -> str:
    """Return the table of all figures, and below it a table a set of its series."""
    lay_out = as_markdown if markdown else as_text
    rows = [_row(figure, _floor(figure, floors, result.hashes)) for figure in result.figures]
    return "\n\n".join([lay_out(COLUMNS, rows), *_of_series(result, floors, lay_out)])


def as_json(result: Result, floors: Floors) -> str:
    """Return everything as JSON."""
    figures = [_record(figure, _floor(figure, floors, result.hashes)) for figure in result.figures]
    return json.dumps({"figures": figures, "data": result.hashes, "not_run": result.not_run}, indent=1)


def _floor(figure: Figure, floors: Floors, hashes: Mapping[str, str]) -> Floor | None:
    """Return the floor of a figure; there is none where it was measured on other data."""
    own = floors.get(figure.set)
    return own.measures.get(figure.measure) if own and own.sha256 in ("", hashes[figure.set]) else None


def _row(figure: Figure, floor: Floor | None) -> tuple[str, ...]:
    beside = (floor.baseline, floor.limit, floor.target, floor.ceiling) if floor else (None,) * 4
    baseline, limit, target, ceiling = map(_number, beside)
    return (
        *(figure.set, figure.measure, baseline, limit, _number(figure.value), _number(figure.over_series)),
        *(target, ceiling, _verdict(figure, floor), figure.counts),
    )


def _verdict(figure: Figure, floor: Floor | None) -> str:
    if floor is None or figure.value is None:
        return ""
    if not floor.is_kept(figure.value):
        return FALLEN
    return "reached" if floor.is_reached(figure.value) else "short" if floor.target is not None else ""


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _of_series(result: Result, floors: Floors, lay_out: Callable[..., str]) -> Iterable[str]:
    """Yield a table for each set that knows series: those of its measures that have a floor, or all where none has."""
    for name, own in groupby(result.figures, key=lambda figure: figure.set):
        known = [figure for figure in own if figure.by_series]
        floored = [figure for figure in known if _floor(figure, floors, result.hashes)] or known
        if floored:
            yield f"{name}, by series{_unsaid(floored[0])}\n\n{lay_out(*_series_table(floored))}"


def _series_table(figures: Sequence[Figure]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    rows = [
        (first.series, str(first.pairs), *(_short(one.value) for one in row))
        for row in zip(*map(shown_series, figures), strict=True)
        for first in row[:1]
    ]
    return ("series", "pairs", *(figure.measure for figure in figures)), rows


def _short(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def shown_series(figure: Figure) -> tuple[SeriesFigure, ...]:
    """Return the series of a figure that may be shown."""
    return tuple(one for one in figure.by_series if one.pairs > 1 or not is_blind(figure.set))


def _unsaid(figure: Figure) -> str:
    unsaid = len(figure.by_series) - len(shown_series(figure))
    return f" ({unsaid} of one pair not shown)" if unsaid else ""


def _record(figure: Figure, floor: Floor | None) -> dict[str, Any]:
    return {
        "set": figure.set,
        "measure": figure.measure,
        "value": figure.value,
        "over_series": figure.over_series,
        "counts": figure.counts,
        "series": msgspec.to_builtins(shown_series(figure)),
        "floor": floor and msgspec.to_builtins(floor),
        "verdict": _verdict(figure, floor),
    }
