"""Look a library over: whether every text is still what was locked, and manifest and texts agree.

Nothing is mended here. What is found is either damage (a reader may be misled) or a remark.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from stmtdiff.errors import StmtdiffError
from stmtdiff.series.holdings import Library
from stmtdiff.series.keeping import read_kept, text_sha256
from stmtdiff.series.lock import FILE_NAME, Kept
from stmtdiff.series.manifest import Release, Series
from stmtdiff.series.names import inside
from stmtdiff.series.shipped import MANIFEST
from stmtdiff.series.whole import unfinished

_NEAR = 4  # days between a text and a release of the manifest that are likely one meeting
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Kind = Literal["manifest", "missing", "changed", "unlisted", "beside", "overlap", "near", "reading", "stray"]
REMARKS: tuple[Kind, ...] = ("near", "reading", "stray")


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something found in a series: where (a day, or empty), what kind, said in a sentence, and what to do."""

    series: str
    day: str
    kind: Kind
    said: str
    hint: str = ""

    @property
    def is_damage(self) -> bool:
        """Say whether it may mislead a reader, rather than only being worth knowing."""
        return self.kind not in REMARKS


def audit(library: Library, names: tuple[str, ...] = ()) -> tuple[Trouble, ...]:
    """Return what is wrong with the series `names` (ids or aliases), or with all of them, in order.

    Raises:
        ReferenceError: when a name is not known.
    """
    ids = tuple(dict.fromkeys(map(library.resolve, names))) or library.ids()
    return tuple(trouble for series_id in ids for trouble in _series(library, series_id))


def _series(library: Library, series_id: str) -> Iterator[Trouble]:
    try:
        series = library.find(series_id)
        folder = library.place(series_id) if library.folder else None
    except StmtdiffError as error:
        yield Trouble(series_id, "", "manifest", said_of(error), error.hint)
        return
    try:
        yield from _in_folder(library, series, folder)
    except OSError as error:
        name = Path(error.filename or "").name
        yield Trouble(series_id, "", "missing", f"{name} cannot be read: {error.strerror}", "check its permissions")


def _in_folder(library: Library, series: Series, folder: Path | None) -> Iterator[Trouble]:
    if folder is None or not folder.is_dir():
        return
    kept = tuple(entry for release in series.releases for entry in release.texts)
    for entry in kept:
        yield from _text(series, folder, entry)
    yield from _overlaps(library.described(series.id), series)
    yield from _strays(series.id, folder, kept)


def said_of(error: StmtdiffError) -> str:
    """Return what is wrong with a file of a series, and where in it; not where the library is."""
    name = Path(error.path).name if error.path else ""
    where = ":".join(str(part) for part in (name, error.line, error.column) if part)
    return f"{where}: {error.message}" if where else error.message


def _text(series: Series, folder: Path, entry: Kept) -> Iterator[Trouble]:
    """Yield what is wrong with one text that the lock file lists."""
    day = entry.date.isoformat()
    is_whole = True
    for name, locked in ((entry.file, entry.sha256), (entry.text, entry.text_sha256)):
        if trouble := _file(series.id, folder, day, name, locked):
            is_whole = False
            yield trouble
    if entry.beside and not entry.settled:
        where = f"changed at {entry.address}" if entry.address else "differs from the one in use"
        hint = f"compare them, then: stmtdiff series use {series.id}:{day} {entry.number}  (or 1)"
        yield Trouble(series.id, day, "beside", f"a later text {where}; it is kept beside as {entry.file}", hint)
    if is_whole:
        source = read_kept(folder, entry)
        if text_sha256(source) != entry.text_sha256:
            said = f"{source.loader} {source.loader_version} reads {entry.file} differently from {entry.loader}"
            yield Trouble(series.id, day, "reading", f"{said} {entry.loader_version}, which read it when it was added")


def _file(series_id: str, folder: Path, day: str, name: str, locked: str) -> Trouble | None:
    try:
        path = inside(folder, day, name)
        found = sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return Trouble(series_id, day, "missing", f"{day}/{name} is missing", "bring it back from git or a backup")
    except StmtdiffError as error:
        return Trouble(series_id, day, "missing", f"{day}/{name}: {error.message}", error.hint)
    except OSError as error:
        return Trouble(series_id, day, "missing", f"{day}/{name} cannot be read: {error.strerror}")
    if found != locked:
        said = f"{day}/{name} is not what the lock file says: its sha256 is {found[:12]}..., not {locked[:12]}..."
        return Trouble(series_id, day, "changed", said, "bring it back from git or a backup")
    return None


def _overlaps(described: Series, series: Series) -> Iterator[Trouble]:
    """Yield releases that seem to be one meeting: the same number twice, or some days from one of the manifest's."""
    numbered: dict[int, Release] = {}
    for release in series.releases:
        if release.ordinal is not None and (other := numbered.setdefault(release.ordinal, release)) is not release:
            said = f"{other.day} and {release.day} both have the number {release.ordinal}"
            yield Trouble(series.id, release.day, "overlap", said, "check both dates")
    known = {release.date for release in described.releases if release.date}
    for release in series.releases:
        if not release.texts or release.date is None or release.date in known:
            continue
        near = [day for day in known if abs((day - release.date).days) <= _NEAR]
        if near and not _is_at_hand(series, min(near).isoformat()):
            said = f"the manifest lists {min(near).isoformat()} (no text in the library), and not {release.day}"
            yield Trouble(series.id, release.day, "near", said, "are they one release under two dates?")


def _is_at_hand(series: Series, day: str) -> bool:
    return any(release.day == day and release.status == "at hand" for release in series.releases)


def _strays(series_id: str, folder: Path, kept: tuple[Kept, ...]) -> Iterator[Trouble]:
    """Yield files and folders of texts that the lock file does not list."""
    begun = unfinished(folder)
    if begun:
        said = f"adding {len(begun)} file{'s' * (len(begun) > 1)} began and did not finish"
        yield Trouble(series_id, "", "stray", said, "the next stmtdiff add removes what it left")
    listed = {f"{entry.date.isoformat()}/{name}" for entry in kept for name in (entry.file, entry.text)}
    for path in sorted(folder.iterdir()):
        if path.name in (MANIFEST, FILE_NAME) or not _DAY.fullmatch(path.name) or not path.is_dir():
            continue
        for file in sorted(path.iterdir()):
            name = f"{path.name}/{file.name}"
            if name in listed or name in begun or file.name.startswith(".part-"):
                continue
            kind: Kind = "unlisted" if file.name.startswith("original.") else "stray"
            hint = f"stmtdiff add puts a text in: --series {series_id} --date {path.name}" if kind == "unlisted" else ""
            yield Trouble(series_id, path.name, kind, f"{name} is not in the lock file", hint)
