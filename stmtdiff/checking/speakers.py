"""Who says a sentence, as far as its own words tell.

The ugly case: "Ministers welcomed the talks, and the Chair noted grave concern." has two speakers, and
the formula belongs to the second; "They urged restraint." has that of the sentence before.
"""

from dataclasses import dataclass

from stmtdiff.grammar import is_verb
from stmtdiff.languages.english import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    INSIDE_SUBJECT,
    PREPOSITIONS,
    QUANTIFIERS,
    SPEAKER_PRONOUNS,
    SPEAKERS,
)
from stmtdiff.model import Paragraph, Sentence
from stmtdiff.values import NUMBER_WORDS

_BEFORE = INSIDE_SUBJECT | QUANTIFIERS | NUMBER_WORDS
_VERB_WITHIN = 3  # words that may stand between a speaker and the verb: "Ministers also strongly urged"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A half-open range of the tokens of a paragraph that names who speaks; `key` is for comparing."""

    paragraph: int
    first: int
    last: int
    key: tuple[str, ...]


def speaker_of(
    paragraph: Paragraph, sentence: Sentence, before: int, speakers: frozenset[str] = SPEAKERS
) -> Speaker | None:
    """Return who of `speakers` says what stands at token `before` of `sentence`; None where the words do not tell."""
    for earlier in reversed([one for one in paragraph.sentences if one.index <= sentence.index]):
        end = before if earlier is sentence else earlier.last
        found = _nearest(paragraph, earlier, end, speakers)
        if found is not None or not _opens_with_pronoun(paragraph, earlier):
            return found
    return None


def _nearest(paragraph: Paragraph, sentence: Sentence, end: int, speakers: frozenset[str]) -> Speaker | None:
    """Return the last speaker with a verb behind it that begins before token `end`."""
    norms = paragraph.words.norms
    for index in range(end - 1, sentence.first - 1, -1):
        if norms[index] in speakers and _acts(norms[index + 1 : min(sentence.last, index + 1 + _VERB_WITHIN)]):
            first = index
            while first > sentence.first and norms[first - 1] in _BEFORE:
                first -= 1
            if first > sentence.first and norms[first - 1] in PREPOSITIONS:
                continue
            key = tuple(norm for norm in norms[first : index + 1] if norm not in ARTICLES)
            return Speaker(paragraph.index, first, index + 1, key)
    return None


def _acts(following: tuple[str, ...]) -> bool:
    """Say whether a verb follows before anything that ends the subject."""
    for norm in following:
        if norm in AUXILIARIES and norm != "to":
            return True
        if is_verb(norm) and not norm.endswith("ing"):
            return True
        if not (norm.endswith("ly") or norm in ADVERBS):
            return False
    return False


def _opens_with_pronoun(paragraph: Paragraph, sentence: Sentence) -> bool:
    return paragraph.words.norms[sentence.first] in SPEAKER_PRONOUNS if sentence.first < sentence.last else False
