"""Packs as JSON, so that a start need not read TOML.

Reading the shipped packs from TOML and checking them takes longer than a short diff takes to make, and
is done where they are frozen: in the tests.
"""

import json
from collections.abc import Sequence
from typing import Any

from stmtdiff.phrases import Phrase
from stmtdiff.rules.pack import Example, Pack, Rule


def freeze(packs: Sequence[Pack]) -> str:
    """Return `packs` as one line of JSON, a phrase as its pattern."""
    return json.dumps(packs, default=_plain, ensure_ascii=False, separators=(",", ":")) + "\n"


def _plain(value: Pack | Rule | Example | Phrase) -> dict[str, Any] | str:
    return value.pattern if isinstance(value, Phrase) else {name: getattr(value, name) for name in value.__slots__}


def thaw(text: bytes) -> tuple[Pack, ...]:
    """Return the packs that `freeze` made `text` of."""
    return tuple(map(_pack, json.loads(text)))


def _pack(table: dict[str, Any]) -> Pack:
    phrases = {name: _phrases(table[name]) for name in ("applies", "abstains")}
    words = {name: tuple(table[name]) for name in ("speakers", "terms")}
    return Pack(**table | phrases | words | {"rules": tuple(map(_rule, table["rules"]))})


def _rule(table: dict[str, Any]) -> Rule:
    phrases = {name: _phrases(table[name]) for name in ("needs", "unless", "exceptions")}
    steps = tuple(map(_phrases, table["steps"]))
    return Rule(**table | phrases | {"steps": steps, "examples": tuple(Example(**one) for one in table["examples"])})


def _phrases(patterns: Sequence[str]) -> tuple[Phrase, ...]:
    return tuple(map(Phrase, patterns))
