"""The folder of a site, in which only files that a site made are written over or removed."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from stmtdiff.errors import LibraryError, RenderError
from stmtdiff.renderers.site.frame import MARKS
from stmtdiff.renderers.site.sharing import is_whole
from stmtdiff.series.names import inside
from stmtdiff.series.writing import write_whole
from stmtdiff.site.state import FILE_NAME, Done, read, written

_HEAD = 4096  # bytes in which a page of a site says that it is one
_HINT = "choose another -o"
_KINDS = ("html", "xml", "css", "js")  # of files that a site makes


class Folder:
    """The files of a site below `path`; names are relative to it, with slashes."""

    def __init__(self, path: Path) -> None:
        """Take the folder; it is made by `open`."""
        self.path = path
        self._shared: set[str] = set()

    def open(self) -> dict[str, Done]:
        """Make the folder if it is not there, and return what it says was made in it.

        Raises:
            RenderError: when it cannot be made, is a file, or holds a state file that was not written here.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            state = self.path / FILE_NAME
            text = state.read_text(encoding="utf-8") if state.exists() else None
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it cannot be read"
            raise RenderError(f"this cannot be the folder of a site: {reason}", path=self.path, hint=_HINT) from error
        if text is None:
            return {}
        if (parts := read(text)) is None:
            raise RenderError("this file was not written by a site", path=state, hint=_HINT)
        return parts

    def check(self, names: Iterable[str]) -> None:
        """Refuse names under which there is something that no site made.

        Raises:
            RenderError: with the first such file.
        """
        for name in names:
            path = self._place(name)
            if (path.exists() or path.is_symlink()) and not self._is_own(path):
                raise RenderError(
                    "this file does not belong to the site, and is not overwritten", path=path, hint=_HINT
                )

    def is_whole(self, done: Done) -> bool:
        """Say whether all pages of a part, and the files that they share with others, are there as they were made."""
        is_there = all(self._digest(name) == sha256 for name, sha256 in done.pages.items())
        return is_there and all(self.has_shared(name) for name in done.shared)

    def has_shared(self, name: str) -> bool:
        """Say whether a file that pages share is there as its name says; what was once found stays so in this run."""
        if name not in self._shared:
            try:
                if not is_whole(name, self._place(name).read_bytes()):
                    return False
            except OSError:
                return False
            self._shared.add(name)
        return True

    def write(self, name: str, text: str) -> str:
        """Write a page, all or nothing, and return its sha256.

        Raises:
            RenderError: when something that no site made stands there, or it cannot be written.
        """
        self.check([name])
        raw = text.encode("utf-8", "backslashreplace")
        self._write(self._place(name), raw)
        return hashlib.sha256(raw).hexdigest()

    def save(self, parts: dict[str, Done]) -> None:
        """Write down what was made.

        Raises:
            RenderError: when it cannot be written.
        """
        self._write(self.path / FILE_NAME, written(parts).encode("utf-8"))

    def clear(self, kept: Iterable[str], folders: Iterable[str]) -> int:
        """Remove pages of a site that are not `kept`, here and in `folders`; return how many there were.

        Raises:
            RenderError: when one cannot be removed.
        """
        wanted = {self.path / name for name in kept}
        removed = 0
        for folder in (self.path, *(self.path / name for name in folders)):
            if folder.is_symlink() or not folder.is_dir():
                continue
            for path in sorted(path for kind in _KINDS for path in folder.glob(f"*.{kind}")):
                if path not in wanted and self._is_own(path):
                    self._remove(path)
                    removed += 1
            if folder != self.path and not any(folder.iterdir()):
                folder.rmdir()
        return removed

    @staticmethod
    def _remove(path: Path) -> None:
        try:
            path.unlink()
        except OSError as error:
            reason = error.strerror or "it cannot be removed"
            raise RenderError(f"this page is no longer made: {reason}", path=path, hint="remove it yourself") from error

    def _place(self, name: str) -> Path:
        try:
            return inside(self.path, *name.split("/"))
        except LibraryError as error:
            raise RenderError("a link leads out of the folder of the site", path=error.path, hint=_HINT) from error

    @staticmethod
    def _is_own(path: Path) -> bool:
        """Say whether a file says near its begin that a site made it."""
        try:
            with path.open("rb") as file:
                head = file.read(_HEAD)
        except OSError:
            return False
        return any(mark in head for mark in MARKS)

    def _digest(self, name: str) -> str:
        try:
            return hashlib.sha256(self._place(name).read_bytes()).hexdigest()
        except OSError:
            return ""

    @staticmethod
    def _write(path: Path, raw: bytes) -> None:
        try:
            write_whole(path, raw)
        except LibraryError as error:
            raise RenderError(error.message, path=error.path, hint=_HINT) from error
