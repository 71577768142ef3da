"""Open the zip that a Word document is, and parse its parts; whatever is made to do harm is refused.

The ugly cases: 40 kilobytes that unpack to gigabytes, and a declaration of entities that name each
other ten times over. Sizes are counted while unpacking, and a part with a declaration of its own
is not parsed: Word never writes one.
"""

import io
import posixpath
import zipfile
import zlib
from typing import Any

from stmtdiff.errors import LoadError
from stmtdiff.loaders.docx.names import kind

_CHUNK = 1 << 20
LARGEST = 48 << 20
"""The largest part in bytes that is unpacked: a thousand pages have half of it."""
RATIO = 100
"""How much a large part may shrink when packed. Text with all its formatting shrinks to a fiftieth at most."""
_SMALL = 4 << 20  # bytes under which the ratio says nothing
_MANY = 20_000  # parts; a document has one for each picture, and a few dozen
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError, IndexError, KeyError)
AGAIN = "open it in Word or LibreOffice and save it again as .docx"
"""What may help when a document is damaged."""


class Package:
    """The parts of one document. Nothing is read before it is asked for."""

    def __init__(self, raw: bytes) -> None:
        """Read the list of parts.

        Raises:
            LoadError: when `raw` is no zip, or holds too many parts.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
            infos = self._zip.infolist()
        except _BROKEN:
            raise LoadError("this Word document is damaged: its parts cannot be listed", hint=AGAIN) from None
        if len(infos) > _MANY:
            raise LoadError(f"this Word document has {len(infos)} parts, more than any text needs", hint=AGAIN)
        self._known: dict[str, dict[str, str]] = {}
        self._infos = {info.filename.lower().lstrip("/"): info for info in infos}  # names of parts ignore case

    def main(self) -> str:
        """Return the name of the part that holds the text.

        Raises:
            LoadError: when there is none.
        """
        found = self._targets("").get("officeDocument", "word/document.xml")
        if found.lower() not in self._infos:
            raise LoadError("there is no text in this Word document: its main part is missing", hint=AGAIN)
        return found

    def document(self, main: str) -> Any:
        """Return the body of the text.

        Raises:
            LoadError: when the part is damaged or no text of Word's.
        """
        root = self._part(main)
        body = next((element for element in root if kind(element) == "w:body"), None)
        if body is None:
            raise LoadError("this is an Office file, but not a Word document", hint="save its text as .docx")
        return body

    def related(self, main: str, name: str) -> Any | None:
        """Return the root of the part that belongs to `main` as its "styles", "numbering" ..., if there is one.

        Raises:
            LoadError: when it is damaged.
        """
        found = self._targets(main).get(name, "")
        return self._part(found) if found.lower() in self._infos else None

    def _targets(self, source: str) -> dict[str, str]:
        """Return the parts that belong to `source` ("" is the whole document), by the last word of their kind."""
        if source not in self._known:
            self._known[source] = self._read_targets(source)
        return self._known[source]

    def _read_targets(self, source: str) -> dict[str, str]:
        folder, name = posixpath.split(source)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels.lower() not in self._infos:
            return {}
        found: dict[str, str] = {}
        for relation in self._part(rels):
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
                found.setdefault(relation.get("Type", "").rpartition("/")[2], target)
        return found

    def _part(self, name: str) -> Any:
        from lxml import etree

        raw = self._unpacked(name)
        if b"<!DOCTYPE" in raw.replace(b"\x00", b""):
            raise LoadError(
                "this Word document declares its own entities, which can be harmful: it is not read", hint=AGAIN
            )
        parser = etree.XMLParser(
            resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(raw, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise LoadError(f"this Word document is damaged: {name} is not XML", hint=AGAIN) from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise LoadError(
                "this Word document declares its own entities, which can be harmful: it is not read", hint=AGAIN
            )
        return root

    def _unpacked(self, name: str) -> bytes:
        info = self._infos[name.lower()]
        if info.flag_bits & 1:
            raise LoadError("this Word document is protected with a password", hint="save it without one")
        chunks: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as file:
                while chunk := file.read(_CHUNK):
                    size += len(chunk)
                    if size > LARGEST or size > max(_SMALL, RATIO * info.compress_size):
                        raise LoadError(
                            f"this Word document is not opened: {name} would unpack to far more than a statement needs",
                            hint="save the statement itself as text",
                        )
                    chunks.append(chunk)
        except _BROKEN:
            raise LoadError(f"this Word document is damaged: {name} cannot be unpacked", hint=AGAIN) from None
        return b"".join(chunks)
