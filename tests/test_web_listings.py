"""Feeds and listing pages name releases; what is neither is one sentence."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stmtdiff.errors import FetchError
from stmtdiff.web.listings import Entry, read_feed, read_listing

BASE = "https://forum.example/press/"
RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Press</title><link>https://forum.example/</link>
<item><title>Chair's Statement
  of the 42nd Dialogue</title><link>2026/chair.html</link><pubDate>Sat, 13 Jun 2026 18:00:00 +0200</pubDate></item>
<item><title>No link</title></item>
<item><title>Photographs</title><link>https://forum.example/photos</link></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Press</title>
<entry><title>Chair's Statement</title><link href="/2026/chair.html"/><updated>2026-06-13T23:30:00Z</updated></entry>
</feed>"""
LISTING = b"""<html><body><nav><a href="/">Home</a></nav><ul class="press">
<li><a href="2026/chair.html"> Chair's <b>Statement</b>, 13 June 2026 </a></li><li><a name="x">no address</a><a href="http://[">none</a></li>
<li><a href="2026/chair.html">Chair's Statement, 13 June 2026</a></li>
<li><a href="2025.pdf">2025</a></li></ul></body></html>"""
DAY = datetime.date(2026, 6, 13)


def test_an_rss_feed_is_read() -> None:
    assert read_feed(RSS, base=BASE) == (
        Entry("Chair's Statement of the 42nd Dialogue", BASE + "2026/chair.html", DAY),
        Entry("Photographs", "https://forum.example/photos", None),
    )


def test_an_atom_feed_is_read() -> None:
    assert read_feed(ATOM, base=BASE) == (Entry("Chair's Statement", "https://forum.example/2026/chair.html", DAY),)


def test_a_feed_that_was_cut_off_gives_what_came() -> None:
    assert read_feed(RSS[:330], base=BASE)[0].date == DAY


def test_a_bomb_of_entities_gives_nothing() -> None:
    levels = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    item = "<item><title>&e9;</title></item>"
    bomb = f'<!DOCTYPE rss [<!ENTITY e0 "ha">{levels}]><rss version="2.0"><channel>{item}</channel></rss>'
    assert read_feed(bomb.encode(), base=BASE) == ()


def test_a_listing_is_read_by_its_selector() -> None:
    chair, last = Entry("Chair's Statement, 13 June 2026", BASE + "2026/chair.html"), Entry("2025", BASE + "2025.pdf")
    assert read_listing(LISTING, base=BASE, selector="ul.press") == (chair, last)
    assert read_listing(LISTING, base=BASE, selector=".press a[href$=pdf]") == (last,)


@pytest.mark.parametrize("selector", ["ol a", "a[", "", "a::before", "x|a"])
def test_a_selector_that_finds_nothing_is_said(selector: str) -> None:
    with pytest.raises(FetchError, match=r"selector|cannot be read"):
        read_listing(LISTING, base=BASE, selector=selector)


@given(st.binary(max_size=200), st.sampled_from([b"", RSS, ATOM, LISTING]), st.integers(0, 600))
def test_anything_is_read_or_refused(junk: bytes, page: bytes, cut: int) -> None:
    raw = page[:cut] + junk
    for read in (read_feed, read_listing):
        try:
            entries = read(raw, base=BASE)
        except FetchError as error:
            assert "\n" not in str(error)  # noqa: PT017  # the other outcome is as good
        else:
            assert all("\n" not in entry.title for entry in entries)
