"""A rule and a pack of rules, as they are once they have been read."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from stmtdiff.phrases import Phrase
from stmtdiff.rules.annotation import Severity
from stmtdiff.shifts.shift import Direction

Kind = Literal["ladder", "presence", "bundle", "switch", "negation", "figure", "vote", "outlook", "acts"]
Unit = Literal["percent", "money", "year", "count"]
Reach = Literal["noun", "verb", "phrase", "clause", "sentence", "whole"]


class Example(NamedTuple):
    """Two wordings, and the direction that the rule must give them; None where it must be silent."""

    old: str
    new: str
    direction: Direction | None


@dataclass(frozen=True, slots=True)
class Sense:
    """Words that a rule reads whole clauses by: what they are (`of`), which one (`name`), what they are worth, and why.

    `worth` is in tenths: 10 is a full step up, -5 half a step down; of a degree it is what its word is multiplied by.
    """

    of: str
    name: str
    worth: int
    source: str
    terms: tuple[Phrase, ...] = field(hash=False)  # marks are kept in sets, and a sense has hundreds of terms


class Rule(NamedTuple):
    """What to look for, and what to say of it.

    `steps` are the terms: one step for each rank of a ladder, weakest first, or for each thing of a
    switch that must not be confused with the others; all other kinds have one step. A sentence must
    hold one of `needs`, if there are any, and none of `unless`; a term inside one of `exceptions`
    does not count. `rising` is the direction of a move up (a ladder, a figure) or of a term gained;
    `falling` of the opposite move; None where the rule is silent. `reach` is the largest piece that a
    term may come or go with: a phrase, a clause, a sentence; "whole" is nothing but whole sentences,
    "noun" a phrase of which the noun that the term qualifies stands on both sides, and "verb" a modal of which the verb
    does. `senses` are the words of a
    rule that compares what clauses say. A rule `in_act` speaks only of words with which somebody of the forum
    asks, promises or judges, and not of a fact that is told.
    """

    code: str
    name: str
    kind: Kind
    severity: Severity
    message: str
    why: str
    steps: tuple[tuple[Phrase, ...], ...]
    needs: tuple[Phrase, ...]
    unless: tuple[Phrase, ...]
    exceptions: tuple[Phrase, ...]
    rising: Direction | None
    falling: Direction | None
    reach: Reach
    unit: Unit | None
    examples: tuple[Example, ...]
    senses: tuple[Sense, ...] = ()
    in_act: bool = False

    def direction(self, more: float) -> Direction | None:
        """Return which way it points that there is more of something than before, or less where `more` is below 0."""
        return self.rising if more > 0 else self.falling


class Subject(NamedTuple):
    """A matter that statements of a field speak of: its name for people, the phrases that tell it, whence the name.

    `example` is a sentence that speaks of it, which the pack is tried on.
    """

    name: str
    terms: tuple[Phrase, ...]
    source: str
    example: str


class Pack(NamedTuple):
    """Rules of one field, with the words that its people use for the two ends of their scale.

    `applies` are phrases of which a paragraph must hold one for the pack to look at it; none means
    every paragraph. A pack that `yields` is silent where another pack has spoken of the same words;
    in a paragraph that holds one of `abstains` it speaks of nothing but negation. `speakers` and `terms` are words of
    the forums of its field: who speaks there, and what their statements cite anew each time.
    `language` is the BCP 47 tag of the texts that its words are in. `subjects` are what its field speaks of; where two
    share a word, the longer phrase counts.
    """

    id: str
    name: str
    about: str
    axis: str
    softer: str
    firmer: str
    applies: tuple[Phrase, ...]
    abstains: tuple[Phrase, ...]
    yields: bool
    rules: tuple[Rule, ...]
    speakers: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    language: str = "en"
    subjects: tuple[Subject, ...] = ()

    def speaks(self, language: str) -> bool:
        """Say whether its words are in `language`; of regional forms ("pt-BR") the language counts."""
        return self.language.partition("-")[0] == language.partition("-")[0]

    @property
    def directs(self) -> bool:
        """Say whether it can say softer or firmer; one that knows negation alone cannot."""
        return any(rule.kind != "negation" for rule in self.rules)

    def word(self, direction: Direction) -> str:
        """Return what the field calls `direction`, empty where there is no one direction."""
        return {"softer": self.softer, "firmer": self.firmer}.get(direction, "")
