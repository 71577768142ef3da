"""Read a rule pack from TOML, strictly: every mistake is named with its line and column."""

import re
import string
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, TypeVar

from stmtdiff.errors import SettingsError
from stmtdiff.forum import check_forum
from stmtdiff.phrases import Phrase, compile_phrase
from stmtdiff.rules.annotation import Severity
from stmtdiff.rules.pack import Example, Kind, Pack, Reach, Rule, Unit
from stmtdiff.shifts.shift import Direction
from stmtdiff.toml import KeyPath, Locate, decode, read_toml

# The key under which a kind of rule lists its terms; a figure may do without, a vote has none.
_TERMS: dict[Kind, str] = {
    "ladder": "ranks",
    "presence": "terms",
    "bundle": "members",
    "switch": "things",
    "negation": "terms",
    "figure": "terms",
}
_RISING: dict[Kind, Direction] = {"ladder": "firmer", "bundle": "firmer", "switch": "none", "negation": "none"}
_FALLING: dict[Kind, Direction] = {"ladder": "softer", "bundle": "softer", "switch": "none", "negation": "none"}
_PLACEHOLDERS = frozenset({"old", "new", "head", "term", "phrase", "change"})
_Shape = TypeVar("_Shape", "_PackTable", "_RuleTable", "_ExampleTable")
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
    needs: list[str] = field(default_factory=list)
    unless: list[str] = field(default_factory=list)
    exceptions: list[str] = field(default_factory=list)
    rising: Direction | Literal["silent"] | None = None
    falling: Direction | Literal["silent"] | None = None
    reach: Reach = "phrase"
    unit: Unit | None = None


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


@dataclass(frozen=True, slots=True)
class _Place:
    """A table in a pack file, for saying where a mistake stands."""

    path: Path
    locate: Locate
    way: KeyPath = ()

    def inside(self, *steps: str | int) -> "_Place":
        """Return the place of a key or table inside this one."""
        return replace(self, way=(*self.way, *steps))

    def error(self, message: str, hint: str = "") -> SettingsError:
        """Return an error that names this place."""
        line, column = self.locate(self.way)
        return SettingsError(message, path=self.path, line=line, column=column, hint=hint)

    def shape(self, table: dict[str, Any], kind: type[_Shape]) -> _Shape:
        """Return the table at this place as a value of `kind`, checked."""
        return decode(table, kind, at=self.way, locate=self.locate, path=self.path)


def read_pack(path: Path, taken: Sequence[str] = ()) -> Pack:
    """Return the pack in the TOML file `path`; `taken` are rule codes that others own already.

    Raises:
        SettingsError: for TOML that does not parse, an unknown or missing key, a wrong type, a
            broken phrase, a code used twice, a rule without examples; with line and column.
    """
    table, locate = read_toml(path)
    place = _Place(path, locate)
    head = place.shape({key: value for key, value in table.items() if key != "rule"}, _PackTable)
    check_forum(head.speakers, head.terms, locate, path)
    tables = table.get("rule")
    if not isinstance(tables, list) or not tables:
        raise place.error("the pack has no rule", "write a [[rule]] table")
    codes = set(taken)
    rules = []
    for number, rule in enumerate(tables):
        rules.append(_rule(rule, place.inside("rule", number), codes))
        codes.add(rules[-1].code)
    return Pack(
        head.id, head.name, head.about, head.axis, head.softer, head.firmer,
        _phrases(head.applies, place.inside("applies")), _phrases(head.abstains, place.inside("abstains")),
        head.yields, tuple(rules), tuple(head.speakers), tuple(head.terms),
    )  # fmt: skip


def _rule(table: dict[str, Any], place: _Place, taken: set[str]) -> Rule:
    shape = place.shape(table, _RuleTable)
    if not _CODE.fullmatch(shape.code):
        raise place.inside("code").error(
            f"'{shape.code}' is no rule code", "capital letters and a number, such as SEC101"
        )
    if shape.code in taken:
        raise place.inside("code").error(f"the code {shape.code} is taken", "codes are never used twice")
    _check_message(shape.message, place.inside("message"))
    terms = _own_terms(shape, table, place)
    steps = tuple((term,) for term in terms) if shape.kind in ("ladder", "bundle", "switch") else (terms,)
    return Rule(
        shape.code, shape.name, shape.kind, shape.severity, shape.message, shape.why, steps,
        _phrases(shape.needs, place.inside("needs")),
        _phrases(shape.unless, place.inside("unless")),
        _phrases(shape.exceptions, place.inside("exceptions")),
        _direction(shape.rising, _RISING.get(shape.kind)),
        _direction(shape.falling, _FALLING.get(shape.kind)),
        shape.reach, shape.unit, _examples(shape, place),
    )  # fmt: skip


def _check_message(message: str, place: _Place) -> None:
    try:
        names = {name for _, name, _, _ in string.Formatter().parse(message) if name is not None}
    except ValueError as error:
        raise place.error(f"the message is broken: {error}") from None
    if unknown := sorted(names - _PLACEHOLDERS):
        known = ", ".join(f"{{{name}}}" for name in sorted(_PLACEHOLDERS))
        raise place.error(f"the message asks for '{{{unknown[0]}}}'", f"it can hold {known}")


def _own_terms(shape: _RuleTable, table: dict[str, Any], place: _Place) -> tuple[Phrase, ...]:
    """Return the terms of a rule from the one key that its kind lists them under."""
    wanted = _TERMS.get(shape.kind)
    for key in sorted(set(_TERMS.values()) & table.keys()):
        if key != wanted:
            hint = f"write '{wanted}'" if wanted else "leave it out"
            raise place.inside(key).error(f"a {shape.kind} has no '{key}'", hint)
    if wanted is None:
        return ()
    terms = _phrases(getattr(shape, wanted), place.inside(wanted))
    fewest = {"ladder": 2, "switch": 2, "figure": 1 if shape.unit == "count" else 0}.get(shape.kind, 1)
    if len(terms) < fewest:
        raise place.error(f"a {shape.kind} needs at least {fewest} of '{wanted}'")
    if (shape.kind == "figure") != (shape.unit is not None):
        raise place.error("a figure needs a 'unit', and no other kind has one", "percent, money, year or count")
    return terms


def _phrases(patterns: list[str], place: _Place) -> tuple[Phrase, ...]:
    phrases = []
    for number, pattern in enumerate(patterns):
        try:
            phrases.append(compile_phrase(pattern))
        except SettingsError as error:
            raise place.inside(number).error(error.message, error.hint) from None
    return tuple(phrases)


def _direction(given: str | None, usual: Direction | None) -> Direction | None:
    if given == "silent":
        return None
    return given or usual  # type: ignore[return-value]  # "silent" is dealt with


def _examples(shape: _RuleTable, place: _Place) -> tuple[Example, ...]:
    examples = []
    for key, tables in (("fires", shape.fires), ("quiet", shape.quiet)):
        if not tables:
            raise place.inside(key).error(
                f"{shape.code} has no '{key}' example", "a rule shows where it speaks and where not"
            )
        for number, table in enumerate(tables):
            inside = place.inside(key, number)
            pair = inside.shape(table, _ExampleTable)
            if (key == "fires") != (pair.direction is not None):
                raise inside.error("'fires' examples say the direction, 'quiet' ones have none")
            examples.append(Example(pair.old, pair.new, pair.direction))
    return tuple(examples)
