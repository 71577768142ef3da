"""Quote the pieces of a row: letter for letter, with an ellipsis wherever a sentence is cut."""

from collections.abc import Iterable, Sequence

from stmtdiff.ledger.ledger import Piece
from stmtdiff.model import Statement
from stmtdiff.spans import Span

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
    """Say whether words of the sentence that ends or begins a quotation stand behind `place`, or in front of it."""
    for sentence in statement.sentences_at(Span(place - 1, place) if is_end else Span(place, place + 1)):
        rest = Span(place, max(place, sentence.span.end)) if is_end else Span(min(place, sentence.span.start), place)
        return any(map(str.isalnum, rest.of(statement.text)))
    return False


def reads(statement: Statement, span: Span) -> str:
    """Return the words of `span` letter for letter, on one line."""
    return " ".join(span.of(statement.text).split())


def cut_at(whole: Span, marks: Iterable[Span]) -> tuple[Piece, ...]:
    """Return `whole` as pieces without a gap, those of `marks` changed."""
    made, at = list[Piece](), whole.start
    for mark in sorted(marks):
        start, end = max(mark.start, at), min(mark.end, whole.end)
        if start > at:
            made.append(Piece(Span(at, start), changed=False))
        if end > start:
            made.append(Piece(Span(start, end), changed=True))
            at = end
    if at < whole.end:
        made.append(Piece(Span(at, whole.end), changed=False))
    return tuple(made)
