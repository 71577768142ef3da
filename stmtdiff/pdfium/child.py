"""Read the characters of a PDF with PDFium: this runs in a process of its own.

PDFium is C++ that parses hostile files and may not be entered by two threads; here it can crash or hang
without taking the caller along. Standard input is the file; every line of standard output is a page as
JSON (see `pages`), and the last line says how it ended. Asked for a picture, it writes the page as a
greyscale bitmap instead.
"""

import ctypes
import json
import math
import re
import sys
from itertools import repeat
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from stmtdiff.pdfium.glyphs import DOWN, SPACES, Setting, Style, Words

_DOTS_AN_INCH = 300
_LARGEST_SIDE = 6_000  # pixels of a bitmap's side
_OBJECTS = 20_000  # of one page that are looked at for rules and pictures
_THIN = 2.0  # points: a path no higher than this is a rule
_UNPAINTED = frozenset({3, 7})  # modes of rendering text that paint nothing
_FORCE_BOLD = 1 << 18
_HEAVY = ("bold", "black", "heavy", "demi")
_WHITE = 250
_NOTES = frozenset({raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP})
_RUN = re.compile(f"[^{re.escape(''.join(map(chr, sorted(SPACES))))}]+")


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
        if document.get_formtype() != raw.FORMTYPE_NONE:
            document.init_forms()  # which paints the fields that have a value and no picture of it
        if count > most_pages:
            return _say({"error": "pages", "count": count})
        letters = 0
        for index in range(count):
            page = read_page(document, index)
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


def read_page(document: pdfium.PdfDocument, index: int) -> dict[str, Any]:
    """Return what stands on the page at `index`: its words, rules, and what was left out."""
    page = document[index]
    laid_over = _laid_over(page)
    if laid_over and raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS:
        page = document[index]  # read anew, with forms and notes as part of its content
    text = page.get_textpage()
    canvas = _Canvas(page)
    words = Words(page.get_cropbox())
    letters = _read_words(text.raw, canvas, words)
    found = words.finish(has_picture=canvas.picture > 0)
    return {
        "number": index + 1,
        **found,
        "letters": letters,
        "rules": [[round(value, 1) for value in words.turned(*rule)] for rule in canvas.rules],
        "picture": round(canvas.picture, 2),
        "notes": sum(kind in _NOTES for kind in laid_over),
    }


def _laid_over(page: pdfium.PdfPage) -> list[int]:
    """Return the kinds of what is laid over a page and shows text: fields of a form, notes, stamps."""
    found = []
    for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        note = raw.FPDFPage_GetAnnot(page.raw, index)
        found.append(raw.FPDFAnnot_GetSubtype(note))
        raw.FPDFPage_CloseAnnot(note)
    return [kind for kind in found if kind in _NOTES or kind == raw.FPDF_ANNOT_WIDGET]


def _read_words(text: Any, canvas: "_Canvas", words: Words) -> int:
    """Hand the words of a page to `words`; return how many characters there are.

    What one text object paints has one style and, unless it is turned, one baseline, so that the outer edges of the
    first and the last letter of a word are all that is asked for; where two objects meet inside a word, its letters are
    taken one by one.
    """
    letters = _codes(text)
    reader = _Letters(text, canvas)
    for match in _RUN.finditer(letters):
        first, last = match.start(), match.end() - 1
        words.space()
        level = reader.level(last)
        if level is not None and words.add_level(match[0], *reader.edges(first, last), level):
            continue
        if reader.is_one(first, last):
            if not words.add(match[0], *reader.placed(first, last)):
                reader.forget()
        else:
            for index in range(first, last + 1):
                if "\udc00" <= letters[index] < "\ue000" and index > first:
                    continue  # the second half of a letter beyond U+FFFF, taken with the first
                pair = "\ud800" <= letters[index] < "\udc00" and index < last
                reader.is_one(index, index)
                words.add(letters[index : index + 1 + pair], *reader.placed(index, index))
    return len(letters)


def _codes(text: Any) -> str:
    """Return the characters of a page, one code of UTF-16 for each: all at once, or where any lacks, one by one."""
    count = int(raw.FPDFText_CountChars(text))
    codes = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(text, 0, count, codes) == count + 1:
        return "".join(map(chr, codes[:count]))
    return "".join(map(chr, map(raw.FPDFText_GetUnicode, repeat(text, count), range(count))))


