"""All that any renderer needs to know about two statements, and its JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from stmtdiff.align.link import Link
from stmtdiff.model import Statement
from stmtdiff.rules.annotation import Annotation
from stmtdiff.shifts.shift import Pattern, Shift

SCHEMA = "stmtdiff-report/1"


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of a report. `softer`, `firmer` and `mixed` count substantive shifts."""

    substantive: int
    routine: int
    softer: int
    firmer: int
    mixed: int
    paragraphs: Mapping[str, int]  # by kind of link, and "moved"
    sentences: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Report:
    """Two statements, their alignment, what shifted and what the rules say of it.

    `notices` are sentences on the pair itself (sides swapped, the same text twice, two different
    series), strongest first.
    """

    old: Statement
    new: Statement
    links: tuple[Link, ...]
    sentence_links: tuple[Link, ...]
    shifts: tuple[Shift, ...]
    patterns: tuple[Pattern, ...]
    annotations: tuple[Annotation, ...]
    notices: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()

    @property
    def summary(self) -> Summary:
        """Return the counts by class."""
        raise NotImplementedError

    @property
    def headline(self) -> str:
        """Return the report in one line: "3 substantive shifts, 1 paragraph moved; 4 routine folded"."""
        raise NotImplementedError

    def to_dict(self) -> dict[str, Any]:
        """Return the report as plain dicts, lists, strings and integers, in the shape of its schema."""
        raise NotImplementedError

    def to_json(self) -> str:
        """Return the report as JSON, stable to the byte."""
        raise NotImplementedError
