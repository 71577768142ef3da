"""The command line through its real entry point: what is written where, and with which exit code."""

import io
import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from conftest import ROOT
from support.command import QUIET, out, process, run, seeded
from support.word import p, word

SAMPLE = Path(__file__).parent.parent / "corpora" / "sample"
OLD = "The Panel expressed grave concern over the reefs.\n\nIt met on 3 May 2031.\n"
NEW = "The Panel expressed concern over the reefs.\n\nIt met on 3 May 2031.\n"


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new


def test_a_pipe_gets_the_plain_notation(pair: tuple[Path, Path]):
    page = out("diff", *pair)
    assert page.startswith("1 substantive shift\n")
    assert "The Panel expressed [-grave-] concern over the reefs." in page


def test_view_and_width_are_as_asked(pair: tuple[Path, Path]):
    assert "│" in out("diff", *pair, "--view", "side")
    lines = out("diff", *pair, "-f", "terminal", "--width", "40").splitlines()
    assert max(map(len, lines)) <= 40


@pytest.mark.parametrize("name", ["FORCE_COLOR", "CLICOLOR_FORCE"])
def test_colour_can_be_forced_and_no_color_wins(pair: tuple[Path, Path], name: str):
    assert "\x1b[" in out("diff", *pair, **{name: "1"})
    assert "\x1b[" not in out("diff", *pair, **{name: "0"})
    assert "\x1b[" not in out("diff", *pair, **{name: "1", "NO_COLOR": "1"})


def test_a_file_gets_its_format_from_its_name_and_no_colour(pair: tuple[Path, Path], tmp_path: Path):
    for name, start in (("a.md", "**1 sub"), ("a.json", "{"), ("a.csv", "id,"), ("a.txt", "1 sub"), ("a.svg", "<svg")):
        assert out("diff", *pair, "-o", tmp_path / name, FORCE_COLOR="1") == ""
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert text.startswith(start)
        assert "\x1b" not in text


def test_exit_code_says_whether_something_substantive_changed(pair: tuple[Path, Path]):
    old, new = pair
    assert run("diff", old, new, "--exit-code").returncode == 1
    assert run("diff", old, old, "--exit-code").returncode == 0


def test_exit_code_is_1_for_a_note_alone_which_is_shown(tmp_path: Path):
    for name, place in (("old", "Osk"), ("new", "Arden")):
        tmp_path.joinpath(f"{name}.txt").write_text(f"It met.\u00b9\n\n\u00b9 In {place}.\n", encoding="utf-8")
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    done = run("diff", old, new, "--exit-code")
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.startswith(b"1 substantive shift, in the notes\n")
    assert b"In [-Osk-]{+Arden+}." in done.stdout
    assert run("diff", old, old, "--exit-code").returncode == 0
    assert run("diff", old, new).returncode == 0


def test_standard_input_is_a_statement(pair: tuple[Path, Path]):
    assert b"[-grave-]" in run("diff", "-", pair[1], stdin=OLD.encode()).stdout
    both = run("diff", "-", "-", stdin=OLD.encode())
    assert (both.returncode, both.stdout) == (2, b"")


def test_nothing_means_that_all_was_added_as_git_calls_it(pair: tuple[Path, Path]):
    assert "2 paragraphs added" in out("diff", "/dev/null", pair[0])
    assert "2 paragraphs removed" in out("diff", pair[0], "/dev/null")


def test_it_is_a_difftool_for_git(tmp_path: Path):
    """`git difftool -x` hands over two files, and /dev/null where a statement is new."""
    quiet = {**QUIET, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}

    def git(*arguments: str) -> str:
        command = ["git", "-c", "user.name=t", "-c", "user.email=t@t.example", *arguments]
        return subprocess.run(command, cwd=tmp_path, env=quiet, capture_output=True, text=True, check=True).stdout

    git("init", "-q")
    (tmp_path / "statement.txt").write_text(OLD, encoding="utf-8")
    git("add", "-A")
    git("commit", "-qm", "old")
    (tmp_path / "statement.txt").write_text(NEW, encoding="utf-8")
    (tmp_path / "fresh.txt").write_text(NEW, encoding="utf-8")
    git("add", "-A")
    shown = git("difftool", "--cached", "-y", "-x", f"{sys.executable} -m stmtdiff diff")
    assert "[-grave-]" in shown
    assert "2 paragraphs added" in shown


