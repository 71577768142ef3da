"""Write the lines above the rows: the names of the statements, and the news in one line, in the words of the texts."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from stmtdiff.languages.english import MONTHS
from stmtdiff.ledger.decision import Ballot, Decision, Rate
from stmtdiff.ledger.figures import figures
from stmtdiff.ledger.ledger import Row
from stmtdiff.ledger.phrase import bare, clause_of, clauses_at, grown, reads_alone
from stmtdiff.ledger.quoting import reads
from stmtdiff.model import Statement
from stmtdiff.report import Report
from stmtdiff.spans import Span

_TITLE = 90  # code points of a title that is still a name
_SHORT = 150  # code points of a quotation in a headline
_BOTH = 200  # code points of two clauses side by side, from which phrases tell it shorter
_WHOLE = 300  # code points of a headline, from which no second row is told
_FEW = 30  # code points of a changed phrase that is told without its clause: a date, an amount, a name
_PAIR = 2  # words that tell nothing without their clause: "of it"
_ROWS = 2  # rows that a headline tells
_LABELS = {
    "added": "new", "dropped": "dropped", "renewed": "renewed", "kept": "again", "came": "new", "went": "gone",
    "moved": "now at the top",
}  # fmt: skip


def kicker_of(report: Report) -> str:
    """Return of which statements a ledger is: "Harbour board, Osk, 7 May 2031, against 3 April 2031"."""
    old, new = report.old, report.new
    names = _called(old), _called(new)
    first = [names[1], _place(new), _day(new)]
    last = [names[0] if names[0] != names[1] or not _day(old) else "", _place(old), _day(old)]
    return f"{', '.join(filter(None, first))}, against {', '.join(filter(None, last))}"


def _called(statement: Statement) -> str:
    """Return what people call a statement: its title, its series, or where nothing else is known its name."""
    title = _title(statement)
    if title and len(title) <= _TITLE and not (statement.dateline.date_span and title in _day(statement)):
        return title
    return statement.release.series if statement.release else statement.name or "(unnamed)"


def _title(statement: Statement) -> str:
    """Return the title; below a letterhead the line that says more of it: "Minutes of the Harbour Board"."""
    title = reads(statement, statement.title) if statement.title else ""
    heads = [one for one in statement.paragraphs if one.role in ("title", "heading")][:2]
    fuller = reads(statement, heads[1].body) if len(heads) > 1 and heads[1].index == heads[0].index + 1 else ""
    return fuller if title and title.lower() in fuller.lower() else title


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


def headline_of(
    report: Report, decided: Sequence[str], rows: Sequence[Row], decisions: Sequence[Decision], rate: Rate | None
) -> str:
    """Return the news in one line: what was `decided`, then what the first rows tell, quoted; else the counts."""
    clauses = {row: _decision(decisions, row) for row in rows if row.change not in ("rate", "vote")}
    if rate is not None:  # told already
        beside = {row: None for row in clauses if any(piece.span.is_touching(rate.new) for piece in row.now)}
        clauses = {row: own for row, own in (clauses | beside).items() if row not in beside or _has_more(row, rate)}
    order = sorted(clauses, key=lambda row: -_grade(report, clauses[row]))
    if any(row.change != "kept" for row in order):  # what was kept is news where it is all that was decided
        is_new = bool(decided) or any(clauses[row] for row in order if row.change != "kept")
        order = [row for row in order if row.change != "kept" or (clauses[row] and not is_new)]
    parts = list(decided)
    for told in islice(filter(None, (_told(report, row, clauses[row]) for row in order)), _ROWS):
        if len(parts) == len(decided) or len("; ".join([*parts, told])) <= _WHOLE:
            parts.append(told)
    line = "; ".join(parts or [report.counts])
    return line[:1].upper() + line[1:]


def _has_more(row: Row, rate: Rate) -> bool:
    """Say whether more of a row changed than the verb that sets the rate."""
    return row.change == "changed" and any(
        piece.changed and len(piece.span) > _FEW and not piece.span.is_touching(rate.new) for piece in row.now
    )


def _decision(decisions: Sequence[Decision], row: Row) -> Span | None:
    """Return the clause by which something is decided in a row of the text; None where there is none."""
    spans = [piece.span for piece in row.now] if row.story == "text" else []
    return next((clause for _, clause in decisions if any(map(clause.is_touching, spans))), None)


def _grade(report: Report, clause: Span | None) -> int:
    """Return how soon a row is told: first a decision with a figure, then one without, then what is no decision."""
    return 0 if clause is None else 1 + bool(figures(clause.of(report.new.text)))


def _rate(report: Report, rate: Rate | None) -> Iterator[str]:
    if rate is not None:
        was, now = reads(report.old, rate.old), reads(report.new, rate.new)
        yield f"Rate unchanged at {now}" if rate.is_same(report) else f"Rate {now}, was {was}"


def _told(report: Report, row: Row, decision: Span | None) -> str:
    """Return what a row tells in the words of the texts; "" where these are too long for a headline."""
    part = report.footnotes if row.story == "notes" and report.footnotes else report
    if not (row.then and row.now):
        statement, pieces = (part.new, row.now) if row.now else (part.old, row.then)
        quote = _quote(statement, bare(statement, decision) if decision else clause_of(statement, pieces))
        if decision and row.change != "kept":  # it is new anyway
            return quote
        return f"{_LABELS[row.change]}: {quote}" if quote and row.change in _LABELS else ""
    hulls = [Span(pieces[0].span.start, pieces[-1].span.end) for pieces in (row.then, row.now)]
    then, now = _quote(part.old, bare(part.old, hulls[0])), _quote(part.new, bare(part.new, hulls[1]))
    marks = [[piece for piece in pieces if piece.changed] for pieces in (row.then, row.now)]
    if then and now:
        is_one = len(marks[0]) == len(marks[1]) == 1 and max(len(own[0].span) for own in marks) <= _FEW
        phrase = grown(part.old, marks[0][0].span).of(part.old.text) if is_one else ""
        is_telling = bool(figures(phrase)) or len(phrase.split()) > _PAIR
        whole = f"{now}, was {_quoted(phrase) if is_telling else then}"
        return whole if len(whole) <= _BOTH else _exchange(part, row, (grown,)) or whole
    if decision:
        return _quote(part.new, bare(part.new, decision))
    quote = _quote(part.new, clause_of(part.new, row.now))
    return _exchange(part, row, (_clause, grown, _opening)) or (f"{row.topic} now: {quote}" if quote else "")


def _exchange(report: Report, row: Row, cuts: Sequence[Callable[[Statement, Span], Span]]) -> str:
    """Return the change that weighs most in a row under its matter, by the first of `cuts` that reads by itself."""
    shifts = [report.shift(shift) for shift in row.shifts]
    first = row.rules[:1]
    speaking = [one for one in shifts if first and any(n.rule == first[0] for n in report.annotations_of(one.id))]
    shift = max(speaking or shifts, key=lambda one: len(one.old or ()) + len(one.new or ()), default=None)
    if shift is None:
        return ""
    for cut in cuts:
        if shift.old is None or shift.new is None:
            break
        old, new = cut(report.old, shift.old), cut(report.new, shift.new)
        was, now = _quote(report.old, old), _quote(report.new, new)
        if was and now and was != now and reads_alone(report.old, old) and reads_alone(report.new, new):
            told = f"{now}, was {was}"
            return told if row.topic.lower() in told.lower() else f"{row.topic}: {told}"
    return ""


def _clause(statement: Statement, span: Span) -> Span:
    """Return the clauses that `span` touches, as they read by themselves."""
    own = clauses_at(statement, span)
    return bare(statement, Span(own[0].start, own[-1].end)) if own else span


def _opening(statement: Statement, span: Span) -> Span:
    """Return the words of `span` in the clause that it begins in, grown to a phrase."""
    own = clauses_at(statement, span)
    return grown(statement, Span(span.start, min(span.end, own[0].end))) if own else span


def _quote(statement: Statement, span: Span | None) -> str:
    """Return `span` in quotation marks; "" where it is too long for a headline."""
    return _quoted(reads(statement, span)) if span else ""


def _quoted(text: str) -> str:
    return f'"{" ".join(text.split())}"' if 0 < len(text) <= _SHORT else ""
