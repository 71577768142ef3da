"""Read what every language says with figures, so that two languages can be compared.

The ugly case: "1.5 million on 18 October 2023" and "1,5 million le 18.10.2023" say the same, and nothing but the worth
is alike. What is read here is worth the same in every language: days, months with a figure beside them, numbers with
their scale, numbers of documents. `values` knows more, but most of it in English alone.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import cache

from stmtdiff.languages import ENGLISH, Language
from stmtdiff.patterns import later
from stmtdiff.remembering import remembered
from stmtdiff.spans import Span
from stmtdiff.values.days import written_dates
from stmtdiff.values.numbers import figure, ordinal_of, ordinals_written
from stmtdiff.values.value import Kind, Value, Worth

_NUMERIC_DATE = later(r"(?<![\d./])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?![./]?\d)")
_DOCUMENT = later(r"(?<![\d/])\d+(?:/\d+)+")
_FIGURE = later(r"\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)*|[¼½¾]")
_GAP = "[\\s\u00a0\u202f]*"
_FEWEST = 2  # a number in words that is worth less is an article too: "un", "ein"


@remembered(characters=250_000)
def plain_values(text: str, language: Language = ENGLISH) -> tuple[Value, ...]:
    """Return the days, months, numbers and documents that `text` writes with figures, in order, without overlap.

    Of a range of days the last is read; "3/4/2024" is the third of April unless there is no such day.

    >>> from stmtdiff.languages import load
    >>> [(value.kind, str(value.high)) for value in plain_values("1,5 million le 18 octobre 2023", load("fr"))]
    [('number', '1500000'), ('date', '2023-10-18')]
    """
    found: list[Value] = []
    for value in (*_days(text, language), *_months(text, language), *_documents(text), *_figures(text, language)):
        if not any(value.span.start < own.span.end and own.span.start < value.span.end for own in found):
            found.append(value)
    return tuple(sorted(found, key=lambda value: value.span.start))


@remembered(characters=250_000)
def worded_values(text: str, language: Language = ENGLISH) -> tuple[Value, ...]:
    """Return the cardinals from 2 to 99 and the ordinals from 1 that `text` writes in words, in order.

    None in a language of which no such word is known (`language.numbers`).

    >>> [(value.kind, value.high) for value in worded_values("On the third day twenty-seven ships came.")]
    [('ordinal', 3), ('number', 27)]
    """
    if not language.numbers:
        return ()
    words = _words(language)
    found = []
    for match in _worded(language).finditer(text):
        if (number := ordinal_of(match[0], language)) is not None:
            found.append(_value(Span(*match.span()), "ordinal", number))
        elif number := words.get(re.sub(r"\s+", " ", match[0].lower())):
            found.append(_value(Span(*match.span()), "number", number))
    return tuple(found)


def _value(span: Span, kind: Kind, worth: Worth) -> Value:
    return Value(span, span, kind, worth, worth)


def _days(text: str, language: Language) -> Iterator[Value]:
    for day, span in written_dates(text, Span(0, len(text)), language):
        yield _value(span, "date", day)
    for match in _NUMERIC_DATE.finditer(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        numeric = _day(year, second, first) or _day(year, first, second)
        if numeric:
            yield _value(Span(*match.span()), "date", numeric)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _months(text: str, language: Language) -> Iterator[Value]:
    numbers = {name.lower(): (number, name) for number, forms in enumerate(language.months, 1) for name in forms}
    for match in _month(language).finditer(text):
        group = match.lastgroup or ""
        number, name = numbers[match[group].lower()]
        if name[0].islower() or not match[group][0].islower():  # "they may 5 times"
            yield _value(Span(*match.span(group)), "month", number)


@cache
def _month(language: Language) -> re.Pattern[str]:
    """Return the pattern of a month with a figure before or behind it, or in its name: "may" alone is many things."""
    names = sorted((name for forms in language.months for name in forms), key=lambda name: (-len(name), name))
    own = "|".join(map(re.escape, names))
    if any(name[0].isdecimal() for name in names):
        return re.compile(rf"(?<!\d)(?P<month>{own})")
    joined = r"(?:\s+(?:of|de|del|du))?\s+"
    ordinal = "|".join(sorted(map(re.escape, language.ordinal_figures), key=len, reverse=True)) or r"(?!)"
    before = rf"\d{{1,2}}(?:{ordinal}|\.)?{joined}(?P<month>{own})\b"
    return re.compile(rf"{before}|\b(?P<first>{own})\.?{joined}\d{{1,4}}\b", re.IGNORECASE)


def _documents(text: str) -> Iterator[Value]:
    for match in _DOCUMENT.finditer(text):
        yield _value(Span(*match.span()), "symbol", match[0])


def _figures(text: str, language: Language) -> Iterator[Value]:
    for match in _FIGURE.finditer(text):
        written, end = match[0], match.end()
        worth = figure(written, language.decimal)
        if worth is None or (len(written) > 1 and written[0] == "0" and written[1].isdecimal()):
            yield _value(Span(*match.span()), "symbol", written)  # "010.001" counts nothing
            continue
        if scale := _scale(language).match(text, end):
            end, worth = scale.end(), worth * language.scales[scale["scale"].lower()]
        yield _value(Span(match.start(), end), "number", worth)


@cache
def _scale(language: Language) -> re.Pattern[str]:
    words = sorted(language.scales, key=lambda word: (-len(word), word))
    border = r"(?!\w)" if all(word.isascii() for word in words) or language.common else ""
    return re.compile(
        rf"{_GAP}(?P<scale>{'|'.join(map(re.escape, words))}){border}" if words else "(?!)", re.IGNORECASE
    )


@cache
def _words(language: Language) -> dict[str, int]:
    """Return the words of numbers with what they are worth; tens and ones are joined by a hyphen."""
    known = {word: number for word, number in language.numbers.items() if number < 100}
    tens = {word: number for word, number in known.items() if number >= 20 and number % 10 == 0}
    ones = {word: number for word, number in known.items() if 0 < number < 10}
    joined = {f"{ten}-{one}": high + low for ten, high in tens.items() for one, low in ones.items()}
    return {word: number for word, number in (joined | known).items() if number >= _FEWEST}


@cache
def _worded(language: Language) -> re.Pattern[str]:
    words = _any(sorted(_words(language)))
    return re.compile(rf"(?<![\w-])(?:{ordinals_written(language)}|{words})(?![\w-])", re.IGNORECASE)


def _any(words: Sequence[str]) -> str:
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)
