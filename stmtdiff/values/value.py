"""A value: where it is, what sort of thing it is, what it is worth and in which unit."""

import datetime
from fractions import Fraction
from typing import Literal, NamedTuple

from stmtdiff.spans import Span

Kind = Literal[
    "number", "amount", "percent", "quantity", "ordinal", "fraction",
    "date", "month", "year", "quarter", "weekday", "time",
    "symbol", "citation", "reference", "label", "name", "abbreviation",
]  # fmt: skip
Bound = Literal[
    "", "at least", "at most", "more than", "less than", "about",
    "by", "before", "after", "from", "until", "within", "every",
]  # fmt: skip
Worth = Fraction | datetime.date | int | str


class Value(NamedTuple):
    """A value in a text.

    `span` are the code points of the value itself, `whole` those with its unit and the words that bound
    it ("at least 5 per cent" around "5"). `low` and `high` are what it is worth; they differ for a range.
    A date, a month, a quarter or a year with its year is worth its first and its last day; a month or a
    weekday alone its number; a time of day the minutes since midnight; a document, a reference or a name
    its words in one form. `unit` is "%", "point" (a percentage point), a currency ("USD", "$"), a measure
    ("km", "day") or "". An abbreviation is worth its letters, and `unit` is the name that it stands for.
    """

    span: Span
    whole: Span
    kind: Kind
    low: Worth
    high: Worth
    unit: str = ""
    bound: Bound = ""

    def is_same(self, other: "Value") -> bool:
        """Say whether both are worth the same, in whatever spelling: "1,000" and "1 000", "2 p.m." and "14:00"."""
        return self.worth == other.worth

    @property
    def worth(self) -> tuple[Worth, Worth, str, str, str]:
        """Return what is equal for two spellings of one value: both ends, unit, bound and sort."""
        kind = "number" if self.kind in {"fraction", "quantity", "amount"} else self.kind
        return self.low, self.high, self.unit, self.bound, kind

    def minus(self, other: "Value") -> Fraction | int | None:
        """Return how much more this is worth than `other`, None where the two cannot be compared.

        Of two days it is the days between their last ones; of ranges the upper ends are compared.
        """
        if isinstance(self.high, datetime.date) and isinstance(other.high, datetime.date):
            return (self.high - other.high).days
        if isinstance(self.high, Fraction) and isinstance(other.high, Fraction) and self.unit == other.unit:
            return self.high - other.high
        if isinstance(self.high, int) and isinstance(other.high, int) and self.kind == other.kind:
            return self.high - other.high
        return None

    def shifted(self, by: int) -> "Value":
        """Return the same value counted from a place `by` code points further left."""
        span, whole = (Span(place.start + by, place.end + by) for place in (self.span, self.whole))
        return Value(span, whole, self.kind, self.low, self.high, self.unit, self.bound)


def last_day(value: Value | None) -> datetime.date | None:
    """Return the last day of a date, None for another value, and for a date without its year."""
    return value.high if value and isinstance(value.high, datetime.date) else None
