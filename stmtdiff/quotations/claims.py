"""Find what an article claims of the wording of statements: one for another, one dropped, added, kept or back.

The ugly cases: in "softened from 'A' last year to 'B'" the time belongs to 'A', in "replaces 'A' with 'B'" the old
wording comes first, in "'B' replaces 'A'" it comes last; and who "urged ministers to drop 'A'" claims nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stmtdiff.languages import english_claims as lists
from stmtdiff.quotations.quotation import ClaimKind, Quotation
from stmtdiff.spans import Span
from stmtdiff.values import number_of


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE | re.DOTALL)


_FROM, _FROM_PAST, _TO = map(_pattern, (lists.FROM, lists.FROM_PAST, lists.TO))
_REPLACES, _WITH, _SUBSTITUTES = map(_pattern, (lists.REPLACES, lists.WITH, lists.SUBSTITUTES))
_TURNED, _CONTRAST, _WEAK = map(_pattern, (lists.TURNED, lists.CONTRAST, lists.WEAK_CONTRAST))
_INSTEAD, _PAST = map(_pattern, (lists.INSTEAD, lists.PAST))
_SOFTER, _FIRMER = map(_pattern, (lists.SOFTER, lists.FIRMER))
_LISTED = _pattern(lists.LISTED)
_NEXT = _pattern(lists.NEXT_CLAUSE)
_YEARS = _pattern(lists.BETWEEN_YEARS)
_TAKEN_FROM = _pattern(lists.TAKEN_FROM)
_SINCE, _SINCE_WHEN = map(_pattern, (lists.SINCE, lists.SINCE_WHEN))
_NOT_DONE, _DONE = map(_pattern, (lists.NOT_DONE, lists.DONE))
_KINDS: tuple[tuple[ClaimKind, re.Pattern[str] | None, re.Pattern[str] | None], ...] = (
    ("first", _pattern(lists.FIRST), _pattern(lists.FIRST_AFTER)),
    ("restored", _pattern(lists.RESTORED), _pattern(lists.RESTORED_AFTER)),
    ("dropped", _pattern(lists.GONE), _pattern(lists.GONE_AFTER)),
    ("added", _pattern(lists.COME), _pattern(lists.COME_AFTER)),
    ("kept", _pattern(lists.KEPT), None),
    ("again", _pattern(lists.AGAIN), None),
)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim as the article makes it; `new` and `old` are indexes of its quotations.

    `about_new` and `about_old` are the article's words that may say of which statement each wording is. `since` is a
    year, `years` a number of years back; `is_open` where the article says since when in another way.
    """

    kind: ClaimKind
    span: Span
    new: int | None
    old: int | None
    about_new: str = ""
    about_old: str = ""
    direction: str = ""
    since: int | None = None
    years: int | None = None
    is_open: bool = False


def claimed(text: str, found: Sequence[Quotation]) -> list[Claimed]:
    """Return the claims that the quotations of an article are part of; each quotation is part of one at most."""
    claims: list[Claimed] = []
    outer = [index for index, one in enumerate(found) if one.inside is None and one.closed]
    taken: set[int] = set()
    for place, (first, last) in enumerate(pairwise(outer)):
        if first not in taken and last not in taken and found[first].context == found[last].context:
            before, after = _around(text, found, outer, place)[0], _around(text, found, outer, place + 1)[1]
            between = text[found[first].span.end : found[last].span.start]
            claim = _pair(found[first].context, (first, last), (before, between, after))
            if claim:
                claims.append(claim)
                taken |= {first, last}
    free = [(place, index) for place, index in enumerate(outer) if index not in taken]
    claims += filter(None, (_single(found[i].context, i, _listed(text, found, outer, place)) for place, i in free))
    return sorted(claims, key=lambda claim: min(index for index in (claim.new, claim.old) if index is not None))


def _around(text: str, found: Sequence[Quotation], outer: Sequence[int], place: int) -> tuple[str, str]:
    """Return the words before and behind the quotation at `place` of `outer`, in its sentences.

    They reach to the quotations beside it: `outer` is in the order of the text, and none reaches into another one.
    """
    quotation = found[outer[place]]
    context, span = quotation.context, quotation.span
    start = max([context.start, *(found[i].span.end for i in outer[max(0, place - 1) : place])])
    end = min([context.end, *(found[i].span.start for i in outer[place + 1 : place + 2])])
    before, after = text[start : span.start], text[span.end : max(end, span.end)]
    if start > context.start:  # "'grave' was dropped, and 'deep' ...": that is said of the quotation before
        for _, _, behind in _KINDS:
            before = behind.sub("", before) if behind else before
    return before, after


