"""Make words whole that were parted at a line's end, where the document itself gives the evidence.

"denuclear-/isation" is one word when "denuclearisation" is elsewhere in the document, and
"Secretary-/General" keeps its hyphen; where nothing decides, the hyphen stays.
"""

import re
from collections.abc import Iterable
from functools import cached_property

HYPHENS = "-\u2010\u00ad"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:[-\u2010\u2011][^\W\d_]+)*")
_HEAD = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_TAIL = re.compile(r"[^\W\d_]+")
_LONGEST = 100  # letters of a word before its line ends
_CROSSING = 3  # letters behind the line's end that another form of the word shares


class Known:
    """The words of a document that stand whole on a line."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Keep `lines`, whose words are read once a line's end asks for them; what a hyphen cuts there is no word."""
        self._lines = lines

    @cached_property
    def _words(self) -> set[str]:
        found: set[str] = set()
        for line in self._lines:
            for match in _WORD.finditer(line):
                if line[match.end() : match.end() + 1] not in {*HYPHENS} or match.end() + 1 < len(line):
                    found.add(match[0].lower().replace("\u2010", "-").replace("\u2011", "-"))
        return found

    @cached_property
    def _starts(self) -> set[str]:
        return {word[:end] for word in self._words if "-" not in word for end in range(5, len(word) + 1)}

    def join(self, before: str, after: str) -> str:
        """Return two lines as one: a space between them, or a word made whole."""
        if before[-1:] not in HYPHENS or len(before) < 2 or before[-2].isspace():
            return f"{before} {after}"
        head, tail = _HEAD.search(before, max(0, len(before) - _LONGEST)), _TAIL.match(after)
        if head is None or tail is None:
            return before + after
        is_one = tail[0].islower() and self._is_one_word(head[1].lower(), tail[0])
        return before[:-1] + after if is_one else f"{before[:-1]}-{after}"

    def _is_one_word(self, head: str, tail: str) -> bool:
        """Say whether the document has head and tail as one word, or another form of that word."""
        if f"{head}-{tail}" in self._words:
            return False
        if f"{head}{tail}" in self._words:
            return True
        return (
            len(tail) >= _CROSSING and len(head) > 2 and (head + tail[: max(_CROSSING, len(tail) - 3)]) in self._starts
        )
