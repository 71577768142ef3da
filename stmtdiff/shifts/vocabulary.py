"""Ask of a word whether it is a number or a verb, and which spelling it has."""

from stmtdiff.grammar import stem
from stmtdiff.languages.english import SPELLINGS, VERBS
from stmtdiff.phrases import fold_spelling


def spelling(norm: str) -> str:
    """Return one spelling for the British and American forms of a word.

    >>> spelling("despatch") == spelling("dispatch"), spelling("denuclearisation") == spelling("denuclearization")
    (True, True)
    """
    return SPELLINGS.get(norm, fold_spelling(norm))


_VERB_STEMS = frozenset(stem(verb) for verb in VERBS)


def is_verb(norm: str) -> bool:
    """Say whether a word is a form of a verb that statements act or report with."""
    return norm in VERBS or (stem(norm) in _VERB_STEMS and norm.endswith(("s", "ed", "ing", "e")))
