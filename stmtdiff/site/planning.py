"""Say of which parts a site is made, and by what each of them is known: a part is made again when its key changed.

A part is a page or several that are made together from the same texts. Its key is a digest of all that it is made from:
the version of stmtdiff, what was chosen, the facts of the series, the bytes of the texts. Nothing is parsed for it.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Literal

from stmtdiff import __version__
from stmtdiff.settings import AS_USUAL, ReadOptions, Settings
from stmtdiff.site.published import Published, Text, digest_of

SCHEMA = "stmtdiff-site/1"
Kind = Literal["release", "pair", "phrases"]


@dataclass(frozen=True, slots=True)
class Site:
    """What a site shows and how. It travels to other processes, so it holds values only.

    `title` is that of its first page, "" leaves it to the series; `phrases` are followed beside those that are found.
    """

    series: tuple[Published, ...]
    title: str = ""
    phrases: tuple[str, ...] = ()
    settings: Settings = field(default_factory=Settings)
    options: ReadOptions = AS_USUAL


@dataclass(frozen=True, slots=True)
class Part:
    """Pages that are made together: of a release (`at` is its position), of a pair (`old`, `at`), of a series' phrases.

    `series` is the position of the series in the site.
    """

    kind: Kind
    series: int
    name: str
    key: str
    at: int = 0
    old: int = 0


def parts_of(site: Site) -> tuple[Part, ...]:
    """Return the parts of a site in the order in which they are made, all but its first pages."""
    chosen = _chosen(site)
    return tuple(part for at, one in enumerate(site.series) for part in _parts(at, one, chosen))


def key_of_front(site: Site, parts: Sequence[Part]) -> str:
    """Return the key of the pages that are made from all parts: the index, the search, feeds."""
    return digest(_chosen(site), site.title, *(one.facts for one in site.series), *(part.key for part in parts))


def file_of(text: Text) -> str:
    """Return the file of a release's page, in the folder of its series."""
    return f"{text.name}.html"


def file_of_pair(old: Text, new: Text) -> str:
    """Return the file of the page of two releases, in the folder of their series."""
    return f"{old.name}--{new.name}.html"


def digest(*told: str) -> str:
    """Return a name for what was told, the same only for the same."""
    return hashlib.sha256("\0".join(told).encode("utf-8", "backslashreplace")).hexdigest()


def _chosen(site: Site) -> str:
    """Return all that was chosen for the site as a whole; of rule files their bytes count."""
    settings, options = replace(site.settings, rules=()), replace(site.options, allowed=frozenset())
    told = [SCHEMA, __version__, repr(settings), *(digest_of(path) for path in site.settings.rules)]
    told += ["", *site.phrases, "", repr(options)]
    return digest(*told)


def _parts(series: int, one: Published, chosen: str) -> Iterator[Part]:
    own = [digest(text.name, text.reference, text.digest, text.status, repr(text.release)) for text in one.texts]
    lost = one.comments_on_none  # the day in a text may be what they name: they count for all
    commented = [repr((one.comments_named(at), lost)) for at in range(len(one.texts))]
    upto = list(accumulate(own, digest))  # of a pair: how long its wordings stood is asked of all releases before
    later = dict(one.pairs)
    there = {new: old for old, new in one.pairs}
    for at, text in enumerate(one.texts):
        beside = [one.texts[other].name for other in (there.get(at, at), later.get(at, at))]
        around = [one.texts[other].name for other in (at - 1, at + 1) if 0 <= other < len(one.texts)]
        key = digest(chosen, one.facts, own[at], *beside, "", *around, "", commented[at])
        yield Part("release", series, f"{one.id}/{file_of(text)}", key, at)
    for old, new in one.pairs:
        after = one.texts[later[new]].name if new in later else ""
        key = digest(chosen, one.facts, upto[new], after, "", commented[old], commented[new])
        yield Part("pair", series, f"{one.id}/{file_of_pair(one.texts[old], one.texts[new])}", key, new, old)
    if one.shows_text and one.pairs:
        yield Part("phrases", series, f"{one.id}/phrases", digest(chosen, one.facts, upto[-1]))
