"""Quotations in a news article are found, and each is judged as an editor with both statements open would."""

import json
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from support.command import out, run
from support.hostile import ATTACKS
from support.strategies import statement_text
from test_schema import SCHEMAS

import stmtdiff
from stmtdiff.errors import LoadError
from stmtdiff.grammar import is_denial
from stmtdiff.model import Statement
from stmtdiff.quotations import Quotations, check_quotations
from stmtdiff.quotations.marks import quotations
from stmtdiff.quotations.place import _COST, _best_range, _matched, _weight
from stmtdiff.quotations.wording import wording_of
from stmtdiff.renderers.quotations.telling import headline, line_of, quoted

ARTICLE = Path(__file__).parent / "articles" / "meridian.md"
NEWEST, BEFORE = stmtdiff.load("sample:2025"), stmtdiff.load("sample:2024")

# The article's quotations in order: line, first words, verdict by hand.
JUDGED = [
    (1, "return and rehabilitation", "attribution"),  # "call for", but the text "noted"
    (3, "the aim of the complete", "exact"),  # American spelling, the article's own full stop
    (5, "complete", "exact"),
    (5, "complete, verifiable", "exact"),  # of last year's, as it says
    (5, "verifiable and irreversible", "exact"),
    (5, "by peaceful means", "exact"),
    (5, "without preconditions", "exact"),
    (7, "It encouraged all", "exact"),  # broken by "the statement read"
    (9, "called for the immediate", "exact"),  # two ellipses
    (9, "[T]ransit passage", "exact"),  # a capital and a word in brackets
    (11, "deplored the seizure", "exact"),
    (11, "condemned the seizure", "exact"),
    (11, "the laying of unmarked", "altered"),
    (13, "The Meeting underlined", "exact"),  # over two paragraphs
    (17, "grave concern", "attribution"),  # last year's words, given as this year's
    (17, "strongly condemned", "attribution"),
    (19, "confidence between", "stitched"),
    (21, "admission of Velmora", "altered"),  # a sentence left out without a sign
    (23, "a duty of the whole", "not-found"),
    (25, "binding rules", "attribution"),  # all ministers, but the text has some
    (27, "should be brought", "attribution"),  # demanded, but the text recalled
    (29, "despatch", "exact"),  # British spelling
    (29, "the Ministers’ and other", "absent"),  # single marks, with apostrophes in them; "is nowhere"
    (31, "Nobody reads", "not-checkable"),
    (31, "They ‘condemned’", "not-checkable"),  # the diplomat goes on
    (31, "condemned", "exact"),  # nested in what cannot be checked
    (33, "a new order", "not-checkable"),  # of 2018, which is not at hand
    (35, "gull fleet", "not-checkable"),  # a name
    (35, "ghost navy", "not-checkable"),
    (37, "a lasting", "not-checkable"),  # of another body
    (39, "phase out", "exact"),
    (39, "phase down", "exact"),
    (39, "access to safe and effective", "exact"),
    (39, "the growth of debris", "exact"),
    (41, "The families divided", "not-checkable"),  # never closed
]
CLAIMED = [
    (5, "contrast", "holds"),
    (5, "dropped", "holds"),
    (5, "kept", "holds"),
    (5, "dropped", "holds"),
    (39, "contrast", "holds"),
    (39, "dropped", "holds"),
    (39, "dropped", "does-not-hold"),
]


@pytest.fixture(scope="module")
def judged() -> Quotations:
    return check_quotations(stmtdiff.load(ARTICLE), [BEFORE, NEWEST])


def check(article: str, *statements: str | Statement) -> Quotations:
    read = [
        stmtdiff.parse(one, name=f"20{40 - n}") if isinstance(one, str) else one for n, one in enumerate(statements)
    ]
    return check_quotations(stmtdiff.parse(article, name="article"), read)


def verdicts(article: str, *statements: str | Statement) -> list[str]:
    return [one.verdict for one in check(article, *statements).checked]


def found(text: str) -> list[str]:
    """Return the quotations of a text, the pieces of one joined by a bar."""
    article = stmtdiff.parse(text)
    return [" | ".join(piece.of(article.text) for piece in one.pieces) for one in quotations(article)]


