"""How values are written: one pattern a sort, tried in this order at each place.

The large patterns take 25 milliseconds to compile, so each is made when a text is first looked at.
"""

import re
from collections.abc import Sequence
from functools import cache

from stmtdiff.languages import ENGLISH, Language
from stmtdiff.languages.english import MONTHS, ORDINAL_WORDS, WEEKDAYS
from stmtdiff.languages.marks import HAN_NUMBERS
from stmtdiff.patterns import later
from stmtdiff.values.days import unnamed_writings
from stmtdiff.values.numbers import NUMBER_WORDS, SCALES, ordinals_written

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b(?:\.(?=\s\d))?"
)
_MONTH_NAME = f"(?:{'|'.join(MONTHS)})"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?:(?:\s?[-–]\s?|\sto\s|\sand\s)\d{1,2}(?:st|nd|rd|th)?)?"
_DATE = (
    rf"(?:{_DAY}(?:\s+of)?\s+{_MONTH}(?:,?\s+\d{{4}})?|{_MONTH}\s+(?:{_DAY}(?!\d)(?:,\s+\d{{4}})?|\d{{4}})"
    r"|\b(?:early|mid|late)[-\s](?:\d{4}|(?:19|20)\d0s)\b|\b(?:19|20)\d{2}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])\b)"
)
_SYMBOL = r"(?:[A-Z]{1,6}(?:/(?:Rev|Add|Corr|[A-Z0-9]+)(?:\.[A-Z0-9]+)*)+)"
_SPACED = r"\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3})+(?![\d.,/])"
_SPACED_WITH_COMMA = r"\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3})+(?:,\d+)?(?![\d/]|[.,]\d)"  # "1 000,5"
# With the separators of Arabic, too: "١٬٠٠٠٫٥".
_NUMBER = rf"(?:\d+(?:[-‐‑–]\d+)?/\d+|\d*[¼½¾⅐-⅞]|{_SPACED}|\d+(?:[.,\u066b\u066c]\d+)*)"
# The border of a word in a script that sets no space between a figure and a character: "为2.5%".
_BESIDE_CHARACTERS = r"(?:\b|(?<=[\u3040-\u9fff\uac00-\ud7a3])(?=\d)|(?<=\d)(?=[\u3040-\u9fff\uac00-\ud7a3]))"
_ANY_NUMBER = r"\d+(?:[.,\u066b\u066c\uff0c\uff0e]\d+)*"  # with the separators of every script
_SIGN = r"(?:(?<![^\s(])[-−](?=\d)|\b)"  # "-0.5 per cent": the dash between two numbers is none
_SHORT = "|".join(SCALES)
_SCALE = rf"(?:\s+(?:hundred|thousand|million|billion|trillion)|\s?(?:{_SHORT}))"
PERCENT = r"(?:\s?(?:percentage\s+points?|basis\s+points?|bps?|per\s?cent|percent)\b|\s?%)"
CURRENCY = r"(?:(?:US|A|C|NZ|R)?[$€£¥]\s?|\b(?:USD|EUR|GBP|JPY|CHF)\s)"
# The sorts of values that a diff may not cut.
UNITS = {
    "date": rf"{_DATE}(?:\s+\({_SYMBOL}\))?",
    "symbol": rf"\({_SYMBOL}\)|\b{_SYMBOL}",
    "citation": rf"\b\d{{1,4}}\s\(\d{{4}}\)|\b\d{{3,4}}(?=\sof\s{_DATE})",
    "amount": rf"{CURRENCY}{_NUMBER}(?:{_SCALE}\b)?|\b{_NUMBER}{_SCALE}\b",
    "percent": rf"{_SIGN}{_NUMBER}(?:(?:\s(?:to|and)\s|(?:\s?%)?(?:\sto\s|[-–])){_NUMBER})?(?={PERCENT})",
    "ordinal": r"\b\d+(?:st|nd|rd|th)\b",
    "name": r"\b[A-Z][\w'’-]+(?:\s[A-Z]\.)+\s[A-Z][\w'’-]+(?:\s(?:Jr|Sr)\.)?",
    "month": rf"\b{_MONTH_NAME}\b",
    "reference": (
        r"(?<=paragraph\s)\d+(?:\s\([a-z]+\))+"
        r"|(?<=paragraphs\s)\d+(?:\s\([a-z]+\))*(?:(?:,|,?\s(?:and|or|to))\s\d+(?:\s\([a-z]+\))*)+"
    ),
    "year": r"\b(?:19|20)\d0s\b|\b(?:19|20)\d{2}(?:[-/–](?:19|20)?\d{2}|\sto\s(?:19|20)\d{2})?\b(?![.,]\d)",
    "number": rf"{_SIGN}{_NUMBER}(?:\sto\s{_NUMBER})?\b(?![.,\u066b\u066c]\d)(?:[:/–-]\d+)*",
}
# No unit begins otherwise: inside a word, where most positions are, none of the patterns is tried.
_FIRST = r"[-A-Z\d(−$€£¥¼½¾⅐-⅞]|\b[elm]"


