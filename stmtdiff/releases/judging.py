"""Judge a pair of statements by a policy: by which packs, with what accepted, and what to write to accept more.

::

    judge = Judge(read_policy(Path("stmtdiff.toml")), Path("stmtdiff-baseline.toml"))
    verdict = judge.verdict(judge.compare(load("arf:2024"), load("arf:2025")))
    print(verdict.headline, verdict.exit_code)
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from stmtdiff.checking import Finding, Policy, Verdict, check
from stmtdiff.checking.baseline import accept, appended
from stmtdiff.errors import SettingsError, likely
from stmtdiff.model import Statement
from stmtdiff.releases.comparing import compare, packs_of
from stmtdiff.report import Report
from stmtdiff.rules.annotation import Severity


@dataclass(frozen=True, slots=True)
class Judge:
    """What statements are judged by.

    Args:
        policy: what is looked for.
        baseline: the file of accepted findings. `is_named` says that it must be there, because somebody named it.
        series: whose entries apply; empty takes the series of the new statement.
        on: the day by which things expire; None takes that of the new statement.
        fail_on: the severity from which a finding fails the check; None takes the policy's.
        strict: whether what could not be seen or judged is a finding.
    """

    policy: Policy
    baseline: Path
    series: str = ""
    on: datetime.date | None = None
    fail_on: Severity | None = None
    is_named: bool = False
    strict: bool = False

    def compare(self, old: Statement, new: Statement) -> Report:
        """Return the report on two statements by the packs that the policy asks for, or else their series.

        Raises:
            SettingsError: for an unknown pack or a broken rule file.
        """
        packs = self.policy.packs_within(packs_of(old, new))
        return compare(old, new, settings=self.policy.settings(packs))

    def verdict(self, report: Report) -> Verdict:
        """Return the verdict, with the baseline if there is one; one that was named must be there.

        Raises:
            SettingsError: when the baseline is wrong, or no entry applies.
        """
        accepted = self.baseline if self.is_named or self.baseline.exists() else None
        return check(
            report,
            self.policy,
            baseline=accepted,
            series=self.series or None,
            on=self.on,
            fail_on=self.fail_on,
            strict=self.strict,
        )

    def accepting(
        self, report: Report, names: Sequence[str], *, reason: str, until: datetime.date | None = None
    ) -> bytes:
        """Return the baseline's file with the findings accepted that `names` say: their ids, or those of entries.

        Whoever writes it holds the folder from before this call, or what somebody else accepts meanwhile is lost.

        Raises:
            SettingsError: when there is no such finding, or no reason.
        """
        verdict = self.verdict(report)
        findings = {finding.id: finding for name in names for finding in _named(verdict, name)}
        acceptances = accept(report, findings.values(), reason=reason, until=until)
        text = self.baseline.read_bytes().decode("utf-8") if self.baseline.exists() else ""
        return appended(text, acceptances).encode("utf-8")


def _named(verdict: Verdict, name: str) -> list[Finding]:
    """Return the findings with the id `name`, or of the entry called so."""
    found = [finding for finding in verdict.findings if name in (finding.id, finding.entry)]
    if found:
        return found
    if any(name in (one.finding.id, one.finding.entry) for one in verdict.accepted):
        raise SettingsError(f"'{name}' is accepted already", hint="its reason is in the baseline")
    ids = [finding.id for finding in verdict.findings]
    entries = [finding.entry for finding in verdict.findings]
    hint = likely(name, [*ids, *entries], f"findings: {', '.join(ids) or 'none'}")
    raise SettingsError(f"there is no finding '{name}'", hint=hint)
