"""`stmtdiff check` and `stmtdiff policy` through their real entry point: exit codes, files, GitHub's own files."""

import json
import re
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Event, Thread, current_thread

import pytest
from support.command import QUIET, run, seeded
from support.verdicts import CVID

import stmtdiff
from stmtdiff.checking.baseline import read_baseline
from stmtdiff.cli import output
from stmtdiff.cli.judging import judge_of, remember
from stmtdiff.releases.judging import Judge
from stmtdiff.report import Report
from stmtdiff.series import writing

OLD = "Osk, 2 May 2031\n\n1. It held to a complete, verifiable and irreversible end.\n\n2. It voiced grave concern.\n"
NEW = OLD.replace("2 May 2031", "3 May 2032").replace("complete, verifiable and irreversible", "complete")
SAMPLE = ("check", "sample:2025")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a policy and two statements, which is where commands run."""
    (tmp_path / "stmtdiff.toml").write_text(CVID, encoding="utf-8")
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    if "PYTHONPATH" not in QUIET:
        monkeypatch.setitem(QUIET, "PYTHONPATH", str(Path(__file__).parents[1]))
    return tmp_path


def check(*arguments: str | Path, code: int, **environment: str) -> str:
    done = run("check", "new.txt", "--against", "old.txt", *arguments, **environment)
    assert (done.returncode, done.stderr) == (code, b"")
    return done.stdout.decode("utf-8")


def mistake(*arguments: str | Path) -> str:
    done = run(*arguments)
    said = done.stderr.decode("utf-8")
    assert (done.returncode, done.stdout, said.count("\n")) == (2, b"", 1)
    return said


@pytest.mark.usefixtures("desk")
def test_the_verdict_comes_first_and_the_command_that_it_names_accepts(desk: Path):
    """What the output says to type is typed, and does what it says."""
    said = check(code=1)
    assert said.startswith("FAILED: 1 error\nold.txt (2031-05-02) -> new.txt (2032-05-03), by stmtdiff.toml\n")
    assert "old 1: It held to a [-complete, verifiable and irreversible-] end." in said
    assert "new 1: It held to a {+complete+} end." in said
    (command,) = re.findall(r"accept: stmtdiff (.*)", said)
    words = command.replace('"WHY"', "agreed").split()
    done = run(*words)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"passed: no findings; 1 accepted\n")
    assert "agreed" in (desk / "stmtdiff-baseline.toml").read_text(encoding="utf-8")
    assert check(code=0).startswith("passed: no findings; 1 accepted\n")


def test_another_softening_fails_again_and_the_baseline_keeps_what_was_written_by_hand(desk: Path):
    check("--accept", "cvid", "--reason", "agreed", code=0)
    baseline = desk / "stmtdiff-baseline.toml"
    by_hand = "# ours\n" + baseline.read_text(encoding="utf-8") + "# more\n"
    baseline.write_text(by_hand, encoding="utf-8")
    baseline.chmod(0o640)
    grave = CVID + CVID.replace("cvid", "grave").replace("complete, verifiable and irreversible", "grave concern")
    (desk / "stmtdiff.toml").write_text(grave, encoding="utf-8")
    (desk / "new.txt").write_text(NEW.replace("grave concern", "concern"), encoding="utf-8")
    assert check(code=1).startswith("FAILED: 1 error; 1 accepted\n")
    check("--accept", "grave", "--reason", 'so "be" it', "--until", "2033-01-01", code=0)
    text = baseline.read_text(encoding="utf-8")
    assert text.startswith(by_hand)
    assert "until = 2033-01-01" in text
    assert stat.S_IMODE(baseline.stat().st_mode) == 0o640
    assert [path.name for path in desk.iterdir() if path.name.startswith(".")] == []
    assert "look again: grave." in check("--date", "2033-01-02", code=1)


def test_a_release_is_checked_against_the_one_before_it(desk: Path):
    (desk / "stmtdiff.toml").unlink()
    assert b"next: stmtdiff check sample:2025" in run("policy", "init").stdout
    done = run(*SAMPLE)
    assert done.returncode == 1
    assert b"sample:2024 (2024-07-26) -> sample:2025 (2025-07-11)" in done.stdout
    assert run(*SAMPLE, "--accept", "cvid", "--reason", "agreed").returncode == 0
    assert run(*SAMPLE).returncode == 0
    assert run(*SAMPLE, "--fail-on", "note").returncode == 1


def test_several_formats_at_once_and_all_are_made_before_any_is_written(desk: Path):
    check("-f", "github", "-f", "sarif=out.sarif", "-f", "junit=out.xml", "-f", "json=out.json", code=1)
    assert json.loads((desk / "out.json").read_text(encoding="utf-8"))["verdict"] == "failed"
    assert json.loads((desk / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert check("-o", "out.md", code=1) == ""
    assert (desk / "out.md").read_text(encoding="utf-8").startswith("## stmtdiff check FAILED")
    said = mistake("check", "new.txt", "--against", "old.txt", "-f", "text", "-f", "sarif=absent/out.sarif")
    assert "nothing was written" in said


def test_a_file_in_a_repository_is_named_as_the_repository_names_it(desk: Path, monkeypatch: pytest.MonkeyPatch):
    (desk / ".git").mkdir()
    (desk / "texts").mkdir()
    (desk / "new.txt").rename(desk / "texts" / "new.txt")
    monkeypatch.chdir(desk / "texts")
    done = run("check", "new.txt", "--against", "../old.txt", "-f", "github")
    assert done.stdout.startswith(b"::error file=texts/new.txt,line=3,")


def outputs(path: Path) -> dict[str, str]:
    """Return the outputs of a step as GitHub's runner reads them."""
    found, lines = {}, iter(path.read_text(encoding="utf-8").splitlines())
    for line in lines:
        name, mark = line.split("<<")
        value = []
        while (part := next(lines)) != mark:
            value.append(part)
        found[name] = "\n".join(value)
    return found


