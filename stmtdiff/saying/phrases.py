"""Find what surrounds an act: times, conditions and hedges, scope, strength.

The ugly case: in "the ceasefire of 4 May" the day names a thing and is no time of the act; "when conditions allow" is a
condition, "when the envoy arrived" a time.
"""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import Literal, NamedTuple

from stmtdiff.edits.qualifiers import is_qualifier
from stmtdiff.languages import english_clauses as lists
from stmtdiff.languages.english import DETERMINERS, MODALS, PARTS_OF_TIME
from stmtdiff.saying.forms import forms, is_adverb
from stmtdiff.saying.line import Line, by_opening
from stmtdiff.values import is_number

PhraseKind = Literal["time", "condition", "scope", "strength", "nothing"]
_STOPS = frozenset(",;:.")
_NO_VAGUE = ("least", "most", "than", "more", "less", "about", "at", "by", "an")
_AROUND = ("early", "late", "earlier", "later", "effective", "starting")
_NO_COUNT = ("of", "ago", "later", "earlier")
_CONDITIONAL = ("as", "where", "if", "when", "wherever", "whenever", "unless", "once", "only")
_TIME_FRONTS = ("as", "the", "no", "not", "a", "several", "some", "many", "two", "three")


_IN_TIMES = DETERMINERS | PARTS_OF_TIME | lists.TIME_DETERMINERS | lists.TIME_ADJECTIVES
_CONDITIONS = by_opening(lists.CONDITIONS)
_TIMELY_PHRASES = by_opening(lists.TIMELY_PHRASES)
_TIME_OPENERS = by_opening(lists.TIME_OPENERS)
_SCOPE_OPENERS = by_opening(lists.SCOPE_OPENERS)
_SCOPE_WORDS = by_opening(lists.SCOPE_WORDS)
_MANNER_PHRASES = by_opening(lists.MANNER_PHRASES)
_CONNECTING_PHRASES = by_opening(lists.CONNECTING_PHRASES)
_FRONT_NOTHING = by_opening(lists.FRONT_NOTHING)
_HEDGING_PHRASES = by_opening(lists.HEDGING_PHRASES)
_WHEN = by_opening(("when", "once", "whenever", "only when", "only once"))
_AS_OF = by_opening(("as of", "as from"))
# No other word begins a phrase with a verb of its own.
CLAUSAL = frozenset({*_CONDITIONS, *_TIME_OPENERS, *_WHEN})
_BOUNDS = by_opening(("no later than", "not later than", "no earlier than"))
_NO_MANNER = lists.CONNECTING | {"only"}


class Phrase(NamedTuple):
    """A half-open range of a line, and what it tells; `is_clause` where it has a verb of its own."""

    kind: PhraseKind
    first: int
    last: int
    is_clause: bool = False


_Reader = Callable[[Line, int, int, bool], Phrase | None]


def phrase_at(line: Line, at: int, limit: int, *, in_front: bool = False) -> Phrase | None:
    """Return the phrase that begins at `at`, up to `limit` at most; None where none does."""
    if at >= limit or not (readers := _readers(line.norms[at])):
        return None
    key = at, limit, in_front
    if key not in line.known:
        found = None
        for read in readers:
            if found := read(line, at, limit, in_front):
                break
        line.known[key] = found if found and found.last <= limit else None
    return line.known[key]  # type: ignore[no-any-return]  # what others keep there is of other types


def phrases_in(line: Line, first: int, last: int) -> Iterator[Phrase]:
    """Yield the phrase that begins at each place from `first` to `last`, up to `last` at most, where one does."""
    for at in range(first, last):
        if _readers(line.norms[at]) and (found := phrase_at(line, at, last)):
            yield found


@lru_cache(maxsize=8192)
def _readers(norm: str) -> tuple[_Reader, ...]:
    """Return what reads the phrases that a word can begin: most words begin none, nearly all others one sort."""
    own = {_time} if is_number(norm) else {_strength} if norm.endswith("ly") else set()
    return tuple(read for read, openers in _openers() if norm in openers or read in own)


def _first_words(*rows: tuple[str, ...]) -> frozenset[str]:
    return frozenset(row.split()[0] for row in chain(*rows))


