"""Whole documents of the kinds that councils, ministries and banks publish, in fiction, read as a reader would."""

import pytest
from support.printed import BOLD, FONT, Draw, Sheet, broken, pdf
from support.strategies import is_partition

from stmtdiff.loaders import load_bytes
from stmtdiff.model import Statement
from stmtdiff.outline import parse

RECALLING = (
    "Recalling all of its previous decisions on the Strait of Tamber, in particular decisions 311 (2027), 318 (2028)"
    " and 325 (2030),"
)
REAFFIRMING = (
    "Reaffirming its strong commitment to the safety of navigation, the freedom of the fisheries and the integrity"
    " of the charts of the Strait,"
)
CONDEMNS = (
    "Condemns in the strongest terms the removal of buoys from the outer channel on 12 March 2031, and demands their"
    " immediate return;"
)
DECIDES = (
    "Decides that all participants shall refrain from any dredging in the area described in annex I until the"
    " Committee established pursuant to paragraph 12 of decision 311 (2027) has reported to it, and in any case no"
    " later than 30 June 2032;"
)
REQUESTS = (
    "Requests the Secretary to report to the Council every ninety days on the implementation of this decision, and"
    " to propose further measures where they are needed;"
)


def of_pages(*pages: Draw) -> Statement:
    statement = parse(load_bytes(pdf(*pages), name="made.pdf"))
    assert is_partition(statement)
    return statement


def told(statement: Statement) -> list[str]:
    """Return each paragraph as "role label: its first words"."""
    lines = []
    for paragraph in statement.paragraphs:
        label = f" {paragraph.label.value}" if paragraph.label else ""
        lines.append(f"{paragraph.role}{label}: {paragraph.body.of(statement.text)}")
    return lines


def aside(statement: Statement) -> list[str]:
    return [span.of(statement.text) for span in statement.furniture]


def test_the_decision_of_a_council_with_its_letterhead():
    def first(sheet: Sheet) -> None:
        draw = sheet.canvas.drawString
        for x, y, size, text in (
            (60, 780, 14, "United Ports"), (430, 780, 18, "C"), (443, 780, 10, "/RES/331 (2031)"),
            (140, 745, 14, "Council of Ports"), (430, 745, 10, "Distr.: General"), (430, 733, 10, "4 May 2031"),
            (60, 60, 9, "31-04412 (E)"), (60, 48, 9, "*3104412*"),
        ):  # fmt: skip
            sheet.canvas.setFont(FONT, size)
            draw(x, y, text)
        sheet.y = 660
        sheet.line("Decision 331 (2031)", x=95, size=13, font=BOLD, step=22)
        sheet.line("The Council,", x=115, step=20)
        for text in (RECALLING, REAFFIRMING, f"1. {CONDEMNS}", f"2. {DECIDES}"):
            sheet.justified(text, x=95, width=400, indent=20)
        sheet.canvas.rotate(90)
        draw(300, -30, "Please recycle")

    def second(sheet: Sheet) -> None:
        sheet.foot("C/RES/331 (2031)", x=60, y=790)
        sheet.y = 750
        for text in (f"3. {REQUESTS}", "4. Decides to remain seized of the matter."):
            sheet.justified(text, x=95, width=400, indent=20)
        sheet.foot("2/2", x=60)
        sheet.foot("31-04412", x=490)

    statement = of_pages(first, second)
    assert told(statement)[3:] == [
        "title: Decision 331 (2031)",
        "body: The Council,",
        f"body: {RECALLING}",
        f"body: {REAFFIRMING}",
        f"body 1: {CONDEMNS}",
        f"body 2: {DECIDES}",
        f"body 3: {REQUESTS}",
        "body 4: Decides to remain seized of the matter.",
    ]
    assert aside(statement) == ["31-04412 (E)", "*3104412*", "Please recycle", "C/RES/331 (2031)", "2/2 31-04412"]


