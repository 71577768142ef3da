"""Walk through a text of Word's and return its paragraphs: the body of a document, or one of its notes.

What is not known is walked through as if it were not there, and only what prints gives text: so
nothing is lost inside a link, a content control, or whatever Word thinks of next.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from stmtdiff.loaders.docx.equations import joined, linear
from stmtdiff.loaders.docx.fields import Fields, worked_out
from stmtdiff.loaders.docx.names import COVER, child, is_on, kind, said, value
from stmtdiff.loaders.docx.notes import Notes
from stmtdiff.loaders.docx.numbering import Numbering
from stmtdiff.loaders.docx.styles import Styles, outline_level
from stmtdiff.loaders.docx.symbols import UNREAD, has_private, is_symbol_font, symbol
from stmtdiff.loaders.docx.tracking import View
from stmtdiff.loaders.writing import count_letters, superscript
from stmtdiff.model import MarkKind

_NEVER = frozenset(  # elements whose text is not printed, or printed by other means
    {
        *("w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:sectPr", "w:rt"),
        *("w:delInstrText", "w:fldData", "w:rubyPr", "w:smartTagPr", "w:customXmlPr"),
    }
)
_SIGNS = {
    "w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011", "w:softHyphen": "\xad"
}  # fmt: skip
_STRIKES = ("w:strike", "w:dstrike")
_TEXTS = frozenset({"w:t", "w:delText"})
_EQUATIONS = frozenset({"m:oMath", "m:oMathPara"})
_BLOCKS = frozenset({"w:p", "w:tbl"})
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LABEL = re.compile(r"\(?\w{1,4}[.)]|\d{1,3}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ROMAN = re.compile(r"[ivxlcdm]+|([^\W\d_])\1+", re.IGNORECASE)
_CODE = re.compile(r"(?![Dd][89A-Fa-f])[0-9A-Fa-f]{1,4}")  # no half of a surrogate pair
_SHORT_CELL = 60
_LONGEST_HEADING, _LONGEST_SENTENCE = 200, 80  # a paragraph in a heading's style that is longer is text


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as it is printed: its label, and its lines with how many of their characters are bold."""

    lines: tuple[tuple[str, int], ...]
    label: str = ""
    kind: MarkKind | None = None
    value: str = ""
    indent: int = 0

    @property
    def printed(self) -> str:
        """Return label and text."""
        return " ".join(filter(None, [self.label, *(text.strip() for text, _ in self.lines)]))


@dataclass(slots=True)
class _Draft:
    """A paragraph that is being read: pieces of text, bold or not, and the text boxes that hang on it."""

    parts: list[tuple[str, bool]] = field(default_factory=list)
    properties: Any | None = None
    boxes: list[Any] = field(default_factory=list)
    style: str = ""


