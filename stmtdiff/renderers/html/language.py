"""Say in which language a text is, as far as a page must know it to be spoken and set rightly."""

import re
from collections import Counter

_SAMPLE = 4000  # code points that are looked at
_SCRIPTS = {
    "ja": "\u3040-\u30ff", "ko": "\uac00-\ud7a3", "zh": "\u4e00-\u9fff", "ar": "\u0600-\u06ff", "he": "\u0590-\u05ff",
    "ru": "\u0400-\u04ff", "el": "\u0370-\u03ff", "th": "\u0e00-\u0e7f", "hi": "\u0900-\u097f",
}  # fmt: skip
_PATTERNS = {language: re.compile(f"[{letters}]") for language, letters in _SCRIPTS.items()}
_ENGLISH = re.compile(r"(?i)\b(?:the|of|and|to|in|that|will|shall|for|is)\b")
_ENGLISH_SHARE = 12  # at least one word in so many is one of those
_LETTERS_SHARE = 4  # at least one character in so many is of a script


def language_of(text: str) -> str:
    """Return a BCP 47 tag, or "" for "not known", which HTML has a meaning for.

    Kana make Japanese out of Han characters; a script that several languages share counts as the
    one that most statements in it are written in.

    >>> language_of("The Council voiced concern."), language_of("\u7406\u4e8b\u4f1a\u306f\u61f8\u5ff5")
    ('en', 'ja')
    """
    sample = text[:_SAMPLE]
    if not sample.strip():
        return ""
    counts = Counter({language: len(pattern.findall(sample)) for language, pattern in _PATTERNS.items()})
    if counts["ja"]:
        counts["ja"] += counts.pop("zh")
    language, count = counts.most_common(1)[0]
    if count * _LETTERS_SHARE >= len(sample):
        return language
    return "en" if len(_ENGLISH.findall(sample)) * _ENGLISH_SHARE >= len(sample.split()) else ""
