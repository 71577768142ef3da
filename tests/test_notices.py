"""An odd pair is compared all the same, and the first thing that is said of it is what is odd.

Of notes it is counted how many there are and how many differ.
"""

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from stmtdiff import compare, from_paragraphs, parse, render
from stmtdiff.ledger import ledger_of
from stmtdiff.model import Mark, Source, Statement
from stmtdiff.notices import Notes, notes_of, pair_notes
from stmtdiff.outline import parse as outline
from stmtdiff.spans import Span

SUBJECTS = ("ferries", "lighthouses", "herring quotas", "tide tables", "pilots", "dredging", "harbour dues", "wrecks")
STARTED = "The {place} Council met in Arden on {day} and adopted its agenda without a vote."


def statement(*paragraphs: str) -> Statement:
    return parse("\n\n".join(f"{number}. {text}" for number, text in enumerate(paragraphs, 1)))


def yearly(day: str, *, subjects: tuple[str, ...] = SUBJECTS, verb: str = "reviewed the state of") -> Statement:
    body = (
        f"Members {verb} {subject} along the coast and thanked those who had reported on it." for subject in subjects
    )
    return statement(STARTED.format(place="Amber Coast", day=day), *body)


OLD, NEW = yearly("3 June 2024"), yearly("9 July 2025", verb="discussed the state of")
ELSEWHERE = statement(
    *(
        f"Our finance experts will {verb} before the spring, whatever the weather in the valleys may be this time."
        for verb in (
            "audit the mint",
            "sell bonds",
            "tax salt",
            "count the treasury",
            "insure granaries",
            "print notes",
        )
    )
)


def test_an_ordinary_pair_is_not_odd():
    assert compare(OLD, NEW).notices == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (NEW, OLD, "The sides look swapped: the old one is dated 2025-07-09, the new one 2024-06-03."),
        (OLD, OLD, "Both sides are the same file."),
        (OLD, ELSEWHERE, "0 % of paragraphs have a counterpart"),
        (OLD, statement("Embargoed until noon."), "it may be only a cover page"),
        (OLD, parse(""), "The new side is empty: everything counts as removed."),
        (parse(""), NEW, "The old side is empty: everything counts as added."),
    ],
)
def test_what_is_odd_leads_the_headline(old: Statement, new: Statement, said: str):
    report = compare(old, new)
    assert any(said in notice for notice in report.notices)
    assert report.headline.startswith(report.notices[0])


def test_other_bytes_with_the_same_text_are_told_from_the_same_file():
    assert compare(parse("All quiet.\n"), parse("All quiet.\r\n")).notices == ("Both sides have the same text.",)


CASES = Path(__file__).parent / "cases" / "align"


