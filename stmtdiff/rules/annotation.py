"""What a rule says about a shift."""

from dataclasses import dataclass
from typing import Literal

from stmtdiff.shifts.shift import Direction
from stmtdiff.spans import Span

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Annotation:
    """A rule's finding on one shift.

    `axis` is the pack's name for its scale ("security"), `direction` is the direction on it,
    and `word` is the name of that direction in the field ("softer", "dovish", "weaker"; empty
    if there is none). `message` names both wordings, `why` says why it matters. `confidence` is how often, in 100
    cases, readers of such statements gave the same direction as a rule of this kind; 0 without a direction. `old` and
    `new` are where the words that it is about stand in each text, in code points; None where none do.
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
    old: Span | None = None
    new: Span | None = None
