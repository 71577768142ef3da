"""Read a series' manifest, ``series.toml``: what the series is and which releases it has.

::

    schema = "stmtdiff-series/1"
    id = "harbour"
    name = "Harbour Forum"
    packs = ["security", "general"]

    [[release]]
    date = 2024-09-12
    ordinal = 17
    place = "Saltmere"
    file = "2024.txt"
"""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stmtdiff.errors import SettingsError
from stmtdiff.toml import Locate, decode, read_toml

SCHEMA = "stmtdiff-series/1"


@dataclass(frozen=True, slots=True)
class Release:
    """One statement of a series. `file` is beside the manifest, and empty when no text is at hand."""

    date: datetime.date
    ordinal: int | None = None
    place: str = ""
    title: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """A series of statements; `releases` are in the order of their dates, which are all different.

    `packs` are the rule packs to which the series narrows; none means that all shipped ones apply.
    """

    id: str
    name: str
    schema: str = SCHEMA
    about: str = ""
    genre: str = ""
    language: str = "en"
    packs: tuple[str, ...] = ()
    releases: tuple[Release, ...] = ()
    folder: Path = Path()

    def reference(self, release: Release) -> str:
        """Return the shortest reference that names `release`: by year, or by day when a year has two."""
        is_alone = sum(other.date.year == release.date.year for other in self.releases) == 1
        return f"{self.id}:{release.date.year if is_alone else release.date.isoformat()}"


@dataclass(frozen=True, slots=True)
class _Head:
    """The keys of a manifest above its releases."""

    schema: str
    id: str
    name: str
    about: str = ""
    genre: str = ""
    language: str = "en"
    packs: tuple[str, ...] = ()


def read_manifest(path: Path) -> Series:
    """Return the series that the manifest at `path` describes.

    Raises:
        SettingsError: with path, line and column, for anything that a manifest does not say so.
    """
    table, locate = read_toml(path)
    head = decode(table, _Head, locate=locate, path=path, known=["release"])
    if head.schema != SCHEMA:
        raise _error(f"schema '{head.schema}' is not known here", ("schema",), locate, path, f"write '{SCHEMA}'")
    releases = _releases(table.get("release", []), locate, path)
    told = (head.about, head.genre, head.language, head.packs)
    return Series(head.id, head.name, head.schema, *told, releases, path.parent)


def _releases(tables: Any, locate: Locate, path: Path) -> tuple[Release, ...]:
    if not isinstance(tables, list):
        raise _error("'release' is a list of tables", ("release",), locate, path, "write [[release]]")
    made: dict[datetime.date, Release] = {}
    for index, table in enumerate(tables):
        release = decode(table, Release, at=("release", index), locate=locate, path=path)
        if release.date in made:
            raise _error(
                f"{release.date} is listed twice", ("release", index, "date"), locate, path, "one release a day"
            )
        made[release.date] = release
    return tuple(made[date] for date in sorted(made))


def _error(message: str, way: tuple[str | int, ...], locate: Locate, path: Path, hint: str) -> SettingsError:
    line, column = locate(way)
    return SettingsError(message, path=path, line=line, column=column, hint=hint)
