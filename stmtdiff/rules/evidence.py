"""Where the terms of all rules are in the sentences around a shift, found in one pass."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from stmtdiff.model import Words
from stmtdiff.phrases import Phrase, PhraseSet
from stmtdiff.rules.pack import Rule

_Roles = tuple[tuple[tuple[int, int], ...], ...]  # by phrase the rules that want it, each with the step

_Place = tuple[int, int, int]  # the index of a phrase, and the half-open range of tokens that it covers


class Hit(NamedTuple):
    """A term of a rule: its rank or group, and the half-open range of tokens that it covers."""

    step: int
    term: Phrase
    first: int
    last: int


class Evidence(NamedTuple):
    """What all rules find in the sentences of one side, by the numbers of the rules."""

    terms: Mapping[int, tuple[Hit, ...]]
    needed: Collection[int]  # the rules of which a word that they need stands here
    barred: Collection[int]  # the rules of which a word that silences them stands here


class Detector:
    """All phrases of some rules in one set, and which rule wants which."""

    __slots__ = ("_barred", "_exceptions", "_needed", "_set", "_terms")

    def __init__(self, rules: Sequence[tuple[int, Rule]]) -> None:
        """Gather the phrases of numbered `rules`; a phrase that several rules want is looked for once."""
        wanted: dict[Phrase, int] = {}
        roles: tuple[dict[int, list[tuple[int, int]]], ...] = ({}, {}, {}, {})
        for number, rule in rules:
            parts = [(0, step, terms) for step, terms in enumerate(rule.steps)]
            parts += [(1, 0, rule.exceptions), (2, 0, rule.needs), (3, 0, rule.unless)]
            for role, step, phrases in parts:
                takers = roles[role]
                for phrase in phrases:
                    index = wanted.setdefault(phrase, len(wanted))
                    takers.setdefault(index, []).append((number, step))
        self._set = PhraseSet(wanted)
        self._terms, self._exceptions, self._needed, self._barred = (
            tuple([tuple(takers.get(index, ())) for index in range(len(wanted))]) for takers in roles
        )

    def evidence(self, words: Words) -> Evidence:
        """Return what the rules find in `words`, by the numbers of the rules; the places are ranges of tokens."""
        matches = self._set.places(words)
        exceptions = self._by_rule(matches, self._exceptions)
        terms = {
            number: _weigh(hits, exceptions.get(number, []))
            for number, hits in self._by_rule(matches, self._terms).items()
        }
        return Evidence(terms, _rules(matches, self._needed), _rules(matches, self._barred))

    def _by_rule(self, matches: Sequence[_Place], roles: _Roles) -> dict[int, list[Hit]]:
        """Return the matches that have one of `roles`, by the number of the rule."""
        hits: dict[int, list[Hit]] = {}
        for index, first, last in matches:
            for number, step in roles[index]:
                hits.setdefault(number, []).append(Hit(step, self._set.phrases[index], first, last))
        return hits


def _rules(matches: Sequence[_Place], roles: _Roles) -> set[int]:
    """Return the numbers of the rules that give one of `roles` to a match."""
    return {number for index, _, _ in matches for number, _ in roles[index]}


def _weigh(terms: list[Hit], exceptions: list[Hit]) -> tuple[Hit, ...]:
    """Return the hits of one rule that are not part of a longer one, and not inside an exception."""
    if len(terms) == 1 and not exceptions:
        return tuple(terms)
    kept: list[Hit] = []
    reach = 0
    both = [(hit.first, -hit.last, 1, hit) for hit in terms] + [(hit.first, -hit.last, 0, hit) for hit in exceptions]
    for first, _, is_term, hit in sorted(both, key=lambda entry: entry[:3]):
        is_tie = bool(kept) and (kept[-1].first, kept[-1].last) == (first, hit.last)
        if is_term and (hit.last > reach or is_tie):
            kept.append(hit)
        reach = max(reach, hit.last)
    return tuple(kept)
