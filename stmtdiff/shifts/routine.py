"""Say whether a shift is routine, and by what proof.

Grammar, spelling, capitals and punctuation are routine by what they are; what rolls on every time
(dates, ordinals, cited documents, rosters) needs a proof of its own, in `rollforward`. What only a
word list knows to be small is minor: it is shown, quietly, and is news once a rule is about it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from unicodedata import normalize

from stmtdiff.edits import LABEL
from stmtdiff.grammar import is_verb, spelling, written_out
from stmtdiff.languages import ENGLISH
from stmtdiff.languages.english import (
    CONNECTIVES,
    FUNCTION_WORDS,
    LIGHT,
    MEANINGFUL,
    PROMISES,
    PRONOUNS,
    RATED,
    RELATIVES,
    SPLIT_WORDS,
    TIME_LIMITS,
    TIME_WORDS,
)
from stmtdiff.patterns import later
from stmtdiff.shifts.change import Change, Side
from stmtdiff.shifts.equivalence import is_grammar, is_reordered, is_turned
from stmtdiff.shifts.shift import ShiftKind
from stmtdiff.shifts.turning import turns_sense
from stmtdiff.shifts.worth import is_same_denial, is_same_name, is_same_worth
from stmtdiff.values import ordinal_of
from stmtdiff.words import fold, normalise

CAPITALS = "capitals, quotes or hyphens only"
PUNCTUATION = "punctuation only"
SPELLING = "another spelling"
ORDER = "another order of the same words"
GRAMMAR = "grammar only"
VOICE = "active and passive of the same"
NUMBER = "the paragraph's number"
ABBREVIATION = "an abbreviation introduced or left out"
SPLIT = "words that a sentence split or merge forces"
PRONOUN = "a pronoun for its noun"
MINOR = "minor wording"
# What a word is cut by in one spelling and not in another: "D.C.", "long-run". At a figure a dash is a range or a sign.
_PARTS = later(r"(?<=[^\W\d])-|-(?=[^\W\d])|\.(?!\d)")
_QUOTES = ('"', "'")
_QUOTED = 2  # words between quotation marks that somebody may keep away from; what is longer is quoted
# Proofs that a change is one of form alone, whatever kind it looks like.
FORMAL = frozenset({ABBREVIATION, CAPITALS, NUMBER, ORDER, PRONOUN, PUNCTUATION, SPELLING, SPLIT, VOICE})


def proof_of(change: Change, kind: ShiftKind) -> str:
    """Return why a change of a `kind` is routine or minor, as a few words; "" where it is news."""
    old, new = change.old, change.new
    words = [*old.words, *new.words]
    if _is_number(change):
        return NUMBER
    if change.edit.apart and not change.edit.listed:
        return GRAMMAR
    if [word.removesuffix("'") for word in old.words] == [word.removesuffix("'") for word in new.words]:
        return _same_words(change)
    if _is_contraction(old.words, new.words):
        return SPELLING
    if is_same_worth(change) or is_same_denial(change):
        return SPELLING
    if not old.known.negations.isdisjoint(words):
        return ""
    if _is_respelt(change):
        return SPELLING
    if _is_abbreviation(change) or is_same_name(change):
        return ABBREVIATION
    if is_reordered(change):
        found = ORDER
    elif _is_forced_by_split(change):
        found = SPLIT
    elif all(side.language is ENGLISH for side in change.sides):
        found = _by_words(change, kind)
    else:
        return ""
    return "" if found and turns_sense(change) else found


def _by_words(change: Change, kind: ShiftKind) -> str:
    """Return why a change is routine by what the words of English are: in German "in" for "an" is another place."""
    if is_turned(change):
        return VOICE
    if _is_pronoun(change):
        return PRONOUN
    if change.edit.whole or kind in {"figure", "list-item"}:
        return ""
    if is_grammar(change):
        return GRAMMAR
    return MINOR if _is_minor(change, kind) else ""


def _is_number(change: Change) -> bool:
    """Say whether a paragraph's printed number or bullet is all that changed, where it was left in the text."""
    own = [atom for side in change.sides for atom in side.own]
    return bool(own) and all(atom.unit == LABEL for atom in own)


def _same_words(change: Change) -> str:
    if [atom.key for atom in change.old.own] != [atom.key for atom in change.new.own]:
        if _distanced(change.old) != _distanced(change.new):
            return ""
        remarks = [_remarks(side) for side in change.sides]
        return MINOR if remarks[0] != remarks[1] else PUNCTUATION
    texts = [[side.shown(atom).lower() for atom in side.own] for side in change.sides]
    return CAPITALS if [fold(text) for text in texts[0]] == [fold(text) for text in texts[1]] else SPELLING


def _distanced(side: Side) -> int:
    """Return how many phrases of common words a change sets in quotation marks: 'the "authorities"'.

    Who writes so keeps away from the word. A title has capitals, and what stands before another noun names it: 'the
    "open sea" plan'.
    """
    return sum(
        any(at in range(side.first, side.last) for at in place) and _is_set_apart(side, *place)
        for mark in _QUOTES
        for place in _quoted(side, mark)
    )


def _quoted(side: Side, mark: str) -> Sequence[tuple[int, int]]:
    """Return where quotation marks near a change may open and close, as indexes of atoms.

    A sentence may hold thousands of them, and each of its changes asks.
    """
    near = range(max(0, side.first - _QUOTED - 1), min(len(side.atoms), side.last + _QUOTED + 1))
    return list(pairwise(at for at in near if side.atoms[at].key == mark))


