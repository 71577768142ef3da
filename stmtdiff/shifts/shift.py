"""A changed phrase, and a change that runs through the text."""

from dataclasses import dataclass
from typing import Literal

from stmtdiff.spans import Span

ShiftKind = Literal[
    "qualifier", "verb", "actor", "object", "clause", "list-item", "roll-forward", "figure", "form", "other"
]
Direction = Literal["softer", "firmer", "mixed", "none"]


@dataclass(frozen=True, slots=True)
class Shift:
    """A phrase that changed, inside one paragraph link.

    `old` and `new` are spans into the two texts, None on the side where nothing stands; `old_at`
    and `new_at` say where on each side the shift belongs, also when that side is empty (code
    points). `routine` shifts are folded, never hidden; `proof` says why one is routine ("ordinal
    moved on by one") and is empty for a substantive one. `direction` and `axis` come from rules
    and stay "none" and "" until a rule has spoken. `id` is made from content. `passes` names the
    steps that gave the phrase its edges (`edits.PASSES`), none for a whole paragraph.
    """

    id: str
    link: str
    old: Span | None
    new: Span | None
    old_at: int
    new_at: int
    kind: ShiftKind
    routine: bool
    proof: str = ""
    direction: Direction = "none"
    axis: str = ""
    passes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """One change that runs through the text: its first occurrence and the ids of all its shifts."""

    id: str
    old: Span | None
    new: Span | None
    shifts: tuple[str, ...]
