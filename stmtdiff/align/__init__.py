"""Find which paragraphs and sentences became which."""

from collections.abc import Sequence

from stmtdiff.align.called import Called
from stmtdiff.align.link import Alignment
from stmtdiff.model import Statement
from stmtdiff.settings import Settings

__all__ = ["align"]


def align(
    old: Statement,
    new: Statement,
    settings: Settings,  # noqa: ARG001  # every stage takes them
    *,
    called: Sequence[Called] = (),
) -> Alignment:
    """Return which paragraphs and sentences of `old` became which of `new`.

    Every paragraph and every sentence of each side is in exactly one link. `settings` are taken like in every stage
    and change nothing here. `called` is for two statements that are made of notes: it lists the notes to which
    paragraphs refer that became each other (`align.called`).
    """
    # Imported on the first call: the similarity library is slow to load, and link types are wanted without it.
    from stmtdiff.align.alignment import alignment

    return alignment(old, new, called)