def test_the_locale_does_not_matter(pair: tuple[Path, Path]):
    pair[1].write_text("東の灯台 in a C locale", encoding="utf-8")
    done = process("diff", *pair, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert (done.returncode, done.said) == (0, "")
    assert "東の灯台" in done.out


def test_the_same_input_gives_the_same_bytes_under_any_hash_seed():
    pair = ("diff", SAMPLE / "2024.txt", SAMPLE / "2025.txt", "-f")
    commands = [(*pair, name) for name in ("plain", "json", "markdown")]
    one, other = (seeded(seed, commands) for seed in "17")
    assert one == other == b"".join(run(*command).stdout for command in commands)


def test_a_reader_who_leaves_early_is_no_error():
    command = f'"{sys.executable}" -m stmtdiff demo --all | head -n 1'
    done = subprocess.run(["sh", "-c", command], env=QUIET, capture_output=True, check=False)
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no pseudo-terminals")
def test_a_terminal_gets_colour_columns_and_a_pager(pair: tuple[Path, Path], tmp_path: Path):
    """Long output goes through the reader's pager, short output does not."""
    pager = tmp_path / "pager"
    pager.write_text(f'#!/bin/sh\necho PAGED; cat > "{tmp_path}/paged"\n', encoding="utf-8")
    pager.chmod(0o755)
    shown = at_terminal("diff", *pair, PAGER=str(pager))
    assert "\x1b[" in shown
    assert "│" in shown
    assert "PAGED" not in shown
    assert "PAGED" in at_terminal("demo", PAGER=str(pager))
    assert "\x1b[" in (tmp_path / "paged").read_text(encoding="utf-8")
    assert "PAGED" not in at_terminal("diff", SAMPLE / "2024.txt", SAMPLE / "2025.txt", "--no-pager", PAGER=str(pager))


def at_terminal(*arguments: str | Path, **environment: str) -> str:
    """Return what a command writes to a terminal."""
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "stmtdiff", *map(str, arguments)]
    with subprocess.Popen(command, stdout=theirs, env=QUIET | {"TERM": "xterm", **environment}) as process:
        os.close(theirs)
        seen = bytearray()
        while chunk := _read(ours):
            seen += chunk
    os.close(ours)
    assert process.returncode == 0
    return seen.decode("utf-8")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # Linux says so when the other end of a terminal is closed
        return b""


def test_demo_and_version():
    assert out("demo").splitlines()[0].endswith("folded")
    assert out("--version").startswith("stmtdiff ")


def test_outline_says_how_a_file_was_read(pair: tuple[Path, Path]):
    page = out("outline", pair[0])
    assert "read by  text" in page
    assert "The Panel expressed grave concern over the reefs." in page
    data = json.loads(out("outline", pair[0], "-f", "json"))
    assert [paragraph["text"] for paragraph in data["paragraphs"]] == OLD.strip().split("\n\n")


def test_text_is_every_paragraph_on_a_line(tmp_path: Path):
    file = tmp_path / "notes.txt"
    file.write_text("Harbour notes\n\n1. Ports stay\nopen.[1]\n\n2. Fees are\npaid.\n\n[1] Of the\nnorth.\n")
    assert out("text", file) == "Harbour notes\n\nPorts stay open.[1]\n\nFees are paid.\n"
    assert out("text", file, "--numbers").splitlines()[2::2] == ["1. Ports stay open.[1]", "2. Fees are paid."]
    assert out("text", file, "--notes").splitlines()[-1] == "[1] Of the north."
    out("text", file, "-o", tmp_path / "words.txt")
    assert (tmp_path / "words.txt").read_text() == out("text", file)


