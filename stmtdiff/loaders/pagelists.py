"""Say what a browser prints before an item of a list.

The ugly case: paragraphs 12 to 16 of a communiqué are a list without markers, whose numbers were typed;
read as an ordered list they become "1. 12.", and the true number is part of the sentence.
"""

import re
from collections.abc import Callable
from typing import Any

from stmtdiff.loaders.pagetags import folded

_INTEGER = re.compile(r"-?\d{1,9}", re.ASCII)  # browsers take what needs more than 32 bits for none
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]*)", re.IGNORECASE)
_TYPED = re.compile(r"\s*(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]|\(?[a-z]{1,4}\)|[-–—•·▪●○*])\s*\S", re.ASCII)
_KINDS = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LARGEST_ROMAN = 3999
_PLAIN = frozenset({"disc", "circle", "square"})


class Counting:
    """The counts of the lists of one page; each list is looked at once."""

    def __init__(self) -> None:
        self._next: dict[Any, int] = {}
        self._kinds: dict[Any, str] = {}

    def marker(self, item: Any) -> str:
        """Return what is printed before a list item, with a space behind it; "" where nothing is."""
        parent = item.getparent()
        if parent is None:
            return "- "
        if parent not in self._kinds:
            self._kinds[parent] = _kind(parent)
            self._next[parent] = _start(parent)
        kind = self._kinds[parent]
        number = _integer(item.get("value")) if parent.tag == "ol" else None
        number = self._next[parent] if number is None else number
        self._next[parent] = number + (-1 if parent.get("reversed") is not None else 1)
        own = _styled(item) or kind
        return "" if own == "none" else "- " if own == "dash" else f"{_written(number, own)}. "


def _kind(parent: Any) -> str:
    """Return how the items of a list are marked: "none", "dash", or by the name of a style of numbers."""
    items = [item for item in parent if item.tag == "li"]
    if items and all(_TYPED.match(folded("".join(item.itertext()))) for item in items):
        return "none"
    styled = _styled(parent)
    if styled:
        return styled
    return "decimal" if parent.tag == "ol" else "dash"


def _styled(element: Any) -> str:
    """Return the kind of marks that the style or the type of an element names, "" where neither does."""
    found = _STYLE.search(element.get("style", ""))
    for name in found[1].lower().split() if found else ():
        if name == "none" or name in _WRITERS:
            return name
        if name in _PLAIN:
            return "dash"
    named = element.get("type", "").strip()
    return _KINDS.get(named, "none" if named.lower() == "none" else "dash" if named.lower() in _PLAIN else "")


def _start(parent: Any) -> int:
    start = _integer(parent.get("start"))
    if start is not None:
        return start
    return sum(item.tag == "li" for item in parent) if parent.get("reversed") is not None else 1


def _integer(text: str | None) -> int | None:
    text = (text or "").strip()
    return int(text) if _INTEGER.fullmatch(text) else None


def _letters(number: int) -> str:
    letters = ""
    while number > 0:
        number, place = divmod(number - 1, 26)
        letters = chr(97 + place) + letters
    return letters


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


_WRITERS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimal-leading-zero": lambda number: f"{number:02d}",
    "lower-alpha": _letters,
    "lower-latin": _letters,
    "upper-alpha": lambda number: _letters(number).upper(),
    "upper-latin": lambda number: _letters(number).upper(),
    "lower-roman": _roman,
    "upper-roman": lambda number: _roman(number).upper(),
}


def _written(number: int, kind: str) -> str:
    """Return `number` in the style `kind`; one that the style cannot write is in figures, as in a browser."""
    is_written = number > 0 and not (kind.endswith("roman") and number > _LARGEST_ROMAN)
    return _WRITERS[kind](number) if is_written or kind.startswith("decimal") else str(number)
