"""Look up in the other text what seems to have come or gone: a sentence that only moved was not dropped.

Only words count here: a comma, a capital or a line break more is no word that came or went.
"""

from collections.abc import Iterable

from stmtdiff.model import Statement, Words
from stmtdiff.phrases import PhraseSet, literal
from stmtdiff.spans import Span
from stmtdiff.words import words as cut


class Stock:
    """The words of one statement as one run, in which wordings are looked up."""

    def __init__(self, statement: Statement) -> None:
        """Gather the words of `statement`."""
        self._text = statement.text
        rows = [
            (paragraph.body.start + start, paragraph.body.start + end, norm)
            for paragraph in statement.paragraphs
            for start, end, norm in _words(paragraph.words)
        ]
        starts, ends, norms = zip(*rows, strict=True) if rows else ((), (), ())
        self._words = Words(starts, ends, norms)

    def places(self, wordings: Iterable[str]) -> dict[str, tuple[Span, ...]]:
        """Return for each of `wordings` where its words stand in a row, in order of the text."""
        asked = {wording: phrase for wording in wordings if (phrase := literal(bare(wording)))}
        names = list(asked)
        found: dict[str, tuple[Span, ...]] = dict.fromkeys(names, ())
        for match in PhraseSet(asked.values()).find(self._words):
            span = Span(self._words.starts[match.first], self._words.ends[match.last - 1])
            found[names[match.index]] = (*found[names[match.index]], span)
        return found


def bare(text: str) -> Words:
    """Return the words of `text` without its marks."""
    rows = list(_words(cut(text)))
    starts, ends, norms = zip(*rows, strict=True) if rows else ((), (), ())
    return Words(starts, ends, norms)


def _words(words: Words) -> Iterable[tuple[int, int, str]]:
    rows = zip(words.starts, words.ends, words.norms, strict=True)
    return (row for row in rows if any(map(str.isalnum, row[2])))
