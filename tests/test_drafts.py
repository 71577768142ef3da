"""One text through its drafts: wording apart from brackets, and each phrase with the draft in which it turned."""

import json
import re
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from support.command import run
from test_schema import SCHEMAS

import stmtdiff
from stmtdiff.drafting import Drafts, Event, draft_of, follow
from stmtdiff.drafting.brackets import read_brackets
from stmtdiff.errors import SettingsError

FOLDER = ROOT / "docs" / "examples" / "drafts"
NAMES = ("zero", "rev1", "final")
FILES = [FOLDER / f"{name}.txt" for name in NAMES]


def read(*texts: str) -> Drafts:
    """Return texts, each of paragraphs parted by blank lines, as drafts in their order."""
    return follow([draft_of(stmtdiff.parse(text), f"d{number}") for number, text in enumerate(texts)])


def told(result: Drafts, step: int = 0) -> list[tuple[str, str, str, bool]]:
    """Return the events of a step: kind, old words, new words, in brackets or not."""
    one = result.steps[step]
    old, new = (result.drafts[at].statement.text for at in (one.old, one.new))
    return [
        (event.kind, event.old.of(old) if event.old else "", event.new.of(new) if event.new else "", event.bracketed)
        for event in one.events
    ]


EXAMPLE = follow([draft_of(stmtdiff.load(file), file.stem) for file in FILES])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[shall][should] act", [("[shall]", 1, 1), ("[should]", 1, 1)]),
        ("[all [the] ships] [boats]", [("[all [the] ships]", 1, 1), ("[the]", 2, 0), ("[boats]", 1, 1)]),
        ("[one], [two]", [("[one]", 1, 0), ("[two]", 1, 0)]),
        ("It met.[1] See [a] and [*].", []),
        ("[It met.\n\nIt rose.]", [("[It met.\n\nIt rose.]", 1, 0)]),
    ],
)
def test_brackets_nest_choose_and_reach_over_paragraphs(text: str, found: list[tuple[str, int, int]]):
    assert [(one.span.of(text), one.depth, one.choice) for one in read_brackets(text).found] == found


@pytest.mark.parametrize(
    ("text", "option", "who"),
    [
        ("[Option 2: The Parties shall act]", "Option 2", ""),
        ("[Option (b): Brevia: The Parties act]", "Option (b)", "Brevia"),
        ("[Ostrel, Brevia: The Parties shall act]", "", "Ostrel, Brevia"),
        ("[shall act (supported by Ostrel and Brevia)]", "", "Ostrel and Brevia"),
        ("[The Parties shall act: now]", "", ""),
    ],
)
def test_the_text_says_which_option_it_is_and_who_is_for_it(text: str, option: str, who: str):
    (one,) = read_brackets(text).found
    assert (one.option, one.who) == (option, who)


def test_a_sign_without_its_counterpart_is_counted_and_is_no_bracket():
    found = read_brackets("It [met. It] rose] and [fell.")
    assert (len(found.found), found.unmatched) == (1, 2)
    assert found.at(0) is None


@given(st.text(alphabet="[] ab1\n", max_size=40))
def test_every_sign_is_in_one_bracket_a_reference_or_unmatched(text: str):
    found = read_brackets(text)
    references = len(re.findall(r"\[(?:\d{1,3}|[a-z])\]", text))
    assert len(found.signs) == 2 * len(found.found)
    assert text.count("[") + text.count("]") == len(found.signs) + found.unmatched + 2 * references
    for place in range(len(text)):
        around = [one for one in found.found if one.span.start <= place < one.span.end]
        assert found.at(place) == max(around, key=lambda one: one.depth, default=None)


@given(st.lists(st.text(alphabet="[] ab.", min_size=1, max_size=20), min_size=1, max_size=4))
def test_a_wording_is_its_text_without_signs_and_every_place_of_it_is_known(paragraphs: list[str]):
    draft = draft_of(stmtdiff.from_paragraphs(paragraphs), "draft")
    for own, paragraph in zip(draft.statement.paragraphs, draft.wording.paragraphs, strict=True):
        text = paragraph.body.of(draft.wording.text)
        kept = [place for place in range(own.body.start, own.body.end) if place not in draft.brackets.signs]
        assert text.replace(" ", "") == "".join(draft.statement.text[place] for place in kept).replace(" ", "")
        for place in range(paragraph.body.start, paragraph.body.end):
            letter = draft.wording.text[place]
            assert letter == " " or letter == draft.statement.text[draft.places[place]]


def test_brackets_that_open_or_close_are_no_change_of_wording():
    result = read("1. The Panel [urged] calm in the harbour.", "1. The Panel urged calm [in the harbour].")
    assert told(result) == [
        ("agreed", "urged", "urged", False),
        ("bracketed", "in the harbour", "in the harbour", True),
    ]


def test_an_option_that_is_taken_agrees_and_the_other_goes():
    result = read("1. Ferries [shall][should] pass the strait.", "1. Ferries should pass the strait.")
    assert told(result) == [("agreed", "should", "should", False), ("went", "shall", "", True)]


def test_words_that_come_in_brackets_say_so_and_whose_they_are():
    result = read("1. The Panel met.", "1. The Panel met.\n\n2. [Ostrel: The Panel thanked the pilots of the bay.]")
    (event,) = result.steps[0].events
    assert (event.kind, event.bracketed, event.who) == ("came", True, "Ostrel")


