"""What a release is made of: the name of the repository, the version, and what the two distributions hold."""

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

import stmtdiff

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
HOME = PROJECT["urls"]["Repository"]
NAMING = [
    "CITATION.cff", "docs/check.md", "docs/examples/statement-check.yml", "docs/examples/new-release.yml",
    "docs/examples/site.yml", "tests/test_action.py",
]  # fmt: skip
_OWNER = re.compile(r"\b([\w-]+)(?=/stmtdiff(?:@|\b(?!/|\.)))")
_MENTIONED = re.compile(r"(?:https://github\.com/|uses: |\")[\w-]+/stmtdiff(?:@|$|\b(?=\s|\"))", re.MULTILINE)


def test_the_repository_has_one_name_everywhere(update: bool) -> None:
    """It is told by `Repository` in pyproject.toml; `pytest --update tests/test_release.py` takes it over."""
    owner = HOME.removeprefix("https://github.com/").removesuffix("/stmtdiff")
    for name in NAMING:
        file = ROOT / name
        told = file.read_text(encoding="utf-8")
        if update:
            told = _MENTIONED.sub(lambda found: _OWNER.sub(owner, found[0]), told)
            file.write_text(told, encoding="utf-8")
        found = [_OWNER.search(one) for one in _MENTIONED.findall(told)]
        assert found, name
        assert {one[1] for one in found if one} == {owner}, name


def test_the_version_is_the_same_for_those_who_cite_it() -> None:
    told = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert told["version"] == stmtdiff.__version__
    assert told["license"] == PROJECT["license"]
    assert told["repository-code"] == HOME


def test_the_changelog_has_its_headings() -> None:
    """Keep a Changelog: what is not released yet stands first, under these headings and in this order."""
    lines = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
    versions = [line for line in lines if line.startswith("## ")]
    assert versions[0] == "## [Unreleased]"
    kinds = [line[4:] for line in lines if line.startswith("### ")]
    known = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]
    assert set(kinds) <= set(known)
    assert all(re.fullmatch(r"## \[[\w.]+\](?: - \d{4}-\d\d-\d\d)?", line) for line in versions)


def test_forms_and_workflows_are_read_by_yaml() -> None:
    forms = sorted((ROOT / ".github").rglob("*.yml"))
    read = {form.name: yaml.safe_load(form.read_text(encoding="utf-8")) for form in forms}
    assert {"bug.yml", "idea.yml", "wrong_mark.yml", "ci.yml", "publish.yml"} <= set(read)
    for name in ("bug.yml", "idea.yml", "wrong_mark.yml"):
        ids = [one["id"] for one in read[name]["body"] if one["type"] != "markdown"]
        assert len(ids) == len(set(ids)) > 1, name
    assert read["publish.yml"]["jobs"]["publish"]["permissions"] == {"id-token": "write"}
    assert read["publish.yml"]["permissions"] == {"contents": "read"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the two distributions, built from this tree as a release is."""
    pytest.importorskip("build", reason="build is not installed: pip install '.[integration]'")
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_the_wheel_holds_the_package_and_its_manifests_and_nothing_else(made: Path) -> None:
    (wheel,) = made.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    version = stmtdiff.__version__
    assert {name.split("/")[0] for name in names} == {"stmtdiff", f"stmtdiff-{version}.dist-info"}
    code = {path.relative_to(ROOT).as_posix() for path in (ROOT / "stmtdiff").rglob("*") if path.is_file()}
    code = {name for name in code if "__pycache__" not in name}
    facts = {f"stmtdiff/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "corpora").rglob("*.*")}
    held = {name for name in names if name.startswith("stmtdiff/")}
    assert held == code | facts
    assert {Path(name).suffix for name in held} <= {
        *(".py", ".typed", ".toml", ".json", ".jsonl", ".jinja", ".css", ".js", ".txt", ".md", ".xml", ".csv", ".svg"),
    }


def test_the_source_distribution_holds_what_is_named_and_nothing_else(made: Path) -> None:
    (archive,) = made.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.split("/")[1] for name in opened.getnames() if "/" in name}
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {name.strip("/") for name in told["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]}
    assert names == wanted | {"PKG-INFO", "pyproject.toml", ".gitignore"}


def test_twine_finds_nothing_wrong_with_them(made: Path) -> None:
    pytest.importorskip("twine", reason="twine is not installed: pip install '.[integration]'")
    command = [sys.executable, "-m", "twine", "check", "--strict", *map(str, sorted(made.iterdir()))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("PASSED") == 2
