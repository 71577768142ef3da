"""Find the places that a quotation was stitched together from: two or three, each word for word."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from stmtdiff.languages.english import FUNCTION_WORDS
from stmtdiff.phrases import PhraseSet, compile_phrase
from stmtdiff.quotations.place import Place
from stmtdiff.quotations.quotation import Passage
from stmtdiff.quotations.wording import is_mark_of_quotation
from stmtdiff.saying.clause import Clause
from stmtdiff.saying.reading import clauses
from stmtdiff.spans import Span
from stmtdiff.words import words

_LEAST = 3  # words of a part
_PARTS = 3
_OPENING = 1  # words of a part before its verb: "and (may undermine)"
_LONGEST = 20_000  # words; a longer quotation is not searched for seams, and a note says so
_SIGNS = frozenset("*|[]")  # what would mean something else in a phrase


def stitched(text: str, place: Place) -> tuple[Passage, ...]:
    """Return where the parts of `text` stand in a statement, each as long as it can be; empty where a part does not.

    Empty for a text that `is_too_long`.
    """
    slots = _slots(text)
    passages: list[Passage] = []
    while slots and len(slots) <= _LONGEST and len(passages) < _PARTS:
        length = _longest(slots, place)
        if length is None:
            return ()
        match = place.exact(PhraseSet([compile_phrase(" ".join(slots[:length]))]))[0]
        passages.append(place.passage(match.first, match.last))
        slots = _without_seam(slots[length:])
    return tuple(passages) if not slots and len(passages) > 1 else ()


def is_too_long(text: str) -> bool:
    """Say whether a quotation has too many words to be searched for the places that it was put together from."""
    return len(_slots(text)) > _LONGEST


def _slots(text: str) -> list[str]:
    """Return the words and marks of a quotation as they are looked up."""
    found = words(text)
    return [
        text[start:end]
        for start, end, norm in zip(found.starts, found.ends, found.norms, strict=True)
        if not is_mark_of_quotation(norm) and norm not in _SIGNS
    ]


def joined_acts(chain: Sequence[Passage], place: Place) -> tuple[str, str] | None:
    """Return what an ellipsis joins that the statement says apart, None where it joins what belongs together.

    That is an act and the act of which the next part is the object, or a speaker and the verb of somebody else.
    "The Council condemned ... the truce" of a Council that condemned the raid and welcomed the truce.
    """
    text = place.statement.text
    for one, other in pairwise(chain):
        act = ""
        for clause in _clauses(place, one.span.end - 1):
            is_quoted = one.span.start <= clause.act[0].start and clause.act[-1].end <= one.span.end
            act = clause.act[-1].of(text) if is_quoted and not clause.is_told else act
        for clause in _clauses(place, other.span.start) if act else ():
            is_between = one.span.end <= clause.act[0].start and clause.act[-1].end <= other.span.start
            is_between = is_between and not clause.is_told
            if is_between and any(span.start <= other.span.start < span.end for span in clause.object):
                return act, clause.act[-1].of(text)
        if lost := _lost_subject(one, other, place):
            return lost
    return None


def _lost_subject(one: Passage, other: Passage, place: Place) -> tuple[str, str] | None:
    """Return the verb of one part and that of the next, where the subject of that verb is left out.

    "The Meeting expressed concern ... and may undermine trust" of incidents "which" may undermine it.
    """
    text = place.statement.text
    first = [clause for clause in _clauses(place, one.span.start) if _is_within(clause.act[:1], one.span)]
    for clause in _clauses(place, other.span.start) if first else ():
        verb = min((*clause.modal, *clause.act))
        is_near = other.span.start <= verb.start and len(words(text[other.span.start : verb.start])) <= _OPENING
        if is_near and clause.speaker and _is_within(clause.speaker[:1], Span(one.span.end, other.span.start)):
            return first[0].act[0].of(text), clause.act[-1].of(text)
    return None


def _is_within(spans: Sequence[Span], whole: Span) -> bool:
    return any(whole.start <= span.start and span.end <= whole.end for span in spans)


def _clauses(place: Place, at: int) -> Sequence[Clause]:
    sentence = place.sentence(at)
    return clauses(place.statement, place.paragraph(at), sentence) if sentence else ()


def _longest(slots: list[str], place: Place) -> int | None:
    """Return how many of the first words stand together in a statement, None where it is too few to tell."""
    first = next((at for at, slot in enumerate(slots) if _has_meaning(slot)), len(slots))
    lengths = [length for length in range(max(_LEAST, first + 1), len(slots) + 1) if slots[length - 1][:1].isalnum()]
    # Where many words stand, the first ones of them do: so the longest is found by halves.
    count = bisect_left(lengths, 1, key=lambda length: not _stands(slots[:length], place))
    return lengths[count - 1] if count else None


def _stands(slots: list[str], place: Place) -> bool:
    return bool(place.exact(PhraseSet([compile_phrase(" ".join(slots))])))


def _has_meaning(slot: str) -> bool:
    """Say whether a word tells a wording from chance."""
    return slot[:1].isalnum() and slot.lower() not in FUNCTION_WORDS


def _without_seam(slots: list[str]) -> list[str]:
    """Return what is left behind a part, without the comma or the "and" at the seam."""
    while slots and (not slots[0][:1].isalnum() or (slots[0].lower() == "and" and len(slots) > _LEAST)):
        slots = slots[1:]
    return slots
