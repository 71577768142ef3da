"""Say whether a phrase is denied where it is: by the clause that contains it, or right before it.

The ugly case: in "does not recognise the annexation" the annexation is not recognised, and in "does not oppose the
annexation" nobody is against it. So a denial of a verb counts for what the verb is about only where the verb accepts.
"""

from collections.abc import Sequence

from stmtdiff.grammar import stem
from stmtdiff.languages import english_clauses as lists
from stmtdiff.languages.english import ARTICLES, COORDINATORS, NO_DENIALS, REFUSALS, SPEAKERS
from stmtdiff.model import Paragraph, Sentence, Statement
from stmtdiff.saying.clause import Clause
from stmtdiff.saying.forms import base_of, forms
from stmtdiff.saying.reading import clauses
from stmtdiff.spans import Span
from stmtdiff.words import words

_AHEAD = 40  # code points before a phrase in which a denial of an infinitive stands
_AGAINST = frozenset(map(stem, REFUSALS | lists.BLAMING))
_BETWEEN = ARTICLES | COORDINATORS | {"of", "any", "such", ","}


def is_turned(text: str, clause: Clause) -> bool:
    """Say whether what a clause says is denied: one denial does, two do not, and "not only" is none."""
    return len([one for one in clause.negation if not _is_empty(text, one)]) % 2 == 1


def _is_empty(text: str, denial: Span) -> bool:
    behind = words(text[denial.end : denial.end + _AHEAD]).norms[:1]
    return bool(NO_DENIALS.intersection(behind))


def is_denied(
    statement: Statement, paragraph: Paragraph, sentence: Sentence, place: Span, speakers: frozenset[str] = SPEAKERS
) -> bool:
    """Say whether the phrase at `place` of `sentence` is plainly denied there.

    So it is behind a "no" ("voiced no [concern]"); where its clause is denied and the phrase holds the verb ("does not
    [recognise the annexation]"), or is what a verb that accepts would accept ("does not recognise [the annexation]");
    and where it opens with a verb behind "not to", "without" or "refrain from". Of a language whose clauses are not
    read nothing is denied.
    """
    if statement.language != "en":
        return False
    text = statement.text
    found = clauses(statement, paragraph, sentence, speakers)
    own = [clause for clause in found if _whole(clause).is_touching(place)]
    if _is_held_back(text, sentence, place):
        return not any(_refuses(text, one) or is_turned(text, one) for one in own)
    acting = next((one for one in own if any(span.is_touching(place) for span in one.act)), None)
    if acting is not None:
        return is_turned(text, acting) and not _is_doubted(text, found, acting)
    held = next((one for one in own if _is_behind_no(text, one, place) or _is_accepted(text, one, place)), None)
    return held is not None and is_turned(text, held) and not _is_doubted(text, found, held)


def _whole(clause: Clause) -> Span:
    spans = (*clause.speaker, *clause.act, *clause.object)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _is_doubted(text: str, found: Sequence[Clause], clause: Clause) -> bool:
    """Say whether what a clause denies is itself denied or refused by whoever tells it: "did not say that ..."."""
    tellers = [one for one in found if one.act[0].start < clause.act[0].start]
    return clause.is_told and any(is_turned(text, one) or _refuses(text, one) for one in tellers[-1:])


def _refuses(text: str, clause: Clause) -> bool:
    return stem(words(clause.act[0].of(text)).norms[0]) in _AGAINST


def _is_accepted(text: str, clause: Clause, place: Span) -> bool:
    """Say whether a phrase is the very thing that a verb of accepting governs, or one of several."""
    if base_of(words(clause.act[0].of(text)).norms[0]) not in lists.ACCEPTING:
        return False
    for span in clause.object:
        if span.is_touching(place):
            before = Span(span.start, max(span.start, place.start))
            rest = words(before.of(text)).norms
            heads = {norm for head in clause.head if head.end <= place.start for norm in words(head.of(text)).norms}
            return _BETWEEN.union(heads).issuperset(rest) or any(head.is_touching(place) for head in clause.head)
    return False


def _is_behind_no(text: str, clause: Clause, place: Span) -> bool:
    """Say whether a denial stands right before a phrase: "voiced no (concern)"."""
    return any(one.end <= place.start and not text[one.end : place.start].strip() for one in clause.negation)


def _is_held_back(text: str, sentence: Sentence, place: Span) -> bool:
    """Say whether a phrase opens with a verb that a denial stands right before: "not to (recognise)"."""
    norms = words(place.of(text)).norms
    if not norms or not forms(norms[0]) & {"base", "ing"}:
        return False
    before = words(text[max(sentence.span.start, place.start - _AHEAD) : place.start]).norms
    return any(before[-len(row) :] == row for row in map(tuple, map(str.split, lists.HOLDING_BACK)))
