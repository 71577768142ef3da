"""Years by phrases: counts, gaps, and several series side by side."""

import csv
import html
import io
import json
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator
from support.serial import reading, series

import stmtdiff
from stmtdiff.renderers.matrix.view import answers, fates, shared, told
from stmtdiff.timeline.grid import Matrix, matrix_of
from stmtdiff.timeline.phrase_life import history

SCHEMA = json.loads(files("stmtdiff").joinpath("schemas", "matrix-1.json").read_text(encoding="utf-8"))


def both() -> Matrix:
    other = [reading(2010, ("Passage, and passage again.",)), reading(2012, None)]
    return matrix_of([history(series(), "passage", series="isles"), history(other, "passage", series="coast")])


def test_a_cell_says_what_is_known_and_a_gap_is_no_zero():
    matrix = both()
    assert matrix.years == tuple(range(2010, 2017))
    shown = {column.series: [told(cell) for cell in column.cells] for column in matrix.columns}
    assert shown["isles"] == ["-", "1", "1", "?", "1", "0", "1"]
    assert shown["coast"] == ["2", "-", "?", "-", "-", "-", "-"]


def test_a_year_with_several_statements_says_how_many_hold_it():
    twice = [reading(2010, ("Passage.",)), reading(2010, ("Rain.",))]
    assert told(matrix_of([history(twice, "passage")]).columns[0].cells[0]) == "1 of 2"


def test_forms_show_the_wording():
    cell = both().columns[0].cells[1]
    assert told(cell, forms=True) == "full and unhindered passage"


def test_several_series_stand_side_by_side_under_an_answer():
    shown = stmtdiff.render(both(), "terminal", width=60).splitlines()
    assert shown[1] == '"passage" is said by isles (2016) and coast (2010).'
    assert shown[3:5] == ['"passage"', "year  isles  coast"]
    gone = [reading(2010, ("Passage.",)), reading(2011, ("Rain.",))]
    unknown = [reading(2010, None)]
    lives = [history(given, "passage", series=name) for name, given in (("coast", gone), ("bay", unknown))]
    assert list(answers(matrix_of(lives))) == ['"passage" is said not by coast (2011), nothing is known of bay.']
    assert "<h1" in stmtdiff.render(both(), "html")
    assert "is said by isles (2016)" in stmtdiff.render(both(), "html")


def test_the_columns_are_headed_by_series_where_there_are_several():
    assert "isles: passage" in stmtdiff.render(both(), "terminal")
    assert "isles: passage" not in stmtdiff.render(
        matrix_of([history(series(), "passage", series="isles")]), "markdown"
    )


def test_a_matrix_fits_its_schema():
    Draft202012Validator.check_schema(SCHEMA)
    document = json.loads(stmtdiff.render(both(), "json"))
    Draft202012Validator(SCHEMA).validate(document)
    assert not Draft202012Validator(SCHEMA).is_valid(document | {"surprise": 1})


def test_csv_has_a_line_for_each_cell_with_a_release():
    lines = list(csv.DictReader(io.StringIO(stmtdiff.render(both(), "csv"))))
    assert [(line["series"], line["year"], line["count"]) for line in lines][-2:] == [
        ("coast", "2010", "2"),
        ("coast", "2012", "0"),
    ]
    assert lines[-1]["unknown"] == "1"


def test_nothing_known_is_an_empty_table():
    assert stmtdiff.render(matrix_of([history([], "passage")]), "terminal").startswith("no years")


@pytest.mark.parametrize("width", [20, 40, 80])
def test_lines_fit_the_width(width: int):
    shown = stmtdiff.render(both(), "terminal", width=width)
    assert max(map(len, shown.splitlines())) <= width


def test_the_page_of_many_phrases_has_a_short_headline_and_its_answers_above_their_charts() -> None:
    phrases = ("rain", "passage", "ferries", "weather")
    lives = [history(series(), phrase, series=name) for phrase in phrases for name in ("isles", "ports")]
    page = stmtdiff.render(matrix_of(lives), "html")
    headline = page.partition("<h1")[2].partition("</h1>")[0]
    assert "Of 4 phrases, 2 are said by all 2 series and 2 by none" in headline
    assert "2011 to 2016 in isles, ports" in page
    assert "is said" not in headline
    assert '<h2>passage</h2>\n<p class="small">&#34;passage&#34; is said by isles (2016) and ports (2016).</p>' in page


def test_the_finding_of_phrases_names_those_that_stand_and_those_that_are_gone() -> None:
    """Of many it counts them; a year that is not known is no proof that a phrase is gone."""

    def told(*phrases: str) -> str:
        page = stmtdiff.render(matrix_of([history(series(), phrase, series="isles") for phrase in phrases]), "html")
        return html.unescape(page.partition("<h1")[2].partition("</h1>")[0].partition(">")[2])

    assert told("passage", "weather") == '"passage" stands in the last release that is known and "weather" is gone'
    assert told("passage", "ferries") == '"passage" and "ferries" stand in the last release that is known'
    assert told("passage", "weather", "rain", "Osk") == (
        "Of 4 phrases, 1 stands in the last release that is known, 2 are gone and 1 never stood"
    )
    unknown = [*series(), reading(2017, None)]
    page = stmtdiff.render(matrix_of([history(unknown, phrase) for phrase in ("passage", "ferries")]), "html")
    assert "stand in the last release that is known" in page


def test_of_releases_that_nobody_read_no_phrase_is_said_to_be_missing():
    """That nothing is known is no "never stood", and no "said by none"."""
    unread = [reading(2010, None), reading(2012, None)]
    matrix = matrix_of([history(unread, phrase, series="coast") for phrase in ("passage", "ferries")])
    assert fates(matrix, named=True) == '"passage" and "ferries" are not known'
    assert fates(matrix, named=False) == "Of 2 phrases, 2 are not known"
    assert shared(matrix) == "Of 2 phrases, of 2 nothing is known"
    known = [reading(2010, ("Passage is free.",)), reading(2012, ("Rain.",))]
    mixed = matrix_of([history(known, "passage", series="isles"), history(unread, "ferries", series="isles")])
    assert fates(mixed, named=True) == '"passage" is gone and "ferries" is not known'
    assert shared(mixed) == "Of 2 phrases, 1 is said by none and of 1 nothing is known"
