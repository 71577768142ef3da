"""Find what a statement says of its own meeting: the day, the place, and which meeting it was.

It says so in its own language: "met in Orlo on 3 May 2024", "réunis à Orlo le 3 mai 2024".
"""

import datetime
import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from stmtdiff.languages import ENGLISH, Language
from stmtdiff.languages.english import DEADLINES, PARTS_OF_TIME
from stmtdiff.model import Dateline
from stmtdiff.outline.labels import roman
from stmtdiff.patterns import later
from stmtdiff.spans import Span
from stmtdiff.values import ordinal_before, written_dates
from stmtdiff.words import fold

_REACH = 400  # code points around an ordinal within which a sentence says whose it is
_NEAR = 40  # code points before a day in which "until" or "by the end of" stands
_WORDS_BEFORE = 3  # words of another language before a day, one of which makes it a limit; characters behind it
_LONGEST_LINE = 120  # code points of a title or a line under it
_CAPITAL = "[A-ZÀ-ÖØ-ÞА-ЯЁ]"
# Beside a date in a line of its own: "Orlo, le", "Orlo, den", "(Friday)"; behind it "года", "г.", "，北京".
_BEFORE_DAY = later(r"(?:(?P<place>\w[\w\s’'.-]{0,40}),\s*)?(?:[^\W\d_]+(?:-[^\W\d_]+)*[,،]?\s*)?")
_BEHIND_DAY = later(r"\s*(?:[^\W\d_A-Z]{1,4})?\.?(?:[,，、،]\s*(?P<place>[^\W\d_]{1,20}))?")
_MOST_WORDS = 4  # of the name of a place in a line with a date
_NEVER = later(r"(?!)")


class _Patterns(NamedTuple):
    """The dateline words of one language, as patterns; one for which the language has no words matches nothing.

    `ahead` tells another meeting than this one: "will meet next in", "looks forward to the meeting in". `own_words` and
    `met_words` are what `own` and `met` look for, none where they are no plain words: a paragraph without one of them
    need not be searched.
    """

    ordinal: re.Pattern[str]
    own: re.Pattern[str]
    met: re.Pattern[str]
    ahead: re.Pattern[str]
    place_line: re.Pattern[str]
    no_place: re.Pattern[str]
    own_words: tuple[str, ...]
    met_words: tuple[str, ...]


def find_dateline(text: str, spans: Sequence[Span], language: Language = ENGLISH) -> Dateline:
    """Return the date, ordinal and place that the first paragraphs (`spans`) of `text` state in `language`.

    The day of a range is its last, on which a statement is adopted. A day until or by which something holds is not
    the statement's own. What is not stated is None.
    """
    date = date_span = ordinal = ordinal_span = place = None
    for span in spans:
        dates = list(written_dates(text, span, language)) if date is None or place is None else []
        if date is None:
            date, date_span = next(
                (each for each in dates if not _is_limit(text, span, each[1], language)), (None, None)
            )
        part, patterns = span.of(text).casefold(), _patterns(language)
        if ordinal is None:
            ordinal, ordinal_span = _ordinal(text, span, part, language)
        if place is None:
            place = _place(text, span, part, dates, patterns)
    return Dateline(date, date_span, ordinal, ordinal_span, place)


def _is_limit(text: str, within: Span, day: Span, language: Language) -> bool:
    """Say whether a day is a limit: "extended until 31 March 2031", "by the end of May 2031", "jusqu'au 1er mai"."""
    if language is not ENGLISH:
        before = fold(text[max(within.start, day.start - _NEAR) : day.start]).lower().split()[-_WORDS_BEFORE:]
        behind = text[day.end : day.end + _WORDS_BEFORE]
        return not language.deadlines.isdisjoint(before) or any(word in behind for word in language.deadlines_behind)
    for word in reversed(text[max(within.start, day.start - _NEAR) : day.start].lower().split()):
        if word in DEADLINES:
            return True
        if word not in PARTS_OF_TIME:
            return False
    return False


def is_dateline(own: str, language: Language = ENGLISH) -> bool:
    """Say whether `own`, a line, holds a date in `language` and no more beside it than a weekday or a place.

    >>> is_dateline("Orlo, 17 December 2014"), is_dateline("Report of 17 December 2014")
    (True, False)
    """
    dates = list(written_dates(own, Span(0, len(own)), language)) if len(own) <= _LONGEST_LINE else []
    if len(dates) != 1:
        return False
    _, span = dates[0]
    before, behind = _BEFORE_DAY.fullmatch(own[: span.start]), _BEHIND_DAY.fullmatch(own[span.end :].rstrip())
    if before is None or behind is None:
        return False
    words = (before["place"] or "").split()
    return len(words) <= _MOST_WORDS and all(
        word[0].isupper() or len(word) <= 3 or not word.isascii() for word in words
    )


