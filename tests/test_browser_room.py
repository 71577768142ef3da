"""HTML reports in a real browser: what is gone to can be seen, on windows of every width."""

from itertools import pairwise
from typing import Any

import pytest
from support.browser import Desk, demand
from support.pages import html, report
from support.reader import covered, current, is_in_window, place_of, resize, words

demand()

WIDTHS = (375, 768, 1024, 1440)


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("name", ["sample", "heavy", "large"])
def test_the_text_begins_near_the_top(desk: Desk, name: str, script: bool) -> None:
    """Neither a list of a thousand changes, nor a long title, notices and long wordings to read first push it away."""
    widths = WIDTHS if name == "sample" else WIDTHS[1:]
    page = desk.open(html(name), width=WIDTHS[0], script=script)
    for width in widths:
        resize(page, width)
        assert page.locator("#text .t:visible").first.bounding_box()["y"] < 800, width


@pytest.mark.parametrize("width", [375, 768, 1024, 1440])
def test_the_changes_are_a_drawer(desk: Desk, width: int) -> None:
    page = desk.open(html("sample"), width=width, reduced_motion="reduce")
    entries = page.locator("#list li:not([hidden]) a")
    assert not entries.first.is_visible()
    page.click("#aside-open")
    wanted = entries.nth(20).get_attribute("href").removeprefix("#")
    entries.nth(20).click()
    assert not entries.first.is_visible()
    assert current(page) == wanted
    assert covered(page, wanted) == ""
    page.click("#aside-open")
    assert is_in_window(page, "#list [aria-current]")
    page.keyboard.press("Escape")
    assert not entries.first.is_visible()
    assert page.evaluate("document.activeElement.id") == "aside-open"
    assert page.locator("#panel").is_visible()


