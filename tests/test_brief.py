"""A ledger tells the gravest changes of a report in a few rows, each quoted exactly and traceable."""

import json
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from support.command import out, run
from support.hostile import report as hostile_report
from support.strategies import units
from test_schema import SCHEMAS

import stmtdiff
from benchmarks.truth import MEASURES, violations
from stmtdiff.errors import RenderError
from stmtdiff.formats import FORMATS
from stmtdiff.ledger import Change, Ledger, Row, ledger_of, quoted
from stmtdiff.ledger.weighing import reasons
from stmtdiff.spans import Span

MEETING = "The Committee decided to keep the target range for the policy rate at 4-1/4 to 4-1/2 percent."
CUT = "The Committee decided to lower the target range for the policy rate to 4 to 4-1/4 percent."
ALL = "Voting for the action were: Ada P. Moor, Chair; Ben Q. Lund; and Cai R. Roth."
SPLIT = (
    "Voting for the action were: Ada P. Moor, Chair; and Ben Q. Lund."
    " Voting against the action was Cai R. Roth, who preferred to raise the target range by 1/4 percentage point."
)
OTHER = SPLIT.replace("raise the target range by 1/4 percentage point", "make no statement on the harbour dues")
ABOUT = "Inflation stays above the goal of price stability, with unemployment at 6 percent."


def ledger(old: list[str], new: list[str], lines: int = 10) -> Ledger:
    statements = (stmtdiff.from_paragraphs(side, name=name) for side, name in ((old, "old"), (new, "new")))
    return ledger_of(stmtdiff.compare(*statements), lines=lines)


def text(made: Ledger) -> list[str]:
    return stmtdiff.render(made, "text").splitlines()


def then(made: Ledger, row: Row) -> str:
    return quoted(made.statement(row, "old"), row.then)


def now(made: Ledger, row: Row) -> str:
    return quoted(made.statement(row, "new"), row.now)


def marked(made: Ledger, row: Row) -> list[str]:
    pieces = ((made.statement(row, "old"), row.then), (made.statement(row, "new"), row.now))
    return [piece.span.of(side.text).strip() for side, own in pieces for piece in own if piece.changed]


@pytest.fixture(scope="module")
def sample() -> Ledger:
    return ledger_of(stmtdiff.compare(stmtdiff.load("sample:2024"), stmtdiff.load("sample:2025")))


def test_a_row_is_one_line_below_the_names_of_the_two_statements(sample: Ledger) -> None:
    lines = text(sample)
    assert lines[1] == "sample:2025 (2025-07-11) against sample:2024 (2024-07-26)"
    assert len(lines) == 2 + 10 + 1
    assert lines[-1] == f"and {sample.untold} more substantive shifts"
    assert sample.kicker.endswith(
        "11 July 2025, against Chair's Statement of the 31st Meridian Seas Forum, Velm Harbour, 26 July 2024"
    )


def test_a_red_line_that_was_weakened_is_among_the_rows(sample: Ledger) -> None:
    row = next(row for row in sample.rows if "formula" in dict(row.reasons) and row.direction == "firmer")
    assert "safe and unhindered access" in then(sample, row)
    assert "safe, timely and unhindered access" in now(sample, row)
    assert row.why


def test_clauses_that_changed_are_shown_side_by_side_with_the_changed_words_marked() -> None:
    made = ledger(["Ships must report to the lamp on the bay."], ["Ships may report to the lamp on the bay."])
    (row,) = made.rows
    assert (row.change, row.direction, row.old_paragraphs, row.new_paragraphs) == ("changed", "softer", (0,), (0,))
    assert then(made, row) == "Ships must report to the lamp on the bay."
    assert marked(made, row) == ["must", "may"]


def test_a_long_sentence_is_cut_where_clauses_end_and_says_so() -> None:
    rest = "while the keepers of the outer harbour went on with the painting of the buoys and the mending of the nets"
    more = "and the pilots of the bay took the ferries of the northern shore to the lisk market on every market day"
    old = f"The Panel asked the Guild to pay the tolls of the quay, {rest}; {more}."
    made = ledger([old], [old.replace("asked", "ordered")])
    (row,) = made.rows
    assert now(made, row) == "The Panel ordered the Guild to pay the tolls of the quay, …"


