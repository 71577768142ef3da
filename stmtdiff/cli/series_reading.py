"""Turn what the command line calls a series into readings: a known name, or a folder of dated files."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stmtdiff.series.holdings import Library
    from stmtdiff.series.manifest import Series
    from stmtdiff.timeline.reading import Reading


@dataclass(frozen=True, slots=True)
class Given:
    """A series as it was named; `known` is None for a folder."""

    name: str
    readings: "tuple[Reading, ...]"
    known: "Series | None" = None


def read_given(name: str, folder: Path | None) -> Given:
    """Return the series that `name` is, with all of its readings; `folder` is what --library named.

    Raises:
        ReferenceError: when there is neither such a series nor such a folder.
        LoadError: when a text cannot be read, or none is at hand.
    """
    from stmtdiff.cli.progress import Progress
    from stmtdiff.errors import LoadError
    from stmtdiff.timeline.sources import of_folder, of_series

    own = library_of(folder)
    with Progress(steps=1) as progress:
        progress.step(f"reading {name}")
        if is_folder(name, own):
            return Given(Path(name).name or name, of_folder(Path(name)))
        series = own.find(name)
        readings = of_series(own, series)
    if all(reading.status == "unknown" for reading in readings):
        raise LoadError(f"no text of '{series.id}' is at hand", hint=f"stmtdiff pull {series.id}, or stmtdiff add FILE")
    return Given(series.id, readings, series)


def library_of(folder: Path | None) -> "Library":
    """Return the library that the options, the environment and the settings name."""
    from stmtdiff.cli.library import library_folder
    from stmtdiff.series.holdings import Library

    return Library(library_folder(folder))


def is_folder(name: str, library: "Library") -> bool:
    """Say whether `name` means a folder: it looks like a path, or no series is called so."""
    if os.sep in name or "/" in name or name in (".", ".."):
        return True
    return Path(name).is_dir() and not is_known(name, library)


def is_known(name: str, library: "Library") -> bool:
    """Say whether there is a series of that name."""
    from stmtdiff.errors import ReferenceError  # noqa: A004

    try:
        library.resolve(name)
    except ReferenceError:
        return False
    return True


def keep_statements(output: Path | None, *names: str) -> None:
    """Refuse to write a result over a statement of a folder that is read as a series.

    Raises:
        RenderError: when `output` is one of the dated files in it.
    """
    from stmtdiff.errors import RenderError
    from stmtdiff.timeline.reading import dated_name

    if output is None or not output.exists() or not any(dated_name(output.stem)):
        return
    if any(Path(name).is_dir() and output.resolve().parent == Path(name).resolve() for name in names):
        raise RenderError("the result would replace what it is made from", path=output, hint="choose another -o")
