"""HTML reports in a real browser: the ledger at the top, on screens and on paper, and two wordings as two blocks."""

import pytest
from support.browser import Desk, demand
from support.pages import html, one_line, report
from support.reader import covered, current, letters

from stmtdiff.ledger import ledger_of

demand()


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize(("width", "first"), [(375, 4), (768, 4), (1440, 5)])
def test_the_other_rows_come_on_demand_and_whole(desk: Desk, width: int, first: int, script: bool) -> None:
    """Without the script too: rows beyond the first, and the words that the first screen leaves out."""
    page = desk.open(html("sample"), width=width, script=script)
    rows, spare = page.locator("#ledger tbody tr"), page.locator("#ledger .x > span").first
    assert sum(row.is_visible() for row in rows.all()) == first
    assert not spare.is_visible()
    page.click("#whole summary")
    assert all(row.is_visible() for row in rows.all())
    assert spare.is_visible()
    for row, told in zip(rows.all(), ledger_of(report("sample")).rows, strict=True):
        assert one_line(told.topic) in one_line(row.inner_text())
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [375, 1440])
def test_the_table_is_copied_as_a_table_and_as_lines(desk: Desk, width: int) -> None:
    """All rows, whole, whatever is seen; struck and underlined words where a table is taken, tabs in plain text."""
    page = desk.open(html("sample"), width=width, permissions=["clipboard-read", "clipboard-write"])
    page.click("#copy-table")
    page.locator("#status", has_text="Copied").wait_for()
    plain = page.evaluate("navigator.clipboard.readText()").split("\n")
    ledger = ledger_of(report("sample"))
    assert plain[0] == page.inner_text("h1")
    assert len(plain) == len(ledger.rows) + 2
    assert {line.count("\t") for line in plain[1:]} == {4}
    assert all(row.topic in line for row, line in zip(ledger.rows, plain[2:], strict=True))
    read = "navigator.clipboard.read().then(all => all[0].getType('text/html')).then(found => found.text())"
    copied = page.evaluate(read)
    assert copied.count("<tr") == len(ledger.rows) + 1
    assert copied.count("<s>") == page.locator("#ledger del").count()
    assert copied.count("<u>") == page.locator("#ledger ins").count()


def test_the_first_page_of_the_print_is_headline_and_ledger(desk: Desk) -> None:
    """The text begins on the second; the rows of the first screen are there, whole, and no control is."""
    import pypdfium2

    page = desk.open(html("sample"))
    pdf = pypdfium2.PdfDocument(page.pdf(format="A4"))
    sheets = [letters(sheet.get_textpage().get_text_range()) for sheet in pdf]
    pdf.close()
    first = ledger_of(report("sample")).rows[:4]
    assert all(letters(row.topic) in sheets[0] for row in first)
    assert letters("Copy this table") not in sheets[0]
    text = letters(page.locator("#text .row:not(.head) .t").nth(1).text_content())[:40]
    assert text not in sheets[0]


@pytest.mark.parametrize("width", [375, 1440])
@pytest.mark.parametrize("view", ["side", "inline"])
def test_wordings_that_share_too_little_are_two_clean_blocks(desk: Desk, view: str, width: int) -> None:
    """The old paragraph whole, the new one whole, nothing struck or underlined; each shift is still gone to."""
    page = desk.open(html("loose"), f"view={view}", width=width)
    told = report("loose")
    seen = [block for block in page.locator(".loose > .t").all() if block.is_visible()]
    shown = {one_line(block.inner_text()) for block in seen}
    assert shown == {statement.paragraphs[1].body.of(statement.text) for statement in (told.old, told.new)}
    look = "all => all.map(one => getComputedStyle(one)).map(style => style.textDecorationLine + style.backgroundColor)"
    assert set(page.eval_on_selector_all(".loose :is(del, ins)", look)) == {"nonergba(0, 0, 0, 0)"}
    for shift in told.shifts:
        page.keyboard.press("n")
        assert current(page) == shift.id
        assert covered(page, shift.id) == ""


def test_the_map_shows_what_a_filter_leaves(desk: Desk) -> None:
    """With one class alone the blocks of others are pale; without a filter none is."""
    page = desk.open(html("sample"))
    assert page.locator("#anatomy .off").count() == 0
    page.click("#only [data-only=firmer]")
    assert page.locator("#anatomy g.firmer.off").count() == 0
    assert page.locator("#anatomy g.softer.off").count() == page.locator("#anatomy g.softer").count() > 0
    page.keyboard.press("0")
    assert page.locator("#anatomy .off").count() == 0
