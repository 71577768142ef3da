"""A web server on loopback that misbehaves in every way that real ones do."""

import gzip
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

STATEMENT = """<!doctype html><html lang="en"><head><title>Chair's Statement</title></head>
<body><nav><a href="/">Home</a></nav><article><h1>Chair's Statement of the 41st Quill Bay Dialogue</h1>
<p>Quill Bay, 14 June 2025</p>
<p>1. The 41st Quill Bay Dialogue was held in Quill Bay on 14 June 2025 and reviewed the harbour accord in detail.</p>
<p>2. Ministers expressed grave concern over the closure of the northern channel, and urged both parties to reopen it
without delay and without conditions, in keeping with the accord of 2019.</p>
<p>3. Ministers welcomed the report of the Panel of Pilots and agreed to meet again in the coming year.</p>
</article></body></html>"""

BOMB = gzip.compress(b"0" * 20_000_000, 1)

Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers by the table of its server: path -> what to send, or a function that sends it."""

    protocol_version = "HTTP/1.1"
    server: "Server"

    def do_GET(self) -> None:
        """Answer one request."""
        self.server.asked.append((self.path, dict(self.headers)))
        answer = self.server.answers.get(self.path)
        if answer is None:
            self.send(b"not here", status=404)
        elif callable(answer):
            answer(self)
        else:
            self.send(answer if isinstance(answer, bytes) else answer.encode())

    def send(self, raw: bytes, *, status: int = 200, length: int | None = None, **headers: str) -> None:
        """Send `raw`; `length` is what the header says, which may be a lie."""
        self.send_response(status)
        fields = {
            "Content_Type": "text/html; charset=utf-8",
            "Content_Length": str(len(raw) if length is None else length),
        }
        for name, value in (fields | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(raw)
        if length is not None:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


class Server(ThreadingHTTPServer):
    """A server with a table of answers and a list of what was asked: path, header fields."""

    daemon_threads = True

    def __init__(self) -> None:
        """Listen on a free port of loopback."""
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, str | bytes | Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.scheme = "http"

    def at(self, path: str, *, host: str = "127.0.0.1") -> str:
        """Return the address of `path` here."""
        return f"{self.scheme}://{host}:{self.server_port}{path}"

    def paths(self) -> list[str]:
        """Return what was asked for but robots.txt, in order."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def handle_error(self, *_: object) -> None:
        """Keep quiet when a client leaves early: that is what is being tested."""


@contextmanager
def serving(*, certificate: Path | None = None) -> Iterator[Server]:
    """Run a server, with TLS when a file with certificate and key is given."""
    server = Server()
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.scheme = "https"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def first(*answers: Answer) -> Answer:
    """Return an answer that goes through `answers` one by one and stays with the last."""
    waiting = list(answers)
    return lambda handler: (waiting.pop(0) if len(waiting) > 1 else waiting[0])(handler)


def status(number: int, **headers: str) -> Answer:
    """Return an answer without content."""
    return lambda handler: handler.send(b"", status=number, **headers)


def raw_bytes(*answers: bytes) -> Answer:
    """Return an answer that sends these bytes and closes; the first time the first, at last always the last."""

    def sent(raw: bytes) -> Answer:
        def send(handler: Handler) -> None:
            handler.close_connection = True
            handler.connection.sendall(raw)

        return send

    return first(*map(sent, answers))


def page(raw: bytes | str = STATEMENT, **headers: str) -> Answer:
    """Return an answer with content."""
    content = raw if isinstance(raw, bytes) else raw.encode()
    return lambda handler: handler.send(content, **headers)


def truncated(handler: Handler) -> None:
    """Promise more than is sent."""
    handler.send(STATEMENT.encode()[:300], length=len(STATEMENT))


def dripping(handler: Handler) -> None:
    """Send a byte now and then, for as long as somebody listens."""
    handler.send(b"", length=100_000)
    for _ in range(200):
        time.sleep(0.02)
        handler.wfile.write(b".")
        handler.wfile.flush()


def endless(start: bytes, again: bytes, *, pause: float = 0) -> Answer:
    """Return an answer of raw bytes: `start`, then `again` and again, for as long as somebody listens."""

    def send(handler: Handler) -> None:
        handler.close_connection = True
        handler.connection.sendall(start)
        for _ in range(20_000):  # "for ever", but for a client that never leaves
            handler.connection.sendall(again)
            time.sleep(pause)

    return send


def bomb(handler: Handler) -> None:
    """Send 20 MB in 90 KB."""
    handler.send(BOMB, Content_Encoding="gzip")
