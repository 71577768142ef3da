"""Find the releases that a feed or a listing page names."""

import datetime
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from stmtdiff.errors import FetchError


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a source names: its title, its address, and its date where the source says one."""

    title: str
    address: str
    date: datetime.date | None = None


def read_feed(raw: bytes, *, base: str) -> tuple[Entry, ...]:
    """Return the entries of an RSS or Atom feed, in its own order.

    Raises:
        FetchError: when `raw` is not a feed.
    """
    import feedparser

    try:
        feed = feedparser.parse(raw, response_headers={"content-location": base})
    except Exception as error:  # it has no error of its own, and breaks down on some that are damaged
        raise FetchError(f"the feed cannot be read: {error}", path=base, hint="open it in a browser") from error
    if not feed.get("version"):
        raise FetchError("this is not a feed", path=base, hint="a listing page needs a selector")
    found = ((entry, _joined(base, entry.get("link", ""))) for entry in feed.entries)
    return tuple(Entry(_line(entry.get("title", "")), address, _day(entry)) for entry, address in found if address)


def read_listing(raw: bytes, *, base: str, selector: str = "a") -> tuple[Entry, ...]:
    """Return the links of a page that `selector` finds: themselves, or inside what it finds.

    Raises:
        FetchError: when the selector is none, or finds no link.
    """
    from cssselect import SelectorError
    from lxml import html
    from lxml.etree import LxmlError

    try:
        page = html.document_fromstring(raw, base_url=base)
        found = page.cssselect(selector)
    except (SelectorError, LxmlError, ValueError) as error:
        raise FetchError(f"the listing cannot be read: {error}", path=base, hint="check the selector") from error
    links = {link: _joined(base, link.get("href", "")) for element in found for link in element.iter("a")}
    links = {link: address for link, address in links.items() if address}
    if not links:
        raise FetchError(f"the selector '{selector}' finds no link", path=base, hint="has the page changed?")
    return tuple(dict.fromkeys(Entry(_line(link.text_content()), address) for link, address in links.items()))


def _joined(base: str, reference: str) -> str:
    """Return the address that `reference` means on the page `base`; nothing when it means none."""
    try:
        return urljoin(base, reference.strip()) if reference.strip() else ""
    except ValueError:  # a bracket that is never closed
        return ""


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _day(entry: dict[str, Any]) -> datetime.date | None:
    """Return the day of an entry, published or else updated; None when it says none that can be read."""
    told = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")  # feedparser's own get warns
    try:
        return datetime.date(told.tm_year, told.tm_mon, told.tm_mday) if told else None
    except ValueError:  # the year 0
        return None
