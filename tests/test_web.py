"""Fetching is polite and safe: every way a server can misbehave ends in a page or in one sentence."""

import contextlib
import gzip
import socket
import threading
import zlib
from pathlib import Path

import pytest
import trustme
from hypothesis import given
from hypothesis import strategies as st
from support.server import STATEMENT, Server, bomb, dripping, endless, first, page, serving, status, truncated
from urllib3.exceptions import ProtocolError

from stmtdiff.errors import FetchError, MissingPageError
from stmtdiff.web import Client, Limits
from stmtdiff.web.address import is_public, read_address
from stmtdiff.web.unpacking import unpacked

HERE = frozenset({"127.0.0.1", "localhost"})
QUICK = Limits(connect=2, read=0.4, total=0.5, wait=2, pause=0, size=2_000_000)


@pytest.fixture
def server():
    with serving() as server:
        yield server


def client(**choices) -> Client:
    return Client(**({"allowed": HERE, "limits": QUICK} | choices))


def test_a_page_comes_with_its_validators(server: Server) -> None:
    server.answers["/2025"] = page(ETag='"v1"', Last_Modified="Sat, 14 Jun 2025 09:00:00 GMT")
    found = client().get(server.at("/2025#p2"))
    assert found.raw == STATEMENT.encode()
    assert (found.etag, found.modified) == ('"v1"', "Sat, 14 Jun 2025 09:00:00 GMT")
    assert found.address == server.at("/2025")
    assert not found.is_unchanged


def test_an_unchanged_page_is_not_sent_again(server: Server) -> None:
    server.answers["/2025"] = lambda h: (
        h.send(b"", status=304) if h.headers["If-None-Match"] == '"v1"' else h.send(b"?", ETag='"v1"')
    )
    found = client().get(server.at("/2025"), etag='"v1"')
    assert found.is_unchanged
    assert found.raw == b""


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (status(404), "answers 404"),
        (status(403), "answers 403"),
        (status(503), "answers 503"),
        (status(429, Retry_After="0"), "answers 429"),
        (status(200), "is empty"),
        (truncated, "closed the connection too early"),
        (dripping, "longer than"),
        (bomb, "larger than 2,000,000 bytes"),
        (page(b"\x1f\x8bno", Content_Encoding="gzip"), "cannot be decompressed"),
        (status(302, Location="file:///etc/passwd"), "only http and https"),
        (status(302, Location="http://169.254.169.254/keys"), "is a private address"),
        (status(302, Location="http://[::1]/"), "is a private address"),
        (status(302, Location="http://me:secret@127.0.0.1/"), "a user name or a password"),
        (status(302, Location="http://["), "not a web address"),
        (status(302, Location="/odd"), "more than 5 redirects"),
    ],
)
def test_what_is_no_page_is_one_sentence(server: Server, answer, sentence: str) -> None:
    server.answers["/odd"] = answer
    with pytest.raises(FetchError, match=sentence) as caught:
        client().get(server.at("/odd"))
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_server_that_says_nothing_is_given_up(server: Server) -> None:
    server.answers["/robots.txt"] = ""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(FetchError, match="took too long to answer"):
            client(limits=Limits(read=0.1, retries=0, pause=0)).get(address)


class Ticking:
    """A clock on which a second goes by whenever somebody looks: what it measures is work."""

    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> float:
        self.now += 1
        return self.now


OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
EMPTY_MEMBER = gzip.compress(b"", mtime=0)
ENDLESS = {
    "status line": (b"HTTP/1.1 200 ", b"O"),
    "header field": (OK + b"X-Slow: ", b"o"),
    "body": (OK + b"\r\n", b"."),
    "size of a chunk": (CHUNKED, b"0"),
    "chunk": (CHUNKED + b"ffffff\r\n", b"."),
    "trailers": (CHUNKED + b"1\r\n.\r\n0\r\n", b"X: y\r\n"),
    "go on": (b"", CONTINUE),
    "many trailers": (CHUNKED + b"1\r\n.\r\n0\r\n", b"X: y\r\n" * 500),
    "go on, at once": (b"", CONTINUE * 500),
    "much of nothing, packed": (OK + b"Content-Encoding: gzip\r\n\r\n", EMPTY_MEMBER * 500),
    "nothing, packed": (OK + b"Content-Encoding: gzip\r\n\r\n", EMPTY_MEMBER),
    "busy": (b"HTTP/1.1 503 Busy\r\n\r\n", b"."),
    "a name, packed": (OK + b"Content-Encoding: gzip\r\n\r\n" + EMPTY_MEMBER[:3] + b"\x08" + bytes(6), b"n"),
}


@pytest.mark.parametrize("path", ["/odd", "/robots.txt"])
@pytest.mark.parametrize(("start", "again"), ENDLESS.values(), ids=list(ENDLESS))
def test_the_time_holds_wherever_an_answer_does_not_end(server: Server, path: str, start: bytes, again: bytes) -> None:
    """No silence is long: it is the whole exchange that has one end, whether it drips or floods."""
    server.answers |= {"/odd": page(), path: endless(start, again, pause=0.001 if len(again) < 100 else 0)}
    limits = Limits(connect=5, read=5, total=60, pause=0)
    clock = Ticking()
    with pytest.raises(FetchError, match=r"/odd: the page took longer than 60 seconds"):
        client(limits=limits, clock=clock).get(server.at("/odd"))
    assert [asked for asked, _ in server.asked].count(path) == 1  # what is too slow is not asked for again
    assert clock.now < 80


def test_an_answer_that_is_all_head_ends_by_its_size(server: Server) -> None:
    server.answers["/odd"] = endless(b"", CONTINUE * 500)
    with pytest.raises(FetchError, match="larger than 1,000 bytes"):
        client(limits=Limits(pause=0, size=1000), clock=lambda: 0).get(server.at("/odd"))


@pytest.mark.parametrize("answer", [status(503), status(302, Location="/odd")], ids=["tries", "redirects"])
def test_all_requests_for_one_page_share_its_time(server: Server, answer) -> None:
    server.answers["/odd"] = answer
    limits = Limits(connect=5, read=5, total=30, pause=0, retries=100, redirects=100)
    with pytest.raises(FetchError, match="longer than 30 seconds"):
        client(limits=limits, clock=Ticking()).get(server.at("/odd"))
    assert 1 < len(server.paths()) < 30


