"""Ask of each changed wording, before it is weighed, whether it stands in the other text all the same.

The ugly case: "for a considerable time after the programme ends" is news of its sentence and stood three sentences
above; a sentence that lost its counterpart stands elsewhere word for word, or in other words.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from stmtdiff.brief.drafts import Cell, Draft
from stmtdiff.brief.ledger import Change, Piece
from stmtdiff.brief.stock import RUN, Stock
from stmtdiff.grammar import stem
from stmtdiff.languages.english import FUNCTION_WORDS
from stmtdiff.model import Sentence
from stmtdiff.report import Report
from stmtdiff.spans import Span

_HELD = 0.5  # share of a sentence's matter, rare words first, from which another sentence says it in other words


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
        marks = [self._marks(number, cell) for number, cell in enumerate((draft.old, draft.new))]
        if draft.old.shown and draft.new.shown:
            return self._both(draft, marks)
        number = 0 if draft.old.shown else 1
        return self._single(number, (draft.old, draft.new)[number], marks[number])

    def _both(self, draft: Draft, marks: Sequence[Sequence[Span]]) -> Gated | None:
        """Return a pair of wordings; one that the other text has as well is not held against the other."""
        cells = draft.old, draft.new
        stands = [self._is_held(number, cell) for number, cell in enumerate(cells)]
        sides = [
            () if is_held else _pieces(stock, cell, own)
            for is_held, stock, cell, own in zip(stands, self.stocks, cells, marks, strict=True)
        ]
        if not any(piece.changed for side in sides for piece in side):
            return None
        change: Change = "changed" if all(sides) else "dropped" if sides[0] else "added"
        return Gated(change, sides[0], sides[1])

    def _single(self, number: int, cell: Cell, marks: Sequence[Span]) -> Gated | None:
        """Return a sentence that has no counterpart: gone or new, unless the other text holds its matter."""
        own, other = self.stocks[number], self.stocks[1 - number]
        count = sum(len(own.words_of(span)) for span in cell.shown)
        left = sum(len(own.words_of(span)) for span in marks)
        if not left or self._is_held(number, cell):
            return None
        pieces = _pieces(own, cell, marks)
        then, now = ((), pieces) if number else (pieces, ())
        held = self._matters[1 - number].holding([norm for span in cell.shown for norm in own.words_of(span)])
        if held is not None:
            return Gated("reworded", then, now, (held.paragraph,))
        if 2 * left < count:
            return Gated("reworded", then, now, tuple(_places(own, other, cell)))
        return Gated("added" if number else "dropped", then, now)

    def _is_held(self, number: int, cell: Cell) -> bool:
        """Say whether all words of a cell stand in a row on the other side."""
        own = self.stocks[number]
        return self.stocks[1 - number].holds([norm for span in cell.shown for norm in own.words_of(span)])

    def _marks(self, number: int, cell: Cell) -> list[Span]:
        """Return what of a cell changed and does not stand on the other side in `RUN` words and more."""
        own, other = self.stocks[number], self.stocks[1 - number]
        return [kept for span in cell.changed for kept in _left(own, other, span)]


class _Matter:
    """The words of meaning of each sentence of a text, rare ones worth more."""

    def __init__(self, stock: Stock) -> None:
        self._stock = stock

    @cached_property
    def _sentences(self) -> dict[str, list[Sentence]]:
        found: dict[str, list[Sentence]] = defaultdict(list)
        for paragraph in self._stock.statement.paragraphs:
            for sentence in paragraph.sentences:
                for word in {*map(stem, _content(paragraph.words.norms[sentence.first : sentence.last]))}:
                    found[word].append(sentence)
        return found

    def holding(self, norms: Sequence[str]) -> Sentence | None:
        """Return the sentence that holds half of the matter of `norms`, None where none does."""
        words = {*map(stem, _content(norms))}
        count = sum(len(paragraph.sentences) for paragraph in self._stock.statement.paragraphs) or 1
        worth = {word: log(1 + count / (1 + len(self._sentences.get(word, ())))) for word in words}
        held: Counter[Sentence] = Counter()
        for word in words:
            for sentence in self._sentences.get(word, ()):
                held[sentence] += worth[word]  # type: ignore[assignment]  # a sum of shares
        best = max(held, key=lambda sentence: (held[sentence], -sentence.index), default=None)
        return best if best is not None and held[best] >= _HELD * sum(worth.values()) else None


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
    places = own.range_of(span)
    found: set[int] = set()
    for first in range(places.start, places.stop - RUN + 1):
        if tuple(own.norms[first : first + RUN]) in other.runs:
            found.update(range(first, first + RUN))
    return found


def _places(own: Stock, other: Stock, cell: Cell) -> Iterator[int]:
    """Yield the paragraphs of the other text in which much of a cell stands."""
    found: Counter[int] = Counter()
    for span in cell.shown:
        for place in sorted(_held(own, other, span)):
            run = other.runs.get(tuple(own.norms[place : place + RUN]))
            paragraph = other.statement.paragraph_at(other.span_of(run, run + 1).start) if run is not None else None
            if paragraph is not None:
                found[paragraph.index] += 1
    yield from (paragraph for paragraph, _ in found.most_common(1))


def _pieces(stock: Stock, cell: Cell, marks: Sequence[Span]) -> tuple[Piece, ...]:
    """Return the clauses of a cell as pieces, neighbours without a gap between them."""
    text, made = stock.statement.text, list[Piece]()
    for stretch in _stretches(text, cell.shown):
        at = stretch.start
        for mark in _merged(text, [mark for mark in marks if mark.is_touching(stretch)]):
            start, end = max(mark.start, at), min(mark.end, stretch.end)
            if start > at:
                made.append(Piece(Span(at, start), changed=False))
            made.append(Piece(Span(start, end), changed=True))
            at = end
        if at < stretch.end:
            made.append(Piece(Span(at, stretch.end), changed=False))
    return tuple(made)


def _merged(text: str, marks: Sequence[Span]) -> list[Span]:
    """Return marks in order, those with nothing but spaces between them as one."""
    made: list[Span] = []
    for mark in sorted(marks):
        if made and (mark.start <= made[-1].end or not text[made[-1].end : mark.start].strip()):
            made[-1] = Span(made[-1].start, max(made[-1].end, mark.end))
        else:
            made.append(mark)
    return made


def _stretches(text: str, clauses: Sequence[Span]) -> list[Span]:
    """Return clauses, those with nothing but spaces between them as one."""
    return _merged(text, clauses)
