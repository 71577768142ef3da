"""Read numbers, in figures and in words: what each is worth, exactly.

The ugly case: "1,000", "1 000" and "one thousand" are one number, "4¼", "4-1/4" and "4.25" another, and in
"2.5 million" and "$1.5bn" the figure alone says nothing.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from unicodedata import normalize

from stmtdiff.languages.english import NUMBER_WORDS as ENGLISH_NUMBERS
from stmtdiff.languages.english import ORDINAL_WORDS
from stmtdiff.languages.marks import HAN_FIGURES

_GREAT = {word: number for word, number in ENGLISH_NUMBERS.items() if number >= 100}
_WORTH = {word: number for word, number in ENGLISH_NUMBERS.items() if number < 100}
_TIMES = {"double": 2, "twofold": 2, "triple": 3, "threefold": 3}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}

# What newspapers and ministries write short behind a figure: "$1.5bn".
SCALES = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "tn": "trillion"}
# Words that numbers are written with: "two hundred and ten", "half", "threefold".
NUMBER_WORDS = frozenset({*_WORTH, *_GREAT, *_TIMES, "half", "third", "quarter"} - {"zero"})

_LONGEST = 100  # code points of a figure; Python reads no number of more than 4,300 figures, and nobody writes one
_SEPARATORS = str.maketrans("\u066b\u066c\uff0e\uff0c", ".,.,")  # Arabic ones, and those of full width
_HYPHENS = re.compile("[\u2010\u2011 ]")
_GROUPED = re.compile(r"\d{1,3}(?:([,.'\u2019\u00a0\u2009\u202f ])\d{3})(?:\1\d{3})*")
_MIXED = re.compile(r"(?:(\d+)\s?[-‐‑– ]?\s?)?(\d+)/([1-9]\d*)")
_VULGAR = re.compile(r"(\d*)[-‐‑– ]?([¼½¾⅐-⅞])")


def figure(text: str, decimal: str = ".") -> Fraction | None:
    """Return what a number in figures is worth, None where `text` is none.

    `decimal` is the language's mark before the tenths. It decides where the shape does not: "2,500", "2.500".

    >>> figure("1,000"), figure("4-1/4"), figure("2½"), figure("0.25")
    (Fraction(1000, 1), Fraction(17, 4), Fraction(5, 2), Fraction(1, 4))
    """
    if len(text) > _LONGEST:
        return None
    if text.isdecimal():  # as most are
        return Fraction(int(text))
    text = text.translate(_SEPARATORS)
    if text[:1] in {"-", "\u2212"}:
        below = figure(text[1:], decimal)
        return None if below is None else -below
    if mixed := _MIXED.fullmatch(text):
        return int(mixed[1] or 0) + Fraction(int(mixed[2]), int(mixed[3]))
    if vulgar := _VULGAR.fullmatch(text):
        top, _, bottom = normalize("NFKC", vulgar[2]).partition("\u2044")
        return int(vulgar[1] or 0) + Fraction(int(top), int(bottom))
    point, comma = (".", ",") if decimal == "." else (",", ".")
    if text.count(point) > 1 or text.rfind(point) < text.rfind(comma) != -1 != text.rfind(point):
        point, comma = comma, point  # "1.000.000", "1.234,5": the other way
    whole, _, decimals = text.partition(point)
    if _GROUPED.fullmatch(whole) or whole.isdecimal():
        digits = "".join(filter(str.isdecimal, whole))
        if not decimals or decimals.isdecimal():
            return Fraction(int(digits + decimals), 10 ** len(decimals))
    if text.count(comma) == 1 and text.replace(comma, "").isdecimal():  # "2,5" groups nothing
        whole, _, decimals = text.partition(comma)
        return Fraction(int(whole + decimals), 10 ** len(decimals))
    return None


def han_number(text: str) -> int:
    """Return a whole number in figures or in Chinese characters, these also one by one as in a year.

    >>> han_number("二〇二五"), han_number("十七"), han_number("一百二十"), han_number("31")
    (2025, 17, 120, 31)
    """
    if text.isdecimal():
        return int(text)
    if not {"十", "百"} & {*text}:
        return int("".join(str(HAN_FIGURES[figure]) for figure in text))
    total = current = 0
    for figure in text:
        if figure in "十百":
            total, current = total + max(current, 1) * (10 if figure == "十" else 100), 0
        else:
            current = HAN_FIGURES[figure]
    return total + current


def number_of(norm: str) -> int | None:
    """Return the whole number below a hundred that a word stands for, or any in figures; None for another word.

    >>> number_of("twelve"), number_of("thirty-two"), number_of("12"), number_of("few")
    (12, 32, 12, None)
    """
    if norm.isdecimal():
        return int(norm) if len(norm) <= _LONGEST else None
    ten, _, one = norm.partition("-")
    if not one:
        return _WORTH.get(norm)
    return _WORTH[ten] + _WORTH[one] if ten in _WORTH and one in _WORTH else None


@lru_cache(maxsize=4096)
def is_number(norm: str) -> bool:
    """Say whether a word or unit is a number, in figures or letters.

    >>> is_number("twenty-one"), is_number("71"), is_number("few")
    (True, True, False)
    """
    return norm.replace(",", "").replace(".", "").isdigit() or all(part in NUMBER_WORDS for part in norm.split("-"))


def worth_of(words: Sequence[str]) -> Fraction | None:
    """Return what a number in words is worth, None where the words are none.

    >>> worth_of(["three", "thousand", "five", "hundred"]), worth_of(["two", "thirds"]), worth_of(["a", "half"])
    (Fraction(3500, 1), Fraction(2, 3), Fraction(1, 2))
    """
    if part := _PARTS.get(words[-1].removesuffix("s").replace("halve", "half")):
        count = worth_of(words[:-1]) if len(words) > 1 and words[0] not in {"a", "an"} else Fraction(1)
        return count / part if count is not None else None
    total = current = 0
    for word in words:
        if word == "and" and (current or total):
            continue
        number = number_of(word) if word not in {"a", "an"} else 1
        if number is not None:
            current += number
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in _GREAT:
            total, current = total + max(current, 1) * _GREAT[word], 0
        elif word in _TIMES and len(words) == 1:
            return Fraction(_TIMES[word])
        else:
            return None
    return Fraction(total + current)


def scale_of(word: str) -> int:
    """Return what a scale multiplies by: "million", "bn"; 1 for no scale."""
    return _GREAT.get(SCALES.get(word.lower(), word.lower()), 1)


@lru_cache(maxsize=4096)
def ordinal_of(text: str) -> int | None:
    """Return the number that an ordinal in words or in figures stands for; else None.

    >>> ordinal_of("32nd"), ordinal_of("Thirty-second"), ordinal_of("two hundred and ninth"), ordinal_of("meeting")
    (32, 32, 209, None)
    """
    if text[:1].isdecimal():
        is_ordinal = text[-2:].lower() in {"st", "nd", "rd", "th"} and text[:-2].isdecimal()
        return int(text[:-2]) if is_ordinal and len(text) <= _LONGEST else None
    if (number := ORDINAL_WORDS.get(_HYPHENS.sub("-", text.lower()))) is not None:
        return number
    head, _, last = text.lower().rpartition(" ")
    if last not in ORDINAL_WORDS or not _GREAT.keys() & {*head.split()}:
        return None
    worth = worth_of(head.removesuffix(" and").split())
    return int(worth) + ORDINAL_WORDS[last] if worth is not None else None
