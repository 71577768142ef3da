"""Every command that a page shows works as it stands there."""

import shlex
from pathlib import Path

import jinja2  # noqa: F401  # `run` forgets what a command imported, and pages would be made by two halves of it
import pytest
from conftest import ROOT
from support.command import run
from support.page_commands import lay_out, typed_on
from support.reference import leaves

PAGES = [
    str(page.relative_to(ROOT))
    for page in sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "corpora" / "README.md"])
    if typed_on(page)
]
# What has to be fetched, what needs processes or machines of its own, what is about a library that only its reader has.
_ELSEWHERE = (
    *("pull", "--new", "arf", "arf.csv", "fomc", "fomc/*.txt", "statements/fomc", "statements/", "us-rok"),
    *("--cluster", "--jobs", "2ec2a2"),
)
_GROUPS = {"series": "series show", "comments": "comments list"}  # what a name behind them is short for
FINDS = {("check", "sample:2025"), ("check", "new.html"), ("quotes", "article.md"), ("quotes", "page.html")}
"""Commands that exit with 1 on the sample; with --accept `check` does not."""


def _is_elsewhere(arguments: list[str]) -> bool:
    return any(one in _ELSEWHERE or one.startswith("arf:") for one in arguments)


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_of_a_page_work_in_a_folder_with_its_files(page: str, tmp_path: Path) -> None:
    """One after the other, as a newcomer types them."""
    lay_out(tmp_path)
    failed = []
    if page == "docs/phrases.md":
        assert run("policy", "init", folder=tmp_path).returncode == 0
    for arguments in typed_on(ROOT / page):
        if _is_elsewhere(arguments):
            continue
        done = run(*arguments, folder=tmp_path, STMTDIFF_LIBRARY=str(tmp_path / "library"))
        usual = int(tuple(arguments[:2]) in FINDS and "--accept" not in arguments)
        if done.returncode != usual or done.stderr:
            failed.append((shlex.join(arguments), done.returncode, done.said))
    assert failed == []


@pytest.mark.parametrize("page", PAGES)
def test_commands_that_cannot_be_run_here_name_options_that_there_are(page: str) -> None:
    known = {name: {word for one in command.params for word in one.opts} for name, command in leaves()}
    for arguments in typed_on(ROOT / page):
        pair = " ".join(arguments[:2])
        name = pair if pair in known else _GROUPS.get(arguments[0], arguments[0])
        assert name in known, arguments
        options = {word.split("=")[0] for word in arguments if word.startswith("-") and len(word) > 1}
        assert options <= known[name] | {"--no-archive", "--no-ledger", "--no-pager"}, arguments
