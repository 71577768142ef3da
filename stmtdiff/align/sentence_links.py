"""Link sentences: inside each paragraph link first, then across for what is left over.

The ugly case: a sentence leaves its paragraph and is joined to another. Inside its old paragraph
some sentence on the same topic always looks a little like it.
"""

from collections.abc import Iterable, Sequence

from stmtdiff.align.anchors import identical_pairs
from stmtdiff.align.candidates import BRIEF, candidate_pairs
from stmtdiff.align.engine import pair_units
from stmtdiff.align.link import Link
from stmtdiff.align.links import Rivals, in_reading_order, make_links
from stmtdiff.align.moves import moved_tops, off_chain
from stmtdiff.align.pairing import Group, Pair, is_far_better
from stmtdiff.align.similarity import Scale
from stmtdiff.align.units import Unit
from stmtdiff.model import Sentence, Statement

_ACROSS = 0.6  # how alike two sentences must be to be linked from paragraph to paragraph
_SHORTEST_ACROSS = 6  # words
_SETTLED = 0.8  # a pair inside a paragraph link that is so much alike is not asked again

Units = tuple[Sequence[Unit], Sequence[Unit]]


def link_sentences(
    old: Statement, new: Statement, paragraph_links: Sequence[Link], units: Units, marks: frozenset[str]
) -> tuple[Link, ...]:
    """Return the links of all sentences of two statements whose paragraphs are linked.

    `units` are those of the sentences of both sides, `marks` their letters for punctuation.
    """
    scale = Scale((unit.code for side in units for unit in side), marks)
    inside: list[Group] = []
    compared: list[Pair] = []
    for link in paragraph_links:
        if link.old and link.new:
            first = [sentence.index for at in link.old for sentence in old.paragraphs[at].sentences]
            second = [sentence.index for at in link.new for sentence in new.paragraphs[at].sentences]
            groups, pairs = _inside(first, second, units, scale, is_same=link.kind == "same")
            inside += groups
            compared += pairs
    across, pairs = _across(units, inside, scale)
    groups = [*_undisturbed(inside, across), *across]
    off = _off_their_paragraph(groups, units, (old, new), paragraph_links)
    texts = _Texts(old), _Texts(new)
    links = make_links(
        "sentence",
        (len(units[0]), len(units[1])),
        groups,
        moved_tops(groups, off),
        Rivals([*compared, *pairs]),
        lambda one, other: texts[0][one] == texts[1][other],
    )
    return in_reading_order(links, {links[at].id for at in off})


class _Texts:
    """The words of each sentence as they stand, for telling same from changed."""

    def __init__(self, statement: Statement) -> None:
        self._text = statement.text
        self._sentences: tuple[Sentence, ...] = statement.sentences

    def __getitem__(self, index: int) -> list[str]:
        return self._sentences[index].span.of(self._text).split()


def _inside(
    first: list[int], second: list[int], units: Units, scale: Scale, *, is_same: bool
) -> tuple[list[Group], list[Pair]]:
    """Return how the sentences of one paragraph link became each other."""
    if is_same and len(first) == len(second):
        pairs = zip(first, second, strict=True)
        return [Group((one,), (other,), 1.0, "identical") for one, other in pairs], []
    groups, compared = pair_units(
        [units[0][at] for at in first], [units[1][at] for at in second], scale, is_inside=True
    )
    return [_placed(group, first, second) for group in groups], [
        pair._replace(old=first[pair.old], new=second[pair.new]) for pair in compared
    ]


def _placed(group: Group, first: Sequence[int], second: Sequence[int]) -> Group:
    """Return a group that was found among a few units with the positions of those units in the whole."""
    return group._replace(old=tuple([first[at] for at in group.old]), new=tuple([second[at] for at in group.new]))


def _across(units: Units, inside: Sequence[Group], scale: Scale) -> tuple[list[Group], list[Pair]]:
    """Link sentences of unlinked paragraphs, or without a good partner in theirs, that are very much alike."""
    first = _asking(units[0], ((group, group.old) for group in inside))
    second = _asking(units[1], ((group, group.new) for group in inside))
    old, new = [units[0][at] for at in first], [units[1][at] for at in second]
    equal = identical_pairs(old, new)
    rest_old = sorted(set(range(len(old))) - {pair.old for pair in equal})
    rest_new = sorted(set(range(len(new))) - {pair.new for pair in equal})
    alike = candidate_pairs(old, new, rest_old, rest_new, scale, search=BRIEF)
    compared = [pair._replace(old=first[pair.old], new=second[pair.new]) for pair in [*equal, *alike]]
    return _chosen_across(compared, inside), compared[len(equal) :]


def _asking(units: Sequence[Unit], linked: Iterable[tuple[Group, tuple[int, ...]]]) -> list[int]:
    settled = {at for group, members in linked if _is_settled(group) for at in members}
    return [at for at, unit in enumerate(units) if at not in settled and len(unit.code) >= _SHORTEST_ACROSS]


def _is_settled(group: Group) -> bool:
    return group.score >= _SETTLED or len(group.old) + len(group.new) > 2


def _chosen_across(pairs: Sequence[Pair], inside: Sequence[Group]) -> list[Group]:
    """Return the pairs, the most alike first, that beat what their sentences have inside."""
    of_old = {at: group for group in inside for at in group.old}
    of_new = {at: group for group in inside for at in group.new}
    found: list[Group] = []
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.old, pair.new)):
        if pair.score < _ACROSS:
            break
        rivals = [group for group in (of_old.get(pair.old), of_new.get(pair.new)) if group]
        is_free = pair.old not in taken_old and pair.new not in taken_new
        if is_free and all(is_far_better(pair.score, group.score) for group in rivals):
            taken_old.add(pair.old)
            taken_new.add(pair.new)
            found.append(Group((pair.old,), (pair.new,), pair.score, pair.method))
    return found


def _undisturbed(inside: Sequence[Group], across: Sequence[Group]) -> list[Group]:
    olds = {at for group in across for at in group.old}
    news = {at for group in across for at in group.new}
    return [group for group in inside if olds.isdisjoint(group.old) and news.isdisjoint(group.new)]


def _off_their_paragraph(
    groups: Sequence[Group], units: Units, statements: tuple[Statement, Statement], links: Sequence[Link]
) -> set[int]:
    """Return the indexes of the groups that changed paragraph, or their place inside one."""
    homes = [
        {
            sentence.index: number
            for number, link in enumerate(links)
            for at in (link.old, link.new)[side]
            for sentence in statement.paragraphs[at].sentences
        }
        for side, statement in enumerate(statements)
    ]
    members: dict[int, list[int]] = {}
    off = set()
    for at, group in enumerate(groups):
        home = homes[0][group.old[0]]
        if home == homes[1][group.new[0]]:
            members.setdefault(home, []).append(at)
        else:
            off.add(at)
    for own in members.values():
        if len(own) > 1:
            off |= {own[at] for at in off_chain([groups[at] for at in own], *units)}
    return off