def test_github_gets_outputs_and_a_summary_only_where_its_format_is_asked_for(desk: Path):
    files = {name: str(desk / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    check(code=1, **files)
    assert not (desk / "GITHUB_OUTPUT").exists()
    name = "out\nverdict=passed\nverdict<<EOF.sarif"
    check("-f", "github", "-f", f"sarif={name}", code=1, **files)
    assert outputs(desk / "GITHUB_OUTPUT") == {"verdict": "failed", "findings": "1", "sarif": name}
    assert (desk / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8").startswith("## stmtdiff check FAILED: 1 error\n")
    marks = [re.findall("<<(.*)", (desk / "GITHUB_OUTPUT").read_text(encoding="utf-8"))[0]]
    (desk / "GITHUB_OUTPUT").unlink()
    check("-f", "github", code=1, **files)
    marks.append(re.findall("<<(.*)", (desk / "GITHUB_OUTPUT").read_text(encoding="utf-8"))[0])
    assert marks[0] != marks[1], "a delimiter that can be known can be forged"


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("check", "new.txt"), "--against OLD"),
        (("check", "absent.txt", "--against", "old.txt"), "absent.txt"),
        (("check", "new.txt", "--against", "sample:1901"), "does not name a release"),
        (("check", "sample:2019"), "is the first release of its series"),
        (("check", "nowhere:2024"), "nowhere"),
        (("check", "-", "--against", "-"), "standard input"),
        (("check", "new.txt", "--against", "old.txt", "--policy", "absent.toml"), "absent.toml: there is no such file"),
        (("check", "new.txt", "--against", "old.txt", "--policy", "broken.toml"), "broken.toml:5:1: unknown key"),
        (("check", "new.txt", "--against", "old.txt", "--policy", "."), "cannot be read"),
        (("check", "new.txt", "--against", "old.txt", "--baseline", "absent.toml"), "absent.toml"),
        (("check", "new.txt", "--against", "old.txt", "--baseline", "broken.toml"), "broken.toml:1:1"),
        (("check", "new.txt", "--against", "old.txt", "-f", "xml"), "formats: text, json, sarif"),
        (("check", "new.txt", "--against", "old.txt", "-f", "json", "-f", "sarif"), "the same place"),
        (("check", "new.txt", "--against", "old.txt", "-f", "json=a", "-f", "sarif=./a"), "the same place"),
        (("check", "new.txt", "--against", "old.txt", "-o", "new.txt"), "would overwrite"),
        (("check", "new.txt", "--against", "old.txt", "-f", "text=stmtdiff.toml"), "would overwrite"),
        (("check", "new.txt", "--against", "old.txt", "--fail-on", "never"), "severities: error, warning, note"),
        (("check", "new.txt", "--against", "old.txt", "--date", "soon"), "'soon' is not a date"),
        (("check", "new.txt", "--against", "old.txt", "--accept", "cvd", "--reason", "x"), "did you mean 'cvid'?"),
        (("check", "new.txt", "--against", "old.txt", "--accept", "cvid"), '--reason "why'),
        (("check", "new.txt", "--against", "old.txt", "--reason", "x"), "need --accept ID"),
        (("policy", "init"), "stmtdiff.toml: nothing was written: the file exists already"),
        (("policy", "explain", "cvd"), "did you mean 'cvid'?"),
        (("policy", "test", "broken.toml"), "broken.toml:5:1"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_writes_nothing(arguments: tuple[str, ...], part: str, desk: Path):
    (desk / "broken.toml").write_text(f"{CVID}sevrity = 1\n", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in desk.iterdir()}
    assert part in mistake(*arguments)
    assert {path.name: path.read_bytes() for path in desk.iterdir()} == before


def test_without_a_policy_the_next_step_is_named(desk: Path):
    (desk / "stmtdiff.toml").unlink()
    assert "'stmtdiff policy init' writes one" in mistake("check", "new.txt", "--against", "old.txt")


def test_what_is_accepted_already_is_said_and_not_written_twice(desk: Path):
    check("--accept", "cvid", "--reason", "agreed", code=0)
    before = (desk / "stmtdiff-baseline.toml").read_bytes()
    said = mistake("check", "new.txt", "--against", "old.txt", "--accept", "cvid", "--reason", "again")
    assert "'cvid' is accepted already" in said
    assert (desk / "stmtdiff-baseline.toml").read_bytes() == before


def test_a_baseline_that_cannot_be_written_is_said(desk: Path):
    """The folder that should hold it is a file."""
    accepting = ("--accept", "cvid", "--reason", "agreed", "--baseline", "old.txt/accepted.toml")
    assert "nothing was written" in mistake("check", "new.txt", "--against", "old.txt", *accepting)
    assert (desk / "old.txt").read_text(encoding="utf-8") == OLD


def test_standard_input_is_a_statement(desk: Path):
    done = run("check", "-", "--against", "old.txt", stdin=NEW.encode())
    assert done.returncode == 1
    assert b"[-complete, verifiable and irreversible-]" in done.stdout
    assert desk.is_dir()


def test_policy_test_and_explain(desk: Path):
    example = 'fires = [{ old = "A complete, verifiable and irreversible end.", new = "An end." }]\n'
    (desk / "stmtdiff.toml").write_text(CVID + example, encoding="utf-8")
    done = run("policy", "test")
    assert (done.returncode, done.stdout) == (0, b"1 examples, 0 failed\n")
    (desk / "stmtdiff.toml").write_text(CVID + example.replace("fires", "quiet"), encoding="utf-8")
    assert run("policy", "test").returncode == 1
    assert b"Any change of 'complete, verifiable and irreversible'" in run("policy", "explain", "cvid").stdout
    assert run("policy", "explain").stdout.startswith(b"cvid")


def test_the_same_check_gives_the_same_bytes_under_any_hash_seed(desk: Path):
    names = ("text", "json", "sarif", "junit", "github", "markdown")
    commands = [("check", "new.txt", "--against", "old.txt", "-f", name) for name in names]
    one, other = (seeded(seed, commands) for seed in "17")
    assert one == other == b"".join(check("-f", name, code=1).encode() for name in names)
    assert str(desk).encode() not in one


def test_a_reader_who_leaves_early_is_no_error(desk: Path):
    command = f'"{sys.executable}" -m stmtdiff check new.txt --against old.txt | head -n 1'
    done = subprocess.run(["sh", "-c", command], env=QUIET, cwd=desk, capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"FAILED: 1 error\n", b"")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("check", "absent.txt", "--against", "old.txt"), 2),
        (("check", "new.txt", "--against", "old.txt", "--policy", "absent.toml"), 2),
        (("check", "--absent"), 2),
        (("brief", "absent.txt"), 2),
        (("check", "new.txt", "--against", "old.txt"), 1),
    ],
)
@pytest.mark.parametrize("place", ["closed", "full"])
@pytest.mark.skipif(sys.platform == "win32", reason="descriptors are closed by a shell of POSIX")
@pytest.mark.usefixtures("desk")
def test_a_standard_error_that_nobody_can_write_to_changes_no_exit_code(
    arguments: tuple[str, ...], code: int, place: str
):
    """1 is a finding; a failure is 2, also where its sentence gets nowhere."""
    if place == "full" and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    turned = "2>&-" if place == "closed" else "2>/dev/full"
    command = [sys.executable, "-m", "stmtdiff", *arguments]
    done = subprocess.run(["sh", "-c", f'exec "$@" {turned}', "sh", *command], stdout=subprocess.PIPE, env=QUIET)
    assert done.returncode == code


