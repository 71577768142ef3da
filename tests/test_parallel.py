"""One statement in two languages: rows that belong together, and what differs in them. All texts are fiction."""

import json
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from support.command import run
from test_schema import SCHEMAS

import stmtdiff
from stmtdiff.languages import load
from stmtdiff.parallel import Parallel, parallel
from stmtdiff.parallel.lists import lists
from stmtdiff.values import plain_values, worded_values

FOLDER = ROOT / "docs" / "examples" / "parallel"
FILES = [FOLDER / "en.txt", FOLDER / "fr.txt"]
EXAMPLE = parallel(*map(stmtdiff.load, FILES))
SAME = (
    "The Ministers of Ostrel met in Orlo on 12 July 2024. They will meet again in the third quarter.",
    "Les ministres de l'Ostrel se sont réunis à Orlo le 12.07.2024. Ils se réuniront au troisième trimestre.",
)


def set_against(one: str, other: str) -> Parallel:
    return parallel(stmtdiff.parse(one), stmtdiff.parse(other))


def told(result: Parallel) -> list[tuple[str, str, str]]:
    """Return the differences: kind, words of the one side, words of the other."""
    return [
        (
            each.kind,
            each.one.of(result.one.text) if each.one else "",
            each.other.of(result.other.text) if each.other else "",
        )
        for each in result.differences
    ]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("en", "$1.5bn, 5 million and 2,500 on 18.10.2023", ["1500000000", "5000000", "2500", "2023-10-18"]),
        ("fr", "1,5 milliard, 5 millions et 2 500 le 18 octobre 2023", ["1500000000", "5000000", "2500", "2023-10-18"]),
        ("es", "3 mil millones, 2.500 y 1,5 el 18 de octubre de 2023", ["3000000000", "2500", "3/2", "2023-10-18"]),
        ("de", "1,5 Milliarden und 2.500 am 18. Oktober 2023", ["1500000000", "2500", "2023-10-18"]),
        ("pt", "5 milhões e 2.500 em 18 de outubro de 2023", ["5000000", "2500", "2023-10-18"]),
        ("ru", "1,5 млрд, 5 тысяч 18 октября 2023 года", ["1500000000", "5000", "2023-10-18"]),
        ("zh", "2023年10月18日，50万元，1.5亿", ["2023-10-18", "500000", "150000000"]),
        ("ja", "2023年10月18日、50万円", ["2023-10-18", "500000"]),
        ("ko", "2023년 10월 18일, 50만 명", ["2023-10-18", "500000"]),
        ("ar", "5 ملايين في 18 أكتوبر 2023", ["5000000", "2023-10-18"]),
        ("en", "2016/1675, 010.001; by 3 March; they may 5 times", ["2016/1675", "010.001", "3", "3", "5"]),
    ],
)
def test_every_language_writes_the_same_worth_in_its_own_way(code: str, text: str, found: list[str]):
    assert [str(value.high) for value in plain_values(text, load(code))] == found


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("en", "the third of twenty-seven", [3, 27]),
        ("fr", "le premier, quatre-vingt-douze, vingt et un, dix-septième, soixante-dix", [1, 92, 21, 17, 70]),
        ("es", "treinta y cinco, veintiún, la segunda", [35, 21, 2]),
        ("de", "siebenundzwanzig, zwölf", [27, 12]),
        ("pt", "vinte e cinco, duas", [25, 2]),
        ("ru", "двадцать семь", []),
    ],
)
def test_numbers_in_words_are_read_where_the_words_are_known(code: str, text: str, found: list[int]):
    assert [value.high for value in worded_values(text, load(code))] == found


@pytest.mark.parametrize(
    ("code", "text", "members"),
    [
        ("en", "It met Ostrel, Brevia, and Kell today.", [3]),
        ("fr", "une fermeture complète, vérifiable et irréversible", [3]),
        ("es", "el acceso pleno, seguro y sin trabas", [3]),
        ("de", "Häfen, Molen, Kräne und Schiffe", [4]),
        ("ru", "полной, проверяемой и необратимой", [3]),
        ("en", "It met, and it rose.", []),
        ("zh", "完全、可核查和不可逆", []),
    ],
)
def test_members_of_a_list_are_counted(code: str, text: str, members: list[int]):
    assert [found.members for found in lists(text, load(code))] == members


def test_the_example_tells_the_differences_that_were_put_into_it():
    assert [kind for kind, _, _ in told(EXAMPLE)] == ["date", "list", "number", "list"]
    assert ("date", "30 June 2026", "30 juin 2027") in told(EXAMPLE)
    assert ("number", "three", "quatre") in told(EXAMPLE)
    assert not EXAMPLE.notices


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (*SAME, []),
        ("The fund of 12 ships grew to 15 in the north.", "Le fonds de douze navires est passé à 16 dans le nord.",
         [("number", "15", "16")]),
        ("The Council of the ports noted document 2016/44.", "Le Conseil des ports a pris note du document 2016/45.",
         [("document", "2016/44", "2016/45")]),
        ("It is for Brevia to act. It is for Ostrel to pay in the port.\n\nThe Council heard Brevia and then Ostrel.",
         "C'est à Brevia d'agir, et de payer dans le port.\n\nLe Conseil a entendu les Ostrel et les Brevia.",
         []),  # a name that is on neither side alone
        ("The Council asked that Brevia pay for the port.\n\nThe Council and the members heard Brevia and Ostrel.",
         "Le Conseil a prié la ville de Ostrel de payer.\n\nLe Conseil a entendu ceux de Brevia et de Ostrel.",
         [("name", "Brevia", "Ostrel")]),
        ("The Council of the ports met in the city in July 2024.", "Le Conseil des ports et des villes en juin 2024.",
         [("date", "July", "juin")]),
    ],
)  # fmt: skip
def test_a_planted_difference_is_told_and_nothing_else(one: str, other: str, expected: list[tuple[str, str, str]]):
    assert told(set_against(one, other)) == expected


