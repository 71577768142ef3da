"""What a statement holds is shown and never acts: in no format, from no field."""

import csv
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from support.reports import COUNCIL
from support.strategies import shuffled

from stmtdiff import compare, from_paragraphs
from stmtdiff.align.link import Link
from stmtdiff.errors import RenderError
from stmtdiff.formats import BINARY, FORMATS
from stmtdiff.model import Statement
from stmtdiff.renderers import render
from stmtdiff.renderers.visible import visible
from stmtdiff.report import Report
from stmtdiff.rules.annotation import Annotation
from stmtdiff.shifts.shift import Pattern, Shift
from stmtdiff.spans import Span

CONTROLS = "\x1b[2J\x1b]0;title\x07\x08\x9b31m\u202eton\u202c\u2066\u200b\x00"
MARKUP = (
    "<script>alert(1)</script> **bold** ~~gone~~ `code` [link](http://a.example) ![i](x) www.b.example @keeper "
    "{++in++} {--out--} {~~a~>b~~} {>>c<<} {==d==} [red]markup[/red] [-x-]{+y+} (-z-) &amp; \\* $1$ | # h"
)
NASTY = f"=1+2 {CONTROLS} {MARKUP}"
FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")
LETTERS = st.sampled_from(" \n{}[]()+-~=<>*_`#.&|@$!\\abAB1é東")
TEXTS = st.text(LETTERS, max_size=40).filter(str.strip)


def nasty_statement(first: str) -> Statement:
    statement = from_paragraphs([first, NASTY], labels=[f"1{NASTY}", NASTY], headings=[NASTY, f"2{NASTY}"], name=NASTY)
    return replace(statement, source=replace(statement.source, doubts=(NASTY,)))


def nasty_report() -> Report:
    """Return a report that holds controls, markup and a formula in every field that has text."""
    old, new = nasty_statement(f"It {NASTY} ended."), nasty_statement(f"It {NASTY}{NASTY} ended.")
    whole = [statement.paragraphs[1].body for statement in (old, new)]
    links = (
        Link("p1-1", "paragraph", (0,), (0,), "changed", True, 300, NASTY),
        Link("p2-", "paragraph", (1,), (), "removed", False, 0, NASTY),
        Link("p-2", "paragraph", (), (1,), "added", False, 0, NASTY),
    )
    inner = (Span(3, 3 + len(NASTY)), Span(3, 3 + 2 * len(NASTY)))
    shifts = (
        Shift("s1", "p1-1", *inner, 3, 3, "clause", "news", NASTY, "softer", NASTY),
        Shift("s2", "p2-", whole[0], None, whole[0].start, 0, "clause", "news"),
        Shift("s3", "p-2", None, whole[1], 0, whole[1].start, "clause", "news"),
    )
    note = Annotation("s1", NASTY, NASTY, "error", NASTY, "softer", NASTY, NASTY, NASTY)
    return Report(old, new, links, (), shifts, (Pattern("q", *inner, ("s1",)),), (note,), (NASTY,), (NASTY,))


IN_TEXT = [name for name in FORMATS["Report"] if name not in BINARY]


@pytest.mark.parametrize("options", [{}, {"width": 60}, {"view": "list"}, {"show_all": True}, {"width": 200}])
@pytest.mark.parametrize("name", [name for name in IN_TEXT if name != "json"])
def test_no_control_character_gets_out(name: str, options: dict[str, object]):
    """JSON is left out: it escapes controls by its own grammar and is no text for a terminal."""
    assert not FORBIDDEN.search(render(nasty_report(), name, **options))


def test_colour_adds_styles_and_nothing_else():
    coloured = render(nasty_report(), "terminal", width=90, color=True)
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert not FORBIDDEN.search(bare)
    assert [line.rstrip() for line in bare.splitlines()] == render(nasty_report(), "terminal", width=90).splitlines()


def test_controls_are_shown_by_number():
    assert visible("a\x1b[0m\u202eb\r\n\tc\ud800") == "a<U+001B>[0m<U+202E>b c<U+D800>"


@given(st.text())
def test_visible_text_is_one_line_that_utf_8_can_carry(text: str):
    shown = visible(text)
    assert not FORBIDDEN.search(shown)
    assert len(f"{shown}|".splitlines()) == 1
    assert shown.encode("utf-8").decode("utf-8") == shown


@settings(deadline=None)  # the first page of HTML compiles its template
@given(st.lists(TEXTS | st.just(""), max_size=4), st.lists(TEXTS | st.just(""), max_size=4), st.sampled_from(IN_TEXT))
def test_every_pair_can_be_shown_in_every_format(old: list[str], new: list[str], name: str):
    report = compare(from_paragraphs(old), from_paragraphs(new))
    for options in ({}, {"view": "list", "width": 40}, {"show_all": True, "width": 90}, {"only": ("softer", "moved")}):
        assert render(report, name, **options).endswith("\n")


def test_words_that_look_like_a_mark_are_told_from_one():
    report = compare(from_paragraphs(["It said [-no-] twice."]), from_paragraphs(["It said [-no-] three times."]))
    assert "said [\\-no-] [-twice-]{+three times+}." in render(report, "plain")


OWN_ELEMENTS = {"p", "strong", "em", "del", "ins", "blockquote", "ul", "li", "h3", "!--"}


def elements(markdown: str) -> set[str]:
    html = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown)
    return set(re.findall(r"<(!--|[a-z0-9]+)", html))


def test_markdown_holds_no_markup_of_the_statement():
    assert elements(render(nasty_report(), "markdown")) <= OWN_ELEMENTS


