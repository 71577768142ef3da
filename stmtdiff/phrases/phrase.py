"""A phrase: its pattern, and the rows of parts that it is read as.

In a pattern ``word*`` is a prefix, a lone ``*`` any one word, ``...`` a gap of at most five words inside a sentence;
what it chooses between is read by `syntax`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import permutations
from typing import Literal, NamedTuple

from stmtdiff.errors import SettingsError
from stmtdiff.model import Words
from stmtdiff.patterns import later
from stmtdiff.phrases.keys import KEYS, REMEMBERED, fold_spelling
from stmtdiff.phrases.syntax import Syntax, broken, choices_of, heads, read_otherwise, wordings
from stmtdiff.trie import Part
from stmtdiff.words import words as cut

GAP_PART: Part = ("gap", "")
_MEMBERS = 4  # of a list whose other orders are looked for: 4 have 24 orders
_JOINT = later(r"\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+")
_LIST = later(r"[\w', -]+")
_PLAIN = later(r"[A-Za-z0-9 ]*[A-Za-z0-9][A-Za-z0-9 ]*")
_recalled: dict[str, str] = {}  # patterns of schema 2 that need not be parsed -> what `written_out` says of them


class Phrase(NamedTuple):
    """A pattern that is known to be well formed: `compile_phrase` has looked at it, now or when a pack was made.

    `syntax` is how its bars are read; it is 1 only where a file of that schema means something else by them.
    """

    pattern: str
    syntax: Syntax = 2

    @property
    def readings(self) -> tuple[tuple[Part, ...], ...]:
        """Return its choices, each a sequence of parts; of a pack's thousand phrases a text asks for a few."""
        return _readings(self.pattern, self.syntax)


def by_beginnings(phrases: Iterable[Phrase]) -> dict[str, list[int]]:
    """Return the numbers of `phrases` by each word that they can begin with, written as in a pattern.

    >>> by_beginnings([compile_phrase("(grave|deep) concern"), compile_phrase("grave* raid | * raid")])
    {'grave': [0], 'deep': [0], 'grave*': [1], '*': [1]}
    """
    found: dict[str, list[int]] = {}
    for number, (pattern, syntax) in enumerate(phrases):
        known = _recalled.get(pattern) if syntax == 2 else None
        for word in known.split("|", 1)[0].split(" ") if known else _beginnings(pattern, syntax):
            found.setdefault(word, []).append(number)
    return found


def _beginnings(pattern: str, syntax: Syntax) -> Iterable[str]:
    """Return the words that a pattern can begin with; of nearly all they can be told without the readings."""
    rows = [_parts(words[0], pattern) for head in heads(pattern, syntax) if (words := _row(head))]
    if not all(row and row[0][1][:1].isalnum() for row in rows):
        rows = [*_readings(pattern, syntax)]
    return dict.fromkeys(_written(row[0]) for row in rows)


def compile_phrase(pattern: str, syntax: Syntax = 2) -> Phrase:
    """Return `pattern` ready for a `PhraseSet`, its bars read as in schema 2, or as in files of schema 1.

    Raises:
        SettingsError: when the pattern holds no word, begins or ends with a gap, has an empty choice, a bracket with
            a choice that is not closed, or a star in front of or inside a word.
    """
    _readings(pattern, syntax)
    return Phrase(pattern, syntax if syntax == 1 and read_otherwise(pattern) else 2)


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


def reordered(phrase: Phrase) -> Phrase | None:
    """Return the phrase that finds the members of a list in any other order; None for what is no list of a few.

    What stands before the first member and behind the last stays there: "the (full) and (lasting) peace".

    >>> reordered(compile_phrase("full and lasting peace")).pattern
    'lasting and full peace'
    """
    joints = _JOINT.findall(phrase.pattern)
    rows = [member.split() for member in _JOINT.split(phrase.pattern)]
    if not 2 <= len(rows) <= _MEMBERS or not _LIST.fullmatch(phrase.pattern) or not joints[-1].strip(" ,"):
        return None
    found = dict.fromkeys(
        wording for unit in sorted({1, min(map(len, rows))}) for wording in _orders(rows, unit, joints[-1].strip(" ,"))
    )
    return compile_phrase("|".join(found)) if found else None


