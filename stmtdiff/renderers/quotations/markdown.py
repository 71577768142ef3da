"""Markdown for a note to the writer: the verdict in bold, then a list."""

from collections.abc import Iterator

from stmtdiff.quotations import Checked, Quotations
from stmtdiff.renderers.markdown import escape, marked
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


def render(result: Quotations, options: Options) -> str:  # noqa: ARG001  # there is nothing to choose
    """Return the verdicts as GitHub-flavoured Markdown."""
    items = [line for one in result.checked for line in _item(result, one)]
    items += [
        f"- line {line_of(result, claim.span.start)}, **{CLAIMS[claim.verdict]}**: {escape(claim_told(result, claim))}"
        for claim in result.claims
    ]
    return "\n\n".join([f"**{headline(result)}**", escape(against(result)), "\n".join(items)]).rstrip() + "\n"


def _item(result: Quotations, one: Checked) -> Iterator[str]:
    stands = f" ({escape(where(result, one.passages))})" if one.passages else ""
    line = line_of(result, one.quotation.span.start)
    yield f'- line {line}, **{verdict(one)}**: "{escape(quoted(result, one))}"{stands}'
    if reason := told(one):
        yield f"  - {escape(reason)}"
    if near := nearest(result, one):
        yield f"  - {escape(near)}"
    if one.difference:
        yield f"  - {escape(changed_from(one.difference))}: {marked(one.difference, difference(one.difference))}"
        yield from (f"  - {escape(finding)}" for finding in findings(one.difference))
