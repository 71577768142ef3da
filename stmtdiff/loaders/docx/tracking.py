"""Which side of its tracked changes a document is read from."""

from typing import Any

from stmtdiff.loaders.docx.names import child, kind

_INSERTED = frozenset({"w:ins", "w:moveTo"})
_DELETED = frozenset({"w:del", "w:moveFrom"})
_ROWS = {"w:ins": "w:ins", "w:del": "w:del", "w:cellIns": "w:ins", "w:cellDel": "w:del"}


class View:
    """The accepted view, or the original one; it counts the changes that it meets."""

    def __init__(self, original: bool) -> None:
        """Choose the view."""
        self.original = original
        self._hidden = _INSERTED if original else _DELETED
        self._count = 0

    def hides(self, element: Any) -> bool:
        """Say whether what is inside `element` is not there in this view."""
        name = kind(element)
        if name not in _INSERTED and name not in _DELETED:
            return False
        self._count += 1
        return name in self._hidden

    def lacks_mark(self, properties: Any) -> bool:
        """Say whether the paragraph with `properties` has no end of its own in this view."""
        marks = child(properties, "w:rPr") if properties is not None else None
        hidden = [self.hides(mark) for mark in marks] if marks is not None else []  # each one is counted
        return any(hidden)

    def lacks_part(self, part: Any, properties: str) -> bool:
        """Say whether a row or cell of a table is not there in this view."""
        found = child(part, properties)
        if found is None:
            return False
        changes = [_ROWS[kind(inner)] for inner in found if kind(inner) in _ROWS]
        self._count += len(changes)
        return any(change in self._hidden for change in changes)

    def lacks_number(self, properties: Any | None) -> bool:
        """Say whether the number that `properties` give a paragraph is not there in this view."""
        found = child(properties, "w:numPr", "w:ins") if properties is not None else None
        return found is not None and self.hides(found)

    def properties(self, paragraph: Any) -> Any | None:
        """Return the properties of a paragraph; in the original view those from before they were changed."""
        now = child(paragraph, "w:pPr")
        before = child(now, "w:pPrChange", "w:pPr") if self.original else None
        return now if before is None else before

    def doubts(self) -> tuple[str, ...]:
        """Return a sentence on the tracked changes, if there are any."""
        if not self._count:
            return ()
        if self.original:
            return ("The document has tracked changes; they were read as rejected.",)
        return ("The document has tracked changes; they were read as accepted.",)
