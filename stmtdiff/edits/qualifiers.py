"""Keep a coordinated list of qualifiers whole when it loses or gains a member.

The ugly case: "complete, verifiable and irreversible denuclearisation" against "complete
denuclearisation" is not the loss of ", verifiable and irreversible", it is one formula that became
another, and a reader must see both formulas.
"""

from collections.abc import Sequence
from functools import cache

from stmtdiff.edits.atom import Atom
from stmtdiff.edits.edit import Edit, merge
from stmtdiff.languages import ENGLISH, Language
from stmtdiff.languages.english import LISTING, NOUN_ENDINGS, PLAIN_QUALIFIERS, QUALIFIER_ENDINGS

_HANGUL = "\uac00"  # from here on, a character is a syllable


def is_qualifier(norm: str, language: Language = ENGLISH) -> bool:
    """Say whether a word looks like an adjective or adverb: a closed list and suffixes, no tagger."""
    if language is not ENGLISH:
        is_long = len(norm) > 4 or (len(norm) > 2 and norm[0] >= _HANGUL)
        return norm in language.qualifiers or (is_long and norm.endswith(language.qualifier_endings))
    if norm in PLAIN_QUALIFIERS:
        return True
    last = norm.rsplit("-", 1)[-1] if "-" in norm else norm
    return len(norm) > 4 and last.endswith(QUALIFIER_ENDINGS) and not last.endswith(NOUN_ENDINGS)


@cache
def _listing(language: Language) -> frozenset[str]:
    """Return what stands between the members of a list."""
    return LISTING if language is ENGLISH else language.coordinators | {","}


@cache
def _inner(language: Language) -> frozenset[str]:
    """Return the little words of another language that are no member; those of English are no plain words at all."""
    return frozenset() if language is ENGLISH else language.articles | language.prepositions - language.privatives


def _is_member(atom: Atom, language: Language) -> bool:
    return atom.kind == "word" and (atom.key in language.privatives or is_qualifier(atom.key, language))


def is_listed(atom: Atom, language: Language) -> bool:
    """Say whether an atom can stand in a list of qualifiers behind its first: a qualifier, or what joins two."""
    return _is_member(atom, language) or atom.key in _listing(language)


def _list_around(atoms: Sequence[Atom], first: int, last: int, language: Language) -> tuple[int, int]:
    """Return the coordination of single words that holds the range, or the range itself.

    From the range on, each further member is reached over a comma, an "and" or an "or".
    """
    low, high, listing = first, last, _listing(language)
    if low and low < high and atoms[low].key in listing:
        low -= _is_single(atoms[low - 1], language)
    if high < len(atoms) and low < high and atoms[high - 1].key in listing:
        high += _is_single(atoms[high], language)
    while (at := _over(atoms, low - 1, -1, language)) is not None:
        low = at
    while (at := _over(atoms, high, 1, language)) is not None:
        high = at + 1
    return low, high


def _over(atoms: Sequence[Atom], at: int, step: int, language: Language) -> int | None:
    """Return the place of the next member from `at` over coordinators, None where there is none."""
    passed, listing = 0, _listing(language)
    while 0 <= at < len(atoms) and atoms[at].key in listing:
        at += step
        passed += 1
    if not passed or not 0 <= at < len(atoms) or not _is_single(atoms[at], language):
        return None
    first, other = (at, at + 1) if step > 0 else (at - 1, at - 1)
    is_pair = first >= 0 and other < len(atoms) and atoms[first].key in language.privatives  # "sans entrave"
    return other if is_pair else at


def _is_single(atom: Atom, language: Language) -> bool:
    """Say whether an atom can be a member of a list of qualifiers: a plain word, known to be one or not."""
    return atom.kind == "word" and not atom.named and atom.key not in _inner(language)


def _members(atoms: Sequence[Atom], low: int, high: int, language: Language) -> int | None:
    """Return how many words are coordinated in the range, None where they are no list of qualifiers.

    One of them must be known for a qualifier: it vouches for the others.
    """
    count, expects, known = 0, True, False
    for before, atom in zip([None, *atoms[low:high]], atoms[low:high], strict=False):
        if _is_single(atom, language) and expects:
            count += 1
            known = known or _is_member(atom, language)
            expects = False
        elif atom.key in _listing(language):
            expects = True
        elif not _is_member(atom, language) and not (before and before.key in language.privatives):
            return None
    return count if known and not expects else None


def widen(
    change: Edit, old: list[Atom], new: list[Atom], *, before: int, after: int, language: Language, is_joined: bool
) -> Edit:
    """Return `change` grown to the whole qualifier list, where it takes a member from one or adds one.

    `before` and `after` are the equal atoms on either side of it, which bound its growth. `is_joined`: it is made of
    several, as of a list that lost its first and its last member, and may be the whole list already.
    """
    old_low, old_high = _list_around(old, change.old.start, change.old.end, language)
    new_low, new_high = _list_around(new, change.new.start, change.new.end, language)
    left = min(max(change.old.start - old_low, change.new.start - new_low), before)
    right = min(max(old_high - change.old.end, new_high - change.new.end), after)
    if not left and not right and not is_joined:
        return change
    grown = change.grown(left, right, "qualifiers")
    counts = [_members(side, own.start, own.end, language) for side, own in ((old, grown.old), (new, grown.new))]
    if None in counts or counts[0] == counts[1]:
        return change
    return grown._replace(listed=True)


def keep_lists_whole(changes: list[Edit], old: list[Atom], new: list[Atom], language: Language = ENGLISH) -> list[Edit]:
    """Return `changes` with those grown that take a member from a list of qualifiers of a `language` or add one."""
    grown: list[Edit] = []
    index = 0
    while index < len(changes):
        last = _last_in_list(changes, index, old, new, language)
        before = changes[index].old.start - (grown[-1].old.end if grown else 0)
        ceiling = changes[last + 1].old.start if last + 1 < len(changes) else len(old)
        group = changes[index] if last == index else merge(changes[index], changes[last], "qualifiers")
        widened = widen(
            group, old, new, before=before, after=ceiling - group.old.end, language=language, is_joined=last > index
        )
        if changes[index].whole or widened is group:
            grown += [_opened(change, old, new, language) for change in changes[index : last + 1]]
        else:
            grown.append(widened)
        index = last + 1
    return grown


def _opened(change: Edit, old: list[Atom], new: list[Atom], language: Language) -> Edit:
    """Return a change as one of a list where all that came or went begins with an "and" that is part of its word."""
    if not language.list_openings or change.whole or (len(change.old) and len(change.new)):
        return change
    first = old[change.old.start] if len(change.old) else new[change.new.start]
    return change._replace(listed=True) if first.key.startswith(language.list_openings) else change


def _last_in_list(changes: list[Edit], index: int, old: list[Atom], new: list[Atom], language: Language) -> int:
    """Return the last of the changes from `index` on that lie in one coordination of qualifiers."""

    def is_listed(atoms: Sequence[Atom]) -> bool:
        return all(_is_single(atom, language) or atom.key in _listing(language) for atom in atoms)

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
