"""HTML reports in a real browser: what a reader presses, chooses, shares and copies."""

import re
from collections import Counter
from typing import Any

import pytest
from browser import Desk, demand
from pages import html, one_line, report

from stmtdiff.model import Statement

demand()

CLASSES = ("softer", "firmer", "mixed", "neutral", "routine", "shape")  # the keys 1 to 6
VIEWS = ("side", "inline", "list", "old", "new")


def view(page: Any) -> str:
    return str(page.get_attribute("html", "data-view"))


def listed(page: Any) -> list[str]:
    """Return the ids of the changes that the list shows."""
    return page.eval_on_selector_all(
        "#list li:not([hidden]) a", "all => all.map(one => one.getAttribute('href').slice(1))"
    )


def pressed(page: Any, group: str) -> list[str]:
    """Return the buttons of a group that are pressed, by what they choose."""
    return page.eval_on_selector_all(
        f"#{group} [aria-pressed=true]", "all => all.map(one => one.dataset.view || one.dataset.class)"
    )


def current(page: Any) -> str:
    """Return the id of the change that the list points at, or nothing."""
    return page.evaluate("document.querySelector('#list [aria-current]')?.getAttribute('href').slice(1) ?? ''")


def fragment(page: Any) -> str:
    return page.evaluate("decodeURIComponent(location.hash.slice(1))")


def state(page: Any) -> dict[str, Any]:
    """Return all that a reader would call the same view of a report."""
    return {
        "view": view(page),
        "classes": pressed(page, "filters"),
        "kinds": page.eval_on_selector_all("#kinds input:checked", "all => all.map(one => one.value)"),
        "find": page.input_value("#find"),
        "listed": listed(page),
        "current": current(page),
        "rows": page.eval_on_selector_all(".row", "all => all.filter(one => one.checkVisibility()).map(one => one.id)"),
        "status": page.inner_text("#status"),
    }


def words(page: Any, blocks: str) -> list[str]:
    """Return the text of the blocks that are seen, one string a block."""
    seen = page.eval_on_selector_all(
        f"#text {blocks}", "all => all.filter(one => one.checkVisibility()).map(one => one.innerText)"
    )
    return [one_line(text) for text in seen if text.strip()]


def letters(text: str) -> str:
    return "".join(text.split())


def paragraphs(statement: Statement) -> list[str]:
    return [one_line(paragraph.body.of(statement.text)) for paragraph in statement.paragraphs]


def is_in_window(page: Any, selector: str) -> bool:
    page.wait_for_timeout(50)
    box = page.locator(selector).first.bounding_box()
    return bool(box) and 0 <= box["y"] < page.viewport_size["height"]


# Keys.


def test_n_and_p_walk_through_the_changes_that_are_shown(desk: Desk) -> None:
    """Each step marks a change in the text and in the list, brings both into the window and writes the address."""
    page = desk.open(html("council"), reduced_motion="reduce")
    shown = listed(page)
    walked = []
    for _ in shown:
        page.keyboard.press("n")
        walked.append(current(page))
        assert fragment(page) == walked[-1]
        assert is_in_window(page, f"[id='{walked[-1]}'], [data-of='{walked[-1]}']")
        assert is_in_window(page, "#list [aria-current]")
    assert walked == shown
    page.keyboard.press("n")
    assert current(page) == shown[0], "after the last comes the first"
    page.keyboard.press("p")
    assert current(page) == shown[-1]
    page.keyboard.press("p")
    assert current(page) == shown[-2]


@pytest.mark.parametrize(("key", "name"), list(enumerate(CLASSES, 1)))
def test_numbers_show_and_hide_a_class_and_the_count_says_so(desk: Desk, key: int, name: str) -> None:
    page = desk.open(html("sample"))
    before = state(page)
    page.keyboard.press(str(key))
    after = state(page)
    assert set(before["classes"]) ^ set(after["classes"]) == {name}
    of_class = page.eval_on_selector_all(f"#list a.{name}", "all => all.map(one => one.hash.slice(1))")
    assert set(before["listed"]) ^ set(after["listed"]) == set(of_class)
    assert after["status"].startswith(f"{len(after['listed'])} of ")
    page.keyboard.press(str(key))
    assert state(page) == before


def test_s_goes_through_all_views_and_back(desk: Desk) -> None:
    page = desk.open(html("council"))
    seen = []
    for _ in VIEWS:
        seen.append(view(page))
        assert pressed(page, "views") == seen[-1:]
        page.keyboard.press("s")
    assert tuple(seen) == VIEWS
    assert view(page) == VIEWS[0]


