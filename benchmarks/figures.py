"""A figure: a measure of a set, over the whole set and over each series of texts in it.

A pooled figure is that of the series with the most pairs; the mean over series says what to expect of the next one.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from benchmarks.scoring.counts import Counts


@dataclass(frozen=True, slots=True)
class SeriesFigure:
    """A measure of the pairs of one series: its value, None where there is nothing to measure, and the counts."""

    series: str
    pairs: int
    value: float | None
    counts: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure of a set: its value, None where there is nothing to measure, and the counts behind it.

    `by_series` is empty where the set knows no series.
    """

    set: str
    measure: str
    value: float | None
    counts: str
    by_series: tuple[SeriesFigure, ...] = ()

    @property
    def over_series(self) -> float | None:
        """Return the mean over the series that have something to measure, each counting once."""
        values = [one.value for one in self.by_series if one.value is not None]
        return sum(values) / len(values) if values else None


Row = TypeVar("Row")


def with_series(rows: Iterable[tuple[str, Row]], lay_out: Callable[[Sequence[Row]], list[Figure]]) -> list[Figure]:
    """Return the figures that `lay_out` makes of all rows, each with those that it makes of the rows of one series.

    Each row stands for a pair of texts and comes with the name of its series.
    """
    named = list(rows)
    whole = lay_out([row for _, row in named])
    series = {name: [row for own, row in named if own == name] for name in sorted({name for name, _ in named})}
    if len(series) < 2:
        return whole
    parts = {name: {figure.measure: figure for figure in lay_out(own)} for name, own in series.items()}
    return [
        replace(figure, by_series=tuple(_of(one, len(series[one]), parts[one].get(figure.measure)) for one in parts))
        for figure in whole
    ]


def _of(name: str, pairs: int, figure: Figure | None) -> SeriesFigure:
    return SeriesFigure(name, pairs, figure.value, figure.counts) if figure else SeriesFigure(name, pairs, None, "-")


def f1_figure(name: str, measure: str, counts: Counts) -> Figure:
    """Return the F1 of `counts`, nothing where the gold has no such item."""
    return Figure(name, f"{measure} F1", counts.f1 if counts.gold else None, told(counts))


def share_figure(name: str, measure: str, counts: Counts) -> Figure:
    """Return the share of the gold that was found."""
    return Figure(name, measure, counts.recall if counts.gold else None, f"{counts.found}/{counts.gold}")


def wrong_figure(name: str, measure: str, counts: Counts) -> Figure:
    """Return the share of what was said that is wrong."""
    wrong = counts.predicted - counts.right
    return Figure(name, measure, wrong / counts.predicted if counts.predicted else None, f"{wrong}/{counts.predicted}")


def told(counts: Counts) -> str:
    """Return the counts as a reader would say them."""
    return f"{counts.right}/{counts.predicted} right, {counts.found}/{counts.gold} found"
