"""HTML reports in a real browser: the list, the map, the search, the filters, the reasons, and copying."""

import re

import pytest
from support.browser import Desk, demand
from support.pages import html, one_line, report
from support.reader import covered, fragment, is_in_window, listed, painted, painted_top, paragraphs, pressed, words

demand()


def test_the_list_says_of_each_change_what_where_and_why(desk: Desk) -> None:
    page = desk.open(html("council"))
    entry = one_line(page.locator("#list li", has_text="grave").first.text_content())
    for told in ("grave", "4 → 3", "qualifier", "softer", "'grave concern'"):
        assert told in entry


def test_a_click_in_the_list_goes_to_the_change_and_explains_it(desk: Desk) -> None:
    page = desk.open(html("sample"), reduced_motion="reduce")
    noted = {note.shift: note for note in report("sample").annotations}
    shift = next(shift for shift in report("sample").shifts if shift.id in noted and shift.is_news)
    page.click("#aside-open")
    page.click(f"#list a[href='#{shift.id}']")
    assert is_in_window(page, f"[id='{shift.id}'], [data-of='{shift.id}']")
    told = one_line(page.inner_text("#panel"))
    link = next(link for link in report("sample").links if link.id == shift.link)
    for wanted in (noted[shift.id].rule, noted[shift.id].name, noted[shift.id].why, link.method, str(link.score)):
        assert one_line(wanted) in told


def test_the_search_counts_its_hits_and_can_leave_out_everything_else(desk: Desk) -> None:
    page = desk.open(html("council"))
    page.fill("#find", "almanac")
    page.locator("#status", has_text="hit").wait_for()
    assert re.search(r"\b[12] hits? for .almanac.", page.inner_text("#status"))
    page.click("#copy summary")
    page.check("#on-topic")
    page.keyboard.press("Escape")
    assert [text for text in words(page, ".row:not(.ghost) .t") if "almanac" not in text] == []
    page.fill("#find", "no such words")
    page.locator("#status", has_text="No hit").wait_for()
    assert words(page, ".row:not(.ghost) .t") == []


def test_enter_goes_from_hit_to_hit_and_shift_enter_back(desk: Desk) -> None:
    """Each hit is brought into the window, also out of a fold; after the last comes the first."""
    page = desk.open(html("sample"), reduced_motion="reduce")
    page.fill("#find", "reaffirmed")
    page.locator("#status", has_text="hit").wait_for()
    found = painted(page, "found")
    assert len(found) > 2
    assert {text.lower() for text in found} == {"reaffirmed"}
    for number in (*range(1, len(found) + 1), 1):
        page.press("#find", "Enter")
        assert page.inner_text("#status") == f"Hit {number} of {len(found)}."
        assert 0 < painted_top(page, "found", number - 1) < 900
    page.press("#find", "Shift+Enter")
    assert page.inner_text("#status") == f"Hit {len(found)} of {len(found)}."
    assert 0 < painted_top(page, "found", len(found) - 1) < 900


def test_escape_in_the_search_empties_it_and_leaves_the_change_open(desk: Desk) -> None:
    page = desk.open(html("council"))
    page.keyboard.press("n")
    page.keyboard.press("/")
    page.keyboard.type("almanac")
    page.locator("#status", has_text="hit").wait_for()
    page.keyboard.press("Escape")
    page.locator("#status", has_not_text="hit").wait_for()
    assert page.input_value("#find") == ""
    assert page.locator("#panel").is_visible()


def test_each_kind_can_be_chosen_alone_and_with_others(desk: Desk) -> None:
    shifts = [shift for shift in report("sample").shifts if shift.is_news]
    page = desk.open(html("sample"))
    kinds = page.eval_on_selector_all("#kinds input", "all => all.map(one => one.value)")
    assert kinds == sorted({shift.kind for shift in report("sample").shifts})
    for kind in kinds:
        page.locator(f"#kinds input[value={kind}]").evaluate("one => one.click()")
        assert set(listed(page)) == {shift.id for shift in shifts if shift.kind == kind}
        page.locator(f"#kinds input[value={kind}]").evaluate("one => one.click()")
    page.click("#kinds summary")
    page.check("#kinds input[value=verb]")
    page.check("#kinds input[value=figure]")
    assert set(listed(page)) == {shift.id for shift in shifts if shift.kind in ("verb", "figure")}


def test_a_class_without_changes_has_no_button(desk: Desk) -> None:
    page = desk.open(html("council"))
    page.click("#kinds summary")
    assert page.locator("#filters [data-class=softer]").is_visible()
    assert not page.locator("#filters [data-class=mixed]").is_visible()


@pytest.mark.parametrize("width", [1440, 375])
def test_one_click_shows_one_class_alone_and_another_shows_all_again(desk: Desk, width: int) -> None:
    page = desk.open(html("sample"), width=width)
    whole = listed(page)
    for name in ("softer", "firmer", "shape"):
        page.click(f"#only [data-only={name}]")
        assert pressed(page, "filters") == [name]
        assert 0 < len(listed(page)) < len(whole)
    page.click("#only [data-only=shape]")
    assert listed(page) == whole
    page.click("#kinds summary")
    page.click("#filters [data-only=routine]")
    assert pressed(page, "filters") == ["routine"]
    page.fill("#find", "no such words")
    page.locator("#status", has_text="No hit for").wait_for()


