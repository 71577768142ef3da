"""Put the rows of a report into one text from which both statements can be read, each in its own order.

Most rows keep their order: they are written once, with the changes inside them. What only one side has
is written where that side has it, and so is what moved: once where it went from and once where it came to.
The words that a moved paragraph lost are deleted where it was, those that it gained are inserted where it is.

A note stands where it is in its statement: behind the paragraph before it, or behind the last of
those that this one was split into or merged with.

The last end of a paragraph can neither come nor go in Word. So a document whose end changed has the
ends of its last paragraphs set one further: "A¶ [B¶]" is written "A[¶ B]¶".
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from stmtdiff.align.chain import heaviest_chain
from stmtdiff.align.link import Link
from stmtdiff.align.pairing import Pair
from stmtdiff.model import Paragraph, Statement
from stmtdiff.renderers.docx.wording import END, Change, Piece, Side, pieces
from stmtdiff.renderers.rows import RowMaker
from stmtdiff.renderers.wording import findings
from stmtdiff.report import Report
from stmtdiff.shifts.shift import Shift
from stmtdiff.spans import Span

Way = Literal["", "from", "to"]
_NOTE = "FootnoteText"  # the style of a note
_NOTE_WEIGHT = 1e-6  # of a pair of notes beside one of paragraphs: which of them moved, the paragraphs decide


@dataclass(frozen=True, slots=True)
class Bit:
    """Text, or the end of a paragraph (text `END`), as one side or both have it.

    `style` is that of the paragraph that ends. `move` counts what moved from 1, and is 0 for the rest;
    `way` says which end of its way this is. `comments` are numbers of comments that begin here.
    """

    change: Change
    text: str
    style: str = ""
    move: int = 0
    way: Way = ""
    comments: tuple[int, ...] = ()

    @property
    def is_end(self) -> bool:
        """Say whether a paragraph ends here."""
        return self.text == END


class Unit(NamedTuple):
    """A paragraph or a note: its place, where its text begins after a printed number, its style in Word."""

    span: Span
    body: int
    style: str


@dataclass(frozen=True, slots=True)
class Knot:
    """A row: neighbouring units of the old side, those of the new one, and the shifts between them."""

    old: range
    new: range
    shifts: tuple[Shift, ...] = ()
    is_moved: bool = False
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Shelf:
    """The paragraphs and notes of one side in the order in which they are written, and where each came to stand."""

    units: tuple[Unit, ...]
    paragraphs: tuple[int, ...]
    notes: tuple[int, ...]  # by paragraph of the notes

    def row(self, paragraphs: Sequence[int]) -> range:
        """Return where neighbouring paragraphs came to stand."""
        return range(self.paragraphs[paragraphs[0]], self.paragraphs[paragraphs[-1]] + 1)

    def row_of_notes(self, paragraphs: Sequence[int]) -> range | None:
        """Return where paragraphs of notes came to stand, None where they are not together."""
        places = [self.notes[index] for index in paragraphs]
        row = range(places[0], places[0] + len(places)) if places else range(0)
        return row if places and places == list(row) else None


def stream(report: Report) -> tuple[list[Bit], list[str]]:
    """Return the text of a redline, and the comments in it by number."""
    return _Stream(report).run()


class _Stream:
    """One writing of a report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._maker = RowMaker(report, whole=True)
        self._shelves = (
            _shelf(report.old, [link.old for link in report.links]),
            _shelf(report.new, [link.new for link in report.links]),
        )
        self._old, self._new = (shelf.units for shelf in self._shelves)
        self._alone_ids = tuple(self._ids_by_unit(side) for side in (0, 1))
        self._moves: dict[range, int] = {}  # the number of each move, by its old units
        self._comments: list[str] = []
        self._commented: set[str] = set()

    def _ids_by_unit(self, side: int) -> dict[int, tuple[str, ...]]:
        """Return the ids of the shifts of each unit's link."""
        shelf = self._shelves[side]
        found = {}
        for part, places in zip(self._report.parts, (shelf.paragraphs, shelf.notes), strict=False):
            for link in part.links:
                ids = tuple(shift.id for shift in part.shifts_of(link.id))
                found.update(dict.fromkeys((places[index] for index in (link.old, link.new)[side]), ids))
        return found

    def run(self) -> tuple[list[Bit], list[str]]:
        knots = [*self._paragraphs(), *self._notes()]
        still = _still([knot for knot in knots if knot.old and knot.new])
        moved = [knot for knot in knots if knot.old and knot.new and knot not in still]
        self._moves = {knot.old: number for number, knot in enumerate(moved, 1)}
        by_old = {knot.old.start: knot for knot in moved}
        by_new = {knot.new.start: knot for knot in moved}
        bits: list[Bit] = []
        old = new = 0
        for knot in still:
            bits += self._alone("old", range(old, knot.old.start), by_old)
            bits += self._alone("new", range(new, knot.new.start), by_new)
            bits += self._bits(knot)
            old, new = knot.old.stop, knot.new.stop
        went = list(self._alone("old", range(old, len(self._old)), by_old))
        came = list(self._alone("new", range(new, len(self._new)), by_new))
        return _ended(bits, went, came), self._comments

    def _paragraphs(self) -> Iterator[Knot]:
        """Yield the links whose paragraphs stand together on both sides; all others are written side by side."""
        block: Link | None = None  # the last link of a block that moved
        for link in self._report.links:
            if not (link.old and link.new and _is_run(link.old) and _is_run(link.new)):
                block = None
                continue
            is_next = block and (link.old[0], link.new[0]) == (block.old[-1] + 1, block.new[-1] + 1)
            block = link if link.moved or is_next else None
            old, new = (shelf.row(side) for shelf, side in zip(self._shelves, (link.old, link.new), strict=True))
            yield Knot(old, new, self._report.shifts_of(link.id), block is not None)

    def _notes(self) -> Iterator[Knot]:
        """Yield the links of notes that stand together on both sides."""
        notes = self._report.footnotes
        for link in notes.links if notes else ():
            old, new = (shelf.row_of_notes(at) for shelf, at in zip(self._shelves, (link.old, link.new), strict=True))
            if notes and old and new:
                yield Knot(old, new, notes.shifts_of(link.id), is_note=True)

    def _alone(self, side: Literal["old", "new"], units: range, moved: dict[int, Knot]) -> Iterator[Bit]:
        """Yield units that stand between two rows on one side only, or that moved."""
        at = units.start
        while at < units.stop:
            if at in moved:
                knot = moved[at]
                yield from self._moved(knot, side)
                at = (knot.old if side == "old" else knot.new).stop
            else:
                here = range(at, at + 1)
                yield from self._bits(Knot(here, range(0)) if side == "old" else Knot(range(0), here))
                at += 1

    def _moved(self, knot: Knot, side: Literal["old", "new"]) -> Iterator[Bit]:
        lost: Change = "ins" if side == "old" else "del"
        way: Way = "from" if side == "old" else "to"
        for bit in self._bits(knot):
            if bit.change != lost:
                yield replace(bit, move=self._moves[knot.old], way=way)

    def _bits(self, knot: Knot) -> Iterator[Bit]:
        """Yield the pieces of a row, cut at the ends of paragraphs; the last of them is on each side of the row."""
        old, new = self._old[knot.old.start : knot.old.stop], self._new[knot.new.start : knot.new.stop]
        before = Side(self._report.old.text, [unit.span for unit in old])
        after = Side(self._report.new.text, [unit.span for unit in new])
        if old and new:
            found = [*pieces(before, after, knot.shifts, (old[0].body, new[0].body)), Piece("same", END)]
        else:
            own = self._own_shifts(knot)
            found = [Piece("del" if old else "ins", (before.text or after.text) + END, own)]
        styles = [unit.style for unit in old], [unit.style for unit in new]
        for change, text, shifts in found:
            parts = text.split(END)
            for number, part in enumerate(parts):
                if part:
                    yield Bit(change, part, comments=self._comments_on(shifts))
                if number < len(parts) - 1:
                    ended = [side.pop(0) for side, other in zip(styles, ("ins", "del"), strict=True) if change != other]
                    yield Bit(change, END, ended[-1])

    def _own_shifts(self, knot: Knot) -> tuple[str, ...]:
        """Return the ids of the shift that a paragraph or note added or removed is."""
        side, at = (0, knot.old.start) if knot.old else (1, knot.new.start)
        return self._alone_ids[side].get(at, ())

    def _comments_on(self, shifts: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of new comments with what rules say of `shifts`, each said once."""
        numbers = []
        for shift in shifts:
            if shift not in self._commented:
                self._commented.add(shift)
                said = (one for part in self._report.parts for one in part.annotations_of(shift))
                for _, text in findings(said):
                    numbers.append(len(self._comments))
                    self._comments.append(text)
        return tuple(numbers)


def _shelf(statement: Statement, links: Iterable[Sequence[int]]) -> Shelf:
    """Put the paragraphs and notes of a statement in order; no note comes between paragraphs that share a link."""
    last = {index: side[-1] for side in links if side and _is_run(side) for index in side}
    starts = [paragraph.span.start for paragraph in statement.paragraphs]
    placed = [(index, 1, Unit(p.span, p.body.start, _style(p))) for index, p in enumerate(statement.paragraphs)]
    for note in statement.footnotes:
        before = bisect_right(starts, note.span.start) - 1
        placed += [(last.get(before, before) + 1, 0, Unit(p.span, p.body.start, _NOTE)) for p in note.paragraphs]
    order = sorted(range(len(placed)), key=lambda at: (placed[at][:2], at))
    stands = {at: position for position, at in enumerate(order)}
    positions = [stands[at] for at in range(len(placed))]
    count = len(starts)
    return Shelf(tuple(placed[at][2] for at in order), tuple(positions[:count]), tuple(positions[count:]))


def _style(paragraph: Paragraph) -> str:
    if paragraph.role == "heading":
        return f"Heading{min(max(paragraph.level, 1), 6)}"
    return {"title": "Title", "item": "ListParagraph"}.get(paragraph.role, "")


def _is_run(indexes: Sequence[int]) -> bool:
    """Say whether paragraphs stand one behind the other."""
    return indexes[-1] - indexes[0] == len(indexes) - 1


def _still(knots: Sequence[Knot]) -> list[Knot]:
    """Return the rows that keep their order on both sides: of those that did not move, the heaviest chain."""
    still = [knot for knot in knots if not knot.is_moved]
    weights = [_NOTE_WEIGHT if knot.is_note else float(len(knot.old) + len(knot.new)) for knot in still]
    pairs = [Pair(knot.old.start, knot.new.start, 1, 1) for knot in still]
    return [still[at] for at in heaviest_chain(pairs, weights)]


def _ended(bits: list[Bit], went: list[Bit], came: list[Bit]) -> list[Bit]:
    """Return all bits, the last end of a paragraph on both sides: what comes behind the last common row needs it."""
    if went and came:
        return [*bits, *went[:-1], *came[:-1], Bit("same", END, came[-1].style)]
    tail = went or came
    if not tail:
        return bits
    last = tail[-1]
    if not bits:
        return [*tail[:-1], Bit("same", END, last.style)]
    common = bits[-1]
    change: Change = "del" if went else "ins"
    style = common.style if went else last.style
    return [*bits[:-1], Bit(change, END, common.style), *tail[:-1], Bit("same", END, style)]
