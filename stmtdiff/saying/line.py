"""A sentence as the reader walks over it: its words in columns, without quotation marks.

The ugly case: in 'The Board said that prices "are no longer rising"' the marks part a subject from its verb.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from stmtdiff.edits.atom import is_plural_owner
from stmtdiff.model import Paragraph, Sentence, Words
from stmtdiff.spans import Span

Range = tuple[int, int]
QUOTE, APOSTROPHE = '"', "'"
_LONGEST = 240  # words that are read at once: a longer sentence is a list without full stops, and is read in parts

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]  # by their first words: most words of a sentence open none


def by_opening(phrases: Iterable[str]) -> Phrases:
    """Return phrases in words by their first one, the longest first, for `Line.longest` to look into."""
    rows: dict[str, list[tuple[str, ...]]] = {}
    for row in sorted(map(_row, phrases), key=len, reverse=True):
        rows.setdefault(row[0], []).append(row)
    return {word: tuple(found) for word, found in rows.items()}


@cache
def _row(words: str) -> tuple[str, ...]:
    return tuple(words.split())


@dataclass(frozen=True, slots=True)
class Line:
    """The words and marks of one sentence; `quoted` are the places before which a quotation mark stands.

    `known` is what was found at its places, for whoever asks again.
    """

    text: str
    norms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    named: tuple[bool, ...]
    quoted: frozenset[int]
    known: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.norms)

    def word(self, at: int) -> str:
        """Return the word at a place, "" outside the sentence."""
        return self.norms[at] if 0 <= at < len(self.norms) else ""

    def has(self, at: int, words: str) -> int:
        """Return where a row of words that begins at `at` ends, 0 where it does not stand there."""
        row = _row(words)
        return at + len(row) if self.norms[at : at + len(row)] == row else 0

    def longest(self, at: int, phrases: Phrases) -> int:
        """Return where the longest of some phrases that begin at `at` ends, 0 where none stands there."""
        norms = self.norms
        if not 0 <= at < len(norms):
            return 0
        for row in phrases.get(norms[at], ()):
            if norms[at : at + len(row)] == row:
                return at + len(row)
        return 0

    def span(self, place: Range) -> Span:
        """Return where some words stand in the statement's text; a quotation that opens in them is closed in them."""
        first, last = place
        start, end = self.starts[first], self.ends[last - 1]
        if not self.quoted:
            return Span(start, end)
        behind = self.text[end : end + 1]
        marks = [mark in self.quoted for mark in range(first + 1, last)]
        if last in self.quoted and sum(marks) % 2 == 1 and behind in "\"'”’»":
            end += 1
        return Span(start, end)


def line_of(text: str, paragraph: Paragraph, sentence: Sentence) -> Line:
    """Return a sentence of a paragraph as a line; `text` is the whole statement's.

    The apostrophe of a plural owner belongs to its word: "the ferries' dues".
    """
    words, base = paragraph.words, paragraph.body.start
    norms = words.norms[sentence.first : sentence.last]
    if QUOTE not in norms and APOSTROPHE not in norms:
        starts = [base + start for start in words.starts[sentence.first : sentence.last]]
        ends = [base + end for end in words.ends[sentence.first : sentence.last]]
        named = [text[start].isupper() for start in starts]
        return Line(text, norms, tuple(starts), tuple(ends), tuple(named), frozenset())
    kept: list[Range] = []  # the tokens of each word
    quoted: set[int] = set()
    for token in range(sentence.first, sentence.last):
        if words.norms[token] == APOSTROPHE and _is_owner(words, token - 1, sentence.first):
            kept[-1] = kept[-1][0], token + 1
        elif words.norms[token] in (QUOTE, APOSTROPHE):
            quoted.add(len(kept))
        else:
            kept.append((token, token + 1))
    return Line(
        text,
        tuple("".join(words.norms[first:last]) for first, last in kept),
        tuple(base + words.starts[first] for first, _ in kept),
        tuple(base + words.ends[last - 1] for _, last in kept),
        tuple(text[base + words.starts[first]].isupper() for first, _ in kept),
        frozenset(quoted),
    )


def _is_owner(words: Words, token: int, first: int) -> bool:
    """Say whether the apostrophe behind a token makes it a plural owner."""
    return token >= first and words.norms[token].endswith("s") and is_plural_owner(words, token, first)


def stretches(norms: Sequence[str]) -> Iterator[Range]:
    """Yield a sentence as one range of its words, or one without end in parts, each up to a semicolon or comma."""
    first = 0
    while len(norms) - first > _LONGEST:
        reach = range(first + _LONGEST, first + _LONGEST // 2, -1)
        cuts = (next((last for last in reach if norms[last - 1] == mark), 0) for mark in (";", ","))
        last = next(filter(None, cuts), first + _LONGEST)
        yield first, last
        first = last
    yield first, len(norms)


def trimmed(
    line: Line, first: int, last: int, marks: Sequence[str] = (",", ";", ":", ".", "-", "and", "or", "!")
) -> Range:
    """Return a range without the marks and joining words at its edges."""
    while first < last and line.norms[first] in marks:
        first += 1
    while first < last and line.norms[last - 1] in marks:
        last -= 1
    return first, last
