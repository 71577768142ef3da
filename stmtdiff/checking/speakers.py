"""Who says a wording, as tokens of its paragraph, so that two speakers can be compared.

The ugly case: "The Chair, Minister Orlan, urged restraint." has the Chair as its speaker, named twice; in "The Chair,
as well as the Council, urged restraint." there are two.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from stmtdiff.languages.english import ARTICLES, SPEAKERS
from stmtdiff.languages.english_clauses import JOINED_WITH
from stmtdiff.model import Paragraph, Sentence, Statement
from stmtdiff.phrases import Phrase, PhraseSet
from stmtdiff.saying.who import speaker_at


@dataclass(frozen=True, slots=True)
class Speaker:
    """A half-open range of the tokens of a paragraph that names who speaks; `key` is for comparing."""

    paragraph: int
    first: int
    last: int
    key: tuple[str, ...]


def speaker_of(
    statement: Statement, paragraph: Paragraph, sentence: Sentence, before: int, speakers: frozenset[str] = SPEAKERS
) -> Speaker | None:
    """Return who says what is at token `before` of `sentence`; None if the words do not show it."""
    place = paragraph.span_of(before, before + 1).start
    span = speaker_at(statement, paragraph, sentence, place, speakers)
    if span is None:
        return None
    home = statement.paragraph_at(span.start) or paragraph  # it may stand above: "The Assembly Council,"
    first, last = home.tokens_at(span)
    last = _without_apposition(home.words.norms, first, last)
    return Speaker(home.index, first, last, tuple(one for one in home.words.norms[first:last] if one not in ARTICLES))


def is_named_by(statement: Statement, speaker: Speaker | None, names: Iterable[Phrase]) -> bool:
    """Say whether one of `names` names a speaker of `statement` whole, with no word left over but an article."""
    if speaker is None:
        return False
    words = statement.paragraphs[speaker.paragraph].words
    first = speaker.first + (words.norms[speaker.first] in ARTICLES)
    matches = PhraseSet(names).find(words, speaker.first, speaker.last)
    return any(match.first <= first and match.last == speaker.last for match in matches)


def _without_apposition(norms: tuple[str, ...], first: int, last: int) -> int:
    """Return where a speaker ends in front of a second name for it."""
    for at in range(first + 1, last):
        if norms[at] in (",", "("):
            joined = any(
                norms[at + 1 :][: len(words)] == words for words in (tuple(one.split()) for one in JOINED_WITH)
            )
            listed = "and" in norms[at:last] and norms[at] == ","
            return last if joined or listed else at
    return last
