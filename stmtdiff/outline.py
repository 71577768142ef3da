"""Turn a source into a statement: headings, numbers, paragraphs, sentences."""

import hashlib
from collections.abc import Sequence

from stmtdiff.model import Label, Paragraph, Role, Section, Sentence, Source, Statement
from stmtdiff.sentences import sentences
from stmtdiff.spans import Span
from stmtdiff.words import words


def _paragraph(
    text: str, index: int, body: Span, *, first_sentence: int, role: Role = "body", label: Label | None = None, section: int = 0
) -> Paragraph:
    own = body.of(text)
    tokens = words(own)
    made: list[Sentence] = []
    position = 0
    for number, span in enumerate(sentences(own)):
        first = position
        while position < len(tokens) and tokens.starts[position] < span.end:
            position += 1
        made.append(Sentence(first_sentence + number, index, Span(body.start + span.start, body.start + span.end), first, position))
    return Paragraph(index, body, body, role, tokens, tuple(made), label, 0, section)


def from_paragraphs(
    paragraphs: Sequence[str],
    *,
    labels: Sequence[str | None] | None = None,
    headings: Sequence[str | None] | None = None,
    name: str = "",
) -> Statement:
    """Make a statement of units that are kept exactly as given, one paragraph a unit."""
    text = "\n\n".join(paragraphs)
    made: list[Paragraph] = []
    sections: list[Section] = []
    start = sentence = 0
    for index, unit in enumerate(paragraphs):
        title = (headings[index] if headings else None) or ""
        if not sections or sections[-1].title != title:
            sections.append(Section(len(sections), "body", index, index + 1, None, title))
        else:
            sections[-1] = Section(len(sections) - 1, "body", sections[-1].first, index + 1, None, title)
        printed = labels[index] if labels else None
        label = Label(printed) if printed else None
        paragraph = _paragraph(text, index, Span(start, start + len(unit)), first_sentence=sentence, label=label, section=len(sections) - 1)
        made.append(paragraph)
        sentence += len(paragraph.sentences)
        start += len(unit) + 2
    source = Source(text, hashlib.sha256(text.encode()).hexdigest(), "paragraphs", "1", name)
    return Statement(source, tuple(made), tuple(sections))
