"""Say who says what stands at a place of a statement.

The ugly case: in "The Meeting noted that growth had slowed" the slowing is the Meeting's word, for growth says nothing;
in "The Meeting noted that several Ministers expressed concern" the concern is the Ministers'.
"""

from collections.abc import Sequence

from stmtdiff.grammar import stem
from stmtdiff.languages import english_clauses as lists
from stmtdiff.languages.english import SAYING_VERBS, SPEAKERS
from stmtdiff.model import Paragraph, Sentence, Statement
from stmtdiff.saying.clause import Clause
from stmtdiff.saying.reading import clauses
from stmtdiff.spans import Span
from stmtdiff.words import words

_SAYING = frozenset(map(stem, SAYING_VERBS)) | lists.TELLING_VERBS


def speaker_at(
    statement: Statement, paragraph: Paragraph, sentence: Sentence, place: int, speakers: frozenset[str] = SPEAKERS
) -> Span | None:
    """Return who says what stands at code point `place` of `sentence`, pronouns answered; None where no word tells."""
    found = clauses(statement, paragraph, sentence, speakers)
    clause = _governing(statement.text, found, place, speakers)
    if clause is None:
        return None
    if clause.stands_for or not _is_pronoun(statement.text, clause):
        return clause.stands_for or _whole(clause.speaker)
    return _before(statement, paragraph, sentence, speakers)


def _governing(text: str, found: Sequence[Clause], place: int, speakers: frozenset[str]) -> Clause | None:
    """Return the clause of whoever can say what stands at `place`: the one that holds it, else the last before it."""
    holding = next((number for number, clause in enumerate(found) if _holds(clause, place)), None)
    if holding is None:
        holding = max((number for number, clause in enumerate(found) if clause.act[0].start <= place), default=0)
    return next((clause for clause in reversed(found[: holding + 1]) if _speaks(text, clause, speakers)), None)


def _holds(clause: Clause, place: int) -> bool:
    return any(span.start <= place < span.end for span in (*clause.act, *clause.object, *clause.strength))


def _speaks(text: str, clause: Clause, speakers: frozenset[str]) -> bool:
    """Say whether somebody acts in a clause: one of those who speak in the forum, or anybody who says something."""
    if not clause.speaker:
        return False
    if _is_pronoun(text, clause) and clause.stands_for is None:
        return True
    told = clause.stands_for or _whole(clause.speaker)
    if not speakers.isdisjoint(words(told.of(text)).norms):
        return True
    verb = words(clause.act[0].of(text)).norms[0]
    return clause.many != "" and (verb in _SAYING or stem(verb) in _SAYING)


def _is_pronoun(text: str, clause: Clause) -> bool:
    return _whole(clause.speaker).of(text).lower() in lists.ANY_PRONOUN


def _before(statement: Statement, paragraph: Paragraph, sentence: Sentence, speakers: frozenset[str]) -> Span | None:
    """Return who spoke last in the sentences before, where a pronoun tells no more than that."""
    for earlier in reversed([one for one in paragraph.sentences if one.index < sentence.index]):
        found = clauses(statement, paragraph, earlier, speakers)
        if clause := _governing(statement.text, found, earlier.span.end, speakers):
            if clause.stands_for or not _is_pronoun(statement.text, clause):
                return clause.stands_for or _whole(clause.speaker)
        else:
            return None
    return None


def _whole(spans: Sequence[Span]) -> Span:
    return Span(spans[0].start, spans[-1].end)
