"""Read the statement in a web page.

The ugly case: the page of a two-paragraph statement holds four menus, a breadcrumb trail, a share
bar and "Last Update"; its numbered paragraphs are rows of a layout table, and half of its headings
are only set in bold. Which part of the page is the statement is found by trafilatura, or named by
the caller's CSS selector; either tree is then walked here, because trafilatura's own plain text
runs the cells of a table into one paragraph.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from stmtdiff.errors import LoadError
from stmtdiff.loaders.decoding import decode
from stmtdiff.loaders.pagenotes import RETURN, PageNote, mark_page_notes, take_notes
from stmtdiff.loaders.reading import Reading
from stmtdiff.loaders.writing import Writer, count_letters, superscript
from stmtdiff.settings import AS_USUAL, ReadOptions

VERSION = "1"

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"<\?xml[^>]*\?>")
_START = re.compile(r"-?\d{1,9}", re.ASCII)  # of a list; browsers take what needs more than 32 bits for 1
_SPACE = re.compile("[ \t\n\r\f]+")  # the white space that a browser folds; no-break spaces stay
_BLOCKS = frozenset(
    {
        *("p", "div", "section", "article", "main", "body", "header", "quote", "blockquote", "ab", "address", "center"),
        *("list", "ul", "ol", "dl", "dt", "dd", "table", "tbody", "thead", "tfoot", "figure", "figcaption", "hr"),
    }
)
_UNSEEN = frozenset({"script", "style", "noscript", "template", "nav", "form", "button", "svg", "footer", "aside"})
_BOLD = frozenset({"b", "strong", "u", "#b", "#u"})  # how headings are set on pages that mark none; "#": trafilatura
_SHORT_CELL = 60


def read(raw: bytes, options: ReadOptions = AS_USUAL) -> Reading:
    """Return the text of the statement in the page `raw`: what the selector finds, else the main part.

    Raises:
        LoadError: when the selector is wrong or matches nothing, or the page has no body.
    """
    declared = _CHARSET.search(raw[:2048])
    text, doubts = decode(raw, declared=declared[1].decode("ascii") if declared else None)
    text = text.strip()
    if declaration := _DECLARATION.match(text):  # only where it can stand; searched for, a run of blanks takes for ever
        text = text[declaration.end() :].strip()
    page = _parsed(text)
    walk = _Walk(options.limits.letters)
    if options.selector:
        chosen = _selected(page, options.selector)
        notes = take_notes(page, chosen)
        for element in chosen:
            walk.visit(element)
    else:
        notes = take_notes(page)
        body, more = _main_part(page, _written(page) if notes else text)
        doubts = (*doubts, *more)
        walk.visit(body)
    return walk.finish(page.findtext(".//title") or "", notes, doubts)


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
            "this page is nested deeper than it can be read, and its end would be lost",
            hint="save the statement itself as text",
        )
    return page


def _written(page: Any) -> str:
    from lxml.html import tostring

    return str(tostring(page, encoding="unicode"))


def _selected(page: Any, selector: str) -> list[Any]:
    from cssselect import SelectorError
    from lxml.cssselect import CSSSelector
    from lxml.etree import LxmlError

    try:
        found = CSSSelector(selector)(page)
    except (SelectorError, ValueError, LxmlError):  # also what is CSS and stands for no element: p::before
        raise LoadError(
            f"'{selector}' is not a CSS selector of elements", hint="for example: --selector '#article'"
        ) from None
    if not found:
        raise LoadError(
            f"the selector '{selector}' matches nothing", hint="look at the page's source for the right one"
        )
    inside = set(found)
    return [element for element in found if not any(above in inside for above in element.iterancestors())]


def _main_part(page: Any, text: str) -> tuple[Any, tuple[str, ...]]:
    """Return the tree of the statement, and a doubt when the whole page had to be taken."""
    from trafilatura import bare_extraction

    found = bare_extraction(
        text,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        favor_recall=True,
        with_metadata=False,
    )
    body = getattr(found, "body", None)
    if body is not None and "".join(body.itertext()).strip():
        return body, ()
    whole = page.find("body")
    if whole is None:
        raise _without_body(page)
    return whole, ("The main text of the page was not found; all of the page was read.",)


def _without_body(page: Any) -> LoadError:
    """Return what to say of a page that has a head at most, or whose text stands in another page."""
    fresh = page.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh') = 'refresh']")
    if fresh:
        return LoadError("this page only points to another one, which holds the text", hint="name that page")
    if page.find(".//frame") is not None:
        return LoadError(
            "this page only frames other pages, which hold the text", hint="name the page that stands in the frame"
        )
    return LoadError("this page has no body with text in it", hint="was the download complete?")


class _Walk:
    """One walk through a tree of HTML or of trafilatura's own elements."""

    def __init__(self, limit: int) -> None:
        self._writer = Writer(limit)
        self._parts: list[tuple[str, bool]] = []  # the text of the block that is open, and what of it is bold
        self._label = ""
        self._depth = 0
        self._counts: dict[Any, int] = {}  # of the items of each ordered list

    def visit(self, element: Any, is_bold: bool = False) -> None:
        """Take in `element` with all that is in it, without the text behind it."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _UNSEEN or not tag:
            return
        level = _heading_level(element, tag)
        if level:
            self._heading(element, level)
        elif tag in {"item", "li"}:
            self._item(element)
        elif tag in {"row", "tr"}:
            self._row(element)
        elif tag in {"lb", "br"}:
            self._add("\n", is_bold=is_bold)
        elif tag == "sup" or element.get("rend") == "#sup":
            self._raised(element)
        elif tag == "pre":
            self.flush()
            self._writer.add("".join(element.itertext()))
        else:
            is_block = tag in _BLOCKS
            if is_block:
                self.flush()
            self._inside(element, is_bold or tag in _BOLD or element.get("rend") in _BOLD)
            if is_block:
                self.flush()

    def flush(self) -> None:
        """End the block that is open."""
        breaks = [index for index, (part, _) in enumerate(self._parts) if part == "\n"]
        edges = pairwise([-1, *breaks, len(self._parts)])
        lines = [_line(self._parts[start + 1 : end]) for start, end in edges]
        self._parts = []
        lines = [(RETURN.sub("", text), bold) for text, bold in lines]
        if self._depth or self._label:
            self._write_item("\n".join(text for text, _ in lines))
        else:
            self._writer.add_lines(lines)

    def finish(self, title: str, notes: Sequence[PageNote], doubts: tuple[str, ...]) -> Reading:
        """Return what was read, with the title and the notes marked."""
        self.flush()
        mark_page_notes(self._writer, notes)
        for index, text in enumerate(self._writer.texts()[:4]):
            is_named = len(text) > 8 and text.lower() in _folded(title).lower()
            if self._writer.kind(index) == "heading" and (is_named or index == 0):
                self._writer.mark(index, "title")
                break
        return self._writer.reading(doubts)

    def _write_item(self, text: str) -> None:
        if text.strip():
            level = str(self._depth)
            kind: Any = "item" if self._depth else None
            self._writer.add(self._label + text.lstrip(), kind=kind, value=level, indent=4 * max(0, self._depth - 1))
            self._label = ""

    def _add(self, text: str | None, *, is_bold: bool) -> None:
        if text:
            self._parts.append((text if text == "\n" else text.replace("\n", " "), is_bold))

    def _inside(self, element: Any, is_bold: bool) -> None:
        self._add(_folded(element.text), is_bold=is_bold)
        for child in element:
            self.visit(child, is_bold)
            self._add(_folded(child.tail), is_bold=is_bold)

    def _heading(self, element: Any, level: str) -> None:
        self.flush()
        text = _folded("".join(element.itertext())).strip()
        self._writer.add(text, kind="heading", value=level)

    def _item(self, element: Any) -> None:
        self.flush()
        label, self._depth = self._label, self._depth + 1
        self._label = f"{self._number(element)} "
        self._inside(element, False)
        self.flush()
        self._label, self._depth = label, self._depth - 1

    def _number(self, item: Any) -> str:
        """Return what is printed before a list item: its number in an ordered list, else a dash."""
        parent = item.getparent()
        if parent is None or not (parent.tag == "ol" or parent.get("rend") == "ol"):
            return "-"
        start = parent.get("start", "").strip()
        first = int(start) if _START.fullmatch(start) else 1
        self._counts[parent] = self._counts.get(parent, first - 1) + 1
        return f"{self._counts[parent]}."

    def _raised(self, element: Any) -> None:
        self._add(superscript("".join(element.itertext()).strip()), is_bold=False)

    def _row(self, row: Any) -> None:
        """Write a row of short cells as one paragraph, of long cells as one each; a number joins its text."""
        self.flush()
        cells = [cell for cell in row if cell.tag in {"cell", "td", "th"}]
        texts = [_folded("".join(cell.itertext())).strip() for cell in cells]
        if all(len(text) <= _SHORT_CELL for text in texts) and not any(len(cell) for cell in cells):
            self._writer.add("\t".join(text for text in texts if text))
            return
        last = max((index for index, text in enumerate(texts) if text), default=0)
        for index, (cell, text) in enumerate(zip(cells, texts, strict=True)):
            if index < last and re.fullmatch(r"\(?\w{1,4}[.)]|\d{1,3}", text):
                self._label = f"{text} "
                continue
            self._inside(cell, False)
            self.flush()


def _folded(text: str | None) -> str:
    return _SPACE.sub(" ", text or "")


def _line(parts: list[tuple[str, bool]]) -> tuple[str, int]:
    """Return the text of a line and how many of its characters, spaces aside, are bold."""
    bold = sum(count_letters(part) for part, is_bold in parts if is_bold)
    return _folded("".join(part for part, _ in parts)), bold


def _heading_level(element: Any, tag: str) -> str:
    """Return "1" to "6" for a heading, "" for anything else; trafilatura keeps the tag in ``rend``."""
    name = element.get("rend", "h2") if tag == "head" else tag
    return name[1] if re.fullmatch(r"h[1-6]", name) else ""
