"""Kill commands at every n-th system call, and look whether anything confirmed is lost: ``python -m benchmarks.crash``.

A command runs once under strace, which writes down its system calls; then it runs again for each of them, from the
first that is about its own files, and is killed (SIGKILL) as it makes that call. After each kill: the library has no
damage, what was in it and what the command had confirmed is whole, the same command ends well, and what it leaves is
what an undisturbed one leaves, without leftovers.

With `--layer` a layer between Python and the system kills at every change of a file instead: fewer places, but all of
them, quicker, and without strace. A small version of that is a test (`tests/test_library.py`).
"""

import argparse
import itertools
import multiprocessing
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import groupby
from pathlib import Path

from stmtdiff import cli
from stmtdiff.comment import Comment
from stmtdiff.comments import exported
from stmtdiff.errors import StmtdiffError
from stmtdiff.series.audit import audit
from stmtdiff.series.holdings import Library
from stmtdiff.series.keeping import read_kept

CALLS = (
    "openat,write,pwrite64,fsync,fdatasync,rename,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,chmod,fchmod,"
    "fchmodat,ftruncate,flock,fcntl,close"
)
_CALL = re.compile(r"\d+\s+(\w+)\(")
_KILLED = {-9, 137}
_CHANGES = ("open", "write", "fsync", "replace", "rename", "unlink", "rmdir", "mkdir", "chmod", "close")
_PASSING = re.compile(rb"^fetched = .*\n", re.MULTILINE)  # differs from one run to the next
_TEXT = "1. The Ostrel Bay Dialogue met in Port Ilmen on {day} May 2031.\n\n2. Ministers voiced {how} concern.\n"
_POLICY = '[[watch]]\nid = "grave"\nphrase = "grave concern"\nmessage = "Concern was lowered."\n'
_MANIFEST = """schema = "stmtdiff-series/1"
id = "ostrel"
title = "Ostrel Bay Dialogue (fiction)"
[[release]]
date = 2031-05-03
[[release.address]]
url = "http://127.0.0.1:{port}/2031"
basis = "official"
"""
_START = "import sys; sys.path[:] = {paths!r}; from stmtdiff.cli import main; main()"
_LOST = 255  # what `multiprocessing` says of a process of which it does not know how it ended
_STARTING = threading.Lock()
_FORKS = multiprocessing.get_context("forkserver")  # processes in which all is imported already
_MORE = "3. Ministers agreed to keep the Selm channel open and to meet again in the coming year. " * 12
_PAGE = "<!doctype html><html><body><article><h1>Statement</h1><p>Port Ilmen, 3 May 2031</p>{}</article></body></html>"


@dataclass(frozen=True, slots=True)
class Scenario:
    """A command that changes files: what is there before it, and what it is called with, in a folder of its own."""

    name: str
    before: tuple[tuple[str, ...], ...]
    command: tuple[str, ...]


_ONE, _TWO, _OTHER, _SERIES = "2031-05-03.txt", "2031-05-04.txt", "other-2031-05-03.txt", ("--series", "ostrel")
_ACCEPT = ("check", _TWO, "--against", _ONE, "--accept", "{finding}", "--reason", "agreed")
_WRITE = ("-f", "html", "-o", "report.html")
_IMPORT, _REMOVE = ("comments", "import", "ostrel"), ("comments", "remove", "ostrel", "c-first")
_AGAIN = {"--accept", "remove"}  # commands that refuse to do again what was done before they were killed
_FILES = ("report.html", "stmtdiff-baseline.toml", "records.jsonl", "library/ostrel.comments.json")
SCENARIOS = (
    Scenario("add, a new series", (), ("add", _ONE, _TWO, *_SERIES)),
    Scenario("add, another text of a day", (("add", _ONE, *_SERIES),), ("add", _OTHER, _TWO, *_SERIES)),
    Scenario("pull", (("add", _TWO, *_SERIES),), ("pull", "ostrel", "2031-05-03", "--no-archive")),
    Scenario("use", (("add", _ONE, *_SERIES), ("add", _OTHER, *_SERIES)), ("series", "use", "ostrel:2031-05-03", "2")),
    Scenario("find", (("add", _ONE, _TWO, *_SERIES),), ("series", "find", "grave concern")),
    Scenario("accept", (), _ACCEPT),
    Scenario("comments import", (("add", _ONE, *_SERIES), (*_IMPORT, "first.json")), (*_IMPORT, "second.json")),
    Scenario("comments remove", (("add", _ONE, *_SERIES), (*_IMPORT, "first.json")), _REMOVE),
    Scenario("batch", (), ("batch", "pairs.csv", "-o", "records.jsonl", "--jobs", "1")),
    Scenario("-o", (("diff", _ONE, _ONE, *_WRITE),), ("diff", _ONE, _TWO, *_WRITE)),
)


