"""Find phrases in tokenised text: the one matcher of the project.

The ugly case: a policy that watches for "complete, verifiable and irreversible" must find it in
"Complete, verifiable, and\\nirreversible denuclearization", and a rule on "well-anchored" must see
"well anchored". Rules, policies, topics and histories all ask here, so that they never disagree.

Text and pattern are brought to the same keys first. Ignored are: case; the shape of quotes, dashes
and hyphens; whether a compound is written with a hyphen or a space; line breaks; a comma before
"and" or "or"; -ise or -ize; -our or -or. In a pattern ``word*`` is a prefix, a lone ``*`` any one
word, ``...`` a gap of at most five words inside a sentence, ``a|b`` a choice between two words and
`` | `` with spaces a choice between two whole phrases.

This file is long because pattern and text have to be read by one and the same hand.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, product
from math import prod
from typing import Literal, TypeVar

from stmtdiff.errors import SettingsError
from stmtdiff.languages.english import OUR_STEMS
from stmtdiff.model import Words
from stmtdiff.trie import Node, Part, Reading
from stmtdiff.words import words as cut

_READINGS = 256  # choices multiply; a pattern with more readings than this is a mistake
_REMEMBERED = 16_384  # words, and patterns, that are kept at hand: a long text has half as many

# "ou" at the end is what is left of "our" in a prefix such as "labou*".
_OUR = re.compile(f"({'|'.join(OUR_STEMS)})ou(r|$)")
_PLAIN = re.compile(r"[A-Za-z0-9 ]*[A-Za-z0-9][A-Za-z0-9 ]*")

_GAP_PART: Part = ("gap", "")
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
        if len(self) > _REMEMBERED:
            self.clear()
        self[norm] = keys = tuple([fold_spelling(part) for part in _pieces(norm) if part])
        return keys


_KEYS = _Keys()


def _pieces(norm: str) -> list[str]:
    """Return the parts of a compound; of "U.S." and "S/RES/1701" too, which in small letters are many tokens."""
    if norm.isalnum():
        return [norm]
    if ("." in norm or "/" in norm) and any(map(str.isalpha, norm)):
        return re.findall(r"[^./-]+|[./]", norm)
    return norm.split("-")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern that is known to be well formed: `compile_phrase` has looked at it, now or when a pack was made."""

    pattern: str

    @property
    def readings(self) -> tuple[tuple[Part, ...], ...]:
        """Return its choices, each a sequence of parts; of a pack's thousand phrases a text asks for a few."""
        return _readings(self.pattern)


@dataclass(frozen=True, slots=True)
class Match:
    """Where a phrase stands: a half-open range of tokens. `index` is its place in the set."""

    index: int
    phrase: Phrase
    first: int
    last: int


def compile_phrase(pattern: str) -> Phrase:
    """Return `pattern` ready for a `PhraseSet`.

    Raises:
        SettingsError: when the pattern holds no word, begins or ends with a gap, has an empty
            choice, or a star in front of or inside a word.
    """
    _readings(pattern)
    return Phrase(pattern)


def as_read(phrase: Phrase) -> tuple[str, ...]:
    """Return the wordings that a phrase is read as where a choice stands between other words; else nothing.

    Whoever wrote it may have meant a choice between whole phrases, which has spaces around its bar.

    >>> as_read(compile_phrase("grave concern|deep concern"))
    ('grave concern concern', 'grave deep concern')
    >>> as_read(compile_phrase("urge|press restraint"))
    ()
    """
    choices = _choices(phrase.pattern)
    if not any("|" in piece for pieces in choices for piece in pieces[1:-1]):
        return ()
    ways = (product(*(piece.split("|") for piece in pieces)) for pieces in choices)
    return tuple(" ".join(way) for way in chain.from_iterable(ways))


def literal(words: Words, first: int = 0, last: int | None = None) -> Phrase | None:
    """Return the phrase that finds the tokens `first` to `last`; None where they hold a sign of patterns, or no word.

    >>> literal(cut("complete, verifiable")).pattern
    'complete , verifiable'
    """
    norms = words.norms[first:last]
    if any("*" in norm or "|" in norm or "..." in norm for norm in norms):
        return None
    try:
        return compile_phrase(" ".join(norms))
    except SettingsError:
        return None


def _broken(pattern: str, what: str, hint: str) -> SettingsError:
    return SettingsError(f"the phrase {pattern!r} {what}", hint=hint)


