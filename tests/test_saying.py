"""Who says what is read as the table in cases/saying says; a floor for each slot, which only rises."""

import random
from dataclasses import replace

import pytest
from conftest import ROOT
from support.saying_cases import SAYING_CASES, SayingCase

import stmtdiff
from benchmarks.saying import FILES, HALVES, measure
from stmtdiff.languages.english import SPEAKERS
from stmtdiff.phrases import compile_phrase, find
from stmtdiff.remembering import forget
from stmtdiff.saying.around import formula_around, formulas_in
from stmtdiff.saying.clause import Clause
from stmtdiff.saying.denials import is_denied
from stmtdiff.saying.reading import clauses, clauses_of, walked
from stmtdiff.saying.who import acting_at
from stmtdiff.spans import Span

# Precision and recall over the files that nothing was studied in, and over all of them.
FLOORS: dict[str, dict[str, tuple[float, float]]] = {
    "all": {
        "speaker": (0.94, 0.92),
        "many": (0.98, 0.94),
        "not": (1.0, 0.89),
        "modal": (0.96, 0.94),
        "act": (0.97, 0.95),
        "by": (1.0, 0.82),
        "object": (0.93, 0.9),
        "head": (0.94, 0.91),
        "qualifiers": (0.95, 0.84),
        "scope": (0.94, 0.92),
        "if": (0.87, 0.85),
        "when": (0.91, 0.85),
    },
    "other": {
        "speaker": (0.89, 0.86),
        "many": (0.95, 0.88),
        "not": (1.0, 0.85),
        "modal": (0.92, 0.86),
        "act": (0.94, 0.91),
        "by": (1.0, 0.77),
        "object": (0.88, 0.82),
        "head": (0.89, 0.84),
        "qualifiers": (0.9, 0.7),
        "scope": (0.88, 0.84),
        "if": (0.66, 0.62),
        "when": (0.87, 0.8),
    },
}


def read(text: str) -> tuple[str, tuple[Clause, ...]]:
    statement = stmtdiff.parse(text)
    paragraph = statement.paragraphs[-1]
    return text, clauses(statement, paragraph, paragraph.sentences[-1])


def told(text: str) -> list[tuple[str, str]]:
    """Return speaker and act of each clause of the last sentence."""
    return [
        (" ".join(span.of(text) for span in clause.speaker), " ".join(span.of(text) for span in clause.act))
        for clause in read(text)[1]
    ]


@pytest.mark.parametrize("half", sorted(FLOORS))
def test_no_slot_falls_behind_its_floor(half: str) -> None:
    scores = measure(FILES if half == "all" else HALVES[half]).scores
    reached = {name: (score.precision, score.recall) for name, score in scores.items()}
    fallen = {
        name: (reached[name], floor)
        for name, floor in FLOORS[half].items()
        if reached[name][0] < floor[0] or reached[name][1] < floor[1]
    }
    assert set(reached) == set(FLOORS[half])
    assert fallen == {}


