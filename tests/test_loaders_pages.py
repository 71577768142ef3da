"""Web pages are read as a browser prints them, and what is beside the statement stays out."""

import pytest

from stmtdiff import load
from stmtdiff.errors import LoadError
from stmtdiff.loaders import load_bytes
from stmtdiff.model import Source, Statement
from stmtdiff.outline import parse
from stmtdiff.settings import ReadOptions

PORTS = "The Wardens renewed their promise to keep the five harbours of the gulf open to ships of every flag."
LIGHTS = "The Council voiced alarm at the dark lighthouses and asked all keepers to mend their lamps at once."
GRAIN = "The Wardens stressed that barges with grain and salt must pass the narrow strait without any toll."
PEACE = "The Council praised the work on a code of conduct and hoped to see it signed before the winter."
TEXTS = (PORTS, LIGHTS, GRAIN, PEACE)
PLAIN = "\n\n".join(TEXTS)
BODY = "".join(f"<p>{text}</p>" for text in TEXTS)


def read(body: str, options: ReadOptions | None = None, title: str = "Statement of the Council") -> Source:
    page = f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head><body>{body}</body></html>'
    return load_bytes(page.encode(), options or ReadOptions(), name="page.html")


def outlined(body: str, options: ReadOptions | None = None, title: str = "Statement of the Council") -> Statement:
    return parse(read(body, options, title))


def said(statement: Statement) -> list[str]:
    return [" ".join(statement.text[one.span.start : one.span.end].split()) for one in statement.paragraphs]


@pytest.mark.parametrize(
    "body",
    [
        f"<header><h1>Statement of the Council</h1></header><main>{BODY}</main>",
        f"<h1>Statement of the Council</h1><div>{BODY}</div>",
        f"<article><header><h1>Statement of the Council</h1></header>{BODY}</article>",
        f"<form id='all'><div id='content'><h1>Statement of the Council</h1>{BODY}</div></form>",
        f"<h1>Statement of the Council</h1><p>{PORTS}</p><aside><p>{LIGHTS}</p></aside><p>{GRAIN}</p><p>{PEACE}</p>",
        f"<article><h1>Statement of the Council</h1><p>{PORTS}</p><p>{LIGHTS}</p><p>{GRAIN}</p>"
        f"<footer><p>{PEACE}</p></footer></article>",
        f"<div><b>Statement of the Council</b><br><br>{'<br><br>'.join(TEXTS)}</div>",
        f"<pre>\n  STATEMENT OF THE COUNCIL\n\n{PLAIN}\n</pre>",
        f"<ul><li><a href='/'>Home</a></li><li><a href='/a'>Acts</a></li><li><a href='/n'>News</a></li></ul>"
        f"<h1>Statement of the Council</h1>{BODY}"
        "<ul><li><a href='/x'>Press</a></li><li><a href='/y'>Jobs</a></li></ul>",
        f"<h1>Harbour Office</h1><p>The office serves all who travel by sea, and lends its charts to every school.</p>"
        f"<div id='article'><h3>Statement of the Council</h3><ul><li><a href='#'>Share</a></li>"
        f"</ul><div>{BODY}</div></div>",
        f"<div class='cookie-notice'><h2>Our use of cookies</h2><p>We use cookies to keep this harbour page afloat for "
        f"all of its many visitors, and to count them.</p></div><main><h1>Statement of the Council</h1>{BODY}</main>",
        f"<table><tr><td><a href='/'>Home</a> <a href='/a'>Acts</a></td><td><h1>Statement of the Council</h1>"
        f"{BODY}</td></tr></table>",
    ],
)
def test_all_of_a_statement_is_read_with_its_title_and_nothing_else(body: str) -> None:
    """Whatever holds its parts: a header, a form, an aside, a footer of an article, breaks, text set as it stands."""
    statement = outlined(body)
    title, *paragraphs = said(statement)
    assert title.casefold() == "statement of the council"
    assert statement.title is not None
    assert paragraphs == list(TEXTS)
    assert not statement.source.doubts


