"""Measure how fast PDFs are read, beside PDFium's plain text, in one run.

Run `python -m benchmarks.pdf` at the root of a checkout. PDFium's own text is in the order of the file, with
page numbers in its sentences: it is what reading costs at the least, not a rival. Two readers that also look at the
places of letters stand beside it where they are installed: `pdftotext` (Debian: poppler-utils) and `pdfplumber` (pip).
Reading a statement and pdftotext start a process for every file, so that short files show what that costs.
"""

import argparse
import io
import math
import shutil
import subprocess
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

from benchmarks.sets import ROOT, data_folder, of_tests
from benchmarks.speed import machine
from benchmarks.tables import as_markdown, as_text
from benchmarks.timing import in_turns, median
from stmtdiff.loaders import load_bytes
from stmtdiff.loaders.pdf.process import read_pages

COLUMNS = (
    *("file", "pages", "pages a second", "ms a page", "of it letters", "plain text, ms a page", "x plain text"),
    *("pdftotext, ms a page", "pdfplumber, ms a page"),
)
_NONE = "-"  # in a column whose reader is not installed
_PAGES = 40  # of the file that is made where there are no real ones


def find_files(corpora: Path) -> list[tuple[str, bytes]]:
    """Return the PDFs under `raw/` of `corpora` that have text, by name; one made of the tests' fiction without any."""
    paths = sorted(path for path in corpora.glob("raw/**/*.pdf") if path.read_bytes()[:5] == b"%PDF-")
    found = [(path.name, path.read_bytes()) for path in paths]
    with_text = [(name, raw) for name, raw in found if any(page.words for page in read_pages(raw))]
    return with_text or [("made for this run", _made())]


def measure(name: str, raw: bytes, runs: int) -> tuple[str, ...]:
    """Return the row of one file: reading it as a statement, the letters alone, PDFium's plain text, other readers."""
    pages = len(read_pages(raw))
    tasks: dict[str, Callable[[], object]] = {
        "all": lambda: load_bytes(raw, name=name),
        "letters": lambda: read_pages(raw),
        "plain": lambda: plain_text(raw),
        **{reader: lambda read=read: read(raw) for reader, read in OTHERS.items() if is_installed(reader)},
    }
    times = {task: median(each) or math.nan for task, each in in_turns(tasks, runs=runs).items()}
    each = {task: f"{1000 * seconds / pages:.1f}" for task, seconds in times.items()}
    ratio = f"{times['all'] / times['plain']:.1f}"
    others = (each.get(reader, _NONE) for reader in OTHERS)
    return name, str(pages), f"{pages / times['all']:.0f}", each["all"], each["letters"], each["plain"], ratio, *others


def is_installed(reader: str) -> bool:
    """Say whether a program or a module of that name is there."""
    return shutil.which(reader) is not None or find_spec(reader) is not None


def _pdftotext(raw: bytes) -> str:
    """Return the text of a PDF as poppler's program reads it."""
    done = subprocess.run(["pdftotext", "-", "-"], input=raw, capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def _pdfplumber(raw: bytes) -> str:
    """Return the text of a PDF as pdfplumber reads it, from the places of its letters."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(raw)) as document:
        return "\n".join(page.extract_text() for page in document.pages)


OTHERS: dict[str, Callable[[bytes], str]] = {"pdftotext": _pdftotext, "pdfplumber": _pdfplumber}


def plain_text(raw: bytes) -> str:
    """Return the text of a PDF in the order of the file, as pypdfium2 gives it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(raw)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def _made() -> bytes:
    """Return a PDF of pages of fiction, drawn by the module that the tests draw theirs with."""
    printed = of_tests("printed")
    text = (ROOT / "corpora" / "sample" / "2025.txt").read_text(encoding="utf-8")
    units = [" ".join(unit.split()) for unit in text.split("\n\n") if len(unit) > 200][:6]
    raw: bytes = printed.pdf(*[printed.paragraphs(units)] * _PAGES)
    return raw


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pdf", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpora", type=Path, help="folder with raw/**/*.pdf (or STMTDIFF_CORPORA)")
    parser.add_argument("--runs", type=int, default=3, help="runs of each, in turns (default: 3)")
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    chosen = parser.parse_args(arguments)
    print(machine(), end="\n\n")
    rows = [measure(name, raw, chosen.runs) for name, raw in find_files(data_folder("corpora", chosen.corpora))]
    for reader in OTHERS:
        if not is_installed(reader):
            print(f"{reader} is not installed and was not measured.")
    print((as_markdown if chosen.markdown else as_text)(COLUMNS, rows))


if __name__ == "__main__":
    main()
