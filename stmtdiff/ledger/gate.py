"""Check for each changed wording, before it is weighed, whether the other text has it after all.

The ugly case: "for a considerable time after the programme ends" is news of its sentence and stood three sentences
above; a sentence that lost its counterpart is elsewhere word for word, or in other words.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from functools import cache, cached_property
from math import log

from stmtdiff.grammar import stem
from stmtdiff.languages.english import FUNCTION_WORDS
from stmtdiff.ledger.drafts import Cell, Draft
from stmtdiff.ledger.ledger import Change, Piece
from stmtdiff.ledger.quoting import cut_at
from stmtdiff.ledger.stock import RUN, Stock, count_of
from stmtdiff.model import Sentence
from stmtdiff.records import dataclass
from stmtdiff.report import Report
from stmtdiff.spans import Span

_HELD = 0.5  # share of a sentence's matter, rare words first, from which another sentence says it in other words
_MANY = 200  # sentences that hold a word from which it is looked up with its like, once for each set of such words


@dataclass(frozen=True, slots=True)
class Gated:
    """What may be said of a draft: the pieces of both sides, and where what did not change stands on the other."""

    change: Change
    then: tuple[Piece, ...]
    now: tuple[Piece, ...]
    elsewhere: tuple[int, ...] = ()  # paragraphs of the other side


class Gate:
    """Looks up in the other text what drafts say of one."""

    def __init__(self, report: Report) -> None:
        """Gather the words of both texts of `report`."""
        self._report = report
        self.stocks = Stock(report.old), Stock(report.new)
        self._matters = _Matter(self.stocks[0]), _Matter(self.stocks[1])

    def gated(self, draft: Draft) -> Gated | None:
        """Return what may be said of `draft`, None where both texts have its words."""
        is_pair = bool(draft.old.shown and draft.new.shown)
        marks = [self._marks(number, cell, is_pair=is_pair) for number, cell in enumerate((draft.old, draft.new))]
        if is_pair:
            return self._both(draft, marks)
        number = 0 if draft.old.shown else 1
        return self._single(number, (draft.old, draft.new)[number], marks[number])

    def _both(self, draft: Draft, marks: Sequence[Sequence[Span]]) -> Gated | None:
        """Return a pair of wordings; one that the other text has as well is not held against the other."""
        cells = draft.old, draft.new
        stands = [self._is_held(number, cell, cells[1 - number]) for number, cell in enumerate(cells)]
        if all(stands):
            return None
        if any(stands):  # what is left has no counterpart
            number = stands.index(False)
            alone = Cell(cells[number].shown, cells[number].shown)
            return self._single(number, alone, self._marks(number, alone, is_pair=False))
        then, now = (_pieces(*each) for each in zip(self.stocks, cells, marks, strict=True))
        is_marked = any(piece.changed for piece in (*then, *now))
        return Gated("changed", then, now) if is_marked else None

    def _single(self, number: int, cell: Cell, marks: Sequence[Span]) -> Gated | None:
        """Return a sentence that has no counterpart: gone or new, unless the other text holds its matter."""
        own, other = self.stocks[number], self.stocks[1 - number]
        count = sum(len(own.words_of(span)) for span in cell.shown)
        left = sum(len(own.words_of(span)) for span in marks)
        if not left or self._is_held(number, cell):
            return None
        pieces = _pieces(own, cell, marks)
        then, now = ((), pieces) if number else (pieces, ())
        held = self._matters[1 - number].holding({stem for span in cell.shown for stem in own.matter_of(span)})
        if held is not None:
            return Gated("reworded", then, now, (held.paragraph,))
        if 2 * left < count:
            return Gated("reworded", then, now, tuple(_places(own, other, cell)))
        return Gated("added" if number else "dropped", then, now)

    def _is_held(self, number: int, cell: Cell, counterpart: Cell | None = None) -> bool:
        """Say whether all words of a cell stand in a row on the other side, and not just inside its `counterpart`."""
        own, other = self.stocks[number], self.stocks[1 - number]
        norms = [norm for span in cell.shown for norm in own.words_of(span)]
        if not other.holds(norms):
            return False
        beside = [norm for span in counterpart.shown for norm in other.words_of(span)] if counterpart else []
        return other.count(norms) > count_of(norms, beside)

    def _marks(self, number: int, cell: Cell, *, is_pair: bool) -> list[Span]:
        """Return what of a cell changed and does not stand on the other side in `RUN` words and more.

        Of a sentence without a counterpart nothing is said to have come or gone that stands there at all.
        """
        own, other = self.stocks[number], self.stocks[1 - number]
        left = [kept for span in _merged(own.statement.text, cell.changed) for kept in _left(own, other, span)]
        return [span for span in left if is_pair or not other.holds(own.words_of(span))]


class _Matter:
    """The words of meaning of each sentence of a text, rare ones worth more."""

    def __init__(self, stock: Stock) -> None:
        self._stock = stock
        self._first_of = cache(self._first)

    @cached_property
    def _sentences(self) -> list[tuple[Sentence, frozenset[str]]]:
        """Return the sentences, each with the stems of its words of meaning."""
        return [
            (sentence, frozenset(map(stem, _content(paragraph.words.norms[sentence.first : sentence.last]))))
            for paragraph in self._stock.statement.paragraphs
            for sentence in paragraph.sentences
        ]

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """Return which sentences hold each word, by their position."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, (_, words) in enumerate(self._sentences):
            for word in words:
                found[word].append(at)
        return found

    def _worth(self, word: str) -> int:
        """Return in millionths how rare a word is: whole numbers are summed to one value in any order."""
        return round(1e6 * log(1 + (len(self._sentences) or 1) / (1 + len(self._by_word.get(word, ())))))

    def holding(self, words: Set[str]) -> Sentence | None:
        """Return the sentence that holds half of the matter of `words`, by their stems, None where none does.

        Of several the one that holds most, and of these the first.
        """
        worth = {word: self._worth(word) for word in words}
        least = _HELD * sum(worth.values())
        common = frozenset(word for word in words if len(self._by_word.get(word, ())) > _MANY)
        held: dict[int, int] = defaultdict(int)
        for word in words - common:
            for at in self._by_word.get(word, ()):
                held[at] += worth[word]
        if common and sum(worth[word] for word in common) >= least:  # else nothing without a rare word holds as much
            held.setdefault(self._first_of(common), 0)
        for at in held:
            held[at] += sum(worth[word] for word in common & self._sentences[at][1])
        best = min(held, key=lambda at: (-held[at], at), default=None)
        return self._sentences[best][0] if best is not None and held[best] >= least else None

    def _first(self, words: frozenset[str]) -> int:
        """Return the position of the first sentence that holds most of the matter of words that each hold many."""
        held: dict[int, int] = defaultdict(int)
        for word in words:
            worth = self._worth(word)
            for at in self._by_word[word]:
                held[at] += worth
        return min(held, key=lambda at: (-held[at], at))


