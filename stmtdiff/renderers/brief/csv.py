"""CSV: a line a row, for a spreadsheet."""

from stmtdiff.ledger import Ledger
from stmtdiff.renderers.brief import Options
from stmtdiff.renderers.brief.telling import quote, told
from stmtdiff.renderers.sheets import csv_of

COLUMNS = ("change", "topic", "then", "now", "direction", "why", "rules", "where", "note", "shifts")


def render(ledger: Ledger, options: Options) -> str:  # noqa: ARG001  # data has no view
    """Return the ledger as CSV."""
    rows = ((row, told(ledger, row)) for row in ledger.rows)
    return csv_of(
        COLUMNS,
        (
            (
                *(row.change, row.topic, quote(words.then), quote(words.now), row.direction, words.why),
                *(words.rules, words.where, words.aside, " ".join(row.shifts)),
            )
            for row, words in rows
        ),
    )
