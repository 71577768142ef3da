"""The library: the series that are known, their releases, and their texts.

::

    library = Library(Path("statements"))
    for release in library.releases("arf"):
        print(release.day, release.status)
    for release, statement in library.statements("arf"):
        print(release.day, len(statement.paragraphs))
"""

import contextlib
from dataclasses import dataclass, field, replace
from pathlib import Path

from stmtdiff.errors import LibraryError, LoadError, ReferenceError, SettingsError, likely  # noqa: A004
from stmtdiff.forum import forum_of
from stmtdiff.loaders import load
from stmtdiff.model import KnownRelease, Source, Statement
from stmtdiff.outline import parse
from stmtdiff.series import shipped
from stmtdiff.series.keeping import read_kept
from stmtdiff.series.lock import FILE_NAME, Kept, read_lock
from stmtdiff.series.manifest import Release, Series
from stmtdiff.series.manifest_reading import read_manifest
from stmtdiff.series.names import inside, is_id
from stmtdiff.series.shipped import MANIFEST
from stmtdiff.series.writing import Waiting
from stmtdiff.settings import AS_USUAL, ReadOptions


@dataclass(frozen=True, slots=True)
class Library:
    """The user's own `folder` of texts, beside the series that come with stmtdiff; None is no folder.

    A folder that is not there yet is empty. A file is read again once it has changed. `waiting` is told of the
    folder when something is put in and another process has held the library for two seconds.
    """

    folder: Path | None = None
    waiting: Waiting | None = field(default=None, compare=False, repr=False)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all series, in alphabetical order."""
        return tuple(sorted({*shipped.series_folders(), *self.own_ids()}))

    def own_ids(self) -> tuple[str, ...]:
        """Return the ids of the series that have a folder in the library."""
        if self.folder is None or not self.folder.is_dir():
            return ()
        found = [path.name for path in self.folder.iterdir() if is_id(path.name)]
        return tuple(sorted(name for name in found if self._holds(name)))

    def find(self, name: str) -> Series:
        """Return the series with the id or alias `name`, its releases with the texts in the library.

        Raises:
            ReferenceError: when there is none, with the series that there are.
            LibraryError: when a link leads out of the library.
            SettingsError: when its manifest or lock file is wrong.
        """
        known = self.resolve(name)
        return _merged(self.described(known), self.kept(known))

    def resolve(self, name: str) -> str:
        """Return the id of the series with the id or alias `name`.

        Raises:
            ReferenceError: when there is none.
        """
        known = self.ids()
        if name in known:
            return name
        for other in known:
            with contextlib.suppress(SettingsError, LibraryError):  # what is wrong with one hides no other
                if name in self.described(other).aliases:
                    return other
        raise _unknown(name, known)

    def described(self, series_id: str) -> Series:
        """Return what the manifest of the series `series_id` says; the user's own has priority over the shipped one.

        Raises:
            LibraryError: when its folder cannot be read.
            SettingsError: when its manifest is wrong.
        """
        own = self.place(series_id) / MANIFEST if self.folder is not None and self._holds(series_id) else None
        folder = shipped.series_folders().get(series_id)
        if own is not None and _is_file(own):
            path = own
        elif folder is not None:
            path = folder / MANIFEST
        else:
            return Series(series_id, series_id)
        series = read_manifest(path)
        if series.id != series_id:
            raise SettingsError(
                f"the id is '{series.id}' and the folder '{series_id}'", path=path, hint="give both the same name"
            )
        return series

    def kept(self, series_id: str) -> tuple[Kept, ...]:
        """Return what the lock file of the series `series_id` lists; nothing when it has no folder.

        Raises:
            LibraryError: when its folder cannot be read.
            SettingsError: when its lock file is wrong.
        """
        if self.folder is None or not self._holds(series_id):
            return ()
        path = self.place(series_id) / FILE_NAME
        return read_lock(path) if _is_file(path) else ()

    def place(self, series_id: str) -> Path:
        """Return the folder of the series `series_id` in the library, whether or not it is there.

        Raises:
            LibraryError: when a link leads out of the library.
        """
        assert self.folder is not None
        return inside(self.folder, series_id)

    def releases(self, series: str | Series) -> tuple[Release, ...]:
        """Return the releases of a series in order; `release.status` says whether the text is in the library."""
        return (self.find(series) if isinstance(series, str) else series).releases

    def statements(self, series: str | Series) -> list[tuple[Release, Statement]]:
        """Return every release whose text is in the library, with its statement, in order.

        Raises:
            ReferenceError: when there is no such series.
            LoadError: when a text cannot be read any more.
        """
        found = self.find(series) if isinstance(series, str) else series
        at_hand = [release for release in found.releases if release.status == "at hand"]
        return [(release, self.statement(found, release)) for release in at_hand]

    def statement(self, series: Series, release: Release, options: ReadOptions = AS_USUAL) -> Statement:
        """Return the statement of `release`; a doubt is added when it is not what was locked.

        Raises:
            LoadError: when its text is not in the library, or cannot be read any more.
        """
        source = self._source(series, release, options)
        statement = parse(replace(source, name=series.reference(release)))
        own = statement.dateline
        ordinal = release.ordinal if own.ordinal is None else own.ordinal
        known = replace(own, date=own.date or release.date, ordinal=ordinal)
        return replace(statement, dateline=known, release=self._known(series, release))

    def recognised(self, series: Series, statement: Statement) -> Statement:
        """Return `statement`, which was read from elsewhere, as the release of `series` that has its day.

        A day that the series does not list makes one more release, with the place and chair that it foresees; a
        statement that is a release already stays what it is.

        Raises:
            LoadError: when the statement says no day.
        """
        if statement.release is not None:
            return statement
        day = statement.dateline.date
        if day is None:
            hint = "add it to your library with --date, and name the release"
            raise LoadError(
                f"the date of this statement is not known, so it cannot be found among the releases of '{series.id}'",
                path=statement.name or None,
                hint=hint,
            )
        listed = next((release for release in series.releases if release.date == day), None)
        release = listed or replace(_expected(series, day.year), date=day)
        ordinal = release.ordinal if statement.dateline.ordinal is None else statement.dateline.ordinal
        dateline = replace(statement.dateline, ordinal=ordinal)
        return replace(statement, dateline=dateline, release=self._known(series, release))

    def _known(self, series: Series, release: Release) -> KnownRelease:
        """Return what a statement that is `release` knows of itself and its series."""
        return KnownRelease(
            series.id,
            series.reference(release),
            release.order,
            series.packs,
            forum_of(series.speakers, series.terms, series.names),
            (release.place, release.chair, release.chair_person),
            self.folder,
        )

    def is_missing(self, series: Series, release: Release) -> bool:
        """Say whether the lock file lists a text of `release` whose files are not there, for git may keep it alone."""
        if not release.texts:
            return False
        kept = release.texts[0]
        folder = inside(self.place(series.id), kept.date.isoformat())
        return not (folder / kept.file).exists() and not (folder / kept.text).exists()

    def file(self, series: Series, release: Release) -> Path | None:
        """Return the file that the text of `release` is read from, there or not; None where none is listed.

        Raises:
            LibraryError: when a link leads out of the library.
        """
        if release.texts:
            kept = release.texts[0]
            return inside(self.place(series.id), kept.date.isoformat(), kept.file)
        return inside(series.folder, release.file) if release.file else None

    def _source(self, series: Series, release: Release, options: ReadOptions) -> Source:
        if release.texts:
            return read_kept(self.place(series.id), release.texts[0], options)
        if release.file:
            return load(inside(series.folder, release.file), options)
        raise _not_at_hand(series, release)

    def _holds(self, series_id: str) -> bool:
        if self.folder is None:
            return False
        try:
            return any(_is_file(self.folder / series_id / name) for name in (MANIFEST, FILE_NAME))
        except LibraryError:  # a command that opens it says so
            return True


def _is_file(path: Path) -> bool:
    """Say whether there is a file at `path`.

    Raises:
        LibraryError: when its folder lets nobody look.
    """
    try:
        return path.is_file()
    except OSError as error:
        raise LibraryError(
            f"the folder cannot be read: {error.strerror}", path=path.parent, hint="check its permissions"
        ) from None


def _merged(series: Series, kept: tuple[Kept, ...]) -> Series:
    """Return `series` with the texts in `kept`; a text of a day that it does not know is one more release."""
    if not kept:
        return series
    texts: dict[str, tuple[Kept, ...]] = {}
    for entry in kept:
        texts[entry.date.isoformat()] = (*texts.get(entry.date.isoformat(), ()), entry)
    known = {release.day for release in series.releases}
    undated = {release.day: release for release in series.releases if release.date is None}
    releases = {release.day: release for release in series.releases}
    for day, versions in texts.items():
        ordered = tuple(sorted(versions, key=lambda entry: (entry.beside, entry.number)))
        first = ordered[0]
        year = str(first.date.year)
        # A text of a year in which the manifest knows one release, but not its day, is that release.
        alone = sum(other.startswith(year) for other in (*known, *texts)) == 2
        release = releases.get(day) or (undated.get(year) if alone else None) or _expected(series, first.date.year)
        releases.pop(release.day if release.date is None and alone else "", None)
        releases[day] = replace(
            release,
            date=first.date,
            ordinal=first.ordinal if release.ordinal is None else release.ordinal,
            place=release.place or first.place,
            title=release.title or first.title,
            texts=ordered,
        )
    return replace(series, releases=tuple(sorted(releases.values(), key=lambda release: release.order)))


def _expected(series: Series, year: int) -> Release:
    """Return a release of `year` that the manifest does not list, with the chair and place that it foresees."""
    venue = next((venue for venue in series.venues if venue.year == year), None)
    return Release(year=year, place=venue.place, chair=venue.chair) if venue else Release(year=year)


def _unknown(name: str, known: tuple[str, ...]) -> ReferenceError:
    hint = likely(name, known, f"known series: {', '.join(known) or 'none'}")
    return ReferenceError(f"there is no series '{name}'", hint=hint)


def _not_at_hand(series: Series, release: Release) -> LoadError:
    day = release.date.isoformat() if release.date else "YYYY-MM-DD"
    own = f"stmtdiff add FILE --series {series.id} --date {day}"
    where = series.addresses(release)[:1]
    hint = (
        f"stmtdiff pull {series.id} {release.day}; or save {where[0].url}, then {own}"
        if where
        else f"bring your own: {own}"
    )
    return LoadError(f"the text of {series.reference(release)} is not in the library", hint=hint)
