"""What is known of each release of a series: its text, wording from reports, or nothing.

A year that nobody could read must never look like a year in which a phrase was dropped. So a series
is a row of readings, and the years without a text are in it like the others.
"""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from stmtdiff.errors import SettingsError
from stmtdiff.model import Statement
from stmtdiff.series.manifest import Reported

Status = Literal["read", "reported", "unknown"]
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Reading:
    """One release: when it was made, how it is referred to, and its text if that could be read.

    `year` stands for a release whose day is not known.
    """

    reference: str
    date: datetime.date | None = None
    statement: Statement | None = None
    reported: tuple[Reported, ...] = ()
    year: int | None = None

    @property
    def status(self) -> Status:
        """Return how the release is known."""
        if self.statement is not None:
            return "read"
        return "reported" if any(not one.draft for one in self.reported) else "unknown"

    @property
    def known_year(self) -> int | None:
        """Return the year of the release, from its date if that is known."""
        return self.date.year if self.date else self.year


Given = Statement | Reading | tuple[str | datetime.date | int, Statement | None]


def as_readings(statements: Iterable[Given]) -> tuple[Reading, ...]:
    """Return statements, or pairs of a reference (or date) and a statement or None, as readings in their order.

    A statement by itself is dated by its own dateline, else by a date in its name.

    Raises:
        SettingsError: when their dates do not rise.
    """
    readings = tuple(_reading(given) for given in statements)
    _check_order(readings)
    return readings


def _reading(given: Given) -> Reading:
    if isinstance(given, Reading):
        return given
    if isinstance(given, Statement):
        date, year = dated_name(given.name)
        return Reading(given.name or "(unnamed)", date or given.dateline.date, given, year=year)
    named, statement = given
    date, year = (named, None) if isinstance(named, datetime.date) else dated_name(str(named))
    if date is None and year is None and statement is not None:
        date = statement.dateline.date
    return Reading(str(named), date, statement, year=year)


def dated_name(name: str) -> tuple[datetime.date | None, int | None]:
    """Return the day that a name holds ("2014-12-17.txt"), or else the year ("sample:2025").

    >>> dated_name("fomc/2014-12-17.txt"), dated_name("sample:2025"), dated_name("old.txt")
    ((datetime.date(2014, 12, 17), None), (None, 2025), (None, None))
    """
    for match in reversed(_ISO.findall(name)):
        try:
            return datetime.date(*map(int, match)), None
        except ValueError:
            continue
    years = _YEAR.findall(name)
    return None, int(years[-1]) if years else None


def _check_order(readings: Sequence[Reading]) -> None:
    dated = [reading for reading in readings if reading.date]
    for earlier, later in pairwise(dated):
        if earlier.date and later.date and earlier.date > later.date:
            raise SettingsError(
                f"'{later.reference}' ({later.date}) comes after '{earlier.reference}' ({earlier.date})",
                hint="give the statements in the order of their dates",
            )
