"""Connections on which every wait is watched: for the peer, its certificate, and each piece of its answer."""

import io
import socket
from functools import partial
from http.client import HTTPResponse
from typing import Any

from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool, Retry
from urllib3.connection import HTTPConnection, HTTPSConnection

from stmtdiff.web.watch import Watch


class _Watched(io.RawIOBase):
    """The bytes of one answer as they come: before each piece the time that is left is looked at."""

    def __init__(self, raw: io.RawIOBase, sock: socket.socket, watch: Watch) -> None:
        self._raw, self._sock, self._watch = raw, sock, watch
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._sock.settimeout(self._watch.silence())
        try:
            count: int | None = self._raw.readinto(buffer)
        except TimeoutError:
            self._watch.silence()  # was it the silence that was too long, or the whole?
            raise
        self._count += count or 0
        self._watch.weigh(self._count)
        return count

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Answer(HTTPResponse):
    """An answer of which everything is watched, from the first letter of its status line."""

    def __init__(self, sock: socket.socket, *more: Any, watch: Watch, **choices: Any) -> None:
        super().__init__(sock, *more, **choices)
        self.fp = io.BufferedReader(_Watched(self.fp.detach(), sock, watch))


class _Connection(HTTPConnection):
    def __init__(self, *more: Any, watch: Watch, **choices: Any) -> None:
        super().__init__(*more, **choices)
        self._watch = watch
        self.response_class = partial(_Answer, watch=watch)  # type: ignore[assignment]  # it is only called

    def _new_conn(self) -> socket.socket:
        patience = self.timeout
        assert patience is not None
        self.timeout = self._watch.limited(patience)
        sock = super()._new_conn()
        sock.settimeout(self._watch.limited(patience))  # for TLS, which comes next
        return sock


class _SafeConnection(_Connection, HTTPSConnection):
    pass


class Pool(HTTPConnectionPool):
    """A connection without encryption; wants a `watch`."""

    ConnectionCls = _Connection


class SafePool(HTTPSConnectionPool):
    """A connection with encryption; wants a `watch`."""

    ConnectionCls = _SafeConnection


class Patience(Retry):
    """How often, and after which waits, a request is tried again; the waits are not the page's time."""

    watch: Watch

    def new(self, **changes: Any) -> "Patience":
        """Return the patience that is left, with the same watch."""
        made = super().new(**changes)
        made.watch = self.watch
        return made

    def sleep(self, response: BaseHTTPResponse | None = None) -> None:
        """Wait before the next try."""
        self.watch.pause(lambda: super(Patience, self).sleep(response))
