"""Find words of a statement that an article gives to another speaker or to another doer.

The ugly case: the Council "strongly condemned the attack", and the article lets Ostrel say so, whom the statement
names as well; or "Brevia must 'withdraw its boats'" where the statement asks it of Ostrel. Only names that the
statement itself knows are wrong for certain: "the Fed" for "the Committee" is another name of one body.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from stmtdiff.grammar import stem
from stmtdiff.languages.english import (
    DENIALS,
    FUNCTION_WORDS,
    HUMAN_PRONOUNS,
    MODALS,
    PRONOUNS,
    SAYING_VERBS,
    SPEAKERS,
    SPEAKING_PERSONS,
)
from stmtdiff.languages.english_press import BEFORE_DEEDS, OWN_TEXTS, REPORTING
from stmtdiff.model import Statement
from stmtdiff.quotations.wording import is_mark_of_quotation
from stmtdiff.saying.forms import is_adverb
from stmtdiff.saying.reading import clauses
from stmtdiff.saying.who import speaker_at
from stmtdiff.spans import Span
from stmtdiff.words import words

_BETWEEN = MODALS | BEFORE_DEEDS
_SAYING = frozenset(map(stem, SAYING_VERBS))
_REPORTING = frozenset(map(stem, REPORTING)) | {"said"}
_NEAR = 160  # code points before a quotation in which its verb stands
_STOP = re.compile(r"[.;!?\n\"“”«»„]")
_OWN = (SPEAKERS - SPEAKING_PERSONS) | OWN_TEXTS | {"it", "they"}
_ITSELF = "the body itself"
_DUTIES = frozenset({"must", "should", "shall"})  # "the Secretary must 'report'" lets nobody speak
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_HEAD = re.compile(r"\W*\[(?:the )?([A-Z][\w’'-]+)\]")
_WORDS = re.compile(r"\w[\w’'-]*")


@dataclass(frozen=True, slots=True)
class Mouth:
    """Whom an article names for words, and whom the statement has in that place, each as printed.

    A doer whom the statement does not know may be another name of the one that it has: that is not certain.
    """

    article: str
    statement: str
    is_doer: bool
    is_certain: bool = True


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
        return frozenset(found - self.titles - SPEAKERS - FUNCTION_WORDS - self.body)

    @cached_property
    def titles(self) -> frozenset[str]:
        """Return the words of the titles of the statements, which name the body: "Tidewater", "Forum"."""
        titles = (one.title.of(one.text) for one in self._statements if one.title)
        return frozenset(norm for title in titles for norm in words(title).norms) - FUNCTION_WORDS

    @cached_property
    def body(self) -> frozenset[str]:
        """Return the words that name who speaks most in the newest statement: "panel" of "The Panel noted"."""
        statement, heard = self._statements[0], Counter[frozenset[str]]()
        for paragraph in statement.paragraphs:
            for sentence in paragraph.sentences:
                own = clauses(statement, paragraph, sentence)[:1]
                heard.update(_content(one.speaker[0].of(statement.text)) for one in own if one.speaker)
        del heard[frozenset()]
        return heard.most_common(1)[0][0] if heard else frozenset()

    @cached_property
    def words(self) -> frozenset[str]:
        """Return the norms of all words of the statements."""
        return frozenset(norm for one in self._statements for p in one.paragraphs for norm in p.words.norms)


def other_mouth(names: Names, article: tuple[Statement, Span], statement: tuple[Statement, Span]) -> Mouth | None:
    """Return whom the article lets say or do what stands at a place of the statement, where that is another."""
    here, there = _speaker(*article, is_outside=True), _speaker(*statement)
    own = _content(here)
    if not there and _speaks_unnamed(*statement):
        there = _ITSELF
    is_heard = there == _ITSELF or not _content(there).isdisjoint(SPEAKERS | names.all | names.body | names.titles)
    named = own & names.all if own <= names.all | SPEAKERS else frozenset[str]()
    is_other = bool(is_heard and named and named.isdisjoint(_content(there)))
    if is_other and named < own and stem(_opening(*article)) not in _SAYING:
        # "the report of the Harbour Committee, which found that ...": its own words, though the Council notes them
        is_other = own.isdisjoint(map(str.lower, words_of_sentence(*statement)))
    if putting := _put_into(names, article, there):
        return putting
    doer = _other_doer(names, article, statement, there)
    if doer and (doer.is_certain or not is_other):
        return doer
    return Mouth(here, there, is_doer=False) if is_other else None


def _speaks_unnamed(statement: Statement, span: Span) -> bool:
    """Say whether a sentence has the body act without a name: "Demands that the crew be freed"."""
    paragraph = statement.paragraph_at(span.start)
    sentences = paragraph.sentences_at(Span(span.start, span.start + 1)) if paragraph else ()
    found = clauses(statement, paragraph, sentences[0])[:1] if paragraph and sentences else ()
    return any(not one.speaker and stem(one.act[0].of(statement.text).lower()) in _SAYING for one in found)


def _put_into(names: Names, article: tuple[Statement, Span], speaker: str) -> Mouth | None:
    """Return the name right before quoted words that open with a verb of saying, where another says them.

    "Ostrel 'condemned the raid', the Council's text showed": the text is the source, and Ostrel the one who condemns.
    """
    here = _doer(*article)
    opening = _opening(*article)
    is_past = opening.endswith("ed") and stem(opening) in _SAYING
    is_name = is_past and bool(speaker) and here.lower() in names.all
    return Mouth(here, speaker, is_doer=False) if is_name and here not in _WORDS.findall(speaker) else None


def _opening(article: Statement, span: Span) -> str:
    """Return the first word of a quotation that is no adverb, "" without one."""
    return next((norm for norm in words(span.of(article.text)).norms if not is_adverb(norm)), "")


def _other_doer(
    names: Names, article: tuple[Statement, Span], statement: tuple[Statement, Span], speaker: str
) -> Mouth | None:
    """Return the name right before a quotation, or in brackets at its head, where the statement has another there."""
    here, there = _bracketed(*article) or _doer(*article), _doer(*statement)
    if not here or there.lower() not in names.all or here == there or there in speaker.split():
        return None
    if here.lower() in names.all:
        return Mouth(here, there, is_doer=True)
    norms = frozenset(words(here).norms)
    if not norms.isdisjoint(SPEAKERS | FUNCTION_WORDS | names.words) or here[:3].lower() == there[:3].lower():
        return None
    # Who stands in the same sentence beside the statement's own doer is not another name of that one.
    return Mouth(here, there, is_doer=True, is_certain=there in words_of_sentence(*article))


def words_of_sentence(statement: Statement, span: Span) -> frozenset[str]:
    """Return the words, as printed, of the sentence in which a span begins."""
    paragraph = statement.paragraph_at(span.start)
    sentences = paragraph.sentences_at(Span(span.start, span.start + 1)) if paragraph else ()
    return frozenset(_WORDS.findall(sentences[0].span.of(statement.text))) if sentences else frozenset()


def wrong_insertion(names: Names, quoted: str, there: str) -> tuple[str, str] | None:
    """Return a name that a quotation has in square brackets and the one that it took the place of, as printed.

    None where it replaces no other name: "[Ostrel] withdraw" of "Ostrel withdraw", "[the Council] asked" of "It asked".
    """
    own = set(words(there).norms) & names.all
    kept = set(words(_BRACKETS.sub(" ", quoted)).norms)
    lost = [name for name in _WORDS.findall(there) if name.lower() in own - kept]
    for inserted in _BRACKETS.findall(quoted):
        new = [name for name in _WORDS.findall(inserted) if name[:1].isupper()]
        if lost and new and not {name.lower() for name in new} & set(words(there).norms):
            return " ".join(new), lost[0]
    return None


def says_itself(names: Names, article: Statement, span: Span, *, is_term: bool) -> bool:
    """Say whether an article lets the body or its statement speak in a quotation: "the Council", "the text", "it".

    Of a term it must say so by a verb of saying: "the Board has a 'dual mandate'" may be the writer's own word.
    """
    if is_term and not (_is_said(article, span) or stem(_opening(article, span)) in _SAYING):
        return False
    own = _OWN | names.body
    subject = _subject(article, span)
    paragraph = article.paragraph_at(span.start)
    near = next(reversed(_WORDS.findall(article.text[paragraph.span.start : span.start])), "") if paragraph else ""
    named = {word.lower() for word in _WORDS.findall(subject) if word[:1].isupper()} - FUNCTION_WORDS
    is_titled = bool(named) and named == _content(subject) and named <= names.titles | own
    is_name = near.lower() in own or (near[:1].isupper() and near.lower() in names.titles)
    is_near = is_name and stem(_opening(article, span)) in _SAYING  # "as the Forum 'noted'", whoever else speaks
    return is_near or is_titled or not own.isdisjoint(words(subject).norms)


def stranger(names: Names, article: Statement, span: Span) -> str:
    """Return the person or body that an article lets speak and that speaks in no statement, "" where there is none."""
    subject = _subject(article, span)
    norms = words(subject).norms
    before = words(article.text[max(0, span.start - _NEAR) : max(0, span.start - 1)]).norms
    if before and before[-1] in _DUTIES:
        return ""
    if norms and norms[-1] in HUMAN_PRONOUNS:
        return subject
    own = _content(subject)
    if own & SPEAKING_PERSONS and own.isdisjoint(names.body):  # one person speaks beside the statement too
        return subject
    if own and own <= names.all:
        return subject
    named = [word.lower() for word in _WORDS.findall(subject) if word[:1].isupper()]
    return (
        subject
        if any(word not in names.words | names.body | SPEAKERS | FUNCTION_WORDS | DENIALS for word in named)
        else ""
    )


def _subject(article: Statement, span: Span) -> str:
    """Return who says a quotation, or the nearest subject before it in its sentence; "" without one."""
    if speaker := _speaker(article, span, SPEAKERS | OWN_TEXTS, is_outside=True):
        return speaker
    paragraph = article.paragraph_at(span.start)
    sentences = paragraph.sentences_at(Span(span.start, span.start + 1)) if paragraph else ()
    if paragraph is None or not sentences:
        return ""
    found = clauses(article, paragraph, sentences[0], SPEAKERS | OWN_TEXTS)
    before = [one.speaker[0] for one in found if one.speaker and one.speaker[0].end <= span.start]
    before = [own for own in before if _is_somebody(own.of(article.text))]
    if before:
        return " ".join(before[-1].of(article.text).split())
    return next(reversed(_WORDS.findall(article.text[sentences[0].span.start : span.start])), "")


def _is_said(article: Statement, span: Span) -> bool:
    """Say whether a verb of saying stands between the last mark of a sentence or quotation and a quotation."""
    before = _STOP.split(article.text[max(0, span.start - _NEAR) : max(0, span.start - 1)])[-1]
    return any(stem(norm) in _SAYING | _REPORTING for norm in words(before).norms)


def _is_somebody(subject: str) -> bool:
    """Say whether a subject can speak: a body, a text, a pronoun or a name, and no "language"."""
    norms = words(subject).norms
    return not (SPEAKERS | OWN_TEXTS | PRONOUNS).isdisjoint(norms) or any(
        word[:1].isupper() and word.lower() not in FUNCTION_WORDS for word in _WORDS.findall(subject)
    )


def _speaker(statement: Statement, span: Span, speakers: frozenset[str] = SPEAKERS, *, is_outside: bool = False) -> str:
    """Return who says what stands at a span, on one line, "" where the words do not tell.

    With `is_outside` nobody whom the span itself names counts: a quotation does not say who is quoted.
    """
    paragraph = statement.paragraph_at(span.start)
    sentences = paragraph.sentences_at(Span(span.start, span.start + 1)) if paragraph else ()
    if paragraph is None or not sentences:
        return ""
    speaker = speaker_at(statement, paragraph, sentences[0], span.start, speakers)
    if speaker is None or (is_outside and span.start <= speaker.start < span.end):
        return ""
    return " ".join(speaker.of(statement.text).split())


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


def _bracketed(article: Statement, span: Span) -> str:
    """Return the name in square brackets at the head of a quotation: "[Brevia] withdraw"; "" without one."""
    found = _HEAD.match(article.text, span.start)
    return found[1] if found else ""


def _content(speaker: str) -> frozenset[str]:
    return frozenset(norm for norm in words(speaker).norms if norm[:1].isalpha() and norm not in FUNCTION_WORDS)
