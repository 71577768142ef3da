"""What rules say of real comparisons: the direction, the words that it rests on, and when they keep silent."""

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.steps import Work, counting
from support.strategies import line

from stmtdiff.align import align
from stmtdiff.grammar import stem
from stmtdiff.outline import from_paragraphs
from stmtdiff.phrases import Phrase, compile_phrase, recall
from stmtdiff.phrases.phrase import by_beginnings
from stmtdiff.rules import Annotation, annotate, explain
from stmtdiff.rules.act import Act
from stmtdiff.rules.evidence import Hit
from stmtdiff.rules.examples import run_examples
from stmtdiff.rules.finding import is_answered
from stmtdiff.rules.frozen import freeze, freeze_readings, thaw
from stmtdiff.rules.library import read_shipped_packs
from stmtdiff.rules.senses import Lexicon
from stmtdiff.rules.sight import Side
from stmtdiff.rules.speech import Reader
from stmtdiff.settings import Settings
from stmtdiff.shifts import shifts
from stmtdiff.words import words


def said(old: str, new: str, *, packs: tuple[str, ...] | None = None) -> list[tuple[str, str, str]]:
    """Return direction, name and message of what the rules say of two texts, paragraphs parted by a blank line."""
    return [
        (one.direction, one.name, one.message) for one in annotations(old.split("\n\n"), new.split("\n\n"), packs=packs)
    ]


def annotations(old: list[str], new: list[str], *, packs: tuple[str, ...] | None = None) -> tuple[Annotation, ...]:
    before, after = from_paragraphs(old), from_paragraphs(new)
    found, _ = shifts(before, after, align(before, after, Settings()), Settings())
    return annotate(before, after, found, packs=packs)


@pytest.mark.parametrize("pack", read_shipped_packs(), ids=lambda pack: pack.id)
def test_every_example_of_a_shipped_pack_comes_out_as_it_says(pack):
    assert [str(failure) for failure in run_examples(pack)] == []


def test_the_frozen_copy_holds_what_the_pack_files_say(expect: Callable[[str, str], None]):
    packs = read_shipped_packs()
    expect("stmtdiff/rules/packs/packs.jsonl", freeze(packs))
    assert thaw(freeze(packs).encode()) == packs
    lines = len(packs) + sum(len(pack.rules) + len(pack.subjects) for pack in packs)
    assert freeze(packs).count("\n") == lines, "a rule is a line, and so is a subject"


def test_the_frozen_readings_are_what_the_phrases_are_read_as(expect: Callable[[str, str], None]):
    """Who recalls a reading and who parses the pattern, here told apart by a space behind it, get the same parts."""
    packs = read_shipped_packs()
    frozen = freeze_readings(packs)
    expect("stmtdiff/rules/packs/readings.json", frozen)
    recall(json.loads(frozen))
    for pattern in json.loads(frozen):
        recalled, parsed = Phrase(pattern), Phrase(f"{pattern} ")
        assert recalled.readings == parsed.readings, pattern
        assert {*by_beginnings([recalled])} == {*by_beginnings([parsed])}, pattern


def test_the_head_noun_stands_in_the_message_of_a_dropped_adjective():
    assert said("The Panel voiced grave concern over the raids.", "The Panel voiced concern over the raids.") == [
        ("softer", "reaction-changed", "'grave concern' -> 'concern'")
    ]


def test_a_dropped_assurance_and_a_dropped_delay_push_opposite_ways():
    text = "They sought the denuclearisation of the Kesland Peninsula"
    [(peaceful, _, _)] = said(f"{text} in a peaceful manner.", f"{text}.")
    [(delayed, _, _)] = said(f"{text} in the long term.", f"{text}.")
    assert (peaceful, delayed) == ("softer", "firmer")


def test_opposite_directions_in_one_sentence_are_both_said():
    directions = {
        direction
        for direction, _, _ in said(
            "Many Ministers called for the complete, verifiable, and irreversible denuclearization of Kesland.",
            "The Meeting called for the complete denuclearization of Kesland.",
        )
    }
    assert directions == {"softer", "firmer"}


def test_the_words_that_a_split_forces_say_nothing_about_who_speaks():
    text = "The Ministers urged Norvania to open the crossing to relief convoys{} called for talks about the canal."
    assert said(text.format(", and"), text.format(". The Meeting")) == []
    assert [name for _, name, _ in said(text.format(". Ministers"), text.format(". Some Ministers"))] == [
        "speaker-changed"
    ]


def test_what_rolls_on_is_not_judged():
    old = (
        "The 31st Dialogue met in Orlo on 27 May 2024.\n\nThe Council decides to extend the mandate until 31 May 2025."
    )
    new = (
        "The 32nd Dialogue met in Orlo on 11 May 2025.\n\nThe Council decides to extend the mandate until 31 May 2026."
    )
    assert said(old, new) == []


