"""Make the ledger of a report: draft its rows, ask the gate, weigh what passes, and keep the first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from stmtdiff.errors import RenderError
from stmtdiff.languages.english import JOINING
from stmtdiff.ledger.anew import as_topics
from stmtdiff.ledger.decision import Ballot, Decision, Rate, ballot_of, deciding, rate_of
from stmtdiff.ledger.drafts import Draft, Drafter
from stmtdiff.ledger.formulas import FormulaFinder, finder_of
from stmtdiff.ledger.gate import Gate, Gated
from stmtdiff.ledger.heading import decided_of, headline_of, kicker_of
from stmtdiff.ledger.kept import kept_row
from stmtdiff.ledger.ledger import STORIES, Ledger, Piece, Row, Story
from stmtdiff.ledger.quoting import quoted
from stmtdiff.ledger.raised import raised_row
from stmtdiff.ledger.settled import decision_row, rate_row, vote_row
from stmtdiff.ledger.stock import Stock
from stmtdiff.ledger.topics import Topics, place_of
from stmtdiff.ledger.weighing import FORM, TOLD, reasons
from stmtdiff.model import Statement
from stmtdiff.report import Report, Side
from stmtdiff.rules import Pack, load_packs
from stmtdiff.rules.annotation import Annotation
from stmtdiff.rules.subjects import subjects_of
from stmtdiff.shifts.shift import Direction, Shift
from stmtdiff.spans import Places, Span

LINES = 10
_VOTE, _KEPT = 3, 4  # rows before the vote and before what was kept: neither leads
_GUESSES = frozenset({"acts", "outlook"})  # kinds of rules that read whole clauses, and speak of almost every one
_SEVERITIES = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may be told, with what it is sorted by: its points, its size, its place."""

    row: Row
    points: int
    size: int
    place: int

    @property
    def shade(self) -> int:
        """Return how red a line the row tells of: 0 where words of one were lost, 1 where one changed, 2 for others."""
        names = dict(self.row.reasons).keys()
        return 0 if "lost" in names else 1 if {"formula", "red line"} <= names else 2


def ledger_of(report: Report, *, lines: int = LINES) -> Ledger:
    """Return the `lines` most important rows of `report`.

    Raises:
        RenderError: when `lines` is less than 1.
        SettingsError: for an unknown pack or a broken rule file.
    """
    if lines < 1:
        raise RenderError("a brief needs at least one line", hint="use --lines 1 or more")
    packs = load_packs(report.settings)
    rate, ballot = rate_of(report, packs), ballot_of(report, packs)
    decisions = tuple(deciding(report.new))
    subjects = subjects_of(report.settings, report.new.language or "en")
    topics = {story: Topics(part, subjects) for story, part in zip(STORIES, report.parts, strict=False)}
    chosen = _chosen(report, packs, rate, ballot, decisions, max(lines, LINES))
    first = islice(as_topics(chosen, topics["text"]) if report.is_anew else chosen, lines)
    rows = [replace(row, topic=row.topic or topics[row.story].topic(row.then, row.now)) for row in first]
    told = {shift for row in rows for shift in row.shifts}
    untold = sum(shift.is_news and shift.id not in told for part in report.parts for shift in part.shifts)
    decided = decided_of(report, rate, ballot)
    headline = headline_of(report, decided, rows, decisions, rate)
    return Ledger(report, kicker_of(report), headline, tuple(rows), decided, untold, report.is_anew)


