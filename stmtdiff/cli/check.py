"""`stmtdiff check`: whether a new statement keeps to a team's red lines, for a reader and for CI."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from stmtdiff.cli import parameters as given

if TYPE_CHECKING:
    from stmtdiff.cli.watch import Saving

PolicyFile = Annotated[
    Path | None,
    typer.Option("--policy", metavar="FILE", help="The policy. Default: stmtdiff.toml in this folder or above it."),
]
Statements = Annotated[
    list[str],
    typer.Argument(metavar="NEW", help="The new statement: a file, an address or a reference. With --new: series."),
]
Against = Annotated[
    str, typer.Option(metavar="OLD", help="The old statement. Default for a release: the release before it.")
]
FailOn = Annotated[
    str, typer.Option(metavar="SEVERITY", help="Lowest severity that fails the check: error, warning or note.")
]
MaxFindings = Annotated[
    int | None, typer.Option(min=0, metavar="N", help="Show only the N gravest findings. All of them count.")
]
Whose = Annotated[str, typer.Option(metavar="NAME", help="Series of NEW, when NEW is a file: its entries apply.")]
By = Annotated[
    str,
    typer.Option(
        metavar="DAY", help="Date on which acceptances must still be valid, like 2025-07-11. Default: the date of NEW."
    ),
]
BaselineFile = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="File of accepted findings. Default: stmtdiff-baseline.toml beside the policy."),
]
Accepted = Annotated[
    list[str] | None,
    typer.Option("--accept", metavar="ID", help="Accept a finding, or all findings of an entry. Can be repeated."),
]
Reason = Annotated[str, typer.Option(metavar="TEXT", help="With --accept: the reason. It is kept in the baseline.")]
Until = Annotated[str, typer.Option(metavar="DAY", help="With --accept: last day on which the acceptance is valid.")]
Strict = Annotated[
    bool, typer.Option("--strict", help="Treat everything that could not be read or judged as an error.")
]
IsNew = Annotated[bool, typer.Option("--new", help="Look for newer releases of the series, and judge them.")]
Every = Annotated[str, typer.Option(metavar="10s", help="With --new: time between two looks, like 10s.")]
Lasting = Annotated[
    str, typer.Option("--for", metavar="20m", help="With --new: time after which to give up, like 20m.")
]
Saved = Annotated[
    Path | None, typer.Option("--save", metavar="FOLDER", help="With --new: folder for the verdicts, as JSON.")
]
WithText = Annotated[
    bool, typer.Option("--with-text", help="With --save: save text and report too. They may not be yours to publish.")
]


def check(
    statements: Statements,
    against: Against = "",
    policy: PolicyFile = None,
    formats: given.VerdictFormats = None,
    output: given.Output = None,
    fail_on: FailOn = "",
    max_findings: MaxFindings = None,
    series: Whose = "",
    date: By = "",
    baseline: BaselineFile = None,
    accepted: Accepted = None,
    reason: Reason = "",
    until: Until = "",
    selector: given.Selector = None,
    ocr_language: given.OcrLanguage = "auto",
    is_new: IsNew = False,
    every: Every = "",
    lasting: Lasting = "",
    saved: Saved = None,
    with_text: WithText = False,
    strict: Strict = False,
    library: given.LibraryFolder = None,
) -> None:
    """Check a new statement against your policy. Exit with 0 when it passes, with 1 when a finding fails it."""
    from stmtdiff.cli.diff import compare_files, keep_inputs, options_of
    from stmtdiff.cli.judging import judge_of, remember, typed_command
    from stmtdiff.cli.library import library_folder
    from stmtdiff.cli.targets import Targets
    from stmtdiff.series.library import release_before

    accepting = {"--accept": accepted, "--reason": reason, "--until": until}
    language = "" if ocr_language == "auto" else ocr_language
    typed = {"--against": against, "--series": series, **accepting, "--selector": selector, "--ocr-language": language}
    of_new = {"--every": every, "--for": lasting, "--save": saved, "--with-text": with_text}
    _refuse_mixed(is_new, typed, of_new, statements)
    targets, folder = Targets.of(formats, output), library_folder(library)
    judge = judge_of(
        policy, baseline, series=series, on=date, fail_on=fail_on, is_accepting=bool(accepted), strict=strict
    )
    if is_new:
        from stmtdiff.cli.library import library_of
        from stmtdiff.cli.watch import Patience, Watcher

        watching = Watcher(judge, targets, _saving(saved, with_text=with_text), max_findings)
        raise typer.Exit(watching.watch(library_of(library), statements, Patience.of(every, lasting)))
    new = statements[0]
    old = against or release_before(new, library=folder)
    for file in targets.files:
        keep_inputs(file, old, new, str(judge.policy.path), str(judge.baseline), rules=judge.policy.rules)
    report = compare_files(old, new, judge.compare, options_of(selector, ocr_language), library=folder)
    if any(accepting.values()):
        remember(judge, report, accepted or [], reason=reason, until=until)
    verdict = judge.verdict(report)
    command = typed_command(
        new, against=against, policy=policy, baseline=baseline, series=series, date=date, selector=selector,
        library=library, **{"ocr-language": language}, strict=strict)  # fmt: skip
    targets.write(verdict, old=old, new=new, command=command, max_findings=max_findings)
    targets.tell_outputs([verdict])
    raise typer.Exit(verdict.exit_code)


def _saving(folder: Path | None, *, with_text: bool) -> "Saving | None":
    from stmtdiff.cli.watch import Saving

    return Saving(folder, with_text=with_text) if folder else None


def _refuse_mixed(is_new: bool, typed: dict[str, Any], of_new: dict[str, Any], statements: list[str]) -> None:
    """Refuse options that mean nothing together."""
    from stmtdiff.errors import SettingsError

    wrong = next((name for name, value in (typed if is_new else of_new).items() if value), "")
    if wrong:
        other = "cannot be used with --new" if is_new else "needs --new SERIES"
        raise SettingsError(f"{wrong} {other}", hint="stmtdiff check --help")
    if of_new["--with-text"] and not of_new["--save"]:
        raise SettingsError("--with-text needs --save FOLDER", hint="stmtdiff check --help")
    if not is_new and len(statements) > 1:
        raise SettingsError(
            "only one statement can be checked at a time", hint=f"did you mean --against '{statements[1]}'?"
        )
