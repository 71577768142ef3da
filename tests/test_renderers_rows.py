"""What is shown, what is folded, and in which order."""

from dataclasses import replace

import pytest
from support.reports import COUNCIL, Written, report_of

from stmtdiff import compare, from_paragraphs
from stmtdiff.model import Label
from stmtdiff.renderers import render
from stmtdiff.renderers.arrangement import Arrangement, Fold, Heading
from stmtdiff.renderers.options import Options
from stmtdiff.renderers.rows import Row, from_to
from stmtdiff.renderers.visible import ISOLATE


def told(**options: object) -> list[str]:
    """Return the rows, folds and headings in order, in a few letters each."""
    return [in_short(item) for item in Arrangement(COUNCIL, Options(**options)).items()]


def in_short(item: Row | Heading | Fold) -> str:
    if isinstance(item, Row):
        return from_to(item)
    return f"== {item.title}" if isinstance(item, Heading) else str((item.unchanged, item.routine, item.unasked))


def test_rows_stand_in_new_order_with_removed_ones_where_they_stood():
    assert told() == [
        *("(0, 2, 0)", "4 -> 3", "(1, 1, 0)"),
        *("== Safety at sea", "6 -> 6, 7", "7", "== Money", "8", "8 -> 9", "(1, 0, 0)"),
    ]


def test_what_moved_and_kept_its_number_is_named_by_its_position():
    report = report_of(Written("2", "1", "The second."), Written("1", "2", "The first [-one-].", moved=True))
    renumbered = [
        replace(statement, paragraphs=tuple(replace(p, label=Label("7")) for p in statement.paragraphs))
        for statement in (report.old, report.new)
    ]
    rows = Arrangement(replace(report, old=renumbered[0], new=renumbered[1]), Options(show_all=True)).items()
    assert [from_to(row) for row in rows if isinstance(row, Row)] == ["7", "7 (#p1) -> 7 (#p2)"]


def test_all_folds_nothing():
    assert [item for item in told(show_all=True) if not item.startswith("==")] == [
        *("1", "2", "4 -> 3", "3 -> 4", "5", "6 -> 6, 7", "7", "8", "8 -> 9", "9 -> 10"),
    ]


def test_context_shows_the_neighbours():
    assert told(context=1)[:3] == ["(0, 1, 0)", "2", "4 -> 3"]


@pytest.mark.parametrize(
    ("only", "places"),
    [
        ("firmer", ["8"]),
        ("softer", ["4 -> 3", "6 -> 6, 7"]),
        ("moved", ["4 -> 3"]),
        ("routine", ["1", "4 -> 3", "6 -> 6, 7"]),
        ("verb", []),
    ],
)
def test_only_shows_rows_that_hold_it(only: str, places: list[str]):
    assert [item for item in told(only=(only,)) if item[0] not in "(="] == places


def test_topic_shows_every_paragraph_with_the_phrase_changed_or_not():
    assert [item for item in told(topic="tide tables") if item[0] not in "(="] == ["3 -> 4"]
    assert [item for item in told(topic="concern over | greetings") if item[0] not in "(="] == ["4 -> 3", "8 -> 9"]


def test_a_choice_that_finds_nothing_says_so():
    assert "No paragraph on either side contains 'whales'." in render(COUNCIL, "plain", topic="whales")
    assert "contains a shift that is verb or mixed." in render(COUNCIL, "plain", only=("verb", "mixed"), view="list")


def test_pieces_cover_both_sides_without_holes():
    for row in Arrangement(COUNCIL, Options()).rows():
        for side in (*row.old, *row.new):
            ends = [side.paragraph.body.start, *(piece.span.end for piece in side.pieces)]
            assert [piece.span.start for piece in side.pieces] == ends[:-1]
            assert ends[-1] == side.paragraph.body.end


def test_long_stretches_without_a_change_are_left_out_and_counted():
    page = render(COUNCIL, "plain")
    assert "almanac. [... 41 words ...]" in page
    assert "in war and in peace alike" not in page
    assert "in war and in peace alike" in render(COUNCIL, "plain", show_all=True)


