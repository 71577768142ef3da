"""Read documents in XML: Akoma Ntoso of parliaments, the bills of the United States, and what is built alike.

Vocabularies are many and their shapes few: an element with text of its own is a paragraph, one without is what holds
paragraphs; a number, a heading and a note have names that say so. Nothing is known of other XML: its texts are read
as paragraphs, with a doubt.
"""

import re
from collections.abc import Iterator
from typing import Any

from stmtdiff.errors import LoadError
from stmtdiff.loaders.reading import Reading
from stmtdiff.loaders.wrapping import parsed
from stmtdiff.loaders.writing import Writer, superscript
from stmtdiff.notemarks import bare
from stmtdiff.settings import AS_USUAL, ReadOptions

VERSION = "1"

_KNOWN = frozenset({"akomantoso", "bill", "resolution", "amendment-doc", "act", "uslm", "lawdoc", "pliteral"})
_UNPRINTED = frozenset({"meta", "metadata", "identification", "style", "script", "bib.instance", "dublincore"})
_NUMBERS = frozenset({"num", "enum", "no.p", "no.parag", "marker"})
_HEADINGS = frozenset({"heading", "subheading", "header", "head", "ti"})
_TITLES = frozenset({"doctitle", "official-title", "longtitle"})
_NOTES = frozenset({"authorialnote", "footnote"})
_ROWS = frozenset({"tr", "row"})
_PARAGRAPHS = frozenset({"p", "text", "td", "th", "entry", "block", *_HEADINGS, *_TITLES})
_BREAKS = frozenset({"br", "eol", "linebreak"})
_QUOTES = frozenset({"quote"})  # printed with marks that stand nowhere in the file
_LABEL = re.compile(r"\(?(?:\d{1,4}[a-z]?|[a-z]{1,2}|[ivxlcdm]{1,7})(?:\.\d{1,3})*[.)]{0,2}", re.IGNORECASE)
_DEEPEST = 9
_LONGEST_HEADING = 200


def read(raw: bytes, options: ReadOptions = AS_USUAL) -> Reading:
    """Return the text of the document in `raw`.

    Raises:
        LoadError: when it is no XML, or holds no text.
    """
    root = parsed(raw)
    walk = _Walk(options.limits.letters)
    walk.visit(root, 0)
    return walk.finish(() if _name(root) in _KNOWN else (_unknown(root),))


def _unknown(root: Any) -> str:
    return f"This kind of XML is not known ({_name(root)[:40]}); the texts of its elements were read."


def _name(element: Any) -> str:
    """Return the name of an element without its namespace, in small letters; "" for what is no element."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


class _Walk:
    """Goes through a document in the order of its text."""

    def __init__(self, limit: int) -> None:
        self._writer = Writer(limit)
        self._label = ""
        self._notes: list[tuple[str, Any]] = []

    def visit(self, element: Any, depth: int) -> None:
        """Write `element`, which stands in `depth` others."""
        name = _name(element)
        if not name or name in _UNPRINTED or name in _BREAKS:
            return
        if name in _NUMBERS:
            self._number(_flat("".join(self._inline(element))))
        elif name in _ROWS:
            cells = [_flat("".join(self._inline(cell))) for cell in element]
            self._write("\t".join(filter(None, cells)), "", depth)
        elif name in _NOTES:
            self._note(element)
        elif len(element) == 1 and _name(element[0]) in _TITLES and not _has_words(element):
            self.visit(element[0], depth)
        elif _is_paragraph(element, name):
            self._paragraph(element, name, depth)
        else:
            for inner in element:
                self.visit(inner, depth + 1)

    def finish(self, doubts: tuple[str, ...]) -> Reading:
        """Write the notes, and return all of it.

        Raises:
            LoadError: when there is no text.
        """
        self._flush()
        for mark, note in self._notes:  # a note in a note is added while this runs
            text = _flat("".join(self._inline(note)))
            self._writer.add(f"{mark} {text}".strip(), kind="note", value=bare(mark))
        if not self._writer.texts():
            raise LoadError("there is no text in this XML", hint="name the file with the statement")
        return self._writer.reading(doubts)

    def _number(self, text: str) -> None:
        """Keep a number for the text that it stands before; one that still waits is a line by itself."""
        self._flush()
        self._label = text

    def _flush(self) -> None:
        if self._label:
            self._writer.add(self._label)
        self._label = ""

    def _paragraph(self, element: Any, name: str, depth: int) -> None:
        """Write the text of a paragraph; blocks inside it part it."""
        parts: list[str] = [element.text or ""]
        for inner in element:
            if _holds_blocks(inner):
                self._write("".join(parts), name, depth)
                self.visit(inner, depth + 1)
                parts = []
            else:
                parts += self._inline_of(inner)
            parts.append(inner.tail or "")
        self._write("".join(parts), name, depth)

    def _write(self, text: str, name: str, depth: int) -> None:
        text = "\t".join(_flat(cell) for cell in text.split("\t")) if name == "" else _flat(text)
        if not text:
            return
        label, self._label = self._label, ""
        if label and not _LABEL.fullmatch(label):
            label, text = "", f"{label} {text}"
        if name in _TITLES:
            self._writer.add(text, kind="title", value="1", label=label)
        elif name in _HEADINGS and len(text) <= _LONGEST_HEADING:
            self._writer.add(text, kind="heading", value=str(min(max(depth, 1), _DEEPEST)), label=label)
        else:
            self._writer.add(text, label=label)

    def _inline(self, element: Any) -> Iterator[str]:
        """Yield the text inside `element`, of notes only the marks."""
        yield element.text or ""
        for inner in element:
            yield from self._inline_of(inner)
            yield inner.tail or ""

    def _inline_of(self, element: Any) -> Iterator[str]:
        name = _name(element)
        if name in _NOTES:
            yield self._note(element)
        elif name in _BREAKS:
            yield " "
        elif name in {"sup", "superscript"}:
            yield superscript("".join(self._inline(element)))
        elif name not in _UNPRINTED:
            first, last = (
                ("“", "”") if name in _QUOTES else (element.get("startQuote", ""), element.get("endQuote", ""))
            )
            yield first
            yield from self._inline(element)
            yield last

    def _note(self, element: Any) -> str:
        """Keep a note for the end, and return the mark that stands in the text."""
        told = element.get("marker") or str(len(self._notes) + 1)
        mark = superscript(told) if superscript(told) != told else f"[{told.strip('[]() ')}]"
        self._notes.append((mark, element))
        return mark


def _flat(text: str) -> str:
    return " ".join(text.split())


def _is_paragraph(element: Any, name: str) -> bool:
    """Say whether an element is a paragraph: by its name, or by text of its own between its elements."""
    return name in _PARAGRAPHS or _has_words(element)


def _has_words(element: Any) -> bool:
    return any((text or "").strip() for text in (element.text, *(inner.tail for inner in element)))


def _holds_blocks(element: Any) -> bool:
    """Say whether an element inside a paragraph is none of its words but paragraphs of its own."""
    if _name(element) in _NOTES:
        return False
    return _name(element) in {"p", "table", *_ROWS} or any(
        _name(inner) in {"p", "text", *_NUMBERS, *_ROWS} for inner in element.iter()
    )
