"""Turn the tokens of a stretch of text into the units that a diff may not cut.

The ugly case: between "27 July 2024" and "11 July 2025" a word diff keeps "July" and tears both
dates; between "resolutions 1559 (2004), 1680 (2006)" and a list that grew by one it pairs a number
with another's year. A date, a cited document, an amount or an initialled name is one atom.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache, partial
from typing import Literal, NamedTuple

from stmtdiff.languages import ENGLISH, Language
from stmtdiff.languages.english import FUNCTION_WORDS, SHARES
from stmtdiff.languages.marks import CLAUSE_ENDS
from stmtdiff.model import Paragraph, Sentence, Words
from stmtdiff.patterns import later
from stmtdiff.phrases import fold_spelling
from stmtdiff.sentences import PRINTED_NUMBER
from stmtdiff.spans import Span
from stmtdiff.values import NUMBER_WORDS, Value, ordinal_of, units

SENTENCE = "sentence"  # the unit of an atom that stands for a whole sentence
LABEL = "label"  # the unit of what a paragraph is counted or opened by, where that was left in its text
AtomKind = Literal["word", "function", "mark", "unit"]

# Words that act as one and may not be cut.
FIXED = {
    "negation": r"\b(?i:no\s+longer|not\s+yet|in\s+no\s+way|by\s+no\s+means|refrain(?:s|ed|ing)?\s+from)\b",
    "coordinator": r"\bas\s+well\s+as\b",
}
_FIXED = later(rf"(?=\ba|\b(?i:[binr]))(?:{'|'.join(f'(?P<{name}>{pattern})' for name, pattern in FIXED.items())})")
_IN_FIXED = ("longer", "yet", "way", "means", "refrain", "well")  # each of them holds one of these
_SUFFIX = later("[\uac00-\ud7a3]+$")  # what Korean joins to a word says what it is in the sentence
_FIGURES = frozenset({"number", "amount", "percent"})
_CONTENT = frozenset({"word", "unit"})
_LABEL = later(rf"(?:{PRINTED_NUMBER}|[-–—•*·▪])(?=\s)")


class Atom(NamedTuple):
    """What a diff compares: a word, a mark, or a unit such as a date (a named tuple: thousands are made).

    `start` and `end` are code points of the statement's text; `key` is what is compared (case,
    typography and spelling variants aside; of a figure what it is worth); `unit` names the sort of a unit atom ("date",
    "citation") and is empty otherwise; `leads` says that the atom opens its sentence, `named` that
    it is a word with a capital inside one. `value` is what a date, a figure or a document is worth,
    counted from its sentence.
    """

    start: int
    end: int
    key: str
    kind: AtomKind
    unit: str = ""
    leads: bool = False
    named: bool = False
    value: Value | None = None


# A named tuple made by its own name is put together in Python; this is done in C, for each word of a sentence.
_made = partial(tuple.__new__, Atom)


@lru_cache(maxsize=16384)
def _word(norm: str) -> tuple[str, AtomKind, bool]:
    """Return of a word or mark that is no unit the key and the kind, and whether it may be one with what follows it.

    So may a number in words, and a plural that owns something. Statements repeat their words.
    """
    if not (norm[0].isalnum() or norm[-1].isalnum()):
        return fold_spelling(norm), "mark", False
    kind: AtomKind = "function" if norm in FUNCTION_WORDS else "word"
    return fold_spelling(norm), kind, norm in NUMBER_WORDS or norm.endswith("s")


class _Unit(NamedTuple):
    """A stretch of a sentence that may not be cut, and what it is worth if it is worth something."""

    start: int
    end: int
    sort: str
    value: Value | None = None


def _units(text: str, language: Language) -> list[_Unit]:
    """Return every unit in `text`, in order, without overlap."""
    found = [_Unit(value.span.start, value.span.end, value.kind, value) for value in units(text, language)]
    folded = text.casefold()
    if any(map(folded.__contains__, _IN_FIXED)):
        found += [_Unit(*match.span(), match.lastgroup or "") for match in _FIXED.finditer(text)]
        found.sort()
    return found


def atoms(text: str, paragraph: Paragraph, sentence: Sentence, language: Language = ENGLISH) -> list[Atom]:
    """Return the atoms of one `sentence` of `paragraph`; `text` is the whole statement's, in `language`."""
    base, at = paragraph.body.start, sentence.span.start
    starts, ends, norms = paragraph.words.starts, paragraph.words.ends, paragraph.words.norms
    found = iter(_units(sentence.span.of(text), language))
    unit = next(found, None)
    unit_start = at + unit.start if unit else len(text)  # of a unit at the place, or of the next one
    made: list[Atom] = []
    index, limit = sentence.first, sentence.last
    if index == 0 and (label := _LABEL.match(text, at)):
        index = paragraph.tokens_at(Span(*label.span()))[1]
        made.append(Atom(at, label.end(), label[0].lower(), "unit", LABEL, leads=True))
    leads = True  # what comes next opens the sentence, behind a label too
    while index < limit:
        start = base + starts[index]
        while unit_start < start:
            unit = next(found, None)
            unit_start = at + unit.start if unit else len(text)
        if unit and unit_start == start:
            end = at + unit.end
            last = index + 1
            while last < limit and base + ends[last - 1] < end:
                last += 1
            reach = base + ends[last - 1]
            is_suffixed = reach > end and _SUFFIX.match(text, end, reach) is not None  # "2026년 12월 31일까지"
            if reach == end or is_suffixed:
                end = reach
                kind: AtomKind = "function" if unit.sort == "coordinator" else "unit"
                key = " ".join(norms[index:last]) if is_suffixed else _key(unit, norms[index:last])
                made.append(Atom(start, end, key, kind, unit.sort, leads, value=unit.value))
                leads, index = False, last
                continue
        norm = norms[index]
        key, kind, may_go_on = _word(norm)
        if may_go_on and norm in NUMBER_WORDS and (last := _number_ends(norms, index, limit)) > index + 1:
            key = " ".join(norms[index:last])
            sort = "number" if ordinal_of(key) is None else "ordinal"
            made.append(Atom(start, base + ends[last - 1], key, "unit", sort, leads))
            index = last
        elif may_go_on and norm[-1] == "s" and is_plural_owner(paragraph.words, index, sentence.first):
            made.append(
                Atom(start, base + ends[index + 1], f"{norm}'", "word", "", leads, text[start].isupper() and not leads)
            )
            index += 2
        else:
            named = not leads and text[start].isupper()
            made.append(_made((start, base + ends[index], key, kind, "", leads, named, None)))
            index += 1
        leads = False
    return made