def test_the_article_is_judged_as_by_hand(judged: Quotations) -> None:
    said = [(line_of(judged, one.quotation.span.start), quoted(judged, one), one.verdict) for one in judged.checked]
    assert len(said) == len(JUDGED)
    for (line, words, verdict), (wanted_line, beginning, wanted) in zip(said, JUDGED, strict=True):
        assert (line, words[: len(beginning)], verdict) == (wanted_line, beginning, wanted)


def test_the_claims_of_the_article_are_judged_as_by_hand(judged: Quotations) -> None:
    assert [(line_of(judged, c.span.start), c.kind, c.verdict) for c in judged.claims] == CLAIMED
    assert not judged.stand


def test_verdicts_and_kinds_of_claims_are_those_that_are_named(judged: Quotations) -> None:
    from typing import get_args

    from stmtdiff.quotations.quotation import ClaimKind, Verdict

    assert {one.verdict for one in judged.checked} < set(get_args(Verdict))
    assert {claim.kind for claim in judged.claims} < set(get_args(ClaimKind))


def test_the_page_shows_verdict_place_and_difference(judged: Quotations) -> None:
    page = stmtdiff.render(judged, "text")
    assert page.startswith("9 of 35 quotations are wrong; 7 are not checkable; 1 claim is wrong\n")
    assert "meridian.md against sample:2025 (2025-07-11), sample:2024 (2024-07-26)" in page
    assert (
        'line 11: ALTERED: "the laying of unmarked mines" (sample:2025, 9)\n'
        "    sample:2025 to article: the laying of unmarked [-moorings-]{+mines+}\n"
    ) in page
    assert (
        'line 17: ATTRIBUTION ALTERED (term): "grave concern" (sample:2024, 4)\n'
        "    it is in sample:2024, not in sample:2025\n"
        "    sample:2025 to article: {+grave+} concern\n"
        "    firmer: 'concern' -> 'grave concern' [GEN105, 80 in 100]\n"
    ) in page
    assert "'call for' where the statement has 'noted': firmer" in page
    assert "'All ministers' where the statement has 'Some Ministers': more speakers [GEN103]" in page
    assert "leaves out 'still detained'" in page
    marked = stmtdiff.render(judged, "markdown")
    assert "unmarked <del>moorings</del><ins>mines</ins>" in marked


def test_a_web_page_is_judged_like_the_text(judged: Quotations, tmp_path: Path) -> None:
    parts = ARTICLE.read_text(encoding="utf-8").replace("# ", "").strip().split("\n\n")
    page = tmp_path / "article.html"
    body = f"<h1>{parts[0]}</h1>" + "".join(f"<p>{part}</p>" for part in parts[1:])
    page.write_text(f"<html><body><article>{body}</article></body></html>", encoding="utf-8")
    read = check_quotations(stmtdiff.load(str(page)), [NEWEST, BEFORE])
    assert [one.verdict for one in read.checked] == [one.verdict for one in judged.checked]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The text said “grave concern”.", ["grave concern"]),
        ('The text said "grave concern".', ["grave concern"]),
        ("The text said ‘grave concern’.", ["grave concern"]),
        ("The text said 'grave concern'.", ["grave concern"]),
        ("The text said «grave concern» and „deep concern“.", ["grave concern", "deep concern"]),
        ("Forum 'deplores' raid, the ministers' text says.", ["deplores"]),
        ("It was the '90s, and the ministers' mood was bad.", []),
        ("‘The ministers’ call’ was heard.", ["The ministers’ call"]),
        ("‘The ministers’ and ‘the leaders’ met.", ["The ministers", "the leaders"]),
        ("It isn't, it won't and it shan't.", []),
        ("They heard “the word ‘grave’ is gone” and left.", ["the word ‘grave’ is gone", "grave"]),
        ("They heard \"the word 'grave' is gone\" and left.", ["the word 'grave' is gone", "grave"]),
        ('"complete," the statement read, "and verifiable"', ["complete, | and verifiable"]),
        ("“complete”, according to the text, “and verifiable”", ["complete | and verifiable"]),
        ('It was "complete", but not "verifiable".', ["complete", "verifiable"]),
        ('It was "complete", "verifiable" and "final".', ["complete", "verifiable", "final"]),
        ('"It met." The text went on, "It rose."', ["It met.", "It rose."]),
        ("“One.\n\n“Two.\n\n“Three,” it said.", ["One. | Two. | Three,"]),
        ('"One.\n\n"Two," it said.', ["One. | Two,"]),
        ("“One.\n\nTwo, it said.", ["One."]),
        ("A “!?” is no quotation.", []),
        ("The hall is 5' by 6\" wide.", []),
    ],
)
def test_quotations_are_found_by_their_marks(text: str, words: list[str]) -> None:
    assert found(text) == words