def test_the_halves_are_all_files_of_the_table() -> None:
    names = sorted(path.stem for path in (ROOT / "tests" / "cases" / "saying").glob("*.txt"))
    assert sorted(HALVES["studied"] + HALVES["other"]) == names == list(FILES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Members of the Council expressed deep concern.", [("Members of the Council", "expressed")]),
        (
            "The Foreign Ministers and the Secretary-General stressed the importance of dialogue.",
            [("The Foreign Ministers and the Secretary-General", "stressed")],
        ),
        (
            "The Meeting welcomed the agreement, and some Ministers called for restraint.",
            [("The Meeting", "welcomed"), ("some Ministers", "called for")],
        ),
        (
            "Further requests the envoy to report by 1 May 2026, and decides to remain seized of the matter.",
            [("", "requests"), ("", "decides")],
        ),
    ],
)
def test_ordinary_sentences_have_one_answer(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_every_span_points_into_the_statement_wherever_the_sentence_stands() -> None:
    text = "The Meeting met in Lisk. It ended.\n\nThe Board will pay 40 million crowns by 1 May 2026 if Ostrel signs."
    (clause,) = read(text)[1]
    assert [span.of(text) for span in clause.times] == ["by 1 May 2026"]
    assert [span.of(text) for span in clause.conditions] == ["if Ostrel signs"]
    assert [span.of(text) for span in clause.object] == ["40 million crowns"]


def test_a_sentence_is_read_once_in_whatever_statement_it_stands() -> None:
    walked.cache_clear()
    sentence = "The Council urged both sides to stop."
    first = walked(sentence)
    for front in ("One.", "One more.", "Two."):
        read(f"{front}\n\n{sentence}")
    assert walked(sentence) is first


@pytest.mark.parametrize(
    "text", ["", "Annex", "1.", "(a)", "“”", ", ; and that to by", "Ostrel", "- - -", "who which if"]
)
def test_what_is_no_sentence_has_no_clause_and_no_error(text: str) -> None:
    statement = stmtdiff.parse(text)
    found = [clauses(statement, paragraph, one) for paragraph in statement.paragraphs for one in paragraph.sentences]
    assert not any(found)


@pytest.mark.parametrize(
    "text",
    [
        "The Council " + ", ".join(["welcomed the truce and thanked Brevia"] * 400) + ".",
        "The Council said that " + "the Board said that " * 400 + "it met.",
        "Recalling the truce, " * 500 + "the Council met.",
        "The envoy, who " + "met the envoy, who " * 300 + "left.",
        "They met. " * 1500,
    ],
    ids=["verbs", "that", "participles", "who", "pronouns"],
)
def test_a_text_without_end_is_read_in_parts(text: str) -> None:
    assert read(text)[1]


def test_nothing_of_a_long_list_goes_unread() -> None:
    text = "The Council welcomes " + "the report of the mission; " * 60 + "and some Ministers called for a pause."
    assert told(text)[-1] == ("some Ministers", "called for")


def test_pronouns_are_answered_over_several_sentences() -> None:
    text = "Several Ministers spoke. They met the envoy. They thanked her."
    (clause,) = read(text)[1]
    assert clause.stands_for
    assert clause.stands_for.of(text) == "Several Ministers"
    assert clause.many == "several"


def test_words_in_any_order_are_read_without_an_error() -> None:
    known = "The Council who that and , ; not was had should if Welcoming welcomed by no it they in May nor all likely"
    draw = random.Random(2)
    for _ in range(300):
        text = " ".join(draw.choice(known.split()) for _ in range(draw.randint(1, 25)))
        assert all(clause.act for clause in read(text)[1]), text


def test_a_preamble_has_no_main_clause_whatever_its_participles_look_like() -> None:
    """What ends with a comma is a paragraph of a preamble: "Stressing" is its act, and the terms signed nothing."""
    assert told("Stressing the terms signed by Ostrel and Brevia,")[0] == ("", "Stressing")
    assert told("Noting the efforts of the Group to help persons suspected of theft,")[0] == ("", "Noting")
    assert told("Closing the port would harm the families.") == [("Closing the port", "harm")]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Deploring that Kaveth has left the talks, Endorsing the Lisk accord,", ""),
        ("Noting that trade has grown, recalling the river code, the Council decides to meet.", "the Council"),
        ("Noting that the envoy urged calm, recalling the river code,", "the envoy"),
    ],
)
def test_what_is_told_ends_where_the_next_participle_of_a_preamble_begins(text: str, last: str) -> None:
    """Kaveth endorses nothing: the forum does, which deplored what Kaveth did. An envoy may recall a code."""
    statement = stmtdiff.from_paragraphs([text])
    paragraph = statement.paragraphs[0]
    found = clauses(statement, paragraph, paragraph.sentences[0])[2]
    assert [span.of(statement.text) for span in found.speaker] == ([last] if last else [])
    assert found.is_told == (last == "the envoy")


def formula_of(text: str, phrase: str) -> tuple[str, tuple[str, ...], str, str]:
    """Return the formula around the first place of `phrase`: the whole, its qualifiers, its head and its object."""
    statement = stmtdiff.parse(text)
    place = Span(text.index(phrase), text.index(phrase) + len(phrase))
    [sentence] = [one for one in statement.paragraphs[-1].sentences if place.is_inside(one.span)]
    found = formula_around(statement, sentence, place)
    head, own = (span.of(text) if span else "" for span in (found.head, found.object))
    return found.whole.of(text), tuple(span.of(text) for span in found.qualifiers), head, own


CLOSURE = "The Panel asked for the complete, verifiable and final closure of the Halvane mine."
CLOSED = ("complete, verifiable and final closure", ("complete", "verifiable", "final"), "closure", "the Halvane mine")


