"""Where the words of a rule that compares clauses are in a sentence, each word in one sense."""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from stmtdiff.model import Paragraph, Sentence, Words
from stmtdiff.phrases import PhraseSet
from stmtdiff.rules.pack import Rule, Sense

_NOUNS = frozenset({"quantity", "burden"})
_PLAIN = _NOUNS | {"level"}  # senses that a part of a compound does not have


class Mark(NamedTuple):
    """Words in their first sense: the half-open range of tokens that they cover, and the senses that they have."""

    sense: Sense
    first: int
    last: int
    senses: tuple[Sense, ...]

    def sense_of(self, kind: str) -> Sense | None:
        """Return its sense of one kind, None where it has none."""
        for sense in self.senses:
            if sense.of == kind:
                return sense
        return None

    def of(self, topic: str) -> Sense | None:
        """Return the sense beside a quantity of `topic`, one made for it before one for any; None without one."""
        fitting = [sense for sense in self.senses if sense.name in ("", topic)]
        return max(fitting, key=lambda sense: sense.name, default=None)


def _is_part(norm: str, sense: Sense) -> bool:
    """Say whether a word of a sense is but a part of a compound: "stronger-than-expected" is no such compound."""
    if "-" not in norm or "-than-" in norm:
        return False
    return sense.of in _NOUNS or all(norm != term.pattern for term in sense.terms)  # "two-sided" is a term itself


class Lexicon:
    """The senses of one rule, looked for in one pass over a sentence."""

    __slots__ = ("_quantities", "_senses", "_set")

    def __init__(self, rule: Rule) -> None:
        """Gather the terms of all senses of `rule`."""
        taken: dict[str, list[Sense]] = {}
        for sense in rule.senses:
            for term in sense.terms:
                taken.setdefault(term.pattern, []).append(sense)
        terms = {term.pattern: term for sense in rule.senses for term in sense.terms}
        self._senses = tuple(tuple(taken[pattern]) for pattern in terms)
        self._set = PhraseSet(terms.values())
        pairs = zip(terms.values(), self._senses, strict=True)
        self._quantities = PhraseSet(term for term, senses in pairs if _is_told_of(senses[0]))

    def marks(self, words: Words, first: int, last: int) -> list[Mark]:
        """Return the marks in the tokens `first` to `last` (half-open), in order; of two that overlap the longer."""
        found: dict[tuple[int, int], tuple[Sense, ...]] = {}
        for index, start, end in self._set.places(words, first, last):
            senses = self._senses[index]
            if senses[0].of in _PLAIN and end - start == 1 and _is_part(words.norms[start], senses[0]):
                continue  # "pre-pandemic" is no pandemic, and "high-standard" not high
            found[start, end] = found.get((start, end), ()) + senses
        kept: list[Mark] = []
        for start, end in sorted(found, key=lambda place: (place[0], -place[1])):
            if not kept or kept[-1].last <= start:
                kept.append(Mark(found[start, end][0], start, end, found[start, end]))
        return kept

    def most_quantities(self, words: Words) -> int:
        """Return a number of quantities that no sentence of `words` has more of, without a search for any."""
        return self._quantities.most(words)


class Marked:
    """The marks of the sentences of one comparison, each sentence looked at once."""

    __slots__ = ("_found", "_lexicon")

    def __init__(self, lexicon: Lexicon) -> None:
        """Prepare to look with the words of `lexicon`."""
        self._lexicon = lexicon
        self._found: dict[tuple[int, int], list[Mark]] = {}  # by the id of paragraphs, which the statements keep alive

    def marks(self, paragraph: Paragraph, sentence: Sentence) -> list[Mark]:
        """Return the marks in a sentence, in order; their tokens are the paragraph's."""
        key = id(paragraph), sentence.index
        if key not in self._found:
            self._found[key] = self._lexicon.marks(paragraph.words, sentence.first, sentence.last)
        return self._found[key]

    def has_quantities(self, paragraph: Paragraph, least: int) -> bool:
        """Say whether so many quantities or more are named in a paragraph, those that nothing is read of left out."""
        if self._lexicon.most_quantities(paragraph.words) < least:
            return False
        marks = (mark for sentence in paragraph.sentences for mark in self.marks(paragraph, sentence))
        found = islice((mark for mark in marks if _is_told_of(mark.sense)), least)
        return sum(1 for _ in found) == least


def _is_told_of(sense: Sense) -> bool:
    return sense.of == "quantity" and sense.worth != 0


def named(mark: Mark, *kinds: str) -> bool:
    """Say whether a mark is of one of some kinds."""
    return mark.sense.of in kinds


def before(marks: Sequence[Mark], place: int, *kinds: str) -> Mark | None:
    """Return the last mark of one of some kinds that ends at token `place` or before it, None where there is none."""
    return next((mark for mark in reversed(marks) if mark.last <= place and mark.sense.of in kinds), None)
