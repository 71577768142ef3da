"""What comes of two languages of one statement, as plain values."""

from collections import Counter
from dataclasses import dataclass
from typing import Any, Literal

from stmtdiff.data import slice_of
from stmtdiff.model import Statement
from stmtdiff.spans import Span

SCHEMA = "stmtdiff-parallel/1"
DifferenceKind = Literal["number", "date", "document", "label", "list", "name", "paragraph"]


@dataclass(frozen=True, slots=True)
class Difference:
    """What one language says and the other does not: a span into each text, None on the side that has nothing for it.

    `said` says it in words; `row` is its place among the rows.
    """

    kind: DifferenceKind
    row: int
    one: Span | None
    other: Span | None
    said: str


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs that belong together, by their indexes; one side is empty for those that have no counterpart."""

    one: tuple[int, ...]
    other: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Parallel:
    """Two languages of one statement: every paragraph of each side is in exactly one row, in order."""

    one: Statement
    other: Statement
    rows: tuple[Row, ...]
    differences: tuple[Difference, ...]
    notices: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """Return how many differences there are of each kind that occurs."""
        return dict(sorted(Counter[str](one.kind for one in self.differences).items()))

    @property
    def linked(self) -> int:
        """Return how many rows have paragraphs on both sides."""
        return sum(bool(row.one and row.other) for row in self.rows)

    def to_dict(self) -> dict[str, Any]:
        """Return all of it as plain dicts, lists, strings and integers, in the shape of its schema."""
        return {
            "schema": SCHEMA,
            "one": _statement(self.one),
            "other": _statement(self.other),
            "notices": list(self.notices),
            "rows": [{"one": list(row.one), "other": list(row.other)} for row in self.rows],
            "differences": [
                {
                    "kind": each.kind,
                    "row": each.row,
                    "one": slice_of(each.one, self.one),
                    "other": slice_of(each.other, self.other),
                    "said": each.said,
                }
                for each in self.differences
            ],
        }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "name": statement.name,
        "sha256": statement.source.sha256,
        "language": statement.language,
        "doubts": list(statement.source.doubts),
        "paragraphs": len(statement.paragraphs),
    }
