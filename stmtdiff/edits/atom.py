"""Turn the tokens of a stretch of text into the units that a diff may not cut.

The ugly case: between "27 July 2024" and "11 July 2025" a word diff keeps "July" and tears both
dates; between "resolutions 1559 (2004), 1680 (2006)" and a list that grew by one it pairs a number
with another's year. A date, a cited document, an amount or an initialled name is one atom.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from stmtdiff.dates import MONTHS
from stmtdiff.grammar import FUNCTION_WORDS, NUMBER_WORDS, SCALES
from stmtdiff.model import Paragraph, Sentence
from stmtdiff.phrases import fold_spelling

SENTENCE = "sentence"  # the unit of an atom that stands for a whole sentence
AtomKind = Literal["word", "function", "mark", "unit"]

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b(?:\.(?=\s\d))?"
)
_MONTH_NAME = f"(?:{'|'.join(MONTHS)})"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?:(?:\s?[-–]\s?|\sto\s|\sand\s)\d{1,2}(?:st|nd|rd|th)?)?"
_DATE = (
    rf"(?:{_DAY}(?:\s+of)?\s+{_MONTH}(?:,?\s+\d{{4}})?|{_MONTH}\s+(?:{_DAY}(?!\d)(?:,\s+\d{{4}})?|\d{{4}})"
    r"|\b(?:early|mid|late)[-\s]\d{4})"
)
_SYMBOL = r"(?:[A-Z]{1,6}(?:/(?:Rev|Add|Corr|[A-Z0-9]+)(?:\.[A-Z0-9]+)*)+)"
_NUMBER = r"(?:\d+(?:[-‐‑–]\d+)?/\d+|\d*[¼½¾⅐-⅞]|\d+(?:[.,]\d+)*)"
_SHORT = "|".join(SCALES)
_SCALE = rf"(?:\s+(?:hundred|thousand|million|billion|trillion)|\s?(?:{_SHORT}))"
_PERCENT = r"(?:\s?(?:percentage\s+points?|basis\s+points?|per\s?cent|percent)\b|\s?%)"
UNITS = {
    "date": rf"{_DATE}(?:\s+\({_SYMBOL}\))?",
    "symbol": rf"\({_SYMBOL}\)|\b{_SYMBOL}",
    "citation": rf"\b\d{{1,4}}\s\(\d{{4}}\)|\b\d{{3,4}}(?=\sof\s{_DATE})",
    "amount": rf"(?:(?:US|A|C|NZ)?[$€£¥]\s?|\b(?:USD|EUR|GBP|JPY|CHF)\s){_NUMBER}(?:{_SCALE}\b)?|\b{_NUMBER}{_SCALE}\b",
    "percent": rf"\b{_NUMBER}(?:\s(?:to|and)\s{_NUMBER})?(?={_PERCENT})",
    "ordinal": r"\b\d+(?:st|nd|rd|th)\b",
    "name": r"\b[A-Z][\w'’-]+(?:\s[A-Z]\.)+\s[A-Z][\w'’-]+(?:\s(?:Jr|Sr)\.)?",
    "month": rf"\b{_MONTH_NAME}\b",
    "reference": r"(?<=paragraph\s)\d+(?:\s\([a-z]+\))+",
    "negation": r"\b(?i:no\s+longer|not\s+yet|in\s+no\s+way|by\s+no\s+means|refrain(?:s|ed|ing)?\s+from)\b",
    "year": r"\b(?:19|20)\d{2}(?:[-/–](?:19|20)?\d{2})?\b(?![.,]\d)",
    "coordinator": r"\bas\s+well\s+as\b",
    "number": rf"\b{_NUMBER}(?:\sto\s{_NUMBER})?\b(?:[:/-]\d+)*",
}
# No unit begins otherwise: inside a word, where most positions are, none of the patterns is tried.
_BEGINNING = r"(?=[A-Z\d($€£¥¼½¾⅐-⅞]|\b[aelm]|\b(?i:[binr]))"
_UNIT = re.compile(f"{_BEGINNING}(?:{'|'.join(f'(?P<{name}>{pattern})' for name, pattern in UNITS.items())})")
_SHORT_SCALE = re.compile(rf"(?<=\d)\s?({_SHORT})$")
_HAS_UNIT = re.compile(rf"\d|[A-Z]\.|/|{_MONTH_NAME}|(?i:\bno|refrain)|\bas\s+well\b")

_BOUNDARIES = frozenset({";", ".", "!", "?", ":", "。"})


class Atom(NamedTuple):
    """What a diff compares: a word, a mark, or a unit such as a date (a named tuple: thousands are made).

    `start` and `end` are code points of the statement's text; `key` is what is compared (case,
    typography and spelling variants aside); `unit` names the sort of a unit atom ("date",
    "citation") and is empty otherwise; `leads` says that the atom opens its sentence, `named` that
    it is a word with a capital inside one.
    """

    start: int
    end: int
    key: str
    kind: AtomKind
    unit: str = ""
    leads: bool = False
    named: bool = False


@lru_cache(maxsize=1 << 16)
def _word(norm: str) -> tuple[str, AtomKind]:
    """Return the key and the kind of a word or mark that is no unit; statements repeat their words."""
    if not (norm[0].isalnum() or norm[-1].isalnum()):
        return fold_spelling(norm), "mark"
    return fold_spelling(norm), "function" if norm in FUNCTION_WORDS else "word"


def _units(text: str) -> list[tuple[int, int, str]]:
    """Return start, end and sort of every unit in `text`, in order, without overlap."""
    if not _HAS_UNIT.search(text):
        return []
    return [(*match.span(), match.lastgroup or "") for match in _UNIT.finditer(text)]


def atoms(text: str, paragraph: Paragraph, sentence: Sentence) -> list[Atom]:
    """Return the atoms of one `sentence` of `paragraph`; `text` is the whole statement's."""
    base, at = paragraph.body.start, sentence.span.start
    starts, ends, norms = paragraph.words.starts, paragraph.words.ends, paragraph.words.norms
    units = iter([(at + first, at + last, sort) for first, last, sort in _units(sentence.span.of(text))])
    unit = next(units, None)
    made: list[Atom] = []
    index, limit = sentence.first, sentence.last
    while index < limit:
        start = base + starts[index]
        while unit and unit[0] < start:
            unit = next(units, None)
        if unit and unit[0] == start:
            last = index + 1
            while last < limit and base + ends[last - 1] < unit[1]:
                last += 1
            if base + ends[last - 1] == unit[1]:
                kind: AtomKind = "function" if unit[2] == "coordinator" else "unit"
                made.append(Atom(start, unit[1], _unit_key(norms[index:last], unit[2]), kind, unit[2], not made))
                index = last
                continue
        norm = norms[index]
        if norm in NUMBER_WORDS and (last := _number_ends(norms, index, limit)) > index + 1:
            key = " ".join(norms[index:last])
            made.append(Atom(start, base + ends[last - 1], key, "unit", "number", not made))
            index = last
        else:
            key, kind = _word(norm)
            named = bool(made) and text[start].isupper()
            made.append(Atom(start, base + ends[index], key, kind, "", not made, named))
            index += 1
    return made


def _unit_key(norms: Sequence[str], sort: str) -> str:
    """Return what is compared of a unit: its words, of an amount with the scale written out."""
    key = " ".join(norms)
    return _SHORT_SCALE.sub(lambda found: f" {SCALES[found[1]]}", key) if sort == "amount" else key


def _number_ends(norms: Sequence[str], first: int, limit: int) -> int:
    """Return where a number in words ends: "three thousand five hundred", "two hundred and ten"."""
    last = first + 1
    while last < limit:
        step = 2 if norms[last] == "and" and last + 1 < limit else 1
        if not all(part in NUMBER_WORDS for part in norms[last + step - 1].split("-")):
            break
        last += step
    return last


def is_boundary(atom: Atom) -> bool:
    """Say whether no phrase reaches over this atom: the end of a sentence or of a list's item."""
    return atom.unit == SENTENCE or atom.key in _BOUNDARIES


def count_content(items: Iterable[Atom]) -> int:
    """Return how many of the atoms carry meaning: words and units."""
    return sum(atom.kind in {"word", "unit"} for atom in items)
