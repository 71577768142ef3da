"""Read a statement from wherever it is: a file, standard input, or a release of a known series."""

import datetime
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from stmtdiff.errors import LoadError, ReferenceError  # noqa: A004
from stmtdiff.loaders import load
from stmtdiff.loaders.text import from_text
from stmtdiff.model import Statement
from stmtdiff.outline import parse

if TYPE_CHECKING:
    from stmtdiff.series.manifest import Release, Series

FILE_NAME = "series.toml"

# Two letters at least: "C:2024.txt" is a file on a Windows drive.
_REFERENCE = re.compile(r"(?P<series>[A-Za-z][A-Za-z0-9_-]+):(?P<release>.*)", re.DOTALL)


def read(path: str | Path, *, selector: str | None = None) -> Statement:
    """Return the statement in a file, on standard input ("-"), or under a reference ("sample:2024").

    Raises:
        LoadError: when the file cannot be read.
        ReferenceError: when the reference names nothing, or more than one thing.
        SettingsError: when the manifest of the series is wrong.
    """
    found = find(path) if isinstance(path, str) else None
    if found is None:
        return parse(load(path, selector=selector))
    series, release = found
    if not release.file:
        raise LoadError(
            f"the text of {series.reference(release)} is not in the library", hint="name a file of your own"
        )
    source = load(series.folder / release.file, selector=selector)
    return parse(replace(source, name=series.reference(release)))


def parse_text(text: str, *, name: str = "") -> Statement:
    """Return the statement that `text` is, as if it had been read from a plain text file."""
    return parse(from_text(text, name=name))


def resolve(reference: str) -> "Release | None":
    """Return the release that `reference` names, or None when it is the path of a file.

    Raises:
        ReferenceError: when it names no release, or more than one.
    """
    found = find(reference)
    return found[1] if found else None


def find(reference: str) -> "tuple[Series, Release] | None":
    """Return the series and the release that `reference` names, or None when it is the path of a file.

    Raises:
        ReferenceError: when it names no release, or more than one.
    """
    match = _REFERENCE.fullmatch(reference)
    if reference.startswith(("http://", "https://")):
        raise LoadError("web addresses are not read yet", hint="download the page and name its file")
    if match is None or Path(reference).exists():
        return None
    series = find_series(match["series"])
    return series, _pick(series, match["release"])


def release_before(reference: str) -> str:
    """Return the reference of the release before the one that `reference` names: "sample:2024" for "sample:2025".

    Raises:
        ReferenceError: when `reference` is a file, or names no release or the first one of its series.
    """
    found = find(reference)
    if found is None:
        raise ReferenceError(
            f"'{reference}' is no release of a series, so none comes before it", hint="name one with --against OLD"
        )
    series, release = found
    earlier = [other for other in series.releases if other.date < release.date]
    if not earlier:
        raise ReferenceError(
            f"'{series.reference(release)}' is the first release of its series", hint="name another with --against OLD"
        )
    return series.reference(earlier[-1])


def packs_of(*references: str) -> tuple[str, ...] | None:
    """Return the rule packs to which the series of `references` narrow, each once; None when none of them does.

    Raises:
        ReferenceError: when a reference names no release, or more than one.
    """
    found = [series for series, _ in filter(None, map(find, references))]
    return tuple(dict.fromkeys(pack for series in found for pack in series.packs)) or None


def find_series(name: str) -> "Series":
    """Return the series whose id is `name`.

    Raises:
        ReferenceError: when there is none, with the series that there are.
    """
    from difflib import get_close_matches

    from stmtdiff.series.manifest import read_manifest

    known = series_folders()
    if name not in known:
        close = get_close_matches(name, known, n=1)
        hint = f"did you mean '{close[0]}'?" if close else f"known series: {', '.join(known) or 'none'}"
        raise ReferenceError(f"there is no series '{name}'", hint=hint)
    return read_manifest(known[name] / FILE_NAME)


def series_folders() -> dict[str, Path]:
    """Return the folder of every bundled series by its id, in alphabetical order."""
    package = Path(__file__).resolve().parent.parent
    for corpora in (package / "corpora", package.parent / "corpora"):
        folders = sorted(manifest.parent for manifest in corpora.glob(f"*/{FILE_NAME}"))
        if folders:
            return {folder.name: folder for folder in folders}
    return {}


def _pick(series: "Series", wanted: str) -> "Release":
    if not series.releases:
        raise ReferenceError(f"the series '{series.id}' has no releases")
    if wanted in {"latest", "previous"}:
        back = 1 if wanted == "latest" else 2
        chosen = series.releases[-back:][:1] if len(series.releases) >= back else ()
    else:
        chosen = tuple(release for release in series.releases if _is_meant(release, wanted))
    if len(chosen) == 1:
        return chosen[0]
    dates = ", ".join(release.date.isoformat() for release in chosen or series.releases)
    if chosen:
        raise ReferenceError(
            f"'{series.id}:{wanted}' names {len(chosen)} releases", hint=f"name one by its date: {dates}"
        )
    raise ReferenceError(f"'{series.id}:{wanted}' names no release", hint=f"releases: {dates}")


def _is_meant(release: "Release", wanted: str) -> bool:
    if wanted.startswith("@"):
        return wanted[1:].isdecimal() and release.ordinal == int(wanted[1:])
    if re.fullmatch(r"\d{4}", wanted):
        return release.date.year == int(wanted)
    try:
        return release.date == datetime.date.fromisoformat(wanted)
    except ValueError:
        return False
