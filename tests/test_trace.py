"""A paragraph's way back through moves, splits and merges, and the age of its phrases."""

import json
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from support.serial import reading

import stmtdiff
from stmtdiff.errors import SettingsError
from stmtdiff.timeline.reading import Reading
from stmtdiff.timeline.thread import Thread, trace, trace_topic

FERRIES = "The Council thanked the crews of the northern ferries for their work in the winter storms."
LIGHTS = "The Council asked the keepers of the southern lights to report on the state of every lamp by June."
TOLLS = "The Council set the harbour toll at nine crowns a boat and noted that no island had objected to it."
SCHEMA = json.loads(files("stmtdiff").joinpath("schemas", "trace-1.json").read_text(encoding="utf-8"))


def series(*texts: tuple[str, ...] | None) -> list[Reading]:
    return [reading(2001 + at, paragraphs) for at, paragraphs in enumerate(texts)]


def places(thread: Thread) -> list[tuple[str, ...]]:
    return [step.places for step in thread.steps]


def ages(thread: Thread) -> list[tuple[str, str]]:
    text = thread.steps[-1].statement.text
    return [(one.span.of(text), one.reference + (" or earlier" if one.or_earlier else "")) for one in thread.origins]


def test_a_merged_paragraph_leads_back_to_both_that_it_was():
    thread = trace(series((TOLLS, FERRIES, LIGHTS), (TOLLS, f"{FERRIES} {LIGHTS}")), 1)
    assert places(thread) == [("2", "3"), ("2",)]
    assert [link.kind for link in thread.steps[-1].links] == ["merged"]
    assert ages(thread) == [(f"{FERRIES} {LIGHTS}", "isles:2001 or earlier")]


def test_a_split_paragraph_leads_back_to_the_one_that_it_was_a_part_of():
    thread = trace(series((TOLLS, f"{FERRIES} {LIGHTS}"), (TOLLS, FERRIES, LIGHTS)), 2)
    assert places(thread) == [("2",), ("3",)]
    assert thread.steps[-1].links[0].kind == "split"


def test_a_moved_paragraph_is_followed_and_said_to_have_moved():
    thread = trace(series((TOLLS, FERRIES, LIGHTS), (FERRIES, LIGHTS, TOLLS)), 2)
    assert places(thread) == [("1",), ("3",)]
    assert any(link.moved for link in thread.steps[-1].links)


def test_each_phrase_has_the_release_it_came_in_with():
    changed = TOLLS.replace("nine crowns", "eleven crowns")
    thread = trace(series((TOLLS,), (changed,), (f"{changed} It will be reviewed every spring.",)), 0)
    told = dict(ages(thread))
    assert told["The Council set the harbour toll at"] == "isles:2001 or earlier"
    assert told["eleven"] == "isles:2002"
    assert told["It will be reviewed every spring."] == "isles:2003"
    assert "".join("".join(text.split()) for text, _ in ages(thread)) == "".join(
        thread.steps[-1].statement.text.split()
    )


def test_a_sentence_from_another_paragraph_keeps_its_age():
    thread = trace(series((TOLLS, f"{FERRIES} {LIGHTS}"), (f"{TOLLS} {LIGHTS}", FERRIES)), 0)
    assert {age for _, age in ages(thread)} == {"isles:2001 or earlier"}


def test_a_thread_ends_where_the_paragraph_was_new():
    thread = trace(series((TOLLS,), (TOLLS,), (TOLLS, FERRIES), (TOLLS, FERRIES)), 1)
    assert [step.reading.known_year for step in thread.steps] == [2003, 2004]
    assert ages(thread) == [(FERRIES, "isles:2003")]


def test_a_release_that_was_not_read_is_passed_over_and_named():
    thread = trace(series((FERRIES, TOLLS), None, (TOLLS, FERRIES)), 1)
    assert thread.steps[-1].skipped == ("isles:2002",)
    assert thread.steps[-1].since == "isles:2001"


@pytest.mark.parametrize("index", [-1, 2, 99])
def test_a_paragraph_that_is_not_there_is_refused(index: int):
    with pytest.raises(SettingsError, match="no such paragraph"):
        trace(series((TOLLS, FERRIES)), index)


def test_a_topic_is_shown_where_it_stands_and_where_it_was_lost():
    dropped = FERRIES.replace("northern ferries", "northern boats")
    thread = trace_topic(series((TOLLS, FERRIES), (TOLLS, dropped), (TOLLS,)), "ferries")
    assert [step.paragraphs for step in thread.steps] == [(1,), (), ()]
    assert [len(step.links) for step in thread.steps] == [0, 1, 0]


def test_threads_fit_their_schema():
    Draft202012Validator.check_schema(SCHEMA)
    readings = series((TOLLS, FERRIES), None, (f"{TOLLS} {FERRIES}",))
    for thread in (trace(readings, 0), trace_topic(readings, "ferries")):
        document = json.loads(stmtdiff.render(thread, "json"))
        Draft202012Validator(SCHEMA).validate(document)
        assert not Draft202012Validator(SCHEMA).is_valid(document | {"surprise": 1})


@pytest.mark.parametrize("format", ["terminal", "markdown", "csv"])
def test_what_a_statement_says_never_becomes_markup(format: str):  # noqa: A002
    hostile = "Ministers <script>alert(1)</script> \x1b[2J *urged* =1+1 [x](http://e.vil) the northern ferries."
    thread = trace_topic(series((hostile,), (hostile.replace("urged", "asked"),)), "ferries")
    shown = stmtdiff.render(thread, format)
    assert "\x1b" not in shown
    if format == "markdown":
        assert "<script>" not in shown.replace("\\<", "")
        assert "\\](http:<!-- -->//" in shown


pool = st.sampled_from([TOLLS, FERRIES, LIGHTS, TOLLS.replace("nine", "ten"), f"{FERRIES} {LIGHTS}", "Rain fell."])
statements = st.lists(st.lists(pool, min_size=1, max_size=4).map(tuple), min_size=1, max_size=4)


@given(statements, st.data())
def test_every_word_has_one_origin_and_the_stretches_tile_the_paragraph(
    texts: list[tuple[str, ...]], data: st.DataObject
):
    readings = series(*texts)
    index = data.draw(st.integers(0, len(texts[-1]) - 1))
    thread = trace(readings, index)
    last = readings[-1].statement
    assert last is not None
    body = last.paragraphs[index].body
    told = [one.span for one in thread.origins]
    assert all(before.end <= after.start for before, after in pairwise(told))
    assert "".join("".join(span.of(last.text).split()) for span in told) == "".join(body.of(last.text).split())
    assert {one.reference for one in thread.origins} <= {one.reference for one in readings}
