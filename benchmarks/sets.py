"""Find and read the gold: pairs of texts that people, or a construction, have marked.

The data are others' and stay outside the repository: in the folder that STMTDIFF_GOLD names, or
`../shared/gold` beside the checkout. Every file there whose name fits one of the nine kinds is a set. A set with
"blind" in its name is for its totals alone: nothing here or in any command prints a pair of it.
"""

import hashlib
import importlib.util
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec

ROOT = Path(__file__).parents[1]
Kind = Literal["whole", "shifts", "directions", "sentences", "essays", "controls", "papers", "abstracts", "contracts"]

PATTERNS: dict[Kind, str] = {
    "whole": "whole.*.jsonl",
    "shifts": "shifts.*.jsonl",
    "directions": "directions.*.jsonl",
    "sentences": "sentences.*.jsonl",
    "essays": "argrewrite.alignment*.jsonl",
    "controls": "nist80053.alignment*.jsonl",
    "contracts": "redlines_bench/pairs*.jsonl",
    "abstracts": "tetra.spans*.jsonl",
    "papers": "arxivedits.spans*.jsonl",
}


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

    @property
    def is_blind(self) -> bool:
        """Say whether nobody may look at the pairs of this set."""
        return is_blind(self.name)


def is_blind(name: str) -> bool:
    """Say whether the set of that name is kept from everybody who works on the engine."""
    return "blind" in name


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
    path = ROOT / "tests" / "support" / f"{name}.py"
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