def test_an_inner_quotation_knows_its_outer_one_and_an_open_one_that_it_is() -> None:
    nested = quotations(stmtdiff.parse("They heard “the word ‘grave’ is gone” and left."))
    assert [one.inside for one in nested] == [None, 0]
    assert [one.closed for one in quotations(stmtdiff.parse("They heard “the word."))] == [False]


@pytest.mark.parametrize(
    ("text", "patterns"),
    [
        ("“[T]he Forum met,”", [["The Forum met"]]),
        ("“the Forum [of the bay] met”", [["the Forum ... met"]]),
        ("“[the Forum] met in Osk”", [["met in Osk"]]),
        ("“it rais[ed] a flag [sic]”", [["it rais* a flag"]]),
        ("“it met … and rose. . . . It fell [...] ill”", [["it met"], ["and rose"], ["It fell"], ["ill"]]),
        ("“complete,” it read, “and final”", [["complete , and final", "complete and final"]]),
        ("“a | b * c”", [["a b c"]]),
    ],
)
def test_a_quotation_is_read_as_it_was_meant(text: str, patterns: list[list[str]]) -> None:
    article = stmtdiff.parse(text)
    wording = wording_of(article.text, quotations(article)[0])
    assert [[reading.pattern for reading in run.readings] for run in wording.runs] == patterns


TEXT = """Statement of the Lamp Council

Osk, 3 May 2040

1. The Council recognised that harbours, lamps and bells are the labour of many hands, and took note of the plan
of the keepers. Many Ministers noted the importance of oil for the lamps of the northern reefs.

2. The Council condemned the raid on the lighthouse — the ‘old candle’ — and urged all parties to return the lenses.
"""


@pytest.mark.parametrize(
    "quotation",
    [
        "“The Council recognised that harbours, lamps and bells are the labour of many hands”",
        "“recognized that harbors, lamps, and bells are the labor of many hands,”",
        "“Recognised that harbours, lamps and bells are the labour of many hands.”",
        "“[H]arbours, lamps and bells are [said to be] the labour of many hands”",
        "“harbours ... are the labour of many hands”",
        "“condemned the raid on the lighthouse - the “old candle” - and urged all parties to return the lenses”",
        "\"condemned the raid on the lighthouse – the 'old candle' – and urged all parties\"",
        "“The Council condemned the raid,” the text read, “on the lighthouse”",
    ],
)
def test_conventions_of_quoting_are_no_alterations(quotation: str) -> None:
    assert set(verdicts(f"The statement said {quotation}, and no more.", TEXT)) == {"exact"}


@pytest.mark.parametrize(
    ("quotation", "verdict"),
    [
        ("“harbours, lamps and bells are the work of many hands”", "altered"),
        ("“harbours, lamps and bells are the labour of hands”", "altered"),
        ("“urged all parties, to return the lenses”", "altered"),
        ("“bells are the labour of many hands and urged all parties to return the lenses”", "stitched"),
        ("“the labour of many hands ... the importance of oil ... return the lenses”", "stitched"),
        ("“condemns”", "altered"),
        ("“gravel and tar”", "not-found"),
        ("“tar”", "not-found"),
    ],
)
def test_what_is_not_said_so_does_not_stand(quotation: str, verdict: str) -> None:
    assert verdicts(f"The statement of the council on the raid on the lighthouse said {quotation}.", TEXT) == [verdict]


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("The Council noted “the importance of oil for the lamps”", False),  # the whole council, and not many of it
        ("Many ministers noted “the importance of oil for the lamps”", True),
        ("Ministers stressed “the importance of oil for the lamps”", False),
        ("“The importance of oil for the lamps” was noted", True),
        ("The statement speaks of “the importance of oil for the lamps”", True),
        ("The Council welcomed “the plan of the keepers”", False),
        ("The Council called on “all parties to return the lenses”", True),  # as strong as urged
        ("The Council encouraged “all parties to return the lenses”", False),
        ("The Council demanded that “all parties [should] return the lenses”", False),
        ("Demanding nothing, it said: “all parties to return the lenses”", True),
        ("The Council deplored “the raid on the lighthouse”", False),
        ("The Council condemned “the raid on the lighthouse”", True),
    ],
)
def test_the_verb_and_the_speaker_must_be_the_statement_s(sentence: str, stands: bool) -> None:
    assert check(f"{sentence}.", TEXT).stand is stands


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Last year's statement spoke of “the lamps of the northern reefs”.", "not-checkable"),
        ("In 2031 the Council spoke of “the lamps of the northern reefs”.", "not-checkable"),
        ("In 2040 the statement spoke of “the lamps of the northern reefs”.", "exact"),
        ("“We are out of oil,” said Ada Moor, the keeper of Osk.", "not-checkable"),
        ("Ada Moor, the keeper of Osk, said: “We are out of oil.”", "not-checkable"),
        ("An official told reporters that “we are out of oil”.", "not-checkable"),
        ("The Candle League communiqué says “we are out of oil”.", "not-checkable"),
        ("The Lamp Council said “we are out of oil”.", "not-found"),
        ("The Council said “we are out of oil”.", "not-found"),
        ("Everybody knows that “we are out of oil”.", "not-found"),
    ],
)
def test_what_somebody_else_said_is_not_checkable(sentence: str, verdict: str) -> None:
    assert verdicts(sentence, TEXT) == [verdict]


