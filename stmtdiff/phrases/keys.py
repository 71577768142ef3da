"""Bring words to the keys by which they are compared.

Ignored are: case; the shape of quotes, dashes and hyphens; whether a compound is written with a hyphen or a space;
line breaks; a comma before "and" or "or"; -ise or -ize; -our or -or.
"""

import re
from collections.abc import Sequence
from itertools import chain
from typing import TypeVar

from stmtdiff.languages.english import OUR_STEMS
from stmtdiff.patterns import later
from stmtdiff.remembering import remembered
from stmtdiff.words import words as cut

REMEMBERED = 16_384  # words, and patterns, that are kept in memory: a long text has half as many

# "ou" at the end is what is left of "our" in a prefix such as "labou*".
_OUR = later(f"({'|'.join(OUR_STEMS)})ou(r|$)")
_Value = TypeVar("_Value")


def fold_spelling(word: str) -> str:
    """Map both spellings of a word to one key.

    >>> fold_spelling("denuclearization"), fold_spelling("neighbours"), fold_spelling("fourth")
    ('denuclearisation', 'neighbors', 'fourth')
    """
    if "z" in word:
        word = word.replace("iz", "is").replace("yz", "ys")
    return _OUR.sub(r"\1o\2", word) if "ou" in word else word


class _Keys(dict[str, tuple[str, ...]]):
    """The keys of each norm, worked out once: two for a compound, none for a lone hyphen."""

    def __missing__(self, norm: str) -> tuple[str, ...]:
        if len(self) > REMEMBERED:
            self.clear()
        self[norm] = keys = tuple([fold_spelling(part) for part in _pieces(norm) if part])
        return keys


KEYS = _Keys()


def _pieces(norm: str) -> list[str]:
    """Return the parts of a compound; of "U.S." and "S/RES/1701" too, which in small letters are many tokens."""
    if norm.isalnum():
        return [norm]
    if ("." in norm or "/" in norm) and any(map(str.isalpha, norm)):
        return re.findall(r"[^./-]+|[./]", norm)
    return norm.split("-")


def keys_of(text: str) -> tuple[str, ...]:
    """Return what of `text` the matcher looks at: two texts with the same keys are one wording.

    >>> keys_of("Complete, verifiable, and irreversible") == keys_of("complete, verifiable and irreversible")
    True
    """
    return keys_and_commas(cut(text).norms)[0]


@remembered(characters=100_000)  # here, words: as many sets of phrases as there are look at a sentence
def keys_and_commas(norms: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the keys of `norms` in order, and where among them serial commas stood that were left out."""
    keys = tuple(chain.from_iterable(map(KEYS.__getitem__, norms)))
    commas, place = [], -1
    for _ in range(keys.count(",")):
        place = keys.index(",", place + 1)
        if keys[place + 1 : place + 2] in (("and",), ("or",)):
            commas.append(place)
    return _without(keys, commas), tuple(commas)


@remembered(characters=100_000)
def places(norms: tuple[str, ...]) -> tuple[int, ...]:
    """Return for each key of `norms`, serial commas left out, the index of its token."""
    _, commas = keys_and_commas(norms)
    return _without(tuple([place for place, norm in enumerate(norms) for _ in KEYS[norm]]), commas)


def _without(values: tuple[_Value, ...], places: Sequence[int]) -> tuple[_Value, ...]:
    """Return `values` but for those at the rising `places`."""
    if not places:
        return values
    left = list(values)
    for place in reversed(places):
        del left[place]
    return tuple(left)
