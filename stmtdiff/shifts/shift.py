"""A changed phrase, and a change that runs through the text."""

from dataclasses import dataclass
from typing import Literal

from stmtdiff.spans import Span

ShiftKind = Literal[
    "qualifier", "verb", "actor", "object", "clause", "list-item", "roll-forward", "figure", "form", "other"
]
Direction = Literal["softer", "firmer", "mixed", "none"]
Weight = Literal["news", "minor", "routine"]
MOVED = "the sentence moved, and what changed in it is marked by itself"


@dataclass(frozen=True, slots=True)
class Shift:
    """A phrase that changed, inside one paragraph link or inside a sentence that moved.

    `old` and `new` are spans into the two texts, None on a side without words; `old_at`
    and `new_at` say where the shift is on each side, also if that side is empty (in code
    points). `weight` is "news", "minor" (a word list knows that it is small; shown in its place, not counted as
    news) or "routine" (folded, never hidden). `proof` says why a shift is minor or routine ("ordinal moved on
    by one"); it is empty for news. `direction` and `axis` come from rules; they are "none" and "" without
    one. `id` is made from the content. `passes` names the steps that gave the phrase its edges
    (`edits.PASSES`), none for a whole paragraph.

    `moved` says that the phrase is in a sentence that changed its place. The routine shift of the sentence is around
    its old side at the old place, and around its new side at the new place. `link` is that of the new side; the old
    side may be in another.
    """

    id: str
    link: str
    old: Span | None
    new: Span | None
    old_at: int
    new_at: int
    kind: ShiftKind
    weight: Weight
    proof: str = ""
    direction: Direction = "none"
    axis: str = ""
    passes: tuple[str, ...] = ()
    moved: bool = False

    @property
    def routine(self) -> bool:
        """Say whether the shift is folded: it is proved that every new statement changes this."""
        return self.weight == "routine"

    @property
    def carries(self) -> bool:
        """Say whether the shift is a sentence that moved and has shifts inside, at its old or its new place."""
        return self.proof == MOVED

    @property
    def is_news(self) -> bool:
        """Say whether the shift counts among the news."""
        return self.weight == "news"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One change that runs through the text: its first occurrence and the ids of all its shifts."""

    id: str
    old: Span | None
    new: Span | None
    shifts: tuple[str, ...]
