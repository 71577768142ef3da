"""Read the statement in a web page.

The ugly case: the page of a two-paragraph statement contains four menus, a breadcrumb trail, a share
bar and "Last Update"; its numbered paragraphs are rows of a layout table, and half of its headings
are only set in bold. Which part of the page is the statement is found (`pageplace`), or named by
the caller's CSS selector; either way the page itself is then walked here (`pagewalk`), by what it says of
its lists, tables and breaks.
"""

import re
from typing import Any

from stmtdiff.errors import LoadError
from stmtdiff.languages.english_press import EXCUSES
from stmtdiff.loaders.decoding import declared_in, decode
from stmtdiff.loaders.pagenotes import take_notes
from stmtdiff.loaders.pageplace import find_place
from stmtdiff.loaders.pagewalk import Walk
from stmtdiff.loaders.reading import Reading
from stmtdiff.settings import AS_USUAL, ReadOptions

VERSION = "2"

_SHORT = 400  # words; a statement of that length may quote what a server says
_EXCUSE = re.compile(EXCUSES, re.IGNORECASE)
_DECLARATION = re.compile(r"(?:<\?xml\b[^>]*(?:>\s*|\Z))+")  # some pages have two, or one that is not closed


def read(raw: bytes, options: ReadOptions = AS_USUAL) -> Reading:
    """Return the text of the statement in the page `raw`: what the selector finds, else the main part.

    Raises:
        LoadError: when the selector is wrong or matches nothing, or the page has no body.
    """
    text, doubts = decode(raw, declared=declared_in(raw))
    text = text.strip()
    if declaration := _DECLARATION.match(text):  # only where it can stand; searched for, a run of blanks takes for ever
        text = text[declaration.end() :].strip()
    page = _parsed(text)
    if options.selector:
        chosen = _selected(page, options.selector)
        notes = take_notes(page, chosen)
        walk = Walk(options.limits.letters, original=options.original)
    else:
        if page.find("body") is None:
            raise _without_body(page)
        notes = take_notes(page)
        place = find_place(page)
        chosen, doubts = [page], (*doubts, *place.doubts)
        walk = Walk(options.limits.letters, kept=place.kept, original=options.original)
    for element in chosen:
        walk.visit(element)
    return _judged(walk.finish(page.findtext(".//title") or "", notes, doubts))


def _judged(reading: Reading) -> Reading:
    """Return `reading`, with a doubt when it is short and says what stands in place of a statement."""
    excuse = _EXCUSE.search(reading.text) if reading.text.count(" ") < _SHORT else None
    if excuse is None:
        return reading
    return reading._replace(doubts=(*reading.doubts, f"This may not be a statement: the page says '{excuse[0]}'."))


def _parsed(text: str) -> Any:
    """Return the tree of a page; one without any element gets an empty paragraph.

    Raises:
        LoadError: when the page is nested so deep that its rest would be lost, as where no <font> is ever closed.
    """
    import lxml.html
    from lxml.etree import ErrorTypes, ParserError

    parser = lxml.html.HTMLParser()
    try:
        page = lxml.html.document_fromstring(text or "<p></p>", parser=parser)
    except ParserError:  # a doctype or a comment, and nothing else
        return lxml.html.document_fromstring("<p></p>")
    if parser.error_log.filter_from_errors().filter_types(ErrorTypes.ERR_RESOURCE_LIMIT):
        raise LoadError(
            "this page is nested too deeply: its end could not be read",
            hint="save the statement itself as text",
        )
    return page


def _selected(page: Any, selector: str) -> list[Any]:
    from cssselect import SelectorError
    from lxml.cssselect import CSSSelector
    from lxml.etree import LxmlError

    try:
        found = CSSSelector(selector)(page)
    except (SelectorError, ValueError, LxmlError):  # also what is CSS and stands for no element: p::before
        raise LoadError(
            f"'{selector}' is not a CSS selector for elements", hint="for example: --selector '#article'"
        ) from None
    if not found:
        raise LoadError(
            f"the selector '{selector}' matches nothing", hint="look at the page's source for the right one"
        )
    inside = set(found)
    return [element for element in found if not any(above in inside for above in element.iterancestors())]


def _without_body(page: Any) -> LoadError:
    """Return what to say of a page that has a head at most, or whose text stands in another page."""
    fresh = page.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh') = 'refresh']")
    if fresh:
        return LoadError("this page only points to another page, which has the text", hint="name that page")
    if page.find(".//frame") is not None:
        return LoadError(
            "this page only shows other pages in frames, and they have the text", hint="name the page in the frame"
        )
    return LoadError("this page has no text", hint="was the download complete?")
