"""The first screen of the HTML page without a browser: the ledger, its rows, and what a long quotation leaves out."""

from lxml import html
from support.pages import LOOSE
from support.reports import Written, report_of
from test_html import side_of

from stmtdiff import compare, from_paragraphs, load, parse
from stmtdiff.ledger import ledger_of
from stmtdiff.renderers.brief.telling import quote, told

SAMPLE = compare(load("sample:2024"), load("sample:2025"))


def parsed(page: str) -> html.HtmlElement:
    return html.fromstring(page)


def test_the_top_is_the_ledger_and_each_row_leads_to_its_place():
    """Headline and kicker are the ledger's own, its rows stand in its order, whole, with then and now."""
    page, ledger = parsed(SAMPLE.to_html()), ledger_of(SAMPLE)
    assert page.cssselect("h1")[0].text_content() == ledger.headline.replace(" -> ", " \u2192 ")
    assert page.cssselect(".kicker")[0].text_content() == ledger.kicker
    made = page.cssselect("#ledger tbody tr")
    assert len(made) == len(ledger.rows)
    ids = {element.get("id") for element in page.cssselect("[id]")}
    for element, row in zip(made, ledger.rows, strict=True):
        words = told(ledger, row)
        cells = [" ".join(cell.text_content().split()) for cell in element]
        for cell, cut in ((cells[1], words.then), (cells[2], words.now)):
            assert cell == (f"\u201c{' '.join(quote(cut).split())}\u201d" if cut else "")
        assert words.topic in cells[0]
        assert cells[4] in (words.where.replace(" -> ", " \u2192 "), f"{words.where[4:]} in the old text")
        target = element.cssselect("th a")[0].get("href")[1:]
        assert target in (row.shifts or ids)


def test_the_first_screen_has_room_for_four_to_six_rows():
    """Long rows are four at least, short ones six at most; the others are there and wait to be asked for."""
    words = (
        ("all", "some"),
        ("two", "ten"),
        ("grave", "deep"),
        ("brass", "glass"),
        ("never", "seldom"),
        ("old", "new"),
    )
    words += (("inner", "outer"), ("wide", "narrow"), ("calm", "rough"))
    long = "It told the {} keepers of shore {} to keep the lamp of the outer reef lit from dusk to dawn in spring {}."
    counts = []
    for line in (long, "It told the {} keepers of shore {}."):
        old, new = ([line.format(pair[side], at, at) for at, pair in enumerate(words)] for side in (0, 1))
        page = parsed(compare(from_paragraphs(old), from_paragraphs(new)).to_html())
        counts.append(len(page.cssselect("#ledger tbody tr:not(.rest)")))
        assert len(page.cssselect("#ledger .rest")) == len(page.cssselect("#ledger tbody tr")) - counts[-1]
    assert counts == [4, 6]


def test_of_a_long_quotation_what_stands_far_from_a_change_is_spare():
    """The first screen may leave it out; nothing that changed is ever among it, and the whole is there in order."""
    tail = (
        " and asked the pilots of the nine shores to tell the harbour office at once of any lamp that fails in winter."
    )
    units = [f"The Council voiced {word} concern over the northern lights{tail}" for word in ("grave", "deep")]
    page = parsed(compare(*(from_paragraphs([unit]) for unit in units)).to_html())
    spare = page.cssselect("#ledger .x")
    assert [one.cssselect("del, ins") for one in spare] == [[], []]
    assert all(one.text_content().endswith(tail) for one in spare)


def test_a_text_written_anew_is_told_by_topics_without_marks():
    """What has no counterpart did not come and go as words do: rows say which topics came, went and stayed."""
    old = [f"Keepers of shore {number} trimmed the brass lamp and slept in the old hall." for number in range(8)]
    new = [f"Seals on reef {number} were counted by the young pilots before the winter storms." for number in range(8)]
    report = compare(from_paragraphs(old), from_paragraphs(new))
    page = parsed(report.to_html())
    assert report.is_anew
    labels = {" ".join(mark.text_content().split()[-2:]) for mark in page.cssselect("#ledger small")}
    assert labels <= {"new topic", "topic gone", "topic kept"}
    assert page.cssselect("#ledger tbody tr")
    assert page.cssselect("#ledger del, #ledger ins") == []


def test_a_pair_without_substance_names_nothing_to_read_first():
    report = report_of(Written("1", "1", "The (-11th-)(+12th+) Council met."))
    assert parsed(report.to_html()).cssselect("#ledger, #whole, #copy-table") == []


def test_a_rate_comes_first_in_the_headline():
    text = "The Board moves to {} a target range for the federal funds rate {} percent.\n\nIt met at noon."
    old, new = parse(text.format("keep", "at 4 to 4-1/4")), parse(text.format("lower", "to 3-3/4 to 4"))
    (headline,) = parsed(compare(old, new).to_html()).cssselect("h1")
    assert headline.text_content().startswith("Rate 3-3/4 to 4 percent, was 4 to 4-1/4 percent")


def test_of_two_blocks_each_is_whole_and_each_shift_has_one_place():
    """What was dropped stands in the old block alone, so that nothing of it is written twice."""
    old, new = map(from_paragraphs, LOOSE)
    report = compare(old, new)
    page = report.to_html()
    assert (side_of(page, "old"), side_of(page, "new")) == (" ".join(LOOSE[0]), " ".join(LOOSE[1]))
    ids = [element.get("id") for element in parsed(page).cssselect(".loose [id]")]
    assert sorted(ids) == sorted({shift.id for shift in report.shifts})
    (text,) = parsed(page).cssselect("#text")
    assert text.text_content().count("the harbour office") == 1
