"""Make the pages that tell of the whole site: the first page, the search, who says what, a feed for each series."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from stmtdiff.model import Statement
from stmtdiff.phrases import compile_phrase
from stmtdiff.renderers import render
from stmtdiff.renderers.anchors import ids_of
from stmtdiff.renderers.site.feed import feed
from stmtdiff.renderers.site.frame import Way, framed
from stmtdiff.renderers.site.front import front_page
from stmtdiff.renderers.site.search import Place, search_page
from stmtdiff.site.facts import changes_of, summary_of
from stmtdiff.site.planning import Site, file_of
from stmtdiff.site.published import Published, readings
from stmtdiff.timeline.grid import matrix_of
from stmtdiff.timeline.phrase_life import histories_of

INDEX, SEARCH, WHO = "index.html", "search.html", "who-says-what.html"
_SHARED = 16  # phrases that are shown of all series, those first that several of them say
_UP = (Way("All releases", INDEX),)
Records = Mapping[str, Mapping[str, Any]]


def front_files(site: Site) -> list[str]:
    """Return the paths of the pages that are made here; who says what is asked of two series with text or more."""
    open_ones = [one for one in site.series if one.shows_text]
    files = [INDEX, *(f"{one.id}/feed.xml" for one in site.series)]
    return files + ([SEARCH] if open_ones else []) + ([WHO] if len(open_ones) > 1 else [])


def front_of(site: Site, records: Records) -> dict[str, str]:
    """Return the pages that tell of the whole site, by their paths; `records` are those of its parts, by name."""
    files = front_files(site)
    summaries = [summary_of(one, records) for one in site.series]
    more = [Way("Who says what: phrases across the series", WHO)] if WHO in files else []
    pages = {INDEX: front_page(_title(site), summaries, search=SEARCH if SEARCH in files else "", more=more)}
    for one, summary in zip(site.series, summaries, strict=True):
        author = (one.known.publisher if one.known else "") or one.title
        pages[f"{one.id}/feed.xml"] = feed(one.id, f"{one.title}: changes", author, changes_of(one, summary.dots))
    if SEARCH in files:
        pages[SEARCH] = search_page(_UP, _listed(site), _said(site))
    if WHO in files:
        pages[WHO] = framed(_who(site, records), _UP)
    return pages


def _title(site: Site) -> str:
    if site.title:
        return site.title
    return site.series[0].title if len(site.series) == 1 else f"Statements of {len(site.series)} series"


def _listed(site: Site) -> list[tuple[str, str, str]]:
    """Return the releases with published text: the title of the series, the day, the page."""
    open_ones = [one for one in site.series if one.shows_text]
    return [(one.title, text.name, f"{one.id}/{file_of(text)}") for one in open_ones for text in one.texts]


def _said(site: Site) -> Iterator[tuple[str, Place]]:
    """Yield all published sentences with their places, in the order of the list of releases."""
    release = 0
    for one in site.series:
        if not one.shows_text:
            continue
        for reading in readings(one, site.options)[0]:
            if reading.statement is not None:
                yield from _sentences(reading.statement, release)
            release += 1


def _sentences(statement: Statement, release: int) -> Iterator[tuple[str, Place]]:
    for paragraph, name in zip(statement.paragraphs, ids_of(statement), strict=True):
        for sentence in paragraph.sentences:
            yield sentence.span.of(statement.text), Place(release, name)


def _who(site: Site, records: Records) -> str:
    """Return the matrix of phrases across the series whose text is published."""
    series = [one for one in site.series if one.shows_text]
    compiled = [compile_phrase(phrase) for phrase in _candidates(site, series, records)]
    lives = [
        histories_of(readings(one, site.options)[0], compiled, series=one.id, settings=site.settings) for one in series
    ]
    rows = [[own[at] for own in lives] for at in range(len(compiled))]
    asked, found = rows[: len(site.phrases)], rows[len(site.phrases) :]
    found.sort(key=lambda row: -sum(any(entry.holds for entry in history.entries) for history in row))
    # A phrase's series stand side by side: that is what is compared.
    shown = [history for row in (asked + found)[:_SHARED] for history in row]
    pages = {text.reference: f"{one.id}/{file_of(text)}" for one in series for text in one.texts}
    own = {
        (one.id, told["phrase"]): f"{one.id}/{told['file']}"
        for one in series
        for told in records.get(f"{one.id}/phrases", {}).get("phrases", ())
    }
    return render(matrix_of(shown), "html", pages=pages, lives=own)


def _candidates(site: Site, series: Sequence[Published], records: Records) -> list[str]:
    """Return the phrases that were asked for, then those that have a page in some series, of each in turn."""
    own = [[told["phrase"] for told in records.get(f"{one.id}/phrases", {}).get("phrases", ())] for one in series]
    found = [phrase for row in zip_longest(*own) for phrase in row if phrase is not None]
    return list(dict.fromkeys([*site.phrases, *found]))
