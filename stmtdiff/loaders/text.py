"""Read plain text."""

import hashlib

from stmtdiff.loaders.decoding import decode, tidy
from stmtdiff.loaders.reading import Reading
from stmtdiff.model import Source

VERSION = "1"


def read(raw: bytes, *, selector: str | None = None) -> Reading:  # noqa: ARG001  # one shape for all loaders
    """Return the text of `raw`."""
    text, doubts = decode(raw)
    return Reading(tidy(text), doubts=doubts)


def from_text(text: str, *, name: str = "") -> Source:
    """Return the source that `text` is, as if a UTF-8 file with it had been read."""
    raw = text.encode("utf-8", "surrogatepass")
    return Source(tidy(text), hashlib.sha256(raw).hexdigest(), "text", VERSION, name)
