"""One draft: its text as it was read, and its wording without the signs of brackets.

Brackets say what is agreed, not what is said. So drafts are compared by their wording alone, and every place of it
is known in the text that has the signs.
"""

from dataclasses import dataclass

from stmtdiff.drafting.brackets import Bracket, Brackets, read_brackets
from stmtdiff.model import Paragraph, Statement
from stmtdiff.outline import from_paragraphs
from stmtdiff.spans import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft. `wording` has the paragraphs of `statement`, each without the signs of its brackets.

    `places` say of each code point of the wording's text where it stands in the text of `statement`.
    """

    name: str
    statement: Statement
    brackets: Brackets
    wording: Statement
    places: tuple[int, ...]

    def shown(self, span: Span) -> Span:
        """Return where a stretch of the wording stands in the text that has the signs."""
        return Span(self.places[span.start], self.places[span.end - 1] + 1) if len(span) else Span(0, 0)

    def bracket_at(self, place: int) -> Bracket | None:
        """Return the innermost bracket around a place of the wording's text."""
        return self.brackets.at(self.places[place])

    @property
    def bracketed_words(self) -> int:
        """Return how many tokens stand in brackets."""
        return sum(
            self.bracket_at(paragraph.body.start + start) is not None
            for paragraph in self.wording.paragraphs
            for start in paragraph.words.starts
        )

    @property
    def words(self) -> int:
        """Return how many tokens there are."""
        return sum(len(paragraph.words) for paragraph in self.wording.paragraphs)


def draft_of(statement: Statement, name: str) -> Draft:
    """Return a statement as a draft that is called `name`."""
    brackets = read_brackets(statement.text)
    signs = brackets.signs
    texts, places = [], []
    for paragraph in statement.paragraphs:
        text, own = _without(statement.text, paragraph, signs)
        texts.append(text)
        places += [*own, paragraph.body.end, paragraph.body.end]  # and the blank line behind it
    labels = [paragraph.label.value if paragraph.label else None for paragraph in statement.paragraphs]
    return Draft(name, statement, brackets, from_paragraphs(texts, labels=labels, name=name), tuple(places))


def _without(text: str, paragraph: Paragraph, signs: frozenset[int]) -> tuple[str, list[int]]:
    """Return a paragraph without the signs, and where each of its code points stood.

    Between two words that only signs kept apart comes a space: "[shall][should]" has two words.
    """
    kept: list[str] = []
    places: list[int] = []
    is_after_sign = False
    for place in range(paragraph.body.start, paragraph.body.end):
        letter = text[place]
        if place in signs:
            is_after_sign = True
            continue
        if is_after_sign and kept and letter.isalnum() and kept[-1].isalnum():
            kept.append(" ")
            places.append(place)
        is_after_sign = False
        kept.append(letter)
        places.append(place)
    return "".join(kept), places
