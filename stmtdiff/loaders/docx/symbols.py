"""Read the characters of symbol fonts, which have codes of their own: U+F0B7 of Symbol is a bullet.

Codes of Symbol after Adobe's table of that encoding (https://unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt),
those of Wingdings that are in lists and forms after Unicode's list of Wingdings (L2/11-052).
"""

import re

_GREEK = dict(
    zip(
        "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω",
        strict=True,
    )
)
_SYMBOL = {ord(code): letter for code, letter in _GREEK.items()} | {
    0x2D: "−", 0x56: "ς", 0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→",
    0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡",
    0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xC6: "∅", 0xC7: "∩", 0xC8: "∪", 0xCC: "⊂", 0xCE: "∈", 0xD2: "®", 0xD3: "©",
    0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xD7: "⋅", 0xDB: "⇔", 0xDE: "⇒", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0xE5: "∑",
    0xF2: "∫",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•",
    0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_PRIVATE = re.compile("[\uf000-\uf0ff]")
UNREAD = "\ufffd"


def has_private(text: str) -> bool:
    """Say whether a letter of `text` has a code to which only a symbol font gives a shape."""
    return _PRIVATE.search(text) is not None


def is_symbol_font(font: str) -> bool:
    """Say whether the codes of `font` are known here."""
    return font.lower() in _FONTS


def symbol(letter: str, font: str) -> str:
    """Return the character that `letter` is shown as in `font`, U+FFFD when that is not known.

    >>> symbol("\\uf0b7", "Symbol"), symbol("\\u2022", "Arial")
    ('•', '•')
    """
    table = _FONTS.get(font.lower())
    code = ord(letter)
    if not has_private(letter) and (table is None or code > 0xFF):
        return letter
    code &= 0xFF
    if table and code in table:
        return table[code]
    return chr(code) if font.lower() == "symbol" and 0x20 <= code < 0x7F else UNREAD
