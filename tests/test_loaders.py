"""Bytes become text once, whatever they come as; what is no statement is refused with a next step."""

import hashlib
import io
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import is_partition, texts

from stmtdiff.errors import LoadError
from stmtdiff.loaders import load, load_bytes
from stmtdiff.loaders.sniff import sniff
from stmtdiff.model import Source
from stmtdiff.outline import parse
from stmtdiff.settings import ReadOptions

PAGE = """<!DOCTYPE html>
<html><head><title>Tamber Forum - Chair's Statement</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article>
<h1>Chair's Statement</h1>
<p>The Forum met in Port&nbsp;Arden on 4&nbsp;May 2025<sup>1</sup> and reviewed the state of the harbour talks, which
had been adjourned in the year before without a date for their resumption.</p>
<p><strong>Fisheries</strong><br>Ministers <em>strongly</em> urged the parties to publish the catch of every vessel that
sails under their flags, and to do so before the season opens.</p>
<table><tr><td>1.</td><td>The Meeting welcomed the offer of Tamberlyn to host the archive and thanked it.</td>
</tr><tr><td>2.</td><td>The Meeting asked the Secretariat to draw up a plan for it within the coming twelve months.</td>
</tr></table>
<p>They agreed to:</p>
<ul><li>share the charts of the inner shoals with all participants by June;</li>
<li>keep the line between the two harbour masters open at every hour of the day.</li></ul>
<p>1. By videoconference. Return to text</p>
</article>
<footer>Last Update: May 5, 2025 - Privacy</footer>
</body></html>"""

MARKDOWN = """---
title: "Leaders\\u2019 Statement"
date: 2025-05-04
tags: forum
---

# Trade

We *strongly* support [the plan](https://forum.example/plan) of the
Secretariat.

1.  First, we
    agree.
2.  We will:
    -   act **now**; and
    -   report.

| Port | Ships |
|------|-------|
| Arden | 12 |

A claim.[^1]

[^1]: See the annex.
"""


def printed(source: Source) -> list[str]:
    """Return the paragraphs of `source` as they are printed."""
    return [paragraph.span.of(source.text) for paragraph in parse(source).paragraphs]


# What the bytes say


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_encodings_are_recognised(encoding: str) -> None:
    text = "The Council’s view of Ålvik was plainly stated, and nobody in the hall asked for more.\n"
    assert load_bytes(text.encode(encoding)).text == text


def test_other_bytes_are_windows_1252_and_the_doubt_is_said() -> None:
    source = load_bytes("The Council’s “view” cost €5.".encode("windows-1252"))
    assert source.text == "The Council’s “view” cost €5."
    assert source.doubts == ("The file is not UTF-8; it was read as windows-1252.",)


@pytest.mark.parametrize(
    ("encoding", "text"), [("koi8-r", "Совет открыл новую гавань."), ("gb18030", "理事会开放了新港口。")]
)
def test_bytes_of_another_script_are_not_shown_as_accents(encoding: str, text: str) -> None:
    with pytest.raises(LoadError, match="the encoding of the file is unknown"):
        load_bytes(text.encode(encoding))


def test_a_few_broken_bytes_do_not_change_the_encoding() -> None:
    raw = "Die Gespräche über Öl, Fähren und Häfen in Ålvik währten länger, für fünf Tage. ".encode() * 3
    source = load_bytes(raw + b"\xc3")
    assert source.text.startswith("Die Gespräche über Öl")
    assert source.doubts == ("Bytes that are not UTF-8 are shown as \ufffd: 1.",)


def test_a_page_may_declare_its_encoding() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body><p>Ředitel mluvil o míru.</p></body></html>'
    assert load_bytes(page.encode("iso-8859-2"), ReadOptions(selector="p")).text == "Ředitel mluvil o míru."


