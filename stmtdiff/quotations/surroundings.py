"""What stands around a quotation in its article: the words that attribute it, and not those that others quote."""

import re
from collections.abc import Sequence

from stmtdiff.languages import english_press as press
from stmtdiff.model import Statement
from stmtdiff.quotations.quotation import Quotation
from stmtdiff.spans import Span

_LISTED = re.compile(rf"\W*(?:{press.BETWEEN_LISTED})?\W*", re.IGNORECASE)  # between two quotations of one list


class Surroundings:
    """The article's own words around its quotations, each named by its index."""

    def __init__(self, article: Statement, quotations: Sequence[Quotation]) -> None:
        """Take an article with its quotations in order."""
        self._article, self._text = article, article.text
        self._quotations = quotations
        self._outer = [quotation for quotation in quotations if quotation.inside is None]

    def around(self, index: int) -> tuple[str, str]:
        """Return the words of the quotation's sentence before and behind it, up to the next quotation.

        Between two quotations that are only listed ("'grave' and 'growing'") the words before the first count.
        """
        return self._around(self._quotations[index])

    def attributing(self, index: int) -> tuple[str, str]:
        """Return the words around a quotation or, where it fills its sentence, around the one before it."""
        before, after = self.around(index)
        quotation = self._quotations[index]
        earlier = [other for other in self._outer if other.context.end <= quotation.context.start]
        if any(map(str.isalnum, before + after)) or not earlier or quotation.inside is not None:
            return before, after
        is_near = self._paragraph(earlier[-1].span.start) == self._paragraph(quotation.span.start)
        return self._around(earlier[-1]) if is_near else (before, after)

    def is_last(self, index: int) -> bool:
        """Say whether no other quotation follows in the same sentence."""
        quotation = self._quotations[index]
        return not any(quotation.span.end <= other.span.start < quotation.context.end for other in self._outer)

    def sentence_before(self, index: int) -> str:
        """Return the article's own words in the sentence before a quotation's, "" where its paragraph has none."""
        start = self._quotations[index].context.start
        spans = [sentence.span for sentence in self._article.sentences if sentence.span.end <= start]
        if not spans or self._paragraph(spans[-1].start) != self._paragraph(start):
            return ""
        return self.own_words(spans[-1])

    def own_words(self, span: Span) -> str:
        """Return the article's own words in a span, with spaces for what is quoted."""
        text = span.of(self._text)
        for quotation in self._outer:
            if quotation.span.is_touching(span):
                start, end = max(quotation.span.start, span.start), min(quotation.span.end, span.end)
                text = text[: start - span.start] + " " * (end - start) + text[end - span.start :]
        return text

    def _paragraph(self, place: int) -> int:
        return sum(paragraph.span.start <= place for paragraph in self._article.paragraphs)

    def _around(self, quotation: Quotation) -> tuple[str, str]:
        start = quotation.context.start
        before = [other for other in self._outer if start < other.span.end <= quotation.span.start]
        following = [other.span.start for other in self._outer if other.span.start >= quotation.span.end]
        end = max(quotation.span.end, min([quotation.context.end, *following[:1]]))
        after = self._text[quotation.span.end : end]
        if not before:
            return self._text[start : quotation.span.start], after
        gap = self._text[before[-1].span.end : quotation.span.start]
        return (self._around(before[-1])[0] if _LISTED.fullmatch(gap) else gap), after
