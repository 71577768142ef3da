"""The life of a phrase: one entry a release, and what happened to the phrase in it."""

import datetime
from dataclasses import dataclass
from typing import Any, Literal, get_args

from stmtdiff.model import Statement
from stmtdiff.series.manifest import Reported
from stmtdiff.spans import Span
from stmtdiff.timeline.reading import Reading, Status

SCHEMA = "stmtdiff-history/1"
Mark = Literal["", "first", "changed", "vanished", "returned"]
Aspect = Literal["formula", "speaker", "verb", "object"]
Voice = Literal["", "dissent", "annex"]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where the phrase stands; every span points into the statement's text.

    `place` is the paragraph's printed number, or its position ("p5"). `formula` is the phrase with
    its qualifiers and its head noun, `object` what that noun is of ("the Kaveth Peninsula"), or what
    a verb acts on. What the sentence does not say plainly is None. `voice` says whose words these are, where they
    are not the body's own: a dissenter's, or those of an annexed text.
    """

    span: Span
    paragraph: int
    place: str
    sentence: Span
    formula: Span
    qualifiers: tuple[Span, ...] = ()
    object: Span | None = None
    speaker: Span | None = None
    verb: Span | None = None
    voice: Voice = ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A reported wording that holds the phrase: its formula cut around the phrase as in a text that was read."""

    wording: Reported
    formula: str
    qualifiers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What is otherwise than in the last release that held the phrase: wordings of then alone, and of now alone."""

    aspect: Aspect
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase in one release.

    `holds` says whether the body itself says it: None where that is not known (no text, a report of other
    words, or a note alone that holds it). `note` is the mark in words, "dropped after three years", or
    says that a note, a dissent or an annex holds it. `aside` marks a release that is a text of another kind
    and does not hold the phrase; it is passed over.
    """

    reading: Reading
    occurrences: tuple[Occurrence, ...] = ()
    reported: tuple[Quoted, ...] = ()
    holds: bool | None = None
    mark: Mark = ""
    note: str = ""
    changes: tuple[Change, ...] = ()
    aside: bool = False

    @property
    def counted(self) -> tuple[Occurrence, ...]:
        """Return the places where the body itself says it."""
        return tuple(one for one in self.occurrences if not one.voice)

    @property
    def status(self) -> Status:
        """Return how the release is known."""
        return self.reading.status

    @property
    def statement(self) -> Statement | None:
        """Return the text, if it was read."""
        return self.reading.statement

    @property
    def date(self) -> datetime.date | None:
        """Return the day of the release, if it is known."""
        return self.reading.date

    def wordings(self, aspect: Aspect) -> tuple[str, ...]:
        """Return the different wordings of one aspect, as printed, in the order in which they first stand."""
        reported = [one.formula if aspect == "formula" else getattr(one.wording, aspect) for one in self.reported]
        text = self.statement.text if self.statement else ""
        found = [span.of(text) for one in self._told if (span := getattr(one, aspect))]
        return tuple(dict.fromkeys(" ".join(wording.split()) for wording in (*found, *reported) if wording))

    def qualifiers(self) -> tuple[str, ...]:
        """Return the different qualifiers, as printed."""
        text = self.statement.text if self.statement else ""
        found = [span.of(text) for one in self._told for span in one.qualifiers]
        return tuple(dict.fromkeys((*found, *(word for one in self.reported for word in one.qualifiers))))

    @property
    def _told(self) -> tuple[Occurrence, ...]:
        """Return the places whose wordings are told: the body's own, or where it has none, those of others."""
        return self.counted or self.occurrences


@dataclass(frozen=True, slots=True)
class History:
    """The life of `phrase` over a series, oldest release first.

    `finding` is it in one sentence, what became of the phrase last; `summary` says that first, then how many
    statements hold it and which are not counted.
    """

    phrase: str
    entries: tuple[Entry, ...]
    summary: str
    series: str = ""
    finding: str = ""

    @property
    def unknown(self) -> tuple[Entry, ...]:
        """Return the releases of which it is not known whether they hold the phrase."""
        return tuple(entry for entry in self.entries if entry.holds is None)

    def to_records(self) -> list[dict[str, Any]]:
        """Return a flat dict for each release, oldest first, with the wordings that it has: for a data frame."""
        return [_record(self, entry) for entry in self.entries]

    def to_dict(self) -> dict[str, Any]:
        """Return the history as plain dicts, lists, strings and integers, in the shape of its schema."""
        return {
            "schema": SCHEMA,
            "series": self.series,
            "phrase": self.phrase,
            "finding": self.finding,
            "summary": self.summary,
            "entries": [_entry(entry) for entry in self.entries],
        }


def _record(history: "History", entry: Entry) -> dict[str, Any]:
    reading = entry.reading
    return {
        "series": history.series,
        "phrase": history.phrase,
        "reference": reading.reference,
        "date": reading.date.isoformat() if reading.date else None,
        "year": reading.known_year,
        "status": reading.status,
        "holds": entry.holds,
        "count": len(entry.counted),
        "mark": entry.mark,
        "note": entry.note,
        "aside": entry.aside,
        **{f"{aspect}s": list(entry.wordings(aspect)) for aspect in get_args(Aspect)},
    }


def _entry(entry: Entry) -> dict[str, Any]:
    reading = entry.reading
    return {
        "reference": reading.reference,
        "date": reading.date.isoformat() if reading.date else None,
        "year": reading.known_year,
        "status": reading.status,
        "holds": entry.holds,
        "count": len(entry.counted),
        "mark": entry.mark,
        "note": entry.note,
        "aside": entry.aside,
        "changes": [{"aspect": one.aspect, "old": list(one.old), "new": list(one.new)} for one in entry.changes],
        "occurrences": [_occurrence(one, reading.statement.text) for one in entry.occurrences if reading.statement],
        "reported": [_reported(one, entry) for one in reading.reported],
    }


def _occurrence(one: Occurrence, text: str) -> dict[str, Any]:
    return {
        "paragraph": one.paragraph,
        "place": one.place,
        "phrase": slice_of(one.span, text),
        "formula": slice_of(one.formula, text),
        "qualifiers": [slice_of(span, text) for span in one.qualifiers],
        "object": slice_of(one.object, text),
        "speaker": slice_of(one.speaker, text),
        "verb": slice_of(one.verb, text),
        "voice": one.voice,
    }


def slice_of(span: Span | None, text: str) -> dict[str, Any] | None:
    """Return a span with its text, as every JSON of the project shows one."""
    return {"start": span.start, "end": span.end, "text": span.of(text)} if span else None


def _reported(one: Reported, entry: Entry) -> dict[str, Any]:
    return {
        "holds": any(quoted.wording is one for quoted in entry.reported),
        "formula": one.formula,
        "qualifiers": list(one.qualifiers),
        "manner": one.manner or None,
        "object": one.object or None,
        "verb": one.verb or None,
        "speaker": one.speaker or None,
        "draft": one.draft,
        "basis": one.basis,
        "source": one.source,
    }
