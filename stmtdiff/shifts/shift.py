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

    `old` and `new` are spans into the two texts, None on the side where nothing stands; `old_at`
    and `new_at` say where on each side the shift belongs, also when that side is empty (code
    points). `weight` says how much one matters: news; minor, what only a word list knows to be small,
    shown in its place and not counted among the news; or routine, folded and never hidden. `proof` says
    why one is minor or routine ("ordinal moved on by one") and is empty for news. `direction` and `axis`
    come from rules and stay "none" and "" until a rule has spoken. `id` is made from content. `passes` names the
    steps that gave the phrase its edges (`edits.PASSES`), none for a whole paragraph.

    `moved` says that the phrase stands in a sentence that changed place. Around its old side stands the routine
    shift of the sentence that went, around its new side that of the sentence that came; `link` is that of the new
    side, and the old side may stand in another.
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
        """Say whether the shift is folded: proved to be what every new statement changes."""
        return self.weight == "routine"

    @property
    def carries(self) -> bool:
        """Say whether the shift is a sentence that moved, at one end of its way, with shifts of its own inside."""
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
