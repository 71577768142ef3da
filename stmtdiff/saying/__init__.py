"""Who says what: the clauses of a sentence, each a row of spans into the statement's text."""

from stmtdiff.saying.around import Formula, formula_around, formulas_in
from stmtdiff.saying.clause import Clause, Many
from stmtdiff.saying.denials import is_denied
from stmtdiff.saying.parts import JOINTS, parts_of
from stmtdiff.saying.reading import clauses
from stmtdiff.saying.who import Said, acting_at, said_among, said_at, speaker_at

__all__ = [
    "JOINTS",
    "Clause",
    "Formula",
    "Many",
    "Said",
    "acting_at",
    "clauses",
    "formula_around",
    "formulas_in",
    "is_denied",
    "parts_of",
    "said_among",
    "said_at",
    "speaker_at",
]
