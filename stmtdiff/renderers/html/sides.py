"""A statement as the top and the end of the page tell of it: what it is, how it was read, what was not compared."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stmtdiff.languages import code_of
from stmtdiff.model import Statement
from stmtdiff.renderers.visible import visible
from stmtdiff.report import Report, Side, plural
from stmtdiff.spans import Span


@dataclass(frozen=True, slots=True)
class Aside:
    """A line that was not compared, neither paragraph nor note: how often it occurs, and whether only on this side."""

    text: str
    count: int
    is_alone: bool


@dataclass(frozen=True, slots=True)
class Head:
    """What the page says of a statement."""

    side: Side
    title: str
    name: str
    date: str
    sha256: str
    read: str
    holds: str
    doubts: tuple[str, ...]
    language: str
    asides: tuple[Aside, ...]
    left: str  # how much was not compared: "2 other lines"


def heads(report: Report) -> tuple[Head, Head]:
    """Return what the page says of both statements of a report."""
    old, new = report.old, report.new
    return _head(old, "old", other=new), _head(new, "new", other=old)


def _head(statement: Statement, side: Side, *, other: Statement) -> Head:
    source, date = statement.source, statement.dateline.date
    counted = [
        plural(sum(paragraph.role != "heading" for paragraph in statement.paragraphs), "paragraph"),
        plural(len(statement.sentences), "sentence"),
        *([plural(len(statement.footnotes), "note")] if statement.footnotes else []),
    ]
    asides = tuple(_asides(statement, other))
    left = sum(aside.count for aside in asides)
    return Head(
        side=side,
        title=statement.title.of(statement.text) if statement.title else "",
        name=source.name or "(unnamed)",
        date=date.isoformat() if date else "",
        sha256=source.sha256,
        read=f"{source.loader} (reader {source.loader_version})",
        holds=", ".join(counted),
        doubts=source.doubts,
        language=code_of(statement.text),
        asides=asides,
        left=plural(left, "other line") if left else "",
    )


def _asides(statement: Statement, other: Statement) -> Iterator[Aside]:
    """Yield the lines that hold words, equal ones once."""
    there = set(_lines(other, other.furniture))
    for text, count in Counter(_lines(statement, statement.furniture)).items():
        yield Aside(text, count, text not in there)


def _lines(statement: Statement, spans: Iterable[Span]) -> Iterator[str]:
    """Yield the text in `spans`, without ruled lines."""
    texts = (visible(span.of(statement.text)).strip() for span in spans)
    return (text for text in texts if any(map(str.isalnum, text)))
