"""Read whom an article lets speak in a quotation: one of the statements given, another one, or somebody else.

The ugly case: "Last year's text spoke of 'grave concern', a diplomat told the Herald, adding: 'They
gave up.'" The first belongs to the statement before the newest, the second to nobody whose statement was given.
"""

import datetime
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from stmtdiff.languages import english_press as press
from stmtdiff.languages.english import INSIDE_NAMES
from stmtdiff.model import Statement
from stmtdiff.timeline.reading import Reading
from stmtdiff.values import ordinal_of

_PREVIOUS = re.compile(press.PREVIOUS, re.IGNORECASE)
_NEWEST = re.compile(press.NEWEST, re.IGNORECASE)
_YEAR = re.compile(press.OF_YEAR, re.IGNORECASE)
_ORDINAL = re.compile(press.ORDINAL, re.IGNORECASE)
_HEAD = 600  # code points at the head of a statement in which it says the number of its meeting
_NUMBERED = re.compile(press.NUMBERED)
_PERSON = re.compile(press.PERSON, re.IGNORECASE)
_INTERVIEW = re.compile(press.INTERVIEW)
_CAPITALS = rf"[A-Z][\w’'.-]*(?:\s+(?:[A-Z][\w’'.-]*|{INSIDE_NAMES}|of))*"
_NAMED = re.compile(
    rf"(?P<name>{_CAPITALS})(?:,[^,\"“]{{1,70}},|,)?\s+(?:later\s+|also\s+)?{press.SAYING}\b"
    rf"|\b{press.SAYING}\s+(?P<said>{_CAPITALS})|\b{press.IN_WORDS_OF}\s+(?P<words>{_CAPITALS})"
)
_DOCUMENT = re.compile(rf"(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)\s+(?P<kind>{press.NAMED_DOCUMENTS})\b")
_NAME_OF = re.compile(press.NAME_OF, re.IGNORECASE)
_OFTEN = 5  # times a word stands in a statement whose body it names
_NAME_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Source:
    """Whom a quotation is attributed to.

    `statement` is the index of one that was given, None where the article does not say which.
    `missing` says which statement it names that is not in the library, `other` who else speaks; both are
    empty where that is not so.
    """

    statement: int | None = None
    missing: str = ""
    other: str = ""


def year_of(statement: Statement) -> int | None:
    """Return the year of a statement: of its date, or else the one in its name."""
    if statement.dateline.date:
        return statement.dateline.date.year
    found = _NAME_YEAR.search(statement.name)
    return int(found[1]) if found else None