def test_with_both_years_at_hand_each_is_held_against_its_own() -> None:
    earlier = TEXT.replace("2040", "2039").replace("condemned the raid", "deplored the raid")
    both = (TEXT, earlier)
    assert verdicts("Last year it “deplored the raid on the lighthouse”.", *both) == ["exact"]
    assert verdicts("The 2039 statement “deplored the raid on the lighthouse”.", *both) == ["exact"]
    assert verdicts("The text “deplored the raid on the lighthouse”.", *both) == ["attribution"]
    assert verdicts("Last year it “condemned the raid on the lighthouse”.", *both) == ["attribution"]
    assert verdicts("Last year's text was mild. It “deplored the raid on the lighthouse”.", *both) == ["exact"]


def dues(kind: str, count: int) -> str:
    return f"The Panel noted {', '.join(f'the {kind} dues of berth {at}' for at in range(count))}."


def test_a_long_quotation_is_looked_up_in_parts_and_one_too_long_says_that_it_was_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    statement = stmtdiff.from_paragraphs([dues("old", 40), "The ferries sailed.", dues("new", 40)])
    article = stmtdiff.from_paragraphs(
        [f"The statement said: 'The {dues('old', 40)[4:-1]} and {dues('new', 40)[4:-1]}'."]
    )
    (checked,) = check_quotations(article, [statement]).checked
    assert (checked.verdict, checked.reason, checked.notes) == ("stitched", "its parts are in 2 places", ())
    monkeypatch.setattr("stmtdiff.quotations.stitching._LONGEST", 400)
    (checked,) = check_quotations(article, [statement]).checked
    assert checked.verdict != "stitched"
    assert checked.notes[0].startswith("it is too long to be looked up in parts")


