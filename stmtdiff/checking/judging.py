"""A report and a policy in, a verdict out."""

import datetime
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from stmtdiff.checking.baseline import Baseline, read_baseline
from stmtdiff.checking.bench import REMARK, Bench, Draft
from stmtdiff.checking.judges import judge
from stmtdiff.checking.policy import Entry, Ignore, Policy, Red, RuleSeverity
from stmtdiff.checking.reading import read_policy
from stmtdiff.checking.remarks import remarks
from stmtdiff.checking.verdict import SEVERITIES, Finding, Lapse, SetAside, Verdict
from stmtdiff.errors import SettingsError
from stmtdiff.phrases import PhraseSet
from stmtdiff.report import Report
from stmtdiff.rules.annotation import Annotation, Severity
from stmtdiff.words import words

_DIGITS = 10  # of the hash in a finding's id: a clash among a thousand findings once in a million checks


def check(
    report: Report,
    policy: Policy | Path | str,
    *,
    baseline: Baseline | Path | str | None = None,
    series: str | None = None,
    on: datetime.date | None = None,
    fail_on: Severity | None = None,
    strict: bool = False,
) -> Verdict:
    """Return the verdict of `policy` on `report`; its exit code is for CI.

    Args:
        report: two statements compared, as `compare` gives it.
        policy: a policy, or the path of one (``stmtdiff.toml``).
        baseline: findings that were accepted, or the path of their file.
        series: which entries limited to a series apply; by default that of which the new statement
            is a release ("sample" for "sample:2025").
        on: the day by which acceptances and ignores expire; by default the date of the new
            statement, so that yesterday's check gives the same verdict tomorrow.
        fail_on: the severity from which a finding fails the check; by default the policy's.
        strict: whether everything that could not be read or judged is an error and not a remark.

    Raises:
        SettingsError: when the policy or the baseline is wrong, or no entry applies.
    """
    policy = policy if isinstance(policy, Policy) else read_policy(policy)
    accepted = baseline if isinstance(baseline, Baseline) else read_baseline(baseline) if baseline else Baseline()
    if series is None:
        series = report.new.release.series if report.new.release else ""
    on = on or report.new.dateline.date
    asked = tuple(entry for entry in policy.entries if entry.is_for(series))
    _refuse_nothing(policy, asked, series)
    findings, told = _findings(report, asked, strict=strict)
    findings, ignored, lapsed = _ignore(findings, asked, on)
    findings, taken, gone = accepted.apply(findings, report, on, (one.finding.id for one in ignored))
    return Verdict(
        report,
        policy.path.name,
        series,
        fail_on or policy.fail_on,
        asked,
        tuple(entry.id for entry in policy.entries if entry not in asked),
        findings,
        taken,
        ignored,
        (*lapsed, *gone),
        told,
    )


def _refuse_nothing(policy: Policy, asked: Sequence[Entry], series: str) -> None:
    """Refuse a check that would ask nothing: it would pass in silence."""
    if any(not isinstance(entry, Ignore) for entry in asked):
        return
    if policy.entries:
        known = ", ".join(sorted({name for entry in policy.entries for name in entry.series}))
        what = (
            f"no entry is for the series '{series}'"
            if series
            else "all entries are for a series, and the series of this statement is not known"
        )
        raise SettingsError(
            what, path=policy.path, hint=f"name the series with --series NAME; the entries are for: {known}"
        )
    raise SettingsError(
        "the policy has no entry", path=policy.path, hint="'stmtdiff policy init' writes a policy with examples"
    )


def _findings(
    report: Report, asked: Sequence[Entry], *, strict: bool
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return what is found, and the remarks beside it."""
    bench, notes = Bench(report), Bench(report.footnotes) if report.footnotes else None
    drafts = [draft for entry in asked if isinstance(entry, Red) for draft in judge(bench, notes, entry)]
    rules = [entry for entry in asked if isinstance(entry, RuleSeverity)]
    said = [draft for one in (bench, notes) if one for draft in one.judge_rules(rules)]
    drafts += [draft for draft in said if not any(_tells(other, draft) for other in drafts)]
    drafts += remarks(bench, notes, asked)
    drafts = [replace(one, severity="error" if strict else "note") if one.kind == REMARK else one for one in drafts]
    found = sorted(_with_ids(drafts), key=_order)
    told = [] if strict else [finding for finding in found if finding.kind == REMARK]
    return tuple(finding for finding in found if finding not in told), tuple(told)


def _tells(draft: Draft, said: Draft) -> bool:
    """Say whether an entry already has a finding, at least as severe, on the shift that a rule found."""
    if draft.kind == "exceeded" or draft.shift is None or draft.shift is not said.shift:
        return False
    return SEVERITIES.index(draft.severity) <= SEVERITIES.index(said.severity)


def _with_ids(drafts: Iterable[Draft]) -> list[Finding]:
    """Return drafts as findings with ids of content; equal ones are distinguished by their order in the text."""
    seen: Counter[tuple[str, ...]] = Counter()
    made = []
    for draft in drafts:
        content = (draft.entry, draft.kind, *draft.content)
        seen[content] += 1
        told = "\0".join((*content, str(seen[content])))
        digest = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
        made.append(_finding(draft, f"{draft.entry}.{digest}"))
    return made


def _finding(draft: Draft, id: str) -> Finding:  # noqa: A002  # the field is called so
    return Finding(
        id,
        draft.entry,
        draft.kind,
        draft.severity,
        draft.message,
        draft.why,
        draft.detail,
        draft.old,
        draft.new,
        draft.shift.id if draft.shift else None,
        draft.shift.direction if draft.shift else "none",
        tuple(map(_said, draft.said)),
    )


def _said(note: Annotation) -> str:
    return f"{note.rule}: {note.word or note.severity}: {note.message}"


def _order(finding: Finding) -> tuple[int, int, str]:
    place = finding.place
    return SEVERITIES.index(finding.severity), place.span.start if place else -1, finding.id


def _ignore(
    findings: tuple[Finding, ...], asked: Sequence[Entry], on: datetime.date | None
) -> tuple[tuple[Finding, ...], tuple[SetAside, ...], tuple[Lapse, ...]]:
    """Return the findings that count, those that are set aside, and the ignores that have expired."""
    ignored: dict[str, SetAside] = {}
    lapses = []
    for entry in (one for one in asked if isinstance(one, Ignore)):
        caught = [finding for finding in findings if _is_meant(entry, finding)]
        if caught and (lapse := Lapse.of(entry.id, entry.until, on, entry.message)):
            lapses.append(lapse)
        else:
            for finding in caught:
                ignored.setdefault(finding.id, SetAside(finding, entry.id, entry.message, entry.until))
    return (
        tuple(finding for finding in findings if finding.id not in ignored),
        tuple(ignored[finding.id] for finding in findings if finding.id in ignored),
        tuple(lapses),
    )


def _is_meant(entry: Ignore, finding: Finding) -> bool:
    if finding.entry != (entry.entry or entry.rule):
        return False
    wanted = PhraseSet([entry.phrase]) if entry.phrase else None
    places = (place for place in (finding.old, finding.new) if place)
    return wanted is None or any(wanted.stands_in(words(place.text)) for place in places)
