"""Look at an address before anybody connects to it.

The ugly case: a page on a public host redirects to http://169.254.169.254/, where a cloud machine
keeps its keys; or its name leads to a public address when it is checked and to 127.0.0.1 when it is
connected to. So a name is looked up once, and the connection goes to the address that was checked.
"""

import ipaddress
import re
import socket
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from stmtdiff.errors import FetchError

_SECRET = re.compile(r"//[^/\s]*@")
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address in parts; `target` is the path with its query, as it is asked for."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Return scheme, host and port, the port only where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" if self.port == _PORTS[self.scheme] else f"{self.scheme}://{host}:{self.port}"

    def __str__(self) -> str:
        """Return the address as it is written."""
        return self.origin + self.target

    def joined(self, reference: str) -> "Address":
        """Return what `reference`, relative or not, means on this page.

        Raises:
            FetchError: when it means no address that can be fetched.
        """
        try:
            return read_address(urljoin(str(self), reference.strip()))
        except ValueError:  # a bracket that is never closed
            return read_address(reference)


def read_address(text: str) -> Address:
    """Return the parts of `text`.

    Raises:
        FetchError: when it is no address of a web page, or carries a name and a password.
    """
    try:
        url = parse_url(urldefrag(text.strip()).url)
    except (LocationParseError, ValueError) as error:
        raise FetchError("this is not a web address", path=masked(text), hint="it begins with https://") from error
    if url.scheme not in _PORTS or not url.host:
        raise FetchError("only http and https addresses are fetched", path=masked(text), hint="name a file instead")
    if url.auth:
        raise FetchError("the address contains a user name or a password", path=url.host, hint="fetch it by hand")
    return Address(url.scheme, url.host.strip("[]"), url.port or _PORTS[url.scheme], url.request_uri)


def masked(text: str) -> str:
    """Return what may be an address without the name and password that it may carry, as it can be shown.

    >>> masked("ftp://me:secret@forum.example/a")
    'ftp://...@forum.example/a'
    """
    return _SECRET.sub("//...@", text)


def look_up(address: Address, *, is_allowed: bool) -> str:
    """Return the IP address to connect to: the first public one, or the first of all if the host `is_allowed`.

    Raises:
        FetchError: when the name leads nowhere, or only to private addresses.
    """
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(
            f"the host {address.host} was not found", path=str(address), hint="check the spelling and the network"
        ) from error
    numbers = [str(entry[4][0]) for entry in found]
    for number in numbers:
        if is_allowed or is_public(number):
            return number
    raise FetchError(
        f"{address.host} is a private address ({numbers[0]})",
        path=str(address),
        hint="allow it with STMTDIFF_ALLOW_HOSTS",
    )


def is_public(number: str) -> bool:
    """Say whether an IP address belongs to the public internet.

    >>> is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("9.9.9.9")
    (False, False, True)
    """
    ip = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1]) or _translated(ip)
        if inner:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def _translated(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address inside one of RFC 6052's well-known prefix, 64:ff9b::/96."""
    is_inside = ip in ipaddress.IPv6Network("64:ff9b::/96")
    return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if is_inside else None
