"""Write a redline in WordprocessingML: runs in w:ins, w:del, w:moveFrom and w:moveTo, and ends of paragraphs too.

Every string of a statement passes `escaped`, and nothing else writes one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from xml.sax.saxutils import escape

from stmtdiff.renderers.docx.stream import Bit

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
START = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{{}} xmlns:w="{NAMESPACE}">'
# What XML 1.0 cannot carry: most controls, halves of surrogate pairs, two code points that are no characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TAGS = {("same", ""): "", ("same", "from"): "moveFrom", ("same", "to"): "moveTo"}
PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"'
    ' w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
)  # A4, margins of an inch


@dataclass(frozen=True, slots=True)
class Signature:
    """Who made the changes, and on which day (YYYY-MM-DD)."""

    author: str
    date: str

    def attributes(self, *, late: bool = False) -> str:
        """Return both as attributes; `late` is three minutes past midnight."""
        return f' w:author="{escaped(self.author)}" w:date="{escaped(self.date)}T00:0{3 if late else 0}:00Z"'


def document_part(bits: Sequence[Bit], signature: Signature, cover: str = "") -> str:
    """Return the main part: `bits` as paragraphs with tracked changes, behind `cover`, which is markup already."""
    return _Writer(signature).document(bits, cover)


def comments_part(comments: Sequence[str], signature: Signature) -> str:
    """Return the part with the comments, "" when there are none."""
    if not comments:
        return ""
    initials = escaped("".join(word[0] for word in signature.author.split())[:4].upper())
    made = (
        f'<w:comment w:id="{number}"{signature.attributes()} w:initials="{initials}"><w:p><w:pPr><w:pStyle'
        f' w:val="CommentText"/></w:pPr><w:r><w:t xml:space="preserve">{escaped(text)}</w:t></w:r></w:p></w:comment>'
        for number, text in enumerate(comments)
    )
    return f"{START.format('comments')}{''.join(made)}</w:comments>\n"


class _Writer:
    """One writing of a document; every mark has a number of its own."""

    def __init__(self, signature: Signature) -> None:
        self._signature = signature
        self._numbers = count(1)
        self._is_late = False
        self._last = ""  # the tag of the last run of the paragraph that is open
        self._paragraph: list[str] = []
        self._parts: list[str] = []

    def document(self, bits: Sequence[Bit], cover: str) -> str:
        before: Bit | None = None
        opened = ""
        for bit in bits:
            if before is None or (bit.move, bit.way) != (before.move, before.way):
                self._close(opened, before)
                opened = self._open(bit)
            if bit.is_end:
                self._end(bit)
            else:
                self._paragraph.append(self._run(bit))
            before = bit
        self._close(opened, before)
        if self._paragraph or not self._parts:
            self._end(Bit("same", "\n"))
        return f"{START.format('document')}<w:body>{cover}{''.join(self._parts)}{PAGE}</w:body></w:document>\n"

    def _mark(self, tag: str, more: str = "") -> str:
        """Return the inside of a tag that tracks a change.

        LibreOffice takes two changes of one kind for one when a paragraph ends between them, and rejects
        that end with them; not so when they were made more than a minute apart. So the changes of every
        second paragraph that both sides have are three minutes late.
        """
        return f'w:{tag} w:id="{next(self._numbers)}"{self._signature.attributes(late=self._is_late)}{more}'

    def _open(self, bit: Bit) -> str:
        """Begin the range of a move, and return the tag that ends it."""
        if not bit.way:
            return ""
        tag = _TAGS["same", bit.way]
        number = next(self._numbers)
        name = f' w:name="move{bit.move}"'
        self._paragraph.append(f'<w:{tag}RangeStart w:id="{number}"{self._signature.attributes()}{name}/>')
        return f'<w:{tag}RangeEnd w:id="{number}"/>'

    def _close(self, opened: str, before: Bit | None) -> None:
        """End a range: behind its last paragraph when that moved with its end, else inside the paragraph."""
        if opened:
            (self._parts if before and before.is_end else self._paragraph).append(opened)

    def _run(self, bit: Bit) -> str:
        self._last = tag = _TAGS.get((bit.change, bit.way), bit.change)
        text = "delText" if tag == "del" else "t"
        run = f'<w:r><w:{text} xml:space="preserve">{escaped(bit.text)}</w:{text}></w:r>'
        starts = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in bit.comments)
        ends = "".join(
            f'<w:commentRangeEnd w:id="{number}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
            f'<w:commentReference w:id="{number}"/></w:r>'
            for number in bit.comments
        )
        inner = f"{starts}{run}{ends}"
        return f"<{self._mark(tag)}>{inner}</w:{tag}>" if tag else inner

    def _end(self, bit: Bit) -> None:
        tag = _TAGS.get((bit.change, bit.way), bit.change)
        if (
            bit.way and self._last
        ):  # LibreOffice leaves an empty paragraph where the end goes otherwise than the last word
            tag = self._last
        style = f'<w:pStyle w:val="{bit.style}"/>' if bit.style else ""
        mark = f"<w:rPr><{self._mark(tag)}/></w:rPr>" if tag else ""
        properties = f"<w:pPr>{style}{mark}</w:pPr>" if style or mark else ""
        self._parts.append(f"<w:p>{properties}{''.join(self._paragraph)}</w:p>")
        self._paragraph = []
        if not tag:
            self._is_late = not self._is_late
        self._last = ""


def escaped(text: str) -> str:
    """Return `text` as XML can carry it, also between quotes; a control that it cannot is spelled out."""
    spelled = _FORBIDDEN.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)
    return escape(spelled, {'"': "&quot;"})
