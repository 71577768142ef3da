"""Name the characters that make two wordings differ where a reader sees none: invisible ones, and look-alikes.

The ugly case: a Cyrillic letter in "Ostrel" marks a change that nobody can see and no search finds, and a sign that
turns the direction of writing shows "not" as "ton".
"""

import unicodedata

from stmtdiff.languages.marks import LOOK_ALIKES
from stmtdiff.shifts.change import Change, Side
from stmtdiff.words import fold

UNSEEN = "an invisible or look-alike character:"
_SOFT_HYPHEN = "\xad"  # typesetting, as a line break is: of no weight
_NAMED = 3  # characters that are named
_TO_LATIN = str.maketrans(LOOK_ALIKES)


def unseen(change: Change) -> str:
    """Return which characters alone make both sides differ, by their names; "" where a reader sees a difference.

    "Ostrel" with a Cyrillic letter gives "an invisible or look-alike character: U+041E CYRILLIC CAPITAL LETTER O".
    """
    if all(side.span is None or side.span.of(side.text).isascii() for side in change.sides):
        return ""
    old, new = _written(change.old), _written(change.new)
    if (old.isascii() and new.isascii()) or _seen(old) != _seen(new):
        return ""
    apart = sorted({letter for letter in {*old} ^ {*new} if _is_unseen(letter) and letter != _SOFT_HYPHEN})
    names = [f"U+{ord(letter):04X} {unicodedata.name(letter, 'without a name')}" for letter in apart[:_NAMED]]
    return f"{UNSEEN} {', '.join(names)}" if names else ""


def _written(side: Side) -> str:
    return " ".join(side.shown(atom) for atom in side.own)


def _is_unseen(letter: str) -> bool:
    return letter in LOOK_ALIKES or unicodedata.category(letter) == "Cf"


def _seen(text: str) -> str:
    """Return what a reader sees of a text: look-alikes as Latin letters, nothing invisible, no case."""
    shown = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    return fold(shown.translate(_TO_LATIN)).lower()