@given(TEXTS, TEXTS)
def test_no_statement_becomes_markdown_markup(old: str, new: str):
    report = compare(from_paragraphs([old]), from_paragraphs([new]))
    assert elements(render(report, "markdown", show_all=True)) <= OWN_ELEMENTS


def taken(critic: str, *, accept: bool) -> str:
    """Return what an editor makes of CriticMarkup that accepts or rejects every change, knowing no backslashes."""
    text = re.sub(r"\{>>.*?<<\}", "", critic, flags=re.DOTALL)
    text = re.sub(r"\{~~(.*?)~>(.*?)~~\}", r"\2" if accept else r"\1", text)
    text = re.sub(r"\{\+\+(.*?)\+\+\}", r"\1" if accept else "", text)
    return re.sub(r"\{--(.*?)--\}", "" if accept else r"\1", text)


def words(text: str) -> str:
    """Return `text` without white space and without the backslashes of Markdown."""
    return "".join(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text).split())


@given(TEXTS, TEXTS)
def test_criticmarkup_gives_the_new_text_accepted_and_the_old_text_rejected(old: str, new: str):
    critic = render(compare(from_paragraphs([old]), from_paragraphs([new])), "criticmarkup")
    assert words(taken(critic, accept=True)) == "".join(visible(new).split())
    assert words(taken(critic, accept=False)) == "".join(visible(old).split())


@given(shuffled(), shuffled())
def test_criticmarkup_gives_both_statements_where_sentences_moved(old: list[str], new: list[str]):
    report = compare(from_paragraphs(old), from_paragraphs(new))
    critic = render(report, "criticmarkup")
    for accept, statement in ((True, report.new), (False, report.old)):
        assert sorted(words(taken(critic, accept=accept))) == sorted(words(statement.text))


def test_criticmarkup_gives_both_statements_of_several_paragraphs():
    """The council's paragraphs moved, split, came and went: all are there, the moved one at its new place."""
    critic = render(COUNCIL, "criticmarkup")
    assert words(taken(critic, accept=True)) == words(COUNCIL.new.text)
    assert sorted(words(taken(critic, accept=False))) == sorted(words(COUNCIL.old.text))


FUND = "The harbour fund voiced grave concern over the closing of the schools."
PILOTS = "Training of pilots went on at the centre in Lisk through the winter."
WARDENS = "The Wardens thanked the keepers of the northern light for their care."
TRAVELLED = compare(
    from_paragraphs([f"{FUND} {PILOTS}", WARDENS]),
    from_paragraphs([PILOTS, f"{WARDENS} {FUND.replace('grave', 'deep')}"]),
)


def test_a_sentence_that_moved_shows_its_edit_where_it_is():
    """Both wordings stand together at the new place; side by side each stands in its own text."""
    edit = "The harbour fund voiced [-grave-]{+deep+} concern over the closing of the schools."
    page = render(TRAVELLED, "plain")
    assert f"(-{FUND}-) {PILOTS}" in page
    assert f"{WARDENS} {edit}" in page
    assert "a sentence went to #p2, edited" in page
    assert "<del>grave</del><ins>deep</ins> concern over" in render(TRAVELLED, "markdown")
    assert "fund voiced [-grave-]{+deep+} concern over the" in render(TRAVELLED, "plain", view="list")
    halves = [
        line.split("│") for line in render(TRAVELLED, "terminal", view="side", width=200).splitlines() if "│" in line
    ]
    old, new = (" ".join(" ".join(half[side] for half in halves).split()) for side in (0, 1))
    assert "fund voiced -)[-grave-](- concern" in old
    assert "fund voiced {+deep+} concern" in new


def test_the_table_says_where_each_side_of_an_edit_in_a_moved_sentence_stands():
    (line,) = [line for line in table(TRAVELLED) if line["routine"] == "no"]
    assert (line["old_place"], line["new_place"], line["moved"]) == ("#p1", "#p2", "yes")
    assert (line["old"], line["new"]) == ("grave", "deep")


def table(report: Report, **options: object) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(report, "csv", **options))))


def test_no_cell_is_a_formula():
    for line in table(nasty_report()):
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in line.values())


@given(TEXTS, TEXTS)
def test_no_statement_becomes_a_formula(old: str, new: str):
    for line in table(compare(from_paragraphs([old]), from_paragraphs([new]))):
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in line.values())


def test_a_table_holds_every_shift_once():
    assert [line["id"] for line in table(COUNCIL)] == [shift.id for shift in COUNCIL.shifts]


def test_a_table_holds_what_was_asked_for():
    assert [line["old"] for line in table(COUNCIL, only=("firmer",))] == [""]
    assert {line["direction"] for line in table(COUNCIL, only=("softer",))} == {"softer"}


@pytest.mark.parametrize(
    ("name", "options", "sentence"),
    [
        ("odt", {}, "there is no format 'odt' (formats: terminal, "),
        ("plain", {"colour": True}, "there is no option 'colour'"),
        ("plain", {"view": "upside"}, "there is no view 'upside' (views: side, inline, list)"),
        ("plain", {"only": ("nicer",)}, "there is no kind of shift 'nicer'"),
        ("plain", {"context": -1}, "cannot be negative"),
        ("plain", {"width": 3}, "use at least 20 columns"),
    ],
)
def test_a_choice_that_does_not_exist_is_one_clear_sentence(name: str, options: dict[str, object], sentence: str):
    with pytest.raises(RenderError) as raised:
        render(COUNCIL, name, **options)
    assert sentence in str(raised.value)
