"""Lay the sentences of one paragraph link beside each other, in the order of both texts."""

from collections.abc import Sequence
from dataclasses import dataclass

from stmtdiff.align.link import Link
from stmtdiff.edits import Block, atoms
from stmtdiff.model import Sentence, Statement


@dataclass(frozen=True, slots=True)
class _Group:
    old: tuple[int, ...]
    new: tuple[int, ...]
    weight: int


def _runs(indexes: Sequence[int]) -> tuple[int, ...]:
    """Return the longest run of neighbours in rising `indexes`, the first of equals."""
    runs: list[list[int]] = []
    for index in indexes:
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return tuple(max(runs, key=len)) if runs else ()


def _in_order(groups: list[_Group]) -> list[_Group]:
    """Return the heaviest chain of groups that rises on both sides; the others count as moved."""
    best: list[int] = []
    back: list[int] = []
    for index, group in enumerate(groups):
        weight, previous = 0, -1
        for earlier in range(index):
            rises = groups[earlier].old[-1] < group.old[0] and groups[earlier].new[-1] < group.new[0]
            if rises and best[earlier] > weight:
                weight, previous = best[earlier], earlier
        best.append(weight + group.weight)
        back.append(previous)
    chain: list[_Group] = []
    at = max(range(len(groups)), key=lambda index: (best[index], -index), default=-1)
    while at >= 0:
        chain.append(groups[at])
        at = back[at]
    return chain[::-1]


def lay_out(old: Statement, new: Statement, link: Link, sentence_links: Sequence[Link]) -> list[Block]:
    """Return the blocks of a paragraph link with two sides.

    `sentence_links` are those that touch the link; a sentence whose counterpart stands in another
    paragraph, or is crossed by heavier ones, is a block of its own with one empty side.
    """
    sides = _sentences(old, link.old), _sentences(new, link.new)
    groups = []
    for sentence_link in sentence_links:
        olds = _runs([index for index in sentence_link.old if index in sides[0]])
        news = _runs([index for index in sentence_link.new if index in sides[1]])
        if olds and news:
            weight = sum(sides[0][index].last - sides[0][index].first for index in olds)
            groups.append(_Group(olds, news, weight))
    groups.sort(key=lambda group: group.new)
    return _blocks((old, new), sides, _in_order(groups))


def _sentences(statement: Statement, paragraphs: Sequence[int]) -> dict[int, Sentence]:
    found = (sentence for index in paragraphs for sentence in statement.paragraphs[index].sentences)
    return {sentence.index: sentence for sentence in found}


def _blocks(
    statements: tuple[Statement, Statement], sides: tuple[dict[int, Sentence], dict[int, Sentence]], chain: list[_Group]
) -> list[Block]:
    blocks: list[Block] = []
    rest = [list(sides[0]), list(sides[1])]
    for group in chain:
        for side, first in ((0, group.old[0]), (1, group.new[0])):
            while rest[side] and rest[side][0] < first:
                blocks.append(_block(statements, sides, *([rest[side].pop(0)], [])[:: 1 if side == 0 else -1]))
        blocks.append(_block(statements, sides, group.old, group.new))
        rest[0] = [index for index in rest[0] if index > group.old[-1]]
        rest[1] = [index for index in rest[1] if index > group.new[-1]]
    blocks.extend(_block(statements, sides, [index], []) for index in rest[0])
    blocks.extend(_block(statements, sides, [], [index]) for index in rest[1])
    return [block for block in blocks if block.old or block.new]


def _block(
    statements: tuple[Statement, Statement],
    sides: tuple[dict[int, Sentence], dict[int, Sentence]],
    old: Sequence[int],
    new: Sequence[int],
) -> Block:
    made = []
    for statement, side, indexes in zip(statements, sides, (old, new), strict=True):
        sentences = [side[index] for index in indexes]
        made.append(
            tuple(
                atom
                for sentence in sentences
                for atom in atoms(statement.text, statement.paragraphs[sentence.paragraph], sentence)
            )
        )
    return Block(made[0], made[1])
