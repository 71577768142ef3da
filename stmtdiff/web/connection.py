"""Connections on which every wait is watched: for the peer, its certificate, and each piece of its answer."""

import io
import socket
from collections.abc import Callable
from functools import partial
from http.client import HTTPResponse
from typing import Any

from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool, Retry
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import InvalidHeader

from stmtdiff.errors import FetchError
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
    """How often, and after which waits, a request is tried again; the waits are not the page's time.

    `watch` is the page's, `rest` is what waits some seconds, `longest` are the seconds that are waited at most
    because a server says so.
    """

    watch: Watch
    rest: Callable[[float], None]
    longest: float

    def new(self, **changes: Any) -> "Patience":
        """Return the patience that is left, with the same watch."""
        made = super().new(**changes)
        made.watch, made.rest, made.longest = self.watch, self.rest, self.longest
        return made

    def get_retry_after(self, response: BaseHTTPResponse) -> float | None:
        """Return the seconds after which the server wants to be asked again; None where it says nothing readable.

        Raises:
            FetchError: when that is longer than anybody waits here.
        """
        try:
            told = super().get_retry_after(response)
        except (InvalidHeader, ValueError, OverflowError):  # "abc", 5,000 figures, a day of the year 99999
            return None
        if told is not None and told > self.longest:
            raise FetchError(f"the server asks to wait {told:.0f} seconds", hint="try again later")
        return told

    def sleep(self, response: BaseHTTPResponse | None = None) -> None:
        """Wait before the next try, as the server asks or a little longer each time."""
        told = self.get_retry_after(response) if response else None
        wait = told or self.get_backoff_time()
        if wait > 0:
            self.watch.pause(lambda: self.rest(wait))
