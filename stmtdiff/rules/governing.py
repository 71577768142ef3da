"""What the verb that governs a wording is worth: the rung of its act, with its words of strength.

The ugly case: "called for the complete closure" became "noted the complete closure". No word of the formula changed,
and all that it asked for is gone.
"""

from dataclasses import dataclass
from functools import lru_cache

from stmtdiff.languages.english import SPEAKERS
from stmtdiff.languages.english_clauses import EXPRESSING, LEAVING_OPEN
from stmtdiff.model import Paragraph, Statement
from stmtdiff.rules.act import STEP, Act
from stmtdiff.rules.library import shipped_packs
from stmtdiff.rules.pack import Rule
from stmtdiff.rules.senses import Lexicon
from stmtdiff.rules.speech import Reader
from stmtdiff.saying.forms import base_of
from stmtdiff.spans import Span


@dataclass(frozen=True, slots=True)
class Worth:
    """The rung of an act in tenths (10 notes, 20 welcomes, 30 calls for, 40 demands), and that of its strong words.

    `names` are those of its senses, "praise" or "blame"; `strong` are the words of strength, or of hedging, beside it.
    """

    rung: int
    strength: int
    names: frozenset[str]
    strong: tuple[str, ...]

    def is_below(self, other: "Worth") -> bool:
        """Say whether it is weaker than `other` by a full rung, or by a word of strength on the same one."""
        if self.rung != other.rung:
            return other.rung - self.rung >= STEP
        return other.strength - self.strength >= STEP

    def is_against(self, other: "Worth") -> bool:
        """Say whether one of the two praises and the other blames."""
        return {"praise", "blame"} <= self.names | other.names and not {"praise", "blame"} & self.names & other.names


class Governing:
    """The acts of one statement, asked for by their verbs."""

    def __init__(self, statement: Statement, speakers: frozenset[str] = SPEAKERS) -> None:
        """Take the statement, and words for those who speak in it."""
        self._statement = statement
        self._lexicon = _lexicon()
        self._reader = Reader(statement, self._lexicon, speakers)

    def worth(self, verb: Span, act: Span) -> Worth | None:
        """Return what an act is worth, by its verb `act` and by the whole `verb` with its modal and denial.

        None for a verb that is on no scale. What others do is no act of a speaker; of that the modal alone is ranked:
        "Ostrel must", "Ostrel should".
        """
        paragraph = self._statement.paragraph_at(act.start)
        if paragraph is None:
            return None
        first, last = paragraph.tokens_at(act)
        sentence = paragraph.sentence_of(first)
        acts = self._reader.in_sentence(paragraph, sentence)
        own = next((one for one in acts if one.where[0] < last and first < one.where[1]), None)
        return self._of_act(paragraph, own) if own else self._of_modal(paragraph, verb)

    def _of_modal(self, paragraph: Paragraph, verb: Span) -> Worth | None:
        first, last = paragraph.tokens_at(verb)
        found = self._lexicon.marks(paragraph.words, first, last)
        promised = [sense.worth for mark in found if (sense := mark.sense_of("promise"))]
        is_open = not LEAVING_OPEN.isdisjoint(paragraph.words.norms[first:last])
        rung = max(promised, default=STEP if is_open else 0)
        return Worth(rung, 0, frozenset(), ()) if rung else None

    def _of_act(self, paragraph: Paragraph, act: Act) -> Worth:
        marks = self._lexicon.marks(paragraph.words, *act.whole)
        strong = [(mark, sense.worth) for mark in marks if (sense := mark.sense_of("strength"))]
        near = [(mark, worth) for mark, worth in strong if mark.first <= act.where[1]]
        told = tuple(" ".join(paragraph.words.norms[mark.first : mark.last]) for mark, _ in near)
        rung, names = act.rung, act.names
        verbs = [sense for mark in marks if mark.first < act.where[1] and (sense := mark.sense_of("act"))]
        is_giving = base_of(paragraph.words.norms[act.where[0]]) in EXPRESSING
        if verbs and not is_giving and all(sense.name == "record" for sense in verbs):  # a noun there is another's
            rung, names = max(sense.worth for sense in verbs), frozenset({"record"})
        return Worth(rung, sum(worth for _, worth in near), names, told)


def act_rule() -> Rule:
    """Return the shipped rule on acts: what a verb is worth does not hang on the packs that were chosen."""
    return next(rule for pack in shipped_packs() for rule in pack.rules if rule.kind == "acts")


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    return Lexicon(act_rule())