def _orders(rows: Sequence[Sequence[str]], unit: int, last: str) -> Iterator[str]:
    """Yield a list of members of `unit` words each in every order but its own."""
    own = [rows[0][-unit:], *rows[1:-1], rows[-1][:unit]]
    if any(len(row) != unit for row in own) or len(set(map(tuple, own))) < len(own):
        return
    for way in list(permutations(own))[1:]:
        yield " ".join([*rows[0][:-unit], " , ".join(map(" ".join, way[:-1])), last, *way[-1], *rows[-1][unit:]])


class _Parts(dict[str, Part]):
    """The part that each word of readings that are written out stands for, made once."""

    def __missing__(self, word: str) -> Part:
        self[word] = part = _written_part(word)
        return part


_PARTS = _Parts()


def _written_part(word: str) -> Part:
    if word == "...":
        return GAP_PART
    if word == "*":
        return ("any", "")
    return ("prefix", word[:-1]) if word.endswith("*") else ("word", word)


def written_out(phrase: Phrase) -> str:
    """Return the beginnings of a phrase of schema 2 and its readings as `recall` takes them.

    Without the readings if they are parsed as fast.

    >>> written_out(compile_phrase("(grave|deep) concern over denuclearization | alarm*"))
    'alarm* deep grave|grave concern over denuclearisation|deep concern over denuclearisation|alarm*'
    >>> written_out(compile_phrase("grave concern"))
    'grave'
    """
    begun = " ".join(sorted(_beginnings(phrase.pattern, 2)))
    if _PLAIN.fullmatch(phrase.pattern):
        return begun
    return "|".join([begun, *(" ".join(map(_written, reading)) for reading in _parsed(phrase.pattern, 2))])


def _written(part: Part) -> str:
    kind, key = part
    return {"word": key, "prefix": f"{key}*", "any": "*", "gap": "..."}[kind]


def recall(readings: Mapping[str, str]) -> None:
    """Take patterns of schema 2, each with what `written_out` says of it, so that none of them is parsed.

    Of the thousands of phrases of the packs a text asks for many hundred, and to parse them takes as long as a diff.
    With what the others begin they are put aside.
    """
    _recalled.update(readings)


@lru_cache(maxsize=REMEMBERED)
def _readings(pattern: str, syntax: Syntax) -> tuple[tuple[Part, ...], ...]:
    if syntax == 2 and (known := _recalled.get(pattern)) and "|" in known:
        return tuple([tuple(map(_PARTS.__getitem__, reading.split(" "))) for reading in known.split("|")[1:]])
    return _parsed(pattern, syntax)


def _parsed(pattern: str, syntax: Syntax) -> tuple[tuple[Part, ...], ...]:
    if _PLAIN.fullmatch(pattern):
        return (tuple([("word", fold_spelling(word)) for word in pattern.lower().split()]),)
    return tuple([_reading(wording, pattern) for wording in wordings(choices_of(pattern, syntax))])


def _row(wording: str) -> list[str]:
    return wording.replace("...", " ... ").split()


def _reading(wording: str, pattern: str) -> tuple[Part, ...]:
    parts = [part for word in _row(wording) for part in _parts(word, pattern)]
    if len(parts) > 1 and GAP_PART in (parts[0], parts[-1]):
        raise broken(pattern, "begins or ends with a gap", "write '...' only between two words")
    if not any(key[:1].isalnum() for _, key in parts):
        raise broken(pattern, "has no word", "write at least one word")
    return _without_serial_commas(parts)


def _parts(word: str, pattern: str) -> tuple[Part, ...]:
    if word == "...":
        return (GAP_PART,)
    if word == "*":
        return (("any", ""),)
    stem = word.removesuffix("*")
    kind: Literal["word", "prefix"] = "word" if stem == word else "prefix"
    if stem.isascii() and stem.isalnum():
        return ((kind, fold_spelling(stem.lower())),)
    if "*" in stem:
        raise broken(
            pattern,
            "has a star that is not at the end of a word",
            "'word*' means words with this beginning, '*' means any one word",
        )
    keys = [key for norm in cut(stem).norms for key in KEYS[norm]]
    return (*[("word", key) for key in keys[:-1]], *[(kind, key) for key in keys[-1:]])


def _without_serial_commas(parts: list[Part]) -> tuple[Part, ...]:
    following = [*parts[1:], GAP_PART]
    return tuple(
        part
        for part, after in zip(parts, following, strict=True)
        if part != ("word", ",") or after not in (("word", "and"), ("word", "or"))
    )
