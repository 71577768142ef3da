"""Turn bytes into text, and say what was guessed in doing so.

The ugly case: a communiqué saved by an old word processor is windows-1252 and says so nowhere; read
as UTF-8 it fails, read as Latin-1 its quotation marks become control characters.
"""

import codecs
import re
import unicodedata

from stmtdiff.errors import LoadError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a label on a web page means, after the WHATWG's Encoding Standard (https://encoding.spec.whatwg.org): by Python's
# name of an encoding, the one in which such pages are written. No other is believed: bytes that are UTF-8 or
# UTF-16 have shown that before, and Python also knows encodings of no page, such as "idna" and "hex".
_OF_PAGES = {
    **{
        name: name
        for name in (
            "big5hkscs euc_jp iso2022_jp gb18030 koi8-r koi8-u mac-roman mac-cyrillic cp866 cp874"
            " cp932 cp949 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 iso8859-2 iso8859-3 iso8859-4"
            " iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16"
        ).split()
    },
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}
_LABELS = {  # of that standard, which Python has no name for
    "iso-8859-8-i": "iso8859-8", "windows-31j": "cp932", "windows-874": "cp874", "windows-949": "cp949",
    "gb_2312-80": "gb18030", "x-mac-ukrainian": "mac-cyrillic", "cn-big5": "big5hkscs", "koi8-ru": "koi8-u",
}  # fmt: skip
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(raw: bytes, *, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the text of `raw` and doubts about its encoding.

    In order: a byte order mark, UTF-8, the encoding that the file declares, windows-1252.

    Raises:
        LoadError: when the bytes are no text, or in no encoding that is known here.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _decoded(raw[len(mark) :], encoding), ()
    if wide := _wide(raw):
        return _decoded(raw, wide), (f"The file has no byte order mark; it was read as {wide}.",)
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd") - raw.count("\ufffd".encode())
    if not broken:
        return _text_only(text), ()
    whole = sum(not letter.isascii() for letter in text) - broken
    # UTF-8 that was cut off, perhaps; what says that it is UTF-8 is believed sooner, if other letters bear that out
    if broken * 19 < whole or (broken <= whole and _is_utf_8(declared)):
        return _text_only(text), (f"Bytes that are not UTF-8 are shown as \ufffd: {broken}.",)
    if declared and (known := _encoding_of_pages(declared)):
        return _decoded(raw, known), ()
    text = _decoded(raw, "windows-1252")
    if not _is_latin(text):
        raise _unknown("read as windows-1252 it holds no words")
    if declared:
        return text, (
            f"The page is not in '{declared}', as it says, or that is not known; it was read as windows-1252.",
        )
    return text, ("The file is not UTF-8; it was read as windows-1252.",)


def tidy(text: str) -> str:
    """Return `text` in Unicode's composed form (NFC), every kind of line end as ``\\n``."""
    return unicodedata.normalize("NFC", _LINE_END.sub("\n", text))


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        return _text_only(raw.decode(encoding))
    except UnicodeDecodeError as error:
        if _CONTROL.search(raw[:4096].decode("latin-1")):
            raise _binary() from None
        raise _unknown(f"byte {error.start + 1} does not fit {encoding}") from None


def _binary() -> LoadError:
    return LoadError("this is not text but binary data", hint="convert it to text, HTML or Markdown first")


def _unknown(why: str) -> LoadError:
    return LoadError("the encoding of the file is unknown", hint=f"save it as UTF-8: {why}")


def _is_latin(text: str) -> bool:
    """Say whether `text` is in a Latin script: however many accents, most of its letters are in ASCII.

    Cyrillic or Chinese bytes read as windows-1252 are accents and signs from end to end.
    """
    return sum(letter.isascii() and letter.isalpha() for letter in text) * 2 >= sum(map(str.isalpha, text))


def _text_only(text: str) -> str:
    """Return `text`; refuse it when it holds NULs, or control characters as only binary data has."""
    if "\x00" in text or sum(1 for _ in _CONTROL.finditer(text)) * 200 > len(text):
        raise _binary()
    return text


def _wide(raw: bytes) -> str | None:
    """Return the UTF-16 that `raw` is in without saying so: every other byte of Latin text is NUL."""
    sample = raw[:4096]
    half = len(sample) // 2
    if sample[1::2].count(0) * 10 > half * 7 and not sample[::2].count(0):
        return "utf-16-le"
    if sample[::2].count(0) * 10 > half * 7 and not sample[1::2].count(0):
        return "utf-16-be"
    return None


def _is_utf_8(label: str | None) -> bool:
    return label is not None and label.lower() in {"utf-8", "utf8"}


def _encoding_of_pages(label: str) -> str:
    """Return the encoding that a web page means by `label`, "" when pages know none of that name.

    >>> _encoding_of_pages("ISO-8859-1"), _encoding_of_pages("x-sjis"), _encoding_of_pages("idna")
    ('cp1252', 'cp932', '')
    """
    name = label.lower()
    name = _LABELS.get(name, name.removeprefix("x-"))
    try:
        return _OF_PAGES.get(codecs.lookup(name).name, "")
    except LookupError:
        return ""
