"""Turn recurring formulas into rows: each stretch of releases with one wording."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from stmtdiff.phrases import keys_of
from stmtdiff.renderers.formulas import Options
from stmtdiff.renderers.history.view import is_yearly, when
from stmtdiff.renderers.sheets import Row, Sheet
from stmtdiff.report import plural
from stmtdiff.timeline.entry import Entry
from stmtdiff.timeline.formulas import Formulas, Recurring

COLUMNS = ("formula", "varies", "releases", "wording")
NOT_THERE = "not there"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Releases, one after the other, with the same wording of a formula; `wording` is empty without it."""

    releases: str
    count: int
    wording: str


def shown(formulas: Formulas, options: Options) -> tuple[Recurring, ...]:
    """Return the formulas that the reader asked for: all, or the first that changed."""
    if options.show_all:
        return formulas.found
    return tuple(one for one in formulas.found if one.weight)[: options.top]


def title(formulas: Formulas) -> str:
    """Return what is shown, with its counts."""
    where = f" of {formulas.series}" if formulas.series else ""
    changed = sum(one.weight > 0 for one in formulas.found)
    read = plural(formulas.statements, "statement")
    return f"{plural(len(formulas.found), 'recurring formula')}{where}, {changed} of them changed ({read} read)"


def stretches(one: Recurring) -> Iterator[Stretch]:
    """Yield the wordings of a formula in the order of the releases; unknown ones are passed over."""
    known = [entry for entry in one.history.entries if entry.holds is not None and not entry.aside]
    yearly = is_yearly(one.history.entries)

    def form(entry: Entry) -> tuple[tuple[str, ...], ...]:
        return tuple(sorted({keys_of(wording) for wording in entry.wordings(one.aspect)}))

    for _, run in groupby(known, key=form):
        own = list(run)
        first, last = (when(entry, yearly=yearly) for entry in (own[0], own[-1]))
        releases = first if len(own) == 1 else f"{first} to {last} ({len(own)})"
        yield Stretch(releases, len(own), "; ".join(own[0].wordings(one.aspect)))


def told(one: Recurring) -> str:
    """Return what became of a formula last, and how often it changed: "Dropped in 2014 ... Changed 5 times."."""
    changed = f"Changed {_times(one.changes)}" if one.changes else "Never changed"
    graded = f", {one.graded} of them softer or firmer" if one.graded else ""
    return f"{one.history.finding} {changed}{graded}."


def _times(count: int) -> str:
    return "once" if count == 1 else "twice" if count == 2 else f"{count} times"


def sheet(formulas: Formulas, options: Options) -> Sheet:
    """Return the formulas as a table, a row for each stretch."""
    rows = []
    for one in shown(formulas, options):
        for number, stretch in enumerate(stretches(one)):
            head = ("", "") if number else (name(one), one.sort)
            style = "" if stretch.wording else "dim"
            rows.append(Row((*head, stretch.releases, stretch.wording or NOT_THERE), style))
    return Sheet(COLUMNS, tuple(rows))


def name(one: Recurring) -> str:
    """Return the head noun, or the object, as it is printed at its first place."""
    printed = (
        occurrence.span.of(entry.statement.text)
        for entry in one.history.entries
        if entry.statement
        for occurrence in entry.occurrences
    )
    return " ".join(next(printed, one.history.phrase).split())
