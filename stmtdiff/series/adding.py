"""Put texts into the library: original bytes, the text that was read from them, and the lock file.

::

    library = Library(Path("statements"))
    text = Incoming(raw, name="2025.html", address="https://harbour.example/2025.html", fetched=now)
    added = add(library, "harbour", [text])[0]
    print(added.status, added.kept.date)  # "added 2025-07-11"

What is kept is never overwritten: a text that differs from the one in the library for its day is kept
beside it, and `stmtdiff series check` reports it until a reader has chosen.
"""

import datetime
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Literal

from stmtdiff.errors import LibraryError, LoadError, ReferenceError, StmtdiffError  # noqa: A004
from stmtdiff.json_lines import quoted
from stmtdiff.loaders import load_bytes
from stmtdiff.loaders.sniff import sniff
from stmtdiff.model import Source, Statement
from stmtdiff.outline import parse
from stmtdiff.series.holdings import Library
from stmtdiff.series.keeping import text_bytes, text_sha256
from stmtdiff.series.lock import FILE_NAME, Kept, lock_text
from stmtdiff.series.manifest import SCHEMA
from stmtdiff.series.names import ID_HINT, inside, is_id
from stmtdiff.series.shipped import MANIFEST
from stmtdiff.series.whole import heal, is_left, take_out, write_together
from stmtdiff.series.writing import locked, write_whole
from stmtdiff.settings import ReadOptions

DateBasis = Literal["given", "file name", "dateline", "listed"]
_NEAR = datetime.timedelta(weeks=6)  # a statement is published on the day of its meeting, or some weeks after
AddedStatus = Literal["added", "same", "restored", "beside"]
_DAY = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_SUFFIXES = {"text": ".txt", "markdown": ".md"}  # the others are named after their loader


@dataclass(frozen=True, slots=True)
class Incoming:
    """A text that is to go into the library.

    Args:
        raw: its bytes as they came. `name`: its file's name, by which Markdown is known.
        date: the release's day; None takes it from the file's name or the statement's dateline.
        listed: the day by which a source announces it; taken when the dateline gives none within six weeks of it.
        address: where it came from. `fetched`: when, by the caller's clock.
        etag, modified: what the server said of its version (ETag, Last-Modified).
        selector: a CSS selector for its web page; empty takes the manifest's.
        ordinal, place, title: of the release, where the manifest does not know them.
        unchecked: whether it waits to be judged.
    """

    raw: bytes
    name: str = ""
    date: datetime.date | None = None
    listed: datetime.date | None = None
    address: str = ""
    etag: str = ""
    modified: str = ""
    fetched: datetime.datetime | None = None
    selector: str = ""
    ordinal: int | None = None
    place: str = ""
    title: str = ""
    unchecked: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a text.

    It was put in, or was there already (`kept` is the one in the library), or was listed and its files were
    missing ("restored"), or is kept beside another one.
    """

    series: str
    status: AddedStatus
    kept: Kept
    date_basis: DateBasis
    is_new_series: bool
    statement: Statement

    @property
    def doubts(self) -> tuple[str, ...]:
        """Return what may be wrong: what the loader saw, and a day that the statement itself does not give."""
        own = self.statement.dateline.date
        doubts = self.statement.source.doubts
        if own is None or own == self.kept.date or self.date_basis == "dateline":
            return doubts
        return (*doubts, f"Its own dateline says {own.isoformat()}.")


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text that has been read and can go in: `basis` says how `date` is known, `selector` what found its place."""

    incoming: Incoming
    statement: Statement
    date: datetime.date
    basis: DateBasis
    selector: str


def add(library: Library, series: str, texts: Sequence[Incoming], *, title: str = "") -> tuple[Added, ...]:
    """Put `texts` into the library and return what became of each; all are read before anything is written.

    Args:
        library: where they go.
        series: an id or alias. A series that is not known is made.
        texts: what goes in; a text that is there already is not put in twice.
        title: of a series that is made.

    Raises:
        FetchError: when one of their addresses is none, or carries a name and a password.
        LoadError: when one of them cannot be read.
        LibraryError: when the library cannot be written (then none of them is in it), a day is not known, or the
            name cannot be an id.
        SettingsError: when the manifest or lock file of the series is wrong.
    """
    series_id = _id(library, series)
    return put(library, series_id, [read_text(library, series_id, text) for text in texts], title=title)


def set_checked(library: Library, series_id: str, date: datetime.date) -> None:
    """Write down that the release of `date` has been judged.

    Raises:
        LibraryError: when the library cannot be written.
    """
    assert library.folder is not None
    with locked(library.folder, library.waiting):
        heal(library.place(series_id))
        kept = [replace(entry, unchecked=False) if entry.date == date else entry for entry in library.kept(series_id)]
        write_whole(library.place(series_id) / FILE_NAME, lock_text(tuple(kept)).encode())


