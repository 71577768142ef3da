"""Find what a quotation may not be cut in or lose: figures with their measure, dates, negations.

The ugly case: "approved a 25-basis-point ... in the rate" and "to 1/4 percent", which was "0 to 1/4 percent".
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from stmtdiff.grammar import is_denial
from stmtdiff.model import Paragraph, Statement
from stmtdiff.spans import Places, Span
from stmtdiff.values import Value, values

_PLAIN = frozenset(
    {"name", "reference", "label", "abbreviation", "weekday"}
)  # cut in these a quotation loses no figure
_TOKEN = re.compile(r"[\w'’-]+")


def figures(text: str) -> tuple[tuple[int, int], ...]:
    """Return where figures, dates and numbers in words stand in `text`, each with its measure, in order.

    >>> [text[start:end] for text in ["from 0 to 1/4 percent by May 2026"] for start, end in figures(text)]
    ['0 to 1/4 percent', 'May 2026']
    """
    return tuple((value.span.start, value.whole.end) for value in values(text) if has_figure(value))


def has_figure(value: Value) -> bool:
    """Say whether a value is a figure, a date or a number: no name, reference or weekday."""
    return value.kind not in _PLAIN


@lru_cache(maxsize=128)  # many rows and clauses ask for one paragraph, and its text is looked up by its identity
def _read(text: str, body: Span) -> Places[Value]:
    return Places((Span(value.span.start, value.whole.end), value) for value in values(body.of(text)))


def values_at(statement: Statement, paragraph: Paragraph, span: Span) -> Iterator[Value]:
    """Yield the values of `paragraph` that share a code point with `span`; their places count from its body."""
    base, end = paragraph.body.start, paragraph.body.end
    inside = Span(max(span.start, base) - base, max(min(span.end, end), base) - base)
    yield from _read(statement.text, paragraph.body).at(inside)


def denials(text: str) -> tuple[tuple[int, int], ...]:
    """Return where words that deny stand in `text`, in order."""
    return tuple(m.span() for m in _TOKEN.finditer(text) if is_denial(m[0].lower().replace("’", "'")))
