"""A brief tells the gravest facts of a report in a few lines, each quoted exactly and traceable."""

import json
import re
from itertools import pairwise
from pathlib import Path

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
from stmtdiff.brief import WHOLE, Brief, Fact, brief_of
from stmtdiff.brief.weighing import reasons
from stmtdiff.errors import RenderError
from stmtdiff.renderers.brief.telling import shortened, told
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


def brief(old: list[str], new: list[str], lines: int = 10) -> Brief:
    statements = (stmtdiff.from_paragraphs(side, name=name) for side, name in ((old, "old"), (new, "new")))
    return brief_of(stmtdiff.compare(*statements), lines=lines)


def text(made: Brief) -> list[str]:
    return stmtdiff.render(made, "text").splitlines()


@pytest.fixture(scope="module")
def sample() -> Brief:
    return brief_of(stmtdiff.compare(stmtdiff.load("sample:2024"), stmtdiff.load("sample:2025")))


def test_the_sample_leads_with_what_an_editor_would_file(sample: Brief) -> None:
    lines = text(sample)
    assert lines[0].startswith("113 substantive shifts, 4 paragraphs moved, 4 paragraphs added, 2 paragraphs removed;")
    assert lines[1] == "sample:2025 (2025-07-11) against sample:2024 (2024-07-26)"
    assert len(lines) == 2 + 10 + 1
    told = {line.partition("; in the series: ")[0] for line in lines}
    assert (
        'softer: "the aim of the complete denuclearisation of the Kaveth Peninsula", was "the aim of the complete,'
        ' verifiable and irreversible denuclearization of the Kaveth Peninsula" (4 -> 5) [SEC101]'
    ) in told
    assert any(line.endswith("'phase out' stood in every year since 2020") for line in lines)
    assert any(line.startswith('throughout: "Meeting", was "Ministers", 14 times (3, 5 -> 6, ') for line in lines)
    assert "moved: 4 paragraphs (42 -> 4, 11 -> 7, 17, 43 -> 50)" in lines
    assert re.fullmatch(r"and \d+ more substantive shifts", lines[-1])


def test_the_gravest_come_first() -> None:
    made = brief(
        [
            "The Panel will look at the reefs.",
            "The Panel noted all lamps of the bay.",
            "Ships must report to the lamp.",
        ],
        [
            "The Panel will look at the shoals.",
            "The Panel noted lamps of the bay.",
            "Ships must not report to the lamp.",
        ],
    )
    assert [fact.severity for fact in made.facts] == ["error", "note", None]


def test_what_was_weakened_from_a_strong_formula_counts_as_an_error_does() -> None:
    made = brief(
        ["Ships must report to the lamp on the bay.", "The Panel voiced grave concern over the fires on the reefs."],
        ["Ships may report to the lamp on the bay.", "The Panel voiced concern over the fires on the reefs."],
    )
    assert [fact.rules[0] for fact in made.facts] == ["GEN105", "GEN102"]


def test_a_new_sentence_with_a_word_that_is_watched_comes_before_what_no_rule_knows() -> None:
    patient = "In its judgment monetary policy can be patient in the months ahead."
    made = brief(
        ["Harbours were busy. Ships were late.", "The Committee saw growth."],
        ["Harbours were busy.", f"The Committee saw growth. {patient}"],
    )
    assert [(fact.change, fact.severity) for fact in made.facts] == [("added", None), ("dropped", None)]


def test_a_change_in_a_sentence_that_moved_is_told_and_the_sentence_is_neither_new_nor_gone() -> None:
    rest, lamps = "Oil was dear all through the winter.", "Nobody lit the lamps of Osk before the feast."
    said = "The Panel voiced grave concern over the raids in the strait."
    made = brief([f"{said} {rest}", lamps], [rest, f"{lamps} {said.replace('grave ', '')}"])
    fact = made.facts[0]
    assert (fact.old_paragraphs, fact.new_paragraphs, len(fact.shifts)) == ((0,), (1,), 1)
    assert [line for line in text(made) if "dropped" in line or "added" in line or "said" in line] == []
    assert any("grave concern" in line and "#p1 -> #p2" in line for line in text(made))


def test_two_shifts_in_one_phrase_are_one_wording_and_far_ones_are_two() -> None:
    near = brief(["Many Ministers expressed grave concern over it."], ["The Meeting expressed concern over it."])
    far = brief(
        ["Many Ministers, who had met in the hall above the old harbour of Osk, expressed grave concern over it."],
        ["The Meeting, who had met in the hall above the old harbour of Osk, expressed concern over it."],
    )
    assert [(len(fact.shifts), fact.said) for fact in near.facts] == [(2, ("firmer", "softer"))]
    assert [(fact.sort, fact.said) for fact in far.facts] == [("wording", ("softer",)), ("speaker", ("firmer",))]