# The map.


def test_the_map_leads_to_the_paragraph_that_is_pointed_at_by_mouse_and_by_keyboard(desk: Desk) -> None:
    """A block of several paragraphs leads to the one under the pointer; the keyboard stops once and uses arrows."""
    page = desk.open(html("sample"), reduced_motion="reduce")
    count = len(report("sample").new.paragraphs)
    box = page.locator("#anatomy div svg").bounding_box()
    bottom = box["y"] + box["height"] * 0.86
    for index in (1, 30, count - 1):
        page.evaluate("scrollTo(0, 0)")
        page.mouse.click(box["x"] + box["width"] * (index + 0.5) / count, bottom)
        row = report("sample").link_of("new", index).id
        assert fragment(page) == row
        assert covered(page, row) == ""
    assert page.locator("#anatomy [aria-current]").count() == 1
    assert page.locator("#anatomy a[tabindex='0']").count() == 1
    page.focus("#anatomy a[tabindex='0']")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    wanted = page.locator("#anatomy div a").nth(1).get_attribute("href").removeprefix("#")
    page.keyboard.press("Enter")
    assert fragment(page) == wanted


def test_without_a_script_each_block_of_the_map_is_a_link_and_a_telephone_has_one_ribbon(desk: Desk) -> None:
    page = desk.open(html("council"), script=False)
    entries = page.locator("#anatomy").get_by_role("listitem")
    assert entries.count() == page.locator("#anatomy div a").count() > 3
    assert entries.last.get_by_role("link").count() == 1
    blocks = page.locator("#anatomy g.added path, #anatomy g.removed path")
    assert page.locator("#anatomy div").bounding_box()["height"] > 60
    page.set_viewport_size({"width": 375, "height": 812})
    assert page.locator("#anatomy div").bounding_box()["height"] < 40
    assert blocks.count() > 0
    page.locator("#anatomy g.added a").first.click(position={"x": 3, "y": 8})
    assert page.evaluate("location.hash") == page.locator("#anatomy g.added a").first.get_attribute("href")


# Order.


def test_order_of_weight_brings_what_rules_speak_of_to_the_top(desk: Desk) -> None:
    """It is the order in which the list opens; that of the text can be chosen."""
    page = desk.open(html("sample"))
    noted = {note.shift for note in report("sample").annotations}
    order = "all => all.map(one => one.hash.slice(1))"
    spoken = [identity in noted for identity in page.eval_on_selector_all("#list li:not([hidden]) a", order)]
    assert spoken == sorted(spoken, reverse=True)
    page.click("#aside-open")
    page.select_option("#order", "text")
    assert page.eval_on_selector_all("#list li:not([hidden]) a", order) == listed(page)


def test_a_marked_passage_pastes_with_its_marks(desk: Desk) -> None:
    page = desk.open(html("council"), "view=inline")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#text .moved .t'))")
    pasted = one_line(page.evaluate("getSelection().toString()"))
    assert "voiced [-grave-] concern" in pasted
    assert "and [-urged-]{+invited+} the keepers" in pasted


def test_selecting_in_one_column_takes_no_word_of_the_other(desk: Desk) -> None:
    page = desk.open(html("council"), "open=1")
    page.locator("#text .copy").nth(1).scroll_into_view_if_needed()
    first, last = (page.locator("#text .copy").nth(number).bounding_box() for number in (1, 2))
    page.mouse.move(first["x"] + 2, first["y"] + 8)
    page.mouse.down()
    page.mouse.move(last["x"] + last["width"] - 4, last["y"] + last["height"] - 6, steps=8)
    page.mouse.up()
    copied = page.evaluate("getSelection().toString()")
    assert "Members thanked the pilots" in one_line(copied)
    assert "urged" in copied
    assert "Council thanked" not in one_line(copied)


@pytest.mark.parametrize("side", ["old", "new"])
@pytest.mark.parametrize(("name", "view"), [("sample", ""), ("council", ""), ("apart", ""), ("apart", "view=new")])
def test_one_side_is_copied_whole(desk: Desk, name: str, view: str, side: str) -> None:
    page = desk.open(html(name), view, permissions=["clipboard-read", "clipboard-write"])
    page.click("#copy summary")
    page.click(f"#copy-{side}")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert one_line(copied) == " ".join(paragraphs(getattr(report(name), side)))


def test_a_change_is_copied_as_a_citation(desk: Desk) -> None:
    """Both wordings, each with its statement, date, paragraph and source, and the address of the change."""
    page = desk.open(html("sample"), permissions=["clipboard-read", "clipboard-write"])
    told = report("sample")
    shift = next(shift for shift in told.shifts if shift.old and shift.new and shift.direction == "softer")
    page.click("#aside-open")
    page.click(f"#list a[href='#{shift.id}']")
    page.click("#cite")
    cited = page.evaluate("navigator.clipboard.readText()")
    for statement, span in ((told.old, shift.old), (told.new, shift.new)):
        number = next(p.label.value for p in statement.paragraphs if p.label and span.is_inside(p.span))
        named = (span.of(statement.text), statement.title.of(statement.text), statement.name, f"paragraph {number}")
        assert [part for part in named if one_line(part) not in cited] == []
        assert statement.dateline.date.isoformat() in cited
    assert cited.endswith(f"#{shift.id}")
