"""Find the format of a file by what is in it; its suffix only breaks ties.

The ugly case: a server answers a dead link with an HTML page, and the page is saved as "2023.pdf".
"""

import re
from typing import Literal

Format = Literal["text", "markdown", "html", "pdf", "docx", "archive", "doc", "encrypted", "rtf"]

# What stands before the first tag is taken once and for all (?>): tried in every other way, thirty comments take hours.
_LEADING = rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?>(?:\s+|<!--.*?-->|<\?xml[^>]*>)*)"
_PDF = re.compile(rb"(?:\A|[\x00-\x1f]|\xef\xbb\xbf)%PDF-\d")  # readers allow for junk before it
_HTML = re.compile(
    _LEADING + rb"<(?:!doctype\s+html|html|head|body|div|p|article|section|main|h[1-6]|table|ul|ol|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mkd"})
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Microsoft's older container: .doc, or what a password protects
_FRONT_MATTER = re.compile(rb"(?:\xef\xbb\xbf)?(?:---|\+\+\+)[ \t]*\r?\n[ \t]*[\w\"'-]+[ \t]*[:=]")


def sniff(raw: bytes, suffix: str) -> Format:
    """Return the format of `raw`, the bytes of a file whose name ends in `suffix` (".md").

    >>> sniff(b"<!doctype html><p>Not found", ".pdf")
    'html'
    >>> sniff(b"1. The sign < and the tag <b> in a text.", ".txt")
    'text'
    """
    start = raw[:8192]
    if _PDF.search(start[:1024]):
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        return "docx" if b"word/" in raw else "archive"
    if start.startswith(_COMPOUND):
        return "encrypted" if "EncryptedPackage".encode("utf-16-le") in raw else "doc"
    if start.startswith(b"{\\rtf"):
        return "rtf"
    if _HTML.match(start.replace(b"\x00", b"")):  # UTF-16 has a NUL beside every Latin letter
        return "html"
    if suffix.lower() in _MARKDOWN_SUFFIXES or (suffix == "" and _FRONT_MATTER.match(start)):
        return "markdown"
    return "text"
