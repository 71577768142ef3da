"""Put gold texts through the public interface and take its answers out in the gold's own terms."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

import stmtdiff
from benchmarks.scoring.blocks import Renumbering
from benchmarks.scoring.links import Pairs
from benchmarks.scoring.runs import Mark, together
from benchmarks.scoring.spans import Edit, Range
from benchmarks.scoring.whole import Marked
from stmtdiff.ledger import LINES, ledger_of
from stmtdiff.model import Statement
from stmtdiff.report import Report
from stmtdiff.spans import Span

FINE = stmtdiff.Settings(grain="fine")
_NAMES = "old.txt", "new.txt"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a whole report says of a change: whether it is news, and which way it points."""

    is_substantive: bool
    direction: str


def compare_texts(old: str, new: str, *, settings: stmtdiff.Settings | None = None) -> Report:
    """Return the report on two texts of one paragraph each; its offsets are those of the texts."""
    return compare_units([old], [new], settings=settings)


def compare_units(
    old: Sequence[str],
    new: Sequence[str],
    *,
    labels: tuple[Sequence[str | None] | None, Sequence[str | None] | None] = (None, None),
    settings: stmtdiff.Settings | None = None,
) -> Report:
    """Return the report on two rows of units, each a paragraph by itself."""
    return stmtdiff.compare(
        stmtdiff.from_paragraphs(old, labels=labels[0]),
        stmtdiff.from_paragraphs(new, labels=labels[1]),
        settings=settings,
    )


def marks(report: Report) -> list[Mark]:
    """Return the shifts as an annotator would write them down."""
    return [
        Mark(_range(s.old), _range(s.new), s.kind, s.is_news, s.direction if s.is_news else "none")
        for s in report.shifts
    ]


def meaning(report: Report) -> Meaning:
    """Return what the shifts that are not routine say together."""
    news = [shift.direction for shift in report.shifts if shift.is_news]
    return Meaning(bool(news), together(news))


def substantive(report: Report) -> list[Marked]:
    """Return the words and the direction of each shift that is not routine."""
    sides = report.old.text, report.new.text
    return [
        Marked(*(span.of(text) if span else "" for span, text in zip((s.old, s.new), sides, strict=True)), s.direction)
        for s in report.shifts
        if s.is_news
    ]


def printed_brief(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """Return the lines that a brief of two text files prints under its two headings, at most ten."""
    sides = [stmtdiff.parse("\n\n".join(side) + "\n", name=name) for side, name in zip((old, new), _NAMES, strict=True)]
    printed = stmtdiff.render(ledger_of(stmtdiff.compare(*sides), lines=LINES), "text")
    lines = [line for line in printed.split("\n") if line.strip()]
    heading = next(at for at, line in enumerate(lines) if "against" in line and ".txt" in line)
    return lines[heading + 1 : heading + 1 + LINES]


def edits(report: Report) -> list[Edit]:
    """Return the shifts as bare spans, in code points."""
    return [(_range(shift.old), _range(shift.new)) for shift in report.shifts]


def token_edits(report: Report) -> list[Edit]:
    """Return the shifts in tokens as `text.split(" ")` cuts them: those that a span touches."""
    tokens = _split(report.old.text), _split(report.new.text)
    return [(_tokens(old, tokens[0]), _tokens(new, tokens[1])) for old, new in edits(report)]


def _range(span: Span | None) -> Range | None:
    return (span.start, span.end) if span else None


def _split(text: str) -> list[Range]:
    tokens, start = [], 0
    for token in text.split(" "):
        tokens.append((start, start + len(token)))
        start += len(token) + 1
    return tokens


def _tokens(span: Range | None, tokens: Sequence[Range]) -> Range | None:
    touched = [at for at, (start, end) in enumerate(tokens) if span and start < span[1] and span[0] < end]
    return (touched[0], touched[-1] + 1) if touched else None


def paragraph_pairs(report: Report) -> Pairs:
    """Return which paragraph became which; a split or merge is a pair for each of its parts."""
    return {(i, j) for link in report.links for i in link.old for j in link.new}


def moved_pairs(report: Report) -> Pairs:
    """Return the tops of what moved, each as one pair."""
    return {(link.old[0], link.new[0]) for link in report.links if link.moved}


def moved_links(report: Report) -> Pairs:
    """Return the pairs of all links that are said to have moved; a split or merge is a pair for each of its parts."""
    return {(i, j) for link in report.links if link.moved for i in link.old for j in link.new}


def renumberings(report: Report) -> set[Renumbering]:
    """Return the linked paragraphs whose printed number changed."""
    labels = [[p.label.value if p.label else None for p in side.paragraphs] for side in (report.old, report.new)]
    pairs = paragraph_pairs(report)
    return {(i, j, labels[0][i], labels[1][j]) for i, j in pairs if labels[0][i] != labels[1][j]}


def sentence_pairs(report: Report, old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> Pairs:
    """Return which of the given sentences became which; `old` and `new` are paragraphs of given sentences.

    stmtdiff cuts sentences itself. One of its own stands for the given sentences of which it holds at
    least half, or else for the one that it shares most with.
    """
    given = _given(report.old, old), _given(report.new, new)
    return {
        (i, j)
        for link in report.sentence_links
        for i in _standing_for(link.old, given[0])
        for j in _standing_for(link.new, given[1])
    }


def _standing_for(sentences: Iterable[int], given: dict[int, list[int]]) -> set[int]:
    return {at for sentence in sentences for at in given[sentence]}


def joined(units: Sequence[str], paragraphs: Sequence[int]) -> list[list[str]]:
    """Return the units gathered into paragraphs: neighbours with the same number belong together."""
    return [
        [unit for unit, _ in run] for _, run in groupby(zip(units, paragraphs, strict=True), key=lambda pair: pair[1])
    ]


def _given(statement: Statement, paragraphs: Sequence[Sequence[str]]) -> dict[int, list[int]]:
    """Return for each sentence of `statement` the given sentences that it stands for."""
    spans: list[Span] = []
    for paragraph, units in zip(statement.paragraphs, paragraphs, strict=True):
        start = paragraph.body.start
        for unit in units:
            spans.append(Span(start, start + len(unit)))
            start += len(unit) + 1
    return {sentence.index: _held(sentence.span, spans) for sentence in statement.sentences}


def _held(sentence: Span, spans: Sequence[Span]) -> list[int]:
    shared = {at: min(sentence.end, span.end) - max(sentence.start, span.start) for at, span in enumerate(spans)}
    held = [at for at, length in shared.items() if length > 0 and 2 * length >= len(spans[at])]
    return held or [max(shared, key=lambda at: shared[at])]
