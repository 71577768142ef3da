"""Markdown for a note or a mail: the headline in bold, then a table; what changed is bold, or struck where it went."""

from collections.abc import Sequence

from stmtdiff.ledger import Ledger
from stmtdiff.renderers.brief import Options
from stmtdiff.renderers.brief.telling import Quote, Told, counts, notices, pair, told
from stmtdiff.renderers.markdown import escape


def render(ledger: Ledger, options: Options) -> str:
    """Return the ledger as GitHub-flavoured Markdown."""
    blocks = [f"**{escape(ledger.headline)}**", escape(ledger.kicker), escape(pair(ledger))]
    blocks += [f"> **{escape(notice)}**" for notice in notices(ledger)]
    blocks.append(table([told(ledger, row) for row in ledger.rows], options))
    return "\n\n".join(filter(None, [*dict.fromkeys(blocks), escape(counts(ledger))])) + "\n"


def table(rows: Sequence[Told], options: Options) -> str:
    """Return rows as a table, "" where there is none."""
    head = ["| | then | now | why | where |", "| --- | --- | --- | --- | --- |"]
    return "\n".join([*head, *(_row(row, options) for row in rows)]) if rows else ""


def _row(row: Told, options: Options) -> str:
    matter = f"**{escape(row.topic)}**" + (f" {escape(row.label)}" if row.label else "")
    why = f"{row.why} [{row.rules}]" if row.rules else row.why
    beside = [why, row.aside, *([row.reasons] if options.explain else [])]
    cells = (matter, _marked(row.then, "~~"), _marked(row.now, "**"), escape("; ".join(filter(None, beside))))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in (*cells, escape(row.where))) + " |"


def _marked(cut: Quote, mark: str) -> str:
    """Return a quotation with `mark` around what changed; a mark touches words, so spaces stay outside."""
    made = []
    for text, is_changed in cut:
        words = text.strip(" ")
        shown = f"{mark}{escape(words)}{mark}" if is_changed and words else escape(words)
        made.append(" " * text.startswith(" ") + shown + " " * (text.endswith(" ") and bool(words)))
    return "".join(made)
