"""Measure the pairs that were made easy, and the pairs that have nothing to do with each other.

The easy pairs are a test of regression: nearly all of what was done to them is found. `hard.py` has those that predict.
"""

from collections.abc import Sequence

from benchmarks import feeding
from benchmarks.construct import Group, MadePair, make_pairs, make_strangers
from benchmarks.figures import Figure, f1_figure, share_figure, with_series, wrong_figure
from benchmarks.material import Text
from benchmarks.scoring.counts import Counts, add_up
from stmtdiff.report import Report

MADE, STRANGERS = "by construction", "unrelated texts"
EACH = 16  # pairs of a family; with fourteen families 224
STRANGE = 160  # pairs of strangers
_FAMILIES = {  # what a family is about
    "moved near": "moves",
    "moved far": "moves",
    "moved and edited": "moves",
    "block moved": "moves",
    "block parted": "moves",
    "split": "splits",
    "merged": "merges",
    "split and moved": "splits",
    "merged and moved": "merges",
    "merged from afar": "merges",
    "swapped with a twin": "pairs",
    "stock repeated": "pairs",
    "renumbered": "renumberings",
    "all at once": "moves",
}


def measure_made(texts: Sequence[Text], each: int = EACH) -> list[Figure]:
    """Return what was found of that which was done to the texts, by family and together.

    Wrong calls are shares of all calls of that kind, over all families.
    """
    rows = [(pair.series, (pair.family, _counts(pair))) for pair in make_pairs(texts, each)]
    return with_series(rows, _made_figures)


def _made_figures(rows: Sequence[tuple[str, dict[str, Counts]]]) -> list[Figure]:
    together = add_up(row for _, row in rows)
    by_family = {name: add_up(row for family, row in rows if family == name) for name in _FAMILIES}
    return [
        *(
            share_figure(MADE, f"recall of {what}", together[what])
            for what in ("moves", "splits", "merges", "renumberings")
        ),
        *(wrong_figure(MADE, f"wrong {what}", together[what]) for what in ("moves", "splits", "merges")),
        f1_figure(MADE, "links", together["pairs"]),
        *(
            share_figure(MADE, f"{name}: {what}", by_family[name][what])
            for name, what in _FAMILIES.items()
            if by_family[name]
        ),
    ]


def _counts(pair: MadePair) -> dict[str, Counts]:
    report = feeding.compare_units(pair.old, pair.new, labels=pair.labels)
    groups = {(link.old, link.new) for link in report.links if link.old and link.new}
    wanted = {(i, j) for old, new in pair.groups for i in old for j in new}
    given = {(i, j) for old, new in groups for i in old for j in new}
    renumbered = {(i, j) for i, j in wanted if i != j} if pair.is_numbered else set()
    called = {(i, j) for i, j, _, _ in feeding.renumberings(report)}
    hits = len(wanted & given)
    return {
        "pairs": Counts(hits, len(wanted), hits, len(given)),
        "moves": _moves(pair, report, groups),
        "splits": _calls({group for group in pair.groups if len(group[1]) > 1}, groups, 1),
        "merges": _calls({group for group in pair.groups if len(group[0]) > 1}, groups, 0),
        "renumberings": Counts(len(renumbered & called), len(renumbered), len(called & renumbered), len(called)),
    }


def _moves(pair: MadePair, report: Report, groups: set[Group]) -> Counts:
    """Count a move as found when one of the units that may be called its top carries the flag, rightly linked."""
    called = [(link.old, link.new) for link in report.links if link.moved]
    right = {old for old, new in called if (old, new) in pair.groups & groups}
    found = sum(not move.isdisjoint(right) for move in pair.moves)
    judged = [old for old, _ in called if old not in pair.open]
    allowed = frozenset().union(*pair.moves)
    return Counts(found, len(pair.moves), sum(old in allowed for old in judged), len(judged))


def _calls(wanted: set[Group], groups: set[Group], side: int) -> Counts:
    """Count the groups with several units on `side`; one that is cut otherwise than it was made is wrong."""
    called = {group for group in groups if len(group[side]) > 1}
    hits = len(wanted & called)
    return Counts(hits, len(wanted), hits, len(called))


def measure_strangers(texts: Sequence[Text], count: int = STRANGE) -> list[Figure]:
    """Return how many moves and links are seen where there is nothing to see."""
    reports = [feeding.compare_units(*pair) for pair in make_strangers(texts, count)]
    linked = sum(len(link.old) + len(link.new) for r in reports for link in r.links if link.old and link.new)
    units = sum(len(report.old.paragraphs) + len(report.new.paragraphs) for report in reports)
    moves = sum(link.moved for report in reports for link in report.links)
    return [
        Figure(STRANGERS, "moves", float(moves), f"in {len(reports)} pairs"),
        share_figure(STRANGERS, "linked paragraphs", Counts(linked, units, linked, units)),
    ]
