"""Read a policy from ``stmtdiff.toml``, strictly: every mistake is named with its line and column.

The ugly case: ``[[wacth]]`` is not an entry that never fires but an error, and so is a phrase that
can never match, an id used twice, or an ``[[ignore]]`` of an entry that does not exist.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stmtdiff.checking.policy import (
    Entry,
    Example,
    Forbid,
    Ignore,
    Ladder,
    Max,
    Policy,
    Red,
    Require,
    RuleSeverity,
    Topic,
    Watch,
)
from stmtdiff.checking.tables import (
    Common,
    ExampleTable,
    Head,
    IgnoreTable,
    LadderTable,
    MaxTable,
    PhraseTable,
    RequireTable,
    SeverityTable,
    WatchTable,
)
from stmtdiff.errors import likely
from stmtdiff.forum import aliases_of, check_forum
from stmtdiff.phrases import FilePhrases, Phrase
from stmtdiff.rules import Pack, load_packs
from stmtdiff.settings import Settings
from stmtdiff.toml import Cursor, read_toml

SCHEMA_NAME = "stmtdiff-policy"
_ID = re.compile(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?")


def read_policy(path: Path | str) -> Policy:
    """Return the policy in the file at `path`.

    Raises:
        SettingsError: with path, line and column, for anything that a policy does not say so.
    """
    return _read(Path(path))[0]


def upgraded(path: Path) -> tuple[str, int] | None:
    """Return a policy as schema 2 writes it, and how many phrases were written anew; None if it is of schema 2.

    Raises:
        SettingsError: when the policy is wrong, or a phrase cannot be rewritten, with line and column.
    """
    return _read(path)[1].upgraded()


def _read(path: Path) -> tuple[Policy, FilePhrases]:
    """Return the policy in the file at `path`, and its phrases."""
    top = read_toml(path)
    head = top.read(Head, known=(*_KINDS, "alias"))
    check_forum(top)
    rules = tuple(path.parent / name for name in head.rules)
    file = _File(_Rules.of(top, rules), FilePhrases(top, SCHEMA_NAME))
    placed = [(table, read(file, table)) for kind, read in _KINDS.items() for table in top.tables(kind)]
    _check_together(placed)
    entries = sorted((entry for _, entry in placed), key=_line)
    policy = Policy(
        path,
        tuple(entry for entry in entries if isinstance(entry, Red)),
        tuple(entry for entry in entries if isinstance(entry, RuleSeverity)),
        tuple(entry for entry in entries if isinstance(entry, Ignore)),
        tuple(head.packs),
        rules,
        head.fail_on,
        tuple(head.speakers),
        tuple(head.terms),
        aliases_of(top),
    )
    return policy, file.phrases


def _line(entry: Entry) -> int:
    return entry.line


@dataclass(frozen=True, slots=True)
class _Rules:
    """The codes of all rules there are, and of those in the packs that the policy chooses."""

    known: list[str]
    chosen: list[str]

    @classmethod
    def of(cls, top: Cursor, files: tuple[Path, ...]) -> "_Rules":
        """Return the rules that the policy with the head `top` and its own rule files can name."""
        known = _codes(load_packs(Settings(rules=files)))
        if not (packs := top["packs"].value):
            return cls(known, known)
        top["packs"].told(lambda names: load_packs(Settings(packs=tuple(names))))
        return cls(known, _codes(load_packs(Settings(packs=tuple(packs), rules=files))))

    def check(self, rule: Cursor, is_meant: Callable[[str], bool]) -> None:
        """Refuse a rule that does not exist, or that the policy's own choice of packs leaves out."""
        if not any(map(is_meant, self.known)):
            hint = likely(rule.value, self.chosen, "'stmtdiff rules list' shows them")
            raise rule.error(f"there is no rule '{rule.value}'", hint)
        if not any(map(is_meant, self.chosen)):
            hint = "name its pack too: stmtdiff rules list"
            raise rule.error(f"the rule '{rule.value}' is in none of the policy's packs", hint)


@dataclass(frozen=True, slots=True)
class _File:
    """What the entries of one policy are read with: the rules that they can name, and the reader of their phrases."""

    rules: _Rules
    phrases: FilePhrases

    def phrase(self, one: Cursor) -> Phrase | None:
        """Return the phrase of a key that may be missing or empty."""
        return self.phrases.read(one) if one.value else None


def _codes(packs: Iterable[Pack]) -> list[str]:
    return [rule.code for pack in packs for rule in pack.rules]


