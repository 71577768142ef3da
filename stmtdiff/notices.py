"""Say what is odd about a pair of statements before anybody reads its diff.

The ugly case: at two minutes past release somebody compares the wrong way round, the same file
twice, last year's cover page, or two different series, and believes the result.
"""

from stmtdiff.align.link import Alignment
from stmtdiff.model import Statement

_STRANGERS = 100  # thousandths of the wording with a counterpart, under which two texts are strangers
_NO_WORDING = frozenset({"title", "dateline", "subject"})  # methods that link paragraphs whatever their words
_ENOUGH = 5  # paragraphs on each side, from which that share means anything
_COVER = 8  # times as many words on one side make the other look like a cover page


def notices(old: Statement, new: Statement, alignment: Alignment) -> tuple[str, ...]:
    """Return sentences on the pair itself, strongest first; none for an ordinary pair."""
    share = shared(old, new, alignment)
    strangers = (
        ""
        if share is None
        else (
            f"Only {share} % of paragraphs have a counterpart: two different series, or a statement written anew?"
            " No direction is given."
        )
    )
    found = (_empty(old, new) or _same(old, new), _swapped(old, new), _cover(old, new), strangers)
    return tuple(notice for notice in found if notice)


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


def _cover(old: Statement, new: Statement) -> str:
    counts = len(old.tokens), len(new.tokens)
    if 0 < min(counts) * _COVER < max(counts):
        side = "old" if counts[0] < counts[1] else "new"
        return f"The {side} side is much the shorter ({min(counts)} words beside {max(counts)}): is it a cover page?"
    return ""


def shared(old: Statement, new: Statement, alignment: Alignment) -> int | None:
    """Return how many paragraphs in a hundred have a counterpart where hardly any of the wording has one, else None.

    Resolutions of different series share their formal frame, so it is not paragraphs that decide but
    words, each counted by how alike its paragraph and its counterpart are.
    """
    bodies = [{p.index for p in side.paragraphs if p.role in {"body", "item"}} for side in (old, new)]
    if min(map(len, bodies)) < _ENOUGH:
        return None
    paired = [link for link in alignment.links if link.old and link.new and link.method not in _NO_WORDING]
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
