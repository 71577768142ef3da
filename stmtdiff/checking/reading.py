"""Read a policy from ``stmtdiff.toml``, strictly: every mistake is named with its line and column.

The ugly case: ``[[wacth]]`` is not an entry that never fires but an error, and so is a phrase that
can never match, an id used twice, or an ``[[ignore]]`` of an entry that does not exist.
"""

import difflib
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

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
)
from stmtdiff.errors import SettingsError
from stmtdiff.forum import check_forum
from stmtdiff.phrases import Phrase, compile_phrase
from stmtdiff.rules import load_packs
from stmtdiff.settings import Settings
from stmtdiff.toml import KeyPath, Locate, decode, read_toml

_ID = re.compile(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?")


def read_policy(path: Path | str) -> Policy:
    """Return the policy in the file at `path`.

    Raises:
        SettingsError: with path, line and column, for anything that a policy does not say so.
    """
    path = Path(path)
    table, locate = read_toml(path)
    head = decode(table, Head, locate=locate, path=path, known=_KINDS)
    check_forum(head.speakers, head.terms, locate, path)
    rules = tuple(path.parent / name for name in head.rules)
    reader = _Reader(path, locate, rules, head.packs)
    placed: list[tuple[KeyPath, Entry]] = [
        ((kind, index), reader.entry(kind, index, one))
        for kind in _KINDS
        for index, one in enumerate(reader.tables(table.get(kind, []), kind))
    ]
    reader.check_together(placed)
    entries = sorted((entry for _, entry in placed), key=_line)
    return Policy(
        path,
        tuple(entry for entry in entries if isinstance(entry, Red)),
        tuple(entry for entry in entries if isinstance(entry, RuleSeverity)),
        tuple(entry for entry in entries if isinstance(entry, Ignore)),
        tuple(head.packs),
        rules,
        head.fail_on,
        tuple(head.speakers),
        tuple(head.terms),
    )


def _line(entry: Entry) -> int:
    return entry.line


_Shape = TypeVar("_Shape")


class _Reader:
    """One file: where its keys stand, and what to say of a wrong one."""

    def __init__(self, path: Path, locate: Locate, rules: tuple[Path, ...], packs: list[str]) -> None:
        self.path = path
        self.locate = locate
        self.known = _codes(Settings(rules=rules))
        self.check_packs(packs)
        self.codes = _codes(Settings(packs=tuple(packs), rules=rules)) if packs else self.known

    def tables(self, value: Any, kind: str) -> list[Any]:
        if not isinstance(value, list):
            raise self.error(f"'{kind}' is a list of tables", (kind,), f"write [[{kind}]]")
        return value

    def entry(self, kind: str, index: int, table: Any) -> Entry:
        at: KeyPath = (kind, index)
        return _KINDS[kind](self, at, table)

    def decode(self, table: Any, shape: type[_Shape], at: KeyPath) -> _Shape:
        return decode(table, shape, at=at, locate=self.locate, path=self.path)

    def phrase(self, pattern: str, at: KeyPath) -> Phrase:
        try:
            return compile_phrase(pattern)
        except SettingsError as error:
            raise self.error(error.message, at, error.hint) from None

    def phrases(self, patterns: Iterable[str], at: KeyPath) -> tuple[Phrase, ...]:
        return tuple(self.phrase(pattern, (*at, index)) for index, pattern in enumerate(patterns))

    def topic(self, pattern: str, at: KeyPath) -> Phrase | None:
        return self.phrase(pattern, (*at, "topic")) if pattern else None

    def common(self, told: Common | SeverityTable | IgnoreTable, at: KeyPath) -> dict[str, Any]:
        """Return what every entry has, checked."""
        if not _ID.fullmatch(told.id):
            raise self.error(f"the id '{told.id}' is not one", (*at, "id"), "small letters, digits and hyphens: 'cvid'")
        line, column = self.locate(at)
        common = {"id": told.id, "why": told.why, "line": line, "column": column}
        common["series"] = (told.series,) if isinstance(told.series, str) and told.series else tuple(told.series)
        if isinstance(told, IgnoreTable):
            return common
        examples = [
            Example(one.old, one.new, word == "fires")
            for word, tables in (("fires", told.fires), ("quiet", told.quiet))
            for index, table in enumerate(tables)
            for one in [self.decode(table, ExampleTable, (*at, word, index))]
        ]
        return common | {"message": told.message, "examples": tuple(examples)}

    def red(self, told: Common, at: KeyPath) -> dict[str, Any]:
        if not told.message.strip():
            raise self.error("the message is empty", (*at, "message"), "say what a reader must know")
        return self.common(told, at) | {"severity": told.severity}

    def error(self, message: str, way: KeyPath, hint: str) -> SettingsError:
        line, column = self.locate(way)
        return SettingsError(message, path=self.path, line=line, column=column, hint=hint)

    def check_packs(self, packs: list[str]) -> None:
        try:
            load_packs(Settings(packs=tuple(packs)))
        except SettingsError as error:
            raise self.error(error.message, ("packs",), error.hint) from None

    def check_rule(self, rule: str, is_meant: Callable[[str], bool], at: KeyPath) -> None:
        """Refuse a rule that does not exist, or that the policy's own choice of packs leaves out."""
        if not any(map(is_meant, self.known)):
            raise self.error(f"there is no rule '{rule}'", (*at, "rule"), _close(rule, self.codes, "rules list"))
        if not any(map(is_meant, self.codes)):
            hint = "name its pack too: stmtdiff rules list"
            raise self.error(f"the rule '{rule}' is in none of the policy's packs", (*at, "rule"), hint)

    def check_together(self, placed: list[tuple[KeyPath, Entry]]) -> None:
        """Refuse what only shows when all entries are seen: ids used twice, ignores of entries that do not exist."""
        seen: dict[str, Entry] = {}
        for at, entry in sorted(placed, key=lambda pair: pair[1].line):
            if entry.id in seen:
                hint = f"it is used in line {seen[entry.id].line}"
                raise self.error(f"the id '{entry.id}' is used twice", (*at, "id"), hint)
            seen[entry.id] = entry
        reds = {entry.id: entry for entry in seen.values() if isinstance(entry, Red)}
        for at, entry in placed:
            if not isinstance(entry, Ignore) or not entry.entry:
                continue
            if entry.entry not in reds:
                hint = _close(entry.entry, list(reds), "policy explain")
                raise self.error(f"there is no entry '{entry.entry}' to ignore", (*at, "entry"), hint)
            meant = reds[entry.entry].series
            if meant and entry.series and not set(meant) & set(entry.series):
                hint = f"'{entry.entry}' is for {', '.join(meant)}"
                raise self.error("this ignores an entry for other series", (*at, "series"), hint)


def _codes(settings: Settings) -> list[str]:
    return [rule.code for pack in load_packs(settings) for rule in pack.rules]


def _close(word: str, known: list[str], command: str) -> str:
    close = difflib.get_close_matches(word, known, n=1)
    return f"did you mean '{close[0]}'?" if close else f"'stmtdiff {command}' shows them"


def _require(reader: _Reader, at: KeyPath, table: Any) -> Entry:
    told = reader.decode(table, RequireTable, at)
    return Require(
        phrase=reader.phrase(told.phrase, (*at, "phrase")),
        allowed=reader.phrases(told.allowed, (*at, "allowed")),
        speakers=reader.phrases(told.speakers, (*at, "speakers")),
        **reader.red(told, at),
    )


def _with_phrase(kind: type[Forbid | Watch | Topic]) -> Callable[[_Reader, KeyPath, Any], Entry]:
    def read(reader: _Reader, at: KeyPath, table: Any) -> Entry:
        told = reader.decode(table, PhraseTable, at)
        return kind(phrase=reader.phrase(told.phrase, (*at, "phrase")), **reader.red(told, at))

    return read


def _ladder(reader: _Reader, at: KeyPath, table: Any) -> Entry:
    told = reader.decode(table, LadderTable, at)
    if len(told.rungs) < 2:
        raise reader.error("a ladder has two rungs at least", (*at, "rungs"), "list them, weakest first")
    if told.floor and told.floor not in told.rungs:
        close = difflib.get_close_matches(told.floor, told.rungs, n=1)
        hint = f"did you mean '{close[0]}'?" if close else f"rungs: {', '.join(told.rungs)}"
        raise reader.error(f"the floor '{told.floor}' is no rung", (*at, "floor"), hint)
    return Ladder(
        rungs=reader.phrases(told.rungs, (*at, "rungs")),
        floor=told.rungs.index(told.floor) if told.floor else None,
        topic=reader.topic(told.topic, at),
        **reader.red(told, at),
    )


def _max(reader: _Reader, at: KeyPath, table: Any) -> Entry:
    told = reader.decode(table, MaxTable, at)
    if told.count < 0:
        raise reader.error("the count is negative", (*at, "count"), "0 allows none")
    return Max(direction=told.direction, count=told.count, topic=reader.topic(told.topic, at), **reader.red(told, at))


def _severity(reader: _Reader, at: KeyPath, table: Any) -> Entry:
    told = reader.decode(table, SeverityTable, at)
    entry = RuleSeverity(
        rule=told.rule, severity=told.severity or "error", own=told.severity is None, **reader.common(told, at)
    )
    reader.check_rule(told.rule, entry.names, at)
    return entry


def _ignore(reader: _Reader, at: KeyPath, table: Any) -> Entry:
    told = reader.decode(table, IgnoreTable, at)
    if bool(told.entry) == bool(told.rule):
        raise reader.error("an ignore names one entry or one rule", at, 'write entry = "ID" or rule = "CODE"')
    if not told.reason.strip():
        raise reader.error("the reason is empty", (*at, "reason"), "say why, for whoever reads it next year")
    if told.rule:
        reader.check_rule(told.rule, told.rule.__eq__, at)
    return Ignore(
        message=told.reason,
        entry=told.entry,
        rule=told.rule,
        phrase=reader.phrase(told.phrase, (*at, "phrase")) if told.phrase else None,
        until=told.until,
        **reader.common(told, at),
    )


_KINDS: dict[str, Callable[[_Reader, KeyPath, Any], Entry]] = {
    "require": _require,
    "forbid": _with_phrase(Forbid),
    "watch": _with_phrase(Watch),
    "ladder": _ladder,
    "max": _max,
    "topic": _with_phrase(Topic),
    "severity": _severity,
    "ignore": _ignore,
}
