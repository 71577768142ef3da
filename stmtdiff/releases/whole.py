"""Read a whole series as it is called: a known name, or a folder of files that are named by date."""

import os
from dataclasses import dataclass
from pathlib import Path

from stmtdiff.errors import LoadError, ReferenceError  # noqa: A004
from stmtdiff.series.holdings import Library
from stmtdiff.series.manifest import Series
from stmtdiff.series.references import paragraph_index
from stmtdiff.timeline.reading import Reading
from stmtdiff.timeline.sources import of_folder, of_series

LATEST = "latest"
_LISTED = 12  # releases that an error lists


@dataclass(frozen=True, slots=True)
class WholeSeries:
    """A series as it was named, with all of its readings in order; `known` is None for a folder."""

    name: str
    readings: tuple[Reading, ...]
    known: Series | None = None

    def up_to(self, place: str) -> tuple[tuple[Reading, ...], int]:
        """Return the releases up to the one that `place` names ("2025#12"), and the paragraph's index in it.

        Raises:
            ReferenceError: when it names no paragraph of a release that was read, or more than one.
        """
        release, mark, number = place.partition("#")
        if not mark or not number:
            raise ReferenceError(
                f"'{place}' does not name a paragraph", hint="write the release and its number: 2025#12"
            )
        at = self._position(release or LATEST)
        reading = self.readings[at]
        if reading.statement is None:
            raise ReferenceError(
                f"the library does not have the text of {reading.reference}", hint="name a release that was read"
            )
        return self.readings[: at + 1], paragraph_index(reading.statement, number)

    def _position(self, wanted: str) -> int:
        """Return the position of the release that `wanted` names: a date, a year, an ordinal ("@31"), or "latest"."""
        read = [at for at, reading in enumerate(self.readings) if reading.statement]
        if wanted == LATEST and read:
            return read[-1]
        chosen = [at for at in range(len(self.readings)) if wanted in self._names(at)]
        if len(chosen) == 1:
            return chosen[0]
        some = [self.readings[at] for at in (chosen or read)[-_LISTED:]]
        dates = ", ".join(str(reading.date or reading.known_year) for reading in some)
        what = f"names {len(chosen)} releases" if chosen else "does not name a release"
        raise ReferenceError(f"'{wanted}' {what} of '{self.name}'", hint=f"name one by its date: {dates}")

    def _names(self, at: int) -> tuple[str, ...]:
        reading = self.readings[at]
        ordinal = self.known.releases[at].ordinal if self.known else None
        return (reading.reference, str(reading.date), str(reading.known_year), f"@{ordinal}" if ordinal else "")


def read_series(name: str, library: Library) -> WholeSeries:
    """Return the series that `name` is, with all of its readings.

    Raises:
        ReferenceError: when there is neither such a series nor such a folder.
        LoadError: when a text cannot be read, or none is in the library.
    """
    if is_folder(name, library):
        return WholeSeries(Path(name).name or name, of_folder(Path(name)))
    series = library.find(name)
    readings = of_series(library, series)
    if all(reading.status == "unknown" for reading in readings):
        raise LoadError(
            f"the library has no text of '{series.id}'", hint=f"stmtdiff pull {series.id}, or stmtdiff add FILE"
        )
    return WholeSeries(series.id, readings, series)


def is_folder(name: str, library: Library) -> bool:
    """Say whether `name` means a folder: it looks like a path, or no series is called so."""
    if os.sep in name or "/" in name or name in (".", ".."):
        return True
    return Path(name).is_dir() and not is_known(name, library)


def is_known(name: str, library: Library) -> bool:
    """Say whether there is a series of that name."""
    try:
        library.resolve(name)
    except ReferenceError:
        return False
    return True
