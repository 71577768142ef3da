"""The kinds of rule that work on terms: ladder, presence, bundle, switch, negation."""

from collections.abc import Sequence

from stmtdiff.grammar import stem
from stmtdiff.languages.english import FUNCTION_WORDS, JOINING, NEGATIONS, NO_OPPOSITES
from stmtdiff.languages.english_clauses import OBLIGED
from stmtdiff.phrases import fold_spelling
from stmtdiff.rules.evidence import Hit
from stmtdiff.rules.finding import (
    NARROW,
    Finding,
    are_answered,
    changed,
    head,
    is_answered,
    is_passage,
    keeps_noun,
    span,
    touching,
)
from stmtdiff.rules.grading import rungs
from stmtdiff.rules.pack import Rule
from stmtdiff.rules.sight import Side, Sight
from stmtdiff.saying.forms import is_adverb

_JOINS = JOINING | {",", "/", "-"}


def ladder(rule: Rule, sight: Sight, old: Sequence[Hit], new: Sequence[Hit]) -> Finding | None:
    """Return the finding that a term gave way to a stronger or weaker one, None where it is not clear.

    `old` and `new` are the hits of the rule's terms. There is a direction only if every rank of one side is above all
    of the other's. A side whose changed words have no term may lend one that touches the change: "grave concern"
    against the "concern" that stayed. A word before a term that is on no rung makes its rung unknown.
    """
    gone, come = changed(sight.old, old), changed(sight.new, new)
    if not gone and not come:
        return None
    gone = gone or _lent(touching(sight.old, old), touching(sight.new, new), come)
    come = come or _lent(touching(sight.new, new), touching(sight.old, old), gone)
    if not gone or not come:
        return None
    if not are_answered(gone[0], come[0], sight.old, sight.new):
        return None
    if rule.reach == "noun" and not _is_same_noun(gone[0], come[0], sight):
        return None
    if rule.reach == "verb" and _verb(sight.old, gone[0]) != _verb(sight.new, come[0]):
        return None
    before, after = rungs(rule, sight.old, gone), rungs(rule, sight.new, come)
    if before[1] < after[0]:
        direction = rule.rising
    elif before[0] > after[1]:
        direction = rule.falling
    else:
        return None
    return Finding(direction, span(gone[:1]), span(come[:1])) if direction else None


def _is_same_noun(gone: Hit, come: Hit, sight: Sight) -> bool:
    """Say whether the words behind both terms are one noun: "some sites" and "all sites", but not "some progress"."""
    return stem(head(sight.old, gone.last)) == stem(head(sight.new, come.last)) != ""


def _verb(side: Side, modal: Hit) -> str:
    """Return the stem of the verb behind a modal: "will (not fully) support"."""
    is_obliged = side.words.norms[modal.last : modal.last + len(OBLIGED)] == OBLIGED
    at = modal.last + len(OBLIGED) * is_obliged  # "may (have to) pay"
    behind = (norm for norm in side.words.norms[at:] if not (norm in NEGATIONS or is_adverb(norm)))
    return stem(next(behind, ""))


def _lent(own: list[Hit], other: list[Hit], moved: list[Hit]) -> list[Hit]:
    """Return the hits of `own` that no equal neighbour on the other side explains."""
    stayed = [hit.step for hit in other if hit not in moved]
    return [hit for hit in own if hit.step not in stayed]


def presence(rule: Rule, sight: Sight, old: Sequence[Hit], new: Sequence[Hit]) -> Finding | None:
    """Return the finding that a term came or went; None unless its sentence has one more or one less of them."""
    old, new = _apart(old), _apart(new)
    gone, come = changed(sight.old, old), changed(sight.new, new)
    if len(gone) > len(come) and len(old) > len(new):
        return _went(rule, sight, _missing(gone, come), is_gone=True)
    if len(come) > len(gone) and len(new) > len(old):
        return _went(rule, sight, _missing(come, gone), is_gone=False)
    return None


def _apart(hits: Sequence[Hit]) -> list[Hit]:
    """Return `hits` without those that overlap the one before: "prepared to take further action" is one readiness."""
    reach = 0
    return [hit for hit in hits if reach <= hit.first and (reach := hit.last)]


def _missing(many: list[Hit], few: list[Hit]) -> Hit:
    """Return the first hit of `many` whose term is not among `few`."""
    kept = [hit.term for hit in few]
    return next((hit for hit in many if hit.term not in kept), many[0])


def _went(rule: Rule, sight: Sight, hit: Hit, *, is_gone: bool) -> Finding | None:
    side, other = (sight.old, sight.new) if is_gone else (sight.new, sight.old)
    direction = rule.falling if is_gone else rule.rising
    if direction is None or not _is_in_reach(rule, sight, hit, side, other):
        return None
    where = (hit.first, hit.last)
    term, follows = side.quote(*where), head(side, hit.last)
    if is_gone:
        return Finding(direction, where, None, "dropped", term, follows, hit.term.pattern)
    return Finding(direction, None, where, "added", term, follows, hit.term.pattern)


def _is_in_reach(rule: Rule, sight: Sight, hit: Hit, side: Side, other: Side) -> bool:
    """Say whether the term came or went with no larger piece than its rule allows.

    A clause may come or go; one long clause that took the place of another is no clause of the same sentence.
    """
    if sight.is_whole or rule.reach == "whole":
        return sight.is_whole and rule.reach in ("sentence", "whole")
    is_rewritten = min(side.last - side.first, other.last - other.first) > NARROW
    if rule.reach == "sentence" or (rule.reach == "clause" and not is_rewritten):
        return True
    if rule.reach == "noun" and not keeps_noun(hit, side, other):
        return False
    return is_answered(hit, side, other, only_behind=rule.reach in ("noun", "phrase"))


