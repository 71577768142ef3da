"""Every shift between two releases of a series carries its life."""

import json
from dataclasses import replace
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator
from support.serial import reading

import stmtdiff
from stmtdiff.errors import SettingsError
from stmtdiff.report import Life, Report
from stmtdiff.timeline.lives import with_lives
from stmtdiff.timeline.reading import Reading

SAID = "The Council expressed {} over the dredging of the southern channel."
SCHEMA = json.loads(files("stmtdiff").joinpath("schemas", "report-2.json").read_text(encoding="utf-8"))


def series(*words: str | None) -> list[Reading]:
    return [reading(2001 + at, (SAID.format(word),) if word else None) for at, word in enumerate(words)]


def report_of(readings: list[Reading], old: int = -2) -> Report:
    first, last = readings[old].statement, readings[-1].statement
    assert first is not None
    assert last is not None
    return with_lives(stmtdiff.compare(first, last), readings)


def of(report: Report, side: str) -> Life:
    return next(life for life in report.lives if life.side == side)


def test_what_is_dropped_says_how_long_it_had_stood():
    report = report_of(series("concern", "grave concern", "grave concern", "grave concern", "concern"))
    life = of(report, "old")
    assert life.wording == "grave concern"
    assert (life.first, life.last, life.in_a_row) == ("isles:2002", "isles:2004", 3)
    assert life.note == "stood in every year since 2002"
    assert life.telling


def test_what_comes_back_says_since_when_it_was_gone():
    life = of(report_of(series("grave concern", "concern", "concern", "grave concern")), "new")
    assert (life.returned, life.note) == (("isles:2004",), "back for the first time since 2001")


def test_what_is_new_is_new_to_the_series_and_takes_no_line():
    life = of(report_of(series("concern", "concern", "grave concern")), "new")
    assert (life.note, life.telling) == ("new to the series", False)


def test_a_release_in_which_a_note_alone_holds_the_words_is_a_gap():
    readings = series("grave concern", "concern", "concern", "grave concern")
    text = f"{SAID.format('concern')}\u00b9\n\n\u00b9 Earlier it had voiced grave concern over the dredging."
    readings[1] = replace(readings[1], statement=stmtdiff.parse(text, name=readings[1].reference))
    life = of(report_of(readings), "new")
    assert (life.note, life.unknown) == ("back; last seen in 2001; 2002 unknown", ("isles:2002",))


def test_a_gap_is_named_and_never_counted():
    report = report_of(series("grave concern", None, "grave concern", "concern"))
    assert of(report, "old").note == "stood in every year read since 2001; 2002 unknown; nothing earlier was read"
    assert of(report, "old").unknown == ("isles:2002",)
    back = of(report_of(series("grave concern", None, "concern", "grave concern")), "new")
    assert back.note == "back; last seen in 2001; 2002 unknown"


def test_releases_after_the_new_one_do_not_count():
    readings = series("concern", "concern", "grave concern", "grave concern")
    first, last = readings[1].statement, readings[2].statement
    assert first is not None
    assert last is not None
    life = of(with_lives(stmtdiff.compare(first, last), readings), "new")
    assert (life.last, life.note) == ("isles:2003", "new to the series")


def test_a_word_that_still_stands_elsewhere_is_not_said_to_be_gone():
    wide = [
        reading(2001 + at, (SAID.format(word), "It noted grave concern in the north."))
        for at, word in enumerate(("grave concern", "grave concern", "grave concern", "concern"))
    ]
    life = of(report_of(wide), "old")
    assert life.note.endswith("still in another place")
    assert not life.telling


@pytest.mark.parametrize(
    ("old", "new", "looked_for"),
    [
        ("will phase out unabated coal", "will phase down unabated coal", "phase out"),
        ("urged all parties to meet", "invited all parties to meet", "urged all parties"),
        ("used as a last resort and at sea", "used at sea", "as a last resort"),
    ],
)
def test_a_short_wording_takes_its_neighbour_along(old: str, new: str, looked_for: str):
    readings = [reading(2001 + at, (f"The Council {words}.",)) for at, words in enumerate((old, old, new))]
    assert of(report_of(readings), "old").wording == looked_for


def test_a_statement_that_is_no_release_is_refused():
    report = stmtdiff.compare(stmtdiff.parse("A.", name="a"), stmtdiff.parse("B.", name="b"))
    with pytest.raises(SettingsError, match="not a release of the series"):
        with_lives(report, series("concern", "concern"))


def test_a_line_stands_under_the_row_in_every_format_that_has_rows():
    report = report_of(series("concern", "grave concern", "grave concern", "grave concern", "concern"))
    line = "in the series: 'grave concern' stood in every year since 2002"
    for options in ({"format": "terminal"}, {"format": "plain"}, {"format": "plain", "view": "list"}):
        assert line in " ".join(stmtdiff.render(report, **options).split())
    assert "grave concern" in stmtdiff.render(report, "markdown").split("in the series", 1)[1]
    assert "stood in every year since 2002" in report.to_html()


def test_lives_are_in_the_json_and_fit_the_schema_with_and_without_them():
    document = json.loads(report_of(series("grave concern", "concern")).to_json())
    assert document["lives"]
    Draft202012Validator(SCHEMA).validate(document)
    Draft202012Validator(SCHEMA).validate({key: value for key, value in document.items() if key != "lives"})
