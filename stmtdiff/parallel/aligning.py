"""Say which paragraphs of two languages belong together.

A translation keeps the order, so one walk through both texts finds the best way: each step takes a paragraph of each
side, one against up to four, or one that has no counterpart. This is the method of W. A. Gale and K. W. Church, "A
program for aligning sentences in bilingual corpora" (Computational Linguistics 19, 1993), who weigh the lengths
alone; here values, printed numbers, headings and roots of words weigh more. `align` compares words, and two languages
share few.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate

from stmtdiff.parallel.marks import Marks, joined

_MOST = 4  # paragraphs of one side that are one of the other
_ALONE = -0.35  # what a paragraph without a counterpart costs
_TOGETHER = 0.3  # what two that belong together bring before anything else is known of them
_ONE_MORE = -0.3  # what each further paragraph in a group costs
_VALUES, _ROOTS, _LABEL, _HEADING, _LENGTH = 1.2, 1.0, 0.8, 0.25, 0.4
_LONGEST_RATIO = 1.5  # of lengths, as a logarithm: more says no more
_GROUP_RATIO = (
    0.6  # of a group: its paragraphs together are about as long as the one that they are, and not half as long
)
_NEVER = -math.inf
_BAND = 60  # paragraphs off the straight way from top to end, beside those that one side has more
_WIDEST = 240  # of those: a longer passage that one side lacks is told in parts, and 3,000 paragraphs take seconds
Step = tuple[tuple[int, ...], tuple[int, ...]]


def steps(one: Sequence[Marks], other: Sequence[Marks]) -> list[Step]:
    """Return the paragraphs of both sides in groups that belong together, in order; one side of each may be empty."""
    score = _scoring(one, other)
    shapes = [(1, 0), (0, 1), (1, 1), *((n, 1) for n in range(2, _MOST + 1)), *((1, n) for n in range(2, _MOST + 1))]
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for at, to in _cells(len(one), len(other)):
        found = [
            (best[at - down, to - right][0] + score(at - down, at, to - right, to), (down, right))
            for down, right in shapes
            if (at - down, to - right) in best
        ]
        if found:
            best[at, to] = max(found, key=lambda way: way[0])
    return list(_way_back(best, len(one), len(other)))[::-1]


def _cells(height: int, width: int) -> Iterator[tuple[int, int]]:
    """Yield the places of the walk in order, near the straight way from the first to the last."""
    band = _BAND + min(_WIDEST, abs(height - width))
    for at in range(height + 1):
        middle = at * width // height if height else 0
        yield from ((at, to) for to in range(max(0, middle - band), min(width, middle + band) + 1) if at or to)


def _way_back(best: Mapping[tuple[int, int], tuple[float, tuple[int, int]]], at: int, to: int) -> Iterator[Step]:
    while at or to:
        down, right = best[at, to][1]
        yield tuple(range(at - down, at)), tuple(range(to - right, to))
        at, to = at - down, to - right


class _Side:
    """The marks of one side, joined over ranges, each with its weight: made once for each range."""

    def __init__(self, marks: Sequence[Marks], weights: Mapping[object, float]) -> None:
        self._marks, self._weights = marks, weights
        self.ends = list(accumulate((one.length for one in marks), initial=0))
        self._known: dict[tuple[int, int], tuple[Marks, float, float]] = {}

    def length(self, start: int, end: int) -> int:
        return self.ends[end] - self.ends[start]

    def at(self, start: int, end: int) -> tuple[Marks, float, float]:
        """Return the marks of a range, and what its values and its roots weigh."""
        if (start, end) not in self._known:
            marks = joined(self._marks[start:end])
            values, roots = (sum(self._weights[mark] for mark in own) for own in (marks.worths, marks.roots))
            self._known[start, end] = marks, values, roots
        return self._known[start, end]


def _scoring(one: Sequence[Marks], other: Sequence[Marks]) -> Callable[[int, int, int, int], float]:
    """Return how good it is that a range of each side belongs together."""
    weights = _weights(one, other)
    left, right = _Side(one, weights), _Side(other, weights)
    usual = right.ends[-1] / max(1, left.ends[-1])

    def shared(own: frozenset[object], theirs: frozenset[object], whole: float) -> float:
        return 2 * sum(weights[mark] for mark in own & theirs) / whole if whole else 0.0

    def score(start: int, end: int, begin: int, stop: int) -> float:
        if start == end or begin == stop:
            return _ALONE * (end - start + stop - begin)
        more = end - start + stop - begin - 2
        ratio = abs(math.log((left.length(start, end) * usual + 1) / (right.length(begin, stop) + 1)))
        if more and ratio > _GROUP_RATIO:
            return _NEVER
        mine, my_values, my_roots = left.at(start, end)
        theirs, their_values, their_roots = right.at(begin, stop)
        has_values = bool(mine.worths or theirs.worths)
        return (
            _TOGETHER
            + _ONE_MORE * more
            + _VALUES * has_values * (shared(mine.worths, theirs.worths, my_values + their_values) - 0.5)
            + _ROOTS * shared(mine.roots, theirs.roots, my_roots + their_roots)
            + (_HEADING if mine.is_heading == theirs.is_heading else -_HEADING)
            + _label(mine.label, theirs.label)
            - _LENGTH * min(ratio, _LONGEST_RATIO)
        )

    return score


def _label(left: str, right: str) -> float:
    return 0.0 if not (left and right) else _LABEL if left == right else -_LABEL


def _weights(one: Sequence[Marks], other: Sequence[Marks]) -> dict[object, float]:
    """Return what each value and root weighs: the fewer paragraphs have it, the more."""
    counts = [
        Counter[object](mark for marks in side for mark in (*marks.worths, *marks.roots)) for side in (one, other)
    ]
    size = max(len(one), len(other))
    return {mark: math.log(1 + size / max(count[mark] for count in counts)) for mark in counts[0] | counts[1]}