def _content(norms: Sequence[str]) -> Iterator[str]:
    return (norm for norm in norms if norm[:1].isalnum() and norm not in FUNCTION_WORDS)


def _left(own: Stock, other: Stock, span: Span) -> Iterator[Span]:
    """Yield the stretches of `span` whose words the other text does not have in a row, `RUN` and more of them."""
    places = own.range_of(span)
    held = _held(own, other, span)
    begun = None
    for place in (*places, places.stop):
        if place < places.stop and place not in held:
            begun = place if begun is None else begun
        elif begun is not None:
            first, last = begun, place
            begun = None
            if not held or any(True for _ in _content(own.norms[first:last])):
                yield own.span_of(first, last) if held else span


def _held(own: Stock, other: Stock, span: Span) -> set[int]:
    """Return the numbers of the words of `span` that stand in a row on the other side."""
    places, met = own.range_of(span), own.met(other)
    found: set[int] = set()
    first = met.find(1, places.start, max(places.start, places.stop - RUN + 1))
    while first >= 0:
        found.update(range(first, first + RUN))
        first = met.find(1, first + 1, places.stop - RUN + 1)
    return found


def _places(own: Stock, other: Stock, cell: Cell) -> Iterator[int]:
    """Yield the paragraphs of the other text in which much of a cell stands."""
    found: Counter[int] = Counter()
    for span in cell.shown:
        for place in sorted(_held(own, other, span)):
            runs = other.runs.get(tuple(own.norms[place : place + RUN]), ())
            paragraph = other.statement.paragraph_at(other.span_of(runs[0], runs[0] + 1).start) if runs else None
            if paragraph is not None:
                found[paragraph.index] += 1
    yield from (paragraph for paragraph, _ in found.most_common(1))


def _pieces(stock: Stock, cell: Cell, marks: Sequence[Span]) -> tuple[Piece, ...]:
    """Return the clauses of a cell as pieces, neighbours without a gap between them."""
    text = stock.statement.text
    shown, changed = _merged(text, cell.shown), _merged(text, marks)
    return tuple(
        piece for stretch in shown for piece in cut_at(stretch, (m for m in changed if m.is_touching(stretch)))
    )


def _merged(text: str, marks: Sequence[Span]) -> list[Span]:
    """Return spans in order, those with nothing but spaces between them as one."""
    made: list[Span] = []
    for mark in sorted(marks):
        if made and (mark.start <= made[-1].end or not text[made[-1].end : mark.start].strip()):
            made[-1] = Span(made[-1].start, max(made[-1].end, mark.end))
        else:
            made.append(mark)
    return made
