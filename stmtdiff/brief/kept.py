"""Find what stayed word for word and is watched: a strong formula in both statements, in linked sentences.

The ugly case: "will stay shut at least through mid-2033" beside "at least through late 2034". The formula
stayed, the words around it did not: only what stands in both texts letter for letter is quoted as kept.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from stmtdiff.brief.apart import Told
from stmtdiff.brief.fact import Fact
from stmtdiff.brief.formulas import Formula
from stmtdiff.brief.widening import reads, shared, whole
from stmtdiff.model import Statement
from stmtdiff.report import Report
from stmtdiff.spans import Span

_Pair = tuple[Formula, Formula]


def kept(report: Report, old: Sequence[Formula], new: Sequence[Formula], told: Told) -> list[Fact]:
    """Return a fact for each strong formula that stands unchanged in linked sentences, the strongest first.

    `old` and `new` are the formulas of the two statements. The same words kept in several places are
    one fact with its count. What other lines have `told` is not quoted again.
    """
    sides = report.old, report.new
    groups: dict[tuple[str, ...], list[_Pair]] = {}
    for pair in _pairs(report, old, new):
        if reads(sides[0], whole(sides[0], pair[0].span)) == reads(sides[1], whole(sides[1], pair[1].span)):
            groups.setdefault(pair[1].norms, []).append(pair)
    facts = []
    for group in sorted(groups.values(), key=_weight):
        first = next((pair for pair in group if not told.is_told(whole(sides[1], pair[1].span))), None)
        if first is not None:
            facts.append(_fact(group, first, sides, told.around(1)))
            told.tell(facts[-1])
    return facts


def _pairs(report: Report, old: Sequence[Formula], new: Sequence[Formula]) -> Iterator[_Pair]:
    """Yield each formula of the new statement with the one that it was in the sentence it comes from."""
    by_sentence: dict[int, list[Formula]] = defaultdict(list)
    for formula in old:
        by_sentence[formula.sentence].append(formula)
    became = {index: link.old for link in report.sentence_links for index in link.new}
    for formula in new:
        earlier = [each for index in became.get(formula.sentence, ()) for each in by_sentence[index]]
        match = next((one for one in earlier if (one.rule, one.norms) == (formula.rule, formula.norms)), None)
        if match is not None:
            by_sentence[match.sentence].remove(match)
            yield match, formula


def _weight(group: Sequence[_Pair]) -> tuple[int, ...]:
    return (*group[0][1].weight, -len(group), group[0][1].span.start)


def _fact(group: Sequence[_Pair], first: _Pair, sides: tuple[Statement, Statement], around: Sequence[Span]) -> Fact:
    """Return the fact of a formula; one that was kept in one place alone is quoted with some words around it."""
    spans = whole(sides[0], first[0].span), whole(sides[1], first[1].span)
    if len(group) == 1:
        spans = shared(sides, spans, around)
    return Fact(
        "kept", "same", *spans,
        tuple(dict.fromkeys(old.paragraph for old, _ in group)),
        tuple(dict.fromkeys(new.paragraph for _, new in group)),
        rules=(first[1].rule,), formula=first[1].pattern, count=len(group),
    )  # fmt: skip
