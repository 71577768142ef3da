"""Each language is one value of words, found by the text itself; statements are cut and dated by it."""

import ast
import datetime
import re
import subprocess
import sys

import pytest
from conftest import ROOT

import stmtdiff
from stmtdiff.languages import ENGLISH, code_of, is_foreign, language_of, load
from stmtdiff.languages import english as words_of_english
from stmtdiff.model import Forum, Statement
from stmtdiff.outline.dateline import find_dateline
from stmtdiff.phrases import PhraseSet, compile_phrase
from stmtdiff.sentences import sentences
from stmtdiff.shifts.change import Known
from stmtdiff.spans import Span
from stmtdiff.values import worded_values
from stmtdiff.words import words

CODES = ("en", "fr", "es", "de", "pt", "ru", "zh", "ja", "ko", "ar")

FRENCH = """Communiqué final

Les ministres des pays riverains se sont réunis à Orlo, le 12 juillet 2024, pour la dix-septième réunion annuelle du \
Forum des ports. M. Orr et Mme Vann ont présidé les débats. Ils ont pris note de l'art. 5 du traité.

Le président a déclaré : « Nous ne céderons pas. » Les ministres ont exprimé leur vive préoccupation."""

SPANISH = """Comunicado conjunto

Los ministros de los países ribereños se reunieron en San José de Orlo el 3 de mayo de 2023 con motivo de la vigésima \
novena reunión del Foro. El Sr. Orr y la Sra. Vann presidieron el debate. Tomaron nota de la pág. 12 del informe.

¿Qué queda por hacer? Los ministros volverán a tratar el asunto."""


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, language_of(text))]


def told(statement: Statement) -> tuple[str, datetime.date | None, int | None, str]:
    line = statement.dateline
    return statement.language, line.date, line.ordinal, line.place.of(statement.text) if line.place else ""


def test_a_french_statement_is_cut_and_dated_in_french():
    statement = stmtdiff.parse(FRENCH)
    assert told(statement) == ("fr", datetime.date(2024, 7, 12), 17, "Orlo")
    assert [sentence.span.of(FRENCH) for sentence in statement.sentences[2:]] == [
        "M. Orr et Mme Vann ont présidé les débats.",
        "Ils ont pris note de l'art. 5 du traité.",
        "Le président a déclaré : « Nous ne céderons pas. »",
        "Les ministres ont exprimé leur vive préoccupation.",
    ]


def test_a_spanish_statement_is_cut_and_dated_in_spanish():
    statement = stmtdiff.parse(SPANISH)
    assert told(statement) == ("es", datetime.date(2023, 5, 3), 29, "San José de Orlo")
    assert [sentence.span.of(SPANISH) for sentence in statement.sentences[2:]] == [
        "El Sr. Orr y la Sra. Vann presidieron el debate.",
        "Tomaron nota de la pág. 12 del informe.",
        "¿Qué queda por hacer?",
        "Los ministros volverán a tratar el asunto.",
    ]


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        (
            "Déclaration de la XIXe réunion des ministres du Forum\n\nOrlo, le 1er mai 2024\n\nLes ministres des ports "
            "ont pris note du rapport.",
            ("fr", datetime.date(2024, 5, 1), 19, "Orlo"),
        ),
        (
            "Les dirigeants du Forum, réunis au Havre du 11 au 12 août 2025 pour la 22e session, ont salué le rapport. "
            "La vingt-troisième session est dans un an.",
            ("fr", datetime.date(2025, 8, 12), 22, "Havre"),
        ),
        (
            "Les ministres du Forum ont salué le rapport sur les ports. Ils décident de se réunir à Orlo en 2026.",
            ("fr", None, None, ""),  # a meeting to come is not this one
        ),
        (
            "Declaración de la XXIX Reunión de Ministros del Foro\n\nLisanne, 3 de marzo de 2023\n\nLos ministros de "
            "los puertos tomaron nota del informe.",
            ("es", datetime.date(2023, 3, 3), 29, "Lisanne"),
        ),
        (
            "La decimoséptima reunión del Foro se celebró en Orlo del 11 al 12 de julio de 2025 con los ministros.",
            ("es", datetime.date(2025, 7, 12), 17, "Orlo"),
        ),
        (
            "Los ministros del Foro saludaron el informe en el que se da cuenta de las obras. Se reunirán en Orlo.",
            ("es", None, None, ""),
        ),
    ],
)
def test_what_a_statement_says_of_its_meeting(text: str, dateline: tuple[str, datetime.date | None, int | None, str]):
    assert told(stmtdiff.parse(text)) == dateline


