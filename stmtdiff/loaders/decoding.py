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
    if broken * 20 < sum(not letter.isascii() for letter in text):  # UTF-8 that was cut off, perhaps
        return _text_only(text), (f"Bytes that are not UTF-8 are shown as \ufffd: {broken}.",)
    if declared and _is_known(declared):
        return _decoded(raw, declared), ()
    text = _decoded(raw, "windows-1252")
    if not _is_latin(text):
        raise _unknown("read as windows-1252 it holds no words")
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


def _is_known(encoding: str) -> bool:
    try:
        b"".decode(encoding)
    except (LookupError, ValueError):  # unknown, or no encoding of text
        return False
    return True