def test_a_paragraph_that_one_language_lacks_is_told_whole():
    one = "\n\n".join(
        f"{n}. The Council of the ports noted {n * 11} ships in the harbour of Orlo." for n in range(1, 7)
    )
    rows = [f"{n}. Le Conseil des ports a noté {n * 11} navires dans le port de Orlo." for n in range(1, 7) if n != 4]
    result = set_against(one, "\n\n".join(rows))
    assert told(result) == [("paragraph", "4. The Council of the ports noted 44 ships in the harbour of Orlo.", "")]


def test_a_paragraph_may_be_two_in_the_other_language():
    one = (
        "The Council of the ports met on 3 May 2024. The fund has 120 crowns.\n\nThe ships of 2019 are in the harbour."
    )
    other = (
        "Le Conseil des ports a siégé le 3 mai 2024.\n\nLe fonds a 120 couronnes.\n\nLes navires de 2019 sont au port."
    )
    result = set_against(one, other)
    assert [(row.one, row.other) for row in result.rows] == [((0,), (0, 1)), ((1,), (2,))]
    assert not result.differences


def test_what_could_not_be_judged_is_said():
    result = set_against("The 7 ministers of the ports met in the city.", "Семь министров портов встретились в городе.")
    assert not result.differences
    assert any("1 small figure in English" in notice and "Russian" in notice for notice in result.notices)
    unknown = set_against("The ministers of the ports met in the city.", "Zxcv qwer tyui 7 opas.")
    assert any("is not known" in notice for notice in unknown.notices)
    same = set_against(SAME[0], SAME[0])
    assert any("Both texts are read as English" in notice for notice in same.notices)
    empty = set_against(SAME[0], "")
    assert any("has no text" in notice for notice in empty.notices)
    assert "Nothing could be compared" in stmtdiff.render(empty, "terminal")


WORDS = st.sampled_from(["12", "3 May 2024", "le", "the", "Orlo", "port,", "et", "and", "2016/7", "\n\n", "4.", "."])


@given(st.lists(WORDS, max_size=30), st.lists(WORDS, max_size=30))
def test_every_paragraph_of_each_side_is_in_one_row_in_order(one: list[str], other: list[str]):
    result = set_against(" ".join(one), " ".join(other))
    for side, statement in (("one", result.one), ("other", result.other)):
        found = [index for row in result.rows for index in getattr(row, side)]
        assert found == [paragraph.index for paragraph in statement.paragraphs]
    data = json.loads(stmtdiff.render(result, "json"))
    Draft202012Validator(SCHEMAS["parallel-1.json"]).validate(data)


@given(st.lists(WORDS, max_size=30))
def test_a_text_beside_itself_has_no_difference(words: list[str]):
    assert not set_against(" ".join(words), " ".join(words)).differences


def test_the_schema_refuses_what_it_does_not_know():
    data = EXAMPLE.to_dict()
    Draft202012Validator.check_schema(SCHEMAS["parallel-1.json"])
    assert Draft202012Validator(SCHEMAS["parallel-1.json"]).is_valid(data)
    assert not Draft202012Validator(SCHEMAS["parallel-1.json"]).is_valid(data | {"surprise": 1})


def test_a_page_has_both_languages_and_no_markup_of_a_text():
    page = stmtdiff.render(set_against("<script>alert(1)</script> 12 the ports", "Les ports dans le 13"), "html")
    assert "<script>" not in page
    assert page.count('<th scope="col">') == 2
    assert '<td dir="auto" lang="fr"><p>Ils' in stmtdiff.render(EXAMPLE, "html")


def test_the_command_shows_what_its_page_says():
    done = run("parallel", *FILES, "--width", "110")
    assert done.returncode == 0
    example = (ROOT / "docs" / "parallel.md").read_text(encoding="utf-8").split("```text\n")[1].split("```")[0]
    assert example.rstrip() in done.out
    assert "paragraph 5" not in done.out
    assert "Orlo" in run("parallel", *FILES, "--all").out


def test_the_exit_code_tells_a_difference_only_when_asked(tmp_path: Path):
    for name, text in zip("ab", SAME, strict=True):
        (tmp_path / name).with_suffix(".txt").write_text(text, encoding="utf-8")
    assert run("parallel", *FILES, "--exit-code").returncode == 1
    assert run("parallel", tmp_path / "a.txt", tmp_path / "b.txt", "--exit-code").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((FILES[0],), "Missing argument"),
        ((FILES[0], "missing.txt"), "missing.txt"),
        ((*FILES, "-f", "csv"), "there is no format 'csv'"),
        ((*FILES, "-o", FILES[0]), "en.txt"),
    ],
)
def test_what_cannot_be_done_is_said(arguments: tuple[str | Path, ...], said: str):
    done = run("parallel", *arguments)
    assert done.returncode == 2
    assert said in done.said
