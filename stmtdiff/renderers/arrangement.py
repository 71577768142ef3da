"""Order a report for reading: which rows every renderer shows, and what is folded between them.

Rows are in the order of the new side, removed paragraphs where they stood.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from stmtdiff.align.link import Link
from stmtdiff.phrases import PhraseSet, compile_phrase
from stmtdiff.renderers.options import DIRECTIONS, WEIGHTS, Options
from stmtdiff.renderers.pieces import Piece
from stmtdiff.renderers.rows import Row, RowMaker
from stmtdiff.report import Report
from stmtdiff.rules.annotation import Annotation
from stmtdiff.shifts.shift import Pattern, Shift


class Heading(NamedTuple):
    """The section in which the next rows stand."""

    title: str


@dataclass(frozen=True, slots=True)
class Fold:
    """Rows left out between two others, by why: nothing changed, only routine, or not asked for."""

    unchanged: int
    routine: int
    unasked: int

    def __add__(self, other: "Fold") -> "Fold":
        """Return both counted together."""
        return Fold(self.unchanged + other.unchanged, self.routine + other.routine, self.unasked + other.unasked)


class Throughout(NamedTuple):
    """A change that runs through the text, said once: its shifts, and each rule's finding once."""

    pattern: Pattern
    shifts: tuple[Shift, ...]
    annotations: tuple[Annotation, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Return the two wordings where they first stand."""
        first = self.shifts[0]
        old = [Piece("old", self.pattern.old, first)] if self.pattern.old else []
        return (*old, *([Piece("new", self.pattern.new, first)] if self.pattern.new else []))


Item = Row | Heading | Fold


class Arrangement:
    """A report as its reader asked to see it."""

    def __init__(self, report: Report, options: Options, *, is_flat: bool = False) -> None:
        """Take what is shown and how; `is_flat` as `RowMaker` has it."""
        self.report = report
        self.options = options
        self.maker = RowMaker(report, whole=options.show_all or bool(options.topic), is_flat=is_flat)

    def rows(self) -> Iterator[Row]:
        """Yield every link as a row, unfolded, with the shifts that were asked for; with a topic, those on it."""
        for link in self.report.links:
            if not self.options.topic or self._is_on_topic(link):
                yield self._row(link)

    def throughout(self) -> Iterator[Throughout]:
        """Yield the changes that run through the text."""
        for pattern in self.report.patterns:
            said = {note.rule: note for shift in reversed(pattern.shifts) for note in self.report.annotations_of(shift)}
            shifts = tuple(map(self.report.shift, pattern.shifts))
            yield Throughout(pattern, shifts, tuple(said[code] for code in sorted(said)))

    def items(self) -> Iterator[Item]:
        """Yield rows, the headings of the sections they stand in, and folds, in reading order."""
        folded: list[Link] = []
        section = -1
        for link, is_shown in zip(self.report.links, self._shown(), strict=True):
            if not is_shown:
                folded.append(link)
                continue
            yield from self._fold(folded)
            folded = []
            if link.new and (here := self.report.new.paragraphs[link.new[0]].section) != section:
                section = here
                yield from self._heading(section, link)
            yield self._row(link)
        yield from self._fold(folded)

    def _row(self, link: Link) -> Row:
        row = self.maker.row(link)
        return row._replace(shifts=tuple(filter(self._is_asked, row.shifts)))

    def _shown(self) -> list[bool]:
        wanted = [self._is_wanted(link) for link in self.report.links]
        shown = list(wanted)
        reach = self.options.context
        for index in (index for index, is_wanted in enumerate(wanted) if is_wanted and reach):
            for neighbour in range(max(0, index - reach), min(len(shown), index + reach + 1)):
                shown[neighbour] = True
        return shown

    def _is_wanted(self, link: Link) -> bool:
        options = self.options
        if options.topic and not self._is_on_topic(link):
            return False
        if options.only:
            is_moved = link.moved and "moved" in options.only
            return is_moved or any(map(self._is_asked, self._own_shifts(link)))
        return bool(options.topic) or self._is_news(link) or (options.show_all and not self._is_plain_heading(link))

    def _is_asked(self, shift: Shift) -> bool:
        return not self.options.only or any(_is_kind(shift, kind) for kind in self.options.only)

    def _own_shifts(self, link: Link) -> list[Shift]:
        """Return the shifts of a link that are not said once for the whole text."""
        return [shift for shift in self.report.shifts_of(link.id) if shift.id not in self.maker.said]

    def _is_news(self, link: Link) -> bool:
        """Say whether a row is worth the reader's time: more than routine, more than what is said above."""
        if link.moved or link.kind in ("split", "merged", "regrouped"):
            return True
        if link.id in self.maker.travels or link.id in self.report.recalled:
            return True
        return any(not shift.routine for shift in self._own_shifts(link))

    def _is_plain_heading(self, link: Link) -> bool:
        """Say whether a row is an unchanged heading, which is shown above its rows anyway."""
        return link.kind == "same" and not link.moved and self.report.new.paragraphs[link.new[0]].role == "heading"

    @cached_property
    def _topic(self) -> PhraseSet:
        return PhraseSet([compile_phrase(self.options.topic)])

    def _is_on_topic(self, link: Link) -> bool:
        sides = ((self.report.old, link.old), (self.report.new, link.new))
        units = (statement.paragraphs[index].words for statement, indexes in sides for index in indexes)
        return any(self._topic.find(words) for words in units)

    def _fold(self, links: Sequence[Link]) -> Iterator[Fold]:
        counted = [link for link in links if not self._is_plain_heading(link)]
        if counted:
            unasked = sum(map(self._is_news, counted))
            unchanged = sum(not self.report.shifts_of(link.id) and not self._is_news(link) for link in counted)
            yield Fold(unchanged, len(counted) - unasked - unchanged, unasked)

    def _heading(self, section: int, first: Link) -> Iterator[Heading]:
        """Yield the section's heading, unless the row that follows is that heading itself."""
        new = self.report.new
        found = new.sections[section]
        if found.heading is None:
            yield from [Heading(found.title)] if found.title else ()
        elif found.heading not in first.new:
            yield Heading(new.paragraphs[found.heading].body.of(new.text))


def _is_kind(shift: Shift, kind: str) -> bool:
    if kind in DIRECTIONS:
        return shift.direction == kind
    if kind in WEIGHTS:
        return shift.weight == WEIGHTS[kind]
    return shift.kind == kind
