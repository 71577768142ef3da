"""Make facts of shifts: neighbours in one phrase are one fact, and the gravest come first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from stmtdiff.brief.fact import Change, Fact
from stmtdiff.brief.formulas import FormulaFinder
from stmtdiff.brief.lookup import looked_up, told_once
from stmtdiff.brief.weighing import reasons
from stmtdiff.brief.widening import whole, widened
from stmtdiff.model import Statement
from stmtdiff.report import Report
from stmtdiff.rules import Annotation, Pack, Severity
from stmtdiff.shifts.shift import Pattern, Shift
from stmtdiff.spans import Span

NEAR = 3  # tokens between two shifts that are quoted as one wording
WHOLE = 240  # characters of a wording that is shown whole; two that share words are one up to this length
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
_LEAST = len(_SEVERITIES)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A fact with what it is sorted by: the lower, the earlier it is told."""

    weight: tuple[int, ...]
    fact: Fact


class Changes:
    """The facts that the substantive shifts of a report make."""

    def __init__(self, report: Report, packs: Sequence[Pack], finder: FormulaFinder) -> None:
        """Take a report, the packs that judged it, and what finds the strong formulas of these packs."""
        self._report = report
        self._old, self._new = report.old, report.new
        self.formulas = finder.find(report.old), finder.find(report.new)
        self._yielding = {rule.code for pack in packs if pack.yields for rule in pack.rules}
        self._places = {link.id: place for place, link in enumerate(report.links)}

    def wordings(self, told: Iterable[str]) -> list[Fact]:
        """Return a fact for each phrase that shifted and is not `told` (ids of shifts) already, gravest first."""
        told = frozenset(told)
        phrases = [phrase for phrase in self._phrases if told.isdisjoint(shift.id for shift in phrase)]
        facts = looked_up(self._report, [self._fact(phrase) for phrase in phrases])
        found = [self._weigh(phrase, fact) for phrase, fact in zip(phrases, facts, strict=True)]
        return told_once(self._report, [one.fact for one in sorted(found, key=lambda one: one.weight)])

    def completed(self, fact: Fact) -> Fact:
        """Return `fact` with the shifts that stand in one phrase with one of its own."""
        ids = [[shift.id for shift in phrase] for phrase in self._phrases]
        more = (shift for phrase in ids if not set(phrase).isdisjoint(fact.shifts) for shift in phrase)
        return replace(fact, shifts=tuple(dict.fromkeys((*fact.shifts, *more))))

    @cached_property
    def _phrases(self) -> list[list[Shift]]:
        """Return the substantive shifts that are not said once for the whole text, those of one phrase together."""
        said = {shift for pattern in self._report.patterns for shift in pattern.shifts}
        shifts = [shift for shift in self._report.shifts if shift.is_news and shift.id not in said]
        shifts.sort(key=lambda shift: (self._places[shift.link], shift.new_at, shift.old_at))
        return list(self._joined(self._clusters(shifts)))

    def throughout(self) -> list[Fact]:
        """Return a fact for each change that runs through the text, gravest first."""
        by_id = {shift.id: shift for shift in self._report.shifts}
        found = []
        for place, pattern in enumerate(self._report.patterns):
            if not self._is_wording(pattern):
                continue
            shifts = [by_id[shift] for shift in pattern.shifts]
            notes = [note for shift in shifts for note in self._report.annotations_of(shift.id)]
            rank = min((_SEVERITIES.index(note.severity) for note in notes), default=_LEAST)
            old, new = self._paragraphs(shifts)
            spans = whole(self._old, _old(shifts[0])), whole(self._new, _new(shifts[0]))
            fact = Fact(
                "throughout", "changed", *spans, old, new, _severity(notes), _said(notes),
                _rules(notes), pattern.shifts, count=len(shifts),
            )  # fmt: skip
            found.append(Weighed((rank, -len(shifts), place), fact))
        return [one.fact for one in sorted(found, key=lambda one: one.weight)]

    def _is_wording(self, pattern: Pattern) -> bool:
        """Say whether a pattern is words for words, and not a comma for an "and"."""
        sides = ((pattern.old, self._report.old), (pattern.new, self._report.new))
        return all(span and any(map(str.isalnum, span.of(statement.text))) for span, statement in sides)

    def _clusters(self, shifts: Sequence[Shift]) -> Iterator[list[Shift]]:
        cluster: list[Shift] = []
        for shift in shifts:
            if cluster and not self._is_near(cluster[-1], shift):
                yield cluster
                cluster = []
            cluster.append(shift)
        if cluster:
            yield cluster

    def _joined(self, clusters: Iterable[list[Shift]]) -> Iterator[list[Shift]]:
        """Yield the clusters; two of a sentence whose quotations would share words are one, if it is not too long."""
        held: list[Shift] = []
        for cluster in clusters:
            if held and self._is_shared(held, cluster):
                held = [*held, *cluster]
                continue
            if held:
                yield held
            held = cluster
        if held:
            yield held

    def _is_shared(self, first: Sequence[Shift], last: Sequence[Shift]) -> bool:
        """Say whether two phrases would quote the same words, or part a figure from its measure or a negation."""
        if not self._are_in_order(first[-1], last[0]):
            return False
        sides = (
            (self._old, _hull(map(_old, first)), _hull(map(_old, last))),
            (self._new, _hull(map(_new, first)), _hull(map(_new, last))),
        )
        if any(whole(side, one).end > other.start or whole(side, other).start < one.end for side, one, other in sides):
            return True
        shown = [(widened(side, one) or one, widened(side, other) or other) for side, one, other in sides]
        is_short = all(other.end - one.start <= WHOLE for one, other in shown)
        return is_short and any(one.end > other.start for one, other in shown)

    def _are_in_order(self, first: Shift, last: Shift) -> bool:
        """Say whether two shifts stand in one sentence of one link on both sides, in the same order."""
        if first.link != last.link or any(map(self._is_whole, (first, last))):
            return False
        for side, one, other in ((self._old, _old(first), _old(last)), (self._new, _new(first), _new(last))):
            sentences = side.sentences_at(one), side.sentences_at(other)
            if not sentences[0] or sentences[0][-1:] != sentences[1][:1] or other.start < one.end:
                return False
        return True

    def _is_near(self, first: Shift, last: Shift) -> bool:
        """Say whether two shifts stand in one phrase, on both sides."""
        places = ((self._old, _old(first), _old(last)), (self._new, _new(first), _new(last)))
        return self._are_in_order(first, last) and all(
            _apart(side, one.end, other.start) <= NEAR for side, one, other in places
        )

    def _is_whole(self, shift: Shift) -> bool:
        return (shift.new is None and shift.old is not None and self._old.is_whole(shift.old)) or (
            shift.old is None and shift.new is not None and self._new.is_whole(shift.new)
        )

    def _weigh(self, cluster: Sequence[Shift], fact: Fact) -> Weighed:
        notes = [] if fact.change == "moved" else self._said_of(cluster)
        is_strong = self._is_strong(cluster, {note.rule for note in notes})
        rank = min((_SEVERITIES.index(note.severity) for note in notes), default=_LEAST)
        sides = ((self._old, _old), (self._new, _new))
        said = reasons((side, span(shift)) for shift in cluster for side, span in sides)
        points = sum(said.values()) + bool(notes) + is_strong
        is_red = is_strong and not all(note.rule in self._yielding for note in notes)
        group = int(rank > 0 and not is_red)
        return Weighed((group, -points, self._places[cluster[0].link], cluster[0].new_at), fact)

    def _said_of(self, cluster: Sequence[Shift]) -> list[Annotation]:
        return [note for shift in cluster for note in self._report.annotations_of(shift.id)]

    def _is_strong(self, cluster: Sequence[Shift], rules: set[str]) -> bool:
        """Say whether a strong formula of a rule that speaks came, went or was cut here; or went with its sentence."""
        for formulas, spans in zip(self.formulas, (map(_old, cluster), map(_new, cluster)), strict=True):
            for span in spans:
                for formula in formulas:
                    is_here = formula.span.start <= span.end and span.start <= formula.span.end
                    if is_here and (formula.rule in rules or formula.span.is_inside(span)):
                        return True
        return False

    def _fact(self, cluster: Sequence[Shift]) -> Fact:
        notes = self._said_of(cluster)
        old, new = _hull(map(_old, cluster)), _hull(map(_new, cluster))
        change: Change = "changed"
        if all(shift.new is None for shift in cluster):
            change = "dropped"
        elif all(shift.old is None for shift in cluster):
            change = "added"
        is_whole = any(map(self._is_whole, cluster))
        old_shown = None if is_whole and change == "added" else widened(self._old, old)
        new_shown = None if is_whole and change == "dropped" else widened(self._new, new)
        ids = {shift.id for shift in cluster}
        is_actor = len(cluster) == 1 and cluster[0].kind == "actor"
        olds, news = self._paragraphs(cluster)
        return Fact(
            "speaker" if is_actor else "wording", change, old_shown, new_shown, olds, news,
            _severity(notes), _said(notes), _rules(notes), tuple(shift.id for shift in cluster),
            lives=tuple(life for life in self._report.lives if life.telling and life.shift in ids),
            old_core=None if is_whole else old, new_core=None if is_whole else new,
        )  # fmt: skip

    def _paragraphs(self, shifts: Sequence[Shift]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the indexes of the paragraphs that shifts stand in, on both sides.

        A side on which the whole paragraph has no counterpart has none.
        """
        old: dict[int, None] = {}
        new: dict[int, None] = {}
        for shift in shifts:
            links = self._report.link_at("old", shift), self._report.link_at("new", shift)
            for side, indexes, span, found in (
                (self._old, links[0].old, _old(shift), old), (self._new, links[1].new, _new(shift), new),
            ):  # fmt: skip
                paragraph = side.paragraph_at(span.start)
                if indexes and paragraph is not None:
                    found[paragraph.index if paragraph.index in indexes else indexes[0]] = None
        return tuple(old), tuple(new)


def _apart(statement: Statement, first: int, last: int) -> int:
    """Return how many tokens of a paragraph lie whole between two places in it."""
    paragraph = statement.paragraph_at(first)
    if paragraph is None or first >= last:
        return 0
    tokens = paragraph.tokens_inside(Span(first, last))
    return tokens[1] - tokens[0]


def _hull(spans: Iterable[Span]) -> Span:
    own = list(spans)
    return Span(min(span.start for span in own), max(span.end for span in own))


def _old(shift: Shift) -> Span:
    return shift.old or Span(shift.old_at, shift.old_at)


def _new(shift: Shift) -> Span:
    return shift.new or Span(shift.new_at, shift.new_at)


def _severity(notes: Sequence[Annotation]) -> Severity | None:
    """Return the gravest severity of some annotations, None without any."""
    return min((note.severity for note in notes), key=_SEVERITIES.index, default=None)


def _said(notes: Sequence[Annotation]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(note.word for note in notes if note.word))


def _rules(notes: Sequence[Annotation]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(note.rule for note in notes))
