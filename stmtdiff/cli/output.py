"""Where output goes: a file, a pager or standard output, with colour only where it can be read."""

import os
import sys
from pathlib import Path
from typing import NamedTuple

from stmtdiff.cli.streams import silence

_DRAFT = ".part"  # the end of the name of a file that is being written
COLUMNS, LINES = 80, 24  # of a terminal that does not say its size


class Screen(NamedTuple):
    """What standard output can show.

    `strikes` says whether it can draw a line through words; `width` and `height` are in cells and lines.
    """

    is_terminal: bool
    color: bool
    strikes: bool
    width: int
    height: int


def screen() -> Screen:
    """Return what standard output can show, by NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR and TERM.

    NO_COLOR wins (https://no-color.org), then what forces colour, then what the terminal can do.
    """
    from shutil import get_terminal_size

    is_terminal = sys.stdout.isatty()
    size = get_terminal_size((COLUMNS, LINES))
    strikes = os.environ.get("TERM") != "linux"  # the console of a machine without windows draws no line through words
    return Screen(is_terminal, _wants_color(is_terminal), strikes, size.columns, size.lines)


def _wants_color(is_terminal: bool) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if any(os.environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return is_terminal and os.environ.get("TERM") != "dumb" and os.environ.get("CLICOLOR") != "0"


def is_paged(text: str | bytes, asked: bool | None) -> bool:
    """Say whether `text` goes through a pager: at a terminal, as asked, or when it is longer than the screen."""
    shown_on = screen()
    is_long = isinstance(text, str) and text.count("\n") >= shown_on.height
    return shown_on.is_terminal and (is_long if asked is None else asked)


def write(text: str | bytes, *, output: Path | None = None, pager: bool = False) -> None:
    """Write `text` to a file, through a pager, or to standard output; bytes only to a file.

    Raises:
        RenderError: when the file cannot be written, or is not named.
    """
    if output is not None:
        _write_file(text, output)
    elif isinstance(text, bytes):
        raise nameless()
    elif not (pager and _page(text)):
        _write_stream(text)


def nameless() -> Exception:
    """Return the error for a result that is no text and has no file to go to."""
    from stmtdiff.errors import RenderError

    return RenderError("a Word document can only be written to a file", hint="name it: -o redline.docx")


def write_text(text: str) -> None:
    """Write lines that may hold words of others, such as those of a rule, to standard output."""
    from stmtdiff.renderers.visible import spelled_out

    _write_stream(spelled_out(text))


def tell(sentence: str) -> None:
    """Say something on standard error that is no result."""
    from stmtdiff.renderers.visible import visible

    if sys.stderr is not None:
        sys.stderr.write(f"stmtdiff: {visible(sentence)}\n")
        sys.stderr.flush()


def _write_file(text: str | bytes, output: Path) -> None:
    raw = text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
    if output.exists() and not output.is_file() and not output.is_dir():  # a device or a pipe cannot be replaced
        try:
            output.write_bytes(raw)
        except OSError as error:
            raise _unwritten(output, error, "choose another -o") from error
    else:
        replace_file(raw, output, hint="choose another -o")


def replace_file(raw: bytes, path: Path, *, hint: str = "check the folder's permissions") -> None:
    """Write a file whole or not at all: a program that reads it meanwhile sees the old one or the new one.

    Raises:
        RenderError: with `hint`, when it cannot be written; then it is as it was.
    """
    target = path.resolve()  # the file behind a link, which stays a link
    try:
        if target.exists():
            target.open("r+b").close()  # what may not be written is not replaced either
        _sweep(target)
        handle, draft = _draft_of(target)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(raw)
                file.flush()
                draft.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
                if sys.platform != "win32":  # held until it is in its place
                    draft.replace(target)
            if sys.platform == "win32":  # where a file that is open cannot be moved
                draft.replace(target)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _unwritten(path, error, hint) from error


def _draft_of(target: Path) -> tuple[int, Path]:
    """Return a new file beside `target`, held by this process as long as it is open."""
    import tempfile

    while True:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}"[:40] + ".", suffix=_DRAFT, dir=target.parent)
        try:
            is_held = _is_ours(handle)
        except OSError:  # a file system without locks, where nothing is swept either
            is_held = True
        if is_held and os.fstat(handle).st_nlink:  # else another process took it for a leftover
            return handle, Path(name)
        os.close(handle)


def _sweep(target: Path) -> None:
    """Remove the drafts beside `target` that no process has open: their processes were stopped in the middle."""
    import contextlib
    from glob import escape

    for left in target.parent.glob(escape(f".{target.name}"[:40]) + ".*" + _DRAFT):
        with contextlib.suppress(OSError):  # on Windows what is open is not taken away
            handle = os.open(left, os.O_RDWR)
            try:
                if _is_ours(handle):
                    left.unlink()
            finally:
                os.close(handle)


def _is_ours(handle: int) -> bool:
    """Say whether this process has the lock on an open file now. The system frees the lock when a process ends."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _umask() -> int:
    """Return the rights that the user's new files do not have (the umask). The system says it only while setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _unwritten(path: Path, error: OSError, hint: str) -> Exception:
    from stmtdiff.errors import RenderError

    return RenderError(f"nothing was written: {error.strerror or 'it cannot be written'}", path=path, hint=hint)


def new_file(text: str, path: Path) -> None:
    """Write a file that is not there yet.

    Raises:
        RenderError: when it is there, or cannot be written.
    """
    from stmtdiff.errors import RenderError

    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise RenderError("nothing was written: the file exists already", path=path, hint="name another file") from None
    except OSError as error:
        raise _unwritten(path, error, "name another file") from error


def upgrade_file(path: Path, upgraded: "tuple[str, int] | None") -> None:
    """Write the text of a file of an older schema as the newest writes it, with its own line ends, and say so.

    Raises:
        RenderError: when the file cannot be written; then it is as it was.
    """
    from stmtdiff.report import plural

    if upgraded is None:
        write_text(f"{path} is schema 2 already: nothing was written\n")
        return
    text, count = upgraded
    ends = "\r\n" if b"\r\n" in path.read_bytes() else "\n"
    replace_file(text.replace("\n", ends).encode("utf-8"), path)
    write_text(f"{path} is schema 2 now; {plural(count, 'phrase')} rewritten\n")


def _write_stream(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        silence(sys.stdout)
        if not isinstance(error, BrokenPipeError):  # the reader (head, a closed pager) has seen enough
            raise _unwritable(error.strerror or "standard output cannot be written") from error


def _unwritable(reason: str) -> Exception:
    from stmtdiff.errors import RenderError

    return RenderError(f"the output could not be written to its end: {reason}", hint="write to a file with -o")


def _page(text: str) -> bool:
    """Show `text` in the reader's pager; say no when there is none that runs."""
    import shlex
    import subprocess

    try:  # on Windows a backslash is a part of a path
        command = shlex.split(os.environ.get("PAGER", "less"), posix=os.name != "nt")
    except ValueError:  # a quotation mark that is never closed
        return False
    # -F leaves at once when the text fits, -R lets colours through, -X keeps the text on the screen
    environment = {"LESS": "FRX", "LESSCHARSET": "utf-8", **os.environ}
    waiting: bytes | None = text.encode("utf-8", "backslashreplace")
    try:
        with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment) as pager:
            while pager.returncode is None:
                try:
                    pager.communicate(waiting)
                except KeyboardInterrupt:  # meant for the pager, which would leave the terminal without echo if it died
                    waiting = None
    except (OSError, IndexError):
        return False
    return True