def _any(alternatives: Sequence[str]) -> str:
    return f"(?:{'|'.join(alternatives)})" if alternatives else "(?!)"


@cache
def _patterns(language: Language) -> _Patterns:
    joined = rf"(?:{_any(language.joined)}\s)*"
    name = rf"(?P<place>(?:St\.\s)?{_CAPITAL}[\w’'-]*(?:,?\s{joined}{_CAPITAL}[\w’'-]*){{0,5}})"
    articles = rf"(?:{_any(sorted(language.articles))}\s+)?"
    is_dated = bool(language.met)
    return _Patterns(
        _ordinal_pattern(language),
        later(rf"\b{_any(language.own)}\b", re.IGNORECASE),
        later(rf"\b{_any(language.met)}\b[^.;]{{0,60}}?\s{_any(language.places_after)}\s{name}"),
        later(rf"\b{_any(language.ahead)}\b[^.;:]{{0,40}}$"),
        later(rf"{name}(?:\s\([^)\n]*\))?\s*,\s*{articles}$") if is_dated else _NEVER,
        later(rf"\b{_any(language.no_places)}\b"),
        _plain(language.own),
        _plain(language.met),
    )


def _plain(alternatives: Sequence[str]) -> tuple[str, ...]:
    """Return alternatives that are plain words, in small letters; none where one of them is a pattern."""
    are_plain = all(word.replace(" ", "").isalpha() for word in alternatives)
    return tuple(map(str.casefold, alternatives)) if are_plain else ()


def _stands(words: Sequence[str], part: str) -> bool:
    """Say whether one of some plain words may stand in `part`, written in small letters; without words it may."""
    return not words or any(map(part.__contains__, words))


def _ordinal_pattern(language: Language) -> re.Pattern[str]:
    """Return the pattern of what may be an ordinal that counts a meeting: it is before a name or a word for a meeting.

    Of an ordinal in words it is the last word.
    """
    if not language.ordinals:
        return _NEVER
    figures = _any([re.escape(ending) for ending in language.ordinal_figures])
    romans = rf"(?P<roman>[IVXL]+){_any(language.ordinal_romans)}"
    counted = [*(rf"{word}\s" for word in language.meeting_kinds), *(rf"{word}\b" for word in language.meetings)]
    return re.compile(
        rf"\b(?P<ordinal>\d{{1,5}}(?i:{figures})|{romans}|[^\W\d_]{{4,}})\s+"
        rf"(?!{_any(language.not_counted)}\b)(?={_CAPITAL}|{_any(counted)})"
    )


def _ordinal(text: str, span: Span, part: str, language: Language) -> tuple[int | None, Span | None]:
    """Return the number in a title, or in a sentence that says of a meeting that it was held.

    `part` is what stands at `span`, in small letters.
    """
    patterns = _patterns(language)
    is_line = len(span) <= _LONGEST_LINE and text[span.end - 1] not in ".;:"
    if not (is_line or _stands(patterns.own_words, part)):
        return None, None
    for match in patterns.ordinal.finditer(text, span.start, span.end):
        found = _number(text, span, match, language)
        if found and (is_line or patterns.own.search(text, *_sentence_around(text, match, span))):
            return found
    return None, None


def _number(text: str, within: Span, match: re.Match[str], language: Language) -> tuple[int, Span] | None:
    """Return the number that an ordinal stands for, and where it is; None for another word."""
    ordinal, span = match["ordinal"], Span(*match.span("ordinal"))
    if match["roman"] or ordinal[0].isdecimal():
        number = roman(match["roman"]) if match["roman"] else int("".join(filter(str.isdecimal, ordinal)))
        return (number, span) if number else None
    found = ordinal_before(text, within.start, span.end, language)
    return (found[1], Span(found[0], span.end)) if found else None


def _sentence_around(text: str, match: re.Match[str], span: Span) -> tuple[int, int]:
    """Return from where to where the sentence of a match runs, at most `_REACH` code points either way."""
    low, high = max(span.start, match.start() - _REACH), min(span.end, match.end() + _REACH)
    start, end = text.rfind(". ", low, match.start()), text.find(". ", match.end(), high)
    return max(low, start), end if end >= 0 else high


def _place(
    text: str, span: Span, part: str, dates: Sequence[tuple[datetime.date, Span]], patterns: _Patterns
) -> Span | None:
    found = patterns.met.finditer(text, span.start, span.end) if _stands(patterns.met_words, part) else ()
    for match in found:
        is_ahead = patterns.ahead.search(text[max(span.start, match.start() - 60) : match.start("place")])
        if not is_ahead and not patterns.no_place.search(match["place"]):
            return Span(*match.span("place"))
    for _, date in dates:
        before = patterns.place_line.match(text, span.start, date.start)
        if before and not patterns.no_place.search(before["place"]):
            return Span(*before.span("place"))
    return None
