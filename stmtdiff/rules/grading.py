"""Find the rung of a noun or a verb that is graded by the word before it.

The ugly case: a ladder knows "concern", "deep concern" and "grave concern". "Great concern" is then read as bare
"concern", and a change to "deep concern" as a step up, though nobody has said which of the two is stronger.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from stmtdiff.languages.english import FUNCTION_WORDS, HEDGES, SUPERLATIVE
from stmtdiff.languages.english_clauses import ADJECTIVES
from stmtdiff.phrases import Phrase, fold_spelling
from stmtdiff.rules.evidence import Hit
from stmtdiff.rules.pack import Rule
from stmtdiff.rules.sight import Side
from stmtdiff.saying.forms import forms

_LOWEST, _HIGHEST = -1, 1_000
_NO_GRADES = FUNCTION_WORDS | HEDGES
_Steps = tuple[tuple[Phrase, ...], ...]


def rungs(rule: Rule, side: Side, hits: Sequence[Hit]) -> tuple[int, int]:
    """Return the lowest and the highest rung on which the `hits` of a side, one or more, can stand."""
    found = [_rung(rule, side, hit) for hit in hits]
    return min(low for low, _ in found), max(high for _, high in found)


def _rung(rule: Rule, side: Side, hit: Hit) -> tuple[int, int]:
    """Return the bounds of one hit: a changed word that grades it and is on no rung leaves them open.

    A superlative stands on the rung of its adjective or higher: "deepest concern".
    """
    norms, at = side.words.norms, hit.first - 1
    if hit.last - hit.first > 1 or not side.first <= at < side.last or not _describes(norms[at]):
        return hit.step, hit.step
    known = _grades(rule.steps).get(fold_spelling(norms[hit.first]))
    if known is None:
        return hit.step, hit.step
    return max((known[base] for base in _bases(norms[at]) if base in known), default=_LOWEST), _HIGHEST


def _describes(norm: str) -> bool:
    """Say whether a word grades what stands behind it: no verb does, as in "(expressed) concern", and no "the"."""
    return norm.isalpha() and norm not in _NO_GRADES and (norm in ADJECTIVES or not forms(norm))


def _bases(norm: str) -> list[str]:
    """Return the adjectives that a superlative can be made of.

    >>> _bases("gravest"), _bases("heaviest")
    (['grav', 'grave'], ['heavi', 'heavie', 'heavy'])
    """
    if not norm.endswith(SUPERLATIVE) or len(norm) < len(SUPERLATIVE) + 3:
        return []
    base = norm.removesuffix(SUPERLATIVE)
    return [base, base + "e", *([base[:-1] + "y"] if base.endswith("i") else [])]


@lru_cache(maxsize=256)
def _grades(steps: _Steps) -> Mapping[str, Mapping[str, int]]:
    """Return, for each word that a ladder has bare and graded by another, the rungs of those that grade it."""
    readings = [(step, reading) for step, terms in enumerate(steps) for term in terms for reading in term.readings]
    bare = {reading[0][1] for _, reading in readings if len(reading) == 1}
    found: dict[str, dict[str, int]] = {}
    for step, reading in readings:
        if len(reading) == 2 and reading[1][1] in bare:
            found.setdefault(reading[1][1], {})[reading[0][1]] = step
    return found
