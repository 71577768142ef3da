"""Find the head nouns of what a verb governs, and the adjectives before them.

The ugly case: "the agreement signed in Lisk" has its head before the participle, "the renewed talks" behind it, and of
"hundreds of families" the families are the head.
"""

from collections.abc import Iterator

from stmtdiff.edits.qualifiers import is_qualifier
from stmtdiff.languages import english_clauses as lists
from stmtdiff.languages.english import ARTICLES, DETERMINERS, POSSESSIVES, PREPOSITIONS
from stmtdiff.saying.forms import forms, is_adverb
from stmtdiff.saying.line import Line, Range
from stmtdiff.saying.phrases import phrase_at
from stmtdiff.values import is_number

_OPENERS = ARTICLES | POSSESSIVES | DETERMINERS | lists.WHOLE


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
    return "det" if norm in ARTICLES | POSSESSIVES | DETERMINERS else "noun"


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


def head_at(line: Line, start: int, last: int, may_describe: bool) -> tuple[Range | None, list[Range]]:
    """Return the head of the noun phrase that begins at `start`, and the adjectives before it."""
    at = start
    if line.norms[at] == "(":
        at = next((place + 1 for place in range(at, last) if line.norms[place] == ")"), at)
    if line.word(at) == "to":
        at += 1
        while at < last and (is_adverb(line.norms[at]) or (line.norms[at] == "better" and at + 1 < last)):
            at += 1
        return ((at, at + 1) if at < last else None), []
    while at < last and (line.norms[at] in PREPOSITIONS or is_adverb(line.norms[at])):
        at += 1
    if at < last and "ing" in forms(line.norms[at]) and not is_qualifier_of(line, at, last):
        return (at, at + 1), []
    if at >= last:
        return None, []
    opener, bare = line.norms[at], at
    while at < last - 1 and line.norms[at] in _OPENERS and line.norms[at + 1] not in PREPOSITIONS:
        at += 1
    end = _noun_stop(line, at, last)
    while end - 2 >= at and is_number(line.norms[end - 1]) and not is_number(line.norms[end - 2]):
        end -= 1  # "resolution 12"
    counted = _counted(line, at, end, last)
    if counted:
        return head_at(line, counted, last, may_describe)
    if end <= at:
        return None, []
    head = (end - 1, end)
    if line.named[end - 1] and end - 2 >= at and line.norms[end - 2] in lists.COURTESY | {"st", "mr", "ms"}:
        head = (end - 2, end)
    elif line.named[end - 1] and end - 2 >= at and line.named[end - 2] and line.norms[end - 3] in lists.COURTESY:
        head = (end - 3, end)
    is_alone = end - at == 1 and at == bare and not line.named[at] and end == last and not line.norms[at].endswith("s")
    if may_describe and opener not in _OPENERS and (_is_adjective(line, end - 1) or is_alone):
        return None, []
    adjectives = [
        (place, place + 1)
        for place in range(at, head[0])
        if _is_adjective(line, place) and not is_number(line.norms[place]) and not line.named[place]
    ]
    return head, adjectives


def is_qualifier_of(line: Line, at: int, last: int) -> bool:
    """Say whether a word in "ing" describes the noun behind it: "differing views"."""
    behind = line.word(at + 1)
    if line.norms[at] in lists.ADJECTIVES:
        return True
    return at + 1 < last and behind.endswith("s") and behind not in POSSESSIVES and line.word(at + 1) != "this"


def _is_adjective(line: Line, at: int) -> bool:
    norm = line.word(at)
    if norm in lists.ADJECTIVES:
        return True
    if norm in lists.ALL_SPEAKING or norm in lists.FEELINGS or norm in lists.TIME_NOUNS or norm in DETERMINERS:
        return False
    if norm in lists.STRENGTH:
        return True
    if is_adverb(norm):
        return False
    if norm in lists.BASE_VERBS and norm not in lists.ADJECTIVES and not norm.endswith(("ed", "ive", "al")):
        return False
    if norm.endswith("ing"):
        return norm not in lists.NO_GERUNDS
    return is_qualifier(norm)


def _noun_stop(line: Line, at: int, last: int) -> int:
    """Return where the nouns of a phrase end: at a preposition, a mark, a clause, a participle behind its noun."""
    place = at
    while place < last:
        norm = line.norms[place]
        if norm in PREPOSITIONS or norm in (
            ",",
            ";",
            ":",
            "(",
            ")",
            "-",
            "who",
            "which",
            "that",
            "to",
            "as",
            "where",
            "so",
        ):
            break
        if norm in ("and", "or", "but"):
            is_list = place > at and _is_adjective(line, place - 1) and place + 1 < last
            if not is_list or not _is_adjective(line, place + 1):
                break
        if place > at and (
            norm in ARTICLES | POSSESSIVES | lists.ANY_PRONOUN or norm in ("worth", "due", "able", "than")
        ):
            break
        if (
            place > at
            and phrase_at(line, place, last)
            and norm not in lists.ADJECTIVES
            and not _is_adjective(line, place + 1)
        ):
            break
        if (
            place > at
            and {"participle", "ing"} & forms(norm)
            and norm.endswith(("ed", "ing"))
            and _is_behind(line, place, last)
        ):
            break
        if (
            place > at
            and norm in lists.STRONG_PARTICIPLES
            and norm not in lists.BASE_VERBS
            and _is_behind(line, place, last)
        ):
            break
        place += 1
    while place > at and is_adverb(line.norms[place - 1]) and place - at > 1:
        place -= 1
    is_behind = place - at > 1 and _is_adjective(line, place - 1) and line.norms[place - 1] in lists.ADJECTIVES
    if is_behind and not _is_adjective(line, place - 2) and line.norms[place - 2] not in ARTICLES | DETERMINERS:
        place -= 1
    return place


def _is_behind(line: Line, place: int, last: int) -> bool:
    """Say whether a participle at `place` follows its noun: "the agreement signed in Lisk"."""
    before = line.norms[place - 1]
    if before in ARTICLES | DETERMINERS | POSSESSIVES or is_number(before) or before in lists.ALL_QUANTIFIERS:
        return False
    if is_adverb(before) or (_is_adjective(line, place - 1) and not line.named[place - 1]):
        return False
    behind = line.word(place + 1)
    if phrase_at(line, place + 1, last):
        return True  # "the progress made so far"
    return behind in PREPOSITIONS or behind in ARTICLES | POSSESSIVES | {"", ",", ".", "to"} or place + 1 >= last


def _counted(line: Line, at: int, end: int, last: int) -> int:
    """Return where what a quantity counts begins: "hundreds (of families)"; 0 where the head is no quantity."""
    if end >= last or line.norms[end] != "of" or end <= at:
        return 0
    norm = line.norms[end - 1]
    return end + 1 if norm in lists.MEASURES or is_number(norm) else 0
