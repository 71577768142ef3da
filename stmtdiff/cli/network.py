"""How this program goes to the network: the clock, and the private hosts that the reader lets it ask."""

import datetime
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stmtdiff.web import Client

VARIABLE = "STMTDIFF_ALLOW_HOSTS"


def allowed_hosts() -> frozenset[str]:
    """Return the hosts that may be asked although their address is private: STMTDIFF_ALLOW_HOSTS, with commas."""
    return frozenset(filter(None, (name.strip() for name in os.environ.get(VARIABLE, "").split(","))))


def client() -> "Client":
    """Return a client with the usual limits."""
    from stmtdiff.web import Client

    return Client(allowed=allowed_hosts())


def now() -> datetime.datetime:
    """Return the time, in UTC and whole seconds."""
    return datetime.datetime.now(tz=datetime.UTC).replace(microsecond=0)
