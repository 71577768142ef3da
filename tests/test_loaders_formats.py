"""Plain text is what nothing else is: every other format has a sign, and is read, unwrapped, turned or refused."""

import gzip
import subprocess
from pathlib import Path
from typing import Any

import pytest
from support.word import p, packed, word

from stmtdiff.errors import LoadError
from stmtdiff.loaders import load_bytes
from stmtdiff.loaders.sniff import sniff
from stmtdiff.outline import parse
from stmtdiff.settings import ReadLimits, ReadOptions

PORTS = "The ports stay open — by day and by night — until the lights of Quarrel Bay are lit."
FEES = "Fees are paid at the quay, and nowhere else, by all who land there."
PAGE = f"<!doctype html><html><body><article><h1>Harbour notes</h1><p>{PORTS}</p><p>{FEES}</p></article></body></html>"


def blocks(raw: bytes, name: str = "") -> list[str]:
    return load_bytes(raw, name=name).text.split("\n\n")


# Wrapped


def test_what_gzip_packed_is_read_as_what_it_holds() -> None:
    source = load_bytes(gzip.compress(PAGE.encode()), name="notes.html.gz")
    assert (source.loader, source.text, source.doubts) == ("html", load_bytes(PAGE.encode()).text, ())
    twice = gzip.compress(gzip.compress(PORTS.encode()))
    assert load_bytes(twice).text == PORTS


def saved_page(subtype: str = "related") -> bytes:
    head = f'MIME-Version: 1.0\r\nContent-Type: multipart/{subtype}; type="text/html"; boundary="B"\r\n\r\n'
    part = "Content-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    body = PAGE.replace("—", "=97").replace('class="', 'class=3D"')
    picture = "Content-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODlhAQABAAAAACw="
    return f"From: <Saved by a browser>\r\n{head}--B\r\n{part}{body}\r\n--B\r\n{picture}\r\n--B--\r\n".encode("ascii")


def test_a_page_that_a_browser_saved_as_one_file_reads_as_the_page() -> None:
    source = load_bytes(saved_page(), name="notes.mht")
    assert (source.loader, source.text) == ("html", load_bytes(PAGE.encode()).text)
    assert source.doubts == ()


def test_a_saved_mail_is_its_text_with_a_doubt() -> None:
    head = "From: clerk@example.org\nSubject: Notes\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
    mail = f"{head}Content-Transfer-Encoding: 8bit\n\n{PORTS}\n\n{FEES}\n".encode()
    source = load_bytes(mail, name="notes.eml")
    assert source.text.split("\n\n") == [PORTS, FEES + "\n"]
    assert source.doubts == ("This is a saved mail: its text was read, its header and attachments were not.",)
    assert sniff(f"Subject: ports\nDate: 4 May\n\n{PORTS}\n".encode(), ".txt") == "text"


def test_a_word_document_in_one_xml_file_is_a_word_document() -> None:
    names = 'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"'
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"<w:document {space}><w:body>{p(PORTS)}{p(FEES)}</w:body></w:document>"
    part = f'<pkg:part pkg:name="/word/document.xml"><pkg:xmlData>{body}</pkg:xmlData></pkg:part>'
    picture = '<pkg:part pkg:name="/word/media/a.png"><pkg:binaryData>aGFyYm91cg==</pkg:binaryData></pkg:part>'
    head = '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    raw = f"{head}<pkg:package {names}>{part}{picture}</pkg:package>"
    source = load_bytes(raw.encode(), name="notes.xml")
    assert (source.loader, source.text) == ("docx", load_bytes(word(p(PORTS), p(FEES))).text)


# XML