def test_the_decision_leads_with_rate_vote_and_dissent() -> None:
    made = brief([ABOUT, MEETING, ALL], [ABOUT, MEETING, SPLIT])
    assert text(made)[0] == (
        "Rate unchanged at 4-1/4 to 4-1/2 percent; vote 2-1, was 3-0; against: Cai R. Roth; 2 substantive shifts"
    )
    assert text(made)[2:] == [
        'rate: unchanged, "4-1/4 to 4-1/2 percent" (#p2) [CB101]',
        "vote: 2-1, was 3-0; against: Cai R. Roth (#p3) [CB119]",
        'dissents: "Cai R. Roth, who preferred to raise the target range by 1/4 percentage point" (#p3) [CB119]',
    ]


def test_a_rate_that_moved_is_said_once_with_what_it_was() -> None:
    made = brief([ABOUT, MEETING, ALL], [ABOUT, CUT, ALL])
    rate = made.facts[0]
    assert text(made)[0].startswith("Rate 4 to 4-1/4 percent, was 4-1/4 to 4-1/2 percent; vote 3-0, as before;")
    assert (rate.sort, rate.change, rate.said, rate.old_paragraphs) == ("rate", "changed", ("dovish",), (1,))
    assert len([line for line in text(made) if '4-1/4 to 4-1/2 percent"' in line]) == 1


def test_a_dissenter_with_another_reason_and_one_who_came_round_are_told() -> None:
    other = text(brief([ABOUT, MEETING, SPLIT], [ABOUT, MEETING, OTHER]))
    assert other[3].startswith("vote: 2-1, as before; against: Cai R. Roth (#p3)")
    assert other[4].startswith(
        'dissents for another reason: "Cai R. Roth, who preferred to make no statement on the harbour dues", was "Cai'
    )
    back = text(brief([ABOUT, MEETING, SPLIT], [ABOUT, MEETING, ALL]))
    assert "vote: 3-0, was 2-1; no longer against: Cai R. Roth (#p3) [CB119]" in back


def test_a_share_in_a_climate_text_is_no_rate() -> None:
    climate = "Members will cut emissions of greenhouse gases by 43 per cent by 2030."
    assert brief([climate], [climate]).facts == ()


@pytest.mark.parametrize(
    ("wording", "kept"),
    [
        ("The Panel expressed grave concern over the fires on the reefs.", True),
        ("The Panel strongly condemned the raid on the lighthouse.", True),
        ("They urged the complete and verifiable denuclearisation of the Kesland Peninsula.", True),
        ("Acting under Chapter VII, the Council took up the matter.", True),
        ("The Panel expressed concern over the fires on the reefs.", False),
        ("Most Ministers shall report on the reefs.", False),
        ("They urged the complete denuclearisation of the Kesland Peninsula.", False),
    ],
)
def test_strong_formulas_of_the_packs_that_stayed_are_told(wording: str, kept: bool) -> None:
    made = brief([wording, "The Panel met in Osk."], [wording, "The Panel met in Tern Point."])
    assert [fact.sort for fact in made.facts if fact.sort == "kept"] == ["kept"] * kept


def test_a_formula_kept_in_two_places_is_said_once_with_its_count() -> None:
    kept = ["The Panel voiced grave concern over the reefs.", "It heard grave concern over the lamps on the quay."]
    made = brief([*kept, "It met in Osk."], [*kept, "It rose."])
    assert 'kept: again "grave concern", 2 times (#p1, #p2) [GEN105]' in text(made)


def test_a_formula_that_now_stands_in_another_sentence_was_not_kept() -> None:
    same = ["The Panel thanked the keepers of the lamps.", "It rose at noon."]
    made = brief(
        ["The Panel voiced grave concern over the reefs of the northern bay.", *same],
        [*same, "Merchants of the port, who pay its tolls and dues, heard grave concern about weights and measures."],
    )
    assert not [fact for fact in made.facts if fact.sort == "kept"]


def test_few_lines_leave_no_room_for_what_is_aside_and_the_rest_is_counted(sample: Brief) -> None:
    made = brief_of(sample.report, lines=3)
    assert [fact.sort for fact in made.facts] == ["wording"] * 3
    told_ids = {shift for fact in made.facts for shift in fact.shifts}
    said = {shift for pattern in sample.report.patterns for shift in pattern.shifts}
    others = [s for s in sample.report.shifts if s.is_news and s.id not in told_ids | said]
    assert made.untold == len(others) + len(sample.report.patterns)
    assert text(made)[-1] == f"and {made.untold} more substantive shifts"
    with pytest.raises(RenderError, match="--lines 1 and more"):
        brief_of(sample.report, lines=0)


