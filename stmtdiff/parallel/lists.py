"""Count the members of the lists in a text: "complete, verifiable and irreversible" has three.

A list is what is between commas and before the last "and" or "or", each member of a few words. A list of two is one
only where it is asked for by words that a longer list has: "X and Y" may join anything.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from stmtdiff.languages import ENGLISH, Language
from stmtdiff.languages.english import BEFORE_LAST_ITEM
from stmtdiff.parallel.marks import ROOT, plain
from stmtdiff.spans import Span

_LONGEST = 5  # words of a member between two commas: what is longer may be a clause
_FEWEST = 3
_COMMA = r"[,，、،]"


class Listed(NamedTuple):
    """A list: where it stands, from the last word of its first member to the first of its last one; how many it has."""

    span: Span
    members: int


def lists(text: str, language: Language = ENGLISH) -> tuple[Listed, ...]:
    """Return the lists of three or more members in `text`, in order.

    >>> [
    ...     (found.members, found.span.of("It met Ostrel, Brevia, and Kell today."))
    ...     for found in lists("It met Ostrel, Brevia, and Kell today.")
    ... ]
    [(3, 'Ostrel, Brevia, and Kell')]
    """
    return tuple(_found(text, language))


def pair_of(text: str, roots: frozenset[str], language: Language = ENGLISH) -> Listed | None:
    """Return the first two words joined in `text` that both begin like words of a list, by their `roots`.

    >>> found = pair_of("It wants a complete and irreversible stop.", frozenset({"comp", "irre"}))
    >>> found and found.span
    Span(start=11, end=36)
    """
    for match in _pair(language).finditer(text):
        if all(plain(word)[:ROOT] in roots for word in match.groups()):
            return Listed(Span(*match.span()), 2)
    return None


@cache
def _pair(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b(\w+)\s+(?:{'|'.join(_joining(language)) or '(?!)'})\s+(\w+)", re.IGNORECASE)


def _joining(language: Language) -> tuple[str, ...]:
    if language.particles:  # without spaces, no word tells where a member begins
        return ()
    return BEFORE_LAST_ITEM if language is ENGLISH else tuple(sorted(language.coordinators))


def counts(language: Language) -> bool:
    """Say whether lists are counted in a language: whether its words for "and" are known."""
    return bool(_joining(language))


def _found(text: str, language: Language) -> Iterator[Listed]:
    pattern = _pattern(language)
    for match in pattern.finditer(text) if pattern else ():
        members = 2 + sum(bool(part.strip()) for part in re.split(_COMMA, match["inner"]))
        if members >= _FEWEST:
            yield Listed(Span(*match.span()), members)


@cache
def _pattern(language: Language) -> re.Pattern[str] | None:
    joining = _joining(language)
    if not joining:
        return None
    words = rf"(?:[^\W\d_][\w'’.-]*\s+){{0,{_LONGEST - 1}}}[^\W\d_][\w'’.-]*"
    inner = rf"(?P<inner>(?:{_COMMA}\s*{words}(?<!\.))+)"
    article = rf"(?:(?:{'|'.join(sorted(language.articles)) or '(?!)'})\b['’]?\s*)?"
    return re.compile(rf"[\w'’-]+{inner}{_COMMA}?\s+(?:{'|'.join(joining)})\s+{article}[\w'’-]+", re.IGNORECASE)
