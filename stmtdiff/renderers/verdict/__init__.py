"""Show a verdict: for a reader, for programs, and for the places where CI looks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one rendering; a format ignores those that mean nothing to it.

    Args:
        command: what was typed, so that a reader can be told how to accept a finding.
        old_path, new_path: the files that were read, relative to the repository; empty where a
            statement came from elsewhere.
        old_lines, new_lines: for each line of a statement's text the line of its file, 0 where that is not known;
            empty where the two are the same, or the file has none. See `lines.lines_of`.
        max_findings: how many findings are shown, gravest first; the rest are counted. None shows all.
    """

    command: str = ""
    old_path: str = ""
    new_path: str = ""
    old_lines: tuple[int, ...] = ()
    new_lines: tuple[int, ...] = ()
    max_findings: int | None = None
