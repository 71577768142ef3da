"""Score which way a change points: softer, firmer, or neither.

A wrong direction is worse than none, so silence and error are counted apart, and directions where none is wanted.
"""

from collections.abc import Iterable

from benchmarks.scoring.counts import Counts, share_of
from benchmarks.scoring.runs import Mark, runs_of, together

_POINTING = ("softer", "firmer")
TURNED = {"softer": "firmer", "firmer": "softer"}  # what the reverse of a change says; all else stays
Answer = tuple[str, str]  # wanted, given


def score_directions(old: str, new: str, gold: Iterable[Mark], predicted: Iterable[Mark]) -> dict[str, Counts]:
    """Return the counts of one pair for one annotator.

    right, silent, wrong: of the marks that need a direction, by the directions of all shifts that share a word with
    them; given: of the marks that need none, those that get one; precision: of all directions said beside a mark.
    """
    given = [(run.tokens, run.direction) for run in runs_of(old, new, predicted)]
    answers = [
        (run.direction, together(said for tokens, said in given if tokens & run.tokens))
        for run in runs_of(old, new, gold)
    ]
    return _counts(answers) | {"precision": share_of(a == b for a, b in answers if a != "mixed" and b != "none")}


def score_sentence(wanted: str | None, said: str) -> dict[str, Counts]:
    """Return the counts of one sentence; where nobody knows what to say nothing counts.

    A pair of which both ways are wanted is judged for precision alone.
    """
    if wanted is None:
        return _counts([]) | {"precision": Counts()}
    return _counts([(wanted, said)]) | {"precision": share_of([said == wanted] if said != "none" else [])}


def _counts(answers: list[Answer]) -> dict[str, Counts]:
    needed = [(wanted, said) for wanted, said in answers if wanted in _POINTING]
    return {
        "right": share_of(wanted == said for wanted, said in needed),
        "silent": share_of(said == "none" for _, said in needed),
        "wrong": share_of(said not in ("none", wanted) for wanted, said in needed),
        "given": share_of(said != "none" for wanted, said in answers if wanted == "none"),
    }