@pytest.mark.parametrize(
    ("text", "day", "first"),
    [
        ("Die Minister trafen sich am 12. Juli 2024 in Orlo. Das 3. Treffen ist nicht geplant.", (2024, 7, 12), 50),
        (
            "Os ministros reuniram-se em Orlo em 1º de março de 2024. O Sr. Orr não falou com eles.",
            (2024, 3, 1),
            56,
        ),
        ("Министры встретились в Орло 11-12 июля 2024 г. в порту. Они приняли к сведению доклад.", (2024, 7, 12), 55),
        ("部长们于2024年7月12日在奥洛举行会议。会议表示关切。", (2024, 7, 12), 22),
        ("閣僚は2024年7月12日にオルロで会合した。懸念が表明された。", (2024, 7, 12), 23),
        ("장관들은 2024년 7월 12일 오를로에서 모였다. 그들은 우려를 표명했다.", (2024, 7, 12), 28),
        ("اجتمع الوزراء في أورلو في 12 تموز/يوليو 2024. وأعربوا عن قلقهم؟ نعم.", (2024, 7, 12), 45),
    ],
)
def test_days_and_sentence_ends_of_other_languages(text: str, day: tuple[int, int, int], first: int):
    statement = stmtdiff.parse(text)
    assert statement.dateline.date == datetime.date(*day)
    assert statement.sentences[0].span.end == first
    assert len(statement.sentences) > 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cf. le rapport des ports. La S.E.M. Orr est venu, etc. Les membres ont salué le texte.", 3),
        ("Les ports sont ouverts ! Dans les eaux du nord, la pêche est libre. « Est-ce sûr ? » Nul ne le sait.", 4),
        ("El informe trata de la pesca, los puertos, etc. Los miembros lo saludaron con el Dr. Orr.", 2),
        ("Der Rat nahm den Bericht gem. Art. 5 und Nr. 7 zur Kenntnis. Die Arbeit von Dr. Orr ist nicht beendet.", 2),
        ("Die Gruppe trat am 3. Mai 2024 zusammen. Im Jahr 2025. Das ist nicht neu für die Minister.", 3),
    ],
)
def test_abbreviations_and_ordinals_end_no_sentence(text: str, expected: int):
    assert len(cut(text)) == expected, cut(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Council met.",
        "Concern",
        "",
        "1. 2. 3.",
        "Leaders met in Las Palmas, Los Cabos and Le Havre, with the Comte de la Tour and Mme du Pont in the chair.",
        "Roll: de la Cruz, du Val, von der Heide, dos Reis, los Santos",
    ],
)
def test_what_is_not_known_for_another_language_is_read_as_english(text: str):
    assert language_of(text) is ENGLISH


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_what_a_statement_is_dated_and_cut_by(code: str):
    language = load(code)
    assert language.code == code
    assert language is load(code)
    assert len(language.months) == 12
    assert len(language.weekdays) == 7
    assert all(name and name.strip() == name for forms in (*language.months, *language.weekdays) for name in forms)
    assert language.negations
    assert code == "en" or language.dates


@pytest.mark.parametrize("code", CODES)
def test_sets_of_words_are_in_small_letters_and_patterns_compile(code: str):
    language = load(code)
    sets = [getattr(language, name) for name in language.__slots__]
    assert all(word == word.lower() for words in sets if isinstance(words, frozenset) for word in words)
    alternatives = [*language.met, *language.own, *language.ahead, *language.no_places, *language.not_counted]
    assert all(re.compile(one) for one in alternatives)


