"""The page of one release: its text with a link to each paragraph that lasts, or the facts alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stmtdiff.comment import Placed
from stmtdiff.model import Paragraph, Statement
from stmtdiff.renderers.anchors import ids_of
from stmtdiff.renderers.site.facts import Fact
from stmtdiff.renderers.site.frame import Way, page
from stmtdiff.renderers.wording import CommentSaid, comment_said

_HIGHEST = 2  # the level of a heading under the title of the page


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph: the `id` that leads to it, the number as it is printed or its position, its text.

    `tag` is the element that it becomes, `cls` "item" for one of a list.
    """

    id: str
    place: str
    text: str
    tag: str = "p"
    cls: str = ""
    comments: tuple[CommentSaid, ...] = ()


def release_page(
    title: str, ways: Sequence[Way], *, beside: Sequence[Way], facts: Sequence[Fact], statement: Statement | None,
    told: Sequence[str], comments: Sequence[Placed] = (),
) -> str:  # fmt: skip
    """Return the page of a release; without a statement it shows no text. `told` are sentences on what is not there.

    `comments` stand beside their paragraphs, those that have none behind the text.
    """
    return page(
        "site/text.html.jinja",
        title=title,
        ways=ways,
        beside=beside,
        found=facts,
        told=told,
        language=statement.language if statement else "en",
        paragraphs=list(_paragraphs(statement, comments)) if statement else [],
        orphans=[comment_said(one) for one in comments if one.paragraph is None],
        notes=list(_notes(statement)) if statement else [],
    )


def _paragraphs(statement: Statement, comments: Sequence[Placed]) -> Iterator[Shown]:
    sections = statement.sections
    above = {section.first: section.title for section in sections if section.title and section.heading is None}
    for paragraph, name in zip(statement.paragraphs, ids_of(statement), strict=True):
        if paragraph.index in above:
            yield Shown("", "", above[paragraph.index], "h2")
        own = tuple(comment_said(one) for one in comments if one.paragraph == paragraph.index)
        yield replace(_shown(statement, paragraph, name), comments=own)


def _shown(statement: Statement, paragraph: Paragraph, name: str) -> Shown:
    label = paragraph.label
    printed = label.span.of(statement.text) if label and label.span else label.value if label else name
    tag = f"h{min(4, _HIGHEST + max(0, paragraph.level - 1))}" if paragraph.role in ("heading", "title") else "p"
    cls = "item" if paragraph.role == "item" else ""
    return Shown(name, printed, paragraph.body.of(statement.text), tag, cls)


def _notes(statement: Statement) -> Iterator[Shown]:
    for note in statement.footnotes:
        for at, paragraph in enumerate(note.paragraphs):
            mark = note.label.value if note.label and not at else ""
            yield Shown(f"note-{note.index + 1}" if not at else "", mark, paragraph.body.of(statement.text))
