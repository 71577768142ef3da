"""Slide a pure insertion or deletion to where a reader would put it.

The ugly case: in "resolutions 1832 (2008), 1884 (2009) and" a diff may report ", 1884 (2009)" or
"1884 (2009)," with equal right; in "The Council met. The Council decided." it may report
"met. The Council". Only one of each is a phrase.
"""

from stmtdiff.edits.atom import Atom
from stmtdiff.edits.edit import Edit
from stmtdiff.languages.english import (
    ARTICLES,
    AUXILIARIES,
    COORDINATORS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
)
from stmtdiff.languages.marks import SENTENCE_ENDS
from stmtdiff.spans import Span

_OPENERS = frozenset({"(", "[", '"', "$", "€", "£"})
_LEADING = PREPOSITIONS | COORDINATORS | RELATIVES | {"to", "nor"}
# A phrase does not end on one of these, and does well to begin with one of those.
_NEVER_LAST = ARTICLES | _LEADING | AUXILIARIES | POSSESSIVES | {"not", "no"}
_GOOD_FIRST = _LEADING | {"while", "although"}


def _looks(atoms: list[Atom], first: int, last: int) -> tuple[bool, bool, bool, bool, bool]:
    """Return what makes the atoms from `first` to `last` (half-open) look like a phrase, what counts most first."""
    opening, closing = atoms[first], atoms[last - 1]
    torn = opening.key in SENTENCE_ENDS or opening.key in {")", "]"} or closing.key in _OPENERS
    return (
        opening.leads and closing.key in SENTENCE_ENDS,
        closing.key not in _NEVER_LAST,
        not torn,
        closing.key in {";", ","} and opening.kind != "mark",
        opening.key in _GOOD_FIRST,
    )


def slide(change: Edit, atoms: list[Atom], *, low: int, high: int) -> int:
    """Return by how many atoms to slide a pure `change` of one side, negative for left.

    `atoms` are those of the side that the change stands on; it may move within `low` to `high`,
    the ends of its neighbours there.
    """
    span = change.old if len(change.old) else change.new
    offsets = [0]
    step = 1
    while span.start - step >= low and atoms[span.start - step].key == atoms[span.end - step].key:
        offsets.append(-step)
        step += 1
    step = 1
    while span.end + step <= high and atoms[span.start + step - 1].key == atoms[span.end + step - 1].key:
        offsets.append(step)
        step += 1
    return max(
        offsets, key=lambda offset: (_looks(atoms, span.start + offset, span.end + offset), -abs(offset), offset)
    )


def _over_island(first: Edit, last: Edit, old: list[Atom], new: list[Atom]) -> Edit | None:
    """Return two pure changes of one side as one where what stands between them may as well stand at their end.

    Of "(see Fig. 3)." that went, a diff may keep the stop of "Fig." for that of the sentence.
    """
    on_old = len(last.old) > 0
    atoms = old if on_old else new
    one, other = (first.old, last.old) if on_old else (first.new, last.new)
    if first.whole or not len(one) or (len(first.new) if on_old else len(first.old)):
        return None
    size = other.start - one.end
    island = [atom.key for atom in atoms[one.end : other.start]]
    if size < len(other) and island == [atom.key for atom in atoms[other.end - size : other.end]]:
        own, shift = Span(one.start, other.end - size), 0
    elif size < len(one) and island == [atom.key for atom in atoms[one.start : one.start + size]]:
        own, shift = Span(one.start + size, other.end), size
    else:
        return None
    place = (first.new.start if on_old else first.old.start) + shift
    spans = (own, Span(place, place)) if on_old else (Span(place, place), own)
    return first.cut(*spans, "slide")


def slide_all(changes: list[Edit], old: list[Atom], new: list[Atom]) -> list[Edit]:
    """Return `changes` with every pure insertion and deletion at its best place."""
    moved: list[Edit] = []
    for index, change in enumerate(changes):
        if change.whole or (len(change.old) and len(change.new)):
            moved.append(change)
            continue
        if moved and (joined := _over_island(moved[-1], change, old, new)):
            moved.pop()
            change = joined
        before = moved[-1] if moved else None
        after = changes[index + 1] if index + 1 < len(changes) else None
        on_old = len(change.old) > 0
        low = (before.old.end if on_old else before.new.end) if before else 0
        ceiling = len(old) if on_old else len(new)
        high = (after.old.start if on_old else after.new.start) if after else ceiling
        by = slide(change, old if on_old else new, low=low, high=high)
        moved.append(change.grown(-by, by, "slide") if by else change)
    return moved
