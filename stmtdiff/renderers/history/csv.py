"""CSV: a line for each place where the phrase is, and one for each release without it."""

from collections.abc import Iterator

from stmtdiff.renderers.history import Options
from stmtdiff.renderers.history.view import told_change
from stmtdiff.renderers.sheets import csv_of
from stmtdiff.spans import Span
from stmtdiff.timeline.entry import Entry, History

COLUMNS = (
    *("reference", "date", "year", "status", "holds", "mark", "note", "changes", "place"),
    *("speaker", "verb", "qualifiers", "formula", "object", "basis", "source"),
)


def render(history: History, options: Options) -> str:  # noqa: ARG001  # data has no view
    """Return the history as CSV."""
    return csv_of(COLUMNS, (line for entry in history.entries for line in _lines(entry)))


def _lines(entry: Entry) -> Iterator[tuple[str, ...]]:
    reading = entry.reading
    date, year = reading.date.isoformat() if reading.date else "", str(reading.known_year or "")
    holds = "" if entry.holds is None else "yes" if entry.holds else "no"
    changes = "; ".join(map(told_change, entry.changes))
    head = (reading.reference, date, year, entry.status, holds, entry.mark, entry.note, changes)
    places = list(_places(entry))
    yield from ((*head, *place) for place in places or [("",) * 8])


def _places(entry: Entry) -> Iterator[tuple[str, ...]]:
    text = entry.statement.text if entry.statement else ""

    def of(span: Span | None) -> str:
        return span.of(text) if span else ""

    for one in entry.occurrences:
        qualifiers = ", ".join(map(of, one.qualifiers))
        yield one.place, of(one.speaker), of(one.verb), qualifiers, of(one.formula), of(one.object), "", ""
    for quoted in entry.reported:
        own = quoted.wording
        qualifiers = ", ".join(quoted.qualifiers)
        yield "", own.speaker, own.verb, qualifiers, quoted.formula, own.object, own.basis, own.source
