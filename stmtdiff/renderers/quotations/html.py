"""HTML: the verdicts as one small page for the author of the article, without network or script."""

from typing import Any

from stmtdiff.quotations import Checked, Quotations
from stmtdiff.renderers.markdown import ELEMENTS
from stmtdiff.renderers.overtime import page
from stmtdiff.renderers.pieces import fragments
from stmtdiff.renderers.quotations import Options
from stmtdiff.renderers.quotations.telling import (
    CLAIMS,
    against,
    changed_from,
    claim_told,
    difference,
    findings,
    headline,
    line_of,
    nearest,
    quoted,
    told,
    verdict,
    where,
)
from stmtdiff.report import Report


def render(result: Quotations, options: Options) -> str:  # noqa: ARG001  # there is nothing to choose
    """Return the verdicts as a page that a browser opens from a file."""
    return page(
        "quotations/page.html.jinja",
        title=f"Quotations of {result.article.name or 'an article'}",
        kicker="Quotations",
        headline=headline(result),
        against=against(result),
        rows=[_row(result, one) for one in result.checked],
        claims=[
            (line_of(result, claim.span.start), CLAIMS[claim.verdict], claim_told(result, claim))
            for claim in result.claims
        ],
    )


def _pieces(report: Report) -> list[tuple[str, str]]:
    """Return the words of a difference, each with the element that marks it, "" for words that both have."""
    return [
        (text, ELEMENTS[piece.side] if piece and piece.shift and not piece.carried else "")
        for text, piece in fragments(report, difference(report))
    ]


def _row(result: Quotations, one: Checked) -> dict[str, Any]:
    report = one.difference
    return {
        "line": line_of(result, one.quotation.span.start),
        "verdict": verdict(one),
        "wrong": one.wrong,
        "quoted": quoted(result, one),
        "where": where(result, one.passages),
        "told": [part for part in (told(one), nearest(result, one)) if part],
        "changed_from": changed_from(report) if report else "",
        "pieces": _pieces(report) if report else [],
        "findings": list(findings(report)) if report else [],
    }
