"""Pages that are pictures are read by tesseract, with the doubt said; without it the reader learns what to install."""

import io
import shutil

import pypdfium2
import pytest
from reportlab.lib.utils import ImageReader
from support.command import out
from support.printed import HEIGHT, WIDTH, Sheet, paragraphs, pdf
from support.strategies import is_partition

from stmtdiff import compare
from stmtdiff.errors import LoadError
from stmtdiff.loaders import load_bytes
from stmtdiff.loaders.pdf import ocr, ocr_language
from stmtdiff.outline import parse
from stmtdiff.settings import ReadOptions

TALKS = (
    "The Ministers reviewed the state of the harbour talks and welcomed the resumption of soundings in the outer"
    " shoals, which had been suspended for two seasons, and they asked the Secretariat to publish every chart."
)
PILOTS = (
    "The Meeting took note of the report on pilotage and agreed that the two stations should exchange their watch"
    " lists every evening, so that no ship waits for a pilot on account of a list that is out of date."
)
needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")


def scanned(*texts: str, dots: int = 200):
    """Return a page that shows `texts` in a picture, as a scanner makes it."""
    page = pypdfium2.PdfDocument(pdf(paragraphs(texts, size=11)))[0]
    picture = io.BytesIO()
    page.render(scale=dots / 72, grayscale=True).to_pil().save(picture, "PNG")

    def draw(sheet: Sheet) -> None:
        sheet.canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)

    return draw


@needs_tesseract
def test_a_scan_reads_as_its_text_and_every_output_says_that_it_is_one(tmp_path):
    raw = pdf(scanned(TALKS, PILOTS))
    statement = parse(load_bytes(raw, name="scan.pdf"))
    assert is_partition(statement)
    (doubt,) = statement.source.doubts
    assert doubt.startswith("Page 1 had only a picture and was read by tesseract (language eng): it is 9")
    read = [paragraph.body.of(statement.text) for paragraph in statement.paragraphs]
    assert read == [TALKS, PILOTS]
    (tmp_path / "scan.pdf").write_bytes(raw)
    (tmp_path / "text.txt").write_text(f"{TALKS}\n\n{PILOTS}")
    for shape in ("plain", "terminal", "json", "markdown", "criticmarkup", "html"):
        printed = out("diff", "scan.pdf", "text.txt", "--format", shape, folder=tmp_path)
        assert "read by tesseract" in " ".join(printed.split()), shape


@needs_tesseract
def test_only_the_pages_without_text_are_recognised():
    statement = parse(load_bytes(pdf(paragraphs([TALKS]), scanned(PILOTS)), name="mixed.pdf"))
    assert [paragraph.body.of(statement.text) for paragraph in statement.paragraphs] == [TALKS, PILOTS]
    assert statement.source.doubts[0].startswith("Page 2 had only a picture")


@needs_tesseract
def test_a_language_that_tesseract_does_not_have_is_refused():
    raw = pdf(scanned(TALKS, dots=100))
    with pytest.raises(LoadError, match="tesseract has no language 'qqq'"):
        load_bytes(raw, ReadOptions(ocr_language="qqq"))
    with pytest.raises(LoadError, match="'--help' is not a language of tesseract"):
        load_bytes(raw, ReadOptions(ocr_language="--help"))


def test_without_tesseract_a_scan_is_refused_with_what_to_install(monkeypatch):
    monkeypatch.setattr(ocr, "PROGRAM", "tesseract-that-is-not-there")
    with pytest.raises(LoadError, match=r"has only pictures .* tesseract is not installed \(install tesseract"):
        load_bytes(pdf(scanned(TALKS, dots=72)), name="scan.pdf")


def test_without_tesseract_a_page_among_others_is_named_as_unread(monkeypatch):
    monkeypatch.setattr(ocr, "PROGRAM", "tesseract-that-is-not-there")
    source = load_bytes(pdf(paragraphs([TALKS]), scanned(PILOTS, dots=72)), name="mixed.pdf")
    assert source.text == TALKS
    assert source.doubts[0].startswith("Page 2 had only a picture and was not read")


