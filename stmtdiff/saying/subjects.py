"""Find the verb of a subject.

The ugly case: in "The families displaced by the flood received tents" the first word in "ed" is not the verb of the
sentence; in "The decision to close the port surprised many Ministers" neither is "close".
"""

from dataclasses import dataclass, field
from functools import lru_cache

from stmtdiff.edits.qualifiers import is_qualifier
from stmtdiff.languages import english_clauses as lists
from stmtdiff.languages.english import ARTICLES, BEING, MODALS, NOUN_ENDINGS, POSSESSIVES, PREPOSITIONS
from stmtdiff.saying.forms import forms, is_adverb, opens_noun
from stmtdiff.saying.line import Line, Range, by_opening
from stmtdiff.saying.verbs import Group, can_begin, read_group
from stmtdiff.values import is_number

_NO_END = (ARTICLES | POSSESSIVES | PREPOSITIONS | {"to", "and", "or", "no", "every", "such"}) - {"that", "this"}
_STOPS = lists.CLAUSE_OPENERS | {"that", "and", "or", "if", "when", "as", "until", "unless"}
_AUXILIARIES = MODALS | BEING
_PLURAL = lists.PLURAL_PRONOUNS | lists.PEOPLE | {"i", "who", "which", "others"}  # they take a verb without an ending
_BUT = by_opening(("but one", "but two"))  # "all but one" opens no clause
_RELATIVES = ("who", "which", "that", "whom", "whose", "where")
_TURNING = frozenset(",;:") | {"if", "unless", "until", "whether", "since", "to", *_RELATIVES}


@dataclass(slots=True)
class Predicate:
    """The governing group of a subject; `asides` are clauses between commas inside the subject."""

    group: Group
    asides: list[Range] = field(default_factory=list)
    is_strong: bool = False


def predicate(line: Line, at: int, limit: int, *, bare: bool = False) -> Predicate | None:
    """Return the first finite group behind a subject that begins at `at`; `bare` allows a verb without an ending."""
    asides: list[Range] = []
    place = at
    while place < limit:
        norm = line.norms[place]
        if not _is_turning(norm):
            place += 1
            continue
        if norm in (";", ":") or (norm in lists.CLAUSE_OPENERS and not line.longest(place, _BUT)):
            return None
        if norm in ("if", "unless", "until", "whether", "since") and place > at:
            return None
        if norm == "," and (close := _aside(line, place, limit)):
            if _is_clausal(line, place + 1):
                asides.append((place + 1, close))
            place = close
            if place < limit and line.norms[place] == ",":
                place += 1
                if place == limit:
                    return None
                if not (found := _finite(line, at, place, limit, bare)) and line.word(place) not in ("and", "as"):
                    continue
                if found:
                    return Predicate(found[0], asides, True)
            continue
        if norm in _RELATIVES and place > at and line.norms[place - 1] != ",":
            if norm == "that" and not _ends_noun(line, place - 1):
                return None
            inner = read_group(line, place + 1, limit)
            if inner is None:
                deeper = predicate(line, place + 1, limit)
                inner = deeper.group if deeper else None
            if inner is None:
                return None
            place = inner.end
            continue
        if norm == "to" and "base" in forms(line.word(place + 1)) and place > at:
            place += 2
            continue
        if place > at and can_begin(norm) and (found := _finite(line, at, place, limit, bare)):
            if _is_contact(line, at, place) and _is_told_behind(line, found[0].end - 1, limit):
                place = found[0].end
                continue
            return Predicate(found[0], asides, found[1])
        place += 1
    return None


@lru_cache(maxsize=8192)
def _is_turning(norm: str) -> bool:
    """Say whether a word behind a subject can be its verb, or end it, or begin something in it: most cannot."""
    return norm in _TURNING or norm in lists.CLAUSE_OPENERS or can_begin(norm)


def _is_told_behind(line: Line, at: int, limit: int) -> bool:
    """Say whether a sure verb follows: in "the waters we control (are) calm" the first is no predicate."""
    found = predicate(line, at, limit)
    return found is not None and found.is_strong


def describes(norm: str) -> bool:
    """Say whether a word looks like an adjective: by its ending, or one that no ending tells."""
    return is_qualifier(norm) or norm in lists.ADJECTIVES


def _is_clausal(line: Line, at: int) -> bool:
    at += line.word(at) in ("not", "deeply", "also", "while")
    return (
        line.word(at) in ("who", "which", "where")
        or bool({"ing"} & forms(line.word(at)))
        or (line.word(at) in lists.MINDS)
    )


