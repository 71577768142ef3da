"""Tell words that stand in a statement and were put into another mouth, or said of another doer.

The ugly case: the Council "strongly condemned the attack", and the article lets Ostrel say so, whom the statement
names as well; or "Brevia must 'withdraw its boats'" where the statement asks it of Ostrel. Only names that the
statement itself knows are wrong for certain: "the Fed" for "the Committee" is another name of one body.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from stmtdiff.languages.english import ARTICLES, FUNCTION_WORDS, HUMAN_PRONOUNS, MODALS, SPEAKERS
from stmtdiff.languages.english_press import BEFORE_DEEDS
from stmtdiff.model import Statement
from stmtdiff.quotes.wording import is_mark_of_quotation
from stmtdiff.saying import speaker_at
from stmtdiff.spans import Span
from stmtdiff.words import words

_BETWEEN = MODALS | BEFORE_DEEDS


@dataclass(frozen=True, slots=True)
class Mouth:
    """Whom an article names for words, and whom the statement has in that place, each as printed."""

    article: str
    statement: str
    is_doer: bool


class Names:
    """The names that some statements know, but for those of the body itself that speaks in them."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        """Take the statements that an article is checked against."""
        self._statements = statements

    @cached_property
    def all(self) -> frozenset[str]:
        """Return the norms of words that bear a capital inside a sentence and are nobody who speaks there."""
        found = set[str]()
        for statement in self._statements:
            for paragraph in statement.paragraphs:
                opens = {sentence.span.start for sentence in paragraph.sentences}
                for start, norm in zip(paragraph.words.starts, paragraph.words.norms, strict=True):
                    at = paragraph.body.start + start
                    if statement.text[at].isupper() and at not in opens:
                        found.add(norm)
        titles = {norm for one in self._statements if one.title for norm in words(one.title.of(one.text)).norms}
        return frozenset(found - titles - SPEAKERS - FUNCTION_WORDS)

    @cached_property
    def words(self) -> frozenset[str]:
        """Return the norms of all words of the statements."""
        return frozenset(norm for one in self._statements for p in one.paragraphs for norm in p.words.norms)


def other_mouth(names: Names, article: tuple[Statement, Span], statement: tuple[Statement, Span]) -> Mouth | None:
    """Return whom the article lets say or do what stands at a place of the statement, where that is another."""
    here, there = _speaker(*article), _speaker(*statement)
    doers = _doer(*article), _doer(*statement)
    if {one.lower() for one in doers} <= names.all and doers[0] != doers[1] and doers[1] not in there.split():
        return Mouth(doers[0], doers[1], is_doer=True)
    own = _content(here)
    if there and own and own <= names.all and own.isdisjoint(_content(there)):
        return Mouth(here, there, is_doer=False)
    return None


def stranger(names: Names, article: Statement, span: Span) -> str:
    """Return the person or body that an article lets speak and that no statement knows, "" where there is none."""
    speaker = _speaker(article, span)
    own = _content(speaker)
    if not own:
        return speaker if words(speaker).norms[-1:] and words(speaker).norms[-1] in HUMAN_PRONOUNS else ""
    is_named = any(word[:1].isupper() for word in speaker.split() if word.lower() not in ARTICLES)
    return speaker if is_named and own.isdisjoint(names.words | SPEAKERS) else ""


def _speaker(statement: Statement, span: Span) -> str:
    """Return who says what stands at a span, on one line, "" where the words do not tell."""
    paragraph = statement.paragraph_at(span.start)
    sentences = paragraph.sentences_at(Span(span.start, span.start + 1)) if paragraph else ()
    if paragraph is None or not sentences:
        return ""
    speaker = speaker_at(statement, paragraph, sentences[0], span.start)
    return " ".join(speaker.of(statement.text).split()) if speaker else ""


def _doer(statement: Statement, span: Span) -> str:
    """Return the name right before a span, with nothing but an auxiliary between; "" without one."""
    paragraph = statement.paragraph_at(span.start)
    if paragraph is None:
        return ""
    norms = paragraph.words.norms
    at = paragraph.tokens_at(Span(span.start, span.start))[0] - 1
    while at >= 0 and (norms[at] in _BETWEEN or is_mark_of_quotation(norms[at])):
        at -= 1
    name = paragraph.span_of(at, at + 1).of(statement.text) if at >= 0 else ""
    return name if name[:1].isupper() else ""


def _content(speaker: str) -> frozenset[str]:
    return frozenset(norm for norm in words(speaker).norms if norm[:1].isalpha() and norm not in FUNCTION_WORDS)
