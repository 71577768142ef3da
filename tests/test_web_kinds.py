"""Every kind of answer that a server can give, as the bytes that leave it: the page comes whole, or not at all.

A row holds the bytes and the sentence that a reader gets, WHOLE for the page as it is. After the last byte the
server closes the connection. Answers that never end are in `test_web.py`, each also as a robots.txt.
"""

import gzip
import zlib

import pytest
from support.server import STATEMENT, page, raw_bytes, serving

from stmtdiff.errors import FetchError
from stmtdiff.web import Client, Limits

WHOLE = ""
TEXT = STATEMENT.encode()
OK = b"HTTP/1.1 200 OK\r\n"
LONG = b"Content-Length: %d\r\n" % len(TEXT)
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
GZIPPED = OK + b"Content-Encoding: gzip\r\n\r\n"
GZIP = gzip.compress(TEXT, mtime=0)
BROKEN, PACKED, EMPTY = "closed the connection too early", "cannot be decompressed", "is empty"
LENGTH, FRAME = "gives a length that cannot be read", "in a form that was not asked for"


def of(status: bytes, *fields: bytes, body: bytes = b"") -> bytes:
    return b"\r\n".join([b"HTTP/1.1 " + status, *fields, b"", body])


def chunks(*pieces: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + end


KINDS = {
    # as it should be
    "a length": (OK + LONG + b"\r\n" + TEXT, WHOLE),
    "no length, closed at the end": (OK + b"\r\n" + TEXT, WHOLE),
    "an old protocol": (b"HTTP/1.0 200 OK\r\n\r\n" + TEXT, WHOLE),
    "lines that end in LF": ((OK + LONG + b"\r\n").replace(b"\r\n", b"\n") + TEXT, WHOLE),
    "no reason": (b"HTTP/1.1 200\r\n" + LONG + b"\r\n" + TEXT, WHOLE),
    "go on, then the page": (of(b"100 Continue") + OK + LONG + b"\r\n" + TEXT, WHOLE),
    "one chunk": (CHUNKED + chunks(TEXT), WHOLE),
    "chunks of a byte": (CHUNKED + chunks(*(TEXT[at : at + 1] for at in range(len(TEXT)))), WHOLE),
    "a chunk with an extension": (CHUNKED + chunks(TEXT).replace(b"\r\n", b";a=b\r\n", 1), WHOLE),
    "chunks with a trailer": (CHUNKED + chunks(TEXT, end=b"0\r\nX: y\r\n\r\n"), WHOLE),
    "chunks and a length that lies": (
        of(b"200 OK", b"Content-Length: 5", b"Transfer-Encoding: chunked", body=chunks(TEXT)), WHOLE,
    ),
    "gzip": (GZIPPED + GZIP, WHOLE),
    "gzip in two members": (GZIPPED + gzip.compress(TEXT[:9]) + gzip.compress(TEXT[9:]), WHOLE),
    "gzip with zeros behind it": (GZIPPED + GZIP + bytes(64), WHOLE),
    "zlib": (of(b"200 OK", b"Content-Encoding: deflate") + zlib.compress(TEXT), WHOLE),
    "the same length twice": (OK + LONG + LONG + b"\r\n" + TEXT, WHOLE),
    "a folded field": (OK + b"X: a\r\n b\r\n" + LONG + b"\r\n" + TEXT, WHOLE),
    "a field that is no text": (OK + b"X: \xff\x00\r\n" + LONG + b"\r\n" + TEXT, WHOLE),
    "a field without a colon": (OK + b"nonsense\r\n" + LONG + b"\r\n" + TEXT, WHOLE),
    # cut off
    "nothing": (b"", BROKEN),
    "one letter": (b"H", BROKEN),
    "half a status line": (b"HTTP/1.1 20", BROKEN),
    "half a field": (OK + b"Content-Le", EMPTY),
    "fields alone": (OK + LONG, BROKEN),
    "a length and nothing": (OK + LONG + b"\r\n", BROKEN),
    "a length and half": (OK + LONG + b"\r\n" + TEXT[:300], BROKEN),
    "all but the last letter": (OK + LONG + b"\r\n" + TEXT[:-1], BROKEN),
    "no last chunk": (CHUNKED + chunks(TEXT, end=b""), BROKEN),
    "half a chunk": (CHUNKED + chunks(TEXT)[:300], BROKEN),
    "half a size of a chunk": (CHUNKED + chunks(TEXT, end=b"1"), BROKEN),
    "half of gzip": (GZIPPED + GZIP[: len(GZIP) // 2], BROKEN),
    "half of gzip, its length right": (
        of(b"200 OK", b"Content-Encoding: gzip", b"Content-Length: 99", body=GZIP[:99]), BROKEN,
    ),
    "half of gzip in a whole chunk": (
        of(b"200 OK", b"Content-Encoding: gzip", b"Transfer-Encoding: chunked") + chunks(GZIP[:99]), BROKEN,
    ),
    "gzip without its last byte": (GZIPPED + GZIP[:-1], BROKEN),
    "a second member of gzip in half": (GZIPPED + GZIP + GZIP[:50], BROKEN),
    "half of zlib": (of(b"200 OK", b"Content-Encoding: deflate") + zlib.compress(TEXT)[:99], BROKEN),
    # not what it says
    "no status line": (TEXT, BROKEN),
    "a status in letters": (of(b"abc OK", LONG.strip(), body=TEXT), BROKEN),
    "a status of two figures": (of(b"99 OK", LONG.strip(), body=TEXT), BROKEN),
    "a status below nothing": (of(b"-200 OK", LONG.strip(), body=TEXT), BROKEN),
    "a protocol to come": (b"HTTP/9.9 200 OK\r\n" + LONG + b"\r\n" + TEXT, BROKEN),
    "a status line of 70,000 letters": (of(b"200 " + b"x" * 70_000, body=TEXT), BROKEN),
    "a field of 70,000 letters": (of(b"200 OK", b"X: " + b"x" * 70_000, body=TEXT), BROKEN),
    "two hundred fields": (of(b"200 OK", *[b"X: y"] * 200, body=TEXT), BROKEN),
    "a length in letters": (of(b"200 OK", b"Content-Length: abc", body=TEXT), LENGTH),
    "a length below nothing": (of(b"200 OK", b"Content-Length: -5", body=TEXT), LENGTH),
    "a length of 5,000 figures": (of(b"200 OK", b"Content-Length: " + b"9" * 5000, body=TEXT), LENGTH),
    "two lengths": (OK + b"Content-Length: 5\r\n" + LONG + b"\r\n" + TEXT, "multiple unmatching"),
    "a length that is too long": (of(b"200 OK", b"Content-Length: 1000000000000000000", body=TEXT), BROKEN),
    "a length of nothing": (of(b"200 OK", b"Content-Length: 0", body=TEXT), EMPTY),
    "a size of a chunk in no figures": (CHUNKED + b"zz\r\n" + TEXT, BROKEN),
    "a size below nothing": (CHUNKED + b"-5\r\n" + TEXT, BROKEN),
    "no size": (CHUNKED + b"\r\n" + TEXT, BROKEN),
    "a size of 5,000 figures": (CHUNKED + b"f" * 5000 + b"\r\n" + TEXT, BROKEN),
    "a size of 70,000 zeros": (CHUNKED + b"0" * 70_000 + b"\r\n" + TEXT, BROKEN),
    "a size that lies": (CHUNKED + b"5\r\n" + TEXT + b"\r\n0\r\n\r\n", BROKEN),
    "packed on its way": (of(b"200 OK", b"Transfer-Encoding: gzip") + GZIP, FRAME),
    "packed and chunked on its way": (of(b"200 OK", b"Transfer-Encoding: gzip, chunked") + chunks(GZIP), FRAME),
    "chunked twice": (of(b"200 OK", *[b"Transfer-Encoding: chunked"] * 2) + chunks(TEXT), FRAME),
    "not gzip": (GZIPPED + TEXT, PACKED),
    "gzip with a wrong sum": (GZIPPED + GZIP[:-8] + bytes(4) + GZIP[-4:], PACKED),
    "gzip with a wrong length": (GZIPPED + GZIP[:-4] + bytes(4), PACKED),
    "gzip with a wrong byte": (GZIPPED + GZIP[:100] + bytes([GZIP[100] ^ 255]) + GZIP[101:], PACKED),
    "gzip of nothing": (GZIPPED + gzip.compress(b""), EMPTY),
    "gzip that is nothing": (GZIPPED, EMPTY),
    "a packing nobody asked for": (of(b"200 OK", b"Content-Encoding: br", body=TEXT), PACKED),
    # other answers than a page
    "another protocol from now on": (of(b"101 Switching Protocols") + TEXT, "answers 101"),
    "no content": (of(b"204 No Content"), "answers 204"),
    "a part": (of(b"206 Partial Content", b"Content-Range: bytes 0-9/99", body=TEXT[:10]), "answers 206"),
    "a choice": (of(b"300 Multiple Choices", b"Location: /other"), "answers 300"),
    "who are you": (of(b"401 Unauthorized", b"WWW-Authenticate: Basic"), "answers 401"),
    "a number that means nothing": (of(b"999 What", body=TEXT), "answers 999"),
    # elsewhere
    "elsewhere": (of(b"302 Found", b"Location: /other"), WHOLE),
    "nowhere said": (of(b"302 Found"), "answers 302"),
    "here again": (of(b"302 Found", b"Location: "), "more than 5 redirects"),
    "a script": (of(b"302 Found", b"Location: javascript:alert(1)"), "only http and https"),
    "a port that is none": (of(b"302 Found", b"Location: http://127.0.0.1:99999/"), "not a web address"),
    "a name of 300 letters": (of(b"302 Found", b"Location: http://" + b"a" * 300 + b"/"), "was not found"),
    "a private number in base eight": (of(b"302 Found", b"Location: http://0177.0.0.2/"), "is a private address"),
    "a private number as one": (of(b"302 Found", b"Location: http://2130706434/"), "is a private address"),
}  # fmt: skip


@pytest.fixture(scope="module")
def server():
    with serving() as server:
        server.answers["/other"] = page()
        yield server


def client(limits: Limits = Limits(connect=5, read=5, pause=0, retries=1), **choices) -> Client:  # noqa: B008  # it is frozen
    return Client(allowed=frozenset({"127.0.0.1"}), limits=limits, **choices)


@pytest.mark.parametrize(("raw", "sentence"), KINDS.values(), ids=list(KINDS))
def test_a_page_is_whole_or_one_sentence(server, raw: bytes, sentence: str) -> None:
    server.answers["/odd"] = raw_bytes(raw)
    if sentence == WHOLE:
        assert client().get(server.at("/odd")).raw == TEXT
        return
    with pytest.raises(FetchError, match=sentence) as caught:
        client().get(server.at("/odd"))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "name", [name for name, (_, sentence) in KINDS.items() if sentence in {BROKEN, PACKED, LENGTH}]
)
def test_rules_for_programs_that_do_not_come_whole_keep_us_out(server, name: str) -> None:
    server.answers |= {"/robots.txt": raw_bytes(KINDS[name][0]), "/odd": page()}
    server.asked.clear()
    with pytest.raises(FetchError):
        client().get(server.at("/odd"))
    del server.answers["/robots.txt"]
    assert server.paths() == []


UNREADABLE = {
    "letters": "abc",
    "below nothing": "-5",
    "a fraction": "1.5",
    "5,000 figures": "9" * 5000,
    "a day that is none": "Fri, 99 Dec 99999 99:99:99 GMT",
    "a year of fourteen figures": "Fri, 31 Dec 99999999999999 23:59:59 GMT",
    "a day that has gone by": "Fri, 31 Dec 1999 23:59:59 GMT",
}


@pytest.mark.parametrize("told", UNREADABLE.values(), ids=list(UNREADABLE))
def test_a_wait_that_cannot_be_read_is_as_good_as_none(server, told: str) -> None:
    busy = of(b"503 Busy", b"Retry-After: " + told.encode(), b"Connection: close", b"Content-Length: 0")
    server.answers["/odd"] = raw_bytes(busy, OK + LONG + b"\r\n" + TEXT)
    waited: list[float] = []
    found = client(Limits(connect=5, read=5, pause=0, retries=2), sleep=waited.append).get(server.at("/odd"))
    assert found.raw == TEXT
    assert all(seconds < 1 for seconds in waited)


@pytest.mark.parametrize("told", ["61", "1000000000", "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_a_wait_that_is_too_long_is_said_and_not_cut_short(server, told: str) -> None:
    server.asked.clear()
    server.answers["/odd"] = raw_bytes(of(b"503 Busy", b"Retry-After: " + told.encode(), b"Content-Length: 0"))
    with pytest.raises(FetchError, match=r"/odd: the server asks to wait \d+ seconds"):
        client(sleep=lambda _: pytest.fail("it waited")).get(server.at("/odd"))
    assert server.paths() == ["/odd"]