def _is_contact(line: Line, start: int, at: int) -> bool:
    """Say whether a pronoun behind a noun opens a relative clause of its own: "the measures it (has taken)"."""
    return line.norms[at - 1] in lists.ANY_PRONOUN and at - 2 >= start and line.norms[at - 2].isalpha()


def _aside(line: Line, at: int, limit: int) -> int:
    """Return where what opens with the comma at `at` closes, if a comma closes it before a verb; 0 otherwise."""
    if line.quoted and at + 1 in line.quoted:
        return 0
    is_clausal = _is_clausal(line, at + 1)
    for place in range(at + 1, limit):
        norm = line.norms[place]
        if norm == "," and (not is_clausal or _verb_follows(line, place + 1, limit) or place == limit - 1):
            return place
        if norm in (";", ":"):
            return 0
    return 0


def _verb_follows(line: Line, at: int, limit: int) -> bool:
    group = read_group(line, at, limit)
    return group is not None and line.word(at) not in ("and", "or")


def _ends_noun(line: Line, at: int) -> bool:
    norm = line.word(at)
    return norm not in _NO_END and not ("ing" in forms(norm) and norm not in lists.NO_GERUNDS)


def _finite(line: Line, start: int, at: int, limit: int, bare: bool) -> tuple[Group, bool] | None:
    """Return the finite group that begins at `at`, and whether it surely is one; None where no subject ends there."""
    before = line.norms[at - 1]
    is_turned = line.norms[at] in BEING and "ing" in forms(line.norms[start])  # "Voting against were"
    if (before in _NO_END and not (is_turned and before in PREPOSITIONS)) or (before == "," and at - 1 == start):
        return None
    if is_adverb(before) and at - 1 > start and "base" not in forms(before):
        return None
    is_floating = before in ("all", "both", "each") and at - 2 >= start and line.norms[at - 2] not in _NO_END
    is_whole = is_floating or line.norms[at - 2 : at - 1] == ("all",)
    if before in ("this", "that", "these", "those", "all", "both", "any", "each") and at - 1 != start and not is_whole:
        return None
    group = read_group(line, at, limit)
    if group is None:
        return None
    first = line.norms[group.verb if not (group.modal or group.hedges or group.negation) else _first_verb(line, group)]
    if group.form in ("modal", "aux"):
        is_noun = first in ("will", "might", "may", "can", "must", "need") and (
            before in lists.STRENGTH or line.word(at + 1) == "of" or (line.named[at] and line.named[at - 1])
        )
        return None if is_noun else (group, True)
    is_led = at - 1 == start or line.norms[start] in lists.LEADING  # "To this end we (commit) to"
    if is_led and before in lists.PERSONAL and group.form in ("past", "third", "base"):
        return group, True  # nothing describes a pronoun: "We (note) with concern increased threats"
    if group.form == "past":
        return _past(line, start, at, limit, group)
    if group.form == "third":
        return _third(line, start, at, limit, group)
    if group.form == "base":
        return _base(line, start, at, limit, group, bare)
    return None


def _first_verb(line: Line, group: Group) -> int:
    return next((place for place in range(group.start, group.end) if not is_adverb(line.norms[place])), group.start)


def _follows_verb(line: Line, group: Group) -> bool:
    """Say whether what stands behind a verb can only be its object."""
    behind = line.word(group.end)
    return opens_noun(line, group.end) or behind in ("to", "that", "whether") or len(group.act) > 1


def _later(line: Line, group: Group, limit: int) -> bool:
    """Say whether another finite verb follows in the same stretch, so that this one only describes."""
    if group.voice == "copula" and line.word(group.end) in lists.MINDS:
        return False  # "remains (concerned) that"
    stop = next(
        (place for place in range(group.end, limit) if line.norms[place] in ",;:" or line.norms[place] in _STOPS),
        limit,
    )
    for place in range(group.end, stop):
        if line.norms[place] in ("who", "which") or (
            line.norms[place] == "to" and "base" in forms(line.word(place + 1))
        ):
            return False
        if line.norms[place] in _NO_END or (place and line.norms[place - 1] in _NO_END):
            continue
        found = read_group(line, place, stop)
        if found and (found.form in ("modal", "aux") or (found.form == "past" and _follows_verb(line, found))):
            return True
        if found and found.form == "third" and _follows_verb(line, found):
            return True
        if found and found.form == "past" and place - group.end > 1 and line.word(found.end) not in PREPOSITIONS:
            return True
    return False


