"""Lay a report out as lines: a headline, what runs through the text, then rows in one of three views."""

from collections.abc import Iterable, Iterator, Sequence

from stmtdiff.renderers.arrangement import Arrangement, Fold, Heading, Item, Throughout
from stmtdiff.renderers.lines import Line, Run, cells, styled
from stmtdiff.renderers.options import Options
from stmtdiff.renderers.rows import Row
from stmtdiff.renderers.views import Columns, found, indented, inline, listed, lives
from stmtdiff.renderers.visible import visible
from stmtdiff.renderers.wording import asked_for, called, commented, directions, doubts, folded, repeated_in
from stmtdiff.report import Report

RULE_WIDTH = 78  # cells of a heading's rule where no width is known


def page(report: Report, options: Options) -> Iterator[Line]:
    """Yield the report as lines, at most `options.width` cells each; without a width rows are inline, unwrapped."""
    arrangement = Arrangement(report, options)
    width = options.width
    columns = _columns(report, options)
    yield from _head(report, options)
    for repeated in arrangement.throughout():
        yield from _throughout(report, repeated, options)
    yield ()
    if columns:
        yield from columns.titles(called(report.old), called(report.new))
    else:
        yield from indented([Run(f"{called(report.old)} -> {called(report.new)}", "bold")], width)
    items = list(arrangement.items())
    yield from _list(report, items, options) if options.view == "list" else _rows(report, items, options, columns)
    beside = list(Arrangement(report.footnotes, options).items()) if report.footnotes else []
    if report.footnotes and beside:
        yield from _notes(report.footnotes, beside, options)
    if comments := list(commented(report.comments, report.new)):
        yield ()
        yield from _rule("comments", width)
        for told in comments:
            yield from indented([Run(told)], width, hang="    ")
    if not any(isinstance(item, Row) for item in (*items, *beside)) and (asked := asked_for(options)):
        yield ()
        yield from indented([Run(f"No paragraph on either side contains {asked}.")], width)


def _notes(report: Report, items: Sequence[Item], options: Options) -> Iterator[Line]:
    """Yield the rows of the report on notes, under a rule that says so, in the view of the others."""
    yield ()
    yield from _rule("notes", options.width)
    for repeated in Arrangement(report, options).throughout():
        yield from _throughout(report, repeated, options)
    if options.view == "list":
        yield from _list(report, items, options, noun="note")
    else:
        yield from _rows(report, items, options, _columns(report, options), noun="note")


def _columns(report: Report, options: Options) -> Columns | None:
    """Return the columns of rows side by side, None where they were not asked for or nobody could read them."""
    columns = Columns(report, options.width, signs=options.signs) if options.view == "side" and options.width else None
    return columns if columns and columns.is_readable else None


def _rows(
    report: Report, items: Iterable[Item], options: Options, columns: Columns | None, *, noun: str = "paragraph"
) -> Iterator[Line]:
    width, signs = options.width, options.signs
    for item in items:
        yield ()
        if isinstance(item, Heading):
            yield from _rule(visible(item.title), width)
        elif isinstance(item, Fold):
            yield from _folded(item, width, noun)
        else:
            yield from columns.lines(item) if columns else inline(report, item, width, signs=signs)
            yield from found(item.annotations, width)
            yield from lives(item.lives, width)


def _list(report: Report, items: Iterable[Item], options: Options, *, noun: str = "paragraph") -> Iterator[Line]:
    """Yield shifts without the space between rows; what was left out is counted once, at the end."""
    width = options.width
    folds = Fold(0, 0, 0)
    yield ()
    for item in items:
        if isinstance(item, Heading):
            yield ()
            yield from _rule(visible(item.title), width)
        elif isinstance(item, Fold):
            folds += item
        else:
            show_quiet = options.show_all or bool(options.only)
            yield from listed(report, item, width, show_quiet=show_quiet, signs=options.signs)
    if folds != Fold(0, 0, 0):
        yield ()
        yield from _folded(folds, width, noun)


def _folded(fold: Fold, width: int | None, noun: str) -> Iterator[Line]:
    return indented([Run(f"... {folded(fold, noun)}", "dim")], width, hang="    ")


def _head(report: Report, options: Options) -> Iterator[Line]:
    for notice in report.notices:
        yield from indented([Run(f"! {visible(notice)}", "bold yellow")], options.width)
    top: list[Line] = []
    if options.ledger and not (options.only or options.topic):
        from stmtdiff.renderers.news import news  # with the rooms that make a ledger, which plain text has none of

        top = list(news(report, options))
    yield from top
    counts = report.counts.replace(" folded", " shown") if options.show_all else report.counts
    yield from indented([Run(counts, "" if top else "bold")], options.width)
    if told := directions(report):
        yield from indented([Run(told)], options.width)
    for doubt in doubts(report):
        yield from indented([Run(f"? {visible(doubt)}", "yellow")], options.width)


def _throughout(report: Report, repeated: Throughout, options: Options) -> Iterator[Line]:
    """Yield a wording that runs through the text with its count and places, and what rules say of it."""
    where = Run(f" {len(repeated.shifts)} times, in {repeated_in(report, repeated)}")
    wording = styled(report, repeated.pieces, signs=options.signs)
    yield from indented([Run("throughout: ", "bold"), *wording, where], options.width)
    yield from found(repeated.annotations, options.width)


def _rule(title: str, width: int | None) -> Iterator[Line]:
    """Yield a section's heading as a rule across the page."""
    line = f"── {title} "
    rest = (width or RULE_WIDTH) - cells(line)
    yield from indented([Run(line + "─" * max(0, rest), "bold")], width, hang="   " if rest < 0 else "")
