"""From blocks of atoms to phrase-sized edits: diff each block, then let one pass after another shape it."""

from collections.abc import Sequence
from typing import NamedTuple

from stmtdiff.edits.atom import LABEL, Atom, count_content
from stmtdiff.edits.borders import match_over_borders
from stmtdiff.edits.characters import join_characters
from stmtdiff.edits.diff import diff
from stmtdiff.edits.edit import Edit, fill, merge
from stmtdiff.edits.independent import join_rolls, split_units
from stmtdiff.edits.inflected import cut_cases
from stmtdiff.edits.join import Sides, dissolve, join, join_halves, join_reordered
from stmtdiff.edits.qualifiers import keep_lists_whole
from stmtdiff.edits.rematch import rematch
from stmtdiff.edits.slide import slide_all
from stmtdiff.languages import ENGLISH, Language
from stmtdiff.settings import Grain
from stmtdiff.spans import Span
from stmtdiff.words import fold


class Block(NamedTuple):
    """Atoms of old sentences beside those of the new sentences they became; one side may be empty."""

    old: tuple[Atom, ...]
    new: tuple[Atom, ...]


def phrase_edits(
    blocks: Sequence[Block], *, old_text: str, new_text: str, grain: Grain, language: Language = ENGLISH
) -> tuple[tuple[Edit, ...], list[Atom], list[Atom]]:
    """Return the edits of a link, and the atoms that they count on either side.

    `blocks` follow each other on both sides; a block with one empty side is sentences gained or
    lost. The edits run over all blocks at once: a phrase may cross a sentence's end where that
    end itself changed. Fine grain lets no sentence count as a whole: all is one block. `language` is that
    of both texts.
    """
    old = [atom for block in blocks for atom in block.old]
    new = [atom for block in blocks for atom in block.new]
    labels = _opening_label(old), _opening_label(new)
    if any(labels):
        bare = _without(blocks, labels)
        rest, _, _ = phrase_edits(bare, old_text=old_text, new_text=new_text, grain=grain, language=language)
        return _with_labels(labels, rest, old, new), old, new
    if grain == "fine":
        blocks = [Block(tuple(old), tuple(new))]
    changes = rematch(_diff_blocks(blocks, old, new), old, new)
    changes = slide_all(changes, old, new)
    if grain == "editor":
        changes = cut_cases(join_characters(changes, old, new, language), old, new, language)
        changes = keep_lists_whole(changes, old, new, language)
        changes = split_units(join_rolls(changes, old, new), old, new)
    sides = Sides(old, new)
    changes = join(changes, sides, grain)
    shown = Shown(old, new, old_text, new_text)
    if grain == "editor":
        changes = join_halves(join_reordered(changes, sides), sides)
        changes = dissolve(_take_case_in(changes, shown), sides)
    return fill(_mark_form(changes, shown, grain), len(old), len(new)), old, new


def _opening_label(atoms: Sequence[Atom]) -> int:
    """Return how many atoms a label takes at the opening: it is matched by itself, whatever stands behind it."""
    return int(bool(atoms) and atoms[0].unit == LABEL)


def _without(blocks: Sequence[Block], labels: tuple[int, int]) -> list[Block]:
    """Return the blocks without the labels that open them, `labels` atoms on either side."""
    left = list(labels)
    bare = []
    for block in blocks:
        cut = min(left[0], len(block.old)), min(left[1], len(block.new))
        left = [left[0] - cut[0], left[1] - cut[1]]
        bare.append(Block(block.old[cut[0] :], block.new[cut[1] :]))
    return [block for block in bare if block.old or block.new]


def _with_labels(
    labels: tuple[int, int], edits: Sequence[Edit], old: Sequence[Atom], new: Sequence[Atom]
) -> tuple[Edit, ...]:
    """Return `edits` with that of the labels before them, counted in the atoms of both."""
    is_equal = all(labels) and old[0].key == new[0].key
    label = Edit(is_equal, Span(0, labels[0]), Span(0, labels[1]), () if is_equal else ("label",), not is_equal)
    rest = [edit.shifted(*labels) for edit in edits]
    if is_equal and rest and rest[0].equal:
        label = Edit(True, Span(0, rest[0].old.end), Span(0, rest[0].new.end))
        rest = rest[1:]
    return (label, *rest)


def _diff_blocks(blocks: Sequence[Block], old: list[Atom], new: list[Atom]) -> list[Edit]:
    changes: list[Edit] = []
    borders: list[tuple[int, int]] = []
    at = 0, 0
    for block in blocks:
        changes += [change.shifted(*at) for change in _diff_block(block)]
        at = at[0] + len(block.old), at[1] + len(block.new)
        borders.append(at)
    return _joined_whole(match_over_borders(changes, borders[:-1], old, new))


