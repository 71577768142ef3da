"""The kind of rule that compares figures: rates, amounts, years, ceilings.

The ugly case: "maintain the target range at 5-1/4 to 5-1/2 percent" against "lower the target range
by 1/2 percentage point, to 4-3/4 to 5 percent". The half point is a step, not a rate; the range fell
by 50 basis points.
"""

import datetime
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from stmtdiff.languages import ENGLISH, Language
from stmtdiff.rules.evidence import Hit
from stmtdiff.rules.finding import Finding, Range
from stmtdiff.rules.pack import Rule, Unit
from stmtdiff.rules.sight import Side, Sight
from stmtdiff.spans import Span
from stmtdiff.values import Value, values

_SCALES = ("thousand", "million", "billion", "trillion")
# Without one of these in it a sentence has no figure of the unit, and need not be searched for one.
_SIGNS: dict[Unit, tuple[str, ...]] = {
    "percent": ("%", "cent"),
    "money": ("$", "€", "£", "¥", "USD", "EUR", "GBP", "JPY", "CHF", *_SCALES),
    "year": ("19", "20", "21"),
    "count": ("",),  # any may
}
_DEADLINES = frozenset({"by", "before", "until"})
_NEAR = 3  # tokens between a count and the word that says what is counted
_SHARE = 2  # percentage points from which a whole difference is one of a share and not of a rate
_REJECTED = "rather than"  # the sum that is not the one: "40 billion rather than 45 billion"


class Figure(NamedTuple):
    """A number in the text: its worth (of a range the upper end, then the lower), tokens, words.

    A deadline is worth its last day; `days` are the first and the last one that it may mean.
    """

    worth: tuple[Fraction, Fraction]
    where: Range
    quote: str
    days: tuple[int, int] | None = None


def figure(rule: Rule, sight: Sight, old: Sequence[Hit], new: Sequence[Hit]) -> Finding | None:
    """Return which way the changed figures of both sides point, None where they do not compare.

    `old` and `new` are the hits of the rule's terms. The figures are compared in their order, and both sides must
    have as many of them.
    """
    if sight.is_whole or rule.unit is None:
        return None
    before, after = _figures(rule, sight.old, old), _figures(rule, sight.new, new)
    moves = [
        (was, now) for was, now in zip(before, after, strict=False) if was.worth != now.worth and not _is_open(was, now)
    ]
    if len(before) != len(after) or not moves:
        return None
    ways = {rule.rising if now.worth > was.worth else rule.falling for was, now in moves}
    direction = ways.pop() if len(ways) == 1 else "mixed"
    if direction is None:
        return None
    was, now = moves[0]
    at = 0 if was.worth[0] != now.worth[0] else 1  # "60 per cent" -> "55 to 60 per cent"
    change = _move(rule.unit, was.worth[at], now.worth[at])
    return Finding(direction, was.where, now.where, change, quotes=(was.quote, now.quote))


def _figures(rule: Rule, side: Side, hits: Sequence[Hit]) -> list[Figure]:
    """Return the figures of the rule's unit that share a word with the change."""
    if not side.words.starts or rule.unit is None:
        return []
    within = side.span(0, len(side.words))
    found = []
    for place, value in _values(rule.unit, side.text, within, side.language):
        where = side.tokens(place.start, place.end)
        days = _days(value) if rule.unit == "year" else None
        worth = (Fraction(days[1]), Fraction()) if days else _worth(rule.unit, value, place.of(side.text))
        if worth is not None and side.is_changed(*where) and (rule.unit != "count" or _is_counted(where, hits)):
            found.append(Figure(worth, where, " ".join(place.of(side.text).split()), days))
    return found


def _is_open(one: Figure, other: Figure) -> bool:
    """Say whether nobody knows which of two deadlines is earlier: "by 2040" may mean before it, in it, at its end."""
    if one.days is None or other.days is None or one.days == other.days:
        return False
    (first, last), inner = sorted((one.days, other.days), key=lambda days: days[0] - days[1])
    return first <= inner[0] and inner[1] <= last and inner[0] - first > last - inner[0]


def _days(value: Value) -> tuple[int, int] | None:
    """Return the first and the last day that a time may mean as numbers, None of another value.

    "Before 2040" ends with 2039; "before 1 May" is "by 1 May".
    """
    if not isinstance(value.low, datetime.date) or not isinstance(value.high, datetime.date):
        return None
    first, last = value.low.toordinal(), value.high.toordinal()
    return (first - 1, first - 1) if value.bound == "before" and first < last else (first, last)


def figure_spans(unit: Unit, text: str, within: Span) -> Iterator[Span]:
    """Yield the span of each figure of a `unit` (such as "percent") in a span of `text`, in order."""
    for place, _ in _values(unit, text, within):
        yield place


def _values(unit: Unit, text: str, within: Span, language: Language = ENGLISH) -> Iterator[tuple[Span, Value]]:
    """Yield the values of a unit in a span of `text`, each with its place: its sign is part of that, and a "by"."""
    part = within.of(text)
    if not any(sign in part for sign in _SIGNS[unit]):
        return
    for value in values(part, language):
        if _is_of(unit, value) and not (unit == "money" and part[: value.span.start].rstrip().endswith(_REJECTED)):
            start = value.whole.start if unit == "year" else value.span.start
            end = value.span.end if unit == "count" else value.whole.end
            yield Span(within.start + start, within.start + end), value


def _is_of(unit: Unit, value: Value) -> bool:
    if unit == "percent":
        return value.kind == "percent" and value.unit == "%"
    if unit == "money":
        return value.kind == "amount"
    if unit == "year":
        return isinstance(value.high, datetime.date) and value.bound in _DEADLINES
    return value.kind in {"number", "quantity", "year"}


def _worth(unit: Unit, value: Value, written: str) -> tuple[Fraction, Fraction] | None:
    """Return what decides which of two figures is higher: of a range the upper end first."""
    if unit == "count" and written.isdecimal():  # "2000 observers" look like a year
        return Fraction(int(written)), Fraction(int(written))
    if not isinstance(value.high, Fraction) or not isinstance(value.low, Fraction):
        return None
    return value.high, value.low


def _is_counted(place: Range, hits: Sequence[Hit]) -> bool:
    return any(0 <= hit.first - place[1] <= _NEAR for hit in hits)


def _move(unit: Unit, old: Fraction, new: Fraction) -> str:
    """Return in words how far a figure moved.

    >>> _move("percent", Fraction(21, 4), Fraction(19, 4)), _move("count", Fraction(1000), Fraction(2500))
    ('lowered by 50 basis points', 'raised by 1,500')
    """
    verb = "raised" if new > old else "lowered"
    size = abs(new - old)
    if unit == "percent" and size >= _SHARE and size.denominator == 1:
        return f"{verb} by {size} percentage points"
    if unit == "percent":
        tenths = int(size * 1000)
        return f"{verb} by {tenths // 10}{f'.{tenths % 10}' if tenths % 10 else ''} basis points"
    if unit == "year":
        return "moved later" if new > old else "moved earlier"
    return f"{verb} by {int(size):,}" if unit == "count" else verb
