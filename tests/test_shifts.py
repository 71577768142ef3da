"""What must always hold of shifts, whatever the two texts are."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.strategies import SENTENCES, redrafted, shuffled

import stmtdiff
from stmtdiff.model import KnownRelease
from stmtdiff.report import Report

PHRASES = (
    "The Ministers|expressed|grave|concern|over|the shelling|and|urged|encouraged|both parties|to withdraw|.|,|;"
    "|not|no longer|by 30 June 2026|on 3 July 2024|complete, verifiable and irreversible|complete|The Meeting|32nd|31st"
).split("|")
UNIT = st.lists(st.sampled_from(PHRASES), max_size=12).map(" ".join)
UNITS = st.lists(UNIT, max_size=5)


def compared(old: list[str], new: list[str]) -> Report:
    return stmtdiff.compare(stmtdiff.from_paragraphs(old), stmtdiff.from_paragraphs(new))


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.tuples(UNITS, UNITS), st.tuples(shuffled(), shuffled())))
def test_every_shift_is_inside_its_links_and_has_its_own_id(pair: tuple[list[str], list[str]]) -> None:
    """Both sides stand in one paragraph link; only in a sentence that moved the old side has a link of its own."""
    report = compared(*pair)
    assert len({shift.id for shift in report.shifts}) == len(report.shifts)
    for shift in report.shifts:
        assert shift.old or shift.new
        old, new = report.link_at("old", shift), report.link_at("new", shift)
        assert new.id == shift.link
        assert old is new or shift.moved
        for span, indexes, statement in ((shift.old, old.old, report.old), (shift.new, new.new, report.new)):
            if span:
                assert any(span.is_inside(statement.paragraphs[index].body) for index in indexes)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.tuples(UNITS, UNITS), st.tuples(shuffled(), shuffled())))
def test_unmarked_words_are_the_same_on_both_sides(pair: tuple[list[str], list[str]]) -> None:
    assert_marked(compared(*pair))


@settings(max_examples=150, deadline=None)
@given(shuffled(), shuffled())
def test_shifts_stand_apart_but_for_those_in_a_sentence_that_moved(old: list[str], new: list[str]) -> None:
    """No two others share a word; those in a sentence that moved lie in it and tell all that changed there."""
    report = compared(old, new)
    for side, statement in (("old", report.old), ("new", report.new)):
        whole = [span for shift in report.shifts if shift.carries and (span := getattr(shift, side))]
        for kept in (False, True):
            own = [s for s in report.shifts if (s.moved if kept else not s.moved)]
            spans = sorted(span for shift in own if (span := getattr(shift, side)))
            assert all(one.end <= other.start for one, other in pairwise(spans))
        for shift in (shift for shift in report.shifts if shift.moved):
            at = getattr(shift, f"{side}_at")
            home = [span for span in whole if span.start <= at <= span.end]
            assert home
            span = getattr(shift, side)
            assert span is None or any(span.is_inside(one) for one in home)
        assert all(statement.is_whole(span) for span in whole)
    assert sorted(_came_along(report, "old")) == sorted(_came_along(report, "new"))


def _came_along(report: Report, side: str) -> list[str]:
    """Return the words that stand in sentences that moved and in no shift inside them."""
    text = report.statement(side).text  # type: ignore[arg-type]
    left = []
    for carrier in (shift for shift in report.shifts if shift.carries and getattr(shift, side)):
        span = getattr(carrier, side)
        own = [inner for shift in report.shifts if shift.moved and (inner := getattr(shift, side))]
        kept = "".join(
            text[at] if not any(inner.start <= at < inner.end for inner in own) else " "
            for at in range(span.start, span.end)
        )
        left += kept.split()
    return left


@pytest.mark.parametrize("goes_far", [False, True], ids=["within its paragraph", "to another"])
def test_a_sentence_that_moved_shows_what_changed_in_it(goes_far: bool) -> None:
    """The move is one shift at each end, and routine; the edit is a shift of its own with a direction."""
    fund, pilots, wardens, dues, reef, _ = (text for text, _, _ in SENTENCES)
    edited = fund.replace("in full", "in part")
    old = [f"{fund} {pilots} {wardens}", f"{dues} {reef}"]
    new = [f"{pilots} {wardens}", f"{dues} {edited} {reef}"] if goes_far else [f"{pilots} {wardens} {edited}", old[1]]
    report = compared(old, new)
    ends, inner = report.shifts[:2], report.shifts[2:]
    assert [(shift.routine, shift.carries, shift.moved) for shift in ends] == [(True, True, False)] * 2
    assert [shift.old and shift.old.of(report.old.text) for shift in ends] == [fund, None]
    assert [shift.new and shift.new.of(report.new.text) for shift in ends] == [None, edited]
    assert [(shift.moved, shift.is_news, shift.link) for shift in inner] == [(True, True, ends[1].link)]
    assert [(shift.old.of(report.old.text), shift.new.of(report.new.text)) for shift in inner] == [("full", "part")]
    assert (ends[0].link != ends[1].link) is goes_far
    assert report.summary.sentences["moved"] == 1


@settings(max_examples=300, deadline=None)
@given(redrafted())
@example(
    (
        "early 2031. Speaking for the MSF maritime Renn; C. Orlan; Ada L. Lorne.",
        "2031. Speaking for the MSF maritime remains calm. 12. Renn; C. Orlan; Ada L. Lorne.",
    )
)
@example(("The envoys noted the highest standards of safety.", "The envoys noted the highest rules. and safety, of"))
def test_random_edits_of_real_sentences_are_marked(pair: tuple[str, str]) -> None:
    """Kept wording may begin in the marks before the sentences that it was found in; no span turns over."""
    assert_marked(compared([pair[0]], [pair[1]]))


def assert_marked(report: Report) -> None:
    """Take every shift out of a link, and what is left reads alike: nothing that changed goes unmarked."""
    for link in report.links:
        kept = []
        for indexes, statement, name in ((link.old, report.old, "old"), (link.new, report.new, "new")):
            spans = [span for shift in report.shifts if shift.link == link.id and (span := getattr(shift, name))]
            left = []
            for index in indexes:
                paragraph = statement.paragraphs[index]
                tokens = zip(paragraph.words.starts, paragraph.words.norms, strict=True)
                places = [(paragraph.body.start + start, norm) for start, norm in tokens]
                left += [norm for at, norm in places if not any(span.start <= at < span.end for span in spans)]
            kept.append(left)
        assert kept[0] == kept[1]


@settings(max_examples=80, deadline=None)
@given(UNITS)
def test_a_statement_against_itself_has_no_shift(units: list[str]) -> None:
    report = compared(units, units)
    assert report.shifts == ()
    assert report.patterns == ()
    assert report.annotations == ()


@settings(max_examples=80, deadline=None)
@given(UNITS, UNITS)
def test_routine_and_proof_go_together_and_annotations_point_at_shifts(old: list[str], new: list[str]) -> None:
    report = compared(old, new)
    ids = {shift.id for shift in report.shifts}
    assert all(shift.is_news != bool(shift.proof) for shift in report.shifts)
    assert {annotation.shift for annotation in report.annotations} <= ids
    assert all(set(pattern.shifts) <= ids for pattern in report.patterns)


def test_an_added_paragraph_is_one_shift_of_the_whole() -> None:
    report = compared(["The Forum met."], ["The Forum met.", "It closed at noon after a vote on the levy."])
    added = [link for link in report.links if link.kind == "added"]
    [shift] = [shift for shift in report.shifts if shift.link == added[0].id]
    assert shift.old is None
    assert shift.new is not None
    assert shift.new.of(report.new.text) == "It closed at noon after a vote on the levy."


def test_a_paragraph_that_came_is_told_apart_from_the_sentence_that_came_into_it() -> None:
    """What is new in an added paragraph is new; the sentence that stood elsewhere has its edit marked."""
    fund, pilots, wardens, dues, *_ = (text for text, _, _ in SENTENCES)
    report = compared([f"{fund} {pilots}"], [pilots, f"{wardens} {fund.replace('in full', 'in part')} {dues}"])
    [added] = [link for link in report.links if link.kind == "added"]
    told = [
        (shift.weight, shift.moved, shift.old and shift.old.of(report.old.text), shift.new.of(report.new.text))
        for shift in report.shifts_of(added.id)
        if shift.new and not shift.carries
    ]
    assert told == [
        ("news", False, None, wardens),
        ("news", True, "full", "part"),
        ("news", False, None, dues),
    ]


@pytest.mark.parametrize("side", [0, 1], ids=["gone", "come"])
def test_a_sentence_that_kept_too_little_of_its_words_is_shown_whole(side: int) -> None:
    """The pair is linked, but marks inside would be harder to read than both sentences."""
    fund, pilots, wardens, *_ = (text for text, _, _ in SENTENCES)
    edited = "All members replenished the harbour fund in full."
    pair = [f"{fund} {pilots} {wardens}"], [f"{pilots} {wardens} {edited}"]
    report = compared(*(pair if side else pair[::-1]))
    assert report.summary.sentences["moved"] == 1
    assert {shift.carries or shift.moved for shift in report.shifts} == {False}


def test_fine_grain_keeps_changes_apart_that_an_editor_would_join() -> None:
    old, new = "The Panel is closely watching harbour traffic.", "The Panel remains ready to watch harbour traffic."
    statements = stmtdiff.from_paragraphs([old]), stmtdiff.from_paragraphs([new])
    assert len(stmtdiff.compare(*statements).shifts) == 1
    reworded = "The Forum asked for a report of the expert group.", "The Forum called for a study of the working group."
    pair = stmtdiff.from_paragraphs([reworded[0]]), stmtdiff.from_paragraphs([reworded[1]])
    counts = [
        len(stmtdiff.compare(*pair, settings=stmtdiff.Settings(grain=grain)).shifts) for grain in ("editor", "fine")
    ]
    assert counts[0] <= counts[1]


@pytest.mark.parametrize(
    "sentence",
    [
        "It gave {} ships to the port.",
        "The {}th Meeting was held in Quarrel Bay.",
        "The Committee raised the target range for the policy rate to {} percent.",
        "The Board voted for the charts by a majority of {}-3.",
    ],
)
def test_a_number_may_have_any_number_of_figures(sentence: str) -> None:
    """Python refuses to read a number of more than 4,300 figures; a statement with one is compared all the same."""
    old, new = sentence.format("9" * 5_000), sentence.format("8" * 5_001)
    report = stmtdiff.compare(stmtdiff.parse(old), stmtdiff.parse(new))
    assert [shift.routine for shift in report.shifts] == [False]
    assert report.annotations == ()


@pytest.mark.parametrize(
    ("old", "new", "marks"),
    [
        ("(iv) the wardens report.", "(vi) The wardens report.", [("(iv)", "(vi)"), ("the", "The")]),
        ("6. We will keep the line.", "- We kept the line.", [("6.", "-"), ("will keep", "kept")]),
        ("- We keep the line.", "We keep the line.", [("-", None)]),
        ("2.1) We keep the line.", "2.1) We close the line.", [("keep", "close")]),
    ],
)
def test_a_label_left_in_the_text_is_matched_by_itself(
    old: str, new: str, marks: list[tuple[str | None, str | None]]
) -> None:
    report = compared([old], [new])
    found = [(shift.old and shift.old.of(old), shift.new and shift.new.of(new)) for shift in report.shifts]
    assert found == marks
    if marks[0][0] != "keep":
        assert (report.shifts[0].kind, report.shifts[0].routine) == ("form", True)


@pytest.mark.parametrize(
    ("sentence", "proof"),
    [
        ("Ministers expressed their gratitude to {}.", "the place or chair that the series lists"),
        ("The wardens met under the lead of {}.", "the place or chair that the series lists"),
        ("The report of {} on reefs was noted.", ""),
    ],
)
def test_a_listed_chair_is_no_news_where_somebody_is_said_to_host(sentence: str, proof: str) -> None:
    known = ("Dravane", KnownRelease("tides", "tides:1", (1, ""), hosts=("", "Dravane", "")))
    later = ("Kaveth", KnownRelease("tides", "tides:2", (2, ""), hosts=("", "Kaveth", "")))
    old, new = (replace(stmtdiff.parse(sentence.format(name)), release=release) for name, release in (known, later))
    assert [shift.proof for shift in stmtdiff.compare(old, new).shifts] == [proof]


def test_data_is_read_to_the_very_end_of_a_side() -> None:
    """A change may stand behind the last word of one side, and both sides be joined over the figure before it."""
    report = compared(
        ["Loans rose by 2 per cent in May"], ["Loans rose by 3 per cent in May, and by 4 per cent in June"]
    )
    assert [shift.kind for shift in report.shifts] == ["figure", "figure"]
