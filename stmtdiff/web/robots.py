"""What a host lets programs fetch (RFC 9309)."""

from collections.abc import Callable

from protego import Protego

from stmtdiff.errors import FetchError
from stmtdiff.web.address import Address, read_address

_LONGEST = 500_000  # bytes of a robots.txt that are looked at, as RFC 9309 asks at least


class Robots:
    """The robots.txt of every host, each read once; `ask` fetches one: (status, bytes)."""

    def __init__(self, ask: Callable[[Address], tuple[int, bytes]], agent: str) -> None:
        self._ask = ask
        self._agent = agent
        self._known: dict[str, Protego] = {}

    def check(self, address: Address) -> None:
        """Do nothing when `address` may be fetched.

        Raises:
            FetchError: when the host asks programs to keep out, or cannot say whether it does.
        """
        if not self._rules(address).can_fetch(str(address), self._agent):
            raise FetchError(
                f"{address.host} asks programs not to fetch this page (robots.txt)",
                path=str(address),
                hint="download it by hand and use stmtdiff add",
            )

    def delay(self, address: Address) -> float:
        """Return the seconds that the host wants between two requests; 0 when it does not say."""
        return float(self._rules(address).crawl_delay(self._agent) or 0)

    def _rules(self, address: Address) -> Protego:
        if address.origin not in self._known:
            self._known[address.origin] = Protego.parse(self._text(address))
        return self._known[address.origin]

    def _text(self, address: Address) -> str:
        """Return the host's rules: none when it has no such page, for then everything is allowed."""
        try:
            status, raw = self._ask(read_address(address.origin + "/robots.txt"))
        except FetchError as error:
            error.path = str(address)  # what the reader asked for
            raise
        if status >= 500:
            raise FetchError(
                f"{address.host} cannot say what programs may fetch (robots.txt: {status})",
                path=str(address),
                hint="try again later",
            )
        return raw[:_LONGEST].decode("utf-8", "replace") if status < 300 else ""
