"""Who says what is answered once: red lines, histories, quotations and briefs name the speaker that `saying` names."""

from pathlib import Path
from typing import NamedTuple

import pytest
from support.verdicts import judged, kinds

import stmtdiff
from stmtdiff.comparison import compare
from stmtdiff.ledger import ledger_of
from stmtdiff.ledger import quoted as told
from stmtdiff.quotations import check_quotations
from stmtdiff.saying.who import said_at

NOBODY = "The keepers of the lamps"  # who say nothing in any of the sentences


class Asked(NamedTuple):
    """A sentence, a wording in it, who says it and by which verb."""

    text: str
    wording: str
    speaker: str
    verb: str


ASKED = [
    Asked(
        "The Meeting welcomed the agreement, and some Ministers called for restraint.",
        "restraint",
        "some Ministers",
        "called for",
    ),
    Asked(
        "The Meeting welcomed the agreement, and some Ministers called for restraint.",
        "agreement",
        "The Meeting",
        "welcomed",
    ),
    Asked(
        "Members of the Council expressed deep concern.",
        "deep concern",
        "Members of the Council",
        "expressed",
    ),
    Asked(
        "The Foreign Ministers and the Secretary-General stressed the importance of dialogue.",
        "importance of dialogue",
        "The Foreign Ministers and the Secretary-General",
        "stressed",
    ),
    Asked(
        "The Forum noted that several delegations voiced alarm over the quarry.",
        "alarm over the quarry",
        "several delegations",
        "voiced",
    ),
    Asked(
        "The Forum noted that traffic on the river had slowed.",
        "traffic on the river",
        "The Forum",
        "noted",
    ),
    Asked(
        "The raid on the lighthouse was condemned by many Ministers.",
        "raid on the lighthouse",
        "many Ministers",
        "condemned",
    ),
    Asked(
        "Most delegations backed the plan, while a few members regretted the price of oil.",
        "price of oil",
        "a few members",
        "regretted",
    ),
    Asked(
        "Recalling its promise, the Council urged both towns to share the ferry.",
        "both towns to share the ferry",
        "the Council",
        "urged",
    ),
]
asked = pytest.mark.parametrize("one", ASKED, ids=[f"{one.speaker}: {one.wording}" for one in ASKED])


@asked
def test_the_reader_of_clauses_names_speaker_and_verb(one: Asked) -> None:
    statement = stmtdiff.parse(one.text)
    paragraph = statement.paragraphs[0]
    said = said_at(statement, paragraph, paragraph.sentences[0], one.text.index(one.wording))
    assert said.speaker
    assert said.verb
    assert said.speaker.of(one.text) == one.speaker
    assert one.verb in said.verb.of(one.text)


@asked
def test_a_history_has_the_same_speaker_and_verb(one: Asked) -> None:
    statement = stmtdiff.parse(one.text)
    entry = stmtdiff.history([("2025", statement)], one.wording).entries[0]
    assert entry.wordings("speaker") == (one.speaker,)
    assert [one.verb in verb for verb in entry.wordings("verb")] == [True]


@asked
@pytest.mark.parametrize("is_right", [True, False])
def test_a_red_line_asks_for_the_same_speaker(one: Asked, is_right: bool, tmp_path: Path) -> None:
    wanted = (one.speaker if is_right else NOBODY).removeprefix("The ").removeprefix("the ")
    policy = f'[[require]]\nid = "r"\nphrase = "{one.wording}"\nspeakers = ["{wanted}"]\nmessage = "m"\n'
    found = kinds(judged(tmp_path, policy, one.text, one.text))
    assert found == ([] if is_right else ["other speaker"])


@asked
def test_a_quotation_with_speaker_and_verb_of_its_clause_stands(one: Asked) -> None:
    assert quoted(one.text, one.text.replace(one.wording, f"“{one.wording}”")) == ["exact"]


@pytest.mark.parametrize(
    ("text", "article"),
    [
        (ASKED[0].text, "The Meeting called for “restraint”."),
        (ASKED[0].text, "Some Ministers condemned the raid and welcomed “the agreement”."),
        (ASKED[2].text, "A few members expressed “deep concern”."),
        (ASKED[3].text, "The Foreign Ministers noted “the importance of dialogue”."),
        (ASKED[4].text, "The Forum voiced “alarm over the quarry”, the vice minister said."),
        (ASKED[6].text, "He said the Council had condemned “the raid on the lighthouse”."),
        (ASKED[6].text, "“The raid on the lighthouse” was deplored by many Ministers."),
        (ASKED[8].text, "The Council had encouraged 'both towns to share the ferry'."),
    ],
)
def test_a_quotation_with_speaker_or_verb_of_another_clause_does_not_stand(text: str, article: str) -> None:
    assert quoted(text, article) == ["attribution"]


@pytest.mark.parametrize(
    ("text", "article"),
    [
        (ASKED[0].text, "Orr called the plea for “restraint” a joke."),
        (ASKED[0].text, "The vice minister said that some Ministers called for “restraint”."),
        (ASKED[0].text, "The text speaks of “restraint” and of no more."),
        (ASKED[6].text, "Many Ministers, he said, condemned “the raid on the lighthouse”."),
        (ASKED[8].text, "The vice minister demanded oil; it urged “both towns to share the ferry”, he said."),
    ],
)
def test_who_tells_a_paper_something_is_no_speaker_of_the_statement(text: str, article: str) -> None:
    assert quoted(text, article) == ["exact"]


@asked
def test_a_brief_quotes_a_change_with_its_speaker_and_with_no_other(one: Asked) -> None:
    old, new = one.text, one.text.replace(one.wording, f"{one.wording} at last")
    ledger = ledger_of(compare(stmtdiff.parse(old), stmtdiff.parse(new)))
    (row,) = (row for row in ledger.rows if row.shifts)
    shown = told(ledger.report.new, row.now)
    assert "at last" in shown
    assert one.speaker in shown or not any(other.speaker in shown for other in ASKED if other.text == one.text)


def quoted(text: str, article: str) -> list[str]:
    """Return the verdicts on the quotations of an article that are held against a statement of one sentence."""
    made = check_quotations(stmtdiff.parse(article, name="article"), [stmtdiff.parse(text, name="statement")])
    return [one.verdict for one in made.checked]