def test_the_statement_of_a_chair_with_numbers_in_the_margin():
    def page(number: int, *parts: tuple[str, str]) -> Draw:
        def draw(sheet: Sheet) -> None:
            if number == 1:
                sheet.line("CHAIR'S STATEMENT OF THE", x=190, font=BOLD, size=13, step=17)
                sheet.line("14TH TAMBER REGIONAL FORUM", x=185, font=BOLD, size=13, step=30)
            for label, text in parts:
                if not label:
                    sheet.line(text, font=BOLD, step=18)
                    continue
                sheet.canvas.setFont(FONT, 11)
                sheet.canvas.drawString(70, sheet.y, f"{label}.")
                sheet.justified(text, x=115, width=390, size=11)
            sheet.foot(str(number))

        return draw

    statement = of_pages(
        page(1, ("1", CONDEMNS), ("", "Maritime Security"), ("2", DECIDES)),
        page(2, ("3", REQUESTS)),
        page(3, ("4", DECIDES)),
    )
    assert told(statement) == [
        "title: CHAIR'S STATEMENT OF THE 14TH TAMBER REGIONAL FORUM",
        f"body 1: {CONDEMNS}",
        "heading: Maritime Security",
        f"body 2: {DECIDES}",
        f"body 3: {REQUESTS}",
        f"body 4: {DECIDES}",
    ]
    assert aside(statement) == ["1", "2", "3"]


def test_a_gazette_in_two_columns_with_notes_at_their_feet():
    texts = [text.rstrip(",;") + "." for text in (RECALLING, REAFFIRMING, CONDEMNS, DECIDES, REQUESTS)]

    def page(number: int, left: list[str], right: list[str], note: str = "") -> Draw:
        def draw(sheet: Sheet) -> None:
            sheet.foot("Tamber Gazette", x=70, y=800)
            sheet.foot(f"Page {number}", x=480, y=800)
            for x, column in ((70, left), (295, right)):
                sheet.y = 760
                for text in column:
                    sheet.justified(text, x=x, width=205, indent=12, size=9, after=0)
            sheet.y = 80
            if note:
                sheet.rule(width=60)
                sheet.paragraph(note, width=205, size=7)

        return draw

    note = "* Document TF/7 of 2030, on the charts of the Strait."
    first = f"{texts[0]} They noted the report* of the Secretary."
    statement = of_pages(page(1, [first, texts[1], texts[2]], texts[3:], note), page(2, texts[:2], texts[2:]))
    assert told(statement) == [f"body: {text}" for text in (first, *texts[1:], *texts)]
    assert [span.of(statement.text) for span in statement.notes] == [note]
    assert statement.paragraphs[0].span.end < statement.notes[0].start < statement.paragraphs[1].span.start


def test_the_numbers_of_a_drafts_lines_are_set_aside():
    texts = (RECALLING, REAFFIRMING, f"1. {CONDEMNS}", f"2. {DECIDES}")

    def draw(sheet: Sheet) -> None:
        number = 0
        for text in texts:
            for line in broken(text, 400):
                number += 1
                sheet.canvas.setFont(FONT, 8)
                sheet.canvas.drawRightString(60, sheet.y, str(number))
                sheet.line(" ".join(line), step=20)

    statement = of_pages(draw)
    assert told(statement) == [
        f"body: {RECALLING}", f"body: {REAFFIRMING}", f"body 1: {CONDEMNS}", f"body 2: {DECIDES}"
    ]  # fmt: skip
    assert aside(statement) == ["1 2 3 4 5 6 7 8 9"]


def test_a_roll_of_names_is_a_line_each_and_a_long_one_hangs():
    names = [f"{name} Marrow, Deputy Master of the Port of Arden" for name in ("Ada", "Bela", "Cara", "Dora", "Edda")]
    long = "Fenn Harrow, Adviser to the Secretary on the Charts of the Outer Shoals, Committee on the Charts of the Bay"

    def draw(sheet: Sheet) -> None:
        for name in (*names[:3], long, *names[3:]):
            sheet.paragraph(name, width=380, hanging=18, after=5)

    assert told(of_pages(draw)) == [f"body: {name}" for name in (*names[:3], long, *names[3:])]


