"""What the elements of a web page are to a reader of its text: what parts paragraphs, and what is never shown."""

import re
from typing import Any

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | {
    *("p", "div", "section", "article", "main", "body", "header", "footer", "aside", "quote", "blockquote", "ab"),
    *("address", "center", "ul", "ol", "menu", "li", "dl", "dt", "dd", "table", "caption", "tbody", "thead", "tfoot"),
    *("tr", "td", "th", "figure", "figcaption", "hr", "form", "fieldset", "legend", "details", "summary", "pre"),
    *("dialog", "hgroup", "html"),
}
"""Elements that begin and end a paragraph."""
_UNSEEN = frozenset(
    {
        *("script", "style", "noscript", "template", "nav", "button", "svg", "select", "textarea", "input", "datalist"),
        *("option", "label", "iframe", "object", "audio", "video", "canvas", "map", "head", "title", "rt", "rp"),
    }
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STRUCK = frozenset({"del", "s", "strike"})
_STRUCK_STYLE = re.compile(r"text-decoration[^;]*:[^;]*line-through", re.IGNORECASE)
_PARTS_OF_PAGE = frozenset({"navigation", "search"})  # roles that say that an element is no text of the page
_SPACE = re.compile("[ \t\n\r\f]+")  # the white space that a browser folds; no-break spaces stay


def folded(text: str | None) -> str:
    """Return `text` with its white space folded as a browser does."""
    return _SPACE.sub(" ", text or "")


def is_unseen(element: Any) -> bool:
    """Say whether an element is no text that a reader of the page sees: a script, a menu, what is hidden, a comment."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return True
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")):
        return True
    return element.get("role") in _PARTS_OF_PAGE


def is_struck(element: Any) -> bool:
    """Say whether an element is struck out: text that is no longer one."""
    return element.tag in _STRUCK or _STRUCK_STYLE.search(element.get("style", "")) is not None
