"""Find the releases before a pair in its series, by which a wording is called new, kept or back.

The ugly case: git keeps the lock file of a library and not its texts. The pair is there, pulled anew; the
releases before it are not. Each of those is a gap in the lives, and no reason to compare nothing.
"""

from dataclasses import replace

from stmtdiff.errors import StmtdiffError
from stmtdiff.model import Statement
from stmtdiff.report import Report
from stmtdiff.series.holdings import Library
from stmtdiff.series.manifest import Release, Series
from stmtdiff.timeline.lives import with_lives
from stmtdiff.timeline.reading import Reading
from stmtdiff.timeline.sources import as_reading

_ENOUGH = 3  # releases up to the new one, without which nothing is known beside the pair itself
_NAMED = 5  # releases that a notice names


def with_known_lives(report: Report) -> Report:
    """Return a report on two whole releases of one series with the lives of its wordings, another one as it is.

    A release that cannot be read is a gap in each life. A notice says so, and where nothing could be looked up.
    """
    old, new = report.old.release, report.new.release
    if old is None or new is None or old.series != new.series or old.paragraph or new.paragraph:
        return report
    try:
        library = Library(new.library)
        series = library.find(new.series)
        known = {old.order: report.old, new.order: report.new}
        readings, unread = _readings(library, series, known)
        lived = with_lives(report, readings) if len(readings) >= _ENOUGH else report
    except StmtdiffError as error:
        return _noticed(report, f"It could not be found how long a wording had stood: {error.message}.")
    return _noticed(lived, _told(unread)) if unread else lived


def _readings(
    library: Library, series: Series, known: dict[tuple[int, str], Statement]
) -> tuple[tuple[Reading, ...], tuple[str, ...]]:
    """Return the releases up to the last of those `known`, and the references of those that cannot be read."""
    readings: list[Reading] = []
    unread: list[str] = []
    for release in series.releases:
        if release.order > max(known):
            break
        statement = known.get(release.order) or _text(library, series, release)
        readings.append(as_reading(series, release, statement))
        if statement is None and release.status == "at hand":
            unread.append(series.reference(release))
    return tuple(readings), tuple(unread)


def _text(library: Library, series: Series, release: Release) -> Statement | None:
    """Return the text of a release, None where it is not in the library or cannot be read any more."""
    if release.status != "at hand":
        return None
    try:
        return library.statement(series, release)
    except StmtdiffError:
        return None


def _told(unread: tuple[str, ...]) -> str:
    named = ", ".join(unread[-_NAMED:])
    rest = f" and {len(unread) - _NAMED} before" if len(unread) > _NAMED else ""
    return f"Earlier releases are judged without {named}{rest}: their texts are in the library but cannot be read."


def _noticed(report: Report, notice: str) -> Report:
    return replace(report, notices=(*report.notices, notice))
