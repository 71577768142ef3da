"""Score a whole pair of statements: links, moves, and whether the news is marked and told.

Links that an annotator is not sure of are neither right nor wrong. A block of moved paragraphs that stay neighbours
is one move, found when one of its links is said to have moved: that is said of a block's top alone.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.scoring.counts import Counts, agreement, share_of
from benchmarks.scoring.links import Pairs

_WORD = re.compile(r"[\w']+")
_STOCK = frozenset(
    "the a an of to in on and or for with by at as that this its their our his her is are be been was were has have "
    "had will would it we they from not".split()
)
_FIRST = 3  # items of an annotator's list that a headline must hold
_HALF = 0.5  # of an item's content words


@dataclass(frozen=True, slots=True)
class MarkedLink:
    """Paragraphs that became paragraphs, counted from 1, as an annotator linked them."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False
    sure: bool = True


@dataclass(frozen=True, slots=True)
class NewsItem:
    """A wording that an editor would report; one side is empty where it was added or dropped."""

    old: str | None
    new: str | None
    type: str
    direction: str = "none"


@dataclass(frozen=True, slots=True)
class Annotation:
    """What one annotator linked and would report, most newsworthy first."""

    links: tuple[MarkedLink, ...]
    news: tuple[NewsItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """The words of a substantive shift on both sides, and which way it points."""

    old: str
    new: str
    direction: str


def score_whole_links(annotation: Annotation, linked: Pairs, moved: Pairs) -> dict[str, Counts]:
    """Return the counts of links and moves for one annotator; pairs are counted from 0."""
    sure = _pairs(link for link in annotation.links if link.sure)
    open_ = _pairs(link for link in annotation.links if not link.sure)
    gold = blocks(_pairs(link for link in annotation.links if link.sure and link.moved))
    counted = linked - open_
    return {"links": agreement(len(counted & sure), sure, counted), "moves": score_blocks(gold, moved, moved - open_)}


def score_blocks(gold: Sequence[Pairs], moved: Pairs, judged: Pairs) -> Counts:
    """Return how many blocks of `gold` hold one of the `moved` pairs, and how many blocks of the `judged` are right."""
    said, allowed = blocks(judged), set().union(*gold)
    found = sum(not block.isdisjoint(moved) for block in gold)
    return Counts(found, len(gold), sum(not block.isdisjoint(allowed) for block in said), len(said))


def blocks(pairs: Pairs) -> list[Pairs]:
    """Return moved pairs gathered into blocks: each joins the first block that holds a neighbour on both sides."""
    gathered: list[Pairs] = []
    for pair in sorted(pairs):
        block = next((one for one in gathered if any(_is_beside(pair, other) for other in one)), None)
        if block is None:
            gathered.append({pair})
        else:
            block.add(pair)
    return gathered


def _is_beside(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return abs(one[0] - other[0]) <= 1 and abs(one[1] - other[1]) <= 1


def _pairs(links: Iterable[MarkedLink]) -> Pairs:
    return {(i - 1, j - 1) for link in links for i in link.old for j in link.new}


def score_news(news: Sequence[NewsItem], lines: Sequence[str], marked: Sequence[Marked]) -> dict[str, Counts]:
    """Return the counts of one annotator's news.

    told: items of which one of `lines` quotes half of the content words; first: those of the three most newsworthy;
    marked: items, other than kept ones, whose words a substantive shift shares by half; direction, silent: of those
    that point somewhere, whether the shifts that share their words point there too, or nowhere.
    """
    told = [any(_tells(line, item) for line in lines) for item in news]
    changed = [(item, [one for one in marked if _covers(one, item)]) for item in news if item.type != "kept"]
    pointing = [(item.direction, {one.direction for one in over} - {"none"}) for item, over in changed]
    pointing = [(wanted, said) for wanted, said in pointing if wanted in ("softer", "firmer")]
    return {
        "told": share_of(told),
        "first": share_of(told[:_FIRST]),
        "news marked": share_of(bool(over) for _, over in changed),
        "direction": share_of(said == {wanted} for wanted, said in pointing),
        "silent": share_of(not said for _, said in pointing),
    }


def _tells(line: str, item: NewsItem) -> bool:
    words = _content(line)
    if item.type == "dropped":
        return _is_half(item.old, words)
    if item.type in ("added", "kept"):
        return _is_half(item.new or item.old, words)
    return _is_half(item.new, words) or _is_half(item.old, words)


def _covers(marked: Marked, item: NewsItem) -> bool:
    return _is_half(item.old, _content(marked.old)) or _is_half(item.new, _content(marked.new))


def _is_half(quote: str | None, words: set[str]) -> bool:
    own = _content(quote or "")
    return bool(own) and len(own & words) >= _HALF * len(own)


def _content(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)} - _STOCK