def test_o_opens_every_fold_and_closes_them(desk: Desk) -> None:
    page = desk.open(html("sample"))
    folded = state(page)
    page.keyboard.press("o")
    assert len(words(page, ".row:not(.ghost)")) == len(report("sample").links)
    page.keyboard.press("o")
    assert state(page) == folded


def test_a_fold_says_how_much_it_holds_and_opens_alone(desk: Desk) -> None:
    page = desk.open(html("sample"))
    fold = page.locator(".fold").first
    held = sum(int(count) for count in re.findall(r"\d+", fold.inner_text()))
    before = len(state(page)["rows"])
    fold.press("Enter")
    assert fold.get_attribute("aria-expanded") == "true"
    assert len(state(page)["rows"]) == before + held


def test_question_mark_opens_the_help_and_escape_closes_it(desk: Desk) -> None:
    page = desk.open(html("council"))
    page.keyboard.press("?")
    assert page.get_by_role("dialog").is_visible()
    for key in ("n", "p", "s", "o", "/", "0", "?"):
        assert page.get_by_role("dialog").get_by_text(key, exact=True).count(), f"the help does not name {key}"
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog").is_visible()


def test_escape_closes_the_change_and_zero_resets_everything(desk: Desk) -> None:
    page = desk.open(html("council"))
    start = state(page)
    page.keyboard.press("n")
    assert page.locator("#panel").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#panel").is_visible()
    for key in "n1s5":
        page.keyboard.press(key)
    page.keyboard.press("0")
    assert state(page) == start
    assert fragment(page) == ""


def test_keys_typed_into_the_search_are_letters_and_single_keys_can_be_switched_off(desk: Desk) -> None:
    page = desk.open(html("council"))
    page.keyboard.press("/")
    page.keyboard.type("nps15?")
    assert page.input_value("#find") == "nps15?"
    assert (view(page), current(page)) == ("side", "")
    page.fill("#find", "")
    page.click("#help-open")
    page.uncheck("#keys")
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    page.keyboard.press("s")
    assert (view(page), current(page)) == ("side", "")


@pytest.mark.parametrize("width", [1440, 375])
def test_everything_that_can_be_clicked_is_reached_with_tab_and_shows_its_focus(desk: Desk, width: int) -> None:
    page = desk.open(html("council"), width=width)
    page.keyboard.press("n")
    page.evaluate("document.activeElement.blur()")
    controls = "a[href], button, input, select, summary"
    for number, control in enumerate(page.query_selector_all(controls)):
        control.evaluate("(one, number) => { one.dataset.test = number; }", number)
    wanted = page.eval_on_selector_all(
        controls,
        """all => all.filter(one => one.checkVisibility() && !one.closest('[aria-hidden=true]'))
                     .map(one => one.dataset.test)""",
    )
    reached = {}
    page.evaluate("document.body.tabIndex = -1; document.body.focus()")
    for _ in range(2 * len(wanted)):
        page.keyboard.press("Tab")
        name, outline = page.evaluate(
            "[document.activeElement.dataset.test, getComputedStyle(document.activeElement).outlineStyle]"
        )
        reached[name] = outline
    assert set(wanted) - set(reached) == set()
    assert [name for name in wanted if reached[name] == "none"] == []


# Addresses.


@pytest.mark.parametrize("name", ["sample", "council"])
def test_every_change_has_an_address_that_leads_to_it(desk: Desk, name: str) -> None:
    """The addresses are the ids that the JSON has too; a folded change is opened by its address."""
    shifts = report(name).shifts
    page = desk.open(html(name))
    there = set(page.eval_on_selector_all("[id]", "all => all.map(one => one.id)"))
    assert {shift.id for shift in shifts} <= there
    routine = next(shift.id for shift in shifts if shift.routine)
    for identity in (shifts[0].id, routine, shifts[-1].id):
        page = desk.open(html(name), identity, reduced_motion="reduce")
        assert fragment(page) == identity
        assert page.locator("#panel").is_visible()
        assert is_in_window(page, f"[id='{identity}']") or is_in_window(page, f"[data-of='{identity}']")


