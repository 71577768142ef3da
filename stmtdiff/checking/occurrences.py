"""Where phrases stand in the two statements of a report, and what became of each place."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from stmtdiff.align.link import Link
from stmtdiff.checking.speakers import Speaker, speaker_of
from stmtdiff.checking.verdict import Place
from stmtdiff.model import Paragraph, Sentence, Statement
from stmtdiff.outline.notes import worded_notes
from stmtdiff.phrases import Phrase, PhraseSet
from stmtdiff.report import Report
from stmtdiff.shifts.shift import Shift
from stmtdiff.spans import Span

Side = Literal["old", "new"]
SIDES: tuple[Side, Side] = ("old", "new")
OTHER: dict[Side, Side] = {"old": "new", "new": "old"}


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A phrase where it stands: paragraph, half-open range of tokens. `index` names it among those asked for."""

    side: Side
    index: int
    paragraph: int
    first: int
    last: int
    span: Span
    sentence: int


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What stands on the other side where a wording stood: nothing, another wording, and the shift that made it so."""

    place: Place | None
    shift: Shift | None


class Evidence:
    """A report, asked for phrases; what has been looked up once is kept."""

    def __init__(self, report: Report) -> None:
        """Take the report."""
        self.report = report

    def statement(self, side: Side) -> Statement:
        """Return the statement of one side."""
        return self.report.old if side == "old" else self.report.new

    def find(self, side: Side, phrases: Iterable[Phrase], *, topic: Phrase | None = None) -> tuple[Occurrence, ...]:
        """Return where `phrases` stand on one side, in order; of one inside another only the longer.

        With a `topic`, only in paragraphs that hold it.
        """
        wanted = PhraseSet(phrases)
        about = PhraseSet([topic]) if topic else None
        found: list[Occurrence] = []
        for paragraph in self.statement(side).paragraphs:
            if about is None or about.stands_in(paragraph.words):
                matches = sorted(
                    wanted.find(paragraph.words), key=lambda match: (match.first, -match.last, match.index)
                )
                reach = 0
                for match in matches:
                    if match.last > reach:
                        found.append(self._occurrence(side, paragraph, match.index, match.first, match.last))
                        reach = match.last
        return tuple(found)

    def notes(self, side: Side, phrases: Iterable[Phrase]) -> tuple[Span, ...]:
        """Return the notes of one side that hold one of `phrases`; no paragraph has them, and they are not compared."""
        wanted = PhraseSet(phrases)
        return tuple(span for span, words in worded_notes(self.statement(side)) if wanted.stands_in(words))

    def _occurrence(self, side: Side, paragraph: Paragraph, index: int, first: int, last: int) -> Occurrence:
        words, start = paragraph.words, paragraph.body.start
        span = Span(start + words.starts[first], start + words.ends[last - 1])
        return Occurrence(side, index, paragraph.index, first, last, span, _sentence_at(paragraph, first).index)

    def place(self, occurrence: Occurrence) -> Place:
        """Return an occurrence as a place to show."""
        return Place(self.statement(occurrence.side), occurrence.paragraph, occurrence.span)

    def speaker(self, occurrence: Occurrence) -> Speaker | None:
        """Return who says an occurrence."""
        paragraph = self.statement(occurrence.side).paragraphs[occurrence.paragraph]
        return speaker_of(paragraph, _sentence_at(paragraph, occurrence.first), occurrence.first)

    def named(self, side: Side, speaker: Speaker) -> str:
        """Return the words that name a speaker."""
        paragraph = self.statement(side).paragraphs[speaker.paragraph]
        start = paragraph.body.start
        return self.statement(side).text[
            start + paragraph.words.starts[speaker.first] : start + paragraph.words.ends[speaker.last - 1]
        ]

    @cached_property
    def links(self) -> dict[str, Link]:
        """Return the paragraph links by their ids."""
        return {link.id: link for link in self.report.links}

    @cached_property
    def _owners(self) -> dict[Side, dict[int, str]]:
        return _owners(self.report.links)

    @cached_property
    def _sentence_owners(self) -> dict[Side, dict[int, str]]:
        return _owners(self.report.sentence_links)

    @cached_property
    def _shifts(self) -> dict[str, list[Shift]]:
        grouped: dict[str, list[Shift]] = defaultdict(list)
        for shift in self.report.shifts:
            grouped[shift.link].append(shift)
        return grouped

    def pair(
        self, old: Sequence[Occurrence], new: Sequence[Occurrence]
    ) -> tuple[list[tuple[Occurrence, Occurrence]], list[Occurrence], list[Occurrence]]:
        """Return which occurrences are each other's counterparts, and what is left on each side.

        Those in sentences that became each other come first, then those in such paragraphs.
        """
        pairs: list[tuple[Occurrence, Occurrence]] = []
        gone, come = list(old), list(new)
        for owners, unit in ((self._sentence_owners, _sentence), (self._owners, _paragraph)):
            for before in list(gone):
                home = owners["old"][unit(before)]
                after = next((one for one in come if owners["new"][unit(one)] == home), None)
                if after is not None:
                    pairs.append((before, after))
                    gone.remove(before)
                    come.remove(after)
        return pairs, gone, come

    def counterpart(self, occurrence: Occurrence) -> Counterpart:
        """Return what stands on the other side in the place of `occurrence`, whose wording has no equal there.

        The words of the occurrence that did not change are taken along, so that "grave concern" is
        answered by "concern" and not by nothing.
        """
        side = occurrence.side
        link = self._owners[side][occurrence.paragraph]
        touching = [shift for shift in self._shifts[link] if _touches(shift, side, occurrence.span)]
        if not touching:
            return Counterpart(None, None)
        touching.sort(key=lambda shift: _at(shift, OTHER[side]))
        first, last = touching[0], touching[-1]
        near, far = _own(first, side), _own(last, side)
        paragraph = self.statement(side).paragraphs[occurrence.paragraph]
        kept_before = _tokens(paragraph, occurrence.span.start, near.start)
        kept_after = _tokens(paragraph, far.end, occurrence.span.end)
        return Counterpart(self._other_place(side, first, last, kept_before, kept_after), max(touching, key=_weight))

    def _other_place(self, side: Side, first: Shift, last: Shift, before: int, after: int) -> Place | None:
        """Return the place from `before` tokens ahead of the first shift to `after` tokens behind the last one."""
        other = OTHER[side]
        start, end = _own(first, other), _own(last, other)
        link = self.links[first.link]
        statement = self.statement(other)
        home = [
            paragraph
            for index in (link.new if other == "new" else link.old)
            for paragraph in [statement.paragraphs[index]]
            if paragraph.body.start <= start.start <= paragraph.body.end
        ]
        if not home:
            return None
        words, offset = home[0].words, home[0].body.start
        low = max(0, bisect_right(words.ends, start.start - offset) - before)
        high = min(len(words), bisect_left(words.starts, end.end - offset) + after)
        if low >= high:
            return Place(statement, home[0].index, Span(start.start, start.start))
        return Place(statement, home[0].index, Span(offset + words.starts[low], offset + words.ends[high - 1]))


def _owners(links: Sequence[Link]) -> dict[Side, dict[int, str]]:
    """Return by side the link of each unit."""
    return {
        "old": {index: link.id for link in links for index in link.old},
        "new": {index: link.id for link in links for index in link.new},
    }


def _sentence(occurrence: Occurrence) -> int:
    return occurrence.sentence


def _paragraph(occurrence: Occurrence) -> int:
    return occurrence.paragraph


def _sentence_at(paragraph: Paragraph, token: int) -> Sentence:
    return next(one for one in paragraph.sentences if token < one.last)


def _own(shift: Shift, side: Side) -> Span:
    """Return the span of a shift on one side; where nothing stands, the empty span where it would."""
    span, at = (shift.old, shift.old_at) if side == "old" else (shift.new, shift.new_at)
    return span or Span(at, at)


def _at(shift: Shift, side: Side) -> tuple[int, int, str]:
    span = _own(shift, side)
    return span.start, span.end, shift.id


def _touches(shift: Shift, side: Side, span: Span) -> bool:
    own = _own(shift, side)
    return own.is_touching(span) or (len(own) == 0 and span.start < own.start < span.end)


def _weight(shift: Shift) -> tuple[bool, bool, int]:
    """Return a sorting key: the shift that says most of what became of a wording comes last."""
    return not shift.routine, shift.direction != "none", -shift.old_at


def _tokens(paragraph: Paragraph, start: int, end: int) -> int:
    """Return how many tokens of `paragraph` lie whole between two positions."""
    words, offset = paragraph.words, paragraph.body.start
    return sum(
        start <= offset + first and offset + last <= end for first, last in zip(words.starts, words.ends, strict=True)
    )
