"""Set two languages of one statement against each other."""

from collections.abc import Iterator

from stmtdiff.languages import code_of, is_foreign, load
from stmtdiff.model import Statement
from stmtdiff.parallel.aligning import steps
from stmtdiff.parallel.differing import Side, differences
from stmtdiff.parallel.lists import counts
from stmtdiff.parallel.marks import marks_of
from stmtdiff.parallel.result import Parallel, Row
from stmtdiff.report import plural

_HALF = 2  # one paragraph in two with a counterpart, or the texts are hardly one statement


def parallel(one: Statement, other: Statement) -> Parallel:
    """Return which paragraphs of two languages of one statement belong together, and what differs in them.

    `one` and `other` are the same statement as two texts; neither is the older one. What differs is told of values,
    dates, documents, printed numbers, names and lengths of lists; nothing is said of the wording.
    """
    sides = Side(one, load(one.language)), Side(other, load(other.language))
    marks = [marks_of(side.statement, side.language) for side in sides]
    rows = tuple(Row(*step) for step in steps(*marks))
    sides[0].read([row.one for row in rows], marks[0])
    sides[1].read([row.other for row in rows], marks[1])
    found = tuple(differences(rows, *sides))
    made = Parallel(one, other, rows, found)
    return Parallel(one, other, rows, found, tuple(_notices(made, *sides)))


def _notices(made: Parallel, one: Side, other: Side) -> Iterator[str]:
    """Yield what is odd about the pair, and what could not be judged."""
    for side in (one, other):
        if not side.statement.paragraphs:
            yield f"{side.statement.name} has no text."
        elif not code_of(side.statement.text) or is_foreign(side.statement.text):
            yield f"The language of {side.statement.name} is not known: it is read as English."
    if one.language is other.language and one.statement.paragraphs and other.statement.paragraphs:
        yield f"Both texts are read as {one.language.name}: 'stmtdiff diff' compares two texts of one language."
    size = max(len(one.statement.paragraphs), len(other.statement.paragraphs))
    if made.linked * _HALF < size:
        yield f"Only {made.linked} of {size} paragraphs have a counterpart: these may be two different statements."
    for side, read in ((one, other), (other, one)):
        if side.unread:
            yield (
                f"Numbers in words are not read in {read.language.name}: {plural(side.unread, 'small figure')} in"
                f" {side.language.name} without a counterpart are not listed."
            )
        if not counts(read.language):
            yield f"Lists are not counted in {read.language.name}."
