"""Find a release that is newer than what the library has, the minute it is out.

A series says where its releases appear: in a feed, on a listing page, or under an address that can
be foretold from the day. A source that cannot be reached is an error and never "nothing new".
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from stmtdiff.errors import FetchError, LibraryError, LoadError, MissingPageError
from stmtdiff.phrases import compile_phrase, find
from stmtdiff.series.adding import Incoming, ReadText, put, read_text
from stmtdiff.series.holdings import Library
from stmtdiff.series.lock import Kept
from stmtdiff.series.manifest import Release, Series
from stmtdiff.series.plausible import check_statement
from stmtdiff.series.pulling import incoming
from stmtdiff.spans import Span
from stmtdiff.values import written_dates
from stmtdiff.web import Client, Page
from stmtdiff.web.listings import Entry, read_feed, read_listing
from stmtdiff.words import words

_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_MANY = 12  # entries that are looked at in one go: more news than that is a source that changed its shape
_ONE_DAY = datetime.timedelta(days=1)
_AHEAD = _ONE_DAY  # where the sun rises first it is tomorrow already
_LATE = datetime.timedelta(days=3)  # a foretold address that is still empty then was foretold wrongly


@dataclass(slots=True)
class Watch:
    """Asks the sources of one series, again and again; remembers what they said, so that it is sent only once.

    Args:
        library: where new texts go, and what they are newer than.
        series: the id or alias of the series.
        client: what fetches.
    """

    library: Library
    series: str
    client: Client
    doubled: list[Kept] = field(default_factory=list, init=False)  # second texts of a day, kept beside and not judged
    _last: dict[str, Page] = field(default_factory=dict, init=False)
    _seen: set[str] = field(default_factory=set, init=False)

    def new(self, *, now: datetime.datetime) -> tuple[Release, ...]:
        """Return the releases that have come out since the newest text in the library; they are in the library by then.

        Those that were found before and never judged (`adding.set_checked`) are among them.

        Raises:
            FetchError: when a source cannot be reached or read, names too much, or the series names none.
            LibraryError: when there is no text of the series to compare with, or none can be newer.
            LoadError: when what a source names is not a statement.
        """
        series = self.library.find(self.series)
        at_hand = [release for release in series.releases if release.status == "at hand" and release.date]
        if not at_hand:
            raise LibraryError(
                f"there is no text of {series.id} to compare with", hint=f"stmtdiff pull {series.id}, or stmtdiff add"
            )
        latest = at_hand[-1].date or now.date()
        if latest > now.date() + _AHEAD:
            raise LibraryError(
                f"the newest text of {series.id} is of {latest}, which is in the future: nothing can be newer",
                hint="was it added with a wrong date?",
            )
        known = _known(series)
        # For the newest day itself there is a second text only if the place of the first one is known.
        first = latest if _addresses(series, at_hand[-1]) else latest + _ONE_DAY
        found = [
            entry
            for entry in self._entries(series, latest, now.date())
            if entry.address not in self._seen and _is_new(entry, latest, first, known)
        ]
        if len(found) > _MANY:
            raise FetchError(
                f"the sources of {series.id} name {len(found)} releases after {latest}",
                hint=f"stmtdiff pull {series.id} first; or does its [source] need a selector or a match?",
            )
        for entry in found:
            self._put(series, entry, now, first)
        return tuple(release for release in self.library.find(series.id).releases if _waits(release))

    def _entries(self, series: Series, latest: datetime.date, today: datetime.date) -> tuple[Entry, ...]:
        """Return what the sources of `series` name, the foretold addresses of releases that are due included."""
        source = series.source
        due = tuple(_due(series, latest, today))
        if source.feed:
            entries = read_feed(self._page(source.feed).raw, base=source.feed)
            return (*due, *(entry for entry in entries if _matches(entry.title, source.match)))
        if source.listing:
            entries = read_listing(self._page(source.listing).raw, base=source.listing, selector=source.selector or "a")
            return (*due, *(entry for entry in entries if source.selector or _matches(entry.title, source.match)))
        if not due and not source.patterns:
            raise FetchError(
                f"the series {series.id} does not say where its releases appear", hint="add a [source] to its manifest"
            )
        return due

    def _page(self, address: str) -> Page:
        """Return a feed or listing, the one from last time if the server says that it has not changed."""
        last = self._last.get(address)
        page = self.client.get(address, etag=last.etag, modified=last.modified) if last else self.client.get(address)
        if last and page.is_unchanged:
            return last
        self._last[address] = page
        return page

    def _put(self, series: Series, entry: Entry, now: datetime.datetime, first: datetime.date) -> None:
        """Put what `entry` names into the library, unless it is not there or not new after all."""
        today = now.date()
        try:
            page = self.client.get(entry.address)
        except MissingPageError:
            is_alone = not (series.source.feed or series.source.listing)
            if entry.title or (is_alone and entry.date and entry.date + _LATE < today):
                raise  # a source names it, or it is overdue: it should be there
            return
        listed = min(_day(entry) or today, today + _AHEAD)  # a day that has not come is no day of a release
        read = self._read(series, entry, replace(incoming(page, now=now), listed=listed, unchecked=True), first)
        if read.date > today + _AHEAD:
            raise LoadError(f"this has a date in the future, {read.date}", path=entry.address)
        self._seen.add(entry.address)
        if read.date >= first:  # else it is listed for the first time, but not new
            self.doubled += [one.kept for one in put(self.library, series.id, [read]) if one.status == "beside"]

    def _read(self, series: Series, entry: Entry, text: Incoming, first: datetime.date) -> ReadText:
        try:
            read = read_text(self.library, series.id, text)
            if read.date >= first:
                check_statement(read.statement, read.date)
        except LoadError as error:
            error.path = error.path or entry.address
            raise
        return read


def _waits(release: Release) -> bool:
    return any(kept.unchecked and not kept.beside for kept in release.texts)


def _due(series: Series, latest: datetime.date, today: datetime.date) -> Iterator[Entry]:
    """Yield the addresses of releases that the manifest foretells and that should be out, without a title."""
    for release in series.releases:
        if release.date is None or release.date <= latest or release.status == "at hand":
            continue
        if (release.released or release.date - _AHEAD) <= today:
            for address in series.addresses(release)[:1]:
                yield Entry("", address.url, release.date)


def _known(series: Series) -> set[str]:
    return {address for release in series.releases for address in _addresses(series, release)}


def _addresses(series: Series, release: Release) -> set[str]:
    """Return where a release is known to stand."""
    return {*(one.url for one in series.addresses(release)), *(kept.address for kept in release.texts if kept.address)}


def _is_new(entry: Entry, latest: datetime.date, first: datetime.date, known: set[str]) -> bool:
    """Say whether `entry` may be newer than `latest`, or another text of the day `first`.

    Its day decides if it has one, else year and address.
    """
    day = _day(entry)
    if day is not None:
        return day > latest or (day == first and entry.address not in known)
    years = [int(year) for year in _YEAR.findall(f"{entry.title} {entry.address}")]
    return entry.address not in known and (not years or max(years) >= latest.year)


def _day(entry: Entry) -> datetime.date | None:
    return entry.date or day_in(entry)


def day_in(entry: Entry) -> datetime.date | None:
    """Return the day that the title of an entry names, or its address.

    >>> day_in(Entry("Statement of 11 July 2025", "https://forum.example/a"))
    datetime.date(2025, 7, 11)
    >>> day_in(Entry("Statement", "https://bank.example/monetary20250917a.htm"))
    datetime.date(2025, 9, 17)
    """
    written = [day for day, _ in written_dates(entry.title, Span(0, len(entry.title)))]
    if written:
        return written[0]
    for match in _DAY.finditer(entry.address):
        try:
            return datetime.date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:  # 2025-02-31
            continue
    return None


def _matches(title: str, phrase: str) -> bool:
    return not phrase or bool(find([compile_phrase(phrase, 1)], words(title)))  # manifests are of schema 1
