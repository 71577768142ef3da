"""What a statement does with words, as the rules on acts see it."""

from collections.abc import Sequence
from typing import NamedTuple

from stmtdiff.grammar import stem
from stmtdiff.languages.english import FUNCTION_WORDS
from stmtdiff.rules.finding import Range
from stmtdiff.rules.pack import Sense
from stmtdiff.rules.senses import Mark

STEP = 10  # tenths of a rung: from here on an act is another one
BINDING = 40  # the rung of what is decided, demanded or condemned
NEAR = 5  # tokens behind a verb in which the noun stands that says what it does: "reiterated their (support)"
STRONG = 30  # from this rung on an act backs, asks or blames
AIMING = frozenset({"aim", "wish"})  # acts of these names are positions on a lower rung too: a hope is policy


class Act(NamedTuple):
    """One act of a speaker. Ranges count the tokens of its paragraph; `about` has the stems of what it is about."""

    rung: int
    name: str
    where: Range
    whole: Range
    about: frozenset[str]
    has_courtesy: bool
    leads: bool  # its sentence opens with it
    names: frozenset[str]  # of its senses: "praise", "blame"
    reach: Range  # with its speaker
    sentence: int  # the index of its sentence in the statement

    @property
    def verb(self) -> str:
        """Return the stem of the verb; `name` has the kinds of its nouns too."""
        return self.name.partition(" ")[0]

    @property
    def key(self) -> tuple[int, str, frozenset[str]]:
        """Return what two acts have in common that are one and the same act."""
        return self.rung, self.name, self.about


def is_position(act: Act) -> bool:
    """Say whether an act binds, asks, judges, aims or hopes, and thanks nobody."""
    is_strong = act.rung >= STRONG or not AIMING.isdisjoint(act.names)
    return is_strong and not act.has_courtesy and bool(act.about)


def stems_of(norms: Sequence[str]) -> frozenset[str]:
    """Return the stems of those words that carry meaning; `norms` are words as they are compared."""
    return frozenset(stem(norm) for norm in norms if norm[:1].isalnum() and norm not in FUNCTION_WORDS)


def senses(marks: Sequence[Mark], kind: str, place: Range) -> list[Sense]:
    """Return the senses of one kind that the marks have which share a token with `place`."""
    found = (mark.sense_of(kind) for mark in marks if meets((mark.first, mark.last), place))
    return [sense for sense in found if sense is not None]


def meets(one: Range, other: Range) -> bool:
    """Say whether two half-open ranges share a token."""
    return one[0] < other[1] and other[0] < one[1]


def joined(one: Range, other: Range | None) -> Range:
    """Return the range from the first to the last token of both ranges; `one` itself where `other` is None."""
    return (min(one[0], other[0]), max(one[1], other[1])) if other else one
