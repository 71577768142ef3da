"""`stmtdiff check --new`: ask the sources of series for a release that the library does not have, and judge it."""

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from stmtdiff.checking import Verdict
    from stmtdiff.cli.targets import Targets
    from stmtdiff.releases.judging import Judge
    from stmtdiff.releases.watching import Found, NewRelease, Watching
    from stmtdiff.series.holdings import Library
    from stmtdiff.series.manifest import Series

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
            SettingsError: when one of them is not a length of time.
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

    def save(self, verdict: "Verdict", release: "NewRelease") -> None:
        """Write the files of `release`; with texts goes a sentence on what is known of their licence.

        Raises:
            RenderError: when they cannot be written.
        """
        from stmtdiff.cli.output import replace_file
        from stmtdiff.renderers import render
        from stmtdiff.renderers.visible import visible

        name = file_name(release)
        texts = {f"{name}.json": render(verdict, "json")}
        if self.with_text:
            report = verdict.report
            texts |= {f"{name}.html": render(report, "html"), f"{name}.txt": report.new.text}
            licence = release.release.licence or release.series.licence or "not known"
            sys.stderr.write(
                f"stmtdiff: {release.series.id}: text and report are saved too; licence: {visible(licence)}\n"
            )
        _make(self.folder)
        for file, text in texts.items():
            replace_file(text.encode("utf-8"), self.folder / file)


@dataclass(slots=True)
class Watcher:
    """Says and writes what comes out: where the verdicts go, and what became of them."""

    judge: "Judge"
    targets: "Targets"
    saving: Saving | None = None
    max_findings: int | None = None
    _verdicts: "list[Verdict]" = field(default_factory=list)
    _releases: list[str] = field(default_factory=list)

    def watch(self, library: "Library", names: list[str], patience: Patience) -> int:
        """Ask until every series has a new release or the time is over, judge what is new, return the exit code.

        0: nothing new, or it passed; 1: a finding failed it; 2: a source could not be asked, whatever the others say.
        """
        from time import monotonic, sleep

        from stmtdiff.cli.network import client, now
        from stmtdiff.releases.watching import Watching

        watching = Watching(library, names, client(), clock=now)
        self._refuse_one_file(len(watching.waiting), "series")
        end = monotonic() + patience.lasting
        while True:
            asked = list(watching.waiting)
            for found in watching.ask():
                self._take(watching, found)
            if patience.every:
                _tell_round(now(), asked, watching, patience.every)
            if not watching.waiting or not patience.every or monotonic() + patience.every > end:
                break
            sleep(patience.every)
        for series in watching.waiting:
            if series not in watching.troubles and self.targets.is_read:
                sys.stdout.write(_nothing(library.find(series)))
        self.targets.tell_outputs(self._verdicts, releases=",".join(self._releases))
        return COULD_NOT if watching.troubles else max([0, *(verdict.exit_code for verdict in self._verdicts)])

    def _refuse_one_file(self, count: int, what: str) -> None:
        """Refuse to write a second verdict over the first."""
        from stmtdiff.cli.targets import RELEASE
        from stmtdiff.errors import RenderError

        plain = next((file for file in self.targets.files if RELEASE not in str(file)), None)
        if count > 1 and plain is not None:
            raise RenderError(
                f"several {what} would write to one file", path=plain, hint=f"{plain.stem}-{RELEASE}{plain.suffix}"
            )

    def _take(self, watching: "Watching", found: "Found") -> None:
        """Say what went wrong with a series; judge and write what is new in it."""
        from stmtdiff.renderers.visible import visible

        for whose, said in found.told:
            sys.stderr.write(f"stmtdiff: {whose}: {visible(said)}\n")
            sys.stderr.flush()
        self._refuse_one_file(len(self._verdicts) + len(found.releases), "releases")
        for release in found.releases:
            self._write(release, self._judged(watching, release))
            watching.settle(release)

    def _judged(self, watching: "Watching", release: "NewRelease") -> "Verdict":
        from stmtdiff.cli.progress import Progress

        with Progress(steps=1) as progress:
            progress.step(f"judging {release.new}")
            return watching.judged(release, self.judge)

    def _write(self, release: "NewRelease", verdict: "Verdict") -> None:
        """Write the verdict on a release, and for a reader the diff under it."""
        from stmtdiff.cli.diff import show_usual
        from stmtdiff.cli.judging import typed_command

        command = typed_command(release.new, against=release.old, policy=self.judge.policy.path)
        targets = self.targets.of_release(file_name(release))
        targets.write(verdict, old=release.old, new=release.new, command=command, max_findings=self.max_findings)
        if targets.is_read:
            sys.stdout.write("\n")
            show_usual(verdict.report)
        if self.saving is not None:
            self.saving.save(verdict, release)
        self._verdicts.append(verdict)
        self._releases.append(release.new)


def _tell_round(at: "datetime.datetime", asked: list[str], watching: "Watching", every: int) -> None:
    """Say which series were asked and when, which are still waited for, and when they are asked again."""
    from stmtdiff.cli.output import tell

    rest = f"; waiting for {', '.join(watching.waiting)}, asked again in {every} s" if watching.waiting else ""
    tell(f"{at:%H:%M:%S} UTC: asked {', '.join(asked)}{rest}")


def file_name(release: "NewRelease") -> str:
    """Return what files about a release are called: "fomc-2026-07-29"."""
    return f"{release.series.id}-{release.release.day}"


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