def test_words_that_stand_on_the_other_side_are_not_marked_as_changed() -> None:
    long = "for a good while after the programme of repairs ends"
    made = ledger(
        [f"The quay stays shut {long}.", "The ferry runs as long as the tide is below 3 metres."],
        [f"The quay stays shut {long}.", f"The ferry runs {long}."],
    )
    (row,) = made.rows
    assert marked(made, row) == ["as long as the tide is below 3 metres"]


def test_a_sentence_that_stands_elsewhere_was_not_dropped() -> None:
    bell = "The bell of the outer harbour is rung at noon by the eldest keeper."
    reefs = ["The Panel noted the reefs of the bay.", "The tolls of the quay are paid in salt and in oil."]
    rest = ["The Guild paid for ropes.", "The crew of the ferry left at dawn."]
    inside = f"As before, t{bell[1:-1]}, and nobody minds the noise that it makes."
    made = ledger([f"{reefs[0]} {bell}", *rest, reefs[1]], [reefs[0], *rest, f"{reefs[1]} {inside}"])
    assert {row.change for row in made.rows} == {"changed"}
    assert not any("bell of the outer harbour" in words for row in made.rows for words in marked(made, row))


def test_of_a_new_sentence_that_is_half_old_it_is_said_where_the_old_half_stands() -> None:
    bell = "the bell of the outer harbour is rung at noon by the eldest keeper of the light"
    made = ledger(
        ["The quay was swept.", f"The Panel asked that {bell}.", "It rose."],
        [
            "The quay was swept.",
            f"The Panel asked that {bell}.",
            f"Lisk, like Orlo, wants no noise where {bell}.",
            "It rose.",
        ],
    )
    assert [(row.change, row.note) for row in made.rows if row.shifts] == [("reworded", "much of it is in paragraph 2")]


def test_the_decision_leads_and_a_dissent_does_not() -> None:
    made = ledger([ABOUT, MEETING, ALL], [ABOUT, MEETING.replace("keep", "hold"), SPLIT])
    assert made.decided == ("Rate unchanged at 4-1/4 to 4-1/2 percent", "vote 2-1, was 3-0")
    assert made.headline.startswith("Rate unchanged at 4-1/4 to 4-1/2 percent; vote 2-1, was 3-0")
    assert [row.change for row in made.rows] == ["changed", "vote"]
    assert "who preferred to raise the target range by 1/4 percentage point" in now(made, made.rows[1])


def test_a_rate_that_moved_is_the_first_row() -> None:
    made = ledger([ABOUT, MEETING, ALL], [ABOUT, CUT, ALL])
    row = made.rows[0]
    assert made.headline.startswith("Rate 4 to 4-1/4 percent, was 4-1/4 to 4-1/2 percent; vote 3-0")
    assert (row.change, row.said, row.old_paragraphs, len(made.rows)) == ("rate", ("dovish",), (1,), 1)


def test_a_dissenter_with_another_reason_and_one_who_came_round_are_told() -> None:
    other = ledger([ABOUT, MEETING, SPLIT], [ABOUT, MEETING, OTHER])
    assert "who preferred to make no statement on the harbour dues" in now(other, _vote(other))
    back = ledger([ABOUT, MEETING, SPLIT], [ABOUT, MEETING, ALL])
    assert (_vote(back).note, _vote(back).now) == ("3-0, was 2-1", ())
    assert "Cai R. Roth" in then(back, _vote(back))


def _vote(made: Ledger) -> Row:
    return next(row for row in made.rows if row.change == "vote")


def test_a_decision_that_was_kept_is_one_row_and_one_that_would_be_taken_is_none() -> None:
    when = "When the Committee decides to open the quay, it will ring the bell."
    made = ledger([when, MEETING, "It met in Osk."], [when, MEETING, "It met in Lisk."])
    kept = [now(made, row) for row in made.rows if row.change == "kept"]
    assert kept == [MEETING]


def test_a_decision_of_which_only_the_date_rolled_on_was_renewed() -> None:
    term = "Decides to extend the mandate of the mission until 31 August {};"
    made = ledger([term.format(2030), "The lamps were lit."], [term.format(2031), "The lamps were put out."])
    row = next(row for row in made.rows if row.change == "renewed")
    assert (then(made, row), now(made, row)) == (term.format(2030), term.format(2031))


def test_a_strong_formula_is_kept_only_where_its_clause_stands_in_both_texts() -> None:
    said = "The Panel voiced grave concern over the reefs at least through {}."
    changed = ledger([said.format("mid-2030"), "It met in Osk."], [said.format("late 2031"), "It met in Osk."])
    assert "kept" not in {row.change for row in changed.rows}
    same = ledger([said.format("mid-2030"), "It met in Osk."], [said.format("mid-2030"), "It met in Lisk."])
    assert [now(same, row) for row in same.rows if row.change == "kept"] == [said.format("mid-2030")]