def read_text(library: Library, series_id: str, incoming: Incoming) -> ReadText:
    """Return `incoming` as it is read: with its day, and with the series' usual selector where that finds a text.

    Where it finds none, as on an older page with another layout, the page is read without it and a doubt says so.

    Raises:
        FetchError: when its address is none, or carries a name and a password, which would be written down for all.
        LoadError: when it cannot be read.
        LibraryError: when its day is not known.
    """
    if incoming.address:
        from stmtdiff.web.address import read_address

        read_address(incoming.address)
    usual = library.described(series_id).reading.selector
    selector = incoming.selector
    try:
        if not selector and usual and sniff(incoming.raw, PurePath(incoming.name).suffix) == "html":
            source, selector = _by_usual(incoming, usual)
        else:
            source = _read(incoming, selector)
    except StmtdiffError as error:
        error.path = error.path or incoming.name or None
        raise
    statement = parse(source)
    date, basis = _day(incoming, statement)
    return ReadText(incoming, statement, date, basis, selector)


def put(library: Library, series_id: str, texts: Sequence[ReadText], *, title: str = "") -> tuple[Added, ...]:
    """Put texts that have been read into the library and return what became of each.

    Raises:
        LibraryError: when there is no library, or it cannot be written.
        SettingsError: when the manifest or lock file of the series is wrong.
    """
    if library.folder is None:
        raise LibraryError("no library to add it to", hint="name one with --library")
    with locked(library.folder, library.waiting):
        folder = library.place(series_id)
        heal(folder)
        is_new = series_id not in library.ids()
        files = {MANIFEST: _new_manifest(series_id, title).encode()} if is_new else {}
        kept = list(library.kept(series_id))
        added = []
        for text in texts:
            status, entry = _put(folder, text, kept, files)
            added.append(Added(series_id, status, entry, text.basis, is_new, text.statement))
        if files:
            write_together(folder, files, lock_text(tuple(kept)).encode())
    return tuple(added)


def tidy(library: Library, series_id: str) -> None:
    """Take away what an addition to a series left that was ended in the middle, if there is anything.

    Raises:
        LibraryError: when the library cannot be held.
    """
    if library.folder is not None and is_left(library.place(series_id)):
        with locked(library.folder, library.waiting):
            heal(library.place(series_id))


def _id(library: Library, series: str) -> str:
    """Return the id of the series that `series` is the id or alias of; else `series` itself, for a new one."""
    try:
        return library.resolve(series)
    except ReferenceError:
        if not is_id(series):
            raise LibraryError(f"'{series}' is not a valid id of a series", hint=ID_HINT) from None
        return series


def use(library: Library, series: str, date: datetime.date, number: int) -> Kept:
    """Let version `number` of the text of `date` be the one in use, and the choice between versions be settled.

    Raises:
        LibraryError: when there is no such version.
        ReferenceError: when there is no such series.
    """
    series_id = library.resolve(series)
    if library.folder is None:
        raise LibraryError("there is no library", hint="name one with --library")
    with locked(library.folder, library.waiting):
        heal(library.place(series_id))
        kept = library.kept(series_id)
        versions = {entry.number: entry for entry in kept if entry.date == date}
        if number not in versions:
            numbers = ", ".join(map(str, versions)) or "none"
            raise LibraryError(f"there is no version {number} of {series_id}:{date}", hint=f"versions: {numbers}")
        chosen = [
            replace(entry, beside=entry.number != number, settled=True) if entry.date == date else entry
            for entry in kept
        ]
        write_whole(library.place(series_id) / FILE_NAME, lock_text(tuple(chosen)).encode())
    return versions[number]


def remove(library: Library, series: str, date: datetime.date) -> tuple[Kept, ...]:
    """Take the texts of `date` out of the library, all versions, and return what they were.

    What the manifest says of the release stays.

    Raises:
        LibraryError: when the library has no text of that day, or cannot be written.
        ReferenceError: when there is no such series.
    """
    series_id = library.resolve(series)
    if library.folder is None:
        raise LibraryError("there is no library", hint="name one with --library")
    with locked(library.folder, library.waiting):
        folder = library.place(series_id)
        heal(folder)
        kept = library.kept(series_id)
        gone = tuple(entry for entry in kept if entry.date == date)
        if not gone:
            raise LibraryError(
                f"the library has no text of {series_id}:{date}", hint=f"stmtdiff series {series_id} lists them"
            )
        files = {f"{date}/{name}": sha for entry in gone for name, sha in _files_of(entry)}
        take_out(folder, files, lock_text(tuple(entry for entry in kept if entry.date != date)).encode())
    return gone


