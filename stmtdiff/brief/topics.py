"""Name the matter of a row in words for people: a subject, a noun phrase, the heading, or else the paragraph."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from stmtdiff.brief.ledger import Piece
from stmtdiff.grammar import is_verb, stem
from stmtdiff.languages.english import FUNCTION_WORDS, SPEAKERS
from stmtdiff.model import Paragraph, Statement
from stmtdiff.report import Report
from stmtdiff.spans import Span

_HEADING = 7  # words of a heading that is still a label
_LEAST, _MOST = 2, 4  # words of a noun phrase that names a matter
_COMMON = 0.5  # share of the paragraphs from which a phrase is the statement's own subject, and tells nothing


class Topics:
    """Names the rows of one report."""

    def __init__(self, report: Report) -> None:
        """Take a report; its texts are counted when a row asks."""
        self._report = report
        self._counts = cache(self._count)

    def topic(self, then: Sequence[Piece], now: Sequence[Piece]) -> str:
        """Return what a row is about."""
        statement, pieces = (self._report.new, now) if now else (self._report.old, then)
        paragraph = statement.paragraph_at(pieces[0].span.start) if pieces else None
        if paragraph is None:
            return ""
        return self.phrase(then, now) or _heading(statement, paragraph) or place_of(paragraph).capitalize()

    def _count(self) -> Counter[tuple[str, ...]]:
        """Return in how many paragraphs of both texts each phrase stands."""
        found: Counter[tuple[str, ...]] = Counter()
        for statement in (self._report.old, self._report.new):
            for paragraph in statement.paragraphs:
                found.update({_key(paragraph, *run) for run in _runs(paragraph, 0, len(paragraph.words))})
        return found

    def phrase(self, then: Sequence[Piece], now: Sequence[Piece]) -> str:
        """Return the noun phrase of a row that the texts speak of most, but not everywhere; "" where there is none."""
        statement, pieces = (self._report.new, now) if now else (self._report.old, then)
        paragraph = statement.paragraph_at(pieces[0].span.start) if pieces else None
        if paragraph is None:
            return ""
        counts = self._counts()
        most = _COMMON * (len(self._report.old.paragraphs) + len(self._report.new.paragraphs))
        hull = Span(pieces[0].span.start, pieces[-1].span.end)
        runs = list(_runs(paragraph, *paragraph.tokens_inside(hull)))
        runs = [run for run in runs if counts[_key(paragraph, *run)] <= max(most, 2)]
        best = max(runs, key=lambda run: (min(counts[_key(paragraph, *run)], 4), -run[0]), default=None)
        if best is None:
            return ""
        words = " ".join(paragraph.span_of(*best).of(statement.text).split())
        return words[:1].upper() + words[1:]


def _runs(paragraph: Paragraph, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of what may be a noun phrase: two words of meaning and more in a row, no verb in it."""
    begun = first
    for place in range(first, last + 1):
        if place == last or not _may_name(paragraph.words.norms[place]):
            if _LEAST <= place - begun <= _MOST:
                yield begun, place
            begun = place + 1


def _may_name(norm: str) -> bool:
    return (
        norm[:1].isalpha()
        and norm not in FUNCTION_WORDS
        and norm not in SPEAKERS
        and not norm.endswith("ly")
        and not is_verb(norm)
    )


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
    """Return how a paragraph is named where people read: "paragraph 7", by its printed number or its position."""
    label = paragraph.label.value if paragraph.label else ""
    return f"paragraph {label or paragraph.index + 1}"
