"""Make a row of a link: its paragraphs cut into pieces, what shifted in them, what rules and we say of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal, NamedTuple

from stmtdiff.align.link import Link
from stmtdiff.model import Paragraph
from stmtdiff.renderers.pieces import Cell, Piece, cut, gone, interleave, opened
from stmtdiff.renderers.visible import visible
from stmtdiff.report import RECALLED, Life, Report, Side
from stmtdiff.rules.annotation import Annotation
from stmtdiff.shifts.shift import Shift

LOOSE_SCORE = 400  # of 1000: under it the two wordings share so little that a reader should doubt the pair


class Row(NamedTuple):
    """One link: its paragraphs of both sides, what shifted in them and what rules say of it.

    `inline` holds both sides merged, one run of pieces a paragraph. `annotations` leave out what is
    said once for the whole text; `remarks` are about the row as a whole ("moved"). `lives` say of its
    wordings how long they had stood in the series, where that is worth a line.
    """

    link: Link
    old: tuple[Cell, ...]
    new: tuple[Cell, ...]
    inline: tuple[tuple[Piece, ...], ...]
    shifts: tuple[Shift, ...]
    annotations: tuple[Annotation, ...]
    remarks: tuple[str, ...]
    lives: tuple[Life, ...] = ()


def place(paragraph: Paragraph) -> str:
    """Return how a paragraph is named: its printed number, or "#p12" for its position counted from 1; safe to show.

    One of a note has "note" in front, and a mark that is no number ("note *") is its name too.
    """
    label = visible(paragraph.label.value) if paragraph.label else ""
    if paragraph.role == "note":
        return f"note {label or f'#p{paragraph.index + 1}'}"
    return label if any(map(str.isalnum, label)) else f"#p{paragraph.index + 1}"


def places(cells: Iterable[Cell]) -> str:
    """Return the names of several paragraphs: "3, 4"."""
    return ", ".join(place(cell.paragraph) for cell in cells)


def is_loose(report: Report, link: Link) -> bool:
    """Say whether the two wordings share so little that they are better read as two blocks than word by word.

    Of two texts of one paragraph each nobody doubts that they belong together; a date that rolled on is no other text.
    """
    if not (link.old and link.new) or link.score >= LOOSE_SCORE or link.method == "only":
        return False
    return any(not shift.routine for shift in report.shifts_of(link.id))


def from_to(row: Row) -> str:
    """Return the place of a row: "3", or "3 -> 4" when it moved or is named differently by the two sides.

    What moved and has kept its number all the same is named by its position too: "17 (#p28) -> 17 (#p26)".
    """
    sides = [name for name in (places(row.old), places(row.new)) if name]
    if sides[0] != sides[-1]:
        return " -> ".join(sides)
    if not row.link.moved or "#" in sides[0]:
        return sides[0]
    positions = (side[0].paragraph.index + 1 for side in (row.old, row.new))
    return " -> ".join(f"{sides[0]} (#p{position})" for position in positions)


class RowMaker:
    """What making the rows of a report needs to look up, each looked up once."""

    def __init__(self, report: Report, *, whole: bool, is_flat: bool = False) -> None:
        """Take the report; `whole` rows leave out nothing, others leave out long unchanged stretches.

        In `is_flat` ones a sentence that moved is dropped where it stood and gained where it is, so that either
        text can be read from them; in others it is dropped and what changed in it is marked where it is.
        """
        self.report = report
        self.whole = whole
        self.is_flat = is_flat

    def row(self, link: Link) -> Row:
        """Return one link as a row."""
        shifts = self.report.shifts_of(link.id)
        flat = [self._cell("old", index, shifts) for index in link.old]
        inner = [] if self.is_flat else [*shifts, *self.report.shifts_gone_from(link.id)]
        old = tuple(opened("old", cell, inner, said=self.said) for cell in flat) if inner else tuple(flat)
        new = tuple(self._cell("new", index, shifts) for index in link.new)
        new = tuple(opened("new", cell, inner, said=self.said) for cell in new) if inner else new
        inline = interleave(flat, new, () if self.is_flat else gone(shifts, said=self.said))
        notes = (note for shift in shifts if shift.id not in self.said for note in self.report.annotations_of(shift.id))
        lives = (life for shift in shifts if not shift.routine for life in self.lives(shift.id))
        return Row(link, old, new, inline, shifts, tuple(notes), tuple(self._remarks(link)), tuple(lives))

    def _cell(self, side: Side, index: int, shifts: tuple[Shift, ...]) -> Cell:
        statement, still = (self.report.old, self._still[0]) if side == "old" else (self.report.new, self._still[1])
        return cut(side, statement.paragraphs[index], shifts, said=self.said, still=still)

    def lives(self, shift: str) -> tuple[Life, ...]:
        """Return the telling lives of the wordings of a shift, by its id; none of one that is said elsewhere."""
        return () if shift in self.said else tuple(life for life in self.report.lives_of(shift) if life.telling)

    @cached_property
    def said(self) -> frozenset[str]:
        """Return the ids of the shifts that are part of a change said once for the whole text."""
        return frozenset(shift for pattern in self.report.patterns for shift in pattern.shifts)

    @cached_property
    def travels(self) -> Mapping[str, tuple[str, ...]]:
        """Return remarks on sentences that changed place, by the ids of the paragraph links they left and reached."""
        old, new = self.report.old, self.report.new
        remarks = defaultdict(list)
        edited = [shift.new for shift in self.report.shifts if shift.carries and shift.new]
        for moved in (link for link in self.report.sentence_links if link.moved):
            before = old.paragraphs[old.sentences[moved.old[0]].paragraph]
            after = new.paragraphs[new.sentences[moved.new[0]].paragraph]
            left = self.report.link_of("old", before.index).id
            reached = self.report.link_of("new", after.index).id
            how = ", edited" if any(new.sentences[moved.new[0]].span.is_inside(span) for span in edited) else ""
            if left == reached:
                remarks[left].append(f"a sentence moved within{how}")
            else:
                remarks[left].append(f"a sentence went to {place(after)}{how}")
                remarks[reached].append(f"a sentence came from {place(before)}{how}")
        return {link: tuple(told) for link, told in remarks.items()}

    @cached_property
    def _still(self) -> tuple[frozenset[int], frozenset[int]]:
        """Return the sentences of both sides that stayed as and where they were; none if rows are whole."""
        links = [link for link in self.report.sentence_links if link.kind == "same" and not link.moved]
        old = frozenset(index for link in links for index in link.old if not self.whole)
        return old, frozenset(index for link in links for index in link.new if not self.whole)

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {link.id: position for position, link in enumerate(self.report.links)}

    def _remarks(self, link: Link) -> Iterator[str]:
        """Yield what is to be said of a row as a whole."""
        if link.moved:
            following = self._block_length(link) - 1
            told = "moved" if link.lead is None else f"taken up again further {self._way(link)}, rewritten"
            next_ones = "paragraph" if following == 1 else f"{following} paragraphs"
            yield f"{told} with the next {next_ones}" if following else told
        if link.kind not in ("same", "changed"):
            yield link.kind
        if link.lead is not None:
            yield f"loose match, {link.score} of 1000, {link.lead} ahead of its rivals"
        elif link.kind == "changed" and is_loose(self.report, link):
            yield f"loose match, {link.score} of 1000"
        if link.id in self.report.recalled:
            yield RECALLED
        yield from self.travels.get(link.id, ())

    def _way(self, moved: Link) -> Literal["up", "down"]:
        """Return which way a link moved: down if something that was below it is above it now."""
        stayed = (link for link in self.report.links if link.old and link.new and not link.moved)
        return "down" if any(link.old > moved.old and link.new < moved.new for link in stayed) else "up"

    def _block_length(self, top: Link) -> int:
        """Return how many links moved together: those that follow `top` on both sides without a gap."""
        length, last = 1, top
        for link in self.report.links[self._positions[top.id] + 1 :]:
            if link.moved or not (link.old and link.new and last.old):
                break
            if link.old[0] != last.old[-1] + 1 or link.new[0] != last.new[-1] + 1:
                break
            length, last = length + 1, link
        return length
