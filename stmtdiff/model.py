"""What a statement is once it has been read: one text, and spans that point into it."""

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, overload

from stmtdiff.spans import Span

MarkKind = Literal["page", "anchor", "title", "heading", "item", "label", "note", "furniture"]
Role = Literal["title", "heading", "body", "item", "note"]
SectionKind = Literal["front", "preamble", "body", "annex"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a loader saw that the bare text cannot say: a page, an anchor, a heading with its level.

    `value` is the page number, the anchor's name, the level ("1" is the highest), or the name by which the
    text refers to a note ("1", "*"; "" where the reader cannot say): neighbours with one name are paragraphs of one
    note, but for one that begins with the mark again. A "label" is a number that the format counts by itself; it is
    printed where its span stands.
    """

    span: Span
    kind: MarkKind
    value: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A text as one loader read it, and where it came from. It never changes.

    `text` is NFC with ``\\n`` line ends, except where a caller handed over units of its own.
    `sha256` is of the raw bytes. `doubts` are sentences on what may have been read wrongly.
    """

    text: str
    sha256: str
    loader: str
    loader_version: str
    name: str = ""
    marks: tuple[Mark, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a punctuation mark. `norm` is for comparing; the text under `span` is for showing."""

    span: Span
    norm: str


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of one paragraph's text, in columns; offsets count from the paragraph's own text.

    Two paragraphs with the same text share one `Words`, whichever statement they stand in.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    norms: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.starts)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence inside its paragraph; a whole heading counts as one.

    `index` counts all sentences of the statement. `first` and `last` are a half-open range into the
    `words` of its paragraph.
    """

    index: int
    paragraph: int
    span: Span
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Label:
    """A paragraph's number: `value` for comparing ("12", "12.a"), `span` where it is printed, if it is."""

    value: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A unit of alignment: a paragraph, a list item, a heading or the title.

    `span` covers the printed label and the body; `body` is what follows the label, and `words`
    are the tokens of `body`. `level` is the depth of a heading (1 is highest) or of a nested
    item (0 for plain paragraphs). `section` is an index into `Statement.sections`.
    """

    index: int
    span: Span
    body: Span
    role: Role
    words: Words
    sentences: tuple[Sentence, ...]
    label: Label | None = None
    level: int = 0
    section: int = 0

    def tokens_at(self, span: Span) -> tuple[int, int]:
        """Return the half-open range of tokens that share a code point with `span`, a span of the statement's text.

        Of an empty span it is empty and stands in front of the token behind it.
        """
        starts, ends, base = self.words.starts, self.words.ends, self.body.start
        if span.start == span.end:
            first = bisect_left(starts, span.start - base)
            return first, first
        first, last = bisect_right(ends, span.start - base), bisect_left(starts, span.end - base)
        return first, max(first, last)

    def tokens_inside(self, span: Span) -> tuple[int, int]:
        """Return the half-open range of tokens that are entirely inside `span`, a span of the statement's text."""
        first = bisect_left(self.words.starts, span.start - self.body.start)
        return first, max(first, bisect_right(self.words.ends, span.end - self.body.start))

    def span_of(self, first: int, last: int) -> Span:
        """Return the span of the tokens from `first` up to `last` in the statement's text; at least one token."""
        return Span(self.body.start + self.words.starts[first], self.body.start + self.words.ends[last - 1])

    def sentence_of(self, token: int) -> Sentence:
        """Return the sentence that contains a token, the last one for a place after all tokens."""
        index = bisect_right(self.sentences, token, key=lambda sentence: sentence.last)
        return self.sentences[min(index, len(self.sentences) - 1)]

    def sentences_at(self, span: Span) -> tuple[Sentence, ...]:
        """Return the sentences that share a code point with `span`, a span of the statement's text.

        An empty span that no sentence holds belongs to the sentence behind it, else to the last one.
        """
        if touched := self._touched(span):
            return touched
        behind = bisect_left(self.sentences, span.start, key=_start)
        return self.sentences[behind : behind + 1] or self.sentences[-1:]

    def _touched(self, span: Span) -> tuple[Sentence, ...]:
        first = bisect_right(self.sentences, span.start, key=lambda sentence: sentence.span.end)
        return self.sentences[first : bisect_left(self.sentences, span.end, key=_start)]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or an endnote: text beside the paragraphs, to which a mark in them refers.

    `span` covers all of it; `label` is its mark, bare as `value` ("1", "*", "a") and with the span where it is
    printed, if it is; None where it has no mark. The first of its `paragraphs` has a printed one as its label.
    Indexes of these paragraphs and of their sentences count through the notes of the statement. `calls` are the marks
    in the statement's paragraphs that refer to it, in order; `calls_in_notes` those in notes, its own among them.
    """

    index: int
    span: Span
    label: Label | None
    paragraphs: tuple[Paragraph, ...]
    calls: tuple[Span, ...] = ()
    calls_in_notes: tuple[Span, ...] = ()

    @property
    def body(self) -> Span:
        """Return where its text stands, behind its mark."""
        return Span(self.paragraphs[0].body.start, self.span.end)

    @property
    def norms(self) -> tuple[str, ...]:
        """Return its words for comparing, without its mark."""
        return tuple(norm for paragraph in self.paragraphs for norm in paragraph.words.norms)


@dataclass(frozen=True, slots=True)
class Section:
    """Paragraphs under one heading; `first` and `last` are a half-open range of paragraph indexes.

    `heading` is the index of the heading's own paragraph. `title` is set where a caller named the
    heading without its standing in the text.
    """

    index: int
    kind: SectionKind
    first: int
    last: int
    heading: int | None = None
    title: str = ""


class Tokens(Sequence[Token]):
    """All tokens of a statement in order, made only when they are looked at."""

    __slots__ = ("_offsets", "_paragraphs")

    def __init__(self, paragraphs: tuple[Paragraph, ...]) -> None:
        self._paragraphs = paragraphs
        self._offsets = [0]
        for paragraph in paragraphs:
            self._offsets.append(self._offsets[-1] + len(paragraph.words))

    def __len__(self) -> int:
        return self._offsets[-1]

    def __iter__(self) -> Iterator[Token]:
        for paragraph in self._paragraphs:
            start = paragraph.body.start
            words = paragraph.words
            for first, last, norm in zip(words.starts, words.ends, words.norms, strict=True):
                yield Token(Span(start + first, start + last), norm)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Token]: ...
    def __getitem__(self, index: int | slice) -> Token | Sequence[Token]:
        """Return the token at `index`, or a list of tokens for a slice."""
        if isinstance(index, slice):
            return [self[position] for position in range(*index.indices(len(self)))]
        position = index + len(self) if index < 0 else index
        if not 0 <= position < len(self):
            raise IndexError(index)
        low, high = 0, len(self._paragraphs)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._offsets[middle] <= position else (low, middle)
        while self._offsets[low + 1] <= position:
            low += 1
        paragraph, offset = self._paragraphs[low], position - self._offsets[low]
        words, start = paragraph.words, paragraph.body.start
        return Token(Span(start + words.starts[offset], start + words.ends[offset]), words.norms[offset])


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a statement says of its own meeting, each with the place where it says so.

    Of a release of a series, `date` and `ordinal` are the series' own where the text gives none (they
    have no span then).
    """

    date: datetime.date | None = None
    date_span: Span | None = None
    ordinal: int | None = None
    ordinal_span: Span | None = None
    place: Span | None = None


@dataclass(frozen=True, slots=True)
class Forum:
    """Words of one forum, as they are compared.

    Who speaks in it, what each new statement of it cites anew, and groups of names that mean one thing.
    """

    speakers: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()
    names: frozenset[tuple[str, ...]] = frozenset()

    def __or__(self, other: "Forum") -> "Forum":
        """Return the words of both."""
        return Forum(self.speakers | other.speakers, self.terms | other.terms, self.names | other.names)


@dataclass(frozen=True, slots=True)
class KnownRelease:
    """The release of a series that a statement is, and what the series knows of it beside its text.

    Args:
        series: the id of the series. `reference`: the shortest name of the release ("arf:2025").
        order: its place in the series, which rises from release to release.
        packs: the rule packs to which the series narrows; none means that all of them apply.
        forum: words that the series has of its own.
        hosts: the place, the chair and who held it, "" for what is not known.
        library: the folder of the user's own texts by which the series was found, None where there was none.
        paragraph: what stood behind the `#` where the statement is one paragraph of the release, else empty.
    """

    series: str
    reference: str
    order: tuple[int, str]
    packs: tuple[str, ...] = ()
    forum: Forum = field(default_factory=Forum)
    hosts: tuple[str, str, str] = ("", "", "")
    library: Path | None = None
    paragraph: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that has been read, without any loss of text.

    Every code point that is not a space is in exactly one of: a sentence (a heading counts as one), a
    label, a note, furniture (running heads, page numbers). `notes` are the spans of the notes, by paragraph;
    `footnotes` are the notes themselves, read like paragraphs. `language` is the tag of the language in which sentences
    and dates were read, "en" if its own is not known. `release` says which release of a series the statement is, None
    for any other text.
    """

    source: Source
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    notes: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()
    title: Span | None = None
    dateline: Dateline = field(default_factory=Dateline)
    language: str = "en"
    release: KnownRelease | None = None
    footnotes: tuple[Note, ...] = ()

    @property
    def text(self) -> str:
        """Return the whole text; every span of the statement points into it."""
        return self.source.text

    @property
    def name(self) -> str:
        """Return the name of the statement: a file name, a reference, or what the caller chose."""
        return self.source.name

    @property
    def tokens(self) -> Tokens:
        """Return the tokens of all paragraphs in order."""
        return Tokens(self.paragraphs)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Return the sentences of all paragraphs in order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph.sentences)

    @property
    def second_story(self) -> "Statement":
        """Return the notes as a separate statement: its paragraphs are those of the notes; text and date are the same.

        Its spans point into the text of this one, and indexes of paragraphs and sentences are those that the notes
        have. It has no title and nothing beside its paragraphs; whose release it is, it does not say.
        """
        own = tuple(
            replace(paragraph, role="note", level=0, section=0)
            for note in self.footnotes
            for paragraph in note.paragraphs
        )
        sections = (Section(0, "body", 0, len(own)),) if own else ()
        return replace(
            self, paragraphs=own, sections=sections, notes=(), furniture=(), title=None, release=None, footnotes=()
        )

    def paragraph_at(self, place: int) -> Paragraph | None:
        """Return the paragraph that contains a code point or is before it, None for a place before the first."""
        index = bisect_right(self.paragraphs, place, key=_start) - 1
        return self.paragraphs[index] if index >= 0 else None

    def sentences_at(self, span: Span) -> tuple[Sentence, ...]:
        """Return the sentences that `span` touches, as `Paragraph.sentences_at` says; none before the first."""
        paragraph = self.paragraph_at(span.start)
        return paragraph.sentences_at(span) if paragraph else ()

    def note_at(self, place: int) -> Note | None:
        """Return the note that contains a code point, None outside all notes."""
        index = bisect_right(self.footnotes, place, key=_start) - 1
        return self.footnotes[index] if index >= 0 and place < self.footnotes[index].span.end else None

    def calls_at(self, span: Span) -> tuple[tuple[Span, Note], ...]:
        """Return the marks inside `span` (for example a sentence) that refer to notes, in order, each with its note."""
        found = [
            (call, note)
            for note in self.footnotes
            for call in (*note.calls, *note.calls_in_notes)
            if call.is_inside(span)
        ]
        return tuple(sorted(found, key=lambda pair: pair[0]))

    def is_whole(self, span: Span) -> bool:
        """Say whether `span` covers only whole sentences, apart from their closing marks."""
        paragraph = self.paragraph_at(span.start)
        if paragraph is None or span.end > paragraph.span.end:
            return True
        return all(
            not any(
                map(str.isalnum, self.text[sentence.span.start : span.start] + self.text[span.end : sentence.span.end])
            )
            for sentence in paragraph._touched(span)
        )


def _start(unit: Paragraph | Sentence | Note) -> int:
    return unit.span.start