@lru_cache(maxsize=_REMEMBERED)
def _readings(pattern: str) -> tuple[tuple[Part, ...], ...]:
    if _PLAIN.fullmatch(pattern):
        return (tuple([("word", fold_spelling(word)) for word in pattern.lower().split()]),)
    return tuple([reading for pieces in _choices(pattern) for reading in _readings_of(pieces, pattern)])


def _choices(pattern: str) -> list[list[str]]:
    """Return the choices between whole phrases, each as the pieces between spaces."""
    choices = re.split(r"(?:^|\s)\|(?:\s|$)", pattern.replace("…", "..."))
    return [choice.replace("...", " ... ").split() for choice in choices]


def _readings_of(pieces: list[str], pattern: str) -> list[tuple[Part, ...]]:
    slots = [slot for piece in pieces if (slot := _slot(piece, pattern)) != [()]]
    if slots and [(_GAP_PART,)] in (slots[0], slots[-1]) and len(slots) > 1:
        raise _broken(pattern, "begins or ends with a gap", "'...' stands between two words")
    ways = prod(len(slot) for slot in slots)
    if ways > _READINGS:
        raise _broken(pattern, f"can be read in {ways} ways, more than {_READINGS}", "write several phrases")
    readings = [tuple([part for way in chosen for part in way]) for chosen in product(*slots)]
    if not all(map(_holds_word, readings)):
        raise _broken(pattern, "holds no word", "write at least one word")
    return [_without_serial_commas(reading) for reading in readings]


def _beginnings(phrase: Phrase) -> set[Part]:
    """Return the parts that `phrase` can begin with; nearly all can be told from the first piece of each choice."""
    pieces = phrase.pattern.split()
    if pieces[0].isascii() and pieces[0].isalnum() and "|" not in pieces:
        return {("word", fold_spelling(pieces[0].lower()))}
    ways = [way for pieces in _choices(phrase.pattern) for way in _slot(pieces[0], phrase.pattern)]
    if all(way and way[0][1][:1].isalnum() for way in ways):
        return {way[0] for way in ways}
    return {reading[0] for reading in phrase.readings}


def _holds_word(reading: tuple[Part, ...]) -> bool:
    return any(key[:1].isalnum() for _, key in reading)


def _slot(piece: str, pattern: str) -> list[tuple[Part, ...]]:
    """Return the ways to read one piece between spaces; a lone hyphen has one way, and no parts."""
    if piece == "...":
        return [(_GAP_PART,)]
    return [_parts(word, pattern) for word in piece.split("|")]


def _parts(word: str, pattern: str) -> tuple[Part, ...]:
    if not word:
        raise _broken(pattern, "has an empty choice", "write 'a|b', or 'a b | c d' for whole phrases")
    if word == "*":
        return (("any", ""),)
    stem = word.removesuffix("*")
    kind: Literal["word", "prefix"] = "word" if stem == word else "prefix"
    if stem.isascii() and stem.isalnum():
        return ((kind, fold_spelling(stem.lower())),)
    if "*" in stem:
        raise _broken(pattern, "has a star that is not at the end of a word", "'word*' is a prefix, '*' any one word")
    keys = [key for norm in cut(stem).norms for key in _KEYS[norm]]
    return (*[("word", key) for key in keys[:-1]], *[(kind, key) for key in keys[-1:]])


