"""Footnotes and endnotes are compared: the second story of a statement, by the same steps as the first."""

import csv
import io
import json
import re
import zipfile
from html import unescape
from importlib.resources import files
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from stmtdiff import compare, parse, render
from stmtdiff.formats import FORMATS
from stmtdiff.ledger import ledger_of
from stmtdiff.model import Statement
from stmtdiff.renderers.explanation import explain
from stmtdiff.report import Report
from stmtdiff.shifts.notemarks import NOTE_MARK

MARKS = "\u00b9\u00b2\u00b3\u2074\u2075\u2076"
PORTS = "1. Ports stay open.{0}\n\n2. Lights are lit in the outer harbour.{1}\n\n3. Pilots wait at the bar.{2}"
NORTH = "Of the north, by the survey of the Amber Coast."
FOG = "Ships may never enter in fog or at night."
TIDE = "At low tide only, as the harbour master says."


def noted(*notes: str, body: str = PORTS) -> Statement:
    """Return a statement with these footnotes; its three paragraphs refer to the first three of them."""
    called = [*MARKS[: len(notes)], "", "", ""]
    written = (f"{mark} {note}" for mark, note in zip(MARKS, notes, strict=False))
    return parse("\n\n".join((body.format(*called), *written)))


def told(report: Report) -> list[str]:
    """Return the links of the notes in a few signs: "2=2", "1~1" changed, "+3", "-3"."""
    assert report.footnotes
    signs = {"same": "=", "changed": "~", "added": "+", "removed": "-"}
    numbers = (
        (link, [str(at + 1) for at in link.old], [str(at + 1) for at in link.new]) for link in report.footnotes.links
    )
    return [signs[link.kind].join(("+".join(old), "+".join(new))) for link, old, new in numbers]


def marked(report: Report) -> list[tuple[str, str]]:
    """Return both wordings of each shift of the notes."""
    assert report.footnotes
    sides = (report.old.text, report.new.text)
    return [
        tuple(span.of(text) if span else "" for span, text in zip((shift.old, shift.new), sides, strict=True))  # type: ignore[misc]
        for shift in report.footnotes.shifts
    ]


def test_the_phrase_that_changed_in_a_note_is_a_shift_with_its_rule():
    report = compare(noted(NORTH, FOG, TIDE), noted(NORTH, FOG.replace("never ", ""), TIDE))
    assert told(report) == ["1=1", "2~2", "3=3"]
    assert marked(report) == [("never", "")]
    assert report.footnotes
    assert [note.rule for note in report.footnotes.annotations] == ["GEN101"]
    assert report.shifts == ()
    assert report.headline == "1 substantive shift, in the notes"
    assert report.is_changed


def test_the_headline_counts_what_stands_in_the_notes_among_all():
    new = noted(NORTH.replace("north", "south"), FOG, body=PORTS.replace("open", "shut").replace("lit", "dark"))
    report = compare(noted(NORTH, FOG, TIDE), new)
    assert report.headline == "4 substantive shifts, 2 in the notes, 1 note removed; 1 routine folded"
    assert report.summary.substantive == 2


def test_a_note_that_came_in_front_renumbers_the_others_and_says_nothing_of_them():
    """The text counts its marks one further, and each note goes on under its next mark."""
    old = parse(PORTS.format("", *MARKS) + f"\n\n{MARKS[0]} {FOG}\n\n{MARKS[1]} {TIDE}")
    report = compare(old, noted(NORTH, FOG, TIDE))
    assert told(report) == ["+1", "1=2", "2=3"]
    assert {(shift.kind, shift.weight, shift.proof) for shift in report.shifts} == {("form", "routine", NOTE_MARK)}
    assert report.headline == "1 substantive shift, in the notes, 1 note added; 3 routine folded"


@pytest.mark.parametrize("marks", ["*:**", "[1]:[2]", "\u2020:\u2021"])
def test_the_mark_of_a_note_is_none_of_its_words(marks: str):
    first, second = marks.split(":")
    old = parse(f"Ports stay open.{first}\n\nLights are lit.{second}\n\n{first} At sea.\n\n{second} Nor in fog.")
    new = parse(f"Ports stay open.\n\nLights are lit.{first}\n\n{first} Nor in fog.")
    report = compare(old, new)
    assert told(report) == ["1-", "2=1"]
    assert [shift.weight for shift in report.shifts] == ["routine"] * len(report.shifts)


