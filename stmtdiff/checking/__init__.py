"""Judge a report by the red lines that a team has written down."""

from stmtdiff.checking.baseline import Acceptance, Baseline, read_baseline
from stmtdiff.checking.judging import check
from stmtdiff.checking.policy import Policy
from stmtdiff.checking.reading import read_policy
from stmtdiff.checking.verdict import Finding, Verdict

__all__ = ["Acceptance", "Baseline", "Finding", "Policy", "Verdict", "check", "read_baseline", "read_policy"]
