"""Know the months and read written dates: what day, month, quarter, half or year a text names.

The outline reads a statement's own date with it, the proofs of a roll-forward compare two dates, deadlines are
put in order, and all have to agree on what "18 to 19 July 2024" or "the end of 2030" says.
"""

import datetime
import re
from collections.abc import Iterator
from functools import cache

from stmtdiff.languages import ENGLISH, Language
from stmtdiff.languages.english import MONTHS
from stmtdiff.patterns import later
from stmtdiff.spans import Span
from stmtdiff.values.numbers import han_number

# Of a part of a year its last month, so that "by early 2030" comes before "by mid-2030".
PARTS = {
    "beginning": 1, "start": 1, "early": 4, "first half": 6, "mid": 7, "middle": 7, "second half": 12, "late": 11,
    "end": 12,
}  # fmt: skip
_FIRST = {
    "second half": 7,
    "late": 10,
    "end": 12,
    "mid": 6,
    "middle": 6,
}  # the month in which a part begins, else January
# Of a part of ten years its first and its last year: "the early 2030s".
_OF_DECADE = {
    "beginning": (0, 0), "start": (0, 0), "early": (0, 3), "first half": (0, 4), "mid": (4, 6), "middle": (4, 6),
    "second half": (5, 9), "late": (7, 9), "end": (9, 9),
}  # fmt: skip

_ISO_DATE = r"\b(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})\b"
_MONTH = rf"(?P<month>(?i:{'|'.join(MONTHS)}))"
_DAYS = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:-|–|—|to|and|&)\s*(?P<last>\d{1,2})(?:st|nd|rd|th)?)?"
_WRITTEN = (
    rf"\b{_DAYS}\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})\b",  # 11 July 2025, 18-19 July 2024
    rf"\b{_MONTH}\s+{_DAYS},?\s+(?P<year>\d{{4}})\b",  # July 11, 2025
)
_NUMBERS = {"sept": 9}
_NUMBERS |= {word.lower(): number for number, name in enumerate(MONTHS, 1) for word in (name, name[:3])}
_WORD = later(r"[^\W\d_]+")
_DAY = later(r"\b(\d{1,2})(?:st|nd|rd|th)?\b")
_YEAR = later(r"\d(?<!\w\d)\d{3}\b")  # a word of four figures; the search skips to a figure
_YEARS = later(r"((?:19|20)\d{2})(?:[-/–]((?:19|20)?\d{2}))?")
_DECADE = later(r"\b((?:19|20)\d0)s\b")
_ISO = later(r"(\d{4})-(\d{2})-(\d{2})")
_PART = later(rf"({'|'.join(PARTS)})[-‐‑\s]+(?:of\s+)?(?:the\s+)?(?=\d{{4}})", re.IGNORECASE)


def month_of(word: str) -> int | None:
    """Return the number of the month that a word names, whole or short, None for another word."""
    return _NUMBERS.get(word.rstrip(".").lower())


