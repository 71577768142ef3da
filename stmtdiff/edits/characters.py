"""Keep words and lists whole in a script that sets no space between words.

The ugly case: each character is a token, so "求めた" for "要求した" comes out as "要" dropped before "求" and "し"
changed behind it, and of "完全、可核查和不可逆的" that became "完全的" only "、可核查和不可逆" is marked.
"""

import re
from collections.abc import Sequence
from functools import cache

from stmtdiff.edits.atom import Atom
from stmtdiff.edits.edit import Edit, merge
from stmtdiff.languages import Language
from stmtdiff.patterns import later

_KANA = later("[\u3041-\u3096]")
_MEMBER = 6  # characters of a member of a list


@cache
def _ideograph() -> re.Pattern[str]:
    """Return the pattern of one Han character; a class of so many takes long to compile, and most texts have none."""
    return re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


def join_characters(changes: list[Edit], old: Sequence[Atom], new: Sequence[Atom], language: Language) -> list[Edit]:
    """Return `changes` with those joined that only a part of one word or of one list parts, and grown over the rest.

    What is a word by itself (`language.particles`) parts them all the same. A list that lost its first and its last
    member, "全面、" and "和持久", lost both at once; before "的" it is one of qualifiers.
    """
    if not language.particles:
        return changes
    joined: list[Edit] = []
    for change in changes:
        before = joined[-1] if joined else None
        if before and not (before.whole or change.whole) and _are_one(before, change, old, new, language):
            joined[-1] = merge(before, change, "join")
        else:
            joined.append(change)
    grown: list[Edit] = []
    for index, change in enumerate(joined):
        floor = grown[-1].old.end if grown else 0
        ceiling = joined[index + 1].old.start if index + 1 < len(joined) else len(old)
        room = change.old.start - floor, ceiling - change.old.end
        grown.append(change if change.whole else _grown(change, old, new, language, room))
    return grown


def _are_one(first: Edit, last: Edit, old: Sequence[Atom], new: Sequence[Atom], language: Language) -> bool:
    """Say whether what stays between two changes is one character of a word, or what is left of a list."""
    between = [atom.key for atom in old[first.old.end : last.old.start]]
    if not all(_ideograph().fullmatch(key) and key not in language.particles for key in between):
        return False
    if len(between) == 1:
        return True
    return len(between) <= _MEMBER and any(
        len(own) and len(behind) and atoms[own.end - 1].key == "、" and atoms[behind.start].key in language.coordinators
        for own, behind, atoms in ((first.old, last.old, old), (first.new, last.new, new))
    )


def _grown(change: Edit, old: Sequence[Atom], new: Sequence[Atom], language: Language, room: tuple[int, int]) -> Edit:
    """Return a change grown to a whole list or verb; `room` are the equal atoms on either side of it."""
    span, atoms = (change.old, old) if len(change.old) > len(change.new) else (change.new, new)
    if not language.coordinators.isdisjoint(atom.key for atom in atoms[span.start : span.end]):
        before = _text(atoms[max(0, span.start - room[0]) : span.start])
        opens = atoms[span.start].key in language.coordinators
        left = max((len(word) for word in language.qualifiers if opens and before.endswith(word)), default=0)
        within = before[len(before) - left :] + _text(atoms[span.start : span.end])
        behind = _text(atoms[span.end : span.end + min(room[1], 1)])
        links = behind in language.noun_links and any(word in within for word in language.qualifiers)
        if behind in language.qualifier_endings or links:
            return change.grown(left, 1, "qualifiers")._replace(listed=True)
    if _is_verb_cut(change, old, new, language):
        behind = _text(old[change.old.end : change.old.end + room[1]])
        rest = max((len(word) for word in language.verb_endings if behind.startswith(word)), default=0)
        return change.grown(0, rest, "word") if rest else change
    return change


def _is_verb_cut(change: Edit, old: Sequence[Atom], new: Sequence[Atom], language: Language) -> bool:
    """Say whether the change ends, on each side that has any of it, in a kana, as a verb does before its ending."""
    ends = [atoms[span.end - 1].key for atoms, span in ((old, change.old), (new, change.new)) if len(span)]
    return all(_KANA.fullmatch(key) and key not in language.after_nouns for key in ends)


def _text(atoms: Sequence[Atom]) -> str:
    """Return atoms as one text; only single characters count for one place each."""
    return "".join(atom.key if len(atom.key) == 1 else "\0" for atom in atoms)
