"""Word: the headline and the table, what went struck through and what came underlined; plain text, nothing tracked."""

from collections.abc import Iterable

from stmtdiff.ledger import Ledger
from stmtdiff.renderers.brief import Options
from stmtdiff.renderers.brief.telling import Quote, Told, counts, notices, told
from stmtdiff.renderers.docx.markup import PAGE, START, escaped
from stmtdiff.renderers.docx.package import packed

_COLUMNS = ("", "Then", "Now", "Why", "Where")
_WIDTHS = (1350, 2700, 2700, 1350, 926)  # twentieths of a point; together what a page of A4 has between its margins
_BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="999999"/>' for side in ("top", "bottom", "insideH"))


def render(ledger: Ledger, options: Options) -> bytes:
    """Return the bytes of a .docx."""
    return packed(f"{START.format('document')}<w:body>{body(ledger, options)}{PAGE}</w:body></w:document>\n", "")


def body(ledger: Ledger, options: Options) -> str:
    """Return the ledger as paragraphs and a table of WordprocessingML, for a document of its own or another's head."""
    head = [_paragraph(_run(ledger.kicker)), _paragraph(_run(ledger.headline, "b", size=26))]
    head += [_paragraph(_run(notice, "b")) for notice in notices(ledger)]
    rows = [_row(_paragraph(_run(name, "b")) for name in _COLUMNS)]
    rows += [_row(_cells(told(ledger, row), options)) for row in ledger.rows]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )
    return "".join([*head, table if ledger.rows else "", _paragraph(_run(counts(ledger)))])


def _cells(row: Told, options: Options) -> Iterable[str]:
    why = f"{row.why} [{row.rules}]" if row.rules else row.why
    beside = [why, row.aside, *([row.reasons] if options.explain else [])]
    yield _paragraph(_run(row.topic, "b")) + (_paragraph(_run(row.label)) if row.label else "")
    yield _paragraph(_quote(row.then, "strike"))
    yield _paragraph(_quote(row.now, "u"))
    yield _paragraph(_run("; ".join(filter(None, beside))))
    yield _paragraph(_run(row.where))


def _quote(cut: Quote, look: str) -> str:
    return "".join(_run(text, look if is_changed else "") for text, is_changed in cut)


def _row(cells: Iterable[str]) -> str:
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(_WIDTHS, cells, strict=True)
    )
    return f"<w:tr>{made}</w:tr>"


def _paragraph(runs: str) -> str:
    return f'<w:p><w:pPr><w:spacing w:before="20" w:after="40"/></w:pPr>{runs}</w:p>'


def _run(text: str, look: str = "", *, size: int = 17) -> str:
    """Return text in a look, `size` half points high."""
    looks = {"": "", "b": "<w:b/>", "strike": "<w:strike/>", "u": ""}[look]
    under = '<w:u w:val="single"/>' if look == "u" else ""
    shown = f'<w:rPr>{looks}<w:sz w:val="{size}"/>{under}</w:rPr>'
    return f'<w:r>{shown}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>' if text else ""
