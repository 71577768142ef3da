"""Read a whole series for a command, with a line of progress, and keep its files from being written over."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stmtdiff.releases.whole import WholeSeries


def read_given(name: str, folder: Path | None) -> "WholeSeries":
    """Return the series that `name` is, with all of its readings; `folder` is what --library named.

    Raises:
        ReferenceError: when there is neither such a series nor such a folder.
        LoadError: when a text cannot be read, or none is in the library.
    """
    from stmtdiff.cli.library import library_of
    from stmtdiff.cli.progress import Progress
    from stmtdiff.releases.whole import read_series

    own = library_of(folder)
    with Progress(steps=1) as progress:
        progress.step(f"reading {name}")
        return read_series(name, own)


def keep_statements(output: Path | None, *names: str) -> None:
    """Refuse to write a result over a statement of a folder that is read as a series.

    Raises:
        RenderError: when `output` is one of the dated files in it.
    """
    from stmtdiff.errors import RenderError
    from stmtdiff.timeline.reading import dated_name

    if output is None or not output.exists() or not any(dated_name(output.stem)):
        return
    if any(Path(name).is_dir() and output.resolve().parent == Path(name).resolve() for name in names):
        raise RenderError("the output would overwrite one of the input files", path=output, hint="choose another -o")
