"""Watch series for a release that the library does not have, and judge it against the one before.

::

    watching = Watching(Library(folder), ["fomc"], client, clock=now)
    for found in watching.ask():
        for release in found.releases:
            print(watching.judged(release, judge).headline)
            watching.settle(release)

A source that cannot be asked is a trouble, and never "nothing new". A release waits until it is settled: one that
could not be judged is found again.
"""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from stmtdiff.checking import Verdict
from stmtdiff.errors import FetchError, LibraryError, LoadError
from stmtdiff.releases.judging import Judge
from stmtdiff.series.adding import set_checked
from stmtdiff.series.holdings import Library
from stmtdiff.series.library import read, release_before
from stmtdiff.series.manifest import Release, Series
from stmtdiff.series.pulling import pull
from stmtdiff.series.references import find
from stmtdiff.series.watching import Watch
from stmtdiff.web import Client


@dataclass(frozen=True, slots=True)
class NewRelease:
    """A release that is out: its series, its reference and that of the one before it, which it is judged against."""

    series: Series
    release: Release
    new: str
    old: str


@dataclass(frozen=True, slots=True)
class Found:
    """What the sources of a series said: releases that wait to be judged, and sentences on what went wrong.

    `told` are the sentences that were not said the last time, each behind whom it is about.
    """

    series: str
    releases: tuple[NewRelease, ...]
    told: tuple[tuple[str, str], ...]


class Watching:
    """Asks the sources of several series, round after round, until each of them has something new.

    `waiting` are the ids of those that had nothing so far; `troubles` what is wrong now, by whom it is about.
    """

    def __init__(
        self, library: Library, names: Sequence[str], client: Client, *, clock: Callable[[], datetime.datetime]
    ) -> None:
        """Take the series called `names`, ids or aliases, each once; `clock` tells the time.

        Raises:
            ReferenceError: when there is no such series.
        """
        self.library, self.client, self.clock = library, client, clock
        self._watches = {
            series: Watch(library, series, client) for series in dict.fromkeys(map(library.resolve, names))
        }
        self.troubles: dict[str, str] = {}

    @property
    def waiting(self) -> tuple[str, ...]:
        """Return the ids of the series that had nothing new so far."""
        return tuple(self._watches)

    def ask(self) -> Iterator[Found]:
        """Yield what the sources of each waiting series say; a series that has something new waits no longer.

        Raises:
            LibraryError: when there is no text of a series to compare with.
            ReferenceError: when a release is the first of its series.
        """
        for series, watch in tuple(self._watches.items()):
            found = self._found(watch)
            if found.releases:
                del self._watches[series]
            yield found

    def judged(self, release: NewRelease, judge: Judge) -> Verdict:
        """Return the verdict on a release; the text before it is pulled anew where only its lock file was kept.

        Raises:
            LibraryError: when the text before it is not to be had, or not the same any more.
            SettingsError: when policy or baseline are wrong.
        """
        self._bring_back(release)
        old, new = (read(reference, library=self.library.folder) for reference in (release.old, release.new))
        return judge.verdict(judge.compare(old, new))

    def settle(self, release: NewRelease) -> None:
        """Write down that a release has been judged to the end.

        Raises:
            LibraryError: when the library cannot be written.
        """
        if release.release.date is not None:
            set_checked(self.library, release.series.id, release.release.date)

    def _found(self, watch: Watch) -> Found:
        """Return what is new; a trouble is told when it is not the one of the last time."""
        troubles: list[tuple[str, str]] = []
        found: tuple[Release, ...] = ()
        try:
            found = watch.new(now=self.clock())
        except (FetchError, LoadError) as error:
            troubles.append((watch.series, str(error)))
        else:
            self.troubles.pop(watch.series, None)
        troubles += _doubled(watch)
        told = tuple((whose, said) for whose, said in troubles if self.troubles.get(whose) != said)
        self.troubles |= dict(troubles)
        series = self.library.find(watch.series)
        return Found(series.id, tuple(self._new(series, release) for release in found), told)

    def _new(self, series: Series, release: Release) -> NewRelease:
        new = series.reference(release)
        return NewRelease(series, release, new, release_before(new, library=self.library.folder))

    def _bring_back(self, release: NewRelease) -> None:
        """Pull the text of the release before again where it is listed and not there."""
        named = find(release.old, self.library)
        if named is None or not self.library.is_missing(release.series, named.release):
            return
        for outcome in pull(self.library, release.series, [named.release], self.client, now=self.clock()):
            if outcome.outcome != "pulled":
                why = "; ".join(outcome.tried) or "it is no longer the text in the lock file"
                raise LibraryError(f"the text of {release.old} is not in the library and cannot be pulled: {why}")


def _doubled(watch: Watch) -> Iterator[tuple[str, str]]:
    """Yield a sentence for each second text of a day, which is kept and not judged."""
    for kept in watch.doubled:
        said = f"a second text of that day, at {kept.address}, is kept beside the first and not judged"
        yield f"{watch.series}:{kept.date}", f"{said} (stmtdiff series check {watch.series})"