def test_the_field_has_the_first_word_and_the_general_pack_is_silent_on_the_same_words():
    old, new = "We commit to end coal power by 2040.", "We aim to end coal power by 2040."
    assert [name for _, name, _ in said(old, new)] == ["climate-commitment-changed"]
    assert [name for _, name, _ in said(old, new, packs=("general",))] == ["commitment-changed"]


def test_a_negation_is_an_error_whatever_packs_are_chosen():
    for packs in (None, ("security",), ("climate",), ("central-bank",), ("general",)):
        [one] = annotations(["The parties are ready to meet."], ["The parties are not ready to meet."], packs=packs)
        assert (one.name, one.severity) == ("negation-changed", "error")


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("5 to 5-1/4 percent", "5-1/4 to 5-1/2 percent", "raised by 25 basis points"),
        ("4-1/2 percent", "4 percent", "lowered by 50 basis points"),
        ("4 percent", "5 percent", "raised by 100 basis points"),
        ("0 to ¼ percent", "½ to ¾ percent", "raised by 50 basis points"),
        ("5.25%", "5.375%", "raised by 12.5 basis points"),
    ],
)
def test_a_rate_moves_in_basis_points(old, new, change):
    [(_, name, message)] = said(f"The Board set the policy rate at {old}.", f"The Board set the policy rate at {new}.")
    assert name == "policy-rate-moved"
    assert message == f"rate {change}: '{old}' -> '{new}'"


def test_a_share_moves_in_percentage_points():
    [(_, _, message)] = said(
        "They aim to cut waste by 40 per cent by 2030.", "They aim to cut waste by 43 per cent by 2030."
    )
    assert message == "'40 per cent' -> '43 per cent', raised by 3 percentage points"


def test_a_sum_needs_no_sign_of_money_beside_its_scale():
    [(direction, name, _)] = said(
        "They pledged 40 billion in climate finance.", "They pledged 60 billion in climate finance."
    )
    assert (direction, name) == ("firmer", "climate-finance-moved")


@pytest.mark.parametrize(
    ("between", "directions"),
    [("well trained armed", ["firmer"]), ("boats, all with room for", [])],
)
def test_a_count_belongs_to_the_word_that_is_near(between, directions):
    old, new = (f"The mission has up to {count} {between} troops." for count in ("2,000", "2,500"))
    assert [direction for direction, _, _ in said(old, new)] == directions


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        ("The Panel sent an unarmed patrol.", "The Panel sent an armed patrol.", ["negation-changed"]),
        ("The pier stays shut unless repaired.", "The pier stays shut less often.", []),
        ("The Panel noted high unemployment in ports.", "The Panel noted high employment in ports.", []),
        ("The Panel met the unemployed.", "The Panel met the employed.", []),
    ],
)
def test_not_every_un_denies_the_rest_of_its_word(old, new, names):
    assert [name for _, name, _ in said(old, new)] == names


_OUT, _NOW = "to stay out of port today ", "in the harbour now "


def seen(marked: str) -> tuple[Side, Hit]:
    """Return a side whose change is what stands in square brackets, and in it the hit `urge`."""
    before, changed, after = re.split(r"[\[\]]", marked)
    cut = words(before + changed + after)
    first = len(words(before).norms)
    at = cut.norms.index("urge") if "urge" in cut.norms else 0
    side = Side(before + changed + after, 0, cut, first, first + len(words(changed).norms), None)
    return side, Hit(0, compile_phrase("urge"), at, at + 1)


@pytest.mark.parametrize(
    ("own", "other", "wanted"),
    [
        # What goes alone takes a few words with it; with more of them it is a clause of its own.
        ("We [also today most firmly urge] stay.", "We [] stay.", True),
        ("We [also today most firmly in turn urge] stay.", "We [] stay.", False),
        # In a clause that was reworded the company of a word is within three tokens, and no "the" or "of".
        (
            "They [met in Orlo last May and urge all the boats to stay out of port].",
            "They [came to Lisk this June where it was clear that no boats had left it].",
            True,
        ),
        (
            "They [met in Orlo last May and urge all of us who own boats to stay out].",
            "They [came to Lisk this June where it was clear that no boats had left it].",
            False,
        ),
        (
            "They [met in Orlo last May and urge the boats there to stay out of port].",
            "They [came to Lisk this June and the views of the ministers were clear to them].",
            False,
        ),
        # Of two passages every word would find company somewhere.
        (f"They [met and urge boats {_OUT * 7}].", f"They [saw boats {_NOW * 11}].", False),
        (f"They [met and urge boats {_OUT * 4}].", f"They [saw boats {_NOW * 7}].", True),
    ],
)
def test_a_word_is_judged_by_the_company_that_stays(own, other, wanted):
    """The whole of `is_answered`: how many words may go along, where company is looked for, and in how long a text."""
    side, hit = seen(own)
    assert is_answered(hit, side, seen(other)[0]) is wanted


