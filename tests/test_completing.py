"""A shell offers formats, series, packs and codes of rules, and is never told of an error."""

import subprocess
import sys
from pathlib import Path

import pytest
from support.command import QUIET

from stmtdiff.cli import completing
from stmtdiff.formats import FORMATS


def test_formats_are_those_of_the_kind():
    assert completing.formats("Report")("") == list(FORMATS["Report"])
    assert completing.formats("Ledger")("m") == ["markdown"]


def test_series_packs_and_rules_are_known_by_their_beginning(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("STMTDIFF_LIBRARY", str(tmp_path))
    assert completing.series("sam") == ["sample"]
    assert completing.packs("cl") == ["climate"]
    assert "SEC101" in completing.rules("sec10")


def test_a_library_that_cannot_be_read_offers_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("STMTDIFF_LIBRARY", str(tmp_path / "file"))
    assert completing.series("") == []


def test_a_shell_asks_the_program_itself():
    program = "import sys; sys.argv[0] = 'stmtdiff'; from stmtdiff.cli import main; main()"
    asked = {"_STMTDIFF_COMPLETE": "complete_bash", "COMP_WORDS": "stmtdiff history sam", "COMP_CWORD": "2"}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=QUIET | asked, check=True
    )
    assert done.stdout.split() == ["sample"]
