"""Let a phrase that holds one name of a thing find its other names too: "DPRK" finds "North Korea"."""

import re
from functools import lru_cache

from stmtdiff.phrases.phrase import Phrase, compile_phrase
from stmtdiff.phrases.syntax import upgraded

Names = frozenset[tuple[str, ...]]


def with_names(phrase: Phrase, names: Names) -> Phrase:
    """Return a phrase in which each name that `names` list stands for all names of its thing; else the phrase itself.

    >>> with_names(compile_phrase("talks with the DPRK"), frozenset({("DPRK", "North Korea")})).pattern
    'talks with the (DPRK|North Korea)'

    Raises:
        SettingsError: when the phrase has more wordings with them than a phrase can have.
    """
    return _with_names(phrase, tuple(sorted(names))) if names else phrase


@lru_cache(maxsize=1024)
def _with_names(phrase: Phrase, names: tuple[tuple[str, ...], ...]) -> Phrase:
    pattern = phrase.pattern if phrase.syntax == 2 else upgraded(phrase.pattern)
    choices = {name.lower(): f"({'|'.join(own)})" for own in names for name in own}
    longest = sorted(choices, key=lambda name: (-len(name), name))
    found = re.compile(rf"(?<![\w*])(?:{'|'.join(map(re.escape, longest))})(?![\w*])", re.IGNORECASE)
    made = found.sub(lambda match: choices[match[0].lower()], pattern)
    return compile_phrase(made) if made != pattern else phrase
