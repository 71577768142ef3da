"""Find which blocks of a web page are the statement.

The ugly case: the headline is in a <header>, the date in a box beside it, a reservation in an <aside>; a
finder of main text gives back three paragraphs of five and says nothing. So trafilatura, which finds it, only says
where the statement is. What is read are blocks of the page as it was: all from the first to the last that was found,
the heading and the date in front, and what is after in the same part of the page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from stmtdiff.languages import Language, language_of
from stmtdiff.loaders.pagetags import BLOCKS, HEADINGS, folded, is_struck, is_unseen
from stmtdiff.spans import Span
from stmtdiff.values import written_dates

_GRAM = 4  # words in a row that stand in one place of a page as a rule
# A word, or one sign of a script that puts no space between words.
_WORD = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_]+")
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
)  # what XML cannot hold, and trafilatura breaks down on
_AWAY = re.compile(r"[^#]|#\Z")  # a link to another place of the page is part of the text; "#" is a button
_CONSENT = re.compile(r"cookie|consent|gdpr", re.IGNORECASE)
_CHANGED = re.compile(r"[►▶▼◄◀]\s?[A-Z]{0,2}\d{0,3}")  # where a consolidated text tells by which act it was changed
_CORE = 0.9  # of what was found: a line of another part of the page may be among it
_MENU = 3  # links below one another, at least
_LINK = 3  # words of a link that is a sign or a command ("▼M9", "Back to top"), at most
_FAR = 25  # blocks between the title and the text, at most; a headline above a menu is the site's
_SHORT = 12  # words of a line in front of the text that may give its date, at most
_PROSE = 8  # words of a sentence, at least; less is a label or a title
_SMALL = 0.02  # of the words of the page's sentences; what was found and is left out beyond that is said
_MANY = 0.2  # what was not found and is left out; what a site says of itself is less, beside the shortest statement
_ENDS = (".", "?", "!", "。", "؟")
_CELLS = frozenset({"td", "th", "li", "dd"})
_ROWS = frozenset({"tr", "tbody", "thead", "tfoot", "table", "ul", "ol", "dl"})
_PAGE_FURNITURE = frozenset({"footer", "aside", "form", "details", "dialog"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement is: the elements whose own text is read, and doubts about the choice."""

    kept: frozenset[Any]
    doubts: tuple[str, ...] = ()


@dataclass(slots=True)
class _Block:
    """An element with text of its own: the text, without that of the blocks in it, and how much of it is linked."""

    element: Any
    text: list[str] = field(default_factory=list)
    linked: int = 0
    words: tuple[str, ...] = ()
    is_found: bool = False
    is_known: bool = False  # too short to be found by itself, and in these words part of what was

    def finish(self) -> None:
        self.words = _words("".join(self.text))

    @property
    def is_link(self) -> bool:
        """Say whether all of its words are linked."""
        return self.linked >= len(self.words)

    @property
    def said(self) -> str:
        return folded("".join(self.text)).strip()


def find_place(page: Any) -> Place:
    """Return which blocks of `page` are the statement; all of it, with a doubt, where no main text is found.

    Of two parts of a page that are both found the larger is taken, and a doubt says what was left out.
    """
    blocks = _blocks(page)
    found = _found_words(page)
    _tell(blocks, found)
    core = [index for index, block in enumerate(blocks) if block.is_found]
    if not core:
        all_of_it = frozenset(block.element for block in blocks)
        return Place(all_of_it, ("The main text of the page was not found; the whole page was read.",))
    home = _home(page, [blocks[index] for index in core])
    inside = [index for index in core if home is blocks[index].element or home in blocks[index].element.iterancestors()]
    first, last = inside[0], inside[-1]
    if 2 * sum(len(blocks[index].words) for index in core) < len(found):  # most of it is in blocks of a few words
        first, last = _grown(blocks, first, last)
    chosen = [
        *_front(blocks, first),
        *(index for index in range(first, last + 1) if not _is_consent(blocks[index].element)),
        *_behind(blocks, last),
    ]
    kept = set(chosen) - _furniture(blocks, chosen)
    return Place(frozenset(blocks[index].element for index in kept), _left_out(blocks, kept))


def _blocks(page: Any) -> list[_Block]:
    """Return the blocks of a page that have words, in the order of the first of them."""
    made: dict[Any, _Block] = {}
    for element, text, is_linked in _texts(page, page, False):
        block = made.setdefault(element, _Block(element))
        block.text.append(text)
        block.linked += is_linked * len(_words(text))
    for block in made.values():
        block.finish()
    return [block for block in made.values() if block.words]


def _texts(element: Any, block: Any, is_linked: bool) -> Iterator[tuple[Any, str, bool]]:
    """Yield each text that is seen, with the block that it is part of, and whether it is a link that leads away."""
    if element.text:
        yield block, element.text, is_linked
    for child in element:
        if not is_unseen(child) and not is_struck(child):
            is_block = child.tag in BLOCKS
            is_away = child.tag == "a" and _AWAY.match(child.get("href", "")) is not None
            yield from _texts(child, child if is_block else block, is_linked or is_away)
        if child.tag == "br":
            yield block, " ", is_linked
        if child.tail:
            yield block, child.tail, is_linked


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))