def test_the_text_behind_a_scanned_picture_is_read_with_a_doubt():
    """Scanners with recognition of their own lay invisible text over the picture."""

    def draw(sheet: Sheet) -> None:
        scanned(TALKS, dots=72)(sheet)
        layer = sheet.canvas.beginText(70, 700)
        layer.setTextRenderMode(3)
        layer.textLine("The Ministers reviewed the state of the harbour talks.")
        sheet.canvas.drawText(layer)

    source = load_bytes(pdf(draw), name="layer.pdf")
    assert source.text == "The Ministers reviewed the state of the harbour talks."
    assert source.doubts == (
        "Page 1: the text comes from an earlier text recognition of a scan; letters may be wrong.",
    )


def test_a_picture_with_a_stamp_over_it_is_named_as_unread():
    def draw(sheet: Sheet) -> None:
        scanned(TALKS, dots=72)(sheet)
        sheet.canvas.drawString(70, 30, "Copy 7 of 9")

    source = load_bytes(pdf(paragraphs([TALKS]), draw), name="stamped.pdf")
    assert source.doubts == ("Page 2: a picture fills the page; text in it was not read.",)


@needs_tesseract
def test_a_scan_that_is_askew_is_set_straight():
    def draw(sheet: Sheet) -> None:
        sheet.canvas.translate(20, -10)
        sheet.canvas.rotate(1)
        scanned(TALKS, PILOTS)(sheet)

    statement = parse(load_bytes(pdf(draw), name="askew.pdf"))
    read = [paragraph.body.of(statement.text) for paragraph in statement.paragraphs]
    assert read == [TALKS, PILOTS]
    assert compare(statement, statement).shifts == ()


FRENCH = (
    "Le Conseil a pris note du rapport sur les phares de la côte, qui sont éteints depuis deux saisons, et il a demandé"
    " au secrétariat de publier les cartes des ports du nord avant la fin de l'été."
)
has_french = pytest.mark.skipif("fra" not in ocr_language.installed(), reason="tesseract has no French")


@has_french
def test_a_scan_is_read_in_the_language_of_its_words():
    source = load_bytes(pdf(scanned(FRENCH)), name="scan.pdf")
    assert source.text == FRENCH
    (doubt,) = source.doubts
    assert "(language fra)" in doubt


@has_french
def test_a_scan_is_read_in_the_language_of_the_pages_that_have_text():
    source = load_bytes(pdf(paragraphs([FRENCH]), scanned("Phare du nord: été comme hiver.")), name="mixed.pdf")
    assert "été comme hiver" in source.text
    assert "(language fra)" in source.doubts[0]


@needs_tesseract
def test_a_language_that_tesseract_lacks_is_named_with_what_to_install(monkeypatch):
    monkeypatch.setattr(ocr_language, "installed", lambda: frozenset({"eng"}))
    doubts = load_bytes(pdf(scanned(FRENCH)), name="scan.pdf").doubts
    assert doubts[0] == (
        "The scanned pages look French, and tesseract has no language 'fra' (Debian: tesseract-ocr-fra); they were read"
        " as 'eng', and many letters will be wrong."
    )
    assert "(language eng)" in doubts[1]


@needs_tesseract
def test_a_script_that_tesseract_tells_names_the_language_that_lacks(monkeypatch):
    monkeypatch.setattr(ocr_language, "installed", lambda: frozenset({"eng", "osd"}))
    monkeypatch.setattr(ocr_language, "_script", lambda *_: "HanS")
    doubts = load_bytes(pdf(scanned(TALKS)), name="scan.pdf").doubts
    assert "look Chinese" in doubts[0]
    assert "tesseract-ocr-chi-sim" in doubts[0]


@needs_tesseract
def test_a_language_that_was_chosen_is_the_one_that_is_used():
    source = load_bytes(pdf(scanned(FRENCH)), ReadOptions(ocr_language="eng"), name="scan.pdf")
    assert "(language eng)" in source.doubts[0]
    assert len(source.doubts) == 1
