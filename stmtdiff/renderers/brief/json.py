"""JSON: every line with its spans, and the ids of what it rests on."""

from typing import Any

from stmtdiff.brief import Brief, Fact
from stmtdiff.json_lines import to_lines
from stmtdiff.model import Statement
from stmtdiff.renderers.brief import Options
from stmtdiff.renderers.brief.telling import headline, line
from stmtdiff.renderers.json import told_statement
from stmtdiff.renderers.rows import place
from stmtdiff.spans import Span

SCHEMA = "stmtdiff-brief/1"


def render(brief: Brief, options: Options) -> str:  # noqa: ARG001  # data has no view
    """Return the brief in the shape of `stmtdiff/schemas/brief-1.json`."""
    report = brief.report
    return to_lines(
        {
            "schema": SCHEMA,
            "headline": headline(brief),
            "notices": list(report.notices),
            "notes": report.notes.to_dict(),
            "old": told_statement(report.old),
            "new": told_statement(report.new),
            "lines": [_fact(brief, fact) for fact in brief.facts],
            "untold": {"shifts": brief.untold, "kept": brief.untold_kept},
        }
    )


def _fact(brief: Brief, fact: Fact) -> dict[str, Any]:
    old, new = brief.report.old, brief.report.new
    return {
        "text": line(brief, fact),
        "sort": fact.sort,
        "change": fact.change,
        "severity": fact.severity,
        "said": list(fact.said),
        "old": _wording(fact.old, old),
        "new": _wording(fact.new, new),
        "old_paragraphs": [place(old.paragraphs[index]) for index in fact.old_paragraphs],
        "new_paragraphs": [place(new.paragraphs[index]) for index in fact.new_paragraphs],
        "note": fact.note,
        "count": fact.count,
        "rules": list(fact.rules),
        "shifts": list(fact.shifts),
        "links": list(fact.links),
        "formula": fact.formula,
        "lives": [f"'{life.wording}' {life.note}" for life in fact.lives],
    }


def _wording(span: Span | None, statement: Statement) -> dict[str, Any] | None:
    return {"start": span.start, "end": span.end, "text": span.of(statement.text)} if span else None
