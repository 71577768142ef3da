"""Match again where a full stop moved between sentences that were paired without what they share.

The ugly case: "Spending rises, while building is still weak. Hiring is slow. The housing market is
depressed." against "Spending grows. However, building is still weak, and the housing market is
depressed." The first sentences are counterparts and so are the last; but "building is still weak"
would be lost in the one pair and gained in the other, although nobody touched it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from stmtdiff.edits.atom import Atom, count_content
from stmtdiff.edits.edit import Edit, fill
from stmtdiff.edits.rematch import match_content
from stmtdiff.spans import Span

_WINDOW = 300  # atoms of a side; larger stretches of change are left to the sentences' own diffs
_RUN = 2  # content atoms in a row that are wording kept, and no accident
_HALF = 2  # the share, one in so many, of the shorter side that the wording kept must be


def match_over_borders(
    changes: Sequence[Edit], borders: Sequence[tuple[int, int]], old: list[Atom], new: list[Atom]
) -> list[Edit]:
    """Return `changes` with those that meet at a sentence's end matched again, where that keeps wording.

    `borders` are the places, in old and new atoms, between the blocks that were diffed by themselves.
    """
    matched: list[Edit] = []
    for run in _runs(changes, borders, old, new):
        matched += _matched_again(run, old, new)
    return matched


def _runs(
    changes: Sequence[Edit], borders: Sequence[tuple[int, int]], old: Sequence[Atom], new: Sequence[Atom]
) -> list[list[Edit]]:
    """Return the changes in runs of those with a border and nothing but marks between them."""
    places = iter([*borders, (len(old) + 1, len(new) + 1)])
    border = next(places)
    runs: list[list[Edit]] = []
    for change in changes:
        meets = False
        while border[0] <= change.old.start and border[1] <= change.new.start:
            before = runs[-1][-1] if runs else None
            meets = meets or bool(before and before.old.end <= border[0] and before.new.end <= border[1])
            border = next(places)
        between = [*old[runs[-1][-1].old.end : change.old.start]] if runs else []
        if meets and all(atom.kind == "mark" for atom in between):
            runs[-1].append(change)
        else:
            runs.append([change])
    return runs


def _matched_again(run: Sequence[Edit], old: list[Atom], new: list[Atom]) -> list[Edit]:
    """Return the changes of one run, its longest parts that keep wording each matched as one."""
    if len(run) < 2:
        return list(run)
    matched: list[tuple[int, int, list[Edit]]] = []
    for first, last in sorted(_candidates(run, old, new), key=lambda part: (part[0] - part[1], part[0])):
        if any(first < end and start < last for start, end, _ in matched):
            continue
        window = _window(run[first], run[last - 1])
        if kept := _kept(run[first:last], window, old, new):
            first, last = _trimmed(run, first, last, kept)
            window = _window(run[first], run[last - 1])
            matched.append((first, last, _between(_clipped(kept, window), window, old, new)))
    changes: list[Edit] = []
    at = 0
    for first, last, again in sorted(matched, key=lambda part: part[0]):
        changes += [*run[at:first], *again]
        at = last
    return [*changes, *run[at:]]


def _window(first: Edit, last: Edit) -> tuple[Span, Span]:
    """Return the old and the new atoms from the first to the last change of a part."""
    return Span(first.old.start, last.old.end), Span(first.new.start, last.new.end)


def _candidates(run: Sequence[Edit], old: Sequence[Atom], new: Sequence[Atom]) -> Iterator[tuple[int, int]]:
    """Yield each part of a run, of two changes or more, that may keep enough: most runs are done with here.

    A part grows change by change from its first one until a side is too long, so that no atom is
    counted more often than its place in a window asks for. Where one side is too long before the other
    has anything, as of strangers that lost all their sentences before they gained others, nothing is counted.
    """
    filled = _first_filled(run)
    for first in range(len(run) - 1):
        if filled[first] == len(run) or max(map(len, _window(run[first], run[filled[first]]))) > _WINDOW:
            continue
        shared = _Shared(old, new)
        for last in range(first + 1, len(run) + 1):
            window = _window(run[first], run[last - 1])
            if max(map(len, window)) > _WINDOW:
                break
            shared.grow(*window)
            if last > first + 1 and all(map(len, window)) and shared.may_be_kept():
                yield first, last


def _first_filled(run: Sequence[Edit]) -> list[int]:
    """Return for each change of a run the first from it on by which both sides have something; their number if none."""
    filled: list[int] = []
    nearest = [len(run), len(run)]
    for at in range(len(run) - 1, -1, -1):
        nearest = [at if len(span) else there for span, there in zip((run[at].old, run[at].new), nearest, strict=True)]
        filled.append(max(nearest))
    return filled[::-1]


class _Shared:
    """What both sides of a growing window have in common, in whatever order."""

    def __init__(self, old: Sequence[Atom], new: Sequence[Atom]) -> None:
        self._atoms = old, new
        self._content: tuple[Counter[str], Counter[str]] = Counter(), Counter()
        self._openings: tuple[set[tuple[str, str]], set[tuple[str, str]]] = set(), set()
        self._ends: list[int | None] = [None, None]
        self._common = 0

    def grow(self, old: Span, new: Span) -> None:
        """Take in what the window has beyond what it had."""
        for side, span in enumerate((old, new)):
            start = self._ends[side]
            for at in range(span.start if start is None else start, span.end):
                self._add(side, at, is_first=at == span.start)
            self._ends[side] = span.end

    def _add(self, side: int, at: int, *, is_first: bool) -> None:
        atom = self._atoms[side][at]
        if atom.kind in {"word", "unit"}:
            own, other = self._content[side], self._content[1 - side]
            self._common += own[atom.key] < other[atom.key]
            own[atom.key] += 1
        if not is_first and (before := self._atoms[side][at - 1]).leads:
            self._openings[side].add((before.key, atom.key))

    def may_be_kept(self) -> bool:
        """Say whether half of the shorter side's content is on both sides, or a sentence's opening."""
        if self._common * _HALF >= min(counter.total() for counter in self._content):
            return True
        return not self._openings[0].isdisjoint(self._openings[1])


def _kept(run: Sequence[Edit], window: tuple[Span, Span], old: list[Atom], new: list[Atom]) -> list[Edit]:
    """Return the stretches of wording that both sides of a window have in order, none where it is too little."""
    sides = old[window[0].start : window[0].end], new[window[1].start : window[1].end]
    changes, _ = match_content(*sides)
    equal = [edit.shifted(window[0].start, window[1].start) for edit in fill(changes, *map(len, sides)) if edit.equal]
    least = _RUN if all(change.whole for change in run) else 1
    openings = [edit for edit in equal if _is_opening(edit, old, new, least)]
    kept = [edit for edit in equal if edit in openings or count_content(_of(edit, old)) >= _RUN]
    content = sum(count_content(_of(edit, old)) for edit in kept if not _are_names(_of(edit, old)))
    is_enough = bool(openings) or content * _HALF >= max(1, min(map(count_content, sides)))
    return kept if is_enough else []


def _clipped(kept: Sequence[Edit], window: tuple[Span, Span]) -> list[Edit]:
    """Return what of the wording kept lies inside `window`: the marks between two changes may be part of it."""
    clipped = []
    for stretch in kept:
        head = max(0, window[0].start - stretch.old.start, window[1].start - stretch.new.start)
        tail = max(0, stretch.old.end - window[0].end, stretch.new.end - window[1].end)
        if head + tail < len(stretch.old):
            old, new = (Span(span.start + head, span.end - tail) for span in (stretch.old, stretch.new))
            clipped.append(Edit(True, old, new))
    return clipped


def _of(edit: Edit, old: Sequence[Atom]) -> Sequence[Atom]:
    return old[edit.old.start : edit.old.end]


def _is_opening(edit: Edit, old: Sequence[Atom], new: Sequence[Atom], least: int) -> bool:
    """Say whether wording kept opens a sentence on both sides and says what that is about.

    Names alone do not: "the Committee" and "President Roe and President Poe" only say who speaks.
    """
    own = _of(edit, old)
    leads = own[0].leads and new[edit.new.start].leads
    return leads and len(own) > 1 and count_content(own) >= least and not _are_names(own)


def _are_names(own: Sequence[Atom]) -> bool:
    content = [atom for atom in own if atom.kind in {"word", "unit"}]
    return any(atom.named for atom in content) and all(atom.named or atom.leads for atom in content)


def _trimmed(run: Sequence[Edit], first: int, last: int, kept: Sequence[Edit]) -> tuple[int, int]:
    """Return the part of a run from its first to its last change that holds wording kept."""

    def holds(change: Edit) -> bool:
        return any(
            (stretch.old.start < change.old.end and change.old.start < stretch.old.end)
            or (stretch.new.start < change.new.end and change.new.start < stretch.new.end)
            for stretch in kept
        )

    while not holds(run[first]):
        first += 1
    while not holds(run[last - 1]):
        last -= 1
    return first, last


def _between(kept: Sequence[Edit], window: tuple[Span, Span], old: list[Atom], new: list[Atom]) -> list[Edit]:
    """Return what changed in `window` around the wording kept in it.

    The marks that both sides end with, behind all wording kept, are kept too.
    """
    ends = window[0].end, window[1].end
    end = ends
    while end[0] > kept[-1].old.end and end[1] > kept[-1].new.end:
        if old[end[0] - 1].key != new[end[1] - 1].key or old[end[0] - 1].kind != "mark":
            break
        end = end[0] - 1, end[1] - 1
    changes = []
    at = window[0].start, window[1].start
    for stretch in [*kept, Edit(True, Span(end[0], ends[0]), Span(end[1], ends[1]))]:
        change = Edit(False, Span(at[0], stretch.old.start), Span(at[1], stretch.new.start), ("diff", "border"))
        if len(change.old) or len(change.new):
            changes.append(change)
        at = stretch.old.end, stretch.new.end
    return changes
