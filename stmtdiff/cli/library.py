"""Where the user's library of texts is: the option, the environment, the settings file, or the usual folder."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stmtdiff.series.holdings import Library

VARIABLE = "STMTDIFF_LIBRARY"


def library_of(given: Path | None = None) -> "Library":
    """Return the library of the user. If another process has its lock, a message says that this one waits."""
    from stmtdiff.series.holdings import Library

    return Library(library_folder(given), _waiting)


def _waiting(folder: Path) -> None:
    from stmtdiff.renderers.visible import visible

    sys.stderr.write(
        f"stmtdiff: {visible(str(folder))}: another process is writing there; waiting until it has ended\n"
    )


def library_folder(given: Path | None = None) -> Path | None:
    """Return the folder of the library, whether or not it is there; None for a user without a home.

    In order: `given` (``--library``), the variable STMTDIFF_LIBRARY, the key `library` of the
    nearest settings file, which counts from that file, and the folder that the system has for it.

    Raises:
        SettingsError: when the settings file is wrong, or a file stands where the folder should.
    """
    named = given or (Path(variable) if (variable := os.environ.get(VARIABLE)) else None)
    folder = named.expanduser() if named is not None else _from_settings() or _usual_folder()
    if folder is not None and folder.is_file():
        from stmtdiff.errors import SettingsError

        raise SettingsError(
            "the library must be a folder, and this is a file", path=folder, hint="name a folder: --library"
        )
    return folder


def _from_settings() -> Path | None:
    from stmtdiff.settings import find_settings_file

    path = find_settings_file(Path.cwd())
    if path is None:
        return None
    from stmtdiff.toml import read_toml

    named = read_toml(path)["library"]
    if named.value is None:
        return None
    if not isinstance(named.value, str) or not named.value:
        raise named.error("'library' must be the path of a folder")
    return path.parent / Path(named.value).expanduser()


def _usual_folder() -> Path | None:
    """Return the folder for a program's data: by the XDG rules, or as Windows and macOS have it."""
    try:
        home = Path.home()
    except RuntimeError:  # a container whose user is nobody
        return None
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        named = Path(os.environ.get("XDG_DATA_HOME", ""))
        base = named if named.is_absolute() else home / ".local" / "share"
    return base / "stmtdiff" / "library"
