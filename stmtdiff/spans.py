"""Half-open ranges of code points: the one way that stmtdiff says where something is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, ``0 <= start <= end``.

    Raises:
        ValueError: when the two ends are not in that order.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, got {self.start} and {self.end}")

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