@cache
def unit(language: Language) -> re.Pattern[str]:
    """Return the pattern of all units in a text of `language`, each a group with the name of its sort."""
    days = "|".join(unnamed_writings(language))
    own = {"foreign_date": days} if days else {}
    if language is not ENGLISH and language.scales:
        own["foreign_amount"] = _amount_in(language)
    if language.ordinal_signs:
        own["foreign_ordinal"] = "|".join(language.ordinal_signs)
    sorts = own | UNITS
    whole = "|".join(f"(?P<{name}>{pattern})" for name, pattern in sorts.items())
    if language.decimal == ",":
        whole = whole.replace(_SPACED, _SPACED_WITH_COMMA)
    if language.counters:
        whole = whole.replace(r"\b", _BESIDE_CHARACTERS)
    first = "|".join((_FIRST, f"[第제{HAN_NUMBERS}]", *language.eras)) if language.counters else _FIRST
    return re.compile(f"(?={first})(?:{whole})")


def _amount_in(language: Language) -> str:
    """Return how a `language` writes a figure with its scale and with what it counts: "5 millions", "50万元"."""
    scales, counters = ("|".join(map(re.escape, sorted(words, key=_longest))) for words in _scaled(language))
    scale = rf"\s?(?i:{scales})"
    if not counters:
        return rf"{CURRENCY}?{_NUMBER}{scale}\b"
    return rf"{_ANY_NUMBER}(?:{scale}\s?(?:{counters})|{scale}|\s?(?:{counters}))"


def _scaled(language: Language) -> tuple[Sequence[str], Sequence[str]]:
    return tuple(language.scales), language.counters


def _longest(word: str) -> tuple[int, str]:
    return -len(word), word


@cache
def scaled(language: Language) -> re.Pattern[str]:
    """Return the pattern that parts a figure of a `language` from its scale and from what it counts."""
    scales, counters = ("|".join(map(re.escape, sorted(words, key=_longest))) for words in _scaled(language))
    return re.compile(
        rf"(?P<sign>{CURRENCY})?(?P<figure>.+?)\s?(?P<scale>{scales})?\s?(?P<counter>{counters})?", re.IGNORECASE
    )


# A figure, a slash, an initial or a month: without one of them there is no unit. The search skips to a class of signs.
_MONTHS_ON = "|".join(f"(?<={month[0]}){month[1:]}" for month in MONTHS)
HAS_UNIT = later(rf"[\d¼½¾⅐-⅞/A-Z](?:(?<![A-Z])|\.|{_MONTHS_ON})")

_WORDED = rf"(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
_FRACTION = r"(?:hal(?:f|ves)|thirds?|quarters?|fourths?|fifths?|tenths?|hundredths?|thousandths?)"
# "The quarter", "last quarter", "the first half" are times; "a quarter-point cut", "half of the ships" are numbers.
_NO_TIME = r"(?!(?i:quarter)\b(?![-‐‑\s]+(?:percentage\s+)?(?:point|per)))(?:(?<!irst[ -])(?<!econd[ -])|(?!half\b))"
# "The first quarter" is a time, and "one hundredth of a point" a part.
_NO_ORDINAL = r"(?![-‐‑\s]+(?:quarter|half)\b)(?!(?:(?<=hundredth)|(?<=thousandth))\s+of\b)"
_PARAGRAPHS = r"(?:paragraphs?|paras?\.?|articles?|sections?|chapters?|annex(?:es)?)"
_PLACE = r"\d+(?:\s?\([a-z]+\))*"
# Values that a diff may cut, but that can be compared.
OTHERS = {
    "abbreviation": r"\((?P<letters>[A-Z][A-Za-z0-9&.-]*[A-Z][A-Za-z0-9&.-]*)\)",
    "quarter": (
        r"\b(?:Q(?P<q>[1-4])|(?P<nth>first|second|third|fourth)[-‐‑\s]+quarter)"
        r"(?:\s+(?:of\s+)?(?P<qy>(?:19|20)\d{2}))?"
    ),
    "reference": (
        rf"\b(?i:{_PARAGRAPHS})\s{_PLACE}(?:(?:\s?[-–]\s?|,\s|,?\s(?:to|and|or)\s){_PLACE})*"
        r"(?:\s(?:above|below))?"
    ),
    "weekday": rf"\b(?:{'|'.join(WEEKDAYS)})\b",
    "label": r"(?:(?<=^)|(?<=\s))(?:\((?:[ivxl]{1,6}|[a-z]|\d{1,3})\)|^\d{1,3}[.)])(?=\s)",
    "ordinal": rf"\b(?i:{ordinals_written()})\b{_NO_ORDINAL}",
    "fraction": rf"\b(?i:(?:(?:{_WORDED}|an?)[-‐‑\s]){_FRACTION})\b",
    "number": rf"\b{_NO_TIME}(?i:{_WORDED}(?:(?:[-‐‑\s]|\sand\s){_WORDED})*)\b",
}


