"""The GitHub Action and the pre-commit hooks, run as those who use them would run them."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT
from support.verdicts import CVID
from test_check_cli import NEW, OLD, outputs

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
EXAMPLE = ROOT / "docs" / "examples" / "statement-check.yml"
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
SHIPPED = (".ci", "stmtdiff", "corpora", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a folder that holds a policy and two statements, one named as an attacker would name it."""
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "stmtdiff.toml").write_text(CVID, encoding="utf-8")
    (folder / "old.txt").write_text(OLD, encoding="utf-8")
    (folder / "new.txt").write_text(NEW, encoding="utf-8")
    (folder / "--policy=$(touch hacked);`touch hacked`.txt").write_text(NEW, encoding="utf-8")
    return folder


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """Return what a runner has as RUNNER_TEMP after the first step, with this very stmtdiff in it."""
    program = tmp_path / "runner" / "stmtdiff" / "bin" / "stmtdiff"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m stmtdiff "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return tmp_path / "runner"


def step(number: int, runner: Path, given: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a step as the runner does: bash, no profile, its environment filled from the inputs."""
    inputs = {name: str(one.get("default", "")) for name, one in ACTION["inputs"].items()} | given
    inputs["python"] = sys.executable
    known = {f"inputs.{name}": value for name, value in inputs.items()} | {"github.action_path": str(ROOT)}
    filled = {name: EXPRESSION.sub(lambda one: known[one[1]], value) for name, value in STEPS[number]["env"].items()}
    files = {name: str(runner / name.lower()) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for file in files.values():
        Path(file).write_text("", encoding="utf-8")
    environment = {"PATH": os.environ["PATH"], "HOME": str(runner), "RUNNER_TEMP": str(runner), **files, **filled}
    script = runner / "script.sh"
    script.write_text(STEPS[number]["run"], encoding="utf-8")
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_inputs_reach_the_shell_through_the_environment_only():
    """An input put into a script is run by it (https://docs.github.com/actions/reference/security/secure-use)."""
    for one in STEPS:
        assert one["shell"] == "bash"
        assert not EXPRESSION.search(one["run"])
    used = {name for one in STEPS for value in one["env"].values() for name in EXPRESSION.findall(value)}
    assert used == {"github.action_path", *(f"inputs.{name}" for name in ACTION["inputs"])}


def test_the_check_fails_annotates_and_tells_the_next_steps(runner: Path, repository: Path):
    done = step(1, runner, {"statement": "new.txt", "against": "old.txt"}, repository)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("::error file=new.txt,line=3,")
    assert outputs(runner / "github_output") == {"verdict": "failed", "findings": "1", "sarif": "stmtdiff.sarif"}
    assert set(ACTION["outputs"]) == {"verdict", "findings", "sarif"}
    assert "FAILED: 1 error" in (runner / "github_step_summary").read_text(encoding="utf-8")
    assert (repository / "stmtdiff.sarif").is_file()


def test_every_input_reaches_the_check(runner: Path, repository: Path):
    (repository / "other.toml").write_text(CVID + 'severity = "warning"\nseries = "x"\n', encoding="utf-8")
    (repository / "b.toml").write_text('schema = "stmtdiff-baseline/1"\n', encoding="utf-8")
    given = {
        "statement": "new.txt",
        "against": "old.txt",
        "policy": "other.toml",
        "baseline": "b.toml",
        "series": "x",
        "date": "2032-05-03",
        "max-findings": "0",
        "sarif": "my out.sarif",
    }
    done = step(1, runner, given, repository)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("passed: 1 warning\n")
    assert (repository / "my out.sarif").is_file()
    assert step(1, runner, given | {"fail-on": "warning"}, repository).returncode == 1


def test_strict_makes_findings_of_what_could_not_be_judged(runner: Path, repository: Path):
    """No rule pack speaks Russian: what a text in it does is not judged."""
    for name, what in (("before", "открытие"), ("after", "закрытие")):
        text = f"1. Совещание прошло в порту Ильмен и обсудило {what} пролива.\n"
        (repository / f"{name}.txt").write_text(text, encoding="utf-8")
    watch = '[[watch]]\nid = "talks"\nphrase = "Совещание"\nmessage = "The talks went."\n'
    (repository / "talks.toml").write_text(watch, encoding="utf-8")
    given = {"statement": "after.txt", "against": "before.txt", "policy": "talks.toml"}
    codes = [step(1, runner, given | {"strict": said}, repository).returncode for said in ("false", "true", "yes")]
    assert codes == [0, 1, 2]
    assert (runner / "github_output").read_text(encoding="utf-8") == "verdict=error\n"


def test_a_name_that_attacks_the_shell_is_a_name(runner: Path, repository: Path):
    name = next(path.name for path in repository.iterdir() if path.name.startswith("--"))
    done = step(1, runner, {"statement": name, "against": "old.txt"}, repository)
    assert (done.returncode, done.stderr) == (1, "")
    assert not (repository / "hacked").exists()
    again = step(1, runner, {"statement": "new.txt", "against": "old.txt", "series": "$(touch hacked)"}, repository)
    assert again.returncode == 1
    assert not (repository / "hacked").exists()


def test_a_check_that_cannot_be_done_says_so_in_its_output(runner: Path, repository: Path):
    done = step(1, runner, {"statement": "absent.txt", "against": "old.txt"}, repository)
    assert done.returncode == 2
    assert "absent.txt" in done.stderr
    assert (runner / "github_output").read_text(encoding="utf-8") == "verdict=error\n"


def test_the_example_workflow_uses_inputs_and_outputs_that_exist():
    """It lies where GitHub does not run it."""
    workflow = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))
    steps = workflow["jobs"]["check"]["steps"]
    (ours,) = [one for one in steps if one.get("uses", "").startswith("OWNER/stmtdiff@")]
    assert set(ours["with"]) <= set(ACTION["inputs"])
    named = re.findall(r"steps\.stmtdiff\.outputs\.([\w-]+)", EXAMPLE.read_text(encoding="utf-8"))
    assert set(named) <= set(ACTION["outputs"])
    assert workflow["permissions"] == {"contents": "read"}


