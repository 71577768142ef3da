"""Compare what is built alike on both sides: a list of qualifiers before one noun, a term within which to act.

The ugly case: "a just and lasting peace" against "a lasting peace" is one formula that lost a member, and "a limited
and temporary deployment" against "a limited deployment" one that lost a limit.
"""

from collections.abc import Iterator
from datetime import date

from stmtdiff.edits.qualifiers import is_qualifier
from stmtdiff.grammar import stem
from stmtdiff.languages.english import ARTICLES, FUNCTION_WORDS, JOINING, LISTING, NEGATIONS, PREPOSITIONS
from stmtdiff.languages.english_clauses import ADJECTIVES, BEFORE_DEEDS, BEFORE_TERMS, DETAILING, STOPPING
from stmtdiff.model import Paragraph
from stmtdiff.rules.finding import NARROW, Range
from stmtdiff.rules.sight import Side, Sight
from stmtdiff.saying.forms import forms
from stmtdiff.values import Value, values_around

_LABEL = 4  # tokens that a bullet, "(a)" or "2." take at most
_TERMED = frozenset({"within", "every"})
_BY = frozenset({"by", "before"})
_SLACK = 45  # days by which a term may be longer or shorter than the last one, and say nothing by that
_TERMS = frozenset({"day", "week", "month", "year", "hour"})


def qualifiers(
    sight: Sight, limits: frozenset[str], qualities: frozenset[str] = frozenset()
) -> tuple[int, Range, Range] | None:
    """Return whether a list of qualifiers grew (1) or shrank (-1), and where it stands on both sides; else None.

    `limits` are qualifiers that take away: a list that loses one of them has become stronger. Both lists stand before
    the same noun, and one of them has two members or more: a lone adjective is no list, but a lone limit counts, and a
    lone one of the `qualities` that make more of their noun.
    """
    old, new = _run(sight.old), _run(sight.new)
    if old is None or new is None or not (content(sight.old) or content(sight.new)):
        return None
    noun = _noun(sight.old, old)
    if not noun or noun in FUNCTION_WORDS or noun != _noun(sight.new, new):
        return None  # before "the" stands a verb that ends as an adverb does: "generally apply the code"
    had, has = _members(sight.old, old), _members(sight.new, new)
    is_limited = noun[:1].isalnum() and (had ^ has) <= limits  # "the return must be (voluntary)" asks for it
    if not (had < has or has < had) or (max(len(had), len(has)) < 2 and not (is_limited or had ^ has <= qualities)):
        return None
    way = 1 if had < has else -1
    return (-way if is_limited else way), old, new


def _run(side: Side) -> Range | None:
    """Return the qualifiers in and around the changed words of a side; an empty range before the noun without any."""
    first, last = side.first, side.last
    if first < last and side.words.norms[first] in ARTICLES:
        first += 1  # "(a free and open) bay" -> "(an open) bay"
    if not side.words.starts or not all(_listed(norm) for norm in side.words.norms[first:last]):
        return None
    while first and _listed(side.words.norms[first - 1]):
        first -= 1
    while last < len(side.words) and _listed(side.words.norms[last]):
        last += 1
    if first < last < len(side.words) and side.words.norms[last] == "of":  # "the possible opening of": a noun in "ing"
        last -= 1
    return first, last


def _listed(norm: str) -> bool:
    return norm in LISTING or is_qualifier(norm) or norm in ADJECTIVES


def _noun(side: Side, run: Range) -> str:
    return stem(side.words.norms[run[1]]) if run[1] < len(side.words) else ""


def _members(side: Side, run: Range) -> frozenset[str]:
    return frozenset(norm for norm in side.words.norms[run[0] : run[1]] if norm not in LISTING)


def later(sight: Sight) -> tuple[int, Range, Range] | None:
    """Return whether the time within which to act became longer (1) or shorter (-1), and where it stands; else None.

    The ranges are tokens of the old and of the new side. The time from one act to the next is such a time too:
    "report every six months".
    """
    return _longer(*(_length(side, _TERMED) for side in (sight.old, sight.new)))


def lasting(sight: Sight) -> tuple[int, Range, Range] | None:
    """Return whether what is decided lasts longer (1) or shorter (-1), and where that stands on both sides; else None.

    "For another twelve months". The ranges are tokens of the old and of the new side.
    """
    return _longer(_lasts(sight.old), _lasts(sight.new))


_Length = tuple[float, str, Range]  # how long a time is, what it is counted in, and its tokens


def _longer(old: _Length | None, new: _Length | None) -> tuple[int, Range, Range] | None:
    if old is None or new is None or old[1] != new[1] or old[0] == new[0]:
        return None
    return (1 if new[0] > old[0] else -1), old[2], new[2]


