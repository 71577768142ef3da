"""HTML: the paragraph with the age of its phrases, then release by release, redlined."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stmtdiff.renderers.marks import MARKS, class_of
from stmtdiff.renderers.overtime import page
from stmtdiff.renderers.pieces import Piece, fragments
from stmtdiff.renderers.rows import Row, from_to
from stmtdiff.renderers.trace import Options
from stmtdiff.renderers.trace.view import ages, counted, heading, is_plain, newest_first, rows, short, title, whole
from stmtdiff.renderers.wording import CommentSaid, comment_said, findings
from stmtdiff.report import Report
from stmtdiff.timeline.thread import Step, Thread

_SHADES = 4  # of the line under words, from the oldest to the youngest
Span = tuple[str, str, str]  # old, new or "" for both; the class; the text


@dataclass(frozen=True, slots=True)
class _Row:
    place: str
    paragraphs: tuple[tuple[Span, ...], ...]
    findings: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class _Step:
    heading: str
    comments: tuple[CommentSaid, ...]
    whole: tuple[tuple[str, str], ...]
    told: str
    rows: tuple[_Row, ...]


def render(thread: Thread, options: Options) -> str:  # noqa: ARG001  # a page has no width
    """Return the thread as one page that a browser opens from a file."""
    steps = [_step(step) for step in newest_first(thread)]
    return page(
        "trace/page.html.jinja",
        title=title(thread),
        kicker="A topic over the years" if thread.is_topic else "A paragraph over the years",
        headline=f"{len(steps)} releases" if len(steps) != 1 else "1 release",
        ages=list(_shaded(thread)),
        steps=steps,
    )


def _shaded(thread: Thread) -> Iterator[tuple[str, str, int]]:
    """Yield each stretch with its release and a shade, darker the younger it is."""
    order = [step.reading.reference for step in thread.steps]
    for (text, age), one in zip(ages(thread), thread.origins, strict=True):
        place = order.index(one.reference) if one.reference in order else 0
        yield text, short(age), place * (_SHADES - 1) // max(1, len(order) - 1)


def _step(step: Step) -> _Step:
    comments = tuple(map(comment_said, step.comments))
    if step.report is None:
        return _Step(heading(step), comments, tuple(whole(step)), "", ())
    if is_plain(step) or not step.links:
        return _Step(heading(step), comments, (), "unchanged" if step.links else "not there", ())
    return _Step(heading(step), comments, (), counted(step), tuple(_row(step.report, row) for row in rows(step)))


def _row(report: Report, row: Row) -> _Row:
    place = ": ".join(filter(None, (from_to(row), "; ".join(row.remarks))))
    told = tuple(
        (look := "neutral" if note.direction == "none" else note.direction, MARKS[look].sign, text)
        for note, text in findings(row.annotations)
    )
    return _Row(place, tuple(tuple(_spans(report, pieces)) for pieces in row.inline), told)


def _spans(report: Report, pieces: Sequence[Piece]) -> Iterator[Span]:
    for text, piece in fragments(report, pieces):
        if piece is None or piece.shift is None or piece.carried:
            yield "", "", text
        else:
            yield piece.side, class_of(piece.shift), text
