"""Show the recurring formulas of a series: one module a format."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from stmtdiff.errors import RenderError
from stmtdiff.renderers.options import check_width

TOP = 25  # formulas that are shown of those that changed


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one rendering; a format ignores those that mean nothing to it.

    Args:
        width: columns of the terminal, in cells; None never wraps.
        color: write ANSI styles.
        show_all: every formula, also those that never changed.
        top: how many formulas to show otherwise.
        pages: where the page of a release is, by its reference; a page leads to the sentences there.

    Raises:
        RenderError: when the width leaves no room, or `top` is below 1.
    """

    width: int | None = None
    color: bool = False
    show_all: bool = False
    top: int = TOP
    pages: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what cannot be shown."""
        check_width(self.width)
        if self.top < 1:
            raise RenderError(f"{self.top} formulas cannot be shown", hint="--top is 1 or more")
