"""Read the characters of a PDF with PDFium: this runs in a process of its own.

PDFium is C++ that parses hostile files and may not be entered by two threads; here it can crash or hang
without taking the caller along. Standard input is the file; every line of standard output is a page as
JSON (see `pages`), and the last line says how it ended. Asked for a picture, it writes the page as a
greyscale bitmap instead.
"""

import ctypes
import json
import math
import sys
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from stmtdiff.loaders.pdf.glyphs import SPACES, Style, Words

_DOTS_AN_INCH = 300
_LARGEST_SIDE = 6_000  # pixels of a bitmap's side
_OBJECTS = 20_000  # of one page that are looked at for rules and pictures
_THIN = 2.0  # points: a path no higher than this is a rule
_UNPAINTED = frozenset({3, 7})  # modes of rendering text that paint nothing
_FORCE_BOLD = 1 << 18
_HEAVY = ("bold", "black", "heavy", "demi")
_WHITE = 250


def main() -> None:
    """Read standard input and write what is asked for: "text MEMORY PAGES LETTERS" or "picture MEMORY INDEX"."""
    wanted, (memory, *numbers) = sys.argv[1], map(int, sys.argv[2:])
    _limit_memory(memory)
    file = sys.stdin.buffer.read()
    if wanted == "picture":
        sys.stdout.buffer.write(picture(file, numbers[0]))
    else:
        _read(file, most_pages=numbers[0], most_letters=numbers[1])


def _read(file: bytes, *, most_pages: int, most_letters: int) -> None:
    """Write the pages of `file` and how it ended."""
    try:
        document = pdfium.PdfDocument(file)
        count = len(document)
        if count > most_pages:
            return _say({"error": "pages", "count": count})
        letters = 0
        for index in range(count):
            page = read_page(document[index], index + 1)
            letters += page.pop("letters")
            if letters > most_letters:
                return _say({"error": "letters"})
            _say(page)
        return _say({"end": count})
    except pdfium.PdfiumError as error:
        return _say({"error": "password" if "assword" in str(error) else "damaged"})


def _say(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value, separators=(",", ":")) + "\n")


def _limit_memory(most: int) -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    except (ImportError, ValueError, OSError):  # not every system keeps such limits
        return


def picture(file: bytes, index: int) -> bytes:
    """Return the page at `index` of `file` as a PGM file, 300 dots an inch unless that is very large."""
    page = pdfium.PdfDocument(file)[index]
    scale = min(_DOTS_AN_INCH / 72, _LARGEST_SIDE / max(*page.get_size(), 1))
    bitmap = page.render(scale=scale, grayscale=True)
    head = f"P5 {bitmap.width} {bitmap.height} 255\n".encode()
    pixels = bytes(bitmap.buffer)
    rows = (pixels[row * bitmap.stride : row * bitmap.stride + bitmap.width] for row in range(bitmap.height))
    return head + b"".join(rows)


def read_page(page: pdfium.PdfPage, number: int) -> dict[str, Any]:
    """Return what stands on `page`: its words, rules, and what was left out."""
    text = page.get_textpage()
    canvas = _Canvas(page)
    words = Words(page.get_cropbox())
    letters = _read_letters(text.raw, canvas, words)
    found = words.finish(has_picture=canvas.picture > 0)
    return {
        "number": number,
        **found,
        "letters": letters,
        "rules": [[round(value, 1) for value in words.turned(*rule)] for rule in canvas.rules],
        "picture": round(canvas.picture, 2),
    }


def _read_letters(text: Any, canvas: "_Canvas", words: Words) -> int:
    """Hand every character of a page to `words`; return how many there are.

    A letter's baseline is asked for once a style and box height, and follows from the box after that: one
    call to PDFium less for each letter.
    """
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    count = int(raw.FPDFText_CountChars(text))
    styles: dict[int | None, tuple[Style, bool]] = {None: (Style(0.0), False)}
    below: dict[tuple[int | None, float], float] = {}
    get_code, get_box, get_object = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, _get_text_object
    address: int | None = None
    for index in range(count):
        code = get_code(text, index)
        if code in SPACES:
            words.space()
            continue
        address = get_object(text, index) or address
        if address not in styles:
            styles[address] = _style(text, index)
        style, is_white = styles[address]
        get_box(text, index, box)
        key = (address, box.top - box.bottom)
        if style.quarter or key not in below:
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            below[key] = y.value - box.bottom
        height = y.value if style.quarter else box.bottom + below[key]
        if is_white and style.is_seen and not canvas.is_painted(box.left, height + style.size / 3):
            style = style._replace(is_seen=False)
        words.add(code, box.left, box.bottom, box.right, box.top, x.value, height, style)
    return count


# The same function with a bare address as its result: pypdfium2's own makes an object of every pointer.
_get_text_object = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(raw.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)


def _style(text: Any, index: int) -> tuple[Style, bool]:
    """Return how the letter at `index` is set, and whether it is white."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, matrix)
    size = abs(raw.FPDFText_GetFontSize(text, index)) * math.hypot(matrix.c, matrix.d)
    turns = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
    quarter = round(turns) % 4 if abs(turns - round(turns)) < 0.05 else 4
    colour = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFText_GetFillColor(text, index, *colour)
    red, green, blue, alpha = (part.value for part in colour)
    mode = raw.FPDFTextObj_GetTextRenderMode(raw.FPDFText_GetTextObject(text, index))
    is_filled = mode in {0, 2, 4, 6}
    is_seen = mode not in _UNPAINTED and not (mode in {0, 4} and alpha == 0)
    return Style(size, quarter, _is_bold(text, index), is_seen), is_filled and min(red, green, blue) >= _WHITE


def _is_bold(text: Any, index: int) -> bool:
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, index, name, 128, flags)
    family = name.value.decode("utf-8", "replace").lower()
    return bool(flags.value & _FORCE_BOLD) or any(word in family for word in _HEAVY)


class _Canvas:
    """What a page paints beside its text: thin rules, pictures, and grounds that white letters show on."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.rules: list[tuple[float, float, float, float]] = []
        self.picture = 0.0  # the part of the page that the largest picture covers
        self._grounds: list[tuple[float, float, float, float]] = []
        left, bottom, right, top = page.get_cropbox()
        self._area = max(1.0, (right - left) * (top - bottom))
        self._page = page
        for index in range(min(_OBJECTS, raw.FPDFPage_CountObjects(page))):
            self._take(raw.FPDFPage_GetObject(page, index))

    def is_painted(self, x: float, y: float) -> bool:
        """Say whether something lies under the point, so that a white letter can be seen there."""
        return any(left <= x <= right and bottom <= y <= top for left, bottom, right, top in self._grounds)

    def _take(self, piece: Any) -> None:
        kind = raw.FPDFPageObj_GetType(piece)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            return
        edges = [ctypes.c_float() for _ in range(4)]
        if not raw.FPDFPageObj_GetBounds(piece, *edges):
            return
        left, bottom, right, top = (edge.value for edge in edges)
        if kind == raw.FPDF_PAGEOBJ_PATH and min(right - left, top - bottom) <= _THIN:
            self.rules.append((left, bottom, right, top))
        elif kind != raw.FPDF_PAGEOBJ_PATH or not _is_white(piece):
            self._grounds.append((left, bottom, right, top))
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            self.picture = max(self.picture, (right - left) * (top - bottom) / self._area)


def _is_white(piece: Any) -> bool:
    """Say whether a path is filled with white, or not at all."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(piece, mode, stroke)
    colour = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(piece, *colour)
    return mode.value == 0 or min(part.value for part in colour[:3]) >= _WHITE


if __name__ == "__main__":
    main()
