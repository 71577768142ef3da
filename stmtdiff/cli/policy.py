"""`stmtdiff policy`: write a first one, say what an entry asks, try the examples that entries carry."""

from pathlib import Path
from typing import Annotated

import typer

from stmtdiff.cli.check import PolicyFile

policy = typer.Typer(
    help="Write, explain, test and upgrade a policy. How a phrase is written: docs/phrases.md.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@policy.command("init")
def init_policy(
    file: Annotated[Path, typer.Argument(metavar="[FILE]", help="Where to; never over an existing file.")] = Path(
        "stmtdiff.toml"
    ),
) -> None:
    """Write a first policy, with comments. It holds for the bundled sample, so that it can be tried at once."""
    import shlex

    from stmtdiff.checking.examples import starter
    from stmtdiff.cli.output import new_file, write_text
    from stmtdiff.settings import SETTINGS_FILE

    new_file(starter(), file)
    named = "" if file.name == SETTINGS_FILE and file.parent == Path() else f" --policy {shlex.quote(str(file))}"
    write_text(f"{file} is written; next: stmtdiff check sample:2025{named}, then entries of your own\n")


@policy.command("explain")
def explain_entry(
    entry: Annotated[str, typer.Argument(metavar="[ID]", help="An entry; if not given, all, a line each.")] = "",
    file: PolicyFile = None,
) -> None:
    """Say what an entry asks, and why."""
    from stmtdiff.checking import read_policy
    from stmtdiff.checking.explaining import explain, overview
    from stmtdiff.cli.judging import settings_file
    from stmtdiff.cli.output import write_text

    read = read_policy(settings_file(file))
    write_text(explain(read, entry) if entry else overview(read))


@policy.command("test")
def try_policy(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="The policy; if not given, the one check would use.")
    ] = None,
) -> None:
    """Run the examples of a policy. Exit with 1 when one does not hold."""
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
        Path | None, typer.Argument(metavar="[FILE]", help="The policy; if not given, the one check would use.")
    ] = None,
) -> None:
    """Write a policy of schema 1 as schema 2, which finds the same."""
    from stmtdiff.checking.reading import upgraded
    from stmtdiff.cli.judging import settings_file
    from stmtdiff.cli.output import upgrade_file

    path = settings_file(file)
    upgrade_file(path, upgraded(path))