SHORT = {
    "es": (
        "El Consejo condena el ataque. Pide la paz.",
        "Los ministros saludaron la tregua. Acordaron reunirse otra vez en Orlo.",
        "Ministros reunidos en Orlo. Rechazamos toda amenaza contra los barcos. Seguiremos unidos.",
        "Comunicado conjunto. Las delegaciones lamentan el cierre del puerto. Exigen su apertura.",
    ),
    "fr": (
        "Le Conseil condamne l'attaque. Nous demandons la paix.",
        "Le Conseil s'est réuni à La Haye (The Hague). Il condamne cette attaque.",
        "Les ministres saluent la trêve. Ils se réuniront à Orlo. Aucune sanction n'est levée.",
        "Nous restons unis. Toute menace contre nos navires sera condamnée.",
    ),
    "de": (
        "Die Minister begrüßen die Waffenruhe. Sie treffen sich wieder in Orlo. Keine Sanktion wird aufgehoben.",
        "Der Rat will in Orlo tagen. Er will in Vann beraten.",
        "Wir bleiben geeint. Jede Drohung gegen unsere Schiffe wird verurteilt.",
    ),
    "pt": (
        "Os ministros saudaram a trégua. Voltarão a reunir-se em Orlo. Nenhuma sanção foi suspensa.",
        "Comunicado final. A delegação lamenta o fechamento do porto. Exige a sua reabertura.",
        "Continuamos unidos. Toda ameaça contra os nossos navios será condenada.",
    ),
    "ru": ("Совет осуждает нападение. Он требует мира.",),
    "zh": ("理事会谴责袭击。理事会呼吁和平。",),
    "ja": ("理事会は攻撃を非難した。平和を求める。",),
    "ko": ("이사회는 공격을 규탄한다. 평화를 요구한다.",),
    "ar": ("يدين المجلس الهجوم. ويدعو إلى السلام.",),
    "en": (
        "The Council condemns the attack. It calls for peace.",
        "Ministers met in Osk on 3 May 2024.",
        "Ministers deplored attacks. No sanctions were lifted.",
        "Ministers visited Las Palmas, Los Cabos and Le Havre.",
        "Inflation remains elevated. Members will act.",
    ),
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in SHORT.items() for text in texts])
def test_two_or_three_sentences_tell_their_language(code: str, text: str):
    assert (code_of(text), is_foreign(text)) == (code, False)


@pytest.mark.parametrize(
    "text",
    [
        "O Conselho condena o ataque. Pede a paz.",  # "o" and "a" are Spanish too
        "Il Consiglio condanna l'attacco. Chiede la pace.",
        "De Raad veroordeelt de aanval. Hij vraagt om vrede.",
        "Rada potępia atak. Rada wzywa do pokoju w regionie.",
        "Rådet fördömer attacken. Det kräver fred i regionen.",
        "Consiliul condamnă atacul. Cere pace în regiune și în porturi.",
    ],
)
def test_where_few_words_do_not_tell_the_language_a_notice_says_so(text: str):
    statement = stmtdiff.parse(text)
    assert statement.language == "en"
    assert is_foreign(text)
    told = "The language of both texts is not known, or not clear from so few words: it is read as English."
    assert told in stmtdiff.compare(statement, stmtdiff.parse(f"{text} 2031")).notices


def test_of_a_word_or_two_nothing_is_said():
    """Names are names in every language, and nobody wants to be told that."""
    assert not any(map(is_foreign, ("Rain.", "Orlo, Vann", "Orlo, 3. 5. 2031", "", "12 | 14")))


def test_common_words_belong_to_one_language():
    owners = [(word, code) for code in CODES for word in load(code).common]
    assert len({word for word, _ in owners}) == len(owners)


@pytest.mark.parametrize(
    ("code", "word", "number"),
    [
        ("fr", "vingt-et-unième", 21),
        ("fr", "première", 1),
        ("es", "trigésimo-segundo", 32),
        ("es", "decimosexta", 16),
    ],
)
def test_ordinals_are_worth_a_number(code: str, word: str, number: int):
    assert load(code).ordinals[word] == number


@pytest.mark.parametrize(
    ("code", "text", "number", "shown"),
    [
        ("en", "Statement of the One Hundred and Twenty-first Session", 121, "One Hundred and Twenty-first"),
        ("en", "Statement of the Seventy\u2011ninth Session", 79, "Seventy\u2011ninth"),
        ("en", "Statement of the two hundredth meeting", 200, "two hundredth"),
        ("fr", "Communiqué de la soixante-dix-neuvième session", 79, "soixante-dix-neuvième"),
        ("fr", "Communiqué de la quatre-vingt-onzième session", 91, "quatre-vingt-onzième"),
        ("fr", "Communiqué de la cent vingt et unième session", 121, "cent vingt et unième"),
        ("fr", "Communiqué de la deux centième session", 200, "deux centième"),
        ("es", "Comunicado de la septuagésima novena sesión", 79, "septuagésima novena"),
        ("es", "Comunicado de la vigésimo primera sesión", 21, "vigésimo primera"),
        ("es", "Comunicado de la centésima vigésima primera sesión", 121, "centésima vigésima primera"),
        ("es", "Comunicado de la ducentésima sesión", 200, "ducentésima"),
    ],
)
def test_an_ordinal_of_several_words_is_read_whole(code: str, text: str, number: int, shown: str):
    """Its last word alone would be another meeting: "one hundred and first" is not the first."""
    language = load(code)
    line = find_dateline(text, [Span(0, len(text))], language)
    assert (line.ordinal, line.ordinal_span and line.ordinal_span.of(text)) == (number, shown)
    assert [(one.kind, one.high) for one in worded_values(text, language)] == [("ordinal", number)]


