"""CSV: a line for each link that was followed, with its shifts counted."""

from collections.abc import Iterator

from stmtdiff.renderers.rows import Row, places
from stmtdiff.renderers.sheets import csv_of
from stmtdiff.renderers.trace import Options
from stmtdiff.renderers.trace.view import rows
from stmtdiff.timeline.thread import Thread

COLUMNS = ("reference", "old_place", "new_place", "kind", "moved", "score", "substantive", "routine", "text")


def render(thread: Thread, options: Options) -> str:  # noqa: ARG001  # data has no view
    """Return the thread as CSV, oldest release first."""
    return csv_of(COLUMNS, _lines(thread))


def _lines(thread: Thread) -> Iterator[tuple[str, ...]]:
    for step in thread.steps:
        text = step.statement.text
        if step.report is None:
            for place, index in zip(step.places, step.paragraphs, strict=True):
                body = step.statement.paragraphs[index].body.of(text)
                yield step.reading.reference, "", f"#{place}", "first", "no", "", "", "", body
        for row in rows(step):
            yield step.reading.reference, *_facts(row), " ".join(cell.paragraph.body.of(text) for cell in row.new)


def _facts(row: Row) -> tuple[str, ...]:
    link = row.link
    routine = sum(shift.routine for shift in row.shifts)
    counts = str(link.score), str(len(row.shifts) - routine), str(routine)
    return places(row.old), places(row.new), link.kind, "yes" if link.moved else "no", *counts