def _chosen(
    report: Report,
    packs: Sequence[Pack],
    rate: Rate | None,
    ballot: Ballot | None,
    decisions: Sequence[Decision],
    ahead: int,
) -> Iterator[Row]:
    """Yield all rows in order: what was decided, the others by weight, the vote behind the first of them.

    What was kept is told where none of the first rows, `ahead` of them, tells its words.
    """
    finder = finder_of(report.settings)
    settled = [row for row in (rate_row(report, rate) if rate else None,) if row]
    vote = vote_row(report, ballot) if ballot else None
    found = [
        one
        for story, part in zip(STORIES, report.parts, strict=False)
        for one in _candidates(part, packs, finder, story)
    ]
    found.sort(key=lambda one: (one.shade, -one.points, -one.size, one.place))
    lead = _lead(decisions, found, settled)
    told = [row for row in (*settled, vote) if row]
    open_rows = chain(lead, (one.row for one in found if not (ballot and _votes(one.row, ballot))))
    rest = (row for row in _apart(report, chain(told, open_rows)) if row.change != "vote")
    rows = list(islice(rest, ahead))
    raised = raised_row(report, rows)
    decided = decision_row(report, decisions, rows) or kept_row(report, finder, rows)
    if raised and not (decided and _overlap(raised, decided)):
        rows.insert(len(settled) + _KEPT, raised)
    if decided:
        at = len(settled) + (0 if decided.change == "renewed" else _KEPT)
        rows[at:at] = [decided]
    if vote:
        at = len(settled) + _VOTE
        rows[at:at] = [vote]
    yield from chain(rows, rest)


def _overlap(row: Row, other: Row) -> bool:
    return any(piece.span.is_touching(told.span) for piece in row.now for told in other.now)


def _lead(decisions: Sequence[Decision], found: Sequence[Candidate], settled: Sequence[Row]) -> list[Row]:
    """Return the row of the first of `decisions` that is another than before; the rate has its own."""
    taken = [piece.span for row in settled for piece in row.now]
    rows = [one.row for one in found]
    texts = ((place, row.now) for place, row in enumerate(rows) if row.story == "text")
    marks = Places((piece.span, place) for place, now in texts for piece in now if piece.changed)
    for _, clause in decisions:
        if not any(map(clause.is_touching, taken)) and (places := marks.at(clause)):
            row = rows[min(places)]
            return [replace(row, reasons=(("decision", 1), *row.reasons))]
    return []


def _candidates(report: Report, packs: Sequence[Pack], finder: FormulaFinder, story: Story) -> Iterator[Candidate]:
    gate = Gate(report)
    formulas = [Places((one.span, one.span) for one in finder.find(side)) for side in (report.old, report.new)]
    rules = {rule.code: rule.kind for pack in packs for rule in pack.rules}
    for place, draft in enumerate(Drafter(report).drafts()):
        gated = gate.gated(draft)
        if gated is not None:
            yield _candidate(report, gate, (rules, formulas), draft, gated, story, place)


