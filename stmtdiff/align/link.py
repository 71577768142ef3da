"""What happened to a paragraph or sentence."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

LinkKind = Literal["same", "changed", "split", "merged", "regrouped", "added", "removed"]
Level = Literal["paragraph", "sentence"]
METHODS = {
    "identical": "the words are the same",
    "similar": "the words are similar; rare words count most",
    "gap": "similar enough, and both neighbours are certain",
    "label": "the same printed number, and both neighbours are certain",
    "heading": "both are headings, and both neighbours are certain",
    "title": "both are the title",
    "dateline": "both are the dateline",
    "called": "both are notes to linked paragraphs",
    "split": "one became several; together they have its words",
    "merge": "several became one; it has the words of all",
    "part": "a part of a longer one, with the same words",
    "subject": "the same subject, rewritten: far more like each other than like any other",
    "order": "the order of the sentences in two linked paragraphs",
    "only": "there was no other choice",
    "none": "nothing on the other side is similar",
}
"""What each method of a link rests on, in words."""
RELATED = 50  # the relatedness from which two texts are surely no strangers: hardly one pair of strangers reaches it


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
    side means added or removed. Of a block that moved together, only the top paragraph
    has `moved`. `score` runs from 0 to 1000; `method` names the pass that made the link, one of
    `METHODS`, or "merge+split".

    A loose link has a `lead`: by how many thousandths its paragraphs are more alike than each is, on
    average, with its nearest rivals in both texts. A split or merge has the lowest lead of its parts.
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
    lead: int | None = None


class Alignment(NamedTuple):
    """All links of two statements, in the order of the new side (removed ones where they stood).

    `relatedness` is the lead of the usual paragraph, in thousandths: about 0 or less of two texts that have
    little in common. It is None where every longer paragraph found its counterpart by its words alone.
    """

    links: tuple[Link, ...]
    sentence_links: tuple[Link, ...]
    relatedness: int | None = None


def link_id(level: Level, old: tuple[int, ...], new: tuple[int, ...]) -> str:
    """Return the id of a link, made from its positions counted from 1.

    >>> link_id("paragraph", (1,), (2, 3)), link_id("sentence", (), (0,))
    ('p2-3+4', 's-1')
    """
    return level[0] + "+".join(str(i + 1) for i in old) + "-" + "+".join(str(j + 1) for j in new)