def _bare(function: Any, *arguments: Any, result: Any = ctypes.c_int) -> Any:
    """Return a function of PDFium that takes and gives bare addresses: an object for every pointer takes its time."""
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_get_text_object = _bare(raw.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_int, result=ctypes.c_void_p)
_get_loose_box = _bare(raw.FPDFText_GetLooseCharBox, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


class _Letters:
    """Asks PDFium where the letters of a page stand, and how they are set: once for each text object."""

    def __init__(self, text: Any, canvas: "_Canvas") -> None:
        self._text, self._canvas = text, canvas
        self._page = ctypes.cast(text, ctypes.c_void_p).value
        self._box, self._x, self._y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        self._into = ctypes.addressof(self._box)
        self._styles: dict[int | None, Setting] = {None: Setting(Style(0.0), False, 0.0)}
        self._is_bold: dict[int | None, bool] = {}
        self._address: int | None = None
        self._level: Setting | None = (
            None  # of the object at the address, once a word of it is known to run along a line
        )

    def level(self, last: int) -> Setting | None:
        """Return how the letter at `last` is set if it is of the object of the word before, which runs along a line."""
        if self._level is None or _get_text_object(self._page, last) != self._address:
            return None
        return self._level

    def forget(self) -> None:
        """Ask of the next word whatever there is to ask."""
        self._level = None

    def edges(self, first: int, last: int) -> tuple[float, float]:
        """Return where the letters from `first` to `last` begin and end."""
        _get_loose_box(self._page, first, self._into)
        left: float = self._box.left
        _get_loose_box(self._page, last, self._into)
        return left, self._box.right

    def is_one(self, first: int, last: int) -> bool:
        """Say whether the letters from `first` to `last` are painted by one object, which `placed` then asks.

        The letters of an object stand together: where the last one is of the object of the word before, all are.
        """
        address = _get_text_object(self._page, last)
        is_one = first == last or address == self._address or address == _get_text_object(self._page, first)
        if address and is_one:
            self._address = address
        self._level = None
        return is_one

    def placed(self, first: int, last: int) -> tuple[float, float, float, float, float, float, Style]:
        """Return the box, baseline and style of the letters from `first` to `last`, which `is_one` was asked about."""
        box = self._box
        known = self._styles.get(self._address) or self._style(first)
        style = known.style
        _get_loose_box(self._page, first, self._into)
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        x, y = left, known.y
        if style.quarter:
            x, y = self._origin(first)
        if last > first:
            _get_loose_box(self._page, last, self._into)
            is_down = box.top <= bottom + style.size / 4 and box.left < right and left < box.right
            if style.quarter == 0:
                if is_down:
                    style = style._replace(quarter=DOWN)
                elif not known.is_white:
                    self._level = known
            left, right = min(left, box.left), max(right, box.right)
            bottom, top = min(bottom, box.bottom), max(top, box.top)
        if known.is_white and style.is_seen and not self._canvas.is_painted(left, y + style.size / 3):
            style = style._replace(is_seen=False)
        return left, bottom, right, top, x, y, style

    def _origin(self, index: int) -> tuple[float, float]:
        """Return where the letter at `index` stands on its baseline."""
        raw.FPDFText_GetCharOrigin(self._text, index, self._x, self._y)
        return self._x.value, self._y.value

    def _style(self, index: int) -> Setting:
        """Return how the object of the letter at `index` is set, and keep it."""
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self._text, index, matrix)
        size = abs(raw.FPDFText_GetFontSize(self._text, index)) * math.hypot(matrix.c, matrix.d)
        turns = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
        quarter = round(turns) % 4 if abs(turns - round(turns)) < 0.05 else 4
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        raw.FPDFText_GetFillColor(self._text, index, red, green, blue, alpha)
        piece = raw.FPDFText_GetTextObject(self._text, index)
        mode = raw.FPDFTextObj_GetTextRenderMode(piece)
        is_white = mode in {0, 2, 4, 6} and min(red.value, green.value, blue.value) >= _WHITE
        is_seen = mode not in _UNPAINTED and not (mode in {0, 4} and alpha.value == 0)
        font = ctypes.cast(raw.FPDFTextObj_GetFont(piece), ctypes.c_void_p).value
        is_bold = self._is_bold.get(font)
        if is_bold is None:
            is_bold = self._is_bold[font] = _is_bold(self._text, index)
        made = Setting(Style(size, quarter, is_bold, is_seen), is_white, self._origin(index)[1])
        self._styles[self._address] = made
        return made


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
