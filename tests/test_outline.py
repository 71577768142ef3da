"""What always holds of a statement that has been read, and how real layouts come out."""

import unicodedata

import pytest
from hypothesis import given
from support.strategies import is_partition, texts, units

from stmtdiff.model import Label
from stmtdiff.outline import from_paragraphs
from stmtdiff.series.library import parse_text


@given(texts)
def test_every_character_has_exactly_one_place(text: str) -> None:
    assert is_partition(parse_text(text))


@given(units)
def test_units_of_a_caller_are_kept_and_have_a_place(paragraphs: list[str]) -> None:
    statement = from_paragraphs(paragraphs)
    assert [paragraph.body.of(statement.text) for paragraph in statement.paragraphs] == paragraphs
    assert is_partition(statement)


@given(texts)
def test_tokens_tile_the_sentences(text: str) -> None:
    statement = parse_text(text)
    for paragraph in statement.paragraphs:
        assert [sentence.first for sentence in paragraph.sentences[1:]] == [
            sentence.last for sentence in paragraph.sentences[:-1]
        ]
        own = paragraph.body.of(statement.text)
        for sentence in paragraph.sentences:
            rest = list(sentence.span.of(statement.text))
            for start, end in zip(
                paragraph.words.starts[sentence.first : sentence.last],
                paragraph.words.ends[sentence.first : sentence.last],
                strict=True,
            ):
                offset = paragraph.body.start - sentence.span.start
                rest[offset + start : offset + end] = " " * (end - start)
                assert not any(letter.isspace() for letter in own[start:end])
            assert not "".join(rest).strip()
        assert sum(sentence.last - sentence.first for sentence in paragraph.sentences) == len(paragraph.words)


@given(texts)
def test_parents_hold_their_children_in_order(text: str) -> None:
    statement = parse_text(text)
    end = 0
    for index, paragraph in enumerate(statement.paragraphs):
        assert paragraph.index == index
        assert paragraph.span.start >= end
        assert paragraph.body.is_inside(paragraph.span)
        end = paragraph.span.end
        inner = paragraph.body.start
        for sentence in paragraph.sentences:
            assert sentence.paragraph == index
            assert sentence.span.start >= inner
            assert sentence.span.is_inside(paragraph.body)
            inner = sentence.span.end
    assert [index for section in statement.sections for index in range(section.first, section.last)] == list(
        range(len(statement.paragraphs))
    )
    assert all(
        statement.sections[paragraph.section].first <= paragraph.index < statement.sections[paragraph.section].last
        for paragraph in statement.paragraphs
    )
    assert [sentence.index for sentence in statement.sentences] == list(range(len(statement.sentences)))


@given(texts)
def test_the_text_is_composed_and_has_one_kind_of_line_end(text: str) -> None:
    read = parse_text(text).text
    assert unicodedata.is_normalized("NFC", read)
    assert not set(read) & set("\r\x0b\x0c\x85\u2028\u2029")


# Real layouts. A row is what `outline` made of a paragraph: its number and the text behind it.


def rows(text: str) -> list[tuple[str, str]]:
    """Return label and body of each paragraph, line breaks shown as spaces."""
    statement = parse_text(text)
    return [
        (paragraph.label.value if paragraph.label else "", " ".join(paragraph.body.of(statement.text).split()))
        for paragraph in statement.paragraphs
    ]


def labels(text: str) -> list[str]:
    return [label for label, _ in rows(text)]


@pytest.mark.parametrize(
    "text",
    [
        "1. The Forum met.\n\n2. It agreed.\n\n3. It closed.",
        "1 The Forum met.\n\n2 It agreed.\n\n3 It closed.",
        "1) The Forum met.\n\n2) It agreed.\n\n3) It closed.",
        "(1) The Forum met.\n\n(2) It agreed.\n\n(3) It closed.",
        "1. The Forum met.\n\n2, We agreed.\n\n3.We closed.",
        "1.\nThe Forum met.\n\n2.\nIt agreed.\n\n3.\nIt closed.",
        "1. The Forum met.\n2. It agreed.\n3. It closed.",
        "1.\tThe Forum met.\n\n2.\tIt agreed.\n\n3.\tIt closed.",
        "1.\n\nThe Forum met.\n\n2.\n\nIt agreed.\n\n3.\n\nIt closed.",
    ],
)
def test_numbers_are_read_in_every_style(text: str) -> None:
    assert [label for label, _ in rows(text)] == ["1", "2", "3"]
    assert [body.split()[-1] for _, body in rows(text)] == ["met.", "agreed.", "closed."]


