"""Choose the language in which scanned pages are read: that of the document, where tesseract has it.

The ugly case: French that is read as English loses its accents and half of its short words, with 85 % said to be sure.
"""

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

from stmtdiff.languages import code_of
from stmtdiff.languages import load as load_language
from stmtdiff.loaders.pdf import ocr
from stmtdiff.loaders.pdf.ocr import Recognised, recognise
from stmtdiff.loaders.pdf.pages import Page
from stmtdiff.loaders.pdf.process import read_picture
from stmtdiff.settings import BY_THE_DOCUMENT, ReadOptions

# The names of tesseract's data for the languages that are told, https://tesseract-ocr.github.io/tessdoc/Data-Files.html
_NAMES = {
    "en": "eng", "fr": "fra", "es": "spa", "de": "deu", "pt": "por", "ru": "rus", "zh": "chi_sim", "ja": "jpn",
    "ko": "kor", "ar": "ara", "he": "heb", "el": "ell", "th": "tha", "hi": "hin", "it": "ita", "nl": "nld", "ro": "ron",
    "sv": "swe", "da": "dan",
}  # fmt: skip
# The scripts that its script detection tells, each with the language that most statements in it are written in.
_SCRIPTS = {
    "Cyrillic": "ru", "Han": "zh", "HanS": "zh", "HanT": "zh", "Japanese": "ja", "Hangul": "ko", "Korean": "ko",
    "Arabic": "ar", "Hebrew": "he", "Greek": "el", "Thai": "th", "Devanagari": "hi",
}  # fmt: skip
_SCRIPT = re.compile(rb"^Script: (\w+)", re.MULTILINE)
_USUAL = "eng"  # what tesseract brings along
# Languages that only a scan asks by name.
_OTHERS = {
    "he": "Hebrew", "el": "Greek", "th": "Thai", "hi": "Hindi", "it": "Italian", "nl": "Dutch", "ro": "Romanian",
    "sv": "Swedish", "da": "Danish",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """The language to read in, as tesseract names it; what is doubtful about it; a page that was read in it already."""

    language: str
    doubt: str = ""
    read: Recognised | None = None


def choose(file: bytes, pages: Sequence[Page], first: Page, options: ReadOptions) -> Choice:
    """Return the language in which the pictures of the PDF in `file` are read.

    It is the one that was chosen, or that of the pages with text; else that of the script of the page `first`, or of
    the words that are found on it.

    Raises:
        LoadError: when tesseract fails on the page, or takes too long.
    """
    if options.ocr_language != BY_THE_DOCUMENT:
        return Choice(options.ocr_language)
    known = installed()
    usual = _USUAL if _USUAL in known else min(known - {"osd"}, default=_USUAL)
    code = code_of(" ".join(word.text for page in pages for word in page.words))
    read = None
    if not code and "osd" in known:
        code = _SCRIPTS.get(_script(file, first, options), "")
    if not code:
        read = recognise(file, first, usual, options)
        code = code_of(" ".join(word.text for word in read.page.words)) if read else ""
    wanted = _NAMES.get(code, usual)
    if wanted in known and wanted != usual:
        return Choice(wanted)
    return Choice(usual, _lacking(code, wanted, usual) if known and wanted != usual else "", read)


def installed() -> frozenset[str]:
    """Return the names of the languages that tesseract has, and "osd" if it tells scripts; none where it is missing."""
    try:
        done = subprocess.run([ocr.PROGRAM, "--list-langs"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(done.stdout.decode("utf-8", "replace").split("\n")[1:]) - {""}


def _script(file: bytes, page: Page, options: ReadOptions) -> str:
    """Return the name of the script on a page, "" where too few letters tell it."""
    picture = read_picture(file, page.number, options.limits)
    command = [ocr.PROGRAM, "stdin", "stdout", "--psm", "0"]
    try:
        done = subprocess.run(
            command,
            input=picture,
            capture_output=True,
            timeout=options.limits.seconds,
            check=False,
            env=ocr.environment(),
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    found = _SCRIPT.search(done.stdout)
    return found[1].decode() if found else ""


def _lacking(code: str, wanted: str, usual: str) -> str:
    name = _OTHERS.get(code) or load_language(code).name
    return (
        f"The scanned pages look {name}, and tesseract has no language '{wanted}' (Debian:"
        f" tesseract-ocr-{wanted.replace('_', '-')}); they were read as '{usual}', and many letters will be wrong."
    )