def _candidate(
    report: Report,
    gate: Gate,
    known: tuple[Mapping[str, str], Sequence[Places[Span]]],
    draft: Draft,
    gated: Gated,
    story: Story,
    place: int,
) -> Candidate:
    notes = _notes(report, draft, gated)
    sides = (report.old, gated.then), (report.new, gated.now)
    changed = [(statement, piece.span) for statement, pieces in sides for piece in pieces if piece.changed]
    said = reasons(changed) | _beside(
        gate.stocks, gated, [note for note in notes if known[0][note.rule] not in _GUESSES], known
    )
    own = _told_of(gated, notes)
    other = report.old if gated.now else report.new
    row = Row(
        gated.change, "", gated.then, gated.now, _direction(own), _once(note.word for note in own),
        _once(note.rule for note in own), _why(own, notes, said),
        _paragraphs(report.old, gated.then), _paragraphs(report.new, gated.now),
        tuple(shift.id for shift in draft.shifts), _once(shift.link for shift in draft.shifts),
        tuple(life for shift in draft.shifts for life in report.lives_of(shift.id) if life.telling),
        f"much of it is in {', '.join(place_of(other.paragraphs[at]) for at in gated.elsewhere)}"
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
    marks = [Places((piece.span, piece) for piece in own if piece.changed) for own in (gated.then, gated.now)]
    here = [shift for shift in draft.shifts if _is_among(shift, marks)]
    notes = [note for shift in here for note in report.annotations_of(shift.id)]
    return sorted(notes, key=lambda note: _SEVERITIES.index(note.severity))


def _told_of(gated: Gated, notes: Sequence[Annotation]) -> list[Annotation]:
    """Return those of `notes` that are about words of a row: of a paragraph that is new as a whole it tells a part.

    What a rule says of the rest of the paragraph counts for the place of the row, and is no direction of its words.
    """
    told = [Places((piece.span, piece) for piece in own) for own in (gated.then, gated.now)] if notes else []
    return [note for note in notes if note.old is note.new is None or _is_among(note, told)]


def _is_among(one: Shift | Annotation, pieces: Sequence[Places[Piece]]) -> bool:
    """Say whether the words of a shift, or those that a rule is about, are in one of the old or new `pieces`."""
    return any(span and own.at(span) for span, own in zip((one.old, one.new), pieces, strict=True))


def _beside(
    stocks: tuple[Stock, Stock],
    gated: Gated,
    notes: Sequence[Annotation],
    known: tuple[Mapping[str, str], Sequence[Places[Span]]],
) -> dict[str, int]:
    """Return the reasons that the changed words alone do not give."""
    rules, formulas = known
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
    elif any(map(_touched, marks, formulas)):
        found["formula"] = 1
        turned = [note for note in notes if note.direction != "none"]
        if turned:
            found["red line"] = 1
        is_grave = any(rules[note.rule] == "bundle" or note.severity == "error" for note in turned)
        if is_grave and _loses(stocks, gated, _touched(marks[0], formulas[0])):
            found["lost"] = 1
    return found


def _loses(stocks: tuple[Stock, Stock], gated: Gated, formulas: Sequence[Span]) -> bool:
    """Say whether one of the old `formulas` has a word that the new wording does not have."""
    now = {norm for piece in gated.now for norm in stocks[1].words_of(piece.span)}
    return any(norm not in now and norm not in JOINING for span in formulas for norm in stocks[0].words_of(span))


def _why(own: Sequence[Annotation], notes: Sequence[Annotation], said: dict[str, int]) -> str:
    if own:
        return own[0].message
    if notes:
        return f"in the same paragraph: {notes[0].message}"
    speaking = [name for name, value in said.items() if value > 0 and name not in FORM]
    return "; ".join(TOLD[name] for name in speaking or [name for name, value in said.items() if value > 0][:1])


def _direction(notes: Sequence[Annotation]) -> Direction:
    found = {note.direction for note in notes} - {"none"}
    return "mixed" if len(found) > 1 else found.pop() if found else "none"


def _once(values: "Iterator[str]") -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _paragraphs(statement: Statement, pieces: Sequence[Piece]) -> tuple[int, ...]:
    found = (statement.paragraph_at(piece.span.start) for piece in pieces)
    return tuple(dict.fromkeys(paragraph.index for paragraph in found if paragraph))


def _apart(report: Report, found: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows in order, without those that would tell words again."""
    taken = [bytearray(len(report.statement(side).text)) for side in ("old", "new")]  # a mark for each code point told
    read = set[tuple[str, ...]]()
    for row in found:
        spans = [[piece.span for piece in pieces] for pieces in (row.then, row.now)]
        if any(1 in side[span.start : span.end] for side, own in zip(taken, spans, strict=True) for span in own):
            continue
        words = tuple(quoted(report.statement(side), pieces) for side, pieces in _sides(row))
        if words not in read:
            read.add(words)
            yield row
            for side, own in zip(taken, spans, strict=True):
                for span in own:
                    side[span.start : span.end] = b"\1" * len(span)


def _sides(row: Row) -> tuple[tuple[Side, tuple[Piece, ...]], ...]:
    return ("old", row.then), ("new", row.now)


def _votes(row: Row, ballot: Ballot) -> bool:
    """Say whether a row is of the names of a vote, which are no news: who dissents has a row of its own."""
    return any(piece.span.is_touching(ballot.new.span) for piece in row.now) or any(
        piece.span.is_touching(ballot.old.span) for piece in row.then if ballot.old
    )


def _touched(marks: Sequence[Span], formulas: Places[Span]) -> list[Span]:
    """Return the `formulas` that share a code point with `marks`."""
    return [formula for mark in marks for formula in formulas.at(mark)]