NAMED = [
    (
        "Artículo 1. Los puertos están abiertos para todos.\n\nArtículo 2.- El Consejo se reúne en Orlo.",
        "Artículo 1, Artículo 2",
    ),
    ("Primero.- Aprobar el plan de los faros.\n\nSEGUNDO: Encargar la obra al Consejo.", "Primero, SEGUNDO"),
    ("1º Se crea un comité de los faros.\n\n2.º El comité se reúne una vez al año.", "1, 2"),
    ("Art. 1º Os faróis são abertos em Orlo.\n\n§ 2º Os portos não pagam pela luz.", "Art. 1º, § 2º"),
    (
        "Art. 2. – Les ports sont ouverts dans le nord.\n\n1° Le phare est éteint.\n\n2° Évaluer les coûts du port.",
        "Art. 2, 1, 2",
    ),
    ("Статья 1. Порты открыты для судов.\n\nСтатья 2: Совет собирается в Орло.", "Статья 1, Статья 2"),
    ("1. Стороны решили:\n\nа) открыть порт;\n\nб) закрыть маяк.", "1, 1.а, 1.б"),
    ("第一条　港口对所有船只开放。\n\n第二条 理事会每年开会。", "第一条, 第二条"),
    ("一、双方同意建立委员会。\n\n（一）委员会由五人组成。\n\n二、委员会每年开会。", "一, （一）, 二"),
    ("제1조 항구는 모든 선박에 열려 있다.\n\n제2조 이사회는 매년 모인다.", "제1조, 제2조"),
    ("المادة 1: الموانئ مفتوحة.\n\nالمادة (2) - يجتمع المجلس كل عام.", "المادة 1, المادة (2)"),
    ("§ 1 – Die Häfen sind für alle offen.\n\nArtikel 2. Der Rat tagt im Hafen von Orlo.", "§ 1, Artikel 2"),
    ("Article 1. The harbours are open.\n\nArticle II - The Council meets in Orlo.", "Article 1, Article II"),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_the_words_and_signs_that_number_a_paragraph_in_a_language_are_its_label(text: str, expected: str) -> None:
    assert ", ".join(labels(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Artículo 5 de la Carta sigue en vigor para los puertos.",
        "Article 5 of the Charter remains in force for the harbours.",
        "Segundo. El Consejo y los ministros se reúnen en el puerto.",
        "Статья 5 Устава остаётся в силе.",
        "第三条规定港口开放。",
        "1º de mayo es el día de los puertos en la isla.",
        "3° Celsius is what the ships measured.",
    ],
)
def test_a_sentence_that_begins_with_the_number_of_an_article_has_no_label(text: str) -> None:
    assert labels(text) == [""]


def test_the_number_of_an_article_alone_on_its_line_is_a_heading() -> None:
    text = "The Charter of Orlo\n\nArticle 1\nThe harbours are open.\n\n1. Fees are paid.\n\nArticle 2\n\n1. It meets."
    statement = parse_text(text)
    heads = [paragraph.body.of(text) for paragraph in statement.paragraphs if paragraph.role == "heading"]
    assert heads == ["Article 1", "Article 2"]
    assert labels(text) == ["", "", "", "1", "", "1"]


def test_a_capital_with_an_accent_begins_a_numbered_paragraph() -> None:
    assert labels("1 Évaluer les ports.\n\n2 Écrire au Conseil.\n\n3 Ïlots.") == ["1", "2", "3"]


def test_the_last_of_short_numbered_lines_is_no_heading() -> None:
    statement = parse_text(
        "Members\n\n1. Ostrel\n\n2. Brevia\n\n3. Orlo\n\nThe members of the Forum met in the harbour of Orlo."
    )
    assert [paragraph.role for paragraph in statement.paragraphs][1:4] == ["body", "body", "body"]


def test_a_text_without_line_breaks_is_cut_at_its_printed_numbers() -> None:
    text = (
        "Statement of the Forum 1. We, the Ministers, met. 2. We noted 3.5 tons under rule 3. "
        "3. “Ports stay open”, we said. 4. Fees end."
    )
    assert rows(text) == [
        ("", "Statement of the Forum"),
        ("1", "We, the Ministers, met."),
        ("2", "We noted 3.5 tons under rule 3."),
        ("3", "“Ports stay open”, we said."),
        ("4", "Fees end."),
    ]
    assert labels("第一段。1．双方同意。2．委员会开会。3．部长们满意。") == ["", "1", "2", "3"]


def test_two_numbers_in_a_line_cut_nothing() -> None:
    assert labels("The Forum met. 1. It agreed. 2. It closed.") == [""]


def test_a_line_that_happens_to_begin_with_a_number_is_no_paragraph() -> None:
    text = (
        "12. The Meeting noted the road map for the years up to\n2030, and the report on the first "
        "phase, which ended on\n"
        "15 June 2024 with the opening of the port. It recalled paragraph\n13. Of the former statement "
        "nothing was kept, as"
        "\n3.5 percent of the ships had left and the others, under rule\n(a) of the harbour code, stayed.\n\n"
        "13. The Meeting closed."
    )
    assert labels(text) == ["12", "13"]


def test_dates_and_years_at_the_head_of_a_paragraph_are_no_numbers() -> None:
    assert (
        labels("4 May 2025\n\n2030 is the year of the plan.\n\n12 Ministers spoke.\n\n1,200 ships sailed.") == [""] * 4
    )


def test_nested_items_carry_the_number_they_belong_to() -> None:
    text = (
        "7. Members agreed to:\n\n(a) share charts;\n\n(b) train pilots, namely:\n\n(i) of the north;\n\n"
        "(ii) of the south;\n\n"
        "(c) report.\n\n8. They asked that:\n\n- ships be counted;\n\n    - at dawn;\n\n- pilots be paid."
        "\n\n(i) a note;\n\n(j) no."
    )
    statement = parse_text(text)
    assert labels(text)[:11] == ["7", "7.a", "7.b", "7.b.i", "7.b.ii", "7.c", "8", "-", "-", "-", "8.i"]
    assert [paragraph.level for paragraph in statement.paragraphs[:10]] == [0, 1, 1, 2, 2, 1, 0, 1, 2, 1]
    assert {paragraph.role for paragraph in statement.paragraphs[1:6]} == {"item"}


def test_the_letter_i_goes_on_after_h_and_counts_as_one_elsewhere() -> None:
    letters = "\n\n".join(f"({letter}) part;" for letter in "abcdefghij")
    assert labels(f"1. All of:\n\n{letters}")[-2:] == ["1.i", "1.j"]
    assert labels("1. All of:\n\n(a) part:\n\n(i) half;\n\n(v) odd.")[2:] == ["1.a.i", "1.a.v"]


def test_sections_and_decimals_are_numbered() -> None:
    text = (
        "I. PEACE\n\n1.1 The Forum met.\n\n1.2 It agreed.\n\nA. Ships and Ports\n\nII. TRADE\n\n2.1 It closed.\n\n"
        "2.5 percent was the growth."
    )
    assert labels(text) == ["I", "1.1", "1.2", "A", "II", "2.1", ""]


def test_an_annex_counts_again_and_is_a_section_of_its_own() -> None:
    statement = parse_text(
        "1. The Forum met.\n\n2. It agreed.\n\nAnnex: List of Ports\n\n1. Arden, with its lights.\n\n2. Senn, without."
    )
    assert [paragraph.label.value for paragraph in statement.paragraphs if paragraph.label] == ["1", "2", "1", "2"]
    assert [section.kind for section in statement.sections] == ["body", "annex"]


RESOLUTION = """United Harbours                    H/RES/12 (2025)
Resolution 12 (2025)
Adopted by the Harbour Council at its 311th meeting, on
4 May 2025
The Harbour Council,
Recalling its earlier resolutions on the state of the
sea lights, in particular resolution 9 (2022), and the
reports of the Warden,
Deeply concerned that ships were lost,
Noting that the lights of Senn and the lights of Arden,
Tamber and the other ports were not lit,
1. Calls upon all masters to keep the lights, and on
the Warden to visit them;
2. Decides:
(a) To send a pilot;
(b) To ask the Warden for a report on all the lights by
30 June 2026;
3. Decides to remain seized of the matter.
"""


def test_a_resolution_without_blank_lines_falls_into_its_paragraphs() -> None:
    statement = parse_text(RESOLUTION)
    assert [label for label, _ in rows(RESOLUTION)][-5:] == ["1", "2", "2.a", "2.b", "3"]
    assert [body for _, body in rows(RESOLUTION)][4:8] == [
        "Recalling its earlier resolutions on the state of the sea lights, in particular resolution 9 "
        "(2022), and the reports"
        " of the Warden,",
        "Deeply concerned that ships were lost,",
        "Noting that the lights of Senn and the lights of Arden, Tamber and the other ports were not lit,",
        "Calls upon all masters to keep the lights, and on the Warden to visit them;",
    ]
    assert [section.kind for section in statement.sections] == ["front", "preamble", "body"]
    assert statement.title is not None
    assert statement.title.of(statement.text) == "Resolution 12 (2025)"
    assert (str(statement.dateline.date), statement.dateline.ordinal) == ("2025-05-04", 311)


def test_hard_wrapped_lines_are_one_paragraph_and_the_text_keeps_its_breaks() -> None:
    text = (
        "The Forum met in a hall beside the harbour of Arden.\nIt agreed on the lights, and it thanked "
        "the Warden for\nthem.\n\nIt closed.\n"
    )
    statement = parse_text(text)
    assert statement.text == text
    assert [len(paragraph.sentences) for paragraph in statement.paragraphs] == [2, 1]


def test_long_lines_without_blank_lines_are_a_paragraph_each() -> None:
    line = (
        "The Meeting noted that the lights of the inner shoals had been lit again and thanked the "
        "masters of the three ports for it, as well as the pilots."
    )
    assert [body for _, body in rows("\n".join([line] * 3))] == [line] * 3


def test_headings_stand_over_something_and_names_are_no_headings() -> None:
    text = (
        "Ships and Ports\n\nThe Forum met.\n\nTRADE\n\nIt agreed on a rate.\n\nPresent were:\n\nAda "
        "Bell, Chair\n\nTom Ray, Deputy"
        "\n\nIvo Dahl, Warden\n\nThey signed the book.\n\nMaritime safety\n\nShips were lost in the "
        "winter storms.\n\nOna Varr"
    )
    statement = parse_text(text)
    heads = [p.body.of(statement.text) for p in statement.paragraphs if p.role in {"heading", "title"}]
    assert heads == ["Ships and Ports", "TRADE", "Maritime safety"]
    assert [section.heading for section in statement.sections] == [None, None, 2, 9]


@pytest.mark.parametrize(
    ("opening", "date", "ordinal", "place"),
    [
        ("The 32nd Tamber Forum was convened in Lantern Bay on 11 July 2025.", "2025-07-11", 32, "Lantern Bay"),
        (
            "Chair's Statement of the Thirty-second Tamber Forum\n\nPort Arden, 11 July 2025\n\nIt met.",
            "2025-07-11",
            32,
            "Port Arden",
        ),
        ("The Leaders met in Senn on May 19-21, 2023 for the Fifth Summit.", "2023-05-21", 5, "Senn"),
        ("Ministers held their 7248th meeting, on 26 August 2014.", "2014-08-26", 7248, None),
        (
            "They marked the 70th Anniversary of the League, recalling 1937 (2010), in the 21st century.",
            None,
            None,
            None,
        ),
        (
            "We, the Ministers, gathered in Port of Orrin, Tamber, on 1st May 2020.",
            "2020-05-01",
            None,
            "Port of Orrin, Tamber",
        ),
        ("December 17, 2014\n\nFor immediate release\n\nGrowth was moderate.", "2014-12-17", None, None),
        ("The tenth meeting took place from 30 June 2021 in the hall.", "2021-06-30", 10, None),
        ("On 31 February 2020 nothing happened.", None, None, None),
        ("The Council keeps its mission in Senn until 31 March 2031.\n\nIt rose.", None, None, None),
        ("It wants a report by the end of May 2031, and rose on 2 April 2031.", "2031-04-02", None, None),
    ],
)
def test_the_dateline_is_what_the_statement_says_of_its_own_meeting(
    opening: str, date: str | None, ordinal: int | None, place: str | None
) -> None:
    statement = parse_text(opening)
    found = statement.dateline
    assert (str(found.date) if found.date else None) == date
    assert found.ordinal == ordinal
    assert (found.place.of(statement.text) if found.place else None) == place


def test_notes_and_rules_are_set_apart() -> None:
    statement = parse_text(
        "The Forum met.* It agreed.¹\n\n* * *\n\nIt closed.\n\n_____\n\n* In Arden.\n\n¹ By vote.\n\n[2] See above."
    )
    assert [span.of(statement.text) for span in statement.notes] == ["* In Arden.", "¹ By vote.", "[2] See above."]
    assert [span.of(statement.text) for span in statement.furniture] == ["* * *", "_____"]
    assert [p.body.of(statement.text) for p in statement.paragraphs] == ["The Forum met.* It agreed.¹", "It closed."]


@pytest.mark.parametrize(
    ("opening", "place", "ordinal"),
    [
        ("The 12th Council met in Arden on 3 July 2024.", "Arden", 12),
        ("The Council met in Arden and will meet next in Osk in May 2025.", "Arden", None),
        ("The Council agreed to gather in Osk in the coming year.", None, None),
        ("The Council took note of the report of the sixth session of the Panel on Fisheries.", None, None),
    ],
)
def test_a_coming_meeting_and_those_of_others_are_not_the_own_one(
    opening: str, place: str | None, ordinal: int | None
) -> None:
    statement = parse_text(f"1. {opening}\n\n2. It closed.")
    found = statement.dateline
    assert (found.place.of(statement.text) if found.place else None, found.ordinal) == (place, ordinal)


def test_lines_to_the_press_are_no_part_of_the_statement() -> None:
    wording = "The Council decided to keep the harbour dues as they are."
    statement = parse_text(
        f"For release at 2:00 p.m. EST\n\nCouncil Statement\n\n{wording}\n\nFor media inquiries, call Arden."
    )
    assert [p.body.of(statement.text) for p in statement.paragraphs] == ["Council Statement", wording]
    assert [span.start for span in statement.furniture] == [0, statement.text.index("For media")]
    for text in (
        "Embargoed until noon.",
        "Embargoed goods stay.\n\nIt closed.",
        "For release of the crews we paid.\n\nIt closed.",
    ):
        assert parse_text(text).furniture == ()


def test_units_of_a_caller_keep_labels_and_headings_beside_the_text() -> None:
    statement = from_paragraphs(["1. One.", "", "Two."], labels=["1", None, "2"], headings=["A", "A", None], name="old")
    assert statement.text == "1. One.\n\n\n\nTwo."
    assert [paragraph.label for paragraph in statement.paragraphs] == [Label("1"), None, Label("2")]
    assert [(section.title, section.first, section.last) for section in statement.sections] == [("A", 0, 2), ("", 2, 3)]
    with pytest.raises(ValueError, match="zip"):
        from_paragraphs(["One."], labels=[])


@pytest.mark.parametrize(
    ("line", "body", "day"),
    [
        (
            "Orlo, le 11 juillet 2025",
            "Les ministres ont réaffirmé leur soutien aux ports et aux phares de leur mer.",
            "2025-07-11",
        ),
        ("11 июля 2025 года", "Министры вновь подтвердили поддержку портов и маяков на побережье.", "2025-07-11"),
        ("2025年7月11日", "会議は、港と灯台への支持を改めて表明した。", "2025-07-11"),
        (
            "Madrid, 3 de mayo de 2024",
            "Los ministros reiteraron su apoyo a los puertos y a los faros de la costa.",
            "2024-05-03",
        ),
        (
            "Berlin, den 3. Mai 2024",
            "Die Minister bekräftigten ihre Hilfe für die Häfen und die Türme der Küste.",
            "2024-05-03",
        ),
    ],
)
def test_a_line_with_place_and_day_is_no_title_in_any_language(line: str, body: str, day: str) -> None:
    statement = parse_text(f"{line}\n\n{body}\n\n{body}")
    assert statement.title is None
    assert str(statement.dateline.date) == day


def test_the_title_stands_below_the_line_with_place_and_day() -> None:
    statement = parse_text("Orlo, 17 December 2014\n\nStatement on Ports\n\nThe Wardens met and kept all ports open.")
    assert statement.title is not None
    assert statement.title.of(statement.text) == "Statement on Ports"


def test_signs_in_capitals_are_no_headings() -> None:
    text = "The Act of Orlo\n\nThe ports are open.\n\nL 19\n\nThe lights are lit.\n\nPORT DUES\n\nFees are paid."
    statement = parse_text(text)
    assert [p.body.of(statement.text) for p in statement.paragraphs if p.role == "heading"] == ["PORT DUES"]
