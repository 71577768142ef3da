"""Cut the paragraphs of one link into pieces: unchanged, dropped, gained, or too long and quiet to repeat.

"[-grave-]" has to stand where it was dropped even though the new text holds no trace of it, and in
a paragraph of nine sentences with one changed word the other eight only hide it. A piece is a span
into the text of its side; nothing is copied or escaped here.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from stmtdiff.model import Paragraph
from stmtdiff.report import Report, Side
from stmtdiff.shifts.shift import Shift
from stmtdiff.spans import Span

ELIDED_WORDS = 30  # a shorter stretch is read faster than the note that it was left out


class Piece(NamedTuple):
    """A stretch of one side: unchanged, or part of a shift, or unchanged and left out (`elided` words long).

    Of a shift, `elided` counts the words that would follow; only lists shorten shifts.
    A `quiet` piece is marked and does not call for attention: its shift is routine, or said elsewhere.
    A `carried` one is wording that came along unchanged in a sentence that moved: it is no mark, though it has a shift.
    """

    side: Side
    span: Span
    shift: Shift | None = None
    quiet: bool = False
    elided: int = 0
    carried: bool = False


class Cell(NamedTuple):
    """One paragraph of a row, cut into pieces that cover its body."""

    paragraph: Paragraph
    pieces: tuple[Piece, ...]


def cut(
    side: Side, paragraph: Paragraph, shifts: Sequence[Shift], *, said: Container[str], still: Container[int]
) -> Cell:
    """Return `paragraph` cut at the ends of `shifts`.

    `said` has the ids of shifts that are said elsewhere, `still` the indexes of sentences that may
    be left out because nothing happens in them. A sentence that moved is one piece; see `opened`.
    """
    spans = [(span, shift) for shift in shifts if (span := _own(side, shift)) and not shift.moved]
    pieces = _cover(side, paragraph, sorted(spans, key=lambda pair: (pair[0], pair[1].id)), said)
    quiet = _quiet_stretches(paragraph, still)
    return Cell(paragraph, tuple(part for piece in pieces for part in _leave_out(piece, quiet)))


def opened(side: Side, cell: Cell, shifts: Sequence[Shift], *, said: Container[str]) -> Cell:
    """Return `cell` with each sentence that moved cut at the ends of the `shifts` inside it."""
    moved = [(span, shift) for shift in shifts if shift.moved for span in [_own(side, shift)] if span]
    moved.sort(key=lambda pair: (pair[0], pair[1].id))
    return cell._replace(pieces=tuple(part for piece in cell.pieces for part in _opened(piece, moved, said)))


def gone(shifts: Iterable[Shift], *, said: Container[str]) -> tuple[Piece, ...]:
    """Return what `shifts` inside sentences that moved dropped, for the place that the sentences came to."""
    return tuple(_marked("old", shift.old, shift, said) for shift in shifts if shift.moved and shift.old)


def _opened(piece: Piece, moved: Sequence[tuple[Span, Shift]], said: Container[str]) -> Iterator[Piece]:
    """Yield a piece of a sentence that moved as the shifts inside it and the wording that came along between them."""
    if piece.shift is None or not piece.shift.carries:
        yield piece
        return
    position = piece.span.start
    for span, shift in moved:
        if span.is_inside(piece.span):
            if position < span.start:
                yield piece._replace(span=Span(position, span.start), carried=piece.side == "new")
            yield _marked(piece.side, span, shift, said)
            position = span.end
    if position < piece.span.end:
        yield piece._replace(span=Span(position, piece.span.end), carried=piece.side == "new")


def _own(side: Side, shift: Shift) -> Span | None:
    return shift.old if side == "old" else shift.new


def _marked(side: Side, span: Span, shift: Shift, said: Container[str]) -> Piece:
    return Piece(side, span, shift, not shift.is_news or shift.id in said)


def interleave(old: Sequence[Cell], new: Sequence[Cell], gone: Sequence[Piece] = ()) -> tuple[tuple[Piece, ...], ...]:
    """Merge both sides into one run of pieces a new paragraph, dropped words before the gained ones.

    `gone` was dropped from sentences that moved, and is in none of the old cells.
    Without a new side (a removed paragraph) the old cells are returned as they are.
    """
    if not new:
        return tuple(cell.pieces for cell in old)
    dropped = sorted(
        (
            (shift.new_at, shift.old_at, piece)
            for pieces in (*(cell.pieces for cell in old), gone)
            for piece in pieces
            if (shift := piece.shift)
        ),
        key=lambda entry: (entry[0], entry[1], entry[2].span),
    )
    rows: list[tuple[Piece, ...]] = []
    for number, cell in enumerate(new, start=1):
        here = [entry for entry in dropped if number == len(new) or entry[0] <= cell.paragraph.span.end]
        dropped = dropped[len(here) :]
        rows.append(tuple(_insert(cell.pieces, here)))
    return tuple(rows)


class Fragment(NamedTuple):
    """The text of a piece as it is in its statement; without a piece, what joins two others: a space or nothing."""

    text: str
    piece: Piece | None


def fragments(report: Report, pieces: Sequence[Piece]) -> Iterator[Fragment]:
    """Yield the texts of `pieces`, a dropped phrase set off by the spaces that it had in the old text.

    An empty fragment is between a dropped phrase and the one that replaced it.
    """
    written = ""
    owes_space = False  # the last dropped phrase was followed by a space that nobody has written yet
    before: Piece | None = None
    for piece in pieces:
        text = (report.old if piece.side == "old" else report.new).text
        start, end = piece.span.start, piece.span.end
        is_dropped = piece.side == "old" and piece.shift is not None
        is_set_off = owes_space or ((is_dropped or piece.elided > 0) and text[max(0, start - 1) : start].isspace())
        if before and before.shift and before.shift is piece.shift and before.side != piece.side:
            yield Fragment("", None)
        elif is_set_off and written and not written[-1].isspace() and not text[start : start + 1].isspace():
            yield Fragment(" ", None)
        owes_space = is_dropped and text[end : end + 1].isspace()
        written = text[start:end]
        before = piece
        yield Fragment(written, piece)


def _cover(
    side: Side, paragraph: Paragraph, marked: Sequence[tuple[Span, Shift]], said: Container[str]
) -> Iterator[Piece]:
    """Yield pieces that cover the body of `paragraph` without holes; `marked` is in order."""
    position, end = paragraph.body.start, paragraph.body.end
    for span, shift in marked:
        start, stop = max(span.start, position), min(span.end, end)
        if start >= stop:
            continue
        if position < start:
            yield Piece(side, Span(position, start))
        yield _marked(side, Span(start, stop), shift, said)
        position = stop
    if position < end:
        yield Piece(side, Span(position, end))


def _quiet_stretches(paragraph: Paragraph, still: Container[int]) -> list[tuple[Span, int]]:
    """Return the runs of still sentences worth leaving out, each with its length in words.

    The first sentence stays: it says what the paragraph is about.
    """
    grouped = groupby(paragraph.sentences[1:], key=lambda sentence: sentence.index in still)
    runs = [list(run) for is_still, run in grouped if is_still]
    stretches = ((Span(run[0].span.start, run[-1].span.end), run[-1].last - run[0].first) for run in runs)
    return [(span, words) for span, words in stretches if words >= ELIDED_WORDS]


def _leave_out(piece: Piece, quiet: Iterable[tuple[Span, int]]) -> Iterator[Piece]:
    """Yield an unchanged piece with the `quiet` stretches inside it made one short piece each."""
    position = piece.span.start
    for span, words in quiet if piece.shift is None else ():
        if not span.is_inside(piece.span):
            continue
        if position < span.start:
            yield piece._replace(span=Span(position, span.start))
        yield piece._replace(span=span, elided=words)
        position = span.end
    if position < piece.span.end:
        yield piece._replace(span=Span(position, piece.span.end))


def _insert(pieces: Iterable[Piece], dropped: Iterable[tuple[int, int, Piece]]) -> Iterator[Piece]:
    """Yield the new side's `pieces` with each dropped piece at its place, splitting unchanged pieces there."""
    waiting = list(dropped)[::-1]
    for piece in pieces:
        position = piece.span.start
        while waiting and waiting[-1][0] < piece.span.end:
            at, _, gone = waiting.pop()
            if (piece.shift is None or piece.carried) and position < at:
                yield piece._replace(span=Span(position, at))
                position = at
            yield gone
        yield piece._replace(span=Span(position, piece.span.end))
    yield from (gone for _, _, gone in reversed(waiting))
