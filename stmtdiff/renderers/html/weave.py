"""Weave both wordings of a row into one run of text from which each side can be read alone.

A page that shows two columns usually contains the unchanged words twice. Here they stand once: the new
side's text, with what only the old side has set between it. "ferries {+ and barges+}; and" shows the
trap: without the added words a space must go too, or the old side reads "ferries ; and". So every
row is read back against the old text: spaces that only one side has, and a mark that is written
another way (an apostrophe, straight or curved), are given to their sides, and where the old side
still does not come out word for word (a sentence that changed place inside the row), or its
paragraphs were no neighbours, they are written out in full beside it. So they are where both sides
share too little to be read as one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, NamedTuple

from stmtdiff.renderers.marks import class_of
from stmtdiff.renderers.pieces import Fragment, Piece, fragments
from stmtdiff.renderers.rows import Row, is_loose
from stmtdiff.renderers.visible import visible
from stmtdiff.report import Report
from stmtdiff.shifts.shift import Shift

Owner = Literal["both", "old", "new"]


class Stretch(NamedTuple):
    """Text that is on both sides or on one. `marked` words changed; others are the spaces and marks between them."""

    owner: Owner
    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring stretches of one shift, or of none.

    A `quiet` run is marked and does not call for attention; a `still` one may be left out. With
    `breaks`, the old side begins another paragraph before it. A run `continues` where an earlier one
    holds the first part of its shift. One that is `alone` is all that the page has of a shift without a new side.
    """

    stretches: tuple[Stretch, ...]
    shift: Shift | None = None
    quiet: bool = False
    still: bool = False
    breaks: bool = False
    continues: bool = False
    alone: bool = False

    @property
    def look(self) -> str:
        """Return the classes of a mark: "c", that of the shift unless it has no direction, "said" if told elsewhere."""
        if self.shift is None:
            return ""
        look = class_of(self.shift)
        named = () if look == "neutral" else (look,)
        return " ".join(("c", *named, *(("said",) if self.quiet and look not in ("minor", "routine") else ())))


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
    if is_loose(report, row.link):
        return _apart(paragraphs, _whole(report, row))
    if is_scattered(row.link.old):
        return Woven(paragraphs, _whole(report, row))
    wanted = [visible(cell.paragraph.body.of(report.old.text)).strip() for cell in row.old]
    fitted = fit(paragraphs, " ".join(" ".join(wanted).split()))
    if fitted is None:
        return Woven(paragraphs, _whole(report, row))
    paragraphs = fitted
    for length in _lengths(wanted[:-1]):
        paragraphs = _broken(paragraphs, length)
    return Woven(paragraphs, ())


def is_scattered(paragraphs: Sequence[int]) -> bool:
    """Say whether others stand between the paragraphs that a row has of one side."""
    return any(index + 1 != following for index, following in pairwise(paragraphs))


def _apart(paragraphs: Sequence[Sequence[Run]], old: Sequence[Sequence[Run]]) -> Woven:
    """Return two blocks: the new side without what was dropped, the old one with the places of what is there."""

    def of_new(run: Run) -> Run:
        return replace(run, stretches=tuple(one for one in run.stretches if one.owner != "old"))

    new = [[run for run in map(of_new, paragraph) if run.stretches] for paragraph in paragraphs]
    seen = {run.shift.id for paragraph in new for run in paragraph if run.shift}
    made = tuple(
        tuple(replace(run, alone=bool(run.shift and run.shift.id not in seen)) for run in paragraph)
        for paragraph in _anchored(map(tuple, old))
    )
    return Woven(_anchored(map(tuple, new)), made)


def _whole(report: Report, row: Row) -> tuple[tuple[Run, ...], ...]:
    """Return the old paragraphs of a row as they are."""
    return tuple(tuple(runs(report, cell.pieces)) for cell in row.old)


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
    return Run((Stretch(piece.side, text, not piece.carried),), piece.shift, piece.quiet)


