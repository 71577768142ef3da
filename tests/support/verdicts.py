"""Verdicts for tests: two texts and a policy in, a verdict out."""

from pathlib import Path
from typing import Any

import stmtdiff
from stmtdiff.checking import Verdict
from stmtdiff.checking.policy import Policy
from stmtdiff.checking.reading import read_policy

CVID = """\
[[watch]]
id = "cvid"
phrase = "complete, verifiable and irreversible"
message = "The formula changed."
"""


def policy(folder: Path, text: str) -> Policy:
    """Return the policy that `text` is."""
    path = folder / "stmtdiff.toml"
    path.write_text(text, encoding="utf-8")
    return read_policy(path)


def judged(folder: Path, text: str, old: str, new: str, **options: Any) -> Verdict:
    """Return what the policy `text` finds between two texts."""
    report = stmtdiff.compare(stmtdiff.parse(old, name="old.txt"), stmtdiff.parse(new, name="new.txt"))
    return stmtdiff.check(report, policy(folder, text), **options)


def kinds(verdict: Verdict) -> list[str]:
    """Return the kinds of the findings of a verdict, in their order."""
    return [finding.kind for finding in verdict.findings]
