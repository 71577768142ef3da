"""Say of every word of a row on which side it is: the shifts first, then whatever else differs.

Shifts compare words by their norm; a redline has to bring back the old text letter for letter. So the
stretches between two shifts, which read the same, are compared once more as they are written: a
straight apostrophe in place of a curved one is tracked too.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal, NamedTuple

from stmtdiff.align.chain import heaviest_chain
from stmtdiff.align.pairing import Pair
from stmtdiff.renderers.visible import SPACE
from stmtdiff.shifts.shift import Shift
from stmtdiff.spans import Span

Change = Literal["same", "del", "ins"]
END = "\n"  # of a paragraph; inside one all white space is a space

_TOKEN = re.compile(r"\s|\w+|[^\w\s]")
_MOST = 4_000_000  # pairs of tokens that are compared; more than that is replaced as a whole


class Piece(NamedTuple):
    """Text that is on both sides or on one, with the ids of the shifts that it is part of."""

    change: Change
    text: str
    shifts: tuple[str, ...] = ()


class Side:
    """The paragraphs that one side of a row has, as one text with white space folded and `END` between two."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        """Fold the text in `spans` of `text`."""
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]
        self._offsets: list[list[int]] = []
        parts: list[str] = []
        length = 0
        for span in spans:
            folded, offsets = _folded(span.of(text))
            self._offsets.append([length + offset for offset in offsets])
            parts.append(folded)
            length += len(folded) + len(END)
        self.text = END.join(parts)

    def at(self, position: int) -> int:
        """Return where a position of the statement's text is in this text; what is outside is moved inside."""
        index = max(0, bisect_right(self._starts, position) - 1)
        inside = min(max(position, self._starts[index]), self._ends[index])
        return self._offsets[index][inside - self._starts[index]]

    def span(self, span: Span) -> Span:
        """Return where a span of the statement's text is in this text."""
        return Span(self.at(span.start), self.at(span.end))


def pieces(old: Side, new: Side, shifts: Sequence[Shift], starts: tuple[int, int]) -> list[Piece]:
    """Return the texts of both sides of a row as pieces in order, one that is dropped before the one that replaces it.

    `starts` are the places in both statements where the texts behind the first printed numbers begin.
    """
    found: list[Piece] = []
    o, n = (side.at(start) for side, start in zip((old, new), starts, strict=True))
    found += _compared(old.text[:o], new.text[:n])
    for before, after, shift in _anchors(old, new, shifts):
        if before.start < o or after.start < n:
            continue
        found += _compared(old.text[o : before.start], new.text[n : after.start])
        found.append(Piece("del", before.of(old.text), shift))
        found.append(Piece("ins", after.of(new.text), shift))
        o, n = before.end, after.end
    return list(_gathered([*found, *_compared(old.text[o:], new.text[n:])]))


def _folded(text: str) -> tuple[str, list[int]]:
    """Return `text` with every run of white space as one space, and where each of its positions came to stand."""
    parts: list[str] = []
    offsets: list[int] = []
    length = position = 0
    for match in SPACE.finditer(text):
        length += match.start() - position
        offsets += range(length - (match.start() - position), length)
        offsets += [length] * len(match[0])
        parts += [text[position : match.start()], " "]
        length += 1
        position = match.end()
    offsets += range(length, length + len(text) - position + 1)
    return "".join((*parts, text[position:])), offsets


def _anchors(old: Side, new: Side, shifts: Sequence[Shift]) -> Iterator[tuple[Span, Span, tuple[str, ...]]]:
    """Yield where each shift is in both texts and its id, without those that cross others.

    A sentence that moved is deleted where it stood and inserted where it is, whole; with it go the ids of the
    shifts inside.
    """
    placed = []
    for shift in shifts:
        if not shift.moved:
            before, after = shift.old or Span(shift.old_at, shift.old_at), shift.new or Span(shift.new_at, shift.new_at)
            placed.append((old.span(before), new.span(after), (shift.id, *_inside(shift, shifts))))
    by_old = {entry: rank for rank, entry in enumerate(sorted(placed))}
    by_new = sorted(placed, key=lambda entry: (entry[1], entry[0], entry[2]))
    pairs = [Pair(by_old[entry], rank, 1, 1) for rank, entry in enumerate(by_new)]
    kept = heaviest_chain(pairs, [1.0 + len(before) + len(after) for before, after, _ in by_new])
    yield from (by_new[at] for at in kept)


def _inside(carrier: Shift, shifts: Iterable[Shift]) -> Iterator[str]:
    """Yield the ids of the shifts inside a sentence that moved, at the place that it came to."""
    if carrier.carries and carrier.new:
        for shift in shifts:
            if shift.moved and (shift.new or Span(shift.new_at, shift.new_at)).is_inside(carrier.new):
                yield shift.id


def _compared(old: str, new: str) -> Iterator[Piece]:
    """Yield two texts that should read the same, cut where they do not."""
    if old == new:
        yield Piece("same", old)
        return
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(before) * len(after) > _MOST:
        yield from (Piece("del", old), Piece("ins", new))
        return
    for sort, first, last, begin, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if sort == "equal":
            yield Piece("same", "".join(before[first:last]))
        else:
            yield from (Piece("del", "".join(before[first:last])), Piece("ins", "".join(after[begin:end])))


def _gathered(found: Iterable[Piece]) -> Iterator[Piece]:
    """Yield what is the same as one piece each, and between two such pieces first what went and then what came."""
    filled = [piece for piece in found if piece.text or piece.shifts]
    for is_same, group in groupby(filled, key=lambda piece: piece.change == "same"):
        run = list(group)
        shifts = tuple(dict.fromkeys(shift for piece in run for shift in piece.shifts))
        changes: tuple[Change, ...] = ("same",) if is_same else ("del", "ins")
        for change in changes:
            if text := "".join(piece.text for piece in run if piece.change == change):
                yield Piece(change, text, shifts)
