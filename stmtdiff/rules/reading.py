"""Read a rule pack from TOML, strictly: every mistake is named with its line and column."""

import re
import string
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from stmtdiff.forum import check_forum
from stmtdiff.phrases import FilePhrases, Phrase
from stmtdiff.rules.annotation import Severity
from stmtdiff.rules.pack import Example, Kind, Pack, Reach, Rule, Sense, Subject, Unit
from stmtdiff.shifts.shift import Direction
from stmtdiff.toml import Cursor, read_toml

# The key under which a kind of rule lists its terms; a figure may do without, a vote has none.
_TERMS: dict[Kind, str] = {
    "ladder": "ranks",
    "presence": "terms",
    "bundle": "members",
    "switch": "things",
    "negation": "terms",
    "figure": "terms",
}
_RISING: dict[Kind, Direction] = {
    "outlook": "firmer",
    "acts": "firmer",
    "ladder": "firmer",
    "bundle": "firmer",
    "switch": "none",
    "negation": "none",
}
_FALLING: dict[Kind, Direction] = {
    "outlook": "softer",
    "acts": "softer",
    "ladder": "softer",
    "bundle": "softer",
    "switch": "none",
    "negation": "none",
}
# What the words of a kind of rule that compares clauses can be.
SENSES: dict[Kind, tuple[str, ...]] = {
    "outlook": (
        "quantity", "burden", "move", "slowing", "level", "push", "degree", "denial", "baseline", "purpose", "cause",
        "evidence", "neutral", "stage",
    ),
    "acts": (
        "act", "noun", "promise", "order", "deed", "everybody", "strength", "courtesy", "limit", "quality", "harm",
        "judgement", "reach", "measure",
    ),
    "negation": ("hold", "yield", "permit"),
}  # fmt: skip
_MAY_LACK_SENSES = ("negation",)
SCHEMA_NAME = "stmtdiff-rules"
_PLACEHOLDERS = frozenset({"old", "new", "head", "term", "phrase", "change"})
_CODE = re.compile(r"[A-Z]{2,8}\d{1,4}")


@dataclass(frozen=True, slots=True)
class _ExampleTable:
    old: str
    new: str
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class _RuleTable:
    """A rule as its table spells it."""

    code: str
    name: str
    kind: Kind
    severity: Severity
    message: str
    why: str
    fires: list[dict[str, Any]]
    quiet: list[dict[str, Any]]
    ranks: list[str] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    things: list[str] = field(default_factory=list)
    senses: list[dict[str, Any]] = field(default_factory=list)
    needs: list[str] = field(default_factory=list)
    unless: list[str] = field(default_factory=list)
    exceptions: list[str] = field(default_factory=list)
    rising: Direction | Literal["silent"] | None = None
    falling: Direction | Literal["silent"] | None = None
    reach: Reach = "phrase"
    unit: Unit | None = None
    in_act: bool = False


@dataclass(frozen=True, slots=True)
class _SenseTable:
    """A sense as its table spells it."""

    of: str
    terms: list[str]
    name: str = ""
    worth: int = 10
    source: str = ""


@dataclass(frozen=True, slots=True)
class _SubjectTable:
    """A subject as its table spells it."""

    name: str
    terms: list[str]
    example: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class _PackTable:
    """The head of a pack as its file spells it."""

    id: str
    name: str
    about: str
    axis: str
    softer: str
    firmer: str
    applies: list[str] = field(default_factory=list)
    abstains: list[str] = field(default_factory=list)
    yields: bool = False
    speakers: list[str] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)
    language: str = "en"


def read_part(path: Path, taken: Sequence[str] = ()) -> tuple[tuple[Rule, ...], tuple[Subject, ...]]:
    """Return the rules and the subjects of a TOML file that adds to a pack and has no head of its own.

    Raises:
        SettingsError: as `read_pack` does.
    """
    top = read_toml(path)
    phrases = _more(top)
    return _rules(top, taken, phrases) if "rule" in top.value else (), _subjects(top, phrases)


def _more(top: Cursor) -> FilePhrases:
    """Return the phrases of a file without a head, which names nothing but its schema."""
    top.only(("schema", "rule", "subject"))
    return FilePhrases(top, SCHEMA_NAME)


def phrases_of(path: Path) -> FilePhrases:
    """Return the phrases of a file of rules, with a head or without one, all of them read.

    Raises:
        SettingsError: as `read_pack` does.
    """
    top = read_toml(path)
    if top["id"].value is None:
        phrases = _more(top)
        if "rule" in top.value:
            _rules(top, (), phrases)
        _subjects(top, phrases)
    else:
        phrases = FilePhrases(top, SCHEMA_NAME)
        _pack(top, (), phrases)
    return phrases


def read_pack(path: Path, taken: Sequence[str] = ()) -> Pack:
    """Return the pack in the TOML file `path`; `taken` are rule codes that others own already.

    Raises:
        SettingsError: for TOML that does not parse, an unknown or missing key, a wrong type, a
            broken phrase, a code used twice, a rule without examples, a subject named twice or without a term; with
            line and column.
    """
    top = read_toml(path)
    return _pack(top, taken, FilePhrases(top, SCHEMA_NAME))


def _pack(top: Cursor, taken: Sequence[str], phrases: FilePhrases) -> Pack:
    head = top.read(_PackTable, known=("schema", "rule", "subject"))
    check_forum(top)
    return Pack(
        head.id, head.name, head.about, head.axis, head.softer, head.firmer,
        phrases.each(top["applies"]), phrases.each(top["abstains"]),
        head.yields, _rules(top, taken, phrases), tuple(head.speakers), tuple(head.terms), head.language,
        _subjects(top, phrases),
    )  # fmt: skip


