"""history, matrix and trace at the command line: what they print, and what they answer to mistakes."""

import csv
import io
import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from stmtdiff.cli.app import app
from stmtdiff.errors import StmtdiffError

SCHEMAS = files("stmtdiff").joinpath("schemas")


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, list(arguments))
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for year, text in {2021: "A full inquiry.", 2022: "A full inquiry.", 2023: "An inquiry."}.items():
        (tmp_path / f"isles-{year}-05-01.txt").write_text(text, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no statement", encoding="utf-8")
    return tmp_path


def test_the_bundled_sample_shows_the_life_of_its_formula():
    shown = " ".join(run("history", "sample", "denuclear*").split())
    assert "In 6 of 7 statements" in shown
    assert "back for the first time since 2022" in shown
    assert "formula: complete, verifiable and irreversible denuclearization -> complete denuclearisation" in shown


def test_a_folder_of_dated_files_is_a_series(folder: Path):
    shown = run("history", str(folder), "full")
    assert "Dropped in 2023 after at least two years." in shown
    assert "notes" not in shown


def test_who_speaks_is_read_from_the_settings_file(folder: Path, monkeypatch: pytest.MonkeyPatch):
    (folder / "isles-2024-05-01.txt").write_text("The Wardens held an inquiry.", encoding="utf-8")
    monkeypatch.chdir(folder)
    told = []
    for words in ("[]", '["wardens"]'):
        Path("stmtdiff.toml").write_text(f"speakers = {words}\n", encoding="utf-8")
        lines = csv.DictReader(io.StringIO(run("history", str(folder), "inquiry", "-f", "csv")))
        told.append([line["speaker"] for line in lines if line["year"] == "2024"])
    assert told == [[""], ["The Wardens"]]


def test_formulas_are_found_without_a_phrase():
    assert run("history", "sample") == run("history", "sample", "--formulas")
    assert "complete, verifiable and irreversible denuclearization" in run("history", "sample")


def test_reported_wording_of_a_shipped_series_is_told_with_its_source():
    shown = run("history", "arf", "denuclear*", "-f", "json")
    document = json.loads(shown)
    Draft202012Validator(json.loads(SCHEMAS.joinpath("history-1.json").read_text())).validate(document)
    entries = {entry["year"]: entry for entry in document["entries"]}
    for year in (2010, 2017, 2018, 2022, 2025):
        assert entries[year]["mark"] in {"first", "changed"}
        assert entries[year]["reported"][0]["source"]
    assert entries[2015]["holds"] is None


def test_formulas_fit_the_schema_of_histories():
    document = json.loads(run("history", "sample", "--formulas", "-f", "json"))
    Draft202012Validator(json.loads(SCHEMAS.joinpath("history-1.json").read_text())).validate(document)


def test_csv_holds_a_line_for_each_place():
    lines = list(csv.DictReader(io.StringIO(run("history", "sample", "denuclear*", "-f", "csv"))))
    assert [line["year"] for line in lines] == ["2019", "2020", "2021", "2022", "2023", "2024", "2024", "2025", "2025"]
    assert lines[1]["qualifiers"] == "complete, verifiable, irreversible"


def test_series_come_first_and_then_phrases(folder: Path):
    shown = run("matrix", "sample", str(folder), "full", "--phrase", "sample")
    assert "sample: full" in shown
    assert f"{folder.name}: full" in shown
    assert "sample: sample" in shown


def test_a_paragraph_is_traced_by_one_word_or_two():
    assert run("trace", "sample:2025#19") == run("trace", "sample", "2025#19") == run("trace", "sample", "latest#19")
    assert "19 -> 18, 19: split" in run("trace", "sample:2025#19")


def test_a_topic_is_traced_release_by_release():
    shown = run("trace", "sample", "--topic", "Shoals")
    assert shown.count("since sample:") == 6


@pytest.mark.parametrize(
    "command",
    [
        ("history", "sample", "denuclear*"),
        ("history", "sample"),
        ("matrix", "sample", "concern"),
        ("trace", "sample:2025#5"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("suffix", [".json", ".csv", ".md", ".txt", ".html"])
def test_the_suffix_of_the_file_names_the_format(command: tuple[str, ...], suffix: str, tmp_path: Path):
    target = tmp_path / f"out{suffix}"
    assert run(*command, "-o", str(target)) == ""
    first = target.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith({".json": "{", ".md": "**", ".html": "<!DOCTYPE html>"}.get(suffix, first[:1]))
    assert run(*command, "-o", str(target)) == ""
    assert target.read_text(encoding="utf-8").splitlines()[0] == first


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("history", "smaple", "x"), "did you mean 'sample'"),
        (("history", "sample", "*"), "has no word"),
        (("history", "sample", "x", "--formulas"), "--formulas takes no PHRASE"),
        (("history", "sample", "--top", "0"), "--top is 1 or more"),
        (("history", "sample", "x", "-f", "docx"), "there is no format 'docx'"),
        (("history", "sample", "x", "--width", "3"), "leaves no room"),
        (("history", "g20", "x", "--library", "nowhere"), "the library has no text of 'g20'"),
        (("history", "/nowhere/at/all", "x"), "cannot be read"),
        (("matrix", "sample"), "no phrase was given"),
        (("trace", "sample"), "a paragraph or a topic"),
        (("trace", "sample", "2025#5", "--topic", "x"), "a paragraph or a topic"),
        (("trace", "sample", "2025"), "does not name a paragraph"),
        (("trace", "sample", "1999#5"), "does not name a release"),
        (("trace", "sample", "2025#999"), "has the number '999'"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, tuple) else "",
)
def test_mistakes_are_answered_with_a_sentence(arguments: tuple[str, ...], said: str):
    with pytest.raises(StmtdiffError) as caught:
        run(*arguments)
    assert said in str(caught.value)


def test_a_folder_without_dated_files_is_refused(tmp_path: Path):
    (tmp_path / "statement.txt").write_text("x", encoding="utf-8")
    with pytest.raises(StmtdiffError, match="named by a date"):
        run("history", str(tmp_path), "x")


def test_two_releases_of_a_series_tell_the_lives_of_their_shifts():
    shown = run("diff", "sample:2024", "sample:2025")
    assert "in the series: 'strongly condemned' stood in every year since 2021" in shown
    document = json.loads(run("diff", "sample:2024", "sample:2025", "-f", "json"))
    assert {life["shift"] for life in document["lives"]} <= {shift["id"] for shift in document["shifts"]}
    assert json.loads(run("diff", "sample:2019", "sample:2020", "-f", "json"))["lives"] == []


def test_no_statement_of_a_folder_is_written_over(folder: Path):
    target = folder / "isles-2022-05-01.txt"
    for command in (
        ("history", str(folder), "full"),
        ("matrix", str(folder), "full"),
        ("trace", str(folder), "2023#p1"),
    ):
        with pytest.raises(StmtdiffError, match="would overwrite one of the input files"):
            run(*command, "-o", str(target))
    assert target.read_text(encoding="utf-8") == "A full inquiry."
    assert run("history", str(folder), "full", "-o", str(folder / "life.md")) == ""


def test_a_finding_of_a_check_says_how_long_the_wording_had_stood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    run("policy", "init")
    assert "in the series: 'complete, verifiable and irreversible' stood in 2024" in run("check", "sample:2025")
    document = json.loads(run("check", "sample:2025", "-f", "json"))
    Draft202012Validator(json.loads(SCHEMAS.joinpath("verdict-2.json").read_text())).validate(document)
    assert any("stood in 2024" in life for finding in document["findings"] for life in finding["lives"])
