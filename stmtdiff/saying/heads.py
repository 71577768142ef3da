"""Find the head nouns of what a verb governs, and the adjectives before them.

The ugly case: of "hundreds of families" the families are the head, and of "to free the crew and pay" the verbs.
"""

from collections.abc import Iterator

from stmtdiff.edits.qualifiers import is_qualifier
from stmtdiff.languages import english_clauses as lists
from stmtdiff.languages.english import ARTICLES, DETERMINERS, POSSESSIVES, PREPOSITIONS
from stmtdiff.saying.forms import forms, is_adverb
from stmtdiff.saying.line import Line, Range
from stmtdiff.saying.nouns import OPENERS, Noun, is_adjective, is_qualifier_of, noun_at
from stmtdiff.values import is_number


def members(line: Line, first: int, last: int) -> Iterator[int]:
    """Yield where the members of a coordinated object begin: they open alike."""
    opener = line.norms[first]
    at = first
    yield first
    kind = _opening(line, first)
    is_plain = _is_plain_list(line, first, last)
    if opener == "(":
        kind = "("
    for place in range(at + 1, last - 1):
        if line.norms[place] not in (",", ";", "and", "or"):
            continue
        start = place + 1
        while start < last and line.norms[start] in ("and", "or", ","):
            start += 1
        if start >= last or line.norms[place - 1] in (",", ";", "and"):
            continue
        other = _opening(line, start)
        if (kind == "(" and line.norms[start] == "(") or (kind == "to" and other == "to"):
            yield start
        elif line.norms[start] in ("for", "on", "upon", "of", "to") and line.word(first - 1) == line.norms[start]:
            yield start + 1
        elif is_plain and other in ("det", "noun") and line.norms[start] not in PREPOSITIONS:
            yield start


def _opening(line: Line, at: int) -> str:
    norm = line.norms[at]
    if norm == "to":
        return "to"
    return "det" if norm in ARTICLES or norm in POSSESSIVES or norm in DETERMINERS else "noun"


def _is_plain_list(line: Line, first: int, last: int) -> bool:
    """Say whether an object is a list without prepositions inside its members, or with one each."""
    norms = line.norms[first:last]
    if "and" not in norms and "or" not in norms:
        return False
    join = max(at for at, norm in enumerate(norms) if norm in ("and", "or"))
    before = [norm for norm in norms[:join] if norm in PREPOSITIONS or norm in ("to", "who", "which", "that")]
    behind = [norm for norm in norms[join + 1 :] if norm in PREPOSITIONS]
    if not before:
        adjectives = is_qualifier(norms[join - 1]) and len(norms) > join + 1 and is_qualifier(norms[join + 1])
        return not adjectives
    commas = norms[:join].count(",")
    return len(before) == commas + 1 and len(behind) == 1 and set(before) == set(behind) and before[0] != "of"


def head_at(line: Line, start: int, last: int, may_describe: bool) -> tuple[Range | None, tuple[Range, ...]]:
    """Return the head of the object that begins at `start`, if one is left, and the adjectives before it."""
    at = start
    if at >= last:
        return None, ()
    if line.norms[at] == "(":
        at = next((place + 1 for place in range(at, last) if line.norms[place] == ")"), at)
    if line.word(at) == "to":
        at += 1
        while at < last and (is_adverb(line.norms[at]) or (line.norms[at] == "better" and at + 1 < last)):
            at += 1
        return ((at, at + 1) if at < last else None), ()
    while at < last and (line.norms[at] in PREPOSITIONS or is_adverb(line.norms[at])):
        at += 1
    if at < last and "ing" in forms(line.norms[at]) and not is_qualifier_of(line, at, last):
        return (at, at + 1), ()
    noun = noun_at(line, at, last) if at < last else None
    if noun is None:
        return None, ()
    if counted := _counted(line, noun, last):
        return head_at(line, counted, last, may_describe)
    if may_describe and _is_describing(line, noun, last):
        return None, ()
    head = _of_person(line, noun)
    return head, tuple(place for place in noun.qualifiers if place[1] <= head[0])


def _is_describing(line: Line, noun: Noun, last: int) -> bool:
    """Say whether what is said of a subject is an adjective and no noun: "is open", "remains attentive"."""
    (at, end), norm = noun.whole, line.norms[noun.whole[1] - 1]
    is_alone = end - at == 1 and at == noun.opening and not line.named[at] and end == last and not norm.endswith("s")
    return line.norms[noun.opening] not in OPENERS and (is_adjective(line, end - 1) or is_alone)


def _of_person(line: Line, noun: Noun) -> Range:
    """Return the last noun of a phrase; of a person the whole name."""
    at, end = noun.whole
    if line.named[end - 1] and end - 2 >= at:
        if line.norms[end - 2] in lists.COURTESY | {"st", "mr", "ms"}:
            return end - 2, end
        if line.named[end - 2] and line.norms[end - 3] in lists.COURTESY:
            return end - 3, end
    return end - 1, end


def _counted(line: Line, noun: Noun, last: int) -> int:
    """Return where what a quantity counts begins: "hundreds (of families)"; 0 where the head is no quantity."""
    end = noun.whole[1]
    if end >= last or line.norms[end] != "of":
        return 0
    norm = line.norms[end - 1]
    return end + 1 if norm in lists.MEASURES or is_number(norm) else 0