@given(st.lists(st.sampled_from("the harbour , of ships 12 open".split()), min_size=1, max_size=14), st.data())
def test_the_best_range_is_that_of_all_ranges(keys: list[str], data: st.DataObject) -> None:
    """It is found in one walk; a walk over all pairs of places, the earlier one first, gives the same."""
    others = data.draw(st.lists(st.sampled_from(keys), max_size=40))
    matched = _matched(keys, others)
    ranges = []
    for first, (begun, start) in enumerate(matched):
        for last, (ended, end) in enumerate(matched[first:], first):
            weight = sum(_weight(keys[key]) for key, _ in matched[first : last + 1])
            longer = max(0, end - start - (ended - begun))
            ranges.append((weight - _COST * longer, -first, -last, (start, end + 1, weight)))
    whole = sum(map(_weight, keys))
    expected = max(ranges)[3] if ranges and whole else None
    assert _best_range(matched, keys) == (expected and (*expected[:2], 100 * expected[2] // whole))


def test_a_list_of_thousands_of_quotations_in_one_sentence_is_judged() -> None:
    named = [f"wide harbour {number}" for number in range(1_200)]
    quoted_names = ", ".join(f"'{name}'" for name in named)
    article = stmtdiff.from_paragraphs([f"The Panel named {quoted_names}."])
    result = check_quotations(article, [stmtdiff.from_paragraphs([f"The Panel named {', '.join(named)}."])])
    assert len(result.checked) == len(named)
    assert {one.verdict for one in result.checked} == {"exact"}


def test_what_is_said_of_one_quotation_is_not_claimed_of_the_next() -> None:
    earlier = TEXT.replace("condemned the raid on the lighthouse", "deplored the raid")
    made = check(
        "“deplored the raid” was dropped, and “condemned the raid on the lighthouse” was added.", TEXT, earlier
    )
    assert [(claim.kind, claim.verdict) for claim in made.claims] == [("dropped", "holds"), ("added", "holds")]


BERTHS = (
    "The Panel met in Osk. Under the lease, the harbour master is not permitted to close the pier in winter."
    " Its members will never, the Panel said, recognise the seizure of the pier."
    " The ferry can no longer land at the northern quay. The crew cannot in any case leave the deck."
    " No vessel may carry salt or oil. The Panel not only condemned the raid but also named the raiders."
    " The pilots asked for more lamps. They did not ask for more tolls. They asked for a bell before the fair."
)


@pytest.mark.parametrize(
    ("article", "reason"),
    [
        ("The master “is ... permitted to close the pier”.", "it leaves out 'not'"),
        ("The master “is [...] permitted ... in winter”.", "it leaves out 'not'"),
        ("The master “is [now] permitted to close the pier”.", "it leaves out 'not'"),
        ("Now he is “permitted to close the pier”.", "in the statement 'not' comes before it"),
        ("They “will ... recognise the seizure of the pier”.", "it leaves out 'never'"),
        ("“The ferry can ... land at the northern quay”.", "it leaves out 'no'"),
        ("The ferry can “land at the northern quay”.", "in the statement 'no' comes before it"),
        ("“The crew ... leave the deck”.", "it leaves out 'cannot'"),
        ("The crew may “leave the deck”.", "in the statement 'cannot' comes before it"),
        ("Any vessel “may carry salt or oil”.", "in the statement 'no' comes before it"),
        ("They will “[not] carry salt or oil”.", ""),
        ("It “asked for [no] more lamps”.", "it puts in 'no'"),
        ("The master “is not permitted to close the pier”.", ""),
        ("The master may not, under the lease, be “permitted to close the pier”.", ""),
        ("They refused to “recognise the seizure of the pier”.", ""),
        ("It “condemned the raid”.", ""),
        ("It “asked for more lamps ... before the fair”.", ""),
        ("“The harbour master is not ... to close the pier”.", ""),
    ],
)
def test_a_quotation_that_loses_or_gains_a_negation_does_not_stand(article: str, reason: str) -> None:
    """An ellipsis, square brackets and the opening mark may not turn what the statement says."""
    (one,) = check(article, BERTHS).checked
    lost = "altered" if reason.startswith("it puts in") else "negation"
    assert (one.verdict, one.reason) == (lost if reason else "exact", reason)
    assert one.wrong == bool(reason)
    assert (one.difference is not None) == bool(reason)


def test_a_negation_elsewhere_does_not_harm_words_that_stand_without_it_too() -> None:
    twice = "The pier is not open to boats. It is said that the lock is open to boats."
    assert verdicts("The lock “is open to boats”.", twice) == ["exact"]
    assert verdicts("The pier is “open to boats”, the lock too.", twice) == ["exact"]
    assert verdicts("The pier is “open to boats”.", "The pier isn’t open to boats.") == ["negation"]
    assert verdicts("He may “lease ... sell the pier”.", "He may neither lease nor sell the pier.") == ["negation"]


@pytest.mark.parametrize(
    ("sentence", "kind", "verdict"),
    [
        ("“condemned the raid” contrasts with last year's “deplored the raid”.", "contrast", "holds"),
        ("Last year's “deplored the raid” became “condemned the raid”.", "contrast", "holds"),
        ("The verb went from “deplored” to “condemned”.", "contrast", "holds"),
        ("It has “condemned the raid” instead of “deplored the raid”.", "contrast", "holds"),
        ("“condemned the raid” contrasts with last year's “took note of the plan”.", "contrast", "does-not-hold"),
        ("“condemned the raid” contrasts with last year's “praised the raid”.", "contrast", "not-checkable"),
        ("The statement dropped “the singing of tide tables”.", "dropped", "holds"),
        ("“The singing of tide tables” was gone.", "dropped", "holds"),
        ("The statement dropped “the importance of oil”.", "dropped", "does-not-hold"),
        ("The statement added the words “on the lighthouse”.", "added", "holds"),
        ("The text again spoke of “the northern reefs”.", "again", "holds"),
        ("The Council once more “condemned the raid on the lighthouse”.", "again", "does-not-hold"),
        ("The statement added the words “the importance of oil”.", "added", "does-not-hold"),
        ("“On the lighthouse” was added.", "added", "holds"),
    ],
)
def test_claims_are_held_against_both_statements(sentence: str, kind: str, verdict: str) -> None:
    earlier = TEXT.replace("2040", "2039").replace("condemned the raid on the lighthouse", "deplored the raid")
    earlier = earlier.replace("oil for the lamps", "oil, and the singing of tide tables, for the lamps")
    made = check(sentence, TEXT, earlier)
    assert [(claim.kind, claim.verdict) for claim in made.claims] == [(kind, verdict)]
    assert made.stand is (verdict == "holds")
    alone = check(sentence, TEXT)
    assert [claim.verdict for claim in alone.claims] == ["not-checkable"]


PARAGRAPHS = [paragraph for paragraph in NEWEST.paragraphs if len(paragraph.words) > 5]
MARKS = [("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'")]


@st.composite
def slices(draw: st.DrawFn) -> tuple[str, str]:
    """Return some words of the newest statement as they stand, and the same with one word of meaning replaced."""
    paragraph = draw(st.sampled_from(PARAGRAPHS))
    words, body = paragraph.words, paragraph.body.of(NEWEST.text)
    # Right behind a negation words stand and say the opposite, which is no quotation that stands.
    starts = [n for n in range(len(words) - 3) if not any(map(is_denial, words.norms[max(0, n - 6) : n]))]
    first = draw(st.sampled_from(starts))
    last = draw(st.integers(first + 3, min(len(words), first + 40)))
    content = [n for n in range(first, last) if words.norms[n].isalpha() and len(words.norms[n]) > 3]
    changed = draw(st.sampled_from(content or [first]))
    start, end = words.starts[first], words.ends[last - 1]
    other = f"{body[start : words.starts[changed]]}zanzibar{body[words.ends[changed] : end]}"
    return body[start:end], other


@given(slices(), st.sampled_from(MARKS))
@settings(max_examples=60)
def test_a_slice_of_a_statement_stands_and_with_another_word_it_never_does(
    pair: tuple[str, str], marks: tuple[str, str]
) -> None:
    assume(f"{marks[1]} " not in pair[0])  # "the Mariners' Exchange" in single marks: nobody can tell where it closes
    for text, stands in zip(pair, (True, False), strict=True):
        said = verdicts(f"The statement said: {marks[0]}{text}{marks[1]}. It rained.", NEWEST)
        assert said
        assert (set(said) == {"exact"}) is stands


@st.composite
def own_attributions(draw: st.DrawFn) -> str:
    """Return a sentence of the newest statement in which what follows some word is quoted."""
    sentences = [(p, s) for p in PARAGRAPHS if p.role == "body" for s in p.sentences if s.last - s.first > 9]
    paragraph, sentence = draw(st.sampled_from(sentences))
    cut = paragraph.body.start + paragraph.words.starts[draw(st.integers(sentence.first + 2, sentence.last - 5))]
    return f"{NEWEST.text[sentence.span.start : cut]}“{NEWEST.text[cut : sentence.span.end].rstrip('. ')}”."


RETOLD = (
    "The Meeting welcomed the decision of Lirenia and Tamberlyn to publish the daily levels of the River Arn "
    "throughout the year, and no longer “in the months of flood alone”."
)


@given(own_attributions())
@example(RETOLD)  # the statement's own "no longer" claims nothing of an earlier one
@settings(max_examples=60)
def test_a_statement_s_own_verb_and_speaker_are_never_an_attribution_altered(article: str) -> None:
    assert verdicts(article, NEWEST) == ["exact"]


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("“- [and] trade in calm waters -”", "exact"),  # a dash, then words put in: nothing is left to begin with
        ("“trade in calm waters [or] –”", "exact"),
        ("“complete … -\n[1] The”", "not-found"),
    ],
)
def test_a_dash_beside_words_put_in_is_nothing_to_look_for(article: str, expected: str) -> None:
    assert verdicts(article, "The Panel urged trade in calm waters.") == [expected]


