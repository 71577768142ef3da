"""`stmtdiff check --new`: a release is judged when it comes out, and a source that fails is never a silent pass."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from support import command
from support.command import Done
from support.server import STATEMENT, Server, first, page, serving, status

NEXT_YEAR = STATEMENT.replace("41st", "42nd").replace("14 June 2025", "13 June 2026").replace("grave ", "")
FEED = '<rss version="2.0"><channel><title>Press</title>{}</channel></rss>'
ITEM = """<item><title>Chair's Statement</title><link>/2026.html</link>
<pubDate>Sat, 13 Jun 2026 18:00:00 GMT</pubDate></item>"""
MANIFEST = """schema = "stmtdiff-series/1"
id = "{id}"
title = "Quill Bay Dialogue"
licence = "the Dialogue's own, not checked"
[source]
feed = "{feed}"
match = "statement"
"""
POLICY = """[[watch]]
id = "grave"
phrase = "grave concern"
message = "The formula of concern changed."
severity = "error"
"""


@pytest.fixture(scope="module")
def running():
    with serving() as server:
        yield server


@pytest.fixture
def server(running: Server) -> Server:
    """Return the one server of this module, as if nobody had asked it yet."""
    running.answers = {"/feed": FEED.format(""), "/2026.html": NEXT_YEAR, "/2025.html": STATEMENT}
    running.asked.clear()
    return running


@pytest.fixture(scope="module")
def made(running: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a policy and a library of two series that have last year's text, for all tests to copy."""
    path = tmp_path_factory.mktemp("made")
    (path / "stmtdiff.toml").write_text('library = "library"\n' + POLICY, encoding="utf-8")
    (path / "2025-06-14.html").write_text(STATEMENT, encoding="utf-8")
    for name in ("quill", "other"):
        folder = path / "library" / name
        folder.mkdir(parents=True)
        manifest = MANIFEST.format(id=name, feed=running.at("/feed" if name == "quill" else "/other"))
        (folder / "series.toml").write_text(manifest, encoding="utf-8")
        added = run(path, "add", "2025-06-14.html", "--series", name, "--source", running.at("/2025.html"))
        assert added.returncode == 0, added.said
    return path


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Path:
    """Return a folder of one's own with a policy and a library of two series."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path


def run(desk: Path, *arguments: str, **environment: str) -> Done:
    return command.run(*arguments, folder=desk, STMTDIFF_ALLOW_HOSTS="127.0.0.1", **environment)


def test_nothing_new_then_a_release_then_nothing_new(server: Server, desk: Path) -> None:
    before = run(desk, "check", "--new", "quill")
    assert (before.returncode, before.out, before.said) == (0, "quill: nothing new since 2025-06-14\n", "")
    server.answers["/feed"] = FEED.format(ITEM)
    found = run(desk, "check", "--new", "quill")
    assert (found.returncode, found.said) == (1, "")
    verdict, _, diff = found.out.partition("\n\n1 substantive shift")
    assert verdict.startswith("FAILED: 1 error")
    assert "quill:2025 (2025-06-14) -> quill:2026 (2026-06-13)" in verdict
    assert "[-grave-] concern" in diff
    after = run(desk, "check", "--new", "quill")
    assert (after.returncode, after.out) == (0, "quill: nothing new since 2026-06-13\n")


PLACEHOLDER = (
    "<main><h1>Summary and minutes - June 2026 (to be published at 12pm)</h1><p>The Committee decides on the tolls of "
    "the harbour. It meets eight times a year, hears the keepers of all lamps, and tells the town what it decided and "
    "why.</p><p>Published on 13 June 2026</p><h2>These minutes will be published on 13 June 2026 at noon.</h2></main>"
)
BANNER = (
    "<div class='cookie-notice'><h2>Our use of cookies</h2><p>We use necessary cookies to make our site work. We would "
    "also like to use some others, of third parties too, to learn how the site is used. By clicking a button on this "
    "banner you accept them all; how they work and how to be rid of them is told on a page of its own.</p></div>"
)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"/feed": status(503)}, "answers 503"),
        ({"/feed": "<html><body>Welcome</body></html>"}, "this is not a feed"),
        ({"/feed": FEED.format(ITEM), "/2026.html": status(404)}, "answers 404"),
        ({"/feed": FEED.format(ITEM), "/2026.html": "<p>Access denied</p>"}, "this is not a statement"),
        ({"/feed": FEED.format(ITEM), "/2026.html": PLACEHOLDER}, "it says 'to be published at'"),
        ({"/feed": FEED.format(ITEM), "/2026.html": BANNER}, "it says 'Our use of cookies'"),
    ],
)
def test_a_source_that_fails_is_exit_2(server: Server, desk: Path, answers, said: str) -> None:
    server.answers |= answers
    done = run(desk, "check", "--new", "quill")
    assert (done.returncode, done.out) == (2, "")
    assert done.said.startswith("stmtdiff: quill: ")
    assert said in done.said
    assert done.said.count("\n") == 1


def test_one_source_that_fails_does_not_hide_another(server: Server, desk: Path) -> None:
    server.answers["/feed"] = FEED.format(ITEM)
    done = run(desk, "check", "--new", "other", "quill")
    assert done.returncode == 2
    assert done.out.startswith("FAILED: 1 error")
    assert "stmtdiff: other: " in done.said


def test_two_texts_of_one_day_are_told_and_the_first_is_judged(server: Server, desk: Path) -> None:
    second = ITEM.replace("/2026.html", "/corrected.html")
    server.answers |= {"/feed": FEED.format(ITEM + second), "/corrected.html": NEXT_YEAR.replace("concern", "regret")}
    done = run(desk, "check", "--new", "quill")
    assert done.returncode == 2
    assert done.out.startswith("FAILED: 1 error")
    assert "quill:2026-06-13: a second text of that day" in done.said
    assert "corrected.html, is kept beside the first and not judged" in done.said


def test_a_release_that_could_not_be_judged_is_judged_next_time(server: Server, desk: Path) -> None:
    """Where the old text is gone and cannot be had, the new one waits; it does not become "nothing new"."""
    server.answers["/feed"] = FEED.format(ITEM)
    shutil.rmtree(desk / "library" / "quill" / "2025-06-14")  # as in a checkout that has the lock file alone
    server.answers["/2025.html"] = status(404)
    for _ in range(2):
        done = run(desk, "check", "--new", "quill")
        assert (done.returncode, done.out) == (2, "")
        assert "the text of quill:2025 is not in the library and cannot be pulled" in done.said
    server.answers["/2025.html"] = STATEMENT
    assert run(desk, "check", "--new", "quill").returncode == 1


def test_polling_ends_when_the_text_is_there(server: Server, desk: Path) -> None:
    """The text is published after the first look, whenever that is."""
    server.answers["/feed"] = first(page(server.answers["/feed"]), page(FEED.format(ITEM)))
    done = run(desk, "check", "--new", "quill", "--every", "1s", "--for", "60s")
    assert done.returncode == 1
    assert len([path for path in server.paths() if path == "/feed"]) == 2
    rounds = [re.sub(r"\d\d:\d\d:\d\d", "NOW", line) for line in done.said.splitlines()]
    assert rounds == [
        "stmtdiff: NOW UTC: asked quill; waiting for quill, asked again in 1 s",
        "stmtdiff: NOW UTC: asked quill",
    ]
    again = run(desk, "check", "--new", "quill", "--every", "1s", "--for", "1s")
    assert (again.returncode, again.out) == (0, "quill: nothing new since 2026-06-13\n")


def test_what_is_saved_holds_no_text_unless_it_is_asked_for(server: Server, desk: Path) -> None:
    server.answers["/feed"] = FEED.format(ITEM)
    assert run(desk, "check", "--new", "quill", "--save", "findings").returncode == 1
    assert [path.name for path in (desk / "findings").iterdir()] == ["quill-2026-06-13.json"]
    saved = (desk / "findings" / "quill-2026-06-13.json").read_text(encoding="utf-8")
    assert json.loads(saved)["findings"][0]["entry"] == "grave"
    assert "Panel of Pilots" not in saved  # a sentence that no finding is about
    server.answers["/other"] = FEED.format(ITEM)
    done = run(desk, "check", "--new", "other", "--save", "findings", "--with-text")
    assert "licence: the Dialogue's own, not checked" in done.said
    names = sorted(path.name for path in (desk / "findings").glob("other*"))
    assert names == [f"other-2026-06-13.{suffix}" for suffix in ("html", "json", "txt")]


def test_ci_gets_one_file_a_release_and_the_outputs_of_the_step(server: Server, desk: Path) -> None:
    server.answers |= {"/feed": FEED.format(ITEM), "/other": page(FEED.format(ITEM))}
    github = {"GITHUB_OUTPUT": str(desk / "output"), "GITHUB_STEP_SUMMARY": str(desk / "summary")}
    one_file = run(desk, "check", "--new", "quill", "other", "-f", "sarif=out.sarif", **github)
    assert one_file.returncode == 2
    assert "several series would write to one file (out-{release}.sarif)" in one_file.said
    done = run(desk, "check", "--new", "quill", "other", "-f", "github", "-f", "sarif=out-{release}.sarif", **github)
    assert done.returncode == 1
    assert {path.name for path in desk.glob("out-*")} == {"out-other-2026-06-13.sarif", "out-quill-2026-06-13.sarif"}
    told = (desk / "output").read_text(encoding="utf-8")
    assert "\nfailed\n" in told
    assert "\nquill:2026,other:2026\n" in told


def test_two_releases_of_one_series_do_not_write_over_each_other(server: Server, desk: Path) -> None:
    later = NEXT_YEAR.replace("13 June 2026", "20 June 2026").replace("42nd", "43rd").replace("concern", "regret")
    item = ITEM.replace("/2026.html", "/later.html").replace("Sat, 13 Jun", "Sat, 20 Jun")
    server.answers |= {"/feed": FEED.format(ITEM + item), "/later.html": later}
    done = run(desk, "check", "--new", "quill", "-f", "sarif=out.sarif")
    assert (done.returncode, done.out, list(desk.glob("*.sarif"))) == (2, "", [])
    assert "several releases would write to one file (out-{release}.sarif)" in done.said
    assert run(desk, "check", "--new", "quill", "-f", "sarif=out-{release}.sarif").returncode == 1
    assert len(list(desk.glob("*.sarif"))) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--new", "quill", "--against", "a.txt"), "--against cannot be used with --new"),
        (("a.txt", "--every", "10s"), "--every needs --new SERIES"),
        (("--new", "quill", "--reason", "agreed"), "--reason cannot be used with --new"),
        (("--new", "quill", "--ocr-language", "deu"), "--ocr-language cannot be used with --new"),
        (("--new", "quill", "--with-text"), "--with-text needs --save FOLDER"),
        (("--new", "quill", "--every", "soon"), "'soon' is not a length of time"),
        (("--new", "nowhere"), "there is no series 'nowhere'"),
        (("a.txt", "b.txt"), "only one statement can be checked at a time"),
        (("--new", "arf"), "there is no text of arf to compare with"),
    ],
)
@pytest.mark.usefixtures("server")
def test_what_cannot_be_asked_is_exit_2(desk: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run(desk, "check", *arguments)
    assert (done.returncode, done.out) == (2, "")
    assert said in done.said


@pytest.mark.parametrize("with_text", [False, True])
def test_the_example_workflow_commits_lock_file_and_findings(server: Server, desk: Path, with_text: bool) -> None:
    """Its own scripts run as they stand, in a repository whose remote is a folder; texts go in only when asked for."""
    repository, remote, programs = desk / "repository", desk / "remote.git", desk / "programs"
    server.answers["/feed"] = FEED.format(ITEM)
    (repository / "statements").mkdir(parents=True)
    shutil.copytree(desk / "library" / "quill", repository / "statements" / "quill")
    (repository / "stmtdiff.toml").write_text('library = "statements"\n' + POLICY, encoding="utf-8")
    programs.mkdir()
    (programs / "stmtdiff").write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m stmtdiff "$@"\n')
    (programs / "stmtdiff").chmod(0o755)
    environment = {"PATH": f"{programs}:{os.environ['PATH']}", "HOME": str(desk), "STMTDIFF_ALLOW_HOSTS": "127.0.0.1"}
    environment |= {"SERIES": "quill", "WITH_TEXT": str(with_text).lower(), "RELEASES": "quill:2026"}
    environment |= {"GITHUB_OUTPUT": str(desk / "output"), "GITHUB_STEP_SUMMARY": str(desk / "summary")}

    def bash(script: str) -> subprocess.CompletedProcess[str]:
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        return subprocess.run(command, cwd=repository, env=environment, capture_output=True, text=True, check=False)

    begun = bash(f"""git init -q --bare {remote} && git init -q -b main . && git remote add origin {remote}
        git config user.name desk && git config user.email desk@quill.example && git config push.default current
        git add stmtdiff.toml statements/quill/*.toml && git commit -qm start""")
    assert begun.returncode == 0, begun.stderr
    steps = yaml.safe_load((ROOT / "docs" / "examples" / "new-release.yml").read_text(encoding="utf-8"))
    check, commit = [step["run"] for step in steps["jobs"]["check"]["steps"] if "run" in step][1:]
    assert bash(check).returncode == 1
    done = bash(commit)
    assert done.returncode == 0, done.stderr
    kept = bash("git --git-dir=../remote.git ls-tree -r --name-only main").stdout.split()
    new = {
        "findings/quill-2026-06-13.json",
        "statements/quill/lock.toml",
        "statements/quill/series.toml",
        "stmtdiff.toml",
    }
    assert new <= set(kept)
    assert ("statements/quill/2026-06-13/text.txt" in kept) == with_text
    assert ("findings/quill-2026-06-13.html" in kept) == with_text
    assert bash(commit).returncode == 0  # nothing to commit is no failure
