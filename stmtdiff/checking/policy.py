"""A policy as it is once it has been read: one class for each kind of entry."""

import datetime
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal

from stmtdiff.phrases import Phrase, told_otherwise
from stmtdiff.rules.annotation import Severity
from stmtdiff.rules.library import SHIPPED, load_packs
from stmtdiff.settings import Settings

Way = Literal["softer", "firmer"]


@dataclass(frozen=True, slots=True)
class Example:
    """Two wordings, and whether the entry must find something between them."""

    old: str
    new: str
    fires: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What all entries have: who it is, what it says, how grave it is, and for which series (none: for all).

    `line` and `column` are its place in its file, from 1.
    """

    id: str
    message: str
    why: str = ""
    severity: Severity = "error"
    series: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    line: int = 1
    column: int = 1

    @property
    def kind(self) -> str:
        """Return the kind as the policy spells it: "watch"."""
        return type(self).__name__.lower()

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """Return all phrases that it names, in the order of its keys."""
        values = (getattr(self, field.name) for field in fields(self))
        rows = ((value,) if isinstance(value, Phrase) else value for value in values if isinstance(value, tuple))
        return tuple(one for row in rows for one in row if isinstance(one, Phrase))

    @property
    def readings(self) -> tuple[str, ...]:
        """Return a sentence for each phrase that a file of schema 1 means otherwise than schema 2 would."""
        return tuple(told_otherwise(phrase) for phrase in self.phrases if phrase.syntax == 1)

    def is_for(self, series: str) -> bool:
        """Say whether the entry is meant for statements of `series`."""
        return not self.series or series in self.series


@dataclass(frozen=True, slots=True, kw_only=True)
class Require(Entry):
    """The new statement must contain `phrase` or an `allowed` form, said by one of `speakers` if there are any."""

    phrase: Phrase
    allowed: tuple[Phrase, ...] = ()
    speakers: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbid(Entry):
    """The new statement must not hold `phrase`."""

    phrase: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch(Entry):
    """Any change of `phrase` is reported, and that what is done with it became weaker.

    It can be limited to places where it depends on one of `acts`, one of `speakers` says it, or it is `of` something.
    """

    phrase: Phrase
    acts: tuple[Phrase, ...] = ()
    speakers: tuple[Phrase, ...] = ()
    of: Phrase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder(Entry):
    """The strongest of `rungs`, weakest first, may not stand below `floor`; without one, not below the old statement's.

    With a `topic`, only paragraphs that hold that phrase count.
    """

    rungs: tuple[Phrase, ...]
    floor: int | None = None
    topic: Phrase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Max(Entry):
    """At most `count` substantive shifts may go in `direction`; with a `topic`, in paragraphs that hold that phrase."""

    direction: Way
    count: int
    topic: Phrase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Entry):
    """The new statement must still have a paragraph with `phrase`."""

    phrase: Phrase


Red = Require | Forbid | Watch | Ladder | Max | Topic  # the entries that make findings of their own


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSeverity(Entry):
    """The rules that `rule` names ("SEC101", "SEC*", "*") speak in a check, `own` severity or the entry's."""

    rule: str
    own: bool = False

    @property
    def kind(self) -> str:
        """Return the kind as the policy spells it."""
        return "severity"

    def names(self, code: str) -> bool:
        """Say whether `rule` names the rule with this code."""
        return code.startswith(self.rule[:-1]) if self.rule.endswith("*") else code == self.rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignore(Entry):
    """Findings of one `entry` or `rule` are set aside, all or those whose wording contains `phrase`, `until` a day.

    `message` is the reason.
    """

    entry: str = ""
    rule: str = ""
    phrase: Phrase | None = None
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """What a team wants a check to look for.

    `path` is the file it came from. `packs` and `rules` narrow and add rules as `Settings` does, `speakers` and
    `terms` add words of the team's own forum, `names` are groups of names that mean one thing, and `fail_on` is the
    severity from which a finding fails the check.
    """

    path: Path
    reds: tuple[Red, ...] = ()
    severities: tuple[RuleSeverity, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    packs: tuple[str, ...] = ()
    rules: tuple[Path, ...] = ()
    fail_on: Severity = "error"
    speakers: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()

    def settings(self, packs: tuple[str, ...] | None) -> Settings:
        """Return the settings to compare with, judged by `packs`."""
        return Settings(packs=packs, rules=self.rules, speakers=self.speakers, terms=self.terms, names=self.names)

    def packs_within(self, usual: tuple[str, ...] | None) -> tuple[str, ...] | None:
        """Return the rule packs to compare with: the policy's own, else those `usual` in a series; None is all.

        To the usual ones come those of rules that a severity entry calls up and that none of them
        has: an entry that can never find anything would pass in silence.
        """
        if self.packs or usual is None:
            return self.packs or usual
        wanted = list(usual)
        packs = load_packs(Settings(rules=self.rules))
        for entry in self.severities:
            having = [pack.id for pack in packs if any(entry.names(rule.code) for rule in pack.rules)]
            if not set(having) & set(wanted):
                wanted += [name for name in having if name in SHIPPED]
        return tuple(wanted)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return all entries in the order of their file."""
        return tuple(sorted((*self.reds, *self.severities, *self.ignores), key=lambda entry: entry.line))
