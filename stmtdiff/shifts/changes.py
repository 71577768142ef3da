"""Diff blocks of sentences into changes: edits that stay inside one paragraph of each side, with what is around it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stmtdiff.edits import Atom, Block, Edit, phrase_edits
from stmtdiff.languages import load
from stmtdiff.model import Statement
from stmtdiff.settings import Grain
from stmtdiff.shifts.change import Change, Side
from stmtdiff.shifts.rollforward import Pair
from stmtdiff.spans import Span


class _Rows(NamedTuple):
    old: list[Atom]
    new: list[Atom]


def changes_of(pair: Pair, blocks: Sequence[Block], grain: Grain) -> Iterator[Change]:
    """Yield what changed in the blocks of one paragraph link, in the order of the text.

    `blocks` follow each other on both sides. `grain` says whether the changes are shaped as an editor would mark
    them.
    """
    texts = pair.old.text, pair.new.text
    language = load(pair.new.language)
    edits, *rows = phrase_edits(blocks, old_text=texts[0], new_text=texts[1], grain=grain, language=language)
    for edit in edits:
        if not edit.equal:
            for piece in _cut_at_paragraphs(edit, _Rows(*rows), pair):
                yield Change(
                    _side(pair, pair.old, rows[0], piece.old), _side(pair, pair.new, rows[1], piece.new), piece
                )


def _side(pair: Pair, statement: Statement, atoms: list[Atom], span: Span) -> Side:
    return Side(statement.text, atoms, span.start, span.end, pair.known, load(statement.language))


def _cut_at_paragraphs(edit: Edit, rows: _Rows, pair: Pair) -> list[Edit]:
    """Return an edit, cut wherever it crosses from one paragraph to the next: a span never contains a label."""
    olds = _pieces(edit.old, rows.old, pair.old)
    news = _pieces(edit.new, rows.new, pair.new)
    if len(olds) <= 1 and len(news) <= 1:
        return [edit]
    cut = []
    for index in range(max(len(olds), len(news))):
        first = olds[index] if index < len(olds) else Span(edit.old.end, edit.old.end)
        last = news[index] if index < len(news) else Span(edit.new.end, edit.new.end)
        cut.append(edit.cut(first, last, "paragraph"))
    return cut


def _pieces(span: Span, atoms: list[Atom], statement: Statement) -> list[Span]:
    pieces: list[Span] = []
    start = span.start
    for index in range(span.start + 1, span.end):
        gap = statement.text[atoms[index - 1].end : atoms[index].start]
        if gap.strip() or gap.count("\n") > 1:
            pieces.append(Span(start, index))
            start = index
    return [*pieces, Span(start, span.end)] if len(span) else []
