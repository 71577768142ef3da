"""The pages of histories, matrices and threads in a real browser: barriers, width, paper."""

from typing import Any

import pytest
from support.browser import Desk, demand
from support.serial import reading, series

import stmtdiff
from stmtdiff.timeline.entry import History
from stmtdiff.timeline.grid import matrix_of
from stmtdiff.timeline.phrase_life import history
from stmtdiff.timeline.reading import Reading
from stmtdiff.timeline.thread import trace

demand()

WORDS = ("firm", "steady", "full", "free", "early", "open", "broad")


def many(readings: list[Reading], *phrases: str) -> list[History]:
    return [history(readings, phrase, series="isles") for phrase in phrases]


def long_series() -> list[Reading]:
    """Return 78 releases, each with another wording of several things, in long sentences."""
    said = (
        "The Council urged {} passage of all the ferries between the outer islands and the harbours of the north, and "
        "called for {} trade of the ports in every month in which the weather lets them sail.",
        "It noted that a {} warning of the tides, and {} repair of the lamps, keep the pilots safe.",
    )
    words = [(WORDS[at % len(WORDS)], WORDS[at * 3 % len(WORDS)]) for at in range(78)]
    return [reading(1940 + at, tuple(text.format(*own) for text in said)) for at, own in enumerate(words)]


PAGES = {
    "history": lambda: stmtdiff.render(history(series(), "passage", series="isles"), "html"),
    "formulas": lambda: stmtdiff.render(stmtdiff.history(series()), "html", show_all=True),
    "matrix": lambda: stmtdiff.render(matrix_of([history(series(), "passage", series="isles")]), "html"),
    "many": lambda: stmtdiff.render(matrix_of(many(series(), "passage", "ferries", "weather", "Osk")), "html"),
    "trace": lambda: stmtdiff.render(trace(series(), 1), "html"),
}


@pytest.mark.parametrize("media", [{}, {"color_scheme": "dark"}, {"media": "print"}], ids=["light", "dark", "paper"])
@pytest.mark.parametrize("name", PAGES)
def test_no_barrier_that_axe_can_find(desk: Desk, name: str, media: dict[str, Any]) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = desk.open(PAGES[name](), script=True)
    page.emulate_media(**media)
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"][:3]]) for rule in found] == []


@pytest.mark.parametrize("width", [375, 1024, 1440])
@pytest.mark.parametrize("name", PAGES)
def test_a_narrow_window_scrolls_the_table_and_not_the_page(desk: Desk, name: str, width: int) -> None:
    page = desk.open(PAGES[name](), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "columns"), [(375, 1), (1024, 3), (1440, 4)])
def test_small_charts_stand_side_by_side_as_many_as_have_room(desk: Desk, width: int, columns: int) -> None:
    page = desk.open(PAGES["many"](), width=width)
    tops = page.locator(".chart").evaluate_all("charts => charts.map(chart => chart.getBoundingClientRect().top)")
    assert len([top for top in tops if top == tops[0]]) == columns
    for text in page.locator(".chart svg text").element_handles():
        inside = "text => text.getBBox().x >= 0 && text.getBBox().x + text.getBBox().width <= 340"
        assert text.evaluate(inside), text.text_content()


def test_a_dot_of_a_small_chart_leads_to_its_sentence(desk: Desk) -> None:
    page = desk.open(PAGES["many"](), script=False)
    page.locator(".chart svg a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("li:target")
    assert "full and unhindered" in page.inner_text("li:target")


PHRASES = (
    "passage",
    "trade",
    "ferries",
    "warning",
    "tides",
    "repair",
    "lamps",
    "pilots",
    "ports",
    "weather",
    "month",
    "harbours",
)
ON_PAPER = {
    "history": lambda: stmtdiff.render(history(long_series(), "passage", series="isles"), "html"),
    "matrix": lambda: stmtdiff.render(matrix_of(many(long_series(), *PHRASES, *PHRASES)), "html"),
    "formulas": lambda: stmtdiff.render(stmtdiff.history(long_series()), "html"),
}


@pytest.mark.parametrize("name", ON_PAPER)
def test_78_releases_are_at_most_two_pages_on_paper(desk: Desk, name: str) -> None:
    import pypdfium2

    page = desk.open(ON_PAPER[name]())
    pdf = pypdfium2.PdfDocument(page.pdf(format="A4"))
    text = " ".join(sheet.get_textpage().get_text_range() for sheet in pdf)
    count = len(pdf)
    pdf.close()
    assert count <= 2
    assert "1940" in text
    assert name != "history" or "Printed are" in text