def test_the_action_installs_itself_from_its_own_folder_and_checks(tmp_path: Path, repository: Path):
    demand_integration()
    runner = tmp_path / "fresh"
    runner.mkdir()
    installed = step(0, runner, {}, repository)
    assert installed.returncode == 0, installed.stderr
    done = step(1, runner, {"statement": "new.txt", "against": "old.txt"}, repository)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("::error file=new.txt,line=3,")


def test_the_hooks_run_in_pre_commit_itself(tmp_path: Path, repository: Path):
    """A clone of this project is installed by pre-commit, into a repository made for the test."""
    demand_integration()
    source = tmp_path / "source"
    source.mkdir()
    for name in SHIPPED:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy2)(ROOT / name, source / name)
    revision = commit(source)
    arguments = "[new.txt, --against, old.txt]"
    config = (
        f"repos:\n- repo: {source}\n  rev: {revision}\n  hooks:\n  - id: {HOOKS[0]['id']}\n    args: {arguments}\n"
        f"    files: ^new\\.txt$\n  - id: {HOOKS[1]['id']}\n"
    )
    (repository / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    commit(repository)
    failed = hooks(repository, tmp_path)
    assert failed.returncode == 1, failed.stdout
    assert re.search(r"stmtdiff check\.+Failed", failed.stdout)
    assert re.search(r"stmtdiff policy test\.+Passed", failed.stdout)
    assert "FAILED: 1 error" in failed.stdout
    (repository / "new.txt").write_text(OLD, encoding="utf-8")
    passed = hooks(repository, tmp_path)
    assert passed.returncode == 0, passed.stdout
    (repository / "stmtdiff.toml").write_text(CVID + "sevrity = 1\n", encoding="utf-8")
    assert "did you mean 'severity'?" in hooks(repository, tmp_path, "stmtdiff-policy").stdout


def demand_integration() -> None:
    """Skip a test that installs stmtdiff anew, unless the extra for it is there, as it is in .ci/run."""
    pytest.importorskip("pre_commit", reason="it takes a minute: pip install -e '.[integration]' runs it")


def quiet() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON"))}
    return kept | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def commit(folder: Path) -> str:
    """Make `folder` a repository with one commit, and return its hash."""
    who = ["-c", "user.name=t", "-c", "user.email=t@t.example"]
    for arguments in (["init", "-q"], ["add", "-A"], [*who, "commit", "-qm", "all"]):
        subprocess.run(["git", *arguments], cwd=folder, env=quiet(), check=True)
    head = ["git", "rev-parse", "HEAD"]
    return subprocess.run(head, cwd=folder, env=quiet(), capture_output=True, text=True, check=True).stdout.strip()


def hooks(folder: Path, home: Path, *names: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never", *names]
    environment = quiet() | {"PRE_COMMIT_HOME": str(home / "cache"), "NO_COLOR": "1"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
