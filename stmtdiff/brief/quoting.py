"""Quote the pieces of a row: letter for letter, with an ellipsis wherever a sentence is cut."""

from collections.abc import Sequence

from stmtdiff.brief.ledger import Piece
from stmtdiff.model import Statement

ELLIPSIS = "…"


def quoted(statement: Statement, pieces: Sequence[Piece]) -> str:
    """Return what `pieces` quote of `statement` on one line; "" where there are none.

    An ellipsis stands where words of a sentence were left out, in front, behind or between.
    """
    return " ".join("".join(text for text, _ in parts(statement, pieces)).split())


def parts(statement: Statement, pieces: Sequence[Piece]) -> list[tuple[str, bool]]:
    """Return what is printed of `pieces`, in order: a text, and whether it is what changed; ellipses among them."""
    made: list[tuple[str, bool]] = []
    if not pieces:
        return made
    if _is_cut(statement, pieces[0].span.start, is_end=False):
        made.append((f"{ELLIPSIS} ", False))
    for place, piece in enumerate(pieces):
        if place and pieces[place - 1].span.end < piece.span.start:
            gap = statement.text[pieces[place - 1].span.end : piece.span.start]
            made.append((f" {ELLIPSIS} " if gap.strip() else " ", False))
        made.append((piece.span.of(statement.text), piece.changed))
    if _is_cut(statement, pieces[-1].span.end, is_end=True):
        made.append((f" {ELLIPSIS}", False))
    return made


def _is_cut(statement: Statement, place: int, *, is_end: bool) -> bool:
    """Say whether words of the sentence stand in front of `place`, or behind it."""
    paragraph = statement.paragraph_at(max(0, place - is_end))
    if paragraph is None:
        return False
    for sentence in paragraph.sentences:
        if sentence.span.start <= place <= sentence.span.end and (place > sentence.span.start) == is_end:
            rest = statement.text[place : sentence.span.end] if is_end else ""
            return any(map(str.isalnum, rest))
        if sentence.span.start < place < sentence.span.end:
            return any(map(str.isalnum, statement.text[sentence.span.start : place]))
    return False
