"""Order a report for reading: the rows that every renderer shows, and what is folded between them.

Rows stand in the order of the new side, removed paragraphs where they stood.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from stmtdiff.align.link import Link
from stmtdiff.model import Paragraph, Statement
from stmtdiff.phrases import PhraseSet, compile_phrase
from stmtdiff.renderers.marks import Side
from stmtdiff.renderers.options import DIRECTIONS, Options
from stmtdiff.renderers.pieces import Cell, Piece, cut, interleave
from stmtdiff.renderers.visible import visible
from stmtdiff.report import Report
from stmtdiff.rules.annotation import Annotation
from stmtdiff.shifts.shift import Pattern, Shift

LOOSE_SCORE = 400  # of 1000: under it the two wordings share so little that a reader should doubt the pair


@dataclass(frozen=True, slots=True)
class Row:
    """One link: its paragraphs of both sides, what shifted in them and what rules say of it.

    `inline` holds both sides merged, one run of pieces a paragraph. `shifts` are those that were
    asked for; the pieces mark all of them.
    """

    link: Link
    old: tuple[Cell, ...]
    new: tuple[Cell, ...]
    inline: tuple[tuple[Piece, ...], ...]
    shifts: tuple[Shift, ...]
    annotations: tuple[Annotation, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
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


@dataclass(frozen=True, slots=True)
class Throughout:
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


def place(paragraph: Paragraph) -> str:
    """Return how a paragraph is named: its printed number, or "#p12" for its position counted from 1; safe to show."""
    label = visible(paragraph.label.value) if paragraph.label else ""
    return label if any(map(str.isalnum, label)) else f"#p{paragraph.index + 1}"


def places(cells: Iterable[Cell]) -> str:
    """Return the names of several paragraphs: "3, 4"."""
    return ", ".join(place(cell.paragraph) for cell in cells)


def from_to(row: Row) -> str:
    """Return where a row stands: "3", or "3 -> 4" when it moved or is named differently by the two sides."""
    sides = [name for name in (places(row.old), places(row.new)) if name]
    return sides[0] if sides[0] == sides[-1] and not row.link.moved else " -> ".join(sides)


class Arrangement:
    """A report as rows, with the look-ups that arranging it needs made once."""

    def __init__(self, report: Report, options: Options) -> None:
        """Take what is shown and how."""
        self.report = report
        self.options = options

    @cached_property
    def findings(self) -> defaultdict[str, list[Annotation]]:
        """Return what rules say, by the id of the shift."""
        grouped = defaultdict(list)
        for annotation in self.report.annotations:
            grouped[annotation.shift].append(annotation)
        return grouped

    def rows(self) -> Iterator[Row]:
        """Yield every link as a row, unfolded; with a topic, those on it."""
        yield from (self._row(link) for link in self.report.links if not self.options.topic or self._is_on_topic(link))

    def throughout(self) -> Iterator[Throughout]:
        """Yield the changes that run through the text."""
        by_id = {shift.id: shift for shift in self.report.shifts}
        for pattern in self.report.patterns:
            said = {note.rule: note for shift in reversed(pattern.shifts) for note in self.findings[shift]}
            shifts = tuple(by_id[shift] for shift in pattern.shifts)
            yield Throughout(pattern, shifts, tuple(said[code] for code in sorted(said)))

    def items(self) -> Iterator[Row | Heading | Fold]:
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

    @cached_property
    def _shifts(self) -> defaultdict[str, list[Shift]]:
        grouped = defaultdict(list)
        for shift in self.report.shifts:
            grouped[shift.link].append(shift)
        return grouped

    @cached_property
    def _still(self) -> tuple[frozenset[int], frozenset[int]]:
        """Return the sentences of both sides that stayed as and where they were; none if all is to be shown."""
        if self.options.show_all or self.options.topic:
            return frozenset(), frozenset()
        links = [link for link in self.report.sentence_links if link.kind == "same" and not link.moved]
        return frozenset(index for link in links for index in link.old), frozenset(
            index for link in links for index in link.new
        )

    @cached_property
    def _in_patterns(self) -> frozenset[str]:
        return frozenset(shift for pattern in self.report.patterns for shift in pattern.shifts)

    @cached_property
    def _moved_sentences(self) -> defaultdict[str, list[str]]:
        """Return remarks on sentences that changed place, by the ids of the paragraph links they left and reached."""
        remarks = defaultdict(list)
        sides = (self.report.old.sentences, self.report.new.sentences)
        for moved in (link for link in self.report.sentence_links if link.moved):
            old, new = (
                statement.paragraphs[sentences[indexes[0]].paragraph]
                for statement, sentences, indexes in zip(
                    (self.report.old, self.report.new), sides, (moved.old, moved.new), strict=True
                )
            )
            left, reached = self._link_of[0][old.index], self._link_of[1][new.index]
            if left == reached:
                remarks[left].append("a sentence moved within")
            else:
                remarks[left].append(f"a sentence went to {place(new)}")
                remarks[reached].append(f"a sentence came from {place(old)}")
        return remarks

    @cached_property
    def _link_of(self) -> tuple[dict[int, str], dict[int, str]]:
        """Return the id of each paragraph's link, for both sides."""
        links = self.report.links
        old = {index: link.id for link in links for index in link.old}
        return old, {index: link.id for link in links for index in link.new}

    @cached_property
    def _position(self) -> dict[str, int]:
        return {link.id: position for position, link in enumerate(self.report.links)}

    @cached_property
    def _topic(self) -> PhraseSet:
        return PhraseSet([compile_phrase(self.options.topic)])

    def _row(self, link: Link) -> Row:
        shifts = tuple(self._shifts[link.id])
        old, new = (
            tuple(
                cut(side, statement.paragraphs[index], shifts, said=self._in_patterns, still=still) for index in indexes
            )
            for side, statement, indexes, still in self._sides(link)
        )
        notes = (note for shift in shifts if not self._is_said(shift) for note in self.findings[shift.id])
        asked = tuple(shift for shift in shifts if self._is_asked(shift))
        return Row(link, old, new, interleave(old, new), asked, tuple(notes), tuple(self._remarks(link)))

    def _sides(self, link: Link) -> Iterator[tuple[Side, Statement, tuple[int, ...], frozenset[int]]]:
        old_still, new_still = self._still
        yield "old", self.report.old, link.old, old_still
        yield "new", self.report.new, link.new, new_still

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
            return is_moved or any(
                self._is_asked(shift) and not self._is_said(shift) for shift in self._shifts[link.id]
            )
        return bool(options.topic) or self._is_news(link) or (options.show_all and not self._is_plain_heading(link))

    def _is_asked(self, shift: Shift) -> bool:
        return not self.options.only or any(_is_kind(shift, kind) for kind in self.options.only)

    def _is_news(self, link: Link) -> bool:
        """Say whether a row is worth the reader's time: more than routine, more than a pattern said above."""
        if link.moved or link.kind in ("split", "merged", "regrouped") or link.id in self._moved_sentences:
            return True
        return any(not shift.routine and not self._is_said(shift) for shift in self._shifts[link.id])

    def _is_said(self, shift: Shift) -> bool:
        """Say whether a shift is part of a change that is said once for the whole text."""
        return shift.id in self._in_patterns

    def _is_plain_heading(self, link: Link) -> bool:
        """Say whether a row is an unchanged heading, which stands above its rows anyway."""
        return link.kind == "same" and not link.moved and self.report.new.paragraphs[link.new[0]].role == "heading"

    def _is_on_topic(self, link: Link) -> bool:
        sides = ((self.report.old, link.old), (self.report.new, link.new))
        units = (statement.paragraphs[index].words for statement, indexes in sides for index in indexes)
        return any(self._topic.find(words) for words in units)

    def _fold(self, links: Sequence[Link]) -> Iterator[Fold]:
        counted = [link for link in links if not self._is_plain_heading(link)]
        if counted:
            unasked = sum(self._is_news(link) for link in counted)
            unchanged = sum(not self._shifts[link.id] and not self._is_news(link) for link in counted)
            yield Fold(unchanged, len(counted) - unasked - unchanged, unasked)

    def _heading(self, section: int, first: Link) -> Iterator[Heading]:
        """Yield the section's heading, unless the row that follows is that heading itself."""
        new = self.report.new
        found = new.sections[section]
        if found.heading is None:
            yield from [Heading(found.title)] if found.title else ()
        elif found.heading not in first.new:
            yield Heading(new.paragraphs[found.heading].body.of(new.text))

    def _remarks(self, link: Link) -> Iterator[str]:
        """Yield what is to be said of a row as a whole; each remark stands by itself."""
        if link.moved:
            following = self._block_length(link) - 1
            yield f"moved with the {following} after it" if following else "moved"
        if link.kind not in ("same", "changed"):
            yield link.kind
        if link.kind == "changed" and link.score < LOOSE_SCORE and link.method != "only":
            yield f"loose match, {link.score} of 1000"
        yield from self._moved_sentences[link.id]

    def _block_length(self, top: Link) -> int:
        """Return how many links moved together: those that follow `top` on both sides without a gap."""
        length, last = 1, top
        for link in self.report.links[self._position[top.id] + 1 :]:
            if link.moved or not (link.old and link.new and last.old):
                break
            if link.old[0] != last.old[-1] + 1 or link.new[0] != last.new[-1] + 1:
                break
            length, last = length + 1, link
        return length


def _is_kind(shift: Shift, kind: str) -> bool:
    if kind in DIRECTIONS:
        return shift.direction == kind
    if kind in ("substantive", "routine"):
        return shift.routine == (kind == "routine")
    return shift.kind == kind