def _check_together(placed: list[tuple[Cursor, Entry]]) -> None:
    """Refuse what only shows when all entries are seen: ids used twice, ignores of entries that do not exist."""
    seen: dict[str, Entry] = {}
    for table, entry in sorted(placed, key=lambda pair: pair[1].line):
        if entry.id in seen:
            raise table["id"].error(f"the id '{entry.id}' is used twice", f"it is used in line {seen[entry.id].line}")
        seen[entry.id] = entry
    reds = {entry.id: entry for entry in seen.values() if isinstance(entry, Red)}
    for table, entry in placed:
        if not isinstance(entry, Ignore) or not entry.entry:
            continue
        if entry.entry not in reds:
            hint = likely(entry.entry, list(reds), "'stmtdiff policy explain' shows them")
            raise table["entry"].error(f"there is no entry '{entry.entry}' to ignore", hint)
        meant = reds[entry.entry].series
        if meant and entry.series and not set(meant) & set(entry.series):
            hint = f"'{entry.entry}' is for {', '.join(meant)}"
            raise table["series"].error("this ignores an entry for other series", hint)


def _common(told: Common | SeverityTable | IgnoreTable, table: Cursor) -> dict[str, Any]:
    """Return what every entry has, checked."""
    if not _ID.fullmatch(told.id):
        raise table["id"].error(
            f"'{told.id}' is not a valid id", "use small letters, digits and hyphens, such as 'cvid'"
        )
    line, column = table.place
    common = {"id": told.id, "why": told.why, "line": line, "column": column}
    common["series"] = (told.series,) if isinstance(told.series, str) and told.series else tuple(told.series)
    if isinstance(told, IgnoreTable):
        return common
    examples = [
        Example(one.old, one.new, word == "fires")
        for word in ("fires", "quiet")
        for one in (example.read(ExampleTable) for example in table.tables(word))
    ]
    return common | {"message": told.message, "examples": tuple(examples)}


def _red(told: Common, table: Cursor) -> dict[str, Any]:
    """Return what every entry has that finds something, checked."""
    if not told.message.strip():
        raise table["message"].error("the message is empty", "write what a reader must know")
    return _common(told, table) | {"severity": told.severity}


def _require(file: _File, table: Cursor) -> Entry:
    told = table.read(RequireTable)
    return Require(
        phrase=file.phrases.read(table["phrase"]),
        allowed=file.phrases.each(table["allowed"]),
        speakers=file.phrases.each(table["speakers"]),
        **_red(told, table),
    )


def _watch(file: _File, table: Cursor) -> Entry:
    told = table.read(WatchTable)
    return Watch(
        phrase=file.phrases.read(table["phrase"]),
        acts=file.phrases.each(table["acts"]),
        speakers=file.phrases.each(table["speakers"]),
        of=file.phrase(table["of"]),
        **_red(told, table),
    )


def _with_phrase(kind: type[Forbid | Topic]) -> Callable[[_File, Cursor], Entry]:
    def read(file: _File, table: Cursor) -> Entry:
        told = table.read(PhraseTable)
        return kind(phrase=file.phrases.read(table["phrase"]), **_red(told, table))

    return read


def _ladder(file: _File, table: Cursor) -> Entry:
    told = table.read(LadderTable)
    if len(told.rungs) < 2:
        raise table["rungs"].error("a ladder needs at least two rungs", "list them, weakest first")
    if told.floor:
        file.phrases.read(table["floor"])
    if told.floor and told.floor not in told.rungs:
        hint = likely(told.floor, told.rungs, f"rungs: {', '.join(told.rungs)}")
        raise table["floor"].error(f"the floor '{told.floor}' is not one of the rungs", hint)
    return Ladder(
        rungs=file.phrases.each(table["rungs"]),
        floor=told.rungs.index(told.floor) if told.floor else None,
        topic=file.phrase(table["topic"]),
        **_red(told, table),
    )


def _max(file: _File, table: Cursor) -> Entry:
    told = table.read(MaxTable)
    if told.count < 0:
        raise table["count"].error("the count is negative", "write 0 to allow none")
    return Max(direction=told.direction, count=told.count, topic=file.phrase(table["topic"]), **_red(told, table))


def _severity(file: _File, table: Cursor) -> Entry:
    told = table.read(SeverityTable)
    entry = RuleSeverity(
        rule=told.rule, severity=told.severity or "error", own=told.severity is None, **_common(told, table)
    )
    file.rules.check(table["rule"], entry.names)
    return entry


def _ignore(file: _File, table: Cursor) -> Entry:
    told = table.read(IgnoreTable)
    if bool(told.entry) == bool(told.rule):
        raise table.error("an ignore must name one entry or one rule", 'write entry = "ID" or rule = "CODE"')
    if not told.reason.strip():
        raise table["reason"].error("the reason is empty", "write why, for those who read it later")
    if told.rule:
        file.rules.check(table["rule"], told.rule.__eq__)
    return Ignore(
        message=told.reason,
        entry=told.entry,
        rule=told.rule,
        phrase=file.phrase(table["phrase"]),
        until=told.until,
        **_common(told, table),
    )


_KINDS: dict[str, Callable[[_File, Cursor], Entry]] = {
    "require": _require,
    "forbid": _with_phrase(Forbid),
    "watch": _watch,
    "ladder": _ladder,
    "max": _max,
    "topic": _with_phrase(Topic),
    "severity": _severity,
    "ignore": _ignore,
}
