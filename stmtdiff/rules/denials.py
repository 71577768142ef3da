"""The direction of a negation that was added or dropped: the opposite of what it denies, where that is known.

The ugly case: "will not support" is less than "will support", and "will not tolerate" more than "will tolerate". So
the first word after the negation that stands for firmness or gives ground decides; without one there is no direction.
"""

from stmtdiff.grammar import stem
from stmtdiff.languages.english import BEING, MODALS, SPEAKERS
from stmtdiff.languages.english_clauses import BINDING_MODALS, PERMITTING, REFRAINING
from stmtdiff.rules.finding import Finding, Range
from stmtdiff.rules.senses import Lexicon, Mark
from stmtdiff.rules.sight import Side, Sight

_REACH = 6  # tokens behind a negation in which what it denies is looked for
_NEAR = 4  # tokens before it in which its verb and its subject stand
_CONFIDENCE = 80  # as of a ladder: what is denied is named


def signed(lexicon: Lexicon, sight: Sight, finding: Finding, *, is_own: bool) -> Finding:
    """Return the finding of a negation that came or went, with its direction where one is known, else as it is.

    `is_own` says that those who speak in the statement act in the clause; what others did not do is only a fact.
    """
    if (finding.old is None) == (finding.new is None):  # "binding", "non-binding": both stand there
        return finding
    side, other = (sight.old, sight.new) if finding.new is None else (sight.new, sight.old)
    place = finding.old or finding.new
    assert place is not None  # one of the two is
    worth = _worth(lexicon, side, other, place, is_own=is_own)
    if worth == 0:
        return finding
    is_firmer = (worth > 0) == (finding.old is None)
    return finding._replace(direction="firmer" if is_firmer else "softer", confidence=_CONFIDENCE)


def _worth(lexicon: Lexicon, side: Side, other: Side, place: Range, *, is_own: bool) -> int:
    """Return what the negation at `place` is worth: 1 where with it the sentence is firmer, -1 where it is softer."""
    norms = side.words.norms
    if stem(norms[place[0]]) in REFRAINING:  # to refrain is asked of somebody
        return 1 if is_own else 0
    denied = _denied(lexicon, side, place[1])
    kept = set(map(stem, other.words.norms))
    if denied is None:
        return 1 if _forbids(side, place) and stem(norms[place[1]]) in kept else 0
    if not any(stem(norm) in kept for norm in norms[denied.first : denied.last]):
        return 0  # what it denied is gone too
    if norms[max(0, place[0] - 1)] in PERMITTING:  # what may not be done is forbidden, whatever it is
        return 1
    around = norms[max(0, place[0] - _NEAR) : denied.last]
    holds = not BINDING_MODALS.isdisjoint(around) or (not BEING.isdisjoint(around) and MODALS.isdisjoint(around))
    if denied.sense.of == "permit":
        holds = not SPEAKERS.isdisjoint(around)
    return (1 if denied.sense.worth < 0 else -1) if is_own or holds else 0


def _forbids(side: Side, place: Range) -> bool:
    """Say whether a negation forbids members something: "States (may not) sell arms"; what may not happen is no ban."""
    norms, at = side.words.norms, place[0] - 1
    is_permit = at >= 0 and norms[at] in PERMITTING and place[1] < len(norms)
    return is_permit and not SPEAKERS.isdisjoint(norms[max(0, at - _NEAR) : at])


def _denied(lexicon: Lexicon, side: Side, at: int) -> Mark | None:
    """Return the first word behind a negation that is known to hold ground or to give it; a permission comes last."""
    end = min(at + _REACH, len(side.words))
    stop = next((place for place in range(at, end) if not side.words.norms[place][:1].isalnum()), end)
    found = lexicon.marks(side.words, at, stop)
    return min(found, key=lambda mark: (mark.sense.of == "permit", mark.first), default=None)
