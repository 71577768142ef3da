"""Find a phrase in a statement, and read the formula and the clause that it stands in."""

from collections.abc import Iterator, Sequence

from stmtdiff.edits import Atom, atoms
from stmtdiff.languages.english import BEFORE_LAST_ITEM, SPEAKERS
from stmtdiff.model import Paragraph, Sentence, Statement
from stmtdiff.phrases import Match, PhraseSet
from stmtdiff.rules import known_forum
from stmtdiff.spans import Span
from stmtdiff.timeline.clause import Range, clause_around
from stmtdiff.timeline.entry import Occurrence
from stmtdiff.timeline.formula import formula_around

_ITEM_ENDS = (";", ",", *(f"{mark} {word}" for mark in ";," for word in BEFORE_LAST_ITEM))
_ORGAN = 6  # words of a line that says who resolves: "The Security Council,"


def occurrences(statement: Statement, phrases: PhraseSet) -> Iterator[tuple[int, Occurrence]]:
    """Yield every place where one of `phrases` stands, with its index; as many as `phrases.find` gives."""
    for paragraph in statement.paragraphs:
        units: dict[int, list[Atom]] = {}  # by sentence, so that many phrases in one are read once
        for match in phrases.find(paragraph.words):
            sentence = paragraph.sentence_of(match.first)
            if sentence.index not in units:
                units[sentence.index] = atoms(statement.text, paragraph, sentence)
            yield match.index, _occurrence(statement, paragraph, sentence, units[sentence.index], match)


def in_notes(statement: Statement, phrases: PhraseSet) -> frozenset[int]:
    """Return the indexes of the phrases that a note holds; where no paragraph does, their fate is unknown."""
    paragraphs = (paragraph for note in statement.footnotes for paragraph in note.paragraphs)
    return frozenset(match.index for paragraph in paragraphs for match in phrases.find(paragraph.words))


def place_of(paragraph: Paragraph) -> str:
    """Return the paragraph's printed number, or its position: "12", "p3"."""
    return paragraph.label.value if paragraph.label else f"p{paragraph.index + 1}"


def _occurrence(
    statement: Statement, paragraph: Paragraph, sentence: Sentence, units: Sequence[Atom], match: Match
) -> Occurrence:
    words, base = paragraph.words, paragraph.body.start
    span = Span(base + words.starts[match.first], base + words.ends[match.last - 1])
    first, last = _touched(units, span)
    formula = formula_around(units, first, last)
    speaker, verb = _said(statement, paragraph, units, first, last)
    return Occurrence(
        span,
        paragraph.index,
        place_of(paragraph),
        sentence.span,
        Span(min(span.start, units[formula.whole[0]].start), max(span.end, units[formula.whole[1] - 1].end)),
        tuple(_span(units, one) for one in formula.qualifiers),
        _span(units, formula.object) if formula.object else None,
        speaker,
        verb,
    )


def _speakers(statement: Statement) -> frozenset[str]:
    return SPEAKERS | known_forum(statement).speakers


def _touched(units: Sequence[Atom], span: Span) -> Range:
    touched = [index for index, atom in enumerate(units) if atom.start < span.end and span.start < atom.end]
    return touched[0], touched[-1] + 1


def _span(units: Sequence[Atom], own: Range) -> Span:
    return Span(units[own[0]].start, units[own[1] - 1].end)


def _said(
    statement: Statement, paragraph: Paragraph, units: Sequence[Atom], first: int, last: int
) -> tuple[Span | None, Span | None]:
    """Return speaker and verb; for an item of a list those of the sentence that opens the list."""
    found = clause_around(units, first, last, _speakers(statement))
    if found.verb is None and found.speaker is None and (opening := _opening(statement, paragraph)):
        units = atoms(statement.text, *opening)
        found = clause_around(units, len(units), len(units), _speakers(statement))
    speaker = _span(units, found.speaker) if found.speaker else None
    verb = _span(units, found.verb) if found.verb else None
    if found.is_operative:
        speaker = next(_organs(statement, paragraph), None)
    return speaker, verb


def _opening(statement: Statement, paragraph: Paragraph) -> tuple[Paragraph, Sentence] | None:
    """Return the sentence, ending in a colon, under which a paragraph is an item."""
    for before in reversed(statement.paragraphs[: paragraph.index]):
        ending = before.body.of(statement.text)[-6:]
        if ending.endswith(":") and before.sentences:
            return before, before.sentences[-1]
        if before.role != "item" and not ending.endswith(_ITEM_ENDS):
            return None
    return None


def _organs(statement: Statement, paragraph: Paragraph) -> Iterator[Span]:
    """Yield who resolves, nearest line first: a short line that names a body and ends in a comma."""
    for before in reversed(statement.paragraphs[: paragraph.index]):
        norms = before.words.norms
        if 1 < len(norms) <= _ORGAN and norms[-1] == "," and _speakers(statement).intersection(norms):
            base = before.body.start
            yield Span(base + before.words.starts[0], base + before.words.ends[-2])
