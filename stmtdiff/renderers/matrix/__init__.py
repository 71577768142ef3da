"""Show years by phrases: one module a format."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from stmtdiff.renderers.options import check_width


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one rendering; a format ignores those that mean nothing to it.

    Args:
        width: columns of the terminal, in cells; None never wraps.
        color: write ANSI styles.
        forms: show the formula as it is worded instead of counts.
        pages: where the page of a release is, by its reference; a page leads to the sentences there.
        lives: where the page of a phrase is, by the names of its series and of the phrase.

    Raises:
        RenderError: when the width leaves no room.
    """

    width: int | None = None
    color: bool = False
    forms: bool = False
    pages: Mapping[str, str] = field(default_factory=dict)
    lives: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a width in which no word fits."""
        check_width(self.width)
