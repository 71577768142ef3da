"""Cut off what only follows a new verb in its case.

The ugly case: "потребовали немедленного и безусловного освобождения" became "призвали к немедленному освобождению".
To a diff no word stayed; to a reader a verb was softened, "безусловного" was lost, and the release is still asked for.
"""

from collections.abc import Sequence

from stmtdiff.edits.atom import Atom
from stmtdiff.edits.edit import Edit
from stmtdiff.edits.qualifiers import is_listed, is_qualifier
from stmtdiff.languages import Language
from stmtdiff.spans import Span

_STEM = 4  # letters that two forms of a word share at least
_MOST = 40  # atoms of a side that are looked at: a verb with its object, no whole paragraph
_Pair = tuple[int, int]


def is_inflected(old: str, new: str, language: Language) -> bool:
    """Say whether two words are one in two cases of one number: "освобождения", "освобождению"."""
    shared = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), None)
    most = min(len(old), len(new)) if shared is None else shared
    return any(
        old[stem:] in endings and new[stem:] in endings
        for stem in range(_STEM, most + 1)
        for endings in language.case_endings
    )


def cut_cases(changes: Sequence[Edit], old: list[Atom], new: list[Atom], language: Language) -> list[Edit]:
    """Return `changes`, each replacement parted where the same words go on in another case behind other words.

    A list of qualifiers among them that gained or lost a member is a change of its own.
    """
    if not language.case_endings:
        return list(changes)
    cut: list[Edit] = []
    for change in changes:
        is_short = max(len(change.old), len(change.new)) <= _MOST
        parts = _parts(change, old, new, language) if is_short and not change.whole else None
        cut += parts or [change]
    return cut


def _pairs(change: Edit, old: Sequence[Atom], new: Sequence[Atom], language: Language) -> list[_Pair]:
    """Return the places of the words that are the same on both sides but for their case, in order."""
    pairs: list[_Pair] = []
    least = change.new.start
    for at in range(change.old.start, change.old.end):
        for other in range(least, change.new.end):
            atoms = old[at], new[other]
            is_word = all(atom.kind == "word" and not atom.named for atom in atoms)
            if is_word and is_inflected(atoms[0].key, atoms[1].key, language):
                pairs.append((at, other))
                least = other + 1
                break
    return pairs


def _parts(change: Edit, old: list[Atom], new: list[Atom], language: Language) -> list[Edit] | None:
    """Return a change cut before the words in another case, None where none follow other words to its end."""
    pairs = _pairs(change, old, new, language)
    if not pairs or pairs[0][0] == change.old.start or pairs[0][1] == change.new.start:
        return None
    parts = [change.cut(Span(change.old.start, pairs[0][0]), Span(change.new.start, pairs[0][1]), "inflected")]
    for pair, after in zip(pairs, [*pairs[1:], None], strict=True):
        ends = after or (change.old.end, change.new.end)
        spans = Span(pair[0], ends[0]), Span(pair[1], ends[1])
        gap = [*old[pair[0] + 1 : ends[0]], *new[pair[1] + 1 : ends[1]]]
        qualifies = is_qualifier(old[pair[0]].key, language)
        if gap and not (qualifies and all(is_listed(atom, language) for atom in gap)):
            return None
        part = change.cut(*spans, "inflected")._replace(apart=True, listed=bool(gap))
        before = parts[-1]
        if len(parts) > 1 and (before.listed == part.listed or (before.listed and qualifies)):
            merged = before._replace(old=Span(before.old.start, ends[0]), new=Span(before.new.start, ends[1]))
            parts[-1] = merged
        else:
            parts.append(part)
    return parts
