"""Score phrase edits against spans that editors chose; offsets are code points or tokens alike.

`exact` asks for the same span on both sides, `overlap` for a shared unit on every side that both
have, `marked` counts single units. Where a text has several answers, the one that agrees best counts.
"""

from collections.abc import Sequence

from benchmarks.scoring.counts import Counts, agreement

Range = tuple[int, int]
Edit = tuple[Range | None, Range | None]


def score_spans(answers: Sequence[Sequence[Edit]], predicted: Sequence[Edit]) -> dict[str, Counts]:
    """Return the counts of one text: exact, overlap, marked."""
    gold = max(answers, key=lambda answer: _exact(answer, predicted).f1)  # the first of equals
    hits = _overlapping(gold, predicted)
    return {
        "exact": _exact(gold, predicted),
        "overlap": agreement(hits, gold, predicted),
        "marked": _marked(gold, predicted, 0) + _marked(gold, predicted, 1),
    }


def _exact(gold: Sequence[Edit], predicted: Sequence[Edit]) -> Counts:
    return agreement(len(set(gold) & set(predicted)), gold, predicted)


def _overlapping(gold: Sequence[Edit], predicted: Sequence[Edit]) -> int:
    """Return how many predictions find a gold edit of their own, each taking the first that is free."""
    free = list(gold)
    for edit in predicted:
        partner = next((one for one in free if _is_overlapping(edit, one)), None)
        if partner is not None:
            free.remove(partner)
    return len(gold) - len(free)


def _is_overlapping(one: Edit, other: Edit) -> bool:
    sides = [(a, b) for a, b in zip(one, other, strict=True) if a and b]
    return bool(sides) and all(max(a[0], b[0]) < min(a[1], b[1]) for a, b in sides)


def _marked(gold: Sequence[Edit], predicted: Sequence[Edit], side: int) -> Counts:
    wanted, given = ({at for edit in edits if (own := edit[side]) for at in range(*own)} for edits in (gold, predicted))
    return agreement(len(wanted & given), wanted, given)
