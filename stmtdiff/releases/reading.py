"""The call by which other programs read a statement."""

from pathlib import Path

from stmtdiff.model import Statement
from stmtdiff.series.library import read
from stmtdiff.settings import ReadOptions


def load(
    path: str | Path,
    *,
    selector: str | None = None,
    library: str | Path | None = None,
    allowed: frozenset[str] = frozenset(),
    ocr_language: str = "auto",
    original: bool = False,
) -> Statement:
    """Return the statement in a file, on standard input ("-"), under a reference ("sample:2024") or an address.

    Args:
        path: a file, "-", an http or https address, or a reference; with `#12` behind a reference the
            one paragraph with that printed number, with `#p12` the one at that position.
        selector: a CSS selector for the part of a web page that is the statement.
        library: the folder of the user's own texts; None knows only what comes with stmtdiff. No environment
            variable and no settings file is read.
        allowed: names of hosts that may be asked although their address is private.
        ocr_language: the language in which scanned pages are read, as tesseract names it ("eng+fra"); "auto" is
            that of the document.
        original: read a Word document as it was before its tracked changes, not with them accepted.

    Raises:
        FetchError: when the page at an address cannot be fetched.
        LoadError: when the file or page cannot be read.
        ReferenceError: when the reference names nothing, or more than one thing.
        SettingsError: when the manifest of the series is wrong.
    """
    options = ReadOptions(selector or "", ocr_language, original, allowed)
    return read(path, options, library=library)
