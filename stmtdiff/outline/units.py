"""Make paragraphs and sections: the part of the outline that `parse` and `from_paragraphs` share."""

from bisect import bisect_left

from stmtdiff.languages import ENGLISH, Language
from stmtdiff.model import Label, Paragraph, Role, Sentence
from stmtdiff.sentences import sentences
from stmtdiff.spans import Span
from stmtdiff.words import words


def make_paragraph(
    text: str,
    index: int,
    body: Span,
    *,
    first_sentence: int,
    start: int | None = None,
    role: Role = "body",
    label: Label | None = None,
    level: int = 0,
    section: int = 0,
    language: Language = ENGLISH,
) -> Paragraph:
    """Make the paragraph whose text is under `body`, cut into words and sentences.

    `first_sentence` is the index of its first sentence in the statement; `start` is where its
    printed label begins, when it has one. Sentences end as they do in `language`.
    """
    own = body.of(text)
    tokens = words(own)
    made: list[Sentence] = []
    cuts = sentences(own, language) if role in {"body", "item"} else _whole(own)
    last = 0
    for number, span in enumerate(cuts, first_sentence):
        first, last = last, bisect_left(tokens.starts, span.end, last)
        made.append(Sentence(number, index, Span(body.start + span.start, body.start + span.end), first, last))
    whole = body if start is None else Span(start, body.end)
    return Paragraph(index, whole, body, role, tokens, tuple(made), label, level, section)


def _whole(own: str) -> tuple[Span, ...]:
    """Return the one sentence that a heading is."""
    stripped = own.strip()
    start = len(own) - len(own.lstrip())
    return (Span(start, start + len(stripped)),) if stripped else ()
