"""Turn bytes into text, and say what was guessed in doing so.

The ugly case: a communiqué saved by an old word processor is windows-1252 and says so nowhere; read
as UTF-8 it fails, read as Latin-1 its quotation marks become control characters.
"""

import codecs
import re
import unicodedata

from stmtdiff.errors import LoadError
from stmtdiff.loaders.charsets import encoding_of_pages
from stmtdiff.patterns import later

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TOP = 4096
_NO_MARKUP = later(rb"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1|\Z)", re.IGNORECASE | re.DOTALL)
_META = later(rb"<meta\b[^>]*", re.IGNORECASE)
_CHARSET = later(rb"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_XML_CHARSET = later(rb"\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)
_LINE_END = later("\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROL = later("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(raw: bytes, *, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the text of `raw` and doubts about its encoding.

    In order: a byte order mark, UTF-8, the encoding that the file declares, windows-1252; one that does not fit falls
    to the next. A few torn bytes are replaced and counted.

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
    known = encoding_of_pages(declared) if declared else ""
    return (_mostly(raw, known, 20) if known else None) or _western(raw, declared)


def _mostly(raw: bytes, encoding: str, least: int = 0) -> tuple[str, tuple[str, ...]] | None:
    """Return the text of `raw` in `encoding`, torn bytes replaced and counted; None where that is not its encoding.

    It has one torn byte in twenty that are no ASCII at most; what has few is taken to have `least`.
    """
    text = raw.decode(encoding, "replace")
    broken = text.count("\ufffd")
    if broken and broken * 19 >= max(least, sum(not letter.isascii() for letter in text)):
        return None
    doubts = (f"Bytes that are not {encoding} are shown as \ufffd: {broken}.",) if broken else ()
    return _text_only(text), doubts


def _western(raw: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    """Return the text of `raw` in windows-1252, with a doubt.

    Raises:
        LoadError: when that gives no words in Latin script.
    """
    text, torn = _mostly(raw, "windows-1252") or ("", ())
    if not text:
        raise (
            _binary()
            if _CONTROL.search(raw[:4096].decode("latin-1"))
            else _unknown("it fits no encoding that stmtdiff recognises")
        )
    if not _is_latin(text):
        raise _unknown("read as windows-1252, it has no words")
    if declared:
        said = f"The page says that it is in '{declared}'. That is wrong or not known; it was read as windows-1252."
    else:
        said = "The file is not UTF-8; it was read as windows-1252."
    return text, (said, *torn)


def declared_in(raw: bytes) -> str | None:
    """Return the encoding that a page declares at its top: in a meta element or an XML declaration, nowhere else.

    What stands in a comment or a script declares nothing. Only the first 4,096 bytes count, as nothing but the
    declaration should stand before it.
    """
    top = _NO_MARKUP.sub(b"", raw[:_TOP])
    found = _XML_CHARSET.match(top) or next(
        (charset for meta in _META.finditer(top) if (charset := _CHARSET.search(meta[0]))), None
    )
    return found[1].decode("ascii") if found else None


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