# A value of these sorts opens with a bracket, a figure or one of these words: nearly all words are passed over at once.
_OPENING_WORDS = (
    *NUMBER_WORDS, *ORDINAL_WORDS, "hundred", "thousand", "q1", "q2", "q3", "q4",
    "paragraph", "para", "article", "section", "chapter", "annex", *(day.lower() for day in WEEKDAYS),
)  # fmt: skip


def _opening() -> str:
    """Return a pattern of how the other values begin, by the first three letters of their words: it is tried first."""
    begun: dict[str, set[str]] = {}
    for word in _OPENING_WORDS:
        begun.setdefault(word[0], set()).add(word[1:3])
    words = "|".join(f"{first}(?:{'|'.join(sorted(rest))})" for first, rest in sorted(begun.items()))
    return rf"(?=[(\d]|\b(?i:{words}|an?[-‐‑\s]))"


@cache
def other() -> re.Pattern[str]:
    """Return the pattern of the other values, each a group with the name of its sort."""
    return re.compile(f"{_opening()}(?:{'|'.join(f'(?P<{name}>{pattern})' for name, pattern in OTHERS.items())})")


# What bounds a value stands before it, most telling first.
_BOUNDS = {
    "at most": r"at\s+most|no\s+more\s+than|not\s+more\s+than|not\s+exceeding|up\s+to|a\s+maximum\s+of",
    "at least": r"at\s+least|no\s+less\s+than|not\s+less\s+than|no\s+fewer\s+than|not\s+fewer\s+than|a\s+minimum\s+of",
    "by": r"no\s+later\s+than|not\s+later\s+than|by\s+the\s+end\s+of|before\s+the\s+end\s+of|by",
    "before": r"before|prior\s+to",
    "until": r"until\s+the\s+end\s+of|until|till|through",
    "more than": r"more\s+than|over|above|exceeding|in\s+excess\s+of",
    "less than": r"less\s+than|fewer\s+than|under|below",
    "about": r"about|around|approximately|roughly|nearly|almost|some|circa",
    "within": r"within",
    "after": r"after",
    "every": r"every|each",
    "from": r"from|since|as\s+of",
}
BOUNDS = tuple(_BOUNDS)


@cache
def bound() -> re.Pattern[str]:
    """Return the pattern of what bounds the value behind it; its groups are in the order of `BOUNDS`."""
    bounds = "|".join(f"(?P<b{n}>(?i:{pattern}))" for n, pattern in enumerate(_BOUNDS.values()))
    return re.compile(rf"\b(?:{bounds})\s+(?:(?:at\s+least|around|about)\s+)?(?:the\s+)?$")


# The last word of each bound, and those that may stand behind one: "by the", "not more than about".
_LAST_WORDS = (
    "the", "least", "around", "about",
    *(written.rpartition(r"\s+")[2] for pattern in _BOUNDS.values() for written in pattern.split("|")),
)  # fmt: skip


def may_bound(before: str) -> bool:
    """Say whether what stands before a value may bound it, by its last word alone: nearly all does not."""
    return before.rstrip().casefold().endswith(_LAST_WORDS)


TIME = later(r"(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?")
HALF_DAY = later(r"\s?([ap])\.?m\.?(?!\w)")
_MEASURE = (
    r"[\s-](?P<long>(?:calendar\s+|working\s+)?(?:second|minute|hour|day|week|month|year|decade)s?|kilomet(?:re|er)s?"
    r"|met(?:re|er)s?|miles?|nautical\s+miles?|hectares?|square\s+(?:kilo)?met(?:re|er)s?|tonn?es?|tons?|kilograms?"
    r"|barrels?|degrees?(?:\s+Celsius)?|(?:(?:US|U\.S\.|United\s+States)\s+)?dollars?|euros?)\b"
    r"|\s?(?P<short>km²|km|kg|ha|nm|NM|t|°C)(?!\w)"
)
MEASURES = {"kilometre": "km", "kilometer": "km", "metre": "m", "meter": "m", "kilogram": "kg", "hectare": "ha",
            "square kilometre": "km²", "square kilometer": "km²", "nm": "nautical mile", "NM": "nautical mile",
            "tonne": "t", "ton": "t", "degree celsius": "°C", "degrees celsius": "°C", "degree": "°C", "euro": "EUR",
            "dollar": "USD", "us dollar": "USD", "u.s. dollar": "USD", "united states dollar": "USD"}  # fmt: skip


@cache
def measure() -> re.Pattern[str]:
    """Return the pattern of what a number counts or measures, right behind it."""
    return re.compile(_MEASURE)
