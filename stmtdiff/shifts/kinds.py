"""Say what kind of change a shift is: closed lists, patterns and word shapes, no tagger.

The kinds are those that two desk editors used when they marked statements for this project:
qualifier, verb, actor, object, clause, list-item, roll-forward, figure, form, other.
"""

from stmtdiff.edits.qualifiers import is_qualifier
from stmtdiff.grammar import is_verb, stem
from stmtdiff.languages.english import (
    AUXILIARIES,
    COORDINATORS,
    COPULAS,
    DETERMINERS,
    HEDGES,
    LISTING,
    MODALS,
    PARTICLES,
    PLAIN_PREPOSITIONS,
    PREPOSITIONS,
    QUANTIFIERS,
    SUBORDINATORS,
)
from stmtdiff.languages.marks import SENTENCE_ENDS
from stmtdiff.shifts.change import Change, Side
from stmtdiff.shifts.shift import ShiftKind
from stmtdiff.values import is_number

_CLAUSE = 5  # content words from which a gained or lost stretch is a clause
_REWORDED = 3  # content words from which a reworded stretch is one
_FIGURES = frozenset({"amount", "percent"})
_LINKING = COORDINATORS | {"while"}
_BEFORE_NOUNS = DETERMINERS | {"of"}  # behind them a word is no verb


def kind_of(change: Change) -> ShiftKind:
    """Return what kind of change it is; it is asked of changes that no proof shows to be routine."""
    if change.edit.whole:
        return "clause"
    change = change if change.edit.listed else change.bare()
    old, new = change.old, change.new
    if not old.own and not new.own:
        return "form"
    if _is_figure(change):
        return "figure"
    if _is_actor(change):
        return "actor"
    if any(_is_list_item(side, other) for side, other in ((old, new), (new, old))):
        return "list-item"
    if _is_operative(old) and _is_operative(new) and change.size <= 2 * _CLAUSE:
        return "verb"
    if change.edit.listed and change.size <= 2 * _CLAUSE:
        return "qualifier"
    if change.size >= _CLAUSE or any(atom.key in SENTENCE_ENDS for side in change.sides for atom in side.own[:-1]):
        return "clause"
    return _replaced(old, new) if change.is_replacement else _gained_or_lost(old if old.own else new)


def kind_of_grammar(change: Change) -> ShiftKind:
    """Return the kind of a change of function words alone that means something: "is" for "was", "by" for "after"."""
    differing = set(change.old.words) ^ set(change.new.words)
    return "verb" if differing & AUXILIARIES else "qualifier"


def _is_figure(change: Change) -> bool:
    """Say whether a number, an amount or a rate is what changed."""
    if change.size <= 4 and any(atom.unit in _FIGURES for side in change.sides for atom in side.own):
        return True
    numbers = [
        [atom for atom in side.own if atom.unit in {"number", "date", "year"} or is_number(atom.key)]
        for side in change.sides
    ]
    return change.size <= 2 and bool(numbers[0]) and bool(numbers[1])


def _is_actor(change: Change) -> bool:
    """Say whether all that changed is who speaks or acts: speakers, how many of them, names."""

    def speaks(side: Side) -> bool:
        speakers = side.known.speakers
        others = [
            atom
            for atom in side.own
            if atom.kind == "word" and atom.key not in speakers and atom.key not in QUANTIFIERS
        ]
        if any(not atom.named for atom in others):
            return False
        after = side.after[0] if side.after else None
        if others:
            return side.own[0].leads or (after is not None and is_verb(after.key))
        if any(atom.key in side.known.speakers or atom.unit == "name" for atom in side.own):
            return True
        # "Some Ministers", "the Ministers"; or "a few welcomed it"
        counts = any(atom.key in QUANTIFIERS for atom in side.own)
        return after is not None and (after.key in side.known.speakers or (counts and is_verb(after.key)))

    def is_speaker(side: Side) -> bool:
        speakers = side.known.speakers
        return any(atom.key in speakers or atom.key in QUANTIFIERS or atom.unit == "name" for atom in side.own)

    return change.is_replacement and all(map(speaks, change.sides)) and any(map(is_speaker, change.sides))


