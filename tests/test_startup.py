"""A command imports what it needs and no more: modules are counted, not milliseconds."""

import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parent.parent / "corpora" / "sample"
PROGRAM = """
import sys
from stmtdiff.cli import main
sys.argv = ["stmtdiff", *sys.argv[1:]]
try:
    main()
finally:
    print("\\n" + " ".join(sorted(sys.modules)), file=sys.stderr)
"""


def loaded(*arguments: str) -> set[str]:
    run = subprocess.run([sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, check=True)
    return set(run.stderr.splitlines()[-1].split())


def test_help_loads_nothing_but_the_commands():
    own = {name for name in loaded("--help") if name.startswith("stmtdiff.") and name != "stmtdiff.cli"}
    assert own == {"stmtdiff.formats"} | {
        f"stmtdiff.cli.{name}"
        for name in (
            *("add", "app", "batch", "brief", "check", "comments", "completing", "diff", "drafts", "history"),
            *("matrix", "outline", "parallel", "parameters", "policy", "pull", "quotes", "rules", "schema", "series"),
            *("site", "streams", "text", "trace"),
        )
    }


@pytest.mark.parametrize("library", ["rich", "lxml", "trafilatura", "markdown_it", "msgspec.json", "rapidfuzz"])
def test_help_loads_no_library_but_typer(library: str):
    assert library not in loaded("--help")


def test_a_command_loads_itself_and_no_other_command():
    used = loaded("diff", str(SAMPLE / "2019.txt"), str(SAMPLE / "2021.txt"))
    own = {name.removeprefix("stmtdiff.cli.") for name in used if name.startswith("stmtdiff.cli.")}
    assert own == {
        *("app", "diff", "parameters", "completing", "streams"),
        *("formats", "forum", "library", "network", "output", "progress"),
    }
    assert "stmtdiff.ledger" not in used, "plain text begins with no ledger"


def counted(statement: str, *arguments: str) -> list[str]:
    """Return the words that `statement` prints after a command; `calls` has what it parsed of phrases."""
    program = f"""
import sys
import stmtdiff.phrases.phrase as phrase
from stmtdiff.cli import main
calls = []
parse = phrase.choices_of
phrase.choices_of = lambda *given: calls.append(given[0]) or parse(*given)
sys.argv = ["stmtdiff", *sys.argv[1:]]
try:
    main()
finally:
    print({statement}, file=sys.stderr)
"""
    run = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True)
    return run.stderr.split()


def test_a_diff_parses_no_phrase_of_the_shipped_packs():
    """It parsed 556 of them, which took as long as to align and to judge the two texts."""
    both = str(SAMPLE / "2024.txt"), str(SAMPLE / "2025.txt")
    assert counted("len(calls)", "diff", *both) == ["0"]
    assert counted("len(calls)", "diff", *both, "--topic", "(grave|deep) concern") == ["1"], "what a reader typed is"


def test_no_pattern_is_compiled_while_a_module_is_imported():
    program = """
import re, sys
from stmtdiff.cli import main
compiled, compile = [], re.compile
def noted(*given):
    frame = sys._getframe(1)
    while frame and frame.f_globals["__name__"].startswith("stmtdiff."):
        if frame.f_code.co_name == "<module>":
            compiled.append(frame.f_globals["__name__"])
        frame = frame.f_back
    return compile(*given)
re.compile = noted
sys.argv = ["stmtdiff", *sys.argv[1:]]
try:
    main()
finally:
    print(*compiled, file=sys.stderr)
"""
    both = str(SAMPLE / "2024.txt"), str(SAMPLE / "2025.txt")
    run = subprocess.run([sys.executable, "-c", program, "diff", *both], capture_output=True, text=True, check=True)
    assert run.stderr.split() == []


HEAVY = (
    *("rich", "lxml", "trafilatura", "markdown_it", "jinja2", "pypdfium2", "tomllib"),
    *("stmtdiff.renderers.markdown", "stmtdiff.series.manifest", "stmtdiff.timeline"),
    *("statistics", "random", "html"),
)


@pytest.mark.parametrize("arguments", [(), ("--view", "side", "--width", "100")])
def test_a_diff_of_text_files_loads_nothing_for_pages_and_colour(arguments: tuple[str, ...]):
    used = loaded("diff", str(SAMPLE / "2019.txt"), str(SAMPLE / "2021.txt"), *arguments)
    assert used.isdisjoint(HEAVY), used.intersection(HEAVY)


def test_clauses_are_read_by_a_room_that_a_pair_without_acts_does_not_load(tmp_path: Path):
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("The harbour held 40 ships in May.\n", encoding="utf-8")
    new.write_text("The harbour held 50 ships in May.\n", encoding="utf-8")
    assert "stmtdiff.saying.reading" not in loaded("diff", str(old), str(new))
    new.write_text("The Panel condemns the raids on the harbour.\n", encoding="utf-8")
    assert "stmtdiff.saying.reading" in loaded("diff", str(old), str(new))


def test_the_package_itself_costs_nothing():
    run = subprocess.run(
        [sys.executable, "-c", "import sys, stmtdiff; print([m for m in sys.modules if m.startswith('stmtdiff.')])"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert run.stdout.strip() == "[]"
