"""Show two languages of one statement: one module a format."""

from dataclasses import dataclass

from stmtdiff.renderers.options import check_width


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one rendering; a format ignores those that mean nothing to it.

    Args:
        width: columns of the terminal, in cells; None never wraps.
        color: write ANSI styles.
        show_all: paragraphs too in which nothing differs.

    Raises:
        RenderError: when the width leaves no room.
    """

    width: int | None = None
    color: bool = False
    show_all: bool = False

    def __post_init__(self) -> None:
        """Refuse a width in which no word fits."""
        check_width(self.width)
