"""The pieces of `stmtdiff check`: which policy it reads, the verdict, what is accepted."""

import shlex
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from stmtdiff.checking import Finding, Policy, Verdict
    from stmtdiff.model import Statement
    from stmtdiff.report import Report
    from stmtdiff.rules.annotation import Severity


def settings_file(given: Path | None) -> Path:
    """Return the policy's file: the one that was given, or the one that counts in this folder.

    Raises:
        SettingsError: when there is none.
    """
    from stmtdiff.errors import SettingsError
    from stmtdiff.settings import SETTINGS_FILE, find_settings_file

    found = given or find_settings_file(Path.cwd())
    if found is None:
        hint = "'stmtdiff policy init' writes one; --policy names another"
        raise SettingsError(f"there is no {SETTINGS_FILE} in this folder or above it", hint=hint)
    return Path(SETTINGS_FILE) if found.parent == Path.cwd() else found


def one_severity(text: str) -> "Severity | None":
    """Return `text` as a severity; None for nothing.

    Raises:
        SettingsError: when it is none.
    """
    from stmtdiff.checking.verdict import SEVERITIES
    from stmtdiff.errors import SettingsError

    if text and text not in SEVERITIES:
        raise SettingsError(f"there is no severity '{text}'", hint=f"severities: {', '.join(SEVERITIES)}")
    return next((known for known in SEVERITIES if known == text), None)


def one_day(text: str) -> "datetime.date | None":
    """Return `text` as a day; None for nothing.

    Raises:
        SettingsError: when it is none.
    """
    import datetime

    from stmtdiff.errors import SettingsError

    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        raise SettingsError(f"'{text}' is no day", hint="year, month and day: 2025-07-11") from None


@dataclass(frozen=True, slots=True)
class Check:
    """What statements are judged by: the policy and its file, the baseline, the library, and what was typed.

    `is_named` says that the baseline must be there, because somebody named it.
    """

    policy: "Policy"
    file: Path
    baseline: Path
    library: Path
    series: str = ""
    on: "datetime.date | None" = None
    fail_on: "Severity | None" = None
    is_named: bool = False

    @classmethod
    def of(
        cls, policy: Path | None, baseline: Path | None, library: Path | None, *, series: str, on: str, fail_on: str,
        is_accepting: bool,
    ) -> "Check":  # fmt: skip
        """Return what the options ask for.

        Raises:
            SettingsError: when the policy is missing or wrong, or an option is.
        """
        from stmtdiff.checking import read_policy
        from stmtdiff.cli.library import library_folder

        file = settings_file(policy)
        folder = library_folder(library)
        told = {"series": series, "on": one_day(on), "fail_on": one_severity(fail_on)}
        beside = baseline or file.parent / "stmtdiff-baseline.toml"
        is_named = baseline is not None and not is_accepting
        return cls(read_policy(file), file, beside, folder, **told, is_named=is_named)  # type: ignore[arg-type]

    def report(self, old: str, new: str, selector: str | None = None, ocr_language: str = "eng") -> "Report":
        """Return the report on two statements, by the rules that the policy asks for, or else their series."""
        from stmtdiff.cli.diff import compare_files, options_of

        options = options_of(selector, ocr_language)
        return compare_files(old, new, self._compare, options=(options, options), library=self.library)

    def _compare(self, old: "Statement", new: "Statement") -> "Report":
        from stmtdiff.releases.comparing import compare, packs_of

        packs = self.policy.packs_within(packs_of(old, new))
        return compare(old, new, settings=self.policy.settings(packs))

    def verdict(self, report: "Report", *, is_named: bool | None = None) -> "Verdict":
        """Return the verdict, with the baseline if there is one; one that was named must be there."""
        from stmtdiff.checking import check

        must_be = self.is_named if is_named is None else is_named
        accepted = self.baseline if must_be or self.baseline.exists() else None
        return check(
            report, self.policy, baseline=accepted, series=self.series or None, on=self.on, fail_on=self.fail_on
        )


def remember(asked: Check, report: "Report", wanted: list[str], *, reason: str, until: str) -> None:
    """Add the findings named by `wanted`, their ids or those of entries, to the baseline.

    The baseline is read, judged by and written while nobody else writes it, so that of two who accept at one
    moment neither loses what the other wrote.

    Raises:
        SettingsError: when one is not found or there is no reason; then nothing is written.
        LibraryError: when its folder is not to be had.
    """
    from stmtdiff.checking.baseline import accept, appended
    from stmtdiff.cli.output import replace_file
    from stmtdiff.errors import SettingsError
    from stmtdiff.series.writing import alone_in

    if not wanted:
        raise SettingsError("a reason or a day belongs to --accept ID", hint="the ids stand under the findings")
    path = asked.baseline.resolve()
    with alone_in(path.parent):
        verdict = asked.verdict(report)
        findings = {finding.id: finding for name in wanted for finding in _named(verdict, name)}
        acceptances = accept(report, findings.values(), reason=reason, until=one_day(until))
        text = path.read_bytes().decode("utf-8") if path.exists() else ""
        replace_file(appended(text, acceptances).encode("utf-8"), path)


def _named(verdict: "Verdict", name: str) -> "list[Finding]":
    from stmtdiff.errors import SettingsError, likely

    found = [finding for finding in verdict.findings if name in (finding.id, finding.entry)]
    if found:
        return found
    if any(name in (one.finding.id, one.finding.entry) for one in verdict.accepted):
        raise SettingsError(f"'{name}' is accepted already", hint="its reason stands in the baseline")
    ids = [finding.id for finding in verdict.findings]
    entries = [finding.entry for finding in verdict.findings]
    hint = likely(name, [*ids, *entries], f"findings: {', '.join(ids) or 'none'}")
    raise SettingsError(f"there is no finding '{name}'", hint=hint)


def typed_command(new: str, **options: object) -> str:
    """Return the command as it was typed, without what only says how the verdict is shown."""
    told = [(f"--{name}", str(value)) for name, value in options.items() if value]
    return shlex.join(["stmtdiff", "check", new, *chain.from_iterable(told)])