def sides(case: str) -> list[list[str]]:
    """Return the paragraphs of both sides of a case of alignment."""
    parts = re.split(r"^--- \w+\n", (CASES / f"{case}.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [side.strip().split("\n\n") for side in parts[2:4]]


@pytest.mark.parametrize(
    ("case", "is_told"), [("strangers_are_not_linked", True), ("a_year_rewritten", False), ("block_moved", False)]
)
def test_texts_whose_paragraphs_have_little_in_common_are_told_as_such(case: str, is_told: bool):
    """A statement written anew shares hardly a phrase with the one before, and is no stranger to it."""
    report = compare(*map(from_paragraphs, sides(case)))
    assert any("two different series" in notice for notice in report.notices) == is_told


def test_among_strangers_only_equal_paragraphs_are_said_to_have_moved():
    """They share an order by chance alone; what stands there word for word was carried."""
    old, new = sides("strangers_are_not_linked")
    hung = "Twelve brass lanterns of the drowned abbey shall hang above the northern gate until the comet has passed."
    sung = "Choirs from eleven valleys sang the anthem of the harvest on the steps of the burnt granary before dawn."
    for again, moved in ((sung, 1), (sung.replace("before dawn", "at noon"), 0)):
        report = compare(from_paragraphs([hung, sung, *old]), from_paragraphs([*new, again, hung]))
        assert sum(bool(link.old and link.new) for link in report.links) == 2
        assert sum(link.moved for link in report.links) == moved


# Notes

PORTS = "1. Ports stay open.{mark}\n\n2. Lights are lit."
MARKS = "\u00b9\u00b2\u00b3\u2074\u2075\u2076"
NORTH, FOG, TIDE = "Of the north.", "Nor in fog.", "At low tide only."


def noted(*notes: str, body: str = PORTS) -> Statement:
    """Return a statement of two paragraphs with these footnotes, numbered in their order."""
    written = (f"{mark} {note}" for mark, note in zip(MARKS, notes, strict=False))
    return parse("\n\n".join((body.format(mark=MARKS[0] if notes else ""), *written)))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ((), (), ""),
        ((NORTH,), (NORTH,), "1 note, it does not differ"),
        ((NORTH,), ("Of the south.",), "1 note, it differs"),
        ((NORTH, FOG), (NORTH, FOG), "2 notes, none differs"),
        ((NORTH, FOG), ("of  the NORTH.", "Nor in fog."), "2 notes, none differs"),
        ((NORTH, FOG, TIDE), (NORTH, "Even in fog.", TIDE), "3 notes, 1 differs"),
        ((NORTH, FOG), (NORTH,), "2 notes, 1 differs"),
        ((NORTH, FOG), (TIDE, NORTH, FOG), "3 notes, 1 differs"),
        ((NORTH, FOG), ("Of the south.", TIDE), "2 notes, 2 differ"),
        ((NORTH, FOG), (FOG, NORTH), "2 notes, 1 differs"),
    ],
    ids=[
        "none",
        "one",
        "one differs",
        "same",
        "only case and space",
        "a word",
        "gone",
        "came in front",
        "all",
        "swapped",
    ],
)
def test_notes_are_counted_and_those_that_differ(old: tuple[str, ...], new: tuple[str, ...], said: str):
    assert notes_of(noted(*old), noted(*new)).told == said


@pytest.mark.parametrize("marks", ["*:**", "[1]:[2]", "1/:2/"])
def test_the_mark_of_a_note_is_none_of_its_words(marks: str):
    first, second = marks.split(":")
    old = parse(f"Ports stay open.{first}\n\nLights are lit.{second}\n\n{second} Nor in fog.")
    new = parse(f"Ports stay open.{first}\n\nLights are lit.\n\n{first} Nor in fog.")
    assert notes_of(old, new) == Notes(1, 1, 1, 0)


def test_a_figure_that_begins_the_rest_of_a_note_is_no_mark():
    def marked(text: str) -> Statement:
        """Return a statement whose reader says of the whole text that it is a note."""
        return outline(Source(text, "", "test", "1", marks=(Mark(Span(0, len(text)), "note"),)))

    assert notes_of(marked("15 members abstained."), marked("16 members abstained.")).differing == 1


@given(st.lists(st.sampled_from([NORTH, FOG, TIDE, "See annex."]), max_size=6),
       st.lists(st.sampled_from([NORTH, FOG, TIDE, "See annex."]), max_size=6))  # fmt: skip
def test_every_note_of_each_side_is_in_exactly_one_pair(old: list[str], new: list[str]):
    before, after = noted(*old), noted(*new)
    pairs = list(pair_notes(before, after))
    assert [one for one, _ in pairs if one is not None] == list(range(len(old)))
    assert [other for _, other in pairs if other is not None] == list(range(len(new)))
    notes = notes_of(before, after)
    assert (notes.old, notes.new) == (len(old), len(new))
    assert max(len(old), len(new)) <= notes.count <= len(old) + len(new)
    assert (notes.differing == 0) == (old == new)


def test_json_has_the_notes_in_numbers():
    report = compare(noted(NORTH, FOG), noted(TIDE))
    numbers = {"old": 2, "new": 1, "count": 2, "differing": 2, "told": "2 notes, 2 differ"}
    for written, schema in ((report.to_json(), "report-2.json"), (render(ledger_of(report), "json"), "brief-2.json")):
        told = json.loads(written)
        assert told["notes"] == numbers
        Draft202012Validator(json.loads(files("stmtdiff").joinpath("schemas", schema).read_text("utf-8"))).validate(
            told
        )
