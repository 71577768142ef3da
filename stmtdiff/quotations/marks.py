"""Find quotations by their marks: curly, straight, single, nested, over paragraphs, broken by an attribution.

The ugly case: in ‘the ministers’ call’ the first ’ is an apostrophe, in ‘the ministers’ and ‘the
leaders’ it closes; in "complete," the statement read, "and verifiable" two pairs of marks hold one
quotation; and of three paragraphs of one speech each begins with a mark and only the last ends with one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from stmtdiff.languages import english_press as press
from stmtdiff.model import Statement
from stmtdiff.quotations.quotation import Quotation
from stmtdiff.spans import Span

# Swedes open with ”, Germans and Danes with » too; both close elsewhere.
_CLOSERS = {
    "“": "”", "„": "“”", "«": "»", "»": "«", "”": "”", '"': '"', "‘": "’", "‚": "‘’", "‹": "›", "'": "'’",
    "「": "」", "『": "』",
}  # fmt: skip
# What closes a double mark beside its own, where two keyboards were at work; what may open inside it with these.
_MIXED = {'"': "“”", "“": '"', "„": '"'}
_OPENS_OR_CLOSES = frozenset("\"'»”")
_NO_OPENERS = frozenset("‘‚'»”")  # opens nothing where nothing closes it
_SPACED = frozenset("«‹")  # the French set a space inside their marks
_SINGLE = frozenset("‘‚'")
_BEFORE = frozenset(" \t\n\u00a0([{“\"„«‘'—–-/:")  # what a straight mark opens behind
_DECADE = re.compile(r"\d0s\b")
_CUT_WORD = re.compile(press.CUT_WORDS, re.IGNORECASE)
_POSSESSIVE = re.compile(r"s['’] +[a-z]")
# Between the two halves of one quotation: `," the statement read, "`
_ATTRIBUTION = re.compile(rf"(?P<comma>,?)\s+(?!(?:{press.BETWEEN_QUOTATIONS})\b)[^.!?:;\"“”‘«»]{{3,90}}?,\s*")
_WORDS = re.compile(r"\w[\w'’-]*")
_LONGEST_ATTRIBUTION = 12  # words


def quotations(article: Statement) -> tuple[Quotation, ...]:
    """Return the quotations of `article` that hold a word, in order of their first mark, outer before inner."""
    text, found = article.text, []
    pending: list[Span] = []  # the pieces of a quotation whose last paragraph did not close it
    for block in _blocks(article):
        start = block.start
        if pending and (opened := _continues(text, block, pending)):
            close = _close(text, opened, block.end)
            pending.append(Span(opened + 1, block.end if close is None else close))
            if close is None:
                continue
            found.append(Quotation(Span(pending[0].start - 1, close + 1), tuple(pending), block))
            start, pending = close + 1, []
        elif pending:
            found.append(_unclosed(pending, text))
            pending = []
        own = list(_scan(text, start, block.end))
        if own and not own[-1].closed and own[-1].inside is None:
            pending = [own.pop().pieces[0]]
        found += _joined(text, own)
    if pending:
        found.append(_unclosed(pending, text))
    return _settled(article, [one for one in found if any(map(str.isalnum, _said(text, one)))])


def _said(text: str, quotation: Quotation) -> str:
    return " ".join(piece.of(text) for piece in quotation.pieces)


def _blocks(article: Statement) -> list[Span]:
    """Return the paragraphs of an article, with what its reader set aside as a note or as furniture."""
    return sorted([*(paragraph.span for paragraph in article.paragraphs), *article.notes, *article.furniture])


def _unclosed(pieces: list[Span], text: str) -> Quotation:
    end = pieces[-1].start + len(pieces[-1].of(text).rstrip())
    return Quotation(Span(pieces[0].start - 1, end), tuple(pieces), Span(pieces[0].start - 1, end), closed=False)


def _continues(text: str, block: Span, pending: Sequence[Span]) -> int | None:
    """Return where a paragraph opens with the mark of the quotation that is pending, None where it does not."""
    mark = text[pending[0].start - 1]
    at = block.start + len(block.of(text)) - len(block.of(text).lstrip())
    return at if at < block.end and text[at] == mark else None


def _scan(text: str, start: int, end: int, inside: int | None = None) -> Iterator[Quotation]:
    """Yield the quotations between two places; those inside another carry a number that counts from the outer one."""
    at = start
    while at < end:
        if not _opens(text, at, start):
            at += 1
            continue
        close = _close(text, at, end)
        if close is None and text[at] in _NO_OPENERS:  # an apostrophe, or a mark that closes nothing
            at += 1
            continue
        inner = Span(at + 1, end if close is None else close)
        yield Quotation(Span(at, end if close is None else close + 1), (inner,), inner, inside, close is not None)
        if close is not None:
            yield from _scan(text, inner.start, inner.end, at)
        at = inner.end + 1


def _opens(text: str, at: int, start: int) -> bool:
    mark = text[at]
    if mark not in _CLOSERS or at + 1 >= len(text) or (text[at + 1].isspace() and mark not in _SPACED):
        return False
    if mark in _SINGLE and (_DECADE.match(text, at + 1) or _CUT_WORD.match(text, at + 1)):
        return False
    return mark not in _OPENS_OR_CLOSES or at == start or text[at - 1] in _BEFORE


def _close(text: str, opened: int, end: int) -> int | None:
    """Return where the mark that closes the one at `opened` stands, None where none does before `end`."""
    mark = text[opened]
    closers = _CLOSERS[mark]
    depth = inner = 0
    for at in range(opened + 2, end):
        if text[at] == mark and mark not in closers:
            if mark in _SINGLE:
                return None
            depth += 1
        elif text[at] in closers and _may_close(text, at, end, mark):
            if not depth:
                return at
            depth -= 1
        elif mark in _MIXED and text[at] in _MIXED[mark]:  # typed with one mark and closed with another
            if text[at] == "“" or (text[at] == '"' and text[at - 1] in _BEFORE):
                inner += 1
            elif inner:
                inner -= 1
            elif not depth:
                return at
    return None


def _may_close(text: str, at: int, end: int, mark: str) -> bool:
    if text[at - 1].isspace() and mark in "\"'":
        return at + 1 >= end or text[at + 1].isspace()
    if mark not in _SINGLE:
        return True
    if at + 1 < end and text[at + 1].isalnum():
        return False
    return not (_POSSESSIVE.match(text, at - 1) and _is_closed_later(text, at + 1, end, mark))


def _is_closed_later(text: str, at: int, end: int, mark: str) -> bool:
    """Say whether a single quotation goes on to a later mark that is no apostrophe, before another one opens."""
    for place in range(at, end):
        if text[place] == mark and _opens(text, place, at):
            return False
        is_apostrophe = _POSSESSIVE.match(text, place - 1) or (place + 1 < end and text[place + 1].isalnum())
        if text[place] in _CLOSERS[mark] and not is_apostrophe:
            return True
    return False


def _joined(text: str, found: Sequence[Quotation]) -> list[Quotation]:
    """Return quotations with the two halves of one that an attribution breaks made one."""
    joined: list[Quotation] = []
    for quotation in found:
        last = next((one for one in reversed(joined) if one.inside is None), None)
        if last and quotation.inside is None and quotation.closed and _is_broken(text, last, quotation):
            place = joined.index(last)
            both = Span(last.span.start, quotation.span.end)
            joined[place] = replace(last, span=both, pieces=(*last.pieces, *quotation.pieces), context=both)
        else:
            joined.append(quotation)
    return joined


def _is_broken(text: str, first: Quotation, last: Quotation) -> bool:
    """Say whether `last` goes on with the sentence of `first` after an attribution such as "the statement read"."""
    between = text[first.span.end : last.span.start]
    said, following = first.pieces[-1].of(text).rstrip(), last.pieces[0].of(text).lstrip(" [")
    match = _ATTRIBUTION.fullmatch(between)
    if not match or not following[:1].islower() or said[-1:] in (".", "!", "?"):
        return False
    is_set_off = bool(match["comma"]) or said[-1:] in (",", ";", "-", "–", "—")
    return is_set_off and 2 <= len(_WORDS.findall(between)) <= _LONGEST_ATTRIBUTION


def _settled(article: Statement, found: list[Quotation]) -> tuple[Quotation, ...]:
    """Return quotations in order, each with its sentences, and with the index of the one that it is part of."""
    ordered = sorted(found, key=lambda one: (one.span.start, -one.span.end))
    opened = {piece.start - 1: index for index, one in enumerate(ordered) for piece in one.pieces}
    units = sorted([*(sentence.span for sentence in article.sentences), *article.notes, *article.furniture])
    starts = [unit.start for unit in units]
    settled = []
    for quotation in ordered:
        outer = opened.get(quotation.inside) if quotation.inside is not None else None
        first = max(0, bisect_right(starts, quotation.span.start) - 1)
        last = max(first, bisect_right(starts, quotation.span.end - 1) - 1)
        context = Span(min(units[first].start, quotation.span.start), max(units[last].end, quotation.span.end))
        settled.append(replace(quotation, inside=outer, context=context))
    return tuple(settled)
