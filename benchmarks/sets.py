"""Find and read the gold: pairs of texts that people, or a construction, have marked.

The data are others' and stay outside the repository: in the folder that STMTDIFF_GOLD names, or
`../shared/gold` beside the checkout. Every file there whose name fits one of the six kinds is a set.
"""

import hashlib
import importlib.util
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec

from benchmarks.scoring.blocks import Renumbering
from benchmarks.scoring.links import Pair
from benchmarks.scoring.shifts import Mark
from benchmarks.scoring.spans import Range

ROOT = Path(__file__).parents[1]
Kind = Literal["shifts", "essays", "controls", "papers", "abstracts", "contracts"]

PATTERNS: dict[Kind, str] = {
    "shifts": "shifts.*.jsonl",
    "essays": "argrewrite.alignment*.jsonl",
    "controls": "nist80053.alignment*.jsonl",
    "contracts": "redlines_bench/pairs*.jsonl",
    "abstracts": "tetra.spans*.jsonl",
    "papers": "arxivedits.spans*.jsonl",
}


@dataclass(frozen=True, slots=True)
class MarkedPair:
    """Two paragraphs, and the shifts that each annotator marked."""

    id: str
    old: str
    new: str
    annotations: tuple[tuple[Mark, ...], ...]


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """Two documents cut into units, and which became which.

    `links_sure` where it is given holds the links that count; the others of `links` are undecided.
    `old_par` and `new_par` say in which paragraph each unit stood, where the units are sentences.
    """

    doc_id: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    links: tuple[Pair, ...]
    links_sure: tuple[Pair, ...] | None = None
    old_par: tuple[int, ...] = ()
    new_par: tuple[int, ...] = ()


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


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A file of gold, not read yet."""

    name: str
    kind: Kind
    path: Path

    @property
    def sha256(self) -> str:
        """Return the hash of the file, which tells a floor whether it was measured on these data."""
        return hashlib.sha256(self.path.read_bytes()).hexdigest()


@dataclass(frozen=True, slots=True)
class Found:
    """The sets of a folder, and a sentence for each that is missing or not understood."""

    sets: tuple[GoldSet, ...] = ()
    missing: tuple[str, ...] = field(default=())


def data_folder(name: Literal["gold", "corpora"], chosen: Path | None = None) -> Path:
    """Return the folder of the data: the one chosen, the one that the environment names, or the usual one."""
    named = os.environ.get(f"STMTDIFF_{name.upper()}")
    return chosen or (Path(named) if named else ROOT.parent / "shared" / name)


def of_tests(name: str) -> Any:
    """Return the module `name` of the tests, which makes fiction in one format or serves it."""
    path = ROOT / "tests" / f"{name}.py"
    found = importlib.util.spec_from_file_location(name, path)
    if found is None or found.loader is None:
        raise FileNotFoundError(path)
    module = sys.modules[name] = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def find_sets(folder: Path) -> Found:
    """Return every set of `folder`, kinds in a fixed order, and what of it cannot be run."""
    sets = [
        GoldSet(path.relative_to(folder).as_posix().removesuffix(".jsonl").replace("/pairs", ""), kind, path)
        for kind, pattern in PATTERNS.items()
        for path in sorted(folder.glob(pattern))
    ]
    absent = [f"{pattern}: no such file" for kind, pattern in PATTERNS.items() if kind not in {s.kind for s in sets}]
    known = {gold.path for gold in sets}
    strange = [
        f"{path.relative_to(folder).as_posix()}: no reader for it"
        for path in sorted(folder.rglob("*.jsonl"))
        if path not in known
    ]
    return Found(tuple(sets), (*absent, *strange))


Record = TypeVar("Record")


def read_records(gold: GoldSet, kind: type[Record]) -> tuple[Record, ...]:
    """Return the records of a set, one a line.

    Raises:
        msgspec.ValidationError: when a record is not of that shape.
    """
    decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(kind)
    lines = gold.path.read_bytes().splitlines()
    return tuple(decoder.decode(line) for line in lines if line.strip())
