"""`stmtdiff drafts`: one text through its drafts."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from stmtdiff.cli import parameters as given


def drafts(
    files: Annotated[list[str], typer.Argument(metavar="DRAFT DRAFT...", help="The drafts, oldest first.")],
    against: Annotated[
        str,
        typer.Option(
            metavar="WHICH", help="chain: compare each draft with the one before. last: compare each with the last one."
        ),
    ] = "chain",
    format: given.DraftsFormat = "",  # noqa: A002
    output: given.Output = None,
    show_all: Annotated[bool, typer.Option("--all", help="Show unchanged paragraphs too.")] = False,
    packs: given.Packs = None,
    rules: given.RuleFiles = None,
    sure: given.Sure = False,
    selector: given.Selector = None,
    library: given.LibraryFolder = None,
    width: given.Width = None,
    pager: given.Pager = None,
) -> None:
    """Compare the drafts of one text. Shows in which draft each phrase came, went or was agreed."""
    from typing import get_args

    from stmtdiff.cli.diff import keep_inputs, options_of, settings_of
    from stmtdiff.cli.formats import format_of
    from stmtdiff.cli.library import library_folder
    from stmtdiff.cli.output import nameless
    from stmtdiff.cli.progress import Progress
    from stmtdiff.cli.showing import show
    from stmtdiff.drafting import draft_of, follow
    from stmtdiff.drafting.following import Against
    from stmtdiff.errors import SettingsError
    from stmtdiff.formats import BINARY
    from stmtdiff.series.library import read

    format = format_of(format, output, "Drafts")  # noqa: A001
    chosen = next((known for known in get_args(Against) if known == against), None)
    if chosen is None:
        raise SettingsError(f"drafts cannot be compared with '{against}'", hint=" or ".join(get_args(Against)))
    if format in BINARY and output is None:
        raise nameless()
    keep_inputs(output, *files, rules=rules)
    settings, options = settings_of("editor", packs, rules, sure=sure), options_of(selector)
    with Progress(steps=len(files) + 1) as progress:
        made = []
        for file, name in zip(files, _names(files), strict=True):
            progress.step(f"reading {file}")
            made.append(draft_of(read(file, options, library=library_folder(library)), name))
        progress.step("comparing")
        result = follow(made, against=chosen, settings=settings)
    show(result, format, output, width=width, pager=pager, show_all=show_all)


def _names(files: Sequence[str]) -> list[str]:
    """Return what the drafts are called: their files without folder and suffix if these differ, else as given."""
    stems = [Path(file).stem for file in files]
    return stems if len(set(stems)) == len(stems) else list(files)
