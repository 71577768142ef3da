"""Lay a report out as lines: a headline, what runs through the text, then rows in one of three views."""

from collections.abc import Iterable, Iterator

from stmtdiff.model import Statement
from stmtdiff.renderers.lines import Line, Run, cells, styled
from stmtdiff.renderers.marks import MARKS, Class
from stmtdiff.renderers.options import DIRECTIONS, Options
from stmtdiff.renderers.pieces import Piece
from stmtdiff.renderers.rows import Arrangement, Fold, Heading, Row, Throughout, place
from stmtdiff.renderers.views import Columns, indented, inline, listed
from stmtdiff.renderers.visible import visible
from stmtdiff.report import Report
from stmtdiff.rules.annotation import Annotation

NARROWEST_SIDES = 60  # cells: below it a column holds three or four words a line
RULE_WIDTH = 78  # cells of a heading's rule where no width is known
NAMED_PLACES = 12  # how many places of a wording that runs through the text are named


def page(report: Report, options: Options) -> Iterator[Line]:
    """Yield the report as lines, at most `options.width` cells each; without a width rows are inline, unwrapped."""
    arrangement = Arrangement(report, options)
    width = options.width
    columns = None
    if options.view == "side" and width is not None and width >= NARROWEST_SIDES:
        columns = Columns(report, width)
    yield from _head(report, options)
    for found in arrangement.throughout():
        yield from _throughout(report, found, width)
    yield ()
    if columns:
        yield from columns.titles(called(report.old), called(report.new))
    else:
        yield from indented([Run(f"{called(report.old)} -> {called(report.new)}", "bold")], width, indent="")
    for item in arrangement.items():
        if isinstance(item, Heading):
            yield ()
            yield _rule(visible(item.title), width)
        elif isinstance(item, Fold):
            yield ()
            yield from indented([Run(f"... {folded(item)}", "dim")], width, indent="")
        else:
            yield from _row(report, item, options, columns)


def _row(report: Report, row: Row, options: Options, columns: Columns | None) -> Iterator[Line]:
    yield ()
    if options.view == "list":
        yield from listed(report, row, options.width)
    elif columns:
        yield from columns.lines(row)
    else:
        yield from inline(report, row, options.width)
    yield from _annotations(row.annotations, options.width)


def _head(report: Report, options: Options) -> Iterator[Line]:
    for notice in report.notices:
        yield from indented([Run(f"! {visible(notice)}", "bold yellow")], options.width, indent="")
    counts = report.counts.replace(" folded", " shown") if options.show_all else report.counts
    yield from indented([Run(counts, "bold")], options.width, indent="")
    if told := directions(report):
        yield from indented([Run(told)], options.width, indent="")
    for doubt in (*report.old.source.doubts, *report.new.source.doubts):
        yield from indented([Run(f"? {visible(doubt)}", "yellow")], options.width, indent="")


def directions(report: Report) -> str:
    """Return how many shifts go which way: "by rule: 3 softer, 1 firmer"; empty when no rule spoke of a direction."""
    summary = report.summary
    counts = zip(DIRECTIONS, (summary.softer, summary.firmer, summary.mixed), strict=True)
    told = ", ".join(f"{count} {direction}" for direction, count in counts if count)
    return f"by rule: {told}" if told else ""


def called(statement: Statement) -> str:
    """Return a statement's name with its date, harmless to show: "sample:2024 (2024-07-27)"."""
    date = statement.dateline.date
    name = visible(statement.name) or "(unnamed)"
    return f"{name} ({date.isoformat()})" if date and date.isoformat() not in name else name


def folded(fold: Fold) -> str:
    """Return what was left out in words: "3 paragraphs unchanged, 1 with routine changes only"."""
    told = [
        f"{count} {reason}"
        for count, reason in (
            (fold.unchanged, "unchanged"),
            (fold.routine, "with routine or repeated changes only"),
            (fold.unasked, "left out by your choice"),
        )
        if count
    ]
    count, rest = told[0].split(" ", 1)
    return ", ".join((f"{count} paragraph{'' if count == '1' else 's'} {rest}", *told[1:]))


def finding(annotation: Annotation) -> str:
    """Return what a rule says in words: "softer: 'grave concern' -> 'concern' [SEC101]"."""
    word = annotation.word or (annotation.direction if annotation.direction != "none" else annotation.severity)
    return f"{word}: {visible(annotation.message)} [{annotation.rule}]"


def findings(annotations: Iterable[Annotation]) -> list[tuple[Annotation, str]]:
    """Return annotations with their words, those that say the same once with their count."""
    told: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        told.setdefault(finding(annotation), []).append(annotation)
    return [(same[0], text if len(same) == 1 else f"{text} ({len(same)} times)") for text, same in told.items()]


def _annotations(annotations: Iterable[Annotation], width: int | None) -> Iterator[Line]:
    for annotation, text in findings(annotations):
        mark = MARKS[_class(annotation)]
        yield from indented([Run(f"{mark.sign} {text}", mark.terminal)], width)


def _class(annotation: Annotation) -> Class:
    return "neutral" if annotation.direction == "none" else annotation.direction


def _throughout(report: Report, found: Throughout, width: int | None) -> Iterator[Line]:
    """Yield a wording that runs through the text with its count and places, and what rules say of it."""
    first = found.shifts[0]
    old, new = found.pattern.old, found.pattern.new
    pieces = [*([Piece("old", old, first)] if old else ()), *([Piece("new", new, first)] if new else ())]
    where = throughout_places(report, found)
    yield from indented(
        [Run("throughout: ", "bold"), *styled(report, pieces), Run(f" {len(found.shifts)} times, in {where}")],
        width,
        indent="",
    )
    yield from _annotations(found.annotations, width)


def throughout_places(report: Report, found: Throughout) -> str:
    """Return the paragraphs that hold a wording, those of the new side first: "1, 3, 4 and 9 more"."""
    by_id = {link.id: link for link in report.links}
    names: dict[str, None] = {}
    for shift in found.shifts:
        link = by_id[shift.link]
        statement, index = (report.new, link.new[0]) if link.new else (report.old, link.old[0])
        names[place(statement.paragraphs[index])] = None
    shown = list(names)[:NAMED_PLACES]
    more = f" and {len(names) - len(shown)} more" if len(names) > len(shown) else ""
    return visible(", ".join(shown)) + more


def _rule(title: str, width: int | None) -> Line:
    """Return a section's heading as a rule across the page, or the heading alone where it is too long for one."""
    line = f"── {title} "
    return (Run(line + "─" * max(2, (width or RULE_WIDTH) - cells(line)), "bold"),)