def _found_words(page: Any) -> tuple[str, ...]:
    """Return the words of what trafilatura takes for the main text; what notices on cookies say is not shown to it."""
    import copy

    from lxml.etree import Comment, ProcessingInstruction, strip_elements
    from trafilatura import bare_extraction

    shown = copy.deepcopy(page)
    for element in [one for one in shown.iterdescendants() if isinstance(one.tag, str) and _is_named_consent(one)]:
        element.drop_tree()
    strip_elements(shown, Comment, ProcessingInstruction, with_tail=False)
    for element in shown.iter():
        for part in ("text", "tail"):
            said = getattr(element, part)
            if said and _CONTROL.search(said):
                setattr(element, part, _CONTROL.sub(" ", said))
    found = bare_extraction(
        shown,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        favor_recall=True,
        with_metadata=False,
    )
    body = getattr(found, "body", None)
    return _words(" ".join(body.itertext())) if body is not None else ()


def _tell(blocks: Sequence[_Block], found: tuple[str, ...]) -> None:
    """Say of each block whether it was found: by the words in a row that it has in common with what was.

    Words alone tell it where no block has so many, as in a statement of two lines.
    """
    grams = {found[start : start + _GRAM] for start in range(len(found) - _GRAM + 1)}
    few = {found[start : start + count] for count in range(1, _GRAM) for start in range(len(found) - count + 1)}
    for block in blocks:
        block.is_known = block.words in few
        own = [block.words[start : start + _GRAM] for start in range(len(block.words) - _GRAM + 1)]
        block.is_found = bool(own) and 2 * sum(gram in grams for gram in own) >= len(own)
    if not any(block.is_found for block in blocks):
        known = set(found)
        for block in blocks:
            block.is_found = not block.is_link and known.issuperset(block.words)


def _home(page: Any, found: Sequence[_Block]) -> Any:
    """Return the smallest element of the page that holds what was found, but for a small part."""
    held: dict[Any, int] = {}
    for block in found:
        for above in (block.element, *block.element.iterancestors()):
            held[above] = held.get(above, 0) + len(block.words)
    least = _CORE * held[page]
    home = page
    while (inner := next((child for child in home if held.get(child, 0) >= least), None)) is not None:
        home = inner
    return home


def _grown(blocks: Sequence[_Block], first: int, last: int) -> tuple[int, int]:
    """Return the first and the last block, moved on over what was found beside them or is too short to tell."""

    def is_more(block: _Block) -> bool:
        return (block.is_found or block.is_known) and _is_text(block)

    while first and is_more(blocks[first - 1]):
        first -= 1
    while last + 1 < len(blocks) and is_more(blocks[last + 1]):
        last += 1
    return first, last


def _front(blocks: Sequence[_Block], first: int) -> list[int]:
    """Return what stands in front of the text and is part of it: its title, short lines below, and a date above.

    The title is the main heading in front of the text, or else the nearest one. Behind a sentence or a menu is
    nothing of the statement any more: a headline there is the site's. So is a lesser one in front of a text that begins
    with a heading over its day.
    """
    low = _reach(blocks, first)
    language = language_of(" ".join(block.said for block in blocks[first : first + _FAR]))
    tags = [block.element.tag for block in blocks[low:first]]
    start = first
    if blocks[first].element.tag != "h1" and ("h1" in tags or not _is_titled(blocks, first, language)):
        wanted = {"h1"} if "h1" in tags else HEADINGS
        start = max((low + index for index, tag in enumerate(tags) if tag in wanted), default=first)
    parent = _around(blocks[first].element)
    while start > low and blocks[start - 1].element.getparent() is parent and _is_text(blocks[start - 1]):
        start -= 1  # siblings of the first paragraph: a heading that is only set in bold, a salutation
    while start > low and not blocks[start - 1].is_link and _is_dated(blocks[start - 1], language):
        start -= 1
    return [index for index in range(start, first) if not _is_consent(blocks[index].element)]


def _is_titled(blocks: Sequence[_Block], first: int, language: Language) -> bool:
    """Say whether the text begins with a heading that has its day in it, or at the beginning of what is below it."""
    if blocks[first].element.tag not in HEADINGS:
        return False
    day = next((_day(block, language) for block in blocks[first + 1 : first + 2]), None)
    return _is_dated(blocks[first], language) or (day is not None and day.start == 0)


def _reach(blocks: Sequence[_Block], first: int) -> int:
    """Return from which block on the title of the text may stand that begins with the block `first`."""
    links = 0
    for index in range(first - 1, max(0, first - _FAR) - 1, -1):
        block = blocks[index]
        links = links + 1 if block.is_link else 0
        if _is_prose(block) or _is_consent(block.element):
            return index + 1
        if links >= _MENU:
            return index + _MENU
    return max(0, first - _FAR)