class BrokenError(Exception):
    """A promise that was broken after a kill."""


def main() -> int:
    """Run and return the exit code: 1 when a promise was broken."""
    options = _options()
    if not options.layer and shutil.which("strace") is None:
        print("strace is not installed; --layer needs none")
        return 2
    _FORKS.set_forkserver_preload(
        ["benchmarks.crash", "stmtdiff.series.adding", "stmtdiff.releases", "stmtdiff.renderers"]
    )
    print(f"{'command':<28}{'calls':>8}{'kills':>8}{'broken':>8}")
    kills = broken = 0
    with _serving() as port, tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(options.jobs) as pool:
        for scenario in (one for one in SCENARIOS if not options.only or one.name in options.only):
            desk = Desk(scenario, Path(scratch), port)
            calls = desk.changes() if options.layer else desk.calls()
            step = 1 if options.layer else max(1, len(calls) * len(SCENARIOS) // options.kills)
            said = list(pool.map(desk.kill, calls[::step]))
            killed, wrong = sum(one is not None for one in said), [one for one in said if one]
            print(f"{scenario.name:<28}{len(calls):>8,}{killed:>8,}{len(wrong):>8,}", flush=True)
            for one, alike in groupby(sorted(wrong)):
                print(f"    {len(list(alike))} times: {one}", flush=True)
            kills, broken = kills + killed, broken + len(wrong)
    print(f"{'together':<28}{'':>8}{kills:>8,}{broken:>8,}")
    return 1 if broken else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=1_400, help="about how many, over all commands")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="at a time")
    parser.add_argument("--layer", action="store_true", help="kill at every change of a file, without strace")
    parser.add_argument("--only", action="append", help="one command by its name in the table; repeatable")
    return parser.parse_args()


