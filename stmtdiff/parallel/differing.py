"""Tell what differs in paragraphs that belong together: values, numbers in words, lists, names."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import zip_longest

from stmtdiff.languages import Language
from stmtdiff.model import Statement
from stmtdiff.parallel.lists import Listed, counts, lists, pair_of
from stmtdiff.parallel.marks import Marks, label_of, roots_of, worth_of
from stmtdiff.parallel.names import names_in, names_of, unanswered
from stmtdiff.parallel.result import Difference, DifferenceKind, Row
from stmtdiff.spans import Span
from stmtdiff.values import Value, worded_values

_KINDS: dict[str, DifferenceKind] = {
    "number": "number",
    "ordinal": "number",
    "date": "date",
    "month": "date",
    "symbol": "document",
}
_SURE_WORDS = 3  # the least number in words that is compared with one in words: two may be "both"
_IN_WORDS = 100  # below it a number may stand in words


@dataclass
class Side:
    """One language while differences are looked for: what is left of each row's values, and its numbers in words."""

    statement: Statement
    language: Language
    left: list[list[Value]] = field(default_factory=list)
    worded: list[list[Value]] = field(default_factory=list)
    unread: int = 0  # figures that may stand in words that are not read

    def read(self, rows: Sequence[tuple[int, ...]], marks: Sequence[Marks]) -> None:
        """Take the values of all rows."""
        for indexes in rows:
            self.left.append([value for index in indexes for value in marks[index].values])
            self.worded.append([value for index in indexes for value in _placed(self, index)])


def _placed(side: Side, index: int) -> Iterator[Value]:
    body = side.statement.paragraphs[index].body
    for value in worded_values(body.of(side.statement.text), side.language):
        yield value.shifted(body.start)


def differences(rows: Sequence[Row], one: Side, other: Side) -> Iterator[Difference]:
    """Yield what differs, row by row; both sides have been read."""
    _cancel(one, other)
    known = names_in(one.statement) & names_in(other.statement)
    for number, row in enumerate(rows):
        if not (row.one and row.other):
            yield _alone(number, row, one, other)
            continue
        yield from _labels(number, row, one, other)
        yield from _values(number, one, other)
        yield from _lists(number, row, one, other)
        yield from _names(number, row, (one, other), known)


def _cancel(one: Side, other: Side) -> None:
    """Take off what both sides have: in a row, then in words, then in neighbouring rows, where a sentence wandered."""
    for own, theirs in zip(one.left, other.left, strict=True):
        _take_equal(own, theirs)
    for sides in ((one, other), (other, one)):
        for own, theirs in zip(sides[0].left, sides[1].worded, strict=True):
            _take_in_words(own, theirs)
    for at in range(len(one.left) - 1):
        _take_equal(one.left[at], other.left[at + 1])
        _take_equal(one.left[at + 1], other.left[at])
    for side, read in ((one, other), (other, one)):
        if not read.language.numbers:
            for own in side.left:
                kept = [value for value in own if not _may_be_worded(value)]
                side.unread += len(own) - len(kept)
                own[:] = kept


def _take_equal(own: list[Value], theirs: list[Value]) -> None:
    both = Counter(map(worth_of, own)) & Counter(map(worth_of, theirs))
    for values in (own, theirs):
        left = both.copy()
        kept = []
        for value in values:
            left[worth_of(value)] -= 1
            if left[worth_of(value)] < 0:
                kept.append(value)
        values[:] = kept


def _take_in_words(own: list[Value], theirs: list[Value]) -> None:
    """Take off the figures that the other side has in words, and these words."""
    for value in list(own):
        match = next((word for word in theirs if value.kind == "number" and word.high == value.high), None)
        if match is not None:
            own.remove(value)
            theirs.remove(match)


def _may_be_worded(value: Value) -> bool:
    high = value.high
    return value.kind == "number" and isinstance(high, Fraction) and high.denominator == 1 and high < _IN_WORDS


def _alone(number: int, row: Row, one: Side, other: Side) -> Difference:
    side, indexes = (one, row.one) if row.one else (other, row.other)
    paragraphs = side.statement.paragraphs
    span = Span(paragraphs[indexes[0]].span.start, paragraphs[indexes[-1]].span.end)
    said = f"only in {side.language.name}: it has no counterpart"
    return Difference("paragraph", number, span if row.one else None, None if row.one else span, said)


