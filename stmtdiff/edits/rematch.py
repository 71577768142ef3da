"""Prefer words that mean something when the diff's choice between two matchings was a tie.

The ugly case: between "1832 (2008) and 1884 (2009)" and "1832 (2008), 1884 (2009) and 1937 (2010)"
a diff may keep either "and" or "1884 (2009)", each one atom long, and keeps what comes first: the
"and". Then a citation that stayed is taken out here and put in again there.
"""

from collections.abc import Sequence

from stmtdiff.edits.atom import Atom, count_content, is_boundary
from stmtdiff.edits.diff import diff
from stmtdiff.edits.edit import Edit, fill
from stmtdiff.spans import Span


def rematch(changes: Sequence[Edit], old: list[Atom], new: list[Atom]) -> list[Edit]:
    """Return `changes` with each run of neighbours matched again by content where that keeps more of it.

    Neighbours are changes with nothing but grammar between them. Only runs with a date, a citation
    or another unit are tried: among plain words the diff's own choice reads as well.
    """
    matched: list[Edit] = []
    for run in _runs(changes, old):
        window = Span(run[0].old.start, run[-1].old.end), Span(run[0].new.start, run[-1].new.end)
        if len(run) < 2 or not _has_unit(old, window[0]):
            matched += run
            continue
        better, kept = match_content(old[window[0].start : window[0].end], new[window[1].start : window[1].end])
        matched += [edit.shifted(window[0].start, window[1].start) for edit in better] if kept else run
    return matched


def _has_unit(atoms: Sequence[Atom], span: Span) -> bool:
    return any(atom.kind == "unit" for atom in atoms[span.start : span.end])


def _runs(changes: Sequence[Edit], old: Sequence[Atom]) -> list[list[Edit]]:
    runs: list[list[Edit]] = []
    for change in changes:
        between = old[runs[-1][-1].old.end : change.old.start] if runs else ()
        close = runs and not change.whole and not runs[-1][-1].whole and count_content(between) == 0
        if close and not any(map(is_boundary, between)):
            runs[-1].append(change)
        else:
            runs.append([change])
    return runs


def match_content(old: Sequence[Atom], new: Sequence[Atom]) -> tuple[list[Edit], int]:
    """Return the changes of two stretches when content is matched first, and how many atoms of it are kept."""
    places = [[index for index, atom in enumerate(side) if atom.kind in {"word", "unit"}] for side in (old, new)]
    keys = [[side[index].key for index in at] for side, at in ((old, places[0]), (new, places[1]))]
    kept = [edit for edit in fill(diff(*keys), len(keys[0]), len(keys[1])) if edit.equal]
    anchors = [
        (places[0][edit.old.start + step], places[1][edit.new.start + step])
        for edit in kept
        for step in range(len(edit.old))
    ]
    changes: list[Edit] = []
    at = (0, 0)
    for anchor in [*anchors, (len(old), len(new))]:
        gap = [atom.key for atom in old[at[0] : anchor[0]]], [atom.key for atom in new[at[1] : anchor[1]]]
        changes += [edit.shifted(*at) for edit in diff(*gap)]
        at = anchor[0] + 1, anchor[1] + 1
    return changes, len(anchors)