def _files_of(entry: Kept) -> tuple[tuple[str, str], ...]:
    return (entry.file, entry.sha256), (entry.text, entry.text_sha256)


def _read(incoming: Incoming, selector: str) -> Source:
    return load_bytes(incoming.raw, ReadOptions(selector=selector), name=incoming.name)


def _by_usual(incoming: Incoming, selector: str) -> tuple[Source, str]:
    """Return a page as the usual selector of its series reads it, and that selector, "" where it found no text."""
    try:
        return _read(incoming, selector), selector
    except LoadError as error:
        source = _read(incoming, "")
        doubt = f"Read without the selector that the series has for its pages: {error.message}."
        return replace(source, doubts=(*source.doubts, doubt)), ""


def _day(incoming: Incoming, statement: Statement) -> tuple[datetime.date, DateBasis]:
    if incoming.date is not None:
        return incoming.date, "given"
    own = statement.dateline.date
    if incoming.listed is not None:
        is_near = own is not None and abs(own - incoming.listed) <= _NEAR
        return (own, "dateline") if own is not None and is_near else (incoming.listed, "listed")
    for match in _DAY.finditer(PurePath(incoming.name).name):
        try:
            return datetime.date(*map(int, match.groups())), "file name"
        except ValueError:  # 2024-13-45
            continue
    if own is not None:
        return own, "dateline"
    raise LibraryError(
        "the day of this statement is not known: neither its file's name nor its dateline says it",
        path=incoming.name or None,
        hint="name it with --date YYYY-MM-DD",
    )


def _put(folder: Path, text: ReadText, kept: list[Kept], files: dict[str, bytes]) -> tuple[AddedStatus, Kept]:
    """List `text` in `kept`, unless it is there already, and its files in `files`, by their names below `folder`."""
    source = text.statement.source
    sha256 = text_sha256(source)
    same = [entry for entry in kept if source.sha256 == entry.sha256 or sha256 == entry.text_sha256]
    if same:
        found = min(same, key=lambda entry: (entry.date != text.date, entry.date, entry.number))
        missing = {name: raw for name, raw in _missing(folder, found, text).items() if name not in files}
        files |= missing
        return ("restored" if missing else "same"), found
    others = [entry.number for entry in kept if entry.date == text.date]
    day = text.date.isoformat()
    number = max(others, default=0) + 1
    entry = _entry(text, sha256, number, is_beside=bool(others))
    while (path := inside(folder, day, entry.file)).exists() and path.read_bytes() != text.incoming.raw:
        number += 1  # a file that the lock file does not list is not ours to overwrite
        entry = _entry(text, sha256, number, is_beside=bool(others))
    kept.append(entry)
    files |= {f"{day}/{entry.file}": text.incoming.raw, f"{day}/{entry.text}": text_bytes(source)}
    return ("beside" if others else "added"), entry


def _missing(folder: Path, entry: Kept, text: ReadText) -> dict[str, bytes]:
    """Return the files of `entry` that are not there, as in a library of which git has the lock files only."""
    files = {entry.file: text.incoming.raw, entry.text: text_bytes(text.statement.source)}
    day = entry.date.isoformat()
    return {
        f"{day}/{name}": raw
        for name, raw in files.items()
        if not inside(folder, day, name).exists()
        and (name == entry.text or hashlib.sha256(raw).hexdigest() == entry.sha256)
    }


def _entry(text: ReadText, sha256: str, number: int, *, is_beside: bool) -> Kept:
    incoming, source = text.incoming, text.statement.source
    dot = f".{number}." if number > 1 else "."
    suffix = _SUFFIXES.get(source.loader, f".{source.loader}").lstrip(".")
    return Kept(
        date=text.date,
        file=f"original{dot}{suffix}",
        sha256=source.sha256,
        text_sha256=sha256,
        loader=source.loader,
        loader_version=source.loader_version,
        text=f"text{dot}txt",
        address=incoming.address,
        etag=incoming.etag,
        modified=incoming.modified,
        fetched=incoming.fetched,
        selector=text.selector,
        ordinal=incoming.ordinal,
        place=incoming.place,
        title=incoming.title,
        beside=is_beside,
        unchecked=incoming.unchecked,
    )


def _new_manifest(series_id: str, title: str) -> str:
    head = f"schema = {quoted(SCHEMA)}\nid = {quoted(series_id)}\ntitle = {quoted(title or series_id)}\n"
    return f"{head}# Further keys and the releases without a text: docs/series.md\n"
