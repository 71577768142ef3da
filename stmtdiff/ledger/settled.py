"""Make the rows of what was decided: a new rate, a vote that changed, and a decision that was kept or rolled on."""

from collections.abc import Sequence
from dataclasses import replace

from stmtdiff.ledger.clauses import clauses_of
from stmtdiff.ledger.decision import Ballot, Decision, Rate
from stmtdiff.ledger.drafts import WHOLE
from stmtdiff.ledger.kept import again, origins_of, paragraphs_at
from stmtdiff.ledger.ledger import Piece, Row
from stmtdiff.ledger.quoting import cut_at, reads
from stmtdiff.model import Sentence, Statement
from stmtdiff.report import Report
from stmtdiff.shifts.shift import Shift
from stmtdiff.spans import Places, Span


def rate_row(report: Report, rate: Rate) -> Row | None:
    """Return the row of a rate that changed, each side in the clause that sets it; None where it did not."""
    if rate.is_same(report):
        return None
    then, now = _around(report.old, rate.old), _around(report.new, rate.new)
    shifts = _shifts_at(report.shifts, rate.old, rate.new)
    notes = [note for shift in shifts for note in report.annotations_of(shift.id) if note.rule == rate.rule.code]
    return Row(
        "rate", "", then, now,
        direction=notes[0].direction if notes else "none",
        said=tuple(dict.fromkeys(note.word for note in notes if note.word)), rules=(rate.rule.code,),
        why=notes[0].message if notes else "the rate that is set",
        old_paragraphs=paragraphs_at(report.old, rate.old), new_paragraphs=paragraphs_at(report.new, rate.new),
        shifts=tuple(shift.id for shift in shifts), links=tuple(dict.fromkeys(shift.link for shift in shifts)),
        reasons=(("decision", 1),),
    )  # fmt: skip


def vote_row(report: Report, ballot: Ballot) -> Row | None:
    """Return the row of a vote that is another than before: who dissents now and in which words; None where none is."""
    if not ballot.is_changed or ballot.old is None:
        return None
    old, new = ballot.old, ballot.new
    then = _ballot(report.old, old.place) if old.dissents else ()
    now = _ballot(report.new, new.place) if new.dissents else ()
    shifts = _shifts_at([shift for shift in report.shifts if shift.is_news], old.span, new.span)
    notes = [note for shift in shifts for note in report.annotations_of(shift.id) if note.rule == ballot.rule.code]
    return Row(
        "vote", "Vote", then, now, rules=(ballot.rule.code,),
        why=notes[0].message if notes else "the vote", note=ballot.told,
        old_paragraphs=paragraphs_at(report.old, old.place), new_paragraphs=paragraphs_at(report.new, new.place),
        shifts=tuple(shift.id for shift in shifts), links=tuple(dict.fromkeys(shift.link for shift in shifts)),
        reasons=(("decision", 1),),
    )  # fmt: skip


def decision_row(report: Report, decisions: Sequence[Decision], taken: Sequence[Row]) -> Row | None:
    """Return the row of the first of the new text's `decisions` that was kept, or in which only a number rolled on.

    None where the first decision of the new text is another than before: then its change is a row. What rows have
    `taken` is not told again.
    """
    origins, sentences = origins_of(report), report.old.sentences
    shifts = Places((shift.new, shift) for shift in report.shifts if shift.new)
    for sentence, clause in decisions:
        before_it = [sentences[index] for index in origins.get(sentence.index, ())]
        if not before_it or any(clause.is_touching(piece.span) for row in taken for piece in row.now):
            continue
        inside = shifts.at(clause)
        if any(shift.is_news for shift in inside):
            return None
        before = _counterpart(report, before_it, clause, inside)
        if before is not None:
            return _again(report, sentence, clause, before, inside)
    return None


def _again(report: Report, sentence: Sentence, clause: Span, before: Span, inside: Sequence[Shift]) -> Row | None:
    if reads(report.old, before) == reads(report.new, clause):
        row = again(report, before, clause, why="decided again")
        return replace(row, reasons=(("decision", 1), *row.reasons)) if row else None
    olds, news = ([span for shift in inside if (span := getattr(shift, side))] for side in ("old", "new"))
    return Row(
        "renewed", "", _marked(before, olds), _marked(clause, news),
        why="decided again; only a date, a number or a name was updated",
        old_paragraphs=paragraphs_at(report.old, before), new_paragraphs=paragraphs_at(report.new, clause),
        shifts=tuple(shift.id for shift in inside), links=(report.link_of("new", sentence.paragraph).id,),
        reasons=(("decision", 1),),
    )  # fmt: skip


def _counterpart(report: Report, sentences: Sequence[Sentence], clause: Span, inside: Sequence[Shift]) -> Span | None:
    """Return the clause of the old sentences that reads as `clause` does, but for what rolled on."""
    text, wanted = report.new.text, clause
    expected, at = "", wanted.start
    for shift in sorted(inside, key=lambda one: one.new_at):
        if shift.new and shift.new.is_inside(clause):
            expected += text[at : shift.new.start] + (shift.old.of(report.old.text) if shift.old else "")
            at = shift.new.end
    expected += text[at : wanted.end]
    for one in sentences:
        for own in clauses_of(report.old, report.old.paragraphs[one.paragraph], one):
            if reads(report.old, own) == " ".join(expected.split()):
                return own
    return None


def _around(statement: Statement, span: Span) -> tuple[Piece, ...]:
    """Return the clause that `span` stands in, with `span` as what changed."""
    paragraph = statement.paragraph_at(span.start)
    sentences = paragraph.sentences_at(span) if paragraph else ()
    if paragraph is None or not sentences:
        return (Piece(span, changed=True),)
    own = [clause for clause in clauses_of(statement, paragraph, sentences[0]) if clause.is_touching(span)]
    return _marked(Span(own[0].start, own[-1].end), [span]) if own else (Piece(span, changed=True),)


def _marked(whole: Span, spans: Sequence[Span]) -> tuple[Piece, ...]:
    return cut_at(whole, [span for span in spans if span.is_touching(whole)])


def _ballot(statement: Statement, place: Span) -> tuple[Piece, ...]:
    """Return the dissents as far as there is room: whole clauses from the first on."""
    paragraph = statement.paragraph_at(place.start)
    sentences = paragraph.sentences_at(place) if paragraph else ()
    if paragraph is None or not sentences:
        return ()
    made: list[Span] = []
    for clause in clauses_of(statement, paragraph, sentences[0]):
        if clause.is_touching(place) and (not made or clause.end - made[0].start <= WHOLE):
            made.append(clause)
    return (Piece(Span(made[0].start, made[-1].end), changed=True),) if made else ()


def _shifts_at(shifts: Sequence[Shift], old: Span, new: Span) -> list[Shift]:
    return [s for s in shifts if (s.old and s.old.is_touching(old)) or (s.new and s.new.is_touching(new))]
