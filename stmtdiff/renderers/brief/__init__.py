"""Show a brief: text for a terminal or a mail, Markdown for a note, JSON for another program."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """A brief has nothing to choose but its format."""
