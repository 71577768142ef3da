"""Notes are a second story of a statement: they have words and sentences, and know the places that refer to them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import is_partition
from support.word import note, p, refer, word
from typer.testing import CliRunner

from stmtdiff import compare, parse
from stmtdiff.cli.app import app
from stmtdiff.loaders import load_bytes
from stmtdiff.model import Note, Statement
from stmtdiff.notices import Notes, notes_of
from stmtdiff.outline import parse as outline
from stmtdiff.quotations import check_quotations
from stmtdiff.sentences import sentences
from stmtdiff.settings import ReadOptions
from stmtdiff.words import words

NORTH, FOG = "Of the north.", "Nor in fog."


def read(raw: str | bytes, *, name: str = "", selector: str = "") -> Statement:
    return outline(load_bytes(raw.encode() if isinstance(raw, str) else raw, ReadOptions(selector), name=name))


def told(statement: Statement) -> list[str]:
    """Return each note as "bare mark: paragraphs <- where it is called", each place with the word before it."""
    return [_told(statement, one) for one in statement.footnotes]


def _told(statement: Statement, one: Note) -> str:
    text = statement.text
    shown = " | ".join(paragraph.body.of(text) for paragraph in one.paragraphs)
    calls = [f"{text[: call.start].split()[-1]}{call.of(text)}" for call in one.calls]
    calls += [f"({text[: call.start].split()[-1]}{call.of(text)})" for call in one.calls_in_notes]
    return f"{one.label.value if one.label else '-'}: {shown} <- {' '.join(calls)}".rstrip()


# Text


@pytest.mark.parametrize(
    ("body", "notes", "said"),
    [
        ("Ports[1] stay open.", "[1] Of the north.", ["1: Of the north. <- Ports[1]"]),
        ("Ports stay open.* Lights are lit.", "* Of the north.", ["*: Of the north. <- open.*"]),
        ("Ports** stay* open.", "* Of the north.\n\n** Nor in fog.",
         ["*: Of the north. <- stay*", "**: Nor in fog. <- Ports**"]),
        ("Ports† stay open.", "† Of the north.", ["†: Of the north. <- Ports†"]),
        ("Ports¹² stay open.", "¹² Of the north.", ["12: Of the north. <- Ports¹²"]),
        ("Ports[a] stay open.", "[a] Of the north.", ["a: Of the north. <- Ports[a]"]),
        ("Ports stay open.[iv]", "[iv] Of the north.", ["iv: Of the north. <- open.[iv]"]),
        ("Ports[^sea] stay open.", "[^sea]: Of the north.", ["sea: Of the north. <- Ports[^sea]"]),
        ("It recalled resolution 5. 1/", "1/ Of the north.", ["1: Of the north. <- 5.1/"]),
        ("It recalled resolution a/ again.", "a/ Of the north.", ["a: Of the north. <- resolutiona/"]),
        ("Ports stay open.¹ Lights are lit.²", "1. Of the north.\n\n2. Nor in fog.",
         ["1: Of the north. <- open.¹", "2: Nor in fog. <- lit.²"]),
        ("Trade fell in May (1). Fees rose (2).", "(1) Of the north.\n\n(2) Nor in fog.",
         ["1: Of the north. <- May(1)", "2: Nor in fog. <- rose(2)"]),
        ("The Treaty ( 1 ) stands.", "( 1 ) Of the north.\n\nAnd another thing.", ["1: Of the north. <- Treaty( 1 )"]),
        ("Ports stay open.¹ Lights are lit.¹", "¹ Of the north.", ["1: Of the north. <- open.¹ lit.¹"]),
        ("Ports stay open.¹\n\n¹ Of the north.", "Lights are lit.¹", ["1: Of the north. <- open.¹ lit.¹"]),
    ],
    ids=["bracket", "star", "stars", "dagger", "raised", "letter", "roman", "named", "slash", "letter and slash",
         "list at the end", "round at the end", "round with spaces", "called twice", "called again below"],
)  # fmt: skip
def test_a_note_knows_its_mark_and_the_places_that_refer_to_it(body: str, notes: str, said: list[str]) -> None:
    assert told(parse(f"{body}\n\n{notes}")) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ports stay.*\n\n* Of the north.\n\n* Of the south.", ["*: Of the north. <- stay.*", "*: Of the south. <-"]),
        ("Ports stay open.² Lights are lit.¹\n\n¹ Of the north.", ["1: Of the north. <- lit.¹"]),
        ("Ports stay open.\n\n[1] Of the north.", ["1: Of the north. <-"]),
        (
            "Ports stay open.¹\n\n¹ Of the north.\n\nFees are paid.¹ In crowns.²\n\n¹ By members.\n\n² Or in kind.",
            ["1: Of the north. <- open.¹", "1: By members. <- paid.¹", "2: Or in kind. <- crowns.²"],
        ),
        (
            "Ports stay open.¹\n\n¹ Of the north.²\n\n² At night, as ² and ¹ say.",
            ["1: Of the north.² <- open.¹ (and¹)", "2: At night, as ² and ¹ say. <- (north.²) (as²)"],
        ),
        (
            "Ports stay open.¹\n\n¹ Of the north.\n\n² As in ¹.\n\nFees are paid.¹\n\n¹ By members.",
            ["1: Of the north. <- open.¹ (in¹)", "2: As in ¹. <-", "1: By members. <- paid.¹"],
        ),
    ],
    ids=["two with one mark", "a mark without note", "a note without mark in the text", "numbers start anew",
         "to itself and to another", "to one that stands beside it"],
)  # fmt: skip
def test_a_mark_belongs_to_the_nearest_note_behind_it(text: str, said: list[str]) -> None:
    assert told(parse(text)) == said


@pytest.mark.parametrize(
    "text",
    [
        "Ports stay open.\n\n* At night.\n\n* In fog.",
        "The Forum will (1) draw charts; (2) light lamps.\n\nIt asked for:\n\n(1) charts;\n\n(2) lamps.",
        "As paragraph (2) says, not (1).\n\n(1) Ports stay open.\n\n(2) Lights are lit.",
        "Fees are [20][30] crowns.\n\n[20][30] crowns are paid.\n\n[30] crowns by members.",
        "Member[s] agree[d].\n\n[s]uch was the text.",
        "Ports stay open.\n\n1. Of the north.\n\n2. Nor in fog.",
    ],
    ids=["bullets", "a list", "numbers out of order", "a draft", "editing", "numbers nobody refers to"],
)
def test_what_looks_like_a_note_and_is_none_stays_a_paragraph(text: str) -> None:
    assert parse(text).footnotes == ()


def test_a_square_metre_refers_to_no_note() -> None:
    statement = parse("The reserve has 5 km² and 3 m² of reef.²\n\n² Nor in fog.")
    assert told(statement) == ["2: Nor in fog. <- reef.²"]


# The model


def test_a_note_is_read_like_a_paragraph() -> None:
    statement = parse("Ports stay open.[1]\n\nLights are lit.\n\n[1] Of the north. Not at night.\n\n[2] Nor in fog.")
    text = statement.text
    first, second = statement.footnotes
    assert (first.index, first.span.of(text), first.body.of(text)) == (
        0, "[1] Of the north. Not at night.", "Of the north. Not at night."
    )  # fmt: skip
    assert first.label is not None
    assert first.label.span is not None
    assert (first.label.value, first.label.span.of(text)) == ("1", "[1]")
    assert [one.span.of(text) for one in first.paragraphs[0].sentences] == ["Of the north.", "Not at night."]
    assert first.norms == ("of", "the", "north", ".", "not", "at", "night", ".")
    assert [paragraph.index for one in statement.footnotes for paragraph in one.paragraphs] == [0, 1]
    assert [one.index for note in statement.footnotes for one in note.paragraphs[0].sentences] == [0, 1, 2]
    assert statement.notes == (first.span, second.span)


def test_a_statement_says_which_note_stands_at_a_place_and_which_a_sentence_refers_to() -> None:
    statement = parse("Ports stay open.* Lights[2] are lit.\n\n* Of the north.\n\n[2] Nor in fog, as ever.*")
    star, figure = statement.footnotes
    assert [statement.note_at(statement.text.index(word)) for word in ("Ports", "north", "Nor")] == [None, star, figure]
    assert statement.note_at(star.span.end) is None
    assert [statement.calls_at(sentence.span) for sentence in statement.sentences] == [
        ((star.calls[0], star),),
        ((figure.calls[0], figure),),
    ]
    assert statement.calls_at(figure.span) == ((star.calls_in_notes[0], star),)


@pytest.mark.parametrize("mark", ["*", "**", "†", "¹", "¹²", "[3]", "[iv]", "[^sea]", "[1][2]"])
def test_a_mark_is_a_token_of_its_own_and_in_the_sentence_before_it(mark: str) -> None:
    inner = words(f"Ports{mark} stay open.").norms
    assert inner[0] == "ports"
    assert inner[1:-3] == (("[1]", "[2]") if "][" in mark else (mark,))
    text = f"Ports stay open.{mark} Lights are lit.”{mark} Fees are paid."
    assert [span.of(text) for span in sentences(text)] == [
        f"Ports stay open.{mark}",
        f"Lights are lit.”{mark}",
        "Fees are paid.",
    ]


def test_a_row_of_stars_behind_a_stop_does_not_take_for_ever() -> None:
    text = f"Ports stay open.{'*' * 400}x Lights are lit."
    assert [span.of(text) for span in sentences(text)] == [text]


def test_a_mark_behind_a_wide_stop_is_in_the_sentence_before_it() -> None:
    text = "部长会议通过了计划。[1]各方表示感谢。"
    assert [span.of(text) for span in sentences(text)] == ["部长会议通过了计划。[1]", "各方表示感谢。"]


marks = st.sampled_from(["*", "**", "†", "¹", "²", "¹²", "[1]", "[2]", "[a]", "[^sea]", "(1)", "( 1 )", "1/", " "])
pieces = st.sampled_from(["Ports", "stay open.", "Lights are lit.", "km²", "State[s]", "\n\n", " ", "1. ", "- "])


@given(st.lists(st.tuples(pieces, marks), max_size=14), st.lists(st.tuples(marks, pieces), max_size=6))
def test_every_mark_refers_to_one_note_and_lies_in_one_sentence(
    body: list[tuple[str, str]], notes: list[tuple[str, str]]
) -> None:
    written = "".join(f"{piece}{mark} " for piece, mark in body)
    statement = parse("\n\n".join([written, *(f"{mark} {piece}" for mark, piece in notes)]))
    assert is_partition(statement)
    calls = [call for one in statement.footnotes for call in (*one.calls, *one.calls_in_notes)]
    assert len(set(calls)) == len(calls)
    for one in statement.footnotes:
        assert all(sum(call.is_inside(sentence.span) for sentence in statement.sentences) == 1 for call in one.calls)
        assert all(statement.note_at(call.start) is None for call in one.calls)
        assert all(statement.note_at(call.start) for call in one.calls_in_notes)
        assert statement.note_at(one.span.start) is one
        assert {span for span in statement.notes if span.is_inside(one.span)} == {p.span for p in one.paragraphs}
    assert sorted(p.span for one in statement.footnotes for p in one.paragraphs) == list(statement.notes)


# Word


def test_a_word_note_of_two_paragraphs_is_one_note() -> None:
    def document(second: str) -> Statement:
        inner = note("footnote", 2, p("Of the north.") + p(second)) + note("footnote", 3, p("Not at night."))
        return read(word(p("Ports", refer("footnote", 2), " stay", refer("footnote", 3), " open."), footnotes=inner))

    statement = document(FOG)
    assert told(statement) == ["1: Of the north. | Nor in fog. <- Ports¹", "2: Not at night. <- stay²"]
    assert [span.of(statement.text) for span in statement.notes] == [
        "¹ Of the north.",
        "Nor in fog.",
        "² Not at night.",
    ]
    assert notes_of(statement, document("Even in fog.")) == Notes(2, 2, 2, 1)
    assert compare(statement, document("Even in fog.")).notes.told == "2 notes, 1 differs"


def test_word_notes_that_refer_to_themselves_and_to_one_another_say_so() -> None:
    inner = note("footnote", 2, p("As ", refer("footnote", 2), " and ", refer("footnote", 3), " say.")) + note(
        "footnote", 3, p("See ", refer("footnote", 2), ".")
    )
    statement = read(word(p("Ports", refer("footnote", 2), " stay open."), footnotes=inner))
    assert told(statement) == ["1: As ¹ and ² say. <- Ports¹ (As¹) (See¹)", "2: See ¹. <- (and²)"]


def test_a_mark_that_the_author_of_a_word_document_set_is_the_name_of_its_note() -> None:
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    inner = note("footnote", 2, p("* Of the north.") + p(FOG))
    assert told(read(word(p("Ports", own, " stay open."), footnotes=inner))) == [
        "*: Of the north. | Nor in fog. <- Ports*"
    ]


def test_an_endnote_in_letters_is_called_by_its_letters() -> None:
    statement = read(word(p("Ports", refer("endnote", 2), " stay."), endnotes=note("endnote", 2, p(NORTH))))
    assert told(statement) == ["i: Of the north. <- Ports[i]"]


# Markdown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ports[^1] stay.\n\n[^1]: Agreed.", ["1: Agreed. <- Ports[^1]"]),
        ("Ports[^a] stay.[^b]\n\n[^a]: One.\n[^b]: Two.", ["a: One. <- Ports[^a]", "b: Two. <- stay.[^b]"]),
        ("Ports[^a] stay.\n\n[^a]: One.\n\n    Two\n    lines.\n\nThe end.", ["a: One. | Two lines. <- Ports[^a]"]),
        ("Ports stay.\n\n[^a]: Nobody refers to it.", ["a: Nobody refers to it. <-"]),
        ("Ports[^a] stay.\n\n[^a]:\n    On the next line.", ["a: On the next line. <- Ports[^a]"]),
        (f"Ports[^a] stay.\n\n{'[^a]: ' * 40}One.", [f"a: {'[^a]: ' * 39}One. <- Ports[^a]"]),
    ],
    ids=["one word", "line under line", "two paragraphs", "no mark in the text", "text below", "many marks"],
)
def test_the_notes_of_markdown(text: str, said: list[str]) -> None:
    """A note of one word would be the target of a link to the parser, and be lost."""
    assert told(read(f"# Statement\n\n{text}", name="a.md")) == said


# Web pages

PLAN = (
    "The Ministers adopted the plan of action for the northern lanes and thanked all delegations for their work on it"
)
NEXT = "They agreed to meet again in Orme in the spring of next year to review what had been done"

LAST = (
    "The Secretariat was asked to report on the state of the lights and of the buoys before the next winter. It thanked"
    " those who had drawn the charts of the inner shoals, and those who had paid for them."
)


def page(call: str, notes: str, rest: str = "") -> str:
    return (
        f"<html><body><article><h1>Statement of the Harbour Forum</h1>"
        f"<p>{PLAN}.{call}</p><p>{NEXT}.</p><p>{LAST}</p>{notes}</article>{rest}</body></html>"
    )


RAISED = '<sup><a href="#n1">1</a></sup>'


@pytest.mark.parametrize(
    ("call", "notes", "said"),
    [
        (RAISED, '<ol class="footnotes"><li id="n1">Of the north.</li></ol>', ["1: Of the north. <- it.¹"]),
        ('<a href="#n1">[1]</a>', '<p id="n1">[1] Of the north.</p>', ["1: Of the north. <- it.[1]"]),
        ('<a href="#n1" role="doc-noteref">1</a>', '<p id="n1">Of the north.</p>', ["1: Of the north. <- it.¹"]),
        ('<sup><a href="#n1">a</a></sup>', '<p id="n1">a. Of the north.</p>', ["a: Of the north. <- it.[a]"]),
        ('<a href="#n1">*</a>', '<ul><li id="n1">Of the north.</li></ul>', ["*: Of the north. <- it.*"]),
        (RAISED, '<p><a id="n1"></a>1. Of the north. <a href="#top">↩</a></p>', ["1: Of the north. <- it.¹"]),
        (
            RAISED,
            '<section role="doc-endnotes"><ol><li id="n1"><p>Of the north.</p><p>Nor in fog.'
            ' <a href="#r1" role="doc-backlink">back</a></p></li></ol></section>',
            ["1: Of the north. | Nor in fog. back <- it.¹"],
        ),
        (RAISED, '<aside role="doc-footnote" id="n1">Of the north.</aside>', ["1: Of the north. <- it.¹"]),
        ("", '<aside class="footnotes"><p id="n1">1 Of the north.</p></aside>', ["1: Of the north. <-"]),
        ("", '<aside class="footnotes"><p>15 members abstained.</p></aside>', ["-: 15 members abstained. <-"]),
        ("<sup>1</sup>", "<p>1. Of the north.</p>", ["1: Of the north. <- it.¹"]),
    ],
    ids=["list", "brackets", "role", "letter", "star in a list without numbers", "anchor and way back",
         "endnotes of two paragraphs", "aside", "aside that nothing refers to", "aside without mark", "no link"],
)  # fmt: skip
def test_the_notes_of_a_web_page(call: str, notes: str, said: list[str]) -> None:
    statement = read(page(call, notes))
    assert told(statement) == said
    assert is_partition(statement)


def test_a_note_outside_the_main_part_of_a_page_is_read_once_and_an_advertisement_is_not() -> None:
    rest = '<aside class="footnotes"><p id="n1">Of the north.</p></aside><aside><p>Subscribe to our letter.</p></aside>'
    statement = read(page(RAISED, "", rest))
    assert told(statement) == ["1: Of the north. <- it.¹"]
    assert "Subscribe" not in statement.text
    assert read(page(RAISED, "", rest), selector="article").text.count("Of the north.") == 1


def test_a_list_of_notes_inside_another_has_each_note_once() -> None:
    notes = '<div class="footnotes"><p>To this text:</p><ol class="footnotes"><li id="n1">Of the north.</li></ol></div>'
    assert told(read(page(RAISED, notes))) == ["1: Of the north. <- it.¹"]


@pytest.mark.parametrize("call", ['See <a href="#p3">3</a>.', 'See paragraph <a href="#p3">(3)</a>.'])
def test_a_link_to_a_paragraph_is_no_note(call: str) -> None:
    statement = read(page(call, f'<p id="p3">3. {NEXT.replace("Orme", "Arden")}.</p>'))
    assert statement.footnotes == ()
    assert "³" not in statement.text


def test_a_link_to_a_part_of_the_page_is_no_note() -> None:
    part = f'<div id="n1"><h2>Fees</h2><p>{NEXT.replace("Orme", "Arden")}.</p></div>'
    assert read(page(RAISED, part)).footnotes == ()


# Who asks for them


@pytest.mark.parametrize("mark", ["¹", "[1]", "*", "[^sea]"])
def test_the_mark_of_a_note_parts_no_quotation(mark: str) -> None:
    statement = parse(f"The Panel condemned the raid{mark} on the lighthouse.\n\n{mark} It was in May.", name="new.txt")
    made = check_quotations(parse("It “condemned the raid on the lighthouse”."), [statement])
    assert [one.verdict for one in made.checked] == ["exact"]


def test_what_is_quoted_from_any_paragraph_of_a_note_is_said_to_stand_there() -> None:
    inner = note("footnote", 2, p("Osk joined by telephone.") + p("It stayed to the end of the day."))
    statement = read(word(p("The Panel met", refer("footnote", 2), " on the reefs."), footnotes=inner), name="new.docx")
    made = check_quotations(parse("“It stayed to the end of the day”, it says."), [statement])
    assert made.checked[0].reason == "it is in a note of new.docx, not in its text"


# What shows them


def test_the_outline_names_each_note_with_the_paragraphs_that_refer_to_it() -> None:
    text = "1. Ports stay open.*\n\n2. Lights[2] are lit.*\n\n* Of the north.\n\n[2] Nor in fog.\n\n[3] As ever."
    shown = CliRunner().invoke(app, ["outline", "-", "--width", "60"], input=text).stdout
    assert ", 3 notes, 0 other lines" in shown
    assert shown.endswith(
        "── notes, 3 notes\n"
        "  *  from 1, 2     Of the north.\n"
        "[2]  from 2        Nor in fog.\n"
        "[3]  from nowhere  As ever.\n"
    )
    data = json.loads(CliRunner().invoke(app, ["outline", "-", "--format", "json"], input=text).stdout)
    assert data["footnotes"][1] == {
        "start": 63,
        "end": 78,
        "mark": "2",
        "printed": "[2]",
        "calls": [[31, 34]],
        "calls_in_notes": [],
        "paragraphs": [{"start": 67, "end": 78, "sentences": [[67, 78]], "text": "Nor in fog."}],
    }
