"""The pages of histories, matrices and threads in a real browser: barriers, width, paper."""

from typing import Any

import pytest
from support.browser import Desk, demand
from support.serial import series

import stmtdiff
from stmtdiff.timeline.grid import matrix_of
from stmtdiff.timeline.phrase_life import history
from stmtdiff.timeline.thread import trace

demand()

PAGES = {
    "history": lambda: stmtdiff.render(history(series(), "passage", series="isles"), "html"),
    "formulas": lambda: stmtdiff.render(stmtdiff.history(series()), "html", show_all=True),
    "matrix": lambda: stmtdiff.render(matrix_of([history(series(), "passage", series="isles")]), "html"),
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


@pytest.mark.parametrize("name", PAGES)
def test_a_narrow_window_scrolls_the_table_and_not_the_page(desk: Desk, name: str) -> None:
    page = desk.open(PAGES[name](), width=375)
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
