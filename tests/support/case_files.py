"""Read and write the files of cases/: a pair, today's answer, and the wanted one where that differs.

A file has the parts about, old, new, shifts (today's marks) and facts (today's kinds and links).
Two more stand only where an editor would mark otherwise: wanted holds the marks that an editor
would make, wanted facts a line a shift, without proofs.
"""

import re
from pathlib import Path

import stmtdiff
from stmtdiff.report import Report

FOLDER = Path(__file__).parents[1] / "cases"
CASES = sorted(FOLDER.glob("*.txt"))
_PART = re.compile(r"^--- (about|old|new|shifts|facts|wanted|wanted facts)\n", re.MULTILINE)
_PROOF = re.compile(r"(?:(?<=routine)|(?<=minor)) \(.*?\)(?=,|$)", re.MULTILINE)
_NO_SHIFT = re.compile(r"(paragraph|sentence) \w+: |pattern: ")


def read_case(path: Path) -> dict[str, str]:
    """Return the parts of a case file by name."""
    pieces = _PART.split(path.read_text(encoding="utf-8"))
    return {name: text.strip("\n") for name, text in zip(pieces[1::2], pieces[2::2], strict=True)}


def write_case(path: Path, case: dict[str, str]) -> None:
    """Write a case file with its parts in order."""
    path.write_text("".join(f"--- {name}\n{case[name]}\n" for name in case), encoding="utf-8")


def compare_case(case: dict[str, str]) -> Report:
    """Return the report on a case's two texts."""
    return stmtdiff.compare(stmtdiff.parse(case["old"], name="old"), stmtdiff.parse(case["new"], name="new"))


def bare_facts(facts: str) -> str:
    """Return a line a shift from the `facts` of a case: kind, minor or routine, direction; proofs and links left out.

    >>> bare_facts("form, routine (grammar only)\\nqualifier, softer\\nsentence split: s1-1+2")
    'form, routine\\nqualifier, softer'
    """
    return _PROOF.sub("", "\n".join(line for line in facts.split("\n") if not _NO_SHIFT.match(line)))


def reached(case: dict[str, str]) -> list[str]:
    """Return which of the wanted parts today's answer equals, white space aside."""
    answers = {"wanted": case["shifts"], "wanted facts": bare_facts(case["facts"])}
    return [name for name in answers if name in case and _unspaced(case[name]) == _unspaced(answers[name])]


def _unspaced(text: str) -> str:
    return "".join(text.split())


def is_missed(path: Path) -> bool:
    """Say whether a case file holds a wanted answer that is not today's."""
    return bool({"wanted", "wanted facts"} & read_case(path).keys())
