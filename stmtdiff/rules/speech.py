"""Read what a statement does with words: each act of those who speak, on its rung.

The ugly case: "Ostrel demanded the ship" is a fact that is told, "The Council demands the ship" an act, and "We remain
committed to the truce" one whose verb says nothing.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from stmtdiff.grammar import stem
from stmtdiff.languages.english import COPULAS, FUNCTION_WORDS, QUANTIFIERS, SPEAKER_PRONOUNS
from stmtdiff.languages.english_clauses import PAST_SUPPORT
from stmtdiff.model import Paragraph, Sentence, Statement
from stmtdiff.rules.finding import Range
from stmtdiff.rules.pack import Sense
from stmtdiff.rules.senses import Lexicon, Mark
from stmtdiff.rules.sight import Side
from stmtdiff.rules.structure import item_verb
from stmtdiff.saying import Clause, clauses
from stmtdiff.saying.forms import forms
from stmtdiff.spans import Span
from stmtdiff.words import words

STRONG = 30  # from here on an act that comes or goes as a whole is a position
SAID = 60  # per cent of an act's words that must stand in one sentence of the other text, where it is said again
NEAR = 5  # tokens behind a verb in which the noun stands that says what it does: "reiterated their (support)"
_RELATIVE = frozenset("which who that".split())


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a speaker. Ranges are tokens of the paragraph; `about` are the stems of what it is about."""

    rung: int
    name: str
    where: Range
    whole: Range
    about: frozenset[str]
    has_courtesy: bool
    leads: bool  # its sentence opens with it
    names: frozenset[str]  # of its senses: "praise", "blame"
    reach: Range  # with its speaker

    @property
    def verb(self) -> str:
        """Return the stem of its verb; the name holds the kinds of its nouns too."""
        return self.name.partition(" ")[0]

    @property
    def key(self) -> tuple[int, str, frozenset[str]]:
        """Return what makes two acts one."""
        return self.rung, self.name, self.about


