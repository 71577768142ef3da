"""Link the title to the title and the dateline to the dateline, whatever their words.

The ugly case: "Port Anselm, 4 May 2031" against "Lower Quill, 17 July 2032". No word is the same,
and yet each is where and when its own statement was made.
"""

from collections.abc import Iterable, Sequence

from stmtdiff.align.pairing import Group
from stmtdiff.align.similarity import Scale
from stmtdiff.align.units import Units
from stmtdiff.model import Statement
from stmtdiff.spans import Span


def by_what_they_are(
    statements: tuple[Statement, Statement], groups: Sequence[Group], units: Units, scale: Scale
) -> list[Group]:
    """Return a group for the two titles and one for the two datelines, where both found no partner among `groups`.

    The result has positions of paragraphs. It is empty where a statement has no title or dateline of its own.
    """
    taken = {at for group in groups for at in group.old}, {at for group in groups for at in group.new}
    found = []
    for method, places in (("title", _titles(statements)), ("dateline", _datelines(statements))):
        old, new = (_holder(statement, place) for statement, place in zip(statements, places, strict=True))
        if old is None or new is None or old in taken[0] or new in taken[1]:
            continue
        taken[0].add(old)
        taken[1].add(new)
        score = scale.similarity(units[0][old].code, units[1][new].code)
        found.append(Group((old,), (new,), score, method))
    return found


def _titles(statements: Iterable[Statement]) -> list[Span | None]:
    return [statement.title for statement in statements]


def _datelines(statements: Iterable[Statement]) -> list[Span | None]:
    return [statement.dateline.date_span or statement.dateline.place for statement in statements]


def _holder(statement: Statement, place: Span | None) -> int | None:
    """Return the paragraph in which `place` begins."""
    if place is None:
        return None
    holders = (p.index for p in statement.paragraphs if p.span.start <= place.start < p.span.end)
    return next(holders, None)
