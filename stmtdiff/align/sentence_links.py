"""Link sentences: inside each paragraph link first, then across for what is left over."""

from collections.abc import Mapping, Sequence

from stmtdiff.align.assignment import left_over
from stmtdiff.align.crossing import across
from stmtdiff.align.engine import pair_units
from stmtdiff.align.link import Link
from stmtdiff.align.links import Rivals, in_reading_order, make_links
from stmtdiff.align.moves import moved_tops, off_chain
from stmtdiff.align.pairing import Group, Pair
from stmtdiff.align.sentence_order import MANY, chain_sentences
from stmtdiff.align.similarity import Scale
from stmtdiff.align.units import Units
from stmtdiff.model import Sentence, Statement


def link_sentences(
    statements: tuple[Statement, Statement],
    paragraph_links: Sequence[Link],
    units: Units,
    alike: Sequence[Pair],
    scale: Scale,
    weights: Mapping[str, float],
) -> tuple[Link, ...]:
    """Return the links of all sentences of two statements, in the order of the new side.

    Args:
        statements: the old and the new one.
        paragraph_links: the links of their paragraphs; sentences are linked inside them first.
        units: the sentences of both sides as units.
        alike: pairs of sentences that may be linked across paragraphs, the most alike first.
        scale: the weights of words by which likeness is measured.
        weights: what each letter of a unit's code weighs where the order of words is compared.
    """
    sentences = statements[0].sentences, statements[1].sentences
    inside: list[Group] = []
    for link in paragraph_links:
        if link.old and link.new:
            first = _indexes(statements[0], link.old)
            second = _indexes(statements[1], link.new)
            inside += _inside(first, second, units, scale, weights, is_same=link.kind == "same")
    crossed = across(alike, inside)
    groups = _undisturbed(inside, crossed) + crossed
    groups = sorted(groups + _left_over(groups, alike, units))
    off = _off_their_paragraph(groups, units, sentences, paragraph_links)

    def words(side: int, index: int) -> list[str]:
        return sentences[side][index].span.of(statements[side].text).split()

    links = make_links(
        "sentence",
        (len(units[0]), len(units[1])),
        groups,
        moved_tops(groups, off, units[0]),
        Rivals(alike),
        lambda one, other: words(0, one) == words(1, other),
    )
    return in_reading_order(links, {links[at].id for at in off})


def _indexes(statement: Statement, paragraphs: Sequence[int]) -> list[int]:
    return [sentence.index for at in paragraphs for sentence in statement.paragraphs[at].sentences]


def _inside(
    first: list[int], second: list[int], units: Units, scale: Scale, weights: Mapping[str, float], *, is_same: bool
) -> list[Group]:
    """Return how the sentences of one paragraph link became each other."""
    if is_same and len(first) == len(second):
        return [Group((one,), (other,), 1.0, "identical") for one, other in zip(first, second, strict=True)]
    old, new = [units[0][at] for at in first], [units[1][at] for at in second]
    if len(old) == len(new) == 1 or len(old) * len(new) > MANY:
        groups, _ = pair_units(old, new, scale, is_inside=True)
    else:
        groups = chain_sentences(old, new, weights)
    return [
        group._replace(old=tuple([first[at] for at in group.old]), new=tuple([second[at] for at in group.new]))
        for group in groups
    ]


def _undisturbed(inside: Sequence[Group], crossed: Sequence[Group]) -> list[Group]:
    olds = {at for group in crossed for at in group.old}
    news = {at for group in crossed for at in group.new}
    return [group for group in inside if olds.isdisjoint(group.old) and news.isdisjoint(group.new)]


def _left_over(groups: Sequence[Group], alike: Sequence[Pair], units: Units) -> list[Group]:
    """Return groups of one and one for sentences that found nothing in their paragraph, or have no paragraph link."""
    taken = {at for group in groups for at in group.old}, {at for group in groups for at in group.new}
    free = [pair for pair in alike if pair.old not in taken[0] and pair.new not in taken[1]]
    kept = sorted(Pair(group.old[0], group.new[0], group.score, group.score) for group in groups)
    return [Group((pair.old,), (pair.new,), pair.score, pair.method) for pair in left_over(*units, kept, free)]


def _off_their_paragraph(
    groups: Sequence[Group],
    units: Units,
    sentences: tuple[Sequence[Sentence], Sequence[Sentence]],
    links: Sequence[Link],
) -> set[int]:
    """Return the indexes of the groups that changed paragraph, or their place inside one."""
    old_homes = {at: number for number, link in enumerate(links) for at in link.old}
    new_homes = {at: number for number, link in enumerate(links) for at in link.new}
    members: dict[int, list[int]] = {}
    off = set()
    for at, group in enumerate(groups):
        home = old_homes[sentences[0][group.old[0]].paragraph]
        if home == new_homes[sentences[1][group.new[0]].paragraph]:
            members.setdefault(home, []).append(at)
        else:
            off.add(at)
    for own in members.values():
        if len(own) > 1:
            off |= {own[at] for at in off_chain([groups[at] for at in own], *units)}
    return off
