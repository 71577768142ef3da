"""The commands together, and what happens to an error: one sentence on standard error, exit code 2."""

import os
import sys
from functools import cache
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from stmtdiff.cli.streams import open_streams, silence

ORDER = (
    "demo", "diff", "outline", "text", "brief", "quotes", "rules", "policy", "check", "series", "pull", "add",
    "history", "matrix", "trace", "drafts", "parallel", "comment",
    "comments", "batch", "site", "schema",
)  # fmt: skip
_MODULES = {"demo": "diff", "comment": "comments"}  # of the commands that have no module of their own name
COULD_NOT = 2
_LONGEST_NAME = 200  # characters of a path in a message


class _AsRead(TyperGroup):
    """The commands in the order in which the README has them."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  # what is listed does not depend on it
        return [name for name in ORDER if name in self.commands]


class _Diff(TyperCommand):
    """The command `diff`, whose `--exit-code` may stand without a value."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take what was typed, a bare `--exit-code` as one for news."""
        from stmtdiff.cli.parameters import EXIT_CODES

        end = args.index("--") if "--" in args else len(args)
        told = [f"{arg}={EXIT_CODES[0]}" if arg == "--exit-code" else arg for arg in args[:end]]
        return super().parse_args(ctx, [*told, *args[end:]])


def _show_version(wanted: bool) -> None:
    if wanted:
        from stmtdiff import __version__

        typer.echo(f"stmtdiff {__version__}")
        raise typer.Exit


def _start(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Compare official statements. Shows which wording changed, and why it matters."""


def _only_listed() -> None:
    """Stand for a command in the list of all commands."""


@cache
def app_of(*names: str, to_list: bool = False) -> typer.Typer:
    """Return the application with the commands `names`; whoever types one of them waits for no other.

    Commands that are made `to_list` have their help and no options: most of the time of a list went to options.
    """
    made = typer.Typer(
        name="stmtdiff",
        cls=_AsRead,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    made.callback()(_start)
    for name in names:
        command = getattr(import_module(f"stmtdiff.cli.{_MODULES.get(name, name)}"), name)
        if to_list:
            told = command.info.help if isinstance(command, typer.Typer) else command.__doc__
            made.command(name, help=told)(_only_listed)
        elif isinstance(command, typer.Typer):
            made.add_typer(command, name=name)
        else:
            made.command(cls=_Diff if name == "diff" else None)(command)
    return made


def __getattr__(name: str) -> typer.Typer:
    """Return `app`, the application with all commands."""
    if name == "app":
        return app_of(*ORDER)
    raise AttributeError(name)


def _app_for(typed: list[str]) -> typer.Typer:
    """Return the application with no more than what was typed asks for."""
    if typed and typed[0] in ORDER:
        return app_of(typed[0])
    return app_of(*ORDER, to_list=typed in (["--help"], ["-h"]))


def run() -> int:
    """Run the command line and return its exit code; 1 only where a command chose it."""
    open_streams()
    try:
        return _app_for(sys.argv[1:])(standalone_mode=False) or 0
    except SystemExit as ended:  # typer's own way out when a reader has closed standard output
        if ended.code:
            silence(sys.stdout)
        return COULD_NOT if ended.code else 0
    except Exception as error:  # the last place where a traceback can become a sentence
        if isinstance(error, OSError):
            silence(sys.stdout)
        if hasattr(error, "show"):  # a mistake in what was typed, which typer puts into words
            error.show()
            if hint := hint_for(sys.argv[1:]):
                sys.stderr.write(f"{hint}\n")
        else:
            sys.stderr.write(f"stmtdiff: {explained(error)}\n")
        return COULD_NOT


def hint_for(typed: list[str]) -> str:
    """Return what was most likely meant by a command that names statements in a way that it does not take.

    >>> hint_for(["old.txt", "new.txt"]), hint_for(["brief", "old.txt", "new.txt"])
    ('Did you mean: stmtdiff diff old.txt new.txt', 'Did you mean: stmtdiff brief new.txt --against old.txt')
    """
    import shlex

    from stmtdiff.renderers.visible import visible

    words = [word for word in typed if not word.startswith("-")]
    command, files = (words[0], words[1:]) if words and words[0] in ORDER else ("", words)
    if len(words) < len(typed) or any(not _is_statement(word) for word in files):
        return ""
    if not command and len(files) == 2:
        meant = ["stmtdiff", "diff", *files]
    elif command == "brief" and len(files) == 2:
        meant = ["stmtdiff", "brief", files[1], "--against", files[0]]
    elif command == "diff" and len(files) > 2:
        meant = ["stmtdiff", "diff", files[0], files[1]]
        return visible(f"diff compares two statements: {shlex.join(meant)}, then each with the next")
    else:
        return ""
    return visible(f"Did you mean: {shlex.join(meant)}")


def _is_statement(word: str) -> bool:
    """Say whether a word may name a statement: a file, an address, a reference."""
    return "." in word or ":" in word or os.path.exists(word)  # noqa: PTH110  # no path is made of an address


def explained(error: Exception) -> str:
    """Return the sentence that a reader gets for `error`; the traceback too when STMTDIFF_DEBUG is set."""
    from stmtdiff.errors import InternalError, StmtdiffError
    from stmtdiff.renderers.visible import visible

    if os.environ.get("STMTDIFF_DEBUG"):
        from traceback import format_exception

        return "".join(format_exception(error))
    if isinstance(error, StmtdiffError):
        return visible(str(error))
    if isinstance(error, OSError):
        return visible(_refused(error))
    if isinstance(error, MemoryError):
        return "there is not enough memory for this (compare fewer or shorter texts)"
    name = type(error).__name__
    return visible(f"{InternalError(f'{name}: {error}')}; STMTDIFF_DEBUG=1 shows where it happened")


def _refused(error: OSError) -> str:
    """Return the sentence for what the system refused, and nothing below said better."""
    reason = error.strerror or str(error) or type(error).__name__
    if error.filename is not None:
        return f"{str(error.filename)[:_LONGEST_NAME]}: {reason} (check the path)"
    if isinstance(error, FileNotFoundError):  # only the folder that one is in has no name to tell
        return "the current folder no longer exists (change to another one)"
    return f"something could not be read or written: {reason} (check the disk and the output)"