@cache
def _openers() -> tuple[tuple[_Reader, frozenset[str]], ...]:
    """Return each sort of phrase, in the order in which they are tried, with the words that it begins with."""
    times = _first_words(lists.TIMELY_PHRASES, lists.TIME_OPENERS)
    times |= lists.TIMELY | lists.TIME_DETERMINERS | lists.TIME_PREPOSITIONS | frozenset(_AROUND)
    return (
        (_condition, _first_words(lists.CONDITIONS) | frozenset(_CONDITIONAL)),
        (_time, times | frozenset(_TIME_FRONTS)),
        (_hedge, _first_words(lists.HEDGING_PHRASES) | lists.HEDGING | {"according", "in", "to"}),
        (_scope, _first_words(lists.SCOPE_OPENERS, lists.SCOPE_WORDS)),
        (_strength, _first_words(lists.MANNER_PHRASES) | lists.MANNER | {"with", "most", "more", "very"}),
        (_nothing, _first_words(lists.CONNECTING_PHRASES, lists.FRONT_NOTHING) | lists.CONNECTING),
    )


def clause_end(line: Line, at: int, limit: int) -> int:
    """Return where a phrase that opened before `at` ends: at a comma, a semicolon or the end."""
    return next((place for place in range(at, limit) if line.norms[place] in _STOPS), limit)


def _condition(line: Line, at: int, limit: int, in_front: bool) -> Phrase | None:
    norm = line.norms[at]
    if (
        norm in ("as", "where", "if", "when", "wherever", "whenever", "unless")
        and line.word(at + 1) in lists.CONDITION_WORDS
    ):
        return Phrase("condition", at, at + 2)
    end = line.longest(at, _CONDITIONS)
    if not end or (norm in ("should", "had") and not in_front):
        return _of_possibility(line, at, limit)
    if norm in ("should", "had") and line.word(end) in MODALS:
        return None
    if norm in ("where", "wherever", "assuming", "pending") and norm != "assuming":
        return None
    if norm == "provided" and not in_front and line.word(end) != "that" and end == at + 1 and line.word(at - 1) != ",":
        return None
    return Phrase("condition", at, clause_end(line, end, limit), True)


def _of_possibility(line: Line, at: int, limit: int) -> Phrase | None:
    """Return a clause with "when" or "once" about what has not happened: its verb is in the present or is a modal."""
    if line.norms[at] not in ("when", "once", "whenever", "only"):
        return None
    end = line.longest(at, _WHEN)
    if not end or end >= limit:
        return None
    last = clause_end(line, end, limit)
    inside = line.norms[end:last]
    is_past = any("past" in forms(word) and not {"base"} & forms(word) for word in inside) or "was" in inside
    is_perfect = any(word in ("has", "have") for word in inside)
    if last - end < 2 or (is_past and not is_perfect) or "had" in inside:
        return None
    return Phrase("condition", at, last, True)


def _hedge(line: Line, at: int, limit: int, _in_front: bool) -> Phrase | None:
    norm = line.norms[at]
    if norm in _HEDGING_PHRASES and (end := line.longest(at, _HEDGING_PHRASES)):
        return Phrase("condition", at, end)
    if norm == "according" and line.has(at, "according to"):
        return Phrase("condition", at, clause_end(line, at, limit))
    if norm in ("in", "to") and (view := _view(line, at + 1, limit)):
        return Phrase("condition", at, view)
    if norm in ("rather", "fairly") and not (is_qualifier(line.word(at + 1)) or line.word(at + 1) in lists.ADJECTIVES):
        return None
    if norm in lists.HEDGING:
        return Phrase("condition", at, at + 1)
    return None


def _view(line: Line, at: int, limit: int) -> int:
    for place in range(at, min(at + 7, limit)):
        if line.norms[place] in lists.VIEWS and place > at:
            before = line.norms[at:place]
            owns = before[-1].endswith(lists.OWNERS) or before[0] in ("its", "their", "his", "her", "our", "my")
            if owns:
                return place + 1
            return clause_end(line, place, limit) if line.word(place + 1) == "of" and at + 1 == place else 0
        if line.norms[place] in _STOPS:
            return 0
    return 0


def _time(line: Line, at: int, limit: int, _in_front: bool) -> Phrase | None:
    norm = line.norms[at]
    if norm in _AS_OF and line.longest(at, _AS_OF) and (end := _time_noun(line, at + 2, limit)):
        return Phrase("time", at, end)
    if norm in _AROUND and (end := _time_noun(line, at + 1, limit)):
        return Phrase("time", at, end)
    if norm == "the" and line.word(at + 1) in lists.TIME_DETERMINERS and (end := _time_noun(line, at, limit)):
        return Phrase("time", at, end)
    if is_number(norm) and line.word(at + 1) in lists.TIME_NOUNS and line.word(at + 2) not in _NO_COUNT:
        return Phrase("time", at, at + 2)
    if norm in _TIMELY_PHRASES and (end := line.longest(at, _TIMELY_PHRASES)):
        return Phrase("time", at, end + (line.norms[end - 1] == "a"))
    if norm in lists.TIMELY and norm not in lists.CONNECTING and line.word(at - 1) not in lists.BEFORE_NOUNS:
        end = at + 1
        return Phrase("time", at, end)
    if norm in _BOUNDS and (end := line.longest(at, _BOUNDS)):
        return Phrase("time", at, _time_noun(line, end, limit) or clause_end(line, at, limit))
    if norm in lists.TIME_DETERMINERS and (end := _time_noun(line, at, limit)):
        return Phrase("time", at, end)
    if (is_number(norm) or norm in ("a", "several", "some", "many", "two", "three")) and (end := _ago(line, at, limit)):
        return Phrase("time", at, end)
    if norm in lists.TIME_PREPOSITIONS and (end := _time_noun(line, at + 1, limit)):
        return Phrase("time", at, end)
    return _time_clause(line, at, limit) if norm in _TIME_OPENERS else None