def test_what_another_speaker_says_again_is_said_to_be_so() -> None:
    said = "{} voiced grave concern over the reefs, and they condemned the raid on the old lighthouse of the bay."
    made = ledger([said.format("Many Ministers")], [said.format("The Meeting")])
    notes = [row.note for row in made.rows if row.change == "kept"]
    assert notes in ([], ["again, now by The Meeting"])


def test_a_share_in_a_climate_text_is_no_rate() -> None:
    climate = "Members will cut emissions of greenhouse gases by 43 per cent by 2030."
    assert ledger([climate], [climate]).rows == ()


def test_a_text_written_anew_has_no_directions_and_nothing_is_dropped() -> None:
    old = [
        f"The {word} of the harbour were mended by the salt keepers." for word in "lamps nets bells ropes tolls".split()
    ]
    new = [f"Markets in {word} rose sharply after the winter storms ended." for word in "oil tin rye wool flax".split()]
    made = ledger(old, new)
    assert made.anew
    assert {row.change for row in made.rows} <= {"came", "went", "stayed"}
    assert {row.direction for row in made.rows} == {"none"}


def test_a_change_in_a_note_has_a_row() -> None:
    note = "The Panel met in Osk.[1]\n\nIt rose at noon.\n\n[1] The lamps {} be lit at dusk by the keepers."
    old, new = stmtdiff.parse(note.format("shall")), stmtdiff.parse(note.format("may"))
    assert old.footnotes
    made = ledger_of(stmtdiff.compare(old, new))
    assert [(row.story, now(made, row)) for row in made.rows] == [
        ("notes", "The lamps may be lit at dusk by the keepers.")
    ]
    assert "(note 1)" in text(made)[2]
    assert made.rows[0].topic == "Note 1"


def test_few_rows_leave_the_rest_counted(sample: Ledger) -> None:
    made = ledger_of(sample.report, lines=3)
    assert made.rows == sample.rows[:3]
    told = {shift for row in made.rows for shift in row.shifts}
    assert made.untold == sum(shift.is_news and shift.id not in told for shift in sample.report.shifts)
    with pytest.raises(RenderError, match="use --lines 1 or more"):
        ledger_of(sample.report, lines=0)


def test_a_statement_against_itself_has_nothing_but_what_was_kept() -> None:
    statement = stmtdiff.load("sample:2025")
    made = ledger_of(stmtdiff.compare(statement, statement))
    assert {row.change for row in made.rows} <= {"kept"}


def test_every_row_rests_on_shifts_or_links_of_the_report(sample: Ledger) -> None:
    report = sample.report
    shifts, links = {shift.id for shift in report.shifts}, {link.id for link in report.links}
    for row in ledger_of(report, lines=200).rows:
        assert row.shifts or row.links
        assert shifts.issuperset(row.shifts)
        assert links.issuperset(row.links)


@given(units, units)
def test_any_two_statements_have_a_ledger_in_every_format(old: list[str], new: list[str]) -> None:
    made = ledger(old, new)
    assert stmtdiff.render(made, "text").count("\n") <= 2 + 3 + 10 + 1
    for format in FORMATS["Ledger"]:  # noqa: A001
        assert stmtdiff.render(made, format)
    Draft202012Validator(SCHEMAS["brief-2.json"]).validate(json.loads(stmtdiff.render(made, "json")))


def test_the_schema_knows_the_changes_and_refuses_what_it_does_not_know(sample: Ledger) -> None:
    schema = SCHEMAS["brief-2.json"]
    Draft202012Validator.check_schema(schema)
    data = json.loads(stmtdiff.render(sample, "json"))
    Draft202012Validator(schema).validate(data)
    assert not Draft202012Validator(schema).is_valid(data | {"surprise": 1})
    assert schema["$defs"]["row"]["properties"]["change"]["enum"] == list(get_args(Change))


def test_a_hostile_statement_stays_words() -> None:
    made = ledger_of(hostile_report(), lines=50)
    plain, marked = stmtdiff.render(made, "text"), stmtdiff.render(made, "markdown")
    assert "\x1b" not in plain + marked
    assert "\u202e" not in plain + marked
    assert "<script" not in marked.replace("\\<script", "")
    assert "<script" not in stmtdiff.render(made, "html")
    document = ZipFile(BytesIO(stmtdiff.render(made, "docx"))).read("word/document.xml").decode()
    assert "\x1b" not in document
    assert "<script" not in document


