"""Read what a statement does with words: each act of those who speak, on its rung.

The ugly case: "Ostrel demanded the ship" is a fact that is told, "The Council demands the ship" an act, and "We remain
committed to the truce" one whose verb says nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, partial, reduce
from operator import or_
from typing import TYPE_CHECKING

from stmtdiff.grammar import stem
from stmtdiff.model import Paragraph, Sentence, Statement
from stmtdiff.rules.act import AIMING, BINDING, STRONG, Act, is_position, meets
from stmtdiff.rules.acting import act_of, item_of
from stmtdiff.rules.finding import Range
from stmtdiff.rules.pack import Sense
from stmtdiff.rules.senses import Lexicon, Mark, Marked
from stmtdiff.rules.sight import Side
from stmtdiff.rules.structure import item_verb
from stmtdiff.rules.voices import Voices
from stmtdiff.spans import Span

if TYPE_CHECKING:
    from stmtdiff.saying.clause import Clause

SAID = 60  # per cent of an act's words that must stand in one sentence of the other text, where it is said again
PASSAGE_SURE = 60  # how often in a hundred what is added to an act, or taken from it, pointed where readers said
# Senses without one of which a clause is no act.
_ACTS = frozenset({"act", "promise", "order", "judgement", "reach", "noun"})
_RUNGS = _ACTS | {"deed"}  # senses that give an act its rung
_JUDGING = frozenset({"praise", "blame"})


class Reader:
    """Reads the acts of one statement, each sentence once."""

    def __init__(self, statement: Statement, lexicon: Lexicon, speakers: frozenset[str]) -> None:
        """Prepare to read `statement` with the words of `lexicon`."""
        self.statement = statement
        self._lexicon = lexicon
        self._speakers = speakers
        self._voices = Voices(statement, speakers)
        self._acts: dict[int, tuple[Act, ...]] = {}
        self._marked = Marked(lexicon)

    def acts(self, side: Side) -> list[Act]:
        """Return the acts in the sentences of a side."""
        return [act for one in side.sentences for act in self._read(side.paragraph, one)] if side.paragraph else []

    def in_sentence(self, paragraph: Paragraph, sentence: Sentence) -> tuple[Act, ...]:
        """Return the acts in one sentence of the statement."""
        return self._read(paragraph, sentence)

    def acts_in(self, side: Side, sentence: Sentence) -> tuple[Act, ...]:
        """Return the acts in one of the sentences of a side."""
        return self._read(side.paragraph, sentence) if side.paragraph else ()

    def judges(self, paragraph: Paragraph) -> bool:
        """Say whether an act in a paragraph praises or blames."""
        return any(
            not _JUDGING.isdisjoint(act.names)
            for sentence in paragraph.sentences
            if any(sense.name in _JUDGING for mark in self._marked.marks(paragraph, sentence) for sense in mark.senses)
            for act in self._read(paragraph, sentence)
        )

    def by_strength(self, side: Side) -> list[tuple[int, Sentence]]:
        """Return the sentences of a side that may hold a position, those that may hold the strongest first.

        Each stands with the rung that no act in it is above, by its words alone.
        """
        paragraph = side.paragraph
        if paragraph is None:
            return []
        found = [(self._most(paragraph, one), one) for one in side.sentences]
        strong = [(most, one) for most, one in found if most >= STRONG or self._may_aim(paragraph, one)]
        return sorted(strong, key=lambda entry: (-entry[0], entry[1].first))

    def has_words(self, side: Side) -> bool:
        """Say whether a changed word of a side could make an act; only then are its sentences read."""
        if side.paragraph is None or not side.sentences or side.first == side.last:
            return False
        start = low(side)
        if start == 0 and item_verb(side.paragraph) is not None:
            return True
        return bool(
            self._lexicon.marks(
                side.paragraph.words, start + side.first, min(start + side.last + 1, side.sentences[-1].last)
            )
        )

    def changed(self, side: Side, kind: str) -> list[Mark]:
        """Return the words in one kind of sense among the changed words of a side that belong to an act."""
        if side.paragraph is None or not side.sentences or side.first == side.last:
            return []
        start = side.sentences[0].first
        found = self._lexicon.marks(side.paragraph.words, start + side.first, start + side.last)
        acts = self.acts(side)
        return [
            mark for mark in found if (sense := mark.sense_of(kind)) and any(_belongs(mark, sense, act) for act in acts)
        ]

    def acts_at(self, side: Side, place: Range) -> list[Act]:
        """Return the acts whose words share one with a range of the tokens of a side."""
        first, last = low(side) + place[0], low(side) + place[1]
        return [act for act in self.acts(side) if meets(act.where, (first, last))]

    def harms(self, side: Side) -> int:
        """Return how many of the changed words of a side name a harm."""
        if side.paragraph is None or not side.sentences or side.first == side.last:
            return 0
        found = self._lexicon.marks(side.paragraph.words, low(side) + side.first, low(side) + side.last)
        return sum(mark.sense_of("harm") is not None for mark in found)

    def is_asked(self, side: Side, place: Range) -> Act | None:
        """Return the position that a range of the tokens of a side is part of: what it asks, promises or judges."""
        start = low(side)
        first, last = start + place[0], start + place[1]
        found = [
            act
            for act in self.acts(side)
            if last <= act.whole[1] + 1 and (act.where[1] <= first or act.where[0] < first < last <= act.where[1])
        ]
        if not found:
            return None
        last_act = found[-1]
        is_promised = not last_act.names  # by its modal, however little: "shall monitor the truce (and the port)"
        return last_act if is_promised or is_position(last_act) else None

    def is_bound(self, side: Side, place: Range) -> bool:
        """Say whether a range of the tokens of a side stands in a position, or right behind it."""
        at = low(side) + place[0]
        found = [act for act in self.acts(side) if act.where[0] < at <= act.whole[1] + 1]
        return bool(found) and is_position(found[-1]) and "praise" not in found[-1].names

    def worth(self, side: Side, place: Range, default: int) -> int:
        """Return what the deed at a range of a side's tokens is worth by the rule; `default` for a word of no worth."""
        if side.paragraph is None:
            return default
        start = low(side)
        end = min(start + place[1] + 3, len(side.paragraph.words))
        marks = self._lexicon.marks(side.paragraph.words, start + place[0], end)
        return next(
            (s.worth for mark in marks if mark.first == start + place[0] and (s := mark.sense_of("deed"))), default
        )

    def is_decided(self, side: Side, place: Range) -> bool:
        """Say whether the act before a range of a side's tokens binds; the words on how long it lasts stand last."""
        before = [act for act in self.acts(side) if act.where[0] <= low(side) + place[0]]
        return bool(before) and before[-1].rung >= BINDING

    def holds(self, side: Side, place: Range) -> bool:
        """Say whether a range of a side's tokens is part of an act; what stands behind its object belongs to it too."""
        start = low(side)
        acts = self.acts(side)
        if any(act.reach[0] <= start + place[1] and start + place[0] <= act.reach[1] + 1 for act in acts):
            return True
        if side.paragraph is None or not side.sentences:
            return False
        # A piece without a verb tells no fact: it is a phrase that somebody quotes.
        return not any(map(partial(self._clauses, side.paragraph), side.sentences))

    def speaks(self, side: Side, place: Range) -> bool:
        """Say whether those who speak in the statement do what stands in a range of the tokens of a side."""
        paragraph = side.paragraph
        if paragraph is None:
            return False
        start = low(side)
        here = Span(*(paragraph.body.start + at for at in _offsets(paragraph, start + place[0], start + place[1])))
        own = (
            clause
            for one in side.sentences
            for clause in self._clauses(paragraph, one)
            if clause.many == "body" and self._voices.are_heard(clause, promises=False)
        )
        return any(
            clause.speaker[0].start <= here.start and here.end <= _end(clause) for clause in own if clause.speaker
        )

    def says(self, act: Act) -> bool:
        """Say whether one sentence of the statement has most of what `act` is about, in an act that is as strong."""
        least = -(-SAID * len(act.about) // 100)
        return any(
            self._most(*self._sentences[place]) >= act.rung
            and any(
                other.rung >= act.rung and len(act.about & other.about) >= least
                for other in self._read(*self._sentences[place])
            )
            for place in self._holding(act.about, least)
        )

    def _holding(self, stems: Iterable[str], least: int) -> Iterator[int]:
        """Yield the places of the sentences that hold at least so many of some stems, in order."""
        places = sorted([self._places.get(one, 0) for one in stems], key=int.bit_count)
        # A sentence that holds so many of them holds one of any that are left without all but one of those.
        left = reduce(or_, places[: len(places) - least + 1], 0)
        while left:
            lowest = left & -left
            if sum([1 for each in places if each & lowest]) >= least:
                yield lowest.bit_length() - 1
            left ^= lowest

    def _most(self, paragraph: Paragraph, sentence: Sentence) -> int:
        """Return the rung that no act in a sentence is above, by its words alone."""
        worths = [
            sense.worth
            for mark in self._marked.marks(paragraph, sentence)
            for sense in mark.senses
            if sense.of in _RUNGS
        ]
        is_item = sentence.first == paragraph.sentences[0].first and item_verb(paragraph) is not None
        return max(*worths, STRONG if is_item else 0, 0)

    def _may_aim(self, paragraph: Paragraph, sentence: Sentence) -> bool:
        return any(sense.name in AIMING for mark in self._marked.marks(paragraph, sentence) for sense in mark.senses)

    @cached_property
    def norms(self) -> str:
        """Return the norms of the statement's words, a space before and behind each."""
        return f" {' '.join(norm for paragraph in self.statement.paragraphs for norm in paragraph.words.norms)} "

    @cached_property
    def _sentences(self) -> list[tuple[Paragraph, Sentence]]:
        return [(paragraph, one) for paragraph in self.statement.paragraphs for one in paragraph.sentences]

    @cached_property
    def _places(self) -> dict[str, int]:
        """Return in which sentences each stem stands: a number with a bit for each place."""
        found: dict[str, int] = defaultdict(int)
        for place, (paragraph, one) in enumerate(self._sentences):
            bit = 1 << place
            for norm in paragraph.words.norms[one.first : one.last]:
                found[norm] |= bit
        stems: dict[str, int] = defaultdict(int)
        for norm, places in found.items():
            stems[stem(norm)] |= places
        return stems

    def _read(self, paragraph: Paragraph, sentence: Sentence) -> tuple[Act, ...]:
        if sentence.index not in self._acts:
            marks = self._marked.marks(paragraph, sentence)
            acts: list[Act | None] = []
            if any(sense.of in _ACTS for mark in marks for sense in mark.senses):
                found = self._clauses(paragraph, sentence)
                acts = [
                    act_of(paragraph, sentence, clause, found[number + 1 :], marks, self._voices)
                    for number, clause in enumerate(found)
                ]
            if not any(acts):
                acts.append(item_of(paragraph, sentence, marks))
            self._acts[sentence.index] = tuple(act for act in acts if act is not None)
        return self._acts[sentence.index]

    def _clauses(self, paragraph: Paragraph, sentence: Sentence) -> "tuple[Clause, ...]":
        from stmtdiff.saying.reading import clauses  # with all that reads a sentence, for which few pairs ask

        return clauses(self.statement, paragraph, sentence, self._speakers, has_heads=False)


def _offsets(paragraph: Paragraph, first: int, last: int) -> tuple[int, int]:
    return paragraph.words.starts[first], paragraph.words.ends[last - 1]


def _end(clause: "Clause") -> int:
    return max(span.end for span in (*clause.act, *clause.object, *clause.negation))


def _belongs(mark: Mark, sense: Sense, act: Act) -> bool:
    """Say whether a word stands inside an act, or as a condition right behind it: "provided that the talks resume"."""
    end = act.reach[1] + 2 if sense.worth < 0 else act.whole[1]
    return meets((mark.first, mark.last), (act.whole[0], end))


def place_in(side: Side, where: Range) -> Range:
    """Return a range of the paragraph's tokens as a range of the tokens of `side`."""
    start = low(side)
    return max(0, where[0] - start), min(len(side.words), where[1] - start)


def low(side: Side) -> int:
    """Return at which token of its paragraph a side begins: ranges of the side count from there."""
    return side.sentences[0].first if side.sentences else 0
