"""Find the notes of a web page before its main part is cut out, for that drops what says which they are.

The ugly case: an <aside class="footnotes"> with a reservation, which goes out with the advertisements; a link
"1" that only the page's style raises, read as the end of the word before it; a list of notes without numbers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any
from unicodedata import normalize

from stmtdiff.loaders.writing import Writer, superscript
from stmtdiff.notemarks import bare

_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[ivxl]{1,6}|[*\u2217\u2020\u2021]{1,3})[\])]?")
_ROLES = frozenset({"doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote"})  # the last three: EPUB's
_LISTS = frozenset({"doc-endnotes", "footnotes", "endnotes", "rearnotes"})
_NAMED = re.compile(r"(?:foot|end)-?_?notes?(?:-?_?(?:list|section|area|container|content))?", re.IGNORECASE)
_RAISED = re.compile(r"(?<![\w-])sup(?:erscript)?(?![\w-])", re.IGNORECASE)
_BLOCKS = frozenset({"p", "li", "div", "td", "dd", "dt", "aside", "section", "blockquote"})
_INNER = frozenset({"p", "div", "li", "blockquote"})  # each a paragraph of a note
RETURN = re.compile(r"(?<!\s)\s*(?:Return to (?:text|article)|[↩↑]\ufe0e?)\.?\s*$")
"""The way back to the text, at the end of a note."""
_LABEL = re.compile(r"^(?:[-•]|\(?\w{1,4}[.)])\s+")
_LETTERS = re.compile(r"[\W_]+")
_SPACE = re.compile("[ \t\n\r\f]+")
_LONGEST = 5000  # characters of a note; a link to more goes to a part of the page
_MOST = 1000  # elements in a note, and notes that are looked for in the text of a page
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_EPUB = "epub:type"


@dataclass(frozen=True, slots=True)
class PageNote:
    """A note as a page has it: the mark by which the page refers to it, bare, and its paragraphs."""

    name: str
    texts: tuple[str, ...]


def take_notes(page: Any, within: Sequence[Any] = ()) -> list[PageNote]:
    """Return the notes of `page` in order, those that elements `within` it have or refer to if there are any.

    A note is what a link with a short raised or bracketed text leads down to, and what says of itself that it is one.
    In the page the marks that refer to notes are set so that none joins a word, and the links back are taken out.
    """
    places = _Places(page, within)
    names = {home: bare(_said(link)) for link, home in _links(page, places)}
    for home, name in _declared(page):
        if places.is_within(home):
            names.setdefault(home, name)
    for link in (link for home in names for link in home.iter("a")):
        if places.is_back(link) and not _MARK.fullmatch(_said(link)):
            _set(link, "")
    outer = [home for home in names if not any(above in names for above in home.iterancestors())]
    return [note for home in sorted(outer, key=places.at) if (note := _note(home, names[home]))]


def mark_page_notes(writer: Writer, notes: Sequence[PageNote]) -> None:
    """Mark the blocks of `writer` that are `notes`; a note that is not among them is written at the end."""
    blocks = writer.texts()
    whole = _letters("".join(blocks))
    where: dict[str, list[int]] = {}
    for index, block in enumerate(blocks):
        for letters in {_letters(block), _letters(_LABEL.sub("", block, count=1))}:
            where.setdefault(letters, []).append(index)
    taken: set[int] = set()
    lost = 0
    for note in notes:
        for number, text in enumerate(note.texts):
            printed = _printed(note, number)
            found = [*where.get(_letters(text), ()), *where.get(_letters(printed), ())]
            while found and found[-1] in taken:  # the last is rather the note than one above
                found.pop()
            if found:
                label = _LABEL.match(blocks[found[-1]])  # of a list; it may be another than the mark
                is_other = label and note.name and not number and bare(label[0]) != note.name
                before = found[-1] - 1
                if not number and note.name and before >= 0 and bare(blocks[before].strip()) == note.name:
                    writer.remove(before)  # the mark, set as a block by itself
                    is_other = True
                writer.mark(found[-1], "note", note.name, text=printed if is_other else "")
                taken.add(found[-1])
            elif lost > _MOST or _letters(text) not in whole:  # searching a long page for each of many takes for ever
                writer.add(printed, kind="note", value=note.name)
                lost += 1


class _Places:
    """Where the elements of a page stand, and what the links inside it lead to."""

    def __init__(self, page: Any, within: Sequence[Any]) -> None:
        self._order = {element: index for index, element in enumerate(page.iter())}
        self._targets = {name: element for element in self._order if (name := _name_of(element))}
        self._within = set(within)

    def at(self, element: Any) -> int:
        return self._order[element]

    def goal(self, link: Any) -> Any | None:
        """Return what a link inside the page leads to."""
        page, _, name = link.get("href", "").partition("#")
        return None if page else self._targets.get(name)

    def is_back(self, link: Any) -> bool:
        """Say whether a link leads up the page, or to where nothing is and shows no word: "↩"."""
        goal = self.goal(link)
        if goal is not None:
            return self._order[goal] < self._order[link]
        return link.get("href", "").startswith("#") and not _letters(_said(link))

    def is_within(self, element: Any) -> bool:
        """Say whether an element is in the part of the page that is read."""
        return not self._within or any(one in self._within for one in (element, *element.iterancestors()))


def _name_of(element: Any) -> str:
    if not isinstance(element.tag, str):
        return ""
    return str(element.get("id") or (element.get("name", "") if element.tag == "a" else ""))


def _links(page: Any, places: _Places) -> Iterator[tuple[Any, Any]]:
    """Yield the links to notes, each with the element that its note is; then set the mark that the link shows."""
    homes: dict[Any, Any | None] = {}
    for link in page.iter("a"):
        goal = places.goal(link)
        if goal is None or places.at(goal) < places.at(link) or not _MARK.fullmatch(_said(link)):
            continue
        home = homes.setdefault(goal, None if goal in homes else _home(goal))
        if home is None or home in link.iterancestors() or not places.is_within(link) or not _refers(link, home):
            continue
        yield link, home
        name = bare(_said(link))
        if _said(link) == name and name.isalnum():  # "1" would end the word before it
            raised = superscript(name)
            _set(link, raised if raised != name else f"[{name}]")


def _home(goal: Any) -> Any | None:
    """Return the block that is the note which a link leads to; None where it is another part of the page."""
    home = next((one for one in (goal, *goal.iterancestors()) if one.tag in _BLOCKS), None)
    if home is None or sum(1 for _ in islice(home.iter(), _MOST + 1)) > _MOST:
        return None
    if any(one.tag in _HEADINGS for one in home.iter()) or sum(map(len, home.itertext())) > _LONGEST:
        return None
    return home if _said(home) else None


def _refers(link: Any, home: Any) -> bool:
    """Say whether `link` is set as the mark of a note, or leads to what is one; a table of contents does neither."""
    first = _said(link)[0]
    if link.get("role") == "doc-noteref" or link.get(_EPUB) == "noteref" or not (first.isalnum() or first == "("):
        return True
    around = [link, *link.iterdescendants(), link.getparent()]
    return any(one is not None and _is_raised(one) for one in around) or any(
        _is_note(one) or _is_list(one) for one in (home, *home.iterancestors())
    )


def _is_raised(element: Any) -> bool:
    """Say whether an element sets its text above the line, by its name or by a class that says so."""
    return element.tag == "sup" or _RAISED.search(element.get("class", "")) is not None


def _declared(page: Any) -> Iterator[tuple[Any, str]]:
    """Yield the elements that say of themselves that they are notes, or stand in a list of such, with their number."""
    lists: set[Any] = set()
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        if _is_note(element):
            yield element, ""
        elif _is_list(element) and not any(above in lists for above in element.iterancestors()):
            lists.add(element)
            found = dict.fromkeys(element.iter("li")) or dict.fromkeys(element.iter("p", "dd"))
            items = [one for one in found if _said(one) and not any(above in found for above in one.iterancestors())]
            for number, item in enumerate(items, 1):
                is_counted = item.getparent().tag == "ol" or _said(item).startswith(f"{number} ")
                yield item, str(number) if is_counted else ""


def _is_note(element: Any) -> bool:
    return element.get("role") in _ROLES or element.get(_EPUB) in _ROLES


def _is_list(element: Any) -> bool:
    """Say whether an element holds notes: by its role, or by a class or name that says nothing else."""
    if element.get("role") in _LISTS or element.get(_EPUB) in _LISTS:
        return True
    words = [*element.get("class", "").split(), element.get("id", "")]
    return element.tag in {"aside", "section", "div", "ol", "ul", "dl", "footer"} and any(map(_NAMED.fullmatch, words))


def _set(link: Any, text: str) -> None:
    for inner in list(link):
        link.remove(inner)
    link.text = text


def _note(home: Any, name: str) -> PageNote | None:
    inner = dict.fromkeys(home.iterdescendants(*_INNER))
    holders = {above for one in inner for above in one.iterancestors(*_INNER)}
    texts = [_said(one) for one in inner if one not in holders] or [_said(home)]
    said = tuple(RETURN.sub("", text) for text in texts)
    return PageNote(name, tuple(filter(_letters, said))) if any(map(_letters, said)) else None


def _printed(note: PageNote, number: int) -> str:
    """Return a paragraph of a note as it is printed: the first behind the mark, if it does not begin with it."""
    text = note.texts[number]
    if number or not note.name or bare(text.partition(" ")[0]) == note.name:
        return text
    return f"{note.name}{'' if not note.name.isalnum() else '.'} {text}"


def _said(element: Any) -> str:
    return _SPACE.sub(" ", "".join(element.itertext())).strip()


def _letters(text: str) -> str:
    return _LETTERS.sub("", normalize("NFKC", text)).lower()
