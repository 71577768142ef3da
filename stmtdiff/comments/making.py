"""Make a comment on a paragraph of a release, or on words of it."""

import hashlib
from dataclasses import replace

from stmtdiff.comment import Comment
from stmtdiff.errors import ReferenceError  # noqa: A004
from stmtdiff.model import Statement
from stmtdiff.spans import Span

AROUND = 32  # code points that are kept of what stands before and behind


def comment_on(
    statement: Statement, paragraph: int, text: str, *, quote: str = "", created: str = "", by: str = ""
) -> Comment:
    """Return a comment on the paragraph at an index of a release, or on the words `quote` of it.

    Raises:
        ReferenceError: when the statement is no release, or the words do not stand there once.
    """
    if statement.release is None:
        hint = "stmtdiff add FILE puts it into the library"
        raise ReferenceError(
            f"'{statement.name}' is not a release of a series, and only releases can have comments", hint=hint
        )
    body = statement.paragraphs[paragraph].body
    span = _quoted(statement, body, quote) if quote else body
    whole = statement.text
    made = Comment(
        "",
        reference_of(statement),
        text,
        span.of(whole),
        whole[max(0, span.start - AROUND) : span.start],
        whole[span.end : span.end + AROUND],
        span.start,
        span.end,
        created,
        by,
    )
    return replace(made, id=id_of(made))


def reference_of(statement: Statement) -> str:
    """Return the name of a release that stays when another of the same year comes: "arf:2025-07-11"."""
    assert statement.release is not None, "only releases have comments"
    day = statement.dateline.date
    return f"{statement.release.series}:{day.isoformat()}" if day else statement.release.reference


def id_of(comment: Comment) -> str:
    """Return the id that a comment has by what it holds: 12 letters and digits."""
    told = "\n".join((comment.release, comment.text, comment.exact, str(comment.start), comment.created, comment.by))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _quoted(statement: Statement, body: Span, quote: str) -> Span:
    text = body.of(statement.text)
    count = text.count(quote)
    if count != 1:
        told = "is not" if not count else f"occurs {count} times"
        hint = "quote the words as they are printed" if not count else "quote more words, so that they occur only once"
        raise ReferenceError(f"'{quote}' {told} in that paragraph", hint=hint)
    start = body.start + text.index(quote)
    return Span(start, start + len(quote))
