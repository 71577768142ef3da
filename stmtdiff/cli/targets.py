"""Where a verdict goes: files, standard output, and what GitHub Actions reads."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stmtdiff.checking import Verdict
    from stmtdiff.model import Statement

RELEASE = "{release}"  # in the name of a file: "fomc-2026-07-29"


@dataclass(frozen=True, slots=True)
class Targets:
    """In which formats a verdict is written and where to; None is standard output."""

    places: tuple[tuple[str, Path | None], ...]

    @classmethod
    def of(cls, formats: list[str] | None, output: Path | None) -> "Targets":
        """Return what ``--format NAME[=FILE]`` and ``-o FILE`` ask for.

        Raises:
            RenderError: when a format does not exist, or two results would go to one place.
        """
        from stmtdiff.cli.formats import format_of
        from stmtdiff.errors import RenderError

        told = [one.partition("=") for one in formats or []]
        places = [(name, Path(file) if sign else None) for name, sign, file in told]
        if output is not None and all(file for _, file in places):
            places.append(("", output))
        elif output is not None:
            places = [(name, file or output) for name, file in places]
        if output is None and places and all(file for _, file in places):
            places.append(("text", None))  # files are for programs; the person who typed the command reads the verdict
        places = [(format_of(name, file, "Verdict"), file) for name, file in places or [("text", None)]]
        files = [file.resolve() if file else None for _, file in places]
        if len(set(files)) < len(files):
            raise RenderError(
                "two outputs would be written to the same place", hint="name a file: --format sarif=out.sarif"
            )
        return cls(tuple(places))

    @property
    def files(self) -> tuple[Path, ...]:
        """Return the files that will be written."""
        return tuple(file for _, file in self.places if file)

    def write(self, verdict: "Verdict", *, old: str, new: str, **look: Any) -> None:
        """Write `verdict` everywhere, all of it made before anything is written; tell GitHub where it is asked for.

        Raises:
            RenderError: when a place cannot be written.
        """
        from stmtdiff.cli.output import write
        from stmtdiff.renderers import render

        look |= {"old_path": shown_path(old), "new_path": shown_path(new)}
        look |= {"old_lines": _lines(verdict.report.old, old), "new_lines": _lines(verdict.report.new, new)}
        texts = [(render(verdict, name, **look), file) for name, file in self.places]
        for text, file in sorted(texts, key=lambda pair: pair[1] is None):
            write(text, output=file)
        if self.is_github:
            _append("GITHUB_STEP_SUMMARY", f"{render(verdict, 'markdown', **look)}\n")

    @property
    def is_github(self) -> bool:
        """Say whether GitHub Actions is told."""
        return any(name == "github" for name, _ in self.places)

    @property
    def is_read(self) -> bool:
        """Say whether a reader gets text on standard output."""
        return ("text", None) in self.places

    def tell_outputs(self, verdicts: "Sequence[Verdict]", **more: str) -> None:
        """Add the outputs of a step to the file that GitHub Actions names, if it names one and is told at all."""
        outputs = {
            "verdict": "failed" if any(verdict.is_failed for verdict in verdicts) else "passed",
            "findings": str(sum(len(verdict.findings) for verdict in verdicts)),
            "sarif": self.file_of("sarif"),
            **more,
        }
        if self.is_github:
            _append("GITHUB_OUTPUT", "".join(map(_output, outputs, outputs.values())))

    def of_release(self, release: str) -> "Targets":
        """Return the targets with the name of a release for {release} in the names of files."""
        return Targets(tuple((name, file and Path(str(file).replace(RELEASE, release))) for name, file in self.places))

    def file_of(self, format: str) -> str:  # noqa: A002  # the word of the option
        """Return the file that a format goes to, as it was given; nothing when it goes nowhere."""
        return next((str(file) for name, file in self.places if name == format and file), "")


def shown_path(name: str) -> str:
    """Return a statement's file as its repository calls it; nothing for what is no file of the repository."""
    path = Path(name)
    if name == "-" or not path.is_file():
        return ""
    here = Path.cwd().resolve()
    root = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
    resolved = path.resolve()
    return resolved.relative_to(root).as_posix() if resolved.is_relative_to(root) else path.name


def _lines(statement: "Statement", name: str) -> tuple[int, ...]:
    """Return the lines of a statement's file, or the numbers of its paragraphs; none where `name` is no file."""
    from stmtdiff.renderers.verdict.lines import lines_of

    if not shown_path(name):
        return ()
    try:
        return lines_of(statement, Path(name).read_bytes().decode("utf-8", "replace"))
    except OSError:  # it went after it was read: the findings stand, only their lines are not known
        return ()


def _output(name: str, value: str) -> str:
    """Return an output between random delimiters, so that no value can end itself and begin another."""
    from secrets import token_hex

    mark = f"stmtdiff_{token_hex(16)}"
    return f"{name}<<{mark}\n{value}\n{mark}\n"


def _append(variable: str, text: str) -> None:
    from stmtdiff.errors import RenderError

    path = os.environ.get(variable)
    if path:
        try:
            with Path(path).open("a", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            raise RenderError(f"{variable} cannot be written: {error.strerror}", path=path) from error
