"""Packs as JSON, so that a start need not read TOML, and what their phrases are read as, so that none is parsed.

Reading the shipped packs from TOML and checking them takes longer than a short diff takes to make, and
is done where they are frozen: in the tests. So does parsing the phrases that a text asks for.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from stmtdiff.phrases import Phrase, upgraded, written_out
from stmtdiff.rules.pack import Example, Pack, Rule, Sense, Subject


def freeze(packs: Sequence[Pack]) -> str:
    """Return `packs` as lines of JSON: one for each pack, without its rules and subjects, then one for each of these.

    A phrase is its pattern, as schema 2 writes it. What changed in a rule is one line of a diff.
    """
    lines: list[Pack | Rule | Subject] = []
    for pack in packs:
        lines += [pack._replace(rules=(), subjects=()), *pack.rules, *pack.subjects]
    return "".join(f"{_line(one)}\n" for one in lines)


def freeze_readings(packs: Sequence[Pack]) -> str:
    """Return what the phrases of `packs` are read as, a JSON object with one pattern a line: see `phrases.recall`."""
    phrases = [phrase for pack in packs for phrase in _phrases_of(pack) if phrase.syntax == 2]
    readings = {phrase.pattern: written_out(phrase) for phrase in phrases}
    return json.dumps(dict(sorted(readings.items())), ensure_ascii=False, indent=0, separators=(",", ":")) + "\n"


def _phrases_of(pack: Pack) -> Iterator[Phrase]:
    yield from (*pack.applies, *pack.abstains)
    for rule in pack.rules:
        yield from (phrase for step in rule.steps for phrase in step)
        yield from (*rule.needs, *rule.unless, *rule.exceptions)
        yield from (phrase for sense in rule.senses for phrase in sense.terms)
    yield from (phrase for subject in pack.subjects for phrase in subject.terms)


def _line(value: Pack | Rule | Subject) -> str:
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    """Return a record of a pack as a table of its fields, and a phrase as schema 2 writes it."""
    if isinstance(value, Phrase):
        return value.pattern if value.syntax == 2 else upgraded(value.pattern)
    if isinstance(value, (Pack, Rule, Example, Subject)):
        return {name: _plain(one) for name, one in value._asdict().items()}
    if isinstance(value, Sense):
        return {name: _plain(getattr(value, name)) for name in value.__slots__}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def thaw(text: bytes) -> tuple[Pack, ...]:
    """Return the packs that `freeze` made `text` of."""
    packs: list[tuple[dict[str, Any], list[Rule], list[Subject]]] = []
    for table in json.loads(b"[%s]" % b",".join(text.splitlines())):
        if "rules" in table:
            packs.append((table, [], []))
        elif "code" in table:
            packs[-1][1].append(_rule(table))
        else:
            packs[-1][2].append(Subject(**table | {"terms": _phrases(table["terms"])}))
    return tuple(_pack(table, rules, subjects) for table, rules, subjects in packs)


def _pack(table: dict[str, Any], rules: Sequence[Rule], subjects: Sequence[Subject]) -> Pack:
    phrases = {name: _phrases(table[name]) for name in ("applies", "abstains")}
    words = {name: tuple(table[name]) for name in ("speakers", "terms")}
    return Pack(**table | phrases | words | {"rules": tuple(rules), "subjects": tuple(subjects)})


def _rule(table: dict[str, Any]) -> Rule:
    phrases = {name: _phrases(table[name]) for name in ("needs", "unless", "exceptions")}
    steps = tuple(map(_phrases, table["steps"]))
    examples = tuple(Example(**one) for one in table["examples"])
    senses = tuple(Sense(**one | {"terms": _phrases(one["terms"])}) for one in table["senses"])
    return Rule(**table | phrases | {"steps": steps, "examples": examples, "senses": senses})


def _phrases(patterns: Sequence[str]) -> tuple[Phrase, ...]:
    return tuple(map(Phrase, patterns))
