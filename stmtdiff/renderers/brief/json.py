"""JSON: every row with its pieces, and the ids of what it rests on."""

from collections.abc import Sequence
from typing import Any

from stmtdiff.json_lines import to_lines
from stmtdiff.ledger import Ledger, Piece, Row
from stmtdiff.model import Statement
from stmtdiff.renderers.brief import Options
from stmtdiff.renderers.json import told_statement
from stmtdiff.renderers.rows import place

SCHEMA = "stmtdiff-brief/2"


def render(ledger: Ledger, options: Options) -> str:  # noqa: ARG001  # data has no view
    """Return the ledger in the shape of `stmtdiff/schemas/brief-2.json`."""
    return to_lines(told(ledger))


def told(ledger: Ledger) -> dict[str, Any]:
    """Return the ledger as plain dicts, lists, strings and integers, in the shape of its schema."""
    report = ledger.report
    return {
        "schema": SCHEMA,
        "kicker": ledger.kicker,
        "headline": ledger.headline,
        "anew": ledger.anew,
        "notices": list(report.notices),
        "notes": report.notes.to_dict(),
        "old": told_statement(report.old),
        "new": told_statement(report.new),
        "rows": [_row(ledger, row) for row in ledger.rows],
        "untold": ledger.untold,
    }


def _row(ledger: Ledger, row: Row) -> dict[str, Any]:
    old, new = ledger.statement(row, "old"), ledger.statement(row, "new")
    return {
        "change": row.change,
        "topic": row.topic,
        "then": _pieces(old, row.then),
        "now": _pieces(new, row.now),
        "direction": row.direction,
        "said": list(row.said),
        "rules": list(row.rules),
        "why": row.why,
        "story": row.story,
        "old_paragraphs": [place(old.paragraphs[index]) for index in row.old_paragraphs],
        "new_paragraphs": [place(new.paragraphs[index]) for index in row.new_paragraphs],
        "shifts": list(row.shifts),
        "links": list(row.links),
        "lives": [f"'{life.wording}' {life.note}" for life in row.lives],
        "note": row.note,
        "reasons": dict(row.reasons),
    }


def _pieces(statement: Statement, pieces: Sequence[Piece]) -> list[dict[str, Any]]:
    return [
        {
            "start": piece.span.start,
            "end": piece.span.end,
            "text": piece.span.of(statement.text),
            "changed": piece.changed,
        }
        for piece in pieces
    ]
