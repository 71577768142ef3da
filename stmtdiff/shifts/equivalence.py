"""Say whether the same words of meaning say the same: in other function words, another order, another voice.

The ugly case: "Ostrel attacked Brevia" and "Brevia attacked Ostrel" are the same words, and so, but for
one preposition, are "with Ostrel" and "against Ostrel". So function words fold by a list of those that stand
for each other, and an order folds only inside one list or where an adverb moved.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from stmtdiff.edits import Atom
from stmtdiff.grammar import are_forms, spelling, stem
from stmtdiff.languages import ENGLISH
from stmtdiff.languages.english import (
    BEING,
    DONE_TO_ALL,
    EXCHANGEABLE,
    FOCUSING,
    FUNCTION_WORDS,
    HEDGES,
    IS,
    JOINING,
    OBLIGING,
    PLAIN_PREPOSITIONS,
    RELATIVES,
    REPEATED_PREPOSITIONS,
    SAME_DEADLINE,
    SCARCE,
    SILENT,
    TIME_WORDS,
)
from stmtdiff.shifts.change import Change, Side
from stmtdiff.values import is_number

_SAYING = FUNCTION_WORDS - SILENT - BEING - {"by"}  # words of grammar that active and passive must share
_REORDERED = 3  # content words up to which another order says nothing new
_LISTING = JOINING | {",", ";"}
_TIMES = frozenset({"date", "month", "year"})
_BOUNDING = frozenset({"about", "over"})  # before a number they say how much: "(over) 10"
_AMOUNTS = frozenset({"percent", "amount", "number"})


def is_reordered(change: Change) -> bool:
    """Say whether an adverb moved, or members of one coordinated list changed places.

    Any other order may say who does what to whom: "Ostrel attacked Brevia", "talks before withdrawal".
    """
    if change.size > _REORDERED and not _are_names(change):
        return False
    sides = [[spelling(word) for word in side.words] for side in change.sides]
    if sorted(sides[0]) != sorted(sides[1]):
        return _is_compound(*sides) or _is_compound(*sides[::-1])
    still = [[word for word in side if word not in HEDGES and not word.endswith("ly")] for side in sides]
    return still[0] == still[1] or any(_are_listed_anew(change, lead) for lead in (0, 1, 2))


def _are_names(change: Change) -> bool:
    """Say whether nothing but names carries meaning in a change: a list of them has no other order than its own."""
    return all(atom.named or atom.unit == "name" for side in change.sides for atom in side.meaning)


def _is_compound(compound: Sequence[str], phrase: Sequence[str]) -> bool:
    """Say whether two words and their phrase are one thing: "arms control", "control of arms"."""
    is_phrase = len(compound) == 2 and len(phrase) == 3 and phrase[1] in PLAIN_PREPOSITIONS
    return is_phrase and [*compound] == [phrase[2], phrase[0]]


def _are_listed_anew(change: Change, lead: int) -> bool:
    """Say whether both sides list the same members, the first of which may begin up to `lead` atoms earlier."""
    others = (side.language.coordinators for side in change.sides if side.language is not ENGLISH)
    listing = _LISTING.union(*others)
    members = [_members([*side.before[len(side.before) - lead :], *side.own], listing) for side in change.sides]
    return members[0] == members[1] and len(members[0]) > 1


def _members(atoms: Sequence[Atom], listing: frozenset[str]) -> list[list[str]]:
    """Return what atoms list between what is in `listing`, each member by its words, all in one order."""
    members: list[list[str]] = [[]]
    for atom in atoms:
        if atom.key in listing:
            members.append([])
        else:
            members[-1].append(spelling(atom.key))
    return sorted(member for member in members if member)


def is_turned(change: Change) -> bool:
    """Say whether a passive names the same agent as the active: "all have ratified it" to "it was ratified by all"."""
    return _is_passive_of(change.old, change.new) or _is_passive_of(change.new, change.old)


def _is_passive_of(active: Side, passive: Side) -> bool:
    if passive.words.count("by") != 1 or "by" in active.words or not BEING & set(passive.words):
        return False
    at = passive.words.index("by")
    patient = [stem(word) for word in passive.words[:at] if word not in FUNCTION_WORDS]
    agent = [stem(word) for word in passive.words[at:] if word not in FUNCTION_WORDS]
    said = [sorted(word for word in side.words if word in _SAYING) for side in (active, passive)]
    meant = [*agent, *patient[-1:], *patient[:-1]]
    return bool(agent and patient[:-1]) and [stem(word) for word in active.content] == meant and said[0] == said[1]


def is_grammar(change: Change) -> bool:
    """Say whether only inflection and interchangeable words of grammar differ, and words of meaning keep their order.

    A modal is more than grammar, except "will" where the same verb says that it is under way.
    """
    sides = [side.content for side in change.sides]
    if len(sides[0]) != len(sides[1]) or not all(map(are_forms, *sides)):
        return False
    functions = [Counter(_functions(side.words)) for side in change.sides]
    gone, come = functions[0] - functions[1], functions[1] - functions[0]
    if sides[0] and "will" in gone and change.new.content[0].endswith("ing"):
        gone -= Counter(["will"])
        come -= Counter(word for word in IS if word in come)
    lost, gained = list(gone.elements()), list(come.elements())
    return _says_nothing(change, lost, gained) or _are_exchangeable(change, lost, gained)


def turns_sense(change: Change) -> bool:
    """Say whether a word of grammar that came, went or moved turns the sense of words that stay."""
    sides = [Counter(side.words) for side in change.sides]
    differing = [*(sides[0] - sides[1]).elements(), *(sides[1] - sides[0]).elements()]
    return (
        _is_focus_moved(change)
        or _is_scarce(change, differing)
        or _is_ordered(change)
        or _is_definite(change, differing)
        or _is_under_way(change)
    )


def _is_focus_moved(change: Change) -> bool:
    """Say whether a word such as "only" belongs to the subject of the sentence on one side alone."""
    leads = [bool(side.own) and side.own[0].leads and side.own[0].key in FOCUSING for side in change.sides]
    return leads[0] != leads[1] and all(FOCUSING.intersection(side.words) for side in change.sides)


def _is_scarce(change: Change, differing: Sequence[str]) -> bool:
    """Say whether an article came or went before "few": "a few members" are some, and "few members" hardly any."""
    near = (atom.key for side in change.sides for atom in (*side.own, *side.after[:1]))
    return list(differing) == ["a"] and not SCARCE.isdisjoint(near)


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


def _is_definite(change: Change, differing: Sequence[str]) -> bool:
    """Say whether an article tells all of some things from a part, where something is done to them.

    Security Council resolution 242 (1967) asks for a withdrawal "from territories", and not "from the territories".
    """
    if list(differing) != ["the"]:
        return False
    for side in change.sides:
        behind = next((atom.key for atom in side.after[:3] if atom.key.endswith("s")), "")
        done = DONE_TO_ALL.intersection(atom.key for atom in side.before)
        if side.content or not done or not behind or behind in FUNCTION_WORDS:
            return False
    return True


def _functions(words: Sequence[str]) -> Iterator[str]:
    """Yield the function words, but no copula that only makes a clause of a phrase: "levels (that are) at par"."""
    for before, word, after in zip(("", *words), words, (*words[1:], ""), strict=False):
        if word in FUNCTION_WORDS and not (word in IS and (after in PLAIN_PREPOSITIONS or before in RELATIVES)):
            yield word


def _is_before(change: Change, units: frozenset[str]) -> bool:
    """Say whether one of `units` follows the change: "(by) 3 percent", "in 2030"."""
    return any(atom.unit in units for side in change.sides for atom in side.after[:1])


def _is_before_duration(change: Change) -> bool:
    """Say whether a number of days or years follows the change: "for three years" is how long, "in" them is when."""
    return any(
        is_number(atom.key) and any(behind.key in TIME_WORDS for behind in side.after[1:3])
        for side in change.sides
        for atom in side.after[:1]
    )


def _is_before_number(change: Change) -> bool:
    """Say whether a number follows the change: "(over) 10 ships" are more than "(about) 10 ships"."""
    return any(atom.unit in _AMOUNTS or is_number(atom.key) for side in change.sides for atom in side.after[:1])


def _is_before_day(change: Change) -> bool:
    """Say whether the change is followed by one day: "(by) 1 May 2031"."""
    days = [atom.value for side in change.sides for atom in side.after[:1] if atom.unit == "date"]
    return bool(days) and all(day is not None and day.low == day.high for day in days)


def _is_before_end(change: Change) -> bool:
    """Say whether the change is followed by the end of something: "(before) the end of 2031"."""
    return all([atom.key for atom in side.after[:3]] == ["the", "end", "of"] for side in change.sides)


def _says_nothing(change: Change, lost: list[str], gained: list[str]) -> bool:
    """Say whether all that came or went is one preposition that is understood without being written.

    "rose (by) 3 percent"; "with Brevia and (with) Ostrel", where it stands before the list already.
    """
    if len(lost) + len(gained) != 1:
        return False
    word = (lost or gained)[0]
    if word == "by" and _is_before(change, _AMOUNTS):
        return True
    side = change.old if lost else change.new
    return (
        word in REPEATED_PREPOSITIONS
        and any(atom.key in JOINING for atom in side.before[-1:])
        and word in [atom.key for atom in side.sentence if atom.end <= side.own[0].start]
    )


def _are_exchangeable(change: Change, lost: list[str], gained: list[str]) -> bool:
    """Say whether each word that went may stand for one that came, or say nothing by itself.

    Before a time "to" is a limit and stands for no other word. "By" and "before" set the same one before a day: a
    month or a year may pass between "before 2040" and "by 2040".
    """
    if {*lost, *gained} == SAME_DEADLINE and (_is_before_day(change) or _is_before_end(change)):
        return True
    if _is_before(change, _TIMES) and {"to", *SAME_DEADLINE}.intersection((*lost, *gained)):
        return False
    if _BOUNDING.intersection((*lost, *gained)) and _is_before_number(change):
        return False
    if lost and gained and _is_before_duration(change):
        return False
    left = list(gained)
    for word in lost:
        partners = [other for other in left if any(word in group and other in group for group in EXCHANGEABLE)]
        if partners:
            left.remove(partners[0])
        elif word not in SILENT:
            return False
    return all(word in SILENT for word in left)
