"""A tree of phrases, and how a text is read along it; the matcher in `phrases` uses it.

The ugly case: a phrase of fifty gaps in a text that says one word again and again can be read in more ways than can
be counted. Many of them come to the same gap at the same word, and what is after it is looked for once.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from stmtdiff.languages.marks import SENTENCE_ENDS

GAP = 5  # words that "..." may pass over

Part = tuple[Literal["word", "prefix", "any", "gap"], str]


class Node:
    """A place in a trie: what may follow, and which phrases end here."""

    __slots__ = ("any", "ends", "gap", "goes_on", "past", "prefixes", "words")

    def __init__(self) -> None:
        self.words: dict[str, Node] = {}
        self.prefixes: dict[str, Node] = {}
        self.any: Node | None = None
        self.gap: Node | None = None
        self.goes_on = False  # whether a phrase may go on from here with words that are not written out in it
        self.ends: list[int] = []
        self.past: set[int] = set()  # the phrases that go on here, noted where one begins and behind a gap

    def add(self, parts: Iterable[Part], index: int) -> None:
        """Let the phrase at `index` go on from here with `parts` and end."""
        node = self
        node.past.add(index)
        for part in parts:
            node = node._child(part)
            if part[0] == "gap":
                node.past.add(index)
        node.ends.append(index)

    def _child(self, part: Part) -> "Node":
        kind, key = part
        if kind == "word":
            return self.words.setdefault(key, Node())
        self.goes_on = True
        if kind == "prefix":
            return self.prefixes.setdefault(key, Node())
        if kind == "any":
            self.any = self.any or Node()
            return self.any
        self.gap = self.gap or Node()
        return self.gap

    def others(self, key: str) -> list["Node"]:
        """Return the nodes that `key` leads to by a prefix or as any one word."""
        nodes = [node for prefix, node in self.prefixes.items() if key.startswith(prefix)]
        return [*nodes, self.any] if self.any is not None and key[0].isalnum() else nodes


Ends = dict[
    int, tuple[int, int]
]  # by phrase the words passed over in gaps and where it ends, negated: the least is best


_Place = tuple[Node, int]  # what follows on a gap, and where in the text the gap begins


class Reading:
    """One text, read along a tree from any of its words. `keys` are the text's words and marks."""

    __slots__ = ("_behind", "_gaps", "_keys", "_on")

    def __init__(self, keys: Sequence[str]) -> None:
        """Prepare to read `keys`."""
        self._keys = keys
        self._gaps: dict[int, list[tuple[int, int]]] = {}
        self._on: dict[Node, dict[int, tuple[Ends, list[_Place]]]] = {}
        self._behind: dict[_Place, Ends] = {}

    def ends(self, start: Node, position: int) -> list[tuple[int, int]]:
        """Return for each phrase that can be read on from `start` its index and the position behind it.

        Of several ends that with the smallest gaps counts, then the longest.
        """
        best, gaps = self._read_on(start, position)
        for gap in gaps:
            _take(best, 0, self._behind_gap(gap))
        if len(best) < 2:
            return [(index, -end) for index, (_, end) in best.items()]
        return sorted([(index, -end) for index, (_, end) in best.items()])

    def _read_on(self, node: Node, position: int) -> tuple[Ends, list[_Place]]:
        """Return the phrases that end before their next gap, and the gaps that the others come to."""
        best: Ends = {}
        gaps: list[_Place] = []
        keys, last = self._keys, len(self._keys)
        aside: list[tuple[int, Node]] = []  # readings that go on with a word that is not written out
        while True:
            for index in node.ends:
                if index not in best or -position < best[index][1]:
                    best[index] = 0, -position
            child = None
            if position < last:
                key = keys[position]
                child = node.words.get(key)
                if node.goes_on:
                    aside += [(position + 1, other) for other in node.others(key)]
            if node.gap is not None:
                gaps.append((node.gap, position))
            if child is not None:
                position, node = position + 1, child
            elif aside:
                position, node = aside.pop()
            else:
                break
        return best, gaps

    def _behind_gap(self, gap: _Place) -> Ends:
        """Return the best ends behind a gap; what is behind the gaps further on is found first."""
        known = self._behind
        asked = [(gap, self._widths(gap), Ends())]
        while asked:
            place, widths, best = asked[-1]
            if further := self._widen(place[0], widths, best):
                asked += [(one, self._widths(one), Ends()) for one in further]
            else:
                known[place] = best
                asked.pop()
        return known[gap]

    def _widen(self, node: Node, widths: list[tuple[int, int]], best: Ends) -> list[_Place]:
        """Let a gap grow through its `widths` (narrowest last) until it is wider than all that `best` was found with.

        Return the gaps further on that have to be known first, none where it is done.
        """
        known, own = self._behind, self._on.setdefault(node, {})
        while widths:
            passed, at = widths[-1]
            if len(best) == len(node.past) and all(skipped < passed for skipped, _ in best.values()):
                break
            if at not in own:
                own[at] = self._read_on(node, at)
            ends, gaps = own[at]
            if further := [one for one in gaps if one not in known]:
                return further
            widths.pop()
            for found in (ends, *map(known.__getitem__, gaps)):
                if found:
                    _take(best, passed, found)
        return []

    def _widths(self, gap: _Place) -> list[tuple[int, int]]:
        """Return how wide a gap may be and where it ends then, the narrowest last, but where no phrase goes on."""
        node, position = gap
        widths = self._gap(position)[::-1]
        if node.goes_on or node.ends:
            return widths
        return [width for width in widths if self._keys[width[1]] in node.words]

    def _gap(self, position: int) -> list[tuple[int, int]]:
        """Return where a gap from `position` may end, each with the number of words it passes over."""
        if position not in self._gaps:
            self._gaps[position] = _gap(self._keys, position)
        return self._gaps[position]


def _take(best: Ends, passed: int, others: Ends) -> None:
    """Put into `best` what is better of `others`, which begin `passed` words further on."""
    for index, (skipped, end) in others.items():
        if index not in best or (skipped + passed, end) < best[index]:
            best[index] = skipped + passed, end


def _gap(keys: Sequence[str], position: int) -> list[tuple[int, int]]:
    """Return where a gap from `position` may end, each with the number of words it passes over."""
    width, places = 0, []
    for place in range(position, len(keys)):
        places.append((width, place))
        key = keys[place]
        width += key[0].isalnum()
        is_initial = key == "." and place > 0 and len(keys[place - 1]) == 1 and keys[place - 1].isalpha()
        if width > GAP or (key in SENTENCE_ENDS and not is_initial):
            break
    return places
