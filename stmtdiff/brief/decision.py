"""Read what a committee decided: the rate with its range, the vote, and the clause that decides.

The ugly case: "The Committee decided to keep the target range at 0 to 1/4 percent and anticipates
that it will be appropriate at least as long as the unemployment rate remains above 6-1/2 percent."
The rate is the figure beside the words for the rate, not the first or the last one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stmtdiff.brief.clauses import clauses_of
from stmtdiff.grammar import stem
from stmtdiff.languages.english_news import DECIDING, NOT_YET
from stmtdiff.model import Sentence, Statement
from stmtdiff.phrases import PhraseSet
from stmtdiff.report import Report
from stmtdiff.rules import Pack, Rule
from stmtdiff.rules.figures import figure_spans
from stmtdiff.rules.votes import Vote, read_vote
from stmtdiff.spans import Span

_STEMS = frozenset(map(stem, DECIDING))
_AHEAD = 6  # words before a deciding verb among which "when" or "if" makes it a decision that is not taken yet
_PLACES = 3  # clauses of a sentence in which its deciding verb stands


@dataclass(frozen=True, slots=True)
class Rate:
    """The rate that each side sets, where it stands, and the rule that knows it."""

    old: Span
    new: Span
    rule: Rule


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
    """Return the place of the figure nearest to the first words for the rate."""
    needs, applies = PhraseSet(rule.needs), PhraseSet(pack.applies)
    for paragraph in statement.paragraphs:
        if not needs.stands_in(paragraph.words) or (pack.applies and not applies.stands_in(paragraph.words)):
            continue
        for sentence in paragraph.sentences:
            named = needs.find(paragraph.words, sentence.first, sentence.last)
            figures = list(figure_spans(rule.unit or "percent", statement.text, sentence.span))
            if named and figures:
                places = [paragraph.span_of(match.first, match.last) for match in named]
                return min(figures, key=lambda figure: _distance(figure, places))
    return None


def _distance(figure: Span, places: Sequence[Span]) -> int:
    return min(max(figure.start - place.end, place.start - figure.end, 0) for place in places)


def ballot_of(report: Report, packs: Sequence[Pack]) -> Ballot | None:
    """Return the vote of the new statement, None where it reports none or no pack knows votes."""
    rules = [rule for pack in packs for rule in pack.rules if rule.kind == "vote"]
    new = read_vote(report.new) if rules else None
    return Ballot(read_vote(report.old), new, rules[0]) if new else None


def deciding(statement: Statement) -> Iterator[tuple[Sentence, Span]]:
    """Yield the sentences that decide something, each with the clause that holds the verb, in order of the text.

    What would be decided when, if or until something happens is no decision.
    """
    for paragraph in statement.paragraphs:
        if paragraph.role not in ("body", "item"):
            continue
        for sentence in paragraph.sentences:
            norms = paragraph.words.norms
            found = next((at for at in range(sentence.first, sentence.last) if _decides(norms, sentence, at)), None)
            if found is not None:
                verb = paragraph.span_of(found, found + 1)
                clauses = clauses_of(statement, paragraph, sentence)
                places = [at for at, clause in enumerate(clauses) if clause.is_touching(verb)]
                if places and places[0] < _PLACES:
                    yield sentence, clauses[places[0]]


def _decides(norms: Sequence[str], sentence: Sentence, place: int) -> bool:
    if norms[place] not in DECIDING and (stem(norms[place]) not in _STEMS or norms[place].endswith("ing")):
        return False
    return NOT_YET.isdisjoint(norms[max(sentence.first, place - _AHEAD) : place])
