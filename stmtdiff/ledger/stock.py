"""The words of one text in a row, in which wordings of the other text are looked up before anything is said of them.

Only words count here: a comma, a capital, a line break or a British spelling is no word that came or went. Notes are
looked into as well, for what is in a note has not gone.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache

from stmtdiff.grammar import spelling, stem
from stmtdiff.languages.english import FUNCTION_WORDS
from stmtdiff.model import Paragraph, Statement
from stmtdiff.spans import Span

RUN = 5  # words in a row that are no chance: where they stand in both texts, they neither came nor went
_one = lru_cache(maxsize=16384)(spelling)


class Stock:
    """The words of one statement and of its notes, by where they stand."""

    def __init__(self, statement: Statement) -> None:
        """Gather the words of `statement`."""
        self.statement = statement
        units = [*statement.paragraphs, *(one for note in statement.footnotes for one in note.paragraphs)]
        rows = [row for unit in sorted(units, key=lambda unit: unit.body.start) for row in _words(unit)]
        self._starts = [row[0] for row in rows]
        self._ends = [row[1] for row in rows]
        self.norms = [row[2] for row in rows]
        self._met: dict[int, bytes] = {}
        self._by_length: dict[int, dict[tuple[str, ...], list[int]]] = {}
        self._places = cache(self._find)

    @cached_property
    def runs(self) -> dict[tuple[str, ...], list[int]]:
        """Return where each `RUN` of words stands, by the numbers of its first words."""
        return self._rows(RUN)

    def _rows(self, length: int) -> dict[tuple[str, ...], list[int]]:
        if length not in self._by_length:
            found: dict[tuple[str, ...], list[int]] = defaultdict(list)
            for place, row in enumerate(zip(*(self.norms[at:] for at in range(length)), strict=False)):
                found[row].append(place)
            self._by_length[length] = dict(found)
        return self._by_length[length]

    def met(self, other: "Stock") -> bytes:
        """Return for each word whether a `RUN` of words that begins with it stands in `other`: 1 or 0."""
        if id(other) not in self._met:
            columns = [self.norms[at:] for at in range(RUN)]
            self._met[id(other)] = bytes(run in other.runs for run in zip(*columns, strict=False))
        return self._met[id(other)]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Return all words."""
        return frozenset(self.norms)

    def holds(self, norms: Sequence[str]) -> bool:
        """Say whether `norms`, one word and more, stand here in a row."""
        return bool(self._places(tuple(norms)))

    def count(self, norms: Sequence[str]) -> int:
        """Return how often `norms` stand here in a row."""
        return len(self._places(tuple(norms)))

    def _find(self, norms: tuple[str, ...]) -> Sequence[int]:
        """Return where `norms` stand in a row, by the numbers of their first words; tried where its rarest part is."""
        if not norms or not self.vocabulary.issuperset(norms):
            return ()
        length = RUN if len(norms) >= RUN else 1
        rows = self._rows(length)
        found = [rows.get(norms[at : at + length], []) for at in range(len(norms) - length + 1)]
        before = min(range(len(found)), key=lambda at: len(found[at]))
        starts = (place - before for place in found[before] if place >= before)
        return [start for start in starts if (*self.norms[start : start + len(norms)],) == norms]

    def norms_of(self, norms: Iterable[str]) -> list[str]:
        """Return words as they are looked up here, without marks."""
        return [_one(norm) for norm in norms if any(map(str.isalnum, norm))]

    def range_of(self, span: Span) -> range:
        """Return the numbers of the words that share a code point with `span`."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))

    def words_of(self, span: Span) -> list[str]:
        """Return the words that share a code point with `span`."""
        places = self.range_of(span)
        return self.norms[places.start : places.stop]

    @cached_property
    def _stems(self) -> list[str]:
        """Return the stem of each word of meaning, "" for every other word."""
        return [stem(norm) if norm[:1].isalnum() and norm not in FUNCTION_WORDS else "" for norm in self.norms]

    def matter_of(self, span: Span) -> Iterator[str]:
        """Yield the stems of the words of meaning that share a code point with `span`."""
        places = self.range_of(span)
        return filter(None, self._stems[places.start : places.stop])

    def span_of(self, first: int, last: int) -> Span:
        """Return where the words from number `first` up to `last` stand."""
        return Span(self._starts[first], self._ends[last - 1])


def count_of(norms: Sequence[str], words: Sequence[str]) -> int:
    """Return how often `norms`, one word and more, stand in a row in `words`."""
    length = len(norms)
    return sum(words[at : at + length] == norms for at in range(len(words) - length + 1)) if norms else 0


def _words(unit: Paragraph) -> Iterator[tuple[int, int, str]]:
    base, words = unit.body.start, unit.words
    for start, end, norm in zip(words.starts, words.ends, words.norms, strict=True):
        if norm.isalnum() or any(map(str.isalnum, norm)):
            yield base + start, base + end, _one(norm)
