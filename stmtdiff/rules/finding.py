"""What a rule makes of a shift before it is put into words, and what all kinds of rule ask first."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from stmtdiff.grammar import stem
from stmtdiff.languages.english import FUNCTION_WORDS
from stmtdiff.rules.evidence import Hit
from stmtdiff.rules.sight import Side, Sight
from stmtdiff.shifts.shift import Direction

Range = tuple[int, int]

NARROW = 8  # tokens on either side; up to here a shift is one phrase, and its words answer each other
PASSAGE = 40  # tokens on both sides; above this one passage stands in another's place, and nothing answers anything
LOOSE = 4  # tokens that may come or go together with a term before they are a clause of their own
_FEW = 8  # hits that are sooner asked one by one than looked up
_NEIGHBOURS = 3  # tokens on either side of a term in which its company is looked for


class Finding(NamedTuple):
    """A direction, and the words on both sides that it rests on (token ranges, None where there are none).

    `change` says in words what happened ("dropped", "raised by 25 basis points"); `term` and `head`
    are the words that came or went and the word that they belong to, `pattern` is how the rule writes them.
    """

    direction: Direction
    old: Range | None
    new: Range | None
    change: str = ""
    term: str = ""
    head: str = ""
    pattern: str = ""
    quotes: tuple[str, str] | None = None  # where the words to show are not the tokens of the ranges
    confidence: int = 0  # in a hundred; 0 where it is that of its kind of rule


def on_one_side(
    direction: Direction | None, side: Side, place: Range, *, is_gone: bool, sure: int, change: str = ""
) -> Finding | None:
    """Return the finding that a range of a side came or went; None where the rule gives no direction for it.

    Args:
        direction: which way it points, None where the rule is silent.
        side: the side that has the words.
        place: the half-open range of tokens of that side.
        is_gone: whether the side is the old one, so that the words went.
        sure: the confidence, in 100 cases.
        change: what became of the words; "" is "dropped" or "added".
    """
    if direction is None:
        return None
    said = f"'{side.quote(*place)}' {change or ('dropped' if is_gone else 'added')}"
    return Finding(direction, place if is_gone else None, None if is_gone else place, said, confidence=sure)


def changed(side: Side, hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits that share a word with the change, or that the change parts in two.

    `hits` are those of one rule, which begin and end in one order (`Detector.evidence`): of those of a long table few
    are asked.
    """
    if len(hits) > _FEW:
        hits = hits[bisect_right(hits, side.first, key=_last) : bisect_left(hits, side.last, key=_first)]
    return [hit for hit in hits if side.is_changed(hit.first, hit.last)]


def _first(hit: Hit) -> int:
    return hit.first


def _last(hit: Hit) -> int:
    return hit.last


def touching(side: Side, hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits that stand directly beside the change and are not part of it."""
    return [hit for hit in hits if side.is_touching(hit.first, hit.last) and not side.is_changed(hit.first, hit.last)]


def is_answered(hit: Hit, side: Side, other: Side, *, only_behind: bool = False) -> bool:
    """Say whether what `hit` stands with is still there on the other side.

    In a phrase that is taken for granted. In a clause that was reworded as a whole, a word near the
    hit (`only_behind`: the next two words of meaning behind it, up to a mark) must stand near the
    change on the other side too; else the hit came or went with its clause and says nothing of
    what stayed. Of two long passages that share no phrase every word would find company somewhere,
    so there nothing counts.
    """
    size, other_size = side.last - side.first, other.last - other.first
    if other_size == 0:
        return size - (hit.last - hit.first) <= LOOSE
    if size == 0 or max(size, other_size) <= NARROW:
        return True
    if min(size, other_size) > PASSAGE:
        return False
    there = other.words.norms[max(0, other.first - _NEIGHBOURS) : other.last + _NEIGHBOURS]
    if only_behind:
        behind = _behind(side, hit)
        return bool(behind) and all(norm in there for norm in behind)
    return any(norm in there for norm in _near(side, hit))


def keeps_noun(hit: Hit, side: Side, other: Side) -> bool:
    """Say whether the noun that a hit qualifies stands on the other side too, where one phrase replaced another.

    "all parties" for "Norvania" is no wider "parties", and "complete denuclearisation" for "CVID" no completer one.
    Only one word before another qualifies it; an adverb strengthens whatever is done ("strongly support" for
    "welcome"), and "without delay" is a phrase of its own.
    """
    if side.first == side.last or other.first == other.last:
        return True
    if hit.last - hit.first > 1 or side.words.norms[hit.first].endswith("ly"):
        return True
    behind = _behind(side, hit)[:1]
    there = other.words.norms[max(0, other.first - _NEIGHBOURS) : other.last + _NEIGHBOURS]
    return not behind or stem(behind[0]) in map(stem, there)


def is_narrow(sight: Sight) -> bool:
    """Say whether no more than a phrase changed on either side."""
    return max(sight.old.last - sight.old.first, sight.new.last - sight.new.first) <= NARROW


def is_passage(sight: Sight) -> bool:
    """Say whether one passage stands in another's place: there no word answers another."""
    return min(sight.old.last - sight.old.first, sight.new.last - sight.new.first) > PASSAGE


def are_answered(gone: Hit, come: Hit, old: Side, new: Side) -> bool:
    """Say whether two hits say their different things of the same: a word near the one is near the other.

    It is asked where both sides are longer than a phrase; in two sentences that stand for each
    other "seek" and "commit" may have nothing to do with one another.
    """
    if min(old.last - old.first, new.last - new.first) > PASSAGE:
        return False
    if min(old.last - old.first, new.last - new.first) <= NARROW:
        return is_answered(gone, old, new) and is_answered(come, new, old)
    return not set(_near(old, gone)).isdisjoint(_near(new, come))


def _near(side: Side, hit: Hit) -> list[str]:
    """Return the words of meaning close before and behind a hit."""
    norms = side.words.norms
    near = norms[max(0, hit.first - _NEIGHBOURS) : hit.first] + norms[hit.last : hit.last + _NEIGHBOURS]
    return [norm for norm in near if norm[:1].isalnum() and norm not in FUNCTION_WORDS]


def _behind(side: Side, hit: Hit) -> list[str]:
    """Return the next two words of meaning behind a hit, fewer where a mark comes first."""
    behind = takewhile(lambda norm: norm[:1].isalnum(), side.words.norms[hit.last :])
    return list(islice((norm for norm in behind if norm not in FUNCTION_WORDS), 2))


def head(side: Side, last: int) -> str:
    """Return the word behind token `last`, "" where a mark, a linking word or nothing follows."""
    norm = side.words.norms[last] if last < len(side.words) else ""
    return side.quote(last, last + 1) if norm[:1].isalnum() and norm not in FUNCTION_WORDS else ""


def span(hits: Sequence[Hit]) -> Range | None:
    """Return the range from the first to the last of `hits`, None without any."""
    return (hits[0].first, max(hit.last for hit in hits)) if hits else None
