"""`stmtdiff check --new`: ask the sources of series for a release that the library does not have, and judge it."""

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stmtdiff.checking import Verdict
    from stmtdiff.cli.judging import Check
    from stmtdiff.cli.targets import Targets
    from stmtdiff.series.manifest import Release, Series
    from stmtdiff.series.watching import Watch

COULD_NOT = 2


@dataclass(frozen=True, slots=True)
class Patience:
    """How often the sources are asked, and for how long; both in seconds. Without `lasting` they are asked once."""

    every: int = 0
    lasting: int = 0

    @classmethod
    def of(cls, every: str, lasting: str) -> "Patience":
        """Return what ``--every`` and ``--for`` ask for; either of them alone has a usual companion.

        Raises:
            SettingsError: when one of them is no span of time.
        """
        from stmtdiff.cli.durations import seconds

        if not every and not lasting:
            return cls()
        return cls(seconds(every or "30s"), seconds(lasting or "20m"))


@dataclass(frozen=True, slots=True)
class Saving:
    """Where what is known of a new release is written: its verdict, and `with_text` what others hold rights in."""

    folder: Path
    with_text: bool = False

    def save(self, verdict: "Verdict", series: "Series", release: "Release") -> None:
        """Write the files of `release`; with texts goes a sentence on what is known of their licence.

        Raises:
            RenderError: when they cannot be written.
        """
        from stmtdiff.cli.output import replace_file
        from stmtdiff.renderers import render
        from stmtdiff.renderers.visible import visible

        name = file_name(series, release)
        texts = {f"{name}.json": render(verdict, "json")}
        if self.with_text:
            report = verdict.report
            texts |= {f"{name}.html": render(report, "html"), f"{name}.txt": report.new.text}
            licence = release.licence or series.licence or "nothing is known of their terms"
            sys.stderr.write(f"stmtdiff: {series.id}: text and report are saved too; licence: {visible(licence)}\n")
        _make(self.folder)
        for file, text in texts.items():
            replace_file(text.encode("utf-8"), self.folder / file)


