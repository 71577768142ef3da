"""What the pages tell a reader to type, and the files that they speak of."""

import re
import shlex
import shutil
from pathlib import Path

from conftest import ROOT

ARTICLE = "The Meeting again voiced “grave concern”, the forum said.\n"
_BLOCK = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)
_OLD, _NEW = (ROOT / "corpora" / "sample" / f"{year}.txt" for year in (2024, 2025))
_STATEMENTS = {
    _OLD: ("old.txt", "zero.txt", "last.txt", "2024.html", "en.txt", "fr.txt", "en.pdf", "fr.pdf"),
    _NEW: ("new.txt", "new.html", "new.pdf", "2025.pdf", "rev1.txt", "final.txt", "notes.html"),
}
_RULES = """\
id = "mine"
name = "Mine"
about = "Harbour dues."
softer = "looser"
firmer = "stricter"
axis = "dues"

[[rule]]
code = "MIN101"
name = "dues-changed"
kind = "ladder"
severity = "note"
message = "'{old}' -> '{new}'"
why = "A due that must be paid is another thing than one that may be."
ranks = ["may pay|give", "must pay|give"]
fires = [{ old = "Ships must pay dues.", new = "Ships may pay dues.", direction = "softer" }]
quiet = [{ old = "Ships must pay dues.", new = "Boats must pay dues." }]
"""


def typed_on(page: Path) -> list[list[str]]:
    """Return the arguments of each `stmtdiff` that a page shows behind a prompt, in their order."""
    lines = "".join(_BLOCK.findall(page.read_text(encoding="utf-8"))).splitlines()
    typed = [line.removeprefix("$ stmtdiff ") for line in lines if line.startswith("$ stmtdiff ")]
    # Unlike shlex, a shell takes no "#" within a word for the begin of a comment.
    return [shlex.split(re.split(r"\s#", line)[0]) for line in typed]


def lay_out(folder: Path) -> None:
    """Put the files that pages speak of into a folder; what is in a file counts, not its name."""
    for source, names in _STATEMENTS.items():
        for name in names:
            shutil.copy(source, folder / name)
    for name in ("article.md", "page.html"):
        (folder / name).write_text(ARTICLE, encoding="utf-8")
    (folder / "page.html").write_text(f"<article><p>{ARTICLE}</p></article>", encoding="utf-8")
    (folder / "pairs.csv").write_text("old,new\nold.txt,new.txt\n", encoding="utf-8")
    (folder / "mine.toml").write_text(_RULES, encoding="utf-8")
