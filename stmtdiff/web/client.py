"""One polite client: a request at a time, retries, limits, robots.txt, and redirects that are looked at first."""

import ssl
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from urllib3 import BaseHTTPResponse, HTTPConnectionPool, Timeout
from urllib3 import exceptions as broken

from stmtdiff.errors import FetchError, MissingPageError
from stmtdiff.web.address import Address, look_up, read_address
from stmtdiff.web.connection import Patience, Pool, SafePool
from stmtdiff.web.limits import Limits
from stmtdiff.web.page import Page
from stmtdiff.web.robots import Robots
from stmtdiff.web.unpacking import unpacked
from stmtdiff.web.watch import Watch

AGENT = "stmtdiff"
_MOVED = frozenset({301, 302, 303, 307, 308})
_TRY_AGAIN = frozenset({429, 500, 502, 503, 504})
_UNCHANGED = 304
_NO_SUCH_PAGE = frozenset({404, 410})
_PIECE = 65536  # bytes read at a time
_FIGURES = 20  # of a length in bytes: no page has more


class Client:
    """Fetches pages for as long as it lives; not for several threads at once.

    Args:
        allowed: names of hosts that may be fetched although their address is private.
        limits: how long, how much, how often.
        authorities: a file of certificates to trust instead of the system's.
        sleep: what waits; tests hand over something that does not.
        clock: what gives the seconds that have gone by; tests hand over one that they turn.
    """

    def __init__(
        self,
        *,
        allowed: frozenset[str] = frozenset(),
        limits: Limits | None = None,
        authorities: Path | None = None,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._allowed = allowed
        self._limits = limits or Limits()
        self._authorities = authorities
        self._sleep = sleep
        self._clock = clock
        self._watch = Watch(self._limits, clock)
        self._asked: dict[str, float] = {}  # host -> when it was last asked
        self._robots = Robots(self._ask_robots, AGENT)

    def get(self, address: str, *, etag: str = "", modified: str = "") -> Page:
        """Return what stands under `address`.

        Args:
            address: http or https.
            etag: the ETag of the last time, if the page had one: it is then only sent if it changed.
            modified: its Last-Modified, to the same end.

        Raises:
            FetchError: with one sentence, for everything that is not a page: no such host, a private
                one, a refusal, an error of the server, too slow, too large, cut off, a bad certificate.
        """
        kept = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in kept.items() if value}
        here = read_address(address)
        self._watch = Watch(self._limits, self._clock)
        for _ in range(self._limits.redirects + 1):
            self._robots.check(here)
            self._wait_for(here, self._robots.delay(here))
            response, raw = self._request(here, headers)
            if response.status not in _MOVED or "Location" not in response.headers:
                return _page(here, response, raw)
            here = _redirected(here, response.headers["Location"])
        raise FetchError(f"more than {self._limits.redirects} redirects", path=address, hint="open it in a browser")

    def _ask_robots(self, address: Address) -> tuple[int, bytes]:
        """Return status and bytes of a robots.txt, following the redirects that RFC 9309 asks to follow."""
        for _ in range(self._limits.redirects):  # asked once a host, and before anything else: no pause is due
            response, raw = self._request(address, {})
            if response.status not in _MOVED or "Location" not in response.headers:
                return response.status, raw
            address = _redirected(address, response.headers["Location"])
        return 404, b""

    def _wait_for(self, address: Address, delay: float) -> None:
        """Wait until the host may be asked again."""
        if delay > self._limits.wait:
            raise FetchError(
                f"{address.host} asks for {delay:.0f} seconds between two requests", path=str(address), hint="pull less"
            )
        last = self._asked.get(address.host)
        rest = 0 if last is None else last + max(delay, self._limits.pause) - self._clock()
        if rest > 0:
            self._watch.pause(lambda: self._sleep(rest))
        self._asked[address.host] = self._clock()

    def _request(self, address: Address, headers: Mapping[str, str]) -> tuple[BaseHTTPResponse, bytes]:
        """Return the answer of the host, and its body if that is what was asked for; no redirect is followed."""
        sent = {"Host": _host(address), "User-Agent": AGENT, "Accept-Encoding": "gzip, deflate", **headers}
        try:
            with closing(self._pool(address)) as pool, closing(self._open(pool, address, sent)) as response:
                if response.status in _TRY_AGAIN:
                    raise FetchError(_refusal(address, response), path=str(address), hint="try again later")
                _check_frame(response.headers)
                return response, self._body(response) if 200 <= response.status < 300 else b""
        except broken.HTTPError as error:
            raise _failure(address, error) from error
        except FetchError as error:
            error.path = error.path or str(address)
            raise

    def _open(self, pool: HTTPConnectionPool, address: Address, headers: Mapping[str, str]) -> BaseHTTPResponse:
        return pool.urlopen(
            "GET", address.target, headers=headers, retries=self._retry(), redirect=False, preload_content=False
        )

    def _retry(self) -> Patience:
        limits = self._limits
        patience = Patience(
            total=limits.retries,
            other=0,  # a bad certificate does not get better
            status_forcelist=_TRY_AGAIN,
            backoff_factor=limits.pause / 2,
            raise_on_status=False,
            retry_after_max=sys.maxsize,  # what is too long is an error, and not cut short
        )
        patience.watch, patience.rest, patience.longest = self._watch, self._sleep, limits.wait
        return patience

    def _pool(self, address: Address) -> HTTPConnectionPool:
        """Return a connection to the IP address that was checked, under the name that was asked for."""
        number = look_up(address, is_allowed=address.host in self._allowed)
        timeout = Timeout(connect=self._limits.connect, read=self._limits.read)
        if address.scheme == "http":
            return Pool(number, address.port, timeout=timeout, watch=self._watch)
        return SafePool(
            number,
            address.port,
            timeout=timeout,
            watch=self._watch,
            server_hostname=address.host,
            assert_hostname=address.host,
            ssl_context=ssl.create_default_context(cafile=self._authorities),
        )

    def _body(self, response: BaseHTTPResponse) -> bytes:
        """Return the body, unpacked piece by piece so that neither size nor time runs away."""
        body = bytearray()
        for piece in unpacked(_pieces(response), response.headers.get("Content-Encoding", "")):
            self._watch.silence()
            body += piece
            if len(body) > self._limits.size:
                raise FetchError(f"the page is larger than {self._limits.size:,} bytes")
        return bytes(body)


