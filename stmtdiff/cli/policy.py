"""`stmtdiff policy`: write a first one, say what an entry asks, try the examples that entries carry."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stmtdiff.cli import parameters as given
from stmtdiff.cli.check import PolicyFile

if TYPE_CHECKING:
    from stmtdiff.checking.starting import Proposal

policy = typer.Typer(
    help="Write, explain, test and upgrade a policy. How a phrase is written: docs/phrases.md.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@policy.command("init")
def init_policy(
    file: Annotated[
        Path, typer.Argument(metavar="[FILE]", help="File to create. An existing file is not overwritten.")
    ] = Path("stmtdiff.toml"),
    statement: Annotated[
        str,
        typer.Option("--from", metavar="STATEMENT", help="Propose a watch for each strong formula of this statement."),
    ] = "",
    empty: Annotated[bool, typer.Option("--empty", help="Write a policy without entries.")] = False,
    library: given.LibraryFolder = None,
) -> None:
    """Write a first policy, with comments. Without --from it is for the bundled sample, so that you can try it."""
    import shlex

    from stmtdiff.checking.starting import emptied, proposed, starter
    from stmtdiff.cli.output import new_file, write_text
    from stmtdiff.errors import SettingsError
    from stmtdiff.settings import SETTINGS_FILE

    if statement and empty:
        raise SettingsError("--from writes entries, and --empty writes none", hint="leave out one of them")
    if statement:
        watches, series = _watches(statement, library)
        text, following = proposed(statement, watches, series), f"{len(watches)} watches to choose from"
    else:
        text, following = (emptied() if empty else starter()), "entries of your own"
    new_file(text, file)
    if statement or empty:
        write_text(f"{file} is written; next: {following}\n")
        return
    named = "" if file.name == SETTINGS_FILE and file.parent == Path() else f" --policy {shlex.quote(str(file))}"
    write_text(f"{file} is written; next: stmtdiff check sample:2025{named}, then {following}\n")


def _watches(name: str, library: Path | None) -> "tuple[list[Proposal], str]":
    """Return what may be watched in a statement, the strongest first, and the series that it is a release of."""
    from stmtdiff.checking.starting import Proposal, watched
    from stmtdiff.cli.diff import options_of
    from stmtdiff.cli.library import library_folder
    from stmtdiff.errors import SettingsError
    from stmtdiff.ledger.formulas import finder_of
    from stmtdiff.releases.comparing import packs_of
    from stmtdiff.series.library import read
    from stmtdiff.settings import Settings

    statement = read(name, options_of(None), library=library_folder(library))
    formulas = finder_of(Settings(packs=packs_of(statement))).find(statement)
    found = watched(Proposal(statement, one.paragraph, one.span, one.rule) for one in formulas)
    if not found:
        raise SettingsError(
            "no strong formula was found in it", hint="'stmtdiff policy init --empty' writes a policy without entries"
        )
    return found, statement.release.series if statement.release else ""


@policy.command("explain")
def explain_entry(
    entry: Annotated[str, typer.Argument(metavar="[ID]", help="Entry to explain. Default: list all entries.")] = "",
    file: PolicyFile = None,
) -> None:
    """Explain what an entry asks for, and why."""
    from stmtdiff.checking import read_policy
    from stmtdiff.checking.explaining import explain, overview
    from stmtdiff.cli.judging import settings_file
    from stmtdiff.cli.output import write_text

    read = read_policy(settings_file(file))
    write_text(explain(read, entry) if entry else overview(read))


@policy.command("test")
def try_policy(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="The policy. Default: stmtdiff.toml in this folder or above it."),
    ] = None,
) -> None:
    """Run the examples of a policy. Exit with 1 when one fails."""
    from stmtdiff.checking import read_policy
    from stmtdiff.checking.examples import run_examples
    from stmtdiff.cli.judging import settings_file
    from stmtdiff.cli.output import write_text

    read = read_policy(settings_file(file))
    failures = run_examples(read)
    count = sum(len(entry.examples) for entry in read.entries)
    write_text("".join(f"{failure}\n" for failure in failures) + f"{count} examples, {len(failures)} failed\n")
    if failures:
        raise typer.Exit(1)


@policy.command("upgrade")
def upgrade_policy(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="The policy. Default: stmtdiff.toml in this folder or above it."),
    ] = None,
) -> None:
    """Rewrite a policy of schema 1 in schema 2. Its findings stay the same."""
    from stmtdiff.checking.reading import upgraded
    from stmtdiff.cli.judging import settings_file
    from stmtdiff.cli.output import upgrade_file

    path = settings_file(file)
    upgrade_file(path, upgraded(path))