FOR = "Voting for the action were"
AGAINST = "Voting against the action"
UNANIMOUS = f"{FOR}: Ada Moor, Chair; Ben Lund, Vice Chair; Cai Roth; and Dee Falk."


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            UNANIMOUS,
            f"{FOR}: Ada Moor, Chair; Ben Lund, Vice Chair; and Dee Falk. {AGAINST} was Cai Roth, who preferred to"
            " raise the rate. Mr. Roth saw no reason to wait.",
            "vote 3-1, was 4-0: Cai Roth now dissents",
        ),
        (
            f"{FOR}: Ada Moor, Chair; and Ben Lund. {AGAINST} was: Cai Roth, who preferred to wait.",
            f"{FOR}: Ada Moor, Chair; and Ben Lund. {AGAINST} was: Cai Roth, who preferred to act.",
            "vote 2-1, was 2-1: Cai Roth gives another reason",
        ),
        (
            f"{FOR} Ada Moor and Ben Lund. {AGAINST} were: Cai Roth, who preferred to wait; and Dee Falk and Eve Hale,"
            " who preferred to act.",
            f"{FOR} Ada Moor, Ben Lund, Cai Roth, Dee Falk, and Eve Hale.",
            "vote 5-0, was 2-3: Cai Roth, Dee Falk and Eve Hale no longer dissent",
        ),
        (
            "The Board set policy by a majority of 8–1.",
            "The Board set policy by a majority of 6–3.",
            "vote 6-3, was 8-1: more dissent",
        ),
    ],
)
def test_the_vote_is_read_as_names_and_dissent_is_the_news(old, new, message):
    assert [text for _, _, text in said(old, new, packs=("central-bank",))] == [message]


def test_a_turnover_of_voters_is_no_finding():
    assert said(UNANIMOUS, UNANIMOUS.replace("Cai Roth; and Dee Falk", "Eve Hale; and Finn Ode")) == []


def test_a_dissenters_words_are_not_the_committees():
    vote = f"{UNANIMOUS[:-1]}. Voting against the action was Eve Hale, who preferred to "
    old, new = f"{vote}keep the policy rate low for an extended period.", f"{vote}raise the policy rate."
    assert [name for _, name, _ in said(old, new)] == ["dissent-changed"]


def test_guidance_that_returns_in_other_words_elsewhere_has_no_direction():
    growth, meeting = "Growth of the economy is slow.", "The Board met in Orlo."
    old = [growth, "The policy rate will stay low for an extended period.", meeting]
    new = [growth, meeting, "The Board sees reasons for a policy rate that is low for a considerable time."]
    assert {one.direction for one in annotations(old, new[:2])} == {"firmer"}
    assert annotations(old, new) == ()


def test_the_word_of_a_direction_is_that_of_the_field():
    [one] = annotations(["Ministers will phase out coal."], ["Ministers will phase down coal."])
    assert (one.axis, one.direction, one.word) == ("climate", "softer", "weaker")


def test_explain_tells_all_about_a_rule_by_its_code_or_name():
    text = explain("sec101")
    assert text.startswith("SEC101 denuclearisation-qualifier-changed (warning")
    assert "irreversible" in text
    assert explain("denuclearisation-qualifier-changed") == text


UNITS = st.lists(line, max_size=8)


@settings(deadline=None)
@given(old=UNITS, new=UNITS)
def test_annotations_point_at_shifts_and_a_rule_speaks_once_of_each(old, new):
    before, after = from_paragraphs(old), from_paragraphs(new)
    found, _ = shifts(before, after, align(before, after, Settings()), Settings())
    spoken = annotate(before, after, found)
    order = [shift.id for shift in found]
    places = [order.index(one.shift) for one in spoken]
    assert places == sorted(places)
    assert len({(one.shift, one.rule) for one in spoken}) == len(spoken)


@settings(deadline=None)
@given(same=UNITS)
def test_a_text_against_itself_has_nothing_to_say(same):
    assert annotations(same, same) == ()


def test_a_sense_is_hashed_without_its_many_terms() -> None:
    senses = [sense for pack in read_shipped_packs() for rule in pack.rules for sense in rule.senses]
    assert max(len(sense.terms) for sense in senses) > 20
    assert [hash(replace(sense, terms=())) for sense in senses] == [hash(sense) for sense in senses]


def _work_of_a_look(count: int) -> int:
    """Return the calls that it takes to look for one act in a text of so many other sentences."""
    lines = [f"Guards of tower{number} painted the pilotage." for number in range(count)]
    rule = next(rule for pack in read_shipped_packs() for rule in pack.rules if rule.kind == "acts")
    reader = Reader(from_paragraphs(lines), Lexicon(rule), frozenset({"council"}))
    act = Act(
        40,
        "demand",
        (0, 1),
        (0, 4),
        frozenset(map(stem, ("harbour", "reopen"))),
        False,
        True,
        frozenset(),
        (0, 4),
        0,
    )
    done = Work()
    assert not reader.says(act)
    with counting(done, "stmtdiff"):
        assert not reader.says(act)
    return done.steps


def test_an_act_is_looked_for_only_where_its_words_stand() -> None:
    assert _work_of_a_look(400) == _work_of_a_look(10) > 0