def test_notes_without_a_word_in_common_are_linked_by_the_paragraph_that_refers_to_them():
    report = compare(noted(NORTH, "See annex four.", TIDE), noted(NORTH, "Vessels under sail excepted!", TIDE))
    assert told(report) == ["1=1", "2~2", "3=3"]
    assert report.footnotes
    assert report.footnotes.links[1].method == "called"


def test_a_note_goes_with_its_paragraph_and_has_not_moved_by_itself():
    apart = "1. Pilots wait at the bar.{2}\n\n2. Ports stay open.{0}\n\n3. Lights are lit in the outer harbour.{1}"
    moved = parse(apart.format("\u00b2", "\u00b3", "\u00b9") + f"\n\n\u00b9 {TIDE}\n\n\u00b2 {NORTH}\n\n\u00b3 {FOG}")
    report = compare(noted(NORTH, FOG, TIDE), moved)
    assert report.footnotes
    assert report.footnotes.recalled == ()
    assert not report.is_changed


def test_notes_that_changed_places_under_the_same_marks_are_news():
    """Not a word differs, and each paragraph now holds back what another did."""
    report = compare(noted(NORTH, FOG, TIDE), noted(FOG, NORTH, TIDE))
    assert report.headline == "No substantive shift, 1 note moved, 2 called from another paragraph"
    assert report.is_changed
    assert "called from another paragraph" in render(report, "plain")


def test_a_note_lost_its_mark_and_stands_where_nothing_refers_to_it():
    report = compare(noted(NORTH, FOG, TIDE), noted(NORTH, FOG, TIDE, body=PORTS.replace("{1}", "")))
    assert report.headline == "No substantive shift, 1 note called from another paragraph; 1 routine folded"
    assert report.is_changed


def test_without_notes_there_is_no_report_on_them():
    assert compare(noted(), noted()).footnotes is None


def test_the_same_notes_are_counted_in_the_sentence_that_nothing_changed():
    report = compare(noted(NORTH, FOG), noted(NORTH, FOG, body=PORTS + "\n"))
    assert report.counts == "No change: both sides say the same in 3 paragraphs and 2 notes."
    assert not report.is_changed


def test_no_shift_or_link_of_a_note_has_the_name_of_one_of_a_paragraph():
    body = PORTS.replace("open", "shut")
    report = compare(noted("Ports stay open."), noted("Ports stay shut.", body=body))
    assert report.footnotes
    for kind in ("shifts", "links"):
        names = [one.id for part in report.parts for one in getattr(part, kind)]
        assert len(names) == len(set(names))
    assert {shift.link for shift in report.footnotes.shifts} <= {link.id for link in report.footnotes.links}
    assert explain(report, "2").startswith(f"Shift 2 of 2: {report.footnotes.shifts[0].id}\n")


NOTES = st.lists(st.sampled_from([NORTH, FOG, TIDE, "See annex."]), max_size=6)


@given(NOTES, NOTES)
def test_every_note_of_each_side_is_in_exactly_one_link(old: list[str], new: list[str]):
    report = compare(noted(*old), noted(*new))
    links = report.footnotes.links if report.footnotes else ()
    assert sorted(at for link in links for at in link.old) == list(range(len(old)))
    assert sorted(at for link in links for at in link.new) == list(range(len(new)))
    if sorted(old) != sorted(new):
        assert report.is_changed
    if "No change" in report.headline:
        assert old == new


def shown(report: object, format: str, **options: str) -> str:  # noqa: A002  # the renderers' own word
    """Return an output as its reader reads it: of a Word document its words, of a picture its text."""
    made = render(report, format, **options)
    if isinstance(made, bytes):
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            made = archive.read("word/document.xml").decode("utf-8")
        format = "xml"  # noqa: A001
    return " ".join((re.sub(r"<[^>]*>", "", unescape(made)) if format in ("xml", "html", "svg") else made).split())


@pytest.mark.parametrize("format", [*FORMATS["Report"], "terminal list", "terminal inline"])
def test_every_output_shows_what_changed_in_a_note(format: str):  # noqa: A002
    name, _, view = format.partition(" ")
    report = compare(noted(NORTH, FOG, TIDE), noted(NORTH, FOG.replace("fog", "snow"), TIDE))
    text = shown(report, name, **({"view": view} if view else {}))
    assert "fog" in text
    assert "snow" in text
    assert "No change" not in text
    assert "not compared" not in text
    if name not in ("csv", "docx"):
        assert "1 substantive shift, in the notes" in text