def test_a_text_that_stays_has_no_event():
    assert read("1. The Panel [met] in Osk.", "1. The Panel [met] in Osk.").steps[0].events == ()


def _events(result: Drafts, step: int, paragraph: str) -> list[Event]:
    new = result.drafts[result.steps[step].new].statement
    index = next(own.index for own in new.paragraphs if own.label and own.label.value == paragraph)
    return [event for event in result.steps[step].events if event.new_paragraph == index]


def test_each_phrase_is_told_with_its_draft_and_what_rules_say():
    softened = next(event for event in _events(EXAMPLE, 0, "2") if event.direction == "softer")
    assert softened.new
    assert softened.new.of(EXAMPLE.drafts[1].statement.text) == "complete and verifiable"
    assert softened.said
    noted = next(event for event in _events(EXAMPLE, 1, "2") if event.kind == "changed")
    assert noted.direction == "softer"
    gone = [event for event in EXAMPLE.steps[1].events if event.kind == "went" and event.who]
    assert [event.who for event in gone] == ["Brevia"]


def test_every_paragraph_of_every_draft_is_in_one_row():
    for at, draft in enumerate(EXAMPLE.drafts):
        found = [index for row in EXAMPLE.rows for index in row.cells[at]]
        assert sorted(found) == [paragraph.index for paragraph in draft.statement.paragraphs]
    last = [row.cells[-1] for row in EXAMPLE.rows if row.cells[-1]]
    assert last == sorted(last)


def test_each_stretch_of_the_last_draft_says_in_which_it_came():
    row = next(row for row in EXAMPLE.rows if row.since and "complete closure" in _words(row.since))
    text = EXAMPLE.drafts[-1].statement.text
    ages = {one.span.of(text): one.draft for one in row.since}
    assert any("noted the efforts" in words and draft == 2 for words, draft in ages.items())
    assert any("closure of the mine" in words and draft == 0 for words, draft in ages.items())


def _words(since: tuple[object, ...]) -> str:
    text = EXAMPLE.drafts[-1].statement.text
    return " ".join(one.span.of(text) for one in since)  # type: ignore[attr-defined]


def test_all_may_be_compared_with_the_last():
    result = follow(EXAMPLE.drafts, against="last")
    assert [(step.old, step.new) for step in result.steps] == [(0, 2), (1, 2)]
    assert all(not row.since for row in result.rows)


@pytest.mark.parametrize("against", ["chain", "last"])
def test_drafts_fit_their_schema(against: str):
    result = follow(EXAMPLE.drafts, against=against)  # type: ignore[arg-type]
    data = json.loads(stmtdiff.render(result, "json"))
    Draft202012Validator.check_schema(SCHEMAS["drafts-1.json"])
    Draft202012Validator(SCHEMAS["drafts-1.json"]).validate(data)
    assert not Draft202012Validator(SCHEMAS["drafts-1.json"]).is_valid(data | {"surprise": 1})


def test_a_page_has_a_column_for_each_draft_and_no_markup_of_a_text():
    attack = "1. <script>alert(1)</script> [shall] act."
    page = stmtdiff.render(read(attack, attack.replace("[shall]", "shall"), "1. All is well."), "html")
    assert "<script>" not in page
    assert page.count('<th scope="col">') == 3


def test_the_text_of_a_cell_is_that_of_the_draft():
    page = stmtdiff.render(EXAMPLE, "html", show_all=True)
    cells = re.findall(r'<td dir="auto">(.*?)</td>', page, re.DOTALL)
    seen = " ".join(re.sub(r"<[^>]+>", "", cell) for cell in cells)
    for draft in EXAMPLE.drafts:
        for paragraph in draft.statement.paragraphs:
            assert " ".join(paragraph.body.of(draft.statement.text).split()) in seen


def test_a_word_document_reads_as_a_table_of_the_drafts(tmp_path: Path):
    file = tmp_path / "drafts.docx"
    assert run("drafts", *FILES, "-o", file).returncode == 0
    text = stmtdiff.load(file).text
    assert "fund of [20][15] million crowns" in text
    assert "fund of 15 million crowns" in text


def test_the_command_tells_what_became_of_each_phrase():
    shown = run("drafts", *FILES, "--width", "110").out
    assert "rev1: 108 words, 40 % in 8 brackets" in shown
    assert 'final: = agreed: "encouraged"' in shown
    assert "in the table" not in shown
    page = (ROOT / "docs" / "drafts.md").read_text(encoding="utf-8")
    example = page.split("```text\n")[1].split("```")[0]
    assert example.rstrip() in shown


def test_csv_has_a_line_for_each_event():
    lines = run("drafts", *FILES, "-f", "csv").out.splitlines()
    assert len(lines) == 1 + sum(len(step.events) for step in EXAMPLE.steps)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((FILES[0],), "at least two drafts are needed"),
        ((FILES[0], FILES[0]), "two drafts are called"),
        ((FILES[0], "missing.txt"), "missing.txt"),
        ((*FILES, "--against", "first"), "chain or last"),
        ((*FILES, "-f", "docx"), "written to a file"),
        ((*FILES, "-f", "sarif"), "there is no format 'sarif'"),
    ],
)
def test_what_cannot_be_done_is_said(arguments: tuple[str | Path, ...], said: str):
    done = run("drafts", *arguments)
    assert done.returncode == 2
    assert said in done.said


def test_no_name_is_used_twice():
    with pytest.raises(SettingsError, match="two drafts"):
        follow([EXAMPLE.drafts[0], EXAMPLE.drafts[0]])
