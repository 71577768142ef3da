"""Find and judge what an article claims of two statements: one wording for another, one dropped, added or kept."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from stmtdiff.languages import english_press as press
from stmtdiff.quotes.quotation import ClaimKind, ClaimVerdict, Passage, Quotation
from stmtdiff.report import Report
from stmtdiff.spans import Span

_CONTRAST = re.compile(press.CONTRAST, re.IGNORECASE | re.DOTALL)
_TURNED = re.compile(press.TURNED, re.IGNORECASE)
_FROM_TO = re.compile(press.FROM_TO, re.IGNORECASE)
_PAST = re.compile(press.PAST, re.IGNORECASE)
_GONE = re.compile(press.GONE, re.IGNORECASE)
_GONE_AFTER = re.compile(press.GONE_AFTER, re.IGNORECASE)
_COME = re.compile(press.COME, re.IGNORECASE)
_COME_AFTER = re.compile(press.COME_AFTER, re.IGNORECASE)
_KEPT = re.compile(press.KEPT, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim as the article makes it; `new` and `old` are indexes of its quotations."""

    kind: ClaimKind
    span: Span
    new: int | None
    old: int | None


def claimed(text: str, found: Sequence[Quotation]) -> list[Claimed]:
    """Return the claims that the quotations of an article are part of; each quotation is part of one at most."""
    claims: list[Claimed] = []
    outer = [index for index, one in enumerate(found) if one.inside is None and one.closed]
    taken: set[int] = set()
    for first, last in pairwise(outer):
        if first not in taken and last not in taken and found[first].context == found[last].context:
            claim = _pair(text, found, first, last)
            if claim:
                claims.append(claim)
                taken |= {first, last}
    for place, index in enumerate(outer):
        if index not in taken and (claim := _single(text, found, outer, place)):
            claims.append(claim)
    return sorted(claims, key=lambda claim: min(index for index in (claim.new, claim.old) if index is not None))


def _pair(text: str, found: Sequence[Quotation], first: int, last: int) -> Claimed | None:
    """Return the claim that one of two neighbouring quotations took the place of the other."""
    one, other = found[first], found[last]
    between = text[one.span.end : other.span.start]
    before = text[one.context.start : one.span.start]
    if _TURNED.search(between) or (_FROM_TO.search(before) and re.fullmatch(r"\W*to\W*", between)):
        return Claimed("contrast", one.context, last, first)
    if not _CONTRAST.search(between) and not (_CONTRAST.search(before) and _PAST.search(between)):
        return None
    is_reversed = bool(_PAST.search(before)) and not _PAST.search(between)
    return Claimed("contrast", one.context, last if is_reversed else first, first if is_reversed else last)


def _single(text: str, found: Sequence[Quotation], outer: Sequence[int], place: int) -> Claimed | None:
    """Return the claim that one quotation was dropped, added or kept."""
    quotation = found[outer[place]]
    context = quotation.context
    starts = [
        context.start,
        *(found[index].span.end for index in outer[:place] if found[index].span.end > context.start),
    ]
    ends = [context.end, *(found[index].span.start for index in outer[place + 1 :])]
    before, after = (
        text[max(starts) : quotation.span.start],
        text[quotation.span.end : max(min(ends), quotation.span.end)],
    )
    if max(starts) > context.start:  # "'grave' was dropped, and 'deep' ...": that is said of the quotation before
        before = _COME_AFTER.sub("", _GONE_AFTER.sub("", before))
    if _GONE.search(before) or _GONE_AFTER.search(after):
        return Claimed("dropped", context, None, outer[place])
    if _COME.search(before) or _COME_AFTER.search(after):
        return Claimed("added", context, outer[place], None)
    if _KEPT.search(before):
        return Claimed("kept", context, outer[place], None)
    return None


def judge_contrast(report: Report, old: Sequence[Passage], new: Sequence[Passage]) -> tuple[ClaimVerdict, str]:
    """Say whether somewhere one wording gave way to the other; `old` and `new` are where the two stand.

    Raises no error: where neither stands, nothing is claimed that could hold.
    """
    pairs = [(one, other) for one in old for other in new if other.paragraph in _became(report, one.paragraph)]
    if not pairs:
        return "does-not-hold", "the two do not stand in paragraphs that answer each other"
    return "holds", ""


def judge_dropped(report: Report, old: Sequence[Passage], new: Sequence[Passage]) -> tuple[ClaimVerdict, str]:
    """Say whether a wording that stood at `old` is gone where its paragraph went; `new` is where it stands now."""
    now = {passage.paragraph for passage in new}
    gone = [passage for passage in old if not now.intersection(_became(report, passage.paragraph))]
    if not gone:
        return "does-not-hold", "it still stands there"
    return "holds", "it still stands elsewhere" if new else ""


def judge_added(report: Report, old: Sequence[Passage], new: Sequence[Passage]) -> tuple[ClaimVerdict, str]:
    """Say whether a wording that stands at `new` was not where its paragraph came from; `old` is where it stood."""
    before = {passage.paragraph for passage in old}
    came = [passage for passage in new if not before.intersection(_was(report, passage.paragraph))]
    if not came:
        return "does-not-hold", "it stood there before"
    return "holds", "it stood elsewhere before" if old else ""


def judge_kept(report: Report, old: Sequence[Passage], new: Sequence[Passage]) -> tuple[ClaimVerdict, str]:  # noqa: ARG001
    """Say whether a wording that stands at `new` stood at `old` too, in whatever paragraph."""
    return ("holds", "") if old and new else ("does-not-hold", "it did not stand there before")


def _became(report: Report, paragraph: int) -> tuple[int, ...]:
    return next((link.new for link in report.links if paragraph in link.old), ())


def _was(report: Report, paragraph: int) -> tuple[int, ...]:
    return next((link.old for link in report.links if paragraph in link.new), ())
