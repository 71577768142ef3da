"""The three ways to look at a row: side by side, both wordings in one run of text, one line a shift."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from stmtdiff.model import Statement
from stmtdiff.patterns import later
from stmtdiff.renderers.lines import Line, Run, cells, pad, styled, wrap
from stmtdiff.renderers.marks import MARKS, class_of
from stmtdiff.renderers.pieces import Cell, Piece
from stmtdiff.renderers.rows import Row, from_to, is_loose, place
from stmtdiff.renderers.wording import findings, lived
from stmtdiff.report import Life, Report, Side, plural
from stmtdiff.rules.annotation import Annotation
from stmtdiff.spans import Span

INDENT = "    "
DIVIDER = " │ "
NARROWEST = 24  # cells of a column of text: below it a line has room for three or four words
LISTED_WORDS = 14  # how much of a long passage a list repeats
NEARBY_WORDS = 3  # how many unchanged words a list shows on each side of a phrase
_SIDES: tuple[Side, Side] = ("old", "new")
_WORD = later(r"\S+")


def indented(runs: list[Run], width: int | None, *, indent: str = "", hang: str = "") -> Iterator[Line]:
    """Yield `runs` wrapped to `width` cells: `indent` before every line, and `hang` too before all but the first."""
    for number, line in enumerate(wrap(runs, width and width - len(indent) - len(hang))):
        yield (Run(indent + hang if number else indent), *line)


def said(row: Row, width: int | None) -> Iterator[Line]:
    """Yield a row's place and what is to be said of it as a whole: "3 -> 5: moved"."""
    remarks = f": {'; '.join(row.remarks)}" if row.remarks else ""
    yield from indented([Run(from_to(row) + remarks, "bold")], width, hang="    ")


def _is_telling(row: Row) -> bool:
    """Say whether a row has more to say than its columns or shifts show."""
    return any(remark not in ("added", "removed") for remark in row.remarks)


def inline(report: Report, row: Row, width: int | None, *, signs: bool = True) -> Iterator[Line]:
    """Yield a row with both wordings in one run of text, under the row's place; `signs` as `lines.styled` has it."""
    yield from said(row, width)
    for pieces in row.inline:
        yield from indented(styled(report, pieces, signs=signs), width, indent=INDENT)


