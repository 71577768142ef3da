"""Turn a history into the rows that every format shows, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stmtdiff.renderers.marks import FATES
from stmtdiff.renderers.sheets import Row, Sheet
from stmtdiff.report import plural
from stmtdiff.spans import Span
from stmtdiff.timeline.entry import Change, Entry, History, Occurrence

Pieces = tuple[tuple[str, bool], ...]  # of a sentence, each with whether it is the phrase
COLUMNS = ("release", "mark", "known", "where", "speaker", "verb", "formula", "object")


@dataclass(frozen=True, slots=True)
class Group:
    """Releases, one after the other, that say the same; what became of the phrase, it became in the first."""

    entries: tuple[Entry, ...]

    @property
    def first(self) -> Entry:
        """Return the release that the mark belongs to."""
        return self.entries[0]


def title(history: History) -> str:
    """Return what is shown: '"denuclear*" in sample'."""
    return f'"{history.phrase}" in {history.series}' if history.series else f'"{history.phrase}"'


def counted(history: History) -> str:
    """Return how many releases there are and how they are known: "32 releases: 2 read, 13 reported, 17 unknown"."""
    statuses = [entry.status for entry in history.entries]
    known = [f"{statuses.count(status)} {status}" for status in ("read", "reported", "unknown") if status in statuses]
    return f"{plural(len(statuses), 'release')}: {', '.join(known)}" if statuses else "no releases"


def when(entry: Entry, *, yearly: bool) -> str:
    """Return how a release is named in a table."""
    reading = entry.reading
    if reading.date and not yearly:
        return reading.date.isoformat()
    return str(reading.known_year or reading.reference)


def is_yearly(entries: Sequence[Entry]) -> bool:
    """Say whether each release has a year of its own."""
    years = [entry.reading.known_year for entry in entries]
    return None not in years and len(set(years)) == len(years)


def groups(entries: Sequence[Entry], *, show_all: bool) -> Iterator[Group]:
    """Yield the releases, those that say the same as the one before them together with it."""
    waiting: list[Entry] = []
    for entry in entries:
        if waiting and (show_all or entry.mark or _said(entry) != _said(waiting[0])):
            yield Group(tuple(waiting))
            waiting = []
        waiting.append(entry)
    if waiting:
        yield Group(tuple(waiting))


def _said(entry: Entry) -> tuple[object, ...]:
    aspects = (entry.wordings("formula"), entry.wordings("speaker"), entry.wordings("verb"), entry.wordings("object"))
    return (entry.status, entry.holds, entry.aside, *(tuple(word.lower() for word in words) for words in aspects))


def sheet(history: History, *, show_all: bool) -> Sheet:
    """Return a history as a table; a release with the phrase in several clauses has a row for each."""
    yearly = is_yearly(history.entries)
    rows = [row for group in groups(history.entries, show_all=show_all) for row in _rows(group, yearly=yearly)]
    return Sheet(COLUMNS, tuple(rows))


def _rows(group: Group, *, yearly: bool) -> Iterator[Row]:
    entry = group.first
    told = tuple(notes(entry))
    style = FATES[entry.mark].terminal if entry.mark else "" if entry.holds else "dim"
    head = (span_of(group, yearly=yearly), _mark(entry), _known(entry))
    found = list(dict.fromkeys(_cells(entry)))
    for number, cells in enumerate(found or [("",) * (len(COLUMNS) - 3)]):
        own = head if number == 0 else ("", "", "")
        is_last = number == max(0, len(found) - 1)
        yield Row((*own, *cells), style, told if is_last else (), entry.mark or ("" if entry.holds else "dim"))


def span_of(group: Group, *, yearly: bool) -> str:
    """Return the releases of a group: "2009-03-18 to 2009-04-29 (2)"."""
    first = when(group.first, yearly=yearly)
    if len(group.entries) == 1:
        return first
    return f"{first} to {when(group.entries[-1], yearly=yearly)} ({len(group.entries)})"


def _mark(entry: Entry) -> str:
    """Return the mark in a sign and a word; "=" if the phrase is there as before, "?" if it is not known."""
    if entry.mark:
        return f"{FATES[entry.mark].sign} {entry.mark}"
    return "?" if entry.holds is None else "=" if entry.holds else "not there"


def _known(entry: Entry) -> str:
    """Return how a release is known that was not read."""
    if entry.status == "read":
        return ""
    return "other words reported" if entry.status == "reported" and entry.holds is None else entry.status


def _cells(entry: Entry) -> Iterator[tuple[str, ...]]:
    """Yield where, speaker, verb, formula (qualifiers and noun) and object of each place; same words once."""
    text = entry.statement.text if entry.statement else ""
    places: dict[tuple[str, ...], list[str]] = {}
    for one in entry.occurrences:
        places.setdefault(_words(one, text), []).append(f"#{_place(one)}")
    for words, found in places.items():
        yield (", ".join(dict.fromkeys(found)), *words)
    for quoted in entry.reported:
        wording = quoted.wording
        yield "", wording.speaker, wording.verb, quoted.formula, wording.object
    if entry.holds is None and entry.status == "reported":
        for wording in entry.reading.reported:
            if not wording.draft:
                yield "", wording.speaker, wording.verb, wording.formula, wording.object


def _place(one: Occurrence) -> str:
    """Return where a phrase is, and whose words it is in if they are not the body's own."""
    return f"{one.place} ({one.voice})" if one.voice else one.place


def _words(one: Occurrence, text: str) -> tuple[str, ...]:
    spans = (one.speaker, one.verb, one.formula, one.object)
    return tuple(" ".join(span.of(text).split()) if span else "" for span in spans)


def notes(entry: Entry) -> Iterator[str]:
    """Yield what became of the phrase in a release, in words."""
    if entry.note:
        yield entry.note
    yield from map(told_change, entry.changes)


def told_change(change: Change) -> str:
    """Return a change in words: "verb: urged -> encouraged", "speaker: also Many Ministers"."""
    old, new = ("; ".join(wordings) for wordings in (change.old, change.new))
    if old and new:
        return f"{change.aspect}: {old} -> {new}"
    return f"{change.aspect}: also {new}" if new else f"{change.aspect}: no longer {old}"


def sentences(group: Group) -> Iterator[tuple[str, int, Pieces]]:
    """Yield the sentences with the phrase in the first release of a group, with place and paragraph.

    A sentence is in pieces, each with whether it is the phrase.
    """
    entry = group.first
    text = entry.statement.text if entry.statement else ""
    found: dict[tuple[str, int, Span], list[Span]] = {}
    for one in entry.occurrences:
        found.setdefault((_place(one), one.paragraph, one.sentence), []).append(one.span)
    for (place, paragraph, sentence), spans in found.items():
        pieces, at = [], sentence.start
        for span in sorted(spans):
            pieces += [(text[at : span.start], False), (span.of(text), True)]
            at = span.end
        pieces.append((text[at : sentence.end], False))
        yield (
            place,
            paragraph,
            tuple((" ".join(f"|{piece}|".split())[1:-1], marked) for piece, marked in pieces if piece),
        )


def sources(history: History) -> list[tuple[str, str, str]]:
    """Return release, basis and source of each reported wording that is shown, each once."""
    yearly = is_yearly(history.entries)
    found = [
        (when(entry, yearly=yearly), quoted.wording.basis, quoted.wording.source)
        for entry in history.entries
        for quoted in entry.reported
    ]
    return list(dict.fromkeys(found))
