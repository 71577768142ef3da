"""Say whether a shift is routine, and by what proof.

Grammar, spelling, capitals and punctuation are routine by what they are; what rolls on every time
(dates, ordinals, cited documents, rosters) needs a proof of its own, in `rollforward`. A small
change that no list and no rule knows is called minor: it stays folded unless a rule speaks.
"""

from stmtdiff.grammar import stem
from stmtdiff.shifts.change import Change
from stmtdiff.shifts.shift import ShiftKind
from stmtdiff.shifts.vocabulary import MODALS, NEGATIONS, PRONOUNS, QUANTIFIERS, SPEAKERS, spelling
from stmtdiff.words import fold

CAPITALS = "capitals, quotes or hyphens only"
PUNCTUATION = "punctuation only"
SPELLING = "another spelling"
ORDER = "another order of the same words"
GRAMMAR = "grammar only"
SPLIT = "words that a sentence split or merge forces"
PRONOUN = "a pronoun for its noun"
MINOR = "minor wording"

_REORDERED = 3  # content words up to which another order says nothing new
_LIGHT = frozenset("also today this so then its their the a an as such each of".split())
_SPLIT_WORDS = frozenset(
    "and the meeting ministers committee they it council we leaders in addition also but while however".split()
)


def proof_of(change: Change, kind: ShiftKind) -> str:
    """Return why a change is routine, "" when it is not."""
    old, new = change.old, change.new
    words = [*old.words, *new.words]
    if old.words == new.words:
        return _same_words(change)
    if any(word in NEGATIONS for word in words):
        return ""
    if [spelling(word) for word in old.words] == [spelling(word) for word in new.words]:
        return SPELLING
    if sorted(map(spelling, old.words)) == sorted(map(spelling, new.words)) and change.size <= _REORDERED:
        return ORDER
    if _is_pronoun(change):
        return PRONOUN
    if _is_forced_by_split(change):
        return SPLIT
    if change.edit.whole or kind in {"figure", "actor", "list-item"}:
        return ""
    if _is_grammar(change):
        return GRAMMAR
    return MINOR if _is_minor(change, kind) else ""


def _same_words(change: Change) -> str:
    if [atom.key for atom in change.old.own] != [atom.key for atom in change.new.own]:
        return PUNCTUATION
    texts = [[side.shown(atom).lower() for atom in side.own] for side in change.sides]
    return CAPITALS if [fold(text) for text in texts[0]] == [fold(text) for text in texts[1]] else SPELLING


def _is_pronoun(change: Change) -> bool:
    """Say whether a speaker and a pronoun stand for each other; who speaks has not changed."""
    first, last = set(change.old.words), set(change.new.words)
    speakers = SPEAKERS | {"the"}
    return (len(first) == 1 and first <= PRONOUNS and last <= speakers) or (
        len(last) == 1 and last <= PRONOUNS and first <= speakers
    )


def _is_grammar(change: Change) -> bool:
    """Say whether only inflection, articles, prepositions and connectives differ."""
    sides = [sorted({stem(word) for word in side.content}) for side in change.sides]
    modals = [sorted(word for word in side.words if word in MODALS) for side in change.sides]
    quantified = any(word in QUANTIFIERS for side in change.sides for word in side.words)
    return sides[0] == sides[1] and modals[0] == modals[1] and not quantified


def _is_forced_by_split(change: Change) -> bool:
    """Say whether a change is a stop on one side, a connective on the other, and a repeated subject."""
    stops = [any(atom.key in {".", ";"} for atom in side.own) for side in change.sides]
    if stops[0] == stops[1]:
        return False
    shared = set(change.old.words) & set(change.new.words)
    return all(word in _SPLIT_WORDS or word in shared for side in change.sides for word in side.words)


def _is_minor(change: Change, kind: ShiftKind) -> bool:
    words = {*change.old.words, *change.new.words}
    return kind in {"qualifier", "verb", "form", "other"} and words <= _LIGHT