class Columns:
    """Two columns of text that share a width, each with the paragraph's name before it."""

    def __init__(self, report: Report, width: int, *, signs: bool) -> None:
        """Measure the names of all paragraphs, so that every row has the same columns."""
        self.report = report
        self.signs = signs
        self.width = width
        self.names = tuple(_widest_name(statement) for statement in (report.old, report.new))
        room = width - sum(self.names) - 2 - len(DIVIDER)
        self.widths = (room // 2, room - room // 2)
        self.is_readable = self.widths[0] >= NARROWEST

    def lines(self, row: Row) -> Iterator[Line]:
        """Yield a row with the old side left and the new side right; one that is on one side only, across both."""
        if not (row.old and row.new):
            yield from inline(self.report, row, self.width, signs=self.signs)
            return
        if _is_telling(row):
            yield from said(row, self.width)
        yield from self._beside(*(self._cells(row, side, number) for number, side in enumerate((row.old, row.new))))
        if is_loose(self.report, row.link) and row.shifts:
            told = f"{plural(len(row.shifts), 'shift')} in it; --view inline marks each"
            yield from indented([Run(told, "dim")], self.width, indent=INDENT)

    def titles(self, old: str, new: str) -> Iterator[Line]:
        """Yield the two statements' names over their columns."""
        yield from self._beside(*(self._column("", [Run(name, "bold")], side) for side, name in enumerate((old, new))))

    def _beside(self, old: list[Line], new: list[Line]) -> Iterator[Line]:
        for left, right in zip_longest(old, new, fillvalue=()):
            yield (*pad(left, self.names[0] + 1 + self.widths[0]), Run(DIVIDER, "dim"), *right)

    def _cells(self, row: Row, side: tuple[Cell, ...], number: int) -> list[Line]:
        """Return the paragraphs of a side; without marks where both sides share too little to be read by them."""
        if is_loose(self.report, row.link):
            side = tuple(cell._replace(pieces=(Piece(_SIDES[number], cell.paragraph.body),)) for cell in side)
        shown = ((cell, styled(self.report, cell.pieces, signs=self.signs)) for cell in side)
        return [line for cell, runs in shown for line in self._column(place(cell.paragraph), runs, number)]

    def _column(self, name: str, runs: list[Run], number: int) -> list[Line]:
        """Return `runs` as lines of one column, with `name` before the first."""
        named = Run(" " * (self.names[number] - cells(name)) + name + " ", "bold")
        blank = Run(" " * (self.names[number] + 1))
        wrapped = wrap(runs, self.widths[number])
        return [(blank if index else named, *line) for index, line in enumerate(wrapped)]


def _widest_name(statement: Statement) -> int:
    return max((cells(place(paragraph)) for paragraph in statement.paragraphs), default=1)


def found(annotations: Iterable[Annotation], width: int | None) -> Iterator[Line]:
    """Yield what rules say, set in under the words that they speak of."""
    for annotation, text in findings(annotations):
        mark = MARKS["neutral" if annotation.direction == "none" else annotation.direction]
        yield from indented([Run(f"{mark.sign} {text}", mark.terminal)], width, indent=INDENT, hang="  ")


def lives(told: Iterable[Life], width: int | None) -> Iterator[Line]:
    """Yield one line on how the wordings of a row fared in their series, set in under it."""
    if text := lived(told):
        yield from indented([Run(text, "dim")], width, indent=INDENT, hang="  ")


def listed(report: Report, row: Row, width: int | None, *, show_quiet: bool, signs: bool) -> Iterator[Line]:
    """Yield a line for each shift: its kind, its place, its wording with a few words around it; then its findings."""
    if _is_telling(row):
        yield from said(row, width)
    pieces = [piece for paragraph in row.inline for piece in paragraph]
    places = defaultdict(list)
    for index, piece in enumerate(pieces):
        if piece.shift and not piece.carried and (show_quiet or not piece.quiet):
            places[piece.shift.id].append(index)
    for shift in (shift for shift in row.shifts if shift.id in places):
        own = places[shift.id]
        shown = [_shorten(report, pieces[index]) for index in own]
        if own[0]:
            shown = [*_nearby(report, pieces[own[0] - 1], last=True), *shown]
        if own[-1] + 1 < len(pieces):
            shown += _nearby(report, pieces[own[-1] + 1], last=False)
        mark = MARKS["routine" if pieces[own[0]].quiet else class_of(shift)]
        kind = row.link.kind if row.link.kind in ("added", "removed") and not shift.moved else shift.kind
        head = Run(f"{mark.sign} {from_to(row)} {kind}: ", mark.terminal)
        yield from indented([head, *styled(report, shown, signs=signs)], width, hang="  ")
        yield from found((note for note in row.annotations if note.shift == shift.id), width)
        yield from lives((life for life in row.lives if life.shift == shift.id), width)


def _nearby(report: Report, piece: Piece, *, last: bool) -> list[Piece]:
    """Return the last or the first few words of an unchanged piece; nothing of any other."""
    if (piece.shift and not piece.carried) or piece.elided:
        return []
    words = _words(report, piece)
    if len(words) <= NEARBY_WORDS:
        return [piece]
    if last:
        return [piece._replace(span=Span(words[-NEARBY_WORDS].start, piece.span.end))]
    return [piece._replace(span=Span(piece.span.start, words[NEARBY_WORDS - 1].end))]


def _shorten(report: Report, piece: Piece) -> Piece:
    """Return a piece of a shift, or its start with the number of words that follow."""
    words = _words(report, piece)
    if len(words) <= 2 * LISTED_WORDS:
        return piece
    start = Span(piece.span.start, words[LISTED_WORDS - 1].end)
    return piece._replace(span=start, elided=len(words) - LISTED_WORDS)


def _words(report: Report, piece: Piece) -> list[Span]:
    text = (report.old if piece.side == "old" else report.new).text
    return [Span(*word.span()) for word in _WORD.finditer(text, piece.span.start, piece.span.end)]
