"""What happens to findings: echoes and exchanges are left out, the rest is put into words."""

from typing import NamedTuple

from stmtdiff.rules.annotation import Annotation
from stmtdiff.rules.finding import Finding, Range
from stmtdiff.rules.pack import Kind, Pack, Rule
from stmtdiff.rules.sight import Side, Sight
from stmtdiff.spans import Span

# How often a direction of each kind of rule was right, in a hundred, where two readers marked real pairs of statements;
# rounded to tens and fives, and lower where there were few.
_CONFIDENCE: dict[Kind, int] = {"figure": 90, "ladder": 80, "bundle": 80, "outlook": 75, "acts": 70, "presence": 50}
_WEIGHT = {"error": 0, "warning": 1, "note": 2}


class Verdict(NamedTuple):
    """A finding with the rule and the pack that it comes from."""

    pack: Pack
    rule: Rule
    finding: Finding


def replaced(verdicts: list[Verdict]) -> frozenset[tuple[str, str]]:
    """Return what goes in one place and comes in another, as `exchange` names it.

    Guidance that is taken out in one place and put in again in other words in another has not been given up, and
    neither half of the exchange has a direction of its own.
    """
    changes = {(*exchange(verdict), verdict.finding.change) for verdict in verdicts}
    return frozenset(
        (code, pattern)
        for code, pattern, change in changes
        if code and {(code, pattern, "added"), (code, pattern, "dropped")} <= changes
    )


def exchange(verdict: Verdict) -> tuple[str, str]:
    """Return what a finding can be exchanged for, as a rule's code and the pattern of a term.

    Of a rule on sentences it is any of its terms, and the pattern is "". Of a rule on wholes it is the same term.
    Findings of all other rules can be exchanged for nothing: both are "".
    """
    if verdict.rule.reach == "sentence":
        return verdict.rule.code, ""
    return (verdict.rule.code, verdict.finding.pattern) if verdict.rule.reach == "whole" else ("", "")


def without_echoes(verdicts: list[Verdict]) -> list[Verdict]:
    """Drop what says the same again of the same words; a pack that yields gives way to any other."""
    kept: list[Verdict] = []
    for verdict in sorted(verdicts, key=_precedence):
        if not any(_is_echo(verdict, other) for other in kept):
            kept.append(verdict)
    return sorted(kept, key=lambda verdict: (_WEIGHT[verdict.rule.severity], verdict.rule.code))


def settled(listed: list[Verdict], compared: list[Verdict]) -> list[Verdict]:
    """Return what lists of words and whole clauses say of one shift, in a pack that has rules of both kinds.

    Where they agree, the list speaks, for it names the two words; where they do not, the clauses know more.
    """
    kept = list(listed)
    for verdict in compared:
        if verdict.rule.kind != "acts":
            kept.append(verdict)
            continue
        own = [one for one in kept if one.pack.id == verdict.pack.id and one.finding.direction in ("softer", "firmer")]
        if not any(one.finding.direction == verdict.finding.direction for one in own):
            kept = [one for one in kept if one not in own]
            kept.append(verdict)
        else:
            kept = [one for one in kept if one not in own or one.finding.direction == verdict.finding.direction]
    return kept


def _precedence(verdict: Verdict) -> tuple[bool, int, bool, str]:
    """Return a sorting key: of two rules that say the same, the field's own, graver, more telling one speaks."""
    rule = verdict.rule
    return verdict.pack.yields, _WEIGHT[rule.severity], rule.kind == "presence", rule.code


def _is_echo(verdict: Verdict, other: Verdict) -> bool:
    if "negation" in (verdict.rule.kind, other.rule.kind):
        return verdict.rule.kind == other.rule.kind
    is_same = verdict.finding.direction == other.finding.direction
    gives_way = verdict.pack.yields and not other.pack.yields
    return (is_same or gives_way) and (
        _overlaps(verdict.finding.old, other.finding.old) or _overlaps(verdict.finding.new, other.finding.new)
    )


def _overlaps(one: Range | None, other: Range | None) -> bool:
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def annotation(verdict: Verdict, sight: Sight) -> Annotation:
    """Return `verdict` in words, on the shift of `sight`."""
    pack, rule, finding = verdict.pack, verdict.rule, verdict.finding
    old, new = finding.quotes or (_quote(sight.old, finding.old), _quote(sight.new, finding.new))
    if not (old and new) and not finding.term and finding.head:  # a list of qualifiers came or went as a whole
        old, new = f"{old} {finding.head}".strip(), f"{new} {finding.head}".strip()
    phrase = f"{finding.term} {finding.head}".strip()
    message = rule.message.format(
        old=old, new=new, head=finding.head, term=finding.term, phrase=phrase, change=finding.change
    )
    return Annotation(
        sight.shift.id,
        rule.code,
        rule.name,
        rule.severity,
        pack.axis,
        finding.direction,
        pack.word(finding.direction),
        " ".join(message.split()),
        rule.why,
        0 if finding.direction == "none" else finding.confidence or _CONFIDENCE.get(rule.kind, 50),
        _span(sight.old, finding.old),
        _span(sight.new, finding.new),
    )


def _span(side: Side, where: Range | None) -> Span | None:
    return side.span(*where) if where and where[0] < where[1] else None


def _quote(side: Side, where: Range | None) -> str:
    return side.quote(*where) if where else ""