def test_the_words_of_english_have_no_set_twice():
    """Two sets with the same words would be one set with two names."""
    sets = {name: value for name, value in vars(words_of_english).items() if isinstance(value, frozenset)}
    twins = [(one, other) for one in sets for other in sets if one < other and sets[one] == sets[other]]
    assert twins == []


# What sentences of our own are made of, how Word writes numbers, and names of encodings.
ELSEWHERE = {"timeline/telling.py", "loaders/docx/counting.py", "loaders/decoding.py"}


def test_no_other_room_has_a_list_of_words() -> None:
    """A list of five plain words and more stands in `languages`, where it has its reason and no twin."""
    package = ROOT / "stmtdiff"
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix()
        if name.startswith(("languages/", "renderers/", "cli/")) or name in ELSEWHERE:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_split = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split"
            if is_split and isinstance(node.func.value, ast.Constant):
                listed = re.findall("[a-z]{2,}", str(node.func.value.value))
                assert len(listed) < 5, f"{path}:{node.lineno}: {listed[:5]}"


def test_what_turns_a_sentence_is_known_in_the_languages_of_both_sides() -> None:
    french, english = stmtdiff.parse(FRENCH), stmtdiff.parse("The Council met in Orlo.")
    assert {"pas", "jamais", "not", "cannot"} <= Known.of((english, french), Forum()).negations
    assert "pas" not in Known.of((english, english), Forum()).negations


def test_a_time_from_which_something_holds_is_news() -> None:
    old = stmtdiff.parse("The harbour is closed to trawlers from this year.")
    new = stmtdiff.parse("The harbour is closed to trawlers.")
    assert [shift.routine for shift in stmtdiff.compare(old, new).shifts] == [False]


def test_a_list_of_equals_may_be_joined_by_any_of_their_words() -> None:
    old = stmtdiff.parse("They met Ostrel & Brevia on the island.")
    new = stmtdiff.parse("They met Brevia & Ostrel on the island.")
    assert all(shift.routine for shift in stmtdiff.compare(old, new).shifts)


def test_a_mark_that_ends_a_sentence_in_any_script_bounds_a_phrase() -> None:
    text = "理事会は懸念を表明した！平和を求める。"
    phrase = compile_phrase("懸 念 ... 平 和")
    assert not PhraseSet([phrase]).find(words(text))


