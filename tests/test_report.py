"""A report counts, says its headline, and writes itself as data."""

import json

import pytest
from support.reports import COUNCIL, Written, report_of

import stmtdiff
from stmtdiff.errors import StmtdiffError


def test_headline_counts_what_a_reader_must_know():
    assert COUNCIL.headline == (
        "10 substantive shifts, 1 paragraph moved, 1 split, 1 added, 1 removed; 4 routine folded"
    )


def test_headline_begins_with_the_notices():
    report = report_of(Written("1", "1", "It (-was-)(+is+) so."), notices=("The sides look swapped.",))
    assert report.headline == "The sides look swapped. No substantive shift; 1 routine folded"


def test_a_statement_against_itself_has_no_change():
    report = report_of(Written("1", "1", "All quiet."), Written("2", "2", "All calm."))
    assert report.headline == "No change: both sides say the same in 2 paragraphs."


def test_a_paragraph_that_only_moved_is_a_change():
    report = report_of(Written("2", "1", "All quiet.", moved=True), Written("1", "2", "All calm."))
    assert report.headline == "No substantive shift, 1 paragraph moved"


def test_directions_count_substantive_shifts_alone():
    summary = COUNCIL.summary
    assert (summary.softer, summary.firmer, summary.mixed, summary.routine) == (4, 1, 0, 4)
    assert summary.substantive == 10


def test_data_holds_the_wording_where_it_stands():
    data = COUNCIL.to_dict()
    for shift in data["shifts"]:
        for side, statement in (("old", COUNCIL.old), ("new", COUNCIL.new)):
            if shift[side]:
                assert statement.text[shift[side]["start"] : shift[side]["end"]] == shift[side]["text"]


def test_json_is_the_data_and_holds_no_float():
    def refuse(number: str) -> None:
        raise AssertionError(f"a float: {number}")

    assert json.loads(COUNCIL.to_json(), parse_float=refuse) == COUNCIL.to_dict()


def test_json_survives_what_utf_8_cannot_carry():
    report = report_of(Written("1", "1", "A [-\ud800-]{+sign+}."))
    assert json.loads(report.to_json().encode("utf-8"))["shifts"][0]["old"]["text"] == "\ud800"


@pytest.mark.parametrize("line", [None, 3])
def test_an_error_names_its_place(line: int | None):
    error = StmtdiffError("it is broken", path="a.toml", line=line, column=line)
    assert str(error).startswith("a.toml:3:3: " if line else "a.toml: ")


def test_an_annotation_says_where_its_words_stand() -> None:
    report = stmtdiff.compare(stmtdiff.load("sample:2024"), stmtdiff.load("sample:2025"))
    links = {shift.id: shift.link for shift in report.shifts}
    for told in report.to_dict()["annotations"]:
        link = next(link for link in report.links if link.id == links[told["shift"]])
        sides = ((told["old"], report.old, link.old), (told["new"], report.new, link.new))
        assert told["old"] or told["new"]
        for place, statement, own in sides:
            if place:
                assert statement.text[place["start"] : place["end"]] == place["text"]
                assert statement.paragraph_at(place["start"]).index in own