def _without_serial_commas(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    following = [*parts[1:], _GAP_PART]
    return tuple(
        part
        for part, after in zip(parts, following, strict=True)
        if part != ("word", ",") or after not in (("word", "and"), ("word", "or"))
    )


class _Starts(dict[str, Node | None]):
    """What follows on a key that a phrase begins with; None for nearly all keys.

    Of the phrases that no text has asked for only the beginnings are known.
    """

    __slots__ = ("_begun", "_lengths", "_phrases")

    def __init__(self, phrases: tuple[Phrase, ...]) -> None:
        self._phrases = phrases
        self._begun: dict[Part, list[int]] = {}
        for index, phrase in enumerate(phrases):
            for part in _beginnings(phrase):
                self._begun.setdefault(part, []).append(index)
        self._lengths = sorted({len(key) for kind, key in self._begun if kind == "prefix"})

    def __missing__(self, key: str) -> Node | None:
        if len(self) > _REMEMBERED:
            self.clear()
        parts: list[Part] = [("word", key), *[("prefix", key[:length]) for length in self._lengths]]
        parts += [("any", "")] if key[0].isalnum() else []
        node = None
        for index in sorted({index for part in parts for index in self._begun.get(part, ())}):
            for first, *others in self._phrases[index].readings:
                if first in parts:
                    node = node or Node()
                    node.add(others, index)
        self[key] = node
        return node


class _Openers(dict[str, bool]):
    """Whether a phrase can begin with a norm; most paragraphs hold no such norm and are done with at once."""

    __slots__ = ("starts",)

    def __init__(self, starts: _Starts) -> None:
        self.starts = starts

    def __missing__(self, norm: str) -> bool:
        if len(self) > _REMEMBERED:
            self.clear()
        self[norm] = is_opener = any(self.starts[key] for key in _KEYS[norm])
        return is_opener


class PhraseSet:
    """Phrases that are looked for together, in one pass over the text.

    `phrases` keeps the order in which they were given; a match names its phrase by that index too.
    """

    __slots__ = ("_openers", "_starts", "phrases")

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        """Make `phrases` ready to be looked for."""
        self.phrases = tuple(phrases)
        self._starts = _Starts(self.phrases)
        self._openers = _Openers(self._starts)

    def find(self, words: Words, first: int = 0, last: int | None = None) -> tuple[Match, ...]:
        """Return where the phrases stand in the tokens `first` to `last` of `words`, in order of start.

        Matches of one phrase do not overlap: the leftmost counts, of those with the same start the
        one with the smallest gaps, then the longest. Different phrases may overlap.
        """
        norms = words.norms[first:last]
        if not any(map(self._openers.__getitem__, norms)):
            return ()
        keys, commas = _keys(norms)
        found = list(self._found(keys))
        places = _places(norms, commas) if found else []
        return tuple(
            Match(index, self.phrases[index], first + places[start], first + places[end - 1] + 1)
            for index, start, end in found
        )

    def stands_in(self, words: Words) -> bool:
        """Say whether any of the phrases stands in `words`."""
        if not any(map(self._openers.__getitem__, words.norms)):
            return False
        return any(True for _ in self._found(_keys(words.norms)[0]))

    def _found(self, keys: list[str]) -> Iterator[tuple[int, int, int]]:
        """Yield the index of each phrase found, with the half-open range of keys that it covers."""
        free = [0] * len(self.phrases)
        reading = Reading(keys)
        following = [*keys[1:], ""]
        for position, node in enumerate(map(self._starts.__getitem__, keys)):
            if node is None or not node.is_open(after := following[position]):
                continue
            if node.is_closing(after):
                ends = [(index, position + 1) for index in node.ends]
            elif all(free[index] > position for index in node.past):
                continue
            else:
                ends = reading.ends(node, position + 1)
            for index, end in ends:
                if free[index] <= position:
                    free[index] = end
                    yield index, position, end


def find(
    phrases: PhraseSet | Iterable[Phrase], words: Words, first: int = 0, last: int | None = None
) -> tuple[Match, ...]:
    """Return where `phrases` stand in the tokens `first` to `last` of `words`; see `PhraseSet.find`.

    >>> text = cut("The complete, verifiable, and irreversible denuclearization of the peninsula")
    >>> [(match.first, match.last) for match in find([compile_phrase("irreversible denuclearis*")], text)]
    [(6, 8)]
    """
    wanted = phrases if isinstance(phrases, PhraseSet) else PhraseSet(phrases)
    return wanted.find(words, first, last)


def keys_of(text: str) -> tuple[str, ...]:
    """Return what of `text` the matcher looks at: two texts with the same keys are one wording.

    >>> keys_of("Complete, verifiable, and irreversible") == keys_of("complete, verifiable and irreversible")
    True
    """
    return tuple(_keys(cut(text).norms)[0])


def _keys(norms: tuple[str, ...]) -> tuple[list[str], list[int]]:
    """Return the keys of `norms` in order, and where among them serial commas stood that were left out."""
    keys = list(chain.from_iterable(map(_KEYS.__getitem__, norms)))
    commas, place = [], -1
    for _ in range(keys.count(",")):
        place = keys.index(",", place + 1)
        if keys[place + 1 : place + 2] in (["and"], ["or"]):
            commas.append(place)
    return _without(keys, commas), commas


def _places(norms: tuple[str, ...], commas: list[int]) -> list[int]:
    """Return for each key of `norms`, serial `commas` left out, the index of its token."""
    return _without([place for place, norm in enumerate(norms) for _ in _KEYS[norm]], commas)


def _without(values: list[_Value], places: list[int]) -> list[_Value]:
    """Take those at the rising `places` out of `values`, and return what is left."""
    for place in reversed(places):
        del values[place]
    return values
