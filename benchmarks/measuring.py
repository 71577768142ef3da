"""Measure the sets of gold: every kind is fed in its own way and gives figures with the same names every time."""

from collections.abc import Callable, Sequence
from itertools import chain

from benchmarks import feeding
from benchmarks.figures import Figure, f1_figure, share_figure, told, with_series
from benchmarks.records import AlignedPair, BlockPair, EditedPair, MarkedPair, SentencePair, WholePair
from benchmarks.scoring.blocks import scope, score_blocks
from benchmarks.scoring.counts import Counts, add_up, share_of
from benchmarks.scoring.directions import TURNED, score_directions, score_sentence
from benchmarks.scoring.links import score_links
from benchmarks.scoring.runs import Mark
from benchmarks.scoring.shifts import score_shifts, shares
from benchmarks.scoring.spans import Edit, score_spans
from benchmarks.scoring.whole import score_news, score_whole_links
from benchmarks.sets import GoldSet, Kind, read_records

Row = dict[str, Counts]

# How each direction is named in the tables; of silence and error the second is the worse.
_DIRECTIONS = {
    "right": "direction right",
    "silent": "direction silent",
    "wrong": "direction wrong",
    "given": "direction where none is wanted",
    "precision": "precision of directions",
}


def measure(gold: GoldSet) -> list[Figure]:
    """Return the figures of a set.

    Raises:
        msgspec.ValidationError: when the set is not in the format of its kind.
    """
    return _MEASURERS[gold.kind](gold)


def _shifts(gold: GoldSet) -> list[Figure]:
    rows = [(pair.series, _by_annotator(pair)) for pair in read_records(gold, MarkedPair)]
    return with_series(rows, lambda own: _shift_figures(gold.name, own))


def _by_annotator(pair: MarkedPair) -> list[Row]:
    predicted = feeding.marks(feeding.compare_texts(pair.old, pair.new))
    return [
        score_shifts(pair.old, pair.new, marks, predicted) | _directions_of(pair, marks, predicted)
        for marks in pair.annotations
    ]


def _directions_of(pair: MarkedPair, marks: Sequence[Mark], predicted: Sequence[Mark]) -> Row:
    scored = score_directions(pair.old, pair.new, marks, predicted)
    return {label: scored[name] for name, label in _DIRECTIONS.items()}


def _shift_figures(name: str, rows: Sequence[Sequence[Row]]) -> list[Figure]:
    sums = [add_up(own) for own in zip(*rows, strict=True)]
    both, means = add_up(sums), shares(sums)
    figures = [Figure(name, f"{label} F1", means[label], told(both[label])) for label in ("exact", "relaxed", "marked")]
    figures += [
        Figure(name, label, means[key], f"{both[key].found}/{both[key].gold}")
        for key, label in (
            ("found", "substantive found"),
            ("routine", "routine or not"),
            ("kind", "kind"),
            ("pairs right", "pairs wholly right"),
        )
    ]
    figures += [share_figure(name, label, both[label]) for label in sorted(both) if label.startswith("kind: ")]
    return figures + _pointing(name, both)


def _pointing(name: str, sums: Row) -> list[Figure]:
    """Return the figures of directions, where the gold has any: a set marked without them counts them all as none."""
    has_any = sums["direction right"].gold > 0
    return [share_figure(name, label, sums[label]) for label in _DIRECTIONS.values()] if has_any else []


def _directions(gold: GoldSet) -> list[Figure]:
    rows = [
        (pair.series, add_up(_directions_of(pair, marks, predicted) for marks in pair.annotations))
        for pair in read_records(gold, MarkedPair)
        for predicted in [feeding.marks(feeding.compare_texts(pair.old, pair.new))]
    ]
    return with_series(rows, lambda own: _pointing(gold.name, add_up(own)))


def _sentences(gold: GoldSet) -> list[Figure]:
    rows = [(pair.group, _both_ways(pair)) for pair in read_records(gold, SentencePair)]
    return with_series(rows, lambda own: _sentence_figures(gold.name, add_up(own)))


def _both_ways(pair: SentencePair) -> Row:
    """Return the counts of a sentence as it stands and in reverse order, its direction turned round."""
    wanted = pair.direction
    forth = feeding.meaning(feeding.compare_texts(pair.old, pair.new))
    back = feeding.meaning(feeding.compare_texts(pair.new, pair.old))
    ways = [(wanted, forth), (TURNED.get(wanted, wanted) if wanted else None, back)]
    scored = add_up(score_sentence(way, said.direction) for way, said in ways)
    weights = [said.is_substantive for _, said in ways] if pair.weight else []
    is_news = pair.weight == "substantive"
    return {label: scored[name] for name, label in _DIRECTIONS.items()} | {
        "weight": share_of(one is is_news for one in weights),
        "hidden": share_of(is_news and not one for one in weights),
        "symmetric": share_of([back.direction == TURNED.get(forth.direction, forth.direction)]),
    }


def _sentence_figures(name: str, sums: Row) -> list[Figure]:
    return [
        share_figure(name, "weight", sums["weight"]),
        share_figure(name, "news folded as routine", sums["hidden"]),
        *(share_figure(name, label, sums[label]) for label in _DIRECTIONS.values()),
        share_figure(name, "reverse says the reverse", sums["symmetric"]),
    ]