@given(statement_text, statement_text)
@example("“complete … -\n[1] The\n", "1. \n")
@settings(max_examples=40)
def test_any_article_and_any_statement_give_verdicts_that_fit_the_schema(article: str, statement: str) -> None:
    read = stmtdiff.parse(statement)
    if not read.tokens:
        with pytest.raises(LoadError, match="has no words"):
            check_quotations(stmtdiff.parse(article), [read])
        return
    made = check_quotations(stmtdiff.parse(article), [read])
    Draft202012Validator(SCHEMAS["quotes-2.json"]).validate(json.loads(stmtdiff.render(made, "json")))
    assert stmtdiff.render(made, "text").startswith(headline(made))


def test_the_schema_knows_the_verdicts_and_refuses_what_it_does_not_know(judged: Quotations) -> None:
    from typing import get_args

    from stmtdiff.quotations.quotation import ClaimKind, ClaimVerdict, Verdict

    schema = SCHEMAS["quotes-2.json"]
    Draft202012Validator.check_schema(schema)
    data = json.loads(stmtdiff.render(judged, "json"))
    Draft202012Validator(schema).validate(data)
    assert not Draft202012Validator(schema).is_valid(data | {"surprise": 1})
    parts = schema["$defs"]
    assert parts["quotation"]["properties"]["verdict"]["enum"] == list(get_args(Verdict))
    claim = parts["claim"]["properties"]
    assert (claim["kind"]["enum"], claim["verdict"]["enum"]) == (
        list(get_args(ClaimKind)),
        list(get_args(ClaimVerdict)),
    )
    for one in data["quotations"]:
        for passage in one["passages"]:
            text = (NEWEST, BEFORE)[passage["statement"]].text
            assert text[passage["start"] : passage["end"]] == passage["text"]


