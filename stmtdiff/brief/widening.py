"""Widen a shift to words that can be filed.

"grave" says nothing, "expressed grave concern at the missile tests" does.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import takewhile

from stmtdiff.brief.figures import figures
from stmtdiff.grammar import is_denial
from stmtdiff.languages.english import DETERMINERS, FUNCTION_WORDS, OPENING_WORDS
from stmtdiff.languages.marks import CLAUSE_ENDS
from stmtdiff.model import Paragraph, Statement
from stmtdiff.saying import JOINTS, parts_of
from stmtdiff.spans import Span

_BEFORE, _AFTER = 4, 6  # words added on either side
_EXTRA = 4  # words more, so as not to end on an article or a preposition
_REST = 3  # words more, where a clause begins or ends with them
_DENIED = 2  # words behind a negation that it may turn: "not been agreed"
_DETERMINERS = DETERMINERS - {"that"}  # before a noun it is mostly a conjunction: "said that concern"
_NEVER_FIRST = FUNCTION_WORDS - _DETERMINERS - OPENING_WORDS


def widened(statement: Statement, span: Span, around: Iterable[Span] = ()) -> Span | None:
    """Return `span` with a few words of its sentence around it; None where there is no sentence.

    It does not reach into the spans `around` nor into what somebody else says in the sentence, and cuts no figure and
    no negation from what it belongs to.
    """
    sentences, paragraph = statement.sentences_at(span), statement.paragraph_at(span.start)
    if not sentences or paragraph is None:
        return None
    norms = paragraph.words.norms
    low, high = sentences[0].first, sentences[-1].last
    changed = paragraph.tokens_at(span)
    first = min(max(low, changed[0]), high)
    last = max(first, min(high, changed[1]))
    for other in around:
        if other.end <= span.start:
            low = min(max(low, paragraph.tokens_inside(Span(other.end, span.start))[0]), first)
        elif other.start >= span.end:
            high = max(min(high, paragraph.tokens_inside(Span(span.end, other.start))[1]), last)
    changed = first, last
    first, last = _left(norms, first, low), _right(norms, last, high)
    if not JOINTS.isdisjoint((*norms[first : changed[0]], *norms[changed[1] : last])):
        low, high = _apart(statement, paragraph, changed, (low, high))
        first, last = _left(norms, changed[0], low), _right(norms, changed[1], high)
    if first == last:
        return None
    first = _name(statement, paragraph, first, low)
    while first < last and not norms[first][:1].isalnum() and norms[first] not in "([\"'$€£":
        first += 1
    first, last = _uncut(statement, paragraph, (first, last), changed, (low, high))
    return paragraph.span_of(first, last) if first < last else None


def _apart(
    statement: Statement, paragraph: Paragraph, changed: tuple[int, int], within: tuple[int, int]
) -> tuple[int, int]:
    """Return the tokens `within`, as far as nobody else speaks in them than in those that `changed`."""
    sentences = [one for one in paragraph.sentences if one.first < within[1] and one.last > within[0]]
    parts = [paragraph.tokens_at(part) for one in sentences for part in parts_of(statement, one)]
    low = max((start for start, _ in parts if start <= changed[0]), default=0)
    high = min((end for _, end in parts if end >= changed[1]), default=within[1])
    return max(low, within[0]), min(high, within[1])


def whole(statement: Statement, span: Span) -> Span:
    """Return `span` with the whole of a figure that it cuts, and of a negation in front of it."""
    sentences, paragraph = statement.sentences_at(span), statement.paragraph_at(span.start)
    if not sentences or paragraph is None:
        return span
    tokens = paragraph.tokens_inside(span)
    if tokens[0] >= tokens[1]:
        return span
    first, last = _uncut(statement, paragraph, tokens, tokens, (sentences[0].first, sentences[-1].last))
    return paragraph.span_of(first, last)


def reads(statement: Statement, span: Span) -> str:
    """Return the words of `span` letter for letter, on one line."""
    return " ".join(span.of(statement.text).split())


def _row(statement: Statement, span: Span) -> list[Span]:
    """Return where each token of the sentences that `span` touches stands."""
    sentences, paragraph = statement.sentences_at(span), statement.paragraph_at(span.start)
    if not sentences or paragraph is None:
        return []
    return [paragraph.span_of(at, at + 1) for at in range(sentences[0].first, sentences[-1].last)]


def _uncut(
    statement: Statement,
    paragraph: Paragraph,
    shown: tuple[int, int],
    changed: tuple[int, int],
    within: tuple[int, int],
) -> tuple[int, int]:
    """Return the tokens `shown` with the whole of a figure that they cut and of a negation that turns them."""
    (first, last), words = shown, paragraph.words
    while last > max(first, changed[1]) and is_denial(words.norms[last - 1]):  # it turns what is not shown
        last -= 1
    before = -1
    while before != first:
        before = first
        for start, end in figures(paragraph.body.of(statement.text)):
            if first < last and start < words.starts[first] < end:
                first = max(within[0], min(first, bisect_left(words.starts, start)))
            if first < last and start < words.ends[last - 1] < end:
                last = min(within[1], max(last, bisect_right(words.ends, end)))
        for place in range(max(within[0], first - _DENIED), first):
            if is_denial(words.norms[place]) and all(norm[:1].isalnum() for norm in words.norms[place:first]):
                first = place
                break
    return first, last


def _name(statement: Statement, paragraph: Paragraph, first: int, low: int) -> int:
    """Return `first`, or where the name in capitals begins that it would cut."""

    def is_named(token: int) -> bool:
        return statement.text[paragraph.span_of(token, token + 1).start].isupper()

    begun = first
    while begun > low and is_named(begun) and is_named(begun - 1):
        begun -= 1
    return begun - 1 if begun < first and begun > low and paragraph.words.norms[begun - 1] in _DETERMINERS else begun


def shared(
    sides: tuple[Statement, Statement], spans: tuple[Span, Span], around: Iterable[Span] = ()
) -> tuple[Span, Span]:
    """Return `spans`, the same words in two texts, with the words around them that are the same letter for letter.

    They are what `widened` takes on the new side, `around` left out, as far as the old side agrees.
    """
    reach = widened(sides[1], spans[1], around) or spans[1]
    old, new = (_row(side, span) for side, span in zip(sides, spans, strict=True))
    new = [token for token in new if token.is_inside(reach)]
    before = _alike(
        sides,
        *(
            [token for token in reversed(row) if token.end <= span.start]
            for row, span in zip((old, new), spans, strict=True)
        ),
    )
    after = _alike(
        sides,
        *([token for token in row if token.start >= span.end] for row, span in zip((old, new), spans, strict=True)),
    )
    while before and not _may_open(reads(sides[1], before[-1][1])):
        before.pop()
    while after and not _may_close(reads(sides[1], after[-1][1])):
        after.pop()
    made = tuple(
        whole(
            side, Span(before[-1][number].start if before else own.start, after[-1][number].end if after else own.end)
        )
        for number, (side, own) in enumerate(zip(sides, spans, strict=True))
    )
    is_same = reads(sides[0], made[0]) == reads(sides[1], made[1]) and not any(map(made[1].is_touching, around))
    return (made[0], made[1]) if is_same else spans


def _alike(sides: tuple[Statement, Statement], old: Sequence[Span], new: Sequence[Span]) -> list[tuple[Span, Span]]:
    """Return the tokens, from the first on, that are the same letter for letter."""
    pairs = zip(old, new, strict=False)
    return list(takewhile(lambda pair: reads(sides[0], pair[0]) == reads(sides[1], pair[1]), pairs))


def _may_open(word: str) -> bool:
    return word.lower() not in _NEVER_FIRST and (word[:1].isalnum() or word[:1] in "([\"'$€£")


def _may_close(word: str) -> bool:
    return word.lower() not in FUNCTION_WORDS and (word[-1:].isalnum() or word[-1:] in ")]\"'%")


def _left(norms: Sequence[str], changed: int, low: int) -> int:
    """Return where a wording begins that is to hold the token `changed`, `low` at the earliest."""
    first, count = changed, 0
    while first > low and count < _BEFORE:
        norm = norms[first - 1]
        if norm in CLAUSE_ENDS or (norm == "," and count > 1):
            break
        count += norm[:1].isalnum()
        first -= 1
    opening = next(
        (place for place in range(first, max(low, first - _REST) - 1, -1) if _opens(norms, place, low)), None
    )
    if opening is not None:
        return opening
    while first > low and norms[first] == "of" and norms[first - 1][:1].isalnum():  # "balance of risks", not "of risks"
        first -= 1
    while first < changed and norms[first] in _NEVER_FIRST:
        first += 1
    return first - 1 if first > low and norms[first - 1] in _DETERMINERS else first


def _opens(norms: Sequence[str], place: int, low: int) -> bool:
    """Say whether a clause opens at a token."""
    return place == low or norms[place - 1] in CLAUSE_ENDS or norms[place - 1] == ","


def _right(norms: Sequence[str], changed: int, high: int) -> int:
    """Return where a wording ends that is to hold the tokens up to `changed`, `high` at the latest."""
    last, count = changed, 0
    while last < high and (count < _AFTER or (count < _AFTER + _EXTRA and norms[last - 1] in FUNCTION_WORDS)):
        norm = norms[last]
        if norm in CLAUSE_ENDS or (norm == "," and count > 1):
            break
        count += norm[:1].isalnum()
        last += 1
    ends = range(last, min(high, last + _REST) + 1)
    last = next((place for place in ends if place == high or norms[place] in CLAUSE_ENDS or norms[place] == ","), last)
    while last > changed and not norms[last - 1][:1].isalnum() and norms[last - 1] not in ")]\"'%":
        last -= 1
    return last
