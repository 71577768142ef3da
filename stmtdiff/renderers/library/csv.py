"""CSV: a line for each place where a phrase is in the texts of the library."""

from stmtdiff.renderers.rows import place
from stmtdiff.renderers.sheets import csv_of
from stmtdiff.series.index import Found, Searched

COLUMNS = ("series", "release", "date", "paragraph", "phrase", "text")


def matches(searched: Searched) -> str:
    """Return the places as CSV, each with its paragraph; a table has no place for what could not be read."""
    return csv_of(COLUMNS, (line for one in searched.found for line in _lines(one)))


def _lines(one: Found) -> list[tuple[str, ...]]:
    whole = " ".join(one.paragraph.body.of(one.statement.text).split())
    head = (one.series.id, one.series.reference(one.release), one.release.day, place(one.paragraph))
    spans = [one.paragraph.span_of(match.first, match.last) for match in one.matches]
    return [(*head, " ".join(span.of(one.statement.text).split()), whole) for span in spans]