@pytest.mark.parametrize(
    ("label", "written", "text"),
    [
        ("ISO-8859-1", "cp1252", "The Council’s “view” cost €5."),  # every browser takes it for windows-1252
        ("us-ascii", "cp1252", "The Council’s “view” cost €5."),
        ("x-sjis", "cp932", "①理事会は港を開いた。"),
        ("gb2312", "gbk", "理事會開放了新港口。"),
        ("ks_c_5601-1987", "cp949", "이사회는 항구를 열었다. 똠"),
        ("windows-874", "cp874", "สภาเปิดท่าเรือใหม่"),
    ],
)
def test_a_declared_encoding_is_the_one_that_browsers_take_it_for(label: str, written: str, text: str) -> None:
    page = f'<html><head><meta charset="{label}"></head><body><p>{text}</p></body></html>'
    source = load_bytes(page.encode(written), ReadOptions(selector="p"))
    assert (source.text, source.doubts) == (text, ())


def test_a_page_in_utf_8_with_one_broken_byte_is_in_utf_8() -> None:
    page = '<html><head><meta charset="UTF-8"></head><body><p>The café in Ar|den stays open.</p></body></html>'
    source = load_bytes(page.encode().replace(b"|", b"\xe9"), ReadOptions(selector="p"))
    assert source.text == "The café in Ar\ufffdden stays open."
    assert source.doubts == ("Bytes that are not UTF-8 are shown as \ufffd: 1.",)


@pytest.mark.parametrize("label", ["foo-7", "undefined", "idna", "hex", "unicode_escape", "rot13", "utf-8", "utf-16"])
def test_a_declared_encoding_that_pages_are_not_in_is_a_doubt(label: str) -> None:
    page = f'<html><head><meta charset="{label}"></head><body><p>The price was €5 \\u0041.</p></body></html>'
    source = load_bytes(page.encode("cp1252"), ReadOptions(selector="p"))
    assert source.text == "The price was €5 \\u0041."
    (doubt,) = source.doubts
    assert f"'{label}'" in doubt
    assert doubt.endswith("it was read as windows-1252.")


@pytest.mark.parametrize(
    ("top", "encoding"),
    [
        ('<!-- <meta charset="koi8-r"> --><meta charset="iso-8859-2">', "iso-8859-2"),
        ("<script>var m = '<meta charset=koi8-r>';</script><meta charset=iso-8859-2>", "iso-8859-2"),
        (
            "<title>On charset=koi8-r</title><meta http-equiv=content-type content='text/html; charset=ISO_8859-2'>",
            "iso-8859-2",
        ),
    ],
)
def test_only_a_meta_element_declares_an_encoding(top: str, encoding: str) -> None:
    page = f"<html><head>{top}</head><body><p>Ředitel mluvil o míru.</p></body></html>"
    source = load_bytes(page.encode(encoding), ReadOptions(selector="p"))
    assert (source.text, source.doubts) == ("Ředitel mluvil o míru.", ())


def test_a_label_that_does_not_fit_falls_to_the_next() -> None:
    """A page that says it is Japanese and is western; a Japanese one with a torn byte, which is counted."""
    western = '<html><meta charset="euc-jp"><body><p>“Café” and “crème” – in Älvik.</p></body></html>'.encode("cp1252")
    source = load_bytes(western, ReadOptions(selector="p"))
    assert source.text == "“Café” and “crème” – in Älvik."
    assert "read as windows-1252" in source.doubts[0]
    torn = '<html><meta charset="shift_jis"><body><p>理事会は港を開いた。|</p></body></html>'.encode("cp932")
    source = load_bytes(torn.replace(b"|", b"\x81"), ReadOptions(selector="p"))
    assert source.text.startswith("理事会は港を開いた。")
    assert any("not cp932 are shown as \ufffd: 1" in doubt for doubt in source.doubts)


def test_the_hash_is_of_the_bytes_and_the_name_has_no_folder(tmp_path: Path) -> None:
    path = tmp_path / "2025.txt"
    path.write_bytes("\ufeffThe Forum met.\r\n".encode())
    source = load(path)
    assert (source.name, source.loader, source.text) == ("2025.txt", "text", "The Forum met.\n")
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_every_line_end_is_one_and_letters_are_composed() -> None:
    text = load_bytes("a\rb\r\nc\u2028d\u0085e\x0cf e\u0301 \u200b\u202e\u00ad\u2011\u3000".encode()).text
    assert text == "a\nb\nc\nd\ne\nf \u00e9 \u200b\u202e\u00ad\u2011\u3000"


# What kind of file it is


