"""How long, how much and how often."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one client. Times are in seconds, `size` in bytes after decompression.

    Args:
        connect, read: the longest silence when connecting and between two pieces of an answer.
        total: the longest that one page may take, with the robots.txt, redirects and repeated requests before it,
            and without the pauses below. Only looking up a host's name is the system's, and has its own limits.
        wait: the longest that a server's Retry-After or a Crawl-delay is obeyed by waiting; a longer one is an error.
        pause: the least time between two requests to one host.
    """

    connect: float = 10
    read: float = 20
    total: float = 60
    wait: float = 60
    pause: float = 1
    size: int = 100_000_000
    redirects: int = 5
    retries: int = 3
