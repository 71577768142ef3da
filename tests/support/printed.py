"""PDF files for tests, drawn with reportlab: every page is told word for word where its lines stand."""

import io
from collections.abc import Callable, Iterable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
SIZE = 10.0
PITCH = 12.5
FONT, BOLD = "Times-Roman", "Times-Bold"

Draw = Callable[["Sheet"], None]


class Sheet:
    """One page, written from top to bottom."""

    def __init__(self, canvas: Canvas) -> None:
        """Begin at the top of a fresh page."""
        self.canvas = canvas
        self.y = HEIGHT - 90

    def line(
        self, text: str, *, x: float = 70, size: float = SIZE, font: str = FONT, step: float = PITCH, rise: float = 0
    ) -> float:
        """Write a line at `x` and go `step` down; return where it ends."""
        if rise:
            self.canvas.saveState()
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.y + rise, text)
        if rise:
            self.canvas.restoreState()
        self.y -= step
        return x + float(stringWidth(text, font, size))

    def paragraph(
        self,
        text: str,
        *,
        x: float = 70,
        width: float = 430,
        indent: float = 0,
        hanging: float = 0,
        size: float = SIZE,
        font: str = FONT,
        after: float = 8,
    ) -> None:
        """Write a paragraph, broken between words; `^3` behind a word is a raised figure."""
        for number, words in enumerate(broken(text, width, indent or 0, size=size, font=font)):
            left = x + (indent if number == 0 else hanging)
            self._words(words, left, size, font)
            self.y -= PITCH * size / SIZE
        self.y -= after

    def justified(
        self, text: str, *, x: float = 70, width: float = 430, indent: float = 0, size: float = SIZE, after: float = 8
    ) -> None:
        """Write a paragraph whose lines all end at the right edge, as books and official documents do."""
        lines = broken(text, width, indent, size=size)
        for number, words in enumerate(lines):
            left = x + (indent if number == 0 else 0)
            room = x + width - left - sum(stringWidth(word, FONT, size) for word in words)
            gap = room / max(1, len(words) - 1) if number + 1 < len(lines) else stringWidth(" ", FONT, size)
            self.canvas.setFont(FONT, size)
            for word in words:
                self.canvas.drawString(left, self.y, word)
                left += stringWidth(word, FONT, size) + gap
            self.y -= PITCH * size / SIZE
        self.y -= after

    def _words(self, words: Sequence[str], x: float, size: float, font: str) -> None:
        for word in words:
            plain, _, raised = word.partition("^")
            self.canvas.setFont(font, size)
            self.canvas.drawString(x, self.y, plain)
            x += stringWidth(plain, font, size)
            if raised:
                self.canvas.setFont(font, 0.6 * size)
                self.canvas.drawString(x, self.y + 0.35 * size, raised)
                x += stringWidth(raised, font, 0.6 * size)
            self.canvas.setFont(font, size)
            self.canvas.drawString(x, self.y, " ")
            x += stringWidth(" ", font, size)

    def rule(self, *, x: float = 70, width: float = 120) -> None:
        """Draw a thin line, as over footnotes."""
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x, self.y + 8, x + width, self.y + 8)

    def foot(self, text: str, *, x: float = 290, y: float = 40, size: float = 9) -> None:
        """Write a line at the foot of the page, or wherever `y` is."""
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, y, text)


def broken(text: str, width: float, indent: float = 0, *, size: float = SIZE, font: str = FONT) -> list[list[str]]:
    """Return the words of `text` in lines of at most `width` points."""
    lines: list[list[str]] = [[]]
    room = width - indent
    for word in text.split():
        needed = stringWidth(word.replace("^", "") + " ", font, size)
        if needed > room and lines[-1]:
            lines.append([])
            room = width
        lines[-1].append(word)
        room -= needed
    return lines


def pdf(*pages: Draw, encrypt: object = None, invariant: bool = True) -> bytes:
    """Return the bytes of a PDF whose pages are drawn by `pages`."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, encrypt=encrypt, invariant=invariant)
    for draw in pages:
        draw(Sheet(canvas))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def paragraphs(texts: Iterable[str], **how: float) -> Draw:
    """Return a page of paragraphs."""

    def draw(sheet: Sheet) -> None:
        for text in texts:
            sheet.paragraph(text, **how)  # type: ignore[arg-type]  # sizes and places

    return draw
