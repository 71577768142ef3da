"""A redline with a cover note: a page of news that is no text of the document."""

import io
import zipfile

from lxml import etree
from test_docx_redline import WORD, read

import stmtdiff
from stmtdiff.ledger import ledger_of
from stmtdiff.renderers.docx import markup


def test_a_cover_note_tells_the_news_and_is_no_text_of_the_document() -> None:
    """The ledger stands on a page before the statement; accepted or rejected, the text is what it is without it."""
    old, new = stmtdiff.load("sample:2024"), stmtdiff.load("sample:2025")
    report = stmtdiff.compare(old, new)
    plain, covered = (stmtdiff.render(report, "docx", cover=cover) for cover in (False, True))
    for original in (False, True):
        assert read(covered, original=original) == read(plain, original=original)
    ledger = ledger_of(report)
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(covered)).read("word/document.xml"))
    (first, *_) = root.find("w:body", WORD)
    assert first.tag == f"{{{markup.NAMESPACE}}}sdt"
    told = "".join(first.itertext())
    assert ledger.headline in told
    assert all(row.topic in told for row in ledger.rows)
    assert first.findall(".//w:ins", WORD) + first.findall(".//w:del", WORD) == []
