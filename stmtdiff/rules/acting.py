"""Read the act of one clause: what its speaker does with words, on its rung, and about what.

The ugly case: "We continue to call for a truce" calls, "we remain deeply concerned" is concerned, and "we reiterated
our hope" hopes: of none of them does the verb say what is done.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from stmtdiff.grammar import stem
from stmtdiff.languages.english import COPULAS, LISTING
from stmtdiff.languages.english_clauses import CONTINUING, GLAD
from stmtdiff.model import Paragraph, Sentence
from stmtdiff.rules.act import NEAR, STRONG, Act, joined, meets, senses, stems_of
from stmtdiff.rules.finding import Range
from stmtdiff.rules.pack import Sense
from stmtdiff.rules.predicates import covering, existence, judgement
from stmtdiff.rules.senses import Mark
from stmtdiff.rules.structure import item_verb
from stmtdiff.rules.voices import Voices
from stmtdiff.saying.forms import forms
from stmtdiff.spans import Span

if TYPE_CHECKING:
    from stmtdiff.saying.clause import Clause

_LOOKING = frozenset({"record"})  # what is promised is a deed, and no act: "will consider"


def act_of(
    paragraph: Paragraph,
    sentence: Sentence,
    clause: "Clause",
    behind: "Sequence[Clause]",
    marks: Sequence[Mark],
    voices: Voices,
) -> Act | None:
    """Return the act of a clause in a sentence with some `marks`; None where nobody of the forum acts or promises.

    `behind` are the clauses of the sentence that follow it.
    """
    norms, until = paragraph.words.norms, _until(paragraph, sentence, behind)
    whole, where = _whole(paragraph, clause, until), _where(paragraph, sentence, clause)
    modal = paragraph.tokens_at(clause.modal[0]) if clause.modal else None
    reach = joined(joined(whole, (where[0], where[1] + NEAR)), modal)
    near = marks[bisect_right(marks, reach[0], key=_last) : bisect_left(marks, reach[1], key=_first)]
    rungs = senses(near, "act", where)
    promised = senses(near, "promise", modal) if modal else []
    ordered = senses(near, "order", modal) if modal and not (clause.is_told or clause.negation) else []
    if ordered and not voices.are_heard(clause, promises=False):  # what others must do is asked of them
        rungs, promised = ordered, []
    elif not rungs and not promised:
        found = covering(paragraph, sentence, clause, marks) or existence(paragraph, sentence, clause, marks)
        return found or judgement(paragraph, sentence, clause, marks, until)
    if clause.negation and not promised and not any(sense.name == "regard" for sense in rungs):
        return None  # "we do not support" is no act, and the rule on negations speaks of it; "do not recognise" is one
    around = whole[0], where[1] + NEAR
    named = [mark for mark in near if _is_noun(mark, norms, around) and not meets((mark.first, mark.last), where)]
    nouns = [sense for mark in named if (sense := mark.sense_of("noun"))]
    promises = any(sense.name == "promise" for sense in (*rungs, *nouns))
    if not ordered and not voices.are_heard(clause, promises=promises):
        return None
    worth = _promise(paragraph, clause, near, promised) if promised else max(_worths(rungs, nouns))
    verb = next((mark.first for mark in near if mark.sense_of("act") and meets((mark.first, mark.last), where)), None)
    acting = where if not named or promised else (where[0], max(where[1], named[-1].last))
    said = {stem(norm) for norm in norms[slice(*acting)]}
    speaker = paragraph.tokens_at(clause.speaker[0]) if clause.speaker else None
    return Act(
        worth,
        " ".join((stem(norms[where[0] if verb is None else verb]), *sorted({one.name for one in nouns if one.name}))),
        joined(acting, modal),
        whole,
        stems_of(norms[slice(*whole)]) - said,
        bool(senses(near, "courtesy", whole)),
        where[0] <= sentence.first + NEAR,
        frozenset(sense.name for sense in (*rungs, *nouns)) - (_LOOKING if promised else frozenset()),
        joined(_with_tail(paragraph, clause, whole), speaker),
        sentence.index,
    )


def item_of(paragraph: Paragraph, sentence: Sentence, marks: Sequence[Mark]) -> Act | None:
    """Return what an item of a list promises that opens with a verb: "(a) Hold smugglers accountable"."""
    at = item_verb(paragraph) if sentence.first == paragraph.sentences[0].first else None
    if at is None:
        return None
    where, whole = (at, at + 1), (at, sentence.last)
    rungs = [sense.worth for kind in ("act", "deed") for sense in senses(marks, kind, where)]
    about = stems_of(paragraph.words.norms[at + 1 : sentence.last])
    return Act(
        rungs[0] if rungs else STRONG, stem(paragraph.words.norms[at]), where, whole, about,
        bool(senses(marks, "courtesy", whole)), True, frozenset(), whole, sentence.index,
    )  # fmt: skip


def _whole(paragraph: Paragraph, clause: "Clause", until: int) -> Range:
    """Return the tokens of a clause; of "demands that ..." what it is about is a clause of its own, up to `until`."""
    spans = [*clause.act, *clause.object, *clause.modal, *clause.negation, *clause.strength]
    whole = paragraph.tokens_at(Span(min(span.start for span in spans), max(span.end for span in spans)))
    return whole if clause.object else (whole[0], until)


def _where(paragraph: Paragraph, sentence: Sentence, clause: "Clause") -> Range:
    """Return the tokens that say what is done: of "remain committed to" and "continue to call for" more than a verb."""
    norms = paragraph.words.norms
    first, last = paragraph.tokens_at(Span(clause.act[0].start, clause.act[-1].end))
    is_there = norms[first - 1 : first] == ("there",)
    is_state = norms[last - 1] in COPULAS and not is_there
    follows = norms[last] if last < sentence.last else ""
    is_kept = norms[last - 1] in CONTINUING and (follows == "to" or "ing" in forms(follows))
    if is_state or is_kept:
        last = min(last + 2, sentence.last)
    if not GLAD.isdisjoint(norms[first:last]) and "to" in norms[last - 1 : last + 1]:  # "are pleased to announce"
        last = min(last + 2, sentence.last)
    return first, last


def _until(paragraph: Paragraph, sentence: Sentence, behind: "Sequence[Clause]") -> int:
    """Return the token at which what a clause says is over: where one begins that nobody tells in it."""
    following = next((clause for clause in behind if not clause.is_told), None)
    if following is None:
        return sentence.last
    place = paragraph.tokens_at(following.speaker[0] if following.speaker else following.act[0])[0]
    return max(place, paragraph.tokens_at(behind[0].act[0])[0])


def _with_tail(paragraph: Paragraph, clause: "Clause", whole: Range) -> Range:
    """Return an act with the times and conditions that stand right behind it: "to report (by May), (if needed)"."""
    for span in sorted((*clause.times, *clause.conditions), key=lambda span: span.start):
        first, last = paragraph.tokens_at(span)
        if whole[1] <= first <= whole[1] + 1:
            whole = whole[0], last
    return whole


def _promise(paragraph: Paragraph, clause: "Clause", near: Sequence[Mark], promised: Sequence[Sense]) -> int:
    """Return what a promise is worth: no more than what is promised; to hold back from a deed is not to do it."""
    first, last = paragraph.tokens_at(Span(clause.act[0].start, clause.act[-1].end))
    deeds = [
        sense.worth
        for mark in near
        if (sense := mark.sense_of("deed")) and first <= mark.first < last + 2 and not clause.negation
    ]
    return min(deeds, default=max(sense.worth for sense in promised))


def _is_noun(mark: Mark, norms: Sequence[str], place: Range) -> bool:
    """Say whether a mark in `place` is a noun that says what a verb does: "reiterated their (support)"."""
    if mark.sense_of("noun") is None or not place[0] <= mark.first < place[1]:
        return False
    at = mark.first - 1  # "to coordinate, join and (support)" is no noun
    while at > place[0] and (norms[at] in LISTING or "base" in forms(norms[at])):
        at -= 1
    return norms[at] != "to"


def _worths(rungs: Sequence[Sense], nouns: Sequence[Sense]) -> list[int]:
    """Return what the words of an act are worth; of a wish, no more than that: "reiterated their hope"."""
    found = [sense.worth for sense in (*nouns, *rungs)]
    wish = max((sense.worth for sense in nouns), default=0)
    is_wish = bool(nouns) and all(sense.name == "wish" for sense in nouns) and wish < max(found)
    return [wish] if is_wish else found


def _first(mark: Mark) -> int:
    return mark.first


def _last(mark: Mark) -> int:
    return mark.last
