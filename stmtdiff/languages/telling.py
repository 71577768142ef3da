"""Tell which language a text is in, by its script and a count of its little words.

The ugly case: an English statement that names Las Palmas, Los Cabos and the Bay of Le Havre is English, and so is
one of five words; a German one that says "in" is not. So a language needs a share of the words, and more of them than
English has.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib import import_module

from stmtdiff.languages.english import ENGLISH, FUNCTION_WORDS
from stmtdiff.languages.language import Language
from stmtdiff.patterns import later
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
_FEWEST = 3  # common words of a language other than English; two may stand in names: "von der Heide"
_SHORT = 60  # words, three or four sentences: a shorter text is told by all of its little words
_SHORT_SHARE = 6  # at least one word in so many of a short text is a little one; in prose two or three of five are
_OWN = 2  # places of little words that no other language has, or more than any other has: one may be a chance
_ENOUGH = 8  # words from which a text without enough of the little ones is in no language that is known
_ENGLISH_ALONE = frozenset("the and to that shall".split())  # German has "in" and "will", Dutch "of" and "is"
# Languages that nobody has written down, by little words: theirs are taken for those of a language that is known.
_UNREAD = {
    "it": "il lo gli di del della dei delle che per con non nel nella è sono e la le una si al alla ha hanno sul dal",
    "ro": "și în cu pe din că nu este sunt la de un o al ale ai către pentru prin sau",
    "nl": "de het een van en in is zijn dat op te met voor aan niet er om ook als bij door over hij zij wij naar uit",
    "sv": "och att det som en av på är den till med för har inte ett om i de var från vid under",
    "da": "og at det som en af på er den til med for har ikke et om i de var fra ved under vil",
}
_LETTERS_SHARE = 4  # at least one character in so many is of a script
# A word with a capital that begins no sentence.
_NAME = later(r"(?<![.!?:;\n•*-])(?<!^)[ '’\"“«(][A-ZÀ-ÞŠŽ][^\W\d_]*")
_WORD = later(r"[^\W\d_]+")


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
    """Say whether the language of `text` is not known or not clear, so that it is read as if it were English.

    A text of a few words is taken for English, unless more of its little words are those of another language.

    >>> is_foreign("Rada Portu wyraża głębokie zaniepokojenie sytuacją w cieśninie. " * 5), is_foreign("Orlo, Vann")
    (True, False)
    """
    if code_of(text) in _HOMES:
        return False
    sample = text[:_SAMPLE]
    if sum(len(word) > 1 for word in _WORD.findall(sample)) >= _ENOUGH:
        return True
    _, counts = _counted(sample)
    return max(counts.values()) >= _OWN and max(counts.values()) > counts[ENGLISH.code]


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
    if count * _SURELY >= len(found) and not _ENGLISH_ALONE.isdisjoint(found):
        return ENGLISH.code
    if len(found) < _SHORT:
        return _of_few(sample) if found else ""
    counts = {code: _count(load(code), found) for code in _LATIN}
    best = max(counts, key=lambda code: counts[code])
    if counts[best] >= max(_FEWEST, least, count + 1):
        return best
    others = {code: sum(map(_little_words(code).__contains__, found)) for code in _UNREAD}
    best = max(others, key=lambda code: others[code])
    if others[best] * _SHORT_SHARE >= len(found) and others[best] > count:
        return best
    return ENGLISH.code if count and count >= least else ""


def _of_few(sample: str) -> str:
    """Return the language of a short text in Latin letters by all little words of its table; "" where it is not clear.

    The ugly case: "El Consejo condena el ataque. Pide la paz." has too few of the common words. A language other than
    English needs more little words than any other one, and some that no other one has. A word with a capital inside a
    sentence is a name: "Las Palmas", "La Haye".
    """
    found, counts = _counted(sample)
    best = max(counts, key=lambda code: counts[code])  # English of those that have as many
    if not counts[best] or counts[best] * _SHORT_SHARE < len(found):
        return ""
    if best == ENGLISH.code:
        return best
    lead = counts[best] - max(count for code, count in counts.items() if code != best)
    others = frozenset[str]().union(*(_little_words(code) for code in counts if code != best))
    own = sum(word in _little_words(best) - others for word in found)
    return best if lead and own and max(own, lead) >= _OWN else ""


def _counted(sample: str) -> tuple[list[str], dict[str, int]]:
    """Return the words of a short text without names, and how many of them are little words of each language."""
    found = [word.lower() for word in _WORD.findall(sample if sample.isupper() else _NAME.sub(" ", sample))]
    codes = (ENGLISH.code, *_LATIN, *_UNREAD)
    return found, {code: sum(map(_little_words(code).__contains__, found)) for code in codes}


@cache
def _little_words(code: str) -> frozenset[str]:
    """Return the words of a language that carry grammar, count, or name a time or a meeting."""
    if code in _UNREAD:
        return frozenset(_UNREAD[code].split())
    own = load(code)
    named = (name.lower() for names in (*own.months, *own.weekdays) for name in names)
    little = frozenset((*named, *own.numbers, *own.ordinals, *own.meetings, *own.deadlines))
    if code == ENGLISH.code:
        return little | own.common | FUNCTION_WORDS
    little |= own.little | own.starters
    return little | own.common | own.articles | own.prepositions | own.coordinators | own.negations


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
