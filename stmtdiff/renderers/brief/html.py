"""HTML: the ledger as one small page, headline and table, without network or script."""

from stmtdiff.ledger import Ledger
from stmtdiff.renderers.brief import Options
from stmtdiff.renderers.brief.telling import counts, notices, pair, told
from stmtdiff.renderers.overtime import page


def render(ledger: Ledger, options: Options) -> str:
    """Return the ledger as a page that a browser opens from a file."""
    return page(
        "brief/page.html.jinja",
        title=pair(ledger),
        kicker=ledger.kicker,
        headline=ledger.headline,
        notices=list(notices(ledger)),
        rows=[(row.direction, told(ledger, row)) for row in ledger.rows],
        counts=counts(ledger),
        explain=options.explain,
    )
