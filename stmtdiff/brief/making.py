"""Make the ledger of a report: draft its rows, ask the gate, weigh what passes, and keep the first."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from stmtdiff.brief.anew import as_topics
from stmtdiff.brief.decision import Ballot, Rate, ballot_of, rate_of
from stmtdiff.brief.drafts import Draft, Drafter
from stmtdiff.brief.formulas import FormulaFinder, finder_of
from stmtdiff.brief.gate import Gate, Gated
from stmtdiff.brief.heading import decided_of, headline_of, kicker_of
from stmtdiff.brief.kept import kept_row
from stmtdiff.brief.ledger import Ledger, Piece, Row, Story
from stmtdiff.brief.quoting import quoted
from stmtdiff.brief.settled import decision_row, rate_row, vote_row
from stmtdiff.brief.stock import Stock
from stmtdiff.brief.topics import Topics, place_of
from stmtdiff.brief.weighing import TOLD, reasons
from stmtdiff.errors import RenderError
from stmtdiff.model import Statement
from stmtdiff.report import Report, Side
from stmtdiff.rules import Pack, load_packs
from stmtdiff.rules.annotation import Annotation
from stmtdiff.shifts.shift import Direction, Shift
from stmtdiff.spans import Span

LINES = 10
_VOTE, _KEPT = 3, 2  # rows before the vote and before what was kept: neither leads
_GUESSES = frozenset({"acts", "outlook"})  # kinds of rules that read whole clauses, and speak of almost every one
_SEVERITIES = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may be told, with what it is sorted by: its points, its size, its place."""

    row: Row
    points: int
    size: int
    place: int


def ledger_of(report: Report, *, lines: int = LINES) -> Ledger:
    """Return the `lines` rows of `report` that weigh most.

    Raises:
        RenderError: when `lines` is less than 1.
        SettingsError: for an unknown pack or a broken rule file.
    """
    if lines < 1:
        raise RenderError(f"a brief of {lines} lines says nothing", hint="--lines 1 and more")
    packs = load_packs(report.settings)
    rate, ballot = rate_of(report, packs), ballot_of(report, packs)
    rows = _chosen(report, packs, rate, ballot)
    topics = Topics(report)
    if report.is_anew:
        stocks = Stock(report.old), Stock(report.new)
        rows = list(islice(as_topics(rows, stocks, lambda row: topics.phrase(row.then, row.now)), lines))
    rows = rows[:lines]
    rows = [replace(row, topic=row.topic or topics.topic(row.then, row.now)) for row in rows]
    told = {shift for row in rows for shift in row.shifts}
    untold = sum(shift.is_news and shift.id not in told for part in report.parts for shift in part.shifts)
    decided = decided_of(report, rate, ballot)
    headline = headline_of(report, decided, rows)
    return Ledger(report, kicker_of(report), headline, tuple(rows), decided, untold, report.is_anew)


def _chosen(report: Report, packs: Sequence[Pack], rate: Rate | None, ballot: Ballot | None) -> list[Row]:
    """Return all rows in order: what was decided, the others by weight, the vote behind the first of them."""
    finder = finder_of(report.settings)
    settled = [row for row in (rate_row(report, rate) if rate else None,) if row]
    vote = vote_row(report, ballot) if ballot else None
    found = [
        one for part in report.parts for one in _candidates(part, packs, finder, "text" if part is report else "notes")
    ]
    found.sort(key=lambda one: (-one.points, -one.size, one.place))
    told = [row for row in (*settled, vote) if row]
    rows = _apart(report, [*told, *(one.row for one in found if not (ballot and _votes(one.row, ballot)))])
    rows = [row for row in rows if row.change != "vote"]
    decided = decision_row(report, rows) or kept_row(report, finder, rows)
    if decided:
        at = len(settled) + (0 if decided.change == "renewed" else _KEPT)
        rows[at:at] = [decided]
    if vote:
        at = len(settled) + _VOTE
        rows[at:at] = [vote]
    return rows


def _candidates(report: Report, packs: Sequence[Pack], finder: FormulaFinder, story: Story) -> Iterator[Candidate]:
    gate = Gate(report)
    formulas = [[one.span for one in finder.find(side)] for side in (report.old, report.new)]
    guesses = {rule.code for pack in packs for rule in pack.rules if rule.kind in _GUESSES}
    for place, draft in enumerate(Drafter(report).drafts()):
        gated = gate.gated(draft)
        if gated is not None:
            yield _candidate(report, gate, (guesses, formulas), draft, gated, story, place)


