"""What a check found. The verdict alone decides the exit code."""

import datetime
import json
from collections import Counter
from dataclasses import dataclass
from typing import Any, Literal

from stmtdiff.checking.policy import Entry
from stmtdiff.model import Paragraph, Statement
from stmtdiff.report import Report, plural
from stmtdiff.rules.annotation import Severity
from stmtdiff.shifts.shift import Direction
from stmtdiff.spans import Span

SCHEMA = "stmtdiff-verdict/2"
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")  # gravest first

FindingKind = Literal[
    "missing", "other speaker", "other act", "other object", "weaker act", "forbidden", "dropped", "added", "altered",
    "count changed", "moved", "below", "exceeded", "topic gone", "unknown phrase", "rule", "remark",
]  # fmt: skip
LapseKind = Literal["expired", "no longer applies", "not judged"]


@dataclass(frozen=True, slots=True)
class Place:
    """A wording in one of the two statements; its span is empty where the wording would have stood."""

    statement: Statement
    paragraph: int
    span: Span

    @property
    def text(self) -> str:
        """Return the wording itself."""
        return self.span.of(self.statement.text)

    @property
    def of(self) -> Paragraph:
        """Return the paragraph with the wording."""
        return self.statement.paragraphs[self.paragraph]

    @property
    def ends(self) -> tuple[int, int, int, int]:
        """Return line and column of the first code point and of the one behind the last, counted from 1."""
        return (*_line_and_column(self.statement.text, self.span.start),
                *_line_and_column(self.statement.text, self.span.end))  # fmt: skip


