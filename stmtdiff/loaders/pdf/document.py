"""Read a whole PDF, with pictures of text where there is no text, and say what may be wrong with it."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from stmtdiff.errors import LoadError
from stmtdiff.loaders.pdf.flow import read_flow
from stmtdiff.loaders.pdf.pages import Page
from stmtdiff.loaders.pdf.process import read_pages
from stmtdiff.loaders.reading import Reading
from stmtdiff.pdfium.glyphs import runs_left
from stmtdiff.settings import AS_USUAL, ReadOptions

_PICTURE = 0.3  # of a page: a picture that large, on a page without text, may be one of text
_FULL, _FEW = 0.8, 40  # of a page covered by a picture; letters over it
_HEAD = re.compile(rb"%PDF-\d")
_READ_OVER = 512  # bytes in front of the head that PDFium passes over by itself, and more
_INSTALL = "install tesseract (Debian: apt-get install tesseract-ocr; macOS: brew install tesseract)"


def read(raw: bytes, options: ReadOptions = AS_USUAL) -> Reading:
    """Return the text of the PDF in `raw`, with headings, notes, furniture and pages marked.

    Pages without text are read in their pictures, in the language that the options name or that of the document.

    Raises:
        LoadError: when the file is damaged, encrypted, too long, or holds pictures of text that cannot be read.
    """
    raw = _from_its_head(raw)
    pages = read_pages(raw, options.limits)
    without = [page for page in pages if not page.words and page.picture >= _PICTURE]
    if not any(page.words for page in pages) and not without:
        raise LoadError("this PDF has no text on its pages", hint="open it and check that it contains the statement")
    read, doubts = _recognise(raw, pages, without, options)
    return read_flow(read, (*doubts, *_doubts(pages)), options.limits.letters)


def _from_its_head(raw: bytes) -> bytes:
    """Return a PDF without what a gateway or a mail program put in front of it; one whose head is gone gets another."""
    head = _HEAD.search(raw)
    if head is None:
        return b"%PDF-1.4\n" + raw
    return raw if head.start() <= _READ_OVER else raw[head.start() :]


def _recognise(
    raw: bytes, pages: Sequence[Page], without: Sequence[Page], options: ReadOptions
) -> tuple[Sequence[Page], tuple[str, ...]]:
    """Return the pages with the text of their pictures, and how far that can be trusted."""
    if not without:
        return pages, ()
    from stmtdiff.loaders.pdf.ocr import recognise
    from stmtdiff.loaders.pdf.ocr_language import choose

    choice = choose(raw, pages, without[0], options)
    found = {} if choice.read is None else {without[0].number: choice.read}
    for page in without[len(found) :]:
        recognised = recognise(raw, page, choice.language, options)
        if recognised is None:
            return pages, (_unread(pages, without),)
        found[page.number] = recognised
    words = sum(each.words for each in found.values())
    if not words and not any(page.words for page in pages):
        raise LoadError("tesseract found no text in the pictures of this PDF", hint="open it and look at its pages")
    sure = sum(each.words * each.confidence for each in found.values()) // max(1, words)
    unsure = sum(each.unsure for each in found.values())
    doubt = (
        f"{_named(found)} had only a picture and {_were(found)} read by tesseract (language"
        f" {choice.language}): it is {sure} % sure of the words on average, and unsure of {unsure} of {words};"
        " letters and figures may be wrong."
    )
    return [found[page.number].page if page.number in found else page for page in pages], tuple(
        filter(None, (choice.doubt, doubt))
    )


def _unread(pages: Sequence[Page], without: Sequence[Page]) -> str:
    """Return the doubt that some pages could not be read.

    Raises:
        LoadError: when no page could.
    """
    if not any(page.words for page in pages):
        raise LoadError("this PDF has only pictures of its pages, and tesseract is not installed", hint=_INSTALL)
    numbers = [page.number for page in without]
    return f"{_named(numbers)} had only a picture and {_were(numbers)} not read; to read such pages, {_INSTALL}."


_LEFT_OUT: tuple[tuple[str, Callable[[Page], bool]], ...] = (
    ("text that cannot be seen was left out", lambda page: bool(page.hidden)),
    ("text outside the page was left out", lambda page: bool(page.outside)),
    ("the file does not say which letters some of its signs mean", lambda page: bool(page.unknown)),
    ("a picture fills the page; text in it was not read", lambda page: _is_stamped(page)),
    ("notes and stamps on top of the page were read at their place", lambda page: bool(page.notes)),
    (
        "the text runs from right to left or down, and the order of its words may be wrong",
        lambda page: _is_turned(page),
    ),
    ("the text comes from an earlier text recognition of a scan; letters may be wrong", lambda page: page.is_layer),
)


def _is_turned(page: Page) -> bool:
    return page.is_down or any(runs_left(word.text) for word in page.words)


def _is_stamped(page: Page) -> bool:
    """Say whether a page is a picture with a few letters over it, as a scan with a page number stamped on."""
    letters = sum(len(word.text) for word in page.words)
    return 0 < letters < _FEW and page.picture >= _FULL and not page.is_layer


def _doubts(pages: Sequence[Page]) -> Iterator[str]:
    for what, is_so in _LEFT_OUT:
        numbers = [page.number for page in pages if is_so(page)]
        if numbers:
            yield f"{_named(numbers)}: {what}."


def _were(numbers: Collection[int]) -> str:
    return "was" if len(numbers) == 1 else "were"


def _named(numbers: Collection[int]) -> str:
    """Return page numbers as a reader would write them.

    >>> _named([3]), _named([1, 2, 3, 7])
    ('Page 3', 'Pages 1-3, 7')
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    return f"Page {shown}" if len(numbers) == 1 else f"Pages {shown}"
