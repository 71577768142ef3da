"""Cut a sentence into clauses, between which a quotation may begin and end.

The ugly case: "complete, verifiable and irreversible denuclearisation by 3 May, 2031" has two commas and an "and", and
no place to cut.
"""

from collections.abc import Iterator
from itertools import pairwise

from stmtdiff.grammar import is_verb
from stmtdiff.languages.english import JOINING
from stmtdiff.languages.marks import CLAUSE_ENDS, SENTENCE_ENDS
from stmtdiff.ledger.figures import has_figure, values_at
from stmtdiff.model import Paragraph, Sentence, Statement
from stmtdiff.spans import Span

_LEAST = 4  # words on either side of a comma or an "and" that parts clauses; with fewer it parts the items of a list
_MARKS = (CLAUSE_ENDS - SENTENCE_ENDS) | {"--", "—", "–"}  # a stop inside a sentence is that of "Jeffrey M. Lund"


def clauses_of(statement: Statement, paragraph: Paragraph, sentence: Sentence) -> tuple[Span, ...]:
    """Return the clauses of `sentence` in order, each with the mark that ends it; together they are the sentence."""
    cuts = [sentence.first, *_cuts(statement, paragraph, sentence), sentence.last]
    return tuple(paragraph.span_of(first, last) for first, last in pairwise(cuts) if first < last)


def _cuts(statement: Statement, paragraph: Paragraph, sentence: Sentence) -> Iterator[int]:
    """Yield the tokens that begin a clause, but for the first."""
    norms, closed = paragraph.words.norms, _closed(statement, paragraph, sentence)
    begun, depth = sentence.first, 0
    for place in range(sentence.first, sentence.last):
        depth += (norms[place] == "(") - (norms[place] == ")")
        following = place + 1
        if depth or following >= sentence.last or following in closed:
            continue
        if _ends(norms, place, begun, sentence.last):
            begun = following
            yield following


def _ends(norms: tuple[str, ...], place: int, begun: int, end: int) -> bool:
    """Say whether a clause that was `begun` ends with the token at `place`."""
    norm, ahead = norms[place], norms[place + 1]
    if norm in _MARKS or (norm == "-" and place > begun and norms[place - 1] == "-"):
        return True
    if place + 1 - begun < _LEAST or end - place - 1 < _LEAST:
        return False
    if norm == ",":
        return "," not in norms[place + 1 : place + 1 + _LEAST]
    return ahead in JOINING and place + 2 < end and (is_verb(norms[place + 2]) or norms[place + 2] == "to")


def _closed(statement: Statement, paragraph: Paragraph, sentence: Sentence) -> frozenset[int]:
    """Return the tokens in front of which no clause begins, since a figure or a date would be cut."""
    base = paragraph.body.start
    found: set[int] = set()
    for value in values_at(statement, paragraph, sentence.span):
        if has_figure(value):
            first, last = paragraph.tokens_at(Span(base + value.span.start, base + value.whole.end))
            found.update(range(first + 1, last))
    return frozenset(found)
