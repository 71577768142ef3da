"""Score links, moves and renumberings of a document's blocks against gold made by construction.

A link is out of scope, on both sides of the comparison, when one of its blocks is, or lies inside,
a block that the gold names in a split or a merge: the gold does not say what its parts became.
"""

from collections.abc import Sequence

from benchmarks.scoring.counts import Counts, agreement
from benchmarks.scoring.links import Pairs

Renumbering = tuple[int, int, str | None, str | None]


def score_blocks(
    gold: tuple[Pairs, Pairs, set[Renumbering]],
    predicted: tuple[Pairs, Pairs, set[Renumbering]],
    *,
    in_scope: tuple[Sequence[bool], Sequence[bool]],
    gone: set[int],
    come: set[int],
) -> dict[str, Counts]:
    """Return the counts of one document: links, moves, renumberings, and spurious links.

    `gold` and `predicted` are links, moves, renumberings. A link is spurious when one of its sides
    is `gone` (deleted) or `come` (inserted); the counts give them as found of all predicted links.
    """
    links = [{(i, j) for i, j in side[0] if in_scope[0][i] and in_scope[1][j]} for side in (gold, predicted)]
    spurious = sum(i in gone or j in come for i, j in links[1])
    return {
        "links": agreement(len(links[0] & links[1]), *links),
        "moves": agreement(len(gold[1] & predicted[1]), gold[1], predicted[1]),
        "renumberings": agreement(len(gold[2] & predicted[2]), gold[2], predicted[2]),
        "spurious": Counts(spurious, len(links[1]), spurious, len(links[1])),
    }


def scope(addresses: Sequence[str], taken: set[int]) -> list[bool]:
    """Return for each block whether it lies outside the blocks that were split or merged."""
    outer = [addresses[at] for at in taken]
    return [not any(address == one or address.startswith(f"{one}/") for one in outer) for address in addresses]
