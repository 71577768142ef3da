"""Names that mean one thing: a phrase with one of them finds all, wherever phrases are looked for."""

from pathlib import Path

import pytest
from support.command import run

import stmtdiff
from stmtdiff.errors import SettingsError
from stmtdiff.forum import checked_names
from stmtdiff.phrases import compile_phrase, find, with_names
from stmtdiff.words import words

NAMES = frozenset({("DRO", "North Ostrel", "Democratic Republic of Ostrel")})
TEXTS = {
    2011: "1. The Panel met.\n\n2. It urged talks with the DRO on the ferries.",
    2012: "1. The Panel met.\n\n2. It urged talks with North Ostrel on the ferries.",
    2013: "1. The Panel met.\n\n2. It urged talks with the Democratic Republic of Ostrel on the ferries.",
}
ALIAS = '[[alias]]\nnames = ["DRO", "North Ostrel", "Democratic Republic of Ostrel"]\n'


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("DRO", "the Democratic Republic of Ostrel", True),
        ("north ostrel", "The DRO met.", True),
        ("talks with * DRO", "talks with the North Ostrel side", True),
        ("DROP", "North Ostrel", False),
        ("North Ostrel*", "the DRO", False),
        ("(talks|ties) with DRO", "ties with North Ostrel", True),
    ],
)
def test_one_name_finds_the_others(pattern: str, text: str, found: bool):
    assert bool(find([with_names(compile_phrase(pattern), NAMES)], words(text))) == found


def test_a_phrase_without_a_name_stays_as_it_is():
    phrase = compile_phrase("grave concern")
    assert with_names(phrase, NAMES) is phrase
    assert with_names(phrase, frozenset()) is phrase


@pytest.mark.parametrize("names", [["DRO"], ["DRO", "a|b"], ["DRO", " "], []])
def test_what_are_no_names_is_refused(names: list[str]):
    with pytest.raises(SettingsError):
        checked_names(names)


def test_a_history_follows_a_thing_by_all_its_names_and_cuts_none():
    statements = [(str(year), stmtdiff.parse(text)) for year, text in TEXTS.items()]
    settings = stmtdiff.Settings(names=tuple(NAMES))
    life = stmtdiff.history(statements, "DRO", settings=settings)
    assert life.phrase == "DRO"
    assert [entry.holds for entry in life.entries] == [True, True, True]
    assert [entry.wordings("formula")[0] for entry in life.entries][2] == "Democratic Republic of Ostrel"
    assert [entry.holds for entry in stmtdiff.history(statements, "DRO").entries] == [True, False, False]
    assert len(stmtdiff.trace(statements, topic="North Ostrel", settings=settings).steps[0].paragraphs) == 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a settings file that names the names, and the texts as a series of files."""
    (tmp_path / "stmtdiff.toml").write_text(ALIAS)
    (tmp_path / "isles").mkdir()
    for year, text in TEXTS.items():
        (tmp_path / "isles" / f"{year}.txt").write_text(text)
    return tmp_path


def test_the_settings_file_names_them_for_commands(folder: Path):
    assert "In every year from 2011 to 2013." in run("history", "isles/", "North Ostrel", folder=folder).out
    assert "In every year from 2011 to 2013." in run("matrix", "isles/", "DRO", folder=folder).out


def test_a_policy_watches_a_thing_by_all_its_names(folder: Path):
    watch = '[[require]]\nid = "dro"\nphrase = "talks with * DRO"\nmessage = "Ours."\n'
    (folder / "policy.toml").write_text(f'schema = "stmtdiff-policy/2"\n{ALIAS}{watch}')
    files = ("isles/2013.txt", "--against", "isles/2011.txt", "--policy", "policy.toml")
    assert run("check", *files, folder=folder).returncode == 0
    (folder / "policy.toml").write_text(f'schema = "stmtdiff-policy/2"\n{watch}')
    assert run("check", *files, folder=folder).returncode == 1


def test_a_manifest_names_them_for_its_series(tmp_path: Path):
    home = tmp_path / "isles"
    home.mkdir()
    (home / "series.toml").write_text(f'schema = "stmtdiff-series/1"\nid = "isles"\ntitle = "Isles"\n{ALIAS}')
    for year, text in TEXTS.items():
        file = tmp_path / f"{year}-06-01.txt"
        file.write_text(text.replace("met.", f"met on 1 June {year}."))
        assert run("add", "--series", "isles", file, "--library", tmp_path).returncode == 0
    assert "In every year from 2011 to 2013." in run("history", "isles", "DRO", "--library", tmp_path).out
    assert run("series", "find", "North Ostrel", "--library", tmp_path).out.count("isles:") == 3


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ('[[alias]]\nnames = ["DRO"]\n', "at least two names"),
        ("[[alias]]\nnames = 1\n", "a list of names"),
        ('[[alias]]\nname = ["a", "b"]\n', "unknown key 'name'"),
        ('alias = "DRO"\n', "a list of tables"),
    ],
)
def test_a_wrong_table_is_named_with_its_line(folder: Path, table: str, said: str):
    (folder / "stmtdiff.toml").write_text(table)
    done = run("history", "isles/", "DRO", folder=folder)
    assert done.returncode == 2
    assert said in done.said
    assert "stmtdiff.toml:" in done.said
