"""Footnotes and endnotes: which are used, in which order, and how their marks are printed.

The ugly case: a note whose own text refers to it. Each note is printed once, however often it is referred to.
"""

from collections.abc import Iterator
from typing import Any

from stmtdiff.loaders.docx.counting import printed
from stmtdiff.loaders.docx.names import child, children, number, said, value
from stmtdiff.loaders.docx.package import Package
from stmtdiff.loaders.writing import superscript

_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}  # what Word takes where a document does not say


class Notes:
    """The notes of one document, numbered in the order in which the text refers to them."""

    def __init__(self, package: Package, main: str) -> None:
        """Find the notes of the document whose text is in the part `main`."""
        settings = package.related(main, "settings")
        self._notes: dict[tuple[str, str], Any] = {}
        self._forms: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        for sort, form in _FORMS.items():
            chosen = child(settings, f"w:{sort}Pr") if settings is not None else None
            first = child(chosen, "w:numStart") if chosen is not None else None
            self._forms[sort] = (said(chosen, "w:numFmt") if chosen is not None else "") or form
            self._counts[sort] = (number(first) or 1) - 1 if first is not None else 0
            root = package.related(main, f"{sort}s")
            self._notes.update({(sort, value(note, "id")): note for note in children(root, f"w:{sort}")})
        self._marks: dict[tuple[str, str], str] = {}  # of the notes that are referred to
        self._used: list[tuple[str, Any]] = []
        self._doubts: set[str] = set()

    def refer(self, reference: Any, sort: str) -> str:
        """Return the mark that is printed at a reference to a "footnote" or "endnote"; "" when the text has its own.

        A figure is raised, "³", anything else stands in brackets, "[iv]": neither becomes part of a word.
        A second reference to one note has the mark of the first.
        """
        note = (sort, value(reference, "id"))
        if note not in self._notes:
            return ""
        if note not in self._marks:
            has_own = value(reference, "customMarkFollows") not in {"", "0", "false", "off"}
            self._marks[note] = "" if has_own else self._next_mark(sort)
            self._used.append((self._marks[note], self._notes[note]))
        return self._marks[note]

    def used(self) -> Iterator[tuple[str, Any]]:
        """Yield the notes that are referred to, each once with its mark, in the order of the references.

        Those to which only another note refers come when that one has been read: the caller may read while it takes.
        """
        yield from self._used

    def doubts(self) -> tuple[str, ...]:
        """Return a sentence for each format of marks that is not known here, and on those that are too long."""
        return tuple(sorted(self._doubts))

    def _next_mark(self, sort: str) -> str:
        self._counts[sort] += 1
        written, doubt = printed(self._counts[sort], self._forms[sort])
        if doubt:
            self._doubts.add(doubt)
        written = written or str(self._counts[sort])
        raised = superscript(written)
        return raised if raised != written else f"[{written}]"
