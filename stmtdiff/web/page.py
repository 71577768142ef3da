"""What came back from a server."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """The answer to one request.

    `address` is where the bytes came from in the end, after redirects. `raw` is decompressed and
    empty when `is_unchanged`: the server said so on the strength of `etag` or `modified`, the
    validators that the caller kept from the last time (the header fields ETag and Last-Modified).
    """

    address: str
    raw: bytes
    type: str = ""
    etag: str = ""
    modified: str = ""
    is_unchanged: bool = False
