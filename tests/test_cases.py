"""Every file in cases/ is a pair with the marks that an editor would make; `--update` rewrites them."""

import re
from pathlib import Path

import pytest
from notation import facts, marked

import stmtdiff

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
_PART = re.compile(r"^--- (about|old|new|shifts|facts)\n", re.MULTILINE)


def read_case(path: Path) -> dict[str, str]:
    """Return the parts of a case file by name."""
    pieces = _PART.split(path.read_text(encoding="utf-8"))
    return {name: text.strip("\n") for name, text in zip(pieces[1::2], pieces[2::2], strict=True)}


def write_case(path: Path, case: dict[str, str]) -> None:
    """Write a case file with its parts in order."""
    path.write_text("".join(f"--- {name}\n{case[name]}\n" for name in case), encoding="utf-8")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_marks_are_those_of_the_case(path: Path, request: pytest.FixtureRequest) -> None:
    case = read_case(path)
    report = stmtdiff.compare(stmtdiff.parse(case["old"], name="old"), stmtdiff.parse(case["new"], name="new"))
    if request.config.getoption("--update"):
        write_case(path, {**case, "shifts": marked(report), "facts": facts(report)})
        return
    assert marked(report) == case["shifts"]
    assert facts(report) == case["facts"]