def days_of(text: str) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and the last day of the time that `text` names with its year, None where it names none.

    >>> days_of("18-19 July 2024"), days_of("mid-2030")
    ((datetime.date(2024, 7, 18), datetime.date(2024, 7, 19)), (datetime.date(2030, 6, 1), datetime.date(2030, 7, 31)))
    >>> days_of("the late 2030s")
    (datetime.date(2037, 1, 1), datetime.date(2039, 12, 31))
    """
    if iso := _ISO.fullmatch(text):
        day = _date(*map(int, iso.groups()))
        return (day, day) if day else None
    if decade := _DECADE.search(text):
        begin, end = (int(decade[1]) + year for year in _OF_DECADE.get(_part_in(text), (0, 9)))
        return datetime.date(begin, 1, 1), datetime.date(end, 12, 31)
    years = [int(year) for year in _YEAR.findall(text)]
    months = [_NUMBERS[word] for word in _WORD.findall(text.lower()) if word in _NUMBERS]
    if not years or not 1 <= years[0] <= 9998:
        return None
    if not months:
        return _part_of(text, years)
    days = [int(day) for day in _DAY.findall(text)]
    first = _date(years[0], months[0], days[0] if days else 1)
    last = _date(years[-1], months[-1], days[-1] if days else _length(years[-1], months[-1]))
    return (first, last) if first and last else None


def _part_of(text: str, years: list[int]) -> tuple[datetime.date, datetime.date]:
    part = _part_in(text)
    first, last = _FIRST.get(part, 1), PARTS.get(part, 12)
    written = _YEARS.search(text)
    end = int(written[2]) if written and written[2] else years[-1]
    end += years[0] // 100 * 100 if end < 100 else 0
    return datetime.date(years[0], first, 1), datetime.date(end, last, _length(end, last))


def _part_in(text: str) -> str:
    """Return the part of a year or decade that a text names, "" where it names none."""
    found = _PART.search(text)
    return found[1].lower() if found else ""


def quarter_of(number: int, year: int) -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day of a quarter."""
    return datetime.date(year, 3 * number - 2, 1), datetime.date(year, 3 * number, _length(year, 3 * number))


def _length(year: int, month: int) -> int:
    from calendar import monthrange  # with the names of days in every locale, for which few texts ask

    return monthrange(year, month)[1]


def written_dates(text: str, within: Span, language: Language = ENGLISH) -> Iterator[tuple[datetime.date, Span]]:
    """Yield the days that a span of `text` writes in `language` with month and year, in order; of a range the last."""
    if language is ENGLISH and not _YEAR.search(text, within.start, within.end):
        return
    found = [match for pattern in _writings(language) for match in pattern.finditer(text, within.start, within.end)]
    for match in sorted(found, key=lambda match: match.start()):
        if days := _days_written(match, language):
            yield days[1], Span(*match.span())


def foreign_days(text: str, language: Language) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and last day that `text` as a whole writes in `language`, None where it writes none.

    >>> from stmtdiff.languages import load
    >>> foreign_days("11 au 12 juillet 2025", load("fr"))
    (datetime.date(2025, 7, 11), datetime.date(2025, 7, 12))
    """
    found = (pattern.fullmatch(text) for pattern in _writings(language))
    return next((days for match in found if match and (days := _days_written(match, language))), None)


def unnamed_writings(language: Language) -> Iterator[str]:
    """Yield how `language` writes a day, as patterns without names: parts of a larger one. None for English."""
    for pattern in language.dates:
        yield f"(?i:{_NAME.sub('(?:', pattern.replace('{month}', _months(language)))})"


_NAME = later(r"\(\?P<\w+>")


@cache
def _writings(language: Language) -> tuple[re.Pattern[str], ...]:
    if language is ENGLISH:
        return tuple(map(re.compile, (*_WRITTEN, _ISO_DATE)))
    own = (pattern.replace("{month}", _months(language)) for pattern in language.dates)
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (*own, _ISO_DATE))


def _months(language: Language) -> str:
    """Return a pattern of all names of months, the longest first."""
    names = sorted((name for forms in language.months for name in forms), key=lambda name: (-len(name), name))
    return f"(?:{'|'.join(map(re.escape, names))})"


def _days_written(match: re.Match[str], language: Language) -> tuple[datetime.date, datetime.date] | None:
    groups = match.groupdict()
    month = han_number(groups["number"]) if "number" in groups else _number_of(match["month"], language)
    year = han_number(match["year"]) + language.eras.get(groups.get("era") or "", 0)
    days = [_date(year, month, han_number(day)) for day in (match["day"], groups.get("last") or match["day"])]
    return (days[0] or days[1], days[1]) if days[1] else None


def _number_of(name: str, language: Language) -> int:
    """Return which month a name is, in any of its forms."""
    lowered = name.lower()
    return next(
        number for number, forms in enumerate(language.months, 1) if lowered in [form.lower() for form in forms]
    )


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
