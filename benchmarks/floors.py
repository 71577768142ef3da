"""Keep what was reached: a floor for each measure of each set, which can be raised and never lowered.

`floors.toml` holds them beside the hash of the data they were measured on; on other data they say nothing.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.tables import as_toml
from stmtdiff.toml import read_toml

PATH = Path(__file__).with_name("floors.toml")
_PLAY = 0.01
_HEADER = """\
# What stmtdiff reaches on each set of gold, raised by `python -m benchmarks.quality --raise` and never lowered.
# at_least, at_most: the floor, or the most that may go wrong. baseline: the best simple method.
# target: the level to reach. ceiling: how far two people agree, or the best that can be told.
# by_hand: why the floors of a set were set by hand and stay as they are.
"""


@dataclass(frozen=True, slots=True)
class Floor:
    """What a measure must not fall behind, and what it is read beside.

    Exactly one of `at_least` and `at_most` is set; it says which way is better.
    """

    at_least: float | None = None
    at_most: float | None = None
    baseline: float | None = None
    target: float | None = None
    ceiling: float | None = None

    def is_kept(self, value: float) -> bool:
        """Say whether `value` does not fall behind the floor."""
        return _is_as_good(value, self.limit, is_more_better=self.at_most is None)

    def is_reached(self, value: float) -> bool:
        """Say whether `value` reaches the target, if there is one."""
        return self.target is not None and _is_as_good(value, self.target, is_more_better=self.at_most is None)

    @property
    def limit(self) -> float:
        """Return the floor, whichever way it points."""
        limit = self.at_least if self.at_most is None else self.at_most
        return 0.0 if limit is None else limit

    def raised(self, value: float) -> "Floor":
        """Return the floor that `value` allows, rounded toward the easy side at the third digit; never a lower one.

        Beyond its target, or without one, a measure keeps a hundredth of play: sets pull against each other.
        """
        if self.at_most is not None:
            allowed = max(value, value + _PLAY if self.target is None else min(value + _PLAY, self.target))
            return replace(self, at_most=min(self.at_most, math.ceil(round(allowed * 1000, 6)) / 1000))
        allowed = min(value, value - _PLAY if self.target is None else max(value - _PLAY, self.target))
        return replace(self, at_least=max(self.at_least or 0.0, math.floor(round(allowed * 1000, 6)) / 1000))


def _is_as_good(value: float, limit: float, *, is_more_better: bool) -> bool:
    return value >= limit if is_more_better else value <= limit


@dataclass(frozen=True, slots=True)
class SetFloors:
    """The floors of one set and the hash of the data they were measured on.

    `by_hand` says why they were set by hand; `--raise` then leaves them alone.
    """

    sha256: str = ""
    by_hand: str = ""
    measures: dict[str, Floor] = field(default_factory=dict)


def read_floors(path: Path = PATH) -> dict[str, SetFloors]:
    """Return the floors by the name of their set.

    Raises:
        SettingsError: with line and column, when the file has another shape.
    """
    top = read_toml(path)
    return {name: top[name].read(SetFloors) for name in top.value}


def raise_floors(
    floors: Mapping[str, SetFloors], figures: Iterable[Figure], hashes: Mapping[str, str]
) -> dict[str, SetFloors]:
    """Return the floors that `figures` allow; those of sets whose data are others stay as they are."""
    values = {(figure.set, figure.measure): figure.value for figure in figures}
    return {name: _raised(name, own, values, hashes.get(name)) for name, own in floors.items()}


def _raised(
    name: str, floors: SetFloors, values: Mapping[tuple[str, str], float | None], sha256: str | None
) -> SetFloors:
    if sha256 is None or floors.by_hand or floors.sha256 not in ("", sha256):
        return floors
    measures = {
        measure: floor if (value := values.get((name, measure))) is None else floor.raised(value)
        for measure, floor in floors.measures.items()
    }
    return SetFloors(sha256, measures=measures)


def write_floors(floors: Mapping[str, SetFloors], path: Path = PATH) -> None:
    """Write the floors as TOML, one line a measure."""
    sets = {
        name: (own.sha256, {measure: f"{{ {_inline(floor)} }}" for measure, floor in own.measures.items()})
        for name, own in floors.items()
    }
    by_hand = {name: own.by_hand for name, own in floors.items() if own.by_hand}
    path.write_text(as_toml(_HEADER, sets, by_hand=by_hand), encoding="utf-8")


def _inline(floor: Floor) -> str:
    names = ("at_least", "at_most", "baseline", "target", "ceiling")
    return ", ".join(f"{name} = {value}" for name in names if (value := getattr(floor, name)) is not None)
