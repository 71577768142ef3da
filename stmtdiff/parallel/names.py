"""Names that both languages spell alike, of which one is in a paragraph and another one in its counterpart.

A name is told from other words by its capital inside a sentence. Most names differ from language to language
("Spain", "España"), and one text says "it" where the other repeats a name. So only a name that both texts know is
looked at, and only where another such name is in its place.
"""

from collections.abc import Iterator, Sequence

from stmtdiff.model import Paragraph, Statement
from stmtdiff.parallel.marks import ROOT, plain
from stmtdiff.spans import Span


def names_of(statement: Statement, paragraph: Paragraph) -> Iterator[tuple[str, Span]]:
    """Yield the names in a paragraph as they are compared, with their places; none where everything has capitals."""
    text = statement.text
    if paragraph.body.of(text).isupper():
        return
    firsts = {sentence.first for sentence in paragraph.sentences}
    for index in range(len(paragraph.words)):
        span = paragraph.span_of(index, index + 1)
        word = span.of(text).rpartition("'")[2].rpartition("’")[2]
        if index not in firsts and len(word) >= ROOT and word[0].isupper() and not word.isupper():
            yield plain(word), span


def names_in(statement: Statement) -> frozenset[str]:
    """Return all names of a text."""
    return frozenset(name for paragraph in statement.paragraphs for name, _ in names_of(statement, paragraph))


def unanswered(
    own: Sequence[tuple[str, Span]], theirs: Sequence[tuple[str, Span]], known: frozenset[str]
) -> list[tuple[str, Span]]:
    """Return the `known` names of one side, each once, that begin like no name of the other side."""
    roots = {name[:ROOT] for name, _ in theirs}
    found = {name: span for name, span in reversed(own) if name in known and name[:ROOT] not in roots}
    return sorted(found.items(), key=lambda each: each[1].start)
