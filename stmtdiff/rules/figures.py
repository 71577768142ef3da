"""The kind of rule that compares figures: rates, amounts, years, ceilings.

The ugly case: "maintain the target range at 5-1/4 to 5-1/2 percent" against "lower the target range
by 1/2 percentage point, to 4-3/4 to 5 percent". The half point is a step, not a rate; the range fell
by 50 basis points.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from stmtdiff.dates import MONTHS
from stmtdiff.grammar import SCALES
from stmtdiff.rules.evidence import Hit
from stmtdiff.rules.finding import Finding, Range
from stmtdiff.rules.pack import Rule, Unit
from stmtdiff.rules.sight import Side, Sight
from stmtdiff.spans import Span

_WHOLE = 10_000  # values are whole numbers of ten-thousandths: fine enough for eighths and hundredths of a point
_VULGAR = {"¼": 2500, "½": 5000, "¾": 7500, "⅛": 1250, "⅜": 3750, "⅝": 6250, "⅞": 8750}
_NUMBER = r"(?<!\d)\d/[1-9]\b|\d+(?:,\d{3})*(?:\.\d+)?(?:[-‐‑– ]\d/[1-9]\b|[-‐‑ ]?[¼½¾⅛⅜⅝⅞])?|[¼½¾⅛⅜⅝⅞]"
_SCALE = rf"thousand|million|billion|trillion|(?:{'|'.join(SCALES)})\b"
_MONTH = "|".join(MONTHS)
_PATTERNS: dict[Unit, str] = {
    "percent": (
        rf"(?:(?P<low>{_NUMBER})\s*(?:to|and|[-–—](?!\d/\d))\s*)?(?P<value>{_NUMBER})\s*(?:per\s?cent(?!age)|%(?!\s*points?))"
    ),
    "money": (
        rf"(?<!rather than )(?:(?:US|A|C|NZ)?[$€£¥]\s?(?P<value>{_NUMBER})(?:\s*(?P<scale>{_SCALE}))?"
        rf"|(?<![\w$€£¥.,])(?<!rather than )(?P<plain>{_NUMBER})\s*(?P<size>{_SCALE}))"
    ),
    "year": (
        r"\b(?:by|before|until|through|later than)\s+(?:around\s+|about\s+|at\s+least\s+)?(?:the\s+)?"
        r"(?:(?P<part>early|mid|middle|late|end|beginning|first half|second half)[-‐‑\s]+(?:of\s+)?)?"
        rf"(?:(?:\d{{1,2}}\s+)?(?P<month>{_MONTH})\s+(?:\d{{1,2}},\s+)?)?"
        r"(?P<value>(?:19|20|21)\d\d)\b"
    ),
    "count": r"(?<![\w./])(?P<value>\d{1,3}(?:[ ,]\d{3})+|\d+)(?![\w/])",
}
# Without one of these in it a sentence has no figure of the unit, and need not be searched for one.
_SIGNS: dict[Unit, tuple[str, ...]] = {
    "percent": ("%", "cent"),
    "money": ("$", "€", "£", "¥", "thousand", "million", "billion", "trillion"),
    "year": ("19", "20", "21"),
    "count": ("",),  # any may
}
_FRACTION = re.compile(r"(?:^|[-‐‑– ])(\d)/([1-9])$")
_SCALES = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_PARTS = {"early": 1, "beginning": 1, "first half": 3, "mid": 6, "middle": 6, "second half": 9, "late": 10}
_NEAR = 3  # tokens between a count and the word that says what is counted


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in the text: its value in ten-thousandths, the tokens that it covers, and how it reads."""

    value: int
    where: Range
    quote: str


