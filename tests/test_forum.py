"""Words of one forum are in packs, manifests and settings files, each read strictly; none is in the code."""

import re
from pathlib import Path

import pytest
from conftest import ROOT
from typer.testing import CliRunner

import stmtdiff
from stmtdiff.checking.reading import read_policy
from stmtdiff.cli.app import app
from stmtdiff.errors import SettingsError
from stmtdiff.languages.english import CITED, SPEAKERS
from stmtdiff.model import Forum
from stmtdiff.rules import known_forum
from stmtdiff.rules.reading import read_pack
from stmtdiff.series.library import read
from stmtdiff.series.manifest_reading import read_manifest
from stmtdiff.settings import Settings

# Who was known to speak when all of them stood in the code, and what was known to be cited.
KNOWN = frozenset(
    "minister ministers meeting leader leaders participant participants member members delegation delegations"
    " chair chairman chairperson co-chairs committee council forum conference summit heads states parties party"
    " president presidents government governments countries country nations secretary-general delegates"
    " representatives g7 g20 asean assembly board governors".split()
)
CITED_THINGS = frozenset(
    "report reports letter letters note meet next resolution resolutions statement statements declaration"
    " communique communiqué decision decisions meeting meetings session summit conference held met adopted"
    " convened dated signed issued review briefing exchange visit forum dialogue".split()
)
PACK = """id = "own"
name = "Own"
about = "Own"
axis = "own"
softer = "softer"
firmer = "firmer"
{}
[[rule]]
code = "OWN1"
name = "pilot-changed"
kind = "presence"
severity = "note"
message = "'{{term}}' {{change}}"
why = "Pilots."
terms = ["pilot"]
fires = [{{ old = "A pilot met us at sea.", new = "A guard met us at sea.", direction = "softer" }}]
quiet = [{{ old = "A cook met us.", new = "A guard met us." }}]
"""
SERIES = 'schema = "stmtdiff-series/1"\nid = "ports"\ntitle = "Ports Forum"\n{}\n[[release]]\ndate = {}\nfile = "{}"\n'


def proofs(who: str, settings: Settings | None = None) -> list[str]:
    """Return why the shifts are routine in which a subject gives way to a pronoun."""
    old, new = (stmtdiff.parse(f"{one} agreed on a plan for the harbour.") for one in (f"The {who}", "They"))
    return [shift.proof for shift in stmtdiff.compare(old, new, settings=settings).shifts]


def test_without_settings_the_same_speakers_and_citations_are_known_as_before() -> None:
    assert SPEAKERS | known_forum().speakers == KNOWN
    assert CITED | known_forum().terms == CITED_THINGS
    assert not SPEAKERS & {"asean", "g7", "g20", "board", "governors", "assembly", "secretary-general"}


@pytest.mark.parametrize("who", ["ASEAN", "G20", "Governors", "Assembly", "Ministers"])
@pytest.mark.parametrize("packs", [None, ("climate",)])
def test_who_speaks_is_known_whatever_packs_judge(who: str, packs: tuple[str, ...] | None) -> None:
    assert proofs(who, Settings(packs=packs)) == ["a pronoun for its noun"]


def test_settings_add_who_speaks() -> None:
    assert proofs("Envoys") == [""]
    assert proofs("Envoys", Settings(speakers=("Envoys",))) == ["a pronoun for its noun"]


def test_settings_add_what_is_cited_anew() -> None:
    text = "The Ministers met in Orlo on 1 July 2025.\n\nMembers recalled the roundtable of {} on fish."
    old, new = (stmtdiff.parse(text.format(day)) for day in ("3 May 2023", "9 June 2024"))
    plain = stmtdiff.compare(old, new)
    told = stmtdiff.compare(old, new, settings=Settings(terms=("roundtable",)))
    assert [(shift.kind, shift.proof) for shift in plain.shifts] == [("figure", "")]
    assert [(shift.kind, shift.proof) for shift in told.shifts] == [("roll-forward", "a later date")]


