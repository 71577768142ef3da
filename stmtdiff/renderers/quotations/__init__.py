"""Show what happened to an article's quotations: text for a terminal, Markdown for a note, JSON for another program."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """The verdicts have nothing to choose but their format."""
