"""The page as a reader sees it, kept in files; `pytest --update` rewrites them."""

import re
from collections.abc import Callable

import pytest
from rich.color import Color
from support.reports import COUNCIL

from stmtdiff import compare
from stmtdiff.ledger import ledger_of
from stmtdiff.renderers import render
from stmtdiff.renderers.marks import MARKS
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
PICTURED_LINES = 56  # of the demo at most: its top, down to the first row with several findings


@pytest.mark.parametrize("name", PAGES)
def test_the_council_looks_as_it_did(name: str, expect: Callable[[str, str], None]):
    """Escape characters are written as ␛ in the file, so that it can be read and compared."""
    chosen, options = PAGES[name]
    expect(f"tests/golden/{name}", render(COUNCIL, chosen, **options).replace("\x1b", "␛"))


SAMPLE = compare(read("sample:2024"), read("sample:2025"))


def _bare(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_a_terminal_begins_with_the_news(width: int):
    """Headline, which statements, and five rows with both wordings, each line within the width."""
    ledger = ledger_of(SAMPLE, lines=5)
    lines = render(SAMPLE, "terminal", width=width).split("\n113 substantive shifts")[0].splitlines()
    assert max(map(len, lines)) <= width
    told = " ".join(" ".join(lines).split())
    assert told.startswith(f"{ledger.headline} {ledger.kicker} \u25b2 ")
    assert [told.count(row.topic) > 0 for row in ledger.rows] == [True] * 5
    assert sum(line.startswith("    old ") for line in lines) == sum(bool(row.then) for row in ledger.rows)
    assert sum(line.startswith("    new ") for line in lines) == sum(bool(row.now) for row in ledger.rows)


@pytest.mark.parametrize("options", [{"ledger": False}, {"only": ("softer",)}, {"topic": "coal"}])
def test_the_news_is_left_away_where_it_is_not_wanted_or_a_part_is_asked_for(options: dict[str, object]):
    assert render(SAMPLE, "terminal", width=100, **options).startswith("113 substantive shifts")


def test_without_signs_styles_alone_tell_what_went_and_what_came():
    """Where a terminal strikes and underlines, no bracket stands around a mark; colour is for directions alone."""
    shown = render(SAMPLE, "terminal", width=100, color=True, signs=False)
    assert not re.search(r"\[-|-\]|\{\+|\+\}|\(-|-\)|\(\+|\+\)", _bare(shown))
    painted = dict.fromkeys(re.findall(r"\x1b\[([0-9;]+)m", shown))
    assert {"9", "4", "2;9", "2;4", "9;38;5;33", "4;38;5;33", "9;38;5;166", "4;38;5;166"} <= set(painted)
    assert "31" not in painted
    assert "32" not in painted


def test_the_colours_of_directions_can_be_read_on_white_and_on_black():
    """A contrast of 3 to 1 with both, as WCAG 2.2 asks of large text and of signs (1.4.11)."""
    for name in ("softer", "firmer", "mixed"):
        levels = Color.parse(MARKS[name].terminal).get_truecolor()
        parts = [part / 255 for part in levels]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        light = sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
        assert 1.05 / (light + 0.05) >= 3
        assert (light + 0.05) / 0.05 >= 3


def test_the_picture_of_the_demo_is_what_the_demo_shows(expect: Callable[[str, str], None]):
    drawn = picture(page(SAMPLE, Options(width=WIDTH)), height=PICTURED_LINES)
    expect("docs/demo.svg", drawn)


def test_a_picture_calls_no_other_machine():
    assert not re.search(r"href|src=|@import|url\((?!#)", render(COUNCIL, "svg"))
