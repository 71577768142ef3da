"""Find what a quotation may not be cut in or lose: figures with their measure, dates, negations.

The ugly case: "approved a 25-basis-point ... in the rate" and "to 1/4 percent", which was "0 to 1/4 percent".
"""

import re

from stmtdiff.grammar import is_denial
from stmtdiff.values import values

_PLAIN = frozenset(
    {"name", "reference", "label", "abbreviation", "weekday"}
)  # cut in these a quotation loses no figure
_TOKEN = re.compile(r"[\w'’-]+")


def figures(text: str) -> tuple[tuple[int, int], ...]:
    """Return where figures, dates and numbers in words stand in `text`, each with its measure, in order.

    >>> [text[start:end] for text in ["from 0 to 1/4 percent by May 2026"] for start, end in figures(text)]
    ['0 to 1/4 percent', 'May 2026']
    """
    return tuple((value.span.start, value.whole.end) for value in values(text) if value.kind not in _PLAIN)


def denials(text: str) -> tuple[tuple[int, int], ...]:
    """Return where words that deny stand in `text`, in order."""
    return tuple(m.span() for m in _TOKEN.finditer(text) if is_denial(m[0].lower().replace("’", "'")))
