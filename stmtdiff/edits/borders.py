"""Match again where a full stop wandered between sentences that were paired without what they share.

The ugly case: "Spending rises, while building is still weak. Hiring is slow. The housing market is
depressed." against "Spending grows. However, building is still weak, and the housing market is
depressed." The first sentences are counterparts and so are the last; but "building is still weak"
would be lost in the one pair and gained in the other, although nobody touched it.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

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
    """Return the changes of one run, the longest part of it that keeps wording matched as one."""
    for width in range(len(run), 1, -1):
        for first in range(len(run) - width + 1):
            last = first + width
            kept = _kept(run[first:last], old, new)
            if kept:
                first, last = _trimmed(run, first, last, kept)
                again = _between(kept, run[first], run[last - 1], old, new)
                return [*_matched_again(run[:first], old, new), *again, *_matched_again(run[last:], old, new)]
    return list(run)


def _kept(run: Sequence[Edit], old: list[Atom], new: list[Atom]) -> list[Edit]:
    """Return the stretches of wording that both sides of a run have in order, none where it is too little."""
    window = Span(run[0].old.start, run[-1].old.end), Span(run[0].new.start, run[-1].new.end)
    sides = old[window[0].start : window[0].end], new[window[1].start : window[1].end]
    if not all(0 < len(side) <= _WINDOW for side in sides) or not _may_keep(*sides):
        return []
    changes, _ = match_content(*sides)
    equal = [edit.shifted(window[0].start, window[1].start) for edit in fill(changes, *map(len, sides)) if edit.equal]
    least = _RUN if all(change.whole for change in run) else 1
    openings = [edit for edit in equal if _is_opening(edit, old, new, least)]
    kept = [edit for edit in equal if edit in openings or count_content(_of(edit, old)) >= _RUN]
    content = sum(count_content(_of(edit, old)) for edit in kept if not _are_names(_of(edit, old)))
    is_enough = bool(openings) or content * _HALF >= max(1, min(map(count_content, sides)))
    return kept if is_enough else []


def _may_keep(old: Sequence[Atom], new: Sequence[Atom]) -> bool:
    """Say whether enough content stands on both sides, in whatever order: most runs are done with here."""
    content = [Counter(atom.key for atom in side if atom.kind in {"word", "unit"}) for side in (old, new)]
    if (content[0] & content[1]).total() * _HALF >= min(counter.total() for counter in content):
        return True
    openings = [{(a.key, b.key) for a, b in pairwise(side) if a.leads} for side in (old, new)]
    return not openings[0].isdisjoint(openings[1])


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


def _between(kept: Sequence[Edit], first: Edit, last: Edit, old: list[Atom], new: list[Atom]) -> list[Edit]:
    """Return what changed from the start of `first` to the end of `last` around the wording kept.

    The marks that both sides end with, behind all wording kept, are kept too.
    """
    end = last.old.end, last.new.end
    while end[0] > kept[-1].old.end and end[1] > kept[-1].new.end:
        if old[end[0] - 1].key != new[end[1] - 1].key or old[end[0] - 1].kind != "mark":
            break
        end = end[0] - 1, end[1] - 1
    changes = []
    at = first.old.start, first.new.start
    for stretch in [*kept, Edit(True, Span(end[0], last.old.end), Span(end[1], last.new.end))]:
        change = Edit(False, Span(at[0], stretch.old.start), Span(at[1], stretch.new.start), ("diff", "border"))
        if len(change.old) or len(change.new):
            changes.append(change)
        at = stretch.old.end, stretch.new.end
    return changes
