"""`stmtdiff check`: whether a new statement keeps to a team's red lines, for a reader and for CI."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from stmtdiff.cli import parameters as given

if TYPE_CHECKING:
    from stmtdiff.checking import Policy
    from stmtdiff.report import Report

PolicyFile = Annotated[
    Path | None,
    typer.Option(
        "--policy", metavar="FILE", help="The policy; if not given, the stmtdiff.toml of this folder or one above."
    ),
]


def check(
    new: Annotated[str, typer.Argument(metavar="NEW", help="The new statement: a file or a reference.")],
    against: Annotated[
        str, typer.Option(metavar="OLD", help="The earlier one; of a reference, by default the release before it.")
    ] = "",
    policy: PolicyFile = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format", "-f", metavar="FORMAT[=FILE]", help="text, json, sarif, junit, github or markdown; repeatable."
        ),
    ] = None,
    output: given.Output = None,
    fail_on: Annotated[
        str, typer.Option(metavar="SEVERITY", help="Fail from this severity on: error, warning or note.")
    ] = "",
    max_findings: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Show N findings, gravest first; all of them count.")
    ] = None,
    series: Annotated[str, typer.Option(metavar="NAME", help="Whose entries apply, where NEW is a file.")] = "",
    date: Annotated[
        str, typer.Option(metavar="DAY", help="The day by which things expire, if not that of NEW: 2025-07-11.")
    ] = "",
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Accepted findings; stmtdiff-baseline.toml beside the policy.")
    ] = None,
    accepted: Annotated[
        list[str] | None, typer.Option("--accept", metavar="ID", help="Accept a finding, or all of an entry.")
    ] = None,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why, with --accept.")] = "",
    until: Annotated[str, typer.Option(metavar="DAY", help="Up to which day, with --accept.")] = "",
    selector: given.Selector = None,
    library: given.LibraryFolder = None,
) -> None:
    """Judge NEW by the policy: exit 0 when it passes, 1 when a finding fails it."""
    from stmtdiff.checking import read_policy
    from stmtdiff.cli.checks import judge, one_severity, remember, settings_file, typed_command
    from stmtdiff.cli.diff import keep_inputs
    from stmtdiff.cli.library import library_folder
    from stmtdiff.cli.targets import Targets
    from stmtdiff.series.library import release_before

    targets = Targets.of(formats, output)
    chosen = settings_file(policy)
    folder = library_folder(library)
    old = against or release_before(new, library=folder)
    read = read_policy(chosen)
    beside = baseline or chosen.parent / "stmtdiff-baseline.toml"
    for file in targets.files:
        keep_inputs(file, old, new, str(chosen), str(beside))
    report = report_for(read, old, new, selector, folder)
    choices: dict[str, Any] = {"series": series or None, "on": date, "fail_on": one_severity(fail_on)}
    verdict = judge(report, read, beside, is_named=baseline is not None and not accepted, **choices)
    if accepted or reason or until:
        remember(verdict, beside, accepted or [], reason=reason, until=until)
        verdict = judge(report, read, beside, is_named=True, **choices)
    command = typed_command(
        new, against=against, policy=policy, baseline=baseline, series=series, date=date, selector=selector,
        library=library,
    )  # fmt: skip
    targets.write(verdict, old=old, new=new, command=command, max_findings=max_findings)
    raise typer.Exit(verdict.exit_code)


def report_for(
    policy: "Policy", old: str, new: str, selector: str | None = None, library: Path | None = None
) -> "Report":
    """Return the report on two statements, by the rules that the policy asks for, or else their series."""
    from stmtdiff.cli.diff import compare_files
    from stmtdiff.series.library import packs_of
    from stmtdiff.settings import Settings

    packs = policy.packs or packs_of(old, new, library=library)
    return compare_files(old, new, Settings(packs=packs, rules=policy.rules), selector, library)
