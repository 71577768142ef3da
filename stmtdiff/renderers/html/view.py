"""Turn a report into the plain values that the page's template writes out: words, counts, ids, no markup.

Strings are as the report has them; the template makes each harmless where it is written.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from stmtdiff.align.link import Link
from stmtdiff.model import Statement
from stmtdiff.renderers.arrangement import Arrangement, Throughout
from stmtdiff.renderers.html.language import language_of
from stmtdiff.renderers.html.weave import Run, Woven, runs, weave
from stmtdiff.renderers.marks import MARKS, Class, class_of
from stmtdiff.renderers.options import Options
from stmtdiff.renderers.rows import Row, RowMaker, place, places
from stmtdiff.renderers.visible import visible
from stmtdiff.renderers.wording import NAMED_PLACES, called, directions, finding
from stmtdiff.report import Report, plural
from stmtdiff.rules.annotation import Annotation
from stmtdiff.spans import Span

CLASSES: tuple[Class, ...] = ("softer", "firmer", "mixed", "neutral", "routine")
SHAPES = ("split", "merged", "regrouped")
WORDS: Mapping[Class, str] = {
    "softer": "softer",
    "firmer": "firmer",
    "mixed": "both ways",
    "neutral": "no direction",
    "routine": "routine",
}
_GHOST_WORDS = 8  # of a moved paragraph are repeated where it stood


@dataclass(frozen=True, slots=True)
class Finding:
    """What rules say of one shift or several: its class, words, rule, and the ids of the shifts."""

    cls: Class
    severity: str
    text: str
    rule: str
    shifts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """A wording that runs through the text: said once, with its places as links."""

    runs: tuple[Run, ...]
    count: int
    places: tuple[tuple[str, str], ...]  # the id of the shift, how its paragraph is named
    more: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """A statement as the top of the page tells of it."""

    side: str
    title: str
    name: str
    date: str
    sha256: str
    read: str
    holds: str
    doubts: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Ghost:
    """The place that a paragraph left: the id of its row, and what is said there."""

    row: str
    text: str
    first_words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the page: its names and numbers, its text, what is said of it, and the ghosts that follow it.

    `level` is 3 or 4 for a heading, 0 for a paragraph; `old_at` is the position on the old side.
    """

    id: str
    kind: str
    moved: bool
    level: int
    old: str
    new: str
    old_at: int
    woven: Woven
    remarks: tuple[str, ...]
    findings: tuple[Finding, ...]
    is_shape: bool
    how: str
    ghosts: tuple[Ghost, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading of the new side for the list of contents, with the counts of its classes."""

    row: str
    title: str
    counts: tuple[tuple[Class, str, int], ...]  # name, sign, how many


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule that spoke, explained once for the whole page."""

    code: str
    name: str
    axis: str
    why: str


@dataclass(frozen=True, slots=True)
class Page:
    """All that the template shows."""

    title: str
    notices: tuple[str, ...]
    counts: str
    directions: str
    classes: tuple[tuple[Class, str, int], ...]  # name, sign, how many shifts
    old: Side
    new: Side
    repeated: tuple[Repeated, ...]
    lines: tuple[Line, ...]
    first_ghosts: tuple[Ghost, ...]
    chapters: tuple[Chapter, ...]
    rules: tuple[RuleEntry, ...]
    words: Mapping[Class, str]  # how each class is called
    language: str
    shapes: int  # rows whose paragraphs or sentences moved, split or merged
    kinds: tuple[tuple[str, int], ...]
    options: Options


def page(report: Report, options: Options) -> Page:
    """Return everything that the page shows of `report`; `options` choose what is seen first."""
    maker = RowMaker(report, whole=False)
    rows = [maker.row(link) for link in report.links]
    ghosts = _ghosts(report)
    lines = tuple(_lines(report, maker, rows, ghosts))
    old, new = _side(report.old, "old"), _side(report.new, "new")
    return Page(
        title=f"{called(report.old)} \u2192 {called(report.new)}",
        notices=report.notices,
        counts=report.counts,
        directions=directions(report),
        classes=_classes(report),
        old=old,
        new=new,
        repeated=tuple(_repeated(report, found) for found in Arrangement(report, options).throughout()),
        lines=lines,
        first_ghosts=ghosts.get("", ()),
        chapters=tuple(_chapters(report, rows)),
        rules=_rules(report.annotations),
        language=old.language if old.language == new.language else "",
        words=WORDS,
        shapes=sum(line.is_shape for line in lines),
        kinds=tuple(sorted(Counter(shift.kind for shift in report.shifts).items())),
        options=options,
    )


def _classes(report: Report) -> tuple[tuple[Class, str, int], ...]:
    counts = Counter(map(class_of, report.shifts))
    return tuple((name, MARKS[name].sign, counts[name]) for name in CLASSES)


def _side(statement: Statement, side: str) -> Side:
    source, date = statement.source, statement.dateline.date
    counted = [
        plural(sum(paragraph.role != "heading" for paragraph in statement.paragraphs), "paragraph"),
        plural(len(statement.sentences), "sentence"),
    ]
    aside = [
        plural(len(spans), noun) for spans, noun in ((statement.notes, "note"), (statement.furniture, "other line"))
    ]
    left = [told for told in aside if not told.startswith("0 ")]
    return Side(
        side=side,
        title=statement.title.of(statement.text) if statement.title else "",
        name=source.name or "(unnamed)",
        date=date.isoformat() if date else "",
        sha256=source.sha256,
        read=f"{source.loader} (reader {source.loader_version})",
        holds=", ".join(counted) + (f"; left aside: {', '.join(left)}" if left else ""),
        doubts=source.doubts,
        language=language_of(statement.text),
    )


def _repeated(report: Report, found: Throughout) -> Repeated:
    by_id = {link.id: link for link in report.links}
    named: dict[str, str] = {}
    for shift in found.shifts:
        named.setdefault(_place(report, by_id[shift.link]), shift.id)
    shown = tuple((shift, name) for name, shift in named.items())[:NAMED_PLACES]
    return Repeated(
        tuple(runs(report, found.pieces)),
        len(found.shifts),
        shown,
        len(named) - len(shown),
        _findings(found.annotations, ids=found.pattern.shifts),
    )


def _place(report: Report, link: Link) -> str:
    statement, index = (report.new, link.new[0]) if link.new else (report.old, link.old[0])
    return place(statement.paragraphs[index])


def _findings(annotations: Iterable[Annotation], *, ids: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """Return annotations in words, those that say the same once; `ids` are the shifts of all, if given."""
    told: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        told.setdefault(finding(annotation), []).append(annotation)
    made = []
    for text, same in told.items():
        first = same[0]
        cls: Class = "neutral" if first.direction == "none" else first.direction
        words = text.removesuffix(f" [{visible(first.rule)}]").replace(" -> ", " \u2192 ")
        times = f" ({len(same)} times)" if len(same) > 1 else ""
        shifts = ids or tuple(annotation.shift for annotation in same)
        made.append(Finding(cls, first.severity, words + times, first.rule, shifts))
    return tuple(made)


def _lines(
    report: Report, maker: RowMaker, rows: Sequence[Row], ghosts: dict[str, tuple[Ghost, ...]]
) -> Iterator[Line]:
    travels = maker.travels
    has_heading = False
    for row in rows:
        link = row.link
        level = _level(row) and (_level(row) if has_heading else 3)
        has_heading = has_heading or bool(level)
        yield Line(
            id=link.id,
            kind=link.kind,
            moved=link.moved,
            level=level,
            old=places(row.old),
            new=places(row.new),
            old_at=link.old[0] + 1 if link.old else 0,
            woven=weave(report, row),
            remarks=tuple(remark for remark in row.remarks if remark not in ("same", "changed")),
            findings=_findings(row.annotations),
            is_shape=link.moved or link.kind in SHAPES or link.id in travels,
            how=_how(report, link),
            ghosts=ghosts.get(link.id, ()),
        )


def _level(row: Row) -> int:
    paragraph = (row.new or row.old)[0].paragraph
    if paragraph.role not in ("title", "heading") or len(row.new or row.old) > 1:
        return 0
    return 3 if paragraph.role == "title" or paragraph.level <= 1 else 4


def _how(report: Report, link: Link) -> str:
    """Return how the two sides were found to belong together: "similar, 871 of 1000; next best: new 14, 312".

    Nothing is said of what nobody asks about: one side only, and the same words at the same place.
    """
    if not (link.old and link.new) or (link.kind == "same" and not link.moved):
        return ""
    rival = link.runner_up
    if rival is None:
        return f"{link.method}, {link.score} of 1000"
    taken = link.old == rival.old
    statement, indexes = (report.new, rival.new) if taken else (report.old, rival.old)
    side = "new" if taken else "old"
    named = ", ".join(place(statement.paragraphs[index]) for index in indexes)
    return f"{link.method}, {link.score} of 1000; next best: {side} {named}, {rival.score}"


def _ghosts(report: Report) -> dict[str, tuple[Ghost, ...]]:
    """Return what is said at the places that moved paragraphs left, by the id of the row before; "" is the start."""
    rows = {index: link.id for link in report.links for index in link.old}
    maker = RowMaker(report, whole=True)
    found: dict[str, list[Ghost]] = defaultdict(list)
    for link in sorted((link for link in report.links if link.moved and link.old), key=lambda link: link.old):
        row = maker.row(link)
        before = link.old[0] - 1
        while before >= 0 and rows.get(before) == link.id:
            before -= 1
        moved = row.remarks[0] if row.remarks else "moved"
        text = f"{places(row.old)} {moved}: now {places(row.new)}"
        found[rows.get(before, "")].append(Ghost(link.id, text, _first_words(report, link)))
    return {row: tuple(ghosts) for row, ghosts in found.items()}


def _first_words(report: Report, link: Link) -> str:
    words = report.old.paragraphs[link.old[0]].body.of(report.old.text).split()
    return " ".join(words[:_GHOST_WORDS]) + (" ..." if len(words) > _GHOST_WORDS else "")


def _chapters(report: Report, rows: Sequence[Row]) -> Iterator[Chapter]:
    """Yield the headings of the new side that stand in its text, each with what shifted until the next."""
    title, first, counts = "", "", Counter[Class]()
    for row in rows:
        if row.new and _level(row):
            if first:
                yield _chapter(title, first, counts)
            body: Span = row.new[0].paragraph.body
            title, first, counts = body.of(report.new.text), row.link.id, Counter()
        counts.update(map(class_of, row.shifts))
    if first:
        yield _chapter(title, first, counts)


def _chapter(title: str, first: str, counts: Counter[Class]) -> Chapter:
    return Chapter(first, title, tuple((name, MARKS[name].sign, counts[name]) for name in CLASSES if counts[name]))


def _rules(annotations: Iterable[Annotation]) -> tuple[RuleEntry, ...]:
    first = {annotation.rule: annotation for annotation in reversed(tuple(annotations))}
    return tuple(RuleEntry(code, first[code].name, first[code].axis, first[code].why) for code in sorted(first))
