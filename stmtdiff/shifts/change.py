"""A shaped edit with all that naming it needs: its words, its neighbours, its sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from stmtdiff.edits import Atom, Edit, sentence_around
from stmtdiff.languages import ENGLISH, Language, load
from stmtdiff.languages.english import CITED, SPEAKERS
from stmtdiff.model import Forum, Statement
from stmtdiff.remembering import kept
from stmtdiff.spans import Span
from stmtdiff.values import defined, is_number, ordinal_of

_DATA = frozenset({"percent", "amount"})  # figures that are reported of a time, or forecast for it
AMOUNTS = _DATA | {"number"}  # units that say how much


class Known(NamedTuple):
    """What a pair's languages, forums and texts give: who speaks, what is cited anew, what turns a sentence.

    `names` are abbreviations with the names, in small letters, that one of the texts sets them behind in brackets.
    """

    speakers: frozenset[str] = SPEAKERS
    cited: frozenset[str] = CITED
    negations: frozenset[str] = ENGLISH.negations
    names: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def of(cls, statements: Sequence[Statement], forum: Forum) -> "Known":
        """Return what the languages and texts of `statements` give, with the words of `forum`."""
        denied = frozenset[str]().union(*(load(statement.language).negations for statement in statements))
        names = frozenset(pair for statement in statements for pair in defined(statement.text))
        return cls(SPEAKERS | forum.speakers, CITED | forum.terms, denied, names)


@dataclass(frozen=True)
class Side:
    """One side of a change: its atoms, and all atoms of the link on that side around them.

    `text` is the statement's; `first` and `last` are the half-open range of the change in `atoms`.
    A side has no slots, so that it keeps what every test of kind and proof asks it for.
    """

    text: str
    atoms: Sequence[Atom]
    first: int
    last: int
    known: Known = field(default_factory=Known)
    language: Language = ENGLISH

    @kept
    def own(self) -> Sequence[Atom]:
        """Return the atoms of the change on this side; none where the side is empty."""
        return self.atoms[self.first : self.last]

    @kept
    def before(self) -> Sequence[Atom]:
        """Return up to six atoms before the change, in the order of the text."""
        return self.atoms[max(0, self.first - 6) : self.first]

    @kept
    def after(self) -> Sequence[Atom]:
        """Return up to six atoms behind the change, in the order of the text."""
        return self.atoms[self.last : self.last + 6]

    @kept
    def span(self) -> Span | None:
        """Return the span of the change in the statement's text, None where this side is empty."""
        return Span(self.own[0].start, self.own[-1].end) if self.own else None

    @kept
    def at(self) -> int:
        """Return where the change stands on this side, in code points of the text; also where this side is empty."""
        if self.own:
            return self.own[0].start
        if self.first > 0:
            return self.atoms[self.first - 1].end
        return self.atoms[0].start if self.atoms else 0

    @kept
    def words(self) -> list[str]:
        """Return the keys, as they are compared, of the words and units of the change; no punctuation."""
        return [atom.key for atom in self.own if atom.kind != "mark"]

    @kept
    def meaning(self) -> list[Atom]:
        """Return the words and units of the change that carry meaning: no punctuation and no words of grammar."""
        return [atom for atom in self.own if atom.kind in {"word", "unit"}]

    @kept
    def content(self) -> list[str]:
        """Return the keys, as they are compared, of the words and units of the change that carry meaning."""
        return [atom.key for atom in self.meaning]

    @kept
    def sentence(self) -> Sequence[Atom]:
        """Return the atoms of the sentence, or of all sentences, in which the change stands."""
        first, last = sentence_around(self.atoms, self.first, self.last)
        return self.atoms[first:last]

    @kept
    def is_data(self) -> bool:
        """Say whether the sentence reports or forecasts a figure: a percentage, a sum."""
        return any(atom.unit in _DATA for atom in self.sentence)

    @kept
    def is_valued(self) -> bool:
        """Say whether a value may stand in the change or right beside it; reading what it is worth takes time."""
        near = (*self.before[-1:], *self.own, *self.after[:1])
        return any(atom.unit or atom.named or is_number(atom.key) or ordinal_of(atom.key) is not None for atom in near)

    @kept
    def is_plain(self) -> bool:
        """Say whether a side holds nothing but words in small letters: no unit, no name, no number."""
        return not any(
            atom.unit or self.text[atom.start].isupper() or is_number(atom.key) or ordinal_of(atom.key) is not None
            for atom in self.own
        )

    def elsewhere(self) -> str:
        """Return the text of the whole statement without the sentence that the change stands in."""
        own = self.sentence
        return self.text[: own[0].start] + self.text[own[-1].end :] if own else self.text

    def shown(self, atom: Atom) -> str:
        """Return an atom as the text has it, with its capitals."""
        return self.text[atom.start : atom.end]


class Change(NamedTuple):
    """Both sides of an edit, and the edit itself."""

    old: Side
    new: Side
    edit: Edit

    @property
    def sides(self) -> tuple[Side, Side]:
        """Return the old and the new side."""
        return self.old, self.new

    @property
    def size(self) -> int:
        """Return how many words of meaning the longer side has."""
        return max(len(self.old.content), len(self.new.content))

    def is_before(self, units: frozenset[str]) -> bool:
        """Say whether one of `units` follows the change: "(by) 3 percent", "in 2030"."""
        return any(atom.unit in units for side in self.sides for atom in side.after[:1])

    @property
    def is_replacement(self) -> bool:
        """Say whether both sides have words."""
        return bool(self.old.own) and bool(self.new.own)

    def bare(self) -> "Change":
        """Return the change without the words that both sides begin or end with.

        The words must be the same as they are compared. A new opening can force a capital and so draw a word into the
        change ("Inflation" to "On balance, inflation"); but only the new words say what kind of change it is.
        """
        old, new = self.old.own, self.new.own
        head = tail = 0
        while head < min(len(old), len(new)) and old[head].key == new[head].key:
            head += 1
        while tail < min(len(old), len(new)) - head and old[-1 - tail].key == new[-1 - tail].key:
            tail += 1
        if not head and not tail:
            return self
        sides = [replace(side, first=side.first + head, last=side.last - tail) for side in self.sides]
        return self._replace(old=sides[0], new=sides[1])
