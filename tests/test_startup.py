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


HEAVY = (
    *("rich", "lxml", "trafilatura", "markdown_it", "jinja2", "pypdfium2", "tomllib"),
    *("stmtdiff.renderers.markdown", "stmtdiff.series.manifest", "stmtdiff.timeline"),
)


@pytest.mark.parametrize("arguments", [(), ("--view", "side", "--width", "100")])
def test_a_diff_of_text_files_loads_nothing_for_pages_and_colour(arguments: tuple[str, ...]):
    used = loaded("diff", str(SAMPLE / "2019.txt"), str(SAMPLE / "2021.txt"), *arguments)
    assert used.isdisjoint(HEAVY), used.intersection(HEAVY)


def test_the_package_itself_costs_nothing():
    run = subprocess.run(
        [sys.executable, "-c", "import sys, stmtdiff; print([m for m in sys.modules if m.startswith('stmtdiff.')])"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert run.stdout.strip() == "[]"
