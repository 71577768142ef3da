"""Say what a series and its releases are: the values that a manifest gives, see `docs/series.md`.

The ugly case: in 2002 a forum met, and neither the day nor the text is in the library. That year is in the
manifest all the same, by its year alone, so that a history shows a gap and not a dropped phrase.
"""

import datetime
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from stmtdiff.series.lock import Kept

SCHEMA = "stmtdiff-series/1"

AddressBasis = Literal["official", "mirror", "built from pattern"]
ADDRESS_RANKS: tuple[AddressBasis, ...] = ("official", "mirror", "built from pattern")
Status = Literal["at hand", "reported", "unknown"]


@dataclass(frozen=True, slots=True)
class Address:
    """Where a release's text is published. `basis` says how that is known, `note` what is there ("excerpt")."""

    url: str
    basis: AddressBasis
    note: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """Something about a release that its text does not say, with its `source` (an address or a paper's name)."""

    fact: str
    source: str
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """Wording of a release that is known from a report, in short fields; what is not known is empty.

    Args:
        formula: the wording itself, never an abbreviation of it.
        basis: how it is known ("press quotation", "press paraphrase").
        source: an address, or a paper's name and day.
        qualifiers: the words that qualify the formula's head, in order.
        manner: a further qualification behind it ("in a peaceful manner"); empty when unknown or absent.
        object: what the formula is about. `verb`: what governs it. `speaker`: who says it.
        draft: whether this stood in a draft, which proves nothing for the statement.
    """

    formula: str
    basis: str
    source: str
    qualifiers: tuple[str, ...] = ()
    manner: str = ""
    object: str = ""
    verb: str = ""
    speaker: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The plain keys of a `[[release]]`; either `date` or, when the day is unknown, `year` is given.

    `sources` say where the day, the place and the chair are known from.
    """

    date: datetime.date | None = None
    year: int = 0
    released: datetime.date | None = None
    ordinal: int | None = None
    place: str = ""
    chair: str = ""
    chair_person: str = ""
    title: str = ""
    licence: str = ""
    file: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Release(Row):
    """One statement of a series: what the manifest says of it, and its texts in the library.

    `year` is always set. `file` is beside the manifest of a series that ships with its texts.
    `texts` are the versions kept in the library; of several the one that is in use is first.
    """

    addresses: tuple[Address, ...] = ()
    context: tuple[Context, ...] = ()
    reported: tuple[Reported, ...] = ()
    texts: tuple[Kept, ...] = ()

    @property
    def status(self) -> Status:
        """Return whether the text is in the library, only its wording reported, or nothing of it known."""
        if self.texts or self.file:
            return "at hand"
        return "reported" if any(not report.draft for report in self.reported) else "unknown"

    @property
    def day(self) -> str:
        """Return the date as text, or the year alone when the day is unknown."""
        return self.date.isoformat() if self.date else str(self.year)

    @property
    def order(self) -> tuple[int, str]:
        """Return what releases are sorted by; one without a day is at the end of its year."""
        return self.year, self.date.isoformat() if self.date else "~"


@dataclass(frozen=True, slots=True)
class Venue:
    """Who chairs and where in `year`, known before there is a release: a later statement may be held to it."""

    year: int
    source: str
    chair: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """How addresses are built for the years `since` to `until`: {year}, {month}, {day}, {ordinal} are filled in."""

    url: str
    since: int = 0
    until: int = 9999
    note: str = ""

    def address(self, release: Release) -> Address | None:
        """Return the address of `release` by this pattern, or None when it needs what is not known of it."""
        if not self.since <= release.year <= self.until:
            return None
        known: dict[str, str] = {"year": f"{release.year:04}"}
        if release.date is not None:
            known |= {"month": f"{release.date:%m}", "day": f"{release.date:%d}"}
        if release.ordinal is not None:
            known["ordinal"] = str(release.ordinal)
        if not all(name in known for name in PLACEHOLDER.findall(self.url)):
            return None
        url = PLACEHOLDER.sub(lambda match: known[match[1]], self.url)
        return Address(url, "built from pattern", self.note)


PLACEHOLDER = re.compile(r"\{(\w*)\}")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where new releases appear.

    Args:
        feed: the address of an RSS or Atom feed. `listing`: of a page that links the releases.
        selector: the links of `listing`, as a CSS selector.
        match: a phrase that the title of an entry of the feed must hold.
        basis: how feed and listing are known. `note`: what to know about them.
        patterns: ways to build the address of a release.
    """

    feed: str = ""
    listing: str = ""
    selector: str = ""
    match: str = ""
    basis: str = ""
    note: str = ""
    patterns: tuple[Pattern, ...] = ()


@dataclass(frozen=True, slots=True)
class Hints:
    """How texts of a series are read: `selector` finds the statement in a web page, `notes` are for people."""

    selector: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """A series of statements; `releases` are in the order of their days, which are all different.

    `packs` are the rule packs to which the series narrows; none means that all shipped ones apply. `speakers` and
    `terms` are words of its own: who speaks in it, and what its statements cite anew each time; `names` are groups of
    names that mean one thing.
    """

    id: str
    title: str
    about: str = ""
    publisher: str = ""
    genre: str = ""
    language: str = "en"
    cadence: str = ""
    licence: str = ""
    aliases: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    reading: Hints = field(default_factory=Hints)
    source: Origin = field(default_factory=Origin)
    venues: tuple[Venue, ...] = ()
    releases: tuple[Release, ...] = ()
    folder: Path = Path()

    def reference(self, release: Release) -> str:
        """Return the shortest reference that names `release`: by year, or by day when a year has two."""
        is_alone = sum(other.year == release.year for other in self.releases) == 1
        return f"{self.id}:{release.year if is_alone else release.day}"

    def addresses(self, release: Release) -> tuple[Address, ...]:
        """Return where the text of `release` may be, the official address first, built ones last, each once."""
        built = [pattern.address(release) for pattern in self.source.patterns]
        found: dict[str, Address] = {}
        for address in (*release.addresses, *filter(None, built)):
            found.setdefault(address.url, address)
        return tuple(sorted(found.values(), key=lambda address: ADDRESS_RANKS.index(address.basis)))
