"""Which English words are forms of one another, which are verbs, and which spellings are one."""

from functools import lru_cache

from stmtdiff.languages.english import (
    CONTRACTED,
    CONTRACTIONS,
    DENIALS,
    INFLECTIONS,
    MULTITUDES,
    NO_ADVERBS,
    SPELLINGS,
    VERBS,
)
from stmtdiff.phrases import fold_spelling


def written_out(norm: str) -> list[str]:
    """Return the words that a contraction stands for, and any other word as it is.

    >>> written_out("don't"), written_out("cannot"), written_out("council's")
    (['do', 'not'], ['can', 'not'], ["council's"])
    """
    if norm in CONTRACTED:
        return CONTRACTED[norm].split()
    for ending, words in CONTRACTIONS.items():
        if norm.endswith(ending) and len(norm) > len(ending):
            return (norm.removesuffix(ending) + words).split()
    return [norm]


def is_denial(norm: str) -> bool:
    """Say whether a word denies what stands behind it.

    >>> is_denial("cannot"), is_denial("isn't"), is_denial("note")
    (True, True, False)
    """
    return norm in DENIALS or norm.endswith("n't")


_WITH_Y = ("y", "ys", "yed", "ying", "ies", "ied")
_OF_Y = ("ic", "ical", "ics", "ly")  # "economic" is of "economy"; an adverb ends in a "y" of its own


@lru_cache(maxsize=16384)
def stem(norm: str) -> str:
    """Return a crude stem, for asking whether two words are forms of one.

    A figure has none, nor has a count: "2030s" is no year, and "dozens" are no "dozen".

    >>> stem("purchases") == stem("purchase"), stem("strengthening") == stem("strengthened")
    (True, True)
    """
    word = norm.removesuffix("'s").removesuffix("'")
    for ending in INFLECTIONS if not word[:1].isdigit() and word not in MULTITUDES else ():
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word


def are_forms(one: str, other: str) -> bool:
    """Say whether two words are forms of one word, and not two that begin alike: a "y" is no ending of every word.

    >>> are_forms("policy", "policies"), are_forms("economy", "economic"), are_forms("delay", "delayed")
    (True, True, True)
    >>> are_forms("policy", "police"), are_forms("part", "parties")
    (False, False)
    """
    if one == other:
        return True
    if _whole_stem(one) != _whole_stem(other):
        return False
    ends = [word.endswith(_WITH_Y) for word in (one, other)]
    return ends[0] == ends[1] or any(word.endswith(_OF_Y) for word in (one, other))


def _whole_stem(norm: str) -> str:
    """Return the stem of a word whose last "y" or "ly" is no ending: that of "applies" for "apply"."""
    if norm in NO_ADVERBS:
        return stem(f"{norm[:-1]}ies")
    return stem(f"{norm}s" if norm.endswith(("ay", "ey", "oy", "uy")) else norm)


@lru_cache(maxsize=4096)
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