@pytest.mark.parametrize(
    ("raw", "suffix", "kind"),
    [
        (b"The tag <b> and <html> are only named here.", ".txt", "text"),
        (b"The tag <b> and <html> are only named here.", ".html", "text"),
        (b"# 12 ministers met.\n", ".txt", "text"),
        (b"# 12 ministers met.\n", ".md", "markdown"),
        (b"  <!-- saved --><!DOCTYPE html><p>Not found", ".pdf", "html"),
        (b"\xef\xbb\xbf<HTML><body>", ".txt", "html"),
        ("\ufeff<html><body>".encode("utf-16-le"), ".htm", "html"),
        (b"%PDF-1.7\n", ".txt", "pdf"),
        (b"1. We <b>welcome</b> the offer.", "", "text"),
        (b"<prices> fell by 2 percent.", "", "text"),
    ],
)
def test_content_decides_the_format(raw: bytes, suffix: str, kind: str) -> None:
    assert sniff(raw, suffix) == kind


def test_an_error_page_named_pdf_is_read_with_a_doubt() -> None:
    source = load_bytes(b"<!doctype html><html><body><h1>Not found</h1></body></html>", name="2023.pdf")
    assert source.loader == "html"
    assert any("named .pdf" in doubt for doubt in source.doubts)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"%PDF-1.7\n...", "this PDF is cut off"),
        (b"PK\x03\x04" + b"other" * 20, "zip archive"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
        (b"text with a \x00 in it", "binary"),
        (b" \n\n ", "no text"),
        (b"<html><body></body></html>", "no text"),
        (b"The price is \x81.", "encoding"),
    ],
)
def test_what_is_no_statement_is_refused_with_a_next_step(raw: bytes, said: str) -> None:
    with pytest.raises(LoadError, match=said) as caught:
        load_bytes(raw)
    assert caught.value.hint


def test_paths_that_cannot_be_read_say_what_to_try(tmp_path: Path) -> None:
    (tmp_path / "2024.txt").write_text("The Forum met.")
    (tmp_path / "empty.txt").touch()
    for path, said in (
        (tmp_path, "directory"),
        (tmp_path / "empty.txt", "empty"),
        (tmp_path / "no" / "x.txt", "no such file"),
    ):
        with pytest.raises(LoadError, match=said) as caught:
            load(path)
        assert caught.value.hint
    with pytest.raises(LoadError, match=r"no such file.*did you mean .*2024\.txt"):
        load(tmp_path / "2042.txt")


def test_more_than_100_megabytes_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(100_000_001)
    with pytest.raises(LoadError, match="larger than 100 MB"):
        load(path)


def test_an_error_names_the_file_that_it_is_about(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_bytes(b"\x00\x01\x02")
        with pytest.raises(LoadError, match=f"{name}: .*binary"):
            load(tmp_path / name)


def test_the_null_device_is_a_statement_without_text() -> None:
    source = load(os.devnull)
    assert (source.text, source.loader) == ("", "empty")
    assert parse(source).paragraphs == ()


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"The Forum met.")))
    assert load("-").text == "The Forum met."
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    with pytest.raises(LoadError, match="standard input gave no text"):
        load("-")


# Web pages


def test_a_page_gives_its_statement_and_nothing_around_it() -> None:
    source = load_bytes(PAGE.encode(), name="statement.html")
    statement = parse(source)
    assert [paragraph.role for paragraph in statement.paragraphs] == [
        *("title", "body", "heading", "body", "body", "body", "body", "item", "item")
    ]
    assert [paragraph.label.value if paragraph.label else "" for paragraph in statement.paragraphs[4:]] == [
        *("1", "2", "", "-", "-")
    ]
    assert [note.of(source.text) for note in statement.notes] == ["1. By videoconference."]
    assert "2025¹ and" in source.text
    assert "Port\u00a0Arden" in source.text
    assert not any(word in source.text for word in ("Home", "Last Update", "Privacy"))


def test_a_selector_names_the_part_of_a_page() -> None:
    assert load_bytes(PAGE.encode(), ReadOptions(selector="article li")).text.startswith("- share the charts")
    for selector, said in (("#nothing", "matches nothing"), ("[[", "not a CSS selector")):
        with pytest.raises(LoadError, match=said):
            load_bytes(PAGE.encode(), ReadOptions(selector=selector))
    with pytest.raises(LoadError, match="for web pages"):
        load_bytes(b"The Forum met.", ReadOptions(selector="p"))


