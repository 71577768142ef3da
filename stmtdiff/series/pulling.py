"""Pull the texts of a series from where they are published into the library.

Every address that is known of a release is tried, the official one first, archived copies last. A text
is put in as soon as it has come, so that a pull that was stopped goes on where it ended.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import urlsplit

from stmtdiff.errors import LoadError, ReferenceError, StmtdiffError  # noqa: A004
from stmtdiff.series.adding import Added, Incoming, put, read_text, tidy
from stmtdiff.series.holdings import Library
from stmtdiff.series.manifest import Address, Release, Series
from stmtdiff.series.plausible import check_statement
from stmtdiff.web import Client, Page

ARCHIVE = "https://web.archive.org/web/{day}id_/{url}"
"""The Internet Archive's address of a copy as it was fetched, nearest to a day (web.archive.org)."""

Outcome = Literal["pulled", "changed", "unchanged", "at hand", "no address", "failed"]


@dataclass(frozen=True, slots=True)
class Pulled:
    """What became of one release.

    Args:
        series, release: what was wanted.
        outcome: "changed" is a text that differs from the one in the library and was kept beside it;
            "unchanged" and "at hand" need nothing, the second was not asked for again.
        address: where the text came from, with how that is known.
        added: what the library says of it.
        tried: a sentence for each address that did not give it.
    """

    series: Series
    release: Release
    outcome: Outcome
    address: Address | None = None
    added: Added | None = None
    tried: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Say whether the text is in the library now."""
        return self.outcome not in {"no address", "failed"}


def wanted(series: Series, years: Sequence[str]) -> tuple[Release, ...]:
    """Return the releases of `series` that `years` name ("2024", "2024-07-27"); all of them when it names none.

    Raises:
        ReferenceError: when one of them names no release.
    """
    chosen: list[Release] = []
    for year in years:
        named = [release for release in series.releases if year in {release.day, str(release.year)}]
        if not named:
            known = f"{series.releases[0].year} to {series.releases[-1].year}" if series.releases else "none"
            raise ReferenceError(f"'{series.id}:{year}' does not name a release", hint=f"releases: {known}")
        chosen += named
    return tuple(dict.fromkeys(chosen)) if years else series.releases


def pull(
    library: Library,
    series: Series,
    releases: Sequence[Release],
    client: Client,
    *,
    now: datetime.datetime,
    refresh: bool = False,
    archive: str = ARCHIVE,
) -> Iterator[Pulled]:
    """Yield what became of each of `releases`, which is in the library by then.

    Args:
        library: where the texts go.
        series: what is pulled.
        releases: which of its releases, in the order in which they are asked for.
        client: what fetches.
        now: the time that is written beside a text.
        refresh: ask again for texts that are in the library; by their validators where the server gave any.
        archive: the address of an archived copy, with {day} and {url}; empty asks no archive.
    """
    tidy(library, series.id)
    for release in releases:
        is_there = release.status == "at hand" and not library.is_missing(series, release)
        if is_there and not (refresh and release.texts):
            yield Pulled(series, release, "at hand")
        else:
            yield _pull_one(library, series, release, client, now, archive)


def _pull_one(
    library: Library, series: Series, release: Release, client: Client, now: datetime.datetime, archive: str
) -> Pulled:
    tried: list[str] = []
    is_there = bool(release.texts) and not library.is_missing(series, release)
    addresses = _addresses(series, release, archive)
    if is_there:  # a copy elsewhere that differs says nothing of what the publisher has changed
        addresses = addresses[:1]
    for address in addresses:
        try:
            page = _fetch(client, release if is_there else None, address)
            if page.is_unchanged:
                return Pulled(series, release, "unchanged", address)
            added = _keep(library, series, page, release, now)
        except StmtdiffError as error:
            error.path = error.path or address.url
            tried.append(str(error))
        else:
            return Pulled(series, release, _outcome(added), address, added, tuple(tried))
    return Pulled(series, release, "failed" if addresses else "no address", tried=tuple(tried))


def _keep(library: Library, series: Series, page: Page, release: Release, now: datetime.datetime) -> Added:
    """Put `page`, the text of `release`, into the library.

    What the manifest says of a release stays there; one without a day gets the day that its text says.
    """
    text = incoming(page, now=now)
    if release.date is not None:
        text = replace(text, date=release.date)
    read = read_text(library, series.id, text)
    check_statement(read.statement, read.date)
    added = put(library, series.id, [read])[0]
    if release.date not in (None, added.kept.date):
        raise LoadError(f"this is the text of {added.kept.date}, not of {release.day}", hint="is the address right?")
    return added


def incoming(page: Page, *, now: datetime.datetime) -> Incoming:
    """Return `page` as a text that can go into the library."""
    name = PurePosixPath(urlsplit(page.address).path).name
    return Incoming(page.raw, name=name, address=page.address, etag=page.etag, modified=page.modified, fetched=now)


def _addresses(series: Series, release: Release, archive: str) -> tuple[Address, ...]:
    """Return all addresses of `release`, each followed at the end by its archived copy."""
    before = [Address(kept.address, "official", "where it came from before") for kept in release.texts if kept.address]
    known = tuple({address.url: address for address in (*before[:1], *series.addresses(release))}.values())
    if not archive:
        return known
    day = f"{release.date:%Y%m%d}" if release.date else str(release.year)
    copies = [Address(archive.format(day=day, url=address.url), "mirror", "archived copy") for address in known]
    return (*known, *copies)


def _fetch(client: Client, release: Release | None, address: Address) -> Page:
    """Return the page, asked for with the validators of the text of `release` that came from that address before."""
    for kept in release.texts if release else ():
        if kept.address == address.url:
            return client.get(address.url, etag=kept.etag, modified=kept.modified)
    return client.get(address.url)


def _outcome(added: Added) -> Outcome:
    outcomes: dict[str, Outcome] = {
        "added": "pulled", "restored": "pulled", "same": "unchanged", "beside": "changed",
    }  # fmt: skip
    return outcomes[added.status]
