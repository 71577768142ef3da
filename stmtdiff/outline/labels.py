"""Read the numbers, letters and bullets that paragraphs are printed with.

The ugly case: in one communiqué "11, We" and "24.We" are paragraph numbers, while "2030, we will"
and "15 June 2004" are the accidental beginnings of hard-wrapped lines. A clear number is believed
at the start of a paragraph; a doubtful one only when it follows the number before it.
"""

import re
from functools import cache
from typing import NamedTuple

from stmtdiff.languages import ENGLISH, Language
from stmtdiff.languages.english import ANNEXES
from stmtdiff.outline.lines import Line
from stmtdiff.patterns import later

_LABEL = later(
    r"(?P<brackets>\((?:\d{1,3}|[ivxl]{1,6}|[a-z]{1,2})\))\s*(?=\S)"
    r"|(?P<decimal>\d{1,3}(?:\.\d{1,3}){1,3}[.)]?)\s+(?=\S)"
    r"|(?P<point>\d{1,3}\.)\s+(?=\S)"
    r"|(?P<tight>\d{1,3}\.)(?=[^\W\d]|“)"
    r"|(?P<bracket>\d{1,3}\))\s*(?=\S)"
    r"|(?P<comma>\d{1,3},)\s+(?=\S)"
    r"|(?P<cell>\d{1,3}\s*\|)\s*(?=[^\W\d])"  # the first cell of a row: "12 | Ostrel"
    r"|(?P<bare>\d{1,3})\s+(?=\S)"
    r"|(?P<capital>(?:[IVXL]{1,6}|[A-Z])[.)])\s+(?=\S)"
    r"|(?P<letter>(?:[ivxl]{1,6}|[a-z])[.)])\s+(?=\S)"
    r"|(?P<bullet>[-–—•‣◦●○▪■□·*➢►o\uf0b7\uf0a7])\s+(?=\S)"
    r"|(?P<alone>\d{1,3}[.)]?|\((?:\d{1,3}|[ivxl]{1,6}|[a-z]{1,2})\))$"
)
_OPENING = {"decimal": '"“‘([', "tight": "“", "comma": "“", "bare": '“"'}  # what may stand for a capital behind these
_BEHIND = later(r"(?:\s*[.:)])?(?:\s*[-–—])?\s*")  # "Artículo 1.- ", "Art. 2. – ", "Article 3: "
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
_ANNEX = later(rf"(?:{ANNEXES})\b")
_LONGEST_HEADING = 120


class Candidate(NamedTuple):
    """What may be a label. `style` is how it is written, `mark` its number or letter alone.

    `place` is that of an ordinal among ordinals, or of a letter in a list of another script; 0 for all others.
    """

    style: str
    mark: str
    end: int
    body: int
    place: int = 0

    @property
    def number(self) -> int:
        """Return the number that is printed, 0 when it is a letter or a bullet."""
        return int(self.mark) if self.mark.isdecimal() else 0


class Printed(NamedTuple):
    """A label that is believed: where it ends, where the text behind it begins, its value and depth."""

    end: int
    body: int
    value: str
    level: int
    style: str


def candidate(text: str, line: Line, language: Language = ENGLISH) -> Candidate | None:
    """Return what `line` begins with if it may be a label in a text in `language`."""
    match = _LABEL.match(text, line.start, line.end)
    if match is None or match.lastgroup is None:
        return _own_candidate(text, line, language)
    style, printed = match.lastgroup, match[match.lastgroup]
    after = text[match.end() : match.end() + 1]
    if style in _OPENING and not after.isupper() and after not in _OPENING[style]:
        return _own_candidate(text, line, language)
    if style == "bare" and _months(language).match(text, match.end()):
        return None
    return Candidate(style, printed.strip("()., |"), match.start() + len(printed), match.end())


@cache
def _months(language: Language) -> re.Pattern[str]:
    """Return what stands behind the number of a day."""
    names = {name for each in (ENGLISH, language) for month in each.months for name in month}
    return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(names)))})\b", re.IGNORECASE)


@cache
def _signs(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the labels that only `language` has, by their styles."""
    ordinals = "|".join(sorted(map(re.escape, language.ordinals), key=len, reverse=True))
    letters = re.escape(language.list_letters)
    found = [
        *(("article", pattern) for pattern in language.article_signs),
        *(("sign", pattern) for pattern in language.signs),
        *(("inner sign", pattern) for pattern in language.inner_signs),
    ]
    if language.ordinal_labels:
        found.append(("ordinal", rf"(?P<mark>(?i:{ordinals}))(?=\s*(?:[.:)]|[-–—]\s))"))
    if letters:
        found.append(("letter", rf"(?P<mark>[{letters}])[.)](?=\s)"))
    return tuple((style, re.compile(pattern)) for style, pattern in found)


def _own_candidate(text: str, line: Line, language: Language) -> Candidate | None:
    """Return a label of a shape that only `language` has; an article's number needs a sign between it and its text."""
    for style, pattern in _signs(language):
        match = pattern.match(text, line.start, line.end)
        if match is None:
            continue
        behind = _BEHIND.match(text, match.end(), line.end)
        body = behind.end() if behind else match.end()
        last, gap = text[match.end() - 1], text[match.end() : body]
        is_told = (
            bool(gap.strip()) or not last.isalnum() or len(gap) > 1 or "\t" in gap or (bool(gap) and not last.isascii())
        )
        if body >= line.end or not is_told or (style != "letter" and text[body].islower()):
            continue
        end = match.end() + len(text[match.end() : body].rstrip())
        mark = match[0] if style == "article" else match["mark"]
        return Candidate(style, mark.strip(), end, body, _place(style, match["mark"].lower(), language))
    return None


def _place(style: str, mark: str, language: Language) -> int:
    if style == "ordinal":
        return language.ordinals[mark]
    return language.list_letters.index(mark) + 1 if style == "letter" else 0


def is_article(text: str, line: Line, language: Language) -> bool:
    """Say whether `line` holds the number of an article and nothing else, which makes it a heading.

    >>> (
    ...     is_article("Article 3.", Line(0, 10, 0, True), ENGLISH),
    ...     is_article("Article 3 binds", Line(0, 15, 0, True), ENGLISH),
    ... )
    (True, False)
    """
    return any(
        style == "article"
        and (match := pattern.match(text, line.start, line.end)) is not None
        and text[match.end() : line.end].strip() in {"", ".", ":"}
        for style, pattern in _signs(language)
    )


def is_annex(text: str, start: int, end: int) -> bool:
    """Say whether the line or block from `start` to `end` is the head of an annex, where numbers begin again."""
    return end - start <= _LONGEST_HEADING and _ANNEX.match(text, start) is not None and text[end - 1] not in ".;,"


def roman(mark: str) -> int:
    """Return the number that `mark` writes in Roman letters, 0 when it does not.

    >>> roman("xiv"), roman("iix")
    (14, 0)
    """
    values = [_ROMAN_VALUES.get(letter, 0) for letter in mark.lower()]
    total = sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
    return total if values and 0 not in values and _written(total) == mark.lower() else 0


def _written(number: int) -> str:
    letters = ""
    for value, sign in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            letters, number = letters + sign, number - value
    return letters


def place(letters: str) -> int:
    """Return the place of "a" (1), "z" (26), "aa" (27) in a lettered list."""
    return ord(letters[-1]) - 96 + 26 * (len(letters) - 1)
