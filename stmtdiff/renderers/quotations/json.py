"""JSON: every quotation with its place, its verdict and the passages that it was checked against."""

from typing import Any

from stmtdiff.json_lines import to_lines
from stmtdiff.quotations import Checked, Claim, Passage, Quotations
from stmtdiff.renderers.json import told_statement
from stmtdiff.renderers.quotations import Options
from stmtdiff.renderers.quotations.telling import headline, line_of
from stmtdiff.renderers.rows import place
from stmtdiff.report import Report
from stmtdiff.spans import Span

SCHEMA = "stmtdiff-quotes/2"


def render(result: Quotations, options: Options) -> str:  # noqa: ARG001  # data has no view
    """Return the verdicts in the shape of `stmtdiff/schemas/quotes-2.json`."""
    return to_lines(
        {
            "schema": SCHEMA,
            "headline": headline(result),
            "stand": result.stand,
            "wrong": result.wrong,
            "article": told_statement(result.article),
            "statements": [told_statement(statement) for statement in result.statements],
            "missing": list(result.missing),
            "quotations": [_checked(result, one) for one in result.checked],
            "claims": [_claim(result, claim) for claim in result.claims],
        }
    )


def _checked(result: Quotations, one: Checked) -> dict[str, Any]:
    quotation = one.quotation
    return {
        "line": line_of(result, quotation.span.start),
        "pieces": [_slice(piece, result.article.text) for piece in quotation.pieces],
        "inside": quotation.inside,
        "closed": quotation.closed,
        "term": one.term,
        "verdict": one.verdict,
        "wrong": one.wrong,
        "reason": one.reason,
        "notes": list(one.notes),
        "passages": [_passage(result, passage) for passage in one.passages],
        "nearest": _passage(result, one.nearest) if one.nearest else None,
        "difference": _difference(one.difference) if one.difference else [],
    }


def _passage(result: Quotations, passage: Passage) -> dict[str, Any]:
    statement = result.statements[passage.statement]
    return {
        "statement": passage.statement,
        "paragraph": place(statement.paragraphs[passage.paragraph]),
        **_slice(passage.span, statement.text),
    }


def _difference(report: Report) -> list[dict[str, Any]]:
    """Return what an article altered, phrase by phrase: the statement's words, the article's, kind and direction."""
    return [
        {
            "statement": shift.old.of(report.old.text) if shift.old else None,
            "article": shift.new.of(report.new.text) if shift.new else None,
            "kind": shift.kind,
            "weight": shift.weight,
            "routine": shift.routine,
            "direction": shift.direction,
            "rules": sorted({note.rule for note in report.annotations if note.shift == shift.id}),
        }
        for shift in report.shifts
    ]


def _claim(result: Quotations, claim: Claim) -> dict[str, Any]:
    return {
        "line": line_of(result, claim.span.start),
        **_slice(claim.span, result.article.text),
        "kind": claim.kind,
        "verdict": claim.verdict,
        "new": claim.new,
        "old": claim.old,
        "newer": claim.newer,
        "older": claim.older,
        "direction": claim.direction or None,
        "since": claim.since,
        "reason": claim.reason,
    }


def _slice(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}
