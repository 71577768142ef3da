"""Say *dropped* and *added* only of words that the other text does not have, and each wording once.

The ugly case: a paragraph taken apart, whose sentences stand elsewhere word for word. They have no
counterpart, and yet nothing was dropped.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from stmtdiff.brief.elsewhere import Stock, bare
from stmtdiff.brief.fact import Change, Fact
from stmtdiff.report import Report
from stmtdiff.spans import Span

_Value = TypeVar("_Value")


def looked_up(report: Report, facts: Sequence[Fact]) -> list[Fact]:
    """Return `facts` with the right word for what came or went, after a look into the other text.

    A whole sentence that stands there is moved, or said more or less often; a phrase of which every
    word stands there has changed, and nothing more is known of it.
    """
    pieces = {place: _pieces(report, fact) for place, fact in enumerate(facts) if fact.change in ("dropped", "added")}
    wordings = list(dict.fromkeys(wording for own in pieces.values() for wording in own))
    stands = tuple(Stock(statement).places(wordings) for statement in (report.old, report.new))
    came = [fact.new for fact in facts if fact.change == "added" and fact.new and fact.old is None]
    went = [fact.old for fact in facts if fact.change == "dropped" and fact.old and fact.new is None]
    made = list(facts)
    for place, own in pieces.items():
        fact = facts[place]
        there = stands[fact.change == "dropped"]
        said = [wording for wording in own if bare(wording).norms]
        if not all(map(there.get, said)):
            continue
        if fact.old and fact.new:
            made[place] = replace(fact, change="changed")
        elif said:
            olds, news = (side[own[0]] for side in stands)
            made[place] = _placed(report, fact, (olds, news), went if fact.change == "added" else came)
    return made


def _pieces(report: Report, fact: Fact) -> list[str]:
    """Return the words that a fact says came or went: its whole quotation, or what of it shifted."""
    is_old = fact.change == "dropped"
    statement, whole = (report.old, fact.old) if is_old else (report.new, fact.new)
    if (fact.new if is_old else fact.old) is None:
        return [whole.of(statement.text)] if whole else []
    ids = frozenset(fact.shifts)
    spans = (shift.old if is_old else shift.new for shift in report.shifts if shift.id in ids)
    return [span.of(statement.text) for span in spans if span]


def _placed(
    report: Report, fact: Fact, stands: tuple[Sequence[Span], Sequence[Span]], counterparts: Sequence[Span]
) -> Fact:
    """Return a whole sentence that stands in both texts: said more or less often, or moved and no stronger for it."""
    olds, news = stands
    is_old = fact.change == "dropped"
    here, there = (olds, news) if is_old else (news, olds)
    if len(here) > len(there):
        change: Change = "less-often" if is_old else "more-often"
        return replace(fact, change=change)
    own = fact.old if is_old else fact.new
    number = next((place for place, span in enumerate(here) if own and span.is_touching(own)), 0)
    to = next((span for span in there if any(map(span.is_touching, counterparts))), there[number])
    old, new = (own, to) if is_old else (to, own)
    sides = ((report.old, old), (report.new, new))
    paragraphs = [side.paragraph_at(span.start) for side, span in sides if span]
    indexes = [(paragraph.index,) if paragraph else () for paragraph in paragraphs]
    return replace(
        fact, change="moved", old=old, new=new, old_core=old, new_core=new, old_paragraphs=indexes[0],
        new_paragraphs=indexes[1], severity=None, said=(), rules=(), lives=(),
    )  # fmt: skip


def told_once(report: Report, facts: Iterable[Fact]) -> list[Fact]:
    """Return `facts` with those of the same words as one: its places and what it rests on are those of all.

    Words that moved into another line's are told there.
    """
    groups: dict[tuple[tuple[str, ...] | None, ...], list[Fact]] = {}
    for fact in facts:
        sides = ((fact.old, report.old), (fact.new, report.new))
        key = tuple(bare(span.of(statement.text)).norms if span else None for span, statement in sides)
        groups.setdefault(key, []).append(fact)
    return _without_hosted([group[0] if len(group) == 1 else _one(group) for group in groups.values()])


def _without_hosted(facts: list[Fact]) -> list[Fact]:
    """Return `facts` without those whose words another line quotes as its own; it rests on their shifts too.

    So it is with words that moved into a passage that was written anew.
    """
    grown: dict[int, Fact] = {}
    for place in sorted(range(len(facts)), key=lambda place: (facts[place].change == "moved", place)):
        fact = facts[place]
        host = next((at for at, other in grown.items() if _is_within(fact, other)), None)
        if host is None:
            grown[place] = fact
        else:
            grown[host] = replace(grown[host], shifts=_all((*grown[host].shifts, *fact.shifts)))
    return [grown[place] for place in sorted(grown)]


def _is_within(fact: Fact, other: Fact) -> bool:
    """Say whether the words of `fact` stand in those of `other`: on both sides, or where words moved, on one."""
    cores = zip(_cores(fact), _cores(other), strict=True)
    found = [bool(theirs and own.is_touching(theirs)) for own, theirs in cores if own and len(own)]
    return any(found) if fact.change == "moved" else bool(found) and all(found)


def _cores(fact: Fact) -> tuple[Span | None, Span | None]:
    return fact.old_core or fact.old, fact.new_core or fact.new


def _one(group: Sequence[Fact]) -> Fact:
    return replace(
        group[0],
        old_paragraphs=_all(index for fact in group for index in fact.old_paragraphs),
        new_paragraphs=_all(index for fact in group for index in fact.new_paragraphs),
        said=_all(word for fact in group for word in fact.said),
        rules=_all(rule for fact in group for rule in fact.rules),
        shifts=_all(shift for fact in group for shift in fact.shifts),
        lives=_all(life for fact in group for life in fact.lives),
        count=len({(fact.old, fact.new) for fact in group}),
    )


def _all(values: Iterable[_Value]) -> tuple[_Value, ...]:
    return tuple(dict.fromkeys(values))
