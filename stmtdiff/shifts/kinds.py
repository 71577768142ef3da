"""Say what kind of change a shift is: closed lists, patterns and word shapes, no tagger.

The kinds are those that two desk editors used when they marked statements for this project:
qualifier, verb, actor, object, clause, list-item, roll-forward, figure, form, other.
"""

from stmtdiff.edits import Atom
from stmtdiff.edits.qualifiers import is_qualifier
from stmtdiff.shifts.change import Change, Side
from stmtdiff.shifts.shift import ShiftKind
from stmtdiff.shifts.vocabulary import AUXILIARIES, HEDGES, MODALS, NEGATIONS, PREPOSITIONS, QUANTIFIERS, SPEAKERS, is_verb

_ENDS = frozenset({".", "!", "?"})
_CLAUSE = 5  # content words from which a reworded stretch is a clause
_FIGURES = frozenset({"amount", "percent"})
_SUBORDINATORS = frozenset("which who whom whose that while although though because whereas if unless when where".split())


def kind_of(change: Change) -> ShiftKind:
    """Return the kind of a change that no proof has shown to be routine."""
    old, new = change.old, change.new
    if change.edit.whole:
        return "clause"
    if _is_figure(change):
        return "figure"
    if _is_actor(change):
        return "actor"
    if any(_is_list_item(side, other) for side, other in ((old, new), (new, old))):
        return "list-item"
    if "qualifiers" in change.edit.passes and change.size <= 2 * _CLAUSE:
        return "qualifier"
    if change.size >= _CLAUSE or any(atom.key in _ENDS for side in change.sides for atom in side.own[:-1]):
        return "clause"
    if change.is_replacement:
        return _replaced(old, new)
    return _gained_or_lost(old if old.own else new)


def _is_figure(change: Change) -> bool:
    units = [atom for side in change.sides for atom in side.own if atom.unit in _FIGURES]
    if units and change.size <= 4:
        return True
    numbers = [[atom for atom in side.own if atom.unit in {"number", "date"}] for side in change.sides]
    return change.size <= 2 and bool(numbers[0]) and bool(numbers[1])


def _is_actor(change: Change) -> bool:
    """Say whether all that changed is who speaks or acts: speakers, quantifiers, articles, names."""

    def is_named(side: Side) -> bool:
        others = [
            atom for atom in side.own if atom.kind == "word" and atom.key not in SPEAKERS and atom.key not in QUANTIFIERS
        ]
        return not others and any(atom.key in SPEAKERS or atom.unit == "name" for atom in side.own)

    return change.is_replacement and is_named(change.old) and is_named(change.new)


def _is_capital(side: Side, atom: Atom) -> bool:
    return side.shown(atom)[:1].isupper() or atom.kind == "unit"


def _is_list_item(side: Side, other: Side) -> bool:
    """Say whether `side` is a member of a list of names, documents or things that the other lacks."""
    own = side.own
    if other.own or not own:
        return False
    content = [atom for atom in own if atom.kind in {"word", "unit"}]
    if not content:
        return False
    if own[-1].key == ";" and len(content) <= 6:
        return True
    starts = own[0].key in {",", "and", "or"}
    neighbours = {atom.key for atom in (*side.before[-4:], *side.after[:4])}
    is_listed = starts and (own[0].key == "," or "," in neighbours or "and" in neighbours)
    names = sum(_is_capital(side, atom) for atom in content)
    if is_listed and names * 2 >= len(content) and not any(is_verb(atom.key) for atom in content[:1]):
        return True
    short = len(content) <= 2 and own[0].key == "," and own[-1].kind != "mark"
    return short and not any(is_qualifier(atom.key) or atom.key in HEDGES for atom in content)


def _replaced(old: Side, new: Side) -> ShiftKind:
    texts = old.words, new.words
    if _has_operative_verb(old) and _has_operative_verb(new):
        return "verb"
    if any(word in NEGATIONS for words in texts for word in words):
        return "verb"
    if all(_is_qualifying(side) for side in (old, new)):
        return "qualifier"
    if any(word in MODALS for words in texts for word in words):
        return "verb"
    if any(_has_operative_verb(side) for side in (old, new)):
        return "verb"
    if any(word in _SUBORDINATORS for words in texts for word in words) and max(map(len, texts)) >= 4:
        return "clause"
    if not old.content and not new.content:
        return "form"
    if any(_is_qualifying(side) for side in (old, new)):
        return "qualifier"
    return "object"


def _has_operative_verb(side: Side) -> bool:
    """Say whether the side acts or reports: a known verb outside a noun phrase."""
    previous = side.before[-1].key if side.before else ""
    for atom in side.own:
        if atom.kind == "word" and is_verb(atom.key) and previous not in {"the", "a", "an", "its", "their", "of"}:
            return True
        previous = atom.key
    return False


def _is_qualifying(side: Side) -> bool:
    content = side.content
    return bool(content) and all(is_qualifier(word) or word in HEDGES or word in QUANTIFIERS for word in content)


def _gained_or_lost(side: Side) -> ShiftKind:
    words, content = side.words, side.content
    if any(word in NEGATIONS for word in words):
        return "verb"
    if not content:
        return _gained_grammar(words)
    if _is_qualifying(side) or words[0] in PREPOSITIONS:
        return "qualifier"
    if any(word in _SUBORDINATORS for word in words) or (words[0] in {"and", "but", "or"} and _has_operative_verb(side)):
        return "clause" if len(content) >= 3 else "verb"
    if _has_operative_verb(side) and words[0] in AUXILIARIES | {"and"}:
        return "verb"
    if words[0] in {"and", "or"} or words[-1] in {"and", "of", "in", "for"}:
        return "object"
    if len(content) >= 3:
        return "clause"
    return "qualifier"


def _gained_grammar(words: list[str]) -> ShiftKind:
    if any(word in HEDGES or word in QUANTIFIERS for word in words):
        return "qualifier"
    return "verb" if any(word in MODALS for word in words) else "form"
