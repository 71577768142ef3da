"""Read what a committee decided: the rate with its range, the vote, and the clause that decides.

The ugly case: "The Board decided to keep its toll at 1/4 percent and expects that this will do as
long as more than 6-1/2 percent of the berths are empty."
The rate is the figure beside the words for the rate, not the first or the last one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from stmtdiff.grammar import stem
from stmtdiff.languages.english_news import COURTEOUS, DECIDING, LEAVING, NOT_YET, PROCEDURAL, REACHING
from stmtdiff.ledger.clauses import clauses_of
from stmtdiff.model import Paragraph, Sentence, Statement
from stmtdiff.phrases import PhraseSet
from stmtdiff.report import Report
from stmtdiff.rules import Pack, Rule
from stmtdiff.rules.figures import figure_spans
from stmtdiff.rules.pack import Unit
from stmtdiff.rules.votes import Vote, read_vote
from stmtdiff.saying.who import said_at
from stmtdiff.spans import Span
from stmtdiff.values import values

_STEMS = frozenset(map(stem, DECIDING))
_IDLE = frozenset(map(stem, PROCEDURAL | COURTEOUS))
_AHEAD = 6  # words before a deciding verb among which "when" or "if" makes it a decision that is not taken yet
_BEHIND = 4  # words behind a deciding verb among which one of procedure or courtesy makes it no decision of substance
_PLACES = 3  # clauses of a sentence in which its deciding verb stands


@dataclass(frozen=True, slots=True)
class Rate:
    """The rate that each side sets, where it stands, and the rule that knows it."""

    old: Span
    new: Span
    rule: Rule

    def is_same(self, report: Report) -> bool:
        """Say whether both sides of `report` set one rate, in whatever writing: "45%" and "45 percent"."""
        sides = (self.old.of(report.old.text), self.new.of(report.new.text))
        was, now = (next(iter(values(text)), None) for text in sides)
        if was is None or now is None:
            return " ".join(sides[0].split()) == " ".join(sides[1].split())
        return was.is_same(now)


@dataclass(frozen=True, slots=True)
class Ballot:
    """The vote of the new statement beside that of the old one, None where that reports none, and its rule."""

    old: Vote | None
    new: Vote
    rule: Rule

    @property
    def told(self) -> str:
        """Return the tally beside the old one: "8-1, was 10-0"; harmless to show."""
        if self.old is None or self.old.tally == self.new.tally:
            return self.new.tally
        return f"{self.new.tally}, was {self.old.tally}"

    @property
    def is_changed(self) -> bool:
        """Say whether the tally changed, or who dissents and why."""
        old = self.old
        return old is not None and (old.tally != self.new.tally or old.dissents != self.new.dissents)


def rate_of(report: Report, packs: Sequence[Pack]) -> Rate | None:
    """Return the rate that the new statement sets beside the old one's; None where either sets none."""
    for pack in packs:
        if not any(rule.kind == "vote" for rule in pack.rules):  # a share in a climate text is no decision on a rate
            continue
        for rule in pack.rules:
            if rule.kind == "figure" and rule.unit == "percent" and rule.severity == "error":
                old, new = _level(report.old, pack, rule), _level(report.new, pack, rule)
                if old and new:
                    return Rate(old, new, rule)
    return None


def _level(statement: Statement, pack: Pack, rule: Rule) -> Span | None:
    """Return the place of the rate that a statement sets: where it decides on it, else where it says what it is.

    None where the sentence that decides on it names no figure: "decided to keep the rate unchanged".
    """
    needs, applies = PhraseSet(rule.needs), PhraseSet(pack.applies)
    known = [
        sentence
        for paragraph in statement.paragraphs
        if needs.stands_in(paragraph.words) and (not pack.applies or applies.stands_in(paragraph.words))
        for sentence in paragraph.sentences
    ]
    named = [(sentence, place) for sentence in known if (place := _named(statement, needs, sentence)) is not None]
    decided = [each for each in named if _deciding_verb(statement, statement.paragraphs[each[0].paragraph], each[0])]
    found = (_set_at(statement, *each, rule.unit or "percent") for each in decided[:1] or named)
    return next(filter(None, found), None)


