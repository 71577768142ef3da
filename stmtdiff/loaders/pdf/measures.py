"""Measure a document: the size of its text, the pitch of its lines, where its lines end."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from stmtdiff.loaders.pdf.columns import Region
from stmtdiff.loaders.pdf.pages import Line

_USUAL_PITCH = 1.25  # of the size, where the document does not say
_LEAST_PITCH, _MOST_PITCH = 0.85, 3.5
_STEP = 20  # parts of a size in which pitches are counted
_COMMON = 0.25  # of the most frequent pitch: a smaller one counts as often is the pitch of the lines


class Measures:
    """What is usual in one document."""

    def __init__(self, regions: Iterable[Region]) -> None:
        """Measure all lines of `regions`."""
        sizes: Counter[float] = Counter()
        pitches: dict[float, Counter[int]] = {}
        for region in regions:
            for line in region.lines:
                sizes[_rounded(line.size)] += sum(len(word.text) for word in line.words)
            for one, two in pairwise(region.lines):
                steps = (one.y - two.y) / max(one.size, 1)
                if _rounded(one.size) == _rounded(two.size) and _LEAST_PITCH <= steps <= _MOST_PITCH:
                    pitches.setdefault(_rounded(one.size), Counter())[round(steps * _STEP)] += 1
        self.size = max(sizes, key=lambda size: (sizes[size], size), default=10.0)
        """The size of the text, in points."""
        self._pitches = {size: _pitch(counts) / _STEP for size, counts in pitches.items() if sum(counts.values()) > 2}

    def pitch(self, size: float) -> float:
        """Return how far apart the baselines of a paragraph's lines are, in points, for text of `size`."""
        known = self._pitches.get(_rounded(size), self._pitches.get(self.size, _USUAL_PITCH))
        return max(known, 1.0) * size

    def is_small(self, line: Line) -> bool:
        """Say whether a line is set smaller than the text."""
        return line.size <= 0.93 * self.size


def right_edge(lines: Sequence[Line]) -> float:
    """Return where full lines end: what only one line in ten passes."""
    ends = sorted(line.right for line in lines)
    return ends[min(len(ends) - 1, len(ends) * 9 // 10)]


def _rounded(size: float) -> float:
    return round(2 * size) / 2


def _pitch(counts: Counter[int]) -> float:
    """Return the smallest distance that is about as frequent as any: larger ones part paragraphs."""
    most = max(counts[step] + counts[step - 1] + counts[step + 1] for step in counts)
    for step in sorted(counts):
        near = counts[step] + counts[step + 1]
        if near >= _COMMON * most:
            return max((step, step + 1), key=lambda each: (counts[each], -each))
    return _USUAL_PITCH * _STEP
