"""A Word document is read as it is printed: numbers that stand nowhere in the file, and no change twice."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import is_partition
from support.word import STRICT, WORD, a_list, level, listed, note, p, packed, pattern, refer, run, style, styled, word
from support.word_documents import CASES, ONE, THREE, TRACKED, Case

from stmtdiff.errors import LoadError
from stmtdiff.loaders import load_bytes
from stmtdiff.loaders.docx.counting import TOO_LONG
from stmtdiff.outline import parse
from stmtdiff.settings import ReadOptions


def read(raw: bytes, *, original: bool = False) -> list[str]:
    return load_bytes(raw, ReadOptions(original=original), name="a.docx").text.replace("\n\n    ", "\n\n").split("\n\n")


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_a_document_says_what_is_printed(case: Case) -> None:
    assert read(case.raw) == case.accepted


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_the_original_view_rejects_every_tracked_change(case: Case) -> None:
    assert read(case.raw, original=True) == (case.original or case.accepted)


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_every_character_has_its_place(case: Case) -> None:
    for original in (False, True):
        assert is_partition(parse(load_bytes(case.raw, ReadOptions(original=original), name="a.docx")))


# What the outline makes of it


def test_an_automatic_number_is_a_label() -> None:
    """The loader prints it and says so; the same letter in a plain text would be doubtful."""
    forms = pattern(0, level(0, "%1.", "upperLetter"), level(1, "%1.%2.")) + a_list(1, 0)
    sentence = "The Meeting welcomed the charts of the inner shoals."
    statement = parse(load_bytes(word(listed(sentence), listed(sentence, level=1), listed(sentence), numbering=forms)))
    assert [paragraph.label and paragraph.label.value for paragraph in statement.paragraphs] == ["A", "A.1", "B"]
    assert [paragraph.body.of(statement.text) for paragraph in statement.paragraphs] == [sentence] * 3
    assert [sentence.span.of(statement.text) for sentence in statement.sentences] == [sentence] * 3


def test_a_numbered_paragraph_counts_like_one_in_a_text() -> None:
    """Numbers of both kinds get the values that the outline gives to the same lines in plain text."""
    lines = "1. The Meeting welcomed:\n\n(a) the charts;\n\n(b) the lights.\n\n2. It met in Quarrel Bay.\n"
    raw = word(
        listed("The Meeting welcomed:"), listed("the charts;", level=1), listed("the lights.", level=1),
        listed("It met in Quarrel Bay."), numbering=ONE,
    )  # fmt: skip
    text, document = (parse(load_bytes(one)) for one in (lines.encode(), raw))
    assert document.text.strip() == text.text.strip()
    assert [(p.label, p.role, p.level) for p in document.paragraphs] == [
        (p.label, p.role, p.level) for p in text.paragraphs
    ]


def test_headings_and_the_title_come_from_styles() -> None:
    raw = word(
        styled("Title", "Statement of the Forum"),
        styled("TOC1", "Harbours\t2"),
        styled("Heading1", "Harbours"),
        p("The Forum met in Quarrel Bay."),
        styled("House", "Lights"),
        p("It asked for lights."),
        styled("Heading2", "The Meeting asked every member to publish its charts by the end of next year, 2032."),
        p("Fees", look='<w:outlineLvl w:val="2"/>'),
        p("They are paid."),
        styles=style("Title") + style("heading 1", name="Heading1") + style("heading 2", name="Heading2")
        + style("toc 1", name="TOC1") + style("House", based_on="Heading2"),
    )  # fmt: skip
    statement = parse(load_bytes(raw))
    text = statement.text
    assert statement.title is not None
    assert statement.title.of(text) == "Statement of the Forum"
    headings = [(p.body.of(text), p.level) for p in statement.paragraphs if p.role == "heading"]
    assert headings == [("Harbours", 1), ("Lights", 2), ("Fees", 3)]
    assert [span.of(text) for span in statement.furniture] == ["Harbours\t2"]


def test_a_line_in_bold_is_a_heading_as_on_a_web_page() -> None:
    raw = word(p("The Forum met."), p(run("Harbours", "<w:b/>")), p("They stay open, and their lights are lit."))
    assert [paragraph.role for paragraph in parse(load_bytes(raw)).paragraphs] == ["body", "heading", "body"]


def test_notes_are_notes() -> None:
    statement = parse(load_bytes(CASES["footnotes"].raw))
    assert [span.of(statement.text) for span in statement.notes] == [
        "¹ Of the north.",
        "² Not at night.",
        "Nor in fog.",
    ]


def test_what_may_be_wrong_is_said() -> None:
    assert load_bytes(TRACKED["words"].raw).doubts == ("The document has tracked changes; they were read as accepted.",)
    assert load_bytes(TRACKED["words"].raw, ReadOptions(original=True)).doubts == (
        "The document has tracked changes; they were read as rejected.",
    )
    assert load_bytes(CASES["one list"].raw).doubts == ()
    assert load_bytes(CASES["hidden text"].raw).doubts == ("Hidden text was left out.",)
    odd = pattern(0, level(0, "%1.", "thaiCounting")) + a_list(1, 0)
    assert load_bytes(word(THREE[0], numbering=odd)).doubts == (
        "Numbers in the format thaiCounting were read as figures.",
    )
    struck = word(
        p("Ports ", run("never ", "<w:strike/>"), '<w:r><w:sym w:font="Wingdings" w:char="F021"/></w:r>'),
        "<w:altChunk/>",
    )
    assert [doubt.split(" ")[0] for doubt in load_bytes(struck).doubts] == ["Text", "Unknown", "The"]


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("lowerLetter", "1000000000."),
        ("russianUpper", "1000000000."),
        ("upperRoman", "1000000000."),
        ("chicago", "1000000000."),
        ("ordinal", "1000000000th."),
    ],
)
def test_a_number_is_never_longer_than_a_label(form: str, printed: str) -> None:
    huge = pattern(0, level(0, "%1.", form, start=1_000_000_000)) + a_list(1, 0)
    source = load_bytes(word(listed("Ports stay open."), numbering=huge))
    assert source.text == f"{printed} Ports stay open."
    assert source.doubts == (() if form == "ordinal" else (TOO_LONG,))


def test_a_pattern_of_numbers_is_never_longer_than_a_label() -> None:
    for text, printed in (("%1" * 40 + ".", "2200000."), ("z" * 101 + "%1", "2200000.")):
        forms = pattern(0, level(0, text, start=2_200_000)) + a_list(1, 0)
        source = load_bytes(word(listed("Ports stay open."), numbering=forms))
        assert (source.text, source.doubts) == (f"{printed} Ports stay open.", (TOO_LONG,))
    zeros = pattern(0, level(0, "%1", "custom", more="")) + a_list(1, 0)
    custom = '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="{}"/></mc:Choice>'
    zeros = zeros.replace('<w:numFmt w:val="custom"/>', custom.format("0" * 5_000) + "</mc:AlternateContent>")
    assert read(word(listed("Ports."), numbering=zeros)) == ["1 Ports."]
    stars = pattern(0, level(0, "*" * 500, "bullet")) + a_list(1, 0)
    source = load_bytes(word(listed("Ports."), numbering=stars))
    assert (source.text, len(source.doubts)) == ("• Ports.", 1)


@pytest.mark.parametrize("start", ["9" * 5_000, "-7", "4294967296", "x", ""])
@pytest.mark.parametrize("form", ["decimalFullWidth", "cardinalText", "lowerRoman", "decimal"])
def test_a_list_may_ask_to_start_anywhere(start: str, form: str) -> None:
    forms = (pattern(0, level(0, "%1)", form)) + a_list(1, 0)).replace('w:start w:val="1"', f'w:start w:val="{start}"')
    first = {"decimalFullWidth": "１", "cardinalText": "One", "lowerRoman": "i", "decimal": "1"}[form]
    assert read(word(listed("Ports."), numbering=forms)) == [f"{'-7' if start == '-7' else first}) Ports."]


def test_notes_that_refer_to_notes_are_read_once_each() -> None:
    """The first refers to itself, the second and the third to each other; only the first two are named in the text."""
    notes = [
        note("footnote", 1, p("Of the north", refer("footnote", 1), ".")),
        note("footnote", 2, p("Not at night", refer("footnote", 3), ".")),
        note("footnote", 3, p("Nor in fog", refer("footnote", 2), refer("footnote", 1), ".")),
    ]
    body = p("Ports", refer("footnote", 1), " and lights", refer("footnote", 2), " and fees", refer("footnote", 1), ".")
    assert read(word(body, footnotes="".join(notes))) == [
        "Ports¹ and lights² and fees¹.",
        "¹ Of the north¹.",
        "² Not at night³.",
        "³ Nor in fog²¹.",
    ]


def test_the_mark_of_a_note_is_never_longer_than_a_label() -> None:
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="1000000000"/></w:footnotePr>'
    raw = word(
        p("Ports", refer("footnote", 1), "."), settings=settings, footnotes=note("footnote", 1, p("Of the north."))
    )
    source = load_bytes(raw)
    assert source.text == "Ports¹⁰⁰⁰⁰⁰⁰⁰⁰⁰.\n\n¹⁰⁰⁰⁰⁰⁰⁰⁰⁰ Of the north."
    assert source.doubts == (TOO_LONG,)


# Whatever a file may be


@pytest.mark.parametrize("name", ["a.docx", "a.docm", "a.dotx", "-", "a.doc"])
def test_a_document_is_known_by_what_it_holds(name: str) -> None:
    source = load_bytes(CASES["one list"].raw, name=name)
    assert (source.loader, source.doubts) == ("docx", ())


def test_the_strict_names_of_the_standard_are_read() -> None:
    files = unpacked(CASES["levels"].raw)
    strict = {name: text.replace(WORD.encode(), STRICT.encode()) for name, text in files.items()}
    strict["_rels/.rels"] = strict["_rels/.rels"].replace(
        b"schemas.openxmlformats.org/officeDocument/2006", b"purl.oclc.org/ooxml/officeDocument"
    )
    assert STRICT.encode() in strict["word/document.xml"]
    assert read(packed(strict)) == CASES["levels"].accepted


def test_the_main_part_may_have_another_name() -> None:
    files = unpacked(CASES["levels"].raw)
    renamed = {name.replace("document.xml", "Text2.XML"): text for name, text in files.items()}
    renamed["_rels/.rels"] = renamed["_rels/.rels"].replace(b"word/document.xml", b"/word/text2.xml")
    assert read(packed(renamed)) == CASES["levels"].accepted


def test_styles_that_are_based_on_each_other_end() -> None:
    circle = style("One", based_on="Two") + style("Two", based_on="One")
    assert read(word(styled("One", "Ports."), styles=circle)) == ["Ports."]


BOMB = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ZIPPED = CASES["one list"].raw
DAMAGED = {
    "cut off": (ZIPPED[: len(ZIPPED) // 2], "damaged"),
    "only its first bytes": (b"PK\x03\x04 word/", "damaged"),
    "no main part": (packed({"word/styles.xml": "<a/>"}), "main part is missing"),
    "no XML": (packed({"word/document.xml": "Ports."}), "word/document.xml is not XML"),
    "cut-off XML": (packed({"word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>'}), "is not XML"),
    "another document": (packed({"word/document.xml": "<book/>"}), "not a Word document"),
    "entities": (packed({"word/document.xml": f'{BOMB}<w:document xmlns:w="{WORD}"><w:body>&b;</w:body></w:document>'}),
                 "declares its own entities"),
    "entities in UTF-16": (packed({"word/document.xml": f'{BOMB}<w:document xmlns:w="{WORD}"/>'.encode("utf-16")}),
                           "declares its own entities"),
    "a bomb": (packed({"word/document.xml": b"<a>" + b" " * 6_000_000}), "unpack to far more"),
    "very deep": (packed({"word/document.xml": "<a>" * 5000}), "is not XML"),
    "nothing in it": (word(p("")), "there is no text"),
    "a password": (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "password"),
    "an older workbook": (COMPOUND, "not a Word document"),
}  # fmt: skip


@pytest.mark.parametrize(("raw", "why"), DAMAGED.values(), ids=list(DAMAGED))
def test_what_cannot_be_read_is_said_in_one_sentence(raw: bytes, why: str) -> None:
    with pytest.raises(LoadError, match=why) as caught:
        load_bytes(raw, name="a.docx")
    assert caught.value.hint
    assert "\n" not in str(caught.value)


def test_a_password_on_the_zip_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    infos = zipfile.ZipFile.infolist

    def locked(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
        found = infos(archive)
        for info in found:
            info.flag_bits |= 1
        return found

    monkeypatch.setattr(zipfile.ZipFile, "infolist", locked)
    with pytest.raises(LoadError, match="password"):
        load_bytes(CASES["one list"].raw)


def test_a_sign_without_a_code_is_shown_as_unread() -> None:
    source = load_bytes(word(p("Ports ", '<w:r><w:sym w:char="zz"/><w:sym w:char="D800"/></w:r>')))
    assert source.text == "Ports \ufffd\ufffd"
    assert len(source.doubts) == 1


def _element(name: str, attribute: str, parts: list[str]) -> str:
    sort, _, value = attribute.partition("=")
    return f'<{name} w:{sort}="{value}">{"".join(parts)}</{name}>'


names = st.sampled_from(
    "w:p w:r w:t w:ins w:del w:moveFrom w:moveTo w:sdt w:sdtContent w:tbl w:tr w:tc w:hyperlink w:fldChar w:txbxContent"
    " w:br w:pPr w:rPr w:numPr w:numId w:pStyle w:delText w:footnoteReference w:altChunk mc:AlternateContent mc:Choice"
    " w:sym w:tab w:vanish w:trPr w:pPrChange".split()
)
attributes = st.sampled_from(
    "none val=1 val=x fldCharType=begin fldCharType=end id=9 char=F0B7 char=zz ilvl=99".split()
)
elements = st.recursive(
    st.sampled_from(["Ports ", "stay open.", "1. ", "\n"]),
    lambda inner: st.builds(
        _element,
        names,
        attributes,
        st.lists(inner, max_size=4),
    ),
    max_leaves=20,
)


@given(st.lists(elements, max_size=5), st.booleans())
def test_any_tangle_of_elements_is_read_or_refused(tangle: list[str], original: bool) -> None:
    try:
        source = load_bytes(word(*tangle, numbering=ONE), ReadOptions(original=original))
    except LoadError:
        return
    assert is_partition(parse(source))


def unpacked(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