def test_the_time_holds_while_a_connection_is_made_safe() -> None:
    """A peer that drips its part of the handshake has the time that is left for connecting, and no more."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def drip() -> None:
            with listening.accept()[0] as peer:
                peer.sendall(b"\x16\x03\x03\x40\x00")
                while peer.send(b"\x02"):
                    threading.Event().wait(0.01)

        def run() -> None:
            with contextlib.suppress(OSError):
                drip()

        thread = threading.Thread(target=run)
        thread.start()
        limits = Limits(connect=0.1, read=5, pause=0, retries=0)
        with pytest.raises(FetchError, match="took too long to answer"):
            client(limits=limits).get(f"https://127.0.0.1:{listening.getsockname()[1]}/")
        thread.join()


def packed(way: str, text: bytes = STATEMENT.encode()) -> bytes:
    if way == "gzip":
        return gzip.compress(text, mtime=0)
    maker = zlib.compressobj(wbits=zlib.MAX_WBITS if way == "zlib" else -zlib.MAX_WBITS)
    return maker.compress(text) + maker.flush()


WAYS = {"gzip": "gzip", "zlib": "deflate", "bare": "deflate"}


@pytest.mark.parametrize("way", WAYS)
def test_a_packed_page_is_whole_or_refused(server: Server, way: str) -> None:
    """The length of what was sent agrees with its header: only the packing tells that the rest is missing."""
    raw = packed(way)
    server.answers["/whole"] = page(raw, Content_Encoding=WAYS[way])
    assert client().get(server.at("/whole")).raw == STATEMENT.encode()
    for cut in (1, len(raw) // 2, len(raw) - 1):
        server.answers["/cut"] = page(raw[:cut], Content_Encoding=WAYS[way])
        with pytest.raises(FetchError, match="closed the connection too early"):
            client().get(server.at("/cut"))
    half = raw[: len(raw) // 2]
    chunk = b"%x\r\n%s\r\n0\r\n\r\n" % (len(half), half)
    coded = CHUNKED.replace(b"\r\n\r\n", b"\r\nContent-Encoding: %s\r\n\r\n" % WAYS[way].encode())
    server.answers["/chunked"] = lambda handler: handler.wfile.write(coded + chunk)
    with pytest.raises(FetchError, match="closed the connection too early"):
        client().get(server.at("/chunked"))


@given(st.binary(max_size=300), st.sampled_from(list(WAYS)), st.data())
def test_what_is_packed_comes_back_however_it_is_parted(text: bytes, way: str, data: st.DataObject) -> None:
    raw = packed(way, text * 500)
    size = data.draw(st.integers(1, len(raw)))
    pieces = [raw[start : start + size] for start in range(0, len(raw), size)]
    assert b"".join(unpacked(pieces, WAYS[way])) == text * 500
    cut = data.draw(st.integers(1, len(raw) - 1))
    with pytest.raises(ProtocolError):
        list(unpacked([raw[:cut]], WAYS[way]))


def test_members_of_gzip_are_one_and_what_stands_behind_them_is_nothing() -> None:
    raw = packed("gzip")
    assert b"".join(unpacked([raw + raw], "x-gzip")) == STATEMENT.encode() * 2
    assert b"".join(unpacked([raw, b"\x00\x00\r\n"], "identity, gzip")) == STATEMENT.encode()
    assert b"".join(unpacked([], "gzip")) == b""
    with pytest.raises(ProtocolError):
        list(unpacked([raw + raw[:-9]], "gzip"))


@pytest.mark.parametrize("coding", ["br", "gzip, gzip", "zstd", "x" * 5000])
def test_a_packing_that_was_not_asked_for_is_refused(server: Server, coding: str) -> None:
    server.answers["/odd"] = page(packed("gzip"), Content_Encoding=coding)
    with pytest.raises(FetchError, match="cannot be decompressed"):
        client().get(server.at("/odd"))


def test_what_is_no_page_need_not_be_packed_as_it_says(server: Server) -> None:
    server.answers |= {
        "/same": status(304, Content_Encoding="gzip"),
        "/gone": lambda handler: handler.send(b"not here", status=404, Content_Encoding="gzip"),
    }
    assert client().get(server.at("/same"), etag='"v1"').is_unchanged
    with pytest.raises(MissingPageError, match="answers 404"):
        client().get(server.at("/gone"))


def test_a_busy_server_is_asked_again_when_it_says_so(server: Server) -> None:
    server.answers["/2025"] = first(status(429, Retry_After="1"), status(503), page())
    waited: list[float] = []
    assert client(sleep=waited.append).get(server.at("/2025")).raw == STATEMENT.encode()
    assert server.paths() == ["/2025"] * 3
    assert waited[0] == 1, "it waited as it was told"


def test_a_redirect_is_followed_and_said(server: Server) -> None:
    server.answers |= {"/old": status(301, Location="/new"), "/new": page()}
    assert client().get(server.at("/old")).address == server.at("/new")


def test_a_private_host_is_refused_unless_named(server: Server) -> None:
    server.answers["/2025"] = page()
    with pytest.raises(FetchError, match=r"private address .127\.0\.0\.1.*STMTDIFF_ALLOW_HOSTS"):
        client(allowed=frozenset()).get(server.at("/2025", host="localhost"))
    assert server.asked == []


def test_the_address_that_was_checked_is_the_one_connected_to(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name is looked up once a request; the connection is made to the number, never to the name again."""
    server.answers["/2025"] = page()
    truly = socket.getaddrinfo
    asked: list[str] = []

    def watched(host, *rest, **more):
        asked.append(host)
        return truly("127.0.0.1" if host == "statements.example" else host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", watched)
    found = client(allowed=frozenset({"statements.example"})).get(server.at("/2025", host="statements.example"))
    assert found.raw == STATEMENT.encode()
    assert asked == ["statements.example", "127.0.0.1"] * 2  # for robots.txt and for the page
    assert server.asked[-1][1]["Host"] == f"statements.example:{server.server_port}"


def test_robots_are_obeyed(server: Server) -> None:
    server.answers |= {"/robots.txt": "User-agent: *\nDisallow: /drafts/", "/drafts/1": page(), "/2025": page()}
    visitor = client()
    assert visitor.get(server.at("/2025")).raw
    with pytest.raises(FetchError, match=r"asks programs not to fetch this page"):
        visitor.get(server.at("/drafts/1"))
    assert server.paths() == ["/2025"]
    assert [path for path, _ in server.asked].count("/robots.txt") == 1


def test_robots_that_cannot_be_read_keep_us_out(server: Server) -> None:
    server.answers |= {"/robots.txt": status(503), "/2025": page()}
    with pytest.raises(FetchError, match="503"):
        client().get(server.at("/2025"))
    assert server.paths() == []


def test_a_host_is_given_a_pause(server: Server) -> None:
    server.answers |= {"/robots.txt": "User-agent: *\nCrawl-delay: 7", "/1": page(), "/2": page()}
    waited: list[float] = []
    visitor = client(limits=Limits(pause=2, wait=10), sleep=waited.append)
    visitor.get(server.at("/1"))
    visitor.get(server.at("/2"))
    assert [round(seconds) for seconds in waited] == [7]  # between the two pages; robots.txt comes before
    with pytest.raises(FetchError, match="7 seconds between"):
        client(limits=Limits(pause=0, wait=5)).get(server.at("/1"))


def test_encryption_is_checked_by_name(tmp_path: Path) -> None:
    authority = trustme.CA()
    trusted, files = tmp_path / "ca.pem", {}
    authority.cert_pem.write_to_path(trusted)
    for host in ("localhost", "other.example"):
        files[host] = tmp_path / f"{host}.pem"
        authority.issue_cert(host).private_key_and_cert_chain_pem.write_to_path(files[host])
    with serving(certificate=files["localhost"]) as server:
        server.answers |= {"/2025": page(), "/down": status(302, Location="http://localhost/")}
        address = server.at("/2025", host="localhost")
        assert client(authorities=trusted).get(address).raw == STATEMENT.encode()
        with pytest.raises(FetchError, match="certificate of localhost cannot be trusted: unable to get"):
            client().get(address)
        with pytest.raises(FetchError, match="without encryption"):
            client(authorities=trusted).get(server.at("/down", host="localhost"))
    with serving(certificate=files["other.example"]) as server, pytest.raises(FetchError, match="certificate of"):
        client(authorities=trusted).get(server.at("/2025", host="localhost"))


@pytest.mark.parametrize(
    "number",
    "0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 169.254.169.254 172.16.0.1 192.168.1.1 224.0.0.1 255.255.255.255 :: ::1 "
    "fe80::1 fe80::1%eth0 fc00::1 ff02::1 ::ffff:127.0.0.1 64:ff9b::7f00:1 2002:7f00:1::".split(),
)
def test_private_numbers_are_known(number: str) -> None:
    assert not is_public(number)


def test_public_numbers_are_known() -> None:
    assert all(map(is_public, ("9.9.9.9", "2620:fe::fe", "::ffff:9.9.9.9")))


@given(st.text(max_size=40))
def test_an_address_is_read_or_refused(text: str) -> None:
    """Whatever is written, the answer is an address with a host, or one sentence."""
    for prefix in ("", "http://", "https://a@"):
        try:
            address = read_address(prefix + text)
        except FetchError:
            continue
        assert address.host
        assert read_address(str(address)) == address
