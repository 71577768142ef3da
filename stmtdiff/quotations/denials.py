"""Find the negation that a quotation lost, or put in: the words stand, and say the opposite.

The ugly case: "is ... permitted" of a statement in which somebody "is not permitted". An ellipsis, words in
square brackets or the opening mark of the quotation may each swallow the one word that counts.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stmtdiff.grammar import is_denial, spelling, stem
from stmtdiff.languages import english_press as press
from stmtdiff.languages.english import (
    AUXILIARIES,
    FUNCTION_WORDS,
    INSIDE_DENIALS,
    NO_DENIALS,
    OCCASIONS,
    REFUSALS,
    SAYING_VERBS,
)
from stmtdiff.languages.english_clauses import CONTENT_NOUNS
from stmtdiff.model import Statement
from stmtdiff.quotations.place import Place
from stmtdiff.quotations.quotation import Passage
from stmtdiff.quotations.wording import Wording
from stmtdiff.saying.clause import Clause
from stmtdiff.saying.forms import is_adverb
from stmtdiff.saying.reading import clauses
from stmtdiff.spans import Span
from stmtdiff.words import words

_AHEAD = 5  # words in front of a passage within which a negation turns it, little words between them
_GOVERNS = 8  # words in front of a quotation within which an article's own negation governs it
_REFUSALS = frozenset(map(stem, REFUSALS))
_SAYING = frozenset(map(stem, SAYING_VERBS | press.REPORTING | press.MENTIONS))
_IDIOM = re.compile(press.DENIED_BEFORE, re.IGNORECASE)
_DENIED_NAMES = re.compile(press.DENIED_NAMES, re.IGNORECASE)
_CONDITION = re.compile(press.CONDITION, re.IGNORECASE)
_DENIED_AFTER = re.compile(press.DENIED_AFTER, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Turned:
    """How a quotation turns what stands in the statement; `span` are the statement's words with what it lost."""

    reason: str
    span: Span
    is_put_in: bool = False


def turned(wording: Wording, chain: Sequence[Passage], place: Place, before: str) -> Turned | None:
    """Return how a quotation turns what stands at `chain`.

    `before` are the article's own words in front of the quotation. None where nothing is turned.
    """
    whole = Span(chain[0].span.start, chain[-1].span.end)
    lost = next(_in_gaps(chain, place), "") or next(_in_runs(wording, chain, place), "")
    if lost:
        return Turned(f"it leaves out '{lost}'", whole)
    put_in = _put_in(wording, chain, place)
    ahead = _ahead(chain[0], place)
    if put_in and not ahead:
        return Turned(f"it puts in '{put_in}'", whole, is_put_in=True)
    if ahead and not put_in and not _is_denied(before):
        return Turned(f"in the statement '{ahead[0]}' comes before it", Span(ahead[1], whole.end))
    behind = _behind(chain[-1], place)
    if behind and not _is_denied(before):
        reason = f"the statement goes on '{behind.of(place.statement.text)}'"
        return Turned(reason, Span(whole.start, behind.end))
    return None


def denied_by(before: str, after: str, quoted: str) -> str:
    """Return the words by which an article denies that a quotation was said: "refused to say"; "" without them.

    Nothing may stand between them and the quotation but a verb of saying and little words: whoever "did not accept
    that the fleet 'withdraw'" may have said so. A bare "never" denies a deed that is `quoted`: "the
    Council never 'condemned' it".
    """
    opening = next((norm for norm in words(quoted).norms if norm[:1].isalpha() and not is_adverb(norm)), "")
    is_deed = stem(opening) in _SAYING
    for idiom in _IDIOM.finditer(before):
        if all(_is_saying(norm) for norm in words(before[idiom.end() :]).norms if norm != '"'):
            return " ".join(idiom[0].split())
    if named := _DENIED_NAMES.search(before):
        return " ".join((named["denial"] or named["bare"]).split())
    own = [norm for norm in words(before).norms if norm != '"']
    verbs = 0
    for at in range(len(own) - 1, -1, -1):
        norm = own[at]
        refuses = stem(norm) in _REFUSALS and (
            own[at + 1 : at + 2] in (["to"], ["having"]) or stem((*own, "")[at + 1]) in _SAYING
        )
        is_near = bool(verbs) or (is_deed and all(one in AUXILIARIES or is_adverb(one) for one in own[at + 1 :]))
        if refuses or (is_denial(norm) and is_near and not {*own[at + 1 : at + 2]} & NO_DENIALS):
            return norm
        verbs += stem(norm) in _SAYING
        if not _is_saying(norm):
            break
    found = _DENIED_AFTER.match(after)
    return " ".join((found["denial"] or found["absent"]).split()) if found else ""


def is_denied_there(first: Passage, place: Place) -> bool:
    """Say whether the sentence of a statement denies something in front of a passage."""
    sentence = place.sentence(first.span.start)
    ahead = range(*place.tokens(Span(sentence.span.start, first.span.start))) if sentence else ()
    return any(_denies(place, token) for token in ahead)


def denied_act(article: tuple[Statement, Span], statement: tuple[Statement, Span]) -> str:
    """Return the word by which an article denies the very act that governs a passage of the statement; else "".

    "The Council did not urge Ostrel to 'return the crew'" of a Council that urged it.
    """
    here, there = _governing(*article), _governing(*statement)
    if not here or not there or not here.negation or there.negation:
        return ""
    verbs = [words(one.act[0].of(of.text)).norms[:1] for one, of in ((here, article[0]), (there, statement[0]))]
    is_same = len({tuple(map(stem, map(spelling, verb))) for verb in verbs}) == 1
    return here.negation[0].of(article[0].text) if is_same else ""


