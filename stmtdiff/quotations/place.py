"""A statement as one run of words, in which quotations are looked for: exactly, or where they fit best."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from stmtdiff.grammar import spelling, stem
from stmtdiff.languages.english import FUNCTION_WORDS
from stmtdiff.model import Paragraph, Sentence, Statement, Words
from stmtdiff.notemarks import is_raised
from stmtdiff.phrases import Match, PhraseSet
from stmtdiff.quotations.quotation import Passage
from stmtdiff.quotations.wording import is_mark_of_quotation
from stmtdiff.saying.forms import is_adverb
from stmtdiff.spans import Span

_LEAST = 50  # of 100: what part of a quotation's weight must stand in one place to call it altered
_LIGHT = 10  # weight of a function word, of 100
_REACH = 4  # words before and behind a range in which the quotation's own first and last word are looked for
_STRAYS = 3  # words that are too few to be quoted from another paragraph
_MOVED = 2  # words beside a range in which a word of the quotation that was moved is looked for
_COST = 5  # of 100: what each word more costs that the statement has between the words of a quotation


@dataclass(frozen=True, slots=True)
class Nearest:
    """The place where most of a quotation's weight stands; `score` is that part, of 100."""

    passage: Passage
    score: int


class Place:
    """One statement, ready to be searched. Quotation marks and the marks of notes are no words of it."""

    def __init__(self, number: int, statement: Statement) -> None:
        """Gather the words of `statement`, the one with index `number` among those given."""
        self.number = number
        self.statement = statement
        starts, ends, norms = [], [], []
        called = {at for note in statement.footnotes for call in note.calls for at in range(call.start, call.end)}
        for paragraph in statement.paragraphs:
            words, base = paragraph.words, paragraph.body.start
            for start, end, norm in zip(words.starts, words.ends, words.norms, strict=True):
                if not (is_mark_of_quotation(norm) or is_raised(norm) or base + start in called):
                    starts.append(base + start)
                    ends.append(base + end)
                    norms.append(norm)
        self.words = Words(tuple(starts), tuple(ends), tuple(norms))
        self._stems_of: dict[Span, frozenset[str]] = {}

    def exact(self, phrases: PhraseSet) -> tuple[Match, ...]:
        """Return where `phrases` stand."""
        return phrases.find(self.words)

    def passage(self, first: int, last: int) -> Passage:
        """Return the passage of the tokens `first` to `last`."""
        span = Span(self.words.starts[first], self.words.ends[last - 1])
        return Passage(self.number, self.paragraph(span.start).index, span)

    def text_of(self, span: Span) -> str:
        """Return the words of a span as printed, without the marks of notes."""
        calls = sorted(call for note in self.statement.footnotes for call in note.calls if span.is_touching(call))
        text = span.of(self.statement.text)
        for call in reversed(calls):
            text = text[: max(0, call.start - span.start)] + text[call.end - span.start :]
        return text

    def paragraph(self, place: int) -> Paragraph:
        """Return the paragraph that a place in the text lies in."""
        return self.statement.paragraph_at(place) or self.statement.paragraphs[0]

    def sentence(self, place: int) -> Sentence | None:
        """Return the sentence that a place in the text lies in, None in a paragraph without words."""
        sentences = self.paragraph(place).sentences
        behind = bisect_right(sentences, place, key=lambda one: one.span.start)
        return sentences[max(0, behind - 1)] if sentences else None

    def tokens(self, span: Span) -> tuple[int, int]:
        """Return the half-open range of tokens inside a span of the text."""
        return bisect_left(self.words.starts, span.start), bisect_right(self.words.ends, span.end)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Return the words in one spelling."""
        return tuple(map(spelling, self.words.norms))

    def stems(self, span: Span) -> frozenset[str]:
        """Return the stems of the words that carry meaning in a span of the text."""
        if span not in self._stems_of:
            first, last = self.tokens(span)
            self._stems_of[span] = stems(self.words.norms[first:last])
        return self._stems_of[span]

    def nearest(self, keys: Sequence[str], least: int = _LEAST) -> Nearest | None:
        """Return the place where most of `keys` stands in order, None where that is under `least` of 100 of its weight.

        Words of `keys` that stand just outside of that place were moved, and belong to it.
        """
        from rapidfuzz.fuzz import partial_ratio_alignment

        if not self.keys or not keys:
            return None
        found = partial_ratio_alignment(keys, self.keys)
        if found is None:
            return None
        first, last = self._sentences_around(found.dest_start, max(found.dest_end, found.dest_start + 1))
        matched = _matched(keys, self.keys[first:last])
        chosen = _best_range(matched, keys)
        if chosen is None or chosen[2] < least:
            return None
        start, end, score = chosen
        start, end = self._without_strays([other + first for _, other in matched], first + start, first + end)
        start, end = start - first, end - first
        key = next(key for key, other in matched if other == start)
        begun = self._grown(keys, key, first + start, first)
        start, end = self._with_ends(keys, begun, first + end, (first, last))
        start, end = self._with_moved(keys, start, end, (first, last))
        return Nearest(self.passage(start, end), score)

    def likest_sentence(self, keys: Sequence[str]) -> Passage | None:
        """Return the first sentence of those that share most words of meaning with `keys`, None where none does."""
        wanted = stems(keys)
        shared = [(len(wanted & self.stems(sentence.span)), -sentence.index) for sentence in self.statement.sentences]
        most, at = max(shared, default=(0, 0))
        return (
            Passage(self.number, self.paragraph(span.start).index, span)
            if (most and (span := self.statement.sentences[-at].span))
            else None
        )

    def inflected(self, keys: Sequence[str]) -> Nearest | None:
        """Return the first place where `keys` stand in other forms ("condemns" for "condemned"), None where none is."""
        wanted = [stem(key) for key in keys]
        for first in range(len(self._stems) - len(wanted) + 1):
            if self._stems[first] == wanted[0] and list(self._stems[first : first + len(wanted)]) == wanted:
                return Nearest(self.passage(first, first + len(wanted)), 100)
        return None

    @cached_property
    def _stems(self) -> tuple[str, ...]:
        return tuple(map(stem, self.keys))

    def _sentences_around(self, first: int, last: int) -> tuple[int, int]:
        """Return the tokens of the sentences that the tokens `first` to `last` stand in, and of their neighbours."""
        opening, closing = self.sentence(self.words.starts[first]), self.sentence(self.words.starts[last - 1])
        if opening is None or closing is None:
            return first, last
        sentences = self.statement.sentences
        start = sentences[max(0, opening.index - 1)].span.start
        end = sentences[min(len(sentences) - 1, closing.index + 1)].span.end
        low, high = self.tokens(Span(min(start, opening.span.start), max(end, closing.span.end)))
        return min(low, first), max(high, last)

    def _grown(self, keys: Sequence[str], key: int, first: int, least: int) -> int:
        """Return where a range begins that takes in the words before it which the quotation has as well."""
        while key > 1 and first > least and self.keys[first - 1] == keys[key - 1]:
            first, key = first - 1, key - 1
        return first

    def _with_ends(self, keys: Sequence[str], first: int, last: int, within: tuple[int, int]) -> tuple[int, int]:
        """Return a range that reaches to the quotation's own first and last word, or to what they took the place of."""
        before = range(first - 1, max(within[0], first - 1 - _REACH) - 1, -1)
        after = range(last, min(within[1], last + _REACH))
        if self.keys[first] != keys[0]:
            first = next((place for place in before if self.keys[place] == keys[0]), first)
            if before and _is_alike(self.keys[before[0]], keys[0]):
                first = before[0]
                if first > within[0] and is_adverb(self.keys[first - 1]):  # "strongly condemned" for "deplored"
                    first -= 1
        if self.keys[last - 1] != keys[-1]:
            last = next((place + 1 for place in after if self.keys[place] == keys[-1]), last)
            if after and _is_alike(self.keys[after[0]], keys[-1]):
                last = after[0] + 1
        return first, last

    def is_in_one_paragraph(self, span: Span) -> bool:
        """Say whether a span of the text begins and ends in one paragraph."""
        return self.paragraph(span.start) is self.paragraph(max(span.start, span.end - 1))

    def _without_strays(self, matched: Sequence[int], start: int, end: int) -> tuple[int, int]:
        """Return a range without the few matched words that it has in the paragraph before or behind its own."""
        own = [at for at in matched if start <= at < end]
        counts = Counter(self.paragraph(self.words.starts[at]).index for at in own)
        few = {index for index, count in counts.items() if count < _STRAYS and count < max(counts.values())}
        kept = [at for at in own if self.paragraph(self.words.starts[at]).index not in few]
        return (kept[0], kept[-1] + 1) if few else (start, end)

    def _with_moved(self, keys: Sequence[str], first: int, last: int, within: tuple[int, int]) -> tuple[int, int]:
        """Return a range grown by the words of meaning near it which the quotation has in another place."""
        missing = Counter(filter(_is_content, keys)) - Counter(self.keys[first:last])
        before = [at for at in range(max(within[0], first - _MOVED), first) if self.keys[at] in missing]
        after = [at for at in range(last, min(within[1], last + _MOVED)) if self.keys[at] in missing]
        return min([first, *before]), max([last, *(at + 1 for at in after)])


