"""The shapes of the records of gold, one a line of a file, as `msgspec` decodes them.

Fields that no measure reads are left out: decoding passes over what it does not know.
"""

from dataclasses import dataclass
from typing import Literal

from benchmarks.scoring.blocks import Renumbering
from benchmarks.scoring.links import Pair
from benchmarks.scoring.runs import Mark
from benchmarks.scoring.spans import Range
from benchmarks.scoring.whole import Annotation

Direction = Literal["softer", "firmer", "mixed", "none"]


@dataclass(frozen=True, slots=True)
class MarkedPair:
    """Two paragraphs, and the shifts that each annotator marked."""

    id: str
    old: str
    new: str
    annotations: tuple[tuple[Mark, ...], ...]
    series: str = ""


@dataclass(frozen=True, slots=True)
class SentencePair:
    """A change of one sentence whose meaning is known; without a weight or a direction, that is open."""

    id: str
    group: str
    old: str
    new: str
    weight: Literal["substantive", "routine"] | None = None
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class WholePair:
    """Two whole statements as paragraphs, and what each annotator linked and would report."""

    id: str
    series: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    annotations: tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """Two documents cut into units, and which became which.

    `links_sure` where it is given holds the links that count; the others of `links` are undecided.
    `old_par` and `new_par` say in which paragraph each unit stood, where the units are sentences.
    `group` is the kind of document, where the source has kinds.
    """

    doc_id: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    links: tuple[Pair, ...]
    links_sure: tuple[Pair, ...] | None = None
    old_par: tuple[int, ...] = ()
    new_par: tuple[int, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class SpanEdit:
    """A phrase edit; offsets in the unit of its pair."""

    old: Range | None
    new: Range | None


@dataclass(frozen=True, slots=True)
class EditedPair:
    """Two texts, and the phrase edits between them; `alt_edits` are other answers as good."""

    id: str
    old: str
    new: str
    unit: Literal["char", "token"]
    edits: tuple[SpanEdit, ...]
    alt_edits: tuple[tuple[SpanEdit, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a contract: where it stands, its number, its text."""

    address: str
    label: str | None
    text: str


@dataclass(frozen=True, slots=True)
class BlockPair:
    """Two versions of a contract as blocks, and what became of each."""

    pair: str
    plan: str | None
    old_blocks: tuple[Block, ...]
    new_blocks: tuple[Block, ...]
    links: tuple[Pair, ...]
    moves: tuple[Pair, ...]
    renumbers: tuple[Renumbering, ...]
    splits: tuple[tuple[int, tuple[int, ...]], ...] = ()
    merges: tuple[tuple[tuple[int, ...], int], ...] = ()
    inserted: tuple[int, ...] = ()
    deleted: tuple[int, ...] = ()
