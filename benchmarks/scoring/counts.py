"""Hits and misses, and the shares that are made of them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of the `gold` items were `found`, and how many of the `predicted` ones are `right`.

    The two numerators differ only where an item's kind is judged on each side by itself.
    """

    found: int = 0
    gold: int = 0
    right: int = 0
    predicted: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Return the counts of both together."""
        return Counts(
            self.found + other.found,
            self.gold + other.gold,
            self.right + other.right,
            self.predicted + other.predicted,
        )

    @property
    def recall(self) -> float:
        """Return the share of the gold that was found, 0 where there is none."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        """Return the share of the predictions that are right, 0 where there is none."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall, 0 when either is."""
        precision, recall = self.precision, self.recall
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def agreement(hits: int, gold: Collection[object], predicted: Collection[object]) -> Counts:
    """Return the counts of `hits` that stand on both sides."""
    return Counts(hits, len(gold), hits, len(predicted))


def add_up(rows: Iterable[dict[str, Counts]]) -> dict[str, Counts]:
    """Return the sums by name over many rows; the counts of a set are those of its texts together."""
    sums: dict[str, Counts] = {}
    for row in rows:
        for name, counts in row.items():
            sums[name] = sums.get(name, Counts()) + counts
    return sums


def share_of(answers: Iterable[bool]) -> Counts:
    """Return the counts of answers that are yes or no."""
    answers = list(answers)
    return agreement(sum(answers), answers, answers)
