"""What leads a ledger: the label of a row, the headline, decisions and red lines first. All texts are fiction."""

from pathlib import Path

import pytest
from test_brief import ALL, ledger, now, text, then

import stmtdiff
from benchmarks.truth import violations
from stmtdiff.ledger import Ledger, ledger_of
from stmtdiff.rules import load_packs


@pytest.fixture(scope="module")
def sample() -> Ledger:
    return ledger_of(stmtdiff.compare(stmtdiff.load("sample:2024"), stmtdiff.load("sample:2025")))


def test_a_row_is_named_by_a_subject_two_words_or_more_or_its_place(sample: Ledger) -> None:
    named = {subject.name for pack in load_packs() for subject in pack.subjects} | {"Vote"}
    for row in ledger_of(sample.report, lines=60).rows:
        assert len(row.topic.split()) > 1 or row.topic in named


def topics(old: list[str], new: list[str]) -> list[str]:
    return [row.topic for row in ledger(old, new).rows]


def test_a_row_is_named_by_the_subject_of_what_changed() -> None:
    text = "The Panel spoke of the ceasefire, and {} that relief workers need unhindered access to the camps."
    assert topics([text.format("noted")], [text.format("demanded")]) == ["Humanitarian access"]
    text = "The Panel asked for a ceasefire, and for {} of the fishing villages."
    assert topics([text.format("the demining of some")], [text.format("the demining of all")]) == ["Mine action"]


def test_a_subject_that_is_everywhere_names_no_row() -> None:
    rest = [f"The ceasefire was kept in the {place}." for place in ("east", "west", "south", "delta")]
    text = "The {} of the northern lamp towers was part of the ceasefire."
    assert topics([*rest, text.format("old promise")], [*rest, text.format("new promise")]) == ["Northern lamp towers"]


@pytest.mark.parametrize(
    ("old", "new", "topic"),
    [
        ("It judged that all is well, and stood by.", "It judged that all is well, and stood ready.", "Paragraph 1"),
        ("The reefs were somewhat calm.", "The reefs picked up somewhat.", "Paragraph 1"),
        ("Osk hopes to produce salt nets.", "Osk refuses to produce salt nets.", "Salt nets"),
        ("The Osk islanders themselves rowed.", "The Osk islanders themselves sailed.", "Osk islanders"),
        ("It will take all necessary measures.", "It may take all necessary measures.", "Paragraph 1"),
    ],
)
def test_a_label_is_a_noun_phrase_or_the_place(old: str, new: str, topic: str) -> None:
    assert topics([old], [new]) == [topic]


def test_of_a_text_written_anew_a_subject_came_only_if_no_term_of_it_stood_before() -> None:
    rest = ["oil tin rye wool flax".split(), "kelp salt rope clay pine".split()]
    old = [f"The Guild of {word} met at the lower mill in autumn." for word in rest[0]]
    new = [f"Markets in {word} rose sharply after the winter storms ended." for word in rest[1]]
    made = ledger([*old, "The truce holds."], [*new, "Ceasefire lines were quiet; the cease-fire was praised by all."])
    assert made.anew
    assert [row.change for row in made.rows if row.topic == "Ceasefire"] == ["stayed"]


RATES = "The Board decided to {} its policy rate {}, in view of inflation and of the central bank's goals."


def head(old: list[str], new: list[str]) -> str:
    return ledger(old, new).headline


def test_a_headline_is_made_of_the_words_of_the_texts_and_of_no_message(sample: Ledger) -> None:
    texts = [" ".join(side.text.split()) for side in (sample.report.old, sample.report.new)]
    quotes = sample.headline.split('"')[1::2]
    assert quotes
    assert all(any(quote in text for text in texts) for quote in quotes)
    assert not any(row.why in sample.headline for row in sample.rows if row.rules)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (("raise", "from 3% to 4%"), ("raise", "from 4% to 4.5%"), "Rate 4.5%, was 4%"),
        (("raise", "from 3% to 4%"), ("keep", "at 4 per cent"), "Rate unchanged at 4 per cent"),
        (("lower", "by 25 basis points to 3 percent"), ("keep", "at 3 percent"), "Rate unchanged at 3 percent"),
    ],
)
def test_the_rate_is_that_to_which_it_goes_and_is_compared_by_its_worth(
    old: tuple[str, str], new: tuple[str, str], told: str
) -> None:
    rest = ["Its policy rate was held against an inflation target of 2 percent for long."]
    made = ledger([*rest, RATES.format(*old), ALL], [*rest, RATES.format(*new), ALL])
    assert made.decided[0] == told


