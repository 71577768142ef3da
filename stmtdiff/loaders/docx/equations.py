"""Write an equation of Word's on one line, as one would type it: a fraction is "1/2", never its figures in a row.

The ugly case: "4" and the fraction ½ that is set behind it as an equation. Letter by letter it is "412 percent", which
a bank never decided. What the elements mean: ECMA-376, part 1, chapter 22.1; how it is written: Unicode Technical Note
28, in its simplest forms.
"""

import re
from collections.abc import Callable
from typing import Any

from stmtdiff.loaders.docx.names import child, children, kind
from stmtdiff.loaders.writing import superscript

_PLAIN = re.compile(r"[\w.,]*")  # needs no brackets when something is done to it
_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}
_TEXTS = frozenset({"m:t", "w:t"})
_FRACTION = re.compile(r"\d+/\d")

Hides = Callable[[Any], bool]


def linear(element: Any, hides: Hides) -> str:
    """Return the equation in `element` on one line, without what `hides` says is not there (tracked changes)."""
    name = kind(element)
    if hides(element) or name.endswith("Pr"):
        return ""
    if name in _TEXTS:
        return element.text or ""
    written = _SHAPES.get(name)
    return written(element, hides) if written else _row(element, hides)


def fraction(above: str, below: str) -> str:
    """Return a fraction on one line: "1/2", "(a+b)/c"."""
    return f"{_held(above)}/{_held(below)}"


def joined(before: str, after: str) -> str:
    """Return two pieces as one, with a space where a whole number stands before a fraction: "4 1/2".

    >>> joined("4", "1/2"), joined("a", "1/2"), joined("", "1/2")
    ('4 1/2', 'a1/2', '1/2')
    """
    return f"{before} {after}" if before[-1:].isdecimal() and _FRACTION.match(after) else before + after


def _row(element: Any, hides: Hides) -> str:
    written = ""
    for inner in element:
        written = joined(written, linear(inner, hides))
    return written


def _part(element: Any, name: str, hides: Hides) -> str:
    found = child(element, name)
    return _row(found, hides).strip() if found is not None else ""


def _held(text: str) -> str:
    """Return `text` in brackets, unless it is a number or a word."""
    return text if _PLAIN.fullmatch(text) else f"({text})"


def _set(element: Any, properties: str, name: str, otherwise: str = "") -> str:
    """Return what an equation's own property says, `otherwise` where it says nothing."""
    found = child(element, properties, name)
    values = [given for key, given in found.attrib.items() if key.endswith("}val")] if found is not None else []
    return values[0] if values else otherwise


def _fraction(element: Any, hides: Hides) -> str:
    above, below = (_part(element, name, hides) for name in ("m:num", "m:den"))
    if _set(element, "m:fPr", "m:type") == "noBar":  # one over the other without a line: "n choose k"
        return f"({above}¦{below})"
    return fraction(above, below)


def _raised(text: str) -> str:
    figures = superscript(text)
    return "" if not text else figures if figures != text else f"^{_held(text)}"


def _lowered(text: str) -> str:
    return text if text.isdecimal() or not text else f"_{_held(text)}"


def _scripts(element: Any, hides: Hides) -> str:
    base, low, high = (_part(element, name, hides) for name in ("m:e", "m:sub", "m:sup"))
    if kind(element) == "m:sPre":
        return f"{_lowered(low)}{_raised(high)}{base}"
    return f"{_held(base)}{_lowered(low)}{_raised(high)}"


def _root(element: Any, hides: Hides) -> str:
    degree, base = _part(element, "m:deg", hides), _held(_part(element, "m:e", hides))
    return f"{_ROOTS[degree]}{base}" if degree in _ROOTS else f"√({degree}&{base})"


def _sum(element: Any, hides: Hides) -> str:
    low, high, base = (_part(element, name, hides) for name in ("m:sub", "m:sup", "m:e"))
    limits = (f"_{_held(low)}" if low else "") + (f"^{_held(high)}" if high else "")
    return f"{_set(element, 'm:naryPr', 'm:chr', '∫')}{limits} {base}"


def _brackets(element: Any, hides: Hides) -> str:
    first, last, between = (
        _set(element, "m:dPr", name, usual) for name, usual in (("m:begChr", "("), ("m:endChr", ")"), ("m:sepChr", "|"))
    )
    return first + between.join(_row(each, hides) for each in children(element, "m:e")) + last


def _limit(element: Any, hides: Hides) -> str:
    base, limit = (_part(element, name, hides) for name in ("m:e", "m:lim"))
    return f"{base}{'_' if kind(element) == 'm:limLow' else '^'}{_held(limit)}"


def _accent(element: Any, hides: Hides) -> str:
    return _part(element, "m:e", hides) + _set(element, "m:accPr", "m:chr", "\u0302")


def _named(element: Any, hides: Hides) -> str:
    return f"{_part(element, 'm:fName', hides)} {_part(element, 'm:e', hides)}"


def _matrix(element: Any, hides: Hides) -> str:
    rows = [[_row(cell, hides) for cell in children(row, "m:e")] for row in children(element, "m:mr")]
    return f"[{'; '.join(', '.join(row) for row in rows)}]"


def _lines(element: Any, hides: Hides) -> str:
    return "; ".join(_row(each, hides) for each in children(element, "m:e"))


_SHAPES: dict[str, Callable[[Any, Hides], str]] = {
    "m:f": _fraction,
    **dict.fromkeys(("m:sSup", "m:sSub", "m:sSubSup", "m:sPre"), _scripts),
    "m:rad": _root,
    "m:nary": _sum,
    "m:d": _brackets,
    **dict.fromkeys(("m:limLow", "m:limUpp"), _limit),
    "m:acc": _accent,
    "m:func": _named,
    "m:m": _matrix,
    "m:eqArr": _lines,
}
