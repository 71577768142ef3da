"""Cut a sentence into what each of its speakers says.

The ugly case: in "The Meeting welcomed the agreement, and some Ministers called for restraint" who quotes the agreement
with "and some Ministers" lets the wrong ones welcome it. What is told in a clause with "that" stays with its teller.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from stmtdiff.languages.english import COORDINATORS, SPEAKERS
from stmtdiff.languages.english_clauses import ANY_PRONOUN, CLAUSE_OPENERS
from stmtdiff.model import Sentence, Statement
from stmtdiff.remembering import remembered
from stmtdiff.saying.clause import Clause
from stmtdiff.saying.reading import clauses_of
from stmtdiff.spans import Span
from stmtdiff.words import words

# What may stand between what two speakers say.
JOINTS = COORDINATORS | CLAUSE_OPENERS | {",", ";", "-"}


def parts_of(statement: Statement, sentence: Sentence) -> tuple[Span, ...]:
    """Return the spans of a sentence in which one speaker each speaks, without the words that join them.

    A sentence of one speaker, or in a language whose clauses are not read, is one part.
    """
    if statement.language != "en":
        return (sentence.span,)
    base = sentence.span.start
    return tuple(part.shifted(base) for part in _parts(sentence.span.of(statement.text)))


@remembered(characters=200_000)
def _parts(text: str) -> tuple[Span, ...]:
    """Return the parts of the sentence `text`, once for every wording."""
    starts = [0, *_openings(text, clauses_of(text, SPEAKERS, True))]
    ends = [*(_end(text, Span(one, other)) for one, other in pairwise(starts)), len(text)]
    return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end)


def _openings(text: str, found: Sequence[Clause]) -> Iterator[int]:
    """Yield where a clause behind another one opens with a subject of its own, and no pronoun for another's."""
    for before, clause in pairwise(one for one in found if not _is_pronoun(text, one)):
        after = before.act[-1].end
        own = (*clause.speaker, *clause.object, *clause.times, *clause.conditions, *clause.strength)
        start = min((span.start for span in own if span.start >= after), default=len(text))
        if start < clause.act[0].start and _is_joined(text, Span(after, start)):
            yield start


def _is_pronoun(text: str, clause: Clause) -> bool:
    return bool(clause.speaker) and clause.speaker[0].of(text).lower() in ANY_PRONOUN


def _is_joined(text: str, between: Span) -> bool:
    norms = words(between.of(text)).norms
    return bool(norms) and norms[-1] in JOINTS


def _end(text: str, part: Span) -> int:
    """Return where a part ends in front of the marks and words that join the next one to it."""
    found = words(part.of(text))
    last = len(found.norms)
    while last and found.norms[last - 1] in JOINTS:
        last -= 1
    return part.start + found.ends[last - 1] if last else part.start
