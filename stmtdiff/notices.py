"""Say what is odd about a pair of statements before anybody reads its diff, and how many notes it has.

The ugly case: at two minutes past release somebody compares the wrong way round, the same file
twice, last year's cover page, or two different series, and believes the result.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import zip_longest

from stmtdiff.align.link import RELATED, Alignment
from stmtdiff.align.pointing import Stale
from stmtdiff.edits.diff import diff, is_too_long
from stmtdiff.languages import is_foreign, load
from stmtdiff.model import Statement
from stmtdiff.spans import Span

_STRANGERS = 100  # thousandths of the wording with a counterpart, under which two texts are strangers
_NO_WORDING = frozenset({"title", "dateline"})  # methods that link paragraphs whatever their words
_ENOUGH = 5  # paragraphs on each side, from which that share means anything
_ANEW = (
    "of paragraphs have a counterpart: these are two different series, or the statement was written anew."
    " No direction is given."
)
_TOLD = 3  # references that are named one by one
_ENGLISH_ALONE: Mapping[str, bool] = {"en": True}
_COVER = 8  # times as many words on one side make the other look like a cover page


@dataclass(frozen=True, slots=True)
class Notes:
    """How many notes (footnotes, endnotes) two statements have, and whether they differ.

    `old` and `new` are how many each side has, `count` how many they are together, one that both
    have counted once. `differing` are those of them that have other words, stand on one side only, or
    stand in another order: under a number that meant something else.
    """

    old: int
    new: int
    count: int
    differing: int

    @property
    def told(self) -> str:
        """Return it in words: "3 notes, 1 differs"; empty where there is no note."""
        if self.count < 2:
            return f"1 note, it {'differs' if self.differing else 'does not differ'}" if self.count else ""
        return f"{self.count} notes, {self.differing or 'none'} {'differ' if self.differing > 1 else 'differs'}"

    def to_dict(self) -> dict[str, int | str]:
        """Return it as every JSON of the project shows it."""
        return asdict(self) | {"told": self.told}


def notices(
    old: Statement,
    new: Statement,
    share: int | None,
    relatedness: int | None,
    spoken: Mapping[str, bool] = _ENGLISH_ALONE,
) -> tuple[str, ...]:
    """Return sentences on the pair itself, strongest first; none for an ordinary pair.

    `share` is from `shared`, `relatedness` from the alignment. `spoken` are the tags of the languages that the
    rule packs in use speak, each with whether they give directions in it.
    """
    strangers = "" if share is None else f"Only {share} % {_ANEW}"
    strangers = strangers or _unrelated(old, new, relatedness)
    unspoken = _unspoken(old, new, spoken)
    found = (_empty(old, new) or _same(old, new), _swapped(old, new), _cover(old, new), strangers, unspoken)
    return tuple(notice for notice in found if notice)


def is_anew(told: Iterable[str]) -> bool:
    """Say whether the notices on a pair say that hardly any of its wording has a counterpart."""
    return any(notice.endswith(_ANEW) for notice in told)


def _unspoken(old: Statement, new: Statement, spoken: Mapping[str, bool]) -> str:
    """Say that no rule gives a direction in the language of a side: silence is no sign that nothing became softer."""
    if foreign := [name for name, side in (("old", old), ("new", new)) if is_foreign(side.text)]:
        whose = "of both texts" if len(foreign) > 1 else f"of the {foreign[0]} text"
        return f"The language {whose} is not known, or not clear from so few words: it is read as English."
    unread = dict.fromkeys(side.language for side in (old, new) if not spoken.get(side.language))
    if not unread or not (old.paragraphs and new.paragraphs):
        return ""
    names = " or ".join(load(code).name for code in unread)
    if all(code in spoken for code in unread):
        return f"Of {names} the rules know negation alone: no direction is given."
    return f"No rule pack reads {names}: no direction is given."


def _empty(old: Statement, new: Statement) -> str:
    if not old.paragraphs or not new.paragraphs:
        side, effect = ("new", "removed") if old.paragraphs else ("old", "added")
        return f"The {side} side is empty: everything counts as {effect}."
    return ""


def _same(old: Statement, new: Statement) -> str:
    if old.text != new.text:  # a Word document before and after its tracked changes is one file
        return ""
    is_same_file = old.source.sha256 == new.source.sha256
    return "Both sides are the same file." if is_same_file else "Both sides have the same text."


def _swapped(old: Statement, new: Statement) -> str:
    first, last = old.dateline.date, new.dateline.date
    if first and last and first > last:
        return f"The sides look swapped: the old one is dated {first.isoformat()}, the new one {last.isoformat()}."
    return ""


def _unrelated(old: Statement, new: Statement, relatedness: int | None) -> str:
    if relatedness is None or relatedness > 0 or min(map(len, _bodies(old, new))) < _ENOUGH:
        return ""
    return (
        "The paragraphs of the two sides are no more alike than those of one side: these are two different series, or"
        " the statement was written anew. Only equal paragraphs are marked as moved."
    )


def _bodies(old: Statement, new: Statement) -> list[set[int]]:
    return [{p.index for p in side.paragraphs if p.role in {"body", "item"}} for side in (old, new)]


def _cover(old: Statement, new: Statement) -> str:
    counts = len(old.tokens), len(new.tokens)
    if 0 < min(counts) * _COVER < max(counts):
        side = "old" if counts[0] < counts[1] else "new"
        return (
            f"The {side} side is much shorter ({min(counts)} words beside {max(counts)}): it may be only a cover page."
        )
    return ""


def unfollowed(found: Sequence[Stale]) -> tuple[str, ...]:
    """Return sentences on references that stayed as they were when the paragraph they point at got another number."""
    told = [
        f"{f'Paragraph {each.place}' if each.place else 'A paragraph'} still says '{each.words}', {_moved_to(each)}."
        for each in found[:_TOLD]
    ]
    left = len(found) - _TOLD
    if left > 0:
        told.append(f"{left} more {'reference' if left == 1 else 'references'} did not change with the new numbers.")
    return tuple(told)


def uncompared(old: Statement, new: Statement, changes: Iterable[tuple[Span | None, Span | None]]) -> tuple[str, ...]:
    """Return sentences on passages too long to be compared word by word: what they share may be among the change.

    `changes` are where each change stands on both sides.
    """
    told = []
    for first, last in changes:
        if first is None or last is None or not is_too_long(len(first), len(last)):
            continue  # no word is shorter than a code point
        sizes = _words_in(old, first), _words_in(new, last)
        if is_too_long(*sizes):
            told.append(
                f"A passage of {sizes[0]} words that became {sizes[1]} is shown as one change: it is too long to be"
                " compared word by word, and parts of it may be unchanged."
            )
    return tuple(told)


def _words_in(statement: Statement, span: Span) -> int:
    paragraph = statement.paragraph_at(span.start)
    if paragraph is None:
        return 0
    first, last = paragraph.tokens_at(span)
    return last - first


def _moved_to(stale: Stale) -> str:
    if stale.now is None:
        return "which no longer exists"
    return f"which {'is' if len(stale.now) == 1 else 'are'} now {' and '.join(stale.now)}"


def shared(old: Statement, new: Statement, alignment: Alignment) -> int | None:
    """Return how many paragraphs in a hundred have a counterpart where hardly any of the wording has one, else None.

    Resolutions of different series share their formal frame, so it is not paragraphs that decide but
    words, each counted by how alike its paragraph and its counterpart are. A statement whose paragraphs
    are nearer to those of the other than to each other was rewritten, and is no stranger.
    """
    bodies = _bodies(old, new)
    if min(map(len, bodies)) < _ENOUGH or (alignment.relatedness or 0) >= RELATED:
        return None
    linked_both = (link for link in alignment.links if link.old and link.new)
    paired = [link for link in linked_both if link.lead is None and link.method not in _NO_WORDING]
    kept = sum(
        link.score * len(statement.paragraphs[index].words)
        for link in paired
        for statement, indexes in ((old, link.old), (new, link.new))
        for index in indexes
    )
    if kept >= _STRANGERS * (len(old.tokens) + len(new.tokens)):
        return None
    linked = sum(index in bodies[0] for link in paired for index in link.old)
    linked += sum(index in bodies[1] for link in paired for index in link.new)
    return 100 * linked // (len(bodies[0]) + len(bodies[1]))


def notes_of(old: Statement, new: Statement) -> Notes:
    """Return how many notes two statements have, and how many of them differ by their words."""
    before, after = _wordings(old), _wordings(new)
    pairs = list(pair_notes(old, new))
    gone = Counter(before[one] for one, other in pairs if one is not None and other is None)
    come = Counter(after[other] for one, other in pairs if one is None and other is not None)
    moved = (gone & come).total()  # the same words in another place: one note, not one lost and one gained
    same = sum(one is not None and other is not None and before[one] == after[other] for one, other in pairs)
    return Notes(len(before), len(after), len(pairs) - moved, len(pairs) - same - moved)


def pair_notes(old: Statement, new: Statement) -> Iterator[tuple[int | None, int | None]]:
    """Yield which notes stand for one another, by their positions and in order; None where a side has none.

    Notes with the same words are a pair whatever their numbers; what lies between two such pairs is
    paired one by one.
    """
    before, after = _wordings(old), _wordings(new)
    o = n = 0
    for edit in diff(before, after):
        yield from zip(range(o, edit.old.start), range(n, edit.new.start), strict=True)
        yield from zip_longest(range(edit.old.start, edit.old.end), range(edit.new.start, edit.new.end))
        o, n = edit.old.end, edit.new.end
    yield from zip(range(o, len(before)), range(n, len(after)), strict=True)


def _wordings(statement: Statement) -> list[str]:
    return [" ".join(note.norms) for note in statement.footnotes]
