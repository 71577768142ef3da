"""Footnotes and endnotes: which are used, in which order, and how their marks are printed."""

from collections.abc import Iterator
from typing import Any

from stmtdiff.loaders.docx.counting import counted
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
        self._used: list[tuple[str, Any]] = []

    def refer(self, reference: Any, sort: str) -> str:
        """Return the mark that is printed at a reference to a "footnote" or "endnote"; "" when the text has its own.

        A figure is raised, "³", anything else stands in brackets, "[iv]": neither becomes part of a word.
        """
        note = self._notes.get((sort, value(reference, "id")))
        if note is None:
            return ""
        if value(reference, "customMarkFollows") not in {"", "0", "false", "off"}:
            self._used.append(("", note))
            return ""
        self._counts[sort] += 1
        count = self._counts[sort]
        written = counted(count, self._forms[sort]) or str(count)
        raised = superscript(written)
        mark = raised if raised != written else f"[{written}]"
        self._used.append((mark, note))
        return mark

    def used(self) -> Iterator[tuple[str, Any]]:
        """Yield the notes that the text refers to, each with its mark, in the order of the references."""
        yield from self._used
