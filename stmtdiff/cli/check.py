"""`stmtdiff check`: whether a new statement keeps to a team's red lines, for a reader and for CI."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from stmtdiff.cli import parameters as given

if TYPE_CHECKING:
    from stmtdiff.cli.watch import Saving

PolicyFile = Annotated[
    Path | None,
    typer.Option(
        "--policy", metavar="FILE", help="The policy; if not given, the stmtdiff.toml of this folder or one above."
    ),
]
Statements = Annotated[
    list[str],
    typer.Argument(metavar="NEW", help="The new statement: a file, an address or a reference; series with --new."),
]
Against = Annotated[
    str, typer.Option(metavar="OLD", help="The earlier one; of a reference, by default the release before it.")
]
FailOn = Annotated[str, typer.Option(metavar="SEVERITY", help="Fail from this severity on: error, warning or note.")]
MaxFindings = Annotated[
    int | None, typer.Option(min=0, metavar="N", help="Show N findings, gravest first; all of them count.")
]
Whose = Annotated[str, typer.Option(metavar="NAME", help="Whose entries apply, where NEW is a file.")]
By = Annotated[str, typer.Option(metavar="DAY", help="The day by which things expire, if not that of NEW: 2025-07-11.")]
BaselineFile = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Accepted findings; stmtdiff-baseline.toml beside the policy.")
]
Accepted = Annotated[
    list[str] | None, typer.Option("--accept", metavar="ID", help="Accept a finding, or all of an entry.")
]
Reason = Annotated[str, typer.Option(metavar="TEXT", help="Why, with --accept.")]
Until = Annotated[str, typer.Option(metavar="DAY", help="Up to which day, with --accept.")]
Strict = Annotated[bool, typer.Option("--strict", help="What could not be seen or judged is a finding: an error.")]
IsNew = Annotated[
    bool, typer.Option("--new", help="Ask where the series named appear for a newer release, and judge that.")
]
Every = Annotated[str, typer.Option(metavar="10s", help="With --new: ask again after so long.")]
Lasting = Annotated[str, typer.Option("--for", metavar="20m", help="With --new: and give up after so long.")]
Saved = Annotated[
    Path | None, typer.Option("--save", metavar="FOLDER", help="With --new: write the verdict here, as JSON.")
]
WithText = Annotated[
    bool, typer.Option("--with-text", help="With --save: text and report too, which may not be yours to publish.")
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
    """Judge NEW by the policy. Exit with 0 when it passes, with 1 when a finding fails it."""
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
        from stmtdiff.cli.watch import Patience, Watcher
        from stmtdiff.series.holdings import Library

        watching = Watcher(judge, targets, _saving(saved, with_text=with_text), max_findings)
        raise typer.Exit(watching.watch(Library(folder), statements, Patience.of(every, lasting)))
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
        other = "not with --new" if is_new else "with --new SERIES"
        raise SettingsError(f"{wrong} goes {other}", hint="stmtdiff check --help")
    if of_new["--with-text"] and not of_new["--save"]:
        raise SettingsError("--with-text goes with --save FOLDER", hint="stmtdiff check --help")
    if not is_new and len(statements) > 1:
        raise SettingsError("one statement is judged at a time", hint=f"was '{statements[1]}' meant: --against?")
