"""Grow what changed to words that read by themselves, for a line that has no room for the clause.

The ugly case: of "the complete, verifiable and irreversible end of all tests" the words "verifiable and irreversible"
went, and a headline that quotes these alone tells nothing.
"""

from collections.abc import Sequence

from stmtdiff.grammar import is_denial, is_verb
from stmtdiff.languages.english import COORDINATORS, FUNCTION_WORDS, PREPOSITIONS
from stmtdiff.languages.english_clauses import OWNERS
from stmtdiff.languages.english_news import HANGING
from stmtdiff.languages.marks import CLAUSE_ENDS, SENTENCE_ENDS
from stmtdiff.ledger.clauses import clauses_of
from stmtdiff.ledger.figures import has_figure, values_at
from stmtdiff.ledger.ledger import Piece
from stmtdiff.model import Paragraph, Statement
from stmtdiff.spans import Span

_MARKS = CLAUSE_ENDS | SENTENCE_ENDS | frozenset(", ( - – —".split())
_FEWEST = 3  # words that tell something by themselves
_LEAD = 5  # words of a phrase in front of a clause, with its comma
_DENIED = 2  # words in front of a phrase among which a denial belongs to it


def grown(statement: Statement, span: Span) -> Span:
    """Return `span` with the rest of its noun phrase, the figures that it touches and a denial right before it.

    It stays inside the clauses that `span` touches.
    """
    paragraph = statement.paragraph_at(span.start)
    if paragraph is None:
        return span
    limits = _limits(statement, paragraph, span)
    norms = paragraph.words.norms
    first, last = paragraph.tokens_at(span)
    while first > limits[0] and _is_named(norms[first - 1]) and _is_named(norms[first]):
        first -= 1
    while last < limits[1] and (_is_named(norms[last]) or norms[last - 1] in FUNCTION_WORDS or last - first < _FEWEST):
        last += 1
    base = paragraph.body.start
    for value in filter(has_figure, values_at(statement, paragraph, paragraph.span_of(first, last))):
        begin, stop = paragraph.tokens_at(Span(base + value.span.start, base + value.whole.end))
        first, last = min(first, begin), max(last, stop)
    denials = [at for at in range(max(limits[0], first - _DENIED), first) if is_denial(norms[at])]
    return bare(statement, paragraph.span_of(denials[0] if denials else first, last))


def reads_alone(statement: Statement, span: Span) -> bool:
    """Say whether words end as a phrase does: where their clause ends, or with a noun, and not with an owner."""
    paragraph = statement.paragraph_at(span.start)
    if paragraph is None:
        return False
    first, last = paragraph.tokens_at(span)
    norm = paragraph.words.norms[last - 1].replace("\u2019", "'")
    is_end = any(bare(statement, clause).end == span.end for clause in clauses_at(statement, span))
    return last - first > 1 and (is_end or not (norm in FUNCTION_WORDS or is_verb(norm) or norm.endswith(OWNERS)))


def bare(statement: Statement, span: Span) -> Span:
    """Return `span` without the "and" in front of it and the marks at its end."""
    paragraph = statement.paragraph_at(span.start)
    if paragraph is None:
        return span
    norms = paragraph.words.norms
    first, last = paragraph.tokens_at(span)
    while first + 1 < last and (norms[first] in COORDINATORS or norms[first] in _MARKS):
        first += 1
    while first + 1 < last and norms[last - 1] in _MARKS:
        last -= 1
    return paragraph.span_of(first, last)


def clause_of(statement: Statement, pieces: Sequence[Piece]) -> Span | None:
    """Return the clause of a side that tells most of what changed; None where nothing is quoted.

    One that hangs on another ("if", "with", "including") tells less than one that stands by itself.
    """
    if not pieces:
        return None
    hull = Span(pieces[0].span.start, pieces[-1].span.end)
    clauses = [clause for clause in clauses_at(statement, hull) if clause.is_inside(hull)]
    best = max(clauses, key=lambda one: (_stands(statement, one), _changed(pieces, one)), default=None)
    return bare(statement, best) if best else None


def clauses_at(statement: Statement, span: Span) -> list[Span]:
    """Return the clauses that `span` touches, in order."""
    return [
        clause
        for sentence in statement.sentences_at(span)
        for clause in clauses_of(statement, statement.paragraphs[sentence.paragraph], sentence)
        if clause.is_touching(span)
    ]


def _stands(statement: Statement, clause: Span) -> bool:
    """Say whether a clause stands by itself, by the word that opens it."""
    paragraph = statement.paragraph_at(clause.start)
    if paragraph is None:
        return False
    first, last = paragraph.tokens_at(bare(statement, clause))
    norms = paragraph.words.norms[first:last]
    is_led = norms[0] in PREPOSITIONS and "," in norms[:_LEAD]  # "In addition, the Board bought ropes"
    return len(norms) > _FEWEST and (norms[0] not in HANGING or is_led)


def _limits(statement: Statement, paragraph: Paragraph, span: Span) -> tuple[int, int]:
    """Return the tokens of the clauses that `span` touches."""
    own = clauses_at(statement, span)
    return paragraph.tokens_at(Span(own[0].start, own[-1].end) if own else span)


def _is_named(norm: str) -> bool:
    """Say whether a token goes on with a noun phrase: a word of meaning that is no verb."""
    return norm[:1].isalnum() and norm not in FUNCTION_WORDS and not is_verb(norm)


def _changed(pieces: Sequence[Piece], clause: Span) -> int:
    """Return how many code points of `clause` changed."""
    return sum(
        min(piece.span.end, clause.end) - max(piece.span.start, clause.start)
        for piece in pieces
        if piece.changed and piece.span.is_touching(clause)
    )
