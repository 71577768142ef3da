"""The entries of a policy as their tables spell them, before anything is known of what they mean."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from stmtdiff.checking.policy import Way
from stmtdiff.rules.annotation import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The keys above the entries. `library` is where a team keeps its statements; others read it."""

    schema: str = ""
    library: str = ""
    packs: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    speakers: list[str] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)
    fail_on: Severity = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """What every entry that finds something has."""

    id: str
    message: str
    why: str = ""
    severity: Severity = "error"
    series: str | list[str] = ""
    fires: list[dict[str, Any]] = field(default_factory=list)
    quiet: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseTable(Common):
    """An entry about one phrase: forbid, topic."""

    phrase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequireTable(PhraseTable):
    """A require entry."""

    allowed: list[str] = field(default_factory=list)
    speakers: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchTable(PhraseTable):
    """A watch entry."""

    acts: list[str] = field(default_factory=list)
    speakers: list[str] = field(default_factory=list)
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderTable(Common):
    """A ladder entry."""

    rungs: list[str]
    floor: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MaxTable(Common):
    """A max entry."""

    direction: Way
    count: int
    topic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityTable:
    """A severity entry; without a severity the rules keep their own."""

    id: str
    rule: str
    severity: Severity | None = None
    message: str = ""
    why: str = ""
    series: str | list[str] = ""
    fires: list[dict[str, Any]] = field(default_factory=list)
    quiet: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class IgnoreTable:
    """An ignore entry."""

    id: str
    reason: str
    entry: str = ""
    rule: str = ""
    phrase: str = ""
    until: datetime.date | None = None
    why: str = ""
    series: str | list[str] = ""


@dataclass(frozen=True, slots=True)
class ExampleTable:
    """Two wordings, under fires or quiet."""

    old: str
    new: str
