"""What a statement does with words, as the rules on acts see it."""

from collections.abc import Sequence
from dataclasses import dataclass

from stmtdiff.grammar import stem
from stmtdiff.languages.english import FUNCTION_WORDS
from stmtdiff.rules.finding import Range
from stmtdiff.rules.pack import Sense
from stmtdiff.rules.senses import Mark

STEP = 10  # tenths of a rung: from here on an act is another one
BINDING = 40  # the rung of what is decided, demanded or condemned
STRONG = 30  # from here on an act that comes or goes as a whole is a position


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a speaker. Ranges are tokens of the paragraph; `about` are the stems of what it is about."""

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
        """Return the stem of its verb; the name holds the kinds of its nouns too."""
        return self.name.partition(" ")[0]

    @property
    def key(self) -> tuple[int, str, frozenset[str]]:
        """Return what makes two acts one."""
        return self.rung, self.name, self.about


def is_position(act: Act) -> bool:
    """Say whether an act binds, asks, aims or judges, and thanks nobody."""
    is_strong = act.rung >= STRONG or "aim" in act.names
    return is_strong and not act.has_courtesy and bool(act.about)


def stems_of(norms: Sequence[str]) -> frozenset[str]:
    """Return the stems of the words of meaning among some words."""
    return frozenset(stem(norm) for norm in norms if norm[:1].isalnum() and norm not in FUNCTION_WORDS)


def senses(marks: Sequence[Mark], kind: str, place: Range) -> list[Sense]:
    """Return the senses of one kind of the marks that share a token with `place`."""
    found = (mark.sense_of(kind) for mark in marks if meets((mark.first, mark.last), place))
    return [sense for sense in found if sense is not None]


def meets(one: Range, other: Range) -> bool:
    """Say whether two ranges share a token."""
    return one[0] < other[1] and other[0] < one[1]


def joined(one: Range, other: Range | None) -> Range:
    """Return the range from the first token of both to the last."""
    return (min(one[0], other[0]), max(one[1], other[1])) if other else one
