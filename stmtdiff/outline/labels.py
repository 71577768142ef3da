"""Read the numbers, letters and bullets that paragraphs are printed with.

The ugly case: in one communiqué "11, We" and "24.We" are paragraph numbers, while "2030, we will"
and "15 June 2004" are the accidental beginnings of hard-wrapped lines. A clear number is believed
at the start of a paragraph; a doubtful one only when it follows the number before it.
"""

import re
from dataclasses import dataclass

from stmtdiff.languages.english import ANNEXES, MONTHS
from stmtdiff.outline.lines import Line

_MONTH = rf"(?:{'|'.join(month[:3] for month in MONTHS)})[a-z]*\b"
_LABEL = re.compile(
    r"(?P<brackets>\((?:\d{1,3}|[ivxl]{1,6}|[a-z]{1,2})\))\s*(?=\S)"
    r"|(?P<decimal>\d{1,3}(?:\.\d{1,3}){1,3}[.)]?)\s+(?=[A-Z\"“‘(\[])"
    r"|(?P<point>\d{1,3}\.)\s+(?=\S)"
    r"|(?P<tight>\d{1,3}\.)(?=[A-Z“])"
    r"|(?P<bracket>\d{1,3}\))\s*(?=\S)"
    r"|(?P<comma>\d{1,3},)\s+(?=[A-Z“])"
    rf"|(?P<bare>\d{{1,3}})\s+(?=[A-Z“\"])(?!{_MONTH})"
    r"|(?P<capital>(?:[IVXL]{1,6}|[A-Z])[.)])\s+(?=\S)"
    r"|(?P<letter>(?:[ivxl]{1,6}|[a-z])[.)])\s+(?=\S)"
    r"|(?P<bullet>[-–—•‣◦●○▪■□·*➢►o\uf0b7\uf0a7])\s+(?=\S)"
    r"|(?P<alone>\d{1,3}[.)]?|\((?:\d{1,3}|[ivxl]{1,6}|[a-z]{1,2})\))$"
)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
_ANNEX = re.compile(rf"(?:{ANNEXES})\b")
_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a label. `style` is how it is written, `mark` its number or letter alone."""

    style: str
    mark: str
    end: int
    body: int

    @property
    def number(self) -> int:
        """Return the number that is printed, 0 when it is a letter or a bullet."""
        return int(self.mark) if self.mark.isdecimal() else 0


@dataclass(frozen=True, slots=True)
class Printed:
    """A label that is believed: where it ends, where the text behind it begins, its value and depth."""

    end: int
    body: int
    value: str
    level: int
    style: str


def candidate(text: str, line: Line) -> Candidate | None:
    """Return what `line` begins with if it may be a label."""
    match = _LABEL.match(text, line.start, line.end)
    if match is None or match.lastgroup is None:
        return None
    printed = match[match.lastgroup]
    return Candidate(match.lastgroup, printed.strip("().,"), match.start() + len(printed), match.end())


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
