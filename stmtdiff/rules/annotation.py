"""What a rule says about a shift."""

from dataclasses import dataclass
from typing import Literal

from stmtdiff.shifts.shift import Direction

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Annotation:
    """A rule's finding on one shift.

    `axis` is the pack's name for its scale ("security"), `direction` where the shift goes on it,
    and `word` how people of the field call that direction ("softer", "dovish", "weaker"; empty
    when there is none). `message` names both wordings, `why` says why it matters. `confidence` is how often, in a
    hundred, a direction of its kind was what readers of such statements said; 0 where it gives none.
    """

    shift: str
    rule: str
    name: str
    severity: Severity
    axis: str
    direction: Direction
    word: str
    message: str
    why: str
    confidence: int = 0
