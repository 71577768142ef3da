"""Time what a user would start instead of stmtdiff, each as a whole process over the same two files.

Run `python -m benchmarks.programs` at the root of a checkout. A start is part of it: of Python, of the modules, of the
program. Processes take turns, and only their ratios in one run say something. None of the rivals aligns paragraphs,
names a shift or judges it. `--python` names the interpreter of an environment that has the Python packages:
`pip install redlines python-redlines python-redlines-docxodus` (its engine is a program of its own and needs no .NET).
"""

import argparse
import math
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from html import escape
from pathlib import Path

from benchmarks.sets import ROOT, data_folder
from benchmarks.speed import Pair, Row, find_pairs, machine
from benchmarks.tables import as_markdown, as_text
from benchmarks.timing import in_turns, median
from stmtdiff.loaders import load

Command = Sequence[str]

_OWN, _OWN_WORD = "stmtdiff diff -f plain", "stmtdiff diff -o redline.docx"
_PATIENCE = 60  # seconds for one run of a program
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
    'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HTML_DIFF = """
import difflib, pathlib, sys
old, new = (pathlib.Path(name).read_text(encoding="utf-8").splitlines() for name in sys.argv[1:])
print(difflib.HtmlDiff().make_file(old, new))
"""
_REDLINES = """
import pathlib, sys
from redlines import Redlines
print(Redlines(*(pathlib.Path(name).read_text(encoding="utf-8") for name in sys.argv[1:])).output_markdown)
"""
_DOCXODUS = """
import pathlib, sys
from python_redlines import DocxodusEngine
old, new, out = map(pathlib.Path, sys.argv[1:])
out.write_bytes(DocxodusEngine().run_redline("author", old.read_bytes(), new.read_bytes())[0])
"""


def programs(folder: Path, python: str) -> tuple[dict[str, Command], list[str]]:
    """Return the commands that can be run on the files of `folder`, by name, and the names of those that cannot."""
    texts = str(folder / "old.txt"), str(folder / "new.txt")
    words = str(folder / "old.docx"), str(folder / "new.docx"), str(folder / "redline.docx")
    own = sys.executable, "-m", "stmtdiff", "diff"
    wanted: dict[str, Command] = {
        _OWN: (*own, *texts, "-f", "plain"),
        "stmtdiff diff -o page.html": (*own, *texts, "-o", str(folder / "page.html")),
        "git diff --no-index --word-diff": ("git", "diff", "--no-index", "--no-color", "--word-diff", *texts),
        "wdiff": ("wdiff", *texts),
        "difflib.HtmlDiff": (python, "-c", _HTML_DIFF, *texts),
        "redlines": (python, "-c", _REDLINES, *texts),
        _OWN_WORD: (*own, *words[:2], "-o", words[2]),
        "python-redlines with Docxodus": (python, "-c", _DOCXODUS, *words),
    }
    found = {name: command for name, command in wanted.items() if _is_there(name, command, folder)}
    return found, [name for name in wanted if name not in found]


def _is_there(name: str, command: Command, folder: Path) -> bool:
    """Say whether a program and what it imports are there: whether it does two short files."""
    if shutil.which(command[0]) is None:
        return False
    _write(folder, "It met in Port Ilmen.", "It met in Velm.")
    return _run(command) in ((0, 1) if name.startswith(("git", "wdiff")) else (0,))  # 1: the files differ


def _run(command: Command) -> int:
    """Run a program to its end and return its exit code; modules of Python are found compiled, as once installed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if command[0] == sys.executable:
        environment["PYTHONPATH"] = str(ROOT)
    done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return done.returncode


def _write(folder: Path, old: str, new: str) -> None:
    """Write both texts as plain text, and as Word documents of one paragraph for each of theirs."""
    for name, text in (("old", old), ("new", new)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        rows = (" ".join(part.split()) for part in text.split("\n\n"))
        body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(row)}</w:t></w:r></w:p>' for row in rows if row)
        document = f'<?xml version="1.0"?><w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
        with zipfile.ZipFile(folder / f"{name}.docx", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", _TYPES)
            archive.writestr("_rels/.rels", _RELATIONS)
            archive.writestr("word/document.xml", document)


def table(pair: Pair, runs: int, python: str) -> tuple[list[Row], list[str]]:
    """Return a row for each program, and the names of those that are not installed."""
    old, new = load(pair.old).text, load(pair.new).text
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        found, missing = programs(folder, python)
        _write(folder, old, new)
        tasks = {name: (lambda command=command: _run(command)) for name, command in found.items()}
        medians = {name: median(times) for name, times in in_turns(tasks, runs=runs, limit=_PATIENCE).items()}
    size = f"{len(old.split())}/{len(new.split())}"
    return [(pair.name, size, name, *_told(name, value, medians)) for name, value in medians.items()], missing


def _told(name: str, value: float | None, medians: dict[str, float | None]) -> tuple[str, str]:
    """Return what a program takes, and how many times that stmtdiff takes for the same kind of files."""
    own = medians.get(_OWN_WORD if name.endswith(("docx", "Docxodus")) else _OWN) or math.nan
    return (f"over {_PATIENCE} s", "-") if value is None else (f"{1000 * value:.0f}", f"{own / value:.2f}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.programs", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--python", default=sys.executable, help="interpreter that has redlines and python-redlines")
    parser.add_argument("--corpora", type=Path, help="folder of statements (or STMTDIFF_CORPORA)")
    parser.add_argument("--runs", type=int, default=5, help="runs of each, in turns (default: 5)")
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    chosen = parser.parse_args(arguments)
    pairs, absent = find_pairs(data_folder("corpora", chosen.corpora))
    print(machine(), end="\n\n")
    tables = [table(pair, chosen.runs, chosen.python) for pair in pairs]
    show = as_markdown if chosen.markdown else as_text
    columns = ("pair", "words", "what is started", "ms", "stmtdiff takes x of it")
    print(show(columns, [row for rows, _ in tables for row in rows]), end="\n\n")
    for what, names in (("not there", absent), ("not installed", tables[0][1])):
        if names:
            print(f"{what}: {', '.join(names)}")


if __name__ == "__main__":
    main()
