"""Lay the sentences of one paragraph link beside each other, in the order of both texts."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from stmtdiff.align.chain import heaviest_chain
from stmtdiff.align.link import Link
from stmtdiff.align.pairing import Pair
from stmtdiff.edits import SENTENCE, Atom, Block, atoms
from stmtdiff.languages import load
from stmtdiff.model import Sentence, Statement
from stmtdiff.settings import Grain


class _Group(NamedTuple):
    old: tuple[int, ...]
    new: tuple[int, ...]
    weight: int
    is_same: bool


def _runs(indexes: Sequence[int]) -> tuple[int, ...]:
    """Return the longest run of neighbours in rising `indexes`, the first of equals."""
    runs: list[list[int]] = []
    for index in indexes:
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    longest = max(runs, key=len, default=[])
    return tuple(longest)


def _in_order(groups: Sequence[_Group]) -> list[_Group]:
    """Return the heaviest chain of groups, in the order of new, that rises on both sides; the others count as moved.

    No two groups share a sentence, so that their first ones say which comes before which.
    """
    places = [Pair(group.new[0], group.old[0], 1.0, 1.0) for group in groups]
    return [groups[at] for at in heaviest_chain(places, [group.weight for group in groups])]


def lay_out(old: Statement, new: Statement, link: Link, sentence_links: Sequence[Link], grain: Grain) -> list[Block]:
    """Return the blocks of a link that has paragraphs on both sides, in the order of both sides.

    A block is what is compared with each other: sentences that became each other, or a sentence of one side alone.
    `sentence_links` are those that touch the link. A sentence whose counterpart is in another paragraph, or is
    crossed by heavier ones, is a block with one empty side; `journeys` tells what changed inside it. With the `grain`
    "editor", a sentence that stayed the same is one atom, because nothing inside it can change.
    """
    sides = _Side(old, link.old), _Side(new, link.new)
    groups = []
    for sentence_link in sentence_links:
        olds = _runs([index for index in sentence_link.old if index in sides[0].sentences])
        news = _runs([index for index in sentence_link.new if index in sides[1].sentences])
        if olds and news:
            groups.append(_Group(olds, news, sides[0].weight(olds), sentence_link.kind == "same"))
    groups.sort(key=lambda group: group.new)
    return _blocks(sides, _in_order(groups), is_whole=grain == "editor")


def beside(statements: tuple[Statement, Statement], old: Sequence[Sentence], new: Sequence[Sentence]) -> Block:
    """Return one block with sentences of both sides, wherever they stand, cut into the atoms of their words.

    `statements` are the old and the new one; `old` and `new` are sentences of theirs.
    """
    return Block(_atoms(statements[0], old), _atoms(statements[1], new))


def _atoms(statement: Statement, sentences: Sequence[Sentence]) -> tuple[Atom, ...]:
    text, paragraphs, language = statement.text, statement.paragraphs, load(statement.language)
    rows = [atoms(text, paragraphs[sentence.paragraph], sentence, language) for sentence in sentences]
    return tuple(chain.from_iterable(rows))


class _Side:
    """The sentences of one side of a link, by their index."""

    def __init__(self, statement: Statement, paragraphs: Sequence[int]) -> None:
        self._statement = statement
        found = (sentence for index in paragraphs for sentence in statement.paragraphs[index].sentences)
        self.sentences = {sentence.index: sentence for sentence in found}

    def weight(self, indexes: Sequence[int]) -> int:
        return sum(self.sentences[index].last - self.sentences[index].first for index in indexes)

    def words(self, indexes: Sequence[int]) -> tuple[Atom, ...]:
        """Return the atoms of some sentences, word by word."""
        return _atoms(self._statement, [self.sentences[index] for index in indexes])

    def whole(self, index: int, key: str) -> tuple[Atom, ...]:
        """Return a sentence as one atom."""
        span = self.sentences[index].span
        return (Atom(span.start, span.end, key, "unit", SENTENCE, leads=True),)


def _blocks(sides: tuple[_Side, _Side], chain: Sequence[_Group], *, is_whole: bool) -> list[Block]:
    def lone(side: int, index: int) -> Block:
        own = sides[side].words([index])
        return Block((), own) if side else Block(own, ())

    def paired(group: _Group) -> Block:
        if group.is_same and is_whole:
            key = f"same:{group.old[0]}"
            return Block(sides[0].whole(group.old[0], key), sides[1].whole(group.new[0], key))
        return Block(sides[0].words(group.old), sides[1].words(group.new))

    blocks: list[Block] = []
    at = [0, 0]
    indexes = [sorted(side.sentences) for side in sides]
    for group in chain:
        for side, first, last in ((0, group.old[0], group.old[-1]), (1, group.new[0], group.new[-1])):
            start, stop = at[side], bisect_left(indexes[side], first)
            blocks += [lone(side, index) for index in indexes[side][start:stop]]
            at[side] = bisect_left(indexes[side], last) + 1
        blocks.append(paired(group))
    for side in (0, 1):
        blocks += [lone(side, index) for index in indexes[side][at[side] :]]
    return [block for block in blocks if block.old or block.new]