def _rules(top: Cursor, taken: Sequence[str], phrases: FilePhrases) -> tuple[Rule, ...]:
    """Return the rules of a file, none of which may have a code that is `taken`."""
    tables = top.tables("rule")
    if not tables:
        raise top.error("the pack has no rule", "write a [[rule]] table")
    codes = set(taken)
    rules = []
    for table in tables:
        rules.append(_rule(table, codes, phrases))
        codes.add(rules[-1].code)
    return tuple(rules)


def _subjects(top: Cursor, phrases: FilePhrases) -> tuple[Subject, ...]:
    """Return the subjects of a file, each named once."""
    subjects: list[Subject] = []
    for table in top.tables("subject"):
        shape = table.read(_SubjectTable)
        if not shape.name.strip():
            raise table["name"].error("a subject needs a name", "write what a reader calls it, such as 'Harbour dues'")
        if any(shape.name.lower() == other.name.lower() for other in subjects):
            raise table["name"].error(f"the subject '{shape.name}' is listed twice", "write its terms into one table")
        if not shape.terms:
            raise table["terms"].error(f"the subject '{shape.name}' has no term", "write the phrases that tell it")
        subjects.append(Subject(shape.name, phrases.each(table["terms"]), shape.source, shape.example))
    return tuple(subjects)


def _rule(table: Cursor, taken: set[str], phrases: FilePhrases) -> Rule:
    shape = table.read(_RuleTable)
    if not _CODE.fullmatch(shape.code):
        raise table["code"].error(f"'{shape.code}' is not a rule code", "capital letters and a number, such as SEC101")
    if shape.code in taken:
        raise table["code"].error(f"the code {shape.code} is taken", "codes are never used twice")
    _check_message(table["message"])
    terms = _own_terms(shape, table, phrases)
    steps = tuple((term,) for term in terms) if shape.kind in ("ladder", "bundle", "switch") else (terms,)
    return Rule(
        shape.code, shape.name, shape.kind, shape.severity, shape.message, shape.why, steps,
        phrases.each(table["needs"]),
        phrases.each(table["unless"]),
        phrases.each(table["exceptions"]),
        _direction(shape.rising, _RISING.get(shape.kind)),
        _direction(shape.falling, _FALLING.get(shape.kind)),
        shape.reach, shape.unit, _examples(shape.code, table), _senses(shape, table, phrases), shape.in_act,
    )  # fmt: skip


def _senses(shape: _RuleTable, rule: Cursor, phrases: FilePhrases) -> tuple[Sense, ...]:
    """Return the senses of a rule that compares clauses; no other kind has any."""
    known = SENSES.get(shape.kind)
    if (known is None) != (not shape.senses) and shape.kind not in _MAY_LACK_SENSES:
        hint = f"write [[rule.senses]] of {', '.join(known)}" if known else "leave them out"
        raise rule.error(f"a {shape.kind} has {'no senses' if known is None else 'senses'}", hint)
    senses = []
    for table in rule.tables("senses"):
        sense = table.read(_SenseTable)
        if sense.of not in (known or ()):
            said = f"'{sense.of}' is not a sense of the kind '{shape.kind}'"
            raise table["of"].error(said, f"it has: {', '.join(known or ())}")
        senses.append(Sense(sense.of, sense.name, sense.worth, sense.source, phrases.each(table["terms"])))
    return tuple(senses)


def _check_message(message: Cursor) -> None:
    try:
        names = {name for _, name, _, _ in string.Formatter().parse(message.value) if name is not None}
    except ValueError as error:
        raise message.error(f"the message cannot be filled in: {error}") from None
    if unknown := sorted(names - _PLACEHOLDERS):
        known = ", ".join(f"{{{name}}}" for name in sorted(_PLACEHOLDERS))
        raise message.error(f"the message asks for '{{{unknown[0]}}}'", f"it can use {known}")


def _own_terms(shape: _RuleTable, table: Cursor, phrases: FilePhrases) -> tuple[Phrase, ...]:
    """Return the terms of a rule from the one key that its kind lists them under."""
    wanted = _TERMS.get(shape.kind)
    for key in sorted(set(_TERMS.values()) & table.value.keys()):
        if key != wanted:
            raise table[key].error(f"a {shape.kind} has no '{key}'", f"write '{wanted}'" if wanted else "leave it out")
    if wanted is None:
        return ()
    terms = phrases.each(table[wanted])
    fewest = {"ladder": 2, "switch": 2, "figure": 1 if shape.unit == "count" else 0}.get(shape.kind, 1)
    if len(terms) < fewest:
        raise table.error(f"a {shape.kind} needs at least {fewest} of '{wanted}'")
    if (shape.kind == "figure") != (shape.unit is not None):
        raise table.error("a figure needs a 'unit', and no other kind has one", "percent, money, year or count")
    return terms


def _direction(given: str | None, usual: Direction | None) -> Direction | None:
    if given == "silent":
        return None
    return given or usual  # type: ignore[return-value]  # "silent" is dealt with


def _examples(code: str, rule: Cursor) -> tuple[Example, ...]:
    examples = []
    for key in ("fires", "quiet"):
        tables = rule.tables(key)
        if not tables:
            raise rule[key].error(
                f"{code} has no '{key}' example", "a rule needs an example where it fires and one where it does not"
            )
        for table in tables:
            pair = table.read(_ExampleTable)
            if (key == "fires") != (pair.direction is not None):
                raise table.error("'fires' examples say the direction, 'quiet' ones have none")
            examples.append(Example(pair.old, pair.new, pair.direction))
    return tuple(examples)
