"""The page of a pair whose wording is not published: counts and days alone."""

from collections.abc import Sequence

from stmtdiff.renderers.sheets import Row, Sheet
from stmtdiff.renderers.site.facts import Fact
from stmtdiff.renderers.site.frame import Way, page


def counts_page(
    title: str, ways: Sequence[Way], *, beside: Sequence[Way], facts: Sequence[Fact] = (), told: str = "",
    rows: Sequence[tuple[str, int]] = (),
) -> str:  # fmt: skip
    """Return a page of `rows`, what is counted and how much of it; `told` is a sentence on what is not there."""
    table = Sheet(("what", "how many"), tuple(Row((name, str(count))) for name, count in rows))
    return page("site/counts.html.jinja", title=title, ways=ways, beside=beside, found=facts, told=told, table_=table)
