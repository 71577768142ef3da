"""What a loader hands back: the text that every later span points into."""

from dataclasses import dataclass

from stmtdiff.errors import LoadError
from stmtdiff.model import Mark

LETTERS = 10_000_000
"""The most characters that a document may have. The longest official ones have a tenth of it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a file (NFC, ``\\n`` line ends), what stood beside it, and what may be wrong."""

    text: str
    marks: tuple[Mark, ...] = ()
    doubts: tuple[str, ...] = ()


def check_length(count: int) -> None:
    """Do nothing when a document may have `count` characters.

    Raises:
        LoadError: when that is more than are read.
    """
    if count > LETTERS:
        raise LoadError(
            f"this document holds more than {LETTERS:,} characters, and no more are read",
            hint="cut out the statement itself",
        )
