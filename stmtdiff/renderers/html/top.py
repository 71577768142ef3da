"""The first screen: the ledger as the page shows it, short enough that the text begins below it."""

from dataclasses import dataclass

from stmtdiff.ledger import Ledger, Row, ledger_of
from stmtdiff.renderers.brief.telling import Bit, bits, counts, told
from stmtdiff.renderers.marks import Class
from stmtdiff.report import Report

LEAST, MOST = 4, 6  # rows that are seen before a reader asks for all
_ROOM = 14  # lines of notices and quotations that these may fill together
_LINE, _LINES = 50, 3  # characters of a column's line, and lines that a row may have on the first screen
_LONG = 100  # characters of a headline that wants smaller letters


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the ledger: its class, where it leads, its words, whether it is among the first."""

    target: str
    cls: Class
    topic: str
    label: str
    then: tuple[Bit, ...]
    now: tuple[Bit, ...]
    why: str
    rules: tuple[str, ...]
    aside: str
    where: str
    is_first: bool


@dataclass(frozen=True, slots=True)
class Top:
    """What is above the text: which statements these are, the news in one line, the rows, what the rows leave out."""

    kicker: str
    headline: str
    is_long: bool  # whether the headline is
    entries: tuple[Entry, ...]
    more: str


def top_of(report: Report) -> Top:
    """Return the first screen of the page of `report`."""
    ledger = ledger_of(report)
    seats = _seats(ledger)
    entries = tuple(_entry(ledger, row, is_first=number < seats) for number, row in enumerate(ledger.rows))
    return Top(ledger.kicker, _arrows(ledger.headline), len(ledger.headline) > _LONG, entries, counts(ledger))


def _seats(ledger: Ledger) -> int:
    """Return how many rows the first screen has room for."""
    used = 2 * len(ledger.report.notices)
    for number, row in enumerate(ledger.rows):
        words = told(ledger, row)
        longest = max(sum(len(text) for text, _ in cut) for cut in (words.then, words.now))
        used += min(_LINES, 1 + longest // _LINE)
        if number >= MOST or (number >= LEAST and used > _ROOM):
            return number
    return len(ledger.rows)


def _entry(ledger: Ledger, row: Row, *, is_first: bool) -> Entry:
    words = told(ledger, row)
    then, now = (tuple(bits(row, cut)) for cut in (words.then, words.now))
    return Entry(
        _target(ledger, row), "neutral" if row.direction == "none" else row.direction, words.topic, words.label,
        then, now, _arrows(words.why), row.rules, words.aside, _place(words.where), is_first,
    )  # fmt: skip


def _place(told: str) -> str:
    """Return the paragraphs of a row as written after the word "paragraph": "4 \u2192 5", "7 in the old text"."""
    return f"{told.removeprefix('was ')} in the old text" if told.startswith("was ") else _arrows(told)


def _arrows(told: str) -> str:
    return told.replace(" -> ", " \u2192 ")


def _target(ledger: Ledger, row: Row) -> str:
    """Return the id in the page of what a row is about: its first shift, or else the paragraph it is quoted from."""
    if row.shifts:
        return row.shifts[0]
    report = ledger.report.footnotes if row.story == "notes" and ledger.report.footnotes else ledger.report
    if row.new_paragraphs:
        return report.link_of("new", row.new_paragraphs[0]).id
    return report.link_of("old", row.old_paragraphs[0]).id if row.old_paragraphs else ""
