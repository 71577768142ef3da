"""Tell the lines of one paragraph from the lines of two.

The ugly case: a text copied out of a PDF has a line break every twelve words and no blank line
anywhere, so that only the room left at the end of a line says where a paragraph stopped.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from stmtdiff.languages.english import NO_PARTICIPLES, PARTICIPLES
from stmtdiff.patterns import later
from stmtdiff.spans import Span

_WIDEST = 140  # no text is wrapped wider than this by hand or by a mail program
_GUTTER = 6  # spaces in a row inside a line, more than justified text has between words
_PARTICIPLE = later(rf"(?!{NO_PARTICIPLES})[A-Z][a-z]{{2,}}ing\b|(?:{PARTICIPLES})\b")  # Recalling, Alarmed
_FEWEST_CUTS = 3  # printed numbers in turn, at least, that cut a text without line breaks
_STOP = r"(?<=[.;:!?”\"’)\]。；])"
_WORD = later(r"\S+")


class Line(NamedTuple):
    """A line that is not blank: its span without the space around it, and what stood before it."""

    start: int
    end: int
    indent: int
    is_after_blank: bool


def read_lines(text: str, skip: Iterable[Span] = ()) -> list[Line]:
    """Return the lines of `text` that are not blank and do not begin in one of the spans of `skip`."""
    skipped = sorted(skip)
    made: list[Line] = []
    position = passed = 0
    is_after_blank = True
    for raw in text.split("\n"):
        stripped = raw.strip()
        start = position + len(raw) - len(raw.lstrip())
        while passed < len(skipped) and skipped[passed].end <= start:
            passed += 1
        if not stripped or (passed < len(skipped) and skipped[passed].start <= start):
            is_after_blank = True
        else:
            made.append(Line(start, start + len(stripped), start - position, is_after_blank))
            is_after_blank = False
        position += len(raw) + 1
    return made


def cut_at_numbers(text: str, lines: list[Line]) -> list[Line]:
    """Return the one line of a text that has no others, as its paragraphs: a new one at each printed number in turn.

    Fewer than three in turn may be two numbers in a sentence, and leave the line as it is. What stands before the first
    is a line too.
    """
    if not lines:
        return lines
    line = lines[0]
    cuts = [line.start]
    number, begin = 1, line.start
    while match := _printed_number(number).search(text, begin, line.end):
        cuts.append(match.start("number"))
        number, begin = number + 1, match.end()
    if number <= _FEWEST_CUTS or len(set(cuts)) < _FEWEST_CUTS:
        return lines
    made = (text[start:end].rstrip() for start, end in pairwise([*sorted(set(cuts)), line.end]))
    return [Line(start, start + len(own), 0, True) for start, own in zip(sorted(set(cuts)), made, strict=True)]


@cache
def _printed_number(number: int) -> re.Pattern[str]:
    """Return a pattern of `number` as one is printed before a paragraph; all but the first follow a stop."""
    before = rf"(?:(?<!\S)|{_STOP})" if number == 1 else rf"{_STOP}\s*"
    return re.compile(rf"{before}(?P<number>{number}[.)．])(?=\s*[^\W\d_a-z]|\s*[“\"‘(\[])")


class Wrapping:
    """How the lines of one text were broken: at a common width, or only between paragraphs."""

    def __init__(self, text: str, lines: list[Line]) -> None:
        """Measure the lines of `text`."""
        self._text = text
        lengths = sorted(line.end - line.start for line in lines)
        narrow = [length for length in lengths if length <= _WIDEST]
        self._width = narrow[len(narrow) * 19 // 20] if narrow else 0
        inner = [one for one, two in pairwise(lines) if not two.is_after_blank]
        stopped = sum(text[line.end - 1] in ".;:!?" for line in inner)
        # Long lines are paragraphs; so are lines that end with a stop more often than not.
        is_list = len(inner) > 3 and 5 * stopped >= 3 * len(inner)
        self.is_wrapped = 3 * sum(lengths[len(narrow) :]) < sum(lengths) and not is_list

    def is_new_paragraph(self, before: Line, line: Line) -> bool:
        """Say whether `line` begins a paragraph although no blank line parts it from `before`."""
        if not self.is_wrapped or self._is_letterhead(before):
            return True
        last, first = self._text[before.end - 1], self._text[line.start]
        room = self._room(before, line)
        is_deliberate = room * 20 > self._width * 3  # the next word would have had its place
        if first.islower():
            return is_deliberate and last in ".:;"
        if last in "-\u2010\u2011\u00ad":
            return False
        if is_deliberate:
            return last in ".;:,!?)\"”’'" or room * 20 > self._width * 7
        if last in ",;" and _PARTICIPLE.match(self._text, line.start):
            return True
        if last in ".;:!?" and line.indent > before.indent + 1:
            return not self._is_hanging(before, line)
        return self._is_capitals(before) != self._is_capitals(line)

    def _room(self, before: Line, line: Line) -> int:
        """Return how many columns stay free when the first word of `line` is put behind `before`."""
        word = _WORD.match(self._text, line.start, line.end)
        return self._width - (before.end - before.start + 1 + (len(word[0]) if word else 0))

    def _is_hanging(self, before: Line, line: Line) -> bool:
        """Say whether `line` is set under the text that follows a number or bullet of `before`."""
        first = _WORD.match(self._text, before.start, before.end)
        return first is not None and line.indent <= before.indent + len(first[0]) + 4 and not first[0].isalpha()

    def _is_letterhead(self, line: Line) -> bool:
        """Say whether `line` is set in two columns, as above a document: a name, a wide gap, a symbol."""
        return self._text.find(" " * _GUTTER, line.start, line.end) >= 0

    def _is_capitals(self, line: Line) -> bool:
        own = self._text[line.start : line.end]
        return own.isupper() and " " in own and own[-1] not in ".;,:"
