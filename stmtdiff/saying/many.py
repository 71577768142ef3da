"""Say how many a subject is.

The ugly case: "The Chair and her deputy" are several, "The Ministers of Brevia and Halvane" one body, "Demand" nobody.
"""

from stmtdiff.edits.qualifiers import is_qualifier
from stmtdiff.languages import english_clauses as lists
from stmtdiff.languages.english import ARTICLES, NOUN_ENDINGS, PREPOSITIONS
from stmtdiff.saying.clause import Many
from stmtdiff.saying.forms import base_of, forms
from stmtdiff.saying.line import Line, Range, by_opening
from stmtdiff.saying.phrases import phrase_at
from stmtdiff.values import is_number

_MANY: dict[str, Many] = {word: many for many, words in lists.AMOUNTS.items() for word in words}
_JOINED_WITH = by_opening(lists.JOINED_WITH)
_COUNTING = ("few", "number", "majority", "couple", "handful")


def many_of(line: Line, subject: Range, speakers: frozenset[str]) -> Many:
    """Return how many a subject is, "" for a thing without a quantity."""
    first, last = subject
    while first < last and (found := phrase_at(line, first, last)) and found.kind == "scope" and found.last < last:
        first = found.last
    norms = line.norms[first:last]
    if not norms:
        return ""
    if norms[0] in lists.NOBODY:
        return "none"
    if norms[0] in ARTICLES and len(norms) > 2 and norms[1] in _COUNTING:
        return _MANY[norms[1]]
    if norms[0] in _MANY:
        return _MANY[norms[0]]
    counted = norms[1] if norms[0] in lists.BEFORE_NOUNS and len(norms) > 1 else norms[0]
    if is_number(counted):
        return "one" if counted in ("1", "one") else "several"
    head = head_of(line, first, last)
    is_joined = _is_joined(line, first, last)
    size = _size(line, first, head, speakers)
    return "several" if size == "one" and is_joined else size


def head_of(line: Line, first: int, last: int) -> int:
    """Return where the head noun of a noun phrase stands: the last word before a preposition, a comma or a verb."""
    at = first
    while at < last and (line.norms[at] in lists.BEFORE_NOUNS or line.norms[at] == "("):
        at += 1
    head = at
    while at < last:
        norm = line.norms[at]
        if norm in PREPOSITIONS or norm in (",", "(", ";", ":", "who", "which", "that", "and", "or", "to", "-", "as"):
            break
        if at > first and "participle" in forms(norm) and line.word(at + 1) in PREPOSITIONS and at > head:
            break
        head = at
        at += 1
    return min(head, last - 1)


def _is_joined(line: Line, first: int, last: int) -> bool:
    for place in range(first, last):
        if line.norms[place] == "and" or line.longest(place, _JOINED_WITH):
            before = line.norms[first:place]
            if not any(norm in ("of", "for", "between", "from") for norm in before) or "," in before:
                return True
    return False


def _size(line: Line, first: int, head: int, speakers: frozenset[str]) -> Many:
    norm = line.norms[head]
    opener = line.norms[first]
    if norm in lists.PLURAL_PRONOUNS or norm in lists.PEOPLE:
        return "body"
    if norm in lists.BODIES:
        return "body"
    if norm in lists.PERSONS or norm in ("he", "she", "i"):
        return "one"
    if norm in speakers:
        return "body"
    if line.named[head] and opener not in lists.BEFORE_NOUNS and _is_name(line, first, head):
        return "one"
    if line.named[head] and line.span((head, head + 1)).of(line.text).isupper():  # "the U.S."
        return "one"
    if norm.endswith("s") and base_of(norm[:-1]) and _is_agent(norm[:-1]):
        return "body"
    if _is_agent(norm):
        return "one"
    return ""


def _is_agent(norm: str) -> bool:
    """Say whether a noun names who does what its verb says: "signat-ory", "own-er", "econom-ist"."""
    stem = norm.removesuffix("er").removesuffix("or")
    return norm.endswith(("ist", "yst")) or (
        norm.endswith(("er", "or")) and any(base in lists.BASE_VERBS for base in (stem, stem + "e", stem[:-1]))
    )


def _is_name(line: Line, first: int, head: int) -> bool:
    """Say whether a capital marks a name: inside the sentence it does, at its front unless an ending denies it."""
    norm = line.norms[head]
    if first or head > first:
        return True
    return not (
        norm.endswith((*NOUN_ENDINGS, "s", "th", "ing", "ty", "cy")) or norm in lists.BASE_VERBS or is_qualifier(norm)
    )