def _whole(gold: GoldSet) -> list[Figure]:
    rows = [(pair.series, _statements(pair)) for pair in read_records(gold, WholePair)]
    return with_series(rows, lambda own: _whole_figures(gold.name, add_up(own)))


def _statements(pair: WholePair) -> Row:
    report = feeding.compare_units(pair.old, pair.new)
    linked, moved = feeding.paragraph_pairs(report), feeding.moved_links(report)
    lines, shifts = feeding.printed_brief(pair.old, pair.new), feeding.substantive(report)
    return add_up(
        score_whole_links(one, linked, moved) | score_news(one.news, lines, shifts) for one in pair.annotations
    )


def _whole_figures(name: str, sums: Row) -> list[Figure]:
    labels = {
        "told": "news told in ten lines",
        "first": "first three news told",
        "news marked": "news marked",
        "direction": "direction of news right",
        "silent": "direction of news silent",
    }
    return [
        *(f1_figure(name, label, sums[label]) for label in ("links", "moves")),
        *(share_figure(name, label, sums[key]) for key, label in labels.items()),
    ]


def _essays(gold: GoldSet) -> list[Figure]:
    pairs = read_records(gold, AlignedPair)
    units = [(pair.group, _units(pair)) for pair in pairs]
    sentences = [(pair.group, _real_paragraphs(pair)) for pair in pairs]
    return [
        *with_series(units, lambda own: _link_figures(gold.name, "", add_up(own))),
        *with_series(sentences, lambda own: _link_figures(gold.name, "in paragraphs: ", add_up(own))),
    ]


def _controls(gold: GoldSet) -> list[Figure]:
    rows = [(pair.doc_id, _units(pair)) for pair in read_records(gold, AlignedPair)]
    return with_series(rows, lambda own: _link_figures(gold.name, "", add_up(own)))


def _units(pair: AlignedPair) -> Row:
    predicted = feeding.paragraph_pairs(feeding.compare_units(pair.old, pair.new))
    if pair.links_sure is None:
        return score_links(pair.old, pair.new, set(pair.links), predicted)
    return score_links(pair.old, pair.new, set(pair.links_sure), predicted, undecided=pair.links)


def _real_paragraphs(pair: AlignedPair) -> Row:
    old, new = feeding.joined(pair.old, pair.old_par), feeding.joined(pair.new, pair.new_par)
    report = feeding.compare_units([" ".join(units) for units in old], [" ".join(units) for units in new])
    return score_links(pair.old, pair.new, set(pair.links), feeding.sentence_pairs(report, old, new))


def _link_figures(name: str, fed: str, sums: Row) -> list[Figure]:
    return [
        f1_figure(name, fed + measure, sums[measure]) for measure in ("non-identical", "split/merge", "moved", "all")
    ]


def _abstracts(gold: GoldSet) -> list[Figure]:
    pairs = read_records(gold, EditedPair)
    return _span_figures(
        gold.name, [_spans(pair, feeding.edits(feeding.compare_texts(pair.old, pair.new))) for pair in pairs]
    )


def _papers(gold: GoldSet) -> list[Figure]:
    reports = (
        (pair, feeding.compare_texts(pair.old, pair.new, settings=feeding.FINE))
        for pair in read_records(gold, EditedPair)
    )
    return _span_figures(gold.name, [_spans(pair, feeding.token_edits(report)) for pair, report in reports])


def _spans(pair: EditedPair, predicted: Sequence[Edit]) -> Row:
    answers = chain([pair.edits], pair.alt_edits)
    return score_spans([[(edit.old, edit.new) for edit in answer] for answer in answers], predicted)


def _span_figures(name: str, rows: Sequence[Row]) -> list[Figure]:
    sums = add_up(rows)
    return [f1_figure(name, measure, sums[measure]) for measure in ("exact", "overlap", "marked")]


# Thirty identical paragraphs among which nobody can say which one moved.
_CANNOT_BE_TOLD = "repetitive-schedule"


def _contracts(gold: GoldSet) -> list[Figure]:
    rows = [(pair.plan or "", (pair.pair, _blocks(pair))) for pair in read_records(gold, BlockPair)]
    return with_series(rows, lambda own: _block_figures(gold.name, own))


def _block_figures(name: str, rows: Sequence[tuple[str, Row]]) -> list[Figure]:
    sums = add_up(row for _, row in rows)
    telling = add_up([{"moves": Counts()}, *(row for pair, row in rows if not pair.startswith(_CANNOT_BE_TOLD))])
    wrong = sums["moves"].predicted - sums["moves"].right
    return [
        f1_figure(name, "links", sums["links"]),
        share_figure(name, "moves", sums["moves"]),
        share_figure(name, "moves, without 30 equal paragraphs", telling["moves"]),
        Figure(name, "wrong moves", float(wrong), f"of {sums['moves'].predicted}"),
        share_figure(name, "renumberings", sums["renumberings"]),
        share_figure(name, "spurious links", sums["spurious"]),
    ]


def _blocks(pair: BlockPair) -> Row:
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
    "whole": _whole,
    "shifts": _shifts,
    "directions": _directions,
    "sentences": _sentences,
    "essays": _essays,
    "controls": _controls,
    "contracts": _contracts,
    "abstracts": _abstracts,
    "papers": _papers,
}