def _line_and_column(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


@dataclass(frozen=True, slots=True)
class Finding:
    """One red line that moved, with both wordings.

    `id` is made from the id of the entry and the wordings, so that it stays the same when paragraphs are renumbered or
    moved. `entry` is the policy entry, or the code of the rule. `detail` says what happened;
    `said` is what rules say about the shift, each with its code first.
    """

    id: str
    entry: str
    kind: FindingKind
    severity: Severity
    message: str
    why: str
    detail: str
    old: Place | None = None
    new: Place | None = None
    shift: str | None = None
    direction: Direction = "none"
    said: tuple[str, ...] = ()

    @property
    def place(self) -> Place | None:
        """Return where a reader should look: in the new statement, or else in the old one."""
        return self.new or self.old


@dataclass(frozen=True, slots=True)
class SetAside:
    """A finding that does not count: it was accepted (by the baseline) or is ignored (`by` an entry)."""

    finding: Finding
    by: str
    reason: str
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Lapse:
    """An acceptance or an ignore that had no effect, and why a reader should look at it."""

    id: str
    kind: LapseKind
    reason: str
    until: datetime.date | None = None

    @classmethod
    def of(cls, id: str, until: datetime.date | None, on: datetime.date | None, reason: str) -> "Lapse | None":  # noqa: A002
        """Return why something that runs `until` a day does not count on the day `on`; None when it does."""
        if until is None or (on is not None and on <= until):
            return None
        return cls(id, "not judged" if on is None else "expired", reason, until)

    @property
    def sentence(self) -> str:
        """Return the lapse in words, without what others wrote."""
        if self.kind == "expired":
            return f"{self.id} expired on {self.until}"
        if self.kind == "not judged":
            return f"{self.id} is valid until {self.until}, but the statement has no date: it was not applied"
        return f"{self.id} was accepted and is no longer found"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A report judged by a policy.

    `entries` are those that were applied, `skipped` the ids of those for other series.
    `findings` count; they are in the order of severity, then of the text. `remarks` say what could not be read
    or judged; in a strict check they are findings.
    """

    report: Report
    policy: str
    series: str
    fail_on: Severity
    entries: tuple[Entry, ...]
    skipped: tuple[str, ...]
    findings: tuple[Finding, ...]
    accepted: tuple[SetAside, ...] = ()
    ignored: tuple[SetAside, ...] = ()
    lapses: tuple[Lapse, ...] = ()
    remarks: tuple[Finding, ...] = ()

    @property
    def is_failed(self) -> bool:
        """Say whether a finding is as grave as `fail_on`, or graver."""
        return any(map(self.is_failing, self.findings))

    @property
    def exit_code(self) -> int:
        """Return 1 for a failed check, 0 for one that passed."""
        return int(self.is_failed)

    @property
    def readings(self) -> tuple[str, ...]:
        """Return how the phrases of a schema 1 policy are read that schema 2 would read differently."""
        return tuple(f"{entry.id}: {reading}" for entry in self.entries for reading in entry.readings)

    def is_failing(self, finding: Finding) -> bool:
        """Say whether `finding` alone makes the check fail."""
        return SEVERITIES.index(finding.severity) <= SEVERITIES.index(self.fail_on)

    def count(self, severity: Severity) -> int:
        """Return the number of findings of one severity."""
        return Counter(finding.severity for finding in self.findings)[severity]

    @property
    def headline(self) -> str:
        """Return the verdict in one line: "FAILED: 1 error, 2 warnings; 1 accepted"."""
        told = [plural(count, severity) for severity in SEVERITIES if (count := self.count(severity))]
        aside = [
            f"{len(some)} {word}" for word, some in (("accepted", self.accepted), ("ignored", self.ignored)) if some
        ]
        aside += [plural(len(self.remarks), "remark")] if self.remarks else []
        counts = filter(None, (", ".join(told) or "no findings", ", ".join(aside)))
        return f"{'FAILED' if self.is_failed else 'passed'}: {'; '.join(counts)}"

    def to_dict(self) -> dict[str, Any]:
        """Return the verdict as plain dicts, lists, strings and integers, in the shape of its schema."""
        return {
            "schema": SCHEMA,
            "verdict": "failed" if self.is_failed else "passed",
            "headline": self.headline,
            "fail_on": self.fail_on,
            "policy": self.policy,
            "series": self.series or None,
            "notices": list(self.report.notices),
            "notes": self.report.notes.to_dict(),
            "old": _statement(self.report.old),
            "new": _statement(self.report.new),
            "summary": {severity: self.count(severity) for severity in SEVERITIES}
            | {"accepted": len(self.accepted), "ignored": len(self.ignored)},
            "findings": [_finding(finding) | {"lives": self._lives(finding)} for finding in self.findings],
            "accepted": [_set_aside(one) for one in self.accepted],
            "ignored": [_set_aside(one) for one in self.ignored],
            "lapses": [
                {"id": one.id, "kind": one.kind, "reason": one.reason, "until": _day(one.until)} for one in self.lapses
            ],
            "entries": [
                {"id": one.id, "kind": one.kind, "message": one.message, "why": one.why} for one in self.entries
            ],
            "skipped": list(self.skipped),
            "readings": list(self.readings),
            "remarks": [_finding(finding) for finding in self.remarks],
        }

    def _lives(self, finding: Finding) -> list[str]:
        return [f"'{life.wording}' {life.note}" for life in self.report.lives if life.shift == finding.shift]

    def to_json(self) -> str:
        """Return the verdict as JSON, stable to the byte; lone surrogates, which UTF-8 cannot carry, are escaped."""
        written = json.dumps(self.to_dict(), ensure_ascii=False, indent=2)
        return written.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _statement(statement: Statement) -> dict[str, Any]:
    return {"name": statement.name, "sha256": statement.source.sha256, "date": _day(statement.dateline.date)}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "entry": finding.entry,
        "kind": finding.kind,
        "severity": finding.severity,
        "message": finding.message,
        "why": finding.why,
        "detail": finding.detail,
        "direction": finding.direction,
        "said": list(finding.said),
        "shift": finding.shift,
        "old": _place(finding.old),
        "new": _place(finding.new),
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    line, column, _, _ = place.ends
    label = place.of.label.value if place.of.label else None
    return {
        "paragraph": place.paragraph,
        "label": label,
        "note": place.of.role == "note",
        "start": place.span.start,
        "end": place.span.end,
        "line": line,
        "column": column,
        "text": place.text,
    }


def _set_aside(one: SetAside) -> dict[str, Any]:
    return {"finding": _finding(one.finding), "by": one.by, "reason": one.reason, "until": _day(one.until)}


def _day(date: datetime.date | None) -> str | None:
    return date.isoformat() if date else None
