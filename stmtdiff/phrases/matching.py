"""Look for many phrases in one pass over the tokens of a text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stmtdiff.model import Words
from stmtdiff.phrases.keys import KEYS, REMEMBERED, keys_and_commas, places
from stmtdiff.phrases.phrase import Phrase, by_beginnings
from stmtdiff.trie import Node, Part, Reading


@dataclass(frozen=True, slots=True)
class Match:
    """Where a phrase stands: a half-open range of tokens. `index` is its place in the set."""

    index: int
    phrase: Phrase
    first: int
    last: int


class _Starts(dict[str, Node | None]):
    """What follows on a key that a phrase begins with; None for nearly all keys.

    Of the phrases that no text has asked for only the beginnings are known.
    """

    __slots__ = ("_lengths", "_phrases", "_prefixes", "_words")

    def __init__(self, phrases: tuple[Phrase, ...]) -> None:
        self._phrases = phrases
        self._words = by_beginnings(phrases)
        self._prefixes = {word[:-1]: places for word, places in self._words.items() if word[-1] == "*"}
        self._lengths = sorted(set(map(len, self._prefixes)))

    def __missing__(self, key: str) -> Node | None:
        if len(self) > REMEMBERED:
            self.clear()
        begun = [*self._words.get(key, ())]
        for length in self._lengths:
            if length or key[0].isalnum():
                begun += self._prefixes.get(key[:length], ())
        self[key] = node = self._node(key, begun) if begun else None
        return node

    def _node(self, key: str, begun: list[int]) -> Node:
        """Return what follows on `key` in the phrases at the indexes `begun`."""
        node = Node()
        for index in sorted(set(begun)):
            for first, *others in self._phrases[index].readings:
                if _can_be(first, key):
                    node.add(others, index)
        return node


def _can_be(part: Part, key: str) -> bool:
    """Say whether the first part of a phrase can be the word or mark `key`."""
    kind, text = part
    if kind == "any":
        return key[0].isalnum()
    return key == text if kind == "word" else key.startswith(text)


class _Openers(dict[str, bool]):
    """Whether a phrase can begin with a norm; most paragraphs hold no such norm and are done with at once."""

    __slots__ = ("starts",)

    def __init__(self, starts: _Starts) -> None:
        self.starts = starts

    def __missing__(self, norm: str) -> bool:
        if len(self) > REMEMBERED:
            self.clear()
        self[norm] = is_opener = any(self.starts[key] for key in KEYS[norm])
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
        found = self.places(words, first, last)
        return tuple(Match(index, self.phrases[index], start, end) for index, start, end in found)

    def places(self, words: Words, first: int = 0, last: int | None = None) -> list[tuple[int, int, int]]:
        """Return of what `find` finds no more than the index of each phrase and the tokens that it covers."""
        norms = words.norms[first:last]
        if not any(map(self._openers.__getitem__, norms)):
            return []
        found = list(self._found(keys_and_commas(norms)[0]))
        at = places(norms) if found else []
        return [(index, first + at[start], first + at[end - 1] + 1) for index, start, end in found]

    def most(self, words: Words) -> int:
        """Return a number of places that no search in `words` finds more of: that of the words that open a phrase."""
        return sum(map(self._openers.__getitem__, words.norms))

    def stands_in(self, words: Words) -> bool:
        """Say whether any of the phrases stands in `words`."""
        if not any(map(self._openers.__getitem__, words.norms)):
            return False
        return any(True for _ in self._found(keys_and_commas(words.norms)[0]))

    def _found(self, keys: tuple[str, ...]) -> Iterator[tuple[int, int, int]]:
        """Yield the index of each phrase found, with the half-open range of keys that it covers."""
        free: dict[int, int] = {}  # up to where the last match of a phrase reaches
        reach = 0  # and the last one of all
        reading = Reading(keys)
        following = (*keys[1:], "")
        for position, node in enumerate(map(self._starts.__getitem__, keys)):
            if node is None:
                continue
            if following[position] not in node.words and not node.goes_on:
                if not node.ends:
                    continue  # most beginnings of phrases die on this
                ends = [(index, position + 1) for index in node.ends]
            elif position < reach and all(free.get(index, 0) > position for index in node.past):
                continue
            else:
                ends = reading.ends(node, position + 1)
            for index, end in ends:
                if free.get(index, 0) <= position:
                    free[index] = end
                    reach = max(reach, end)
                    yield index, position, end


def find(
    phrases: PhraseSet | Iterable[Phrase], words: Words, first: int = 0, last: int | None = None
) -> tuple[Match, ...]:
    """Return where `phrases` stand in the tokens `first` to `last` of `words`; see `PhraseSet.find`.

    >>> from stmtdiff.phrases import compile_phrase
    >>> from stmtdiff.words import words as cut
    >>> text = cut("The complete, verifiable, and irreversible denuclearization of the peninsula")
    >>> [(match.first, match.last) for match in find([compile_phrase("irreversible denuclearis*")], text)]
    [(6, 8)]
    """
    wanted = phrases if isinstance(phrases, PhraseSet) else PhraseSet(phrases)
    return wanted.find(words, first, last)
