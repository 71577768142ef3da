"""Marks as both sides of every comparison of phrases see them: snapped to tokens, and one where they touch.

Two people who mark one change as one or as two neighbours have seen the same.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.scoring.spans import Range

_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A shift that somebody marked; offsets in code points."""

    old: Range | None
    new: Range | None
    kind: str
    substantive: bool
    direction: str = "none"


@dataclass(frozen=True, slots=True)
class Run:
    """Marks that touch, as one range of tokens on each side."""

    old: Range | None
    new: Range | None
    marks: tuple[Mark, ...]

    @property
    def sides(self) -> tuple[Range | None, Range | None]:
        """Return the range of the old side and that of the new."""
        return self.old, self.new

    @property
    def tokens(self) -> set[tuple[bool, int]]:
        """Return the marked tokens of both sides."""
        return {(bool(side), at) for side, own in enumerate(self.sides) if own for at in range(*own)}

    @property
    def is_substantive(self) -> bool:
        """Say whether one of its marks is."""
        return any(mark.substantive for mark in self.marks)

    @property
    def kind(self) -> str:
        """Return the kind of its first mark."""
        return self.marks[0].kind

    @property
    def direction(self) -> str:
        """Return where its marks point together: "mixed" when they disagree, "none" when none points anywhere."""
        return together(mark.direction for mark in self.marks)


def together(directions: Iterable[str]) -> str:
    """Return the direction of several: "none" is silence, and two different ones are "mixed"."""
    said = set(directions) - {"none"}
    return said.pop() if len(said) == 1 else "mixed" if said else "none"


def runs_of(old: str, new: str, marks: Iterable[Mark]) -> list[Run]:
    """Return the marks by old and then new position, each two that touch made one until none do."""
    tokens = _tokens(old), _tokens(new)
    runs = [Run(_snapped(mark.old, tokens[0]), _snapped(mark.new, tokens[1]), (mark,)) for mark in marks]
    runs = sorted(
        (run for run in runs if run.old or run.new),
        key=lambda run: (run.old[0] if run.old else -1, run.new[0] if run.new else -1),
    )
    while touching := next(((a, b) for a in runs for b in runs if a is not b and _joined(a, b)), None):
        runs = [run for run in runs if run is not touching[0] and run is not touching[1]]
        runs += [joined for joined in [_joined(*touching)] if joined]
    return runs


def _tokens(text: str) -> list[Range]:
    return [match.span() for match in _TOKEN.finditer(text)]


def _snapped(span: Range | None, tokens: Sequence[Range]) -> Range | None:
    touched = [at for at, (start, end) in enumerate(tokens) if span and start < span[1] and end > span[0]]
    return (touched[0], touched[-1] + 1) if touched and span and span[0] < span[1] else None


def _joined(first: Run, last: Run) -> Run | None:
    """Return the two as one when the second begins where the first ends, on every side that they have."""
    old, new = (_following(a, b) for a, b in zip(first.sides, last.sides, strict=True))
    is_whole = old and new
    is_one_sided = (old and not first.new and not last.new) or (new and not first.old and not last.old)
    return Run(old, new, first.marks + last.marks) if is_whole or is_one_sided else None


def _following(first: Range | None, last: Range | None) -> Range | None:
    return (first[0], last[1]) if first and last and first[1] == last[0] else None