def test_what_went_is_struck_and_what_came_underlined_in_word_and_on_the_page() -> None:
    made = ledger(["Ships must report to the lamp on the bay."], ["Ships may report to the lamp on the bay."])
    page = stmtdiff.render(made, "html")
    assert "<del>must</del>" in page
    assert "<ins>may</ins>" in page
    document = ZipFile(BytesIO(stmtdiff.render(made, "docx"))).read("word/document.xml").decode()
    assert '<w:strike/><w:sz w:val="17"/></w:rPr><w:t xml:space="preserve">must<' in document
    assert '<w:u w:val="single"/></w:rPr><w:t xml:space="preserve">may<' in document


def card(made: Ledger) -> list[tuple[int, int, str, list[str]]]:
    """Return the texts of the picture of a ledger: left, top, what each says, and the classes of its spans."""
    root = ElementTree.fromstring(stmtdiff.render(made, "svg"))
    assert (root.get("width"), root.get("height")) == ("1200", "675")
    return [
        (int(one.get("x", "")), int(one.get("y", "")), "".join(one.itertext()), [s.get("class", "") for s in one[:]])
        for one in root.iter("{http://www.w3.org/2000/svg}text")
    ]


def test_the_card_has_the_headline_and_three_rows_inside_its_frame(sample: Ledger) -> None:
    texts = card(sample)
    said = " ".join(text for _, _, text, _ in texts)
    assert sample.headline.split()[0] in said
    for row in sample.rows[:3]:
        assert row.topic.split()[0] in said
    assert all(0 < left < 1200 and 0 < top < 675 for left, top, _, _ in texts)
    assert max(len(text) for left, _, text, _ in texts if left > 700) <= 43
    assert {name for *_, names in texts for name in names} == {"gone", "come"}


def test_the_card_keeps_stops_beside_their_words_and_marks_each_side() -> None:
    made = ledger(["Ships must report to the <lamp>."], ["Ships may report to the <lamp>."])
    assert [text for *_, text, names in card(made) if "gone" in names] == ["Ships must report to the <lamp>."]
    assert [text for *_, text, names in card(made) if "come" in names] == ["Ships may report to the <lamp>."]
    assert "<lamp>" not in stmtdiff.render(made, "svg")


def test_a_wording_too_long_for_the_card_ends_with_an_ellipsis() -> None:
    word = "lamps and boats and nets and ropes "
    made = ledger([f"The board must keep {word * 9}here."], [f"The board may keep {word * 9}here."])
    texts = [text for left, _, text, _ in card(made) if left == 280][1:]
    assert len(texts) == 6
    assert texts[-1].endswith(" …")