def bundle(rule: Rule, sight: Sight, old: Sequence[Hit], new: Sequence[Hit]) -> Finding | None:
    """Return the finding that a list of qualifiers grew or shrank, None where its members are the same.

    "Complete and verifiable" against "complete".
    """
    if is_passage(sight):
        return None
    for before, after in _pairs(sight, _runs(sight.old, old), _runs(sight.new, new)):
        had, has = {hit.step for hit in before}, {hit.step for hit in after}
        is_touched = changed(sight.old, before) or changed(sight.new, after)
        direction = rule.falling if has < had else rule.rising if had < has else "mixed"
        if had != has and is_touched and direction:
            side, run = (sight.new, after) if after else (sight.old, before)
            return Finding(direction, span(before), span(after), "changed", "", head(side, run[-1].last))
    return None


def _pairs(sight: Sight, old: list[list[Hit]], new: list[list[Hit]]) -> list[tuple[list[Hit], list[Hit]]]:
    """Return the lists that qualify one word on both sides; an empty list where the word stands there bare.

    Beside a list that goes on with unknown words no word is bare.
    """
    had, has = [_qualified(sight.old, run) for run in old], [_qualified(sight.new, run) for run in new]
    pairs: list[tuple[list[Hit], list[Hit]]] = []
    for before, word in zip(old, had, strict=True):
        others = [after for after, other in zip(new, has, strict=True) if other == word]
        if word and (others or ("" not in has and _is_bare(sight.new, word))):
            pairs.append((before, others[0] if others else []))
    bare: list[tuple[list[Hit], list[Hit]]] = [
        ([], after)
        for after, word in zip(new, has, strict=True)
        if word not in had and "" not in had and _is_bare(sight.old, word)
    ]
    return [*pairs, *bare]


def _qualified(side: Side, run: list[Hit]) -> str:
    """Return the key of the word behind a list of qualifiers or, where a mark or nothing follows, before it.

    It is empty where the list goes on, or where nothing but a linking word is near: nobody qualifies a "to".
    """
    behind = side.words.norms[run[-1].last] if run[-1].last < len(side.words) else ""
    before = side.words.norms[run[0].first - 1] if run[0].first else ""
    if (behind in _JOINS and behind != ",") or before in _JOINS:
        return ""  # the list goes on with qualifiers that the rule does not know
    listed = (norm for norm in (behind, before) if norm[:1].isalpha() and norm not in FUNCTION_WORDS)
    return next(map(fold_spelling, listed), "")


def _is_bare(side: Side, word: str) -> bool:
    """Say whether `word` stands in or directly beside the change."""
    near = side.words.norms[max(0, side.first - 1) : side.last + 1]
    return word != "" and word in [fold_spelling(norm) for norm in near]


def _runs(side: Side, hits: Sequence[Hit]) -> list[list[Hit]]:
    """Return the lists of members that stand in or beside the change, joined by commas and "and"."""
    runs: list[list[Hit]] = []
    for hit in hits:
        if runs and _is_list(side.words.norms[runs[-1][-1].last : hit.first]):
            runs[-1].append(hit)
        else:
            runs.append([hit])
    return [run for run in runs if run[0].first <= side.last and side.first <= run[-1].last]


def _is_list(between: Sequence[str]) -> bool:
    """Say whether nothing but commas, "and" and at most one more listed word stands between two members."""
    others = [place for place, norm in enumerate(between) if norm not in _JOINS]
    return not others or (len(others) == 1 and 0 < others[0] < len(between) - 1)


def switch(rule: Rule, sight: Sight, old: Sequence[Hit], new: Sequence[Hit]) -> Finding | None:
    """Return the finding that a term of one group gave way to a term of another group, None where none did."""
    gone, come = changed(sight.old, old), changed(sight.new, new)
    if not gone or not come or {hit.step for hit in gone} & {hit.step for hit in come}:
        return None
    if not are_answered(gone[0], come[0], sight.old, sight.new):
        return None
    return Finding(rule.rising or "none", span(gone[:1]), span(come[:1]))


def negation(rule: Rule, sight: Sight, old: Sequence[Hit], new: Sequence[Hit]) -> Finding | None:
    """Return the finding that a negation came or went while what it negates stayed, None where none did."""
    gone, come = changed(sight.old, old), changed(sight.new, new)
    if finding := presence(rule, sight, old, new):
        return finding
    if gone or come or sight.is_whole:
        return None
    return prefixed(sight)


def prefixed(sight: Sight) -> Finding | None:
    """Return the finding that a prefix came or went: "conditional" against "unconditional"; else None."""
    old, new = _places(sight.old), _places(sight.new)
    for is_gone, many, few in ((True, old, new), (False, new, old)):
        for norm, place in many.items():
            if not norm.startswith(("un", "non-")):
                continue
            bare = norm.removeprefix("non-") if norm.startswith("non-") else norm.removeprefix("un")
            if len(bare) > 4 and bare in few and bare not in NO_OPPOSITES:
                before, after = (place, few[bare]) if is_gone else (few[bare], place)
                return Finding(
                    "none", (before, before + 1), (after, after + 1), "dropped" if is_gone else "added",
                    (sight.old if is_gone else sight.new).quote(place, place + 1),
                )  # fmt: skip
    return None


def _places(side: Side) -> dict[str, int]:
    return {side.words.norms[place]: place for place in range(side.first, side.last)}