class Story:
    """One way of reading the texts of a document; counts go on from one text to the next."""

    def __init__(self, view: View, styles: Styles, numbering: Numbering, notes: Notes) -> None:
        """Take what says how the text is printed."""
        self._view, self._styles, self._numbering, self._notes = view, styles, numbering, notes
        self._made: list[Block] = []
        self._draft: _Draft | None = None
        self._fields = Fields()
        self._hidden = self._struck = self._unread = self._embedded = self._unfilled = False

    def blocks(self, container: Any) -> list[Block]:
        """Return the paragraphs inside `container` in reading order."""
        made, draft = self._made, self._draft
        self._made, self._draft = [], None
        for inner in container:
            self._block(inner)
        self._finish()
        found, self._made, self._draft = self._made, made, draft
        return found

    @property
    def is_embedding(self) -> bool:
        """Say whether the document holds another one, a page or a text, which is not read."""
        return self._embedded

    def doubts(self) -> tuple[str, ...]:
        """Return a sentence for each kind of content that was left out or not understood."""
        told = (
            (self._hidden, "Hidden text was left out."),
            (self._struck, "Text that is struck out by hand, not with tracked changes, was read as text."),
            (self._unread, f"Unknown signs of a symbol font are shown as {UNREAD}."),
            (self._embedded, "The document embeds another one, which was not read."),
            (self._unfilled, "A form field that is not filled in was read as text, because Word prints it."),
        )
        return tuple(sentence for is_so, sentence in told if is_so)

    def _block(self, element: Any) -> None:
        """Take in what stands between paragraphs."""
        name = kind(element)
        if name == "w:p":
            self._paragraph(element)
        elif name == "w:tbl":
            self._finish()
            for row in self._parts_of(element, "w:tr", "w:trPr"):
                self._row(row)
        elif name in {"w:altChunk", "w:subDoc"}:
            self._embedded = True
        elif name not in _NEVER:
            for inner in self._inside(element):
                self._block(inner)

    def _inside(self, element: Any) -> Sequence[Any]:
        """Return what is printed of the elements inside `element`."""
        name = kind(element)
        if self._view.hides(element):
            return ()
        if name == "mc:AlternateContent":  # the same thing twice, in a newer and an older form
            chosen = child(element, "mc:Choice")
            chosen = child(element, "mc:Fallback") if chosen is None else chosen
            return () if chosen is None else chosen
        if name == "w:sdt" and said(element, "w:sdtPr", "w:tag") == COVER:
            return ()
        if name == "w:sdt" and (holder := child(element, "w:sdtPr", "w:showingPlcHdr")) is not None:
            self._unfilled = self._unfilled or is_on(holder)
        found: Sequence[Any] = element
        return found

    def _paragraph(self, element: Any) -> None:
        self._draft = draft = self._draft or _Draft()
        draft.properties = self._view.properties(element)
        draft.style = self._styles.style_of(draft.properties)
        for inner in element:
            self._inline(inner, None)
        self._fields.end_paragraph()
        if not self._view.lacks_mark(child(element, "w:pPr")) and not _is_drop_cap(draft.properties):
            self._finish()

    def _inline(self, element: Any, run: Any | None) -> None:
        """Take in what stands inside a paragraph; `run` has the properties that the text around it is set in."""
        name = kind(element)
        draft = self._draft
        if draft is None or name in _NEVER:
            return
        if name in _TEXTS:
            self._text(_own_text(element), run)
        elif name in _SIGNS:
            self._text(_SIGNS[name], run)
        elif name == "w:instrText":
            self._fields.instruct(element.text or "")
        elif name in _EQUATIONS:
            self._equation(linear(element, self._view.hides), run)
        elif name == "w:sym":
            code = value(element, "char")
            letter = chr(int(code, 16)) if _CODE.fullmatch(code) else UNREAD
            self._text(self._symbol(letter, value(element, "font")), run)
        elif name in {"w:footnoteReference", "w:endnoteReference"}:
            self._reference(element, name[2:].removesuffix("Reference"), run)
        elif name == "w:fldChar":
            self._equation(self._fields.step(element), run)
        elif name == "w:txbxContent":
            draft.boxes.append(element)
        elif name in _BLOCKS:  # a paragraph inside a paragraph: only inside a content control gone wrong
            draft.boxes.append([element])
        else:
            inner_run = child(element, "w:rPr") if name == "w:r" else run
            before = len(draft.parts)
            for inner in self._inside(element):
                self._inline(inner, inner_run)
            if name == "w:fldSimple" and len(draft.parts) == before:
                self._equation(worked_out(value(element, "instr")), run)

    def _equation(self, written: str, run: Any | None) -> None:
        """Take in what was worked out on one line; a fraction stands apart from the whole number before it."""
        before = self._draft.parts[-1][0] if self._draft is not None and self._draft.parts else ""
        self._text(joined(before[-1:], written)[len(before[-1:]) :], run)

    def _reference(self, element: Any, sort: str, run: Any | None) -> None:
        if self._fields.is_printing and not self._is_hidden(run):
            self._text(self._notes.refer(element, sort), None)

    def _is_hidden(self, run: Any | None) -> bool:
        return self._draft is not None and self._styles.is_on("w:vanish", run, self._draft.style)

    def _text(self, text: str, run: Any | None) -> None:
        draft = self._draft
        if draft is None or not text or not self._fields.is_printing:
            return
        if self._is_hidden(run):
            self._hidden = self._hidden or bool(text.strip())
            return
        if text.strip() and any(self._styles.is_on(name, run, draft.style) for name in _STRIKES):
            self._struck = True
        if has_private(text):
            fonts = child(run, "w:rFonts") if run is not None else None
            font = (value(fonts, "ascii") or value(fonts, "hAnsi")) if fonts is not None else ""
            if is_symbol_font(font):
                text = "".join(self._symbol(letter, font) for letter in text)
        if self._styles.is_raised(run, draft.style):
            text = superscript(text)
        self._fields.printed()
        draft.parts.append((text, self._styles.is_on("w:b", run, draft.style)))

    def _symbol(self, letter: str, font: str) -> str:
        shown = symbol(letter, font)
        self._unread = self._unread or shown == UNREAD
        return shown

    def _finish(self) -> None:
        """End the paragraph that is open."""
        draft, self._draft = self._draft, None
        if draft is None:
            return
        lines = _lines(draft.parts)
        text = "".join(text for text, _ in lines).strip()
        is_counted = not self._view.lacks_number(draft.properties)
        printed = self._numbering.print(draft.properties, self._styles) if is_counted else None
        if text:
            block = self._shaped(draft, Block(lines), text)
            if printed and _is_label(printed.text):
                block = replace(block, label=printed.text)
            elif printed:
                block = replace(block, lines=_lines([(f"{printed.text} ", True), *draft.parts]))
            if printed and printed.is_bullet and not block.kind:
                block = replace(block, kind="item", value=str(printed.level + 1), indent=4 * printed.level)
            self._made.append(block)
        for box in draft.boxes:
            self._made += self.blocks(box)

    def _shaped(self, draft: _Draft, block: Block, text: str) -> Block:
        """Return `block` with what its style or its outline level makes of it."""
        if self._styles.is_contents(draft.style):
            return replace(block, kind="furniture")
        if self._styles.is_title(draft.style):
            return replace(block, kind="title", value="1")
        level = outline_level(draft.properties)
        level = self._styles.level(draft.style) if level is None else level
        if level and len(text) <= (_LONGEST_SENTENCE if text[-1] in ".;," else _LONGEST_HEADING):
            return replace(block, kind="heading", value=str(level))
        return block

    def _parts_of(self, element: Any, name: str, properties: str) -> list[Any]:
        """Return the rows of a table or the cells of a row, also those in content controls."""
        found: list[Any] = []
        for inner in element:
            if kind(inner) == name:
                found += [] if self._view.lacks_part(inner, properties) else [inner]
            elif kind(inner) not in _NEVER:
                found += self._parts_of(self._inside(inner), name, properties)
        return found

    def _row(self, row: Any) -> None:
        """Write a row of short cells as one paragraph, of long cells as one each; a number joins its text."""
        cells = [self.blocks(cell) for cell in self._parts_of(row, "w:tc", "w:tcPr")]
        filled = [cell for cell in cells if cell]
        is_short = all(len(cell) == 1 and len(cell[0].printed) <= _SHORT_CELL for cell in filled)
        if is_short and len(filled) > 1:
            self._made.append(Block((("\t".join(cell[0].printed for cell in filled), 0),)))
            return
        label = ""
        for index, cell in enumerate(filled):
            if len(cell) == 1 and _LABEL.fullmatch(cell[0].printed) and index + 1 < len(filled) and not label:
                label = cell[0].printed
            elif label and not cell[0].label:
                self._made += [replace(cell[0], label=label), *cell[1:]]
                label = ""
            else:
                self._made += cell


