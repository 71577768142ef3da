"""Read what a committee decided: the rate with its range, and the vote.

The ugly case: "The Committee decided to keep the target range at 0 to 1/4 percent and anticipates
that it will be appropriate at least as long as the unemployment rate remains above 6-1/2 percent."
The rate is the figure beside the words for the rate, not the first or the last one.
"""

import re
from collections.abc import Iterator, Sequence

from stmtdiff.brief.fact import Change, Fact
from stmtdiff.model import Statement
from stmtdiff.phrases import PhraseSet
from stmtdiff.report import Report
from stmtdiff.rules import Pack, Rule
from stmtdiff.rules.figures import figure_spans
from stmtdiff.rules.votes import Dissent, Vote, read_vote
from stmtdiff.shifts.shift import Shift
from stmtdiff.spans import Span


def rate(report: Report, packs: Sequence[Pack]) -> Fact | None:
    """Return the rate that the new statement sets beside the old one's; None where either sets none."""
    for pack in packs:
        if not any(rule.kind == "vote" for rule in pack.rules):  # a share in a climate text is no decision on a rate
            continue
        for rule in pack.rules:
            if rule.kind == "figure" and rule.unit == "percent" and rule.severity == "error":
                old, new = _level(report.old, pack, rule), _level(report.new, pack, rule)
                if old and new:
                    return _rate(report, rule, old, new)
    return None


def _rate(report: Report, rule: Rule, old: tuple[int, Span], new: tuple[int, Span]) -> Fact:
    was, now = (" ".join(s[1].of(t.text).split()) for s, t in ((old, report.old), (new, report.new)))
    change: Change = "same" if was == now else "changed"
    shifts = _shifts_at(report.shifts, old[1], new[1]) if change == "changed" else ()
    notes = [note for note in report.annotations if note.rule == rule.code and note.shift in shifts]
    return Fact(
        "rate", change, old[1], new[1], (old[0],), (new[0],), rule.severity if change == "changed" else None,
        said=tuple(dict.fromkeys(note.word for note in notes if note.word)), rules=(rule.code,), shifts=shifts,
        formula=now if change == "same" else "",
    )  # fmt: skip


def _level(statement: Statement, pack: Pack, rule: Rule) -> tuple[int, Span] | None:
    """Return the paragraph and the place of the figure nearest to the first words for the rate."""
    needs, applies = PhraseSet(rule.needs), PhraseSet(pack.applies)
    for paragraph in statement.paragraphs:
        if not needs.stands_in(paragraph.words) or (pack.applies and not applies.stands_in(paragraph.words)):
            continue
        for sentence in paragraph.sentences:
            named = needs.find(paragraph.words, sentence.first, sentence.last)
            figures = list(figure_spans(rule.unit or "percent", statement.text, sentence.span))
            if named and figures:
                places = [paragraph.span_of(match.first, match.last) for match in named]
                return paragraph.index, min(figures, key=lambda figure: _distance(figure, places))
    return None


def _distance(figure: Span, places: Sequence[Span]) -> int:
    return min(max(figure.start - place.end, place.start - figure.end, 0) for place in places)


def votes(report: Report, packs: Sequence[Pack]) -> Iterator[Fact]:
    """Yield the vote beside the old one, then each dissent that is new or has another reason."""
    rules = [rule for pack in packs for rule in pack.rules if rule.kind == "vote"]
    old, new = read_vote(report.old), read_vote(report.new)
    if not rules or new is None:
        return
    rule = rules[0]
    notes = [note for note in report.annotations if note.rule == rule.code]
    at_dissent = _shifts_at([s for s in report.shifts if s.is_news], old.place, new.place) if old else ()
    shifts = tuple(dict.fromkeys((*(note.shift for note in notes), *(at_dissent if notes else ()))))
    was = f", was {old.tally}" if old and old.tally != new.tally else ""
    names = [dissent.name for dissent in new.dissents]
    gone = [dissent.name for dissent in old.dissents if dissent.name not in names] if old else []
    told = f"; against: {', '.join(names)}" if names else ""
    told += f"; no longer against: {', '.join(gone)}" if gone else ""
    yield Fact(
        "vote", "changed" if shifts or was else "same", old.place if old else None, new.place,
        _paragraphs(report.old, old.place) if old else (), _paragraphs(report.new, new.place),
        rule.severity if shifts or was else None, rules=(rule.code,), shifts=shifts,
        formula="" if shifts or was else new.tally,
        note=f"{new.tally}{was or (', as before' if old else '')}{told}",
    )  # fmt: skip
    had = {dissent.name: dissent.reason for dissent in old.dissents} if old else {}
    for dissent in new.dissents:
        if old and had.get(dissent.name) != dissent.reason:
            yield _dissent(report, rule, shifts, old, new, dissent)


def _dissent(report: Report, rule: Rule, shifts: tuple[str, ...], old: Vote, new: Vote, dissent: Dissent) -> Fact:
    before = next((other for other in old.dissents if other.name == dissent.name), None)
    was = _words_of(report.old, old, before) if before else None
    now = _words_of(report.new, new, dissent)
    return Fact(
        "dissent", "changed" if before else "added", was, now,
        _paragraphs(report.old, was) if was else (), _paragraphs(report.new, now),
        rule.severity, rules=(rule.code,), shifts=shifts,
    )  # fmt: skip


def _words_of(statement: Statement, vote: Vote, dissent: Dissent) -> Span:
    """Return where a dissenter's name stands with the reason behind it, up to the next dissenter."""
    text, place = statement.text, vote.place
    starts = sorted(_find(text, other.name, place) for other in vote.dissents)
    start = _find(text, dissent.name, place)
    following = [other for other in starts if other > start]
    part = text[start : min([place.end, *following[:1]])]
    return Span(start, start + len(re.sub(r"[;,.]?\s*(?:and\s*)?$", "", part)))


def _find(text: str, name: str, place: Span) -> int:
    found = re.compile(r"\s+".join(map(re.escape, name.split()))).search(text, place.start, place.end)
    return found.start() if found else place.start


def _paragraphs(statement: Statement, span: Span) -> tuple[int, ...]:
    """Return the index of the paragraph that a span begins in."""
    paragraph = statement.paragraph_at(span.start)
    return (paragraph.index if paragraph else 0,)


def _shifts_at(shifts: Sequence[Shift], old: Span, new: Span) -> tuple[str, ...]:
    return tuple(
        shift.id
        for shift in shifts
        if (shift.old and shift.old.is_touching(old)) or (shift.new and shift.new.is_touching(new))
    )