def _listed(text: str, found: Sequence[Quotation], outer: Sequence[int], place: int) -> tuple[str, str]:
    """Return what `_around` does; of a list of quotations, what is said before the first and behind the last of it."""
    context = found[outer[place]].context
    first = last = place
    while first and found[outer[first - 1]].context == context and _is_list(text, found, outer[first - 1 : first + 1]):
        first -= 1
    while (
        last + 1 < len(outer)
        and found[outer[last + 1]].context == context
        and _is_list(text, found, outer[last : last + 2])
    ):
        last += 1
    return _around(text, found, outer, first)[0], _around(text, found, outer, last)[1]


def _is_list(text: str, found: Sequence[Quotation], pair: Sequence[int]) -> bool:
    return _LISTED.fullmatch(text, found[pair[0]].span.end, found[pair[1]].span.start) is not None


def _pair(context: Span, pair: tuple[int, int], around: tuple[str, str, str]) -> Claimed | None:
    """Return the claim that one of two neighbouring quotations took the place of the other."""
    before, between, after = around
    first, last = pair
    is_past = any(map(_PAST.search, around))
    for match, at, is_reversed in _contrasts(before, between, is_past=is_past):
        if _is_done(before, match):
            split = between[:at], between[at:]
            texts = f"{before} {split[0]}", f"{split[1]} {after}"
            new, old = (first, last) if is_reversed else (last, first)
            about_new, about_old = texts if is_reversed else texts[::-1]
            about_new, about_old = _between_years(before) or (about_new, about_old)
            return Claimed("contrast", context, new, old, about_new, about_old, _direction(f"{before} {between}"))
    return None


def _contrasts(before: str, between: str, *, is_past: bool) -> Iterator[tuple[re.Match[str] | None, int, bool]]:
    """Yield how two quotations may be said to answer each other.

    That is the verb before them, where the words between them turn to the second, and whether that is the old one.
    """
    led = _FROM.search(before) or (is_past and _FROM_PAST.search(before)) or None
    if led and (to := _TO.search(between)):
        yield led, to.end("first"), False
    if led := _SUBSTITUTES.search(before):
        if by := _WITH.search(between):
            yield led, by.end("first"), " for " in f" {between.strip()} "
    elif (by := _WITH.search(between)) and (led := _REPLACES.search(before)):
        yield led, by.end("first"), False
    if turned := _TURNED.search(between):
        yield None, turned.end("first"), False
    if contrast := _CONTRAST.search(between) or (is_past and _WEAK.search(between)) or None:
        is_old_first = bool(_PAST.search(before)) and not _PAST.search(between)
        yield None, contrast.start(), not is_old_first
    if (led := _INSTEAD.search(before)) and not re.search(r"[.;:]", between):
        yield None, 0, False


def _single(context: Span, index: int, around: tuple[str, str]) -> Claimed | None:
    """Return the claim that one quotation was dropped, added, kept, or is back."""
    before, after = around
    for kind, ahead, behind in _KINDS:
        if led := ahead.search(before) if ahead else None:
            is_of_old = bool(_TAKEN_FROM.match(after))
            near = _NEXT.split(after)[0]
            about_new = before[: led.start()] + ("" if is_of_old else f" ... {near}")
            about_old = led[0] + (after if is_of_old else "")
            about_new, about_old = _between_years(before) or (about_new, about_old)
        elif led := behind.search(after) if behind else None:
            about_new, about_old = after[led.end() :], before + led[0]
        else:
            continue
        if not _is_done(before, led if led.string is before else None):
            return None
        is_gone = kind == "dropped"
        made = Claimed(kind, context, None if is_gone else index, index if is_gone else None, about_new, about_old)
        return _dated(made, f"{before} ... {after}") if kind == "first" else made
    return None


def _dated(claim: Claimed, text: str) -> Claimed:
    """Return a claim of a first time with the year, or the number of years, since which it is the first."""
    found = _SINCE.search(text)
    count = number_of(found["count"]) if found and found["count"] else None
    return Claimed(
        claim.kind, claim.span, claim.new, claim.old, "", "", "",
        int(found["year"]) if found and found["year"] else None,
        int(count) if count is not None else None,
        is_open=bool(_SINCE_WHEN.search(text)) and not (found and (found["year"] or count is not None)),
    )  # fmt: skip


def _between_years(before: str) -> tuple[str, str] | None:
    """Return what "between 2023 and 2024" says of the newer and of the older statement, None without it."""
    found = _YEARS.search(before)
    return (f"in {found['newer']}", f"in {found['older']}") if found else None


def _is_done(before: str, led: re.Match[str] | None) -> bool:
    """Say whether what a verb tells has happened: nothing has that somebody may, must or is urged to do."""
    if led is None:
        return True
    ahead = before[: led.start()]
    return not _NOT_DONE.search(ahead) or bool(_DONE.search(ahead))


def _direction(text: str) -> str:
    return "softer" if _SOFTER.search(text) else "firmer" if _FIRMER.search(text) else ""