@pytest.mark.parametrize("format", [name for name in FORMATS["Ledger"] if name != "docx"])
def test_a_ledger_has_a_row_for_a_note_that_changed(format: str):  # noqa: A002
    ledger = ledger_of(compare(noted(NORTH, FOG), noted(NORTH, FOG.replace("fog", "snow"))))
    assert [row.story for row in ledger.rows] == ["notes"]
    assert "snow" in shown(ledger, format)


def test_text_and_markdown_put_the_notes_under_their_own_heading():
    report = compare(noted(NORTH, FOG, TIDE), noted(NORTH, FOG.replace("fog", "snow"), TIDE))
    plain, markdown = render(report, "plain"), render(report, "markdown")
    assert plain.index("── notes ──") < plain.index("in [-fog-]{+snow+} or")
    assert markdown.index("### Notes") < markdown.index("in <del>fog</del><ins>snow</ins> or")
    assert "... 1 note unchanged" in plain
    assert "... 1 note unchanged" in markdown


def test_critic_markup_holds_the_notes_of_both_sides():
    text = render(compare(noted(NORTH, FOG), noted(NORTH, FOG.replace("fog", "snow"))), "criticmarkup")
    assert f"\u00b9 {NORTH}" in text
    assert "\u00b2 Ships may never enter in {~~fog~>snow~~} or at night." in text


def test_csv_names_the_place_as_a_note():
    report = compare(noted(NORTH, FOG), noted(NORTH, FOG.replace("fog", "snow"), TIDE))
    rows = list(csv.DictReader(io.StringIO(render(report, "csv"))))
    assert [
        (row["old_place"], row["new_place"], row["old"], row["new"]) for row in rows if "note" in row["new_place"]
    ] == [
        ("note 2", "note 2", "fog", "snow"),
        ("", "note 3", "", TIDE),
    ]


def test_json_has_the_comparison_of_the_notes_in_the_shape_of_its_schema():
    report = compare(noted(NORTH, FOG), noted(NORTH, FOG.replace("never ", ""), TIDE))
    written = json.loads(report.to_json())
    schema = json.loads(files("stmtdiff").joinpath("schemas", "report-2.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(written)
    notes = written["footnotes"]
    assert [link["kind"] for link in notes["links"]] == ["same", "changed", "added"]
    assert [unit["label"] for unit in notes["new"]["paragraphs"]] == ["1", "2", "3"]
    assert notes["shifts"][0]["old"]["text"] == "never"
    assert notes["annotations"][0]["shift"] == notes["shifts"][0]["id"]
    assert notes["summary"]["substantive"] == 2
    assert json.loads(compare(noted(), noted()).to_json())["footnotes"] is None


def test_marks_that_count_one_further_lead_no_paragraph_to_its_neighbour():
    """Each number is rare, and stands in the next paragraph of the other side."""
    words = ("harbour", "pilot", "light", "tide", "vessel", "reef", "port", "fog", "barge", "ferry", "wreck", "lamp")
    order = Random(3)  # the same words over and over: nothing else is rare
    subjects = [" ".join(order.choices(words, k=24)) for _ in range(40)]
    texts = [f"They saw {one}.[{{}}]" for one in subjects]
    notes = [f"[{{}}] As {' '.join(one.split()[:12])} had it." for one in subjects]

    def numbered(first: int, *before: str) -> Statement:
        body = (text.format(number) for number, text in enumerate(texts, first))
        return parse("\n\n".join((*before[:1], *body, *before[1:], *(n.format(i) for i, n in enumerate(notes, first)))))

    report = compare(numbered(1, "It met."), numbered(2, "It met.[1]", "[1] In Arden, at noon."))
    assert told(report) == ["+1", *(f"{at}={at + 1}" for at in range(1, len(notes) + 1))]
    assert [link.id for link in report.links] == [f"p{at}-{at}" for at in range(1, len(texts) + 2)]
    assert {shift.proof for shift in report.shifts} == {NOTE_MARK}
    assert report.footnotes
    assert report.footnotes.recalled == ()
