"""What became of a paragraph or sentence."""

from dataclasses import dataclass
from typing import Literal

LinkKind = Literal["same", "changed", "split", "merged", "regrouped", "added", "removed"]
Level = Literal["paragraph", "sentence"]


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """The best link that was not made: its other side and its score, 0 to 1000."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    score: int


@dataclass(frozen=True, slots=True)
class Link:
    """Which old units became which new ones; units are paragraphs or, one level down, sentences.

    Every unit of each side is in exactly one link. `old` and `new` are rising indexes; an empty
    side means added or removed. `moved` is carried by the top paragraph alone of a block that
    moved together. `score` runs from 0 to 1000; `method` names the pass that made the link:
    "identical" words, "similar" ones, likeness in a "gap" between certain links, a "label" or
    "heading" in common, a "title" or "dateline" on both sides, a "split" or "merge" (or both), a
    "part" of a longer unit, one "subject" written anew, the "order" of sentences in one paragraph,
    "sentences" that carried their paragraph along, the "only" choice, or "none".
    """

    id: str
    level: Level
    old: tuple[int, ...]
    new: tuple[int, ...]
    kind: LinkKind
    moved: bool
    score: int
    method: str
    runner_up: RunnerUp | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """All links of two statements, in the order of the new side (removed ones where they stood)."""

    links: tuple[Link, ...]
    sentence_links: tuple[Link, ...]


def link_id(level: Level, old: tuple[int, ...], new: tuple[int, ...]) -> str:
    """Return the id of a link, made from its positions counted from 1.

    >>> link_id("paragraph", (1,), (2, 3)), link_id("sentence", (), (0,))
    ('p2-3+4', 's-1')
    """
    return level[0] + "+".join(str(i + 1) for i in old) + "-" + "+".join(str(j + 1) for j in new)