def test_a_heading_over_its_day_is_the_title_and_the_name_of_the_site_above_is_not() -> None:
    day = "<p><strong>3 May 2025</strong><br>The keepers of the northern lights met in the harbour house.</p>"
    statement = outlined(
        "<div><h2>Harbour Council</h2></div><div><a href='/m.pdf'>PDF</a></div>"
        f"<div><h3>Minutes of the Council</h3>{day}{BODY}</div>"
    )
    assert said(statement)[0] == "Minutes of the Council"
    assert "Harbour Council" not in said(statement)
    above = outlined(f"<h1>Minutes of the Council</h1><div><h3>Harbours</h3><p>3 May 2025</p>{BODY}</div>")
    assert said(above)[:2] == ["Minutes of the Council", "Harbours"]


def test_the_day_above_a_text_is_read_in_its_language() -> None:
    text = "Le Conseil est saisi de la question des phares du nord et il appelle les États à les ouvrir pour la pêche."
    more = "Les ministres se sont réunis dans le port et ils ont pris note du rapport sur les quais et sur les bateaux."
    statement = outlined(
        f"<div><p>Orlo, le 3 mai 2025</p></div><div><h1>Communiqué du Conseil</h1><p>{text}</p><p>{more}</p></div>"
    )
    assert said(statement) == ["Orlo, le 3 mai 2025", "Communiqué du Conseil", text, more]
    assert str(statement.dateline.date) == "2025-05-03"


def test_a_selector_names_a_part_of_a_page_that_is_all_in_a_form() -> None:
    assert read(f"<form><nav>Menu</nav><div id='text'>{BODY}</div></form>", ReadOptions("#text")).text == "\n\n".join(
        TEXTS
    )


def test_a_page_of_two_short_sentences_keeps_its_paragraphs() -> None:
    statement = outlined("<h1>Press Statement</h1><p>The keepers mourned.</p><p>They called for calm seas.</p>")
    assert said(statement) == ["Press Statement", "The keepers mourned.", "They called for calm seas."]


def test_lines_that_were_broken_by_hand_are_joined() -> None:
    """A single break ends a line and no paragraph, in a text as wide as a mail program sets it."""
    broken = [text.replace(" to ", "<br>to ", 1).replace(" and ", "<br>and ", 1) for text in (PORTS, LIGHTS, PEACE)]
    assert said(outlined(f"<div>{'<br><br>'.join(broken)}</div>")) == [PORTS, LIGHTS, PEACE]


def items(opened: str, *texts: str) -> list[str]:
    return read(f"<h1>Statement</h1>{opened}{''.join(texts)}</{opened[1:3]}>").text.split("\n\n")[1:]


@pytest.mark.parametrize(
    ("opened", "marks"),
    [
        ("<ol>", ["1. ", "2. "]),
        ("<ol start='9'>", ["9. ", "10. "]),
        (f"<ol start='{'9' * 5000}'>", ["1. ", "2. "]),
        ("<ol reversed>", ["2. ", "1. "]),
        ("<ol type='a'>", ["a. ", "b. "]),
        ("<ol type='I' start='3999'>", ["MMMCMXCIX. ", "4000. "]),
        ("<ol style='list-style-type: lower-roman' start='4'>", ["iv. ", "v. "]),
        ("<ol style='list-style: upper-alpha inside' start='26'>", ["Z. ", "AA. "]),
        ("<ol type='i' start='0'>", ["0. ", "i. "]),
        ("<ol style='list-style:none'>", ["", ""]),
        ("<ul>", ["- ", "- "]),
        ("<ul style='list-style-type:none'>", ["", ""]),
        ("<ul style='list-style: square'>", ["- ", "- "]),
    ],
)
def test_items_have_the_marks_that_a_browser_prints(opened: str, marks: list[str]) -> None:
    read_items = [item.strip() for item in items(opened, f"<li>{PORTS}</li>", f"<li>{LIGHTS}</li>")]
    assert read_items == [f"{marks[0]}{PORTS}", f"{marks[1]}{LIGHTS}"]