class Desk:
    """Where a scenario runs: each time in a new copy of the same folder."""

    def __init__(self, scenario: Scenario, scratch: Path, port: int) -> None:
        """Lay out the files in `scratch`; `port` is that of the server for what is pulled."""
        self._scratch = scratch
        self._start = Path(tempfile.mkdtemp(dir=scratch))
        self._lay_out(port)
        for command in scenario.before:
            self._run(command, self._start)
        finding = self._finding() if "{finding}" in scenario.command else ""
        self._command = tuple(word.format(finding=finding) for word in scenario.command)
        whole = self._copy()
        self._code, self._told = self._run(self._command, whole)
        self._end = _files(whole)
        is_changed = scenario.name == "find" or self._end != _files(self._start)
        assert self._code == 0, f"{scenario.name} fails: {self._told}"
        assert is_changed, f"{scenario.name} changes nothing"

    def _lay_out(self, port: int) -> None:
        texts = {
            "2031-05-03.txt": _TEXT.format(day=3, how="grave"),
            "2031-05-04.txt": _TEXT.format(day=4, how="deep"),
            "other-2031-05-03.txt": _TEXT.format(day=3, how="some"),
            "pairs.csv": f"old,new\n{_ONE},{_TWO}\n{_ONE},{_OTHER}\n{_TWO},{_OTHER}\n",
            **{f"{name}.json": exported([_comment(name)], "ostrel") for name in ("first", "second")},
            "stmtdiff.toml": f'library = "library"\n{_POLICY}',
            "library/ostrel/series.toml": _MANIFEST.format(port=port),
        }
        for name, text in texts.items():
            (self._start / name).parent.mkdir(parents=True, exist_ok=True)
            (self._start / name).write_text(text, encoding="utf-8")

    def _finding(self) -> str:
        """Return the id of the one finding that the two statements have."""
        _, said = self._run(("check", "2031-05-04.txt", "--against", "2031-05-03.txt", "-f", "json"), self._start)
        found = re.search(r'"id": "(grave[^"]*)"', said)
        assert found is not None
        return found[1]

    def _copy(self) -> Path:
        """Return a copy of the folder as it was before the command, under a path of the same length."""
        copy = Path(tempfile.mkdtemp(dir=self._scratch))
        shutil.copytree(self._start, copy, dirs_exist_ok=True)
        return copy

    def _run(self, words: Sequence[str], folder: Path, *before: str, layer: int | None = None) -> tuple[int, str]:
        """Return the exit code of a command in `folder` and what it said on its output.

        `before` are the words of strace, which needs a new process; `layer` is the change of a file at which the
        command ends itself, 0 for none of them.
        """
        known = {"PATH": os.environ["PATH"], "STMTDIFF_ALLOW_HOSTS": "127.0.0.1", "HOME": str(folder)}
        if before:
            code = _START.format(paths=[str(Path.cwd()), *sys.path])
            command = [*before, sys.executable, "-B", "-c", code, *words]
            done = subprocess.run(command, cwd=folder, env=known, capture_output=True, text=True, check=False)
            return done.returncode, done.stdout
        said = folder.with_suffix(".said")
        child = _FORKS.Process(target=_command, args=(tuple(words), folder, known, layer, said))
        with _STARTING:
            child.start()
        child.join()
        if child.exitcode == _LOST and layer is None:  # how it ended got lost between the processes
            return self._run(words, folder)
        return child.exitcode or 0, said.read_text(encoding="utf-8")

    def calls(self) -> list[tuple[str, int]]:
        """Return the system calls of the command, each by its name and which of that name it is, from 1."""
        folder = self._copy()
        log = self._scratch / "calls"
        self._run(self._command, folder, "strace", "-f", "-qq", "-o", str(log), "-e", f"trace={CALLS}")
        counts: dict[str, int] = {}
        found = []
        is_begun = False
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
            if match := _CALL.match(line):
                counts[match[1]] = counts.get(match[1], 0) + 1
                is_begun = is_begun or f'"{folder}/library/.lock' in line or "O_CREAT" in line
                if is_begun and not ("openat" in line and ("site-packages" in line or "/lib/python" in line)):
                    found.append((match[1], counts[match[1]]))
        return found

    def changes(self) -> list[tuple[str, int]]:
        """Return the changes of files that the command makes, as `kill` takes them."""
        folder = self._copy()
        self._run(self._command, folder, layer=0)
        return [("", number) for number in range(1, int((folder / "calls").read_text()) + 1)]

    def kill(self, call: tuple[str, int]) -> str | None:
        """Kill the command at `call`; return which promise was broken, "" for none, None where it ended before."""
        name, number = call
        folder = self._copy()
        trace = ("strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={name}")
        inject = ("-e", f"inject={name}:signal=KILL:when={number}")
        if name:
            code, told = self._run(self._command, folder, *trace, *inject)
        else:
            code, told = self._run(self._command, folder, layer=number)
        if code not in _KILLED:
            return None
        try:
            self._check(folder, told)
        except (BrokenError, StmtdiffError, OSError) as error:
            return f"{name or 'a change'}: {error}".replace(str(folder), "")
        finally:
            shutil.rmtree(folder)
        return ""

    def _check(self, folder: Path, told: str) -> None:
        self._check_library(folder / "library", told)
        was, is_now = _files(self._start), _files(folder)
        for name in _FILES:
            if is_now.get(name) not in {was.get(name), self._end.get(name)}:
                raise BrokenError(f"{name} is neither the old nor the new one")
        code, said = self._run(self._command, folder)
        if code != self._code and _AGAIN.isdisjoint(self._command):
            raise BrokenError(f"the same command ends with {code} and not {self._code}")
        if self._command[1] == "find" and said != self._told:
            raise BrokenError("another answer")
        if left := {*_files(folder).items()} ^ {*self._end.items()}:
            raise BrokenError(f"left otherwise: {sorted({name for name, _ in left})}")

    def _check_library(self, place: Path, told: str) -> None:
        library = Library(place)
        usual = {trouble.kind for trouble in audit(Library(self._start / "library"))} | {"beside"}
        for trouble in audit(library):
            if trouble.is_damage and trouble.kind not in usual:
                raise BrokenError(f"damage: {trouble.kind}")
        kept = library.kept("ostrel")
        for entry in kept:
            if read_kept(place / "ostrel", entry).sha256 != entry.sha256:
                raise BrokenError("a text is not what was locked")
        before = {entry.sha256 for entry in Library(self._start / "library").kept("ostrel")}
        if not before <= {entry.sha256 for entry in kept}:
            raise BrokenError("a text that was there is lost")
        confirmed = set(re.findall(r"ostrel:(\d{4}-\d{2}-\d{2})", told))
        if self._command[0] in {"add", "pull"} and not confirmed <= {str(entry.date) for entry in kept}:
            raise BrokenError("a text that was confirmed is lost")


