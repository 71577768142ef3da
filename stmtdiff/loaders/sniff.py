"""Find the format of a file by what is in it; its suffix only breaks ties.

Plain text is what is left when nothing else fits, so every other format that people hand over needs its sign here:
read as text, a saved page or a bill in XML would be a statement of tags.

The ugly case: a server answers a dead link with an HTML page, and the page is saved as "2023.pdf".
"""

import re
from typing import Literal

from stmtdiff.patterns import later

Format = Literal[
    # read; wrapped around one that is; turned into one by another program; refused
    "text", "markdown", "html", "pdf", "docx", "xml",
    "gzip", "mail", "flat",
    "odt", "rtf", "doc", "epub",
    "archive", "sheet", "old-office", "encrypted", "json", "postscript",
]  # fmt: skip

WRAPPED: frozenset[Format] = frozenset({"gzip", "mail", "flat", "odt", "rtf", "doc", "epub"})
"""The formats in which another one is found first (see `wrapping`)."""

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mkd"})

# What stands before the first tag is taken once and for all (?>): tried in every other way, thirty comments take hours.
_LEADING = rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?>(?:\s+|<!--.*?-->|<\?xml[^>]*>)*)"
_PDF = later(rb"(?:\A|[\x00-\x1f]|\xef\xbb\xbf)%PDF-\d")  # readers allow for junk before it
_PDF_END = later(rb"startxref\s+\d{1,12}\s+%%EOF\s*\Z")
_HTML = later(
    _LEADING + rb"<(?:!doctype\s+html|html|head|body|div|p|article|section|main|h[1-6]|table|ul|ol|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = later(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml\s|<!DOCTYPE\s)")
_ROOT = later(  # of a document in XML that does not say so
    _LEADING
    + rb"<(?:\w{1,20}:)?(?:akomaNtoso|bill|resolution|amendment-doc|uslm|ACT|act|lawDoc|package)\b[^<]{0,2000}>",
    re.DOTALL,
)
_FLAT = b"http://schemas.microsoft.com/office/2006/xmlPackage"
_HEAD_LINE = rb"[A-Za-z][A-Za-z0-9-]{0,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*"
_MAIL = later(rb"\s*(?:From [^\r\n]*\r?\n)?(?>(?P<head>(?:" + _HEAD_LINE + rb")+))\r?\n")
_IS_MIME = later(rb"(?:\A|\n)MIME-Version:", re.IGNORECASE)
_IS_TYPED = later(rb"(?:\A|\n)Content-Type:", re.IGNORECASE)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Microsoft's older container: .doc, or what a password protects
_FRONT_MATTER = later(rb"(?:\xef\xbb\xbf)?(?:---|\+\+\+)[ \t]*\r?\n[ \t]*[\w\"'-]+[ \t]*[:=]")
_ATX = later(rb"^#{1,6}[ \t]+[^\s#\d][^\n]*$", re.MULTILINE)
_MARKDOWN_SIGNS = (  # each another kind of sign; a heading and one of them, or two headings and one, are no accident
    later(rb"\]\(https?://[^\s)]+\)"),
    later(rb"\*\*[^\s*][^*\n]{0,200}\*\*"),
    later(rb"^\[\^[^\]\s]{1,40}\]:", re.MULTILINE),
    later(rb"^```", re.MULTILINE),
    later(rb"^\|(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*\r?$", re.MULTILINE),
)
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."


def sniff(raw: bytes, suffix: str) -> Format:
    """Return the format of `raw`, the bytes of a file whose name ends in `suffix` (".md").

    >>> sniff(b"<!doctype html><p>Not found", ".pdf")
    'html'
    >>> sniff(b"1. The sign < and the tag <b> in a text.", ".txt")
    'text'
    """
    start = raw[:8192]
    if (b"%PDF-" in start[:1024] and _PDF.search(start[:1024])) or is_buried_pdf(raw):
        return "pdf"
    packed = _packed(raw)
    if packed:
        return packed
    if start.startswith(b"{\\rtf"):
        return "rtf"
    return _marked_up(start.replace(b"\x00", b"")) or _written(raw, start, suffix)  # UTF-16 has NULs between letters


def _marked_up(start: bytes) -> Format | None:
    """Return which markup a text begins with, None when it begins with none."""
    if b"<" not in start:
        return None
    if _HTML.match(start):
        return "html"
    if _XML.match(start) or _ROOT.match(start):
        return "flat" if _FLAT in start else "xml"
    return None


def is_buried_pdf(raw: bytes) -> bool:
    """Say whether a PDF ends here that begins somewhere behind other lines: text about PDF does not end as one."""
    return b" 0 obj" in raw and _PDF_END.search(raw[-1100:]) is not None


def _packed(raw: bytes) -> Format | None:
    """Return what kind of container `raw` is, None when it is none."""
    if raw.startswith(b"\x1f\x8b\x08"):
        return "gzip"
    if raw.startswith(_COMPOUND):
        if "EncryptedPackage".encode("utf-16-le") in raw:
            return "encrypted"
        return "doc" if "WordDocument".encode("utf-16-le") in raw else "old-office"
    if not raw.startswith(b"PK\x03\x04"):
        return None
    sort = _told_by_zip(raw) if b"mimetype" in raw else b""
    if sort.startswith(_OPEN_DOCUMENT + b"text"):
        return "odt"
    if sort == b"application/epub+zip":
        return "epub"
    if b"word/" in raw:
        return "docx"
    is_sheet = sort.startswith(_OPEN_DOCUMENT) or b"xl/" in raw or b"ppt/" in raw
    return "sheet" if is_sheet else "archive"


def _told_by_zip(raw: bytes) -> bytes:
    """Return what the part "mimetype" of a zip says that it is, b"" where that cannot be read."""
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive, archive.open("mimetype") as part:
            return part.read(100).strip()
    except Exception:  # whatever is wrong with a zip: it says nothing of itself
        return b""


def _written(raw: bytes, start: bytes, suffix: str) -> Format:
    """Return which kind of text `raw` is."""
    if start.startswith(b"%!PS"):
        return "postscript"
    mail = _MAIL.match(start) if b"mime-version:" in start.lower() else None
    if mail and _IS_MIME.search(mail["head"]) and _IS_TYPED.search(mail["head"]):
        return "mail"
    if raw.strip()[:1] + raw.strip()[-1:] in {b"{}", b"[]"} and _is_json(raw):
        return "json"
    if suffix.lower() in MARKDOWN_SUFFIXES or (suffix == "" and _FRONT_MATTER.match(start)):
        return "markdown"
    headings = len(_ATX.findall(start)) if b"#" in start else 0
    return "markdown" if headings and any(sign.search(start) for sign in _MARKDOWN_SIGNS) else "text"


def _is_json(raw: bytes) -> bool:
    import msgspec

    try:
        return isinstance(msgspec.json.decode(raw), dict | list)
    except (msgspec.MsgspecError, RecursionError):
        return False
