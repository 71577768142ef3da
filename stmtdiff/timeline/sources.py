"""Read a whole series: one that is known by name, or a folder of files named by date."""

from pathlib import Path

from stmtdiff.errors import LoadError
from stmtdiff.loaders import load
from stmtdiff.model import Statement
from stmtdiff.outline import parse
from stmtdiff.series.holdings import Library
from stmtdiff.series.manifest import Release, Series
from stmtdiff.timeline.reading import Reading, dated_name


def of_series(library: Library, series: Series) -> tuple[Reading, ...]:
    """Return the releases of `series` with what is known of each, in order.

    Raises:
        LoadError: when a text of the library cannot be read any more.
    """
    return tuple(
        as_reading(series, release, library.statement(series, release) if release.status == "at hand" else None)
        for release in series.releases
    )


def as_reading(series: Series, release: Release, statement: Statement | None) -> Reading:
    """Return a release with its text, or with what else is known of it."""
    return Reading(series.reference(release), release.date, statement, release.reported, release.year)


def of_folder(folder: Path) -> tuple[Reading, ...]:
    """Return the statements in `folder` whose file names hold a date or a year, in the order of those.

    Raises:
        LoadError: when no file is named so, or one of them cannot be read.
    """
    return tuple(map(_read, dated_files(folder)))


def dated_files(folder: Path) -> tuple[Path, ...]:
    """Return the files in `folder` whose names hold a date or a year, in the order of those.

    "2014-12-17.txt", "statement-2025.html". Other files, and folders inside, are passed over.

    Raises:
        LoadError: when no file is named so, or the folder cannot be read.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except OSError as error:
        raise LoadError("this folder cannot be read", path=folder, hint="name a series or another folder") from error
    dated = [path for path in paths if any(dated_name(path.stem))]
    if not dated:
        raise LoadError(
            "no file in this folder is named by a date", path=folder, hint="name them like 2025-07-11.txt or 2025.txt"
        )
    return tuple(sorted(dated, key=_order))


def _read(path: Path) -> Reading:
    date, year = dated_name(path.stem)
    return Reading(path.stem, date, parse(load(path)), year=year)


def _order(path: Path) -> tuple[int, str, str]:
    date, year = dated_name(path.stem)
    return (date.year if date else year) or 0, str(date or "~"), path.stem
