"""Read tags and attributes of WordprocessingML by short names, whichever of its two namespaces is used.

Word writes "transitional" names; the "strict" form of the standard (ISO/IEC 29500-1) has other ones.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_PREFIXES = {
    _WORD[0]: "w:",
    _WORD[1]: "w:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
}
COVER = "stmtdiff-cover"  # the tag of the content control with a redline's cover note, which is no text of the document
_WHOLE = re.compile(r"[+-]?\d{1,20}", re.ASCII)
_BEYOND = 1 << 31  # Word's whole numbers have 32 bits
_OFF = frozenset({"0", "false", "off", "none"})


def kind(element: Any) -> str:
    """Return the short name of an element: "w:p"; "" when it is of no namespace that matters here."""
    return _kind(element.tag)


@lru_cache(maxsize=2048)
def _kind(tag: str) -> str:
    namespace, _, name = tag[1:].partition("}")
    prefix = _PREFIXES.get(namespace)
    return f"{prefix}{name}" if prefix else ""


def value(element: Any, name: str = "val") -> str:
    """Return an attribute of Word's own, "" where it is missing."""
    found = element.get(f"{{{_WORD[0]}}}{name}")
    if found is None:
        found = element.get(f"{{{_WORD[1]}}}{name}")
    return found or ""


def number(element: Any, name: str = "val") -> int | None:
    """Return an attribute that is a whole number, None where it is missing or is none that Word counts with."""
    written = value(element, name).strip()
    found = int(written) if _WHOLE.fullmatch(written) else _BEYOND
    return found if -_BEYOND <= found < _BEYOND else None


def child(element: Any, *path: str) -> Any | None:
    """Return the first element under a path of short names: ``child(p, "w:pPr", "w:numPr")``."""
    for name in path:
        if element is None:
            return None
        element = next((inner for inner in element if kind(inner) == name), None)
    return element


def children(element: Any, name: str) -> Iterator[Any]:
    """Yield the direct children with a short name."""
    return (inner for inner in element if kind(inner) == name) if element is not None else iter(())


def said(element: Any, *path: str) -> str:
    """Return the value of the first element under a path, "" when there is none."""
    found = child(element, *path)
    return value(found) if found is not None else ""


def is_on(element: Any) -> bool:
    """Say whether an element that switches something, such as ``w:b``, switches it on."""
    return value(element).lower() not in _OFF