def test_the_command_finds_the_release_before(tmp_path: Path) -> None:
    assert out("brief", "sample:2025", "--against", "sample:2023").splitlines()[1].endswith("sample:2023 (2023-07-14)")
    for name, start in (("a.md", "**"), ("a.json", "{"), ("a.csv", "change,topic,then,now")):
        assert out("brief", "sample:2025", "-o", tmp_path / name) == ""
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert len(out("brief", "sample:2025", "--lines", "4").splitlines()) == 2 + 4 + 1
    assert "place: + a verb that decides" in out("brief", "sample:2025", "--explain")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((__file__,), "' is not a release of a series, so no release comes before it (name one with --against OLD)"),
        (("absent.txt",), "absent.txt: there is no such file"),
        (("sample:2019",), "'sample:2019' is the first release of its series"),
        (("sample:2026",), "'sample:2026' does not name a release"),
        (("sample:2025", "--lines", "0"), "a brief needs at least one line"),
        (
            ("sample:2025", "-f", "pdf"),
            "there is no format 'pdf' (formats: text, markdown, json, html, docx, csv, svg)",
        ),
        (("sample:2025", "--against", "absent.txt"), "absent.txt: there is no such file"),
        (("sample:2025", "--pack", "tea"), "there is no rule pack 'tea'"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(arguments: tuple[str, ...], said: str) -> None:
    done = run("brief", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


YEARS = sorted(path.stem for path in (Path(__file__).parents[1] / "corpora" / "sample").glob("[12]*.txt"))
SENTENCES = (
    "The Panel voiced grave concern over the fires on the northern reefs at least through late 2031.",
    "The Panel strongly condemned the raid on the lighthouse of 3 May 2030, in which 14 keepers were not spared.",
    "It asked the Pilots' Guild, which pays the tolls and keeps the lamps and the bells of the outer harbour, to report"
    " by June 2032 on the 2.5 per cent of ships that did not carry a lamp, and to leave no berth of the quay unmarked.",
    "The Panel noted the lamps of the bay.",
    "No vessel may land at the old quay.",
    "They urged the complete and verifiable end of the salt trade by 2035.",
)
CHANGES = (
    ("grave concern", "concern"), ("late 2031", "mid-2032"), ("14 keepers", "15 keepers"), ("not spared", "spared"),
    ("the northern reefs", "all reefs"), ("2.5 per cent", "3 to 4 per cent"), ("complete and verifiable", "complete"),
    ("noted the lamps", "noted no lamps"), ("may land", "may lie or land"), ("strongly ", ""), ("by 2035", "soon"),
)  # fmt: skip


@st.composite
def drafts(draw: st.DrawFn) -> list[str]:
    """Return some of the sentences in any order, in paragraphs of one to three, some of them changed."""
    chosen = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=9))
    changes = draw(st.lists(st.sampled_from(CHANGES), max_size=4))
    for before, after in changes:
        place = draw(st.integers(0, len(chosen) - 1))
        chosen[place] = chosen[place].replace(before, after)
    size = draw(st.integers(1, 3))
    return [" ".join(chosen[at : at + size]) for at in range(0, len(chosen), size)]


@pytest.mark.parametrize(("old", "new"), list(pairwise(YEARS)))
@pytest.mark.parametrize("lines", [10, 500])
def test_no_row_about_the_sample_says_what_is_not_so(old: str, new: str, lines: int) -> None:
    report = stmtdiff.compare(stmtdiff.load(f"sample:{old}"), stmtdiff.load(f"sample:{new}"))
    assert violations(ledger_of(report, lines=lines)) == dict.fromkeys(MEASURES, 0)


@given(drafts(), drafts(), st.sampled_from([3, 10, 100]))
@settings(max_examples=60)
def test_no_row_about_any_two_drafts_says_what_is_not_so(old: list[str], new: list[str], lines: int) -> None:
    """Kept stands in both, dropped and added in one, no figure or negation is cut away, no words are told twice."""
    assert violations(ledger(old, new, lines)) == dict.fromkeys(MEASURES, 0)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Panel decided to lift the ban", {"act": 1}),
        ("a fall is expected, where necessary", {"outlook": 1, "condition": 1}),
        ("a levy of USD 4 million", {"figure": 1}),
        ("thanked the port for its warm welcome", {"courtesy": -1}),
        ("took note of the report", {"procedure": -1}),
        ("up 2 per cent in May", {"figure": 1, "data": -1}),
        ("the yellow lamp", {}),
    ],
)
def test_every_reason_for_news_weighs_one(text: str, found: dict[str, int]) -> None:
    statement = stmtdiff.from_paragraphs([text])
    assert reasons([(statement, Span(0, len(text)))]) == found


def test_of_changes_that_no_rule_knows_the_weightier_is_told_first() -> None:
    made = ledger(
        ["The Panel thanked the port of Lisk.", "The lamps are lit.", "The Panel will look at the reefs of the bay."],
        [
            "The Panel thanked the port of Orlo.",
            "The lamps are lit.",
            "The Panel decided to close the reefs of the bay.",
        ],
    )
    assert now(made, made.rows[0]) == "The Panel decided to close the reefs of the bay."


def test_a_row_has_the_direction_of_its_own_words() -> None:
    """The ugly case: a new paragraph condemns in its first half and takes note in its second, which is no firmer."""
    raid = (
        "Condemns in the strongest terms the raid on the lighthouse of Orlo in May and demands that those who planned "
        "it be tried without delay, and takes note of the letter of the fishermen of Lisk about their nets and of the "
        "answer of the port of Marn to it;"
    )
    kept = "Notes the report of the Secretary on the harbours of the bay and thanks its authors;"
    made = ledger([kept], [kept, raid])
    assert [(now(made, row)[:8], row.direction, row.rules, row.why) for row in made.rows] == [
        ("Condemns", "firmer", ("GEN118",), "'Condemns' added"),
        ("… and ta", "none", (), "in the same paragraph: 'Condemns' added"),
    ]
