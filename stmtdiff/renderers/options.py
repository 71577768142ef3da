"""What a reader can choose about how a result is shown."""

import datetime
from typing import Literal, get_args

from stmtdiff.errors import RenderError
from stmtdiff.records import dataclass
from stmtdiff.shifts.shift import ShiftKind, Weight

View = Literal["side", "inline", "list"]
DIRECTIONS = ("softer", "firmer", "mixed")
WEIGHTS: dict[str, Weight] = {"substantive": "news", "minor": "minor", "routine": "routine"}
ONLY = (*get_args(ShiftKind), *DIRECTIONS, *WEIGHTS, "moved")


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one rendering; a format ignores those that mean nothing to it.

    Args:
        view: rows side by side, old and new wording in one run of text, or one line a shift.
        width: columns of the terminal, in cells; None never wraps.
        color: write ANSI styles.
        signs: write brackets around what changed; without them only styles tell, for a terminal that has all of them.
        ledger: begin the page of a terminal with the headline and the first rows of the ledger.
        show_all: show unchanged and routine rows instead of folding them.
        only: kinds of shift, directions, "substantive", "minor", "routine" or "moved"; a row must hold one.
        topic: a phrase that must stand in the row, on either side.
        context: how many unchanged rows to show around each row.
        author: who made the changes of a document with tracked changes; "" is stmtdiff itself.
        date: when they were made, YYYY-MM-DD; "" is the new statement's own date.
        cover: begin such a document with a page that holds the ledger, which is no text of it.

    Raises:
        RenderError: when a choice does not exist.
    """

    view: View = "side"
    width: int | None = None
    color: bool = False
    signs: bool = True
    ledger: bool = True
    show_all: bool = False
    only: tuple[str, ...] = ()
    topic: str = ""
    context: int = 0
    author: str = ""
    date: str = ""
    cover: bool = False

    def __post_init__(self) -> None:
        """Refuse choices that do not exist."""
        if self.view not in get_args(View):
            raise RenderError(f"there is no view '{self.view}'", hint=f"views: {', '.join(get_args(View))}")
        for kind in self.only:
            if kind not in ONLY:
                raise RenderError(f"there is no kind of shift '{kind}'", hint=f"kinds: {', '.join(ONLY)}")
        if self.context < 0:
            raise RenderError("the context is a number of rows and cannot be negative", hint="--context is 0 or more")
        if self.date and not _is_day(self.date):
            raise RenderError(f"'{self.date}' is not a date", hint="write it as 2025-07-11")
        check_width(self.width)


@dataclass(frozen=True, slots=True)
class RowOptions:
    """The choices of a result that is shown row by row; a format ignores those that mean nothing to it.

    Args:
        width: columns of the terminal, in cells; None never wraps.
        color: write ANSI styles.
        show_all: rows too in which nothing happened.

    Raises:
        RenderError: when the width leaves no room.
    """

    width: int | None = None
    color: bool = False
    show_all: bool = False

    def __post_init__(self) -> None:
        """Refuse a width in which no word fits."""
        check_width(self.width)


def check_width(width: int | None) -> None:
    """Refuse a width in which no word fits.

    Raises:
        RenderError: when it is below 20 cells.
    """
    if width is not None and width < 20:
        raise RenderError(f"a width of {width} leaves no room for words", hint="use at least 20 columns")


def _is_day(date: str) -> bool:
    """Say whether `date` is a day in the form YYYY-MM-DD."""
    try:
        return datetime.date.fromisoformat(date).isoformat() == date
    except ValueError:
        return False