def _is_drop_cap(properties: Any | None) -> bool:
    """Say whether a paragraph is the large first letter of the next one."""
    frame = child(properties, "w:framePr") if properties is not None else None
    return frame is not None and value(frame, "dropCap") in {"drop", "margin"}


def _is_label(printed: str) -> bool:
    """Say whether a printed number is one, and not "Article 1", which other formats have in the text too."""
    return all(_ROMAN.fullmatch(word) for word in _WORD.findall(printed))


def _own_text(element: Any) -> str:
    """Return the text of an element; the space at its ends counts only where the file says so."""
    text = (element.text or "").replace("\r", " ").replace("\n", " ")
    if element.get(_SPACE) == "preserve" or not (text[:1].isspace() or text[-1:].isspace()):
        return text
    spaces = (above.get(_SPACE) for above in element.iterancestors())
    return text if next(filter(None, spaces), "") == "preserve" else text.strip(" \t")


def _lines(parts: Sequence[tuple[str, bool]]) -> tuple[tuple[str, int], ...]:
    """Return the lines of a paragraph, each with the number of its characters, spaces aside, that are bold."""
    lines: list[tuple[str, int]] = [("", 0)]
    for text, is_bold in parts:
        for number, piece in enumerate(text.split("\n")):
            before, bold = ("", 0) if number else lines.pop()
            lines.append((before + piece, bold + (count_letters(piece) if is_bold else 0)))
    return tuple(lines)
