"""The map of a report: old and new paragraphs as two ribbons, joined by bands, each block a link to its row.

All is drawn here, as one path a row in a box of 1000 by 106, which the page stretches to its width: so the
map needs no script. Neighbours that stayed as and where they were are one entry with one band, which
bounds its size, and nobody has to hear of them one by one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stmtdiff.align.link import Link
from stmtdiff.renderers.html.lines import Line, in_words
from stmtdiff.renderers.marks import Class, class_of
from stmtdiff.renderers.rows import Row, place
from stmtdiff.report import Report, plural

WIDTH = 1000
_EDGE, _FOOT, _BOTTOM = 17, 83, 100  # the lower edge of the old ribbon, both edges of the new one
_ROOM = 190  # characters of headings that a line over the whole width has room for
_LEAST = 6  # a heading that would be cut to fewer characters is not named
_CALLED = {"softer": "softer", "firmer": "firmer", "mixed": "both ways", "neutral": "changed"}


@dataclass(frozen=True, slots=True)
class Block:
    """An entry of the map: the row that it leads to, its look, what is read out, and its drawing.

    `shape` draws its paragraphs in both ribbons and what joins them. `head` is the heading that it is, cut
    to the room until the next, and `at` where that stands, in per cent of the width.
    """

    target: str
    look: str
    name: str
    shape: str
    head: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The map with what it shows in one sentence."""

    told: str
    blocks: tuple[Block, ...]
    counts: tuple[int, int]  # paragraphs, old and new
    steps: tuple[str, str]  # how wide one of them is, old and new


def anatomy_of(report: Report, rows: Sequence[Row], lines: Sequence[Line]) -> Anatomy:
    """Return the map of the `rows` of a report, which the page shows as `lines`."""
    counts = (len(report.old.paragraphs), len(report.new.paragraphs))
    moved = _moved(report)
    stops = _stops(report, rows, lines)
    drawing = _Drawing(counts)
    blocks = []
    for group in _groups(rows, lines, moved):
        target, look = group[0].link.id, _look(group[0], moved)
        stop, at = stops.get(target, ("", ""))
        blocks.append(Block(target, look, _name(report, group, moved), drawing.shape(group), stop, at))
    steps = tuple(f"{WIDTH / (count or 1) - 1:.3f}" for count in counts)
    return Anatomy(_told(report, moved), tuple(blocks), counts, (steps[0], steps[1]))


def _moved(report: Report) -> frozenset[str]:
    """Return the ids of the links that moved. For a block that moved, the alignment names only its first link."""
    found, last = set(), None
    for link in report.links:
        follows = last is not None and link.old and link.new and link.old[0] == last.old[-1] + 1
        if link.moved or (follows and last is not None and link.new[0] == last.new[-1] + 1):
            found.add(link.id)
            last = link
        else:
            last = None
    return frozenset(found)


def _groups(rows: Sequence[Row], lines: Sequence[Line], moved: frozenset[str]) -> Iterator[list[Row]]:
    """Yield rows one by one, those that stayed together where they follow each other on both sides."""
    group: list[Row] = []
    for row, line in zip(rows, lines, strict=True):
        if group and not (_is_still(row, moved) and not line.level and _follows(group[-1].link, row.link)):
            yield group
            group = []
        group.append(row)
        if line.level or not _is_still(row, moved):
            yield group
            group = []
    if group:
        yield group


def _is_still(row: Row, moved: frozenset[str]) -> bool:
    return _look(row, moved) == "same"


def _follows(before: Link, link: Link) -> bool:
    return before.old[-1] + 1 == link.old[0] and before.new[-1] + 1 == link.new[0]


def _look(row: Row, moved: frozenset[str]) -> str:
    """Return the classes of a block: what happened to its paragraphs, and "moved"."""
    kind = row.link.kind if row.link.kind in ("added", "removed") else _direction(row)
    return f"{kind} moved" if row.link.id in moved else kind


def _direction(row: Row) -> Class | str:
    """Return the class of what is new in a row; "same" where nothing is, or only what is routine or minor."""
    found = {class_of(shift) for shift in row.shifts} - {"routine", "minor"}
    ways = found - {"neutral"}
    if len(ways) > 1 or "mixed" in ways:
        return "mixed"
    if ways:
        return ways.pop()
    return "neutral" if found or row.link.kind not in ("same", "changed") else "same"


def _name(report: Report, group: Sequence[Row], moved: frozenset[str]) -> str:
    """Return an entry in words: "paragraph 6 → 7: softer, moved", "paragraphs 8 to 12: unchanged"."""
    first, last = group[0].link, group[-1].link
    if len(group) > 1:
        ends = (place(report.new.paragraphs[first.new[0]]), place(report.new.paragraphs[last.new[-1]]))
        told = "unchanged" if all(row.link.kind == "same" for row in group) else "routine or minor changes"
        return f"paragraphs {_bare(ends[0])} to {_bare(ends[1])}: {told}"
    return f"{_where(report, first)}: {_fate(group[0], moved)}"


