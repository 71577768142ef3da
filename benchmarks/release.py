"""Measure how long a release takes from its publication to the verdict: `check --new` against a server on loopback.

What is timed is one whole command, as a clock starts it: Python, the feed, the page, the library, the
comparison and the policy. The network of a real publisher comes on top.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.sets import ROOT, of_tests
from benchmarks.timing import Times, seconds

_FEED = """<rss version="2.0"><channel><title>Press</title><item><title>Chair's Statement</title>
<link>/2026.html</link><pubDate>Sat, 13 Jun 2026 18:00:00 GMT</pubDate></item></channel></rss>"""
_MANIFEST = """schema = "stmtdiff-series/1"
id = "quill"
title = "Quill Bay Dialogue"
licence = "made for this run"
[source]
feed = "{feed}"
match = "statement"
"""
_SETTINGS = """library = "library"
[[watch]]
id = "grave"
phrase = "grave concern"
message = "The formula of concern changed."
severity = "error"
"""
_FAILED = 1  # the exit code of a verdict with an error: the release was found and judged


def release_times(runs: int) -> Times:
    """Return the seconds from a feed that names a new release to the printed verdict, a fresh library every time."""
    tests = of_tests("server")
    old = tests.STATEMENT
    with tests.serving() as server, tempfile.TemporaryDirectory() as folder:
        server.answers |= {"/2025.html": old, "/feed": _FEED}
        server.answers["/2026.html"] = old.replace("41st", "42nd").replace("2025", "2026").replace("grave ", "")
        desk = Path(folder) / "desk"
        _lay_out(desk, old, server.at("/feed"), server.at("/2025.html"))
        times = []
        for run in range(runs + 1):  # the first one warms up
            copy = Path(folder) / str(run)
            shutil.copytree(desk, copy)
            times.append(seconds(lambda copy=copy: _run(copy, _FAILED, "check", "--new", "quill")))  # type: ignore[misc]
        return times[1:]


def _lay_out(desk: Path, old: str, feed: str, address: str) -> None:
    """Make a folder with a policy, and a library of one series that has last year's text."""
    series = desk / "library" / "quill"
    series.mkdir(parents=True)
    (series / "series.toml").write_text(_MANIFEST.format(feed=feed), encoding="utf-8")
    (desk / "stmtdiff.toml").write_text(_SETTINGS, encoding="utf-8")
    (desk / "2025-06-14.html").write_text(old, encoding="utf-8")
    _run(desk, 0, "add", "2025-06-14.html", "--series", "quill", "--source", address)


def _run(desk: Path, expected: int, *arguments: str) -> None:
    known = os.environ | {"PYTHONPATH": str(ROOT), "STMTDIFF_ALLOW_HOSTS": "127.0.0.1"}
    known |= {"PYTHONPYCACHEPREFIX": str(desk.parent / "compiled")}
    environment = {name: value for name, value in known.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "stmtdiff", *arguments]
    done = subprocess.run(command, cwd=desk, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != expected:
        raise RuntimeError(f"stmtdiff {' '.join(arguments)}: exit {done.returncode}: {done.stderr}{done.stdout}")