def test_akoma_ntoso_has_headings_numbers_notes_and_quotes() -> None:
    raw = f"""<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="s">
      <meta><identification source="#x"><FRBRWork><FRBRthis value="a"/></FRBRWork>no text</identification></meta>
      <preface><p><docTitle>Harbour <i>notes</i></docTitle></p></preface>
      <mainBody><section><num>I.</num><heading>Of ports</heading>
        <paragraph><num>1.</num><content><p>{PORTS}<authorialNote marker="1"><p>Of the north.</p></authorialNote></p>
        </content></paragraph>
        <paragraph><num>2.</num><intro><p>It asked <b>for</b>:</p></intro>
          <point><num>(a)</num><p>charts of 5 km<sup>2</sup>;</p></point>
          <point><num>Article 3</num><p>the <quotedText startQuote="‘" endQuote="’">best</quotedText> lights.</p>
          </point>
        </paragraph></section></mainBody></statement></akomaNtoso>"""
    source = load_bytes(raw.encode(), name="notes.xml")
    assert source.loader == "xml"
    assert source.text.split("\n\n") == [
        "Harbour notes", "I. Of ports", f"1. {PORTS}¹", "2. It asked for:", "(a) charts of 5 km²;",
        "Article 3 the ‘best’ lights.", "¹ Of the north.",
    ]  # fmt: skip
    statement = parse(source)
    assert [each.label.value for each in statement.paragraphs if each.label] == ["I", "1", "2", "2.a"]
    assert {mark.kind for mark in source.marks} == {"title", "heading", "label", "note"}
    assert source.doubts == ()


def test_a_bill_has_its_quotes_and_sections() -> None:
    raw = f"""<?xml version="1.0"?><!DOCTYPE bill PUBLIC "-//US Congress//DTDs/bill.dtd//EN" "bill.dtd">
      <bill><metadata><dublinCore>unseen</dublinCore></metadata>
      <form><legis-num>H. R. 12</legis-num><official-title>To keep ports open.</official-title></form>
      <legis-body><section><enum>1.</enum><header>Short title</header>
      <text>This Act may be cited as the <quote><short-title>Open Ports Act</short-title></quote>.</text></section>
      <section><enum>2.</enum><header>Ports</header><subsection><enum>(a)</enum><text>{FEES}</text></subsection></section>
      </legis-body></bill>"""
    assert blocks(raw.encode()) == [
        "H. R. 12", "To keep ports open.", "1. Short title",
        "This Act may be cited as the “Open Ports Act”.", "2. Ports", f"(a) {FEES}",
    ]  # fmt: skip


def test_xml_of_no_known_kind_is_read_with_a_doubt_and_declares_nothing() -> None:
    source = load_bytes(b"<?xml version='1.0'?><log><line>Ports open.</line><row><c>1</c><c>2</c></row></log>")
    assert source.text == "Ports open.\n\n1\t2"
    assert source.doubts == ("This kind of XML is not known (log); the texts of its elements were read.",)
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ports"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>'
    for raw, why in (
        (bomb, "declares its own entities"),
        (b"<?xml version='1.0'?><a><b></a>", "damaged"),
        (b"<?xml version='1.0'?><a/>", "no text"),
    ):
        with pytest.raises(LoadError, match=why) as caught:
            load_bytes(raw)
        assert caught.value.hint


# Text that is not quite plain


def test_the_signs_of_a_quoted_mail_are_taken_off() -> None:
    text = (
        "A clerk wrote:\n> 1. The ports stay\n> open.\n>\n> 2. Fees are paid at\n> the quay.\n>> 3. Lights are lit.\n"
    )
    source = load_bytes(text.encode(), name="notes.txt")
    statement = parse(source)
    assert [" ".join(each.body.of(source.text).split()) for each in statement.paragraphs] == [
        "A clerk wrote:", "The ports stay open.", "Fees are paid at the quay.", "Lights are lit.",
    ]  # fmt: skip
    assert len(source.doubts) == 1
    kept = "The sign > means more.\n> is it.\nPorts stay open.\nFees are paid.\n"
    assert load_bytes(kept.encode()).text == kept


def test_markdown_is_told_by_its_signs_too() -> None:
    raw = b"# Harbour notes\n\nThe ports **stay open**, says [the chart](https://example.org/chart).\n"
    source = load_bytes(raw, name="notes.txt")
    assert source.text.split("\n\n") == ["Harbour notes", "The ports stay open, says the chart."]
    assert source.doubts == (
        "The file is named .txt but has headings and other signs of Markdown; it was read as Markdown.",
    )
    for plain in (b"# 12 ministers met.\n\n**\n", b"Fees rose by 2 ** 3.\n", b"# Harbour notes\n\nPorts stay open.\n"):
        assert sniff(plain, ".txt") == "text"


