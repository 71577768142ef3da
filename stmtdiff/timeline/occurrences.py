"""Find a phrase in a statement, and read the formula and the clause that it is in."""

from collections.abc import Iterator
from dataclasses import replace

from stmtdiff.languages.english import SPEAKERS
from stmtdiff.model import Paragraph, Sentence, Statement
from stmtdiff.phrases import Match, PhraseSet
from stmtdiff.rules import known_forum
from stmtdiff.saying.around import formula_around
from stmtdiff.saying.who import said_at
from stmtdiff.settings import Settings
from stmtdiff.timeline.entry import Occurrence
from stmtdiff.timeline.voices import voice_at, voices


def occurrences(
    statement: Statement, phrases: PhraseSet, *, settings: Settings | None = None
) -> Iterator[tuple[int, Occurrence]]:
    """Yield every place where one of `phrases` stands, with its index; as many as `phrases.find` gives.

    `settings` may name who speaks in the reader's own forum.
    """
    speakers = SPEAKERS | known_forum(statement, settings=settings).speakers
    stretches = voices(statement)
    for paragraph in statement.paragraphs:
        for match in phrases.find(paragraph.words):
            sentence = paragraph.sentence_of(match.first)
            one = _occurrence(statement, paragraph, sentence, match, speakers)
            yield match.index, replace(one, voice=voice_at(stretches, one.span.start)) if stretches else one


def in_notes(statement: Statement, phrases: PhraseSet) -> frozenset[int]:
    """Return the indexes of the phrases that a note holds; where no paragraph does, their fate is unknown."""
    paragraphs = (paragraph for note in statement.footnotes for paragraph in note.paragraphs)
    return frozenset(match.index for paragraph in paragraphs for match in phrases.find(paragraph.words))


def place_of(paragraph: Paragraph) -> str:
    """Return the paragraph's printed number, or its position: "12", "p3"."""
    return paragraph.label.value if paragraph.label else f"p{paragraph.index + 1}"


def _occurrence(
    statement: Statement,
    paragraph: Paragraph,
    sentence: Sentence,
    match: Match,
    speakers: frozenset[str],
) -> Occurrence:
    span = paragraph.span_of(match.first, match.last)
    formula = formula_around(statement, sentence, span)
    said = said_at(statement, paragraph, sentence, span.start, speakers)
    return Occurrence(
        span,
        paragraph.index,
        place_of(paragraph),
        sentence.span,
        formula.whole,
        formula.qualifiers,
        formula.object,
        said.speaker,
        said.verb,
    )
