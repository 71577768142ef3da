"""Imports only go down the floors of the house, and never sideways."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "stmtdiff"
FLOORS = {
    "patterns": -1, "remembering": -1,
    "spans": 0, "errors": 0, "languages": 0, "formats": 0, "json_lines": 0, "processes": 0,
    "pdfium": 0, "collecting": 0,
    "model": 1, "settings": 1, "notemarks": 1,
    "comment": 2, "words": 2, "sentences": 2, "values": 2, "toml": 2, "web": 2, "trie": 2,
    "loaders": 3, "outline": 3, "phrases": 3, "forum": 3,
    "series": 4, "grammar": 4,
    "align": 5, "edits": 5,
    "saying": 6,
    "shifts": 7, "notices": 7,
    "rules": 8, "data": 8,
    "report": 9,
    "comparison": 10,
    "timeline": 11, "checking": 11,
    "releases": 12, "ledger": 12, "quotations": 12, "drafting": 12, "comments": 12, "parallel": 12,
    "renderers": 13,
    "batch": 14, "site": 14,
    "cli": 15, "__main__": 16,
}  # fmt: skip
# The package's own names are lazy, and a report shows itself: those two may look upward, late.
EXCEPTIONS = {("__init__", "*"), ("report", "renderers")}
LONGEST = 400  # lines of a file that does not say at its top why it is longer


def _modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imported_rooms(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""] if node.module != "stmtdiff" else [f"stmtdiff.{a.name}" for a in node.names]
        for name in names:
            if name.startswith("stmtdiff."):
                yield name.split(".")[1], node.lineno


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down(path: Path) -> None:
    """A module imports its own room and rooms on lower floors, nothing else of the house."""
    room = _room(path)
    if (room, "*") in EXCEPTIONS:
        return
    for other, line in _imported_rooms(path):
        if other == room or (room, other) in EXCEPTIONS or other.startswith("__"):
            continue
        assert other in FLOORS, f"{path}:{line}: {other} has no floor"
        assert FLOORS[other] < FLOORS[room], f"{path}:{line}: {room} imports {other}, which is not below it"


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_room_has_a_floor_and_no_file_is_too_long(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert _room(path) in FLOORS or path.name == "__init__.py"
    assert len(lines) <= LONGEST or re.search("This file is long because", "\n".join(lines[:20]))


def test_inside_a_room_imports_make_no_circle() -> None:
    """Following the imports at the top of a room's modules never leads back to where it began."""
    graph: dict[str, set[str]] = {}
    for path in _modules():
        name = "stmtdiff." + ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        tree = ast.parse(path.read_text(encoding="utf-8"))
        tops = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module]
        graph[name] = {str(node.module) for node in tops if str(node.module).startswith("stmtdiff.")}
    for start in graph:
        seen: set[str] = set()
        queue = list(graph[start])
        while queue:
            here = queue.pop()
            if here not in seen:
                seen.add(here)
                queue.extend(graph.get(here, ()))
        assert start not in seen, f"{start} imports itself by way of others"


def test_the_pages_of_a_site_are_above_all_other_pages() -> None:
    """A site is made of the pages of other folders; none of them knows it. What both need is in `renderers` itself."""
    site = PACKAGE / "renderers" / "site"
    users = {
        _room(path)
        for path in _modules()
        if site not in path.parents
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("stmtdiff.renderers.site")
    }
    assert users == {"site"}


def test_toml_has_one_reader() -> None:
    """Whoever needs TOML asks for a cursor, so that every mistake is named with its place."""
    readers = [
        path.name
        for path in [*_modules(), *(PACKAGE.parent / "benchmarks").rglob("*.py")]
        if "tomllib" in path.read_text(encoding="utf-8")
    ]
    assert readers == ["toml.py"]


def test_no_test_is_judged_by_a_clock() -> None:
    """Work is counted and waits are handed over; one test prints how long a browser took, and judges nothing by it."""
    clocks = re.compile(r"\b(?:perf_counter|monotonic|process_time|thread_time|time\.time)\b")
    tests = [path for path in (PACKAGE.parent / "tests").rglob("*.py") if path.name != Path(__file__).name]
    assert [path.name for path in tests if clocks.search(path.read_text("utf-8"))] == ["test_browser.py"]
