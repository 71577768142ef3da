"""Measure the pairs that predict how whole statements are followed: a rewritten year, and chained gold.

Links are counted by how alike the two paragraphs are, and those of groups by themselves: a pooled figure is made of
what any tool finds. How alike is told by a measure that is not the engine's.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from benchmarks import feeding
from benchmarks.chaining import ChainedPair, chained_pairs
from benchmarks.figures import Figure, f1_figure, share_figure, with_series, wrong_figure
from benchmarks.material import Text, length
from benchmarks.rewriting import RewrittenPair, rewritten_pairs
from benchmarks.scoring.counts import Counts, add_up, agreement, share_of
from benchmarks.scoring.likeness import Likeness, is_same
from benchmarks.scoring.links import Pairs
from benchmarks.scoring.moving import Placed, moved_groups
from benchmarks.scoring.whole import blocks, score_blocks

REWRITTEN, CHAINED = "rewritten year", "chained issues"
EACH = 3  # pairs of a series; of twenty series 60
_STRATA: dict[str, Callable[[float], bool]] = {
    "one to one, alike under .3": lambda alike: alike < 0.3,
    "one to one, alike .3 to .5": lambda alike: 0.3 <= alike < 0.5,
    "one to one, alike over .5": lambda alike: alike >= 0.5,
}
_GROUPED = "several to one or one to several"

Row = dict[str, Counts]


def measure_rewritten(texts: Sequence[Text], each: int = EACH) -> list[Figure]:
    """Return what was found of a rewritten year: links together, by likeness and of groups, and moves."""
    rows = [(pair.series, _rewritten(pair)) for pair in rewritten_pairs(texts, each)]
    return with_series(rows, lambda own: _rewritten_figures(add_up(own)))


def _rewritten_figures(sums: Row) -> list[Figure]:
    return [
        f1_figure(REWRITTEN, "links", sums["links"]),
        *(share_figure(REWRITTEN, name, sums[name]) for name in (*_STRATA, _GROUPED)),
        wrong_figure(REWRITTEN, "wrong links", sums["links"]),
        f1_figure(REWRITTEN, "moves", sums["moves"]),
        wrong_figure(REWRITTEN, "wrong moves", sums["moves"]),
    ]


def _rewritten(pair: RewrittenPair) -> Row:
    report = feeding.compare_units(pair.old, pair.new)
    wanted = {(i, j) for old, new in pair.groups for i in old for j in new}
    given, moved = feeding.paragraph_pairs(report), feeding.moved_links(report)
    return {
        "links": agreement(len(wanted & given), wanted, given),
        "moves": _moves(pair, moved),
        **_by_likeness(pair.old, pair.new, wanted, given),
    }


def _moves(pair: RewrittenPair, moved: Pairs) -> Counts:
    """Count the blocks that must have moved, and the blocks said to have moved that may have."""
    groups = [Placed(old, new, sum(length(pair.old[at]) for at in old)) for old, new in pair.groups]
    must, may = (_pairs(own) for own in moved_groups(groups))
    found, said = score_blocks(blocks(must), moved, moved), score_blocks([may], moved, moved)
    return Counts(found.found, found.gold, said.right, said.predicted)


def _pairs(groups: Iterable[Placed]) -> Pairs:
    return {(i, j) for group in groups for i in group.old for j in group.new}


def _by_likeness(old: Sequence[str], new: Sequence[str], wanted: Pairs, given: Pairs) -> Row:
    """Count which of the links wanted were given: between two paragraphs by likeness, those of groups apart."""
    likeness, partners = Likeness([*old, *new]), Counter([(0, i) for i, _ in wanted] + [(1, j) for _, j in wanted])
    single = [pair for pair in wanted if partners[0, pair[0]] == partners[1, pair[1]] == 1]
    changed = [(pair, likeness.between(old[pair[0]], new[pair[1]])) for pair in single]
    changed = [(pair, alike) for pair, alike in changed if not is_same(old[pair[0]], new[pair[1]])]
    rows = {name: share_of(pair in given for pair, alike in changed if fits(alike)) for name, fits in _STRATA.items()}
    return rows | {_GROUPED: share_of(pair in given for pair in wanted.difference(single))}


def measure_chained(texts: Sequence[Text]) -> list[Figure]:
    """Return what was found of the links that chains of plain steps lead to, and how many links contradict them.

    A contradiction is no error by itself: now and then a chain has a hole, and the engine sees what it cannot.
    """
    rows = [(pair.series, _chained(pair)) for pair in chained_pairs(texts)]
    return with_series(rows, lambda own: _chained_figures(add_up(own)))


def _chained_figures(sums: Row) -> list[Figure]:
    return [
        share_figure(CHAINED, "found", sums["found"]),
        *(share_figure(CHAINED, name, sums[name]) for name in _STRATA),
        wrong_figure(CHAINED, "contradictions", sums["contradictions"]),
    ]


def _chained(pair: ChainedPair) -> Row:
    given, wanted = feeding.paragraph_pairs(feeding.compare_units(pair.old, pair.new)), set(pair.links)
    olds, news = {i for i, _ in wanted}, {j for _, j in wanted}
    judged = {(i, j) for i, j in given if i in olds or j in news}
    return {
        "found": share_of(link in given for link in wanted if not is_same(pair.old[link[0]], pair.new[link[1]])),
        "contradictions": agreement(len(judged & wanted), wanted, judged),
        **_by_likeness(pair.old, pair.new, wanted, given),
    }
