"""Findings that somebody has accepted, in ``stmtdiff-baseline.toml``.

::

    schema = "stmtdiff-baseline/1"

    [[accepted]]
    id = "cvid.1f0c9a2b7d"
    what = "'complete, verifiable and irreversible' became 'complete'"
    reason = "Agreed at the meeting of deputies."
    until = 2026-07-01
    old = { name = "sample:2024", date = 2024-07-26, sha256 = "..." }
    new = { name = "sample:2025", date = 2025-07-11, sha256 = "..." }

The file is written by hand too, so an acceptance is appended and nothing that is in it is touched.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from stmtdiff.checking.verdict import Finding, Lapse, SetAside
from stmtdiff.errors import SettingsError
from stmtdiff.json_lines import quoted
from stmtdiff.model import Statement
from stmtdiff.report import Report
from stmtdiff.toml import read_toml

SCHEMA = "stmtdiff-baseline/1"
FILE_NAME = "stmtdiff-baseline.toml"
_HEAD = f"""\
# Findings of `stmtdiff check` that were accepted; `stmtdiff check NEW --accept ID --reason TEXT` adds one.
schema = "{SCHEMA}"
"""


@dataclass(frozen=True, slots=True)
class Edition:
    """Which text of a statement an acceptance was given for."""

    sha256: str
    name: str = ""
    date: datetime.date | None = None

    def is_of(self, statement: Statement) -> bool:
        """Say whether `statement` is this one, perhaps renumbered or mended since: same bytes, or same date."""
        if self.sha256 == statement.source.sha256:
            return True
        return self.date is not None and self.date == statement.dateline.date

    def is_called(self, statement: Statement) -> bool:
        """Say whether `statement` may be this one by its name alone, for neither has a date."""
        return self.date is statement.dateline.date is None and bool(self.name) and self.name == statement.name


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A finding that was accepted for one pair of statements, by whom and why its reason says."""

    id: str
    what: str
    reason: str
    old: Edition
    new: Edition
    until: datetime.date | None = None

    def is_for(self, report: Report) -> bool:
        """Say whether it was given for the pair in `report`.

        A name alone is enough for one side of it: "statement.txt" against "last.txt" is another pair next year.
        """
        sides = ((self.old, report.old), (self.new, report.new))
        known = [edition.is_of(statement) for edition, statement in sides]
        return any(known) and all(
            is_known or edition.is_called(statement)
            for is_known, (edition, statement) in zip(known, sides, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was accepted, in the order of the file."""

    accepted: tuple[Acceptance, ...] = ()

    def apply(
        self,
        findings: tuple[Finding, ...],
        report: Report,
        on: datetime.date | None,
        ignored: Iterable[str] = (),
    ) -> tuple[tuple[Finding, ...], tuple[SetAside, ...], tuple[Lapse, ...]]:
        """Return the findings that still count, those accepted, and the acceptances of this pair without effect."""
        by_id = {finding.id: finding for finding in findings}
        passed_over = frozenset(ignored)
        taken: dict[str, SetAside] = {}
        lapses = []
        for one in self.accepted:
            if not one.is_for(report) or one.id in passed_over:
                continue
            lapse = Lapse.of(one.id, one.until, on, one.reason)
            if one.id not in by_id:
                lapses.append(Lapse(one.id, "no longer applies", one.reason, one.until))
            elif lapse:
                lapses.append(lapse)
            else:
                taken[one.id] = SetAside(by_id[one.id], "baseline", one.reason, one.until)
        rest = tuple(finding for finding in findings if finding.id not in taken)
        lapses = [lapse for lapse in lapses if lapse.id not in taken]  # another acceptance of the same is valid
        return rest, tuple(taken[finding.id] for finding in findings if finding.id in taken), tuple(lapses)


@dataclass(frozen=True, slots=True)
class _Table:
    """The file above its acceptances."""

    schema: str


def read_baseline(path: Path | str) -> Baseline:
    """Return the acceptances in the file at `path`.

    Raises:
        SettingsError: with path, line and column, for anything that a baseline does not say so.
    """
    top = read_toml(Path(path))
    head = top.read(_Table, known=["accepted"])
    if head.schema != SCHEMA:
        raise top["schema"].error(f"schema '{head.schema}' is not known to this version", f"write '{SCHEMA}'")
    return Baseline(tuple(one.read(Acceptance) for one in top.tables("accepted")))


def accept(
    report: Report, findings: Iterable[Finding], *, reason: str, until: datetime.date | None = None
) -> tuple[Acceptance, ...]:
    """Return acceptances of `findings` for the pair in `report`.

    Raises:
        SettingsError: when the reason is empty.
    """
    if not reason.strip():
        raise SettingsError("an acceptance needs a reason", hint='--reason "why it is accepted"')
    old, new = (Edition(one.source.sha256, one.name, one.dateline.date) for one in (report.old, report.new))
    return tuple(Acceptance(finding.id, finding.detail, reason, old, new, until) for finding in findings)


def appended(text: str, acceptances: Iterable[Acceptance]) -> str:
    """Return the text of a baseline with `acceptances` after what is in it; an empty one gets its head first."""
    begun = text if text.strip() else _HEAD
    begun = begun if begun.endswith("\n") else begun + "\n"
    return begun + "".join(f"\n{_table(one)}" for one in acceptances)


def _table(one: Acceptance) -> str:
    lines = [
        "[[accepted]]",
        f"id = {quoted(one.id)}",
        f"what = {quoted(one.what)}",
        f"reason = {quoted(one.reason)}",
    ]
    if one.until:
        lines.append(f"until = {one.until.isoformat()}")
    for side, edition in (("old", one.old), ("new", one.new)):
        date = f"date = {edition.date.isoformat()}, " if edition.date else ""
        name = f"name = {quoted(edition.name)}, " if edition.name else ""
        lines.append(f"{side} = {{ {name}{date}sha256 = {quoted(edition.sha256)} }}")
    return "\n".join(lines) + "\n"