def _ago(line: Line, at: int, limit: int) -> int:
    for place in range(at + 1, min(at + 4, limit)):
        if line.norms[place] in lists.TIME_NOUNS and line.word(place + 1) in ("ago", "earlier", "later"):
            return place + 2
    return 0


def _time_noun(line: Line, at: int, limit: int) -> int:
    """Return where a time that begins at `at` ends: "the end of 2027", "next year", "1 May"; 0 where none does."""
    place, seen = at, False
    while place < min(at + 9, limit):
        norm = line.norms[place]
        if norm in lists.VAGUE_TIMES:
            seen = seen or (line.norms[place - 1] not in _NO_VAGUE and line.word(place + 1) != "to")
        elif norm in lists.TIME_NOUNS or norm in lists.MONTH_NAMES or _is_year(norm) or norm in ("now", "then"):
            seen = True
        elif (
            is_number(norm)
            or norm.rstrip("stndrh").isdigit()
            or (norm == "," and seen and _is_year(line.word(place + 1)))
        ):
            pass
        elif norm == "of" and seen and _time_noun(line, place + 1, limit):
            return _time_noun(line, place + 1, limit)
        elif norm in ("and", "to", "or", "-") and seen and (end := _time_noun(line, place + 1, limit)):
            return end
        elif seen or norm not in _IN_TIMES:
            break
        place += 1
    if seen and line.word(place) in ("later", "earlier", "ago"):
        place += 1
    return place if seen and line.word(place) not in ("point", "points", "percentage") else 0


def _is_year(norm: str) -> bool:
    return len(norm) == 4 and norm.isdigit() and norm[:2] in ("19", "20")


def _time_clause(line: Line, at: int, limit: int) -> Phrase | None:
    end = line.longest(at, _TIME_OPENERS)
    if not end or end >= limit or (line.norms[at] == "as" and end == at + 1):
        return None
    last = clause_end(line, end, limit)
    return Phrase("time", at, last, True) if last > end else None


def _scope(line: Line, at: int, limit: int, _in_front: bool) -> Phrase | None:
    if end := line.longest(at, _SCOPE_OPENERS):
        if line.norms[at] == "but" or (line.norms[end - 1] == "particular" and line.word(end) in (",", "")):
            return Phrase("scope", at, end)
        return Phrase("scope", at, clause_end(line, end, limit))
    if end := line.longest(at, _SCOPE_WORDS):
        return Phrase("scope", at, end)
    return None


def _strength(line: Line, at: int, limit: int, _in_front: bool) -> Phrase | None:
    norm = line.norms[at]
    if norm in _MANNER_PHRASES and (end := line.longest(at, _MANNER_PHRASES)):
        return Phrase("strength", at, end)
    if norm == "with":
        for place in range(at + 1, min(at + 4, limit)):
            if line.norms[place] in lists.FEELINGS:
                return Phrase("strength", at, place + 1)
            if line.norms[place] not in lists.STRENGTH and not is_adverb(line.norms[place]):
                break
    follows = line.word(at + 1)
    if (
        norm in ("most", "more", "very")
        and follows.endswith("ly")
        and is_adverb(follows)
        and follows not in lists.TIMELY
    ):
        return Phrase("strength", at, at + 2)
    if norm in lists.MANNER or (norm.endswith("ly") and is_adverb(norm) and norm not in _NO_MANNER):
        return Phrase("strength", at, at + 1)
    return None


def _nothing(line: Line, at: int, limit: int, in_front: bool) -> Phrase | None:
    norm = line.norms[at]
    if norm in lists.CONNECTING:
        return Phrase("nothing", at, at + 1)
    if norm in _CONNECTING_PHRASES and (end := line.longest(at, _CONNECTING_PHRASES)):
        return Phrase("nothing", at, end)
    if in_front and (end := line.longest(at, _FRONT_NOTHING)):
        return Phrase("nothing", at, clause_end(line, end, limit))
    return None
