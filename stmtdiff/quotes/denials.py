"""Find the negation that a quotation lost, or put in: the words stand, and say the opposite.

The ugly case: "is ... permitted" of a statement in which somebody "is not permitted". An ellipsis, words in
square brackets or the opening mark of the quotation may each swallow the one word that counts.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from stmtdiff.grammar import is_denial, stem
from stmtdiff.languages.english import FUNCTION_WORDS, INSIDE_DENIALS, NO_DENIALS, REFUSALS, SAYING_VERBS
from stmtdiff.languages.english_press import REPORTING
from stmtdiff.quotes.place import Place
from stmtdiff.quotes.quotation import Passage
from stmtdiff.quotes.wording import Wording
from stmtdiff.spans import Span
from stmtdiff.words import words

_AHEAD = 5  # words in front of a passage within which a negation turns it, little words between them
_GOVERNS = 8  # words in front of a quotation within which an article's own negation governs it
_REFUSALS = frozenset(map(stem, REFUSALS))
_SAYING = frozenset(map(stem, SAYING_VERBS | REPORTING))


def turned(wording: Wording, chain: Sequence[Passage], place: Place, before: str) -> tuple[str, Span] | None:
    """Return how a quotation turns what stands at `chain`, and where the statement's words begin with what it lost.

    `before` are the article's own words in front of the quotation. None where nothing is turned.
    """
    whole = Span(chain[0].span.start, chain[-1].span.end)
    lost = next(_in_gaps(chain, place), "") or next(_in_runs(wording, chain, place), "")
    if lost:
        return f"it leaves out '{lost}'", whole
    put_in = _put_in(wording, chain, place)
    ahead = _ahead(chain[0], place)
    if put_in and not ahead:
        return f"it puts in '{put_in}'", whole
    if ahead and not put_in and not _is_denied(before):
        return f"there '{ahead[0]}' stands before it", Span(ahead[1], whole.end)
    return None


def denied_in(before: str, first: Passage, place: Place) -> str:
    """Return the word by which an article denies what the statement says: "refused to say"; "" without one.

    Nothing may stand between it and the quotation but a verb of saying and little words: whoever "did not accept
    that the fleet 'withdraw'" may have said so.
    """
    sentence = place.sentence(first.span.start)
    ahead = range(*place.tokens(Span(sentence.span.start, first.span.start))) if sentence else ()
    if any(_denies(place, token) for token in ahead):
        return ""
    own = [norm for norm in words(before).norms if norm != '"']
    verbs = 0
    for at in range(len(own) - 1, -1, -1):
        norm = own[at]
        refuses = stem(norm) in _REFUSALS and (own[at + 1 : at + 2] == ["to"] or stem((*own, "")[at + 1]) in _SAYING)
        if refuses or (is_denial(norm) and verbs and own[at + 1 : at + 2] != ["only"]):
            return norm
        verbs += stem(norm) in _SAYING
        if not (norm in FUNCTION_WORDS or stem(norm) in _SAYING):
            return ""
    return ""


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
    for token in range(last - 1, max(first, last - _AHEAD) - 1, -1):
        norm = place.words.norms[token]
        if _denies(place, token):
            return norm, place.words.starts[token]
        if _is_content(norm) and token < last - 1:
            before = token - 1
            is_subject = before >= first and place.words.norms[before] in ("no", "neither")  # "no State may"
            return (place.words.norms[before], place.words.starts[before]) if is_subject else None
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