def test_rules_of_ones_own_bring_their_speakers(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(PACK.format('speakers = ["envoys"]'), encoding="utf-8")
    assert read_pack(path).speakers == ("envoys",)
    assert proofs("Envoys", Settings(rules=(path,))) == ["a pronoun for its noun"]


def test_a_word_may_stand_in_either_spelling() -> None:
    assert proofs("Organizations", Settings(speakers=("organisations",))) == ["a pronoun for its noun"]


def test_a_manifest_brings_its_speakers_along(tmp_path: Path) -> None:
    folder = tmp_path / "ports"
    folder.mkdir()
    (folder / "2023.txt").write_text("The Envoys agreed on a plan for the harbour.", encoding="utf-8")
    (folder / "series.toml").write_text(
        SERIES.format('speakers = ["Envoys"]\nterms = ["roundtable"]', "2023-05-03", "2023.txt"), encoding="utf-8"
    )
    old = read("ports:2023", library=tmp_path)
    assert old.release is not None
    assert old.release.forum == Forum(frozenset({"envoys"}), frozenset({"roundtable"}))
    report = stmtdiff.compare(old, stmtdiff.parse("They agreed on a plan for the harbour."))
    assert [shift.proof for shift in report.shifts] == ["a pronoun for its noun"]
    assert {"envoys", "asean"} <= report.forum.speakers
    assert stmtdiff.history([old], "agreed on").entries[0].wordings("speaker") == ("The Envoys",)


@pytest.mark.parametrize(
    ("line", "place", "said"),
    [
        ('speakers = ["envoys", "Group of Seven"]', ":{}:23:", "'Group of Seven' is not one word"),
        ('terms = [""]', ":{}:10:", "'' is not one word"),
        ('terms = ["-"]', ":{}:10:", "'-' is not one word"),
        ("speakers = 'envoys'", ":{}:1:", "'speakers'"),
        ('speaker = ["envoys"]', ":{}:1:", "did you mean 'speakers'?"),
    ],
)
@pytest.mark.parametrize("kind", ["pack", "manifest", "policy"])
def test_mistakes_are_named_with_line_and_column(line: str, place: str, said: str, kind: str, tmp_path: Path) -> None:
    text, reader, number = {
        "pack": (PACK.format(line), read_pack, 7),
        "manifest": (SERIES.format(line, "2023-05-03", "2023.txt"), read_manifest, 4),
        "policy": (line + "\n", read_policy, 1),
    }[kind]
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as raised:
        reader(path)  # type: ignore[operator]
    assert said in str(raised.value)
    assert place.format(number) in str(raised.value)


def test_settings_with_two_words_in_one_are_refused() -> None:
    with pytest.raises(SettingsError, match="'Group of Seven' is not one word"):
        proofs("Envoys", Settings(speakers=("Group of Seven",)))


def test_a_diff_reads_the_words_of_the_settings_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("old.txt").write_text("The Envoys agreed on a plan for the harbour.", encoding="utf-8")
    Path("new.txt").write_text("They agreed on a plan for the harbour.", encoding="utf-8")
    assert "1 substantive shift" in CliRunner().invoke(app, ["diff", "old.txt", "new.txt"]).output
    Path("stmtdiff.toml").write_text('speakers = ["envoys"]\n', encoding="utf-8")
    assert "No substantive shift" in CliRunner().invoke(app, ["diff", "old.txt", "new.txt"]).output
    Path("stmtdiff.toml").write_text('terms = ["roundtable"]\nspeakers = "envoys"\n', encoding="utf-8")
    refused = CliRunner().invoke(app, ["diff", "old.txt", "new.txt"])
    assert isinstance(refused.exception, SettingsError)
    assert "stmtdiff.toml:2:1: 'speakers' must be a list of words" in str(refused.exception)


def test_no_module_names_a_forum() -> None:
    """The words of one forum are data: in no module do they stand in quotation marks, alone or in a list."""
    names = re.compile(r"[\"' ](?:asean|g7|g20|fomc|secretary-general)[\"' ]", re.IGNORECASE)
    for path in sorted((ROOT / "stmtdiff").rglob("*.py")):
        code = re.sub(r'"""(?s:.*?)"""|#.*', "", path.read_text(encoding="utf-8"))
        assert not names.search(code), path