@pytest.mark.skipif(sys.platform == "win32", reason="descriptors are closed by a shell of POSIX")
def test_a_verdict_that_cannot_be_written_is_no_finding(desk: Path):
    command = [sys.executable, "-m", "stmtdiff", "check", "new.txt", "--against", "old.txt"]
    both = subprocess.run(["sh", "-c", 'exec "$@" >&- 2>&-', "sh", *command], env=QUIET)
    assert both.returncode == 2
    told = ["-f", "json=told.json"]
    alone = subprocess.run(["sh", "-c", 'exec "$@" 2>&-', "sh", *command, *told], stdout=subprocess.PIPE, env=QUIET)
    assert alone.returncode == 1
    assert json.loads((desk / "told.json").read_text(encoding="utf-8"))["verdict"] == "failed"


def test_who_writes_a_file_for_a_program_still_reads_the_verdict(desk: Path):
    said = check("-f", "sarif=out.sarif", code=1)
    assert said == check(code=1)
    assert json.loads((desk / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert check("-f", "sarif=out.sarif", "-f", "json=out.json", code=1) == said
    assert check("-f", "sarif=out.sarif", "-f", "github", code=1).startswith("::")
    assert check("-o", "out.json", code=1) == ""


OLDER = '[[watch]]\nid = "c"\nphrase = "grave concern|deep concern"\nmessage = "The concern changed."\n'


def test_a_phrase_of_schema_1_that_schema_2_reads_otherwise_is_told(desk: Path):
    (desk / "stmtdiff.toml").write_text(OLDER, encoding="utf-8")
    said = check(code=1)
    reading = (
        "c: 'grave concern|deep concern' is read as 'grave concern concern' or 'grave deep concern'; "
        "in schema 2 it would be 'grave concern' or 'deep concern'"
    )
    assert f"\nphrase of {reading}\n" in said
    assert json.loads(check("-f", "json", code=1))["readings"] == [reading]
    assert reading.removeprefix("c: ") in run("policy", "explain", "c").stdout.decode("utf-8")
    (desk / "stmtdiff.toml").write_text(f'schema = "stmtdiff-policy/2"\n{OLDER}', encoding="utf-8")
    assert "is read as" not in check(code=0)


def test_policy_upgrade_rewrites_the_phrases_and_nothing_else(desk: Path):
    policy = "# Red lines.\r\n\r\n" + OLDER.replace('"grave', '"a|b grave').replace("\n", "\r\n") + "# the end\r\n"
    (desk / "stmtdiff.toml").write_bytes(policy.encode())
    told = run("policy", "upgrade")
    assert (told.returncode, told.stdout.decode()) == (0, "stmtdiff.toml is schema 2 now; 1 phrase rewritten\n")
    assert (desk / "stmtdiff.toml").read_bytes().decode() == policy.replace(
        "\r\n\r\n", '\r\n\r\nschema = "stmtdiff-policy/2"\r\n\r\n'
    ).replace("a|b grave concern|deep concern", "(a|b) grave (concern|deep) concern")
    assert "already" in run("policy", "upgrade").stdout.decode()


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        (OLDER.replace("grave concern|", "(grave|") + "# \n", "stmtdiff.toml:3:1: the phrase '(grave|deep concern'"),
        (
            'schema = "stmtdiff-policy/3"\n' + OLDER,
            "stmtdiff.toml:1:1: schema 'stmtdiff-policy/3' is not known to this version",
        ),
        ("schema = 2\n" + OLDER, "'schema': expected `str`, got `int`"),
    ],
)
def test_a_policy_that_cannot_be_upgraded_stays_as_it_is(desk: Path, policy: str, said: str):
    (desk / "stmtdiff.toml").write_text(policy, encoding="utf-8")
    told = run("policy", "upgrade")
    assert told.returncode == 2
    assert said in told.stderr.decode()
    assert (desk / "stmtdiff.toml").read_text(encoding="utf-8") == policy


