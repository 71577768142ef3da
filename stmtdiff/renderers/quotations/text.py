"""Text: the verdict, then a line a quotation, with the altered words marked under it."""

from collections.abc import Iterator

from stmtdiff.quotations import Checked, Quotations
from stmtdiff.renderers.lines import plain_text, styled, wrap
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
from stmtdiff.renderers.visible import isolated


def render(result: Quotations, options: Options) -> str:  # noqa: ARG001  # there is nothing to choose
    """Return the verdicts as text."""
    lines = [headline(result), against(result)]
    for one in result.checked:
        lines += _lines(result, one)
    lines += [
        f"line {line_of(result, claim.span.start)}: {CLAIMS[claim.verdict]}: {claim_told(result, claim)}"
        for claim in result.claims
    ]
    return "\n".join(lines) + "\n"


def _lines(result: Quotations, one: Checked) -> Iterator[str]:
    stands = f" ({where(result, one.passages)})" if one.passages else ""
    yield f'line {line_of(result, one.quotation.span.start)}: {verdict(one)}: "{isolated(quoted(result, one))}"{stands}'
    if reason := told(one):
        yield f"    {reason}"
    if near := nearest(result, one):
        yield f"    {near}"
    if one.difference:
        shown = plain_text(wrap(styled(one.difference, difference(one.difference)), None))
        yield f"    {changed_from(one.difference)}: {shown}".rstrip()
        yield from (f"    {finding}" for finding in findings(one.difference))
