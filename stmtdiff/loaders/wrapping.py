"""Take a document out of what it was saved in: gzip, a mail or a saved page (MHTML), one XML file for a Word document.

The ugly case: a browser's "single file" is a mail of parts. Read as text it is heads, =E2=80=99 and tags, and a diff
of two such files finds nothing but those.
"""

import base64
import binascii
import io
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from stmtdiff.errors import LoadError
from stmtdiff.loaders.converting import convert
from stmtdiff.loaders.decoding import decode
from stmtdiff.loaders.sniff import Format, sniff
from stmtdiff.settings import ReadLimits

_DEEPEST = 3  # wrappings around one another: a page, saved, packed
_FLAT = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_CONVERTED: tuple[Format, ...] = ("odt", "rtf", "doc", "epub")


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """The bytes of a document, its format, and what was done to get at it."""

    raw: bytes
    kind: Format
    doubts: tuple[str, ...] = ()


def unwrap(raw: bytes, kind: Format, limits: ReadLimits) -> Unwrapped:
    """Return the document in `raw`, which is of a wrapped format, taken out of whatever is around it.

    Raises:
        LoadError: when the wrapping is damaged, unpacks to more than may be read, or needs a program that is missing.
    """
    found = Unwrapped(raw, kind)
    for _ in range(_DEEPEST):
        opener = _OPENERS.get(found.kind)
        if opener is None:
            break
        inner, suffix, doubts = opener(found, limits)
        found = Unwrapped(inner, sniff(inner, suffix), (*found.doubts, *doubts))
    if found.kind in _OPENERS:
        raise LoadError("this file is packed too many times", hint="unpack it and name the file inside")
    return found


_Opened = tuple[bytes, str, tuple[str, ...]]


def _gzip(found: Unwrapped, limits: ReadLimits) -> _Opened:
    """Unpack; never more than a file may have."""
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        inner = unpacker.decompress(found.raw, limits.size + 1)
    except zlib.error:
        raise LoadError("this gzip file is damaged", hint="was the download complete? fetch it again") from None
    if len(inner) > limits.size:
        raise LoadError(
            "this gzip file would unpack to more than the limit", hint="save only the statement itself in a file"
        )
    if not unpacker.eof:
        raise LoadError("this gzip file is cut off", hint="was the download complete? fetch it again")
    return inner, "", ()


def _mail(found: Unwrapped, _: ReadLimits) -> _Opened:
    """Take the text out of a mail, or the page out of a file that a browser saved in the form of one."""
    import email
    from email.policy import default

    message: Any = email.message_from_bytes(found.raw.lstrip(), policy=default)
    is_page = message.get_content_type() == "multipart/related" or message.get_content_type() == "text/html"
    try:
        part = message.get_body(("html", "plain"))
    except AttributeError:  # a part whose borders are damaged, which Python's own reader leaves as a string
        part = None
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes) or not payload.strip():
        raise LoadError("there is no text in this saved mail or page", hint="save the statement itself as text")
    told = part.get_content_charset()
    doubts = () if is_page else ("This is a saved mail: its text was read, its header and attachments were not.",)
    suffix = ".html" if part.get_content_type() == "text/html" else ".txt"
    if told is None:
        return payload, suffix, doubts
    text, more = decode(payload, declared=told)
    return text.encode("utf-8-sig", "surrogatepass"), suffix, (*doubts, *more)


def _flat(found: Unwrapped, _: ReadLimits) -> _Opened:
    """Make a zip of the parts of a Word document that was saved as one XML file (Flat OPC)."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for part in parsed(found.raw).iter(f"{_FLAT}part"):
            name = part.get(f"{_FLAT}name", "").lstrip("/")
            archive.writestr(name or "unnamed", _content(part))
    return made.getvalue(), ".docx", ()


def _content(part: Any) -> bytes:
    from lxml import etree

    xml, binary = part.find(f"{_FLAT}xmlData"), part.find(f"{_FLAT}binaryData")
    if xml is not None and len(xml):
        return bytes(etree.tostring(xml[0], with_tail=False))
    try:
        return base64.b64decode((binary.text or "") if binary is not None else "")
    except (binascii.Error, ValueError):
        return b""  # a picture, as a rule; a text in such a part is missed by the reader of the document


def _converted(found: Unwrapped, limits: ReadLimits) -> _Opened:
    raw, suffix, doubt = convert(found.raw, found.kind, limits)
    return raw, suffix, (doubt,)


_OPENERS: dict[Format, Callable[[Unwrapped, ReadLimits], _Opened]] = {
    "gzip": _gzip,
    "mail": _mail,
    "flat": _flat,
    **dict.fromkeys(_CONVERTED, _converted),
}
_DECLARES = re.compile(rb"<!ENTITY", re.IGNORECASE)


def parsed(raw: bytes) -> Any:
    """Return the root of a document in XML; it is asked for nothing outside of it, and declares no entities.

    Raises:
        LoadError: when it is no XML, or would define entities, which may unpack to gigabytes.
    """
    from lxml import etree

    if _DECLARES.search(raw.replace(b"\x00", b"")):
        raise LoadError(
            "this XML declares its own entities, which can be harmful: it is not read",
            hint="save the statement as text",
        )
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(raw.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise LoadError("this XML is damaged", hint="fetch it again, or save the statement as text") from None