def _lasts(side: Side) -> _Length | None:
    found = _length(side, frozenset({""}))
    if found is None:
        return None
    at = found[2][0]
    while at and side.words.norms[at - 1] in BEFORE_TERMS:
        at -= 1
    return found if at and side.words.norms[at - 1] == "for" else None


def _length(side: Side, bounds: frozenset[str]) -> _Length | None:
    """Return the changed time of a side that has one of some bounds, None where it has none."""
    for value, where in _changed_values(side):
        if value.bound in bounds and value.unit in _TERMS:
            return float(value.high), f"{value.bound} {value.unit}", where  # type: ignore[arg-type]  # a quantity of time is a number
    return None


def _changed_values(side: Side) -> Iterator[tuple[Value, Range]]:
    """Yield the values of a side that changed, each with its tokens."""
    if not side.words.starts or side.first == side.last:
        return
    whole, own = side.span(0, len(side.words)), side.span(side.first, side.last)
    for value in values_around(whole.of(side.text), own.start - whole.start, own.end - whole.start):
        where = side.tokens(whole.start + value.span.start, whole.start + value.whole.end)
        if side.is_changed(*where):
            yield value, where


def ending(sight: Sight, old: date, new: date) -> tuple[int, Range, Range] | None:
    """Return whether what is decided until a day lasts longer (1) or shorter (-1) than it did, and where that stands.

    It is counted from the days `old` and `new` of the statements. None where it is no month and a half more or less:
    a meeting may be earlier or later; the ranges are tokens of the old and of the new side.
    """
    before, after = _until(sight.old, old), _until(sight.new, new)
    if before is None or after is None or abs(before[0] - after[0]) < _SLACK:
        return None
    return _longer(before, after)


def _until(side: Side, day: date) -> _Length | None:
    for value, where in _changed_values(side):
        if value.bound == "until" and isinstance(value.high, date):
            return float((value.high - day).days), "until", where
    return None


def due(sight: Sight) -> Range | None:
    """Return the tokens of a day by which to act that came or went alone: "to close the mine (by 2040)"; else None."""
    side = _lone(sight)
    if side is None:
        return None
    first, last, words = side.first, side.last, side.words
    text = side.text[side.start : side.start + words.ends[-1]]
    for value in values_around(text, words.starts[first], words.ends[last - 1]):
        where = side.tokens(side.start + value.whole.start, side.start + value.whole.end)
        rest = (*words.norms[first : where[0]], *words.norms[where[1] : last])
        is_whole = first <= where[0] and where[1] <= last  # "by (late) 2040" is no new day
        if is_whole and value.bound in _BY and not any(norm[:1].isalnum() for norm in rest):
            return where
    return None


def _lone(sight: Sight) -> Side | None:
    """Return the one side of a shift inside a sentence that has words of meaning, None where both or neither have."""
    is_gone = bool(content(sight.old))
    return None if sight.is_whole or is_gone == bool(content(sight.new)) else (sight.old if is_gone else sight.new)


def task(sight: Sight) -> Range | None:
    """Return the tokens of an infinitive that was joined to others or left out: "and to free the crews"; else None."""
    side = _lone(sight)
    if side is None:
        return None
    norms, first = side.words.norms, side.first
    while first < side.last and norms[first] in LISTING:
        first += 1
    is_joined = first > side.first or (first and norms[first - 1] in LISTING)
    if not is_joined or first + 1 >= side.last or norms[first] != "to" or "base" not in forms(norms[first + 1]):
        return None
    return first, side.last


def member(sight: Sight) -> tuple[bool, Range] | None:
    """Return whether a member was left out of a list, or joined to it, and its tokens: "ships (and their crews)".

    A row of names is no such member: who belongs to it says nothing of what is asked. None where there is no member.
    """
    gone, come = frozenset(content(sight.old)), frozenset(content(sight.new))
    if sight.is_whole or not (gone < come or come < gone):
        return None
    side, own = (sight.old, gone - come) if come < gone else (sight.new, come - gone)
    place = _member(side, _between(side, own) if gone and come else (side.first, side.last))
    return (come < gone, place) if place else None


def _between(side: Side, own: frozenset[str]) -> Range:
    """Return where the changed words stand that one side has alone, an empty range where others are among them."""
    norms = side.words.norms
    spots = [at for at in range(side.first, side.last) if norms[at] in own]
    first, last = spots[0], spots[-1] + 1
    while first > side.first and norms[first - 1] in FUNCTION_WORDS and norms[first - 1] not in LISTING:
        first -= 1
    is_mixed = any(norm not in own and norm not in FUNCTION_WORDS and norm[:1].isalnum() for norm in norms[first:last])
    return (first, first) if is_mixed else (first, last)


