"""`stmtdiff rules`: what the rules look for, why, and whether they do what they say."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stmtdiff.cli import completing
from stmtdiff.cli import parameters as given

if TYPE_CHECKING:
    from stmtdiff.rules import Pack

rules = typer.Typer(
    help="List, explain, test and upgrade rules. How a phrase is written: docs/phrases.md.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@rules.command("list")
def list_rules(packs: given.Packs = None, files: given.RuleFiles = None) -> None:
    """List all rules: code, name, severity."""
    from stmtdiff.cli.output import write_text

    lines = []
    for pack in _load(packs, files):
        lines += ["", f"{pack.id} [{pack.language}]: {pack.about} ({pack.softer} / {pack.firmer})"]
        lines += [f"  {rule.code:8} {rule.name:32} {rule.severity}" for rule in pack.rules]
    write_text("\n".join(lines[1:]) + "\n")


@rules.command("explain")
def explain_rule(
    code: Annotated[
        str, typer.Argument(metavar="CODE", help="Code or name of the rule.", autocompletion=completing.rules)
    ],
    files: given.RuleFiles = None,
) -> None:
    """Explain what a rule looks for, and why it matters."""
    from stmtdiff.cli.output import write_text
    from stmtdiff.rules import explain

    write_text(explain(code, packs=_load(None, files)).rstrip() + "\n")


@rules.command("test")
def try_rules(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="A pack. Default: the files of all packs that ship.")
    ] = None,
) -> None:
    """Run the examples of a pack. Exit with 1 when one fails."""
    from stmtdiff.cli.output import write_text
    from stmtdiff.rules.examples import run_examples
    from stmtdiff.rules.library import read_for_test, read_shipped_packs, warnings_of

    has_failed = False
    write_text("".join(f"{file}: {warning}\n" for warning in (warnings_of(file) if file else ())))
    for pack in [read_for_test(file)] if file else read_shipped_packs():
        failures = run_examples(pack)
        count = sum(len(rule.examples) for rule in pack.rules) + len(pack.subjects)
        owners = f"{len(pack.rules)} rules" + (f" and {len(pack.subjects)} subjects" if pack.subjects else "")
        told = [*map(str, failures), f"{pack.id}: {count} examples of {owners}, {len(failures)} failed"]
        write_text("".join(f"{line}\n" for line in told))
        has_failed = has_failed or bool(failures)
    if has_failed:
        raise typer.Exit(1)


@rules.command("upgrade")
def upgrade_rules(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="File with rules of your own.")],
) -> None:
    """Rewrite rules of schema 1 in schema 2. What they find stays the same."""
    from stmtdiff.cli.output import upgrade_file
    from stmtdiff.rules.library import upgraded

    upgrade_file(file, upgraded(file))


def _load(packs: list[str] | None, files: list[Path] | None) -> "tuple[Pack, ...]":
    from stmtdiff.rules import load_packs
    from stmtdiff.settings import Settings

    return load_packs(Settings(packs=tuple(packs) if packs else None, rules=tuple(files or ())))
