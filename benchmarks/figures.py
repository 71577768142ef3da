"""Measure the sets of gold: every kind is fed in its own way and gives figures with the same names every time."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks import feeding
from benchmarks.scoring.blocks import scope, score_blocks
from benchmarks.scoring.counts import Counts, add_up
from benchmarks.scoring.links import score_links
from benchmarks.scoring.shifts import score_shifts, shares
from benchmarks.scoring.spans import Edit, score_spans
from benchmarks.sets import AlignedPair, BlockPair, EditedPair, GoldSet, Kind, MarkedPair, read_records


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure of a set: its value, None where there is nothing to measure, and the counts behind it."""

    set: str
    measure: str
    value: float | None
    counts: str


def measure(gold: GoldSet) -> list[Figure]:
    """Return the figures of a set.

    Raises:
        msgspec.ValidationError: when the set is not in the format of its kind.
    """
    return _MEASURERS[gold.kind](gold)


def f1_figure(name: str, measure: str, counts: Counts) -> Figure:
    """Return the F1 of `counts`, nothing where the gold has no such item."""
    return Figure(name, f"{measure} F1", counts.f1 if counts.gold else None, _told(counts))


def share_figure(name: str, measure: str, counts: Counts) -> Figure:
    """Return the share of the gold that was found."""
    return Figure(name, measure, counts.recall if counts.gold else None, f"{counts.found}/{counts.gold}")


def _shifts(gold: GoldSet) -> list[Figure]:
    pairs = read_records(gold, MarkedPair)
    predicted = [feeding.marks(feeding.compare_texts(pair.old, pair.new)) for pair in pairs]
    annotators = range(len(pairs[0].annotations))
    sums = [
        add_up(score_shifts(p.old, p.new, p.annotations[who], found) for p, found in zip(pairs, predicted, strict=True))
        for who in annotators
    ]
    both = add_up(sums)
    means = shares(sums)
    figures = [
        Figure(gold.name, f"{name} F1", means[name], _told(both[name])) for name in ("exact", "relaxed", "marked")
    ]
    figures += [
        Figure(gold.name, label, means[name], f"{both[name].found}/{both[name].gold}")
        for name, label in (
            ("found", "substantive found"),
            ("routine", "routine or not"),
            ("kind", "kind"),
            ("pairs right", "pairs wholly right"),
        )
    ]
    return figures + [share_figure(gold.name, name, both[name]) for name in sorted(both) if name.startswith("kind: ")]


def _told(counts: Counts) -> str:
    return f"{counts.right}/{counts.predicted} right, {counts.found}/{counts.gold} found"


def _essays(gold: GoldSet) -> list[Figure]:
    pairs = read_records(gold, AlignedPair)
    as_paragraphs = add_up(_units(pair) for pair in pairs)
    as_sentences = add_up(_real_paragraphs(pair) for pair in pairs)
    return _link_figures(gold.name, "", as_paragraphs) + _link_figures(gold.name, "in paragraphs: ", as_sentences)


def _controls(gold: GoldSet) -> list[Figure]:
    return _link_figures(gold.name, "", add_up(_units(pair) for pair in read_records(gold, AlignedPair)))


def _units(pair: AlignedPair) -> dict[str, Counts]:
    predicted = feeding.paragraph_pairs(feeding.compare_units(pair.old, pair.new))
    if pair.links_sure is None:
        return score_links(pair.old, pair.new, set(pair.links), predicted)
    return score_links(pair.old, pair.new, set(pair.links_sure), predicted, undecided=pair.links)


def _real_paragraphs(pair: AlignedPair) -> dict[str, Counts]:
    old, new = feeding.joined(pair.old, pair.old_par), feeding.joined(pair.new, pair.new_par)
    report = feeding.compare_units([" ".join(units) for units in old], [" ".join(units) for units in new])
    return score_links(pair.old, pair.new, set(pair.links), feeding.sentence_pairs(report, old, new))


def _link_figures(name: str, fed: str, sums: dict[str, Counts]) -> list[Figure]:
    return [
        f1_figure(name, fed + measure, sums[measure]) for measure in ("non-identical", "split/merge", "moved", "all")
    ]


def _abstracts(gold: GoldSet) -> list[Figure]:
    return _span_figures(
        gold.name,
        ((pair, feeding.edits(feeding.compare_texts(pair.old, pair.new))) for pair in read_records(gold, EditedPair)),
    )


def _papers(gold: GoldSet) -> list[Figure]:
    return _span_figures(
        gold.name,
        (
            (pair, feeding.token_edits(feeding.compare_texts(pair.old, pair.new, settings=feeding.FINE)))
            for pair in read_records(gold, EditedPair)
        ),
    )


def _span_figures(name: str, pairs: Iterable[tuple[EditedPair, Sequence[Edit]]]) -> list[Figure]:
    sums = add_up(
        score_spans([[(edit.old, edit.new) for edit in answer] for answer in (pair.edits, *pair.alt_edits)], predicted)
        for pair, predicted in pairs
    )
    return [f1_figure(name, measure, sums[measure]) for measure in ("exact", "overlap", "marked")]


# Thirty identical paragraphs among which nobody can say which one moved.
_CANNOT_BE_TOLD = "repetitive-schedule"


def _contracts(gold: GoldSet) -> list[Figure]:
    pairs = read_records(gold, BlockPair)
    counts = [(pair, _blocks(pair)) for pair in pairs]
    sums = add_up(row for _, row in counts)
    telling = add_up(row for pair, row in counts if not pair.pair.startswith(_CANNOT_BE_TOLD))
    wrong = sums["moves"].predicted - sums["moves"].right
    return [
        f1_figure(gold.name, "links", sums["links"]),
        share_figure(gold.name, "moves", sums["moves"]),
        share_figure(gold.name, "moves, without 30 equal paragraphs", telling["moves"]),
        Figure(gold.name, "wrong moves", float(wrong), f"of {sums['moves'].predicted}"),
        share_figure(gold.name, "renumberings", sums["renumberings"]),
        share_figure(gold.name, "spurious links", sums["spurious"]),
    ]


def _blocks(pair: BlockPair) -> dict[str, Counts]:
    sides = pair.old_blocks, pair.new_blocks
    labels = [[block.label for block in side] for side in sides]
    report = feeding.compare_units(*([block.text for block in side] for side in sides), labels=(labels[0], labels[1]))
    taken = (
        {i for i, _ in pair.splits} | {i for olds, _ in pair.merges for i in olds},
        {j for _, news in pair.splits for j in news} | {j for _, j in pair.merges},
    )
    addresses = [[block.address for block in side] for side in sides]
    return score_blocks(
        (set(pair.links), set(pair.moves), set(pair.renumbers)),
        (feeding.paragraph_pairs(report), feeding.moved_pairs(report), feeding.renumberings(report)),
        in_scope=(scope(addresses[0], taken[0]), scope(addresses[1], taken[1])),
        gone=set(pair.deleted),
        come=set(pair.inserted),
    )


_MEASURERS: dict[Kind, Callable[[GoldSet], list[Figure]]] = {
    "shifts": _shifts,
    "essays": _essays,
    "controls": _controls,
    "contracts": _contracts,
    "abstracts": _abstracts,
    "papers": _papers,
}
