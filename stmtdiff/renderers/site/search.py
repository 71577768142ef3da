"""The search of a site: all sentences inside one page, so that it works without a server and without a network."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stmtdiff.renderers.site.frame import Way, page
from stmtdiff.renderers.visible import visible


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence is: the position of its release among all of the site, and its paragraph there."""

    release: int
    paragraph: str


def search_page(
    ways: Sequence[Way], releases: Sequence[tuple[str, str, str]], said: Iterable[tuple[str, Place]]
) -> str:
    """Return the page that searches in what is `said`: sentences with their places, in the order of the releases.

    `releases` have the title of their series, their day and their page. A sentence that is in many releases is
    kept once, with all of its places.
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for sentence, place in said:
        found.setdefault(visible(sentence), []).append((place.release, place.paragraph))
    held = {"releases": releases, "said": list(found.items())}
    return page(
        "site/search.html.jinja",
        title="Search",
        ways=ways,
        script="site/search.js",
        held=_harmless(json.dumps(held, ensure_ascii=False, separators=(",", ":"))),
        lede=f"{len(found)} sentences of {len(releases)} releases, each kept once.",
    )


def _harmless(text: str) -> object:
    """Return JSON as it can stand inside an element: no sign in it begins or ends markup."""
    from markupsafe import Markup

    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))
