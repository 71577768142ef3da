"""Word: the headline and the table, what went struck through and what came underlined; plain text, nothing tracked."""

from collections.abc import Iterable

from stmtdiff.ledger import Ledger
from stmtdiff.renderers.brief import Options
from stmtdiff.renderers.brief.telling import Quote, Told, counts, notices, told
from stmtdiff.renderers.docx.markup import PAGE, START
from stmtdiff.renderers.docx.package import packed
from stmtdiff.renderers.docx.tables import paragraph, run, table
from stmtdiff.renderers.docx.tables import row as table_row

_COLUMNS = ("", "Then", "Now", "Why", "Where")
_WIDTHS = (1350, 2700, 2700, 1350, 926)  # twentieths of a point; together what a page of A4 has between its margins


def render(ledger: Ledger, options: Options) -> bytes:
    """Return the bytes of a .docx."""
    return packed(f"{START.format('document')}<w:body>{body(ledger, options)}{PAGE}</w:body></w:document>\n", "")


def body(ledger: Ledger, options: Options) -> str:
    """Return the ledger as paragraphs and a table of WordprocessingML, for a document of its own or another's head."""
    head = [paragraph(run(ledger.kicker)), paragraph(run(ledger.headline, "b", size=26))]
    head += [paragraph(run(notice, "b")) for notice in notices(ledger)]
    rows = [table_row((paragraph(run(name, "b")) for name in _COLUMNS), _WIDTHS)]
    rows += [table_row(_cells(told(ledger, row), options), _WIDTHS) for row in ledger.rows]
    return "".join([*head, table(rows, _WIDTHS) if ledger.rows else "", paragraph(run(counts(ledger)))])


def _cells(row: Told, options: Options) -> Iterable[str]:
    why = f"{row.why} [{row.rules}]" if row.rules else row.why
    beside = [why, row.aside, *([row.reasons] if options.explain else [])]
    yield paragraph(run(row.topic, "b")) + (paragraph(run(row.label)) if row.label else "")
    yield paragraph(*_quote(row.then, "strike"))
    yield paragraph(*_quote(row.now, "u"))
    yield paragraph(run("; ".join(filter(None, beside))))
    yield paragraph(run(row.where))


def _quote(cut: Quote, look: str) -> Iterable[str]:
    return (run(text, look if is_changed else "") for text, is_changed in cut)
