"""Every complaint about a TOML file names the line and column of what is wrong."""

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from stmtdiff.errors import SettingsError
from stmtdiff.toml import Cursor, read_toml

TEXT = '''\
schema = "x/1" # not = "this"
"odd key".inner = [1, 2,
  { left = "a, [b] = ", right = ["p", "q"] }]

[top.sub]
long = """
left = 3
[[rule]]
"""

[[rule]]
code = "A1"
  [rule.extra]
  flag = true
[[rule]]
code = "A2"
fires = [{ old = "a", new = 'b' }, { old = "c" }]
'''


@dataclass(frozen=True, slots=True)
class Rule:
    code: str
    rank: int = 0
    day: datetime.date | None = None
    terms: tuple[str, ...] = ()


def inside(top: Cursor, way: tuple[str | int, ...]) -> Cursor:
    """Return the value that `way` leads to."""
    for step in way:
        top = top[step]
    return top


def test_a_key_has_the_place_where_it_is_written() -> None:
    top = read_toml(TEXT)
    for way in (
        ("schema",),
        ("odd key", "inner", 2, "right", 1),
        ("top", "sub", "long"),
        ("rule", 0, "code"),
        ("rule", 0, "extra", "flag"),
        ("rule", 1, "code"),
        ("rule", 1, "fires", 1, "old"),
    ):
        at = inside(top, way)
        line, column = at.place
        shown = TEXT.split("\n")[line - 1][column - 1 :]
        key = way[-1]
        assert shown.startswith(key if isinstance(key, str) else f'"{at.value}"')


def test_a_key_that_is_not_there_has_the_place_of_the_one_above() -> None:
    top = read_toml(TEXT)
    assert top["rule"][1]["absent"].place == top["rule"][1].place == (15, 1)
    assert top["absent"].place == (1, 1)
    for missing in (top["absent"], top["schema"]["inner"], top["rule"][7], top["rule"][7]["code"]):
        assert missing.value is None


@pytest.mark.parametrize(
    ("text", "place"), [("a = 1\nb = \n", (2, 5)), ("a = 'x", (1, 7)), ("a = 1\na = 2", (2, 6)), ("[a", (1, 3))]
)
def test_what_is_no_toml_is_refused_with_its_place(text: str, place: tuple[int, int]) -> None:
    with pytest.raises(SettingsError, match="this is not TOML") as caught:
        read_toml(text, name="pack.toml")
    assert (caught.value.path, caught.value.line, caught.value.column) == ("pack.toml", *place)


def test_files_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b"a = '\xe9'")
    for path, said in (
        (tmp_path / "no.toml", "no such file"),
        (tmp_path, "cannot be read"),
        (tmp_path / "latin.toml", "UTF-8"),
    ):
        with pytest.raises(SettingsError, match=said) as caught:
            read_toml(path)
        assert caught.value.path == path


def test_a_table_becomes_a_value() -> None:
    top = read_toml("code = 'A1'\nday = 2025-05-04\nterms = ['a', 'b']\nother = 1\n")
    rule = top.read(Rule, known=["other"])
    assert rule == Rule("A1", 0, datetime.date(2025, 5, 4), ("a", "b"))


@pytest.mark.parametrize(
    ("text", "said", "place"),
    [
        ("code = 'A1'\nrnak = 1", "unknown key 'rnak' .did you mean 'rank'", (2, 1)),
        ("code = 'A1'\nxyz = 1", "unknown key 'xyz' .known keys: code, day, rank, terms", (2, 1)),
        ("code = 'A1'\n  rank = 'x'", "'rank': expected `int`, got `str`", (2, 3)),
        ("code = 'A1'\nterms = ['a',\n 1]", "'terms': expected `str`, got `int`", (3, 2)),
        ("rank = 1", "the key 'code' is missing", (1, 1)),
    ],
)
def test_a_wrong_table_is_refused_with_its_place(text: str, said: str, place: tuple[int, int]) -> None:
    with pytest.raises(SettingsError, match=said) as caught:
        read_toml(text, name="pack.toml").read(Rule)
    assert (caught.value.path, caught.value.line, caught.value.column) == ("pack.toml", *place)