def fit(paragraphs: Sequence[Sequence[Run]], wanted: str) -> tuple[tuple[Run, ...], ...] | None:
    """Return `paragraphs` so that their old side reads `wanted`, one space between two words; or None.

    Only spaces, and unmarked marks that stand for each other one by one, are given to the side that has them.
    """
    reader = _Reader(wanted)
    made = []
    for paragraph in paragraphs:
        if not reader.begins():
            return None
        parts = [reader.read(run) for run in paragraph]
        if None in parts:
            return None
        made.append(tuple(part for part in parts if part is not None))
    return tuple(made) if reader.is_done() else None


class _Reader:
    """Reads the old side of runs against the text that it should be."""

    def __init__(self, wanted: str) -> None:
        self._wanted = wanted
        self._at = 0
        self._is_spaced = True  # nothing is before, or a space

    def begins(self) -> bool:
        """Begin a paragraph of the page, which counts as a space before the next word; say whether one is needed."""
        if not self._is_spaced and self._next() == " ":
            self._at += 1
            self._is_spaced = True
        return self._is_spaced or self.is_done()

    def is_done(self) -> bool:
        """Say whether all that is wanted was read."""
        return self._at == len(self._wanted)

    def read(self, run: Run) -> Run | None:
        """Return `run` as it has to be for the wanted text, or None where letters differ."""
        stretches: list[Stretch] = []
        for stretch in run.stretches:
            if stretch.owner == "new":
                stretches.append(stretch)
            elif self._reads_on(stretch.text):
                self._take(stretch.text)
                stretches.append(stretch)
            elif not self._read_letters(stretch, stretches):
                return None
        return run if tuple(stretches) == run.stretches else replace(run, stretches=tuple(stretches))

    def _reads_on(self, text: str) -> bool:
        """Say whether `text` comes next, letter for letter."""
        is_usual = "  " not in text and not (self._is_spaced and text[:1] == " ")
        return is_usual and self._wanted.startswith(text, self._at)

    def _read_letters(self, stretch: Stretch, made: list[Stretch]) -> bool:
        for letter in stretch.text:
            if letter.isspace():
                _write(made, stretch, letter) if self._takes_space() else _write(made, stretch, letter, "new")
                continue
            if self._next() == " " and not self._is_spaced:
                _write(made, stretch, " ", "old")
                self._take(" ")
            if self._next() != letter:
                if stretch.marked or letter.isalnum() or self._next().isalnum() or self.is_done():
                    return False
                _write(made, stretch, self._next(), "old")
                _write(made, stretch, letter, "new")
            else:
                _write(made, stretch, letter)
            self._take(self._next())
        return True

    def _takes_space(self) -> bool:
        """Take a space of the page, and say whether the old side may have it: where it wants one, or none is seen."""
        if self._next() == " " and not self._is_spaced:
            self._take(" ")
        return self._is_spaced or self.is_done()

    def _next(self) -> str:
        return self._wanted[self._at : self._at + 1]

    def _take(self, text: str) -> None:
        self._at += len(text)
        self._is_spaced = text.endswith(" ") if text else self._is_spaced


def _write(made: list[Stretch], like: Stretch, letter: str, owner: Owner | None = None) -> None:
    """Add a letter of the stretch `like`, or one that only `owner` has there."""
    if owner == "new" and like.owner == "old":
        return  # a space that nobody has
    whose, marked = owner or like.owner, like.marked and like.owner == (owner or like.owner)
    if made and made[-1].owner == whose and made[-1].marked == marked:
        made[-1] = made[-1]._replace(text=made[-1].text + letter)
    else:
        made.append(Stretch(whose, letter, marked))


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
    """Yield an unchanged run in two, cut after `length` characters of the old side that are not spaces."""
    before: list[Stretch] = []
    after: list[Stretch] = []
    for owner, text, marked in run.stretches:
        at = len(text) if owner == "new" and not after else 0
        while owner != "new" and at < len(text) and length:
            length -= text[at] != " "
            at += 1
        before += [Stretch(owner, text[:at], marked)] if text[:at] else []
        after += [Stretch(owner, text[at:], marked)] if text[at:] else []
    if before:
        yield replace(run, stretches=tuple(before))
    yield replace(run, stretches=tuple(after), breaks=True)
