"""A PDF is read as its readers see it: columns in order, notes and running heads apart, words whole."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.command import run
from support.printed import BOLD, HEIGHT, PITCH, Sheet, broken, paragraphs, pdf
from support.strategies import is_partition

from stmtdiff import compare
from stmtdiff.errors import LoadError
from stmtdiff.loaders import load_bytes
from stmtdiff.loaders.pdf import process
from stmtdiff.model import Source, Statement
from stmtdiff.outline import parse
from stmtdiff.settings import ReadLimits, ReadOptions

HARBOUR = (
    "The Ministers reviewed the state of the harbour talks and welcomed the resumption of soundings in the outer"
    " shoals, which had been suspended for two seasons, and they asked the Secretariat to publish every chart."
)
FISHERIES = (
    "They expressed grave concern over the catch that is landed without papers, and urged all participants to share"
    " the names of vessels that have been refused entry by any one of them within the last twelve months."
)
PILOTS = (
    "The Meeting took note of the report on pilotage and agreed that the two stations should exchange their watch"
    " lists every evening, so that no ship waits for a pilot on account of a list that is out of date."
)
LIGHTS = (
    "The Meeting encouraged the lighthouse boards to complete the inventory of lights by the end of June, and to"
    " make it available to the masters of small craft free of charge and in all three of the forum's languages."
)


def read(raw: bytes, name: str = "made.pdf") -> Source:
    return load_bytes(raw, name=name)


def bodies(statement: Statement) -> list[str]:
    """Return the texts of all paragraphs, headings among them, without their labels."""
    return [paragraph.body.of(statement.text) for paragraph in statement.paragraphs]


def of_pages(*pages) -> Statement:
    statement = parse(read(pdf(*pages)))
    assert is_partition(statement)
    return statement


def marked(statement: Statement, kind: str) -> list[str]:
    return [mark.span.of(statement.text) for mark in statement.source.marks if mark.kind == kind]


# Paragraphs


@pytest.mark.parametrize("how", [{"after": 8}, {"after": 0, "indent": 20}], ids=["spaced", "indented"])
def test_paragraphs_are_parted_by_space_or_by_an_indent(how):
    assert bodies(of_pages(paragraphs([HARBOUR, FISHERIES, PILOTS], **how))) == [HARBOUR, FISHERIES, PILOTS]


def test_a_number_that_hangs_in_the_margin_begins_a_paragraph_and_is_its_label():
    def draw(sheet: Sheet) -> None:
        for number, text in enumerate((HARBOUR, FISHERIES, LIGHTS), 1):
            sheet.canvas.drawString(70, sheet.y, f"{number}.")
            sheet.paragraph(text, x=90, after=0)

    statement = of_pages(draw)
    assert [(paragraph.label.value, paragraph.body.of(statement.text)) for paragraph in statement.paragraphs] == [
        ("1", HARBOUR), ("2", FISHERIES), ("3", LIGHTS)
    ]  # fmt: skip


def test_the_letters_of_a_list_nest_under_its_number():
    def draw(sheet: Sheet) -> None:
        sheet.paragraph("1. The Ministers agreed to do the following before they meet again:", after=0)
        for letter, text in (("a", "publish the charts of the outer shoals;"), ("b", "share the lists of pilots.")):
            sheet.canvas.drawString(90, sheet.y, f"({letter})")
            sheet.paragraph(text, x=110, after=0)
        sheet.paragraph(f"2. {FISHERIES}")

    labels = [paragraph.label.value for paragraph in of_pages(draw).paragraphs if paragraph.label]
    assert labels == ["1", "1.a", "1.b", "2"]


def test_a_reference_at_a_lines_beginning_is_no_number():
    lines = [
        "Recalling the measures that were imposed on all of the vessels named in paragraph 8, section",
        "(a) of the earlier statement, and those that were imposed on their owners by its paragraphs",
        "9. and 10. of the same statement, the Ministers decided to keep them in force for a year.",
    ]
    assert bodies(of_pages(lines_of(*lines))) == [" ".join(lines)]


def test_headings_are_told_by_size_and_weight_and_the_largest_is_the_title():
    def draw(sheet: Sheet) -> None:
        sheet.line("Chair's Statement of the Tamber Forum", size=18, step=30)
        sheet.line("Fisheries", font=BOLD, size=12, step=20)
        sheet.paragraph(FISHERIES)
        sheet.line("Pilots and lights", font=BOLD, size=12, step=20)
        sheet.paragraph(PILOTS)
        sheet.paragraph(LIGHTS)

    statement = of_pages(draw)
    assert statement.title.of(statement.text) == "Chair's Statement of the Tamber Forum"
    heads = [paragraph.body.of(statement.text) for paragraph in statement.paragraphs if paragraph.role == "heading"]
    assert heads == ["Fisheries", "Pilots and lights"]


# Columns


def two_columns(sheet: Sheet, left: str, right: str, *, by_rows: bool, gutter: float = 20) -> None:
    """Write two texts side by side, one column after the other or row by row."""
    width = (430 - gutter) / 2
    columns = [[" ".join(words) for words in broken(text, width)] for text in (left, right)]
    top = sheet.y
    places = [
        (70 + column * (width + gutter), top - row * PITCH, line)
        for column, lines in enumerate(columns)
        for row, line in enumerate(lines)
    ]
    for x, y, line in sorted(places, key=lambda place: (-place[1], place[0])) if by_rows else places:
        sheet.canvas.setFont("Times-Roman", 10)
        sheet.canvas.drawString(x, y, line)
    sheet.y = min(y for _, y, _ in places) - 2 * PITCH


@pytest.mark.parametrize("by_rows", [False, True], ids=["column by column", "row by row"])
@pytest.mark.parametrize("gutter", [14, 30])
def test_two_columns_are_read_one_after_the_other(by_rows, gutter):
    """However the file paints them: a stream that runs across the columns is put in order."""

    def draw(sheet: Sheet) -> None:
        sheet.line("Joint Statement of the Ministers of the Tamber Forum on the Outer Shoals", size=13, step=30)
        two_columns(sheet, f"{HARBOUR} {FISHERIES}", f"{PILOTS} {LIGHTS}", by_rows=by_rows, gutter=gutter)

    title, first, second = bodies(of_pages(draw))
    assert title.startswith("Joint Statement")
    assert (first, second) == (f"{HARBOUR} {FISHERIES}", f"{PILOTS} {LIGHTS}")


def test_a_paragraph_runs_on_in_the_next_column():
    words = f"{HARBOUR} {FISHERIES} {PILOTS} {LIGHTS}".split()
    half = len(words) // 2

    def draw(sheet: Sheet) -> None:
        two_columns(sheet, " ".join(words[:half]), " ".join(words[half:]), by_rows=True)

    assert words[half].islower()
    assert bodies(of_pages(draw)) == [" ".join(words)]


def test_a_wide_heading_between_columns_parts_them():
    def draw(sheet: Sheet) -> None:
        two_columns(sheet, HARBOUR, FISHERIES, by_rows=True)
        sheet.line(
            "Decisions of the Meeting on the pilot stations and on the lighthouses of the bay", font=BOLD, step=25
        )
        two_columns(sheet, PILOTS, LIGHTS, by_rows=True)

    first, second, heading, third, fourth = bodies(of_pages(draw))
    assert (first, second, third, fourth) == (HARBOUR, FISHERIES, PILOTS, LIGHTS)
    assert heading.startswith("Decisions")


# What is printed on every page


def running(number: int, *texts: str, total: int = 3):
    def draw(sheet: Sheet) -> None:
        sheet.canvas.setFont("Times-Roman", 9)
        sheet.canvas.drawString(70, HEIGHT - 45, "TF/CONF/2031/7")
        sheet.canvas.drawString(430, HEIGHT - 45, "Tamber Forum, 4 May 2031")
        for text in texts:
            sheet.paragraph(text)
        sheet.foot(f"{number} / {total}")

    return draw


def test_running_heads_and_page_numbers_are_furniture_and_interrupt_nothing():
    words = f"{HARBOUR} {FISHERIES}".split()
    first, second, third = " ".join(words[:40]), " ".join(words[40:60]), " ".join(words[60:])
    statement = of_pages(running(1, PILOTS, first), running(2, second), running(3, third, LIGHTS))
    assert bodies(statement) == [PILOTS, " ".join(words), LIGHTS]
    furniture = [span.of(statement.text) for span in statement.furniture]
    assert furniture.count("TF/CONF/2031/7 Tamber Forum, 4 May 2031") == 3
    assert [line for line in furniture if "/ 3" in line] == ["1 / 3", "2 / 3", "3 / 3"]


def test_a_page_left_blank_holds_no_text():
    statement = of_pages(running(1, PILOTS), running(2), running(3, LIGHTS))
    assert bodies(statement) == [PILOTS, LIGHTS]
    assert len(statement.furniture) == 6


def test_pages_are_marked_for_citing_also_inside_a_paragraph():
    words = HARBOUR.split()
    statement = of_pages(running(1, PILOTS, " ".join(words[:12])), running(2, " ".join(words[12:]), LIGHTS))
    pages = {mark.value: mark.span.of(statement.text) for mark in statement.source.marks if mark.kind == "page"}
    assert list(pages) == ["1", "2"]
    assert pages["1"].startswith("The Meeting took note")
    assert pages["2"].startswith(" ".join(words[12:16]))


def test_an_outline_says_where_the_pages_are():
    import json

    from stmtdiff.renderers.reading import render_reading

    statement = of_pages(running(1, PILOTS), running(2, LIGHTS))
    pages = json.loads(render_reading(statement, "json"))["pages"]
    assert [(page["page"], statement.text[page["start"] :][:11]) for page in pages] == [
        ("1", "The Meeting"), ("2", "The Meeting")
    ]  # fmt: skip
    assert "\npages    1 to 2\n" in render_reading(statement, "terminal")


def test_a_cover_that_the_next_page_repeats_is_set_aside():
    def cover(sheet: Sheet) -> None:
        sheet.y = 500
        sheet.line("Minutes of the Tamber Forum", size=30, step=40)
        sheet.line("4 May 2031", size=16)

    def first(sheet: Sheet) -> None:
        sheet.line("Minutes of the Tamber Forum", size=20, step=30)
        sheet.paragraph(HARBOUR)
        sheet.paragraph(PILOTS)

    statement = of_pages(cover, first)
    assert bodies(statement) == ["Minutes of the Tamber Forum", HARBOUR, PILOTS]


# Notes and raised figures


def test_footnotes_stand_behind_the_paragraph_that_refers_to_them_and_do_not_fuse_with_its_words():
    def draw(sheet: Sheet) -> None:
        sheet.paragraph("The Ministers reaffirmed their commitment to denuclearisation^3 and to the talks.")
        sheet.paragraph(PILOTS)
        sheet.y = 110
        sheet.rule()
        sheet.paragraph("^3 The term has the meaning of the statement of 2029.", size=8)

    statement = of_pages(draw)
    assert bodies(statement) == [
        "The Ministers reaffirmed their commitment to denuclearisation³ and to the talks.", PILOTS
    ]  # fmt: skip
    (note,) = statement.notes
    assert note.of(statement.text) == "³ The term has the meaning of the statement of 2029."
    assert statement.paragraphs[0].span.end < note.start < statement.paragraphs[1].span.start


def test_a_note_may_be_told_by_its_size_alone_and_a_star_is_a_mark():
    def draw(sheet: Sheet) -> None:
        sheet.paragraph("The Ministers met on Gull Island* and thanked their hosts for the excellent arrangements.")
        sheet.paragraph(PILOTS)
        sheet.y = 100
        sheet.paragraph("* Gull Island is administered by both participants.", size=7.5)

    statement = of_pages(draw)
    assert [note.of(statement.text) for note in statement.notes] == [
        "* Gull Island is administered by both participants."
    ]
    assert len(statement.paragraphs) == 2


def test_a_lowered_figure_stays_in_its_word_and_ordinals_stay_letters():
    def draw(sheet: Sheet) -> None:
        sheet.canvas.setFont("Times-Roman", 10)
        x = 70.0
        for text, rise, size in (
            ("The 19", 0, 10),
            ("th", 3.5, 6),
            (" Meeting spoke of CO", 0, 10),
            ("2", -2, 6),
            (" at sea.", 0, 10),
        ):
            x = sheet.line(text, x=x, rise=rise, size=size, step=0)
        sheet.y -= 30
        sheet.paragraph(PILOTS)

    assert bodies(of_pages(draw))[0] == "The 19th Meeting spoke of CO2 at sea."


# Words


def lines_of(*lines: str):
    def draw(sheet: Sheet) -> None:
        for line in lines:
            sheet.line(line)

    return draw


def test_a_word_parted_at_a_lines_end_is_joined_only_when_it_stands_whole_elsewhere():
    statement = of_pages(
        lines_of(
            "The Ministers spoke of disarmament and of verification in the outer shoals, of disarma-",
            "ment in the inner ones, and thanked the Secretary-General and the deputy of the Secretary-",
            "General, whose office is in charge of the well-",
            "being of crews and of wonderful co-ordination in matters of pilotage and of disarmament.",
        )
    )
    text = statement.text
    assert "of disarmament in the inner ones" in text
    assert "deputy of the Secretary-General, whose" in text
    assert "well-being" in text


def test_ligatures_are_letters_and_no_break_spaces_are_spaces():
    raw = pdf(lines_of("The of\u00adfice \u00a0of\u00a0the Forum is open."))
    assert "Forum is open." in read(raw).text
    from stmtdiff.pdfium.glyphs import Style, Words

    words = Words((0, 0, 600, 800))
    for place, letter in enumerate("of\ufb01cial"):
        x = 10 + 5 * place
        words.add(letter, x, 10, x + 5, 20, x, 12, Style(10))
    (row,) = words.finish(has_picture=False)["words"]
    assert row[0] == "official"


def test_letters_painted_one_by_one_make_words():
    def draw(sheet: Sheet) -> None:
        from reportlab.pdfbase.pdfmetrics import stringWidth

        for line in broken(HARBOUR, 430):
            x = 70.0
            for letter in " ".join(line):
                if letter != " ":
                    sheet.canvas.setFont("Times-Roman", 10)
                    sheet.canvas.drawString(x, sheet.y, letter)
                x += stringWidth(letter, "Times-Roman", 10)
            sheet.y -= PITCH

    assert bodies(of_pages(draw)) == [HARBOUR]


def test_text_painted_twice_to_look_bold_is_read_once():
    def draw(sheet: Sheet) -> None:
        sheet.canvas.setFont("Times-Roman", 10)
        sheet.canvas.drawString(70, sheet.y, "Harbour talks")
        sheet.canvas.drawString(70.3, sheet.y, "Harbour talks")
        sheet.y -= 20
        sheet.paragraph(PILOTS)

    assert bodies(of_pages(draw)) == ["Harbour talks", PILOTS]


# Tables


def test_the_rows_of_a_table_stay_apart_from_sentences_and_from_each_other():
    rows = [("Port Arden", "Chair", "14"), ("Tamberlyn", "Vice Chair", "9"), ("Gull Island", "Secretary", "11")]

    def draw(sheet: Sheet) -> None:
        sheet.paragraph(HARBOUR)
        for row in rows:
            for x, cell in zip((70, 220, 360), row, strict=True):
                sheet.canvas.setFont("Times-Roman", 10)
                sheet.canvas.drawString(x, sheet.y, cell)
            sheet.y -= PITCH
        sheet.y -= 8
        sheet.paragraph(PILOTS)

    assert bodies(of_pages(draw)) == [HARBOUR, *("\t".join(row) for row in rows), PILOTS]


def test_the_lines_of_a_table_of_contents_stay_apart():
    entries = [f"{name} {'.' * 60} {page}" for name, page in (("Fisheries", 2), ("Pilots", 3), ("Lights", 5))]
    assert bodies(of_pages(lines_of(*entries)))[:3] == entries


# What cannot be seen, or stands elsewhere


def test_text_that_cannot_be_seen_is_left_out_and_said():
    def draw(sheet: Sheet) -> None:
        sheet.paragraph(HARBOUR)
        hidden = sheet.canvas.beginText(70, sheet.y)
        hidden.setTextRenderMode(3)
        hidden.textLine("Nobody sees this line.")
        sheet.canvas.drawText(hidden)
        sheet.canvas.setFillColorRGB(1, 1, 1)
        sheet.canvas.drawString(70, sheet.y - 20, "White on white.")
        sheet.canvas.setFillColorRGB(0, 0, 0)
        sheet.canvas.drawString(70, -40, "Below the page.")
        sheet.canvas.drawString(700, 300, "Beside the page.")

    source = read(pdf(draw))
    assert source.text == HARBOUR
    assert source.doubts == (
        "Page 1: text that cannot be seen was left out.", "Page 1: text outside the page was left out."
    )  # fmt: skip


def test_white_letters_on_a_dark_ground_are_seen():
    def draw(sheet: Sheet) -> None:
        sheet.canvas.setFillColorRGB(0, 0, 0.4)
        sheet.canvas.rect(60, sheet.y - 10, 300, 30, stroke=0, fill=1)
        sheet.canvas.setFillColorRGB(1, 1, 1)
        sheet.line("Statement of the Forum", size=16, step=40)
        sheet.canvas.setFillColorRGB(0, 0, 0)
        sheet.paragraph(HARBOUR)

    assert bodies(of_pages(draw)) == ["Statement of the Forum", HARBOUR]


def test_text_at_an_angle_is_furniture_and_a_page_set_sideways_is_turned():
    def draw(sheet: Sheet) -> None:
        sheet.paragraph(HARBOUR)
        sheet.canvas.saveState()
        sheet.canvas.rotate(45)
        sheet.canvas.drawString(400, 100, "DRAFT")
        sheet.canvas.restoreState()

    def sideways(sheet: Sheet) -> None:
        sheet.canvas.translate(595, 0)
        sheet.canvas.rotate(90)
        sheet.y = 400
        sheet.paragraph(PILOTS)
        sheet.paragraph(LIGHTS)

    statement = of_pages(draw, sideways)
    assert bodies(statement) == [HARBOUR, PILOTS, LIGHTS]
    assert [span.of(statement.text) for span in statement.furniture] == ["DRAFT"]


# The same text, however it is set


OPENINGS = "Before After During Throughout Outside Despite Beyond Within Since".split()


@settings(max_examples=12, deadline=None)
@given(
    # A text that fills page after page has the same lines at the same height, as running heads are.
    st.lists(st.sampled_from([HARBOUR, FISHERIES, PILOTS, LIGHTS]), min_size=3, max_size=9).filter(
        lambda texts: all(texts.count(text) < 3 for text in texts)
    ),
    st.integers(300, 460),
    st.sampled_from([8.0, 10.0, 12.0]),
    st.sampled_from([(8, 0), (0, 18)]),
)
def test_paragraphs_come_back_whatever_the_width_and_size(texts, width, size, style):
    """Set in one column of any width, a list of paragraphs is read as that list, also across pages."""
    # A line that tops every page is a running head, even where it opens a paragraph: so each opens in words of its own.
    texts = [
        f"{opening} the season, {text[0].lower()}{text[1:]}" for opening, text in zip(OPENINGS, texts, strict=False)
    ]
    after, indent = style
    needed = [len(broken(text, width, indent, size=size)) * PITCH * size / 10 + after for text in texts]
    pages, room = [[]], 0.0
    for text, height in zip(texts, needed, strict=True):
        if room + height > 600:
            pages.append([])
            room = 0
        pages[-1].append(text)
        room += height
    how = {"width": width, "size": size, "after": after, "indent": indent}
    assert bodies(of_pages(*(paragraphs(page, **how) for page in pages))) == texts


def test_a_printed_statement_reads_as_the_same_text_does():
    texts = [HARBOUR, FISHERIES, PILOTS, LIGHTS]
    printed = of_pages(running(1, *texts[:2]), running(2, *texts[2:]))
    from stmtdiff import parse as parse_text

    report = compare(printed, parse_text("\n\n".join(texts)))
    assert report.shifts == ()


def test_the_same_bytes_give_the_same_reading():
    raw = pdf(running(1, HARBOUR, FISHERIES), running(2, PILOTS))
    assert read(raw) == read(raw)


# What is refused


def test_an_encrypted_file_is_refused():
    from reportlab.lib.pdfencrypt import StandardEncryption

    raw = pdf(paragraphs([HARBOUR]), encrypt=StandardEncryption("secret", ownerPassword="other"))
    with pytest.raises(LoadError, match="encrypted and opens only with a password"):
        read(raw)


def test_a_file_that_is_encrypted_without_a_password_to_open_it_is_read():
    from reportlab.lib.pdfencrypt import StandardEncryption

    assert read(pdf(paragraphs([HARBOUR]), encrypt=StandardEncryption("", ownerPassword="other"))).text == HARBOUR


@pytest.mark.parametrize("raw", [b"%PDF-1.4\n%%EOF", b"%PDF-1.7\n" + b"\x00\xff" * 500 + b"startxref\n9\n%%EOF"])
def test_a_damaged_file_is_refused(raw: bytes):
    with pytest.raises(LoadError, match="this PDF is damaged"):
        read(raw)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_file_that_was_cut_off_is_refused(part: float):
    """PDFium would make do with the pages that came; those that did not come would read as dropped."""
    raw = pdf(*[paragraphs([HARBOUR, FISHERIES, PILOTS])] * 40)
    with pytest.raises(LoadError, match="cut off: its end is missing"):
        read(raw[: int(part * len(raw))])


def test_a_file_without_text_is_refused():
    with pytest.raises(LoadError, match="no text on its pages"):
        read(pdf(lambda sheet: sheet.rule(), lambda sheet: sheet.rule()))


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (ReadLimits(pages=2), "has 3 pages, and at most 2 are read"),
        (ReadLimits(letters=10), "more than 10 characters"),
        (ReadLimits(seconds=0.01), r"takes longer than 0\.01 seconds"),
    ],
)
def test_the_limits_are_said(limits: ReadLimits, said: str):
    raw = pdf(*[paragraphs(["One line."])] * 3)
    with pytest.raises(LoadError, match=said):
        load_bytes(raw, ReadOptions(limits=limits))


def test_a_reader_that_breaks_down_is_a_damaged_file(monkeypatch):
    """PDFium may crash on a hostile file: that ends its own process and nothing else."""
    monkeypatch.setattr(process, "_CHILD", "import os; os.abort()  # {paths}")
    with pytest.raises(LoadError, match="this PDF is damaged"):
        read(pdf(paragraphs([HARBOUR])))


def test_junk_before_the_header_is_still_a_pdf_and_a_text_about_pdf_is_a_text():
    assert read(b"\n\n" + pdf(paragraphs([HARBOUR]))).text == HARBOUR
    assert load_bytes(b"The header of such a file reads %PDF-1.4, as everybody knows.", name="a.txt").loader == "text"


def test_a_page_of_the_web_under_a_pdf_name_is_read_with_a_doubt():
    source = read(b"<!doctype html><html><body><p>The page you look for has moved to another place.</p></body></html>")
    assert source.loader == "html"
    assert "named .pdf but contains a web page" in source.doubts[0]


def test_a_pdf_on_the_command_line(tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf(running(1, HARBOUR, FISHERIES), running(2, PILOTS, LIGHTS)))
    (tmp_path / "b.txt").write_text(
        "\n\n".join([HARBOUR, FISHERIES.replace("grave concern", "concern"), PILOTS, LIGHTS])
    )
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.5 and no more %%EOF")
    done = run("diff", "a.pdf", "b.txt", folder=tmp_path)
    assert done.returncode == 0
    assert "[-grave-] concern" in done.out
    done = run("outline", "c.pdf", folder=tmp_path)
    assert (done.returncode, done.out) == (2, "")
    assert done.said == (
        "stmtdiff: c.pdf: this PDF is damaged"
        " (was the download complete? fetch it again, or open it and save it again)\n"
    )
