"""Say whether the same words of meaning say the same: in other function words, another order, another voice.

The ugly case: "Ostrel attacked Brevia" and "Brevia attacked Ostrel" are the same words, and so, but for
one preposition, are "with Ostrel" and "against Ostrel". So function words fold by a list of those that stand
for each other, and an order folds only inside one list or where an adverb moved.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from stmtdiff.edits import Atom
from stmtdiff.grammar import are_forms, spelling, stem
from stmtdiff.languages import ENGLISH
from stmtdiff.languages.english import (
    BEING,
    EXCHANGEABLE,
    FUNCTION_WORDS,
    HEDGES,
    IS,
    JOINING,
    PLAIN_PREPOSITIONS,
    RELATIVES,
    REPEATED_PREPOSITIONS,
    SAME_DEADLINE,
    SILENT,
)
from stmtdiff.shifts.change import AMOUNTS, Change, Side

_SAYING = FUNCTION_WORDS - SILENT - BEING - {"by"}  # words of grammar that active and passive must share
_REORDERED = 3  # content words up to which another order says nothing new
_LISTING = JOINING | {",", ";"}
_TIMES = frozenset({"date", "month", "year"})


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


def _functions(words: Sequence[str]) -> Iterator[str]:
    """Yield the function words, but no copula that only makes a clause of a phrase: "levels (that are) at par"."""
    for before, word, after in zip(("", *words), words, (*words[1:], ""), strict=False):
        if word in FUNCTION_WORDS and not (word in IS and (after in PLAIN_PREPOSITIONS or before in RELATIVES)):
            yield word


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
    if word == "by" and change.is_before(AMOUNTS):
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
    if change.is_before(_TIMES) and {"to", *SAME_DEADLINE}.intersection((*lost, *gained)):
        return False
    left = list(gained)
    for word in lost:
        partners = [other for other in left if any(word in group and other in group for group in EXCHANGEABLE)]
        if partners:
            left.remove(partners[0])
        elif word not in SILENT:
            return False
    return all(word in SILENT for word in left)
