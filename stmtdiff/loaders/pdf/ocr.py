"""Read the picture of a page with the program tesseract, where it is installed."""

import re
import subprocess
from dataclasses import dataclass, replace
from typing import Any

from stmtdiff.errors import LoadError
from stmtdiff.loaders.pdf.pages import Page, Word
from stmtdiff.loaders.pdf.process import read_picture
from stmtdiff.settings import ReadOptions

PROGRAM = "tesseract"
"""The program that reads pictures, by its name."""
_DOTS = 300  # an inch, as `process.read_picture` draws a page
_POINTS = 72 / _DOTS
_LANGUAGE = re.compile(r"[A-Za-z][A-Za-z0-9_]{1,19}(?:/[A-Za-z0-9_]{1,20})?(?:\+[A-Za-z][A-Za-z0-9_]{1,19})*")
_UNSURE = 60  # of 100: words below that are named as unsure


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page as read in its picture: how many words, how sure of them on average (0 to 100), how many unsure."""

    page: Page
    words: int
    confidence: int
    unsure: int


def recognise(file: bytes, page: Page, language: str, options: ReadOptions) -> Recognised | None:
    """Return `page` of the PDF in `file` with the words in its picture, None where tesseract is not installed.

    `language` is what the words are read in, as tesseract names it.

    Raises:
        LoadError: when it does not know the language, fails, or takes too long.
    """
    seconds = options.limits.seconds
    if not _LANGUAGE.fullmatch(language):
        raise LoadError(f"'{language}' is not a language of tesseract", hint="for example eng, fra or eng+fra")
    command = [PROGRAM, "stdin", "stdout", "-l", language, "--dpi", str(_DOTS), "hocr"]
    picture = read_picture(file, page.number, options.limits)
    try:
        # One thread: on small machines several of them wait for each other more than they read.
        done = subprocess.run(
            command, input=picture, capture_output=True, timeout=seconds, check=False, env=environment()
        )
    except FileNotFoundError:
        return None
    except subprocess.TimeoutExpired:
        raise LoadError(
            f"reading the picture on page {page.number} takes longer than {seconds} seconds",
            hint="save only the pages of the statement as a new PDF",
        ) from None
    if done.returncode:
        raise _failure(done.stderr.decode("utf-8", "replace"), language, page.number)
    return _read(page, done.stdout)


def environment() -> dict[str, str]:
    """Return the environment of this process with one thread for tesseract, which has no other switch for it."""
    import os

    return {**os.environ, "OMP_THREAD_LIMIT": "1"}


def _failure(said: str, language: str, number: int) -> LoadError:
    if "loading language" in said or "load any languages" in said:
        return LoadError(
            f"tesseract has no language '{language}'",
            hint="tesseract --list-langs shows those it has; Debian's are in packages like tesseract-ocr-fra",
        )
    return LoadError(f"tesseract could not read the picture on page {number}", hint="open the page and look at it")


def _read(page: Page, answer: bytes) -> Recognised:
    """Return the page with the words that tesseract found, set straight where the scan is askew."""
    import lxml.html

    lines = [element for element in lxml.html.document_fromstring(answer).iter("span") if _is_line(element)]
    slopes = sorted(_values(line, "baseline", 2)[0] for line in lines)
    slope = slopes[len(slopes) // 2] if slopes else 0.0
    words: list[Word] = []
    sure: list[float] = []
    for line in lines:
        left, _, right, bottom = _values(line, "bbox", 4)
        own, offset = _values(line, "baseline", 2)
        size = round(_values(line, "x_size", 1)[0] * _POINTS, 1)
        middle = (left + right) / 2
        y = bottom + offset + own * (middle - left) - slope * middle
        for element in line.iter("span"):
            text = "".join(element.itertext()).strip()
            if element is line or not text:
                continue
            start, _, end, _ = _values(element, "bbox", 4)
            words.append(Word(text, (start + slope * y) * _POINTS, (end + slope * y) * _POINTS, -y * _POINTS, size))
            sure.append(_values(element, "x_wconf", 1)[0])
    mean = round(sum(sure) / len(sure)) if sure else 0
    unsure = sum(each < _UNSURE for each in sure)
    return Recognised(replace(page, words=tuple(_level(words))), len(words), mean, unsure)


def _is_line(element: Any) -> bool:
    return "x_size" in (element.get("title") or "")


def _values(element: Any, name: str, count: int) -> list[float]:
    """Return the `count` numbers behind `name` in the title of an element: "bbox 219 199 278 227; x_wconf 93"."""
    found: list[str] = next(
        (part.split()[1:] for part in element.get("title").split("; ") if part.split()[0] == name), []
    )
    return [float(value) for value in found] if len(found) == count else [0.0] * count


def _level(words: list[Word]) -> list[Word]:
    """Return the words with their sizes evened out: a size measured on a few letters is not exact."""
    sizes = sorted(word.size for word in words for _ in word.text)
    middle = sizes[len(sizes) // 2] if sizes else 0.0
    return [word._replace(size=middle) if 0.8 * middle < word.size < 1.25 * middle else word for word in words]
