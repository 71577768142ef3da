"""The marks of footnotes and endnotes: how they are set before a note, and where a text refers to one.

The ugly case: "talks³" and "talks[iv]" are a word and a mark, "km²" and "State[s]" are not, and the note
that "3" names begins with "³", with "[3]", with "3." or with "( 3 )".
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from stmtdiff.patterns import later
from stmtdiff.spans import Span

RAISED = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
_RAISED = later(f"[{RAISED}]+")
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹∗", "0123456789*")
_SIGNS = "[*\u2217]{1,3}|\u2020{1,3}|\u2021{1,3}"
# [3] [iv] [^name] right behind a word or stop, or behind such a mark. "State[s]" and "[i]t" are none.
_STOPS = '\\w.,;:!?%)”"’\u3002\uff0c'
_NUMBER = r"\d{1,3}|[ivxl]{1,6}|[IVXL]{1,6}"
BRACKETED = rf"(?:(?<=[{_STOPS}])|(?<=\w\]))\[(?:\^[^\s\[\]]{{1,40}}|{_NUMBER})\](?![A-Za-z])"
BEHIND = f"(?:{BRACKETED}|[*\u2217\u2020\u2021{RAISED}])*"  # one sign at a time: runs of runs take for ever to fail
"""The marks that may follow the last stop of a sentence and belong to it, as a pattern."""
# Behind a space too, where a bracket holds a figure, a small Roman number or a name: "the [ill] man" has no mark.
_APART = rf"(?<=[{_STOPS}]\s)\[(?:\^[^\s\[\]]{{1,40}}|\d{{1,3}}|[ivx]{{1,6}})\](?![A-Za-z])"
GLUED = rf"[{RAISED}]+|{BRACKETED}|{_APART}|(?<!\*)\*{{2,3}}(?![*\w])|\u2020{{2,3}}"
"""The marks behind a word, or a space behind it, that are several characters and one token, as a pattern."""

_LEADING = later(
    rf"(?P<raised>[{RAISED}]+)"
    r"|(?P<named>\[\^[^\s\[\]]{1,40}\]):?"
    rf"|(?P<bracket>\[(?:{_NUMBER}|[A-Za-z]|{_SIGNS})\](?![A-Za-z\[]))"
    r"|(?P<slash>(?:\d{1,3}|[a-z])/)(?=\s)"
    rf"|(?P<sign>{_SIGNS}|\u00a7(?=\s))"
    r"|(?P<round>\( ?\d{1,3} ?\))(?=\s)"
    r"|(?P<point>\d{1,3}[.)])(?=\s)"
)
_REFERRING = later(
    rf"(?=[{RAISED}\[(*\u2217\u2020\u2021]|[\da-z]{{1,3}}/)(?:"  # nearly all characters are passed over at once
    rf"(?P<raised>(?<!\b[kcdm]m)(?<!\bm)[{RAISED}]+)"  # not km², m³
    r"|(?P<named>\[\^[^\s\[\]]{1,40}\](?!:))"
    rf"|(?P<bracket>\[(?:{_NUMBER}|{_SIGNS})\]|(?<=[{_STOPS}])\[[A-Za-z]\])(?![A-Za-z])"
    r"|(?P<slash>(?<=\s)(?:\d{1,3}|[a-z])/(?=[\s.,;]|$))"
    rf"|(?P<sign>(?<=[{_STOPS}])(?:{_SIGNS})(?![*\w]))"
    r"|(?P<round>(?<=\S )\( \d{1,3} \)|(?<=[\w%] )\(\d{1,3}\)(?=[.,;:]|\s*$)))",
    re.MULTILINE,
)
# In which forms a note is referred to that begins with a mark of one form; "" is a bare figure, or no mark at all.
_SPEAKING = {
    "raised": frozenset({"raised"}),
    "named": frozenset({"named"}),
    "bracket": frozenset({"bracket", "raised"}),
    "slash": frozenset({"slash", "raised"}),
    "sign": frozenset({"sign"}),
    "round": frozenset({"round", "raised"}),
    "point": frozenset({"raised", "bracket"}),
    "": frozenset({"raised", "bracket", "sign", "named"}),
}


class NoteMark(NamedTuple):
    """A mark as it is printed: its span, its form, and its bare name ("3" for "³", "[3]" and "3.")."""

    span: Span
    form: str
    name: str


def bare(written: str) -> str:
    """Return the name that a mark has however it is set.

    >>> [bare(written) for written in ("¹²", "[iv]", "[^map]:", "( 3 )", "3/", "∗∗")]
    ['12', 'iv', 'map', '3', '3', '**']
    """
    return written.translate(_FIGURES).strip("[]()/.: ").removeprefix("^")


def leading_mark(text: str, span: Span, name: str = "") -> NoteMark | None:
    """Return the mark that `span` of `text` begins with, as a note does; None where no mark is there.

    Where a reader knows the note's `name`, a bare figure or letter may be its mark. It is none otherwise:
    "15 members abstained" may go on here.
    """
    if match := _LEADING.match(text, span.start, span.end):
        return _mark(match)
    if name and text.startswith((f"{name} ", f"{name}\t", f"{name}. ", f"{name}) "), span.start, span.end):
        behind = span.start + len(name)
        return NoteMark(Span(span.start, behind + (text[behind] in ".)")), "", name)
    return None


def is_raised(token: str) -> bool:
    """Say whether a token is raised figures, the mark of a note also where no note has it."""
    return _RAISED.fullmatch(token) is not None


def callers(mark: NoteMark | None) -> frozenset[str]:
    """Return the forms of the marks that may refer to a note which begins with `mark`; all where it prints none."""
    return _SPEAKING[mark.form] if mark else _SPEAKING[""]


def references(text: str, span: Span | None = None) -> Iterator[NoteMark]:
    """Yield what looks in `text`, or in a `span` of it, like a reference to a note, in order."""
    return map(_mark, _REFERRING.finditer(text, *((span.start, span.end) if span else ())))


def _mark(match: re.Match[str]) -> NoteMark:
    form = match.lastgroup or ""
    return NoteMark(Span(*match.span()), form, bare(match[form]))
