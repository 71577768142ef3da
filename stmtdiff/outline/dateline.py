"""Find what a statement says of its own meeting: the day, the place, and which meeting it was."""

import datetime
import re
from collections.abc import Sequence

from stmtdiff.model import Dateline
from stmtdiff.spans import Span
from stmtdiff.values import MONTHS, ordinal_of, written_dates
from stmtdiff.values.numbers import ORDINAL_UNITS

# An ordinal counts a meeting when a name in capitals or a word for a meeting follows it.
_NOT_COUNTED = ("Anniversary", "Century", "Birthday", "Parallel", "Republic", "Amendment", "Floor", "Street", *MONTHS)
_ORDINAL = re.compile(
    rf"\b(?P<ordinal>\d{{1,5}}(?i:st|nd|rd|th)|[A-Za-z]{{4,}}(?:[-\u2010\u2011 ](?i:{'|'.join(ORDINAL_UNITS)}))?)\s+"
    rf"(?!(?:{'|'.join(_NOT_COUNTED)})\b)"
    r"(?=[A-Z]|annual\s|regular\s|ministerial\s|formal\s|plenary\s|special\s|meeting\b|session\b|summit\b|conference\b)"
)
# What is done at a meeting by those who speak of it as theirs, in the sentence that gives its number.
_REACH = 400  # code points around an ordinal within which a sentence says whose it is
_OWN = re.compile(
    r"\b(?:convened|held|met|meeting was|gathered|assembled|took place|hosted|adopted|attended|chaired|opened)\b",
    re.IGNORECASE,
)
_LONGEST_LINE = 120  # code points of a title or a line under it
_NAME = r"(?P<place>(?:St\.\s)?[A-Z][\w’'-]*(?:,?\s(?:(?:of|the|de|da|del|la)\s)*[A-Z][\w’'-]*){0,5})"
_MET = re.compile(
    r"\b(?:convened|held|met|meet|meeting|gathered|gathering|assembled|took place|hosted|adopted|done)\b"
    rf"[^.;]{{0,60}}?\s(?:in|at|from)\s{_NAME}"
)
# "will meet next in", "agreed to gather in", "looks forward to the meeting in": another meeting than this one
_AHEAD = re.compile(
    r"\b(?:will|shall|would|next|agree[sd]?|decide[sd]?|look\w*\s+forward|offer\w*|plan\w*|intend\w*)\b[^.;:]{0,40}$"
)
_PLACE_LINE = re.compile(rf"{_NAME}(?:\s\([^)\n]*\))?\s*,\s*$")
_NO_PLACE = re.compile(
    r"\b(?:Ministers?|Leaders?|Meetings?|Chair(?:man)?|Council|Committee|Statement|Summit|Session|Level"
    rf"|{'|'.join(MONTHS)})\b"
)


def find_dateline(text: str, spans: Sequence[Span]) -> Dateline:
    """Return the date, ordinal and place that the first paragraphs (`spans`) of `text` state.

    The day of a range is its last, on which a statement is adopted. What is not stated is None.
    """
    date = date_span = ordinal = ordinal_span = place = None
    for span in spans:
        dates = list(written_dates(text, span)) if date is None or place is None else []
        if date is None and dates:
            date, date_span = dates[0]
        if ordinal is None:
            ordinal, ordinal_span = _ordinal(text, span)
        if place is None:
            place = _place(text, span, dates)
    return Dateline(date, date_span, ordinal, ordinal_span, place)


def _ordinal(text: str, span: Span) -> tuple[int | None, Span | None]:
    """Return the number in a title, or in a sentence that says of a meeting that it was held."""
    is_line = len(span) <= _LONGEST_LINE and text[span.end - 1] not in ".;:"
    for match in _ORDINAL.finditer(text, span.start, span.end):
        number = ordinal_of(match["ordinal"])
        if number and (is_line or _OWN.search(text, *_sentence_around(text, match, span))):
            return number, Span(*match.span("ordinal"))
    return None, None


def _sentence_around(text: str, match: re.Match[str], span: Span) -> tuple[int, int]:
    """Return from where to where the sentence of a match runs, at most `_REACH` code points either way."""
    low, high = max(span.start, match.start() - _REACH), min(span.end, match.end() + _REACH)
    start, end = text.rfind(". ", low, match.start()), text.find(". ", match.end(), high)
    return max(low, start), end if end >= 0 else high


def _place(text: str, span: Span, dates: Sequence[tuple[datetime.date, Span]]) -> Span | None:
    for match in _MET.finditer(text, span.start, span.end):
        is_ahead = _AHEAD.search(text[max(span.start, match.start() - 60) : match.start("place")])
        if not is_ahead and not _NO_PLACE.search(match["place"]):
            return Span(*match.span("place"))
    for _, date in dates:
        before = _PLACE_LINE.match(text, span.start, date.start)
        if before and not _NO_PLACE.search(before["place"]):
            return Span(*before.span("place"))
    return None