@pytest.mark.parametrize(
    ("text", "said", "place"),
    [
        ("a = 1\nrule = 'x'", r"'rule' must be a list of tables .write \[\[rule\]\]", (2, 1)),
        ("a = 1\nrule = [\n 3]", "a table is needed here", (3, 2)),
        ("rule = [{ code = 'A1' },\n { cod = 'A2' }]", "unknown key 'cod' .did you mean 'code'", (2, 4)),
    ],
)
def test_a_list_of_tables_is_refused_with_the_place_of_the_wrong_one(
    text: str, said: str, place: tuple[int, int]
) -> None:
    with pytest.raises(SettingsError, match=said) as caught:
        [table.read(Rule) for table in read_toml(text).tables("rule")]
    assert (caught.value.line, caught.value.column) == place


def test_what_is_made_of_a_value_complains_with_its_place() -> None:
    def small(word: str) -> str:
        if not word.islower():
            raise SettingsError(f"'{word}' is not small", hint="no capitals")
        return word

    top = read_toml("words = ['a',\n 'B']\nword = 'C'", name="pack.toml")
    assert top["absent"].each(small) == ()
    for make, said in (
        (lambda: top["words"].each(small), "pack.toml:2:2: 'B' is not small (no capitals)"),
        (lambda: top["word"].told(small), "pack.toml:3:1: 'C' is not small (no capitals)"),
    ):
        with pytest.raises(SettingsError) as caught:
            make()
        assert str(caught.value) == said


MONSTROUS = {
    "brackets in brackets": ("a = " + "[" * 5000 + "]" * 5000, "p.toml:1:1: .*brackets are nested too deeply"),
    "tables in tables": ("a = " + "{b = " * 3000 + "1" + "}" * 3000, "brackets are nested too deeply"),
    "5,000 figures": ("x = 1\na = " + "1" * 5000, "p.toml:2:5: .*a number has too many digits"),
    "5,000 figures of base 16": ("b = [1, 0x" + "f" * 5000 + "]", "p.toml:1:9: .*a number has too many digits"),
    "more than 64 bits": ("a = 9223372036854775808", "p.toml:1:1: .*a number has too many digits"),
    "a name of 40 KB": ("x = 1\r\n" + ".".join("a" * 20_000) + " = 1", "p.toml:2:1: .*more than 60 keys"),
    "a header of 40 KB": ("[" + " . ".join("a" * 20_000) + "]", "p.toml:1:2: .*more than 60 keys"),
    "a name in quotes": (".".join(["'a'"] * 20_000) + " = 1", "p.toml:1:1: .*more than 60 keys"),
    "more than a million characters": ("#" * 1_000_001, "p.toml: the file has more than 1,000,000 characters"),
}


@pytest.mark.parametrize(("text", "said"), MONSTROUS.values(), ids=list(MONSTROUS))
def test_what_would_break_the_reader_is_one_error(text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said) as caught:
        read_toml(text, name="p.toml")
    assert len(str(caught.value)) < 200


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no file without end")
def test_a_file_is_read_no_further_than_it_may_be_long() -> None:
    with pytest.raises(SettingsError, match="more than 1,000,000 characters"):
        read_toml(Path("/dev/zero"))


def test_names_that_no_file_can_have_are_said(tmp_path: Path) -> None:
    for name in ("a\0b", "\ud800", "x" * 5000):
        with pytest.raises(SettingsError, match=r"no file can have this name|the file cannot be read"):
            read_toml(tmp_path / name)


def test_what_is_only_long_is_read() -> None:
    """Dots in a string are no name, and the widest numbers of TOML are numbers."""
    text = f"wide = [9223372036854775807, -9223372036854775808]\n{'.'.join('a' * 59)} = 1\n"
    text += f"long = '{'a.' * 5000}' # {'b.' * 99}\n"
    assert read_toml(text)["wide"].value == [2**63 - 1, -(2**63)]


def test_a_long_word_of_others_is_cut_short() -> None:
    with pytest.raises(SettingsError, match=r"^p.toml:2:1: unknown key 'kk+ \.\.\. k+'") as caught:
        read_toml(f"a = 1\n{'k' * 900_000} = 1", name="p.toml").only(["a"])
    assert len(str(caught.value)) < 1_200


def test_a_sentence_of_an_error_has_an_end() -> None:
    said = str(SettingsError("m" * 5000, path="p" * 5000, line=1, column=2, hint="h" * 5000))
    assert len(said) < 3_100
    assert re.fullmatch(r"p+ \.\.\. p+:1:2: m+ \.\.\. m+ \(h+ \.\.\. h+\)", said)
