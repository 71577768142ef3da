"""Widen a shift to words that can be filed.

"grave" says nothing, "expressed grave concern at the missile tests" does.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from stmtdiff.grammar import FUNCTION_WORDS
from stmtdiff.model import Paragraph, Sentence, Statement, Words
from stmtdiff.spans import Span

_BEFORE, _AFTER = 4, 6  # words added on either side
_EXTRA = 4  # words more, so as not to end on an article or a preposition
_REST = 3  # words more, where a clause begins or ends with them
_DETERMINERS = frozenset("a an the this these those its their our his her no all any each".split())
_NEVER_FIRST = FUNCTION_WORDS - _DETERMINERS - frozenset("that it they we he she who not there".split())
_BREAKS = frozenset(".!?;:。")


class Widener:
    """Widens spans of one statement, inside their sentences."""

    def __init__(self, statement: Statement) -> None:
        """Prepare to widen spans of `statement`."""
        self.statement = statement
        self._starts = [paragraph.span.start for paragraph in statement.paragraphs]

    def paragraph_at(self, place: int) -> Paragraph | None:
        """Return the paragraph that `place` lies in or behind, None in an empty statement."""
        index = bisect_right(self._starts, place) - 1
        return self.statement.paragraphs[max(0, index)] if self.statement.paragraphs else None

    def sentences(self, span: Span) -> tuple[Sentence, ...]:
        """Return the sentences that `span` touches; an empty span touches the one that it stands in or before."""
        paragraph = self.paragraph_at(span.start)
        if paragraph is None:
            return ()
        touched = tuple(s for s in paragraph.sentences if s.span.start < span.end and span.start < s.span.end)
        if touched or len(span):
            return touched
        return tuple(s for s in paragraph.sentences if span.start <= s.span.end)[:1]

    def tokens_between(self, first: int, last: int) -> int:
        """Return how many tokens of a paragraph lie between two places in it."""
        paragraph = self.paragraph_at(first)
        if paragraph is None:
            return 0
        start, words = paragraph.body.start, paragraph.words
        return max(0, bisect_right(words.ends, last - start) - bisect_left(words.starts, first - start))

    def is_whole(self, span: Span) -> bool:
        """Say whether `span` covers nothing but whole sentences."""
        text = self.statement.text
        sentences = self.sentences(span)
        return bool(sentences) and not any(
            map(str.isalnum, text[sentences[0].span.start : span.start] + text[span.end : sentences[-1].span.end])
        )

    def widened(self, span: Span) -> Span | None:
        """Return `span` with a few words of its sentence around it; None where there is no sentence."""
        sentences, paragraph = self.sentences(span), self.paragraph_at(span.start)
        if not sentences or paragraph is None:
            return None
        start, words = paragraph.body.start, paragraph.words
        low, high = sentences[0].first, sentences[-1].last
        first = min(max(low, bisect_right(words.ends, span.start - start)), high)
        last = max(first, min(high, bisect_left(words.starts, span.end - start)))
        first, last = _left(words.norms, first, low), _right(words.norms, last, high)
        if first == last:
            return None
        first = self._name(words, start, first, low)
        while first < last and not words.norms[first][:1].isalnum() and words.norms[first] not in "([\"'$€£":
            first += 1
        return Span(start + words.starts[first], start + words.ends[last - 1]) if first < last else None

    def _name(self, words: Words, start: int, first: int, low: int) -> int:
        """Return `first`, or where the name in capitals begins that it would cut."""

        def is_named(token: int) -> bool:
            return self.statement.text[start + words.starts[token]].isupper()

        begun = first
        while begun > low and is_named(begun) and is_named(begun - 1):
            begun -= 1
        return begun - 1 if begun < first and begun > low and words.norms[begun - 1] in _DETERMINERS else begun


def _left(norms: Sequence[str], changed: int, low: int) -> int:
    """Return where a wording begins that is to hold the token `changed`, `low` at the earliest."""
    first, count = changed, 0
    while first > low and count < _BEFORE:
        norm = norms[first - 1]
        if norm in _BREAKS or (norm == "," and count > 1):
            break
        count += norm[:1].isalnum()
        first -= 1
    opening = next(
        (place for place in range(first, max(low, first - _REST) - 1, -1) if _opens(norms, place, low)), None
    )
    if opening is not None:
        return opening
    while first > low and norms[first] == "of" and norms[first - 1][:1].isalnum():  # "balance of risks", not "of risks"
        first -= 1
    while first < changed and norms[first] in _NEVER_FIRST:
        first += 1
    return first - 1 if first > low and norms[first - 1] in _DETERMINERS else first


def _opens(norms: Sequence[str], place: int, low: int) -> bool:
    """Say whether a clause opens at a token."""
    return place == low or norms[place - 1] in _BREAKS or norms[place - 1] == ","


def _right(norms: Sequence[str], changed: int, high: int) -> int:
    """Return where a wording ends that is to hold the tokens up to `changed`, `high` at the latest."""
    last, count = changed, 0
    while last < high and (count < _AFTER or (count < _AFTER + _EXTRA and norms[last - 1] in FUNCTION_WORDS)):
        norm = norms[last]
        if norm in _BREAKS or (norm == "," and count > 1):
            break
        count += norm[:1].isalnum()
        last += 1
    ends = range(last, min(high, last + _REST) + 1)
    last = next((place for place in ends if place == high or norms[place] in _BREAKS or norms[place] == ","), last)
    while last > changed and not norms[last - 1][:1].isalnum() and norms[last - 1] not in ")]\"'%":
        last -= 1
    return last
