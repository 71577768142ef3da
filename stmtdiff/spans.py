"""Half-open ranges of code points: the one way that stmtdiff says where something is."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter
from typing import Generic, TypeVar

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open range of code points, ``0 <= start <= end``.

    Raises:
        ValueError: when the two ends are not in that order.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"a span needs 0 <= start <= end, got {start} and {end}")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """Say yes even to an empty span: only None means that there is nothing."""
        return True

    def of(self, text: str) -> str:
        """Return the slice of `text` that the span covers.

        >>> Span(4, 9).of("The Panel met.")
        'Panel'
        """
        return text[self.start : self.end]

    def shifted(self, by: int) -> "Span":
        """Return the span moved by `by` code points to the right."""
        return Span(self.start + by, self.end + by)

    def is_inside(self, other: "Span") -> bool:
        """Say whether every code point of this span is in `other`."""
        return other.start <= self.start and self.end <= other.end

    def is_touching(self, other: "Span") -> bool:
        """Say whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


# A comparison makes tens of thousands of spans; set in this way, one takes half the time of a frozen class's own.
_set_start, _set_end = (Span.__dict__[name].__set__ for name in ("start", "end"))


class Places(Generic[_Item]):
    """What stands where in a text, to be asked for by place without a look at all of it."""

    def __init__(self, items: Iterable[tuple[Span, _Item]]) -> None:
        """Take items with their spans, in any order; spans may overlap."""
        self._items = sorted(items, key=itemgetter(0))
        self._starts = [span.start for span, _ in self._items]
        self._reached = list(accumulate((span.end for span, _ in self._items), max))

    def at(self, span: Span) -> list[_Item]:
        """Return what shares a code point with `span`, in the order of the text.

        >>> Places([(Span(5, 9), "tide"), (Span(0, 4), "ebb"), (Span(9, 12), "sea")]).at(Span(3, 6))
        ['ebb', 'tide']
        """
        first, last = bisect_right(self._reached, span.start), bisect_left(self._starts, span.end)
        return [item for own, item in self._items[first:last] if own.is_touching(span)]
