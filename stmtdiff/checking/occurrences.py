"""Where phrases are in the two statements of a report, and what happened to each place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from stmtdiff.checking.speakers import Speaker, speaker_of
from stmtdiff.checking.verdict import Place
from stmtdiff.languages.english import SPEAKERS
from stmtdiff.languages.english_clauses import POINTING_BACK
from stmtdiff.model import Paragraph, Sentence, Statement
from stmtdiff.phrases import Phrase, PhraseSet, with_names
from stmtdiff.report import Report, Side
from stmtdiff.rules.governing import Governing, Worth
from stmtdiff.saying.denials import is_denied
from stmtdiff.saying.parts import parts_of
from stmtdiff.saying.who import Said, acting_at
from stmtdiff.shifts.shift import Shift
from stmtdiff.spans import Span

SIDES: tuple[Side, Side] = ("old", "new")
OTHER: dict[Side, Side] = {"old": "new", "new": "old"}


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place of a phrase: paragraph, half-open range of tokens. `index` is the position of the phrase asked for."""

    side: Side
    index: int
    paragraph: int
    first: int
    last: int
    span: Span
    sentence: int


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What is on the other side in the place of a wording: nothing or another wording, and the shift between them."""

    place: Place | None
    shift: Shift | None


Pair = tuple[Occurrence, Occurrence]  # the old one and the new one


class Evidence:
    """A report, asked for phrases; what has been looked up once is kept."""

    def __init__(self, report: Report) -> None:
        """Take the report."""
        self.report = report
        self._governing: dict[Side, Governing] = {}

    def statement(self, side: Side) -> Statement:
        """Return the statement of one side."""
        return self.report.statement(side)

    def find(self, side: Side, phrases: Iterable[Phrase], *, topic: Phrase | None = None) -> tuple[Occurrence, ...]:
        """Return where `phrases` stand on one side, in order; of one inside another only the longer.

        With a `topic`, only in paragraphs that hold it.
        """
        wanted = self.together(phrases)
        about = self.together([topic]) if topic else None
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

    def is_in_note(self, side: Side, phrases: Iterable[Phrase]) -> bool:
        """Say whether a note of one side contains one of `phrases`."""
        wanted = self.together(phrases)
        notes = self.statement(side).footnotes
        return any(wanted.stands_in(paragraph.words) for note in notes for paragraph in note.paragraphs)

    def _occurrence(self, side: Side, paragraph: Paragraph, index: int, first: int, last: int) -> Occurrence:
        span = paragraph.span_of(first, last)
        return Occurrence(side, index, paragraph.index, first, last, span, paragraph.sentence_of(first).index)

    def place(self, occurrence: Occurrence) -> Place:
        """Return an occurrence as a place to show."""
        return Place(self.statement(occurrence.side), occurrence.paragraph, occurrence.span)

    def speaker(self, occurrence: Occurrence) -> Speaker | None:
        """Return who says an occurrence."""
        return speaker_of(*self._home(occurrence), occurrence.first, self._speakers)

    def said(self, occurrence: Occurrence) -> Said:
        """Return by which verb an occurrence is said, or what is done with it, and whether that is denied."""
        statement, paragraph, sentence = self._home(occurrence)
        return acting_at(statement, paragraph, sentence, occurrence.span.start, self._speakers)

    def worth(self, occurrence: Occurrence) -> Worth | None:
        """Return what the act is worth that governs an occurrence; None for a verb that is on no scale, or for none."""
        said = self.said(occurrence)
        if said.act is None or said.verb is None:
            return None
        if occurrence.side not in self._governing:
            self._governing[occurrence.side] = Governing(self.statement(occurrence.side), self._speakers)
        return self._governing[occurrence.side].worth(said.verb, said.act)

    def is_denied(self, occurrence: Occurrence) -> bool:
        """Say whether an occurrence is plainly denied at its place: "does not recognise the annexation"."""
        return is_denied(*self._home(occurrence), occurrence.span, self._speakers)

    def is_about(self, occurrence: Occurrence, topic: Phrase, rivals: Sequence[Occurrence] = ()) -> bool:
        """Say whether `topic` is in what the same speaker says in the sentence of an occurrence.

        It does not where one of the `rivals` stands between the two: "grave concern at (famine), concern at (tests)".
        Where nothing but a pronoun or the end stands behind the occurrence, it speaks of what stood before: then the
        topic may stand in an earlier sentence of the paragraph.
        """
        statement, paragraph, sentence = self._home(occurrence)
        part = next(
            (one for one in parts_of(statement, sentence) if one.start <= occurrence.span.start < one.end),
            sentence.span,
        )
        about = self.together([topic])
        first, last = paragraph.tokens_at(part)
        if found := about.find(paragraph.words, first, last):
            own = [one.first for one in rivals if one.paragraph == paragraph.index and one.first > occurrence.first]
            return any(one.last <= occurrence.first or not any(at < one.first for at in own) for one in found)
        behind = [norm for norm in paragraph.words.norms[occurrence.last : last] if norm[:1].isalnum()]
        return POINTING_BACK.issuperset(behind) and bool(about.find(paragraph.words, 0, sentence.first))

    def together(self, phrases: Iterable[Phrase]) -> PhraseSet:
        """Return phrases to look for, a name in them standing for all names of its thing."""
        return PhraseSet([with_names(phrase, self.report.forum.names) for phrase in phrases])

    @cached_property
    def _speakers(self) -> frozenset[str]:
        return SPEAKERS | self.report.forum.speakers

    def _home(self, occurrence: Occurrence) -> tuple[Statement, Paragraph, Sentence]:
        statement = self.statement(occurrence.side)
        paragraph = statement.paragraphs[occurrence.paragraph]
        return statement, paragraph, paragraph.sentence_of(occurrence.first)

    def named(self, side: Side, speaker: Speaker) -> str:
        """Return the words that name a speaker."""
        statement = self.statement(side)
        return statement.paragraphs[speaker.paragraph].span_of(speaker.first, speaker.last).of(statement.text)

    def pair(
        self, old: Sequence[Occurrence], new: Sequence[Occurrence]
    ) -> tuple[list[Pair], list[Pair], list[Occurrence], list[Occurrence]]:
        """Return which occurrences are each other's counterparts, which moved, and what is left on each side.

        Counterparts stand in sentences that became each other. What stands in paragraphs that did, and not in such
        sentences, moved inside its paragraph.
        """
        kept: list[Pair] = []
        moved: list[Pair] = []
        gone, come = list(old), list(new)
        steps = ((kept, self.report.sentence_link_of, _sentence), (moved, self.report.link_of, _paragraph))
        for pairs, link_of, unit in steps:
            for before in list(gone):
                home = link_of("old", unit(before))
                after = next((one for one in come if link_of("new", unit(one)) is home), None)
                if after is not None:
                    pairs.append((before, after))
                    gone.remove(before)
                    come.remove(after)
        return kept, moved, gone, come

    def counterpart(self, occurrence: Occurrence) -> Counterpart:
        """Return what is on the other side in the place of `occurrence`, whose wording is not there.

        The words of the occurrence that did not change are taken along, so that "grave concern" is
        answered by "concern" and not by nothing.
        """
        side = occurrence.side
        link = self.report.link_of(side, occurrence.paragraph)
        standing = (*self.report.shifts_of(link.id), *self.report.shifts_gone_from(link.id))
        touching = [shift for shift in standing if _touches(shift, side, occurrence.span)]
        if any(shift.moved for shift in touching):  # the sentence moved: what became of the words, not of their place
            touching = [shift for shift in touching if not shift.carries]
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
        link = self.report.link_at(other, first)
        statement = self.statement(other)
        home = [
            paragraph
            for index in (link.new if other == "new" else link.old)
            for paragraph in [statement.paragraphs[index]]
            if paragraph.body.start <= start.start <= paragraph.body.end
        ]
        if not home:
            return None
        stands = home[0].tokens_at(Span(start.start, max(start.start, end.end)))
        low, high = max(0, stands[0] - before), min(len(home[0].words), stands[1] + after)
        span = home[0].span_of(low, high) if low < high else Span(start.start, start.start)
        return Place(statement, home[0].index, span)


def _sentence(occurrence: Occurrence) -> int:
    return occurrence.sentence


def _paragraph(occurrence: Occurrence) -> int:
    return occurrence.paragraph


def _own(shift: Shift, side: Side) -> Span:
    """Return the span of a shift on one side; if nothing is there, the empty span where it would be."""
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
    first, last = paragraph.tokens_inside(Span(start, end)) if start < end else (0, 0)
    return last - first
