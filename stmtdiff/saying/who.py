"""Say who says what stands at a place of a statement, and by which verb.

The ugly case: in "The Meeting noted that growth had slowed" the slowing is the Meeting's word, for growth says nothing;
in "The Meeting noted that several Ministers expressed concern" the concern is the Ministers'.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stmtdiff.grammar import stem
from stmtdiff.languages import english_clauses as lists
from stmtdiff.languages.english import SAYING_VERBS, SPEAKERS
from stmtdiff.model import Paragraph, Sentence, Statement
from stmtdiff.saying.clause import Clause
from stmtdiff.saying.reading import clauses
from stmtdiff.spans import Span
from stmtdiff.words import words

_SAYING = frozenset(map(stem, SAYING_VERBS)) | lists.TELLING_VERBS


@dataclass(frozen=True, slots=True)
class Said:
    """Who says something and by which verb; None where the words do not tell."""

    speaker: Span | None = None
    verb: Span | None = None


def said_at(
    statement: Statement, paragraph: Paragraph, sentence: Sentence, place: int, speakers: frozenset[str] = SPEAKERS
) -> Said:
    """Return who says what stands at code point `place` of `sentence`, pronouns answered, and by which verb.

    A verb may name nobody: "Demands that the crew be freed", "The raid was condemned".
    """
    text = statement.text
    rows = list(_outwards(text, clauses(statement, paragraph, sentence, speakers), place))
    said = next((one for one in rows if _speaks(one, text, speakers)), None)
    act = next((one for one in rows if one is said or (not one.speaker and _tells(one, text))), None)
    named = None if said is None else _named(text, said) or _before(statement, paragraph, sentence, speakers)
    return Said(named, _whole(act.act) if act else None)


def speaker_at(
    statement: Statement, paragraph: Paragraph, sentence: Sentence, place: int, speakers: frozenset[str] = SPEAKERS
) -> Span | None:
    """Return who says what stands at code point `place` of `sentence`, None where no word tells; see `said_at`."""
    return said_at(statement, paragraph, sentence, place, speakers).speaker


def _outwards(text: str, found: Sequence[Clause], place: int) -> Iterator[Clause]:
    """Yield the clauses that may say what stands at `place`: the one that holds it, those before it, one behind it.

    The one behind tells what it follows: "Growth had slowed, the Board noted." What is told in a clause with "that" is
    said by nobody in it who does not speak himself.
    """
    holding = next((number for number, clause in enumerate(found) if _holds(clause, place)), None)
    if holding is None:
        holding = max((number for number, clause in enumerate(found) if clause.act[0].start <= place), default=0)
    for number in range(min(holding, len(found) - 1), -1, -1):
        if _tells(found[number], text) or not (number and _is_told(found[number], found[number - 1], text)):
            yield found[number]
    yield from (one for one in found[holding + 1 :] if one.speaker and not one.object and _tells(one, text))


def _holds(clause: Clause, place: int) -> bool:
    return any(span.start <= place < span.end for span in (*clause.act, *clause.object, *clause.strength))


def _is_told(clause: Clause, before: Clause, text: str) -> bool:
    """Say whether a clause stands behind the "that" of the one `before` it, which may be left out."""
    start = min(span.start for span in (*clause.speaker, *clause.act, *clause.object))
    between = words(text[before.act[-1].end : start]).norms
    return between[-1:] == ("that",) or (not between and not before.object)


def _speaks(clause: Clause, text: str, speakers: frozenset[str]) -> bool:
    """Say whether somebody acts in a clause: one of those who speak in the forum, or anybody who says something."""
    if not clause.speaker:
        return False
    if _is_pronoun(text, clause) and clause.stands_for is None:
        return True
    told = clause.stands_for or _whole(clause.speaker)
    return not speakers.isdisjoint(words(told.of(text)).norms) or (clause.many != "" and _tells(clause, text))


def _tells(clause: Clause, text: str) -> bool:
    verb = words(clause.act[0].of(text)).norms[0]
    return verb in _SAYING or stem(verb) in _SAYING


def _is_pronoun(text: str, clause: Clause) -> bool:
    return _whole(clause.speaker).of(text).lower() in lists.ANY_PRONOUN


def _named(text: str, clause: Clause) -> Span | None:
    """Return whom a clause names as its speaker, None where that is a pronoun that nothing answers."""
    return clause.stands_for or (None if _is_pronoun(text, clause) else _whole(clause.speaker))


def _before(statement: Statement, paragraph: Paragraph, sentence: Sentence, speakers: frozenset[str]) -> Span | None:
    """Return who spoke last in the sentences before, where a pronoun tells no more than that."""
    text = statement.text
    for earlier in reversed([one for one in paragraph.sentences if one.index < sentence.index]):
        rows = _outwards(text, clauses(statement, paragraph, earlier, speakers), earlier.span.end)
        clause = next((one for one in rows if _speaks(one, text, speakers)), None)
        if clause is None:
            return None
        if named := _named(text, clause):
            return named
    return None


def _whole(spans: Sequence[Span]) -> Span:
    return Span(spans[0].start, spans[-1].end)
