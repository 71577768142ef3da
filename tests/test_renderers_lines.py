"""Lines fit their width, columns stay straight, and no word is cut."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rich.cells import cell_len
from support.reports import COUNCIL, Written, report_of

from stmtdiff.renderers import render
from stmtdiff.renderers.lines import Run, cells, wrap
from stmtdiff.renderers.visible import END, ISOLATE, has_turning_letters, visible

WORDS = st.text(st.sampled_from("abcdefghé'’-.,(東の灯台שלום"), min_size=1, max_size=12)
STYLED = st.lists(st.tuples(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), st.sampled_from(["", "red", "dim"])))


def joined(line: tuple[Run, ...]) -> str:
    return "".join(run.text for run in line if run.text not in (ISOLATE, END))


@given(STYLED, st.integers(20, 60))
def test_lines_fit_and_hold_everything(runs: list[tuple[str, str]], width: int):
    lines = wrap([Run(visible(text), style) for text, style in runs], width)
    assert all(cell_len(joined(line)) <= width for line in lines)
    assert "".join("".join(map(joined, lines)).split()) == "".join("".join(text for text, _ in runs).split())


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=20), min_size=1), st.integers(20, 60))
def test_no_word_is_cut(words: list[str], width: int):
    lines = wrap([Run(" ".join(words))], width)
    assert " ".join(map(joined, lines)).split() == words


@given(st.lists(WORDS, min_size=1).map(" ".join))
def test_without_a_width_there_is_one_line(text: str):
    assume(text.strip())
    assert [joined(line) for line in wrap([Run(visible(text))], None)] == [visible(text).strip()]


@given(STYLED, st.integers(20, 60) | st.none())
def test_words_from_right_to_left_turn_nothing_beside_their_line(runs: list[tuple[str, str]], width: int | None):
    """Each line that holds such letters is isolated as a whole, and no other line is."""
    for line in wrap([Run(visible(text), style) for text, style in runs], width):
        texts = [run.text for run in line]
        isolated = [texts[0], texts[-1]] == [ISOLATE, END] if texts else False
        assert isolated == has_turning_letters(joined(line))
        assert "".join(texts).count(ISOLATE) == "".join(texts).count(END) == isolated


def test_a_row_of_arabic_stays_on_its_side_of_the_divider():
    report = report_of(Written("1", "2", "ودعا المجلس [-بالغ-]{+جميع+} الأطراف."))
    row = next(line for line in render(report, "terminal", width=100).splitlines() if "[-" in line)
    left, right = row.split("│")
    assert left.strip() == "1 \u2068ودعا المجلس [-بالغ-] الأطراف.\u2069"
    assert right.strip() == "2 \u2068ودعا المجلس {+جميع+} الأطراف.\u2069"


def test_widths_are_those_of_the_table():
    """Most text never reaches rich's table of widths; for one cell a character, the short way must agree with it."""
    for character in (chr(point) for point in range(0x20, 0x3400) if visible(chr(point)) == chr(point)):
        assert cells(character) == cell_len(character), hex(ord(character))


def test_an_address_wider_than_a_line_is_cut_after_its_slashes():
    lines = wrap([Run("see https://lamps.example/charter/annexes/decoys")], 24)
    assert [joined(line) for line in lines] == ["see", "https://lamps.example/", "charter/annexes/decoys"]


def test_chinese_breaks_between_characters_and_not_before_a_full_stop():
    assert [joined(line) for line in wrap([Run("東の灯台守は北の光を見守る。")], 20)] == [
        "東の灯台守は北の光を",
        "見守る。",
    ]
    assert [joined(line) for line in wrap([Run("東の灯台守は北の光を。")], 20)] == ["東の灯台守は北の光", "を。"]


@pytest.mark.parametrize("width", [64, 80, 120, 200])
def test_the_divider_stands_in_one_column(width: int):
    """The pair holds Japanese, which is twice as wide, and Arabic."""
    page = render(COUNCIL, "terminal", width=width)
    places = {cell_len(line[: line.index("│")]) for line in page.splitlines() if "│" in line}
    assert len(places) == 1
    assert max(cell_len(line) for line in page.splitlines()) <= width


def test_a_narrow_terminal_gets_rows_inline():
    assert "│" not in render(COUNCIL, "terminal", width=50)


@given(st.integers(20, 200), st.sampled_from(["side", "inline", "list"]))
def test_no_line_is_wider_than_the_terminal(width: int, view: str):
    headed = report_of(Written("1", "1", "All [-quiet-]{+calm+}.", section="A heading that is long " * 4))
    lines = [
        line for report in (COUNCIL, headed) for line in render(report, "terminal", width=width, view=view).splitlines()
    ]
    assert max(map(cell_len, lines)) <= width


def test_dropped_words_keep_the_spaces_that_they_had():
    report = report_of(Written("1", "1", "[-Grave-] concern, [-and fear,-] was voiced[-, twice-]{+.+}"))
    assert "[-Grave-] concern, [-and fear,-] was voiced[-, twice-]{+.+}" in render(report, "plain")


def test_every_phrase_is_marked_without_colour_too():
    """Stripped of styles, the coloured page is the plain one: brackets and signs say what colour says."""
    coloured = render(COUNCIL, "terminal", width=90, color=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render(COUNCIL, "terminal", width=90)
