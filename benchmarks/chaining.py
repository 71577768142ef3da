"""Chained gold: what a paragraph became many issues later, known because every step on the way is plain.

Between neighbouring issues most paragraphs are nearly the same, and a link is beyond doubt. Such links, composed over
4 to 16 issues, lead to pairs that no reader would take for certain by themselves: the drift of real drafters, known
without annotation. The links are made here by a rule of their own, so that the gold stays when the engine changes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from benchmarks.material import Text, length
from benchmarks.scoring.likeness import Likeness
from benchmarks.scoring.links import Pairs

STEPS = (4, 8, 16)  # issues from the first to the last of a chain
_WAYS = (1, 2)  # issues that a firm link spans: the next, and the one after it, which closes a hole
_FIRM, _LEAD = 0.5, 0.2  # how alike, and how far ahead of any other partner on either side
_SHORTEST = 8  # words
_PAIRS = 6  # of a series and a number of steps

_Node = tuple[int, int]  # an issue and a paragraph of it


@dataclass(frozen=True, slots=True)
class ChainedPair:
    """Two issues of a series, and the paragraphs that a chain of firm links joins; of the others nothing is known."""

    series: str
    steps: int
    old: tuple[str, ...]
    new: tuple[str, ...]
    links: frozenset[tuple[int, int]]


def chained_pairs(texts: Sequence[Text]) -> Iterator[ChainedPair]:
    """Yield the pairs of every series that is long enough; the same texts give the same pairs."""
    for series in sorted({text.series for text in texts}):
        issues = [_own(text) for text in sorted(texts, key=lambda text: text.name) if text.series == series]
        if len(issues) > STEPS[0]:
            yield from _of_series(series, issues)


def _own(text: Text) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p for p in text.paragraphs if length(p) >= _SHORTEST))


def _of_series(series: str, issues: Sequence[tuple[str, ...]]) -> Iterator[ChainedPair]:
    steps = [(first, first + way) for way in _WAYS for first in range(len(issues) - way)]
    firm = {step: firm_links(issues[step[0]], issues[step[1]]) for step in steps}
    for count in STEPS:
        for first in _spread(len(issues) - count):
            last = first + count
            edges = [((a, i), (b, j)) for (a, b), links in firm.items() if first <= a and b <= last for i, j in links]
            links = composed(edges, first, last)
            if any(issues[first][i] != issues[last][j] for i, j in links):
                yield ChainedPair(series, count, issues[first], issues[last], links)


def _spread(places: int) -> list[int]:
    """Return at most `_PAIRS` of the places where a chain may begin, as far apart as they can be."""
    if places <= _PAIRS:
        return list(range(max(0, places)))
    return [round(number * (places - 1) / (_PAIRS - 1)) for number in range(_PAIRS)]


def firm_links(old: Sequence[str], new: Sequence[str]) -> Pairs:
    """Return the pairs that are beyond doubt: much alike, and far ahead of any other partner on either side."""
    likeness = Likeness([*old, *new])
    rows = [[likeness.between(one, other, at_least=_FIRM - _LEAD) for other in new] for one in old]
    columns = list(zip(*rows, strict=True))
    return {(i, j) for i in range(len(old)) for j in range(len(new)) if _leads(rows[i], j) and _leads(columns[j], i)}


def _leads(values: Sequence[float], at: int) -> bool:
    rivals = [value for other, value in enumerate(values) if other != at]
    return values[at] >= max(_FIRM, _LEAD + max(rivals, default=0.0))


def composed(edges: Iterable[tuple[_Node, _Node]], first: int, last: int) -> frozenset[tuple[int, int]]:
    """Return which paragraph of issue `first` became which of issue `last`, by the edges between issues.

    Paragraphs that hang together are one life. Where a life holds two paragraphs of one issue its links contradict
    each other, or go round in a circle, and none of it is kept.
    """
    lives: dict[_Node, set[_Node]] = {}
    for one, other in edges:
        joined = lives.get(one, {one}) | lives.get(other, {other})
        lives.update(dict.fromkeys(joined, joined))
    links = set()
    for node, life in lives.items():
        ends = [paragraph for issue, paragraph in life if issue == last]
        if node[0] == first and ends and not any(a[0] == b[0] for a, b in combinations(life, 2)):
            links.add((node[1], ends[0]))
    return frozenset(links)
