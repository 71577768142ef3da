"""What a loader hands back: the text that every later span points into."""

from typing import NamedTuple

from stmtdiff.errors import LoadError
from stmtdiff.model import Mark


class Reading(NamedTuple):
    """The text of a file (NFC, ``\\n`` line ends), what stood beside it, and what may be wrong."""

    text: str
    marks: tuple[Mark, ...] = ()
    doubts: tuple[str, ...] = ()


def check_length(count: int, limit: int) -> None:
    """Do nothing when a document of `count` characters has no more than `limit`.

    Raises:
        LoadError: when it has.
    """
    if count > limit:
        raise LoadError(
            f"this document has more than {limit:,} characters, which is the limit",
            hint="save only the statement itself in a file",
        )