def _is_set_apart(side: Side, first: int, last: int) -> bool:
    words, behind = side.atoms[first + 1 : last], side.atoms[last + 1 : last + 2]
    is_common = not any(atom.kind == "mark" or atom.named or atom.unit for atom in words)
    is_head = not behind or behind[0].kind != "word" or is_verb(behind[0].key) or behind[0].key.endswith("ed")
    return len(words) <= _QUOTED and is_common and is_head and any(atom.kind == "word" for atom in words)


def _remarks(side: Side) -> int:
    """Return how many commas make a remark of what tells who is meant: "members(,) who signed it(,) may vote"."""
    if side.language is not ENGLISH:
        return 0
    keys = [atom.key for atom in (*side.before[-1:], *side.own, *side.after[:1])]
    return sum(one == "," and other in RELATIVES and other != "that" for one, other in pairwise(keys))


def _is_contraction(old: list[str], new: list[str]) -> bool:
    """Say whether one side writes out what the other draws together: "do not" and "don't"."""
    if not any("'" in word or word == "cannot" for word in (*old, *new)):
        return False
    sides = [[part for word in side for part in written_out(word)] for side in (old, new)]
    return sides[0] == sides[1]


def _is_respelt(change: Change) -> bool:
    """Say whether both sides are the same words in other letters.

    Such are -ise or -ize, and a hyphen. Figures, sums and dates are compared by what they are worth.
    """
    old, new = change.old.words, change.new.words
    if not old or not new:
        return False
    if [spelling(word) for word in old] == [spelling(word) for word in new]:
        return True
    if _own_spelling(change.old) == _own_spelling(change.new):
        return True
    joined = ["".join([spelling(part) for word in side for part in _parts(word)]) for side in (old, new)]
    return joined[0] == joined[1]


def _parts(word: str) -> Sequence[str]:
    return (word,) if word.isalnum() else _PARTS.split(word)


def _own_spelling(side: Side) -> list[str]:
    """Return the words of a side in one spelling of its language: "acção" is "ação"; in French "Etat" is "État".

    A name is compared without its accents, which many leave out: "Côte d'Ivoire", "the Comité". Where every noun has a
    capital they tell one word from another: "Hafen" and "Häfen".
    """
    words = []
    for atom in side.own:
        if atom.kind == "mark":
            continue
        word = atom.key
        if atom.named and not side.language.capital_nouns:
            word = normalise("".join(map(_bare, side.shown(atom))))
        elif side.language.bare_capitals:
            word = normalise("".join(_bare(letter) if letter.isupper() else letter for letter in side.shown(atom)))
        for pattern, letters in side.language.spellings:
            word = re.sub(pattern, letters, word)
        words.append(word)
    return words


def _bare(letter: str) -> str:
    return normalize("NFD", letter)[0]


def _is_abbreviation(change: Change) -> bool:
    """Say whether all that came or went is an abbreviation in brackets, as a name is first followed by."""
    own = change.old.own or change.new.own
    side = change.old if change.old.own else change.new
    if change.is_replacement or [atom.key for atom in (own[0], own[-1])] != ["(", ")"]:
        return False
    return len(own) == 3 and sum(letter.isupper() for letter in side.shown(own[1])) >= 2


def _is_pronoun(change: Change) -> bool:
    """Say whether a speaker and a pronoun stand for each other; who speaks has not changed."""
    first, last = ({word.removesuffix("'s").removesuffix("'") for word in side.words} for side in change.sides)

    def stands_for(pronoun: set[str], noun: set[str]) -> bool:
        return (
            len(pronoun) == 1
            and pronoun <= PRONOUNS
            and noun - {"the"} <= change.old.known.speakers
            and bool(noun - {"the"})
        )

    return stands_for(first, last) or stands_for(last, first)


def _is_forced_by_split(change: Change) -> bool:
    """Say whether a change is a stop on one side, a connective on the other, and a repeated subject."""
    stops = [any(atom.key in {".", ";"} for atom in side.own) for side in change.sides]
    if stops[0] == stops[1]:
        return False
    shared = set(change.old.words) & set(change.new.words)
    return SPLIT_WORDS.issuperset({*change.old.words, *change.new.words} - shared)


def _is_minor(change: Change, kind: ShiftKind) -> bool:
    """Say whether nothing but light words came or went: "also", "in this regard", "in recent months"."""
    if kind not in {"qualifier", "verb", "form", "other"}:
        return False
    leads = any(side.own and side.own[0].leads for side in change.sides)
    change = change.bare()
    words = {*change.old.words, *change.new.words}
    if words & MEANINGFUL or words & TIME_LIMITS:
        return False
    if words <= LIGHT or (leads and words - LIGHT <= CONNECTIVES):
        return True
    return not change.is_replacement and _is_period(change)


def _is_period(change: Change) -> bool:
    """Say whether a change names a time that is reported on, and none that something is promised for."""
    own = [atom for side in change.sides for atom in side.own if atom.kind != "mark"]
    is_data = any(side.is_data for side in change.sides)
    times = [atom for atom in own if atom.key in TIME_WORDS or (is_data and atom.unit == "month")]
    if own and own[0].key in RATED and own[1:] == times:
        return False  # "5 crowns (a day)"
    others = [
        atom for atom in own if atom not in times and atom.key not in FUNCTION_WORDS and ordinal_of(atom.key) is None
    ]
    promised = any(atom.key in PROMISES for side in change.sides for atom in side.sentence)
    return bool(times) and not others and not promised
