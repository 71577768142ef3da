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
from typing import Any

from stmtdiff.forum import aliases_of, check_forum
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
from stmtdiff.toml import Cursor, read_toml

_YEARS = range(1000, 10000)
_FILLED = frozenset({"year", "month", "day", "ordinal"})


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
    top = read_toml(path)
    head = top.read(_Head, known=("reading", "source", "venue", "release", "alias"))
    if head.schema != SCHEMA:
        raise top["schema"].error(f"schema '{head.schema}' is not known to this version", f"write '{SCHEMA}'")
    for named in (top["id"], *(top["aliases"][index] for index in range(len(head.aliases)))):
        if not is_id(named.value):
            raise named.error(f"'{named.value}' is not a valid id of a series", ID_HINT)
    check_forum(top)
    told = {name: value for name, value in _fields(head).items() if name != "schema"}
    return Series(
        **told,
        names=aliases_of(top),
        reading=top["reading"].read(Hints) if top["reading"].value is not None else Hints(),
        source=_origin(top["source"]) if top["source"].value is not None else Origin(),
        venues=tuple(table.read(Venue) for table in top.tables("venue")),
        releases=_releases(top),
        folder=path.parent,
    )


def _origin(table: Cursor) -> Origin:
    """Return where releases come from; its patterns are tables of another name than the field."""
    if table["patterns"].value is not None:
        raise table["patterns"].error("unknown key 'patterns'", "did you mean 'pattern'?")
    origin = table.read(Origin, known=("pattern",))
    patterns = tuple(map(_pattern, table.tables("pattern")))
    for name in ("feed", "listing"):
        _check_url(table[name])
    return dataclasses.replace(origin, patterns=patterns)


def _pattern(table: Cursor) -> Pattern:
    pattern = table.read(Pattern)
    unknown = [name for name in PLACEHOLDER.findall(pattern.url) if name not in _FILLED]
    if unknown:
        hint = f"known: {', '.join(sorted(_FILLED))}"
        raise table["url"].error(f"nothing can be filled in for '{{{unknown[0]}}}'", hint)
    _check_url(table["url"])
    return pattern


def _releases(top: Cursor) -> tuple[Release, ...]:
    made: dict[str, Release] = {}
    for table in top.tables("release"):
        release = _release(table)
        if release.day in made:
            raise table["date"].error(f"{release.day} is listed twice", "list one release a day")
        made[release.day] = release
    return tuple(sorted(made.values(), key=lambda release: release.order))


def _release(table: Cursor) -> Release:
    row = table.read(Row, known=("address", "context", "reported"))
    if (row.date is None) == (row.year == 0):
        raise table.error("a release needs a date or, if the day is unknown, a year", "date = 2024-07-27")
    year = row.date.year if row.date else row.year
    if year not in _YEARS or isinstance(row.date, datetime.datetime):
        raise table["year"].error("a year has four digits", "year = 2002")
    return Release(
        **{**_fields(row), "year": year},
        addresses=tuple(map(_address, table.tables("address"))),
        context=tuple(one.read(Context) for one in table.tables("context")),
        reported=tuple(one.read(Reported) for one in table.tables("reported")),
    )


def _address(table: Cursor) -> Address:
    address = table.read(Address)
    _check_url(table["url"])
    return address


def _check_url(url: Cursor) -> None:
    if url.value and "@" in url.value.partition("//")[2].partition("/")[0]:
        raise url.error("the address contains a user name or a password", "leave it out: a manifest is for everybody")
    if url.value and not re.match(r"https?://[^\s/]+(?:/\S*)?$", url.value):
        raise url.error("this is not a web address", "it begins with https:// or http:// and has no spaces")


def _fields(value: Any) -> dict[str, Any]:
    return {item.name: getattr(value, item.name) for item in dataclasses.fields(value)}