class Reader:
    """Reads the acts of one statement, each sentence once."""

    def __init__(self, statement: Statement, lexicon: Lexicon, speakers: frozenset[str]) -> None:
        """Prepare to read `statement` with the words of `lexicon`."""
        self.statement = statement
        self._lexicon = lexicon
        self._speakers = speakers
        self._acts: dict[int, tuple[Act, ...]] = {}
        self._bare: set[int] = set()  # sentences in which no verb is found

    def acts(self, side: Side) -> list[Act]:
        """Return the acts in the sentences of a side."""
        return [act for one in side.sentences for act in self._read(side.paragraph, one)] if side.paragraph else []

    def in_sentence(self, paragraph: Paragraph, sentence: Sentence) -> tuple[Act, ...]:
        """Return the acts in one sentence of the statement."""
        return self._read(paragraph, sentence)

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

    def holds(self, side: Side, place: Range) -> bool:
        """Say whether an act holds a range of the tokens of a side; what stands behind its object hangs on it too."""
        start = low(side)
        acts = self.acts(side)
        if side.sentences and all(one.index in self._bare for one in side.sentences):
            return True  # a piece without a verb tells no fact: a phrase that somebody quotes
        return any(act.reach[0] <= start + place[1] and start + place[0] <= act.reach[1] + 1 for act in acts)

    def speaks(self, side: Side, place: Range) -> bool:
        """Say whether those who speak in the statement do what stands in a range of the tokens of a side."""
        if side.paragraph is None:
            return False
        start = low(side)
        here = Span(
            *(side.paragraph.body.start + at for at in _offsets(side.paragraph, start + place[0], start + place[1]))
        )
        own = (
            clause
            for one in side.sentences
            for clause in clauses(self.statement, side.paragraph, one, self._speakers)
            if clause.many == "body" and self._is_own(clause, promises=False)
        )
        return any(
            clause.speaker[0].start <= here.start and here.end <= _end(clause) for clause in own if clause.speaker
        )

    def says(self, act: Act) -> bool:
        """Say whether a sentence of the statement holds most of what an act is about, in an act as strong."""
        least = SAID * len(act.about)
        shared = Counter(place for word in act.about for place in self._places.get(word, ()))
        return any(
            count * 100 >= least
            and any(
                other.rung >= act.rung and len(act.about & other.about) * 100 >= least
                for other in self._read(*self._sentences[place])
            )
            for place, count in shared.items()
        )

    @cached_property
    def _sentences(self) -> list[tuple[Paragraph, Sentence]]:
        return [(paragraph, one) for paragraph in self.statement.paragraphs for one in paragraph.sentences]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Return the places of the sentences in which each stem stands."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, (paragraph, sentence) in enumerate(self._sentences):
            for one in set(map(stem, paragraph.words.norms[sentence.first : sentence.last])):
                found[one].append(place)
        return found

    def _read(self, paragraph: Paragraph, sentence: Sentence) -> tuple[Act, ...]:
        if sentence.index not in self._acts:
            marks = self._lexicon.marks(paragraph.words, sentence.first, sentence.last)
            found = clauses(self.statement, paragraph, sentence, self._speakers)
            if not found:
                self._bare.add(sentence.index)
            acts = [self._act(paragraph, sentence, clause, marks) for clause in found]
            if not any(acts):
                acts.append(self._item(paragraph, sentence, marks))
            self._acts[sentence.index] = tuple(act for act in acts if act is not None)
        return self._acts[sentence.index]

    def _item(self, paragraph: Paragraph, sentence: Sentence, marks: Sequence[Mark]) -> Act | None:
        """Return what an item of a list promises that opens with a verb: "(a) Hold smugglers accountable"."""
        at = item_verb(paragraph) if sentence.first == paragraph.sentences[0].first else None
        if at is None:
            return None
        where, whole = (at, at + 1), (at, sentence.last)
        rungs = [sense.worth for kind in ("act", "deed") for sense in senses(marks, kind, where)]
        norms = paragraph.words.norms[at + 1 : sentence.last]
        about = frozenset(stem(norm) for norm in norms if norm[:1].isalnum() and norm not in FUNCTION_WORDS)
        return Act(
            rungs[0] if rungs else STRONG, stem(paragraph.words.norms[at]), where, whole, about,
            bool(senses(marks, "courtesy", whole)), True, frozenset(), whole,
        )  # fmt: skip

    def _is_own(self, clause: Clause, *, promises: bool) -> bool:
        """Say whether those who speak in the statement act in a clause; what others did is a fact that is told.

        What anybody promised is no mere fact: in a joint statement each state speaks for itself.
        """
        if not clause.speaker:
            return True
        text = self.statement.text
        norms = words((clause.stands_for or clause.speaker[0]).of(text)).norms
        if norms[0] in _RELATIVE or words(clause.speaker[0].of(text)).norms[0] in _RELATIVE:
            return False
        if (
            promises
            or not self._speakers.isdisjoint(norms)
            or norms[0] in SPEAKER_PRONOUNS
            or QUANTIFIERS.issuperset(norms)
        ):
            return True
        verb = words(clause.act[0].of(text)).norms[0]
        is_past = (
            "past" in forms(verb) or PAST_SUPPORT in words(text[clause.speaker[-1].end : clause.act[0].start]).norms
        )  # "did not support"
        return clause.many in ("body", "all") or (clause.many != "" and (bool(clause.modal) or not is_past))

    def _act(self, paragraph: Paragraph, sentence: Sentence, clause: Clause, marks: Sequence[Mark]) -> Act | None:
        """Return the act of a clause, None where nobody of the forum acts in it, and nobody makes a promise."""
        spans = [*clause.act, *clause.object, *clause.modal, *clause.negation, *clause.strength]
        whole = paragraph.tokens_at(Span(min(span.start for span in spans), max(span.end for span in spans)))
        if not clause.object:  # "demands that ...": what it is about is a clause of its own
            whole = whole[0], sentence.last
        where = paragraph.tokens_at(Span(clause.act[0].start, clause.act[-1].end))
        if paragraph.words.norms[where[1] - 1] in COPULAS:  # "remain committed to"
            where = where[0], min(where[1] + 2, sentence.last)
        modal = paragraph.tokens_at(clause.modal[0]) if clause.modal else None
        norms = paragraph.words.norms
        reach = _joined(_joined(whole, (where[0], where[1] + NEAR)), modal)
        marks = marks[bisect_right(marks, reach[0], key=_last) : bisect_left(marks, reach[1], key=_first)]
        rungs = senses(marks, "act", where)
        promised = [sense.worth for sense in (senses(marks, "promise", modal) if modal else ())]
        if not rungs and not promised:
            return None
        around = whole[0], where[1] + NEAR
        named = [mark for mark in marks if _is_noun(mark, norms, around) and not meets((mark.first, mark.last), where)]
        nouns = [sense for mark in named if (sense := mark.sense_of("noun"))]
        if not self._is_own(clause, promises=any(sense.name == "promise" for sense in (*rungs, *nouns))):
            return None
        deeds = [
            sense.worth for mark in marks if (sense := mark.sense_of("deed")) and where[0] <= mark.first < where[1] + 2
        ]
        promise = [min(deeds, default=max(promised))] if promised else []
        rung = max(promise or _worths(rungs, nouns))
        own = [norm for norm in norms[whole[0] : whole[1]] if norm[:1].isalnum() and norm not in FUNCTION_WORDS]
        if named and not promise:
            where = where[0], max(where[1], named[-1].last)
        acting = {stem(norm) for norm in norms[where[0] : where[1]]}
        courtesy = bool(senses(marks, "courtesy", whole))
        about = frozenset(map(stem, own)) - acting
        return Act(
            rung,
            " ".join((stem(norms[where[0]]), *sorted({sense.name for sense in nouns if sense.name}))),
            _joined(where, modal),
            whole,
            about,
            courtesy,
            where[0] <= sentence.first + NEAR,
            frozenset(sense.name for sense in (*rungs, *nouns)),
            _joined(whole, paragraph.tokens_at(clause.speaker[0]) if clause.speaker else None),
        )


