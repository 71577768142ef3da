"""Where the terms of all rules stand in the sentences around a shift, found in one pass."""

from collections.abc import Sequence
from dataclasses import dataclass

from stmtdiff.model import Words
from stmtdiff.phrases import Phrase, PhraseSet
from stmtdiff.rules.pack import Rule


@dataclass(frozen=True, slots=True)
class Hit:
    """A term of a rule: its rank or group, and the half-open range of tokens that it covers."""

    step: int
    term: Phrase
    first: int
    last: int

    def is_inside(self, other: "Hit") -> bool:
        """Say whether this hit is part of a longer one."""
        return (
            other.first <= self.first and self.last <= other.last and self.last - self.first < other.last - other.first
        )


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one rule finds in the sentences of one side."""

    terms: tuple[Hit, ...] = ()
    is_needed: bool = False  # one of the words that the rule needs stands here
    is_barred: bool = False  # one of the words that silence the rule stands here


_NONE = Evidence()


class Detector:
    """All phrases of some rules in one set, and which rule wants which."""

    __slots__ = ("_roles", "_set")

    def __init__(self, rules: Sequence[tuple[int, Rule]]) -> None:
        """Gather the phrases of numbered `rules`; a phrase that several rules want is looked for once."""
        wanted: dict[str, Phrase] = {}
        roles: dict[str, list[tuple[int, str, int]]] = {}
        for number, rule in rules:
            parts = [("term", step, terms) for step, terms in enumerate(rule.steps)]
            parts += [("needs", 0, rule.needs), ("unless", 0, rule.unless), ("except", 0, rule.exceptions)]
            for role, step, phrases in parts:
                for phrase in phrases:
                    wanted[phrase.pattern] = phrase
                    roles.setdefault(phrase.pattern, []).append((number, role, step))
        self._set = PhraseSet(wanted.values())
        self._roles = tuple(tuple(roles[pattern]) for pattern in wanted)

    def evidence(self, words: Words) -> dict[int, Evidence]:
        """Return by rule number what stands in `words`; rules that find nothing are left out."""
        found: dict[int, dict[str, list[Hit]]] = {}
        for match in self._set.find(words):
            for number, role, step in self._roles[match.index]:
                hit = Hit(step, match.phrase, match.first, match.last)
                found.setdefault(number, {}).setdefault(role, []).append(hit)
        return {number: _weigh(roles) for number, roles in found.items()}


def _weigh(roles: dict[str, list[Hit]]) -> Evidence:
    """Return the evidence of one rule: the longest hits, those inside an exception left out."""
    terms = roles.get("term", [])
    barred = roles.get("except", [])
    kept = tuple(
        hit
        for hit in terms
        if not any(hit.is_inside(other) for other in terms)
        and not any(other.first <= hit.first and hit.last <= other.last for other in barred)
    )
    return Evidence(kept, bool(roles.get("needs")), bool(roles.get("unless")))