def _is_alike(one: str, other: str) -> bool:
    """Say whether one word of meaning may stand in the place of another: "deplored" and "condemned", two numbers."""
    are_numbers = one[:1].isdigit() and other[:1].isdigit()
    return are_numbers or (_is_content(one, other) and one[-1] == other[-1])


def stems(norms: Iterable[str]) -> frozenset[str]:
    """Return the stems of the words that carry meaning."""
    return frozenset(stem(spelling(norm)) for norm in norms if _is_content(norm))


def _is_content(*norms: str) -> bool:
    return all(norm[:1].isalnum() and norm not in FUNCTION_WORDS for norm in norms)


def _weight(key: str) -> int:
    return 100 if _is_content(key) else _LIGHT if key[:1].isalnum() else 0


def _matched(keys: Sequence[str], others: Sequence[str]) -> list[tuple[int, int]]:
    """Return the indexes of equal words, in the order of both."""
    from rapidfuzz.distance import LCSseq

    return [
        (block.a + step, block.b + step)
        for block in LCSseq.opcodes(keys, others).as_matching_blocks()
        for step in range(block.size)
    ]


def _best_range(matched: Sequence[tuple[int, int]], keys: Sequence[str]) -> tuple[int, int, int] | None:
    """Return the range of the other side's words that holds most of `keys` for its length, and which part, of 100.

    A range is worth its words without what it is longer than the quotation there. Of those that are worth the same it
    is the one that begins first, then the one that ends first. The other side runs ahead of the quotation by
    `ahead[at]`: a range is longer where this grows, so the ranges that end at one place are asked in two groups.
    """
    ahead = [other - key for key, other in matched]
    ranks = {value: rank for rank, value in enumerate(sorted(set(ahead)), 1)}
    begun = _Highest(len(ranks))
    before: list[int] = []  # of each place: the weight of the words before it
    highest: list[int] = []  # and how far ahead it was at most so far
    total = 0
    best: tuple[int, int, int] | None = None
    for at, (key, _) in enumerate(matched):
        before.append(total)
        total += _weight(keys[key])
        highest.append(max(highest[-1], ahead[at]) if highest else ahead[at])
        no_longer = bisect_left(highest, ahead[at])  # the first place from which the range is no longer
        found = [(total - before[no_longer], -no_longer, -at)]
        if longer := begun.below(ranks[ahead[at]]):
            found.append((total - _COST * ahead[at] + longer[0], longer[1], -at))
        begun.put(ranks[ahead[at]], (_COST * ahead[at] - before[at], -at))
        best = max(filter(None, (best, *found)))
    whole = sum(map(_weight, keys))
    if best is None or not whole:
        return None
    first, last = -best[1], -best[2]
    weight = before[last] + _weight(keys[matched[last][0]]) - before[first]
    return matched[first][1], matched[last][1] + 1, 100 * weight // whole


class _Highest:
    """The highest of the pairs that were put at ranks from 1 to `size`, asked for all below a rank (Fenwick 1994)."""

    def __init__(self, size: int) -> None:
        self._tree: list[tuple[int, int] | None] = [None] * (size + 1)

    def put(self, rank: int, pair: tuple[int, int]) -> None:
        while rank < len(self._tree):
            known = self._tree[rank]
            self._tree[rank] = pair if known is None or pair > known else known
            rank += rank & -rank

    def below(self, rank: int) -> tuple[int, int] | None:
        found, rank = None, rank - 1
        while rank:
            known = self._tree[rank]
            found = known if found is None or (known is not None and known > found) else found
            rank -= rank & -rank
        return found
