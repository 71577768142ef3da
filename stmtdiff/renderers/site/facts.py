"""What the pages of a site show of releases, pairs and series, in values."""

import datetime
from dataclasses import dataclass

from stmtdiff.languages.english import MONTHS
from stmtdiff.renderers.site.frame import Way
from stmtdiff.report import plural


@dataclass(frozen=True, slots=True)
class Fact:
    """A name with its value; `href` where it leads, `is_code` for a digest."""

    name: str
    value: str
    href: str = ""
    is_code: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """How many shifts of a pair are of which weight; softer, firmer and mixed are of the substantive ones."""

    substantive: int = 0
    minor: int = 0
    routine: int = 0
    softer: int = 0
    firmer: int = 0
    mixed: int = 0

    @property
    def told(self) -> str:
        """Return the news in words: "12 changes, 3 softer, 1 firmer"."""
        ways = [(self.softer, "softer"), (self.firmer, "firmer"), (self.mixed, "both ways")]
        said = ", ".join(f"{count} {word}" for count, word in ways if count)
        if not self.substantive:
            return "no substantive change"
        return f"{plural(self.substantive, 'change')}{', ' + said if said else ''}"


@dataclass(frozen=True, slots=True)
class Dot:
    """A release of a series on its time line and in its table.

    `when` is its day or year as text, `day` its place in time as a number of days (a year alone is its last day).
    `status` is read, reported, unknown or unreadable. `counts` and `headline` are of the change since the release
    before, to which `pair` leads; None where nothing was compared, and `why` says why.
    """

    when: str
    day: int
    status: str
    href: str
    pair: str = ""
    before: str = ""
    counts: Counts | None = None
    headline: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that has a page, with what became of it in one sentence."""

    phrase: str
    href: str
    finding: str


@dataclass(frozen=True, slots=True)
class Summary:
    """A series on the first page. Links lead from there; `notes` are sentences on what is not shown, and why."""

    id: str
    title: str
    about: str
    licence: str
    notes: tuple[str, ...]
    dots: tuple[Dot, ...]
    phrases: tuple[Phrase, ...]
    more: tuple[Way, ...]
    feed: str

    @property
    def counted(self) -> str:
        """Return how many releases there are, from when to when, and of how many nothing is known."""
        lacking = sum(dot.status != "read" for dot in self.dots)
        days = f", {self.dots[0].when} to {self.dots[-1].when}" if len(self.dots) > 1 else ""
        unknown = f"; no text of {lacking} in the library" if lacking else ""
        return f"{plural(len(self.dots), 'release')}{days}{unknown}"

    @property
    def finding(self) -> str:
        """Return in a sentence when the wording changed most, "" where nothing was compared."""
        compared = [dot for dot in self.dots if dot.counts]
        if not compared:
            return ""
        most = max(compared, key=lambda dot: (dot.counts.substantive if dot.counts else 0, dot.day))
        told = most.counts.told if most.counts else ""
        return f"The wording changed most on {_in_words(most)}: {told}."


def _in_words(dot: Dot) -> str:
    """Return a day as it is read, "18 December 2031"; what is no day stays as it is."""
    day = datetime.date.fromordinal(dot.day)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if dot.when == day.isoformat() else dot.when