@dataclass(slots=True)
class Watcher:
    """Judges what comes out: by which policy, and where the verdicts go."""

    asked: "Check"
    targets: "Targets"
    saving: Saving | None = None
    max_findings: int | None = None
    _verdicts: "list[Verdict]" = field(default_factory=list)
    _releases: list[str] = field(default_factory=list)
    _troubles: dict[str, str] = field(default_factory=dict)

    def watch(self, names: list[str], patience: Patience) -> int:
        """Ask until every series has a new release or the time is over, judge what is new, return the exit code.

        0: nothing new, or it passed; 1: a finding failed it; 2: a source could not be asked, whatever the others say.
        """
        from time import monotonic, sleep

        from stmtdiff.cli.network import client
        from stmtdiff.series.holdings import Library
        from stmtdiff.series.watching import Watch

        library, visitor = Library(self.asked.library), client()
        waiting = [Watch(library, library.resolve(name), visitor) for name in dict.fromkeys(names)]
        self._refuse_one_file(len(waiting), "series")
        end = monotonic() + patience.lasting
        while True:
            waiting = [one for one in waiting if not self._has_judged(one)]
            if not waiting or not patience.every or monotonic() + patience.every > end:
                break
            sleep(patience.every)
        for one in waiting:
            if one.series not in self._troubles and self.targets.is_read:
                sys.stdout.write(_nothing(library.find(one.series)))
        self.targets.tell_outputs(self._verdicts, releases=",".join(self._releases))
        return COULD_NOT if self._troubles else max([0, *(verdict.exit_code for verdict in self._verdicts)])

    def _refuse_one_file(self, count: int, what: str) -> None:
        """Refuse to write a second verdict over the first."""
        from stmtdiff.cli.targets import RELEASE
        from stmtdiff.errors import RenderError

        plain = next((file for file in self.targets.files if RELEASE not in str(file)), None)
        if count > 1 and plain is not None:
            raise RenderError(
                f"several {what} would write to one file", path=plain, hint=f"{plain.stem}-{RELEASE}{plain.suffix}"
            )

    def _has_judged(self, one: "Watch") -> bool:
        """Ask the sources of a series, and say whether there was something new to judge."""
        from stmtdiff.series.adding import set_checked

        found = self._ask(one)
        self._refuse_one_file(len(self._verdicts) + len(found), "releases")
        for release in found:
            self._judge(one, release)
            if release.date is not None:
                set_checked(one.library, one.series, release.date)
        return bool(found)

    def _ask(self, one: "Watch") -> "tuple[Release, ...]":
        """Return what is new; a source's trouble is said when it is not the one of the last time."""
        from stmtdiff.cli.network import now
        from stmtdiff.errors import FetchError, LoadError
        from stmtdiff.renderers.visible import visible

        try:
            found = one.new(now=now())
        except (FetchError, LoadError) as error:
            self._tell(one.series, visible(str(error)))
            return ()
        finally:
            for kept in one.doubled:
                where = f"{one.series}:{kept.date}"
                said = f"a second text of that day, at {visible(kept.address)}, is kept beside the first and not judged"
                self._tell(where, f"{said} (stmtdiff series check {one.series})")
        self._troubles.pop(one.series, None)
        return found

    def _tell(self, whose: str, trouble: str) -> None:
        if self._troubles.get(whose) != trouble:
            sys.stderr.write(f"stmtdiff: {whose}: {trouble}\n")
            sys.stderr.flush()
        self._troubles[whose] = trouble

    def _judge(self, one: "Watch", release: "Release") -> None:
        """Judge `release` against the one before it; write the verdict, and for a reader the diff under it."""
        from stmtdiff.cli.diff import show_usual
        from stmtdiff.cli.judging import typed_command
        from stmtdiff.series.library import release_before

        series = one.library.find(one.series)
        new = series.reference(release)
        old = release_before(new, library=self.asked.library)
        _bring_back(one, series, old)
        verdict = self.asked.verdict(self.asked.report(old, new))
        command = typed_command(new, against=old, policy=self.asked.file)
        targets = self.targets.of_release(file_name(series, release))
        targets.write(verdict, old=old, new=new, command=command, max_findings=self.max_findings)
        if targets.is_read:
            sys.stdout.write("\n")
            show_usual(verdict.report)
        if self.saving is not None:
            self.saving.save(verdict, series, release)
        self._verdicts.append(verdict)
        self._releases.append(new)


def file_name(series: "Series", release: "Release") -> str:
    """Return what files about a release are called: "fomc-2026-07-29"."""
    return f"{series.id}-{release.day}"


def _bring_back(one: "Watch", series: "Series", old: str) -> None:
    """Pull the text of the release `old` again where only its lock file was kept.

    Raises:
        LibraryError: when it is not to be had, or not the same any more.
    """
    from stmtdiff.cli.network import now
    from stmtdiff.errors import LibraryError
    from stmtdiff.series.pulling import pull
    from stmtdiff.series.references import find

    named = find(old, one.library)
    if named is None or not one.library.is_missing(series, named.release):
        return
    for outcome in pull(one.library, series, [named.release], one.client, now=now()):
        if outcome.outcome != "pulled":
            why = "; ".join(outcome.tried) or "it is not what the lock file lists any more"
            raise LibraryError(f"the text of {old} is not here and cannot be pulled: {why}")


def _make(folder: Path) -> None:
    from stmtdiff.errors import RenderError

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or "it cannot be made"
        raise RenderError(f"nothing was written: {reason}", path=folder, hint="choose another --save") from error


def _nothing(series: "Series") -> str:
    latest = [release for release in series.releases if release.status == "at hand"][-1]
    return f"{series.id}: nothing new since {latest.day}\n"