@pytest.mark.parametrize("phrase", ["closure", "verifiable", "complete, verifiable", "final closure"])
def test_a_formula_is_one_whatever_part_of_it_was_asked_for(phrase: str) -> None:
    assert formula_of(CLOSURE, phrase) == CLOSED


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        # What a phrase holds of the object is not said of it twice, and its qualifiers are the head's.
        (CLOSURE, "closure of the Halvane mine", (f"{CLOSED[0]} of the Halvane mine", *CLOSED[1:])),
        # A word that can be a verb is a noun where no verb stands: in a row of nouns, behind an adjective.
        ("It asked for secure supply lines.", "lines", ("secure supply lines", ("secure",), "supply lines", "")),
        ("The Panel voiced grave concern.", "concern", ("grave concern", ("grave",), "concern", "")),
        # A verb is none, in whatever clause it stands.
        ("It met to watch, and keep the strict limits.", "limits", ("strict limits", ("strict",), "limits", "")),
        ("By restoring local trade the ports gained.", "trade", ("local trade", ("local",), "trade", "")),
        ("The Panel, which voiced serious doubt, met.", "doubt", ("serious doubt", ("serious",), "doubt", "")),
        ("It is ready to scale back old grants.", "grants", ("old grants", ("old",), "grants", "")),
        ("It met in fields such as trade.", "fields", ("fields", (), "fields", "")),
        ("The tasks originally assigned remain.", "tasks", ("tasks", (), "tasks", "")),
        # Figures and quantities beside a noun are no part of it, the number of a document is.
        ("It lowered the base toll 25 cents.", "toll", ("base toll", (), "base toll", "")),
        ("It kept the 1/4 percent target range.", "range", ("target range", (), "target range", "")),
        (
            "It asked for the full use of resolution 12 (2031).",
            "use",
            ("full use", ("full",), "use", "resolution 12 (2031)"),
        ),
        # An adverb belongs to the adjective that it strengthens; a name is no qualifier.
        ("It kept exceptionally low tolls.", "tolls", ("exceptionally low tolls", ("exceptionally low",), "tolls", "")),
        ("It met the Brevian Armed Forces.", "Forces", ("Brevian Armed Forces", (), "Brevian Armed Forces", "")),
        # Adjectives that no noun follows stay alone; of a verb the object is told.
        ("It will be patient and vigilant.", "patient", ("patient and vigilant", ("patient", "vigilant"), "", "")),
        ("The Panel asked all its firm friends to wait.", "asked", ("asked", (), "", "all its firm friends")),
        ("Rain fell, as it had.", "as", ("as", (), "", "")),
    ],
)  # fmt: skip
def test_a_phrase_stands_in_the_formula_that_a_reader_sees(
    text: str, phrase: str, expected: tuple[str, tuple[str, ...], str, str]
) -> None:
    assert formula_of(text, phrase) == expected


def test_formulas_are_read_in_english_alone_and_wherever_the_sentence_stands() -> None:
    text = "It met. The Panel urged calm trade."
    statement = stmtdiff.parse(text)
    [_, sentence] = statement.paragraphs[0].sentences
    assert [one.whole.of(text) for one in formulas_in(statement, sentence)] == ["Panel", "urged", "calm trade"]
    french = stmtdiff.parse(
        "Le Conseil a salué la décision de la Commission et il se félicite de cette mesure.\n\n"
        "Les ministres ont demandé que les ports restent ouverts pour tous les navires de la région."
    )
    assert french.language == "fr"
    assert formulas_in(french, french.paragraphs[0].sentences[0]) == ()


