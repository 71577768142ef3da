"""Weave both wordings of a row into one run of text from which each side can be read alone.

A page that shows two columns usually holds the unchanged words twice. Here they stand once: the new
side's text, with what only the old side has set between it. "ferries {+ and barges+}; and" shows the
trap: without the added words a space must go too, or the old side reads "ferries ; and". So every
row is read back, and where the old side does not come out word for word (a sentence that changed
place inside the row, another quotation mark), its paragraphs are written out in full beside it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from stmtdiff.renderers.marks import class_of
from stmtdiff.renderers.pieces import Fragment, Piece, fragments
from stmtdiff.renderers.rows import Row
from stmtdiff.renderers.visible import visible
from stmtdiff.report import Report
from stmtdiff.shifts.shift import Shift

Owner = Literal["both", "old", "new"]


class Stretch(NamedTuple):
    """Text that stands on both sides or on one; `marked` words changed, others are the spaces between."""

    owner: Owner
    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring stretches of one shift, or of none.

    A `quiet` run is marked and does not call for attention; a `still` one may be left out. With
    `breaks`, the old side begins another paragraph before it. A run `continues` where an earlier one
    holds the first part of its shift.
    """

    stretches: tuple[Stretch, ...]
    shift: Shift | None = None
    quiet: bool = False
    still: bool = False
    breaks: bool = False
    continues: bool = False

    @property
    def look(self) -> str:
        """Return the classes of a mark: "c", that of the shift unless it has no direction, "said" if told elsewhere."""
        if self.shift is None:
            return ""
        look = class_of(self.shift)
        named = () if look == "neutral" else (look,)
        return " ".join(("c", *named, *(("said",) if self.quiet and look != "routine" else ())))


@dataclass(frozen=True, slots=True)
class Woven:
    """The text of a row: one run of text a paragraph, and the old paragraphs where they cannot be read from it."""

    paragraphs: tuple[tuple[Run, ...], ...]
    old: tuple[tuple[Run, ...], ...]


def weave(report: Report, row: Row) -> Woven:
    """Return the text of `row`, harmless to show and not yet escaped."""
    paragraphs = _anchored(tuple(runs(report, pieces)) for pieces in row.inline)
    if not (row.old and row.new):
        return Woven(paragraphs, ())
    wanted = [visible(cell.paragraph.body.of(report.old.text)).strip() for cell in row.old]
    if _read_old(paragraphs) != " ".join(" ".join(wanted).split()):
        return Woven(paragraphs, tuple(tuple(runs(report, cell.pieces)) for cell in row.old))
    for length in _lengths(wanted[:-1]):
        paragraphs = _broken(paragraphs, length)
    return Woven(paragraphs, ())


def runs(report: Report, pieces: Sequence[Piece]) -> Iterator[Run]:
    """Yield the texts of `pieces` as runs, the joining spaces with the side that has them."""
    waiting: list[Run] = []
    for fragment in fragments(report, pieces):
        if not fragment.text:
            continue
        run = _run(fragment)
        last = waiting[-1] if waiting else None
        if last and run.shift is not None and last.shift is run.shift:
            waiting[-1] = replace(last, stretches=last.stretches + run.stretches)
        elif last and run.shift and _owns_space(report, last, run.shift):
            before, space = _without_space(last)
            waiting[-1] = before
            waiting.append(replace(run, stretches=(space, *run.stretches)))
        else:
            waiting.append(run)
    yield from waiting


def _anchored(paragraphs: Iterable[tuple[Run, ...]]) -> tuple[tuple[Run, ...], ...]:
    """Return `paragraphs` with the second and later runs of a shift marked as such."""
    seen: set[str] = set()
    made = []
    for paragraph in paragraphs:
        made.append(tuple(replace(run, continues=bool(run.shift and run.shift.id in seen)) for run in paragraph))
        seen.update(run.shift.id for run in paragraph if run.shift)
    return tuple(made)


def _run(fragment: Fragment) -> Run:
    piece = fragment.piece
    if piece is None:
        return Run((Stretch("old", fragment.text, False),))
    text = visible(fragment.text)
    if piece.shift is None:
        return Run((Stretch("both", text, False),), still=piece.elided > 0)
    return Run((Stretch(piece.side, text, True),), piece.shift, piece.quiet)


def _owns_space(report: Report, before: Run, shift: Shift) -> bool:
    """Say whether the space before a gained phrase came with it: the old side has none there."""
    stretch = before.stretches[-1]
    if shift.old or stretch.owner != "both" or not stretch.text.endswith(" "):
        return False
    around = report.old.text[max(0, shift.old_at - 1) : shift.old_at + 1]
    return not any(map(str.isspace, around))


def _without_space(run: Run) -> tuple[Run, Stretch]:
    *others, last = run.stretches
    return replace(run, stretches=(*others, last._replace(text=last.text[:-1]))), Stretch("new", " ", False)


def _read_old(paragraphs: Sequence[Sequence[Run]]) -> str:
    """Return the old side's words as a reader of the page sees them, with one space between two."""
    sides = ("".join(text for run in runs for owner, text, _ in run.stretches if owner != "new") for runs in paragraphs)
    return " ".join(" ".join(sides).split())


def _lengths(texts: Sequence[str]) -> list[int]:
    """Return where each of `texts` ends, in characters that are not spaces, the last end first."""
    ends: list[int] = []
    for text in texts:
        ends.append((ends[-1] if ends else 0) + printed(text))
    return ends[::-1]


def printed(text: str) -> int:
    """Return how many characters of `text` are not spaces."""
    return len(text) - text.count(" ")


def _broken(paragraphs: tuple[tuple[Run, ...], ...], length: int) -> tuple[tuple[Run, ...], ...]:
    """Return `paragraphs` with a break of the old side after `length` of its characters, spaces not counted."""
    made = []
    for paragraph in paragraphs:
        parts: list[Run] = []
        for run in paragraph:
            size = sum(printed(text) for owner, text, _ in run.stretches if owner != "new")
            if 0 <= length < size and run.shift is None:
                parts += _split(run, length)
            elif 0 <= length < size:
                parts.append(replace(run, breaks=True))
            else:
                parts.append(run)
            length = length - size if length >= size else -1
        made.append(tuple(parts))
    return tuple(made)


def _split(run: Run, length: int) -> Iterator[Run]:
    """Yield an unchanged run in two, cut after `length` characters that are not spaces."""
    owner, text, marked = run.stretches[0]
    at, left = 0, length
    while left:
        left -= text[at] != " "
        at += 1
    if text[:at]:
        yield replace(run, stretches=(Stretch(owner, text[:at], marked),))
    yield replace(run, stretches=(Stretch(owner, text[at:], marked), *run.stretches[1:]), breaks=True)
