"""Make the ledger of a report: draft its rows, ask the gate, weigh what passes, and keep the first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stmtdiff.brief.drafts import Draft, Drafter
from stmtdiff.brief.gate import Gate, Gated
from stmtdiff.brief.ledger import Ledger, Piece, Row, Story
from stmtdiff.brief.stock import Stock
from stmtdiff.brief.topics import Topics, place_of
from stmtdiff.brief.weighing import TOLD, reasons
from stmtdiff.errors import RenderError
from stmtdiff.model import Statement
from stmtdiff.report import Report
from stmtdiff.rules.annotation import Annotation
from stmtdiff.shifts.shift import Direction, Shift
from stmtdiff.spans import Span

LINES = 10
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
    found = [one for part in report.parts for one in _candidates(part, "text" if part is report else "notes")]
    found.sort(key=lambda one: (-one.points, -one.size, one.place))
    rows = _apart(found)[:lines]
    topics = Topics(report)
    rows = [replace(row, topic=topics.topic(row.then, row.now)) for row in rows]
    told = {shift for row in rows for shift in row.shifts}
    untold = sum(shift.is_news and shift.id not in told for shift in report.shifts)
    return Ledger(report, "", "", tuple(rows), untold)


def _candidates(report: Report, story: Story) -> Iterator[Candidate]:
    gate = Gate(report)
    for place, draft in enumerate(Drafter(report).drafts()):
        gated = gate.gated(draft)
        if gated is not None:
            yield _candidate(report, gate, draft, gated, story, place)


def _candidate(report: Report, gate: Gate, draft: Draft, gated: Gated, story: Story, place: int) -> Candidate:
    notes = _notes(report, draft, gated)
    sides = (report.old, gated.then), (report.new, gated.now)
    changed = [(statement, piece.span) for statement, pieces in sides for piece in pieces if piece.changed]
    said = reasons(changed) | _beside(gate.stocks, gated, notes)
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


def _beside(stocks: tuple[Stock, Stock], gated: Gated, notes: Sequence[Annotation]) -> dict[str, int]:
    """Return the reasons that the changed words alone do not give."""
    found: dict[str, int] = {}
    for number, pieces in enumerate((gated.then, gated.now)):
        own, other = stocks[number], stocks[1 - number]
        words = {norm for piece in pieces if piece.changed for norm in own.words_of(piece.span)}
        if number and words - other.vocabulary:
            found["new words"] = 1
    if notes:
        found["rule"] = 1
    if gated.change == "reworded":
        found["elsewhere"] = -1
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


def _apart(found: Sequence[Candidate]) -> list[Row]:
    """Return the rows in order, without those that would tell words again."""
    taken: dict[int, list[Span]] = {0: [], 1: []}
    rows = []
    for one in found:
        spans = [[piece.span for piece in pieces] for pieces in (one.row.then, one.row.now)]
        if any(span.is_touching(other) for number, own in enumerate(spans) for span in own for other in taken[number]):
            continue
        for number, own in enumerate(spans):
            taken[number] += own
        rows.append(one.row)
    return rows
