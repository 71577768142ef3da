"""HTML reports in a real browser: every key, and what can be reached without a mouse."""

import re

import pytest
from support.browser import Desk, demand
from support.pages import html, report
from support.reader import CLASSES, VIEWS, current, fragment, is_in_window, listed, pressed, state, view, words

demand()


def test_n_and_p_walk_through_the_changes_that_are_shown(desk: Desk) -> None:
    """Each step marks a change in the text and in the list, brings it into the window and writes the address."""
    page = desk.open(html("council"), reduced_motion="reduce")
    shown = listed(page)
    walked = []
    for _ in shown:
        page.keyboard.press("n")
        walked.append(current(page))
        assert fragment(page) == walked[-1]
        assert is_in_window(page, f"[id='{walked[-1]}'], [data-of='{walked[-1]}']")
    assert walked == shown
    page.keyboard.press("n")
    assert current(page) == shown[0], "after the last comes the first"
    page.keyboard.press("p")
    assert current(page) == shown[-1]
    page.keyboard.press("p")
    assert current(page) == shown[-2]


def test_numbers_show_and_hide_a_class_and_the_count_says_so(desk: Desk) -> None:
    page = desk.open(html("sample"))
    before = state(page)
    for key, name in enumerate(CLASSES, 1):
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
    page.click("#copy summary")
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
        """all => all.filter(one => one.checkVisibility() && one.tabIndex >= 0 && !one.closest('[aria-hidden=true]'))
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
