"""Name the matter of a row in words for people: a listed subject, a noun phrase, the heading, or else the paragraph.

The ugly case: in "judged that rates may fall, and stood ready to act" no two words in a row that mean something are a
noun phrase, and "stood ready" tells a reader nothing.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from stmtdiff.edits.qualifiers import is_qualifier
from stmtdiff.grammar import is_verb, stem
from stmtdiff.languages import ENGLISH
from stmtdiff.languages.english import FUNCTION_WORDS, MODALS, PARTICLES, PREPOSITIONS, REFLEXIVES, SPEAKERS
from stmtdiff.languages.english_clauses import ADJECTIVES, ALL_QUANTIFIERS, BEHIND_NOUNS, TIME_ADJECTIVES, TIME_NOUNS
from stmtdiff.languages.english_news import EMPTY_NOUNS
from stmtdiff.ledger.ledger import Piece
from stmtdiff.ledger.stock import Stock
from stmtdiff.model import Paragraph, Statement
from stmtdiff.report import Report
from stmtdiff.rules.subjects import SubjectFinder, Told
from stmtdiff.saying.forms import forms, is_adverb
from stmtdiff.saying.reading import clauses
from stmtdiff.saying.who import said_among
from stmtdiff.spans import Span
from stmtdiff.values import values
from stmtdiff.words import words

_HEADING = 7  # words of a heading that is still a label
_LEAST, _MOST = 2, 4  # words of a noun phrase that names a matter
_COMMON = 0.5  # share of the sentences from which a matter is the statement's own, and tells nothing of a row
_FRONT = TIME_ADJECTIVES | ALL_QUANTIFIERS  # words before a noun that say when or how many, and not what


class Topics:
    """Names the rows of one report."""

    def __init__(self, report: Report, finder: SubjectFinder) -> None:
        """Take a report and what finds its subjects; its texts are counted when a row asks."""
        self._report = report
        self._finder = finder
        self._sentences = len(report.old.sentences) + len(report.new.sentences)
        self._counts = cache(self._count)
        self._told = cache(self._count_told)
        self._stocks = cache(lambda: (Stock(report.old), Stock(report.new)))

    def topic(self, then: Sequence[Piece], now: Sequence[Piece]) -> str:
        """Return what a row is about."""
        return self.name(then, now) or self._place(then, now)

    def name(self, then: Sequence[Piece], now: Sequence[Piece]) -> str:
        """Return the subject that a row speaks of, or the noun phrase that the texts repeat most; "" without one."""
        sides = [side for side in ((self._report.new, now), (self._report.old, then)) if side[1]]
        named = (self._subject(*side) or "" for side in sides)
        return next(filter(None, named), "") or next(filter(None, (self._phrase(*side) for side in sides)), "")

    def _place(self, then: Sequence[Piece], now: Sequence[Piece]) -> str:
        statement, pieces = (self._report.new, now) if now else (self._report.old, then)
        paragraph = statement.paragraph_at(pieces[0].span.start) if pieces else None
        if paragraph is None:
            return ""
        return _heading(statement, paragraph) or place_of(paragraph).capitalize()

    def _subject(self, statement: Statement, pieces: Sequence[Piece]) -> str:
        """Return the first listed subject of what changed, or else of what is quoted; none that is everywhere."""
        quoted = [told for piece in pieces for told in self._found(statement, piece)]
        changed = [told for piece in pieces if piece.changed for told in self._found(statement, piece)]
        for told in (*changed, *quoted):
            if sum(counts[told.subject.name] for counts in self._told()) <= max(2, _COMMON * self._sentences):
                return told.subject.name
        return ""

    def _found(self, statement: Statement, piece: Piece) -> tuple[Told, ...]:
        paragraph = statement.paragraph_at(piece.span.start)
        if paragraph is None:
            return ()
        return self._finder.find(paragraph.words, *paragraph.tokens_at(piece.span))

    def _count_told(self) -> tuple[Counter[str], Counter[str]]:
        """Return in how many sentences of the old and of the new text each subject is told."""
        found = Counter[str](), Counter[str]()
        for counts, statement in zip(found, (self._report.old, self._report.new), strict=True):
            for paragraph in statement.paragraphs:
                told = self._finder.find(paragraph.words, 0, len(paragraph.words))
                in_sentences = {(paragraph.sentence_of(one.first).index, one.subject.name) for one in told}
                counts.update(name for _, name in in_sentences)
        return found

    def stands(self, name: str) -> tuple[bool, bool]:
        """Say whether the old and the new text speak of what a row is named by."""
        was, now = self._told()
        if was[name] or now[name]:
            return bool(was[name]), bool(now[name])
        old, new = self._stocks()
        return old.holds(old.norms_of(words(name).norms)), new.holds(new.norms_of(words(name).norms))

    def _count(self) -> Counter[tuple[str, ...]]:
        """Return in how many paragraphs of both texts each phrase stands."""
        found: Counter[tuple[str, ...]] = Counter()
        for statement in (self._report.old, self._report.new):
            for paragraph in statement.paragraphs:
                found.update({_key(paragraph, *run) for run in _runs(paragraph, 0, len(paragraph.words))})
        return found

    def _phrase(self, statement: Statement, pieces: Sequence[Piece]) -> str:
        paragraph = statement.paragraph_at(pieces[0].span.start)
        if (
            paragraph is None or statement.language != ENGLISH.code
        ):  # which words make a noun phrase is known of English
            return ""
        counts = self._counts()
        most = _COMMON * (len(self._report.old.paragraphs) + len(self._report.new.paragraphs))
        hull = Span(pieces[0].span.start, pieces[-1].span.end)
        closed = _closed(statement, paragraph, hull)
        runs = [
            run
            for run in _runs(paragraph, *paragraph.tokens_inside(hull))
            if closed.isdisjoint(range(*run)) and counts[_key(paragraph, *run)] <= max(most, 2)
        ]
        best = max(runs, key=lambda run: (min(counts[_key(paragraph, *run)], 4), -run[0]), default=None)
        if best is None:
            return ""
        named = " ".join(paragraph.span_of(*best).of(statement.text).split())
        return named[:1].upper() + named[1:]


def _closed(statement: Statement, paragraph: Paragraph, hull: Span) -> frozenset[int]:
    """Return the tokens of a stretch that name no matter: verbs with their particles, who speaks, figures and dates."""
    spans: list[Span] = [
        Span(hull.start + value.span.start, hull.start + value.whole.end)
        for value in values(hull.of(statement.text))
        if value.kind not in ("name", "abbreviation")
    ]
    for sentence in paragraph.sentences_at(hull):
        found = clauses(statement, paragraph, sentence)
        for clause in found:
            if any(span.is_touching(hull) for span in (*clause.act, *clause.speaker)):  # some sentences have hundreds
                spans += clause.act
                said = said_among(statement, paragraph, sentence, found, clause.act[0].start).speaker
                spans += [said] if said and said.is_inside(sentence.span) else []
    return frozenset(place for span in spans for place in range(*paragraph.tokens_at(span)))


def _runs(paragraph: Paragraph, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of what may be a noun phrase: two words of meaning and more in a row, a noun last."""
    norms, begun = paragraph.words.norms, first
    for place in range(first, last + 1):
        if place == last or not _may_name(norms[place]):
            while begun < place and (norms[begun] in _FRONT or _is_verb_of(norms, begun)):
                begun += 1
            if _LEAST <= place - begun <= _MOST and _may_end(norms[begun:place]):
                yield begun, place
            begun = place + 1