def _offsets(paragraph: Paragraph, first: int, last: int) -> tuple[int, int]:
    return paragraph.words.starts[first], paragraph.words.ends[last - 1]


def _end(clause: Clause) -> int:
    return max(span.end for span in (*clause.act, *clause.object, *clause.negation))


def _is_noun(mark: Mark, norms: Sequence[str], place: Range) -> bool:
    """Say whether a mark in `place` is a noun that says what a verb does: "reiterated their (support)"."""
    return mark.sense_of("noun") is not None and norms[mark.first - 1] != "to" and place[0] <= mark.first < place[1]


def _worths(rungs: Sequence[Sense], nouns: Sequence[Sense]) -> list[int]:
    """Return what the words of an act are worth; of a wish, no more than that: "reiterated their hope"."""
    found = [sense.worth for sense in (*nouns, *rungs)]
    wish = max((sense.worth for sense in nouns), default=0)
    is_wish = bool(nouns) and all(sense.name == "wish" for sense in nouns) and wish < max(found)
    return [wish] if is_wish else found


def senses(marks: Sequence[Mark], kind: str, place: Range) -> list[Sense]:
    """Return the senses of one kind of the marks that share a token with `place`."""
    found = (mark.sense_of(kind) for mark in marks if meets((mark.first, mark.last), place))
    return [sense for sense in found if sense is not None]


def _belongs(mark: Mark, sense: Sense, act: Act) -> bool:
    """Say whether a word stands inside an act, or as a condition right behind it: "provided that the talks resume"."""
    end = act.whole[1] + 2 if sense.worth < 0 else act.whole[1]
    return meets((mark.first, mark.last), (act.whole[0], end))


def meets(one: Range, other: Range) -> bool:
    """Say whether two ranges share a token."""
    return one[0] < other[1] and other[0] < one[1]


def _first(mark: Mark) -> int:
    return mark.first


def _last(mark: Mark) -> int:
    return mark.last


def _joined(one: Range, other: Range | None) -> Range:
    return (min(one[0], other[0]), max(one[1], other[1])) if other else one


def low(side: Side) -> int:
    """Return the first token of a side in its paragraph; ranges of a side count from there."""
    return side.sentences[0].first if side.sentences else 0