def _governing(statement: Statement, span: Span) -> Clause | None:
    """Return the clause of the verb by which somebody says what begins at a span, outside of it; None without one."""
    paragraph = statement.paragraph_at(span.start)
    sentences = paragraph.sentences_at(Span(span.start, span.start + 1)) if paragraph else ()
    if paragraph is None or not sentences:
        return None
    found = clauses(statement, paragraph, sentences[0])
    before = [one for one in found if one.act[-1].end <= span.start and not one.is_told]
    return before[-1] if before else None


def lost_within(quoted: str, there: str) -> str:
    """Return the negation that a passage has and the quotation of it lacks, "" without one."""
    said = Counter(filter(is_denial, words(quoted).norms))
    return next(iter(Counter(filter(is_denial, words(there).norms)) - said), "")


def condition_behind(passage: Passage, place: Place) -> str:
    """Return the condition right behind a passage, to the end of its clause: "unless otherwise agreed"; else ""."""
    sentence = place.sentence(passage.span.start)
    found = _CONDITION.match(place.statement.text, passage.span.end, sentence.span.end) if sentence else None
    return " ".join(found["condition"].split()) if found else ""


def _is_saying(norm: str) -> bool:
    return norm in FUNCTION_WORDS or stem(norm) in _SAYING


def _in_gaps(chain: Sequence[Passage], place: Place) -> Iterator[str]:
    """Yield the negations that ellipses leave out of sentences of which words are quoted."""
    for one, other in pairwise(chain):
        first, last = place.tokens(Span(one.span.end, other.span.start))
        quoted = (place.sentence(one.span.end - 1), place.sentence(other.span.start))
        for token, norm in enumerate(place.words.norms[first:last], first):
            is_near = norm != "without" or token + 1 == last  # "without delay" denies the delay and no more
            if is_near and _denies(place, token) and place.sentence(place.words.starts[token]) in quoted:
                yield norm


def _in_runs(wording: Wording, chain: Sequence[Passage], place: Place) -> Iterator[str]:
    """Yield the negations in whose place a quotation has words in square brackets."""
    for run, passage in zip(wording.runs, chain, strict=True):
        said = list(filter(is_denial, words(run.text).norms))
        there = list(filter(is_denial, _norms(place, passage)))
        if len(there) > len(said):
            yield there[0]


def _put_in(wording: Wording, chain: Sequence[Passage], place: Place) -> str:
    """Return the negation that a quotation has in square brackets and the statement does not have, "" without one."""
    for run, passage in zip(wording.runs, chain, strict=True):
        said = list(filter(is_denial, words(run.text).norms))
        if len(said) > sum(map(is_denial, _norms(place, passage))):
            return said[0]
    return ""


def _ahead(passage: Passage, place: Place) -> tuple[str, int] | None:
    """Return the negation in front of a passage that turns it, and where it stands; None without one."""
    sentence = place.sentence(passage.span.start)
    if sentence is None:
        return None
    first, last = place.tokens(Span(sentence.span.start, max(sentence.span.start, passage.span.start)))
    if refused := _refused(place, first, last):
        return refused
    for token in range(last - 1, max(first, last - _AHEAD) - 1, -1):
        norm = place.words.norms[token]
        if _denies(place, token):
            return norm, place.words.starts[token]
        if _is_content(norm) and token < last - 1:
            before = token - 1
            is_subject = before >= first and place.words.norms[before] in ("no", "neither")  # "no State may"
            return (place.words.norms[before], place.words.starts[before]) if is_subject else None
    return None


def _behind(passage: Passage, place: Place) -> Span | None:
    """Return what turns a passage right behind it: "under no circumstances", "never"; None where nothing does."""
    first = place.tokens(Span(passage.span.start, passage.span.end))[1]
    norms = place.words.norms[first : first + 3]
    if norms[1:2] == ("no",) and norms[2:3] and norms[2] in OCCASIONS:
        return Span(place.words.starts[first], place.words.ends[first + 2])
    return None


def _refused(place: Place, first: int, last: int) -> tuple[str, int] | None:
    """Return the verb that refuses what stands behind token `last`: "rejected the claim that", "declined to"."""
    if last <= first or place.words.norms[last - 1] not in ("that", "to"):
        return None
    for token in range(last - 2, max(first, last - _AHEAD) - 1, -1):
        norm = place.words.norms[token]
        if stem(norm) in _REFUSALS:
            return norm, place.words.starts[token]
        if not (norm in FUNCTION_WORDS or norm in CONTENT_NOUNS):
            return None
    return None


def _denies(place: Place, token: int) -> bool:
    norms = place.words.norms
    return is_denial(norms[token]) and not (token + 1 < len(norms) and norms[token + 1] in NO_DENIALS)


def _is_content(norm: str) -> bool:
    return norm[:1].isalnum() and norm not in FUNCTION_WORDS and norm not in INSIDE_DENIALS and not norm.endswith("ly")


def _is_denied(before: str) -> bool:
    own = [norm for norm in words(before).norms if norm[:1].isalnum()][-_GOVERNS:]
    return any(is_denial(norm) or stem(norm) in _REFUSALS for norm in own)


def _norms(place: Place, passage: Passage) -> tuple[str, ...]:
    first, last = place.tokens(passage.span)
    return place.words.norms[first:last]
