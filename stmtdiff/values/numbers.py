"""Read numbers, in figures and in words: what each is worth, exactly.

The ugly case: "1,000", "1 000" and "one thousand" are one number, "4¼", "4-1/4" and "4.25" another, and in
"2.5 million" and "$1.5bn" the figure alone says nothing.
"""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cache, lru_cache
from unicodedata import normalize

from stmtdiff.languages import ENGLISH, Language
from stmtdiff.languages.english import NUMBER_WORDS as ENGLISH_NUMBERS
from stmtdiff.languages.marks import HAN_FIGURES
from stmtdiff.patterns import later

_GREAT = {word: number for word, number in ENGLISH_NUMBERS.items() if number >= 100}
_WORTH = {word: number for word, number in ENGLISH_NUMBERS.items() if number < 100}
_TIMES = {"double": 2, "twofold": 2, "triple": 3, "threefold": 3}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}
_PARTS |= {"hundredth": 100, "thousandth": 1000}

# What newspapers and ministries write short behind a figure: "$1.5bn".
SCALES = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "tn": "trillion"}
# Words that numbers are written with: "two hundred and ten", "half", "threefold".
NUMBER_WORDS = frozenset({*_WORTH, *_GREAT, *_TIMES, "half", "third", "quarter"} - {"zero"})

_LONGEST = 100  # code points of a figure; Python reads no number of more than 4,300 figures, and nobody writes one
_SEPARATORS = str.maketrans("\u066b\u066c\uff0e\uff0c", ".,.,")  # Arabic ones, and those of full width
_HYPHENS = later(r"\s+|[\u2010\u2011]")
_JOINT = r"[-‐‑\s]"  # between two words of one number
_GROUPED = later(r"\d{1,3}(?:([,.'\u2019\u00a0\u2009\u202f ])\d{3})(?:\1\d{3})*")
_MIXED = later(r"(?:(\d+)\s?[-‐‑– ]?\s?)?(\d+)/([1-9]\d*)")
_VULGAR = later(r"(\d*)[-‐‑– ]?([¼½¾⅐-⅞])")


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
def ordinal_of(text: str, language: Language = ENGLISH) -> int | None:
    """Return the number that an ordinal in words or in figures stands for; else None. Figures are read as in English.

    >>> ordinal_of("32nd"), ordinal_of("Thirty-second"), ordinal_of("two hundred and ninth"), ordinal_of("meeting")
    (32, 32, 209, None)
    """
    if text[:1].isdecimal():
        is_ordinal = text[-2:].lower() in {"st", "nd", "rd", "th"} and text[:-2].isdecimal()
        return int(text[:-2]) if is_ordinal and len(text) <= _LONGEST else None
    rest = _HYPHENS.sub("-", text.lower())
    if (number := language.ordinals.get(rest)) is not None:
        return number
    total, lowest = 0, None
    while rest not in language.ordinals:
        if (head := _hundreds(language).match(rest)) is None:
            return None
        worth = _below_hundred(head["count"], language) * language.hundreds[head["great"]]
        if lowest is not None and worth >= lowest:  # "one hundred two thousand"
            return None
        total, lowest, rest = total + worth, language.hundreds[head["great"]], rest[head.end() :]
    last = language.ordinals[rest]
    return total + last if lowest is not None and last < lowest else None


def _below_hundred(words: str | None, language: Language) -> int:
    """Return how many hundreds there are: 1 where no number stands before the word."""
    parts = (words or "").split("-")
    return sum(language.numbers[part] for part in parts) if words else 1


@cache
def _hundreds(language: Language) -> re.Pattern[str]:
    """Return the pattern of what counts the hundreds before an ordinal, its words joined by a hyphen."""
    return re.compile(_hundreds_written(language, "-", names=True))


def _hundreds_written(language: Language, joint: str, *, names: bool = False) -> str:
    """Return the pattern of "two hundred and " in a language, with its `joint` between words; "(?!)" without such.

    `names` makes groups of the number and of what it counts: "count", "great".
    """
    if not language.hundreds:
        return "(?!)"
    small = _alternatives(word for word, number in language.numbers.items() if 0 < number < 100 and word.isalpha())
    count, great = ("?P<count>", "?P<great>") if names else ("?:", "?:")
    joined = rf"(?:(?:{_alternatives(language.hundreds_joined)}){joint})?" if language.hundreds_joined else ""
    counted = rf"(?:({count}(?:{small})(?:{joint}(?:{small}))?){joint})?"
    return rf"{counted}({great}{_alternatives(language.hundreds)}){joint}{joined}"


def ordinals_written(language: Language = ENGLISH) -> str:
    """Return the pattern of all ordinals that a language writes in words, whole: "one hundred and twenty-first".

    It has no group, and minds case. "(?!)" for a language of which none is known. What it matches is worth
    `ordinal_of`, which is None for what nobody writes.
    """
    if not language.ordinals:
        return "(?!)"
    return rf"(?:(?:{_hundreds_written(language, _JOINT)})*(?:{_compounds(language.ordinals)}))"


def _compounds(words: Iterable[str]) -> str:
    """Return the alternatives of `words`, `_JOINT` in place of each hyphen.

    What they begin with is written once, and what they end with, too: "(twenty|thirty)-(first|second)". So the more
    than a hundred ordinals of English compile in a third of the time.
    """
    ends: dict[str, set[str]] = {}
    for word in words:
        first, _, rest = word.partition("-")
        ends.setdefault(first, set()).update([rest] if rest else ())
    alike: dict[frozenset[str], list[str]] = {}
    for first, own in ends.items():
        alike.setdefault(frozenset(own), []).append(first)
    joined = [rf"(?:{_alternatives(tens)}){_JOINT}(?:{_alternatives(own)})" for own, tens in alike.items() if own]
    plain = _alternatives(word for word in words if "-" not in word)
    return "|".join([*joined, plain]).replace(r"\-", _JOINT)


def ordinal_before(text: str, start: int, end: int, language: Language) -> tuple[int, int] | None:
    """Return where the ordinal in words begins that ends at `end`, and its number; None where no ordinal ends there.

    It is read whole, from `start` on at the most: before "session" in "its one hundred and first session" stands 101.
    """
    low = max(start, end - _LONGEST)
    if not text[low:end].lower().endswith(_last_words(language)):
        return None
    found = _whole_ordinal(language).search(text, low, end)
    number = ordinal_of(found[0], language) if found else None
    return (found.start(), number) if found and number is not None else None


@cache
def _last_words(language: Language) -> tuple[str, ...]:
    return tuple({word.rpartition("-")[2]: None for word in language.ordinals})


@cache
def _whole_ordinal(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w‐‑-]){ordinals_written(language)}$", re.IGNORECASE)


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
