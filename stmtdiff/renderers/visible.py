"""Make statement text harmless to whatever shows it.

A statement that holds ``ESC [2J`` would clear the reader's screen, and one with U+202E would make
"not" read as "ton". Such characters are shown by their number; everything else stays.
"""

from stmtdiff.patterns import later

# C0 and C1 controls, format characters that are invisible or turn the direction of text, line and
# paragraph separators, tag characters, surrogates. The two joiners that Persian and the scripts of
# India need stay, and so does ordinary white space, which every renderer folds to one space.
_UNSAFE = later(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e007f\ud800-\udfff]"
)
SPACE = later("[\t\n\x0b\x0c\r\x85\u2028\u2029 ]+")
SOFT_HYPHEN = "\xad"

# Letters that run from right to left: Hebrew to Arabic with what was added to them, and the planes' later scripts.
_TURNING = later("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
ISOLATE, END = "\u2068", "\u2069"  # safe as our own signs because those of a statement are spelled out


def visible(text: str) -> str:
    """Return `text` on one line, with controls spelled out and soft hyphens left out.

    >>> visible("clear\\x1b[2J,\\n  then stop")
    'clear<U+001B>[2J, then stop'
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    return spelled_out(SPACE.sub(" ", text.replace(SOFT_HYPHEN, "")))


def spelled_out(text: str) -> str:
    """Return `text` with controls spelled out and its white space as it was."""
    return _UNSAFE.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


def has_turning_letters(text: str) -> bool:
    """Say whether it must be left to the words which way a line of `text` runs."""
    return not text.isascii() and bool(_TURNING.search(text))


def isolated(text: str) -> str:
    """Return words of a statement so that they cannot reverse the text around them on a line.

    Letters that run from right to left draw numbers, brackets and the next column to their side;
    between an isolate and its end they do not (https://unicode.org/reports/tr9/). Other text stays as it is.
    """
    return f"{ISOLATE}{text}{END}" if has_turning_letters(text) else text