def _where(report: Report, link: Link) -> str:
    sides = [
        ", ".join(_bare(place(statement.paragraphs[index])) for index in indexes)
        for statement, indexes in ((report.old, link.old), (report.new, link.new))
        if indexes
    ]
    noun = "paragraphs" if max(len(link.old), len(link.new)) > 1 else "paragraph"
    return f"{noun} {sides[0]}" if sides[0] == sides[-1] else f"{noun} {sides[0]} \u2192 {sides[-1]}"


def _bare(name: str) -> str:
    return in_words(name).removeprefix("paragraph ")


def _fate(row: Row, moved: frozenset[str]) -> str:
    link, way = row.link, _direction(row)
    told = {"added": "added", "removed": "dropped"}.get(link.kind) or _CALLED.get(way)
    told = told or ("unchanged" if link.kind == "same" else "routine or minor changes")
    shape = [link.kind] if link.kind in ("split", "merged", "regrouped") else []
    return ", ".join((told, *shape, *(("moved",) if link.id in moved else ())))


def _told(report: Report, moved: frozenset[str]) -> str:
    """Return the map in one sentence: whether the text was written anew, and what came, went and moved."""
    added = sum(link.kind == "added" for link in report.links)
    gone = sum(link.kind == "removed" for link in report.links)
    if 2 * added >= len(report.new.paragraphs) and 2 * gone >= len(report.old.paragraphs):
        return f"Written anew: {plural(gone, 'paragraph')} gone, {added} new"
    changes = [(len(moved), "moved"), (added, "are new" if added > 1 else "is new"), (gone, "gone")]
    told = ", ".join(f"{count} {what}" for count, what in changes if count)
    stays = "Every paragraph has its counterpart" if not added + gone else "Most paragraphs have their counterpart"
    if 2 * gone > len(report.old.paragraphs) or 2 * added > len(report.new.paragraphs):
        stays = "Much was rewritten"
    return f"{stays}; {told}" if told else f"{stays}, in its place"


def _stops(report: Report, rows: Sequence[Row], lines: Sequence[Line]) -> dict[str, tuple[str, str]]:
    """Return the headings of the new side that have room for their name, by their row: as it fits, and where."""
    heads = [row for row, line in zip(rows, lines, strict=True) if line.level and row.new]
    total = len(report.new.paragraphs)
    ends = [row.link.new[0] for row in heads[1:]] + [total] * bool(heads)
    found = {}
    for row, end in zip(heads, ends, strict=True):
        room = int(_ROOM * (end - row.link.new[0]) / total) - 1
        title = row.new[0].paragraph.body.of(report.new.text)
        if room >= _LEAST:
            told = title if len(title) <= room else title[: room - 1].rstrip() + "\u2026"
            found[row.link.id] = (told, f"{100 * row.link.new[0] / total:.1f}")
    return found


class _Drawing:
    """Draws paragraphs by their places in texts of `counts` paragraphs, old and new."""

    def __init__(self, counts: tuple[int, int]) -> None:
        self._counts = counts
        self._reached = 0  # how many paragraphs of the new text were drawn so far

    def _x(self, side: int, index: int) -> int:
        return round(WIDTH * index / (self._counts[side] or 1))

    def shape(self, group: Sequence[Row]) -> str:
        """Return the path of `group`; of what was dropped with a caret where it would stand now."""
        old = _runs([index for row in group for index in row.link.old])
        new = _runs([index for row in group for index in row.link.new])
        if not new:
            x = self._x(1, self._reached)
            return "".join((*(self._block(0, run) for run in old), f"M{x} {_BOTTOM + 1}l-2 5h4z"))
        self._reached = new[-1][1] + 1
        if not old:
            return "".join(self._block(1, run) for run in new)
        return "".join(self._ribbon(before, after) for before in old for after in new)

    def _block(self, side: int, run: tuple[int, int]) -> str:
        left, right = self._x(side, run[0]), self._x(side, run[1] + 1)
        return f"M{left} {_FOOT if side else 0}H{right}v{_EDGE}H{left}z"

    def _ribbon(self, old: tuple[int, int], new: tuple[int, int]) -> str:
        a, b = self._x(0, old[0]), self._x(0, old[1] + 1)
        c, d = self._x(1, new[0]), self._x(1, new[1] + 1)
        falls, climbs = f"c0 33 {d - b} 33 {d - b} 66", f"c0-33 {a - c}-33 {a - c}-66"
        return f"M{a} 0H{b}v{_EDGE}{falls}v{_EDGE}H{c}v-{_EDGE}{climbs}z"


def _runs(indexes: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and last of each run of neighbours."""
    cuts = [place for place, (one, other) in enumerate(pairwise(indexes), 1) if one + 1 != other]
    starts, ends = [0, *cuts], [*cuts, len(indexes)]
    return [(indexes[start], indexes[end - 1]) for start, end in zip(starts, ends, strict=True) if end > start]
