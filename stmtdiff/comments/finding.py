"""Find the words of a comment again: in a text that was read anew, or in the release after it.

In the same text the position is valid. If the text was read differently, the words are looked for; of several places
the one with the most similar words around it counts. In a later release the links of a report are followed, word by
word. Words that are not found are an orphan, and are shown as one.
"""

import re

from stmtdiff.comment import Comment, Placed
from stmtdiff.model import Statement
from stmtdiff.report import Report
from stmtdiff.spans import Span
from stmtdiff.timeline.origins import counterparts

_HALF = 2  # one of so many words must have come along


def placed(comment: Comment, statement: Statement) -> Placed:
    """Return where the words of a comment stand in its own release."""
    span = _same(comment, statement) or _quoted(comment, statement)
    paragraph = statement.paragraph_at(span.start) if span else None
    return Placed(comment, span, paragraph.index if paragraph else None)


def carried(one: Placed, report: Report) -> Placed:
    """Return where the words of a comment on the old side of `report` stand in the new one.

    They are found where at least half of them came along; else where the paragraph went, without a place of their
    own; else nowhere.
    """
    if one.span is None or one.paragraph is None:
        return Placed(one.comment, None, None, is_carried=True)
    kept: dict[int, list[int]] = {}
    for link in report.sentence_links:
        if not any(report.old.sentences[index].span.is_touching(one.span) for index in link.old):
            continue
        for index in link.new:
            sentence = report.new.sentences[index]
            for token, (old, place) in counterparts(report, index, link.old).items():
                then = report.old.paragraphs[report.old.sentences[old].paragraph].span_of(place, place + 1)
                if then.is_inside(one.span):
                    kept.setdefault(sentence.paragraph, []).append(token)
    first, last = report.old.paragraphs[one.paragraph].tokens_inside(one.span)
    if kept:
        paragraph, tokens = max(kept.items(), key=lambda pair: (len(pair[1]), -pair[0]))
        if len(tokens) * _HALF >= last - first:
            span = report.new.paragraphs[paragraph].span_of(min(tokens), max(tokens) + 1)
            return Placed(one.comment, span, paragraph, is_carried=True)
    went = report.link_of("old", one.paragraph).new
    return Placed(one.comment, None, went[0] if went else None, is_carried=True)


def _same(comment: Comment, statement: Statement) -> Span | None:
    span = Span(comment.start, comment.end)
    is_there = statement.text[span.start : span.end] == comment.exact
    return span if is_there and statement.paragraph_at(span.start) else None


def _quoted(comment: Comment, statement: Statement) -> Span | None:
    """Return the place of the words around which most is as it was; spaces and line ends count alike."""
    words = comment.exact.split()
    if not words:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    found = [Span(*match.span()) for match in pattern.finditer(statement.text)]
    inside = [span for span in found if statement.paragraph_at(span.start)]
    return max(inside, key=lambda span: (_around(comment, statement.text, span), -span.start), default=None)


def _around(comment: Comment, text: str, span: Span) -> int:
    """Return how many letters before and behind a place are those of the comment."""
    before = zip(reversed(_letters(text[: span.start], last=True)), reversed(_letters(comment.prefix)), strict=False)
    behind = zip(_letters(text[span.end : span.end + 200]), _letters(comment.suffix), strict=False)
    return _run(before) + _run(behind)


def _letters(text: str, *, last: bool = False) -> str:
    return "".join((text[-200:] if last else text).split())


def _run(pairs: "zip[tuple[str, str]]") -> int:
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count
