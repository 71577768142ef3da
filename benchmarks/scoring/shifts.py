"""Score phrase shifts against an annotator's marks.

Marks are snapped to tokens, and marks that touch are merged, on both sides of the comparison: two
people who mark one change as one or as two neighbours have seen the same. Every annotator counts
alone; a set's figure is the mean over them, the scale on which two people were compared.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.scoring.counts import Counts, agreement
from benchmarks.scoring.spans import Range

_TOKEN = re.compile(r"\w+|[^\w\s]")
_HALF = 0.5  # of the marked tokens shared: the same shift, if not the same edges


@dataclass(frozen=True, slots=True)
class Mark:
    """A shift that somebody marked; offsets in code points."""

    old: Range | None
    new: Range | None
    kind: str
    substantive: bool


@dataclass(frozen=True, slots=True)
class _Run:
    """Marks that touch, as one range of tokens on each side."""

    old: Range | None
    new: Range | None
    marks: tuple[Mark, ...]

    @property
    def sides(self) -> tuple[Range | None, Range | None]:
        return self.old, self.new

    @property
    def tokens(self) -> set[tuple[bool, int]]:
        return {(bool(side), at) for side, own in enumerate(self.sides) if own for at in range(*own)}

    @property
    def is_substantive(self) -> bool:
        return any(mark.substantive for mark in self.marks)


def score_shifts(old: str, new: str, gold: Iterable[Mark], predicted: Iterable[Mark]) -> dict[str, Counts]:
    """Return the counts of one pair for one annotator.

    exact, relaxed (half the tokens shared), marked (single tokens), found (substantive shifts that
    a relaxed match covers), routine (matches that say routine or substantive as the annotator
    does), kind, and "kind: verb" and so on for each kind of the gold.
    """
    tokens = _tokens(old), _tokens(new)
    wanted, given = _runs(gold, tokens), _runs(predicted, tokens)
    exact = {run.sides for run in wanted}, {run.sides for run in given}
    matches = [(wanted[i], given[j]) for i, j in _matches(wanted, given)]
    matched = {id(run) for run, _ in matches}
    weighty = [run for run in wanted if run.is_substantive]
    marked = [{token for run in runs for token in run.tokens} for runs in (wanted, given)]
    return {
        "exact": agreement(len(exact[0] & exact[1]), *exact),
        "relaxed": agreement(len(matches), wanted, given),
        "marked": agreement(len(marked[0] & marked[1]), *marked),
        "found": _share(id(run) in matched for run in weighty),
        "routine": _share(one.is_substantive == other.is_substantive for one, other in matches),
        "kind": _share(_kind(one) == _kind(other) for one, other in matches),
        "pairs right": _share([exact[0] == exact[1]]),
    } | _by_kind(matches)


def _by_kind(matches: Sequence[tuple[_Run, _Run]]) -> dict[str, Counts]:
    kinds = sorted({_kind(one) for one, _ in matches})
    return {f"kind: {kind}": _share(_kind(b) == kind for a, b in matches if _kind(a) == kind) for kind in kinds}


def _kind(run: _Run) -> str:
    return run.marks[0].kind


def _share(answers: Iterable[bool]) -> Counts:
    answers = list(answers)
    return agreement(sum(answers), answers, answers)


def _tokens(text: str) -> list[Range]:
    return [match.span() for match in _TOKEN.finditer(text)]


def _snapped(span: Range | None, tokens: Sequence[Range]) -> Range | None:
    touched = [at for at, (start, end) in enumerate(tokens) if span and start < span[1] and end > span[0]]
    return (touched[0], touched[-1] + 1) if touched and span and span[0] < span[1] else None


def _runs(marks: Iterable[Mark], tokens: tuple[Sequence[Range], Sequence[Range]]) -> list[_Run]:
    """Return the marks by old and then new position, each two that touch made one until none do."""
    runs = [_Run(_snapped(mark.old, tokens[0]), _snapped(mark.new, tokens[1]), (mark,)) for mark in marks]
    runs = sorted(
        (run for run in runs if run.old or run.new),
        key=lambda run: (run.old[0] if run.old else -1, run.new[0] if run.new else -1),
    )
    while touching := next(((a, b) for a in runs for b in runs if a is not b and _joined(a, b)), None):
        runs = [run for run in runs if run is not touching[0] and run is not touching[1]]
        runs += [joined for joined in [_joined(*touching)] if joined]
    return runs


def _joined(first: _Run, last: _Run) -> _Run | None:
    """Return the two as one when the second begins where the first ends, on every side that they have."""
    old, new = (_following(a, b) for a, b in zip(first.sides, last.sides, strict=True))
    is_whole = old and new
    is_one_sided = (old and not first.new and not last.new) or (new and not first.old and not last.old)
    return _Run(old, new, first.marks + last.marks) if is_whole or is_one_sided else None


def _following(first: Range | None, last: Range | None) -> Range | None:
    return (first[0], last[1]) if first and last and first[1] == last[0] else None


def _matches(wanted: Sequence[_Run], given: Sequence[_Run]) -> list[tuple[int, int]]:
    """Return which prediction covers which gold run, one to one, the best overlap first."""
    gold, predicted = [run.tokens for run in wanted], [run.tokens for run in given]
    overlaps = sorted(
        ((len(a & b) / len(a | b), i, j) for i, a in enumerate(gold) for j, b in enumerate(predicted) if a & b),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for overlap, i, j in overlaps:
        if overlap >= _HALF and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return list(pairs.items())


def shares(by_annotator: Sequence[dict[str, Counts]]) -> dict[str, float]:
    """Return the figures of a set: the mean over its annotators of F1, or of the share for yes-or-no measures."""
    means = {}
    for name in ("exact", "relaxed", "marked"):
        means[name] = sum(counts[name].f1 for counts in by_annotator) / len(by_annotator)
    for name in ("found", "routine", "kind", "pairs right"):
        means[name] = sum(counts[name].recall for counts in by_annotator) / len(by_annotator)
    return means
