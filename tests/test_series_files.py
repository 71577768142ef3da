"""Files that are releases of a series: what the series knows of them counts as it does for its own texts."""

import json
from pathlib import Path
from typing import Any

import pytest
from support.command import out, run
from test_cli import SAMPLE

MANIFEST = """schema = "stmtdiff-series/1"
id = "reefs"
title = "Reefs Council (fiction)"
[[release]]
date = 2031-05-03
place = "Orne"
chair = "Brevia"
[[release]]
date = 2032-05-03
place = "Vell"
chair = "Ostrel"
"""
TEXT = (
    "Statement of the Reefs Council\n\n3 May {year}\n\nIt met at noon.\n\nIt thanked {chair} for hosting the Meeting.\n"
)


def told(*arguments: str | Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(out("diff", *arguments, "-f", "json"))
    return found


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Return a library that holds a manifest and no text, and two files that lie elsewhere."""
    folder = tmp_path / "library" / "reefs"
    folder.mkdir(parents=True)
    (folder / "series.toml").write_text(MANIFEST, encoding="utf-8")
    made = []
    for year, chair in ((2031, "Brevia"), (2032, "Ostrel")):
        made.append(tmp_path / f"{chair.lower()}.txt")
        made[-1].write_text(TEXT.format(year=year, chair=chair), encoding="utf-8")
    return tmp_path / "library", made[0], made[1]


def test_hosts_and_chairs_of_the_manifest_are_no_news_in_files(files: tuple[Path, Path, Path]) -> None:
    library, old, new = files
    plain = told(old, new, "--library", library)
    known = told(old, new, "--library", library, "--series", "reefs")
    news = [[shift for shift in one["shifts"] if shift["weight"] == "news"] for one in (plain, known)]
    assert len(news[0]) > len(news[1])
    assert not [shift for shift in news[1] if "Ostrel" in json.dumps(shift)]
    brief = out("brief", new, "--against", old, "--library", library, "--series", "reefs")
    assert brief.startswith("No substantive")


def test_files_of_the_sample_are_told_as_its_releases_are() -> None:
    """By the series' packs and with the lives of wordings: the same shifts, findings and lives."""
    listed = told("sample:2024", "sample:2025")
    read = told(SAMPLE / "2024.txt", SAMPLE / "2025.txt", "--series", "sample")
    for part in ("shifts", "annotations", "lives"):
        assert read[part] == listed[part]


@pytest.mark.parametrize(
    ("series", "text", "message"),
    [
        ("nowhere", TEXT, "there is no series 'nowhere'"),
        ("reefs", "The Council met.", "cannot be found among the releases"),
    ],
)
def test_what_cannot_be_recognised_is_refused(
    files: tuple[Path, Path, Path], series: str, text: str, message: str
) -> None:
    library, old, new = files
    new.write_text(text.format(year=2032, chair="Ostrel"), encoding="utf-8")
    for command in (("diff", old, new), ("brief", new, "--against", old)):
        done = run(*command, "--library", library, "--series", series)
        assert done.returncode == 2
        assert message in done.stderr.decode()