def _labels(number: int, row: Row, one: Side, other: Side) -> Iterator[Difference]:
    first, second = one.statement.paragraphs[row.one[0]], other.statement.paragraphs[row.other[0]]
    labels = label_of(first, one.language), label_of(second, other.language)
    if all(labels) and labels[0] != labels[1] and len(row.one) == len(row.other):
        one_span, other_span = (paragraph.label.span if paragraph.label else None for paragraph in (first, second))
        yield Difference("label", number, one_span, other_span, f"numbered {labels[0]} and {labels[1]}")


def _values(number: int, one: Side, other: Side) -> Iterator[Difference]:
    """Yield the values that one side alone has; those of one kind answer each other in their order."""
    own, theirs = one.left[number], other.left[number]
    for kind in dict.fromkeys(_KINDS[value.kind] for value in (*own, *theirs)):
        sides = [[value for value in values if _KINDS[value.kind] == kind] for values in (own, theirs)]
        for left, right in zip_longest(*sides):
            yield _valued(kind, number, (one, left), (other, right))
    for sort in ("number", "ordinal"):
        words = [
            [v for v in side.worded[number] if v.kind == sort and int(str(v.high)) >= _SURE_WORDS]
            for side in (one, other)
        ]
        _take_equal(*words)
        if len(words[0]) == len(words[1]):  # "both" for "two" has no answer
            for left, right in zip(*words, strict=True):
                yield _valued("number", number, (one, left), (other, right))


def _valued(kind: DifferenceKind, number: int, *sides: tuple[Side, Value | None]) -> Difference:
    spans = [value.span if value else None for _, value in sides]
    named = [
        f'"{value.span.of(side.statement.text)}" in {side.language.name}' if value else f"none in {side.language.name}"
        for side, value in sides
    ]
    return Difference(kind, number, spans[0], spans[1], ", ".join(named))


def _lists(number: int, row: Row, one: Side, other: Side) -> Iterator[Difference]:
    """Yield the lists that have more members on one side.

    They answer each other in their order where both sides have as many. A list against none is told where two words
    like its own are joined on the other side. Other counts tell nothing: languages join clauses in ways of their own.
    """
    if not (counts(one.language) and counts(other.language)):
        return
    mine, theirs = (list(_listed(side, indexes)) for side, indexes in ((one, row.one), (other, row.other)))
    pairs: list[tuple[Listed | None, Listed | None]] = []
    if len(mine) == len(theirs):
        pairs = list(zip(mine, theirs, strict=True))
    elif not theirs:
        pairs = [(left, _shortened(left, one, other, row.other)) for left in mine]
    elif not mine:
        pairs = [(_shortened(right, other, one, row.one), right) for right in theirs]
    for left, right in pairs:
        if left and right and left.members != right.members:
            said = f"{left.members} members in {one.language.name}, {right.members} in {other.language.name}"
            yield Difference("list", number, left.span, right.span, said)


def _shortened(listed: Listed, side: Side, other: Side, indexes: tuple[int, ...]) -> Listed | None:
    """Return the two words of the other side that are what is left of a list, if there are any."""
    roots = roots_of(listed.span.of(side.statement.text))
    for index in indexes:
        body = other.statement.paragraphs[index].body
        if found := pair_of(body.of(other.statement.text), roots, other.language):
            return Listed(found.span.shifted(body.start), 2)
    return None


def _listed(side: Side, indexes: tuple[int, ...]) -> Iterator[Listed]:
    for index in indexes:
        body = side.statement.paragraphs[index].body
        for found in lists(body.of(side.statement.text), side.language):
            yield Listed(found.span.shifted(body.start), found.members)


def _names(number: int, row: Row, sides: tuple[Side, Side], known: frozenset[str]) -> Iterator[Difference]:
    """Yield the names that both texts know and that answer each other here, though they are not the same."""
    one, other = (
        [name for index in indexes for name in names_of(side.statement, side.statement.paragraphs[index])]
        for side, indexes in zip(sides, (row.one, row.other), strict=True)
    )
    for (_, left), (_, right) in zip(unanswered(one, other, known), unanswered(other, one, known), strict=False):
        spans = zip(sides, (left, right), strict=True)
        said = ", ".join(f'"{span.of(side.statement.text)}" in {side.language.name}' for side, span in spans)
        yield Difference("name", number, left, right, said)
