"""Say how alike two paragraphs are, apart from the engine: strata must stay where they are when the engine changes.

Three parts cosine over words, rare ones weighing more, and two parts the share of words in common order.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import log, sqrt

from rapidfuzz.distance.Indel import normalized_similarity

_WORD = re.compile(r"\w+")
_COSINE_SHARE = 0.6


@lru_cache(maxsize=65_536)
def words(text: str) -> tuple[str, ...]:
    """Return the words of `text` in small letters."""
    return tuple(word.lower() for word in _WORD.findall(text))


class Likeness:
    """How alike paragraphs are, on the scale of the two texts that they stand in."""

    def __init__(self, paragraphs: Iterable[str]) -> None:
        """Count in how many of the paragraphs each word stands."""
        rows = [set(words(paragraph)) for paragraph in paragraphs]
        counts = Counter(word for row in rows for word in row)
        self._weights = {word: log(1 + len(rows) / count) for word, count in counts.items()}
        self._vectors: dict[str, dict[str, float]] = {}

    def cosine(self, old: str, new: str) -> float:
        """Return the cosine of two paragraphs' words, 0.0 to 1.0."""
        one, other = self._vector(old), self._vector(new)
        return sum(weight * other[word] for word, weight in one.items() if word in other)

    def between(self, old: str, new: str, *, at_least: float = 0.0) -> float:
        """Return how alike two paragraphs are, 0.0 to 1.0; 0.0 for what is sure to stay under `at_least`, for speed."""
        cosine, lengths = _COSINE_SHARE * self.cosine(old, new), (len(words(old)), len(words(new)))
        if cosine + (1 - _COSINE_SHARE) * 2 * min(lengths) / max(1, sum(lengths)) < at_least:
            return 0.0
        return cosine + (1 - _COSINE_SHARE) * normalized_similarity(words(old), words(new))

    def _vector(self, text: str) -> dict[str, float]:
        if text not in self._vectors:
            counts = Counter(words(text))
            vector = {word: (1 + log(count)) * self._weights[word] for word, count in counts.items()}
            length = sqrt(sum(weight**2 for weight in vector.values())) or 1.0
            self._vectors[text] = {word: weight / length for word, weight in vector.items()}
        return self._vectors[text]


def is_same(old: str, new: str) -> bool:
    """Say whether two paragraphs hold the same words."""
    return words(old) == words(new)
