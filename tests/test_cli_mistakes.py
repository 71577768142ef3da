"""First mistakes: one clear sentence on standard error with the next thing to try, exit 2, no traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.command import run
from test_cli import pair

from stmtdiff.cli.output import replace_file

__all__ = ["pair"]  # a fixture

POLICY = '[[topic]]\nid = "panel"\nphrase = "panel"\nmessage = "The Panel is gone."\n'
BROKEN_PACK = 'id = "own"\nname = "Own"\nsurprise = 1\n'


def sentence(*arguments: str | Path, **environment: str) -> str:
    done = run(*arguments, **environment)
    assert (done.returncode, done.stdout) == (2, b"")
    said = done.stderr.decode("utf-8")
    assert said.startswith("stmtdiff: ")
    assert said.count("\n") == 1
    return said


def test_files_that_cannot_be_read(tmp_path: Path, pair: tuple[Path, Path]):
    empty, binary, pdf = tmp_path / "empty.txt", tmp_path / "binary.txt", tmp_path / "a.pdf"
    empty.write_bytes(b"")
    binary.write_bytes(b"\x00\x01\x02\xff" * 99)
    pdf.write_bytes(b"%PDF-1.7\n%\xe2\xe3\n")
    link = tmp_path / "link.txt"
    link.symlink_to("nowhere")
    assert "the link points to nothing" in sentence("diff", link, pair[1])
    assert "name is empty" in sentence("diff", "", pair[1])
    for path in (tmp_path / "absent.txt", tmp_path, empty, binary, pdf):
        said = sentence("diff", path, pair[1])
        assert path.name in said
        assert said.rstrip().endswith(")"), f"{said} holds no hint"


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        (("a.txt", "b.txt"), "Did you mean: stmtdiff diff a.txt b.txt"),
        (("arf:2024", "arf:2025"), "Did you mean: stmtdiff diff arf:2024 arf:2025"),
        (("brief", "a.txt", "b.txt"), "Did you mean: stmtdiff brief b.txt --against a.txt"),
        (("diff", "a.txt", "b.txt", "c.txt"), "diff compares two statements: stmtdiff diff a.txt b.txt"),
    ],
)
def test_statements_in_the_wrong_place_get_the_command_that_was_meant(typed: tuple[str, ...], hint: str):
    done = run(*typed)
    assert done.returncode == 2
    assert done.stderr.decode("utf-8").splitlines()[-1].startswith(hint)


@pytest.mark.parametrize("typed", [("difff", "a"), ("a", "b"), ("diff", "a.txt", "--wdith", "3"), ("brief",)])
def test_other_mistakes_get_no_such_hint(typed: tuple[str, ...]):
    done = run(*typed)
    assert done.returncode == 2
    assert "meant" not in done.stderr.decode("utf-8")


@pytest.mark.parametrize("command", [(), ("diff",), ("policy",), ("policy", "init"), ("series", "find")])
def test_h_is_help_everywhere(command: tuple[str, ...]):
    done = run(*command, "-h")
    assert (done.returncode, done.stdout) == (0, run(*command, "--help").stdout)


@pytest.mark.parametrize("reference", ["sample:1901", "nowhere:2024", "sample:"])
def test_references_that_name_nothing(reference: str):
    assert reference.split(":")[0] in sentence("diff", reference, "sample:2025")


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("-f", "odt"), "formats: terminal, plain"),
        (("-o", "a.pptx"), "there is no format 'pptx'"),
        (("--view", "above"), "views: side"),
        (("--only", "nicer"), "kinds: qualifier"),
        (("--grain", "coarse"), "grains: editor"),
        (("--pack", "opera"), "opera"),
        (("--rules", "absent.toml"), "absent.toml"),
        (("--topic", "..."), "..."),
        (("--context", "-1"), "cannot be negative"),
        (("--width", "3"), "20 columns"),
        (("--selector", "!!"), "!!"),
    ],
)
def test_choices_that_do_not_exist(arguments: tuple[str, str], part: str, pair: tuple[Path, Path], tmp_path: Path):
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><p>The Panel met.</p>", encoding="utf-8")
    assert part in sentence("diff", page if "--selector" in arguments else pair[0], pair[1], *arguments)


def test_a_broken_pack_is_named_with_its_line(tmp_path: Path, pair: tuple[Path, Path]):
    pack = tmp_path / "own.toml"
    pack.write_text(BROKEN_PACK, encoding="utf-8")
    assert "own.toml:3:1:" in sentence("diff", *pair, "--rules", pack)


def test_a_result_never_replaces_a_statement(pair: tuple[Path, Path]):
    before = pair[1].read_bytes()
    assert "would overwrite one of the input files" in sentence("diff", *pair, "-o", pair[1])
    assert pair[1].read_bytes() == before


def test_a_result_never_replaces_rules_it_was_made_by(pair: tuple[Path, Path], tmp_path: Path):
    pack = tmp_path / "own.toml"
    pack.write_text(BROKEN_PACK, encoding="utf-8")
    against = (pair[1], "--against", pair[0])
    for command in (("diff", *pair), ("brief", *against), ("quotes", *against)):
        assert "would overwrite" in sentence(*command, "--rules", pack, "-f", "json", "-o", pack)
    assert pack.read_text(encoding="utf-8") == BROKEN_PACK


@pytest.mark.parametrize("command", ["diff", "brief", "quotes", "check", "history", "matrix", "trace", "outline"])
def test_a_suffix_means_the_same_everywhere(command: str, pair: tuple[Path, Path], tmp_path: Path):
    """One that means no format is refused before anything is written, and one that means text is text."""
    policy = tmp_path / "stmtdiff.toml"
    policy.write_text(POLICY, encoding="utf-8")
    against = (pair[1], "--against", pair[0])
    arguments: tuple[str | Path, ...] = {
        "diff": pair,
        "brief": against,
        "quotes": against,
        "check": (*against, "--policy", policy),
        "history": ("sample", "grave concern"),
        "matrix": ("sample", "grave concern"),
        "trace": ("sample", "2025#19"),
        "outline": (pair[0],),
    }[command]
    wrong = tmp_path / "out.toml"
    assert "there is no format 'toml' (formats: " in sentence(command, *arguments, "-o", wrong)
    assert not wrong.exists()
    written = []
    for name in ("out.txt", "out"):
        done = run(command, *arguments, "-o", tmp_path / name)
        assert (done.returncode, done.stderr) == (0, b"")
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1] == run(command, *arguments, "-f", "text").stdout
    assert written[0]


def test_a_file_is_written_whole_or_not_at_all(pair: tuple[Path, Path], tmp_path: Path):
    """Its permissions stay; a new one has those of the user; a device is written to as it is; a link stays one."""
    target, link, fresh = tmp_path / "a.md", tmp_path / "link.md", tmp_path / "new.md"
    target.write_text("before", encoding="utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    assert run("diff", *pair, "-o", link).returncode == 0
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert target.read_bytes() == run("diff", *pair, "-f", "markdown").stdout
    mask = os.umask(0o027)
    try:
        run("diff", *pair, "-o", fresh)
    finally:
        os.umask(mask)
    assert fresh.stat().st_mode & 0o777 == 0o640
    assert "No space left" in sentence("diff", *pair, "-f", "json", "-o", "/dev/full")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "link.md", "new.md", "new.txt", "old.txt"]


def test_a_file_that_is_missing_is_said_before_what_else_is(pair: tuple[Path, Path], tmp_path: Path):
    (tmp_path / "a b.txt").write_text("text", encoding="utf-8")
    assert "absent.txt: there is no such file (check the path)" in sentence("brief", tmp_path / "absent.txt")
    assert f"did you mean {pair[1]}?" in sentence("diff", tmp_path / "nwe.txt", pair[1])
    assert f"did you mean {pair[1]}?" in sentence("diff", tmp_path / "new.html", pair[0])
    assert "name one with --against OLD" in sentence("brief", pair[1])


def test_what_can_never_be_found_is_said(tmp_path: Path, pair: tuple[Path, Path]):
    assert "(stmtdiff pull SERIES" in sentence("series", "find", "concern", "--library", tmp_path / "none")
    assert "this is a file" in sentence("series", "--library", pair[0])
    assert "'ftp://a/b' is not an http or https address" in sentence("diff", "ftp://a/b", pair[1])
    assert "two to sixty small letters" in sentence("add", pair[0], "--series", "t", "--library", tmp_path / "none")


def test_a_first_policy_says_how_to_use_it_where_it_is(tmp_path: Path):
    done = run("policy", "init", tmp_path / "own lines.toml")
    assert f"check sample:2025 --policy '{tmp_path / 'own lines.toml'}'," in done.stdout.decode("utf-8")


def test_a_place_that_cannot_be_written(pair: tuple[Path, Path], tmp_path: Path):
    assert "nothing was written" in sentence("diff", *pair, "-o", tmp_path / "absent" / "a.md")


def test_a_name_with_controls_does_not_reach_the_terminal(pair: tuple[Path, Path]):
    said = sentence("diff", "a\x1b[2Jb.txt", pair[1])
    assert "\x1b" not in said
    assert "a<U+001B>[2Jb.txt" in said


@pytest.mark.parametrize(
    "arguments", [("diff",), ("diff", "a", "b", "--nonsense"), ("dif", "a", "b"), ("schema", "a", "b")]
)
def test_usage_errors_are_exit_2_too(arguments: tuple[str, ...]):
    done = run(*arguments)
    assert done.returncode == 2
    assert b"Usage: " in done.stderr
    assert b"Traceback" not in done.stderr


def test_our_own_faults_ask_for_a_report(monkeypatch: pytest.MonkeyPatch):
    """The traceback is for those who ask for it."""
    from stmtdiff.cli.app import explained

    try:
        raise ZeroDivisionError("a\x1bb")
    except ZeroDivisionError as error:
        fault = error
    monkeypatch.delenv("STMTDIFF_DEBUG", raising=False)
    assert "INTERNAL ERROR: ZeroDivisionError: a<U+001B>b (please report this" in explained(fault)
    assert "Traceback" not in explained(fault)
    monkeypatch.setenv("STMTDIFF_DEBUG", "1")
    assert "Traceback" in explained(fault)


@pytest.mark.skipif(sys.platform == "win32", reason="descriptors are closed by a shell of POSIX")
@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("demo > /dev/full", "No space left on device (write to a file with -o)"),
        ("demo >&-", "standard output is closed (write to a file with -o)"),
        ("--help > /dev/full", "No space left on device"),
        ("--help >&-", "standard output is closed"),
        ("check --help >&- <&-", "standard output is closed"),
        ("--version > /dev/full", "No space left on device"),
        ("outline - <&-", "standard input is closed"),
        ("diff - sample:2025 <&- >&-", "standard input is closed"),
    ],
)
def test_a_stream_that_is_full_or_closed_is_one_sentence(command: str, said: str) -> None:
    """Exit 2, no traceback, nothing half said: 1 is a finding, and nothing found was never meant here."""
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m stmtdiff {command}'], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert said in done.stderr
    assert "INTERNAL" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("diff", "sample:2024", "sample:2025", "-o", "{}"),
        ("text", "sample:2025", "-o", "{}"),
        ("series", "--library", "{}"),
        ("history", "{}", "concern"),
        ("outline", "sample:{}"),
        ("outline", "{}"),
        ("policy", "init", "{}"),
        ("check", "sample:2025", "--policy", "{}"),
    ],
    ids=" ".join,
)
def test_a_name_that_is_too_long_is_one_sentence(arguments: tuple[str, ...]) -> None:
    done = run(*(argument.format("x" * 5000) for argument in arguments))
    assert done.returncode == 2
    assert done.said.count("\n") == 1
    assert "INTERNAL" not in done.said


def test_what_the_system_refuses_is_no_fault_of_ours() -> None:
    from stmtdiff.cli.app import explained

    told = "File name too long"
    assert explained(OSError(36, told, "x" * 5000)) == f"{'x' * 200}: {told} (check the path)"
    assert explained(FileNotFoundError(2, "No such file")).startswith("the current folder no longer exists")
    assert explained(OSError(5, "Input/output error")).startswith(
        "something could not be read or written: Input/output"
    )
    assert explained(MemoryError()).startswith("there is not enough memory")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes no file that is open, and tells no leftover")
def test_what_a_killed_command_left_beside_its_output_is_swept(tmp_path: Path) -> None:
    """Drafts of the same output that nobody holds go; what another process is writing stays, and so do strangers."""
    import fcntl

    report = tmp_path / "report[1].html"
    left, held = tmp_path / ".report[1].html.abc.part", tmp_path / ".report[1].html.def.part"
    others = [tmp_path / ".other.html.abc.part", tmp_path / ".report[1].html.swp", tmp_path / ".report1.html.x.part"]
    for path in (left, held, *others):
        path.write_text("half")
    with held.open("r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        replace_file(b"whole", report)
        replace_file(b"whole again", report)
    assert report.read_bytes() == b"whole again"
    assert not left.exists()
    assert sorted(tmp_path.iterdir()) == sorted([report, held, *others])
    assert [path.read_text() for path in (held, *others)] == ["half"] * 4