LAMPS = "".join(f'[[watch]]\nid = "lamp-{n}"\nphrase = "lamp {n}"\nmessage = "Lamp {n}."\n' for n in range(8))


@pytest.fixture
def lamps(desk: Path) -> tuple[Judge, Report]:
    """Return a judge with eight findings that nobody has accepted."""
    (desk / "stmtdiff.toml").write_text(LAMPS, encoding="utf-8")
    old = stmtdiff.from_paragraphs([f"The Panel lit lamp {n}." for n in range(8)], name="old")
    new = stmtdiff.from_paragraphs(["The Panel met."], name="new")
    asked = judge_of(None, None, is_accepting=True)
    return asked, stmtdiff.compare(old, new)


def accepted_ids(asked: Judge) -> set[str]:
    return {one.id.partition(".")[0] for one in read_baseline(asked.baseline).accepted}


def test_two_who_accept_at_one_moment_lose_nothing(lamps: tuple[Judge, Report], monkeypatch: pytest.MonkeyPatch):
    """The first has read and not yet written when the second comes: it waits for the lock, and both stand."""
    asked, report = lamps
    is_waiting, first = Event(), current_thread()
    hold, replace_file = writing._hold, output.replace_file
    second = Thread(target=remember, args=(asked, report, ["lamp-1"]), kwargs={"reason": "b", "until": ""})

    def held(descriptor: int, *waiting) -> None:
        if current_thread() is not first:
            is_waiting.set()
        hold(descriptor, *waiting)

    def written(raw: bytes, path: Path) -> None:
        if current_thread() is first:
            second.start()
            assert is_waiting.wait(60), "nobody asked for the lock"
            assert not asked.baseline.exists()
        replace_file(raw, path)

    monkeypatch.setattr(writing, "_hold", held)
    monkeypatch.setattr(output, "replace_file", written)
    remember(asked, report, ["lamp-0"], reason="a", until="")
    second.join(60)
    assert accepted_ids(asked) == {"lamp-0", "lamp-1"}


def test_many_who_accept_together_all_stand(lamps: tuple[Judge, Report]):
    asked, report = lamps
    start = Barrier(8)

    def accept(number: int) -> None:
        start.wait(60)
        remember(asked, report, [f"lamp-{number}"], reason="agreed", until="")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(accept, range(8)))
    assert accepted_ids(asked) == {f"lamp-{n}" for n in range(8)}
    with pytest.raises(stmtdiff.StmtdiffError, match="is accepted already"):
        remember(asked, report, ["lamp-3"], reason="again", until="")
    assert {path.name for path in asked.baseline.resolve().parent.iterdir()} == {
        *("stmtdiff.toml", "stmtdiff-baseline.toml", "old.txt", "new.txt"),
    }