def _is_text(block: _Block) -> bool:
    """Say whether a block is no link and no part of a page that is about other things."""
    return not block.is_link and not _is_consent(block.element) and block.element.tag not in _PAGE_FURNITURE


def _is_dated(block: _Block, language: Language) -> bool:
    return len(block.words) <= _SHORT and _day(block, language) is not None


def _day(block: _Block, language: Language) -> Span | None:
    """Return where a block writes its first day, if it writes one."""
    return next((span for _, span in written_dates(block.said, Span(0, len(block.said)), language)), None)


def _behind(blocks: Sequence[_Block], last: int) -> list[int]:
    """Return what follows the last block that was found, up to the end of the part of the page that it is in."""
    articles = [above for above in blocks[last].element.iterancestors("article") if _is_alone(above)]
    part = articles[-1] if articles else _part(blocks, _around(blocks[last].element))
    is_page = part is None or part.tag in {"body", "html", "form"}
    kept: list[int] = []
    for index in range(last + 1, len(blocks)):
        above = blocks[index].element.getparent()
        if above is not part and (is_page or part not in blocks[index].element.iterancestors()):
            break
        if _is_text(blocks[index]):
            kept.append(index)
    while kept and blocks[kept[-1]].element.tag in HEADINGS:
        kept.pop()
    return kept


def _around(element: Any) -> Any:
    """Return what holds the blocks beside a block: itself, where it is loose text between other blocks."""
    return element if any(child.tag in BLOCKS for child in element) else element.getparent()


def _part(blocks: Sequence[_Block], around: Any) -> Any:
    """Return the part of a page that an element is: around a list or a table of figures, what holds all of it."""
    while around is not None:
        is_cell = around.tag in _CELLS and sum(around in one.element.iterancestors() for one in blocks) == 1
        if not is_cell and around.tag not in _ROWS:
            return around
        around = around.getparent()
    return None


def _is_alone(article: Any) -> bool:
    """Say whether an article is the only one beside it: of several each is about something else."""
    parent = article.getparent()
    return parent is None or sum(child.tag == "article" for child in parent) == 1


def _furniture(blocks: Sequence[_Block], chosen: Sequence[int]) -> set[int]:
    """Return which blocks are menus, or links that are a sign or a command and no part of a sentence."""
    mixed = {_list_of(blocks[index].element) for index in chosen if not blocks[index].is_link}
    found = {index for index in chosen if _is_command(blocks[index], mixed) or _CHANGED.fullmatch(blocks[index].said)}
    run: list[int] = []
    for index in [*chosen, -1]:
        if index >= 0 and blocks[index].is_link and not blocks[index].is_found:
            run.append(index)
            continue
        if len(run) >= _MENU:
            found.update(run)
        run = []
    return found


def _is_command(block: _Block, mixed: set[Any]) -> bool:
    """Say whether a block is a short link by itself; in a table, or in a list with other things, it is text."""
    if not block.is_link or len(block.words) > _LINK or block.element.tag in HEADINGS:
        return False
    around = _list_of(block.element)
    return around is None or (around.tag in {"ul", "ol"} and around not in mixed and not block.is_known)


def _list_of(element: Any) -> Any | None:
    return next(element.iterancestors("ul", "ol", "dl", "table"), None)


def _is_named_consent(element: Any) -> bool:
    names = f"{element.get('id', '')} {element.get('class', '')}"
    return element.tag not in {"html", "body"} and _CONSENT.search(names) is not None


def _is_consent(element: Any) -> bool:
    """Say whether an element is in what the page calls a notice on cookies."""
    return any(_is_named_consent(one) for one in (element, *element.iterancestors()))


def _left_out(blocks: Sequence[_Block], kept: set[int]) -> tuple[str, ...]:
    """Return a doubt where sentences of the page were left out that were found, or so many that it may matter."""
    lost = [index for index, block in enumerate(blocks) if index not in kept and _is_prose(block)]
    words = sum(len(blocks[index].words) for index in lost)
    missed = sum(len(blocks[index].words) for index in lost if blocks[index].is_found)
    total = words + sum(len(blocks[index].words) for index in kept)
    if words <= _MANY * total and missed <= _SMALL * total:
        return ()
    start = blocks[lost[0]].said[:40]
    return (
        f"{words} of the page's {total} words were left out, from '{start}' on; "
        "if this is wrong, choose the statement with a selector.",
    )


def _is_prose(block: _Block) -> bool:
    """Say whether a block holds a sentence that could be a statement's: not in a foot of the page, not on cookies."""
    if len(block.words) < _PROSE or 2 * block.linked > len(block.words) or not block.said.endswith(_ENDS):
        return False
    around = (block.element, *block.element.iterancestors())
    return not any(one.tag in _PAGE_FURNITURE - {"aside", "form"} for one in around) and not _is_consent(block.element)
