"""Read the formula around a phrase: its qualifiers, its head noun, and what that noun is of.

"complete, verifiable and irreversible denuclearisation of the Kaveth Peninsula" is found by its
head noun, by a qualifier, or by both; whichever was asked for, the whole formula is what an editor
compares from year to year. Closed lists and word shapes, no tagger: where they do not tell, the
part stays empty.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from stmtdiff.edits import Atom
from stmtdiff.edits.qualifiers import is_qualifier
from stmtdiff.grammar import is_verb
from stmtdiff.languages.english import (
    COPULAS,
    DETERMINERS,
    HEDGES,
    LISTING,
    MODALS,
    PARTICLES,
    PREPOSITIONS,
    QUANTIFIERS,
    RELATIVES,
    SPEAKER_PRONOUNS,
    SPEAKERS,
    VERB_ENDINGS,
)
from stmtdiff.rules import known_forum

_BEFORE_VERBS = MODALS | RELATIVES | SPEAKER_PRONOUNS | {"to"}
_NO_NOUNS = HEDGES | PARTICLES
_LONGEST = 6  # words of a noun phrase beside the phrase asked for; beyond it, the shapes have led astray
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Formula:
    """Half-open ranges of atoms: qualifiers and head together, each qualifier, the head, and what that is of."""

    whole: Range
    qualifiers: tuple[Range, ...]
    head: Range | None = None
    object: Range | None = None


def formula_around(atoms: Sequence[Atom], first: int, last: int) -> Formula:
    """Return the formula that the atoms `first` to `last` are, or are a part of."""
    if _is_action(atoms, first, last):
        start = _over(atoms, last, DETERMINERS)
        end = _noun_end(atoms, start)
        complement = _complement(atoms, end)
        reach = complement[1] if complement else end
        return Formula((first, last), (), object=(last, reach) if end > start else None)
    low = _leftmost(atoms, first)
    high = _noun_end(atoms, _over_list(atoms, last)) if _is_describing(atoms[last - 1]) else _nouns(atoms, last)
    high = max(high, last)
    head = _head(atoms, low, high, last)
    qualifiers = tuple(_members(atoms, low, high if head is None else head))
    if head is None:
        return Formula((low, high), qualifiers)
    return Formula((low, high), qualifiers, (head, high), _complement(atoms, high))


def _members(atoms: Sequence[Atom], low: int, high: int) -> Iterator[Range]:
    """Yield the qualifiers in a range, an adverb with the adjective after it: "exceptionally low"."""
    start = low
    for index in range(low, high):
        if not _is_describing(atoms[index]):
            start = index + 1
        elif index + 1 == high or not (atoms[index].key.endswith("ly") and _is_describing(atoms[index + 1])):
            yield start, index + 1
            start = index + 1


@cache
def _never() -> frozenset[str]:
    """Return words that are no qualifiers, whatever their endings: "participant", "secretary-general"."""
    return HEDGES | PREPOSITIONS | SPEAKERS | QUANTIFIERS | known_forum().speakers


def _is_describing(atom: Atom) -> bool:
    return atom.kind == "word" and is_qualifier(atom.key) and atom.key not in _never()


def _is_acting(atoms: Sequence[Atom], at: int) -> bool:
    """Say whether a word that looks like a qualifier is a verb where it stands.

    "to warrant low levels", "by restricting exports", "Ministers expressed concern"; but not "the enhanced efforts".
    """
    before = atoms[at - 1] if at and not atoms[at].leads else None
    key = atoms[at].key
    if before is not None and before.key in _BEFORE_VERBS and key.endswith(VERB_ENDINGS):
        return True
    if key.endswith("ing") and (before is None or before.key in PREPOSITIONS):
        return True
    is_bound = before is not None and (before.key in DETERMINERS | PREPOSITIONS or _is_describing(before))
    return is_verb(key) and key.endswith(("ed", "ing", "s")) and not is_bound


def _is_noun(atom: Atom) -> bool:
    """Say whether an atom can stand in a noun phrase: a word that carries meaning and is no known verb."""
    return atom.kind == "word" and not is_verb(atom.key) and atom.key not in _NO_NOUNS


def _is_action(atoms: Sequence[Atom], first: int, last: int) -> bool:
    """Say whether the phrase is a verb: known as one, and not behind a word that a noun follows."""
    before = atoms[first - 1].key if first else ""
    words = [atom for atom in atoms[first:last] if atom.kind == "word"]
    is_known = bool(words) and all(is_verb(atom.key) for atom in words[-1:])
    return is_known and before not in DETERMINERS | QUANTIFIERS | {"of"} and not is_qualifier_before(atoms, first)


def is_qualifier_before(atoms: Sequence[Atom], first: int) -> bool:
    """Say whether a qualifier stands directly before the atom `first`: then that is a noun."""
    return first > 0 and _is_describing(atoms[first - 1]) and not atoms[first - 1].key.endswith("ly")


def _leftmost(atoms: Sequence[Atom], first: int) -> int:
    """Return where the noun phrase around `first` begins: over qualifiers, their commas, and nouns that describe."""
    low = first
    while low > 0 and first - low < 2 * _LONGEST:
        before = atoms[low - 1]
        if _is_acting(atoms, low - 1) or (atoms[low].named and not before.named and not _is_describing(before)):
            break
        if _is_describing(before) or (_is_noun(before) and before.key not in QUANTIFIERS and not before.leads):
            low -= 1
        elif (joined := _listed(atoms, low)) is not None:
            low = joined
        else:
            break
    return low


def _listed(atoms: Sequence[Atom], low: int) -> int | None:
    """Return the qualifier that a comma, an "and" or both join to the one at `low`; None where they join none."""
    at = low - 1
    while at > 0 and low - at <= 2 and atoms[at].key in LISTING:
        at -= 1
    is_joined = at < low - 1 and _is_describing(atoms[at]) and _is_describing(atoms[low])
    return at if is_joined else None


def _over_list(atoms: Sequence[Atom], last: int) -> int:
    """Return where a list of qualifiers that goes on behind `last` ends."""
    at = last
    while at + 1 < len(atoms) and atoms[at].key in LISTING:
        step = 2 if atoms[at + 1].key in LISTING else 1
        if at + step >= len(atoms) or not _is_describing(atoms[at + step]):
            break
        at += step + 1
    return at


def _nouns(atoms: Sequence[Atom], last: int) -> int:
    """Return where the nouns that follow a noun end: "denuclearisation talks"."""
    at = last
    while at < len(atoms) and at - last < _LONGEST and _is_noun(atoms[at]) and not _is_describing(atoms[at]):
        at += 1
    return at


def _noun_end(atoms: Sequence[Atom], start: int) -> int:
    """Return where a noun phrase ends that begins at `start` with qualifiers or nouns; `start` if there is none."""
    at = start
    while (
        at < len(atoms)
        and at - start < _LONGEST
        and (_is_noun(atoms[at]) or _is_describing(atoms[at]) or _is_noun_after_all(atoms, at))
    ):
        at += 1
    while at > start and _is_describing(atoms[at - 1]):  # "remains low and": no noun came
        at -= 1
    return at


def _is_noun_after_all(atoms: Sequence[Atom], at: int) -> bool:
    """Say whether a word that can be a verb is a noun here: "grave concern", "federal funds rate"."""
    return atoms[at].kind == "word" and not atoms[at].key.endswith(("ed", "ing")) and is_qualifier_before(atoms, at)


def _over(atoms: Sequence[Atom], at: int, keys: frozenset[str]) -> int:
    while at < len(atoms) and atoms[at].key in keys:
        at += 1
    return at


def _head(atoms: Sequence[Atom], low: int, high: int, last: int) -> int | None:
    """Return where the head noun begins, behind the last qualifier; None where only qualifiers stand."""
    at = high
    while at > low and not _is_describing(atoms[at - 1]) and atoms[at - 1].kind != "mark":
        at -= 1
        if atoms[at].kind == "function" and at < last:
            break
    return at if at < high else None


def _complement(atoms: Sequence[Atom], end: int) -> Range | None:
    """Return "the Kaveth Peninsula" where "of" and that follow a noun that ends at `end`, None where nothing does."""
    if end + 1 >= len(atoms) or atoms[end].key != "of":
        return None
    start = _over(atoms, end + 1, DETERMINERS)
    at = start
    while at < len(atoms) and at - start < _LONGEST and (_is_noun(atoms[at]) or _is_inside(atoms, at, start)):
        if atoms[at].key in PREPOSITIONS or atoms[at].key in COPULAS:
            break
        at += 1
    return (end + 1, at) if at > start else None


def _is_inside(atoms: Sequence[Atom], at: int, start: int) -> bool:
    """Say whether a unit, or a word that can be a verb, stands inside a noun phrase: "the federal funds rate"."""
    if atoms[at].kind == "unit":
        return True
    is_followed = at + 1 < len(atoms) and _is_noun(atoms[at + 1]) and not atoms[at + 1].named
    return at > start and not atoms[at - 1].named and atoms[at].key.endswith("s") and is_followed