def _is_list_item(side: Side, other: Side) -> bool:
    """Say whether `side` is a member of a list of names, documents or things that the other lacks."""
    own, content = side.own, side.meaning
    if other.own or not content:
        return False
    if any(atom.key in side.known.negations for atom in own):
        return False
    if own[-1].key == ";" and len(content) <= 6:
        return True
    if own[-1].key == "," and all(side.shown(atom)[:1].isupper() for atom in content):
        return True
    neighbours = {atom.key for atom in (*side.before[-4:], *side.after[:4])}
    if own[0].key != "," and not (own[0].key in _LINKING and neighbours & LISTING):
        return False
    is_action = len(content) == 1 and own[0].key == "," and bool(side.before) and is_verb(side.before[-1].key)
    if is_action:
        return True
    if _acts(side) or content[-1].key in HEDGES or is_qualifier(content[-1].key):
        return False
    names = sum(side.shown(atom)[:1].isupper() or atom.kind == "unit" for atom in content)
    return names * 2 >= len(content) or (own[0].key == "," and len(content) <= 2 and own[-1].kind != "mark")


def _is_operative(side: Side) -> bool:
    """Say whether the side opens a sentence with a verb, as the paragraphs of a resolution do."""
    own = side.own
    return bool(own) and own[0].leads and own[0].kind == "word" and is_verb(own[0].key)


def _acts(side: Side) -> bool:
    """Say whether the side acts or reports: a known verb outside a noun phrase."""
    previous = side.before[-1].key if side.before else ""
    for atom in side.own:
        if atom.kind == "word" and is_verb(atom.key) and previous not in _BEFORE_NOUNS:
            return True
        previous = atom.key
    return False


def _qualifies(side: Side) -> bool:
    """Say whether all that a side says is a degree, a manner or a property."""
    content = side.meaning
    if len(content) == 1 and side.before and side.before[-1].key in COPULAS and not is_verb(content[0].key):
        return True
    words = [atom.key for atom in side.own if atom.kind != "mark"]
    said = [word for word in words if word in QUANTIFIERS or word in HEDGES or word in side.known.negations]
    others = [atom.key for atom in content if not is_qualifier(atom.key, side.language) and atom.key not in said]
    return not others and bool(content or said)


def _replaced(old: Side, new: Side) -> ShiftKind:
    words = [*old.words, *new.words]
    larger = max(len(old.content), len(new.content))
    shares_stem = bool({stem(word) for word in old.content} & {stem(word) for word in new.content})
    if larger >= _REWORDED and (_acts(old) or _acts(new)) and not (shares_stem and larger == _REWORDED):
        return "clause"
    if _acts(old) and _acts(new):
        return "verb"
    if all(_qualifies(side) for side in (old, new)):
        return "qualifier"
    if any(word in MODALS for word in words) or _acts(old) or _acts(new) or _is_particle(old, new):
        return "verb"
    if not old.content and not new.content:
        return "qualifier" if any(word in old.known.negations for word in words) else "form"
    if (
        _qualifies(old)
        or _qualifies(new)
        or all(side.words[-1:] and side.words[-1] in PREPOSITIONS for side in (old, new))
    ):
        return "qualifier"
    if _is_roll_of_names(old) and _is_roll_of_names(new):
        return "list-item"
    return "clause" if any(word in SUBORDINATORS for word in words) and larger >= _REWORDED else "object"


def _is_roll_of_names(side: Side) -> bool:
    """Say whether a side is one name or several in a list of names."""
    content = side.meaning
    listed = [*side.before[-1:], *side.own, *side.after[:1]]
    return bool(content) and all(atom.named for atom in content) and any(atom.key in LISTING for atom in listed)


def _is_particle(old: Side, new: Side) -> bool:
    """Say whether a verb changed by its particle alone: "phase out" to "phase down"."""
    return {*old.words, *new.words} <= PARTICLES and bool(old.before) and is_verb(old.before[-1].key)


def _gained_or_lost(side: Side) -> ShiftKind:
    words, content = side.words, side.content
    if not content:
        if any(word in MODALS for word in words):
            return "verb"
        return (
            "qualifier"
            if any(word in HEDGES or word in QUANTIFIERS or word in side.known.negations for word in words)
            else "form"
        )
    if words[-1] == "to" and _acts(side) and len(content) <= 2:
        return "verb"
    if any(word in AUXILIARIES for word in words) and (words[-1] in _LINKING or words[0] in _LINKING):
        return "clause"
    if words[0] in AUXILIARIES and words[0] != "to":
        return "clause" if len(content) >= _REWORDED or side.own[-1].kind == "mark" else "verb"
    if words[-1] == "that":  # "available data suggest that": whose word it is, and how sure
        return "qualifier"
    if _qualifies(side) or words[0] in PREPOSITIONS or any(word in HEDGES for word in words[:2]):
        return "qualifier"
    if _acts(side):
        return "clause" if len(content) >= _REWORDED else "verb"
    if any(word in SUBORDINATORS for word in words):
        return "clause"
    if words[0] in _LINKING or words[-1] in {"and", *PLAIN_PREPOSITIONS}:
        return "object"
    return "clause" if len(content) >= _REWORDED else "qualifier"