DENIALS = [
    ("recogni* the annexation", "The Council does not recognise the annexation of the Isles.", True),
    ("annexation", "The Council does not recognise the annexation of the Isles.", True),
    ("annexation of the Isles", "The Council does not recognise the claim or the annexation of the Isles.", True),
    ("annexation", "The Council does not oppose the annexation of the Isles.", False),
    ("annexation", "The Council does not object to the annexation of the Isles.", False),
    ("recogni* the annexation", "The Council refuses to recognise the annexation.", True),
    ("recogni* the annexation", "The Council did not refuse to recognise the annexation.", False),
    ("recogni* the annexation", "The Council not only recognised the annexation but welcomed it.", False),
    ("recogni* the annexation", "The Council called on all States not to recognise the annexation.", True),
    ("recogni* the annexation", "The Council did not call on States not to recognise the annexation.", False),
    ("recogni* the annexation", "The Council regretted calls not to recognise the annexation.", False),
    ("recogni* the annexation", "Ministers reaffirmed that the Council does not recognise the annexation.", True),
    ("recogni* the annexation", "Ministers denied that the Council does not recognise the annexation.", False),
    ("recogni* the annexation", "Nobody recognised the annexation.", True),
    ("annexation", "The annexation of the Isles was not recognised.", True),
    ("annexation", "The annexation of the Isles is not to be reversed.", False),
    ("annexation", "Those who do not keep the truce welcomed the annexation.", False),
    ("all options remain on the table", "Not all options remain on the table.", True),
    ("all options remain on the table", "All options remain on the table.", False),
    ("concern", "The Council voiced no concern over the tests.", True),
    ("use of force", "No use of force is envisaged.", True),
    ("use of force", "The Council rules out the use of force.", False),
    ("use of force", "The Council does not rule out the use of force.", False),
    ("use of force", "Ostrel does not condone the use of force, and the Council supports the use of force.", True),
    ("annexation", "The Council did not condemn the annexation.", False),
    ("annexation", "The Council does not support those who reject the annexation.", False),
    ("recogni* the annexation", "The Panel will never recognise the annexation.", True),
    ("recogni* the annexation", "Without recognising the annexation, the Panel met.", True),
    ("annexation", "No Member spoke, and the Panel recognised the annexation.", False),
    ("recogni* the annexation", "The Council can no longer recognise the annexation.", True),
    ("recogni* the annexation", "The Council cannot but recognise the annexation.", False),
]


@pytest.mark.parametrize(("pattern", "sentence", "denied"), DENIALS)
def test_a_phrase_is_denied_only_where_that_is_plain(pattern: str, sentence: str, denied: bool) -> None:
    statement = stmtdiff.from_paragraphs([sentence])
    (paragraph,) = statement.paragraphs
    match = find([compile_phrase(pattern)], paragraph.words)[0]
    own = paragraph.sentence_of(match.first)
    assert is_denied(statement, paragraph, own, paragraph.span_of(match.first, match.last)) is denied


def test_of_a_language_that_is_not_read_nothing_is_denied() -> None:
    sentence = "Le Conseil ne reconnait pas les annexions, et il a pris note de la demande des ministres sur les tests."
    statement = stmtdiff.from_paragraphs([sentence])
    paragraph = statement.paragraphs[0]
    assert statement.language == "fr"
    assert not is_denied(statement, paragraph, paragraph.sentences[0], Span(28, 42))


@pytest.mark.parametrize(
    ("sentence", "verb", "denied"),
    [
        ("Ostrel should free the crew.", "should free", False),
        ("The Panel took note of the plan.", "took note of", False),
        ("The Council does not support the plan.", "does not support", True),
        ("The Council not only supports the plan.", "supports", False),
        ("The plan.", None, False),
    ],
)
def test_what_is_done_is_told_where_nobody_says_it(sentence: str, verb: str | None, denied: bool) -> None:
    statement = stmtdiff.from_paragraphs([sentence])
    (paragraph,) = statement.paragraphs
    said = acting_at(statement, paragraph, paragraph.sentences[0], len(sentence) - 3)
    assert (said.verb.of(sentence) if said.verb else None, said.is_denied) == (verb, denied)


class _Everything(frozenset[str]):
    """A set of words that holds any."""

    def __contains__(self, word: object) -> bool:
        return True


def _read_all() -> list[tuple[Clause, ...]]:
    """Return the clauses of every sentence of the table, read anew."""
    forget()
    return [clauses_of(case.sentence, SPEAKERS, True) for case in SAYING_CASES]


def test_words_that_are_passed_over_would_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which words can be a verb, open a clause or begin one behind a comma is asked first: it only saves time."""
    before = _read_all()
    monkeypatch.setattr("stmtdiff.saying.subjects._is_turning", lambda _norm: True)
    monkeypatch.setattr("stmtdiff.saying.walk.CLAUSAL", _Everything())
    monkeypatch.setattr("stmtdiff.saying.walk.Walk._may_open", lambda *_: True)
    assert _read_all() == before


@pytest.mark.parametrize("case", SAYING_CASES, ids=lambda case: case.name)
def test_clauses_without_heads_say_the_same_of_who_does_what(case: SayingCase) -> None:
    whole, bare = (clauses_of(case.sentence, SPEAKERS, has_heads) for has_heads in (True, False))
    told = [replace(one, head=(), qualifiers=(), strength=()) for one in whole]
    assert told == [replace(one, strength=()) for one in bare]
    for one, other in zip(whole, bare, strict=True):
        for strong in {*one.strength} - {*other.strength}:  # it stands among the words of the object
            assert any(strong.is_inside(place) for place in one.object)
