"""Say whether both sides of a change name the same values, bodies or denials in another form.

The ugly case: from "3 per cent" to "3%" a diff marks "per cent" and "%", and from "1/2" to "0.5" two numbers. What
they are worth says that nothing changed; so do the brackets in which a text says what its letters stand for.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from stmtdiff.edits import Atom
from stmtdiff.grammar import spelling, stem, written_out
from stmtdiff.languages import ENGLISH
from stmtdiff.languages.english import ARTICLES, BARE_SUPPORT, FUNCTION_WORDS, HALVES, MODALS
from stmtdiff.shifts.change import Change, Side
from stmtdiff.spans import Span
from stmtdiff.values import Value, values_around

_VALUES = frozenset({
    "number", "amount", "percent", "quantity", "ordinal", "fraction",
    "date", "month", "year", "quarter", "weekday", "time",
})  # fmt: skip
# Bounds that are one in all their wordings: "at least" and "no less than". "Some" and "nearly" are not.
_EXACT = frozenset({"at least", "at most", "more than", "less than"})
_NAMES = 12  # words of a name up to which letters may stand for it
_PLAIN_INITIALS = 4  # letters from which words without a capital may be meant: "a rapid response fund" and "RRF"
_Item = tuple[object, ...]


def is_same_worth(change: Change) -> bool:
    """Say whether the values that a change touches are worth the same, and all other words are the same.

    A value is taken whole, with its unit and what bounds it, also where the diff has cut it. A figure below zero
    is never compared: its sign is a mark like others.
    """
    if not all(side.is_valued for side in change.sides):
        return False
    own = list(_items(change.old))
    return any(len(item) > 1 for item in own) and own == list(_items(change.new))


def _items(side: Side) -> Iterator[_Item]:
    """Yield what a side and the values that it touches hold: the worth of each value, the spelling of each word."""
    span = side.span or Span(side.at, side.at)
    start, end = _reach(span, [_whole(value) for value in _values_at(side, span.start - 1, span.end + 1)])
    atoms = side.sentence
    first, last = bisect_right(atoms, start, key=_ends), bisect_left(atoms, end, key=_begins)
    own = atoms[first:last]
    found = [(_whole(value), value) for value in _values_at(side, own[0].start, own[-1].end)] if own else []
    for atom in own:
        place, value = next(((s, v) for s, v in found if s.start < atom.end and atom.start < s.end), (None, None))
        if place is None or value is None:
            if atom.kind != "mark" or not side.shown(atom).isascii():
                yield (spelling(atom.key),)
        elif atom.start <= place.start:
            yield _worth(value, side)
        if place is not None and side.language is not ENGLISH and atom.end > place.end:  # "50억원까지": up to 50
            yield (side.text[max(place.end, atom.start) : atom.end],)


def _begins(atom: Atom) -> int:
    return atom.start


def _ends(atom: Atom) -> int:
    return atom.end


def _worth(value: Value, side: Side) -> _Item:
    """Return what a value is worth; without its number where that is no part of the change, which may change apart."""
    low, high, unit, bound, kind = value.worth
    exact = bound if bound in _EXACT else ""
    own = side.span
    is_touched = own is not None and own.start < value.span.end and value.span.start < own.end
    return (low, high, unit, exact, kind) if is_touched else (unit, exact, kind)


def _values_at(side: Side, start: int, end: int) -> list[Value]:
    """Return the values of the sentence of a side that stand around `start` to `end`, code points of its text."""
    atoms = side.sentence
    if not atoms:
        return []
    base = atoms[0].start
    found = values_around(side.text[base : atoms[-1].end], start - base, end - base, side.language)
    return [value.shifted(base) for value in found if value.kind in _VALUES]


def _whole(value: Value) -> Span:
    """Return a value with its unit, and with what bounds it where that is one in all wordings."""
    return Span(value.whole.start if value.bound in _EXACT else value.span.start, value.whole.end)


def _reach(span: Span, found: Sequence[Span]) -> tuple[int, int]:
    """Return where a change at `span` begins and ends together with the values that it touches."""
    touched = [own for own in found if own.start <= span.end + 1 and span.start <= own.end + 1]
    return min([span.start, *(own.start for own in touched)]), max([span.end, *(own.end for own in touched)])


def is_same_name(change: Change) -> bool:
    """Say whether letters stand for a whole name: "the EU" and "the European Union", all other words the same.

    Which letters stand for which name say the brackets of both texts, or the first letters of its words.
    """
    if all(map(_is_small, change.sides)):
        return False  # no letters stand for a name
    old, new = _shown(change.old), _shown(change.new)
    if [spelling(word.lower()) for word in old] == [spelling(word.lower()) for word in new]:
        return False
    return _are_one(old, new, change.old.known.names)


def _is_small(side: Side) -> bool:
    """Say whether no capital stands on a side."""
    written = side.span.of(side.text) if side.span is not None else ""
    return written == written.lower()


def _shown(side: Side) -> list[str]:
    """Return the words of a side as they are written, without articles and letters in brackets."""
    keys = ["", *(atom.key for atom in side.own), ""]
    kept = []
    for atom, before, after in zip(side.own, keys, keys[2:], strict=False):
        is_defined = (before, after) == ("(", ")") and _letters(side.shown(atom))
        if atom.kind != "mark" and atom.key not in ARTICLES and not is_defined:
            kept += side.shown(atom).split()
    return kept


def _letters(word: str) -> str:
    """Return the capitals of an abbreviation, "" for another word."""
    if word.islower():
        return ""
    letters = word.removesuffix("'s").removesuffix("’s").removesuffix("s").replace(".", "")
    return letters if len(letters) > 1 and letters.isupper() else ""


def _are_one(one: Sequence[str], other: Sequence[str], names: frozenset[tuple[str, str]]) -> bool:
    """Say whether two rows of words are the same but for names that one of them shortens.

    A walk over both at once, not a call inside a call: a sentence may have twenty thousand words.
    """
    if not any(map(_letters, (*one, *other))):
        return False
    ways, seen = [(0, 0)], set()
    while ways:
        at = ways.pop()
        if at == (len(one), len(other)):
            return True
        if at in seen or at[0] == len(one) or at[1] == len(other):
            continue
        seen.add(at)
        if past := _past_a_name(one[at[0] : at[0] + _NAMES], other[at[1] : at[1] + _NAMES], names):
            ways.append((at[0] + past[0], at[1] + past[1]))
        if spelling(one[at[0]].lower()) == spelling(other[at[1]].lower()):
            ways.append((at[0] + 1, at[1] + 1))
    return False


def _past_a_name(one: Sequence[str], other: Sequence[str], names: frozenset[tuple[str, str]]) -> tuple[int, int] | None:
    """Return how many words of each row a name takes that opens both, short in one of them; None without one."""
    for short, long, is_first in ((one, other, True), (other, one, False)):
        if letters := _letters(short[0]):
            for count in range(2, len(long) + 1):
                if _stands_for(letters, long[:count], names):
                    return (1, count) if is_first else (count, 1)
    return None


def _stands_for(letters: str, words: Sequence[str], names: frozenset[tuple[str, str]]) -> bool:
    if (letters, " ".join(words).lower()) in names:
        return True
    said = [word for word in words if word.lower() not in FUNCTION_WORDS]
    if len(said) < 2 or words[0] not in said or words[-1] not in said:
        return False
    initials = "".join(part[0] for word in said for part in word.split("-") if part)
    return (initials if len(letters) < _PLAIN_INITIALS else initials.upper()) == letters


def is_same_denial(change: Change) -> bool:
    """Say whether "neither ... nor" stands for "not ... and not ..." or "not ... or ...", all else the same."""
    if not any(set(half) <= set(side.words) for half in HALVES[:1] for side in change.sides):
        return False
    readings = [_denials(side) for side in change.sides]
    return any(reading in readings[1] for reading in readings[0])


def _denials(side: Side) -> list[list[str]]:
    """Return what a side denies, each word by its stem: with "nor" read as "and not" and, where it has one, as "or"."""
    words = [part for atom in (*side.before[-1:], *side.own) for part in written_out(atom.key) if atom.kind != "mark"]
    denial, other = HALVES[0]
    plain = [part for word in words for part in {denial: ["not"], other: ["and", "not"]}.get(word, [word])]
    read = [_denied(plain)]
    if other in words:
        read.append(_denied([{denial: "not", other: "or"}.get(word, word) for word in words]))
    return read


def _denied(words: Sequence[str]) -> list[str]:
    """Return words without "do" before "not", and without a modal said again: "will not ... and (will) not"."""
    kept: list[str] = []
    first = next((before for before, word in pairwise(words) if word == "not"), "")
    for index, word in enumerate(words):
        is_denied = words[index + 1 : index + 2] == ["not"]
        is_again = word == first and word in MODALS and "not" in kept
        if not (is_denied and (word in BARE_SUPPORT or is_again)):
            kept.append(stem(word))
    return kept