def test_an_item_may_set_the_count() -> None:
    found = items("<ol start='7'>", f"<li>{PORTS}</li><li value='20'>{LIGHTS}</li><li>{GRAIN}</li>")
    assert [item.split()[0] for item in found] == ["7.", "20.", "21."]


@pytest.mark.parametrize("opened", ["<ol style='list-style:none'>", "<ul style='list-style:none'>", "<ol>", "<ul>"])
def test_numbers_that_were_typed_are_printed_once(opened: str) -> None:
    assert [item.strip() for item in items(opened, f"<li>12. {PORTS}</li>", f"<li>13. {LIGHTS}</li>")] == [
        f"12. {PORTS}",
        f"13. {LIGHTS}",
    ]


@pytest.mark.parametrize("struck", ["<del>", "<s>", "<strike>", "<span style='text-decoration: line-through'>"])
def test_what_is_struck_out_is_left_out_and_said(struck: str) -> None:
    """As in Word: the text with its changes accepted, and with `original` the one before them."""
    closed = f"</{struck[1:].split()[0].rstrip('>')}>"
    body = f"<p>The Wardens {struck}firmly{closed} <ins>warmly</ins> renewed the pledge to open five harbours.</p>"
    new, old = read(body), read(body, ReadOptions(original=True))
    assert "Wardens warmly renewed" in new.text
    assert "Wardens firmly renewed" in old.text
    assert any("struck out, in 1 place" in doubt for doubt in new.doubts)
    assert old.doubts


def test_rows_of_a_table_are_paragraphs_as_printed() -> None:
    rows = [("No", "Harbour of refuge"), ("1", "Brenna"), ("2", "Arden Sound"), ("3", "Tamber")]
    table = "".join(f"<tr><td><p> {one}</p></td>\n<td><p>{two} </p></td></tr>" for one, two in rows)
    statement = outlined(f"<div><h1>Annex</h1><p>{PORTS}</p><p>{LIGHTS}</p><table><tbody>{table}</tbody></table></div>")
    assert said(statement)[3:] == ["No Harbour of refuge", "1 Brenna", "2 Arden Sound", "3 Tamber"]
    assert [one.role for one in statement.paragraphs[3:]] == ["body"] * 4


def test_the_day_beside_the_headline_is_found() -> None:
    """A release with a box for its number and day between headline and text, and whom to ask below."""
    box = "<div><span>Number</span> <span>2020-41</span></div><div><span>Date</span> <time>3 March 2020</time></div>"
    asked = (
        "<section><h2>Enquiries</h2><p><strong>Mr A. Reed</strong><br>Keeper of Lamps<br>Tel. 02 555 8800</p></section>"
    )
    statement = outlined(
        f"<nav><a href='/'>Home</a></nav><section><div id='content'><div><h1><span>Media Release</span> "
        f"<span>Statement by the Harbour Master: Tolls</span></h1><div>{box}</div><div>{BODY}</div></div>"
        f"{asked}</div></section>"
    )
    assert str(statement.dateline.date) == "2020-03-03"
    assert said(statement)[0] == "Media Release Statement by the Harbour Master: Tolls"
    assert not [one for one in statement.paragraphs if one.role == "item"]


def test_the_name_of_a_kind_of_page_is_no_item_and_no_title() -> None:
    """A list of one word above the headline says what kind of page it is."""
    statement = outlined(
        "<div><h2>You may also like:</h2><ul><li><a href='/b'>The combined statement</a></li></ul></div><main>"
        "<div><ul><li>PRESS RELEASE</li></ul><h1>Decisions on harbour tolls</h1></div>"
        f"<div><p>18 July 2024</p>{BODY}</div><div><h2>Contact</h2><ul><li>Quay 20</li><li>+49 5 55</li></ul>"
        "</div></main>"
    )
    assert said(statement) == ["Decisions on harbour tolls", "18 July 2024", *TEXTS]
    assert statement.title is not None
    assert statement.text[statement.title.start : statement.title.end] == "Decisions on harbour tolls"


