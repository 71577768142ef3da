"""Read the values of a text: first those that a diff may not cut, then what bounds and measures them, then the others.

The ugly case: "by 25 basis points to 4-1/4 to 4-1/2 percent by mid-2030, in line with paragraph 3 (a) above". A
reader who compares two statements has to know which of these figures is a step, a rate, a deadline or a place.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import accumulate

from stmtdiff.languages import ENGLISH, Language
from stmtdiff.languages.english import WEEKDAYS
from stmtdiff.languages.marks import HAN_NUMBERS
from stmtdiff.patterns import later
from stmtdiff.remembering import remembered
from stmtdiff.spans import Span
from stmtdiff.values import patterns
from stmtdiff.values.days import days_of, foreign_days, month_of, quarter_of
from stmtdiff.values.names import name_before
from stmtdiff.values.numbers import figure, han_number, ordinal_of, scale_of, worth_of
from stmtdiff.values.patterns import BOUNDS, HALF_DAY, HAS_UNIT, MEASURES, PERCENT, TIME
from stmtdiff.values.value import Bound, Kind, Value, Worth

_REACH = 40  # code points before a value within which the words that bound it stand
_BLOCK = 64  # code points in which values are looked for together
_RANGE = later(r"(?:\s(?:to|and)\s|(?<=[\d¼-¾])[-–](?=\d+(?!/)))")
_PERCENT = later(PERCENT)
_CURRENCY = later(r"^(?:US|A|C|NZ|R)?[$€£¥]|^[A-Z]{3}(?=\s)")
_SCALE = later(r"\s?([a-z]+)$", re.IGNORECASE)
_CURRENCIES = {
    "$": "USD",
    "US$": "USD",
    "A$": "AUD",
    "C$": "CAD",
    "NZ$": "NZD",
    "R$": "BRL",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
}
_NO_NUMBER = later(rf"[^\d{HAN_NUMBERS}]")
_SPACE = later(r"\s+")
_YEAR = later(r"\d{4}")
_Worths = tuple[Worth, Worth]


@remembered(characters=250_000)
def units(text: str, language: Language = ENGLISH) -> tuple[Value, ...]:
    """Return the values of `text` that a diff may not cut, in order, without overlap; `span` and `whole` are one.

    Of another `language` the dates and the decimal mark are known, beside all that is read in English.

    >>> [(value.kind, str(value.high)) for value in units("It met on 3 May 2024 and gave $1.5bn.")]
    [('date', '2024-05-03'), ('amount', '1500000000')]
    """
    if not HAS_UNIT.search(text) and not language.counters:  # a day may be in Chinese figures
        return ()
    return tuple(_unit(match, language) for match in patterns.unit(language).finditer(text))


def _unit(match: re.Match[str], language: Language) -> Value:
    sort = match.lastgroup or ""
    kind: Kind = sort.removeprefix("foreign_")  # type: ignore[assignment]  # groups are named after kinds
    span = Span(*match.span())
    worths, unit = _READERS[sort](match, language)
    return Value(span, span, kind, *worths, unit)


def _written(text: str) -> str:
    """Return words in one form: no case, one space."""
    return _SPACE.sub(" ", text).lower()


def _as_written(match: re.Match[str], _language: Language) -> tuple[_Worths, str]:
    text = _written(match[0])
    text = text[1:-1] if text[0] == "(" and text[-1] == ")" else text
    return (text, text), ""


def _figures(text: str, language: Language, scale: int = 1) -> _Worths:
    """Return the lower and the upper end of a figure or a range of two."""
    ends = [figure(end.strip(), language.decimal) for end in _RANGE.split(text)]
    known = [end * scale for end in ends if end is not None]
    return (known[0], known[-1]) if known and len(known) == len(ends) else (_written(text),) * 2


def _number(match: re.Match[str], language: Language) -> tuple[_Worths, str]:
    return _figures(match[0], language), ""


def _percent(match: re.Match[str], language: Language) -> tuple[_Worths, str]:
    behind = _PERCENT.match(match.string, match.end())
    return _with_sign(_figures(_PERCENT.sub("", match[0]), language), behind[0] if behind else "")


def _with_sign(worths: _Worths, behind: str) -> tuple[_Worths, str]:
    """Return what figures are worth with the words behind them, and the unit: "25 basis points", a quarter point."""
    low, high = worths
    sign = _written(behind).strip()
    if sign.startswith("b") and isinstance(low, Fraction) and isinstance(high, Fraction):
        return (low / 100, high / 100), "point"
    return worths, "point" if "point" in sign else "%"


def _amount(match: re.Match[str], language: Language) -> tuple[_Worths, str]:
    text = match[0]
    sign = _CURRENCY.match(text)
    rest = text[sign.end() :].strip() if sign else text
    scale = _SCALE.search(rest)
    worths = _figures(rest[: scale.start()] if scale else rest, language, scale_of(scale[1]) if scale else 1)
    return worths, _CURRENCIES.get(sign[0], sign[0]) if sign else ""


def _foreign_amount(match: re.Match[str], language: Language) -> tuple[_Worths, str]:
    """Return what a figure in another language is worth with its scale, and what it counts: "50万元", 500000 元."""
    parts = patterns.scaled(language).fullmatch(match[0])
    if parts is None:
        return (_written(match[0]),) * 2, ""
    scale = language.scales[parts["scale"].lower()] if parts["scale"] else 1
    sign = (parts["sign"] or "").strip()
    return _figures(parts["figure"], language, scale), _CURRENCIES.get(sign, sign) or parts["counter"] or ""


def _foreign_ordinal(match: re.Match[str], _language: Language) -> tuple[_Worths, str]:
    number = han_number(_NO_NUMBER.sub("", match[0]))
    return (number, number), ""


def _foreign_date(match: re.Match[str], language: Language) -> tuple[_Worths, str]:
    return foreign_days(match[0], language) or (_written(match[0]),) * 2, ""


def _date(match: re.Match[str], _language: Language) -> tuple[_Worths, str]:
    text = match[0].partition("(")[0].strip()
    if days := days_of(text):
        return days, ""
    if _YEAR.search(text):  # a day that the month does not have
        return (_written(text),) * 2, ""
    words = text.replace(".", " ").split()
    month = next((number for word in words if (number := month_of(word))), 0)
    numbers = [int(found) for found in re.findall(r"\d{1,2}", text)]
    return (100 * month + numbers[0], 100 * month + numbers[-1]), ""


def _month(match: re.Match[str], _language: Language) -> tuple[_Worths, str]:
    month = month_of(match[0]) or 0
    return (month, month), ""


def _ordinal(match: re.Match[str], _language: Language) -> tuple[_Worths, str]:
    number = ordinal_of(match[0])
    return (_written(match[0]),) * 2 if number is None else (number, number), ""


def _year(match: re.Match[str], _language: Language) -> tuple[_Worths, str]:
    return days_of(match[0]) or (_written(match[0]),) * 2, ""


_READERS: dict[str, Callable[[re.Match[str], Language], tuple[_Worths, str]]] = {
    "foreign_date": _foreign_date,
    "foreign_ordinal": _foreign_ordinal,
    "foreign_amount": _foreign_amount,
    "date": _date,
    "symbol": _as_written,
    "citation": _as_written,
    "amount": _amount,
    "percent": _percent,
    "ordinal": _ordinal,
    "name": _as_written,
    "month": _month,
    "reference": _as_written,
    "year": _year,
    "number": _number,
}


@remembered(characters=250_000)
def values(text: str, language: Language = ENGLISH) -> tuple[Value, ...]:
    """Return all values of a `text` in `language`, with their units and bounds, in the order of their places.

    A reference, a label or an abbreviation may hold other values ("paragraphs 3 to 5" holds "3 to 5");
    no two others overlap.

    >>> [(v.kind, str(v.high), v.unit, v.bound) for v in values("at least 5 per cent within thirty days")]
    [('percent', '5', '%', 'at least'), ('quantity', '30', 'day', 'within')]
    """
    found = _Found(_measured(value, text) for value in units(text, language))
    for match in patterns.other().finditer(text):
        for value in _other(match, text):
            within = found.within(value.whole)
            if value.kind == "quarter":
                found.drop(within)  # its year is part of it
            if not within or value.kind in {"quarter", "reference", "label", "abbreviation"}:
                found.add(_bounded(value, text))
    return tuple(sorted(found.values.values(), key=lambda value: (value.whole.start, -value.whole.end, value.kind)))


class _Found:
    """Values by where they stand, to be asked for by place while more are found."""

    def __init__(self, found: Iterable[Value]) -> None:
        self.values: dict[int, Value] = {}
        self._blocks: dict[int, list[int]] = defaultdict(list)  # the numbers of the values that stand in each
        self._count = 0
        for value in found:
            self.add(value)

    def add(self, value: Value) -> None:
        self.values[self._count] = value
        for block in _blocks(value.whole):
            self._blocks[block].append(self._count)
        self._count += 1

    def within(self, span: Span) -> list[int]:
        """Return the numbers of the values that share a code point with `span`."""
        near = {number for block in _blocks(span) for number in self._blocks.get(block, ()) if number in self.values}
        return [number for number in near if _overlap(span, self.values[number].whole)]

    def drop(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            del self.values[number]


def _blocks(span: Span) -> range:
    return range(span.start // _BLOCK, span.end // _BLOCK + 1)


def values_around(text: str, start: int, end: int, language: Language = ENGLISH) -> tuple[Value, ...]:
    """Return the values of `text` that touch its code points `start` to `end` or meet them, in order of their places.

    A few that lie between those may be among them. A table in one sentence holds thousands of values, and each of
    its changes asks for one.

    >>> [str(value.high) for value in values_around("Paid 5 in May, 6 in June and 7 in July.", 15, 16)]
    ['6']
    """
    found, starts, reached = _placed(text, language)
    return found[bisect_left(reached, start) : bisect_right(starts, end)]


@remembered(characters=250_000)
def _placed(text: str, language: Language) -> tuple[tuple[Value, ...], list[int], list[int]]:
    """Return the values of `text`, where each begins with all that belongs to it, and how far those up to it reach."""
    found = values(text, language)
    starts, ends = [own.whole.start for own in found], [own.whole.end for own in found]
    return found, starts, list(accumulate(ends, max))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _measured(value: Value, text: str) -> Value:
    """Return a value with what stands behind it: "%", "km", "p.m."; a part of a year before it is part of it."""
    if value.kind == "percent" and (sign := _PERCENT.match(text, value.span.end)):
        value = _with(value, end=sign.end())
    elif value.kind in {"number", "amount"}:
        value = _time(value, text) or _quantity(value, text)
    elif value.kind == "year" and (part := _part_before(text, value.span.start)):
        days = days_of(text[part.start() : value.span.end])
        if days:
            value = Value(value.span, Span(part.start(), value.span.end), "year", *days)
    return _bounded(value, text)


_PARTS_BEFORE = later(
    r"\b(?:(?:the\s+)?(?:beginning|start|middle|end|first\s+half|second\s+half)\s+of|early|mid|late|end)[-‐‑\s]+(?:the\s+)?$"
)


def _part_before(text: str, end: int) -> re.Match[str] | None:
    """Return the part of a year that stands right before code point `end`: "the first half of"."""
    return _PARTS_BEFORE.search(text, max(0, end - _REACH), end)


def _time(value: Value, text: str) -> Value | None:
    clock = TIME.fullmatch(text[value.span.start : value.span.end])
    half = HALF_DAY.match(text, value.span.end)
    if not half and not (clock and ":" in clock[0]):
        return None
    hours, minutes = (int(clock[1]), int(clock[2])) if clock else (_whole(value.high), 0)
    if hours is None or hours > 24 or minutes > 59:
        return None
    if half:
        hours = hours % 12 + (12 if half[1].lower() == "p" else 0)
    end = half.end() if half else value.span.end
    return Value(value.span, Span(value.span.start, end), "time", 60 * hours + minutes, 60 * hours + minutes)


def _whole(worth: Worth) -> int | None:
    return int(worth) if isinstance(worth, Fraction) and worth.denominator == 1 else None


def _quantity(value: Value, text: str) -> Value:
    measure = patterns.measure().match(text, value.whole.end)
    if not measure or not isinstance(value.high, Fraction) or value.unit:
        return value
    if measure["short"]:
        unit = MEASURES.get(measure["short"], measure["short"])
    else:
        name = _written(measure["long"])
        unit = MEASURES.get(name, MEASURES.get(name.removesuffix("s"), name.removesuffix("s")))
    kind: Kind = "amount" if unit in _CURRENCIES.values() else "quantity"
    return Value(value.span, Span(value.whole.start, measure.end()), kind, value.low, value.high, unit)


def _with(value: Value, *, start: int | None = None, end: int | None = None, bound: Bound | None = None) -> Value:
    whole = Span(value.whole.start if start is None else start, value.whole.end if end is None else end)
    return Value(
        value.span, whole, value.kind, value.low, value.high, value.unit, value.bound if bound is None else bound
    )


def _bounded(value: Value, text: str) -> Value:
    """Return a value with the words that bound it: "at least", "no later than", "within"."""
    if value.kind in {"symbol", "citation", "reference", "label", "name", "abbreviation", "ordinal"}:
        return value
    start = max(0, value.whole.start - _REACH)
    before = text[start : value.whole.start]
    found = patterns.bound().search(before) if patterns.may_bound(before) else None
    if not found or found.lastindex is None:
        return value
    bound: Bound = BOUNDS[found.lastindex - 1]  # type: ignore[assignment]  # the names are those of the type
    is_time = value.kind in {"date", "month", "year", "quarter", "weekday", "time"}
    if bound in {"by", "before", "until", "after", "from"} and not is_time:
        return value  # "rose by 3 per cent" is a step and no deadline
    return _with(value, start=start + found.start(), bound=bound)


def _other(match: re.Match[str], text: str) -> Iterator[Value]:
    """Yield the value that a match of the second kind names, if it names one."""
    sort = match.lastgroup or ""  # the group that closes last is the one around the others
    span = Span(*match.span(sort))
    written = match[sort]
    kind: Kind = sort  # type: ignore[assignment]
    if sort == "abbreviation":
        if name := name_before(text, span.start, match["letters"]):
            yield Value(
                span, Span(name.start, span.end), kind, match["letters"], match["letters"], _written(name.of(text))
            )
    elif sort == "quarter":
        yield from _quarter(match, span)
    elif sort in {"reference", "label"}:
        worth = _PARAGRAPHS.sub("paragraph ", _written(written))
        yield Value(span, span, kind, worth, worth)
    elif sort == "weekday":
        day = WEEKDAYS.index(written) + 1
        yield Value(span, span, kind, day, day)
    elif sort == "ordinal":
        if (place := ordinal_of(written)) is not None:
            yield Value(span, span, kind, place, place)
    elif (number := worth_of(re.split(r"[-‐‑\s]+", written.lower()))) is not None:
        value = Value(span, span, kind, number, number)
        sign = _PERCENT.match(text, span.end)
        yield _shared(value, sign) if sign else _quantity(value, text)


def _shared(value: Value, sign: re.Match[str]) -> Value:
    """Return a number in words with the "per cent" behind it."""
    (low, high), unit = _with_sign((value.low, value.high), sign[0])
    return Value(value.span, Span(value.whole.start, sign.end()), "percent", low, high, unit)


_PARAGRAPHS = later(r"^para(?:graph)?s?\.?\s")


def _quarter(match: re.Match[str], span: Span) -> Iterator[Value]:
    number = int(match["q"]) if match["q"] else ("first", "second", "third", "fourth").index(match["nth"]) + 1
    if match["qy"]:
        yield Value(span, span, "quarter", *quarter_of(number, int(match["qy"])))
    else:
        yield Value(span, span, "quarter", number, number)