def test_text_says_its_doubts_beside_the_words(tmp_path: Path):
    file = tmp_path / "notes.txt"
    file.write_bytes("Fees – of 4 pounds – are paid at the quay.".encode("cp1252"))
    done = run("text", file)
    assert done.stdout.decode() == "Fees – of 4 pounds – are paid at the quay.\n"
    assert done.stderr.decode() == "stmtdiff: notes.txt: The file is not UTF-8; it was read as windows-1252.\n"


def test_git_diffs_documents_by_their_words_and_by_their_shifts(tmp_path: Path):
    """The recipes of docs/reading.md, asked of git itself."""
    page = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    recipes = re.findall(r"^git config (diff\.stmt\.\w+) '(.+)'$", page, re.MULTILINE)
    assert [name for name, _ in recipes] == ["diff.stmt.textconv", "diff.stmt.command"]
    folder = str(Path(sys.executable).parent)
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    environment["PATH"] = f"{folder}{os.pathsep}{os.environ['PATH']}"

    def git(*arguments: str) -> str:
        command = ["git", "-c", "user.name=A. Clerk", "-c", "user.email=clerk@example.org", *arguments]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
        return done.stdout

    git("init", "-q")
    (tmp_path / ".gitattributes").write_text("*.docx diff=stmt\n")
    document = tmp_path / "notes.docx"
    document.write_bytes(word(p("The Panel welcomed the charts."), p("Fees are paid at the quay.")))
    git("add", ".")
    git("commit", "-qm", "First")
    document.write_bytes(word(p("The Panel noted the charts."), p("Fees are paid at the quay.")))
    for name, value in recipes:
        git("config", name, value)
    assert "[-welcomed-]{+noted+}" in git("diff")
    assert "-The Panel welcomed the charts.\n+The Panel noted the charts.\n" in git("diff", "--no-ext-diff")


@pytest.mark.parametrize("name", ["report", "outline"])
def test_schemas_are_printed(name: str):
    schema = json.loads(out("schema", name))
    number = schema["properties"]["schema"]["const"].rpartition("/")[2]
    assert schema["title"] == f"stmtdiff {name}, version {number}"


def test_rules_are_listed_explained_and_tested():
    listed = out("rules", "list", "--pack", "general")
    code = listed.splitlines()[1].split()[0]
    assert out("rules", "explain", code).startswith(code)
    assert out("rules", "test").endswith(" 0 failed\n")


class FakeTerminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "seconds", "shown"), [(FakeTerminal, 0, True), (FakeTerminal, 60, False), (io.StringIO, 0, False)]
)
def test_progress_is_for_long_work_at_a_terminal(
    monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO], seconds: int, shown: bool
):
    from stmtdiff.cli import progress

    said = stream()
    monkeypatch.setattr(sys, "stderr", said)
    monkeypatch.setattr(progress, "SECONDS", seconds)
    appeared = threading.Event()
    appear = progress.Progress._appear
    monkeypatch.setattr(progress.Progress, "_appear", lambda line: (appear(line), appeared.set()))
    with progress.Progress(steps=2) as line:
        line.step("reading [bold]\x1b[2J")
        assert appeared.wait(10 if shown else 0) == shown
    assert ("reading [bold]<U+001B>[2J" in said.getvalue()) == shown


def test_help_lists_every_command_whole_and_in_the_order_of_the_readme():
    from stmtdiff.cli.app import ORDER, app

    known = {
        *(group.name for group in app.registered_groups),
        *(one.callback.__name__ for one in app.registered_commands),
    }
    assert set(ORDER) == known
    for group in ((), ("series",), ("policy",), ("rules",)):
        listed = out(*group, "--help", COLUMNS="80").split("Commands:\n")[1].splitlines()
        assert [line for line in listed if line.endswith("...") or not line.startswith("  ")] == []
    listed = out("--help", COLUMNS="80").split("Commands:\n")[1].splitlines()
    assert [line.split()[0] for line in listed] == list(ORDER)


def test_the_list_of_commands_is_made_without_options_and_says_the_same():
    """Whoever types nothing gets the list of the commands with all their options."""
    assert run("-h").stdout == run("--help").stdout == run().stderr