def _tells(line: Line, at: int, limit: int, group: Group) -> bool:
    """Say whether a verb tells a clause without "that", or a quotation: "All ministers (said) rules were needed".

    What can be a participle too needs somebody who speaks before it: "the terms agreed" are nobody's word.
    """
    verb, behind = line.norms[group.verb], line.word(group.end)
    if verb not in lists.TELLING_VERBS or group.voice != "active" or not behind or is_adverb(behind):
        return False
    if behind in lists.NOT_IN_SUBJECT or behind in lists.ALL_AUXILIARIES:
        return False
    is_known = line.norms[at - 1] in lists.ALL_SPEAKING or line.named[at - 1]
    if not (is_known or verb in lists.SAID or "participle" not in forms(verb)):
        return False
    return group.end in line.quoted or _later(line, group, limit)


def _past(line: Line, start: int, at: int, limit: int, group: Group) -> tuple[Group, bool] | None:
    norm = line.norms[group.verb] if group.verb >= 0 else ""
    before = line.norms[at - 1]
    if group.verb > 0 and line.named[group.verb]:
        return None  # "the Brevian Armed Forces"
    if "participle" not in forms(norm) or len(group.act) > 1 or group.act[-1][1] - group.act[0][0] > 2:
        return group, True
    if _follows_verb(line, group) or _tells(line, at, limit, group):
        return group, True
    if (
        (
            describes(before)
            and not line.named[at - 1]
            and before not in lists.ALL_SPEAKING
            and before not in lists.ALL_QUANTIFIERS
        )
        and at - 1 > start
        and not before.endswith(NOUN_ENDINGS)
    ):
        return None if _later(line, group, limit) else (group, False)
    if _later(line, group, limit):
        return None
    has_particle = group.end - group.verb > 1
    is_known = before in lists.ALL_SPEAKING or line.named[at - 1]
    return group, has_particle or line.word(group.end) in (".", "", ",", ";") or is_known


def _third(line: Line, start: int, at: int, limit: int, group: Group) -> tuple[Group, bool] | None:
    before, verb = line.norms[at - 1], group.verb if group.verb >= 0 else at
    is_plural = before.endswith("s") and not before.endswith(("ss", "us", "is", "'s")) and not line.named[at - 1]
    is_describing = describes(before) and before not in lists.ALL_SPEAKING and not line.named[at - 1]
    if before in ("these", "those", "such", "what") or (at - 2 >= start and _is_several(line, at - 1)):
        return None  # "the two (states)"
    if before.endswith(lists.OWNERS) or (before in lists.ALL_QUANTIFIERS and at - 1 == start and before != "each"):
        return None
    if not is_plural and not line.named[verb] and _tells(line, at, limit, group):
        return group, True
    if not _follows_verb(line, group) and (is_plural or is_describing or _later(line, group, limit)):
        return None
    if is_describing and not before.endswith(("ing", "ed")) and at - 1 > start and line.norms[at - 2] in _NO_END:
        return None
    if line.named[verb] or (group.end < limit and line.norms[group.end] in _AUXILIARIES):
        return None
    return group, _follows_verb(line, group) or before in lists.ALL_SPEAKING or group.voice == "copula"


def _is_several(line: Line, at: int) -> bool:
    """Say whether a number of more than one stands behind "the": it counts what follows, and no verb in "s" does."""
    return line.norms[at - 1] in lists.BEFORE_NOUNS and is_number(line.norms[at]) and line.norms[at] not in ("one", "1")


def _base(line: Line, start: int, at: int, limit: int, group: Group, bare: bool) -> tuple[Group, bool] | None:
    before = line.norms[at - 1]
    is_plural = (
        (before.endswith("s") and not before.endswith(("ss", "us", "is", "'s")))
        or before in _PLURAL
        or "and" in line.norms[start:at]
    )
    if before.endswith(lists.OWNERS) or line.named[at] or not (is_plural or bare):
        return None
    if line.norms[group.verb] in lists.FEELINGS and line.word(group.verb + 1) in PREPOSITIONS and describes(before):
        return None  # "continuing support for the truce"
    if is_number(before) or before in ("other", "various", "many", "several", "some", "most"):
        return None
    if (
        group.end < limit
        and (line.norms[group.end] in _AUXILIARIES or line.norms[group.end] in lists.HAVING)
        and not bare
    ):
        return None
    is_led = _follows_verb(line, group) or group.end - group.verb > 1  # "countries (commit to) taking steps"
    if not is_led and _later(line, group, limit):
        return None
    return group, is_led or before in lists.ALL_SPEAKING or before in lists.PLURAL_PRONOUNS
