"""What somebody would use instead of stmtdiff, each given the same two texts in memory.

None of them aligns paragraphs, names a shift or judges it: they are here for the time only. The
programs are started once a run, as a user starts them, and read two files.
"""

import difflib
import hashlib
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from importlib.util import find_spec
from pathlib import Path

import stmtdiff
from stmtdiff.model import Source
from stmtdiff.outline import parse
from stmtdiff.remembering import forget
from stmtdiff.report import Report

OWN = "stmtdiff, whole compare"
FLAT = "difflib, flat on tokens"
_TOKEN = re.compile(r"\w+|[^\w\s]")

Run = Callable[[str, str], object]


@dataclass(frozen=True, slots=True)
class Contender:
    """A way to compare two texts: its name, and the call that is timed."""

    name: str
    run: Run


def contenders(folder: Path) -> tuple[list[Contender], list[str]]:
    """Return who can run here and the names of those that cannot; programs read their files from `folder`."""
    found = [Contender(OWN, compare), Contender(FLAT, flat), Contender("difflib.HtmlDiff on paragraphs", _html_table)]
    missing: list[str] = []
    for name, module, run in (("redlines", "redlines", _redlines), ("lxml.html.diff", "lxml", _htmldiff)):
        (found.append(Contender(name, run)) if find_spec(module) else missing.append(name))
    for name, command in (
        ("git diff --word-diff", ["git", "diff", "--no-index", "--no-color", "--word-diff"]),
        ("wdiff", ["wdiff"]),
    ):
        (found.append(Contender(name, _program(command, folder))) if shutil.which(command[0]) else missing.append(name))
    return found, missing


def compare(old: str, new: str) -> Report:
    """Run the whole of stmtdiff on two texts that have been read: parse, align, shifts, rules.

    What it remembers of texts from one run to the next is forgotten first.
    """
    forget()
    return stmtdiff.compare(parse(as_source(old)), parse(as_source(new)))


def as_source(text: str) -> Source:
    """Return `text` as a loader would hand it over."""
    return Source(text, hashlib.sha256(text.encode()).hexdigest(), "text", "1")


def flat(old: str, new: str) -> object:
    """Compare all tokens of two texts as one row with difflib, without regard to paragraphs."""
    return difflib.SequenceMatcher(None, _TOKEN.findall(old), _TOKEN.findall(new), autojunk=False).get_opcodes()


def _html_table(old: str, new: str) -> object:
    return difflib.HtmlDiff().make_table(old.splitlines(), new.splitlines())


def _redlines(old: str, new: str) -> object:
    from redlines import Redlines  # type: ignore[import-not-found]  # only in the environment made for this benchmark

    return Redlines(old, new).output_markdown


def _htmldiff(old: str, new: str) -> object:
    from lxml.html.diff import htmldiff

    return htmldiff(_as_html(old), _as_html(new))


def _as_html(text: str) -> str:
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in text.split("\n\n"))


def _program(command: list[str], folder: Path) -> Run:
    paths = folder / "old.txt", folder / "new.txt"

    def run(old: str, new: str) -> object:
        for path, text in zip(paths, (old, new), strict=True):
            path.write_text(text, encoding="utf-8")
        return subprocess.run([*command, *map(str, paths)], stdout=subprocess.DEVNULL, check=False).returncode

    return run
