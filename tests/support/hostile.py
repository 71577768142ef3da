"""Statements and reports that attack whoever shows them: markup, scripts, entities, controls, in every field."""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args, get_type_hints

import stmtdiff
from stmtdiff.model import Statement
from stmtdiff.report import Report

MARKUP = (
    "<script>document.hacked=1</script>",
    '</script><img src=x onerror="document.hacked=2">',
    "\"><svg onload=document.hacked=3>' autofocus onfocus='document.hacked=4' x='",
    "</style><style>*{display:none}</style><!--",
    "&lt;b&gt;&amp;&#60;i&#62; {{ 7*7 }} {% endraw %} ${7*7} [-no-]{+mark+}",
    '<a href="javascript:document.hacked=5">https://lamps.invalid/</a> <base href="https://lamps.invalid/">',
)
HIDDEN = "\u202edesrever\u202c \u2066isolated \u200b\u200f\ufeff bell\x07 escape\x1b[2J null\x00 tag\U000e0041 \ud800"
ATTACKS = (*MARKUP, HIDDEN)
PEACE = ("oil", "wicks", "glass", "lenses", "brass", "stairs", "logs")  # as many words that do no harm
KEPT = frozenset({"id", "link", "shift", "shifts", "rule", "text", "norm", "norms"})  # made by us, checked, or counted


def report(attacks: Sequence[str] = ATTACKS) -> Report:
    """Return the report on two statements that hold `attacks`, with all of them in every other string too."""
    everything = " ".join(attacks)
    old = [f"The Council of Lamps voiced grave concern over {attack} in the northern reefs." for attack in attacks]
    new = [f"The Council of Lamps voiced concern over {attack} in the northern reefs." for attack in attacks]
    moved = f"Tide tables that hold {everything} are printed every spring in all harbours of the strait."
    sides = (
        _statement("2031", [*old, moved, f"Gone: {everything}."], everything),
        _statement("2032", [moved, *new, f"Come: {everything}."], everything),
    )
    poisoned: Report = poison(stmtdiff.compare(*sides), everything)
    return poisoned


def _statement(name: str, paragraphs: Sequence[str], everything: str) -> Statement:
    """Return a statement whose first paragraph is its title and whose sixth is a heading."""
    units = [f"Statement of {name} {everything}", *paragraphs[:4], f"On lamps {everything}", *paragraphs[4:]]
    made = stmtdiff.from_paragraphs(
        units, labels=[everything] * len(units), headings=[everything] * len(units), name=name
    )
    parts = list(made.paragraphs)
    parts[0] = replace(parts[0], role="title", level=1)
    parts[5] = replace(parts[5], role="heading", level=2)
    asides = {"notes": (parts[1].body,), "furniture": (parts[2].body,)}
    return replace(made, paragraphs=tuple(parts), title=parts[0].body, **asides)


def poison(value: Any, words: str) -> Any:
    """Return `value` with `words` at the end of every free string in it, however deep, and however new the field.

    Strings of a closed list stay, and so do the names by which parts of a report point at each other.
    """
    if isinstance(value, tuple):
        return tuple(poison(item, words) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    hints = get_type_hints(type(value))
    free = [entry.name for entry in fields(value) if entry.name not in KEPT]
    return replace(value, **{name: _poisoned(hints[name], getattr(value, name), words) for name in free})


def _poisoned(hint: Any, value: Any, words: str) -> Any:
    if hint is str:
        return f"{value} {words}"
    if get_args(hint) == (str, ...):
        return (*(f"{item} {words}" for item in value), words)
    return poison(value, words)
