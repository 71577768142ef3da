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

from stmtdiff.parallel.marks import Marks, joined, shared

_MOST = 4  # paragraphs of one side that are one of the other
_ALONE = -0.35  # what a paragraph without a counterpart costs
_TOGETHER = 0.3  # what two that belong together bring before anything else is known of them
_ONE_MORE = -0.3  # what each further paragraph in a group costs
_VALUES, _ROOTS, _LABEL, _HEADING, _LENGTH = 1.2, 1.0, 0.8, 0.25, 0.4
_LONGEST_RATIO = 1.5  # of lengths, as a logarithm: more says no more
_BAND = 60  # paragraphs off the straight way from top to end, beside those that one side has more
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
    band = _BAND + abs(height - width)
    for at in range(height + 1):
        middle = at * width // height if height else 0
        yield from ((at, to) for to in range(max(0, middle - band), min(width, middle + band) + 1) if at or to)


def _way_back(best: Mapping[tuple[int, int], tuple[float, tuple[int, int]]], at: int, to: int) -> Iterator[Step]:
    while at or to:
        down, right = best[at, to][1]
        yield tuple(range(at - down, at)), tuple(range(to - right, to))
        at, to = at - down, to - right


def _scoring(one: Sequence[Marks], other: Sequence[Marks]) -> Callable[[int, int, int, int], float]:
    """Return how good it is that a range of each side belongs together."""
    weights = _weights(one, other)
    usual = sum(marks.length for marks in other) / max(1, sum(marks.length for marks in one))

    def score(start: int, end: int, begin: int, stop: int) -> float:
        if start == end or begin == stop:
            return _ALONE * (end - start + stop - begin)
        left, right = joined(one[start:end]), joined(other[begin:stop])
        ratio = abs(math.log((left.length * usual + 1) / (right.length + 1)))
        if ratio > _LONGEST_RATIO and (end - start > 1 or stop - begin > 1):
            return -1.0 * (end - start + stop - begin)
        return (
            _TOGETHER
            + _ONE_MORE * (end - start + stop - begin - 2)
            + _VALUES * _agreement(left, right, weights)
            + _ROOTS * shared(left.roots, right.roots, weights)
            + (_HEADING if left.is_heading == right.is_heading else -_HEADING)
            + _label(left.label, right.label)
            - _LENGTH * min(ratio, _LONGEST_RATIO)
        )

    return score


def _agreement(left: Marks, right: Marks, weights: Mapping[object, float]) -> float:
    """Return from -0.5 to 0.5 how far the values of both sides are the same; 0 where neither has one."""
    return shared(left.worths, right.worths, weights) - 0.5 if left.worths or right.worths else 0.0


def _label(left: str, right: str) -> float:
    return 0.0 if not (left and right) else _LABEL if left == right else -_LABEL


def _weights(one: Sequence[Marks], other: Sequence[Marks]) -> dict[object, float]:
    """Return what each value and root weighs: the fewer paragraphs have it, the more."""
    counts = [
        Counter[object](mark for marks in side for mark in (*marks.worths, *marks.roots)) for side in (one, other)
    ]
    size = max(len(one), len(other))
    return {mark: math.log(1 + size / max(count[mark] for count in counts)) for mark in counts[0] | counts[1]}