def test_a_page_with_hardly_any_text_is_read_as_a_whole() -> None:
    assert load_bytes(b"<html><body><p>The Forum met.</p></body></html>").text == "The Forum met."


@pytest.mark.parametrize("tag", ["b", "strong", "u"])
def test_a_line_in_bold_or_underlined_is_a_heading_where_a_page_marks_none(tag: str) -> None:
    page = f"<html><p><{tag}>Harbours</{tag}></p><p>Ministers <{tag}>strongly</{tag}> urged restraint.</p></html>"
    source = load_bytes(page.encode(), ReadOptions(selector="body"))
    assert [mark.span.of(source.text) for mark in source.marks] == ["Harbours"]


# Markdown


def test_markdown_is_read_as_what_it_says() -> None:
    source = load_bytes(MARKDOWN.encode(), name="2025.md")
    statement = parse(source)
    assert printed(source) == [
        "Leaders’ Statement",
        "2025-05-04",
        "Trade",
        "We strongly support the plan of the Secretariat.",
        "1. First, we agree.",
        "2. We will:",
        "- act now; and",
        "- report.",
        "Port\tShips",
        "Arden\t12",
        "A claim.[^1]",
    ]
    assert statement.title is not None
    assert statement.title.of(source.text) == "Leaders’ Statement"
    assert str(statement.dateline.date) == "2025-05-04"
    assert [note.of(source.text) for note in statement.notes] == ["[^1]: See the annex."]
    assert [span.of(source.text) for span in statement.furniture] == ["tags: forum"]


@given(texts, st.sampled_from([".md", ".html", ".txt"]))
def test_any_text_is_read_or_refused_and_every_character_has_a_place(text: str, suffix: str) -> None:
    raw = f"<html><body>{text}</body></html>" if suffix == ".html" else text
    try:
        statement = parse(load_bytes(raw.encode(), name=f"any{suffix}"))
    except LoadError:
        return
    assert is_partition(statement)
    assert unicodedata.is_normalized("NFC", statement.text)
    assert all(mark.span.of(statement.text).strip() for mark in statement.source.marks)


# Plain text out of paged documents


def test_running_heads_leave_the_sentence_that_they_interrupt() -> None:
    pages = (
        "1. The Council welcomes the report on the\nharbour of Tamber and\n\nF/RES/12 (2025)\n25-10001\n\ncalls for its"
        " full implementation;\n\nF/RES/12 (2025)\n25-10002\n\n2. It asks for a second report.\n"
    )
    source = load_bytes(pages.encode())
    assert printed(source) == [
        "1. The Council welcomes the report on the\nharbour of Tamber and\ncalls for its full implementation;",
        "2. It asks for a second report.",
    ]
    assert len(parse(source).furniture) == 4


def test_first_lines_that_come_back_are_no_running_heads() -> None:
    """Below a heading, or with a number that counts paragraphs, a repeated line is the statement's own wording."""
    wording = "The Council took note of the report that the Secretariat had made on the"
    numbered = "\n\n".join(f"{number}. {wording}\nharbours and lights of shore {number}." for number in range(1, 5))
    bare = "\n\n".join(f"{wording}\n{subject} along the coast." for subject in ("ferries", "lights", "quays", "seals"))
    for text in (f"Reports\n\n{numbered}\n", f"Reports\n\n{bare}\n"):
        source = load_bytes(text.encode())
        assert (source.text, source.marks) == (text, ())


def test_a_hyphen_at_a_line_end_goes_only_when_the_joined_word_is_known() -> None:
    text = (
        "Denuclearisation was asked of the Secretary-\nGeneral. The denuclear-\nisation is late, and the long-\n"
        "term plan too.\n"
    )
    assert load_bytes(text.encode()).text == (
        "Denuclearisation was asked of the Secretary-General.\nThe denuclearisation\nis late, and the long-term\n"
        "plan too.\n"
    )


def test_heavy_libraries_wait_for_their_format() -> None:
    code = (
        "import sys; from stmtdiff.loaders import load_bytes; load_bytes(b'The Forum met.');"
        "print([name for name in ('lxml', 'trafilatura', 'markdown_it', 'msgspec') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
