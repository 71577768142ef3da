"""Read who says a phrase and with which verb: the subject of the sentence and the verb that governs.

"Many Ministers called for the full implementation of the resolutions and noted efforts to bring
about the complete denuclearisation" says the formula with "noted", not with "called for": of verbs
joined to the first, the nearest before the phrase counts. "since the Committee met in June" is no
saying at all. Closed lists and word shapes; where they do not tell, nothing is said.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stmtdiff.edits import Atom
from stmtdiff.grammar import is_verb, stem
from stmtdiff.languages.english import (
    ADVERBS,
    AUXILIARIES,
    COPULAS,
    INSIDE_SUBJECT,
    LISTING,
    MODALS,
    PREPOSITIONS,
    QUANTIFIERS,
    SAID,
    SAYING_VERBS,
    SPEAKER_PRONOUNS,
    SPEAKERS,
    SUBORDINATORS,
    VERB_PARTICLES,
)
from stmtdiff.values import is_number

Range = tuple[int, int]

_BINDING = SUBORDINATORS | PREPOSITIONS | {"to"}  # what stands before it does not speak for the sentence
_OPENERS = frozenset(", ; : \" ( - '".split())
_SAYING = frozenset(map(stem, SAYING_VERBS))


class Clause(NamedTuple):
    """Half-open ranges of atoms; None where the sentence does not tell."""

    speaker: Range | None
    verb: Range | None
    is_operative: bool = False  # the verb opens a paragraph whose subject stands above: "Demands"


class _Said(NamedTuple):
    """A subject with its verb, and the word before it."""

    speaker: Range
    verb: Range
    before: str


def clause_around(atoms: Sequence[Atom], first: int, last: int, speakers: frozenset[str] = SPEAKERS) -> Clause:
    """Return who says the atoms `first` to `last` of a sentence, `speakers` or people with names, and by which verb."""
    operative = _operative(atoms)
    said = list(_sayings(atoms, first, last, speakers))
    main = next((one for one in said if one.before in _OPENERS or one.before not in _BINDING), None)
    is_led_in = main is not None and main.before == "," and atoms[0].key.endswith("ing")  # "Taking ..., the Board sees"
    if operative and not is_led_in:
        return Clause(None, _nearest_joined(atoms, operative, first), is_operative=True)
    if main is None:
        return Clause(*_dissenter(atoms, 0, first))
    dissent = _dissenter(atoms, main.verb[1], first)
    if dissent[0] and atoms[dissent[0][0]].unit == "name":
        return Clause(*dissent)
    inner = [one for one in said if one.before == "that" and main.verb[1] < one.verb[1] <= first and _tells(atoms, one)]
    chosen = inner[-1] if inner else main
    return Clause(chosen.speaker, _nearest_joined(atoms, chosen.verb, first))


def _sayings(atoms: Sequence[Atom], first: int, last: int, speakers: frozenset[str]) -> Iterator[_Said]:
    """Yield each subject that can speak, with the verb that follows it."""
    for index, atom in enumerate(atoms):
        if first <= index < last and atom.key not in speakers:
            continue
        end = index + 1
        is_name = atom.kind == "unit" and atom.unit == "name"
        if atom.key in speakers and atom.kind == "word":
            while end < len(atoms) and (atoms[end].named or atoms[end].unit == "name") and not is_verb(atoms[end].key):
                end += 1
        elif (
            not (atom.key in SPEAKER_PRONOUNS and (atom.leads or atom.key != "it"))
            and not is_name
            and not (atom.key in QUANTIFIERS and _is_alone(atoms, end))
        ):
            continue
        verb = _verb_group(atoms, end)
        if verb:
            start = _subject_start(atoms, index, speakers)
            yield _Said((start, end), verb, atoms[start - 1].key if start else ",")


def _is_alone(atoms: Sequence[Atom], end: int) -> bool:
    """Say whether a verb follows at once: "a few welcomed it"."""
    return end < len(atoms) and is_verb(atoms[end].key) and atoms[end].key.endswith("ed")


def _subject_start(atoms: Sequence[Atom], index: int, speakers: frozenset[str]) -> int:
    """Return where the noun phrase of a speaker begins: "The Ministers of several countries"."""
    start = index
    while start > 0:
        before = atoms[start - 1]
        is_opening = before.kind == "word" and before.leads and not is_verb(before.key)  # "Foreign Ministers"
        is_known = before.key in speakers | QUANTIFIERS | INSIDE_SUBJECT | {"and"} or is_number(before.key)
        if not (is_opening or is_known or before.named):
            break
        start -= 1
    while start < index and atoms[start].key in ("of", "and"):
        start += 1
    return start


def _verb_group(atoms: Sequence[Atom], start: int) -> Range | None:
    """Return the verb that begins at `start`, with its auxiliaries and the adverbs between; None if none does."""
    at = start
    while at < len(atoms) and _is_adverb(atoms[at]):
        at += 1
    begin = at
    has_auxiliary = False
    while at < len(atoms) and (atoms[at].key in AUXILIARIES - {"to"} or (has_auxiliary and _is_adverb(atoms[at]))):
        has_auxiliary = has_auxiliary or atoms[at].key in AUXILIARIES
        at += 1
    if at < len(atoms) and atoms[at].kind == "word" and _is_finite(atoms[at], has_auxiliary):
        return begin, _with_particles(atoms, at)
    return (begin, at) if has_auxiliary and any(atoms[i].key in COPULAS for i in range(begin, at)) else None


def _is_adverb(atom: Atom) -> bool:
    return atom.key in ADVERBS or (atom.kind == "word" and len(atom.key) > 4 and atom.key.endswith("ly"))


def _is_finite(atom: Atom, has_auxiliary: bool) -> bool:
    if has_auxiliary:
        return is_verb(atom.key) or atom.key.endswith(("ed", "ing"))
    return (is_verb(atom.key) or atom.key.endswith("ed")) and not atom.key.endswith("ing") and not atom.named


def _with_particles(atoms: Sequence[Atom], at: int) -> int:
    """Return the end of the verb at `at` with what belongs to it: "continues to anticipate", "called for"."""
    following = [atom.key for atom in atoms[at + 1 : at + 3]]
    if stem(atoms[at].key) == stem("continue") and following[:1] == ["to"] and at + 2 < len(atoms):
        return _with_particles(atoms, at + 2)
    known = VERB_PARTICLES.get(atoms[at].key) or VERB_PARTICLES.get(stem(atoms[at].key), ())
    for particle in known:
        if following[: particle.count(" ") + 1] == particle.split():
            return at + 2 + particle.count(" ")
    return at + 1


def _operative(atoms: Sequence[Atom]) -> Range | None:
    """Return the verb that opens a paragraph of a resolution: "Further demands", "Expressing", "Strongly condemns"."""
    at = 0
    while at < len(atoms) and at < 3 and _is_adverb(atoms[at]):
        at += 1
    if at < len(atoms) and is_verb(atoms[at].key) and atoms[at].key.endswith(("s", "ing")):
        return 0, _with_particles(atoms, at)
    return None


def _form(atoms: Sequence[Atom], verb: Range) -> str:
    """Return the form of a verb, so that verbs joined to it can be told: past, present, a modal."""
    if any(atoms[index].key in MODALS for index in range(*verb)):
        return "modal"
    key = next((atoms[i].key for i in range(*verb) if is_verb(atoms[i].key)), atoms[verb[0]].key)
    if key.endswith("ed") or key in SAID:
        return "past"
    return "ing" if key.endswith("ing") else "s" if key.endswith("s") else "base"


def _nearest_joined(atoms: Sequence[Atom], verb: Range, limit: int) -> Range:
    """Return the last verb before `limit` that is joined to `verb` by "and" or a comma; `verb` if none is."""
    nearest = verb
    is_inside = False  # of a clause that the verb governs
    for index in range(verb[1], limit):
        key = atoms[index].key
        is_inside = is_inside or key in SUBORDINATORS
        if key not in LISTING | {";"}:
            continue
        found = _verb_group(atoms, index + 1)
        if not found or found[1] > limit + 1:
            continue
        is_alike = _form(atoms, found) == _form(atoms, verb)
        is_saying = any(stem(atoms[i].key) in _SAYING or atoms[i].key in SAID for i in range(*found))
        if is_saying and (is_alike or not is_inside):
            nearest, is_inside = found, False
    return nearest


def _tells(atoms: Sequence[Atom], said: _Said) -> bool:
    """Say whether a subject inside a that-clause speaks for itself: "noted that several Ministers expressed ..."."""
    is_counted = atoms[said.speaker[0]].key in QUANTIFIERS
    is_plain = all(atoms[index].key not in MODALS for index in range(*said.verb))
    return is_counted and is_plain and any(stem(atoms[index].key) in _SAYING for index in range(*said.verb))


def _dissenter(atoms: Sequence[Atom], start: int, limit: int) -> tuple[Range | None, Range | None]:
    """Return who is named with a view of his own before `limit`: "Richard W. Fisher, who believed"."""
    for index in range(limit - 1, max(start, 1), -1):
        if atoms[index].key == "who" and index + 1 < len(atoms):
            verb = _verb_group(atoms, index + 1)
            end = index - (atoms[index - 1].key == ",")
            if verb and (atoms[end - 1].named or atoms[end - 1].unit == "name"):
                begin = end - 1
                while begin > 0 and (atoms[begin - 1].named or atoms[begin - 1].unit == "name"):
                    begin -= 1
                return (begin, end), _nearest_joined(atoms, verb, limit)
    return None, None