def _member(side: Side, place: Range) -> Range | None:
    """Return the tokens of a member of a list in a range of changed tokens; None where it is none."""
    norms, (first, last) = side.words.norms, place
    while first < last and norms[first] in LISTING:
        first += 1
    while first < last and norms[last - 1] in LISTING:
        last -= 1
    if norms[first : first + 3] == ("as", "well", "as"):
        first, is_joined = first + 3, True
    else:
        is_joined = not JOINING.isdisjoint(norms[side.first : first])
    if first >= last:
        return None  # "as well as", in front of a list that stands below
    is_listed = norms[first - 1 : first] == (",",) and _opens_item(norms[first])
    is_tail = is_listed and not JOINING.isdisjoint(norms[first:last])  # "(, buoys, and nets)"
    is_inner = is_listed and not LISTING.isdisjoint(norms[last : last + 1]) and not JOINING.isdisjoint(norms[last:])
    is_headed = not JOINING.isdisjoint(norms[last : side.last])  # "(buoys and) nets"
    is_row = norms[first - 1 : first] == norms[last : last + 1] == (",",)
    is_detail = norms[first] in DETAILING and not any(norm[:1].isalnum() for norm in norms[last : last + 1])
    is_opened = norms[first] == "to" or norms[first] in PREPOSITIONS
    is_parallel = is_row and is_opened and norms[last + 1 : last + 2] == norms[first : first + 1]
    inside = [at for at in range(first, last) if norms[at][:1].isalnum() and norms[at] not in FUNCTION_WORDS]
    names = [at for at in inside if side.text[side.start + side.words.starts[at]].isupper()]
    is_clause = "participle" in forms(norms[first]) and not PREPOSITIONS.isdisjoint(norms[first + 1 : first + 2])
    if (
        is_clause
        or not (is_joined or is_tail or is_inner or is_headed or is_parallel or is_detail)
        or not inside
        or 2 * len(names) >= len(inside)
    ):
        return None
    return first, last


def _opens_item(norm: str) -> bool:
    """Say whether a member of a list can begin with a word, and no remark between commas: "which", "speaking", "in"."""
    found = forms(norm)
    is_plain = norm not in FUNCTION_WORDS and norm not in PREPOSITIONS and not norm.endswith("ly")
    return is_plain and "ing" not in found and "participle" not in found


def deed(side: Side) -> Range | None:
    """Return the token of the changed verb that says what is to be done ("shall (freeze) the assets"); else None.

    It is a half-open range of the side's tokens. No more than a phrase around the verb may have changed.
    """
    norms, at = side.words.norms, side.first
    if not 0 < side.last - side.first <= NARROW or not side.words.starts:
        return None
    while at < side.last and (norms[at] in LISTING or norms[at] == "to" or norms[at].endswith("ly")):
        at += 1
    is_led = at > 0 and (norms[at - 1] in LISTING or norms[at - 1] in BEFORE_DEEDS)
    if at == side.last or not is_led or "base" not in forms(norms[at]) or norms[at] in FUNCTION_WORDS:
        return None
    if norms[at] in STOPPING or not NEGATIONS.isdisjoint(norms[max(0, at - 2) : at]):
        return None  # not to monitor is no less than not to enforce
    return at, at + 1


def item_verb(paragraph: Paragraph) -> int | None:
    """Return the token of the verb that an item of a list opens with, as an order or a task; else None.

    An item has a label that is no part of its words, or opens with a bullet, a letter or a number.
    """
    norms = paragraph.words.norms
    at = 0
    while at < min(_LABEL, len(norms) - 1) and (not norms[at].isalpha() or len(norms[at]) == 1 or norms[at + 1] == ")"):
        at += 1
    if at == len(norms) or (at == 0 and not paragraph.label):
        return None
    found = forms(norms[at])
    is_verb = ("base" in found and norms[at] not in FUNCTION_WORDS) or "ing" in found
    return at if is_verb and at + 1 < len(norms) and norms[at + 1][:1].isalnum() else None


def content(side: Side) -> list[str]:
    """Return the changed words of a side that carry meaning, as they are compared."""
    changed = side.words.norms[side.first : side.last]
    return [norm for norm in changed if norm[:1].isalnum() and norm not in FUNCTION_WORDS]


def has_name(side: Side) -> bool:
    """Say whether a changed word inside the sentence has a capital."""
    starts, base = side.words.starts, side.start
    return any(side.text[base + starts[at]].isupper() for at in range(max(1, side.first), side.last)) or (
        side.first == 0 and side.last == 1 and side.text[base + starts[0]].isupper()
    )
