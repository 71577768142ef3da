"""Read a series' manifest, `series.toml`; every complaint names its line and column.

::

    schema = "stmtdiff-series/1"
    id = "harbour"
    title = "Harbour Forum"
    packs = ["security", "general"]

    [[release]]
    date = 2024-09-12
    ordinal = 17
    place = "Saltmere"

    [[release.address]]
    url = "https://harbour.example/2024.html"
    basis = "official"
"""

import dataclasses
import datetime
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from stmtdiff.errors import SettingsError
from stmtdiff.forum import check_forum
from stmtdiff.series.manifest import (
    PLACEHOLDER,
    SCHEMA,
    Address,
    Context,
    Hints,
    Origin,
    Pattern,
    Release,
    Reported,
    Row,
    Series,
    Venue,
)
from stmtdiff.series.names import ID_HINT, is_id, stamp
from stmtdiff.toml import KeyPath, Locate, decode, read_toml

_YEARS = range(1000, 10000)
_FILLED = frozenset({"year", "month", "day", "ordinal"})
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Head:
    """The keys of a manifest above its tables."""

    schema: str
    id: str
    title: str
    about: str = ""
    publisher: str = ""
    genre: str = ""
    language: str = "en"
    cadence: str = ""
    licence: str = ""
    aliases: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


def read_manifest(path: Path) -> Series:
    """Return the series that the manifest at `path` describes.

    Raises:
        SettingsError: with path, line and column, for anything that a manifest does not say so.
    """
    return _read(path, stamp(path))


@lru_cache(maxsize=256)
def _read(path: Path, _stamp: tuple[int, int, int]) -> Series:
    table, locate = read_toml(path)
    return _Manifest(path, locate).series(table)


class _Manifest:
    """One manifest while it is read: the path and the places of its keys are for complaints."""

    def __init__(self, path: Path, locate: Locate) -> None:
        self._path = path
        self._locate = locate

    def series(self, table: dict[str, Any]) -> Series:
        """Return what `table`, the whole file, describes."""
        head = self._one(table, _Head, known=("reading", "source", "venue", "release"))
        if head.schema != SCHEMA:
            raise self._error(f"schema '{head.schema}' is not known here", ("schema",), f"write '{SCHEMA}'")
        self._check_id(head.id, ("id",))
        for index, alias in enumerate(head.aliases):
            self._check_id(alias, ("aliases", index))
        check_forum(head.speakers, head.terms, self._locate, self._path)
        told = {name: value for name, value in _fields(head).items() if name != "schema"}
        return Series(
            **told,
            reading=self._one(table.get("reading", {}), Hints, ("reading",)),
            source=self._origin(table.get("source", {})),
            venues=self._all(table, "venue", Venue),
            releases=self._releases(table),
            folder=self._path.parent,
        )

    def _origin(self, table: Any) -> Origin:
        origin = self._one(table, Origin, ("source",), known=("pattern",), hidden=("patterns",))
        patterns = self._all(table, "pattern", Pattern, ("source",))
        for index, pattern in enumerate(patterns):
            way = ("source", "pattern", index, "url")
            unknown = [name for name in PLACEHOLDER.findall(pattern.url) if name not in _FILLED]
            if unknown:
                hint = f"known: {', '.join(sorted(_FILLED))}"
                raise self._error(f"nothing can be filled in for '{{{unknown[0]}}}'", way, hint)
            self._check_url(pattern.url, way)
        for name in ("feed", "listing"):
            self._check_url(getattr(origin, name), ("source", name))
        return dataclasses.replace(origin, patterns=patterns)

    def _releases(self, table: dict[str, Any]) -> tuple[Release, ...]:
        made: dict[str, Release] = {}
        for index, row in enumerate(self._tables(table, "release", ())):
            release = self._release(row, ("release", index))
            if release.day in made:
                raise self._error(f"{release.day} is listed twice", ("release", index, "date"), "one release a day")
            made[release.day] = release
        return tuple(sorted(made.values(), key=lambda release: release.order))

    def _release(self, table: Any, way: KeyPath) -> Release:
        row = self._one(table, Row, way, known=("address", "context", "reported"))
        if (row.date is None) == (row.year == 0):
            raise self._error("a release has either a date or, if the day is unknown, a year", way, "date = 2024-07-27")
        year = row.date.year if row.date else row.year
        if year not in _YEARS or isinstance(row.date, datetime.datetime):
            raise self._error("a year has four figures", (*way, "year"), "year = 2002")
        addresses = self._all(table, "address", Address, way)
        for index, address in enumerate(addresses):
            self._check_url(address.url, (*way, "address", index, "url"))
        return Release(
            **{**_fields(row), "year": year},
            addresses=addresses,
            context=self._all(table, "context", Context, way),
            reported=self._all(table, "reported", Reported, way),
        )

    def _all(self, table: Any, name: str, kind: type[_T], way: KeyPath = ()) -> tuple[_T, ...]:
        """Return the tables `[[name]]` inside `table`, each as a value of `kind`."""
        tables = self._tables(table, name, way)
        return tuple(self._one(row, kind, (*way, name, index)) for index, row in enumerate(tables))

    def _tables(self, table: Any, name: str, way: KeyPath) -> list[Any]:
        tables = table.get(name, [])
        if not isinstance(tables, list):
            header = ".".join([*(step for step in way if isinstance(step, str)), name])
            raise self._error(f"'{name}' is a list of tables", (*way, name), f"write [[{header}]]")
        return tables

    def _one(
        self,
        table: Any,
        kind: type[_T],
        way: KeyPath = (),
        *,
        known: tuple[str, ...] = (),
        hidden: tuple[str, ...] = (),
    ) -> _T:
        for name in hidden:  # fields that are filled from tables under another name
            if isinstance(table, dict) and name in table:
                raise self._error(f"unknown key '{name}'", (*way, name), f"did you mean '{name.removesuffix('s')}'?")
        return decode(table, kind, at=way, locate=self._locate, path=self._path, known=known)

    def _check_id(self, name: str, way: KeyPath) -> None:
        if not is_id(name):
            raise self._error(f"'{name}' cannot be the id of a series", way, ID_HINT)

    def _check_url(self, url: str, way: KeyPath) -> None:
        if url and not re.match(r"https?://[^\s/]+(?:/\S*)?$", url):
            raise self._error("this is not a web address", way, "it begins with https:// or http:// and has no spaces")

    def _error(self, message: str, way: KeyPath, hint: str) -> SettingsError:
        line, column = self._locate(way)
        return SettingsError(message, path=self._path, line=line, column=column, hint=hint)


def _fields(value: Any) -> dict[str, Any]:
    return {item.name: getattr(value, item.name) for item in dataclasses.fields(value)}
