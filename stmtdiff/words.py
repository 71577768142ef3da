"""Cut a paragraph's text into words and punctuation marks.

The ugly case: "the U.S.-ROK alliance’s 5-1/4 percent" must not fall into a heap of letters and
dots that a diff then matches one by one. A word keeps its inner apostrophes and hyphens, a number
its inner separators, a document symbol its slashes; every other non-space character is a token of
its own. White space is never a token, it is the gap between two.
"""

import re
from functools import cache
from itertools import accumulate
from unicodedata import normalize

from stmtdiff.model import Words
from stmtdiff.notemarks import GLUED, RAISED
from stmtdiff.patterns import later
from stmtdiff.remembering import remembered

# Characters without a shape: zero-width spaces and joiners, marks of writing direction. They belong
# to the word they stand at, and weigh nothing in it.
_SHAPELESS = "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
# Combining marks continue the letter before them; `\w` leaves them out.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"
    "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0b82\u0bbe-\u0bcd"
    f"\u0c3e-\u0c4d\u0cbe-\u0ccd\u0d3e-\u0d4d\u102b-\u103e\u17b4-\u17d3\u20d0-\u20f0\ufe00-\ufe0f{_SHAPELESS}"
)
# Scripts written without spaces: every base character with its marks is a token.
_UNSPACED = (
    "\u0e01-\u0e30\u0e32-\u0e33\u0e3f-\u0e46\u0e4f-\u0e5b\u3041-\u3096\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003134f"
)
_UNSPACED_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u3099\u309a\uff9e\uff9f"
_HANGUL = "\uac00-\ud7a3"  # written with spaces, but with none behind a figure: "1,000만"
_JOINER = "['’‘\u02bc\u2010\u2011\u00ad-]"


def _pattern(letters: str, first: str = "", behind: str = r"\w", parts: str = "") -> re.Pattern[str]:
    """Return a pattern whose one group is a token, so that `split` gives gaps and tokens in turn.

    `behind` is what cannot stand right behind a number, `parts` are separators inside one beside the usual ones.
    """
    rest = rf"(?:{_JOINER}{letters})*(?:(?<=\d)/\d+|(?<=-[A-Z])\.(?:[A-Z]\.)+)?"  # longer-run, Council’s, 6-1/2
    return later(
        r"([A-Za-z][a-z]*(?=[\s,])"  # most words are as plain as this, and found soonest here
        rf"|{first}"
        r"[A-Z]{1,6}(?:/(?:Rev|Add|Corr|[A-Z0-9]+)(?:\.[A-Z0-9]+)*)+\b"  # S/RES/1701, FCCC/CP/2015/L.9
        rf"|\d+(?:[.,/:'\u2019{parts}]\d+){{1,8}}(?!{behind})"  # 1,000  0.25  1/4  19:30  2010/430
        r"|\d+[.,]\d+(?:bn|mn|tn|m|k)(?!\w)"  # 1.5bn
        rf"|(?:[A-Z]\.){{2,}}(?:{_JOINER}{letters})*"  # U.S.  U.S.-ROK
        rf"|{letters}{rest}|{GLUED}|\S)"  # the mark of a note is no part of the word before it, and one token
    )


_LATIN = _pattern(rf"[^\W{RAISED}]+")


@cache
def _any() -> re.Pattern[str]:
    """Return the pattern for every script; it is only compiled for a text that needs it."""
    unspaced = rf"[{_UNSPACED}][{_UNSPACED_MARKS}{_SHAPELESS}]*|[{_SHAPELESS}]+(?=\s|$)|"
    letter = rf"[^\W{_UNSPACED}{RAISED}][{_MARKS}]*"
    behind = rf"[^\W{_UNSPACED}{_HANGUL}]"
    return _pattern(rf"[{_SHAPELESS}]*(?:{letter})+", unspaced, behind, parts="\u066b\u066c\uff0c\uff0e")


