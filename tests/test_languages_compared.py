"""Statements of ten languages compared: what is news, what is routine, and what the rules say they do not know."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

import stmtdiff
from stmtdiff.languages import code_of, is_foreign, load
from stmtdiff.renderers.reading import _first_words
from stmtdiff.report import Report
from stmtdiff.sentences import sentences
from stmtdiff.timeline.strength import by_strength
from stmtdiff.values import units
from stmtdiff.words import normalise, words

POLISH = "Rada Portu wyraża głębokie zaniepokojenie sytuacją w cieśninie oraz wzywa członków do otwarcia nabrzeży. " * 3


def compared(old: str, new: str) -> Report:
    return stmtdiff.compare(stmtdiff.parse(old), stmtdiff.parse(new))


def weights(old: str, new: str) -> list[str]:
    return [shift.weight for shift in compared(old, new).shifts]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            "fr",
            ["S. Exc. M. Orr a parlé.", "« Que faire ? » a-t-il dit.", "Le port est fermé, etc.", "Plusieurs partent."],
        ),
        (
            "es",
            [
                "EE. UU. y Brevia participaron.",
                "A las 10 a. m. empezó la sesión.",
                "Vieron faros, etc.",
                "Varios salen.",
            ],
        ),
        ("de", ["Der Lotse sagte: „Wir handeln.", "Wir bleiben.“", "Die Sitzung endete um 18.30 Uhr."]),
        ("de", ["Gemäß Abs. 2 S. 1 Nr. 3 gilt z. B. das Verfahren."]),
        ("ru", ["Договор от 12 июля 2024 г.", "Совет принял доклад.", "Суда шли в г. Орло без лоцмана."]),
        ("ru", ["Участвовали А. С. Орлов и др.", "Порты открыты.", "Маяки, суда и т. д.", "Причалы закрыты."]),
        ("ru", ["«Что делать?» — спросил он.", "Сумма составила 5 млн. руб.", "Она выросла."]),
        ("zh", ["主席说：“我们行动。我们不退。”", "部长们表示欢迎。", "「和平。对话。」是主题。"]),
        ("ja", ["議長は「港を守る。灯台を直す。」と述べた。", "閣僚は懸念を表明した。"]),
        ("ko", ["제3조 제2항에 따라 시행한다.", "성장률은 2.5%이다."]),
        ("ar", ["قال د. أورلو: «سنعمل.", "لن نتراجع.»", "ما العمل؟"]),
    ],
)
def test_where_sentences_of_a_language_end(code: str, expected: Sequence[str]):
    text = ("" if code in {"zh", "ja"} else " ").join(expected)
    assert [span.of(text) for span in sentences(text, load(code))] == list(expected)


def test_an_endless_quotation_is_cut_like_other_text():
    text = "「" + "港を守る。" * 200
    assert len(sentences(text, load("ja"))) > 100


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("fr", "1 000,5 millions d'euros", [("amount", "1000500000", "")]),
        ("pt", "R$ 1,5 bilhão", [("amount", "1500000000", "BRL")]),
        ("ru", "1 000,5 млн евро", [("amount", "1000500000", "")]),
        ("zh", "增长率为2.5%", [("percent", "5/2", "%")]),
        ("zh", "收到1,000.5万元", [("amount", "10005000", "元")]),
        ("zh", "第一百二十次会议", [("ordinal", "120", "")]),
        ("zh", "二〇二五年七月十四日", [("date", "2025-07-14", "")]),
        ("ja", "令和元年5月1日", [("date", "2019-05-01", "")]),
        ("ja", "1,000億円を", [("amount", "100000000000", "円")]),
        ("ko", "1,000만 유로를", [("amount", "10000000", "유로")]),
        ("ar", "١٬٠٠٠٫٥ مليون", [("amount", "1000500000", "")]),
    ],
)
def test_figures_of_a_language_are_one_value(code: str, text: str, found: list[tuple[str, str, str]]):
    read = units(text, load(code))
    assert [(value.kind, str(value.high), value.unit) for value in read] == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("５０", "50"), ("ｱｼﾞｱ", "アジア"), ("（", "("), ("твёрдый", "твердый"), ("œuvre", "oeuvre"), ("daß", "dass"),
        ("علمًا", "علما"), ("أعرب", "اعرب"), ("أحـــاط", "أحاط"),
    ],
)  # fmt: skip
def test_two_writings_of_one_word_are_compared_as_one(one: str, other: str):
    assert normalise(one) == normalise(other)


def test_a_number_beside_a_character_is_one_token():
    assert words("为1,000万").norms == ("为", "1,000", "万")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Die Minister der Häfen erkennen die Wahl in der Stadt nicht an.", "de"),
        ("O cenário da inflação e do crédito é mais adverso na região, e um dos riscos segue elevado.", "pt"),
        ("The Council met in Las Palmas with the ministers of Los Cabos and Le Havre.", "en"),
    ],
)
def test_which_language_a_short_text_is_in(text: str, code: str):
    assert code_of(text) == code


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Os ministros dos portos agem em Orlo com o Comité.", "Os ministros dos portos agem em Orlo com o Comite."),
        (
            "Les ministres de Brevia et Ostrel sont dans le nord avec les pilotes du port.",
            "Les ministres de Ostrel et Brevia sont dans le nord avec les pilotes du port.",
        ),
        ("基金收到 50 万元捐款，部长们表示欢迎。", "基金收到50万元捐款,部长们表示欢迎。"),
    ],
)
def test_another_writing_or_order_is_routine(old: str, new: str):
    assert set(weights(old, new)) <= {"routine"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Der Rat ist für die Öffnung von Hafen.", "Der Rat ist für die Öffnung von Häfen."),
        ("Die Lotsen arbeiten in der Grenze und für das Land.", "Die Lotsen arbeiten an der Grenze und für das Land."),
        ("增长率为2.5%，部长们表示欢迎。", "增长率为3.5%，部长们表示欢迎。"),
        ("기금은 50억원까지 지원한다.", "기금은 50억원부터 지원한다."),
        ("Министры потребовали открытия порта.", "Министры призвали к открытию портов."),
        (
            "Les membres du Conseil ont vu les ports et les mines.",
            "Les membres du Conseil ont vu les ports ou les mines.",
        ),
    ],
)
def test_what_english_words_would_fold_is_news(old: str, new: str):
    assert "news" in weights(old, new)
    assert "routine" not in weights(old, new)


NEGATIONS = {
    "fr": (
        "Le Conseil des ports reconnaît le scrutin dans la ville.",
        "Le Conseil des ports ne reconnaît pas le scrutin dans la ville.",
    ),
    "es": (
        "El Consejo de los puertos reconoce el voto en la isla.",
        "El Consejo de los puertos no reconoce el voto en la isla.",
    ),
    "de": (
        "Der Rat der Häfen erkennt die Wahl auf der Insel an.",
        "Der Rat der Häfen erkennt die Wahl auf der Insel nicht an.",
    ),
    "pt": (
        "Os ministros dos portos reconhecem o voto em Orlo.",
        "Os ministros dos portos não reconhecem o voto em Orlo.",
    ),
    "ru": ("Совет признает голосование.", "Совет не признает голосование."),
    "zh": ("理事会承认该投票。", "理事会不承认该投票。"),
    "ja": ("理事会はその投票を認めた。", "理事会はその投票を認めなかった。"),
    "ko": ("이사회는 그 투표를 인정한다.", "이사회는 그 투표를 인정하지 않는다."),
    "ar": ("يعترف المجلس بالتصويت في الجزيرة.", "لا يعترف المجلس بالتصويت في الجزيرة."),
}


@pytest.mark.parametrize("code", NEGATIONS)
@pytest.mark.parametrize("step", [1, -1])
def test_a_negation_that_comes_or_goes_is_an_error(code: str, step: int):
    report = compared(*NEGATIONS[code][::step])
    assert report.old.language == code
    assert [one.severity for one in report.annotations] == ["error"]
    assert {shift.weight for shift in report.shifts} == {"news"}


@pytest.mark.parametrize("code", NEGATIONS)
def test_a_report_says_when_rules_know_negation_alone(code: str):
    old, new = NEGATIONS[code]
    name = load(code).name
    told = f"Of {name} the rules know negation alone: no direction is given."
    assert (told in compared(old, new).notices) == (code not in {"fr", "es"})
    assert (
        told.replace(f"Of {name} the rules know negation alone", f"No rule pack reads {name}")
        in stmtdiff.compare(
            stmtdiff.parse(old), stmtdiff.parse(new), settings=stmtdiff.Settings(packs=("climate",))
        ).notices
    )


def test_a_text_in_no_known_language_is_said_to_be_one():
    report = compared(POLISH, POLISH.replace("głębokie ", ""))
    assert is_foreign(POLISH)
    assert any(notice.startswith("The language of both texts is not known, or not clear") for notice in report.notices)
    assert not is_foreign("No | Port\n\n1 | Brevia\n\n2 | Karrow")


def run(*arguments: str | Path) -> tuple[str, str]:
    """Return what a command writes to standard output and to standard error."""
    from typer.testing import CliRunner

    from stmtdiff.cli.app import app

    shown = CliRunner().invoke(app, [str(one) for one in arguments])
    return shown.stdout, shown.stderr


def test_formats_without_a_place_for_it_say_it_beside(tmp_path: Path):
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    for path, text in zip((old, new), NEGATIONS["ru"], strict=True):
        path.write_text(text, "utf-8")
    for arguments in (("diff", old, new, "-f", "csv"), ("brief", new, "--against", old, "-f", "csv")):
        shown, told = run(*arguments)
        assert "RUS101" in shown
        assert "Of Russian the rules know negation alone" in told
    assert "negation alone" in run("diff", old, new, "-o", tmp_path / "redline.docx")[1]
    shown, told = run("diff", old, new, "-f", "json")
    assert (json.loads(shown)["notices"], told) == (
        ["Of Russian the rules know negation alone: no direction is given."],
        "",
    )


def test_an_outline_names_the_language_and_shows_words_without_spaces(tmp_path: Path):
    path = tmp_path / "statement.txt"
    path.write_text(NEGATIONS["ja"][0], "utf-8")
    assert "language Japanese" in run("outline", path)[0]
    path.write_text(POLISH, "utf-8")
    assert "language not known; read as English" in run("outline", path)[0]
    path.write_text("The Panel met in Orlo.", "utf-8")
    assert "language" not in run("outline", path)[0]
    assert _first_words("閣僚は港への攻撃を強く非難した。", 15) == "閣僚は港へ..."


def test_a_row_of_a_brief_is_named_by_its_paragraph_where_noun_phrases_are_not_known(tmp_path: Path):
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    for path, text in zip((old, new), NEGATIONS["ru"], strict=True):
        path.write_text(f"Заявление министров\n\n{text}", "utf-8")
    assert "\nParagraph 2: " in run("brief", new, "--against", old)[0]


def test_a_brief_of_an_arabic_text_runs_from_right_to_left(tmp_path: Path):
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    for path, text in zip((old, new), NEGATIONS["ar"], strict=True):
        path.write_text(text, "utf-8")
    page = run("brief", new, "--against", old, "-f", "html")[0]
    assert page.count('<td dir="auto"><q>') == 2
    assert '<p class="headline" dir="auto">' in page


def test_the_life_of_a_phrase_says_what_is_not_read_in_its_language():
    entries = [("2024", stmtdiff.parse(NEGATIONS["ru"][0])), ("2025", stmtdiff.parse(NEGATIONS["ru"][1]))]
    told = stmtdiff.history(entries, "голосование").summary
    assert told == "In 2024 and 2025. Who says it, and how, is not read in Russian."
    english = [(year, stmtdiff.parse("The Panel met in Orlo.")) for year in ("2024", "2025")]
    assert "not read" not in stmtdiff.history(english, "panel").summary


def test_wordings_are_put_in_order_by_the_rules_of_their_language():
    wordings = ["préoccupation", "vive préoccupation"]
    assert by_strength(wordings, language="fr").wordings == ("vive préoccupation", "préoccupation")


def test_a_chinese_formula_is_shown_from_the_border_of_a_word():
    entries = [
        ("2024", stmtdiff.parse("声明\n\n部长们对局势表示严重关切。")),
        ("2025", stmtdiff.parse("声明\n\n部长们对局势表示关切。")),
    ]
    life = stmtdiff.history(entries, "严重关切")
    assert [one.wordings("formula") for one in life.entries] == [("严重关切",), ()]
    assert [one.mark for one in life.entries] == ["first", "vanished"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Les ministres des ports ont prorogé jusqu'au 31 décembre 2026 le mandat dans le nord.", None),
        ("Los ministros de los puertos prorrogaron hasta el 31 de diciembre de 2026 el mandato en el norte.", None),
        ("장관 성명\n\n2024년 7월 12일 전체회의에서 장관들이 모였다.", "2024-07-12"),
        ("部长们于2024年7月12日前往奥洛举行会议。", "2024-07-12"),
        ("Министры встретились в Орло с 11 по 12 июля 2024 г. в порту.", "2024-07-12"),
    ],
)
def test_a_day_that_is_a_limit_is_not_the_statements_own(text: str, day: str | None):
    found = stmtdiff.parse(text).dateline.date
    assert (found.isoformat() if found else None) == day
