"""What one sentence says of the economy, once it has been read."""

from fractions import Fraction
from typing import NamedTuple

from stmtdiff.rules.finding import Range
from stmtdiff.rules.senses import Mark


class Signal(NamedTuple):
    """One thing said of one quantity. Ranges are tokens of the paragraph.

    `worth` is in thousandths and points up for higher rates; `tell` are the words that make it (a movement, how much,
    a denial), `head` the quantity, None where it was carried over from a sentence before. `role` is "purpose" or
    "cause" where the words say what something is done for, or why it happened.
    """

    topic: str
    head: Range | None
    tell: tuple[Range, ...]
    worth: int
    role: str
    quantity: str
    main: str  # the stem of the movement or level itself
    key: tuple[str, ...]  # what makes two signals one: its topic, the words of its movement, what it is worth
    sentence: int  # the index of its sentence in the statement

    @property
    def span(self) -> Range:
        """Return the range from the first to the last of its words."""
        places = [*self.tell, *([self.head] if self.head else [])]
        return min(place[0] for place in places), max(place[1] for place in places)


class Figure(NamedTuple):
    """A percentage that a quantity has, or moved by (`is_step`); ranges are tokens of the paragraph."""

    topic: str
    quantity: str
    head: Range
    tell: tuple[Range, ...]
    amount: Fraction
    is_step: bool
    sign: int  # of its quantity: 1 where more of it points up
    sentence: int  # the index of its sentence in the statement
    role: str = ""

    @property
    def span(self) -> Range:
        """Return the range from the first to the last of its words."""
        return min(self.head[0], self.tell[0][0]), max(self.head[1], self.tell[0][1])


class Said(NamedTuple):
    """The signals of one sentence, its figures, and by which words it says how sure it is."""

    signals: tuple[Signal, ...]
    figures: tuple[Figure, ...]
    evidence: tuple[Mark, ...]
