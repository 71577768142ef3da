"""Say whether a word of grammar turns the sense of words that stay: then nothing is folded.

The ugly case: one small word is all that tells "a few members objected" from "few members objected", "the attacks on
Ostrel" from "the attacks of Ostrel", and a withdrawal "from the territories" from one "from territories".
"""

from collections import Counter
from collections.abc import Set as AbstractSet
from itertools import pairwise

from stmtdiff.languages.english import (
    ARTICLES,
    BEING,
    DONE_TO_ALL,
    FOCUSING,
    FUNCTION_WORDS,
    JOINING,
    OBLIGING,
    PREPOSITIONS,
    SCARCE,
    TIME_WORDS,
)
from stmtdiff.shifts.change import AMOUNTS, Change
from stmtdiff.values import is_number

# Before a name they say who does something, to whom or where.
_ROLES = {"of": frozenset({"on", "to", "for", "upon"}), "on": frozenset({"in", "at", "to", "for"})}
_BOUNDING = frozenset({"about", "over"})  # before a number they say how much: "(over) 10"


def turns_sense(change: Change) -> bool:
    """Say whether a word of English grammar that came, went or moved turns the sense of words that stay."""
    sides = [Counter(side.words) for side in change.sides]
    gone, come = (sides[0] - sides[1]).keys(), (sides[1] - sides[0]).keys()
    return (
        _is_focus_moved(change)
        or _is_ordered(change)
        or _is_under_way(change)
        or _is_turned_by_article(change, gone | come)
        or _is_done_to_more(change)
        or _is_turned_by_preposition(change, gone, come)
    )


def _is_focus_moved(change: Change) -> bool:
    """Say whether a word such as "only" belongs to the subject of the sentence on one side alone."""
    leads = [bool(side.own) and side.own[0].leads and side.own[0].key in FOCUSING for side in change.sides]
    return leads[0] != leads[1] and all(FOCUSING.intersection(side.words) for side in change.sides)


def _is_ordered(change: Change) -> bool:
    """Say whether one side alone says that somebody has to do it: "are to report", "are reporting"."""
    ordered = []
    for side in change.sides:
        keys = [atom.key for atom in (*side.before[-1:], *side.own)]
        ordered.append(any(one in OBLIGING and other == "to" for one, other in pairwise(keys)))
    return ordered[0] != ordered[1]


def _is_under_way(change: Change) -> bool:
    """Say whether behind "be" one side tells what goes on and the other what is so: "is preparing", "is prepared"."""
    going = []
    for side in change.sides:
        pairs = pairwise([atom.key for atom in (*side.before[-1:], *side.own)])
        going.append([other.endswith("ing") for one, other in pairs if one in BEING and other not in FUNCTION_WORDS])
    return len(going[0]) == len(going[1]) and going[0] != going[1]


def _is_turned_by_article(change: Change, differing: AbstractSet[str]) -> bool:
    return (differing == {"a"} and _is_scarce(change)) or (differing == {"the"} and _is_definite(change))


def _is_scarce(change: Change) -> bool:
    """Say whether "few" is near: "a few members" are some, and "few members" hardly any."""
    near = (atom.key for side in change.sides for atom in (*side.own, *side.after[:1]))
    return not SCARCE.isdisjoint(near)


def _is_definite(change: Change) -> bool:
    """Say whether an article tells all of some things from a part, where something is done to them.

    Security Council resolution 242 (1967) asks for a withdrawal "from territories", and not "from the territories".
    """
    for side in change.sides:
        behind = next((atom.key for atom in side.after[:3] if atom.key.endswith("s")), "")
        done = DONE_TO_ALL.intersection(atom.key for atom in side.before)
        if side.content or not done or not behind or behind in FUNCTION_WORDS:
            return False
    return True


def _is_done_to_more(change: Change) -> bool:
    """Say whether something is done to one thing on one side and to several on the other: "leave the territories"."""
    nouns = [side.content[-1:] for side in change.sides]
    is_number = nouns[0] != nouns[1] and all(map(_is_plural, nouns[0])) != all(map(_is_plural, nouns[1]))
    return is_number and all(DONE_TO_ALL.intersection(atom.key for atom in side.before) for side in change.sides)


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _is_turned_by_preposition(change: Change, gone: AbstractSet[str], come: AbstractSet[str]) -> bool:
    """Say whether one preposition or "and" for another says something else of what stands behind it."""
    if len(gone) != 1 or len(come) != 1:
        return False
    words = gone | come
    if _BOUNDING & words:
        return _is_before_number(change)
    if JOINING & words:
        return bool(PREPOSITIONS & words)  # "trade (and) energy", "trade (in) energy"
    return words <= PREPOSITIONS | {"to"} and (_is_before_duration(change) or _is_turned_to(change, words))


def _is_before_number(change: Change) -> bool:
    """Say whether a number follows the change: "(over) 10 ships" are more than "(about) 10 ships"."""
    return change.is_before(AMOUNTS) or any(is_number(atom.key) for side in change.sides for atom in side.after[:1])


def _is_before_duration(change: Change) -> bool:
    """Say whether a number of days or years follows the change: "for three years" is how long, "in" them is when."""
    return any(
        is_number(atom.key) and any(behind.key in TIME_WORDS for behind in side.after[1:3])
        for side in change.sides
        for atom in side.after[:1]
    )


def _is_turned_to(change: Change, words: AbstractSet[str]) -> bool:
    """Say whether another preposition tells who does it from who suffers it: "attacks (on) Ostrel", "(of) Ostrel".

    In a title it does not: "the Envoy on Reefs", "the Envoy for Reefs".
    """
    is_role = any(one in words and not words.isdisjoint(others) for one, others in _ROLES.items())
    if not is_role or any(atom.named for side in change.sides for atom in side.before[-1:]):
        return False
    behind = (next((atom for atom in side.after[:2] if atom.key not in ARTICLES), None) for side in change.sides)
    return any(atom is not None and (atom.named or atom.unit == "name") for atom in behind)
