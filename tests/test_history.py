"""The life of a phrase: where it stands, who says it, what became of it, and that a gap is never a drop."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import strategies
from support.serial import reading, series, statement

import stmtdiff
from stmtdiff.errors import SettingsError
from stmtdiff.phrases import PhraseSet, compile_phrase, literal, reordered
from stmtdiff.phrases import find as find_phrase
from stmtdiff.series.manifest import Reported
from stmtdiff.timeline.entry import Entry, History
from stmtdiff.timeline.formulas import formulas
from stmtdiff.timeline.phrase_life import history
from stmtdiff.timeline.reading import Reading, as_readings
from stmtdiff.timeline.telling import Calendar, run_back, summary, told_returned, told_vanished
from stmtdiff.words import words


def marks(life: History) -> list[str]:
    return [entry.mark for entry in life.entries]


def of_year(life: History, year: int) -> Entry:
    return next(entry for entry in life.entries if entry.reading.known_year == year)


def clause_of(text: str, phrase: str) -> tuple[str | None, ...]:
    """Return speaker, verb, formula and object of the first place where `phrase` stands in `text`."""
    unit = stmtdiff.from_paragraphs(text.split("\n"))
    one = history([("a", unit)], phrase).entries[0].occurrences[0]
    spans = (one.speaker, one.verb, one.formula, one.object)
    return tuple(span.of(unit.text) if span else None for span in spans)


def test_a_phrase_is_followed_with_speaker_verb_qualifiers_and_object():
    life = history(series(), "passage", series="isles")
    first = of_year(life, 2011)
    assert first.wordings("speaker") == ("The Delegates",)
    assert first.wordings("verb") == ("urged",)
    assert first.qualifiers() == ("full", "unhindered")
    assert first.wordings("formula") == ("full and unhindered passage",)
    assert first.wordings("object") == ("the ferries",)
    assert [one.place for one in first.occurrences] == ["2"]
    assert of_year(life, 2016).wordings("verb") == ("noted",)


def test_a_phrase_that_a_note_holds_is_neither_dropped_nor_back():
    """Notes are not followed: what moved into one and out again has not been looked at."""
    texts = [
        "It urged safe passage.",
        "It met.\u00b9\n\n\u00b9 It urged safe passage.",
        "It urged safe passage.",
        "It met.",
    ]
    life = history([(str(2011 + at), stmtdiff.parse(text)) for at, text in enumerate(texts)], "safe passage")
    assert [entry.holds for entry in life.entries] == [True, None, True, False]
    assert marks(life) == ["first", "", "", "vanished"]
    assert life.entries[1].note == "only in a note"
    assert "2012 unknown" in life.summary
    assert "only in a note" in stmtdiff.render(life, "terminal", width=120)


BOARD = (
    "The Board met in Osk and reviewed the traffic of the northern harbours since the meeting before.",
    "The Board expects tolls to stay low for an extended period, and will watch the ferries closely.",
    "The Board continues to dredge the channels of both islands and to mend the piers that the storm broke.",
)


def test_a_dissent_is_not_the_body_and_a_text_of_another_kind_is_no_release_without_the_phrase():
    dropped = BOARD[1].replace("an extended period", "some time")
    dissent = "Voting against was Ada B. Thorn, who wished to say that tolls stay low for an extended period."
    notice = "Ferry tickets of the old sort may be handed in at each pier until the autumn fair."
    voted = "Voting for the decision were Bo Lind, Chair; Cy Marr; and Di Noll. " + dissent
    texts = [
        BOARD,
        (*BOARD, voted),
        (notice,),
        BOARD,
        (BOARD[0], dropped, BOARD[2], voted),
        (BOARD[0], dropped, BOARD[2]),
    ]
    life = history(
        [(str(2011 + at), stmtdiff.from_paragraphs(text)) for at, text in enumerate(texts)], "extended period"
    )
    assert [entry.holds for entry in life.entries] == [True, True, False, True, False, False]
    assert marks(life) == ["first", "", "", "", "vanished", ""]
    assert [[one.voice for one in entry.occurrences] for entry in life.entries[:2]] == [[""], ["", "dissent"]]
    assert life.entries[2].aside
    assert life.summary == (
        "Dropped in 2015 after at least three statements. In 3 of 5 statements. Only dissenters say it in 2015. "
        "Not counted: 2013, a text of another kind."
    )
    assert "#p4 (dissent)" in stmtdiff.render(life, "terminal", width=160)


def test_an_annex_is_not_the_body():
    text = "1. The Board met.\n\n2. It urged calm.\n\nAnnex\n\n1. The Isles asked for safe passage."
    life = history([("2011", stmtdiff.parse(text))], "safe passage")
    assert [one.voice for one in life.entries[0].occurrences] == ["annex"]
    assert (life.entries[0].holds, life.entries[0].note) == (False, "only in an annex")
    assert "Only an annex contains it in 2011." in life.summary


def test_what_became_of_it_is_marked_and_said():
    life = history(series(), "passage")
    assert marks(life) == ["first", "", "", "changed", "vanished", "returned"]
    changed, vanished, returned = (of_year(life, year) for year in (2014, 2015, 2016))
    assert [change.aspect for change in changed.changes] == ["formula", "speaker", "verb"]
    assert changed.changes[0].old == ("full and unhindered passage",)
    assert changed.changes[0].new == ("full passage",)
    assert changed.note == "changed; last seen as before in 2012; 2013 unknown"
    assert vanished.note == "dropped; it stood in every year read from 2011 to 2014; 2013 unknown"
    assert returned.note == "back for the first time since 2014"
    assert life.summary == "Back for the first time since 2014, in 2016. In 4 of 5 statements."


def test_a_year_that_was_not_read_is_unknown_and_nothing_else():
    entry = of_year(history(series(), "passage"), 2013)
    assert (entry.status, entry.holds, entry.mark, entry.note) == ("unknown", None, "", "")


def test_a_gap_keeps_back_what_nobody_can_know():
    """After an unknown year nobody can say that a phrase is back for the first time, or when it went."""
    gone = history([reading(2001, ("Full passage.",)), reading(2002, None), reading(2003, ("Rain.",))], "full passage")
    assert of_year(gone, 2003).note == "gone; last seen in 2001; 2002 unknown"
    later = [reading(2004, None), reading(2005, ("Full passage.",))]
    back = history([*(entry.reading for entry in gone.entries), *later], "full passage")
    assert of_year(back, 2005).note == "back; last seen in 2001; 2002 and 2004 unknown"


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        (
            "Many Ministers called for calm and noted efforts to bring about the complete closure of the mine.",
            "closure",
            ("Many Ministers", "noted", "complete closure", "the mine"),
        ),
        (
            "Information received since the Board met in June suggests that growth is slow.",
            "growth",
            (None, None, "growth", None),
        ),
        (
            "To support the harbour, the Board today reaffirmed its view that an exceptionally low toll will remain.",
            "exceptionally low",
            ("the Board", "reaffirmed", "exceptionally low toll", None),
        ),
        (
            "The Board will keep the toll and currently anticipates that conditions are likely to warrant low tolls.",
            "low tolls",
            ("The Board", "anticipates", "low tolls", None),
        ),
        (
            "Voting against was Ada B. Thorn, who believed that the Board should be patient in its work.",
            "patient",
            ("Ada B. Thorn", "believed", "patient", None),
        ),
        (
            "The Assembly Council,\nDemands that the island shut the works in a complete, verifiable and final manner;",
            "verifiable",
            ("The Assembly Council", "Demands", "complete, verifiable and final manner", None),
        ),
        (
            "The Meeting noted that several Ministers expressed grave concern over the dredging.",
            "grave concern",
            ("several Ministers", "expressed", "grave concern", None),
        ),
        (
            "Taking into account the storm, the Board sees the repair of the pier as done.",
            "repair",
            ("the Board", "sees", "repair", "the pier"),
        ),
        (
            "The Ministers thanked the Eminent Persons, who had met in Osk, and encouraged the repair of the pier.",
            "repair",
            ("The Ministers", "encouraged", "repair", "the pier"),
        ),
        (
            "All three countries joined the repair of the pier.",
            "repair",
            ("All three countries", "joined", "repair", "the pier"),
        ),
        (
            "The Meeting welcomed the agreement, and some Ministers called for restraint.",
            "restraint",
            ("some Ministers", "called for", "restraint", None),
        ),
        (
            "The Foreign Ministers and the Secretary-General stressed the importance of dialogue.",
            "dialogue",
            ("The Foreign Ministers and the Secretary-General", "stressed", "dialogue", None),
        ),
        ("The Delegates did not endorse the ban.", "ban", ("The Delegates", "did not endorse", "ban", None)),
        ("The Board is also weighing a new toll.", "toll", ("The Board", "is also weighing", "new toll", None)),
        ("We welcome the truce.", "truce", ("We", "welcome", "truce", None)),
        ("Some Ministers met. They urged calm.", "calm", ("Some Ministers", "urged", "calm", None)),
        (
            "Although the Delegates expect calm, passage has been slow.",
            "passage",
            (None, None, "passage", None),
        ),
        (
            "The Delegates agreed that all parties should open the strait.",
            "strait",
            ("The Delegates", "agreed", "strait", None),
        ),
        (
            "The Assembly Council,\nExpressing concern about the limits placed upon the crews,",
            "limits",
            ("The Assembly Council", "Expressing", "limits", None),
        ),
        (
            "The Assembly Council,\nCalls upon both sides to:\nopen the strait;\nguarding the pier,",
            "pier",
            ("The Assembly Council", "Calls upon", "pier", None),
        ),
        ("The Ministers agreed to:\nkeep up; and\nmeet.\nRain fell on piers.", "piers", (None, None, "piers", None)),
        ("The Ministers urged all parties to return.", "urge*", ("The Ministers", "urged", "urged", "all parties")),
        ("It continues to anticipate low tolls.", "low tolls", (None, "continues to anticipate", "low tolls", None)),
    ],
    ids=range(23),
)  # fmt: skip
def test_the_sentence_tells_who_says_it_and_how(text: str, phrase: str, expected: tuple[str | None, ...]):
    assert clause_of(text, phrase) == expected


def test_who_speaks_in_the_forum_is_named_in_the_settings():
    unit = stmtdiff.from_paragraphs(["The Wardens closed the strait."])
    plain, known = (
        stmtdiff.history([("a", unit)], "strait", settings=settings).entries[0].occurrences[0].speaker
        for settings in (None, stmtdiff.Settings(speakers=("wardens",)))
    )
    assert plain is None
    assert known
    assert known.of(unit.text) == "The Wardens"


def test_an_item_of_a_list_is_said_by_the_sentence_that_opens_the_list():
    text = "The Ministers agreed to:\nkeep a common watch list; and\nopen the northern port."
    assert clause_of(text, "northern port")[:2] == ("The Ministers", "agreed")


def test_reported_wording_stands_for_a_text_and_says_nothing_of_what_it_does_not_hold():
    wording = Reported("Complete, verifiable, and final closure", "press quotation", "The Islander", verb="noted")
    draft = Reported("full closure", "draft", "The Islander", draft=True)
    life = history([reading(2020, None, draft), reading(2021, None, wording), reading(2022, ("Open.",))], "closure")
    assert [entry.status for entry in life.entries] == ["unknown", "reported", "read"]
    assert [entry.holds for entry in life.entries] == [None, True, False]
    assert life.entries[1].qualifiers() == ("Complete", "verifiable", "final")
    assert life.entries[1].wordings("verb") == ("noted",)
    assert history([reading(2021, None, wording)], "ferries").entries[0].holds is None


def test_a_series_with_several_statements_a_year_gives_months_and_days():
    days = [(2013, 1, 30), (2013, 3, 20), (2013, 9, 17), (2014, 1, 8), (2014, 1, 29), (2014, 3, 19)]
    texts = [*["Patience is due."] * 5, "All is well."]
    pairs = [(datetime.date(*day), statement(0, (text,))) for day, text in zip(days, texts, strict=True)]
    last = history(pairs, "patience").entries[-1]
    assert (
        last.note == "dropped after at least five statements (in every statement from January 2013 to 29 January 2014)"
    )


@pytest.mark.parametrize(
    ("holds", "said"),
    [
        ([True, True, True], "In every year from 2001 to 2003."),
        ([True, None, True], "In 2001 and 2003; 2002 unknown."),
        ([True, None, True, True], "In every year read from 2001 to 2004; 2002 unknown."),
        ([None, True, True], "In 2002 and 2003; 2001 unknown."),
        ([False, True, True, True], "In every year since 2002. In 3 of 4 statements."),
        ([False, False, True], "New in 2003. In 1 of 3 statements."),
        ([False, None, True], "New in 2003; 2002 unknown. In 1 of 2 statements."),
        ([True, True, True, False], "Dropped in 2004 after at least three years. In 3 of 4 statements."),
        ([False, True, True, True, False], "Dropped in 2005 after three years. In 3 of 5 statements."),
        ([False, None, True, True, False], "Dropped in 2005 after at least two years. In 2 of 4 statements."),
        ([False, True, True, True, None], "In every year from 2002 to 2004; 2005 unknown. In 3 of 4 statements."),
        ([True, False, True], "Back for the first time since 2001, in 2003. In 2 of 3 statements."),
        ([False, False], "In none of the two statements known."),
        ([None, None], "Nothing is known of any release."),
        ([None, True], "Only in 2002, the one that is known; 2001 unknown."),
    ],
    ids=str,
)
def test_a_life_is_told_in_a_sentence(holds: list[bool | None], said: str):
    readings = [reading(2001 + at, ("Text.",)) for at in range(len(holds))]
    assert summary(Calendar(readings), holds) == said


# Two releases in one month have a day for a name, one alone its month, one without a day its year.
DAYS = [(2013, 1, 30), (2013, 3, 6), (2013, 3, 20), (2013, 9, 3), (2013, 9, 17), (2014, 1, 8), (2014, 1, 29)]


@pytest.mark.parametrize(
    ("holds", "said"),
    [
        ([False, True, None, False, False, False, False], "gone; last seen on 6 March 2013; 20 March 2013 unknown"),
        ([True, None, False, False, False, False, False], "gone; last seen in January 2013; 6 March 2013 unknown"),
        ([True, True, False, False, False, False, False], "in January 2013 and on 6 March 2013"),
        ([False, True, True, False, False, False, False], "on 6 March 2013 and 20 March 2013"),
        ([False] * 6 + [True], "New on 29 January 2014"),
        ([True] + [False] * 5 + [True], "Back for the first time since January 2013, on 29 January 2014"),
        ([True] * 6 + [False], "Dropped on 29 January 2014 after at least six"),
    ],
    ids=str,
)
def test_a_day_takes_on_and_a_month_in(holds: list[bool | None], said: str):
    texts = [None if held is None else statement(0, ("Patience is due.",) if held else ("Rain.",)) for held in holds]
    days = [datetime.date(*day) for day in DAYS]
    readings = [Reading(str(day), day, text, (), day.year) for day, text in zip(days, texts, strict=True)]
    life = history(readings, "patience")
    assert said in " ".join([life.summary, *(entry.note for entry in life.entries)])


def test_when_names_stretches_and_counts_many():
    calendar = Calendar([Reading(str(day), datetime.date(*day), None, (), day[0]) for day in DAYS])
    assert calendar.when(1, 2, 3) == "from 6 March 2013 to 3 September 2013"
    assert calendar.when(0, 2, 3, 4, 6) == (
        "in January 2013, from 20 March 2013 to 17 September 2013 and on 29 January 2014"
    )
    years = Calendar([reading(2001 + at, ("x",)) for at in range(12)])
    assert years.when(0, 2, 3) == "in 2001, 2003 and 2004"
    assert years.when(*range(0, 12, 2)) == "in six statements between 2001 and 2011"


def test_statements_out_of_order_are_refused():
    with pytest.raises(SettingsError, match="comes after"):
        history([reading(2012, ("A.",)), reading(2011, ("B.",))], "a")


@pytest.mark.parametrize("phrase", ["", "*", "... passage", "sh*p"])
def test_what_is_no_phrase_is_refused(phrase: str):
    with pytest.raises(SettingsError, match="the phrase"):
        history(series(), phrase)


def test_statements_are_taken_as_they_are_or_in_pairs():
    text = statement(2024, ("A pier.",))
    found = as_readings([text, ("isles:2025", None), (datetime.date(2026, 5, 1), text)])
    assert [one.known_year for one in found] == [2024, 2025, 2026]
    assert stmtdiff.history([text], "pier").entries[0].holds
    assert stmtdiff.history([text, text]).statements == 2


phrases = st.sampled_from(["passage", "full", "urge*", "ferries", "full ... passage", "the | a"])
pool = st.sampled_from(
    [
        "The Delegates urged full passage.",
        "Full and free passage of the ferries.",
        "Rain.",
        "They urge the passage of a",
    ]
)
texts = st.lists(st.lists(pool, min_size=1, max_size=3).map(tuple), min_size=1, max_size=9)


def readings_of(given_texts: list[tuple[str, ...]]) -> list[Reading]:
    return [reading(2001 + at, paragraphs) for at, paragraphs in enumerate(given_texts)]


@given(texts, phrases)
def test_counts_are_those_of_the_one_matcher(given_texts: list[tuple[str, ...]], phrase: str):
    wanted = PhraseSet([compile_phrase(phrase)])
    for entry in history(readings_of(given_texts), phrase).entries:
        assert entry.statement
        assert len(entry.occurrences) == sum(len(find_phrase(wanted, one.words)) for one in entry.statement.paragraphs)
        for one in entry.occurrences:
            assert one.span.is_inside(one.formula)
            assert one.span.is_touching(one.sentence)


@given(texts, phrases)
def test_what_stands_in_every_statement_read_never_vanishes(given_texts: list[tuple[str, ...]], phrase: str):
    life = history(readings_of(given_texts), phrase)
    if all(entry.holds for entry in life.entries):
        assert set(marks(life)) <= {"first", "changed", ""}


@given(texts, phrases, st.data())
def test_taking_a_text_away_never_makes_a_phrase_go_or_come_back(
    given_texts: list[tuple[str, ...]], phrase: str, data: st.DataObject
):
    """What is not known can hide that a phrase went or came back, and never invent it."""
    full = readings_of(given_texts)
    lost = data.draw(st.sets(st.integers(0, len(full) - 1)))
    partly = [reading(2001 + at, None) if at in lost else one for at, one in enumerate(full)]
    before, after = marks(history(full, phrase)), marks(history(partly, phrase))
    assert after.count("vanished") <= before.count("vanished")
    assert after.count("returned") <= before.count("returned")
    assert all(not after[at] for at in lost)


@given(st.lists(st.sampled_from([True, False, None]), min_size=1, max_size=12))
def test_a_run_holds_the_phrase_in_all_that_is_known_of_it(holds: list[bool | None]):
    for at in (at for at, held in enumerate(holds) if held):
        run = run_back(holds, at)
        inside = holds[run.first : run.last + 1]
        assert False not in inside
        assert run.count == inside.count(True)
        assert len(run.unknown) == inside.count(None)
        assert run.first == 0 or not holds[run.first - 1]


@given(st.lists(st.sampled_from([True, False, None]), min_size=2, max_size=12))
def test_first_time_since_is_only_said_when_all_between_is_known(holds: list[bool | None]):
    calendar = Calendar([reading(2001 + at, ("x",)) for at in range(len(holds))])
    for at, held in enumerate(holds):
        said = told_returned(calendar, holds, at) if held else told_vanished(calendar, holds, at)
        last = max((earlier for earlier in range(at) if holds[earlier]), default=None)
        if held and last is not None and None in holds[last:at]:
            assert said.startswith("back; last seen")
        if held is False and last is not None and None in holds[last:at] and False not in holds[last:at]:
            assert said.startswith("gone; last seen")


def test_formulas_that_changed_come_first_and_names_are_none():
    texts_of = {2001: "full", 2002: "full", 2003: "full and unhindered", 2004: "unhindered"}
    readings = [
        reading(year, (f"The Delegates urged {word} passage of the ferries.", "The United Isles Fund gave a report."))
        for year, word in texts_of.items()
    ]  # fmt: skip
    found = formulas(readings, series="isles")
    assert found.found[0].history.phrase == "passage of the ferries"
    assert found.found[0].weight > 0
    assert (found.found[0].changes, found.found[0].graded) == (2, 2)
    assert "Changed twice, 2 of them softer or firmer." in stmtdiff.render(found, "terminal")
    assert not any("fund" in one.history.phrase for one in found.found)
    ranks = [(one.graded, one.weight) for one in found.found]
    assert ranks == sorted(ranks, reverse=True)


def test_a_part_of_time_is_no_formula():
    months = ("recent", "coming", "next", "last", "recent")
    readings = [reading(2001 + at, (f"The Panel met in {word} months.",)) for at, word in enumerate(months)]
    assert formulas(readings).found == ()


def test_the_last_release_says_which_wording_took_the_place_of_which():
    texts = ["full and unhindered passage", "full and unhindered passage", "full passage"]
    life = history([reading(2001 + at, (f"It urged {text}.",)) for at, text in enumerate(texts)], "passage")
    assert life.finding == 'In 2003 "full passage" replaced "full and unhindered passage".'
    assert life.summary == f"{life.finding} In every year from 2001 to 2003."
    two = [*texts[:2], "full passage and of free passage"]
    life = history([reading(2001 + at, (f"It urged {text}.",)) for at, text in enumerate(two)], "passage")
    assert life.finding == "In every year from 2001 to 2003."


@pytest.mark.parametrize(
    "text", ["full passage", "The U.S.-led fund (A/1) of 5-1/4 percent;", "Ministers’ “grave” view"]
)
def test_a_literal_phrase_finds_its_own_words(text: str):
    own = words(text)
    phrase = literal(own)
    assert phrase is not None
    assert [(match.first, match.last) for match in find_phrase([phrase], own)] == [(0, len(own))]


@pytest.mark.parametrize("text", ["a * b", "either|or", "***", "—"])
def test_signs_of_patterns_make_no_literal_phrase(text: str):
    assert literal(words(text)) is None


@given(
    st.lists(strategies.texts, min_size=1, max_size=3),
    st.sampled_from(["the", "meeting", "(a)", "w*", "* the", "noted", "12"]),
)
def test_no_text_is_too_strange_to_be_followed_and_shown(given_texts: list[str], phrase: str):
    readings = [Reading(f"isles:{2001 + at}", None, stmtdiff.parse(text)) for at, text in enumerate(given_texts)]
    life = history(readings, phrase)
    for format in ("terminal", "json", "csv", "markdown", "html"):  # noqa: A001
        shown = stmtdiff.render(life, format)
        assert "\x1b" not in shown
    formulas(readings)


AFTER_ONE = "changed after at least one statement; the same members in another order"
ORDERED = "The Ministers called for the complete, verifiable and lasting closure of the mine."


@pytest.mark.parametrize(
    ("second", "mark", "note"),
    [
        (
            "lasting, verifiable and complete",
            "changed",
            AFTER_ONE,
        ),
        (
            "lasting, verifiable, and complete",
            "changed",
            AFTER_ONE,
        ),
        ("lasting and complete", "vanished", "dropped after at least one statement"),
        ("complete, verifiable and lasting", "", ""),
    ],
)
def test_members_in_another_order_are_a_change_and_no_loss(second: str, mark: str, note: str):
    later = ORDERED.replace("complete, verifiable and lasting", second)
    readings = [Reading(f"isles:{2030 + at}", None, stmtdiff.parse(text)) for at, text in enumerate((ORDERED, later))]
    life = history(readings, "complete, verifiable and lasting")
    assert (life.entries[1].mark, life.entries[1].note) == (mark, note)


@pytest.mark.parametrize(
    ("pattern", "others"),
    [
        ("peace and security", "security and peace"),
        ("the free and full vote", "the full and free vote|full vote and the free"),
        *((one, None) for one in ("grave concern", "call* on a and b", "a, b, c", "x and x", "a|b and c")),
        ("a, b, c, d and e", None),
    ],
)
def test_the_other_orders_of_a_list_are_one_phrase(pattern: str, others: str | None):
    found = reordered(compile_phrase(pattern))
    assert (found.pattern if found else None) == others
