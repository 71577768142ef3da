"""Keep a coordinated list of qualifiers whole when it loses or gains a member.

The ugly case: "complete, verifiable and irreversible denuclearisation" against "complete
denuclearisation" is not the loss of ", verifiable and irreversible", it is one formula that became
another, and a reader must see both formulas.
"""

from collections.abc import Sequence

from stmtdiff.edits.atom import Atom
from stmtdiff.edits.edit import Edit, merge
from stmtdiff.languages.english import LISTING, NOUN_ENDINGS, PLAIN_QUALIFIERS, QUALIFIER_ENDINGS


def is_qualifier(norm: str) -> bool:
    """Say whether a word looks like an adjective or adverb: a closed list and suffixes, no tagger."""
    if norm in PLAIN_QUALIFIERS:
        return True
    last = norm.rsplit("-", 1)[-1] if "-" in norm else norm
    return len(norm) > 4 and last.endswith(QUALIFIER_ENDINGS) and not last.endswith(NOUN_ENDINGS)


def _is_member(atom: Atom) -> bool:
    return atom.kind == "word" and is_qualifier(atom.key)


def _list_around(atoms: Sequence[Atom], first: int, last: int) -> tuple[int, int]:
    """Return the coordination of single words that holds the range, or the range itself.

    From the range on, each further member is reached over a comma, an "and" or an "or".
    """
    low, high = first, last
    if low and low < high and atoms[low].key in LISTING:
        low -= _is_single(atoms[low - 1])
    if high < len(atoms) and low < high and atoms[high - 1].key in LISTING:
        high += _is_single(atoms[high])
    while (at := _over(atoms, low - 1, -1)) is not None:
        low = at
    while (at := _over(atoms, high, 1)) is not None:
        high = at + 1
    return low, high


def _over(atoms: Sequence[Atom], at: int, step: int) -> int | None:
    """Return the place of the next member from `at` over coordinators, None where there is none."""
    passed = 0
    while 0 <= at < len(atoms) and atoms[at].key in LISTING:
        at += step
        passed += 1
    return at if passed and 0 <= at < len(atoms) and _is_single(atoms[at]) else None


def _is_single(atom: Atom) -> bool:
    """Say whether an atom can be a member of a list of qualifiers: a plain word, known to be one or not."""
    return atom.kind == "word" and not atom.named


def _members(atoms: Sequence[Atom], low: int, high: int) -> int | None:
    """Return how many words are coordinated in the range, None where they are no list of qualifiers.

    One of them must be known for a qualifier: it vouches for the others.
    """
    count, expects, known = 0, True, False
    for atom in atoms[low:high]:
        if _is_single(atom) and expects:
            count += 1
            known = known or _is_member(atom)
            expects = False
        elif atom.key in LISTING:
            expects = True
        elif not _is_member(atom):
            return None
    return count if known and not expects else None


def widen(change: Edit, old: list[Atom], new: list[Atom], *, before: int, after: int) -> Edit:
    """Return `change` grown to the whole qualifier list, where it takes a member from one or adds one.

    `before` and `after` are the equal atoms on either side of it, which bound its growth.
    """
    old_low, old_high = _list_around(old, change.old.start, change.old.end)
    new_low, new_high = _list_around(new, change.new.start, change.new.end)
    left = min(max(change.old.start - old_low, change.new.start - new_low), before)
    right = min(max(old_high - change.old.end, new_high - change.new.end), after)
    if not left and not right:
        return change
    grown = change.grown(left, right, "qualifiers")
    counts = _members(old, grown.old.start, grown.old.end), _members(new, grown.new.start, grown.new.end)
    if None in counts or counts[0] == counts[1]:
        return change
    return grown._replace(listed=True)


def keep_lists_whole(changes: list[Edit], old: list[Atom], new: list[Atom]) -> list[Edit]:
    """Return `changes` with those grown that take a member from a list of qualifiers or add one."""
    grown: list[Edit] = []
    index = 0
    while index < len(changes):
        last = _last_in_list(changes, index, old, new)
        before = changes[index].old.start - (grown[-1].old.end if grown else 0)
        ceiling = changes[last + 1].old.start if last + 1 < len(changes) else len(old)
        group = changes[index] if last == index else merge(changes[index], changes[last], "qualifiers")
        widened = widen(group, old, new, before=before, after=ceiling - group.old.end)
        if changes[index].whole or widened is group:
            grown += changes[index : last + 1]
        else:
            grown.append(widened)
        index = last + 1
    return grown


def _last_in_list(changes: list[Edit], index: int, old: list[Atom], new: list[Atom]) -> int:
    """Return the last of the changes from `index` on that lie in one coordination of qualifiers."""

    def is_listed(atoms: Sequence[Atom]) -> bool:
        return all(_is_single(atom) or atom.key in LISTING for atom in atoms)

    def is_inside(change: Edit) -> bool:
        own = [*old[change.old.start : change.old.end], *new[change.new.start : change.new.end]]
        return not change.whole and is_listed(own)

    last = index
    while (
        last + 1 < len(changes)
        and is_inside(changes[last])
        and is_inside(changes[last + 1])
        and is_listed(old[changes[last].old.end : changes[last + 1].old.start])
    ):
        last += 1
    return last
