"""A Word document with tracked changes: all accepted it is the new statement, all rejected the old one.

`wording` finds which words of a row stand on which side, `stream` puts the rows into one text,
`markup` writes it in Word's terms, and `package` packs it. Nothing is folded, and routine changes are
tracked like all others: what an editor accepts must be the statement. A cover note, where one is asked for, is no
text of the document: it is in a content control of its own, which our reader passes over.
"""

from stmtdiff.loaders.docx.names import COVER
from stmtdiff.renderers.docx.markup import Signature, comments_part, document_part
from stmtdiff.renderers.docx.package import packed
from stmtdiff.renderers.docx.stream import stream
from stmtdiff.renderers.options import Options
from stmtdiff.report import Report

AUTHOR = "stmtdiff"
NO_DATE = "1980-01-01"  # where neither statement has one: the first day that a zip can say


def render(report: Report, options: Options) -> bytes:
    """Return the bytes of a .docx; the changes carry the author and date of `options`, or the new statement's own."""
    day = report.new.dateline.date or report.old.dateline.date
    date = options.date or (day.isoformat() if day else NO_DATE)
    signature = Signature(options.author or AUTHOR, date)
    bits, comments = stream(report)
    return packed(document_part(bits, signature, _cover(report, options)), comments_part(comments, signature))


def _cover(report: Report, options: Options) -> str:
    """Return the first page with the ledger, in a control of its own that one press of a key takes away; "" for none.

    It is not tracked, so in Word it stays when all changes are accepted or rejected, until it is taken away.
    """
    if not options.cover:
        return ""
    from stmtdiff.ledger import ledger_of
    from stmtdiff.renderers.brief import Options as Rows
    from stmtdiff.renderers.brief.docx import body

    shown = body(ledger_of(report), Rows())
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="What changed"/><w:tag w:val="{COVER}"/></w:sdtPr>'
        f'<w:sdtContent>{shown}<w:p><w:r><w:br w:type="page"/></w:r></w:p></w:sdtContent></w:sdt>'
    )
