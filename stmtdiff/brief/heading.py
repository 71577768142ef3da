"""Word what stands above the rows: of which statements they are, and the news in one line, in the texts' own words."""

from collections.abc import Iterator, Sequence

from stmtdiff.brief.clauses import clauses_of
from stmtdiff.brief.decision import Ballot, Rate
from stmtdiff.brief.ledger import Piece, Row
from stmtdiff.brief.quoting import quoted, reads
from stmtdiff.languages.english import FUNCTION_WORDS, MONTHS
from stmtdiff.model import Statement
from stmtdiff.report import Report
from stmtdiff.spans import Span
from stmtdiff.words import words

_TITLE = 90  # code points of a title that is still a name
_SHORT = 110  # code points of a clause that a headline quotes
_ENDS = "… ,;:."
_ROWS = 2  # rows that a headline tells
_LABELS = {"added": "new", "dropped": "dropped", "renewed": "renewed", "kept": "again", "came": "new", "went": "gone"}


def kicker_of(report: Report) -> str:
    """Return of which statements a ledger is: "Harbour board, Osk, 7 May 2031, against 3 April 2031"."""
    old, new = report.old, report.new
    names = _called(old), _called(new)
    first = [names[1], _place(new), _day(new)]
    last = [names[0] if names[0] != names[1] or not _day(old) else "", _place(old), _day(old)]
    return f"{', '.join(filter(None, first))}, against {', '.join(filter(None, last))}"


def _called(statement: Statement) -> str:
    """Return what people call a statement: its title, its series, or where nothing else is known its name."""
    title = reads(statement, statement.title) if statement.title else ""
    if title and len(title) <= _TITLE and not (statement.dateline.date_span and title in _day(statement)):
        return title
    return statement.release.series if statement.release else statement.name or "(unnamed)"


def _place(statement: Statement) -> str:
    place = statement.dateline.place
    if place is not None:
        return reads(statement, place)
    return statement.release.hosts[0] if statement.release else ""


def _day(statement: Statement) -> str:
    """Return the day of a statement in words: "7 May 2031"."""
    date = statement.dateline.date
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}" if date else ""


def decided_of(report: Report, rate: Rate | None, ballot: Ballot | None) -> tuple[str, ...]:
    """Return what was decided: "Rate unchanged at 4 percent", "vote 9-1, was 10-0"."""
    return (*_rate(report, rate), *([f"vote {ballot.told}"] if ballot else ()))


def headline_of(report: Report, decided: Sequence[str], rows: Sequence[Row]) -> str:
    """Return the news in one line: what was `decided`, and what the first rows tell, quoted; else the counts."""
    told = list(decided)
    told += list(_rows(report, [row for row in rows if row.change not in ("rate", "vote")]))[:_ROWS]
    told = told or [report.counts]
    line = "; ".join(told)
    return line[:1].upper() + line[1:]


def _rate(report: Report, rate: Rate | None) -> Iterator[str]:
    if rate is not None:
        was, now = reads(report.old, rate.old), reads(report.new, rate.new)
        yield f"Rate unchanged at {now}" if was == now else f"Rate {now}, was {was}"


def _rows(report: Report, rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        part = report.footnotes if row.story == "notes" and report.footnotes else report
        whole = [quoted(part.old, row.then).strip(_ENDS), quoted(part.new, row.now).strip(_ENDS)]
        label = _LABELS.get(row.change, "")
        if all(whole) and max(map(len, whole)) <= _SHORT:
            yield f'"{whole[1]}", was "{whole[0]}"'
        elif row.then and row.now and row.rules and len(row.why) <= _SHORT and _says(row.why):
            yield row.why
        elif (
            label and not (row.then and row.now) and (short := _short(part.new, row.now) or _short(part.old, row.then))
        ):
            yield f'{label}: "{short}"'


def _says(message: str) -> bool:
    """Say whether what a rule's message quotes has a word of meaning: "'--toward its' added" has none."""
    quotes = [norm for part in message.split("'")[1::2] for norm in words(part).norms]
    return any(norm[:1].isalnum() and norm not in FUNCTION_WORDS for norm in quotes) or not quotes


def _short(statement: Statement, pieces: Sequence[Piece]) -> str:
    """Return the clause of a side in which most changed; "" where it is too long for a headline."""
    if not pieces:
        return ""
    hull = Span(pieces[0].span.start, pieces[-1].span.end)
    clauses = [
        clause
        for sentence in statement.sentences_at(hull)
        for clause in clauses_of(statement, statement.paragraphs[sentence.paragraph], sentence)
        if clause.is_inside(hull)
    ]
    best = max(clauses, key=lambda clause: _changed(pieces, clause), default=None)
    if best is None:
        return ""
    text = quoted(statement, [Piece(best, changed=True)]).strip(_ENDS)
    return text if len(text) <= _SHORT else ""


def _changed(pieces: Sequence[Piece], clause: Span) -> int:
    """Return how many code points of `clause` changed."""
    return sum(
        min(piece.span.end, clause.end) - max(piece.span.start, clause.start)
        for piece in pieces
        if piece.changed and piece.span.is_touching(clause)
    )
