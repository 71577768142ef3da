"""Small files of the shapes that readers of documents fail at: each with what it says, in a file beside it.

The files are nobody's text. `pytest --update` rewrites what stands beside them; read the difference as a reader would
read the file.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from stmtdiff.errors import LoadError
from stmtdiff.loaders import load
from stmtdiff.model import Source

FOLDER = Path(__file__).parent / "reading_files"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".says")


def said(path: Path) -> str:
    """Return the doubts about a file and its blocks, a line each, those that are more than text with what they are."""
    try:
        source = load(path)
    except LoadError as refusal:
        return f"refused: {refusal.message}\nhint: {refusal.hint}\n"
    return "".join(f"{line}\n" for line in (*(f"doubt: {doubt}" for doubt in source.doubts), *blocks(source)))


def blocks(source: Source) -> list[str]:
    kinds = {mark.span.start: mark.kind for mark in source.marks if mark.kind not in {"page", "label"}}
    made, start = [], 0
    for block in source.text.split("\n\n"):
        first = start + len(block) - len(block.lstrip())
        kind = f"{kinds[first]}: " if first in kinds else ""
        made.append(kind + block.strip().replace("\n", " / "))
        start += len(block) + 2
    return made


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_a_file_says_what_a_reader_sees(path: Path, expect: Callable[[str, str], None]) -> None:
    expect(f"tests/reading_files/{path.name}.says", said(path))


def test_a_word_document_and_its_page_have_the_same_superscripts() -> None:
    document, page = (FOLDER / f"word-superscript-{name}" for name in ("sup.docx", "twin.html"))
    assert load(document).text == load(page).text