def _named(statement: Statement, needs: PhraseSet, sentence: Sentence) -> Span | None:
    """Return where a sentence first names the rate."""
    paragraph = statement.paragraphs[sentence.paragraph]
    found = needs.find(paragraph.words, sentence.first, sentence.last)
    return paragraph.span_of(found[0].first, found[0].last) if found else None


def _set_at(statement: Statement, sentence: Sentence, named: Span, unit: Unit) -> Span | None:
    """Return the figure behind the name of the rate in its clause, or right before it; of "from 3% to 4%" the last."""
    paragraph = statement.paragraphs[sentence.paragraph]
    clause = next(own for own in clauses_of(statement, paragraph, sentence) if own.end >= named.end)
    text, norms = statement.text, paragraph.words.norms
    figures = list(figure_spans(unit, text, sentence.span))
    before = (one for one in figures if one.end <= named.start and not text[one.end : named.start].strip())
    figure = next((one for one in figures if named.end <= one.start < clause.end), None) or next(before, None)
    first = paragraph.tokens_at(figure)[0] if figure else 0
    if figure is None or first == sentence.first or norms[first - 1] not in LEAVING:
        return figure
    goals = (at + 1 for at in range(first, paragraph.tokens_at(clause)[1] - 1) if norms[at] in REACHING)
    goal = next((paragraph.span_of(at, at + 1).start for at in goals), clause.end)
    behind = (Span(goal + one.span.start, goal + one.whole.end) for one in values(text[goal : clause.end]))
    return next((one for one in behind if one.start == goal), None)


def ballot_of(report: Report, packs: Sequence[Pack]) -> Ballot | None:
    """Return the vote of the new statement, None where it reports none or no pack knows votes."""
    rules = [rule for pack in packs for rule in pack.rules if rule.kind == "vote"]
    new = read_vote(report.new) if rules else None
    return Ballot(read_vote(report.old), new, rules[0]) if new else None


Decision = tuple[Sentence, Span]
"""A sentence that decides something, with the clause that holds the verb."""


def deciding(statement: Statement) -> Iterator[Decision]:
    """Yield the sentences that decide something, each with the clause that holds the verb, in order of the text.

    What would be decided when, if or until something happens is no decision.
    """
    for paragraph in statement.paragraphs:
        if paragraph.role not in ("body", "item"):
            continue
        for sentence in paragraph.sentences:
            verb = _deciding_verb(statement, paragraph, sentence)
            if verb is not None:
                clauses = clauses_of(statement, paragraph, sentence)
                places = [at for at, clause in enumerate(clauses) if clause.is_touching(verb)]
                if places and places[0] < _PLACES:
                    yield sentence, clauses[places[0]]


def _deciding_verb(statement: Statement, paragraph: Paragraph, sentence: Sentence) -> Span | None:
    """Return the verb by which the speaker of `sentence` decides; None for "renewed efforts" and "decided to meet"."""
    norms = paragraph.words.norms
    for at in range(sentence.first, sentence.last):
        if _decides(norms, sentence, at) and _IDLE.isdisjoint(map(stem, norms[at + 1 : at + 1 + _BEHIND])):
            verb = paragraph.span_of(at, at + 1)
            said = said_at(statement, paragraph, sentence, verb.start).verb
            if said is not None and verb.is_touching(said):
                return verb
    return None


def _decides(norms: Sequence[str], sentence: Sentence, place: int) -> bool:
    return _may_decide(norms[place]) and NOT_YET.isdisjoint(norms[max(sentence.first, place - _AHEAD) : place])


@lru_cache(maxsize=16384)
def _may_decide(norm: str) -> bool:
    return norm in DECIDING or (stem(norm) in _STEMS and not norm.endswith("ing"))
