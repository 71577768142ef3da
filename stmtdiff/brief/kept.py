"""Find what stayed word for word and is watched: a strong formula in both statements, in linked sentences."""

from collections import defaultdict
from collections.abc import Sequence

from stmtdiff.brief.fact import Fact
from stmtdiff.brief.formulas import Formula
from stmtdiff.brief.widening import Widener
from stmtdiff.report import Report


def kept(report: Report, old: Sequence[Formula], new: Sequence[Formula]) -> list[Fact]:
    """Return a fact for each strong formula that stands unchanged in linked sentences, the strongest first.

    `old` and `new` are the formulas of the two statements. The same words kept in several places are
    one fact with its count.
    """
    by_sentence: dict[int, list[Formula]] = defaultdict(list)
    for formula in old:
        by_sentence[formula.sentence].append(formula)
    became = {index: link.old for link in report.sentence_links for index in link.new}
    pairs: dict[tuple[str, ...], list[tuple[Formula, Formula]]] = {}
    for formula in new:
        earlier = [each for index in became.get(formula.sentence, ()) for each in by_sentence[index]]
        match = next((one for one in earlier if (one.rule, one.norms) == (formula.rule, formula.norms)), None)
        if match is not None:
            by_sentence[match.sentence].remove(match)
            pairs.setdefault(formula.norms, []).append((match, formula))
    sides = Widener(report.old), Widener(report.new)
    facts = [(_weight(group), _fact(group, *sides)) for group in pairs.values()]
    return [fact for _, fact in sorted(facts, key=lambda pair: pair[0])]


def _weight(group: Sequence[tuple[Formula, Formula]]) -> tuple[int, ...]:
    return (*group[0][1].weight, -len(group), group[0][1].span.start)


def _fact(group: Sequence[tuple[Formula, Formula]], old_side: Widener, new_side: Widener) -> Fact:
    """Return the fact of a formula; one that was kept in one place alone is quoted with some words around it."""
    first = group[0]
    spans = first[0].span, first[1].span
    if len(group) == 1:
        spans = old_side.widened(spans[0]) or spans[0], new_side.widened(spans[1]) or spans[1]
    return Fact(
        "kept", "same", *spans,
        tuple(dict.fromkeys(old.paragraph for old, _ in group)),
        tuple(dict.fromkeys(new.paragraph for _, new in group)),
        rules=(first[1].rule,), formula=first[1].pattern, count=len(group),
    )  # fmt: skip