def test_an_english_text_loads_no_other_language():
    program = (
        "import sys, stmtdiff; stmtdiff.parse('The Council met in Orlo. It noted the report.');"
        "print(*sorted(name for name in sys.modules if name.startswith('stmtdiff.languages.')))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = {name.rpartition(".")[2] for name in run.stdout.split()}
    assert loaded - {"marks"} == {"english", "language", "telling"}  # marks are of no language


def test_the_tag_of_a_text_is_empty_where_nobody_knows_it():
    assert code_of("Rada wyraża głębokie zaniepokojenie.") == ""


def marked(old: str, new: str) -> list[tuple[str, str, str, str]]:
    """Return the shifts of two texts: kind, weight, words that went, words that came."""
    report = stmtdiff.compare(stmtdiff.parse(old), stmtdiff.parse(new))
    return [
        (
            shift.kind,
            shift.weight,
            shift.old.of(report.old.text) if shift.old else "",
            shift.new.of(report.new.text) if shift.new else "",
        )
        for shift in report.shifts
    ]


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        (
            "Les membres du Conseil sont pour un accès complet, sûr et sans entrave dans la région.",
            "Les membres du Conseil sont pour un accès sûr dans la région.",
            "complet, sûr et sans entrave",
            "sûr",
        ),
        (
            "Les membres du Conseil sont pour le retrait immédiat et inconditionnel des troupes.",
            "Les membres du Conseil sont pour le retrait immédiat des troupes.",
            "immédiat et inconditionnel",
            "immédiat",
        ),
        (
            "Los ministros de los puertos exigieron el acceso pleno, seguro y sin trabas a los campamentos.",
            "Los ministros de los puertos exigieron el acceso seguro a los campamentos.",
            "pleno, seguro y sin trabas",
            "seguro",
        ),
        (
            "Die Minister forderten die vollständige, überprüfbare und unumkehrbare Schließung der Mine.",
            "Die Minister forderten die vollständige Schließung der Mine.",
            "vollständige, überprüfbare und unumkehrbare",
            "vollständige",
        ),
        (
            "Os ministros dos portos exigiram uma retirada completa, verificável e irreversível das tropas.",
            "Os ministros dos portos exigiram uma retirada completa das tropas.",
            "completa, verificável e irreversível",
            "completa",
        ),
        (
            "Министры потребовали полного, безопасного и беспрепятственного доступа в город.",
            "Министры потребовали безопасного доступа в город.",
            "полного, безопасного и беспрепятственного",
            "безопасного",
        ),
        ("部长们要求全面、安全和持久的准入。", "部长们要求安全的准入。", "全面、安全和持久的", "安全的"),
        ("部长们要求安全和持久的准入。", "部长们要求安全的准入。", "安全和持久的", "安全的"),
        ("閣僚は完全、安全かつ自由な航行を求めた。", "閣僚は安全な航行を求めた。", "完全、安全かつ自由な", "安全な"),
        (
            "장관들은 완전하고 안전하며 자유로운 접근을 요구하였다.",
            "장관들은 안전한 접근을 요구하였다.",
            "완전하고 안전하며 자유로운",
            "안전한",
        ),
    ],
)
def test_a_list_of_qualifiers_that_lost_members_is_one_shift(old: str, new: str, gone: str, come: str):
    assert marked(old, new) == [("qualifier", "news", gone, come)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Les ministres des ports ont vu les mines, les lacs et la ville.",
            "Les ministres des ports ont vu les mines et la ville.",
        ),
        ("Los ministros vieron las minas, los lagos y la ciudad.", "Los ministros vieron las minas y la ciudad."),
    ],
)
def test_a_list_of_things_is_no_list_of_qualifiers(old: str, new: str):
    assert "qualifier" not in [kind for kind, *_ in marked(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        (
            "Le Conseil ne reconnaît pas le scrutin dans la ville.",
            "Le Conseil reconnaît le scrutin dans la ville.",
            "pas",
        ),
        ("El Consejo no reconoce el voto en la ciudad.", "El Consejo reconoce el voto en la ciudad.", "no"),
        ("Der Rat erkennt die Wahl in der Stadt nicht an.", "Der Rat erkennt die Wahl in der Stadt an.", "nicht"),
        ("O Conselho não reconhece os votos em Orlo.", "O Conselho reconhece os votos em Orlo.", "não"),
        ("Совет не признает голосование.", "Совет признает голосование.", "не"),
        ("理事会不承认该投票。", "理事会承认该投票。", "不"),
        ("理事会はその投票を認めない。", "理事会はその投票を認める。", "ない"),
        ("이사회는 그 투표를 인정하지 않는다.", "이사회는 그 투표를 인정한다.", "않는다"),
        ("لا يعترف المجلس بالتصويت.", "يعترف المجلس بالتصويت.", "لا"),
    ],
)
def test_a_negation_that_goes_is_news_in_every_language(old: str, new: str, word: str):
    for before, after in ((old, new), (new, old)):
        found = marked(before, after)
        assert {weight for _, weight, *_ in found} == {"news"}
        assert any(word in gone or word in come for _, _, gone, come in found)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("閣僚は無条件の解放を要求した。", "閣僚は無条件の解放を求めた。", [("要求した", "求めた")]),
        ("閣僚は強く停戦を求めた。", "閣僚は停戦を求めた。", [("強く", "")]),
        ("部长们强烈谴责的行为。", "部长们谴责的举动。", [("强烈", ""), ("行为", "举动")]),
    ],
)
def test_a_word_without_spaces_is_not_cut_around_a_character(old: str, new: str, expected: list[tuple[str, str]]):
    assert [(gone, come) for _, _, gone, come in marked(old, new)] == expected


def test_a_noun_before_its_qualifiers_parts_them_from_the_verb():
    found = marked(
        "Les membres du Conseil exigent le retrait immédiat et inconditionnel des troupes dans le port.",
        "Les membres du Conseil appellent au retrait immédiat des troupes dans le port.",
    )
    assert [(gone, come) for _, _, gone, come in found] == [
        ("exigent le", "appellent au"),
        ("immédiat et inconditionnel", "immédiat"),
    ]