def figure(rule: Rule, sight: Sight, old: Sequence[Hit], new: Sequence[Hit]) -> Finding | None:
    """Compare the changed figures of both sides in their order; they must be equally many."""
    if sight.is_whole or rule.unit is None:
        return None
    before, after = _figures(rule, sight.old, old), _figures(rule, sight.new, new)
    moves = [(was, now) for was, now in zip(before, after, strict=False) if was.value != now.value]
    if len(before) != len(after) or not moves:
        return None
    ways = {rule.rising if now.value > was.value else rule.falling for was, now in moves}
    direction = ways.pop() if len(ways) == 1 else "mixed"
    if direction is None:
        return None
    was, now = moves[0]
    return Finding(
        direction, was.where, now.where, _move(rule.unit, was.value, now.value), quotes=(was.quote, now.quote)
    )


def _figures(rule: Rule, side: Side, hits: Sequence[Hit]) -> list[Figure]:
    """Return the figures of the rule's unit that share a word with the change."""
    if not side.words.starts or rule.unit is None:
        return []
    start, end = side.start + side.words.starts[0], side.start + side.words.ends[-1]
    if not any(sign in side.text[start:end] for sign in _SIGNS[rule.unit]):
        return []
    found = []
    for match in _pattern(rule.unit).finditer(side.text, start, end):
        place = side.tokens(match.start(), match.end())
        if side.is_changed(*place) and (rule.unit != "count" or _is_counted(place, hits)):
            found.append(Figure(_value(match), place, " ".join(match[0].split())))
    return found


def figure_spans(unit: Unit, text: str, within: Span) -> Iterator[Span]:
    """Yield where the figures of a unit stand in a span of `text`, in order."""
    for match in _pattern(unit).finditer(text, within.start, within.end):
        yield Span(*match.span())


@cache
def _pattern(unit: Unit) -> re.Pattern[str]:
    """Return the pattern of a unit; it is only compiled for a text that has its sign."""
    return re.compile(_PATTERNS[unit])


def _is_counted(place: Range, hits: Sequence[Hit]) -> bool:
    return any(0 <= hit.first - place[1] <= _NEAR for hit in hits)


def _value(match: re.Match[str]) -> int:
    """Return the value of a figure; of a range its upper end, of a part of a year its share of it."""
    groups = match.groupdict()
    value = _number(match["value"] or match["plain"])
    if "month" not in groups:
        scale = groups.get("scale") or groups.get("size") or ""
        return value * _SCALES[SCALES.get(scale, scale)]
    month = MONTHS.index(groups["month"]) + 1 if groups["month"] else _PARTS.get(groups["part"] or "", 12)
    return value + _WHOLE * month // 12


def _number(text: str) -> int:
    """Return the value of "5-1/4", "1,500", "0.25" or "2½" in ten-thousandths.

    >>> _number("5-1/4"), _number("2½"), _number("1,500"), _number("0.25")
    (52500, 25000, 15000000, 2500)
    """
    if text[-1] in _VULGAR:
        return _VULGAR[text[-1]] + (_number(rest) if (rest := text[:-1].rstrip("-‐‑– ")) else 0)
    fraction = _FRACTION.search(text)
    whole = text[: fraction.start()] if fraction else text
    units, _, decimals = re.sub("[ ,]", "", whole).partition(".")
    value = int(units or 0) * _WHOLE + int((decimals + "0000")[:4])
    return value + (_WHOLE * int(fraction[1]) // int(fraction[2]) if fraction else 0)


def _move(unit: Unit, old: int, new: int) -> str:
    """Return in words how far a figure moved."""
    verb = "raised" if new > old else "lowered"
    size = abs(new - old)
    if unit == "percent" and size >= 2 * _WHOLE and not size % _WHOLE:  # a target's share, not a rate
        return f"{verb} by {size // _WHOLE} percentage points"
    if unit == "percent":
        points, rest = divmod(size, _WHOLE // 100)
        return f"{verb} by {points}{f'.{rest * 10 // 100}' if rest else ''} basis points"
    if unit == "year":
        return "moved later" if new > old else "moved earlier"
    return f"{verb} by {size // _WHOLE:,}" if unit == "count" else verb
