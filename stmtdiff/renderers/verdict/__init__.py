"""Show a verdict: for a reader, for programs, and for the places where CI looks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one rendering; a format ignores those that mean nothing to it.

    Args:
        command: what was typed, so that a reader can be told how to accept a finding.
        old_path, new_path: the files that were read, relative to the repository; empty where a
            statement came from elsewhere.
        max_findings: how many findings are shown, gravest first; the rest are counted. None shows all.
    """

    command: str = ""
    old_path: str = ""
    new_path: str = ""
    max_findings: int | None = None
