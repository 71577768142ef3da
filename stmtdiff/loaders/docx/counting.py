"""Write a count as Word prints it: "iv", "bb", "twenty-first"; nowhere more than a label may be long.

The ugly case: one kilobyte of a document asks for number 1,000,000,000 in letters, 38 million of them.
"""

LONGEST = 100
"""The most characters of a number or bullet before a paragraph. Word itself stops at a third of it for letters."""

TOO_LONG = f"Numbers of more than {LONGEST} characters were read as figures."

_LONGEST_NAME = 40  # of a format, in a doubt
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
_IRREGULAR = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"  # Word leaves out ё, й, ъ and ь
_SIGNS = "*†‡§"  # of the Chicago Manual of Style, doubled after the last
_FIRST_SIGN = {"decimalEnclosedCircle": 0x2460, "decimalEnclosedParen": 0x2474, "decimalEnclosedFullstop": 0x2488}


def counted(count: int, form: str) -> str | None:
    """Return `count` in the number format `form` (w:numFmt), None when that format is not known here.

    What would be longer than a label may be is cut one character above `LONGEST`: so its length tells.

    >>> [counted(28, form) for form in ("lowerLetter", "upperRoman", "ordinal", "ordinalText")]
    ['bb', 'XXVIII', '28th', 'Twenty-eighth']
    """
    if form in {"", "decimal"} or count < 0:
        return str(count)
    if form in {"none", "bullet"}:
        return ""
    if form.startswith(("lower", "upper", "russian")):
        return _lettered(count, form)
    if form in _FIRST_SIGN:
        return chr(_FIRST_SIGN[form] + count - 1) if 1 <= count <= 20 else str(count)
    makers = {
        "decimalZero": lambda: f"{count:02}",
        "ordinal": lambda: f"{count}{_ordinal_ending(count)}",
        "cardinalText": lambda: _in_words(count).capitalize(),
        "ordinalText": lambda: _ordinal_in_words(count).capitalize(),
        "numberInDash": lambda: f"- {count} -",
        "hex": lambda: f"{count:X}",
        "chicago": lambda: _repeated(_SIGNS[(count - 1) % 4], (count - 1) // 4 + 1),
        "decimalFullWidth": lambda: "".join(chr(0xFF10 + int(figure)) for figure in str(count)),
    }
    return makers[form]() if form in makers else None


def printed(count: int, form: str) -> tuple[str, str]:
    """Return what is printed for `count` in the format `form`, and a doubt where figures had to do, else ""."""
    if form.startswith("custom "):  # "custom 001": as many figures as the example has
        written: str | None = str(count).zfill(min(len(form) - len("custom "), LONGEST + 1))
    else:
        written = counted(count, form)
    if written is None:
        return str(count), f"Numbers in the format {form[:_LONGEST_NAME]} were read as figures."
    return (str(count), TOO_LONG) if len(written) > LONGEST else (written, "")


def _repeated(letters: str, times: int) -> str:
    return letters * min(times, LONGEST + 1)


def _lettered(count: int, form: str) -> str | None:
    if form in {"lowerRoman", "upperRoman"}:
        written = roman(count)
    elif form in {"lowerLetter", "upperLetter", "russianLower", "russianUpper"}:
        letters = _RUSSIAN if form.startswith("russian") else _LATIN
        place, times = (count - 1) % len(letters), (count - 1) // len(letters) + 1
        written = _repeated(letters[place], times) if count else ""
    else:
        return None
    return written.upper() if form.startswith("upper") or form.endswith("Upper") else written


def roman(count: int) -> str:
    """Return `count` in small Roman letters, "" for zero."""
    written = ""
    for step, letters in _ROMAN:
        times, count = divmod(count, step)
        written += _repeated(letters, times)
    return written


def _ordinal_ending(count: int) -> str:
    return "th" if count % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")


def _in_words(count: int) -> str:
    if count < 20:
        return _ONES[count]
    if count < 100:
        rest = f"-{_ONES[count % 10]}" if count % 10 else ""
        return _TENS[count // 10] + rest
    if count < 1000:
        rest = f" {_in_words(count % 100)}" if count % 100 else ""
        return f"{_ONES[count // 100]} hundred{rest}"
    return str(count)


def _ordinal_in_words(count: int) -> str:
    words = _in_words(count)
    if words.isdecimal():
        return words + _ordinal_ending(count)
    cut = max(words.rfind("-"), words.rfind(" ")) + 1
    last = words[cut:]
    return words[:cut] + (_IRREGULAR.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"))
