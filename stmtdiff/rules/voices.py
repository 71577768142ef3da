"""Whose clauses a statement speaks with: those who make it act in some, and tell of others in the rest.

The ugly case: "Ostrel welcomed the truce" is an act where "the leaders thanked the hosts" stands beside it, and a fact
in the resolution of a council.
"""

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from stmtdiff.languages.english import QUANTIFIERS, SAYING_VERBS, SPEAKER_PRONOUNS, SPEAKING_PEOPLE
from stmtdiff.languages.english_clauses import OTHERS, PAST_SUPPORT, RELATIVE_SUBJECTS
from stmtdiff.model import Statement
from stmtdiff.saying.forms import base_of, forms
from stmtdiff.words import words

if TYPE_CHECKING:
    from stmtdiff.saying.clause import Clause


class Voices:
    """Those who speak in one statement."""

    def __init__(self, statement: Statement, speakers: frozenset[str]) -> None:
        """Prepare to tell the clauses of `statement` apart; `speakers` are words for those who speak in it."""
        self._statement = statement
        self._speakers = speakers

    def are_heard(self, clause: "Clause", *, promises: bool) -> bool:
        """Say whether those who speak in the statement act in a clause; what others did is a fact that is told.

        What anybody `promises` is no mere fact: in a joint statement each state speaks for itself.
        """
        text = self._statement.text
        if not clause.speaker:  # "which was announced in May" is told of something
            return not clause.object or words(clause.object[0].of(text)).norms[0] not in RELATIVE_SUBJECTS
        norms = words((clause.stands_for or clause.speaker[0]).of(text)).norms
        if (
            norms[0] == OTHERS
            or norms[0] in RELATIVE_SUBJECTS
            or words(clause.speaker[0].of(text)).norms[0] in RELATIVE_SUBJECTS
        ):
            return False
        if (
            promises
            or not self._speakers.isdisjoint(norms)
            or norms[0] in SPEAKER_PRONOUNS
            or QUANTIFIERS.issuperset(norms)
        ):
            return True
        verb = words(clause.act[0].of(text)).norms[0]
        between = text[clause.speaker[-1].end : clause.act[0].start]
        is_past = "past" in forms(verb) or PAST_SUPPORT in words(between).norms  # "did not support"
        is_party = bool(clause.modal) or not is_past or self._speak_in_past
        return clause.many in ("body", "all") or (clause.many != "" and is_party)

    @cached_property
    def _speak_in_past(self) -> bool:
        """Say whether those who speak do so in the past tense: "The leaders welcomed"; then each of them does."""
        return any(
            one in SPEAKING_PEOPLE and "past" in forms(verb) and base_of(verb) in SAYING_VERBS
            for paragraph in self._statement.paragraphs
            for one, verb in pairwise(paragraph.words.norms)
        )
