"""What a rule sees of a shift: the sentences around it on both sides, and which words changed.

The ugly case: "expressed grave concern" became "expressed concern". The shift is the word "grave"
against nothing, and says nothing by itself; the rule must see "grave concern" against "concern".
So each side shows the whole of its sentences, and marks the changed range in them, which on the
new side here is empty and lies before "concern".
"""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from stmtdiff.languages import ENGLISH, Language, load
from stmtdiff.model import Paragraph, Sentence, Statement, Words
from stmtdiff.shifts.shift import Shift
from stmtdiff.spans import Span
from stmtdiff.words import words

NOTHING = Words((), (), ())


class Side(NamedTuple):
    """The sentences around one side of a shift.

    `text` is the whole statement's, and the offsets of `words` count from `start` in it. `first` and
    `last` are the half-open range of tokens that changed; they are equal where nothing stands on this side.
    """

    text: str
    start: int
    words: Words
    first: int
    last: int
    paragraph: Paragraph | None
    language: Language = ENGLISH
    sentences: tuple[Sentence, ...] = ()

    def has(self, sentence: int) -> bool:
        """Say whether the sentence with the index `sentence` is one of those around the change."""
        return any(one.index == sentence for one in self.sentences)

    def quote(self, first: int, last: int) -> str:
        """Return the text of the tokens from `first` to `last` (half-open), with its white space as single spaces."""
        return " ".join(self.span(first, last).of(self.text).split()) if first < last else ""

    def span(self, first: int, last: int) -> Span:
        """Return where the tokens from `first` to `last` (half-open, not empty) stand in the text."""
        return Span(self.start + self.words.starts[first], self.start + self.words.ends[last - 1])

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open range of tokens that have a code point between `start` and `end` of the text."""
        words = self.words
        return bisect_right(words.ends, start - self.start), bisect_left(words.starts, end - self.start)

    def is_changed(self, first: int, last: int) -> bool:
        """Say whether one of the tokens from `first` to `last` (half-open) changed, or the change parts them."""
        if self.first == self.last:
            return first < self.first < last
        return first < self.last and self.first < last

    def is_touching(self, first: int, last: int) -> bool:
        """Say whether the tokens `first` to `last` end where the change begins, or begin where it ends."""
        return last == self.first or first == self.last


class Sight(NamedTuple):
    """A shift with both of its sides. `is_whole` where whole sentences come or go."""

    shift: Shift
    old: Side
    new: Side
    is_whole: bool


def trimmed(sight: Sight) -> Sight:
    """Return a shift without the words that both of its sides begin or end with: "(coordinate and) cooperate"."""
    old, new = sight.old.words.norms, sight.new.words.norms
    first, last = (sight.old.first, sight.new.first), (sight.old.last, sight.new.last)
    while first[0] < last[0] and first[1] < last[1] and old[first[0]] == new[first[1]]:
        first = first[0] + 1, first[1] + 1
    while first[0] < last[0] and first[1] < last[1] and old[last[0] - 1] == new[last[1] - 1]:
        last = last[0] - 1, last[1] - 1
    if last[0] - first[0] == sight.old.last - sight.old.first:
        return sight
    return sight._replace(
        old=sight.old._replace(first=first[0], last=last[0]),
        new=sight.new._replace(first=first[1], last=last[1]),
    )


class Viewer:
    """Cuts out the words around places in one statement, once for all shifts that stand among them."""

    __slots__ = ("_cut", "_language", "statement")

    def __init__(self, statement: Statement) -> None:
        """Prepare to look at `statement`."""
        self.statement = statement
        self._language = load(statement.language)
        self._cut: dict[tuple[int, int, int], Words] = {}

    def side(self, span: Span | None, at: int, *, is_whole: bool) -> Side:
        """Return the sentences that `span` touches or, without one, the sentence in which the code point `at` is.

        Where whole sentences come or go (`is_whole`), a side without a span has no words.
        """
        place = span or Span(at, at)
        paragraph = self.statement.paragraph_at(place.start)
        sentences = paragraph.sentences_at(place) if paragraph and (span or not is_whole) else ()
        if paragraph is None or not sentences:
            return Side(self.statement.text, 0, NOTHING, 0, 0, paragraph)
        low, high = sentences[0].first, sentences[-1].last
        first, last = (min(max(token, low), high) - low for token in paragraph.tokens_at(place))
        shown = self._words(paragraph, low, high)
        return Side(
            self.statement.text, paragraph.body.start, shown, first, last, paragraph, self._language, tuple(sentences)
        )

    def holds(self, term: str) -> bool:
        """Say whether the words of `term` stand anywhere in the statement."""
        wanted = words(term).norms
        return any(
            wanted == paragraph.words.norms[place : place + len(wanted)]
            for paragraph in self.statement.paragraphs
            if wanted[0] in paragraph.words.norms
            for place, norm in enumerate(paragraph.words.norms)
            if norm == wanted[0]
        )

    def _words(self, paragraph: Paragraph, first: int, last: int) -> Words:
        own, key = paragraph.words, (paragraph.index, first, last)
        if (first, last) == (0, len(own)):
            return own
        if key not in self._cut:
            self._cut[key] = Words(own.starts[first:last], own.ends[first:last], own.norms[first:last])
        return self._cut[key]


def look(shift: Shift, old: Viewer, new: Viewer) -> Sight:
    """Return both sides of `shift`, cut out of the statements.

    Where whole sentences come or go, the other side has no words.
    """
    is_whole = (shift.new is None and shift.old is not None and old.statement.is_whole(shift.old)) or (
        shift.old is None and shift.new is not None and new.statement.is_whole(shift.new)
    )
    return Sight(
        shift,
        old.side(shift.old, shift.old_at, is_whole=is_whole),
        new.side(shift.new, shift.new_at, is_whole=is_whole),
        is_whole,
    )