def test_the_address_brings_back_what_is_seen(desk: Desk) -> None:
    """View, classes, kinds, search and the chosen change: whoever gets the link sees the same."""
    page = desk.open(html("sample"))
    page.keyboard.press("s")
    page.keyboard.press("2")
    page.keyboard.press("5")
    page.click("#kinds summary")
    page.check("#kinds input[value=verb]")
    page.check("#kinds input[value=clause]")
    page.fill("#find", 'the "forum" & 100%')
    page.locator("#status", has_text="hit").wait_for()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("n")
    chosen = state(page)
    assert chosen["view"] == "inline"
    assert chosen["kinds"] == ["clause", "verb"]
    assert chosen["current"] == chosen["listed"][0]
    assert chosen["find"] == 'the "forum" & 100%'
    link = page.evaluate("location.hash.slice(1)")
    assert state(desk.open(html("sample"), link)) == chosen


@pytest.mark.parametrize("link", ["view=nonsense", "show=", "nobody", "kind=%E0%A4%A&find=%", "a=b=c&&=&find=<script>"])
def test_a_broken_address_breaks_nothing(desk: Desk, link: str) -> None:
    page = desk.open(html("council"), link)
    assert view(page) == "side"
    page.keyboard.press("0")
    assert state(page) == state(desk.open(html("council")))


# Views.


@pytest.mark.parametrize("name", ["sample", "council"])
@pytest.mark.parametrize("side", ["old", "new"])
def test_a_clean_view_reads_as_the_statement_itself(desk: Desk, name: str, side: str) -> None:
    """Every paragraph, word for word and in the order of its side, and no word of the other side."""
    page = desk.open(html(name), f"view={side}")
    statement = getattr(report(name), side)
    assert " ".join(words(page, ".row:not(.given) .t")) == " ".join(paragraphs(statement))


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
    page.click(f"[id='{row}'] .back")
    assert is_in_window(page, f"#g-{row}")


# The list, the search and the reasons.


def test_the_list_says_of_each_change_what_where_and_why(desk: Desk) -> None:
    page = desk.open(html("council"))
    entry = one_line(page.locator("#list li", has_text="grave").first.text_content())
    for told in ("grave", "4 → 3", "qualifier", "softer", "'grave concern'"):
        assert told in entry


def test_a_click_in_the_list_goes_to_the_change_and_explains_it(desk: Desk) -> None:
    page = desk.open(html("sample"), reduced_motion="reduce")
    noted = {note.shift: note for note in report("sample").annotations}
    shift = next(shift for shift in report("sample").shifts if shift.id in noted and not shift.routine)
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
    page.check("#on-topic")
    assert [text for text in words(page, ".row:not(.ghost) .t") if "almanac" not in text] == []
    page.keyboard.press("Escape")
    page.fill("#find", "no such words")
    page.locator("#status", has_text=" 0 hits").wait_for()
    assert words(page, ".row:not(.ghost) .t") == []


def test_order_of_weight_brings_what_rules_speak_of_to_the_top(desk: Desk) -> None:
    page = desk.open(html("sample"))
    page.select_option("#order", "weight")
    noted = {note.shift for note in report("sample").annotations}
    spoken = [identity in noted for identity in listed(page)]
    assert spoken == sorted(spoken, reverse=True)


# Copying.


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
@pytest.mark.parametrize("name", ["sample", "council"])
def test_one_side_is_copied_whole(desk: Desk, name: str, side: str) -> None:
    page = desk.open(html(name), permissions=["clipboard-read", "clipboard-write"])
    page.click("#copy summary")
    page.click(f"#copy-{side}")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert one_line(copied) == " ".join(paragraphs(getattr(report(name), side)))


def test_a_change_is_copied_as_a_citation(desk: Desk) -> None:
    """Both wordings, each with its statement, date, paragraph and source, and the address of the change."""
    page = desk.open(html("sample"), permissions=["clipboard-read", "clipboard-write"])
    told = report("sample")
    shift = next(shift for shift in told.shifts if shift.old and shift.new and shift.direction == "softer")
    page.click(f"#list a[href='#{shift.id}']")
    page.click("#cite")
    cited = page.evaluate("navigator.clipboard.readText()")
    for statement, span in ((told.old, shift.old), (told.new, shift.new)):
        number = next(p.label.value for p in statement.paragraphs if p.label and span.is_inside(p.span))
        named = (span.of(statement.text), statement.title.of(statement.text), statement.name, f"paragraph {number}")
        assert [part for part in named if one_line(part) not in cited] == []
        assert statement.dateline.date.isoformat() in cited
    assert cited.endswith(f"#{shift.id}")