def _comment(name: str) -> Comment:
    about = "ostrel:2031-05-03", f"The {name} comment.", "grave concern", "", "", 0, 0
    return Comment(f"c-{name}", *about, created="2031-05-04")


def _command(words: Sequence[str], folder: Path, known: dict[str, str], layer: int | None, said: Path) -> None:
    """Run a command line in this process, which was made for it; its output goes to the file `said`."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(known)
    for number, place in ((1, said), (2, Path(os.devnull))):
        os.dup2(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    sys.stdout, sys.stderr = (os.fdopen(number, "w", closefd=False, encoding="utf-8") for number in (1, 2))
    sys.__stdout__, sys.__stderr__ = sys.stdout, sys.stderr  # held, as Python holds its own
    sys.argv = ["stmtdiff", *words]
    calls = itertools.count(1)
    if layer is not None:
        _die_at(layer, calls)
    try:
        cli.main()
    finally:
        if layer == 0:
            (folder / "calls").write_text(str(next(calls) - 1), encoding="utf-8")


def _die_at(number: int, calls: "itertools.count[int]") -> None:
    """Have this process kill itself at the change of a file that `calls` gives that number."""

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **choices: object) -> object:
            if next(calls) == number:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **choices)

        return call

    for name in _CHANGES:
        setattr(os, name, counted(getattr(os, name)))


def _files(folder: Path) -> dict[str, bytes]:
    """Return what is in `folder`, by name, but for the index and the lock, which decide nothing, and for times."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    told = {str(path.relative_to(folder)): path.read_bytes() for path in paths if not _is_aside(path.name)}
    return {name: _PASSING.sub(b"", raw) for name, raw in told.items()}


def _is_aside(name: str) -> bool:
    return name == ".lock" or name.startswith(".index.sqlite")


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        raw = _PAGE.format(
            "".join(f"<p>{part}</p>" for part in (*_TEXT.format(day=3, how="grave").split("\n\n"), _MORE))
        ).encode()
        self.send_response(200 if self.path == "/2031" else 404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def _serving() -> Iterator[int]:
    """Run a server on loopback and yield its port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


if __name__ == "__main__":
    sys.exit(main())
