"""Make a statement of units that somebody else has cut."""

import hashlib
from collections.abc import Sequence

from stmtdiff.languages import language_of, load
from stmtdiff.model import Label, Paragraph, Section, Source, Statement
from stmtdiff.outline.units import make_paragraph
from stmtdiff.spans import Span


def from_paragraphs(
    paragraphs: Sequence[str],
    *,
    labels: Sequence[str | None] | None = None,
    headings: Sequence[str | None] | None = None,
    name: str = "",
    language: str = "",
) -> Statement:
    """Make a statement from units that are kept exactly as given; each unit is one paragraph.

    Nothing is removed from a unit. The text of the statement is the units with a blank line between
    them. An empty unit keeps its index.

    Args:
        paragraphs: the units.
        labels: the number of each unit, or None; it is not looked for in the unit.
        headings: the heading above each unit, or None.
        name: what to call the statement.
        language: the BCP 47 tag of its language; if empty, the text decides.

    Raises:
        ValueError: when there are not as many labels or headings as units.
    """
    text = "\n\n".join(paragraphs)
    own = load(language.partition("-")[0]) if language else language_of(text)
    made: list[Paragraph] = []
    start = sentence = 0
    sections = _sections(headings if headings is not None else [None] * len(paragraphs))
    owner = [section.index for section in sections for _ in range(section.first, section.last)]
    for index, (unit, printed, section) in enumerate(
        zip(paragraphs, labels if labels is not None else [None] * len(paragraphs), owner, strict=True)
    ):
        label = Label(printed) if printed else None
        body = Span(start, start + len(unit))
        made.append(
            make_paragraph(text, index, body, first_sentence=sentence, label=label, section=section, language=own)
        )
        sentence += len(made[-1].sentences)
        start = body.end + 2
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    source = Source(text, sha256, "paragraphs", "1", name)
    return Statement(source, tuple(made), tuple(sections), language=own.code)


def _sections(headings: Sequence[str | None]) -> list[Section]:
    """Return a section for each run of units under the same heading."""
    sections: list[Section] = []
    for index, heading in enumerate(headings):
        title = heading or ""
        if sections and sections[-1].title == title:
            last = sections.pop()
            sections.append(Section(last.index, "body", last.first, index + 1, None, title))
        else:
            sections.append(Section(len(sections), "body", index, index + 1, None, title))
    return sections