def test_a_table_whose_cells_stand_close_keeps_its_rows():
    rows = [("Ada Marrow", "Chair"), ("Bela Harrow-Winterbourne III", "Secretary"), ("Cara Quill", "Counsel")]

    def draw(sheet: Sheet) -> None:
        sheet.paragraph(CONDEMNS)
        for name, office in (*rows, *rows[:1]):
            sheet.canvas.setFont(FONT, 10)
            sheet.canvas.drawString(70, sheet.y, name)
            sheet.line(office, x=205)
        sheet.y -= 8
        sheet.paragraph(DECIDES)

    assert told(of_pages(draw))[1:5] == [f"body: {name}\t{office}" for name, office in (*rows, *rows[:1])]


@pytest.mark.parametrize(
    ("end", "more", "said"),
    [
        ("the outer", "channel, not the inner one.", ["... the outer channel, not the inner one."]),
        ("the sea.", "The second part covers the inlet.", ["... the sea.", "The second part covers the inlet."]),
    ],
    ids=["in a sentence", "behind one"],
)
def test_a_note_may_go_on_at_the_foot_of_the_next_page(end: str, more: str, said: list[str]):
    def first(sheet: Sheet) -> None:
        sheet.paragraph(f"{CONDEMNS[:-1]}.^1")
        sheet.y = 100
        sheet.rule()
        sheet.paragraph(f"^1 The buoys are listed in document TF/9, of which the first part covers {end}", size=8)

    def second(sheet: Sheet) -> None:
        sheet.paragraph(DECIDES)
        sheet.y = 100
        sheet.rule(width=430)
        sheet.paragraph(more, size=8)

    statement = of_pages(first, second)
    assert [line.partition(":")[0] for line in told(statement)] == ["body", "body"]
    (note,) = statement.footnotes
    opening = "The buoys are listed in document TF/9, of which the first part covers"
    shown = [paragraph.body.of(statement.text).replace(opening, "...") for paragraph in note.paragraphs]
    assert (shown, [call.of(statement.text) for call in note.calls]) == (said, ["¹"])


def test_a_page_set_wide_among_others_is_read_in_paragraphs():
    def wide(sheet: Sheet) -> None:
        for text in (CONDEMNS, REQUESTS):
            for line in broken(text, 430):
                sheet.line(" ".join(line), step=25)
            sheet.y -= 25

    def usual(sheet: Sheet) -> None:
        for text in (RECALLING, REAFFIRMING, DECIDES, DECIDES, DECIDES):
            sheet.paragraph(text)

    read = told(of_pages(usual, wide))
    assert read[-2:] == [f"body: {CONDEMNS}", f"body: {REQUESTS}"]


def test_the_wide_spaces_of_a_typewriter_are_no_gutter():
    """Letters laid behind a scan are smaller than those of its picture, so that every space is nearly a size wide."""
    lines = [
        "The keepers of the harbour lights have met at Tamber",
        "and have heard of the lamp oil that is low in winter",
        "while all the ships wait a week or more. They asked",
        "again for new stores of it and for three good boats",
        "to carry them to the reefs before the ice has come.",
        "They thanked all of the 12 pilots of the east coast",
    ]
    pitch, size = 7.2, 7

    def draw(sheet: Sheet) -> None:
        for number, line in enumerate(lines):
            at = 0
            for word in line.split():
                piece = sheet.canvas.beginText(70 + pitch * at, 700 - 14 * number)
                piece.setFont(FONT, size)
                piece.setHorizScale(100 * (pitch * len(word) + 1) / sheet.canvas.stringWidth(word, FONT, size))
                piece.textOut(word)
                sheet.canvas.drawText(piece)
                at += len(word) + 1

    assert told(of_pages(draw)) == [f"body: {' '.join(lines)}"]
