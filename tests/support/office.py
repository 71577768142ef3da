"""LibreOffice, which says how another reader of Word's format understands a document."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

HOW = "apt-get install libreoffice-writer-nogui python3-uno"
SCRIPT = Path(__file__).parent / "office_script.py"
PATIENCE = 110  # seconds for all documents of one call

Job = tuple[Path, str]


def demand() -> None:
    """Skip the module that calls this, unless LibreOffice and its bridge to Python are there.

    Where STMTDIFF_OFFICE=required says that they must be there, fail instead.
    """
    lacking = [] if shutil.which("soffice") else ["LibreOffice"]
    lacking += [] if _python() else ["Python's bridge to it"]
    if not lacking:
        return
    reason = f"no tests with LibreOffice without {' and '.join(lacking)} ({HOW})"
    if os.environ.get("STMTDIFF_OFFICE") == "required":
        pytest.fail(f"STMTDIFF_OFFICE=required, but {reason}", pytrace=False)
    pytest.skip(reason, allow_module_level=True)


def ask(jobs: Sequence[Job], folder: Path) -> list[list[str]]:
    """Return the paragraphs that each job gives; `folder` is for the office's own files."""
    soffice, python = shutil.which("soffice"), _python()
    assert soffice
    done = subprocess.run(
        [python, str(SCRIPT), soffice, str(folder)],
        input=json.dumps([[str(path), task] for path, task in jobs]),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    results: list[list[str]] = json.loads(done.stdout)
    return results


def _python() -> str:
    """Return a Python that can talk to LibreOffice: this one, or the system's; "" when there is none."""
    for python in filter(None, (sys.executable, shutil.which("python3", path="/usr/bin"))):
        if subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode == 0:
            return python
    return ""
