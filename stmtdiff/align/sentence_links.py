"""Link sentences: inside each paragraph link first, then across for what is left over."""

from collections.abc import Sequence

from stmtdiff.align.anchors import identical_pairs
from stmtdiff.align.candidates import BRIEF, candidate_pairs
from stmtdiff.align.engine import pair_units
from stmtdiff.align.link import Link
from stmtdiff.align.links import Rivals, in_reading_order, make_links
from stmtdiff.align.moves import moved_tops, off_chain
from stmtdiff.align.pairing import Group, Pair
from stmtdiff.align.similarity import Scale
from stmtdiff.align.units import Unit
from stmtdiff.model import Sentence, Statement

_ACROSS = 0.6  # how alike two sentences must be to be linked from paragraph to paragraph
_SHORTEST_ACROSS = 6  # words


def link_sentences(
    old: Statement,
    new: Statement,
    paragraph_links: Sequence[Link],
    units: tuple[list[Unit], list[Unit]],
    marks: frozenset[str],
) -> tuple[Link, ...]:
    """Return the links of all sentences; `units` are those of the sentences of both sides."""
    scale = Scale((unit.code for side in units for unit in side), marks)
    groups: list[Group] = []
    off: set[int] = set()
    compared: list[Pair] = []
    for link in paragraph_links:
        if link.old and link.new:
            first = [sentence.index for at in link.old for sentence in old.paragraphs[at].sentences]
            second = [sentence.index for at in link.new for sentence in new.paragraphs[at].sentences]
            found, pairs = _inside(first, second, units, scale, is_same=link.kind == "same")
            off |= {len(groups) + at for at in off_chain(found, *units)} if link.kind != "same" else set()
            groups += found
            compared += pairs
    across, pairs = _across(units, groups, scale)
    off |= set(range(len(groups), len(groups) + len(across)))
    groups += across
    compared += pairs
    tops = moved_tops(groups, off)
    texts = _Texts(old), _Texts(new)
    links = make_links(
        "sentence",
        (len(units[0]), len(units[1])),
        groups,
        tops,
        Rivals(compared),
        lambda one, other: texts[0][one] == texts[1][other],
    )
    return in_reading_order(links, {links[at].id for at in off})


class _Texts:
    """The text of each sentence with its white space evened out."""

    def __init__(self, statement: Statement) -> None:
        self._text = statement.text
        self._sentences: tuple[Sentence, ...] = statement.sentences

    def __getitem__(self, index: int) -> list[str]:
        return self._sentences[index].span.of(self._text).split()


def _inside(
    first: list[int], second: list[int], units: tuple[list[Unit], list[Unit]], scale: Scale, *, is_same: bool
) -> tuple[list[Group], list[Pair]]:
    if is_same and len(first) == len(second):
        return [Group((one,), (other,), 1.0, "identical") for one, other in zip(first, second, strict=True)], []
    groups, pairs = pair_units([units[0][at] for at in first], [units[1][at] for at in second], scale)
    return [_placed(group, first, second) for group in groups], [
        pair._replace(old=first[pair.old], new=second[pair.new]) for pair in pairs
    ]


def _placed(group: Group, first: Sequence[int], second: Sequence[int]) -> Group:
    """Return a group that was found among a few units with the positions of those units in the whole."""
    return Group(
        tuple([first[at] for at in group.old]),
        tuple([second[at] for at in group.new]),
        group.score,
        group.method,
    )


def _across(
    units: tuple[list[Unit], list[Unit]], groups: Sequence[Group], scale: Scale
) -> tuple[list[Group], list[Pair]]:
    """Link sentences left over on both sides when they are very much alike."""
    old, new = units
    first = _left_over(old, {at for group in groups for at in group.old})
    second = _left_over(new, {at for group in groups for at in group.new})
    few_old, few_new = [old[at] for at in first], [new[at] for at in second]
    equal = identical_pairs(few_old, few_new)
    rest_old = sorted(set(range(len(first))) - {pair.old for pair in equal})
    rest_new = sorted(set(range(len(second))) - {pair.new for pair in equal})
    alike = candidate_pairs(few_old, few_new, rest_old, rest_new, scale, search=BRIEF)
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    found = []
    for pair in [*equal, *sorted(alike, key=lambda pair: (-pair.score, pair.old, pair.new))]:
        if pair.score >= _ACROSS and pair.old not in taken_old and pair.new not in taken_new:
            taken_old.add(pair.old)
            taken_new.add(pair.new)
            found.append(_placed(Group((pair.old,), (pair.new,), pair.score, pair.method), first, second))
    return found, [pair._replace(old=first[pair.old], new=second[pair.new]) for pair in alike]


def _left_over(units: Sequence[Unit], linked: set[int]) -> list[int]:
    return [at for at, unit in enumerate(units) if at not in linked and len(unit.code) >= _SHORTEST_ACROSS]