def test_a_statement_against_itself_has_nothing_but_what_was_kept() -> None:
    statement = stmtdiff.load("sample:2025")
    made = brief_of(stmtdiff.compare(statement, statement))
    assert {fact.sort for fact in made.facts} <= {"kept"}
    assert text(made)[0].startswith("No change:")


def test_every_line_rests_on_shifts_links_or_a_kept_formula_and_quotes_exactly(sample: Brief) -> None:
    report = sample.report
    shifts = {shift.id: shift for shift in report.shifts}
    links = {link.id for link in report.links}
    for fact in brief_of(report, lines=200).facts:
        assert fact.shifts or fact.links or fact.formula
        assert links.issuperset(fact.links)
        for shift in (shifts[name] for name in fact.shifts if fact.sort in ("wording", "speaker")):
            assert shift.old is None or fact.old is None or shift.old.is_inside(fact.old)
            assert shift.new is None or fact.new is None or shift.new.is_inside(fact.new)


def test_many_lines_tell_every_substantive_shift_once(sample: Brief) -> None:
    made = brief_of(sample.report, lines=500)
    told_ids = [shift for fact in made.facts for shift in fact.shifts]
    assert made.untold == 0
    assert len(told_ids) == len(set(told_ids))
    assert {shift.id for shift in sample.report.shifts if shift.is_news} <= set(told_ids)


def test_a_long_wording_loses_its_middle_between_words() -> None:
    long = " ".join(f"word{number}" for number in range(60))
    short = shortened(long)
    head, tail = short.split(" ... ")
    assert len(short) <= WHOLE < len(long)
    assert long.startswith(f"{head} ")
    assert long.endswith(f" {tail}")


@given(units, units)
def test_any_two_statements_have_a_brief_in_every_format(old: list[str], new: list[str]) -> None:
    made = brief(old, new)
    assert stmtdiff.render(made, "text").count("\n") <= 2 + 3 + 10 + 1
    assert stmtdiff.render(made, "markdown")
    Draft202012Validator(SCHEMAS["brief-1.json"]).validate(json.loads(stmtdiff.render(made, "json")))


def test_the_schema_knows_the_sorts_and_refuses_what_it_does_not_know(sample: Brief) -> None:
    from typing import get_args

    from stmtdiff.brief.fact import Change, Sort

    schema = SCHEMAS["brief-1.json"]
    Draft202012Validator.check_schema(schema)
    data = json.loads(stmtdiff.render(sample, "json"))
    Draft202012Validator(schema).validate(data)
    assert not Draft202012Validator(schema).is_valid(data | {"surprise": 1})
    line = schema["$defs"]["line"]["properties"]
    assert (line["sort"]["enum"], line["change"]["enum"]) == (list(get_args(Sort)), list(get_args(Change)))
    told = [line["new"]["text"] for line in data["lines"] if line["new"]]
    assert "the aim of the complete denuclearisation of the Kaveth Peninsula" in told


def test_a_hostile_statement_stays_words() -> None:
    made = brief_of(hostile_report(), lines=50)
    plain, marked = stmtdiff.render(made, "text"), stmtdiff.render(made, "markdown")
    assert len(plain.splitlines()) <= 2 + len(made.facts) + len(made.report.notices) + 3
    assert "\x1b" not in plain + marked
    assert "\u202e" not in plain + marked
    assert "<script" not in marked.replace("\\<script", "")


def test_vote_and_moves_have_no_wording_to_quote(sample: Brief) -> None:
    moved = Fact("moved", "changed", links=("p1-2",), old_paragraphs=(0,), new_paragraphs=(1,))
    assert told(sample, moved).quotes == ()


