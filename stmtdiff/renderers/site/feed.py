"""A feed of changes: Atom (RFC 4287), an entry for each pair of releases, with links from the feed's own place."""

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from stmtdiff.renderers import base

_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "tag:stmtdiff,2026:site")
_NEVER = re.compile("[\ufffe\uffff]")  # what no document of XML may hold (https://www.w3.org/TR/xml/#charsets)


@dataclass(frozen=True, slots=True)
class Change:
    """What changed at a release: its day as "YYYY-MM-DD", a title, the page it leads to, its news in words."""

    day: str
    title: str
    href: str
    told: str


def feed(id: str, title: str, author: str, changes: Sequence[Change]) -> str:  # noqa: A002  # Atom's own word
    """Return the feed of the series `id`; `changes` are the newest first.

    The ids are made of the series and the day alone, so a reader sees an entry once, on whatever host and however
    often the site was made. Its times are the days of the releases.
    """
    entries = [(_id(f"{id}/{one.href}"), one) for one in changes]
    text = (
        base.environment()
        .from_string(base.read("site/feed.xml.jinja"))
        .render(
            id=_id(id),
            title=title,
            author=author,
            updated=changes[0].day if changes else "1970-01-01",
            entries=entries,
        )
    )
    return _NEVER.sub("\ufffd", text)


def _id(name: str) -> str:
    return uuid.uuid5(_SPACE, name).urn
