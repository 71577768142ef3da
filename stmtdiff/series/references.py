"""Find what a reference names: a release of a series, or one paragraph of it.

`series:2024`, `series:2024-07-27`, `series:latest`, `series:previous`, `series:@31`; after each of
them `#12` is the paragraph with that printed number and `#p12` the one at that position from 1.
"""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from stmtdiff.errors import ReferenceError  # noqa: A004
from stmtdiff.model import Statement
from stmtdiff.series.holdings import Library
from stmtdiff.series.manifest import Release, Series
from stmtdiff.series.notation import REFERENCE, is_address

_LISTED = 12  # releases that an error lists


@dataclass(frozen=True, slots=True)
class Reference:
    """A release of a series in a `library`; `paragraph` is what follows the `#`, empty if nothing does."""

    library: Library
    series: Series
    release: Release
    paragraph: str = ""

    @property
    def later(self) -> Release | None:
        """Return the last release that the series knows when it is later than this one, else None."""
        last = self.series.releases[-1]
        return last if last.order > self.release.order else None


def find(reference: str, library: Library) -> Reference | None:
    """Return what `reference` names, or None when it is the path of a file.

    Raises:
        ReferenceError: when it names no release, or more than one.
    """
    match = REFERENCE.fullmatch(reference)
    if match is None or is_address(reference) or Path(reference).exists():
        return None
    if "://" in reference:
        raise ReferenceError(f"'{reference}' is not an http or https address", hint="save the page and name the file")
    series = library.find(match["series"])
    return Reference(library, series, _pick(series, match["release"]), match["paragraph"] or "")


def paragraph_index(statement: Statement, wanted: str) -> int:
    """Return the index of the paragraph that `wanted` names: "12" as printed, "p12" by position from 1.

    Raises:
        ReferenceError: when it names none, or more than one.
    """
    count = len(statement.paragraphs)
    if match := re.fullmatch(r"p(\d{1,9})", wanted):
        if 1 <= int(match[1]) <= count:
            return int(match[1]) - 1
        raise ReferenceError(f"'{statement.name}' has no paragraph at '#{wanted}'", hint=f"there are {count}")
    labelled = [item for item in statement.paragraphs if item.label and item.label.value == wanted.strip().rstrip(".")]
    # An annex counts from 1 again; a number alone means the statement proper.
    proper = [item for item in labelled if statement.sections[item.section].kind != "annex"]
    found = [item.index for item in proper or labelled]
    if len(found) == 1:
        return found[0]
    if found:
        places = ", ".join(f"#p{index + 1}" for index in found)
        raise ReferenceError(f"'#{wanted}' names {len(found)} paragraphs", hint=f"name one by its position: {places}")
    raise ReferenceError(
        f"no paragraph of '{statement.name}' has the number '{wanted}'",
        hint="stmtdiff outline shows the numbers; #p12 is the twelfth paragraph",
    )


def _pick(series: Series, wanted: str) -> Release:
    if not series.releases:
        raise ReferenceError(f"the series '{series.id}' has no releases", hint="stmtdiff add FILE adds one")
    if wanted in {"latest", "previous"}:
        return _counted_back(series, wanted)
    chosen = [release for release in series.releases if _is_meant(release, wanted)]
    if len(chosen) == 1:
        return chosen[0]
    if chosen:
        raise ReferenceError(
            f"'{series.id}:{wanted}' names {len(chosen)} releases", hint=f"name one by its date: {_days(chosen)}"
        )
    raise ReferenceError(f"'{series.id}:{wanted}' does not name a release", hint=f"releases: {_days(series.releases)}")


def _counted_back(series: Series, wanted: str) -> Release:
    """Return the last release whose text is in the library, or the one before it."""
    back = 1 if wanted == "latest" else 2
    at_hand = [release for release in series.releases if release.status == "at hand"]
    if len(at_hand) >= back:
        return at_hand[-back]
    count = "no text" if not at_hand else "only one text"
    raise ReferenceError(
        f"'{series.id}:{wanted}' does not name a release: the library has {count}",
        hint=f"stmtdiff pull {series.id}, or stmtdiff add FILE",
    )


def _days(releases: Sequence[Release]) -> str:
    days = [release.day for release in releases]
    return ", ".join(days if len(days) <= _LISTED else [days[0], "...", *days[-_LISTED:]])


def _is_meant(release: Release, wanted: str) -> bool:
    if wanted.startswith("@"):
        return wanted[1:].isdecimal() and release.ordinal == int(wanted[1:])
    if re.fullmatch(r"\d{4}", wanted):
        return release.year == int(wanted)
    try:
        return release.date == datetime.date.fromisoformat(wanted)
    except ValueError:
        return False
