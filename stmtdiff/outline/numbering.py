"""Decide which labels are believed, and give each its value: "12", "12.a", "12.a.iv", "-"."""

from collections.abc import Sequence

from stmtdiff.outline.labels import Candidate, Printed, place, roman
from stmtdiff.records import dataclass

_CLEAR = frozenset({"point", "bracket", "brackets"})
_NAMED = frozenset({"article", "ordinal", "sign", "inner sign"})
_ROWS = 3  # numbered rows of tables in a text, from which their numbers are believed
_NUMBERS = frozenset({"point", "bracket", "brackets", "comma", "bare", "tight"})


@dataclass(slots=True)
class _Step:
    """One depth of a nested list: what its marks are, and how far it has counted."""

    kind: str
    mark: str
    count: int  # 0 for a bullet
    indent: int = 0


class Numbering:
    """The count of one text's numbered paragraphs, read from top to bottom."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        """Begin a count; `candidates` are all of the text's, because a doubtful "1" needs a "2"."""
        self._seen = {(found.style, found.number) for found in candidates if found.number}
        self._number: int | None = None
        self._style = ""
        self._decimal: tuple[int, ...] = ()
        self._capitals = {"roman": 0, "letter": 0}
        self._steps: list[_Step] = []
        self._cell = 0
        self._ordinal = 0
        self._ordinals = {found.place for found in candidates if found.style == "ordinal"}

    def restart(self) -> None:
        """Forget the count: an annex begins."""
        self._number, self._style, self._decimal, self._ordinal = None, "", (), 0
        self._steps.clear()

    def read(
        self,
        found: Candidate,
        *,
        is_start: bool,
        is_after_stop: bool,
        indent: int,
        is_short: bool,
        is_behind_gap: bool = False,
    ) -> Printed | None:
        """Return the label that `found` is, or None when it is only how a line happens to begin.

        Args:
            found: what the line begins with.
            is_start: a paragraph begins here whether this is a label or not.
            is_after_stop: the line before ends a clause.
            indent: columns before the line.
            is_short: the line could be a heading.
            is_behind_gap: between the line before and this one stands what is no text, as a row of dashes.
        """
        if not (is_start or is_after_stop):
            return None
        if found.style == "bullet":
            return self._read_bullet(found, indent)
        if found.style == "decimal":
            return self._read_decimal(found) if is_start else None
        if found.style == "capital":
            return self._read_capital(found, is_short) if is_start else None
        if found.style in _NAMED:
            return self._read_named(found) if is_start else None
        if found.style == "cell":
            return self._read_cell(found, is_behind_gap=is_behind_gap) if is_start else None
        if found.number and found.style in _NUMBERS:
            return self._read_number(found, is_start)
        if found.mark.isalpha():
            return self._read_letter(found, is_start)
        return None

    def _read_bullet(self, found: Candidate, indent: int) -> Printed:
        while self._steps and not self._steps[-1].count and self._steps[-1].indent >= indent:
            self._steps.pop()
        self._steps.append(_Step("bullet", "-", 0, indent))
        return Printed(found.end, found.body, "-", len(self._steps), found.style)

    def _read_named(self, found: Candidate) -> Printed | None:
        """Read a label in words or in the signs of one language; lists begin anew below an article."""
        if found.style == "ordinal":
            is_first = found.place == 1 and 2 in self._ordinals
            if not is_first and found.place != self._ordinal + 1:
                return None
            self._ordinal = found.place
        elif found.style == "article":
            self._number, self._style, self._decimal, self._ordinal = None, "", (), 0
        elif found.number:
            if found.number not in {1, (self._number or 0) + 1}:
                return None
            self._number = found.number
        self._steps.clear()
        return Printed(found.end, found.body, found.mark, int(found.style == "inner sign"), found.style)

    def _read_cell(self, found: Candidate, *, is_behind_gap: bool) -> Printed | None:
        """Read the number of a table's row, which counts from 1 on; any other may be what the row says.

        Behind a row of dashes, which stands for rows that were deleted, the count goes on with a higher number.
        """
        is_first = found.number == 1 and sum(style == "cell" for style, _ in self._seen) >= _ROWS
        is_next = bool(self._cell) and (found.number == self._cell + 1 or (is_behind_gap and found.number > self._cell))
        if not (is_first or is_next):
            return None
        self._cell = found.number
        return Printed(found.end, found.body, found.mark, 0, found.style)

    def _read_number(self, found: Candidate, is_start: bool) -> Printed | None:
        number = found.number
        is_other_style = found.style in {"bracket", "brackets"} and self._style not in {"", found.style}
        if is_other_style and number != (self._number or 0) + 1:
            return self._nest(found, "digit", number) if is_start or self._is_next("digit", number) else None
        if not self._is_believable(found, is_start):
            return None
        self._number, self._style = number, self._style or found.style
        self._steps.clear()
        return Printed(found.end, found.body, found.mark, 0, found.style)

    def _is_believable(self, found: Candidate, is_start: bool) -> bool:
        if is_start and found.style in _CLEAR:
            return True
        if self._number is None and (is_start or found.number == 1):
            return (found.style, found.number + 1) in self._seen
        return found.number == (self._number or 0) + 1

    def _read_decimal(self, found: Candidate) -> Printed | None:
        parts = tuple(int(part) for part in found.mark.split("."))
        is_next = parts[:-1] == self._decimal[:-1] and parts[-1] == self._decimal[-1] + 1 if self._decimal else False
        if not is_next and parts[-1] != 1:
            return None
        self._decimal = parts
        self._steps.clear()
        return Printed(found.end, found.body, found.mark, len(parts) - 1, found.style)

    def _read_capital(self, found: Candidate, is_short: bool) -> Printed | None:
        kind = "roman" if roman(found.mark) == self._capitals["roman"] + 1 else "letter"
        count = roman(found.mark) if kind == "roman" else ord(found.mark[0]) - 64
        is_first = count == 1 and is_short
        if not is_first and (count != self._capitals[kind] + 1 or (kind == "letter" and not is_short)):
            return None
        if kind == "roman":
            self._capitals["letter"] = 0
        self._capitals[kind] = count
        self._steps.clear()
        return Printed(found.end, found.body, found.mark, 0, f"capital {kind}")

    def _read_letter(self, found: Candidate, is_start: bool) -> Printed | None:
        letters = found.mark
        is_letter = bool(found.place) or (len(letters) == 1 and self._is_next("letter", place(letters)))
        kind = "roman" if roman(letters) and not is_letter else "letter"
        count = roman(letters) if kind == "roman" else found.place or place(letters)
        if count != 1 and not self._is_next(kind, count) and not (is_start and found.style == "brackets"):
            return None
        return self._nest(found, kind, count)

    def _is_next(self, kind: str, count: int) -> bool:
        return any(step.kind == kind and step.count == count - 1 for step in self._steps)

    def _nest(self, found: Candidate, kind: str, count: int) -> Printed:
        """Place an item in the list that it continues, or open a list below the last item."""
        if any(step.kind == kind for step in self._steps):
            while self._steps[-1].kind != kind:
                self._steps.pop()
            self._steps.pop()
        self._steps.append(_Step(kind, found.mark, count))
        marks = [step.mark for step in self._steps if step.count]
        value = ".".join([str(self._number), *marks] if self._number else marks)
        return Printed(found.end, found.body, value, len(self._steps), found.style)
