"""Unpack what came packed with gzip or deflate, and see whether it came whole.

The ugly case: a proxy cuts an answer in half, says so nowhere, and half a statement is taken for the
whole. Only the packing tells, by its end; urllib3 does not ask for it, and Python's `gzip` refuses
the zeros and stray line ends that some servers write behind that end.
"""

import zlib
from collections.abc import Iterable, Iterator

from urllib3.exceptions import DecodeError, ProtocolError

_PIECE = 65536  # bytes given back at a time
_GZIP, _ZLIB, _RAW = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS
_MEMBER = 0x1F  # the first byte of what gzip has packed
_DEFLATED = 0x08  # in the first byte of a zlib stream; without that frame no encoder begins so


def unpacked(pieces: Iterable[bytes], coding: str) -> Iterator[bytes]:
    """Yield what `pieces` hold, a little at a time and now and then nothing, so that the reader can stop.

    Args:
        pieces: what a server sends.
        coding: the header field Content-Encoding.

    Raises:
        DecodeError: when it is packed in another way, or in several, or not as it says.
        ProtocolError: when it ends before the packing does.
    """
    named = [name for name in map(str.strip, coding.lower().split(",")) if name not in {"", "identity"}]
    if not named:
        yield from pieces
    elif named in (["gzip"], ["x-gzip"], ["deflate"]):
        yield from _inflated(pieces, is_gzip=named != ["deflate"])
    else:
        raise DecodeError("only gzip and deflate are asked for")


def _inflated(pieces: Iterable[bytes], *, is_gzip: bool) -> Iterator[bytes]:
    decoder = None
    for piece in filter(None, pieces):
        rest = piece
        while rest:
            if decoder is None:
                decoder = _decoder(rest[0], is_gzip)
            elif decoder.eof:
                if not is_gzip or rest[0] != _MEMBER:
                    return  # what some servers write behind the end
                decoder = _decoder(rest[0], is_gzip)
            yield _next(decoder, rest)
            rest = decoder.unconsumed_tail or decoder.unused_data
    while decoder is not None and not decoder.eof:
        last = _next(decoder, b"")
        if not last:
            raise ProtocolError("it ends too early")
        yield last


def _decoder(first: int, is_gzip: bool) -> "zlib._Decompress":
    """Return what unpacks a stream with that first byte: "deflate" is with and without the frame of zlib."""
    if is_gzip:
        return zlib.decompressobj(_GZIP)
    return zlib.decompressobj(_ZLIB if first & 0x0F == _DEFLATED else _RAW)


def _next(decoder: "zlib._Decompress", packed: bytes) -> bytes:
    try:
        return decoder.decompress(packed, _PIECE)
    except zlib.error as error:
        raise DecodeError(str(error)) from error
