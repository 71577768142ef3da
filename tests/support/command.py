"""Run the command line: in this process, and in one of its own where a test is about that.

A start of Python takes longer than most commands. What is tested is the same entry point either way, with its
arguments, environment, folder, streams and exit code.
"""

import contextlib
import gc
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import NamedTuple
from unittest import mock

from stmtdiff.cli import main

QUIET = {"PATH": os.environ["PATH"], "COLUMNS": "90"}
"""The environment that a command sees in tests: nothing of the reader's own."""
if "PYTHONPATH" in os.environ:
    QUIET["PYTHONPATH"] = os.environ["PYTHONPATH"]


class Done(NamedTuple):
    """What a command wrote, and its exit code."""

    returncode: int
    stdout: bytes
    stderr: bytes

    @property
    def out(self) -> str:
        """Return what went to standard output, as text."""
        return self.stdout.decode("utf-8")

    @property
    def said(self) -> str:
        """Return what went to standard error, as text."""
        return self.stderr.decode("utf-8")


def run(*arguments: str | Path, stdin: bytes = b"", folder: Path | None = None, **environment: str) -> Done:
    """Return what a command does that is started in `folder`, in this process."""
    streams = [io.TextIOWrapper(io.BytesIO(stdin)), *(io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in "oe")]
    told = [stream.buffer for stream in streams]
    with (
        contextlib.chdir(folder or Path.cwd()),
        mock.patch.dict(os.environ, QUIET | environment, clear=True),
        _main_module(),
        mock.patch.multiple(sys, argv=["stmtdiff", *map(str, arguments)], stdin=streams[0], stdout=streams[1],
                            stderr=streams[2]),
        mock.patch.multiple(gc, freeze=mock.DEFAULT, set_threshold=mock.DEFAULT),  # this process goes on
    ):  # fmt: skip
        code = _code()
        sys.stdout.flush()
        sys.stderr.flush()
        return Done(code, told[1].getvalue(), told[2].getvalue())


@contextlib.contextmanager
def _main_module() -> Iterator[None]:
    """Let the program be called by its own name in help; whatever is imported meanwhile stays imported once."""
    own = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = own


def _code() -> int:
    try:
        main()
    except SystemExit as ended:
        return int(ended.code or 0)
    raise AssertionError("the command line did not exit")


def out(*arguments: str | Path, folder: Path | None = None, **environment: str) -> str:
    """Return what a command prints that succeeds and says nothing on standard error."""
    done = run(*arguments, folder=folder, **environment)
    assert (done.returncode, done.said) == (0, "")
    return done.out


_SEEDED = """import json, sys
from support.command import run
for command in json.load(sys.stdin):
    done = run(*command)
    sys.stdout.buffer.write(done.stdout + done.stderr)
"""


def seeded(seed: str, commands: Sequence[Sequence[str | Path]]) -> bytes:
    """Return what `commands` write one after the other, in a process whose hashes have a seed of their own."""
    known = QUIET | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])}
    told = json.dumps([list(map(str, command)) for command in commands]).encode()
    done = subprocess.run([sys.executable, "-c", _SEEDED], input=told, capture_output=True, env=known, check=True)
    return done.stdout


def process(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> Done:
    """Return what a command does in a process of its own: for what is decided at the start of Python."""
    command = [sys.executable, "-m", "stmtdiff", *map(str, arguments)]
    done = subprocess.run(command, input=stdin, capture_output=True, env=QUIET | environment, check=False)
    return Done(done.returncode, done.stdout, done.stderr)