def test_hostile_texts_stay_words() -> None:
    words = " ".join(ATTACKS).replace("\ud800", "").replace("\x00", "")
    made = check(f"The statement said “the keepers {words} of the reefs” and left.", f"The keepers {words} of the bay.")
    plain, marked = stmtdiff.render(made, "text"), stmtdiff.render(made, "markdown")
    assert "\x1b" not in plain + marked
    assert "\u202e" not in plain + marked
    assert "<script" not in marked.replace("\\<script", "")
    assert len(plain.splitlines()) <= 2 + 5 * len(made.checked)


def test_an_article_without_quotations_says_so() -> None:
    made = check("The Council met, and nobody was quoted.", TEXT)
    assert stmtdiff.render(made, "text").splitlines()[0] == "No quotation was found."
    assert made.stand


def test_the_command_exits_with_1_when_a_quotation_does_not_stand(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("The Meeting spoke of “access to hospitals”.\n", encoding="utf-8")
    done = run("quotes", article, "--against", "sample:2025")
    assert done.returncode == 1
    assert done.stdout.decode().startswith("1 of 1 quotation is wrong\n")
    article.write_text("The Meeting spoke of “the law of nations”.\n", encoding="utf-8")
    assert out("quotes", article, "--against", "sample:2025", "sample:2024").startswith("1 quotation is correct\n")
    assert out("quotes", article, "--against", "sample:2025", "--against", "sample:2024").count("sample:") == 3
    assert out("quotes", article, "--against", "sample:2025", "-o", tmp_path / "verdict.json") == ""
    assert json.loads((tmp_path / "verdict.json").read_text(encoding="utf-8"))["stand"] is True


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("absent.txt", "--against", "sample:2025"), "absent.txt: there is no such file"),
        ((str(ARTICLE),), "no statement to check against (give at least one with --against)"),
        ((str(ARTICLE), "--against", "sample:1999"), "'sample:1999' does not name a release"),
        ((str(ARTICLE), "--against", "sample:2025", "-f", "csv"), "there is no format 'csv'"),
        (
            (str(ARTICLE), "--against", "sample:2025", "-o", str(ARTICLE)),
            "the output would overwrite one of the input files",
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(arguments: tuple[str, ...], said: str) -> None:
    done = run("quotes", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_words_of_a_note_are_never_said_to_stand_nowhere():
    statement = stmtdiff.parse(
        "The Panel met on the reefs.\u00b9\n\n\u00b9 Osk joined by telephone from the shore.", name="new.txt"
    )
    article = (
        'The statement says that Osk "joined by telephone from the shore", and the Panel "walked to the lamps at dawn".'
    )
    made = check_quotations(stmtdiff.parse(article), [statement])
    assert [one.verdict for one in made.checked] == ["not-checkable", "not-found"]
    assert made.checked[0].reason == "it is in a note of new.txt, not in its text"


MOORINGS = (
    "Statement of the Pier Panel. The Panel strongly condemned the raid on the lighthouse and demanded that Tarn"
    " remove its buoys from the channel by 3 May 2041. It noted that Orsk and Tarn had met twice."
    " Some Members recalled that 1,500 lamps had been lit. The Panel does not accept that Orsk close the ferry."
)


@pytest.mark.parametrize(
    ("article", "verdict", "reason"),
    [
        ("Tarn “strongly condemned the raid on the lighthouse”.", "speaker", "the article has 'Tarn' where"),
        ("Orsk demanded that Tarn “remove its buoys from the channel”.", "speaker", "the article has 'Orsk' where"),
        ("It demanded that Orsk “remove its buoys from the channel”.", "altered", "where the statement has 'Tarn'"),
        ("It demanded that Orsk must “remove its buoys”.", "altered", "the article has 'Orsk' where"),
        ("It demanded that Tarn “remove its buoys from the channel”.", "exact", ""),
        ("The board “strongly condemned the raid”.", "exact", ""),  # another name of one body, perhaps
        ("The Panel refused to say it “strongly condemned the raid”.", "denied", "denies it with 'refused'"),
        ("The Panel did not say that it “strongly condemned the raid”.", "denied", "denies it with 'not'"),
        ("The Panel not only “strongly condemned the raid”.", "exact", ""),
        ("The Panel does not “accept that Orsk close the ferry”.", "exact", ""),
        ("Rules of the Panel that “strongly condemned the raid”.", "exact", ""),
        ("Petrov called it “a page of shame and of sorrow”.", "not-checkable", "attributed to Petrov"),
        ("He called it “a page of shame and of sorrow”.", "not-checkable", "a person ('he')"),
        ("The vice minister said it “strongly deplored every raid”.", "not-checkable", "the vice minister"),
        ("The Panel called it “a page of shame and of sorrow”.", "not-found", "nothing similar"),
    ],
)
def test_words_in_another_mouth_or_denied_do_not_stand(article: str, verdict: str, reason: str) -> None:
    """A name that the statement knows and that did not say or do it is wrong; a name that it does not know may be."""
    (one,) = check(article, MOORINGS).checked
    assert one.verdict == verdict
    assert reason in one.reason
    assert bool(one.reason) == bool(reason)


@pytest.mark.parametrize(
    ("article", "note"),
    [
        ("It demanded that Tarn “remove its buoys from the channel by May 3, 2041”.", "'3 May 2041'"),
        ("They recalled that “1,500 lamps had been lit”.", ""),
    ],
)
def test_a_date_or_number_in_another_form_stands_and_is_named(article: str, note: str) -> None:
    (one,) = check(article, MOORINGS).checked
    assert one.verdict == ("form" if note else "exact")
    assert [f"another form: the statement has {note}"] * bool(note) == list(one.notes)


@pytest.mark.parametrize(
    "article",
    [
        "The Panel « strongly condemned the raid ».",
        "The Panel «\u202fstrongly condemned the raid\u202f».",
        "The Panel „strongly condemned the raid“.",
        "The Panel »strongly condemned the raid«.",
        "The Panel ”strongly condemned the raid”.",
        "The Panel 「strongly condemned the raid」.",
        "The Panel 『strongly condemned the raid』.",
    ],
)
def test_the_marks_of_other_languages_hold_quotations(article: str) -> None:
    assert verdicts(article, MOORINGS) == ["exact"]


def test_a_mark_that_only_closes_opens_nothing() -> None:
    assert verdicts("The raid” was bad, and the Panel “strongly condemned the raid”.", MOORINGS) == ["exact"]


def test_an_altered_verb_at_the_edge_is_shown_with_what_it_took_the_place_of() -> None:
    """The verb and its adverb belong to the difference, and so a rule can say what it means."""
    (one,) = check("The Panel “deplored the raid on the lighthouse”.", MOORINGS).checked
    assert one.verdict == "altered"
    assert one.difference is not None
    (shift,) = one.difference.shifts
    old, new = one.difference.old.text, one.difference.new.text
    assert shift.old is not None
    assert shift.new is not None
    assert (shift.old.of(old), shift.new.of(new)) == ("strongly condemned", "deplored")
    assert shift.direction == "softer"
