"""Say how much news a changed phrase is, where no rule says it: unit weights with signs, no more.

With so few lists of news, weights that are fitted do worse on texts never seen than a step up or down for each
kind of word; so every reason weighs one.
"""

from collections.abc import Iterable, Sequence

from stmtdiff.grammar import stem
from stmtdiff.languages.english import NEGATIONS
from stmtdiff.languages.english_clauses import CONDITION_WORDS
from stmtdiff.languages.english_news import COURTEOUS, OUTLOOK, PROCEDURAL, WEIGHTY_ACTS
from stmtdiff.ledger.figures import values_at
from stmtdiff.model import Statement
from stmtdiff.spans import Span
from stmtdiff.values import Value

_LIMITS = frozenset({"by", "before", "until", "within", "from", "after"})  # what a time is a limit by
_TIMES = frozenset({"date", "month", "quarter", "year"})
_LONG = 8  # words from which a changed phrase has more to say than a word exchanged
_STEMS = {
    name: frozenset(map(stem, words))
    for name, words in (("act", WEIGHTY_ACTS), ("outlook", OUTLOOK), ("courtesy", COURTEOUS), ("procedure", PROCEDURAL))
}
TOLD = {
    "decision": "what was decided",
    "act": "a verb that decides, demands or takes a side",
    "outlook": "an expectation or a risk",
    "condition": "a condition or a negation",
    "figure": "an amount or a percentage",
    "deadline": "a deadline or a term",
    "length": "a whole clause",
    "new words": "words that the old text does not have",
    "rule": "a rule applies",
    "formula": "a strong formula was added, dropped or changed",
    "lost": "words of a red line or of a list of qualifiers were dropped",
    "red line": "a rule that marks a red line applies",
    "courtesy": "courtesy",
    "procedure": "procedure",
    "data": "data",
    "elsewhere": "much of it is on the other side",
}
"""Every reason in words for people."""
FORM = frozenset({"length", "new words"})
"""Reasons of form: they count, and are told only where no other one speaks."""
_UP = ("act", "outlook", "condition", "figure", "deadline", "length")
_DOWN = ("courtesy", "procedure", "data")


def reasons(changed: Iterable[tuple[Statement, Span]]) -> dict[str, int]:
    """Return what speaks for a phrase as news, 1, and against it, -1, by the reason; `changed` are its spans."""
    spans = [(statement, span) for statement, span in changed if len(span)]
    norms = [norm for statement, span in spans for norm in _norms(statement, span)]
    stems = {*map(stem, norms)}
    found = {name for name, own in _STEMS.items() if own & stems}
    told = [value for statement, span in spans for value in _values(statement, span)]
    kinds = [value.kind for value in told]
    if {*norms} & (NEGATIONS | CONDITION_WORDS):
        found.add("condition")
    if {"amount", "percent"} & {*kinds}:
        found.add("figure")
    if "month" in kinds and "percent" in kinds and "act" not in found:
        found.add("data")
    if any(value.bound in _LIMITS and value.kind in _TIMES for value in told):
        found.add("deadline")
    if len(norms) >= _LONG:
        found.add("length")
    return {name: 1 if name in _UP else -1 for name in (*_UP, *_DOWN) if name in found}


def _values(statement: Statement, span: Span) -> Iterable[Value]:
    paragraph = statement.paragraph_at(span.start)
    return values_at(statement, paragraph, span) if paragraph else ()


def _norms(statement: Statement, span: Span) -> Sequence[str]:
    paragraph = statement.paragraph_at(span.start)
    if paragraph is None:
        return ()
    first, last = paragraph.tokens_at(span)
    return paragraph.words.norms[first:last]
