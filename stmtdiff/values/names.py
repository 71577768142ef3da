"""Find the name that an abbreviation in brackets stands for.

The ugly case: "the Coordinator for the Office of Harbour Lights and Safety (OHLS)": the name begins where its
first letter is met, and small words between its words have no letter.
"""

import re
from collections.abc import Iterator, Sequence

from stmtdiff.languages.english import INSIDE_BODIES
from stmtdiff.patterns import later
from stmtdiff.spans import Span

_WORD = later(r"[^\W_][\w'’]*")
_LETTERS = later(r"\((?P<letters>[A-Z][A-Za-z0-9&.-]*[A-Z][A-Za-z0-9&.-]*)\)")
_REACH = 160  # code points in front of the bracket within which the name stands


def name_before(text: str, place: int, letters: str) -> Span | None:
    """Return where the name stands whose words begin with `letters`, up to `place`; None where there is none.

    >>> text = "by the Office of Harbour Lights (OHL)"
    >>> name_before(text, text.index("("), "OHL").of(text)
    'Office of Harbour Lights'
    """
    words = list(_WORD.finditer(text, max(0, place - _REACH), place))
    wanted = [letter for letter in letters.upper() if letter.isalpha()]
    if not words or len(wanted) < 2 or text[words[-1].end() : place].strip():
        return None
    for counts_small in (False, True):  # "Department of Energy" is DE to some and DoE to others
        start = _start(words, wanted, counts_small=counts_small)
        if start is not None and text[start].isupper():
            return Span(start, words[-1].end())
    return None


def defined(text: str) -> Iterator[tuple[str, str]]:
    """Yield each abbreviation that `text` sets in brackets behind its name, and the name in small letters.

    >>> list(defined("by the Office of Harbour Lights (OHL)"))
    [('OHL', 'office of harbour lights')]
    """
    for match in _LETTERS.finditer(text):
        if name := name_before(text, match.start(), match["letters"]):
            yield match["letters"], " ".join(name.of(text).lower().split())


def _start(words: Sequence[re.Match[str]], wanted: Sequence[str], *, counts_small: bool) -> int | None:
    """Return where the first of the words begins whose letters, read backwards, are all that is wanted."""
    left = list(wanted)
    for word in reversed(words):
        is_small = word[0].lower() in INSIDE_BODIES
        parts = [part[0].upper() for part in re.split(r"[-‐‑]", word[0]) if part]
        if parts[:1] == left[-1:] and (counts_small or not is_small):
            left.pop()
        elif not is_small:
            return None
        if not left:
            return word.start()
    return None
