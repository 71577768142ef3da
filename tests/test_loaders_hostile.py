"""Files that are made, or broken, to hang or to break down their reader end in one sentence, or are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import is_partition
from support.word import p, word

from stmtdiff.errors import LoadError
from stmtdiff.loaders import load_bytes
from stmtdiff.loaders.html import read as read_html
from stmtdiff.loaders.sniff import sniff
from stmtdiff.model import Source
from stmtdiff.outline import parse
from stmtdiff.settings import ReadLimits, ReadOptions


@pytest.mark.parametrize("blank", [" ", "\n", "\t", "\u00a0"])
def test_a_page_may_begin_with_any_number_of_blanks(blank: str) -> None:
    """Looked for at every blank instead of at the start, the declaration takes two minutes for these."""
    declaration = "<?xml version='1.0' encoding='utf-8'?>"
    page = f"<html><body>{blank * 200_000}<p>The Forum met.</p></body></html>"
    for before in ("", declaration, f"{blank * 200_000}{declaration}"):
        assert read_html((before + page).encode()).text == "The Forum met."


def test_a_format_is_told_behind_any_number_of_comments() -> None:
    """Each comment could also end at the end of a later one; all the ways to part fifty of them take for ever."""
    comments = b"<!-- saved --> <?xml version='1.0'?>" * 50
    assert sniff(comments + b"Ports stay open.", ".txt") == "text"
    assert sniff(comments + b"<html>", ".txt") == "html"


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<html><head><title>Ports</title></head></html>", "has no text"),
        ("<html>", "has no text"),
        ("<!doctype html>", "there is no text"),
        ('<html><head><META HTTP-EQUIV="Refresh" content="0; url=/text.html"></head></html>', "only points to another"),
        ("<html><frameset><frame src='/text.html'></frameset></html>", "only shows other pages in frames"),
    ],
)
def test_a_page_without_a_body_is_refused_in_one_sentence(page: str, said: str) -> None:
    with pytest.raises(LoadError, match=said) as caught:
        load_bytes(page.encode())
    assert caught.value.hint


@pytest.mark.parametrize("opened", ["<div>", "<p><font>"])
def test_a_page_that_is_nested_too_deep_is_not_read_in_half(opened: str) -> None:
    """The library below stops at the 256th level and gives what came before as if it were the page."""
    pages = [f"<html><body><p>Ports stay open.</p>{opened * depth}Lights are lit.</body></html>" for depth in (50, 400)]
    assert load_bytes(pages[0].encode(), ReadOptions(selector="body")).text.endswith("Lights are lit.")
    for selector in (None, "body"):
        with pytest.raises(LoadError, match="nested too deeply") as caught:
            load_bytes(pages[1].encode(), ReadOptions(selector=selector))
        assert caught.value.hint


@pytest.mark.parametrize("selector", ["p::before", "p:nth-child(x)", "a|b", "[[", "p:has(", "p["])
def test_what_selects_no_element_is_no_selector(selector: str) -> None:
    with pytest.raises(LoadError, match="is not a CSS selector for elements"):
        load_bytes(b"<html><body><p>Ports stay open.</p></body></html>", ReadOptions(selector=selector))


@pytest.mark.parametrize(
    ("start", "first"),
    [("4", 4), (" 7 ", 7), ("0", 0), ("-1", -1), ("9" * 9, 999_999_999), ("9" * 5_000, 1), ("x", 1), ("\u0664", 1)],
)
def test_a_list_begins_where_a_browser_begins_it(start: str, first: int) -> None:
    page = f'<html><body><ol start="{start}"><li>Ports stay open.</li><li>Lights are lit.</li></ol></body></html>'
    source = load_bytes(page.encode(), ReadOptions(selector="ol"))
    assert source.text == f"{first}. Ports stay open.\n\n{first + 1}. Lights are lit."


# What a reader of a format does not foresee


READERS = {
    "text": b"The Forum met.",
    "markdown": b"---\ntitle: Ports\n---\nThe Forum met.",
    "html": b"<html><body><p>The Forum met.</p></body></html>",
    "docx": b"PK\x03\x04 word/",
    "pdf": b"%PDF-1.7\n%%EOF",
}


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("error", [ValueError("two\nlines " + "x" * 5_000), RecursionError(), KeyError("w:p")])
def test_a_reader_that_breaks_down_is_named_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, kind: str, error: Exception
) -> None:
    def read(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(f"stmtdiff.loaders.{kind}.read", read)
    with pytest.raises(LoadError, match=rf"^the {kind} reader failed .*\({type(error).__name__}") as caught:
        load_bytes(READERS[kind])
    assert caught.value.hint
    assert caught.value.__cause__ is error  # for whoever looks into it
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize(
    "raw",
    [
        b"Ports stay open. Lights are lit.",
        b"---\ntitle: Ports\n---\nPorts stay open. Lights are lit.",
        b"<html><body><p>Ports stay open.</p><p>Lights are lit.</p></body></html>",
        word(p("Ports stay open."), p("Lights are lit.")),
    ],
)
def test_a_document_has_at_most_ten_million_characters(raw: bytes) -> None:
    assert ReadOptions().limits.letters == 10_000_000
    with pytest.raises(LoadError, match="has more than 20 characters, which is the limit") as caught:
        load_bytes(raw, ReadOptions(limits=ReadLimits(letters=20)))
    assert caught.value.hint


LABELS = (
    "utf-8",
    "utf-16",
    "iso-8859-1",
    "x-sjis",
    "gb2312",
    "euc-jp",
    "iso-2022-jp",
    "big5",
    "koi8-r",
    "hex",
    "\u2013",
)
MARKUP = (
    b"",
    b"<p>",
    b"<li value=",
    b"<ol start=9>",
    b"<table><tr><td>",
    b"<br>",
    b"<pre>",
    b"</",
    b"<!--",
    b"<del>",
    b"&#8;",
    b"<?xml version='1.0'?><act><p>",
    b"MIME-Version: 1.0\nContent-Type: text/html\n\n",
    b"\x1f\x8b\x08",
    b"PK\x03\x04word/",
    b"[^1]: ",
    b"# A\n\n",
    b"Article 3. ",
    b"1. A ",
)


def source_or_error(raw: bytes, name: str) -> tuple[Source | None, LoadError | None]:
    try:
        return load_bytes(raw, name=name), None
    except LoadError as error:
        return None, error


@given(
    st.lists(st.one_of(st.binary(max_size=30), st.sampled_from(MARKUP)), max_size=12).map(b"".join),
    st.sampled_from([".txt", ".html", ".md", ".csv", "", ".xml", ".mht", ".eml", ".docx", ".odt", ".gz", ".pdf"]),
    st.one_of(st.none(), st.sampled_from(LABELS)),
)
def test_any_bytes_under_any_label_are_a_text_or_one_sentence(raw: bytes, suffix: str, label: str | None) -> None:
    head = f'<html><head><meta charset="{label}"></head><body>'.encode() if label else b""
    read, refused = source_or_error(head + raw, f"any{suffix}")
    if read is not None:
        assert read.text.strip()
        assert all(mark.span.end <= len(read.text) for mark in read.marks)
        assert is_partition(parse(read))
    if refused is not None:
        assert refused.message
        assert refused.hint
        assert "broke down" not in refused.message


@pytest.mark.parametrize("sign", [" ", "<", "-", "7", "\u00a0", "<br>", "</p>", "<!--", "&", "meta charset="])
@pytest.mark.parametrize("suffix", [".html", ".txt", ".md"])
def test_a_long_run_of_one_sign_is_read_or_refused(sign: str, suffix: str) -> None:
    """Each of them has once sent a reader back to every place before it; benchmarks measure how long a million take."""
    page = f"<html><body><p>Ports stay open.</p>{sign * 20_000}<p>Lights are lit.</p></body></html>"
    text = page if suffix == ".html" else f"Ports stay open.\n\n{sign * 20_000}\n\nLights are lit."
    read, refused = source_or_error(text.encode(), f"run{suffix}")
    assert "Ports stay open." in read.text if read else refused and refused.hint