def test_the_command_finds_the_release_before(tmp_path: Path) -> None:
    assert out("brief", "sample:2025").startswith("113 substantive shifts")
    assert out("brief", "sample:2025", "--against", "sample:2023").splitlines()[1].endswith("sample:2023 (2023-07-14)")
    for name, start in (("a.md", "**113 sub"), ("a.json", "{"), ("a.txt", "113 sub")):
        assert out("brief", "sample:2025", "-o", tmp_path / name) == ""
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert len(out("brief", "sample:2025", "--lines", "4").splitlines()) == 2 + 4 + 1
    life = "[CLI101, CLI105, CLI111]; in the series: 'phase out' stood in every year since 2020"
    assert life in out("brief", "sample:2025")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((__file__,), "' is no release of a series, so none comes before it (name one with --against OLD)"),
        (("absent.txt",), "absent.txt: there is no such file"),
        (("sample:2019",), "'sample:2019' is the first release of its series"),
        (("sample:2026",), "'sample:2026' names no release"),
        (("sample:2025", "--lines", "0"), "a brief of 0 lines says nothing"),
        (("sample:2025", "-f", "svg"), "there is no format 'svg' (formats: text, markdown, json)"),
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
def test_no_line_about_the_sample_says_what_is_not_so(old: str, new: str, lines: int) -> None:
    report = stmtdiff.compare(stmtdiff.load(f"sample:{old}"), stmtdiff.load(f"sample:{new}"))
    assert violations(brief_of(report, lines=lines)) == dict.fromkeys(MEASURES, 0)


@given(drafts(), drafts(), st.sampled_from([3, 10, 100]))
@settings(max_examples=60)
def test_no_line_about_any_two_drafts_says_what_is_not_so(old: list[str], new: list[str], lines: int) -> None:
    """Kept stands in both, dropped and added in one, no figure or negation is cut away, no words are told twice."""
    assert violations(brief(old, new, lines)) == dict.fromkeys(MEASURES, 0)


def test_only_what_stands_in_both_texts_is_quoted_as_kept() -> None:
    made = brief(
        ["The Panel voiced grave concern over the reefs at least through mid-2030.", "It met in Osk."],
        ["The Panel voiced grave concern over the reefs at least through late 2031.", "It met in Osk."],
    )
    assert 'again "' not in "".join(text(made)) or "late 2031" not in next(x for x in text(made) if 'again "' in x)
    assert any("late 2031" in line and "mid-2030" in line for line in text(made))


def test_a_sentence_that_stands_elsewhere_is_not_dropped() -> None:
    bell = "The bell of the outer harbour is rung at noon by the eldest keeper."
    reefs = ["The Panel noted the reefs of the bay.", "The tolls of the quay are paid in salt and in oil."]
    rest = ["The Guild paid for ropes.", "The crew of the ferry left at dawn."]
    inside = f"As before, t{bell[1:-1]}, and nobody minds the noise that it makes."
    moved = brief([f"{reefs[0]} {bell}", *rest, reefs[1]], [reefs[0], *rest, f"{reefs[1]} {inside}"])
    assert [(fact.change, len(fact.shifts)) for fact in moved.facts] == [("added", 2)]
    assert moved.untold == 0
    again = brief([f"{reefs[0]} {bell}", f"{reefs[1]} {bell}"], [reefs[0], f"{reefs[1]} {bell}"])
    assert [fact.change for fact in again.facts if bell in fact_text(again, fact)] == ["less-often"]
    assert any(line.startswith("said less often: ") for line in text(again))


def fact_text(made: Brief, fact: Fact) -> str:
    span, statement = (fact.new, made.report.new) if fact.new else (fact.old, made.report.old)
    return span.of(statement.text) if span else ""


def test_a_figure_a_date_and_a_negation_survive_when_a_wording_is_shortened() -> None:
    words = "of the harbour and its lamps and bells and tolls and keepers and ropes and boats and nets "
    said = f"The Guild {words}paid 2.5 per cent {words}did not close the quay {words}by 3 May 2031 {words}at noon."
    short = shortened(said)
    assert short.count(" ... ") >= 3
    assert all(kept in short for kept in ("2.5 per cent", "not close the quay", "3 May 2031"))
    assert len(short) < len(said) / 1.5


def test_the_same_change_in_two_places_is_one_line() -> None:
    old = ["The Panel voiced grave concern.", "It met in Osk.", "The Panel voiced grave concern."]
    made = brief(old, [line.replace("grave ", "") for line in old])
    assert [line for line in text(made) if "concern" in line] == [
        'softer: "The Panel voiced concern", was "The Panel voiced grave concern", 2 times (#p1, #p3) [GEN105]'
    ]


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


def test_of_phrases_that_no_rule_knows_the_weightier_is_told_first() -> None:
    made = brief(
        ["The Panel thanked the port of Lisk.", "The lamps are lit.", "The Panel will look at the reefs of the bay."],
        [
            "The Panel thanked the port of Orlo.",
            "The lamps are lit.",
            "The Panel decided to close the reefs of the bay.",
        ],
    )
    assert '"The Panel decided to close the reefs of the bay"' in text(made)[2]
