"""CSV: one line a shift, for a spreadsheet or a data frame.

A statement that holds ``=HYPERLINK(...)`` must not run when a colleague opens the file: a cell that
a spreadsheet would take for a formula begins with a quote
(https://owasp.org/www-community/attacks/CSV_Injection).
"""

import csv
import io
from collections.abc import Iterator

from stmtdiff.renderers.arrangement import Arrangement
from stmtdiff.renderers.options import Options
from stmtdiff.renderers.rows import Row, place, places
from stmtdiff.renderers.visible import visible
from stmtdiff.renderers.wording import finding
from stmtdiff.report import Report
from stmtdiff.shifts.shift import Shift

COLUMNS = (
    *("id", "old_place", "new_place", "link", "moved"),
    *("kind", "routine", "direction", "axis", "old", "new", "proof", "findings", "weight", "confidence"),
)
_FORMULA_STARTS = "=+-@\t\r＝＋－＠"


def render(report: Report, options: Options) -> str:
    """Return a line for each shift that the options ask for, and one for each row that only moved, split or merged.

    Those of the notes come last; their places are named "note 3".
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(COLUMNS)
    for part in report.parts:
        arrangement = Arrangement(part, options)
        for row in arrangement.rows():
            if row.shifts or (row.remarks and not options.only):
                lines = _lines(arrangement, row)
                writer.writerows([harmless(cell) for cell in line] for line in lines)
    return written.getvalue()


def _lines(arrangement: Arrangement, row: Row) -> Iterator[tuple[str, ...]]:
    report = arrangement.report
    old, new, kind = places(row.old), places(row.new), row.link.kind
    if not row.shifts:
        yield (row.link.id, old, new, kind, _yes(row.link.moved), *[""] * 10)
    for shift in row.shifts:
        notes = report.annotations_of(shift.id)
        home = report.link_at("old", shift)
        from_place = old if home is row.link else ", ".join(place(report.old.paragraphs[at]) for at in home.old)
        yield (
            shift.id,
            *(from_place, new, kind, _yes(row.link.moved or shift.moved)),
            *_facts(report, shift),
            "; ".join(map(finding, notes)),
            shift.weight,
            "; ".join(str(note.confidence) for note in notes if note.confidence),
        )


def _facts(report: Report, shift: Shift) -> tuple[str, ...]:
    old = shift.old.of(report.old.text) if shift.old else ""
    new = shift.new.of(report.new.text) if shift.new else ""
    return (shift.kind, _yes(shift.routine), shift.direction, shift.axis, old, new, shift.proof)


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def harmless(cell: str) -> str:
    """Return a cell on one line that no spreadsheet will execute.

    >>> harmless("=1+2"), harmless("  -3"), harmless("grave")
    ("'=1+2", "'-3", 'grave')
    """
    shown = visible(cell).strip()
    return f"'{shown}" if shown.startswith(tuple(_FORMULA_STARTS)) else shown
