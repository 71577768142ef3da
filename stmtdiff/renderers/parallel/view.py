"""Turn two languages of one statement into what every format shows: a headline, and row by row what differs."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from stmtdiff.languages import load
from stmtdiff.model import Statement
from stmtdiff.parallel import Difference, Parallel, Row
from stmtdiff.renderers.rows import place
from stmtdiff.renderers.visible import isolated
from stmtdiff.report import plural
from stmtdiff.spans import Span

RULES_ARE_SILENT = "Values, dates, documents, printed numbers, names and lists are compared; the wording is not judged."


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a paragraph, and whether there is a difference in it."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A row: its place, the paragraphs of each side in parts, and what differs in words."""

    where: str
    one: tuple[tuple[Part, ...], ...]
    other: tuple[tuple[Part, ...], ...]
    told: tuple[str, ...]


def title(result: Parallel) -> str:
    """Return what is shown: "en.txt (English) | fr.txt (French)"."""
    return " | ".join(f"{side.name} ({language(side)})" for side in (result.one, result.other))


def language(statement: Statement) -> str:
    """Return the name of the language by whose words a statement was read."""
    return load(statement.language).name


def finding(result: Parallel) -> str:
    """Return what came out: "4 differences: 1 date, 2 lists, 1 number"; never that the texts say the same."""
    if not result.linked:
        return "Nothing could be compared"
    if not result.differences:
        return "No difference found"
    counts = ", ".join(plural(count, kind) for kind, count in result.counts.items())
    return f"{plural(len(result.differences), 'difference')}: {counts}"


def headline(result: Parallel) -> str:
    """Return how much was set side by side."""
    own, theirs = len(result.one.paragraphs), len(result.other.paragraphs)
    return f"{plural(own, 'paragraph')} and {theirs}, in {plural(result.linked, 'row')} with both. {RULES_ARE_SILENT}"


def notices(result: Parallel) -> Iterator[str]:
    """Yield what is odd about the pair, and what may be wrong with its reading."""
    yield from result.notices
    for side in (result.one, result.other):
        yield from (f"{side.name}: {doubt}" for doubt in side.source.doubts)


def shown(result: Parallel, *, show_all: bool) -> Iterator[Shown]:
    """Yield the rows in which something differs, in order; all rows if `show_all`."""
    told: dict[int, list[Difference]] = defaultdict(list)
    for difference in result.differences:
        told[difference.row].append(difference)
    for number, row in enumerate(result.rows):
        if number in told or show_all:
            own = told[number]
            yield Shown(
                _where(result, row),
                tuple(_parts(result.one, index, [each.one for each in own]) for index in row.one),
                tuple(_parts(result.other, index, [each.other for each in own]) for index in row.other),
                tuple(f"{each.kind}: {isolated(each.said)}" for each in own),
            )


def _where(result: Parallel, row: Row) -> str:
    sides = [
        ", ".join(place(statement.paragraphs[index]) for index in indexes)
        for statement, indexes in ((result.one, row.one), (result.other, row.other))
    ]
    return f"paragraph {sides[0]}" if sides[0] == sides[1] else " | ".join(side or "none" for side in sides)


def _parts(statement: Statement, index: int, spans: list[Span | None]) -> tuple[Part, ...]:
    """Return a paragraph cut where something differs; a difference of the whole paragraph marks nothing inside it."""
    body, at = statement.paragraphs[index].body, statement.paragraphs[index].body.start
    parts = []
    for span in sorted((each for each in spans if each), key=lambda each: each.start):
        if at <= span.start and span.end <= body.end and len(span) < len(body):
            parts += [
                Part(Span(at, span.start).of(statement.text), differs=False),
                Part(span.of(statement.text), differs=True),
            ]
            at = span.end
    parts.append(Part(Span(at, body.end).of(statement.text), differs=False))
    return tuple(part for part in parts if part.text)