def _candidate(
    report: Report,
    gate: Gate,
    known: tuple[Collection[str], Sequence[Sequence[Span]]],
    draft: Draft,
    gated: Gated,
    story: Story,
    place: int,
) -> Candidate:
    notes = _notes(report, draft, gated)
    sides = (report.old, gated.then), (report.new, gated.now)
    changed = [(statement, piece.span) for statement, pieces in sides for piece in pieces if piece.changed]
    said = reasons(changed) | _beside(
        gate.stocks, gated, [note for note in notes if note.rule not in known[0]], known[1]
    )
    other = report.old if gated.now else report.new
    row = Row(
        gated.change, "", gated.then, gated.now, _direction(notes), _once(note.word for note in notes),
        _once(note.rule for note in notes), _why(notes, said),
        _paragraphs(report.old, gated.then), _paragraphs(report.new, gated.now),
        tuple(shift.id for shift in draft.shifts), _once(shift.link for shift in draft.shifts),
        tuple(life for shift in draft.shifts for life in report.lives_of(shift.id) if life.telling),
        f"much of it stands in {', '.join(place_of(other.paragraphs[at]) for at in gated.elsewhere)}"
        if gated.elsewhere else "", tuple(said.items()), story,
    )  # fmt: skip
    size = sum(
        len(stock.words_of(piece.span))
        for stock, (_, pieces) in zip(gate.stocks, sides, strict=True)
        for piece in pieces
        if piece.changed
    )
    return Candidate(row, sum(said.values()), size, place)


def _notes(report: Report, draft: Draft, gated: Gated) -> list[Annotation]:
    """Return what rules say of the changes that the gate let pass, the gravest first."""
    if gated.change == "reworded":
        return []
    marks = [[piece.span for piece in pieces if piece.changed] for pieces in (gated.then, gated.now)]
    here = [shift for shift in draft.shifts if _is_shown(shift, marks)]
    notes = [note for shift in here for note in report.annotations_of(shift.id)]
    return sorted(notes, key=lambda note: _SEVERITIES.index(note.severity))


def _is_shown(shift: Shift, marks: Sequence[Sequence[Span]]) -> bool:
    sides = zip((shift.old, shift.new), marks, strict=True)
    return any(span and any(map(span.is_touching, own)) for span, own in sides)


def _beside(
    stocks: tuple[Stock, Stock], gated: Gated, notes: Sequence[Annotation], formulas: Sequence[Sequence[Span]]
) -> dict[str, int]:
    """Return the reasons that the changed words alone do not give."""
    found: dict[str, int] = {}
    for number, pieces in enumerate((gated.then, gated.now)):
        own, other = stocks[number], stocks[1 - number]
        words = {norm for piece in pieces if piece.changed for norm in own.words_of(piece.span)}
        if number and words - other.vocabulary:
            found["new words"] = 1
    if notes:
        found["rule"] = 1
    if any(note.severity == "error" for note in notes):
        found["red line"] = 1
    marks = [[piece.span for piece in pieces if piece.changed] for pieces in (gated.then, gated.now)]
    if gated.change == "reworded":
        found["elsewhere"] = -1
    elif any(map(_touches, marks, formulas)):
        found["formula"] = 1
        if notes and any(note.direction != "none" for note in notes):
            found["red line"] = 1
    return found


def _why(notes: Sequence[Annotation], said: dict[str, int]) -> str:
    if notes:
        return notes[0].message
    return "; ".join(TOLD[name] for name, value in said.items() if value > 0)


def _direction(notes: Sequence[Annotation]) -> Direction:
    found = {note.direction for note in notes} - {"none"}
    return "mixed" if len(found) > 1 else found.pop() if found else "none"


def _once(values: "Iterator[str]") -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _paragraphs(statement: Statement, pieces: Sequence[Piece]) -> tuple[int, ...]:
    found = (statement.paragraph_at(piece.span.start) for piece in pieces)
    return tuple(dict.fromkeys(paragraph.index for paragraph in found if paragraph))


def _apart(report: Report, found: Sequence[Row]) -> list[Row]:
    """Return the rows in order, without those that would tell words again."""
    taken = [bytearray(len(report.statement(side).text)) for side in ("old", "new")]  # a mark for each code point told
    rows, read = [], set[tuple[str, ...]]()
    for row in found:
        spans = [[piece.span for piece in pieces] for pieces in (row.then, row.now)]
        if any(1 in side[span.start : span.end] for side, own in zip(taken, spans, strict=True) for span in own):
            continue
        words = tuple(quoted(report.statement(side), pieces) for side, pieces in _sides(row))
        if words not in read:
            read.add(words)
            rows.append(row)
            for side, own in zip(taken, spans, strict=True):
                for span in own:
                    side[span.start : span.end] = b"\1" * len(span)
    return rows


def _sides(row: Row) -> tuple[tuple[Side, tuple[Piece, ...]], ...]:
    return ("old", row.then), ("new", row.now)


def _votes(row: Row, ballot: Ballot) -> bool:
    """Say whether a row is of the names of a vote, which are no news: who dissents has a row of its own."""
    return any(piece.span.is_touching(ballot.new.span) for piece in row.now) or any(
        piece.span.is_touching(ballot.old.span) for piece in row.then if ballot.old
    )


def _touches(spans: Sequence[Span], taken: Sequence[Span]) -> bool:
    return any(span.is_touching(other) for span in spans for other in taken)
