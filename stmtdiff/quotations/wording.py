"""Read a quotation as its writer meant it: what may be left out, put in or spelt otherwise is no alteration.

"[T]he Ministers ... deplored [all] seizure," is three dots' worth of words left out, a letter made a
capital, a word put in by the writer and a comma that belongs to the article's sentence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from stmtdiff.languages.english import FUNCTION_WORDS
from stmtdiff.phrases import Phrase, compile_phrase, keys_of
from stmtdiff.quotations.quotation import Quotation
from stmtdiff.values import Value, values
from stmtdiff.words import fold, normalise, words

_ELLIPSIS = re.compile(r"\[\s*(?:\.\s?\.\s?\.\s?\.?|…)\s*\]|\(\s*(?:\.\s?\.\s?\.|…)\s*\)|\.\s?\.\s?\.(?:\s?\.)?|…")
_CASE = re.compile(r"(?<!\w)\[(\w)\](?=\w)")  # [T]he
_ENDING = re.compile(r"(?<=\w)\[\w{1,5}\]")  # rais[ed]
_SIC = re.compile(r"\s*\[sic\.?\]", re.IGNORECASE)
_INSERTED = re.compile(r"\[[^\[\]]*\]")
_END = re.compile(r"[\s,.;:!?–—-]+$")  # the house's own comma or stop before a closing mark
_GAP, _STAR = "\ue000", "\ue001"  # private use: in no article
_LOST = frozenset("\"'*|[]")  # marks that are no words, and signs that a phrase gives a meaning of its own
_BREAKS = 2  # places where a comma may be the article's or the statement's; more are read one way only
TERM = 2  # words of a term; more are a quotation


@dataclass(frozen=True, slots=True)
class Run:
    """Words that must stand together. `readings` are ways to look for them; `text` is how they are shown."""

    text: str
    readings: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """What a quotation says: runs with ellipses between them. `text` is the whole, on one line."""

    text: str
    runs: tuple[Run, ...]
    count: int

    @property
    def is_term(self) -> bool:
        """Say whether it is so short that it may be a term or a scare quote."""
        return self.count <= TERM


def wording_of(text: str, quotation: Quotation) -> Wording:
    """Return what `quotation` in the article `text` says."""
    pieces = [_SIC.sub("", " ".join(piece.of(text).split())) for piece in quotation.pieces]
    shown = " ".join(pieces)
    runs: list[list[str]] = [[]]
    for piece in pieces:
        first, *others = _ELLIPSIS.split(_CASE.sub(r"\1", piece))
        runs[-1].append(first)
        runs += [[other] for other in others]
    made = [Run(_shown(parts), _readings(parts)) for parts in runs if _holds_word("".join(parts))]
    return Wording(shown, tuple(made), sum(_count(run.text) for run in made))


def run_of(text: str) -> Run:
    """Return words that must stand together as they are."""
    return Run(text, _readings([text]))


def content(keys: Sequence[str]) -> list[str]:
    """Return the keys that carry meaning."""
    return [key for key in keys if key[:1].isalnum() and key not in FUNCTION_WORDS]


def other_forms(quoted: str, there: str) -> list[str]:
    """Return the dates and numbers of a passage of a statement that the quotation of it writes in another form."""
    forms = {_with_unit(value, quoted).lower() for value in values(quoted)}
    own = [_with_unit(value, there) for value in values(there)]
    return [form for form in own if form.lower() not in forms]


def _with_unit(value: Value, text: str) -> str:
    """Return a value with its unit, without the words that bound it, on one line."""
    return " ".join(text[value.span.start : max(value.span.end, value.whole.end)].split())


def _holds_word(text: str) -> bool:
    return any(map(str.isalnum, _INSERTED.sub("", text)))


def _count(text: str) -> int:
    return sum(norm[:1].isalnum() for norm in words(text).norms)


def _shown(parts: Sequence[str]) -> str:
    """Return a run as one text, without the comma that an attribution has put before a closing mark."""
    return _END.sub("", " ".join([*(_END.sub("", part) for part in parts[:-1]), parts[-1]])).strip()


def _readings(parts: Sequence[str]) -> tuple[Phrase, ...]:
    """Return the phrases to look for: at each break with the comma before the closing mark, and without."""
    ways = [
        (part, _END.sub("", part)) if index < _BREAKS else (_END.sub("", part),)
        for index, part in enumerate(parts[:-1])
    ]
    texts = dict.fromkeys(" ".join(chosen) for chosen in product(*ways, (parts[-1],)))
    return tuple(compile_phrase(pattern) for text in texts if (pattern := _pattern(text)))


def _pattern(text: str) -> str:
    """Return `text` in the notation of the one matcher, "" where no word is left of it."""
    text = _INSERTED.sub(f" {_GAP} ", _ENDING.sub(_STAR, _END.sub("", text)))
    slots = _slots(text)
    while slots and _is_empty(slots[0]):
        del slots[0]
    while slots and _is_empty(slots[-1]):
        del slots[-1]
    return " ".join(slots) if any(map(_holds_word, slots)) else ""


def _is_empty(slot: str) -> bool:
    """Say whether the matcher reads nothing in a slot, so that no phrase begins or ends with it: a gap, a lone dash."""
    return slot == "..." or not keys_of(slot)


def _slots(text: str) -> list[str]:
    """Return the words of a text as the matcher is to look for them, "..." where the writer put words in."""
    found = words(text)
    slots: list[str] = []
    for start, end in zip(found.starts, found.ends, strict=True):
        token = text[start:end]
        if token == _STAR and slots and slots[-1][-1:].isalnum():
            slots[-1] += "*"
        elif token == _GAP:
            slots += ["..."] if slots[-1:] != ["..."] else []
        elif token != _STAR and fold(token) not in _LOST:
            slots.append(token)
    return slots


def is_mark_of_quotation(norm: str) -> bool:
    """Say whether a token is nothing but quotation marks, which the two texts may shape and nest each in its way."""
    return not normalise(norm).strip("\"'")
