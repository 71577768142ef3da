"""Text: the headline, which statements, then one line a row."""

from stmtdiff.ledger import Ledger
from stmtdiff.renderers.brief import Options
from stmtdiff.renderers.brief.telling import Quote, Told, counts, notices, pair, quote, told
from stmtdiff.renderers.visible import isolated, visible


def render(ledger: Ledger, options: Options) -> str:
    """Return the ledger as text."""
    lines = [visible(ledger.headline), *(f"! {notice}" for notice in notices(ledger)), pair(ledger)]
    lines += [line(told(ledger, row), options) for row in ledger.rows]
    return "\n".join([*lines, *filter(None, [counts(ledger)])]) + "\n"


def line(row: Told, options: Options) -> str:
    """Return a row as one line: "softer: Relief fund: "now", was "then" (4 -> 5) [SEC101]"."""
    head = ": ".join(filter(None, (row.label, row.topic)))
    said = _quoted(row.now) + (", was " if row.now and row.then else "") + _quoted(row.then)
    why = f"{row.why} [{row.rules}]" if row.rules else row.why
    wording = " ".join(filter(None, (f"{head}:", said, f"({row.where})" if row.where else "")))
    beside = [row.aside, why, f"place: {row.reasons}" if options.explain and row.reasons else ""]
    return "; ".join(filter(None, (wording, *beside)))


def _quoted(cut: Quote) -> str:
    return f'"{isolated(quote(cut))}"' if cut else ""
