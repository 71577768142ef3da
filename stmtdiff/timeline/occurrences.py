"""Find a phrase in a statement, and read the formula and the clause that it stands in."""

from collections.abc import Iterator, Sequence

from stmtdiff.edits import Atom, atoms
from stmtdiff.languages.english import SPEAKERS
from stmtdiff.model import Paragraph, Sentence, Statement
from stmtdiff.phrases import Match, PhraseSet
from stmtdiff.rules import known_forum
from stmtdiff.saying import said_at
from stmtdiff.settings import Settings
from stmtdiff.spans import Span
from stmtdiff.timeline.entry import Occurrence
from stmtdiff.timeline.formula import Range, formula_around


def occurrences(
    statement: Statement, phrases: PhraseSet, *, settings: Settings | None = None
) -> Iterator[tuple[int, Occurrence]]:
    """Yield every place where one of `phrases` stands, with its index; as many as `phrases.find` gives.

    `settings` may name who speaks in the reader's own forum.
    """
    speakers = SPEAKERS | known_forum(statement, settings=settings).speakers
    for paragraph in statement.paragraphs:
        units: dict[int, list[Atom]] = {}  # by sentence, so that many phrases in one are read once
        for match in phrases.find(paragraph.words):
            sentence = paragraph.sentence_of(match.first)
            if sentence.index not in units:
                units[sentence.index] = atoms(statement.text, paragraph, sentence)
            yield match.index, _occurrence(statement, paragraph, sentence, units[sentence.index], match, speakers)


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
    units: Sequence[Atom],
    match: Match,
    speakers: frozenset[str],
) -> Occurrence:
    span = paragraph.span_of(match.first, match.last)
    first, last = _touched(units, span)
    formula = formula_around(units, first, last)
    said = said_at(statement, paragraph, sentence, span.start, speakers)
    return Occurrence(
        span,
        paragraph.index,
        place_of(paragraph),
        sentence.span,
        Span(min(span.start, units[formula.whole[0]].start), max(span.end, units[formula.whole[1] - 1].end)),
        tuple(_span(units, one) for one in formula.qualifiers),
        _span(units, formula.object) if formula.object else None,
        said.speaker,
        said.verb,
    )


def _touched(units: Sequence[Atom], span: Span) -> Range:
    touched = [index for index, atom in enumerate(units) if atom.start < span.end and span.start < atom.end]
    return touched[0], touched[-1] + 1


def _span(units: Sequence[Atom], own: Range) -> Span:
    return Span(units[own[0]].start, units[own[1] - 1].end)
