"""What a loader hands back: the text that every later span points into."""

from dataclasses import dataclass

from stmtdiff.model import Mark


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a file (NFC, ``\\n`` line ends), what stood beside it, and what may be wrong."""

    text: str
    marks: tuple[Mark, ...] = ()
    doubts: tuple[str, ...] = ()
