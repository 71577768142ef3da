"""A report made ready to be judged, and findings before they have an id."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from stmtdiff.checking.occurrences import SIDES, Evidence, Occurrence
from stmtdiff.checking.policy import Entry, RuleSeverity
from stmtdiff.checking.verdict import FindingKind, Place
from stmtdiff.languages.english import ARTICLES
from stmtdiff.phrases import Phrase, fold_spelling
from stmtdiff.report import Report, Side
from stmtdiff.rules import annotate
from stmtdiff.rules.annotation import Annotation, Severity
from stmtdiff.rules.governing import act_rule
from stmtdiff.shifts.shift import Direction, Shift
from stmtdiff.spans import Span
from stmtdiff.words import words

UNKNOWN: FindingKind = "unknown phrase"
REMARK: FindingKind = "remark"  # what could not be seen or judged; a finding that counts only in a strict check
_QUOTED = 160  # code points of a wording that a sentence repeats; the place has the whole


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding before it has an id. `content` distinguishes it from others of its entry, whatever moves around it."""

    entry: str
    kind: FindingKind
    severity: Severity
    message: str
    why: str
    detail: str
    content: tuple[str, ...]
    old: Place | None = None
    new: Place | None = None
    shift: Shift | None = None
    said: tuple[Annotation, ...] = ()


class Bench:
    """One report, on paragraphs or on notes, before the entries of a policy."""

    def __init__(self, report: Report) -> None:
        """Take the report."""
        self.report = report
        self.evidence = Evidence(report)

    def judge_rules(self, entries: Sequence[RuleSeverity]) -> Iterator[Draft]:
        """Yield what rules say that an entry calls up.

        Of several entries that name a rule the one that names it most closely counts, then the last.
        """
        shifts = {shift.id: shift for shift in self.report.shifts if not shift.routine}
        for note in self.report.annotations:
            named = [entry for entry in entries if entry.names(note.rule)]
            if named and note.shift in shifts:
                entry = max(named, key=lambda one: (len(one.rule.rstrip("*")), not one.rule.endswith("*"), one.line))
                yield self._said_by_rule(entry, note, shifts[note.shift])

    def _said_by_rule(self, entry: RuleSeverity, note: Annotation, shift: Shift) -> Draft:
        old, new = self.sides(shift)
        severity = note.severity if entry.own else entry.severity
        detail = f"{note.word or 'changed'}: {note.name}"
        content = wordings(old, new)
        return Draft(note.rule, "rule", severity, note.message, note.why, detail, content, old, new, shift)

    def draft(
        self,
        entry: Entry,
        kind: FindingKind,
        detail: str,
        *,
        old: Place | None = None,
        new: Place | None = None,
        shift: Shift | None = None,
        content: tuple[str, ...] = (),
    ) -> Draft:
        """Return a finding of `entry` with what rules say of its shift."""
        said = self.report.annotations_of(shift.id) if shift else ()
        return Draft(
            entry.id, kind, entry.severity, entry.message, entry.why, detail, content or wordings(old, new),
            old, new, shift, said,
        )  # fmt: skip

    @cached_property
    def renamed(self) -> frozenset[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Return the wordings that give way to others through the whole text, without articles."""
        old, new = self.report.old.text, self.report.new.text
        return frozenset(
            (_bare(one.old.of(old)), _bare(one.new.of(new))) for one in self.report.patterns if one.old and one.new
        )

    def sides(self, shift: Shift) -> tuple[Place | None, Place | None]:
        """Return both wordings of a shift as places; if nothing is there, the empty place where it would be."""
        links = self.report.link_at("old", shift), self.report.link_at("new", shift)
        found = []
        for statement, indexes, span, at in (
            (self.report.old, links[0].old, shift.old, shift.old_at),
            (self.report.new, links[1].new, shift.new, shift.new_at),
        ):
            start = span.start if span else at
            home = [index for index in indexes if statement.paragraphs[index].span.start <= start]
            found.append(Place(statement, home[-1], span or Span(at, at)) if home else None)
        return found[0], found[1]

    def unknown(self, entry: Entry, phrase: Phrase) -> Draft:
        """Return the finding that a phrase is in neither statement; this is always said."""
        detail = f"'{phrase.pattern}' is in neither statement; check its spelling"
        return self.draft(entry, UNKNOWN, detail, content=(phrase.pattern,))

    def unguarded(self, entry: Entry, wanted: str) -> Draft:
        """Return the finding that a phrase is there, but nowhere in the way that the entry guards."""
        pattern = entry.phrases[0].pattern
        return self.draft(entry, UNKNOWN, f"'{pattern}' is never found {wanted}", content=(pattern, wanted))

    def stands(self, phrase: Phrase) -> bool:
        """Say whether `phrase` is on either side."""
        return any(self.evidence.find(side, [phrase]) for side in SIDES)

    def verb(self, one: Occurrence) -> str:
        """Return the verb that governs an occurrence, with its modal and its denial; "" where none is found."""
        said = self.evidence.said(one)
        return said.verb.of(self.evidence.statement(one.side).text) if said.verb else ""

    def direction(self, shift: Shift) -> Direction:
        """Return which way a shift goes: by the rules that were chosen, or else by the act that it changes."""
        return shift.direction if shift.direction != "none" else self._acts.get(shift.id, "none")

    @cached_property
    def _acts(self) -> dict[str, Direction]:
        """Return which way the shifts go whose act changed, where the chosen packs have no word on acts."""
        report = self.report
        if "general" in report.packs:
            return {}
        news = tuple(shift for shift in report.shifts if shift.is_news)
        found = annotate(report.old, report.new, news, packs=("general",))
        return {one.shift: one.direction for one in found if one.rule == act_rule().code}

    def in_note(self, side: Side, phrases: Iterable[Phrase], *, what: str = "it") -> str:
        """Return what is added to "no paragraph has one of `phrases`" if a note of that side has one."""
        held = self.evidence.is_in_note(side, phrases)
        return f"; {what} is in a note of the {side} statement" if held else ""


def wordings(*places: Place | None) -> tuple[str, ...]:
    """Return the words of places for comparing: no case, no marks, one spelling."""
    return tuple(bare(place.text) if place else "" for place in places)


def bare(text: str) -> str:
    """Return the words of `text` for comparing: no case, no marks, one spelling."""
    return " ".join(_bare(text, keep=ARTICLES))


def _bare(text: str, *, keep: frozenset[str] = frozenset()) -> tuple[str, ...]:
    norms = (norm for norm in words(text).norms if norm[:1].isalnum())
    return tuple(fold_spelling(norm) for norm in norms if norm not in ARTICLES or norm in keep)


def quote(text: str) -> str:
    """Return a wording in quotes, on one line, the end of a long one left out."""
    line = " ".join(text.split())
    return f"'{line}'" if len(line) <= _QUOTED else f"'{line[:_QUOTED].rsplit(' ', 1)[0]} ...'"