def _is_verb_of(norms: Sequence[str], place: int) -> bool:
    """Say whether a word is the verb of an infinitive or a modal: "to (produce) results"."""
    return place > 0 and (norms[place - 1] == "to" or norms[place - 1] in MODALS) and "base" in forms(norms[place])


def _may_name(norm: str) -> bool:
    return (
        norm[:1].isalpha()
        and norm not in FUNCTION_WORDS
        and norm not in SPEAKERS
        and norm not in PREPOSITIONS
        and norm not in PARTICLES
        and norm not in BEHIND_NOUNS
        and norm not in REFLEXIVES
        and not is_adverb(norm)
        and not is_verb(norm)
    )


def _may_end(norms: Sequence[str]) -> bool:
    """Say whether words can be a noun phrase that tells something: a noun at the end, and not an empty one alone."""
    last = norms[-1]
    is_noun = last not in ADJECTIVES and last not in TIME_NOUNS and "participle" not in forms(last)
    if not is_noun or (is_qualifier(last) and not last.endswith("ing")):
        return False
    return last not in EMPTY_NOUNS or not all(norm in ADJECTIVES or is_qualifier(norm) for norm in norms[:-1])


def _key(paragraph: Paragraph, first: int, last: int) -> tuple[str, ...]:
    return tuple(stem(norm) for norm in paragraph.words.norms[first:last])


def _heading(statement: Statement, paragraph: Paragraph) -> str:
    section = statement.sections[paragraph.section] if statement.sections else None
    if section is None:
        return ""
    title = section.title
    if section.heading is not None:
        title = statement.paragraphs[section.heading].body.of(statement.text)
    return " ".join(title.split()) if 0 < len(title.split()) <= _HEADING else ""


def place_of(paragraph: Paragraph) -> str:
    """Return how a paragraph is named where people read: "paragraph 7", "note 2", by its printed number or position."""
    label = paragraph.label.value if paragraph.label else ""
    return f"{'note' if paragraph.role == 'note' else 'paragraph'} {label or paragraph.index + 1}"