SUMMARY = (
    "<div class='cookie-notice'><h2>Our use of cookies</h2><p>We use necessary cookies to make our site work.</p></div>"
    f"<main><h1>Tolls raised to 4% - June 2031</h1><section id='summary'><h2>Summary, June 2031</h2>{BODY}</section>"
    f"<section id='minutes'><h2>Minutes of the meeting ending on 17 June 2031</h2><p>1: {GRAIN}</p><p>2: {PEACE}</p>"
    "</section><h2>Other news of the Committee</h2><a href='/o'><h3>Tolls kept at 3% - May 2031</h3></a></main>"
)


def test_a_summary_with_its_minutes_is_read_whole_or_by_a_selector() -> None:
    whole = said(outlined(SUMMARY))
    assert whole[0] == "Tolls raised to 4% - June 2031"
    assert whole[-1].endswith(PEACE)
    assert not any("cookie" in one for one in whole)
    assert said(outlined(SUMMARY, ReadOptions("#summary"))) == ["Summary, June 2031", *TEXTS]


@pytest.mark.parametrize(
    "body",
    [
        "<div class='cookie-notice'><h2>Our use of cookies</h2><p>We use necessary cookies to make our site work, and "
        "some others to make it better. By clicking a button on this banner you accept all of those.</p></div>",
        "<main><h1>Summary and minutes - December 2031 (to be published at 12pm)</h1><p>The Committee decides on tolls."
        "</p><h2>These minutes will be published on 17 December 2031.</h2></main>",
        "<h1>Page not found</h1><p>The page that you were looking for is not here any more, or never was.</p>",
    ],
)
def test_what_stands_in_place_of_a_statement_is_doubted(body: str) -> None:
    assert any("may not be a statement" in doubt for doubt in read(body).doubts)


def test_sentences_that_were_left_out_are_counted() -> None:
    other = "<p>All visitors of this office may lend its charts, see the lamps and row the old boat on Sundays.</p>"
    source = read(f"<div id='a'><h1>Statement</h1>{BODY * 3}</div><div class='sidebar'><div>{other * 3}</div></div>")
    assert PEACE in source.text
    assert "visitors" not in source.text
    (doubt,) = source.doubts
    assert doubt.startswith("57 of the page's 277 words were left out, from 'All visitors")


def test_a_page_of_one_frame_names_what_to_ask_for() -> None:
    with pytest.raises(LoadError, match="other pages in frames"):
        load_bytes(b"<html><frameset><frame src='text.html'></frameset></html>")


def test_load_reads_the_same(tmp_path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<html><body><article>{BODY}</article></body></html>", encoding="utf-8")
    assert load(path).text == PLAIN


def test_signs_of_a_consolidated_text_are_left_out_and_its_rows_are_no_headings() -> None:
    """An arrow with a letter says by which act a part was changed: no wording, and another one with every act."""
    rule = "Rule of the Council on the dues that are paid for the lights of the northern harbours and their channels"
    statement = outlined(
        "<h1>Statement of the Council</h1><p><a href='/b'>►B</a></p>"
        f"<table><tr><td>M1</td><td>{rule}</td><td><b>L 19</b></td></tr></table>"
        f"{BODY}<p><a href='/m'>▼M9</a></p><p>{PORTS}</p>"
    )
    assert said(statement) == ["Statement of the Council", "M1", rule, "L 19", *TEXTS, PORTS]
    assert [one.role for one in statement.paragraphs].count("heading") == 0


def test_a_link_that_a_class_raises_leads_to_a_note_whose_mark_stands_by_itself() -> None:
    raised = "(<span class='superscript'>1</span>)"
    statement = outlined(
        f"<h1>Statement of the Council</h1>{BODY}<p>Members <a href='#n1'>{raised}</a></p>"
        f"<div><a id='n1'>{raised}  </a><p class='inline'>Without prejudice to Brevia.</p></div>"
    )
    (note,) = statement.footnotes
    assert note.span.of(statement.text) == "1. Without prejudice to Brevia."
