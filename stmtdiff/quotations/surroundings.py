"""What stands around a quotation in its article: the words that attribute it, and not those that others quote."""

import re
from bisect import bisect_left, bisect_right
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
        self._text = article.text
        self._quotations = quotations
        # In the order of the text, and none reaches into another one: so each of these rises.
        self._outer = [quotation for quotation in quotations if quotation.inside is None]
        self._starts = [quotation.span.start for quotation in self._outer]
        self._ends = [quotation.span.end for quotation in self._outer]
        self._context_ends = [quotation.context.end for quotation in self._outer]
        self._sentences = [sentence.span for sentence in article.sentences]
        self._sentence_ends = [span.end for span in self._sentences]
        self._paragraph_starts = [paragraph.span.start for paragraph in article.paragraphs]

    def around(self, index: int) -> tuple[str, str]:
        """Return the words of the quotation's sentence before and behind it, up to the next quotation.

        Between two quotations that are only listed ("'grave' and 'growing'") the words before the first count.
        """
        return self._around(self._quotations[index])

    def attributing(self, index: int) -> tuple[str, str]:
        """Return the words around a quotation or, where it fills its sentence, around the one before it."""
        before, after = self.around(index)
        quotation = self._quotations[index]
        count = bisect_right(self._context_ends, quotation.context.start)
        if any(map(str.isalnum, before + after)) or not count or quotation.inside is not None:
            return before, after
        earlier = self._outer[count - 1]
        is_near = self._paragraph(earlier.span.start) == self._paragraph(quotation.span.start)
        return self._around(earlier) if is_near else (before, after)

    def is_last(self, index: int) -> bool:
        """Say whether no other quotation follows in the same sentence."""
        quotation = self._quotations[index]
        following = self._following(quotation)
        return following is None or following >= quotation.context.end

    def sentence_before(self, index: int) -> str:
        """Return the article's own words in the sentence before a quotation's, "" where its paragraph has none."""
        start = self._quotations[index].context.start
        count = bisect_right(self._sentence_ends, start)
        span = self._sentences[count - 1] if count else None
        if span is None or self._paragraph(span.start) != self._paragraph(start):
            return ""
        return self.own_words(span)

    def own_words(self, span: Span) -> str:
        """Return the article's own words in a span, with spaces for what is quoted."""
        told, at = [], span.start
        for quotation in self._outer[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]:
            start, end = max(quotation.span.start, span.start), min(quotation.span.end, span.end)
            told += [self._text[at:start], " " * (end - start)]
            at = end
        return "".join([*told, self._text[at : span.end]])

    def _paragraph(self, place: int) -> int:
        return bisect_right(self._paragraph_starts, place)

    def _following(self, quotation: Quotation) -> int | None:
        """Return where the next quotation behind this one begins, None behind the last one."""
        at = bisect_left(self._starts, quotation.span.end)
        return self._starts[at] if at < len(self._starts) else None

    def _around(self, quotation: Quotation) -> tuple[str, str]:
        following, end = self._following(quotation), quotation.context.end
        end = max(quotation.span.end, end if following is None else min(end, following))
        return self._before(quotation), self._text[quotation.span.end : end]

    def _before(self, quotation: Quotation) -> str:
        """Return the words of the quotation's sentence before it, or before the first one of a list that it ends."""
        while True:
            start, at = quotation.context.start, bisect_right(self._ends, quotation.span.start) - 1
            if at < 0 or self._ends[at] <= start:
                return self._text[start : quotation.span.start]
            gap = self._text[self._ends[at] : quotation.span.start]
            if not _LISTED.fullmatch(gap):
                return gap
            quotation = self._outer[at]