@cache
def _beyond_latin() -> re.Pattern[str]:
    """Return the pattern of the characters that the plainer pattern cannot cut."""
    return re.compile("[^\x00-\u02ff\u1d00-\u200a\u2010-\u2029\u202f-\u205f\u206a-\u20cf\u20f1-\u2fff]")


def _is_latin(text: str) -> bool:
    """Say whether the pattern for Latin letters, four times as fast, cuts `text` as the other would."""
    if text.isascii():
        return True
    try:
        text.encode("windows-1252")  # Latin letters with typographic quotes and dashes: most texts end here
    except UnicodeEncodeError:
        return _beyond_latin().search(text) is None
    return True


_FOLD = {
    **dict.fromkeys("’‘‛ʼ′", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    **dict.fromkeys(
        map(chr, (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF)), ""
    ),
}
_FRACTIONS = {letter: normalize("NFKC", letter).replace("\u2044", "/") for letter in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
_BEYOND_ASCII = later("[^\x00-\x7f]")
# Other widths of letters, figures and marks: "５０", "（", "ｱｼﾞｱ".
_WIDE = later("[\uff01-\uff9f\uffe0-\uffe6]+")
# Letters and signs that one writer sets and another leaves out: ligatures, the Russian "ё", the German "ß", and in
# Arabic vowel signs, the stretching stroke and the hamza on an alif.
_LETTERS = dict(zip("œŒæÆßẞёЁأإآٱ", "oe OE ae AE ss SS е Е ا ا ا ا".split(), strict=True))
_LETTERS |= dict.fromkeys(map(chr, (0x640, *range(0x64B, 0x653), 0x670)), "")


def _folded(letter: re.Match[str]) -> str:
    if letter[0] in _FRACTIONS:  # "4¼" in one edition of a text is "4-1/4" in another
        return "-"[: letter.string[: letter.start()][-1:].isdecimal()] + _FRACTIONS[letter[0]]
    return _FOLD.get(letter[0], letter[0])


def fold(text: str) -> str:
    """Return `text` with quotes, dashes, hyphens and fractions in one shape; case is kept.

    >>> fold("the Council’s “long‑term” view of 4¼ percent")
    'the Council\\'s "long-term" view of 4-1/4 percent'
    """
    return text if text.isascii() else _BEYOND_ASCII.sub(_folded, text)


def _plain(letter: re.Match[str]) -> str:
    return _LETTERS[letter[0]] if letter[0] in _LETTERS else _folded(letter)


def normalise(word: str) -> str:
    """Return the form of `word` used for comparing: one shape of quotes and dashes, one width, no case.

    Only a word without any shape, as of zero-width spaces, stays as it is: no form is empty.

    >>> normalise("Committee’s"), normalise("５０"), normalise("Maßnahme")
    ("committee's", '50', 'massnahme')
    """
    if word.isascii():
        return word.lower()
    if _WIDE.search(word):
        word = _WIDE.sub(lambda wide: normalize("NFKC", wide[0]), word)
    return _BEYOND_ASCII.sub(_plain, word).lower() or word


@remembered(characters=500_000)
def words(text: str) -> Words:
    """Return the tokens of `text`, a paragraph without its label; equal texts give the same object.

    >>> words("The U.S. view (S/2010/430): 6-1/2 percent.").norms
    ('the', 'u.s.', 'view', '(', 's/2010/430', ')', ':', '6-1/2', 'percent', '.')
    """
    pattern = _LATIN if _is_latin(text) else _any()
    pieces = pattern.split(text)  # gap, token, gap, token, ..., gap
    if len(pieces) == 1:
        return Words((), (), ())
    tokens = pieces[1::2]
    norms = normalise("\n".join(tokens)).split("\n")  # no token holds a line break
    if "" in norms:
        norms = [norm or token for norm, token in zip(norms, tokens, strict=True)]
    edges = tuple(accumulate(map(len, pieces)))
    return Words(edges[:-1:2], edges[1::2], tuple(norms))
