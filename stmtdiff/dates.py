"""Know the months, and read ordinals and written dates: one home for what several rooms ask.

The outline reads a statement's own date with it, the proofs of a roll-forward compare two dates,
and both have to agree on what "18 to 19 July 2024" or "thirty-second" says.
"""

import datetime
import re
from collections.abc import Iterator

from stmtdiff.spans import Span

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")  # ordinals below ten
_TEENS = (
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth"),
    *("fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
)
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
_ORDINALS = {word: number for number, word in enumerate((*UNITS, *_TEENS), 1)}
_ORDINALS |= {f"{ten}ieth": 10 * number for number, ten in enumerate(_TENS, 2)}
_ORDINALS |= {
    f"{ten}y-{unit}": 10 * number + count for number, ten in enumerate(_TENS, 2) for count, unit in enumerate(UNITS, 1)
}
_HYPHENS = re.compile("[\u2010\u2011 ]")

_MONTH = rf"(?P<month>(?i:{'|'.join(MONTHS)}))"
_DAYS = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:-|–|—|to|and|&)\s*(?P<last>\d{1,2})(?:st|nd|rd|th)?)?"
_WRITTEN = (
    re.compile(rf"\b{_DAYS}\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})\b"),  # 11 July 2025, 18-19 July 2024
    re.compile(rf"\b{_MONTH}\s+{_DAYS},?\s+(?P<year>\d{{4}})\b"),  # July 11, 2025
    re.compile(r"\b(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})\b"),
)
_NUMBERS = {"sept": 9}
_NUMBERS |= {word.lower(): number for number, name in enumerate(MONTHS, 1) for word in (name, name[:3])}
_WORD = re.compile(r"[^\W\d_]+")
_DAY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\b")
_YEAR = re.compile(r"\b\d{4}\b")


def ordinal_of(text: str) -> int | None:
    """Return the number that an ordinal below a hundred in words, or any in figures, stands for; else None.

    >>> ordinal_of("32nd"), ordinal_of("Thirty-second"), ordinal_of("meeting")
    (32, 32, None)
    """
    if text[:1].isdecimal():
        return int(text[:-2]) if text[-2:].lower() in {"st", "nd", "rd", "th"} and text[:-2].isdecimal() else None
    return _ORDINALS.get(_HYPHENS.sub("-", text.lower()))


def date_of(text: str) -> datetime.date | None:
    """Return the (last) day that `text`, a date and nothing else, names; a month with a year is its first day.

    >>> date_of("27 July 2024"), date_of("Sept. 2014"), date_of("no date")
    (datetime.date(2024, 7, 27), datetime.date(2014, 9, 1), None)
    """
    months = {_NUMBERS[word] for word in _WORD.findall(text.lower()) if word in _NUMBERS}
    year = _YEAR.search(text)
    if len(months) != 1 or not year:
        return None
    days = _DAY.findall(text)
    return _date(int(year[0]), months.pop(), int(days[-1]) if days else 1)


def written_dates(text: str, within: Span) -> Iterator[tuple[datetime.date, Span]]:
    """Yield the days, months and years written in a span of `text`, as they stand; of a range its last day."""
    found = [match for pattern in _WRITTEN for match in pattern.finditer(text, within.start, within.end)]
    for match in sorted(found, key=lambda match: match.start()):
        groups = match.groupdict()
        month = int(groups["number"]) if "number" in groups else MONTHS.index(match["month"].title()) + 1
        date = _date(int(match["year"]), month, int(groups.get("last") or match["day"]))
        if date:
            yield date, Span(*match.span())


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
