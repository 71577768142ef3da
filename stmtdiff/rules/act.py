"""What a statement does with words, as the rules on acts see it."""

from dataclasses import dataclass

from stmtdiff.rules.finding import Range

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
