"""How each class of shift looks: one table that the terminal and the pages share.

Colour never carries meaning alone. A terminal without colour, a reader who sees no red, and a
phrase pasted into a mail must all keep what was dropped apart from what was gained: so every mark
has brackets or a sign of its own, and the side decides between strike and underline.
"""

from typing import Literal, NamedTuple

from stmtdiff.report import Side
from stmtdiff.shifts.shift import Shift

Class = Literal["softer", "firmer", "mixed", "neutral", "minor", "routine"]
Fate = Literal["first", "changed", "vanished", "returned"]

BRACKETS: dict[Side, tuple[str, str]] = {"old": ("[-", "-]"), "new": ("{+", "+}")}
QUIET_BRACKETS: dict[Side, tuple[str, str]] = {"old": ("(-", "-)"), "new": ("(+", "+)")}


class Mark(NamedTuple):
    """The look of one class: a sign for lists, a colour name for terminals, one for light pages.

    The page colours are those of Okabe and Ito's palette, chosen to differ for every common kind
    of colour blindness (https://jfly.uni-koeln.de/color/). The terminal's are the nearest of its 256 that can be
    read on white and on black: each has a contrast of 3 to 1 and more with both.
    """

    sign: str
    terminal: str
    page: str


MARKS: dict[Class, Mark] = {
    "softer": Mark("▽", "color(33)", "#0072B2"),
    "firmer": Mark("▲", "color(166)", "#D55E00"),
    "mixed": Mark("◆", "color(133)", "#CC79A7"),
    "neutral": Mark("•", "", "#555555"),
    "minor": Mark("◦", "dim", "#767676"),
    "routine": Mark("·", "dim", "#767676"),
}
# What became of a phrase in a release: the same for a time line, a table and a terminal.
FATES: dict[Fate, Mark] = {
    "first": Mark("+", "green", "#009E73"),
    "changed": Mark("~", "yellow", "#D55E00"),
    "vanished": Mark("-", "red", "#CC79A7"),
    "returned": Mark("*", "cyan", "#0072B2"),
}
SIDE_TERMINAL: dict[Side, str] = {"old": "strike", "new": "underline"}


def class_of(shift: Shift) -> Class:
    """Return the class that decides how a shift looks."""
    if shift.routine:
        return "routine"
    if shift.weight == "minor":
        return "minor"
    return "neutral" if shift.direction == "none" else shift.direction


def brackets(side: Side, *, quiet: bool) -> tuple[str, str]:
    """Return the opening and closing bracket of a phrase: round ones, lighter on the eye, where it is `quiet`."""
    return (QUIET_BRACKETS if quiet else BRACKETS)[side]


def terminal_style(shift: Shift, side: Side, *, quiet: bool) -> str:
    """Return the style of a shift in rich's words: direction as colour, side as strike or underline."""
    return f"{'dim' if quiet else MARKS[class_of(shift)].terminal} {SIDE_TERMINAL[side]}".strip()