def test_a_pdf_may_begin_behind_a_page_of_junk_or_without_its_head() -> None:
    from support.printed import paragraphs, pdf

    raw = pdf(paragraphs([PORTS.replace("—", "-")]))
    wanted = [PORTS.replace("—", "-")]
    assert blocks(b"Fetched by a gateway.\n" * 200 + raw) == wanted
    assert blocks(raw.replace(raw[:9], b"")) == wanted
    assert sniff(b"A PDF ends with startxref, a number and %%EOF.", ".txt") == "text"


# Turned by another program


ODT = packed({"mimetype": "application/vnd.oasis.opendocument.text"})
KINDS = {"odt": ODT, "rtf": rb"{\rtf1 Ports.}", "epub": packed({"mimetype": "application/epub+zip"})}
KINDS["doc"] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")


def programs(monkeypatch: pytest.MonkeyPatch, **installed: bytes) -> list[str]:
    """Let the programs that are named write what they are given as their result, and no other be installed."""
    asked: list[str] = []

    def run(command: list[str], **_: Any) -> None:
        asked.append(command[0])
        if command[0] not in installed:
            raise FileNotFoundError(command[0])
        source = Path(command[-1])
        if made := installed[command[0]]:
            suffix = "html" if source.suffix == ".epub" else "docx"
            (source.parent / "made" / f"statement.{suffix}").write_bytes(made)

    monkeypatch.setattr(subprocess, "run", run)
    return asked


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_program_the_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    programs(monkeypatch)
    with pytest.raises(LoadError, match="another program is needed") as caught:
        load_bytes(KINDS[kind])
    assert "apt-get install" in caught.value.hint


@pytest.mark.parametrize("kind", ["odt", "rtf", "doc"])
def test_what_is_installed_turns_it_into_a_word_document(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    made = word(p(PORTS), p(FEES))
    programs(monkeypatch, soffice=made)
    source = load_bytes(KINDS[kind])
    assert (source.loader, source.text.split("\n\n")) == ("docx", [PORTS, FEES])
    assert "LibreOffice turned it into .docx" in source.doubts[0]


def test_pandoc_stands_in_and_reads_e_books(monkeypatch: pytest.MonkeyPatch) -> None:
    assert programs(monkeypatch, pandoc=word(p(PORTS))) is not None
    assert "pandoc turned it" in load_bytes(ODT).doubts[0]
    programs(monkeypatch, pandoc=PAGE.encode())
    assert load_bytes(KINDS["epub"]).text == load_bytes(PAGE.encode()).text
    programs(monkeypatch, soffice=b"")
    with pytest.raises(LoadError, match="LibreOffice could not read it"):
        load_bytes(ODT)


# Refused


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"\x1f\x8b\x08 no gzip at all", "gzip file is damaged"),
        (gzip.compress(PORTS.encode())[:-9], "gzip file is cut off"),
        (gzip.compress(gzip.compress(gzip.compress(gzip.compress(PORTS.encode())))), "packed too many times"),
        (packed({"xl/workbook.xml": "<a/>"}), "a spreadsheet, slides or a drawing"),
        (b'{"ports": ["open", "shut"]}', "JSON"),
        (b"%!PS-Adobe-3.0\n(Ports) show\n", "PostScript"),
        (b"MIME-Version: 1.0\nContent-Type: image/png\n\nabc", "no text in this saved mail"),
    ],
)
def test_what_is_no_statement_is_refused(raw: bytes, why: str) -> None:
    with pytest.raises(LoadError, match=why) as caught:
        load_bytes(raw)
    assert caught.value.hint


def test_a_file_that_unpacks_without_end_is_refused() -> None:
    limits = ReadOptions(limits=ReadLimits(size=1000))
    with pytest.raises(LoadError, match="unpack to more than the limit"):
        load_bytes(gzip.compress(bytes(100_000)), limits)