def test_a_block_that_moved_together_is_said_once():
    report = report_of(
        Written("3", "1", "Tides are tabled.", moved=True),
        Written("4", "2", "Lamps are lit."),
        Written("1", "3", "Ships are met."),
        Written("2", "4", "Dues are paid."),
    )
    assert "3 -> 1: moved with the next paragraph" in render(report, "plain")


def test_a_change_that_runs_through_the_text_is_said_once():
    page = render(COUNCIL, "plain")
    assert page.count("[-Members-]{+Council+}") == 1
    assert "throughout: [-Members-]{+Council+} 3 times, in 2, 3, 5" in page
    assert "The (-Members-)(+Council+) voiced" in page


def test_a_list_has_one_line_a_shift_that_matters():
    lines = render(COUNCIL, "plain", view="list").splitlines()
    assert "▽ 4 -> 3 qualifier: voiced [-grave-] concern over the" in lines
    assert sum(line.lstrip(ISOLATE).startswith(("▽ ", "▲ ", "• ")) for line in lines) == 7


def test_a_list_shortens_long_passages_inside_their_marks():
    report = report_of(Written("", "1", "{+" + "lamp " * 39 + "lit.+}"))
    assert "1 added: {+" + "lamp " * 14 + "[... 26 words ...]+}" in render(report, "plain", view="list")


def test_unnumbered_paragraphs_are_named_by_position():
    report = compare(from_paragraphs(["Lamps.", "All quiet."]), from_paragraphs(["All calm."]))
    assert [from_to(row) for row in Arrangement(report, Options()).rows()] == ["#p1", "#p2 -> #p1"]


FERRY = (
    "We deplore the shelling of the ferry terminal at Quill Bay by the Osmund militia and ask both shores to return to"
    " the ceasefire of last spring without delay."
)
FERRY_A_YEAR_LATER = (
    "A year after the attack on the Quill Bay ferry terminal, the Osmund militia still holds the northern quay, and the"
    " ceasefire has become a line that nobody crosses in daylight."
)
OTHERS = (
    "The Forum met in Port Anselm under the chairmanship of the Republic of Veltria and reviewed a year of work.",
    "Ministers welcomed the harvest agreement between Veltria and Morvan, which reopens the grain road before winter.",
    "Ministers took note of the report on river piracy and asked the secretariat to propose patrol schedules.",
)


@pytest.mark.parametrize(
    ("old", "new", "way"),
    [
        ((OTHERS[0], FERRY, *OTHERS[1:]), (*OTHERS, FERRY_A_YEAR_LATER), "down"),
        ((*OTHERS, FERRY), (OTHERS[0], FERRY_A_YEAR_LATER, *OTHERS[1:]), "up"),
    ],
)
def test_a_rewritten_paragraph_elsewhere_is_taken_up_again_and_shown_as_loose(
    old: tuple[str, ...], new: tuple[str, ...], way: str
):
    report = compare(from_paragraphs(old), from_paragraphs(new))
    (link,) = [link for link in report.links if link.lead is not None]
    (row,) = [item for item in Arrangement(report, Options()).items() if isinstance(item, Row)]
    assert row.link is link
    assert row.remarks == (
        f"taken up again further {way}, rewritten",
        f"loose match, {link.score} of 1000, {link.lead} ahead of its rivals",
    )
    assert f"subject, {link.score} ({link.lead} ahead)" in render(report, "html")


def test_a_sentence_that_was_edited_on_its_way_is_shown_with_its_edit_where_it_is_now():
    stayed = (
        "Pilots of the outer bar met at noon in the old hall.",
        "Keepers of the inner light sang until the morning.",
    )
    gone = "They asked the harbour office to publish the tariffs of ferry companies every quarter."
    come = "They urged the harbour office to publish the tariffs of all ferry companies every month."
    old = from_paragraphs([f"{stayed[0]} {gone}", stayed[1]])
    report = compare(old, from_paragraphs([stayed[0], f"{stayed[1]} {come}"]))
    told = [
        remark for item in Arrangement(report, Options()).items() if isinstance(item, Row) for remark in item.remarks
    ]
    assert told == ["a sentence went to #p2, edited", "a sentence came from #p1, edited"]