def newest_first(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return statements by their date, or the year in their name; those without either come last, as given."""

    def key(statement: Statement) -> tuple[int, int]:
        date, year = statement.dateline.date, year_of(statement)
        return (-(year or 0), -date.toordinal() if date else 0)

    return tuple(sorted(statements, key=key))


def _when_of(year: int | None, date: datetime.date | None) -> tuple[int, int]:
    return (year or 0, date.toordinal() if date else 0)


class Sources:
    """Reads attributions to some statements, the newest first."""

    def __init__(
        self, statements: Sequence[Statement], is_body: Callable[[str], bool], missing: Sequence[Reading] = ()
    ) -> None:
        """Take the statements; `is_body` says of words whether they name those who speak in a statement.

        `missing` are releases of the series that have no text in the library.
        """
        self._statements = statements
        self._is_body = is_body
        self._missing = missing
        self.years = [year_of(statement) for statement in statements]

    def source(self, before: str, after: str, *, is_last: bool, earlier: str = "") -> Source:
        """Return whom a quotation is attributed to by the words before and behind it in its sentence.

        A time behind it counts only for the `last` quotation of a sentence. `earlier` is the sentence
        before, which counts where this one says nothing of time and goes on with "it" or "they".
        """
        statement, missing = self._when(before, after if is_last else "", earlier)
        return Source(statement, missing, self._who(before) or self._who(after))

    def named(self, text: str) -> tuple[int | None, str]:
        """Return which statement some words name last, as its index, or which missing one; (None, "") for neither."""
        cues = self._cues(text)
        return cues[-1][1:] if cues else (None, "")

    def _when(self, before: str, after: str, earlier: str) -> tuple[int | None, str]:
        cues = self._cues(before) or self._cues(after)[:1]
        if not cues and re.match(press.GOES_ON, before):
            cues = self._cues(earlier)
        return cues[-1][1:] if cues else (None, "")

    def _cues(self, text: str) -> list[tuple[int, int | None, str]]:
        """Return the times that a text names, in order: where, which statement, and what is missing."""
        newest = self.years[0]
        cues: list[tuple[int, int | None, str]] = [(match.start(), 0, "") for match in _NEWEST.finditer(text)]
        for match in _PREVIOUS.finditer(text):
            index = self._before(is_year="year" in match[0].lower())
            cues.append((match.start(), index, "" if index is not None else "the statement before it"))
        for match in _YEAR.finditer(text):
            year = int(match["in"] or match["of"] or match["text"] or match["brackets"])
            if year in self.years:
                cues.append((match.start(), self.years.index(year), ""))
            elif newest is None or year < newest:
                cues.append((match.start(), None, f"the statement of {year}"))
        for match in _ORDINAL.finditer(text):
            number = ordinal_of(match["ordinal"])
            own = [
                at
                for at, one in enumerate(self._statements)
                if number == one.dateline.ordinal or match["ordinal"].lower() in one.text[:_HEAD].lower()
            ]
            cues += [(match.start(), own[0], "")] if len(own) == 1 else []
        for match in _NUMBERED.finditer(text):
            own = [at for at, one in enumerate(self._statements) if one.title and match["number"] in _titled(one)]
            cues.append((match.start(), own[0] if own else None, "" if own else " ".join(match[0].split())))
        return sorted(cues, key=lambda cue: cue[0])

    def missing_between(self, older: int | None, newer: int) -> str:
        """Return the release without a text between two statements, "" without one; None is before all of them."""
        for reading in self._missing:
            when = _when_of(reading.known_year, reading.date)
            if when < self._times[newer] and (older is None or when > self._times[older]):
                return reading.reference
        return ""

    @cached_property
    def _times(self) -> list[tuple[int, int]]:
        return [
            _when_of(year, statement.dateline.date)
            for year, statement in zip(self.years, self._statements, strict=True)
        ]

    def _before(self, *, is_year: bool) -> int | None:
        """Return the index of the statement before the newest; where a year is named, the newest of that year."""
        newest = self.years[0]
        if is_year and newest is not None and any(year is not None for year in self.years[1:]):
            return self.years.index(newest - 1) if newest - 1 in self.years else None
        return 1 if len(self._statements) > 1 else None

    def _who(self, text: str) -> str:
        """Return who else speaks in some words around a quotation, "" where it is nobody but the statement."""
        if person := _PERSON.search(text):
            return person["who"]
        if _INTERVIEW.search(text):
            return "somebody in an interview or a speech"
        for match in _NAMED.finditer(text):
            if name := self._stranger(match["name"] or match["said"] or match["words"]):
                return name
        for match in _DOCUMENT.finditer(text):
            if name := self._stranger(match["name"]):
                return f"the {name} {match['kind']}"
        return ""

    def _stranger(self, name: str) -> str:
        """Return a name without the small words around it, "" where it names the body of a statement."""
        parts = [part.removesuffix("'s").removesuffix("’s") for part in name.split()]
        while parts and parts[0].lower() in press.NO_NAMES:
            del parts[0]
        while parts and parts[-1].lower() in press.NO_NAMES | {"of", "de"}:
            del parts[-1]
        if not parts or self._is_body(" ".join(parts)) or self._is_body(f"the {' '.join(parts)}"):
            return ""
        return "" if any(map(self._is_known, parts)) else " ".join(parts)

    def _is_known(self, part: str) -> bool:
        word = part.lower().rstrip(".")
        if len(word) < 3:
            return False
        return word in self._titles or sum(n for norm, n in self._counts.items() if norm.startswith(word)) >= _OFTEN

    @cached_property
    def _titles(self) -> frozenset[str]:
        titles = (s.title.of(s.text) for s in self._statements if s.title)
        return frozenset(word.lower() for title in titles for word in re.findall(r"\w+", title))

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(norm for s in self._statements for p in s.paragraphs for norm in p.words.norms)


def _titled(statement: Statement) -> list[str]:
    return statement.title.of(statement.text).split() if statement.title else []


def is_named_so(before: str) -> bool:
    """Say whether the words before a quotation make it a name ("the so-called 'grey zone'")."""
    return _NAME_OF.search(before) is not None