def _pieces(response: BaseHTTPResponse) -> Iterator[bytes]:
    """Yield the body as it was sent."""
    while piece := response.read1(_PIECE, decode_content=False):
        yield piece


def _check_frame(headers: Mapping[str, str]) -> None:
    """Do nothing when the end of an answer can be told by its header fields, or by the end of the connection.

    Raises:
        FetchError: when they say it in a way that nobody here reads: half a page would pass for the whole.
    """
    length, coding = headers.get("Content-Length", "0"), headers.get("Transfer-Encoding", "chunked")
    if not all(part.strip().isdecimal() and len(part) < _FIGURES for part in length.split(",")):
        raise FetchError("the answer gives a length that cannot be read", hint="try again later")
    if coding.strip().lower() not in {"chunked", "identity"}:
        raise FetchError("the answer is compressed in a form that was not asked for", hint="try again later")


def _host(address: Address) -> str:
    return address.origin.partition("://")[2]


def _redirected(here: Address, location: str) -> Address:
    there = here.joined(location)
    if here.scheme == "https" and there.scheme == "http":
        raise FetchError(
            f"{here.host} redirects to an address without encryption", path=str(there), hint="open it in a browser"
        )
    return there


def _page(address: Address, response: BaseHTTPResponse, raw: bytes) -> Page:
    headers = response.headers
    told = (headers.get("Content-Type", ""), headers.get("ETag", ""), headers.get("Last-Modified", ""))
    if response.status == _UNCHANGED:
        return Page(str(address), b"", *told, is_unchanged=True)
    if response.status != 200:
        kind = MissingPageError if response.status in _NO_SUCH_PAGE else FetchError
        raise kind(_refusal(address, response), path=str(address), hint="open it in a browser")
    if not raw:
        raise FetchError("the page is empty", path=str(address), hint="open it in a browser")
    return Page(str(address), raw, *told)


def _refusal(address: Address, response: BaseHTTPResponse) -> str:
    reason = f" {response.reason}" if response.reason else ""
    return f"{address.host} answers {response.status}{reason}"


def _failure(address: Address, error: broken.HTTPError) -> FetchError:
    """Return the sentence for what went wrong on the way."""
    cause: BaseException = error.reason if isinstance(error, broken.MaxRetryError) and error.reason else error
    host, path = address.host, str(address)
    if isinstance(cause, broken.SSLError):
        return FetchError(f"the certificate of {host} cannot be trusted: {_plain(cause)}", path=path)
    if isinstance(cause, broken.NewConnectionError):
        return FetchError(f"{host} cannot be reached", path=path, hint="check the network")
    if isinstance(cause, broken.TimeoutError):
        return FetchError(f"{host} took too long to answer", path=path, hint="try again later")
    if isinstance(cause, broken.ProtocolError):
        return FetchError(f"{host} closed the connection too early", path=path, hint="try again later")
    if isinstance(cause, broken.DecodeError):
        return FetchError(f"what {host} sent cannot be decompressed", path=path)
    return FetchError(f"{host} could not be asked: {_plain(cause)}", path=path)


def _plain(error: BaseException) -> str:
    """Return what a library says of a failure, in one line, with its inner cause if that is all it says."""
    inner = error.args[0] if error.args else error
    told = getattr(inner, "verify_message", "") or getattr(inner, "reason", "") or str(inner)
    return " ".join(str(told).split())
