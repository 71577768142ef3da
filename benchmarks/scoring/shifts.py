"""Score phrase shifts against an annotator's marks.

Every annotator counts alone; a set's figure is the mean over them, the scale on which two people were compared.
"""

from collections.abc import Iterable, Sequence

from benchmarks.scoring.counts import Counts, agreement, share_of
from benchmarks.scoring.runs import Mark, Run, runs_of

_HALF = 0.5  # of the marked tokens shared: the same shift, if not the same edges


def score_shifts(old: str, new: str, gold: Iterable[Mark], predicted: Iterable[Mark]) -> dict[str, Counts]:
    """Return the counts of one pair for one annotator.

    exact, relaxed (half the tokens shared), marked (single tokens), found (substantive shifts that
    a relaxed match covers), routine (matches that say routine or substantive as the annotator
    does), kind, and "kind: verb" and so on for each kind of the gold.
    """
    wanted, given = runs_of(old, new, gold), runs_of(old, new, predicted)
    exact = {run.sides for run in wanted}, {run.sides for run in given}
    matches = [(wanted[i], given[j]) for i, j in _matches(wanted, given)]
    matched = {id(run) for run, _ in matches}
    weighty = [run for run in wanted if run.is_substantive]
    marked = [{token for run in runs for token in run.tokens} for runs in (wanted, given)]
    return {
        "exact": agreement(len(exact[0] & exact[1]), *exact),
        "relaxed": agreement(len(matches), wanted, given),
        "marked": agreement(len(marked[0] & marked[1]), *marked),
        "found": share_of(id(run) in matched for run in weighty),
        "routine": share_of(one.is_substantive == other.is_substantive for one, other in matches),
        "kind": share_of(one.kind == other.kind for one, other in matches),
        "pairs right": share_of([exact[0] == exact[1]]),
    } | _by_kind(matches)


def _by_kind(matches: Sequence[tuple[Run, Run]]) -> dict[str, Counts]:
    kinds = sorted({one.kind for one, _ in matches})
    return {f"kind: {kind}": share_of(b.kind == kind for a, b in matches if a.kind == kind) for kind in kinds}


def _matches(wanted: Sequence[Run], given: Sequence[Run]) -> list[tuple[int, int]]:
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


def shares(by_annotator: Sequence[dict[str, Counts]]) -> dict[str, float | None]:
    """Return the figures of a set: the mean over its annotators of F1, or of the share for yes-or-no measures.

    An annotator who has nothing of a kind is left out of its mean; when nobody has, there is no figure.
    """
    means: dict[str, float | None] = {}
    for name in ("exact", "relaxed", "marked"):
        means[name] = sum(counts[name].f1 for counts in by_annotator) / len(by_annotator)
    for name in ("found", "routine", "kind", "pairs right"):
        own = [counts[name].recall for counts in by_annotator if counts[name].gold]
        means[name] = sum(own) / len(own) if own else None
    return means