def test_where_the_decision_names_no_figure_no_other_figure_is_the_rate() -> None:
    rest = "The deposit rate now stands at 80% of the policy rate by the central bank."
    old, new = (RATES.format("keep", word) for word in ("unchanged", "as it is"))
    assert not any(part.startswith("Rate") for part in ledger([old, rest, ALL], [new, rest, ALL]).decided)


def test_a_headline_begins_with_what_was_decided_and_a_term_is_told_by_its_day() -> None:
    term = "Decides to extend the mandate of the Lamp Mission until 31 March {};"
    made = head(
        ["The Council,", "Noting the reefs of the bay,", term.format(2031)],
        ["The Council,", "Gravely concerned at the raids on the reefs of the bay,", term.format(2032)],
    )
    assert made.startswith(
        '"Decides to extend the mandate of the Lamp Mission until 31 March 2032", was "31 March 2031"'
    )


def test_a_body_decides_by_its_act_and_not_by_a_noun_or_on_its_own_meetings() -> None:
    rest = ["The Council,", "Noting the renewed efforts of the keepers and their firm resolve,"]
    seized = "Decides to remain seized of the matter."
    for line in ("Ships that were lifted by the tide stayed. The measures imposed in May hold.", seized):
        made = ledger([*rest, line, "The reefs of Lisk are lit."], [*rest, line, "The reefs of Orlo are lit."])
        assert [row.change for row in made.rows] == ["changed"]


def test_a_decision_that_is_another_than_before_leads_whatever_else_changed() -> None:
    loud = "The Council {} all attacks on the reefs, demands that they end and expects that {} ships will not be held."
    ropes = "The Council decided to buy {} for the quay."
    made = ledger(
        [loud.format("deplores", "no"), ropes.format("nets")], [loud.format("condemns", "all"), ropes.format("ropes")]
    )
    assert now(made, made.rows[0]) == ropes.format("ropes")
    assert dict(made.rows[0].reasons)["decision"] == 1


def test_a_list_of_qualifiers_that_lost_members_comes_before_louder_rows() -> None:
    aim = "It held to the aim of the {} denuclearisation of the Kesland peninsula."
    loud = "The Council {} all attacks on the reefs, demands that they end and expects that {} ships will not be held."
    made = ledger(
        [loud.format("regrets", "no"), aim.format("complete, verifiable and irreversible")],
        [loud.format("laments", "all grey"), aim.format("complete")],
    )
    assert dict(made.rows[0].reasons)["lost"] == 1
    assert made.rows[0].direction == "softer"


def test_a_list_of_qualifiers_that_gained_one_lost_nothing() -> None:
    aim = "It held to the aim of the {} denuclearisation of the Kesland peninsula."
    made = ledger([aim.format("complete and verifiable")], [aim.format("complete, verifiable and irreversible")])
    assert "lost" not in dict(made.rows[0].reasons)


def test_a_deadline_that_moved_is_a_reason_and_a_day_that_passed_is_none() -> None:
    for line, counts in (("The quay stays shut until {} 2033.", True), ("The quay was shut in {} 2029.", False)):
        made = ledger([line.format("May")], [line.format("late")])
        assert all(("deadline" in dict(row.reasons)) is counts for row in made.rows)


def test_below_a_letterhead_the_line_that_says_more_is_the_name(tmp_path: Path) -> None:
    page = "<main><h2>Harbour Board</h2><h3>Minutes of the Harbour Board</h3><p>7 May 2031</p><p>It is {}.</p></main>"
    for word in ("shut", "open"):
        (tmp_path / f"{word}.html").write_text(page.format(word), encoding="utf-8")
    old, new = (stmtdiff.load(tmp_path / f"{word}.html") for word in ("shut", "open"))
    assert ledger_of(stmtdiff.compare(old, new)).kicker.startswith("Minutes of the Harbour Board, 7 May 2031")


LOW = "The Panel wants the reef lamps lit at dusk by the keepers of the outer harbour."
FEW = [f"The {word} of the bay was swept, painted and mended in the {time}." for word, time in (
    ("quay", "spring"), ("pier", "summer"), ("mole", "autumn"), ("weir", "winter"), ("lock", "dry months")
)]  # fmt: skip


def test_a_paragraph_that_moved_to_the_top_has_a_row() -> None:
    made = ledger([*FEW, LOW], [LOW, *FEW])
    assert [(row.change, then(made, row), now(made, row)) for row in made.rows] == [("moved", "", LOW)]
    assert "(6 -> 1)" in text(made)[2].replace("#p", "")
    assert not sum(violations(made).values())


def test_what_moved_a_little_or_is_procedure_has_none() -> None:
    assert not ledger([*FEW[:2], LOW, *FEW[2:]], [LOW, *FEW]).rows
    meeting = "The Panel held its session on the agenda of the keepers of the outer harbour and rose."
    assert not ledger([*FEW, meeting], [meeting, *FEW]).rows
