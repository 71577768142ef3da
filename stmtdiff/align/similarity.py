"""Say how alike two units are, with rare words weighing more than the stock phrases of the genre."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain
from math import log, sqrt
from typing import NamedTuple

from rapidfuzz.distance.Indel import normalized_similarity

_COSINE_SHARE = 0.6


class Profile(NamedTuple):
    """The weight of each word of a unit, and the length of that vector."""

    weights: dict[str, float]
    length: float


class Scale:
    """The weights of words, counted over the units of both sides.

    A word in `df` of `n` units weighs ln(1 + n / df); a unit's vector holds (1 + ln tf) times
    that, tf being how often the word stands in it (Salton and Buckley 1988). Profiles are kept by
    the unit's code, so equal units share one.
    """

    __slots__ = ("_idf", "_profiles")

    def __init__(self, codes: Iterable[str], marks: frozenset[str]) -> None:
        """Count in how many of the units each word stands."""
        every = list(codes)
        number = len(every)
        frequencies = Counter(chain.from_iterable(map(set, every)))
        weights = {count: log(1 + number / count) for count in set(frequencies.values())}
        self._idf = {letter: weights[count] for letter, count in frequencies.items()}
        # Punctuation says nothing of the topic; it still counts in the order of the words.
        self._idf.update(dict.fromkeys(marks & frequencies.keys(), 0.0))
        self._profiles: dict[str, Profile] = {}

    def weight(self, letter: str) -> float:
        """Return what one occurrence of a word weighs; `letter` is the character that stands for the word in codes."""
        return self._idf[letter]

    def profile(self, code: str) -> Profile:
        """Return the weighted words of a unit, given by its code."""
        known = self._profiles.get(code)
        if known is None:
            idf = self._idf
            weights = {
                letter: idf[letter] if count == 1 else (1 + log(count)) * idf[letter]
                for letter, count in Counter(code).items()
            }
            known = self._profiles[code] = Profile(weights, sqrt(sum([weight**2 for weight in weights.values()])))
        return known

    def cosine(self, old: str, new: str) -> float:
        """Return the cosine of the vectors of two units, given by their codes: 0.0 to 1.0."""
        first, second = self.profile(old), self.profile(new)
        if not first.length or not second.length:
            return 0.0
        few, many = first.weights, second.weights
        if len(few) > len(many):
            few, many = many, few
        # In the order of the words, not of a set: the last bit of the sum must not depend on hashing.
        product = sum([weight * many[letter] for letter, weight in few.items() if letter in many])
        return min(1.0, product / (first.length * second.length))

    def similarity(self, old: str, new: str, *, at_least: float = 0.0) -> float:
        """Return how alike two units are, given by their codes: 0.0 to 1.0, and 1.0 for equal words.

        The words themselves count more than their order: three parts cosine, two parts the share of words that stand
        in common order. A result that is sure to stay under `at_least` is given back as 0.0, for speed.
        """
        if old == new:
            return 1.0
        if not old or not new:
            return 0.0
        cosine = _COSINE_SHARE * self.cosine(old, new)
        longest = 2 * min(len(old), len(new)) / (len(old) + len(new))
        if cosine + (1 - _COSINE_SHARE) * longest < at_least:
            return 0.0
        return cosine + (1 - _COSINE_SHARE) * float(normalized_similarity(old, new))
