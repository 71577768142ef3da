"""`stmtdiff batch`: many pairs, one record each."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stmtdiff.cli import parameters as given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stmtdiff.batch import Cluster, Pair, Processes, Work

_TABLE = ".parquet"


def batch(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="LIST|SERIES...",
            help="CSV file with the columns old and new; or series, or folders of files named by date. Each release of "
            "a series is compared with the one before.",
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="File to create: .jsonl or .parquet. Default: JSON lines on standard output.",
        ),
    ] = None,
    what: Annotated[
        str, typer.Option(metavar="WHAT", help="Content of each record: counts, brief or report.")
    ] = "counts",
    jobs: Annotated[int, typer.Option(metavar="N", min=1, help="Number of pairs to compare at the same time.")] = 1,
    cluster: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help="Address of a dask scheduler (tcp://HOST:PORT); local starts one here with N workers.",
        ),
    ] = "",
    packs: given.Packs = None,
    rules: given.RuleFiles = None,
    sure: given.Sure = False,
    selector: given.Selector = None,
    library: given.LibraryFolder = None,
    ocr_language: given.OcrLanguage = "auto",
) -> None:
    """Compare many pairs and write one record for each. A batch that was stopped continues where it was."""
    from stmtdiff.batch import WHAT, Cluster, Processes, Work
    from stmtdiff.cli.diff import options_of, settings_of
    from stmtdiff.cli.library import library_folder
    from stmtdiff.errors import SettingsError, likely

    chosen = next((known for known in WHAT if known == what), None)
    if chosen is None:
        raise SettingsError(f"a record cannot contain '{what}'", hint=likely(what, WHAT, f"one of {', '.join(WHAT)}"))
    _check_output(output)
    settings = settings_of("editor", packs, rules, sure=sure)
    work = Work(chosen, settings, options_of(selector, ocr_language), library_folder(library))
    pairs = _pairs(names, library)
    runner = Cluster(cluster, jobs) if cluster else Processes(jobs)
    bad = _to_stream(pairs, work, runner) if output is None else _to_file(pairs, work, runner, output)
    if bad:
        typer.echo(f"stmtdiff: {bad} of {len(pairs)} pairs could not be compared; their records say why", err=True)
        raise typer.Exit(2)


def _check_output(output: Path | None) -> None:
    """Refuse a file that could not be written in the end, before any work is done for it.

    Raises:
        SettingsError: when its suffix names no format, or tables cannot be written here.
    """
    if output is None:
        return
    from stmtdiff.batch.table import SUFFIXES, check_table
    from stmtdiff.errors import SettingsError

    if output.suffix not in SUFFIXES:
        hint = f"end its name in {' or '.join(SUFFIXES)}"
        raise SettingsError(f"the format of '{output.name}' is not known", hint=hint)
    if output.suffix == _TABLE:
        check_table()


def _pairs(names: list[str], library: Path | None) -> "tuple[Pair, ...]":
    """Return the pairs that the arguments name, numbered through."""
    from itertools import chain

    from stmtdiff.batch.pairs import listed, neighbours, numbered
    from stmtdiff.cli.library import library_of
    from stmtdiff.errors import LoadError

    own = library_of(library)
    named = [listed(Path(name)) if name.endswith(".csv") else neighbours(name, own) for name in dict.fromkeys(names)]
    pairs = numbered(chain.from_iterable(named))
    if not pairs:
        raise LoadError("no pair to compare", hint="a series needs two texts in the library: stmtdiff pull")
    return pairs


def _to_stream(pairs: "tuple[Pair, ...]", work: "Work", runner: "Processes | Cluster") -> int:
    """Write records to standard output as they come; return how many say that their pair could not be compared."""
    from stmtdiff.cli.output import write

    bad = 0
    for line in _lines(pairs, work, runner, done=0):
        bad += _is_bad(line)
        write(f"{line}\n")
    return bad


def _to_file(pairs: "tuple[Pair, ...]", work: "Work", runner: "Processes | Cluster", output: Path) -> int:
    """Write records to a file that appears when all are there; return how many of its pairs could not be compared."""
    from stmtdiff.batch import Journal
    from stmtdiff.batch.table import write_lines, write_table

    with Journal(output, pairs, work) as journal:
        try:
            for line in _lines(pairs[journal.done :], work, runner, done=journal.done):
                journal.add(line)
        except KeyboardInterrupt:
            told = f"stopped: the records so far are kept in {journal.part}; run the same command to continue"
            typer.echo(f"stmtdiff: {told}", err=True)
            raise typer.Exit(2) from None
        bad = sum(_is_bad(line.decode()) for line in journal.records())
        journal.finish(write_table if output.suffix == _TABLE else write_lines)
    return bad


def _lines(pairs: "tuple[Pair, ...]", work: "Work", runner: "Processes | Cluster", *, done: int) -> "Iterator[str]":
    """Yield the records of the pairs that are left, with a line of progress that counts those of a run before."""
    from stmtdiff.cli.progress import Progress

    with Progress(steps=done + len(pairs), done=done) as progress:
        coming = runner.lines(pairs, work)
        for pair in pairs:
            progress.step(pair.id)
            yield next(coming)


def _is_bad(line: str) -> bool:
    import json

    return json.loads(line)["error"] is not None