@pytest.mark.parametrize("name", ["sample", "council"])
def test_a_permalink_lands_where_it_can_be_seen(desk: Desk, name: str) -> None:
    """Nothing lies on the first line of what an address leads to: no bar, no heading, no reasons, no list."""
    shifts = [shift.id for shift in report(name).shifts]
    rows = [link.id for link in report(name).links if link.moved or link.kind == "split"]
    for width, identity in zip(WIDTHS, (shifts[0], shifts[len(shifts) // 2], shifts[-1], rows[-1]), strict=True):
        page = desk.open(html(name), identity, width=width)
        assert covered(page, identity) == "", "as the page opens"
    for start, width in enumerate(WIDTHS, 1):
        resize(page, width)
        for identity in (*shifts[-start::-20], *rows[start % 2 :: 2]):
            page.evaluate("id => { location.hash = id; }", identity)
            assert covered(page, identity) == "", "as the address is changed"


@pytest.mark.parametrize("width", WIDTHS)
def test_next_and_the_map_lead_to_what_can_be_seen(desk: Desk, width: int) -> None:
    page = desk.open(html("sample"), width=width)
    for _ in range(25):
        page.keyboard.press("n")
        assert covered(page, current(page)) == ""
    page.keyboard.press("Escape")
    for number in (1, 14, 42):
        link = page.locator("#anatomy div a").nth(number)
        wanted = link.get_attribute("href").removeprefix("#")
        link.focus()
        page.keyboard.press("Enter")
        assert covered(page, wanted) == ""


@pytest.mark.parametrize("width", WIDTHS)
def test_typing_into_the_search_does_not_move_the_page(desk: Desk, width: int) -> None:
    """Nor does it close a fold that the reader has opened."""
    page = desk.open(html("sample"), width=width)
    fold = page.locator(".fold").nth(3)
    fold.click()
    opened = len(words(page, ".row.open"))
    page.mouse.wheel(0, 2500)
    page.wait_for_timeout(100)
    page.focus("#find")
    page.wait_for_timeout(100)
    before = place_of(page, "#rules"), page.evaluate("scrollY")
    for letter in "freedom of":
        page.keyboard.type(letter)
        page.wait_for_timeout(30)
    page.locator("#status", has_text="hit").wait_for()
    assert (place_of(page, "#rules"), page.evaluate("scrollY")) == before
    assert len(words(page, ".row.open")) == opened > 0


@pytest.mark.parametrize("width", WIDTHS)
def test_another_view_or_class_leaves_the_paragraph_at_the_top(desk: Desk, width: int) -> None:
    page = desk.open(html("sample"), "open=1", width=width, reduced_motion="reduce")
    links = [link for link in report("sample").links if link.kind == "changed" and not link.moved and link.old[0] > 25]
    row = f"[id='{links[0].id}']"
    page.evaluate("row => scrollBy(0, document.querySelector(row).getBoundingClientRect().top - 90)", row)
    page.wait_for_timeout(100)
    for key in ("s", "s", "s", "s", "s", "2", "2"):
        before = place_of(page, row)
        page.keyboard.press(key)
        page.wait_for_timeout(50)
        assert abs(place_of(page, row) - before) < 60, key


def test_a_permalink_lands_in_the_middle_and_the_bar_is_one_row(desk: Desk) -> None:
    told = report("sample")
    identity = told.shifts[len(told.shifts) // 2].id
    page = desk.open(html("sample"), identity, width=WIDTHS[0])
    box = """id => [...document.querySelectorAll(`[id='${id}'], #text [data-of='${id}']`)]
      .map(one => one.getBoundingClientRect()).find(one => one.width > 1).top"""
    for width in WIDTHS:
        resize(page, width)
        page.evaluate("id => { location.hash = ''; location.hash = id; }", identity)
        assert covered(page, identity) == "", width
        assert page.locator("#bar").bounding_box()["height"] < 66
        page.keyboard.press("Escape")
        page.evaluate("id => { location.hash = ''; location.hash = id; }", identity)
        page.keyboard.press("Escape")
        page.wait_for_function(f"id => {{ const top = ({box})(id); return 150 < top && top < 700; }}", arg=identity)
        assert 150 < page.evaluate(box, identity) < 700, width


@pytest.mark.parametrize("width", [1440, 1120])
def test_what_rules_say_stands_in_the_margin_beside_its_paragraph(desk: Desk, width: int) -> None:
    page = desk.open(html("sample"), width=width)
    note = page.locator("#text .f:visible").first
    own = note.locator("xpath=..").locator(".t:visible").last.bounding_box()
    box = note.bounding_box()
    assert box["x"] >= own["x"] + own["width"]
    assert abs(box["y"] - own["y"]) < 24


@pytest.mark.parametrize("width", [768, 1440])
@pytest.mark.parametrize("view", ["side", "inline", "old"])
def test_headings_do_not_pile_up(desk: Desk, view: str, width: int) -> None:
    """While the page is scrolled to its end, one heading at a time stays under the bar, and each has its turn."""
    page = desk.open(html("sample"), f"view={view}&open=1", width=width)
    seen = [_stuck(page)]
    while not page.evaluate("scrollY + innerHeight >= document.documentElement.scrollHeight - 1"):
        page.mouse.wheel(0, 300)
        page.wait_for_timeout(60)
        seen.append(_stuck(page))
    assert max(map(len, seen)) == 1
    assert len([one for one, other in pairwise(seen) if other and one != other]) >= 4


def _stuck(page: Any) -> list[str]:
    """Return the headings that stay right under the bar and the names of the columns; one may just pass by there."""
    return page.evaluate(
        """() => {
             const columns = document.querySelector('#columns');
             const over = columns.checkVisibility() ? columns : document.querySelector('#bar');
             const line = over.getBoundingClientRect().bottom;
             return [...document.querySelectorAll('#text .row.head')].filter(one => one.checkVisibility())
               .filter(one => getComputedStyle(one).position === 'sticky')
               .filter(one => Math.abs(one.getBoundingClientRect().top - line) < 2).map(one => one.id);
           }"""
    )
