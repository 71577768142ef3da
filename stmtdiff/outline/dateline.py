"""Find what a statement says of its own meeting: the day, the place, and which meeting it was."""

import datetime
import re
from collections.abc import Sequence

from stmtdiff.model import Dateline
from stmtdiff.spans import Span

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH = rf"(?P<month>(?i:{'|'.join(_MONTHS)}))"
_DAYS = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:-|–|—|to|and|&)\s*(?P<last>\d{1,2})(?:st|nd|rd|th)?)?"
_DATES = (
    re.compile(rf"\b{_DAYS}\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})\b"),  # 11 July 2025, 18-19 July 2024
    re.compile(rf"\b{_MONTH}\s+{_DAYS},?\s+(?P<year>\d{{4}})\b"),  # July 11, 2025
    re.compile(r"\b(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})\b"),
)
_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth"),
    *("fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
)
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
_ORDINALS = {word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)}
_ORDINALS |= {f"{ten}ieth": 10 * number for number, ten in enumerate(_TENS, 2)}
_ORDINALS |= {
    f"{ten}y-{unit}": 10 * number + count for number, ten in enumerate(_TENS, 2) for count, unit in enumerate(_UNITS, 1)
}
# An ordinal counts a meeting when a name in capitals or a word for a meeting follows it.
_NOT_COUNTED = ("Anniversary", "Century", "Birthday", "Parallel", "Republic", "Amendment", "Floor", "Street", *_MONTHS)
_ORDINAL = re.compile(
    r"\b(?:(?P<figure>\d{1,5})(?i:st|nd|rd|th)"
    rf"|(?P<word>[A-Za-z]{{4,}}(?:[-\u2010\u2011 ](?i:{'|'.join(_UNITS)}))?))\s+"
    rf"(?!(?:{'|'.join(_NOT_COUNTED)})\b)"
    r"(?=[A-Z]|annual\s|regular\s|ministerial\s|formal\s|plenary\s|special\s|meeting\b|session\b|summit\b|conference\b)"
)
_NAME = r"(?P<place>(?:St\.\s)?[A-Z][\w’'-]*(?:,?\s(?:(?:of|the|de|da|del|la)\s)*[A-Z][\w’'-]*){0,5})"
_MET = re.compile(
    r"\b(?:convened|held|met|meet|meeting|gathered|gathering|assembled|took place|hosted|adopted|done)\b"
    rf"[^.;]{{0,60}}?\s(?:in|at|from)\s{_NAME}"
)
_PLACE_LINE = re.compile(rf"{_NAME}(?:\s\([^)\n]*\))?\s*,\s*$")
_NO_PLACE = re.compile(
    r"\b(?:Ministers?|Leaders?|Meetings?|Chair(?:man)?|Council|Committee|Statement|Summit|Session|Level"
    rf"|{'|'.join(_MONTHS)})\b"
)


def find_dateline(text: str, spans: Sequence[Span]) -> Dateline:
    """Return the date, ordinal and place that the first paragraphs (`spans`) of `text` state.

    The day of a range is its last, on which a statement is adopted. What is not stated is None.
    """
    date = date_span = ordinal = ordinal_span = place = None
    for span in spans:
        if date is None:
            date, date_span = _date(text, span)
        if ordinal is None:
            ordinal, ordinal_span = _ordinal(text, span)
        if place is None:
            place = _place(text, span)
    return Dateline(date, date_span, ordinal, ordinal_span, place)


def _date(text: str, span: Span) -> tuple[datetime.date | None, Span | None]:
    found = [match for pattern in _DATES for match in pattern.finditer(text, span.start, span.end)]
    for match in sorted(found, key=lambda match: match.start()):
        groups = match.groupdict()
        month = int(groups["number"]) if "number" in groups else _MONTHS.index(match["month"].title()) + 1
        try:
            date = datetime.date(int(match["year"]), month, int(groups.get("last") or match["day"]))
        except ValueError:
            continue
        return date, Span(*match.span())
    return None, None


def _ordinal(text: str, span: Span) -> tuple[int | None, Span | None]:
    for match in _ORDINAL.finditer(text, span.start, span.end):
        if match["figure"]:
            return int(match["figure"]), Span(match.start(), match.end("figure") + 2)
        number = _ORDINALS.get(re.sub("[\u2010\u2011 ]", "-", match["word"].lower()))
        if number:
            return number, Span(*match.span("word"))
    return None, None


def _place(text: str, span: Span) -> Span | None:
    for match in _MET.finditer(text, span.start, span.end):
        if not _NO_PLACE.search(match["place"]):
            return Span(*match.span("place"))
    for pattern in _DATES:
        date = pattern.search(text, span.start, span.end)
        before = _PLACE_LINE.match(text, span.start, date.start()) if date else None
        if before and not _NO_PLACE.search(before["place"]):
            return Span(*before.span("place"))
    return None
