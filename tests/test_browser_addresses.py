"""HTML reports in a real browser: what an address or an option of the command shows when the page opens."""

import pytest
from support.browser import Desk, demand
from support.pages import html, report
from support.reader import fragment, is_in_window, state, view, words

import stmtdiff

demand()


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


# What the command asked for.


@pytest.mark.parametrize(
    ("options", "classes", "kinds"),
    [
        ({"only": ("softer",)}, ["softer"], []),
        ({"only": ("firmer", "routine")}, ["firmer", "routine"], []),
        ({"only": ("moved",)}, ["shape"], []),
        ({"only": ("substantive",)}, ["softer", "firmer", "mixed", "neutral"], []),
        ({"only": ("verb", "figure")}, ["softer", "firmer", "mixed", "neutral", "minor", "shape"], ["figure", "verb"]),
        ({"only": ("softer", "verb")}, ["softer"], ["verb"]),
    ],
)
def test_only_chooses_the_classes_and_kinds_of_the_first_look(
    desk: Desk, options: dict[str, tuple[str, ...]], classes: list[str], kinds: list[str]
) -> None:
    page = desk.open(stmtdiff.render(report("sample"), "html", **options))
    first = state(page)
    assert (first["classes"], first["kinds"], fragment(page)) == (classes, kinds, "")
    assert (
        0
        < len(first["listed"])
        < len(state(desk.open(html("sample"), "show=softer,firmer,mixed,neutral,minor,routine,shape"))["listed"])
    )
    page.keyboard.press("1")
    assert state(page) != first
    page.keyboard.press("0")
    assert state(page) == first, "reset goes back to what the command asked for"


def test_topic_shows_its_paragraphs_only_until_the_reader_wants_more(desk: Desk) -> None:
    page = desk.open(stmtdiff.render(report("sample"), "html", topic="maritime|sea"))
    first = state(page)
    assert page.input_value("#find") == "maritime|sea"
    assert page.is_checked("#on-topic")
    seen = words(page, ".row:not(.ghost, .head)")
    assert seen
    assert [text for text in seen if "maritime" not in text.lower() and "sea" not in text.lower()] == []
    page.click("#copy summary")
    page.uncheck("#on-topic")
    assert len(words(page, ".row:not(.ghost, .head)")) > len(seen)
    page.keyboard.press("0")
    assert state(page) == first


def test_view_and_all_are_the_first_look_too(desk: Desk) -> None:
    page = desk.open(stmtdiff.render(report("council"), "html", view="list", show_all=True))
    assert (view(page), page.get_attribute("#unfold", "aria-pressed")) == ("list", "true")


def test_the_address_is_stronger_than_what_the_command_asked_for(desk: Desk) -> None:
    page = desk.open(stmtdiff.render(report("sample"), "html", only=("softer",)), "show=firmer,shape&view=inline")
    assert (state(page)["classes"], view(page)) == (["firmer", "shape"], "inline")
