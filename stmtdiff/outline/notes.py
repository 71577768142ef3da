"""Tell footnotes from paragraphs, and their marks from their words."""

import re
from collections.abc import Iterator

from stmtdiff.model import Statement, Words
from stmtdiff.outline.blocks import Block
from stmtdiff.spans import Span
from stmtdiff.words import words

# A superscript figure, [3], or the "3/" of older documents, in front of the note's text.
_NOTE = re.compile("[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+\\s*\\S|\\[\\d{1,3}\\]\\s*\\S|\\d{1,3}/\\s+\\S")
# The mark of a note, with what parts it from the text. A bare figure is none: "15 members abstained" may go on here.
_MARK = re.compile(
    "[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+|\\[\\^?[^\\W_]{1,6}\\]:?|(?:\\d{1,3}|[a-z])/(?=\\s)|\\d{1,3}[.)](?=\\s)"
    "|[*\u2217]{1,3}|\u2020{1,3}|\u2021{1,3}|\u00a7(?=\\s)"
)
_STARS = re.compile(r"\*{1,3}(?=\s*[^\s*])")
_STARRED = re.compile(r"(?<=[\w.,;)”\"’])\*{1,3}(?![*\w])")


class Notes:
    """The footnotes of one text. A paragraph with stars in front is one when a word before it has them too."""

    def __init__(self, text: str) -> None:
        """Look through `text` for words with stars behind them."""
        self._text = text
        self._starred: dict[str, int] = {}
        for match in _STARRED.finditer(text) if "*" in text else ():
            self._starred.setdefault(match[0], match.start())

    def is_note(self, block: Block) -> bool:
        """Say whether `block` is a footnote: a loader says so, or it begins with a note's mark."""
        if block.mark and block.mark.kind == "note":
            return True
        if _NOTE.match(self._text, block.start, block.end):
            return True
        stars = _STARS.match(self._text, block.start, block.end)
        return stars is not None and self._starred.get(stars[0], block.start) < block.start


def worded_notes(statement: Statement) -> Iterator[tuple[Span, Words]]:
    """Yield where the words of each note stand, behind its mark, and the words themselves."""
    for note in statement.notes:
        span = without_mark(statement.text, note)
        yield span, words(span.of(statement.text))


def without_mark(text: str, note: Span) -> Span:
    """Return where the words of `note` stand, behind its mark if it has one.

    >>> without_mark("\u00b9 Of the north.", Span(0, 15))
    Span(start=2, end=15)
    """
    match = _MARK.match(text, note.start, note.end)
    start = match.end() if match else note.start
    own = text[start : note.end]
    return Span(start + len(own) - len(own.lstrip()), note.end)