def _key(unit: _Unit, norms: Sequence[str]) -> str:
    """Return what is compared of a unit: its words, of a whole number or a sum what it is worth.

    >>> _key(_Unit(0, 5, "number", units("1,000")[0]), ["1,000"])
    '1000'
    """
    value = unit.value
    if value is None or value.kind not in _FIGURES or not isinstance(value.high, Fraction) or value.low != value.high:
        return " ".join(norms)
    return f"{value.unit} {value.high}" if value.kind == "amount" and value.unit else str(value.high)


def is_plural_owner(words: Words, index: int, first: int) -> bool:
    """Say whether the token at `index` owns what follows: "the Leaders' summit", but not the end of a quotation.

    `first` is the token that its sentence begins with.
    """
    norms = words.norms
    behind = index + 1
    if behind >= len(norms) or norms[behind] != "'" or words.starts[behind] != words.ends[index]:
        return False
    opened = sum(
        norms[at] == "'" and (at == first or words.starts[at] > words.ends[at - 1]) for at in range(first, index)
    )
    closed = sum(norms[at] == "'" for at in range(first, index)) - opened
    return opened <= closed


def _number_ends(norms: Sequence[str], first: int, limit: int) -> int:
    """Return where a number in words ends: "three thousand five hundred", "hundred and ten", "hundred and third"."""
    last = first + 1
    while last < limit:
        step = 2 if norms[last] == "and" and last + 1 < limit else 1
        if not all(part in NUMBER_WORDS for part in norms[last + step - 1].split("-")):
            return last + step if ordinal_of(" ".join(norms[first : last + step])) is not None else last
        last += step
    return last


def is_boundary(atom: Atom) -> bool:
    """Say whether no phrase reaches over this atom: the end of a sentence or of a list's item."""
    return atom.unit == SENTENCE or atom.key in CLAUSE_ENDS


def sentence_around(atoms: Sequence[Atom], first: int, last: int) -> tuple[int, int]:
    """Return the half-open range of the sentences that hold the atoms `first` to `last` (half-open, maybe empty).

    Behind all atoms that is the last sentence.
    """
    start = max(0, min(first, len(atoms) - 1))
    while start > 0 and not atoms[start].leads:
        start -= 1
    end = max(last, start + 1)
    while end < len(atoms) and not atoms[end].leads:
        end += 1
    return start, end


def count_content(items: Iterable[Atom]) -> int:
    """Return how many of the atoms carry meaning: words and units, but not the "per cent" of a figure."""
    return len([1 for atom in items if atom.kind in _CONTENT and atom.key not in SHARES])
