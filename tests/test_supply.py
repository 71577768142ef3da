"""What stmtdiff needs: the lower bounds are those that are tested, and the action installs what was locked."""

import re
import tomllib

import pytest
import yaml
from conftest import ROOT
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

NEEDS = [
    Requirement(one)
    for one in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
]
LOCK = (ROOT / ".ci" / "action.lock").read_text(encoding="utf-8")
LOCKED = {canonicalize_name(name): version for name, version in re.findall(r"^([\w.-]+)==(\S+)", LOCK, re.MULTILINE)}


def bound(need: Requirement) -> str:
    return next(one.version for one in need.specifier if one.operator == ">=")


def test_the_lowest_versions_are_the_bounds() -> None:
    """`.ci/run` installs these and runs the tests with them."""
    told = (ROOT / ".ci" / "lowest.txt").read_text(encoding="utf-8").splitlines()
    wanted = sorted(f"{canonicalize_name(need.name)}=={bound(need)}" for need in NEEDS)
    assert [line for line in told if not line.startswith("#")] == wanted


@pytest.mark.parametrize("need", NEEDS, ids=lambda need: need.name)
def test_what_is_needed_is_locked_within_its_bounds(need: Requirement) -> None:
    assert need.specifier.contains(LOCKED[canonicalize_name(need.name)])


def test_every_locked_version_has_its_hashes_and_comes_from_no_named_place() -> None:
    blocks = re.split(r"^(?=[\w.-]+==)", LOCK, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(LOCKED)
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", block) for block in blocks)
    assert not re.search(r"https?:|--index|--find-links|file:", LOCK)
    assert "hatchling" in LOCKED  # what builds stmtdiff itself


def test_the_action_installs_what_is_locked_and_nothing_else() -> None:
    script = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"][0]["run"]
    installs = [line.split("pip install")[1] for line in script.splitlines() if "pip install" in line]
    assert len(installs) == 2
    assert all("--no-deps" in line for line in installs)
    assert "--require-hashes" in installs[0]
    assert ".ci/action.lock" in installs[0]
    assert "--no-build-isolation" in installs[1]


def test_the_workflow_runs_what_is_run_here() -> None:
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))["jobs"]
    assert jobs["linux"]["steps"][-1]["run"].endswith(".ci/run")
    assert set(jobs["others"]["strategy"]["matrix"]["os"]) == {"macos-latest", "windows-latest"}
    for job in jobs.values():
        assert job["timeout-minutes"] <= 60
        assert job["steps"][0]["with"] == {"persist-credentials": False}
