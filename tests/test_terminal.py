"""The page as a reader sees it, kept in files; `pytest --update` rewrites them."""

import re
from collections.abc import Callable

import pytest
from support.reports import COUNCIL

from stmtdiff import compare
from stmtdiff.renderers import render
from stmtdiff.renderers.options import Options
from stmtdiff.renderers.page import page
from stmtdiff.renderers.svg import WIDTH, picture
from stmtdiff.series.library import read

PAGES: dict[str, tuple[str, dict[str, object]]] = {
    "side-80.txt": ("terminal", {"width": 80}),
    "side-120.txt": ("terminal", {"width": 120}),
    "inline-80.txt": ("terminal", {"width": 80, "view": "inline"}),
    "list-80.txt": ("terminal", {"width": 80, "view": "list"}),
    "all-120.txt": ("terminal", {"width": 120, "show_all": True}),
    "colour-80.txt": ("terminal", {"width": 80, "color": True}),
    "plain.txt": ("plain", {}),
    "report.md": ("markdown", {}),
    "critic.md": ("criticmarkup", {}),
    "shifts.csv": ("csv", {}),
    "report.json": ("json", {}),
}
PICTURED_LINES = 72  # of the demo at most: its top, down to the first row with several findings


@pytest.mark.parametrize("name", PAGES)
def test_the_council_looks_as_it_did(name: str, expect: Callable[[str, str], None]):
    """Escape characters are written as ␛ in the file, so that it can be read and compared."""
    chosen, options = PAGES[name]
    expect(f"tests/golden/{name}", render(COUNCIL, chosen, **options).replace("\x1b", "␛"))


def test_the_picture_of_the_demo_is_what_the_demo_shows(expect: Callable[[str, str], None]):
    report = compare(read("sample:2024"), read("sample:2025"))
    drawn = picture(page(report, Options(width=WIDTH)), height=PICTURED_LINES)
    expect("docs/demo.svg", drawn)


def test_a_picture_calls_no_other_machine():
    assert not re.search(r"href|src=|@import|url\((?!#)", render(COUNCIL, "svg"))
