"""Say who speaks at a place of a statement, and with which verb.

The ugly case: in "The Meeting noted that growth had slowed" the slowing is the Meeting's word, for growth says
nothing; in "The Meeting noted that several Ministers expressed concern" the concern is the Ministers'; and the
speaker of "Demands that the crew be freed" is some paragraphs above.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from stmtdiff.grammar import stem
from stmtdiff.languages import english_clauses as lists
from stmtdiff.languages.english import SAYING_VERBS, SPEAKERS
from stmtdiff.model import Paragraph, Sentence, Statement
from stmtdiff.saying.above import opening_above, organ_above
from stmtdiff.saying.clause import Clause
from stmtdiff.saying.denials import is_turned
from stmtdiff.saying.forms import base_of, forms, is_adverb
from stmtdiff.saying.reading import before, clauses, holders
from stmtdiff.spans import Span
from stmtdiff.words import words

_NEAR = 60  # code points before a verb in which its auxiliaries stand
_STEMS = frozenset(map(stem, SAYING_VERBS))


class Said(NamedTuple):
    """Who says something and by which verb, its modal and its denial included; None where the words do not tell.

    `act` is the verb alone, `is_denied` says whether what it says is turned round: "does not recognise".
    """

    speaker: Span | None = None
    verb: Span | None = None
    act: Span | None = None
    is_denied: bool = False


def said_at(
    statement: Statement, paragraph: Paragraph, sentence: Sentence, place: int, speakers: frozenset[str] = SPEAKERS
) -> Said:
    """Return who says what stands at code point `place` of `sentence`, and by which verb.

    A pronoun is answered; a verb may name nobody: "The raid was condemned". What an item of a list does not tell, the
    sentence tells that opens the list; a verb without a subject is that of the body whose name stands alone above.
    """
    return said_among(
        statement, paragraph, sentence, clauses(statement, paragraph, sentence, speakers), place, speakers
    )


def said_among(
    statement: Statement,
    paragraph: Paragraph,
    sentence: Sentence,
    found: Sequence[Clause],
    place: int,
    speakers: frozenset[str] = SPEAKERS,
) -> Said:
    """Return what `said_at` does, where the clauses of `sentence` are `found` already."""
    clause = _governing(statement.text, sentence, found, place, speakers)
    if clause and clause.speaker:
        speaker = _named(statement.text, clause) or _before(statement, paragraph, sentence, speakers)
        return _said(statement.text, speaker, clause, place)
    if clause and _has_object_first(statement.text, clause):
        return _said(statement.text, None, clause, place)
    form = _form(statement.text, clause) if clause else frozenset()
    organ = organ_above(statement, paragraph, speakers)
    is_part = "third" not in form or organ is None
    opening = opening_above(statement, paragraph) if is_part and _is_fragment(statement.text, found) else None
    if opening and (above := said_at(statement, *opening, opening[1].span.end, speakers)) != Said():
        return above
    if clause is None or (organ is None and not form & {"third", "ing"}):
        return Said()
    return _said(statement.text, organ, clause, place)


def _said(text: str, speaker: Span | None, clause: Clause, place: int) -> Said:
    act = Span(clause.act[0].start, clause.act[-1].end)
    return Said(speaker, _verb(text, clause, place), act, is_turned(text, clause))


def acting_at(
    statement: Statement, paragraph: Paragraph, sentence: Sentence, place: int, speakers: frozenset[str] = SPEAKERS
) -> Said:
    """Return who says what stands at code point `place` as `said_at` does, or where nobody does, what is done there.

    Of "Ostrel should free the crew" nobody is told to say it; the verb is "should free".
    """
    said = said_at(statement, paragraph, sentence, place, speakers)
    if said.act is not None:
        return said
    found = clauses(statement, paragraph, sentence, speakers)
    number = _holding(statement.text, sentence, place, speakers)
    clause = None if number is None else found[number]
    return _said(statement.text, None, clause, place)._replace(speaker=said.speaker) if clause else said


def speaker_at(
    statement: Statement, paragraph: Paragraph, sentence: Sentence, place: int, speakers: frozenset[str] = SPEAKERS
) -> Span | None:
    """Return who says what stands at code point `place` of `sentence`, None where no word tells; see `said_at`."""
    return said_at(statement, paragraph, sentence, place, speakers).speaker


def _governing(
    text: str, sentence: Sentence, found: Sequence[Clause], place: int, speakers: frozenset[str]
) -> Clause | None:
    """Return the clause of whoever says what stands at `place`, None where nobody does.

    It is the clause that holds the place, or the last before it. What is told there, or is said of somebody with
    "who", is the word of whoever speaks before it, or right behind: "Growth had slowed, the Board noted." Any other
    clause whose subject says nothing is nobody's word.
    """
    holding = _holding(text, sentence, place, speakers)
    if holding is None:
        holding = max(0, bisect_right(found, place, key=lambda clause: clause.act[0].start) - 1)
    for number in range(min(holding, len(found) - 1), -1, -1):
        clause = found[number]
        if _speaks(text, clause, speakers):
            return clause
        if not clause.speaker and not clause.is_told and _tells(text, clause):
            return clause
        if not (clause.is_told or (clause.speaker and _is_pronoun(text, clause))):
            break
    behind = (one for one in islice(found, holding + 1, None) if one.speaker and not (one.object or one.is_told))
    return next((one for one in behind if _tells(text, one)), None)


def _holding(text: str, sentence: Sentence, place: int, speakers: frozenset[str]) -> int | None:
    """Return the number of the first clause of a sentence whose words hold `place`, None where none does."""
    return min(holders(text, sentence, speakers).at(Span(place, place + 1)), default=None)


def _speaks(text: str, clause: Clause, speakers: frozenset[str]) -> bool:
    """Say whether somebody acts in a clause: one of those who speak in the forum, or anybody who says something.

    What another clause says is the other's word, unless somebody says something in it: "agreed that States should act".
    """
    if not clause.speaker:
        return bool(_form(text, clause))
    if clause.stands_for is None and _is_pronoun(text, clause):
        return _whole(clause.speaker).of(text).lower() not in ("who", "which")
    verb = words(clause.act[0].of(text)).norms[0]
    if verb == "voting":  # a roll of names, as "Voting against were"
        return False
    is_saying = _tells(text, clause)
    if clause.is_told and (clause.modal or not is_saying):
        return False
    told = clause.stands_for or _whole(clause.speaker)
    return clause.many != "" and (is_saying or not speakers.isdisjoint(words(told.of(text)).norms))


def _tells(text: str, clause: Clause) -> bool:
    verb, *rest = words(clause.act[0].of(text)).norms
    if " ".join(rest) in lists.TELLING_NOUNS:
        return True
    return verb in lists.TELLING_VERBS or base_of(verb) in SAYING_VERBS or stem(verb) in _STEMS


def _form(text: str, clause: Clause) -> frozenset[str]:
    """Return which forms the verb of a clause can be that has no subject in its sentence; none where it needs none.

    "Demands", "Recalling", "Gravely concerned at"; but not "Concern was voiced" and not "there remains".
    """
    if clause.speaker or clause.is_told or _has_object_first(text, clause):
        return frozenset()
    norm = words(clause.act[0].of(text)).norms[0]
    return frozenset({"ing"}) if norm in lists.MINDS else forms(norm) & {"third", "ing", "past"}


def _has_object_first(text: str, clause: Clause) -> bool:
    """Say whether what a verb is about stands before it, or an empty word: "Concern was voiced", "there remains"."""
    start = clause.act[0].start
    before = words(text[max(0, start - _NEAR) : start]).norms
    return before[-1:] in (("there",), ("it",)) or any(span.start < start for span in clause.object)


def _is_fragment(text: str, found: Sequence[Clause]) -> bool:
    """Say whether a sentence may be an item that another one opens: its first verb has no subject of any kind."""
    return not found or not (found[0].speaker or _has_object_first(text, found[0]))


def _verb(text: str, clause: Clause, place: int) -> Span:
    """Return the verb of a clause with its modal, its denial, and what it goes on to do: "has ceased to expect"."""
    act = clause.act
    start, end = act[0].start, act[-1].end
    start = _with_auxiliaries(text, start)
    for span in sorted((*clause.modal, *clause.negation), reverse=True):
        if span.start < start <= span.end or (span.end <= start and not text[span.end : start].strip()):
            start = _with_auxiliaries(text, span.start)
    is_aspect = base_of(words(act[0].of(text)).norms[0]) in lists.ASPECTS
    if is_aspect and clause.object and clause.head and words(clause.object[0].of(text)).norms[0] == "to":
        end = _with_particle(text, clause.head[0]) if clause.head[0].start <= place else end
    return Span(start, end)


def _with_particle(text: str, verb: Span) -> int:
    """Return where a verb ends with what belongs to it: "(continues to) call for"."""
    behind = words(text[verb.end : verb.end + _NEAR])
    fixed = lists.FIXED_PHRASES.get(base_of(words(verb.of(text)).norms[0]), ())
    counts = [len(row) for row in map(str.split, fixed) if list(behind.norms[: len(row)]) == row]
    return verb.end + behind.ends[max(counts) - 1] if counts else verb.end


def _with_auxiliaries(text: str, start: int) -> int:
    """Return where the auxiliaries before a verb begin, adverbs between: "(did) not agree", "(is also) weighing"."""
    base = max(0, start - _NEAR)
    before = words(text[base:start])
    for norm, place in zip(reversed(before.norms), reversed(before.starts), strict=True):
        if norm in lists.ALL_AUXILIARIES:
            start = base + place
        elif not is_adverb(norm):
            break
    return start


def _is_pronoun(text: str, clause: Clause) -> bool:
    return _whole(clause.speaker).of(text).lower() in lists.ANY_PRONOUN


def _named(text: str, clause: Clause) -> Span | None:
    """Return whom a clause names as its speaker; "we" names itself, and of another open pronoun None is told."""
    named = clause.stands_for or _whole(clause.speaker)
    is_open = clause.stands_for is None and _is_pronoun(text, clause)
    return None if is_open and named.of(text).lower() not in lists.FIRST_PERSON else named


def _before(statement: Statement, paragraph: Paragraph, sentence: Sentence, speakers: frozenset[str]) -> Span | None:
    """Return who spoke last in the sentences before, where a pronoun tells no more than that."""
    for earlier in before(paragraph, sentence):
        found = clauses(statement, paragraph, earlier, speakers)
        clause = _governing(statement.text, earlier, found, earlier.span.end, speakers)
        if clause is None or not clause.speaker:
            return None
        if named := _named(statement.text, clause):
            return named
    return None


def _whole(spans: Sequence[Span]) -> Span:
    return Span(spans[0].start, spans[-1].end)
