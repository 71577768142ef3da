"""Tell which language a text is in, by its script and a count of its little words.

The ugly case: an English statement that names Las Palmas, Los Cabos and the Bay of Le Havre is English, and so is
one of five words; a German one that says "in" is not. So a language needs a share of the words, and more of them than
English has.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib import import_module

from stmtdiff.languages.english import ENGLISH
from stmtdiff.languages.language import Language
from stmtdiff.remembering import remembered

# The module and the name of each language; they are imported when a text is written in one.
_HOMES = {
    "en": "english", "fr": "french", "es": "spanish", "de": "german", "pt": "portuguese", "ru": "russian",
    "zh": "chinese", "ja": "japanese", "ko": "korean", "ar": "arabic",
}  # fmt: skip
_LATIN = ("fr", "es", "pt", "de")  # those that only their words tell from English
# The first and the last letter of scripts, each by the language that most statements in it are written in.
_SCRIPTS = {
    "ja": "\u3040\u30ff", "ko": "\uac00\ud7a3", "zh": "\u4e00\u9fff", "ar": "\u0600\u06ff", "he": "\u0590\u05ff",
    "ru": "\u0400\u04ff", "el": "\u0370\u03ff", "th": "\u0e00\u0e7f", "hi": "\u0900\u097f",
}  # fmt: skip
_SAMPLE = 4000  # code points that are looked at
_WORDS_SHARE = 12  # at least one word in so many is one of the language's common ones
_SURELY = 6  # one word in so many is a common one of English: no other language is asked; German says "in", too
_ENOUGH = 30  # words from which a text without enough of the common ones is in no language that is known
_FEWEST = 3  # common words of a language other than English; two may stand in names: "von der Heide"
_LETTERS_SHARE = 4  # at least one character in so many is of a script
_WORD = re.compile(r"[^\W\d_]+")


@cache
def load(code: str) -> Language:
    """Return the language called `code`; English for one that nobody has written down."""
    home = _HOMES.get(code, "english")
    found: Language = getattr(import_module(f"stmtdiff.languages.{home}"), home.upper())
    return found


def language_of(text: str) -> Language:
    """Return the language that `text` is written in; English where that is not known."""
    return load(code_of(text))


def is_foreign(text: str) -> bool:
    """Say whether `text` is in a language of which no words are known, and so is read as if it were English.

    >>> is_foreign("Rada Portu wyraża głębokie zaniepokojenie sytuacją w cieśninie. " * 5), is_foreign("Orlo, Vann")
    (True, False)
    """
    if code_of(text) in _HOMES:
        return False
    return sum(len(word) > 1 for word in _WORD.findall(text[:_SAMPLE])) >= _ENOUGH


def code_of(text: str) -> str:
    """Return the BCP 47 tag of the language that `text` is written in, "" where that is not known.

    Kana make Japanese out of Han characters.

    >>> (
    ...     code_of("The Council voiced concern."),
    ...     code_of("Le Conseil et les membres sont pour la paix dans le nord."),
    ... )
    ('en', 'fr')
    """
    return _code_of(text[:_SAMPLE])


@remembered(characters=200_000)  # of a text it is asked when it is read, and again for what is told of it
def _code_of(sample: str) -> str:
    if not sample.isascii() and (code := _by_script(sample)):
        return code
    found = _WORD.findall(sample.lower())
    least = -(-len(found) // _WORDS_SHARE)
    count = _count(ENGLISH, found)
    if count and count * _SURELY >= len(found):
        return ENGLISH.code
    counts = {code: _count(load(code), found) for code in _LATIN} if found else {}
    best = max(counts, key=lambda code: counts[code], default="")
    if counts.get(best, 0) >= max(_FEWEST, least, count + 1):
        return best
    return ENGLISH.code if count and count >= least else ""


def _by_script(sample: str) -> str:
    if (len(sample) - len(sample.encode("ascii", "ignore"))) * _LETTERS_SHARE < len(sample):
        return ""  # a few typographic quotes in Latin letters
    letters = [letter for letter in sample if letter > "\u036f"]  # a class of many letters takes long to compile
    counts = Counter({code: sum(ends[0] <= one <= ends[1] for one in letters) for code, ends in _SCRIPTS.items()})
    if counts["ja"]:
        counts["ja"] += counts.pop("zh")
    code, count = counts.most_common(1)[0]
    return code if count * _LETTERS_SHARE >= len(sample) else ""


def _count(language: Language, found: Sequence[str]) -> int:
    return sum(map(language.common.__contains__, found))
