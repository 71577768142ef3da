"""Read what a statement says by a predicate alone, whoever its subject is: how far a measure reaches, what it judges.

The ugly case: nobody acts in "the use of force is inadmissible", and it is the firmest sentence of the page.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from stmtdiff.grammar import stem
from stmtdiff.languages.english import COPULAS
from stmtdiff.languages.english_clauses import SCANT
from stmtdiff.model import Paragraph, Sentence
from stmtdiff.rules.act import Act, joined, senses, stems_of
from stmtdiff.rules.finding import Range
from stmtdiff.rules.senses import Mark

if TYPE_CHECKING:
    from stmtdiff.saying.clause import Clause

_MARKET = "demand"  # of which there is much or little: what is bought, and no demand that somebody makes
_OPEN = frozenset({"whether", "if"})
_ADVERBS = 3  # tokens between a copula and what it judges: "is wholly and utterly unlawful"


def covering(paragraph: Paragraph, sentence: Sentence, clause: "Clause", marks: Sequence[Mark]) -> Act | None:
    """Return the act of a clause that says how far a measure reaches ("the ban covers all ships"), None for others.

    `marks` are those of the sentence; the ranges of the act count the tokens of `paragraph`.
    """
    if not clause.speaker or clause.is_told or clause.negation or not clause.object:
        return None
    subject = paragraph.tokens_at(clause.speaker[0])
    where = paragraph.tokens_at(clause.act[0])
    reaches = senses(marks, "reach", where)
    if not reaches or not senses(marks, "measure", subject):
        return None
    norms = paragraph.words.norms
    whole = joined(where, paragraph.tokens_at(clause.object[-1]))
    rung, name, about = max(sense.worth for sense in reaches), stem(norms[where[0]]), stems_of(norms[slice(*whole)])
    return Act(
        rung, name, where, whole, about, False, True, frozenset({"reach"}), joined(subject, whole), sentence.index
    )


def existence(paragraph: Paragraph, sentence: Sentence, clause: "Clause", marks: Sequence[Mark]) -> Act | None:
    """Return the act of a clause that says what is there ("there is grave concern about the drills"), None for others.

    `marks` are those of the sentence; the ranges of the act count the tokens of `paragraph`.
    """
    norms, copula = paragraph.words.norms, paragraph.tokens_at(clause.act[0])
    if clause.speaker or not _is_stated(paragraph, clause, copula):
        return None
    nouns = [mark for mark in marks if mark.sense_of("noun") and 0 <= mark.first - copula[1] <= _ADVERBS]
    sense = nouns[0].sense_of("noun") if nouns else None
    if sense is None or not clause.object or not SCANT.isdisjoint(norms[copula[1] : nouns[0].first]):
        return None
    if norms[nouns[0].first] == _MARKET:
        return None
    where = copula[0], nouns[0].last
    whole = joined(where, paragraph.tokens_at(clause.object[-1]))
    about, name = stems_of(norms[where[1] : whole[1]]), stem(norms[nouns[0].first])
    return Act(sense.worth, name, where, whole, about, False, True, frozenset({sense.name}), whole, sentence.index)


def judgement(
    paragraph: Paragraph, sentence: Sentence, clause: "Clause", marks: Sequence[Mark], until: int
) -> Act | None:
    """Return the act of a clause that judges its subject ("the use of force is inadmissible"), None for others.

    `marks` are those of the sentence; the ranges of the act count the tokens of `paragraph`. Of "it is vital that the
    quays stay open" the subject stands behind the verb, up to the token `until`.
    """
    norms = paragraph.words.norms
    copula = paragraph.tokens_at(clause.act[0])
    if not _is_stated(paragraph, clause, copula):
        return None
    judged = [
        mark
        for mark in marks
        if mark.sense_of("judgement")
        and 0 <= mark.first - copula[1] <= _ADVERBS
        and not stems_of(norms[mark.last : mark.last + 1])  # no "illegal war"
    ]
    sense = judged[0].sense_of("judgement") if judged else None
    if sense is None:
        return None
    if not SCANT.isdisjoint(norms[copula[1] : judged[0].first]):
        return None
    where = copula[0], judged[0].last
    subject = paragraph.tokens_at(clause.speaker[0]) if clause.speaker else (where[1], until)
    whole = joined(subject, where)
    about = stems_of(norms[slice(*subject)])
    name = stem(norms[judged[0].first])
    return Act(sense.worth, name, where, whole, about, False, True, frozenset({sense.name}), whole, sentence.index)


def _is_stated(paragraph: Paragraph, clause: "Clause", copula: Range) -> bool:
    """Say whether a statement says by itself that something is so: it tells, asks, denies and conditions nothing."""
    first = paragraph.tokens_at(clause.speaker[0])[0] if clause.speaker else copula[0]
    is_open = first > 0 and paragraph.words.norms[first - 1] in _OPEN
    is_copula = paragraph.words.norms[copula[0]] in COPULAS
    return is_copula and not (is_open or clause.is_told or clause.negation or clause.conditions)