def _joined_whole(changes: Sequence[Edit]) -> list[Edit]:
    """Return the changes with whole sentences that follow each other made one."""
    joined: list[Edit] = []
    for change in changes:
        previous = joined[-1] if joined else None
        meets = previous and (previous.old.end, previous.new.end) == (change.old.start, change.new.start)
        if previous and meets and previous.whole and change.whole:
            joined[-1] = merge(previous, change, "sentence")._replace(whole=True)
        else:
            joined.append(change)
    return joined


def _diff_block(block: Block) -> list[Edit]:
    if not block.old or not block.new:
        return [Edit(False, Span(0, len(block.old)), Span(0, len(block.new)), ("sentence",), True)]
    return diff([atom.key for atom in block.old], [atom.key for atom in block.new])


class Shown(NamedTuple):
    """Atoms of both sides with their texts: what a reader sees, not what is compared."""

    old: list[Atom]
    new: list[Atom]
    old_text: str
    new_text: str

    def are_equal(self, edit: Edit) -> bool:
        """Say whether both sides of an equal edit are the same text, letter for letter."""
        old, new = self.old[edit.old.start : edit.old.end], self.new[edit.new.start : edit.new.end]
        return self.old_text[old[0].start : old[-1].end] == self.new_text[new[0].start : new[-1].end]

    def differ(self, old: int, new: int) -> bool:
        """Say whether two atoms with one key are written differently: in capitals, quotes, dashes, spelling."""
        first, last = self._written(old, new)
        return first != last

    def differ_in_case(self, old: int, new: int) -> bool:
        """Say whether capitals are all that two atoms with one key differ by."""
        first, last = self._written(old, new)
        return fold(first) != fold(last) and fold(first).lower() == fold(last).lower()

    def _written(self, old: int, new: int) -> tuple[str, str]:
        first = self.old_text[self.old[old].start : self.old[old].end]
        last = self.new_text[self.new[new].start : self.new[new].end]
        return (first, last) if first == last else (" ".join(first.split()), " ".join(last.split()))


def _take_case_in(changes: list[Edit], shown: Shown) -> list[Edit]:
    """Grow a change over a neighbour that differs only by a capital: the change forced it."""
    grown: list[Edit] = []
    forced = False  # the change before this one took a capital in
    for index, change in enumerate(changes):
        floor = grown[-1].old.end if grown else 0
        ceiling = changes[index + 1].old.start if index + 1 < len(changes) else len(shown.old)
        left, right = (0, 0) if change.whole else _capitals_beside(change, shown, floor, ceiling)
        if takes := bool(left or right):
            change = change.grown(left, right, "case")
        if grown and _touch(grown[-1], change) and (forced or takes):
            change, takes = merge(grown.pop(), change, "case"), True
        grown.append(change)
        forced = takes
    return grown


def _capitals_beside(change: Edit, shown: Shown, floor: int, ceiling: int) -> tuple[int, int]:
    """Return how many atoms, one or none, before and behind a change differ by a capital alone.

    `floor` and `ceiling` are the old atoms between which the change may grow.
    """
    before = change.old.start > floor and change.new.start > 0
    behind = change.old.end < ceiling and change.new.end < len(shown.new)
    return (
        int(before and shown.differ_in_case(change.old.start - 1, change.new.start - 1)),
        int(behind and shown.differ_in_case(change.old.end, change.new.end)),
    )


def _touch(first: Edit, last: Edit) -> bool:
    return (first.old.end, first.new.end) == (last.old.start, last.new.start) and not (
        first.stands_alone or last.stands_alone
    )


def _mark_form(changes: list[Edit], shown: Shown, grain: Grain) -> list[Edit]:
    """Add a change for each word whose case alone differs; for typography only if nothing else changed.

    Fine grain leaves out the capital of a word that opens a sentence: it follows from what was put
    before it or taken away.
    """
    marked: list[Edit] = []
    term = False  # the change before is a word marked here
    for edit in fill(changes, len(shown.old), len(shown.new)):
        if not edit.equal:
            marked.append(edit)
            term = False
            continue
        if shown.are_equal(edit):
            continue
        for step in range(len(edit.old)):
            old, new = edit.old.start + step, edit.new.start + step
            leads = shown.old[old].leads or shown.new[new].leads
            if shown.differ(old, new) and not (leads and grain == "fine"):
                form = Edit(False, Span(old, old + 1), Span(new, new + 1), ("form",))
                if term and grain == "editor" and _is_one_term(marked[-1], form, shown):
                    form = merge(marked.pop(), form, "form")
                marked.append(form)
                term = True
    return marked


def _is_one_term(first: Edit, last: Edit, shown: Shown) -> bool:
    """Say whether two form changes are of one term: "Code of Conduct" to "code of conduct"."""
    between = shown.old[first.old.end : last.old.start]
    return len(between) <= 1 and not count_content(between)
