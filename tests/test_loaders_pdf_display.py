"""What pages set apart and what is laid over them: wide letters, drop caps, heads that change, other directions."""

from support.printed import FONT, HEIGHT, Sheet, broken, paragraphs, pdf
from test_loaders_pdf import FISHERIES, HARBOUR, LIGHTS, PILOTS, bodies, marked, of_pages, read

from stmtdiff.loaders.pdf.lines import read_rows
from stmtdiff.loaders.pdf.pages import Page, Word
from stmtdiff.outline import parse
from stmtdiff.pdfium.glyphs import DOWN, Style, Words


def spaced(text: str, room: float):
    def draw(sheet: Sheet) -> None:
        line = sheet.canvas.beginText(70, sheet.y)
        line.setFont(FONT, 14)
        line.setCharSpace(room)
        line.textLine(text)
        sheet.canvas.drawText(line)
        sheet.y -= 30
        sheet.paragraph(HARBOUR)

    return draw


def test_letters_set_apart_are_words_by_the_other_gaps_of_their_line():
    for room in (4.0, 6.0, 9.0):
        assert bodies(of_pages(spaced("NOTES OF THE HARBOUR", room)))[0] == "NOTES OF THE HARBOUR"
    digits = "1 2 3 4 5 6 7 8"
    assert bodies(of_pages(paragraphs([digits, HARBOUR])))[0] == digits


def dropped(letter: str, text: str, *, lines: int = 2):
    """A page whose first letter is as high as `lines`, which stand to its right."""

    def draw(sheet: Sheet) -> None:
        sheet.canvas.setFont(FONT, 12.5 * lines)
        sheet.canvas.drawString(70, sheet.y - 12.5 * (lines - 1), letter)
        set_in = 70 + 10 * lines
        words = text.split()
        for _ in range(lines):
            row = broken(" ".join(words), 500 - set_in)[0]
            sheet.line(" ".join(row), x=set_in)
            words = words[len(row) :]
        sheet.paragraph(" ".join(words))
        sheet.paragraph(FISHERIES)

    return draw


def test_a_large_first_letter_belongs_to_its_word():
    for lines in (2, 3):
        assert bodies(of_pages(dropped(HARBOUR[0], HARBOUR[1:], lines=lines))) == [HARBOUR, FISHERIES]


def headed(*texts: str, head: str, number: str):
    def draw(sheet: Sheet) -> None:
        sheet.foot(head, x=70, y=HEIGHT - 50)
        sheet.foot(number, x=480, y=HEIGHT - 50)
        sheet.y = HEIGHT - 90
        for text in texts:
            sheet.paragraph(text)

    return draw


def test_heads_that_change_with_the_chapter_are_known_by_the_number_of_the_page():
    cut = HARBOUR.index("which had")
    pages = [
        headed(PILOTS, HARBOUR[:cut], head="Of pilots", number="11"),
        headed(HARBOUR[cut:], FISHERIES, head="Of fish", number="12"),
        headed(LIGHTS, head="Of lights", number="13"),
    ]
    statement = of_pages(*pages)
    assert bodies(statement) == [PILOTS, HARBOUR, FISHERIES, LIGHTS]
    assert [" ".join(head.split()) for head in marked(statement, "furniture")] == [
        "Of pilots 11", "Of fish 12", "Of lights 13",
    ]  # fmt: skip


def test_a_head_on_one_page_only_is_known_by_the_number_of_that_page():
    statement = of_pages(paragraphs([PILOTS, HARBOUR]), headed(FISHERIES, head="Harbour notes", number="2 of 2"))
    assert bodies(statement) == [PILOTS, HARBOUR, FISHERIES]
    numbered = of_pages(paragraphs([PILOTS]), paragraphs(["2 Of fish", FISHERIES]))
    assert "Of fish" in " ".join(bodies(numbered))


def test_lines_that_run_down_are_read_from_the_right():
    words = Words((0, 0, 600, 800))
    down = Style(14, DOWN)
    words.add("歓迎した。", 380, 630, 394, 700, 387, 690, down)
    words.space()
    words.add("議長声明は", 400, 630, 414, 700, 407, 690, down)
    found = words.finish(has_picture=False)
    page = Page(1, found["width"], tuple(Word(*row) for row in found["words"]), is_down=found["is_down"])
    assert page.is_down
    assert [row.text for row in read_rows(page)] == ["議長声明は", "歓迎した。"]


def test_letters_beyond_the_first_plane_are_letters():
    words = Words((0, 0, 600, 800))
    words.add("\ud835\udc31\u0301", 10, 10, 15, 20, 10, 12, Style(10))
    assert words.finish(has_picture=False)["words"][0][0] == "\U0001d431\u0301"


def test_an_arabic_letter_is_one_whatever_its_shape_in_the_word():
    words = Words((0, 0, 600, 800))
    for place, letter in enumerate("\ufee1\ufefc\ufeb3"):
        words.add(letter, 30 - 5 * place, 10, 35 - 5 * place, 20, 30, 12, Style(10))
    assert words.finish(has_picture=False)["words"][0][0] == "ملاس"


def test_a_value_in_a_form_is_read_where_it_stands():
    def draw(sheet: Sheet) -> None:
        sheet.paragraph(HARBOUR)
        sheet.canvas.drawString(70, sheet.y, "Fees:")
        sheet.canvas.acroForm.textfield(
            value="four pounds", x=120, y=sheet.y - 5, width=300, height=18, fontSize=10, forceBorder=True
        )
        sheet.y -= 30
        sheet.paragraph(FISHERIES)

    assert bodies(parse(read(pdf(draw)))) == [HARBOUR, "Fees: four pounds", FISHERIES]
