"""Who is named as the one who did harm: a sentence that drops the name asks less of anybody.

The ugly case: "Ostrel shelled the port" against "the port was shelled", or against "all sides bear responsibility": the
deed stays, and nobody did it.
"""

from typing import NamedTuple

from stmtdiff.grammar import stem
from stmtdiff.languages.english import ARTICLES, FUNCTION_WORDS, SPEAKERS
from stmtdiff.languages.english_clauses import BEARING
from stmtdiff.model import Statement
from stmtdiff.rules.finding import PASSAGE, Range
from stmtdiff.rules.senses import Lexicon
from stmtdiff.rules.sight import Side, Sight
from stmtdiff.spans import Span

_AGENT = "by"
_NEAR = 6  # tokens before "by" in which the deed stands


class Charge(NamedTuple):
    """The harm that a side tells of, as stems of its words, and where doers are named: ranges of tokens of the side."""

    harm: frozenset[str]
    named: tuple[Range, ...]


def accusation(sight: Sight, old: Statement, new: Statement, lexicon: Lexicon) -> tuple[int, Range] | None:
    """Return whether the doer of a harm came to be named (1) or is no longer named (-1), and where; else None.

    The same harm must be told on both sides. The place is a range of tokens of the side that names the doer.
    """
    if sight.is_whole or max(len(sight.old.words), len(sight.new.words)) > PASSAGE:
        return None
    had, has = _charge(sight.old, old, lexicon), _charge(sight.new, new, lexicon)
    if not had.harm & has.harm or bool(had.named) == bool(has.named):
        return None
    side, named = (sight.old, had.named) if had.named else (sight.new, has.named)
    place = next((place for place in named if side.is_changed(*place)), None)
    return None if place is None else ((-1 if had.named else 1), place)


def _charge(side: Side, statement: Statement, lexicon: Lexicon) -> Charge:
    marks = [mark for mark in lexicon.marks(side.words, 0, len(side.words)) if mark.sense_of("harm")]
    norms = side.words.norms
    if not marks:
        return Charge(frozenset(), ())
    named: list[Range] = []
    for at, norm in enumerate(norms):
        if norm == _AGENT and any(0 <= at - mark.last <= _NEAR for mark in marks):
            named += _name(side, at + 1)
    for subject, act in _subjects(side, statement):
        end = act[1] + 2 if norms[act[0]] in BEARING else act[1]
        if any(act[0] <= mark.first < end for mark in marks):
            named += _name(side, subject[0])
    harm = frozenset(stem(norms[mark.first]) for mark in marks)
    return Charge(harm, tuple(named))


def _subjects(side: Side, statement: Statement) -> list[tuple[Range, Range]]:
    """Return where the one who acts stands in each clause of a side, and its act."""
    if side.paragraph is None:
        return []
    from stmtdiff.saying.reading import clauses  # with all that reads a sentence, for which few pairs ask

    own = (clauses(statement, side.paragraph, one, has_heads=False) for one in side.sentences)
    return [
        (_tokens(side, clause.speaker[0]), _tokens(side, clause.act[0]))
        for found in own
        for clause in found
        if clause.speaker and clause.act and clause.many in ("", "one")
    ]


def _tokens(side: Side, span: Span) -> Range:
    return side.tokens(span.start, span.end)


def _name(side: Side, at: int) -> list[Range]:
    """Return the one token of a name that begins at `at`, over an article; nothing where none does."""
    norms = side.words.norms
    at += at < len(norms) and norms[at] in ARTICLES
    if at >= len(norms) or norms[at] in FUNCTION_WORDS or norms[at] in SPEAKERS:
        return []
    return [(at, at + 1)] if side.text[side.start + side.words.starts[at]].isupper() else []
