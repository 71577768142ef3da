"""A clause: who says what, as spans of the statement's text.

The ugly case: in "Members voiced deep concern, and some Ministers called for restraint" the call is not the Members'.
"""

from dataclasses import dataclass
from typing import Literal

from stmtdiff.spans import Span

Many = Literal["", "one", "some", "several", "many", "most", "all", "none", "body"]
Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One act of a sentence. Every slot holds spans of the text, and none where the sentence is silent.

    `speaker` is the subject of an active verb, or the agent of a passive one, with appositions; `stands_for` is what
    a pronoun among them means, `many` how many they are. `act` is the governing verb with its particle. `object` has
    its head nouns and their qualifiers. A clause is told where it is what another one says, with "that" or without.
    """

    act: Spans
    speaker: Spans = ()
    stands_for: Span | None = None
    many: Many = ""
    negation: Spans = ()
    modal: Spans = ()
    strength: Spans = ()
    object: Spans = ()
    head: Spans = ()
    qualifiers: Spans = ()
    scope: Spans = ()
    conditions: Spans = ()
    times: Spans = ()
    is_told: bool = False
