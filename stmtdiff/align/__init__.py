"""Find which paragraphs and sentences became which."""

from stmtdiff.align.link import Alignment
from stmtdiff.model import Statement
from stmtdiff.settings import Settings

__all__ = ["align"]


def align(old: Statement, new: Statement, settings: Settings) -> Alignment:  # noqa: ARG001  # every stage takes them
    """Return which paragraphs and sentences of `old` became which of `new`.

    Every paragraph and every sentence of each side is in exactly one link.
    """
    # Imported on the first call: the similarity library is slow to load, and link types are wanted without it.
    from stmtdiff.align.alignment import alignment

    return alignment(old, new)
