"""The choices for `stmtdiff check`: policy and baseline, the date, and the command as it was typed."""

import shlex
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from stmtdiff.releases.judging import Judge
    from stmtdiff.report import Report
    from stmtdiff.rules.annotation import Severity


def settings_file(given: Path | None) -> Path:
    """Return the policy's file: the one that was given, or the one that counts in this folder.

    Raises:
        SettingsError: when there is none.
    """
    from stmtdiff.errors import SettingsError
    from stmtdiff.settings import SETTINGS_FILE, find_settings_file

    found = given or find_settings_file(Path.cwd())
    if found is None:
        hint = "'stmtdiff policy init' writes one; --policy names another"
        raise SettingsError(f"there is no {SETTINGS_FILE} in this folder or above it", hint=hint)
    return Path(SETTINGS_FILE) if found.parent == Path.cwd() else found


def one_severity(text: str) -> "Severity | None":
    """Return `text` as a severity; None for nothing.

    Raises:
        SettingsError: when it is none.
    """
    from stmtdiff.checking.verdict import SEVERITIES
    from stmtdiff.errors import SettingsError

    if text and text not in SEVERITIES:
        raise SettingsError(f"there is no severity '{text}'", hint=f"severities: {', '.join(SEVERITIES)}")
    return next((known for known in SEVERITIES if known == text), None)


def one_day(text: str) -> "datetime.date | None":
    """Return `text` as a day; None for nothing.

    Raises:
        SettingsError: when it is none.
    """
    import datetime

    from stmtdiff.errors import SettingsError

    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        raise SettingsError(f"'{text}' is not a date", hint="year, month and day: 2025-07-11") from None


def judge_of(
    policy: Path | None, baseline: Path | None, *, series: str = "", on: str = "", fail_on: str = "",
    is_accepting: bool = False, strict: bool = False,
) -> "Judge":  # fmt: skip
    """Return what the options ask to judge by; a baseline that was named must be there, unless it is being written.

    Raises:
        SettingsError: when the policy is missing or wrong, or an option is.
    """
    from stmtdiff.checking import read_policy
    from stmtdiff.cli.diff import tell_older
    from stmtdiff.releases.judging import Judge

    file = settings_file(policy)
    beside = baseline or file.parent / "stmtdiff-baseline.toml"
    is_named = baseline is not None and not is_accepting
    read = read_policy(file)
    tell_older(read.rules)
    return Judge(read, beside, series, one_day(on), one_severity(fail_on), is_named, strict)


def remember(judge: "Judge", report: "Report", wanted: list[str], *, reason: str, until: str) -> None:
    """Add the findings named by `wanted`, their ids or those of entries, to the baseline.

    The baseline is read, judged by and written while nobody else writes it, so that of two who accept at one
    moment neither loses what the other wrote.

    Raises:
        SettingsError: when one is not found or there is no reason; then nothing is written.
        LibraryError: when its folder is not to be had.
    """
    from stmtdiff.cli.output import replace_file
    from stmtdiff.errors import SettingsError
    from stmtdiff.series.writing import alone_in

    if not wanted:
        raise SettingsError("--reason and --until need --accept ID", hint="each finding is shown with its id")
    path = judge.baseline.resolve()
    with alone_in(path.parent):
        replace_file(judge.accepting(report, wanted, reason=reason, until=one_day(until)), path)


def typed_command(new: str, **options: object) -> str:
    """Return the command as it was typed, without what only says how the verdict is shown."""
    told = [(f"--{name}", *(() if value is True else (str(value),))) for name, value in options.items() if value]
    return shlex.join(["stmtdiff", "check", new, *chain.from_iterable(told)])
