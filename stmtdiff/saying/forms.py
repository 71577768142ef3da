"""Ask of a single word which forms of a verb it can be, and whether it is an adverb or opens a noun.

The ugly case: "put" is three forms of a verb, "need" is none in "ed", and "meeting" is a noun.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from stmtdiff.languages import english_clauses as lists
from stmtdiff.languages.english import ARTICLES, DETERMINERS, POSSESSIVES
from stmtdiff.values import is_number

if TYPE_CHECKING:
    from stmtdiff.saying.line import Line

_ADVERBS = lists.CONNECTING | lists.TIMELY | lists.HEDGING | lists.MANNER | {"only", "just", "both", "never", "not"}
_NO_ADVERBS = ("family", "reply", "apply", "supply", "rely", "ally", "assembly", "comply", "imply", "likely", "early")
_NONE = frozenset[str]()
_OF_BE = {
    "be": frozenset({"base"}), "been": frozenset({"participle"}),
    "have": frozenset({"base"}), "had": frozenset({"participle"}),
}  # fmt: skip
_NOMINAL = ARTICLES | DETERMINERS | POSSESSIVES | lists.ANY_PRONOUN | {"them", "him", "me", "us"}


@lru_cache(maxsize=8192)
def base_of(norm: str) -> str:
    """Return the base of a regular or strong verb, the word itself where no rule finds one."""
    for forms in lists.STRONG_FORMS:
        if norm in forms:
            return forms[0]
    rests = [norm]
    if norm.endswith(("ies", "ied")):
        rests.append(norm[:-3] + "y")
    for ending in ("s", "es", "d", "ed", "ing"):
        if norm.endswith(ending):
            rest = norm.removesuffix(ending)
            rests += [rest, rest + "e"] + ([rest[:-1]] if rest[-1:] == rest[-2:-1] else [])
    return next((rest for rest in rests if rest in lists.BASE_VERBS), norm)


@lru_cache(maxsize=8192)
def forms(norm: str) -> frozenset[str]:
    """Return the forms of a verb that a word can be by itself.

    >>> sorted(forms("held")), sorted(forms("calls")), sorted(forms("put"))
    (['participle', 'past'], ['third'], ['base', 'participle', 'past'])
    """
    found = set()
    if norm in lists.STRONG_PAST:
        found.add("past")
    if norm in lists.STRONG_PARTICIPLES:
        found.add("participle")
    is_compound = "-" in norm and not norm.startswith(("co-", "re-", "pre-"))  # "harbour-backed bonds"
    if norm.endswith("ed") and len(norm) > 3 and norm not in lists.NO_PAST and not is_compound:
        found |= {"past", "participle"}
    if norm in lists.BASE_VERBS:
        found.add("base")
    elif norm.endswith("s") and base_of(norm) != norm:
        found.add("third")
    if norm.endswith("ing") and len(norm) > 4 and norm not in lists.NO_GERUNDS and not is_compound:
        found.add("ing")
    return frozenset(found)


@lru_cache(maxsize=8192)
def is_adverb(norm: str) -> bool:
    """Say whether a word can stand between a subject and its verb and change neither."""
    return norm in _ADVERBS or (norm.endswith("ly") and len(norm) > 4 and norm not in _NO_ADVERBS)


def opens_noun(line: "Line", at: int) -> bool:
    """Say whether a noun phrase surely begins at `at`: an article, a pronoun, a number, a quantity, a name."""
    norm = line.word(at)
    return norm in _NOMINAL or norm in lists.ALL_QUANTIFIERS or is_number(norm) or (at < len(line) and line.named[at])


def forms_be(norm: str) -> frozenset[str]:
    """Return the forms of "be" and "have", which no list of verbs holds."""
    return _OF_BE.get(norm, _NONE)
