"""HTML reports in a real browser: the five views, and what moved."""

from collections import Counter

import pytest
from support.browser import Desk, demand
from support.pages import GONE, html, one_line, report
from support.reader import VIEWS, fragment, is_in_window, letters, painted, painted_top, paragraphs, state, view, words

demand()


@pytest.mark.parametrize("name", ["sample", "council", "apart"])
@pytest.mark.parametrize("side", ["old", "new"])
def test_a_clean_view_reads_as_the_statement_itself(desk: Desk, name: str, side: str) -> None:
    """Every paragraph, word for word and in the order of its side, and no word of the other side."""
    page = desk.open(html(name), f"view={side}")
    statement = getattr(report(name), side)
    assert " ".join(words(page, ".row:not(.given) .t")) == " ".join(paragraphs(statement))


def test_paragraphs_that_stood_apart_are_in_their_rows_again_in_the_other_views(desk: Desk) -> None:
    """Whoever looks at both texts alone and comes back sees what was seen before, and finds the same words."""
    page = desk.open(html("apart"), "open=1&find=lenses")
    before, found = (state(page), words(page, ".t")), []
    for _ in VIEWS:
        found.append((view(page), len(painted(page, "found"))))
        page.keyboard.press("s")
    assert found == [("side", 2), ("inline", 1), ("list", 1), ("old", 1), ("new", 1)]
    assert (state(page), words(page, ".t")) == before


@pytest.mark.parametrize("name", ["sample", "council"])
def test_side_by_side_each_column_reads_as_its_side(desk: Desk, name: str) -> None:
    page = desk.open(html(name), "open=1")
    told = report(name)
    columns = page.eval_on_selector_all(
        "#text .row:not(.given) .t",
        """all => all.filter(one => one.checkVisibility())
                     .map(one => [one.getBoundingClientRect().left, one.innerText])""",
    )
    left = min(place for place, _ in columns)
    old = sorted(letters(text) for place, text in columns if place == left)
    new = [letters(text) for place, text in columns if place > left]
    assert "".join(new) == "".join(map(letters, paragraphs(told.new)))
    assert Counter("".join(old)) == Counter("".join(map(letters, paragraphs(told.old))))


def test_both_columns_of_a_row_begin_at_the_same_height(desk: Desk) -> None:
    page = desk.open(html("sample"), "open=1")
    tops = page.eval_on_selector_all(
        "#text .row:not(.ghost)",
        """all => all.map(row => [...row.querySelectorAll('.t')].filter(one => one.checkVisibility())
                                   .map(one => one.getBoundingClientRect().top))""",
    )
    assert [row for row in tops if len(set(row)) > 1] == []


def test_on_a_narrow_screen_there_is_one_column_with_both_wordings(desk: Desk) -> None:
    page = desk.open(html("council"), width=375)
    lefts = page.eval_on_selector_all(
        "#text .t", "all => all.filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect().left)"
    )
    assert len(set(lefts)) == 1
    seen = letters("".join(words(page, ".t")))
    assert "voiced[-grave-]concern" in seen
    assert "[-urged-]{+invited+}" in seen


def test_changes_only_leaves_out_what_did_not_change(desk: Desk) -> None:
    page = desk.open(html("council"), "view=list")
    seen = " ".join(words(page, ".t"))
    assert "grave" in seen
    assert "Tide tables" not in seen
    still = page.locator("#text .e", has_text="the only instrument that binds every shore").first
    assert not still.locator("span").is_visible()


def test_a_moved_paragraph_and_the_place_it_left_point_at_each_other(desk: Desk) -> None:
    page = desk.open(html("council"), reduced_motion="reduce")
    row = page.locator(".row.moved:not(.ghost)").get_attribute("id")
    page.click(f"#g-{row} a")
    assert fragment(page) == row
    assert is_in_window(page, f"[id='{row}']")
    assert page.locator(f"[id='{row}'] .back").bounding_box()["height"] >= 24
    page.click(f"[id='{row}'] .back")
    assert is_in_window(page, f"#g-{row}")


@pytest.mark.parametrize("view", ["side", "inline"])
def test_a_sentence_that_changed_paragraph_is_outlined_at_both_ends_of_its_way(desk: Desk, view: str) -> None:
    page = desk.open(html("travelled"), f"view={view}", reduced_motion="reduce")
    assert painted(page, "moved") == [GONE, GONE]
    for link in ("a sentence went to", "a sentence came from"):
        page.locator(".at a", has_text=link).click()
        assert painted(page, "arrived") == [GONE]
    page.click("#aside-open")
    page.locator("#list a").first.click()
    assert painted(page, "arrived") == []


def test_a_sentence_that_moved_within_its_paragraph_is_outlined_where_it_was_and_is(desk: Desk) -> None:
    told = report("sample")
    (moved,) = [link for link in told.sentence_links if link.moved]
    sentence = one_line(told.new.sentences[moved.new[0]].span.of(told.new.text))
    page = desk.open(html("sample"), reduced_motion="reduce")
    page.locator(".at a", has_text="a sentence moved within").click()
    assert painted(page, "arrived") == painted(page, "moved") == [sentence, sentence]
    assert all(0 < painted_top(page, "arrived", number) < 900 for number in (0, 1))


def test_the_columns_say_which_side_they_are(desk: Desk) -> None:
    """Their names stay in sight over the columns, and are gone from the other views."""
    page = desk.open(html("sample"), "open=1")
    page.mouse.wheel(0, 3000)
    page.wait_for_timeout(100)
    names = page.locator("#columns span")
    assert names.all_inner_texts() == ["Old, 2024-07-26", "New, 2025-07-11"]
    bar = page.locator("#bar").bounding_box()
    for name, column in zip(names.all(), ("#text .copy", "#text .changed .t:not(.copy)"), strict=True):
        assert name.bounding_box()["x"] == page.locator(column).first.bounding_box()["x"]
        assert 0 <= name.bounding_box()["y"] - bar["y"] - bar["height"] < 30
    page.keyboard.press("s")
    assert not page.locator("#columns").is_visible()
