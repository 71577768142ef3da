"""What a caller can choose, of reading and of comparing; everything has a default that suits most readers."""

from pathlib import Path
from typing import Literal

from stmtdiff.records import dataclass

Grain = Literal["editor", "fine"]
SURE = 75  # what `--sure` asks for
BY_THE_DOCUMENT = "auto"
"""The language of scanned pages when nobody chose one: that of the document."""
SETTINGS_FILE = "stmtdiff.toml"


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """How much of one document is read at most: hostile files are small and promise without end.

    Args:
        size: bytes of a file; the longest official documents have a hundredth of it.
        letters: characters of its text, of which they have a tenth.
        pages: pages of a PDF.
        seconds: the longest that reading a PDF may take, and recognising the picture of one page.
        memory: bytes of address space that the reader of PDFs may take, where the system keeps such limits.
    """

    size: int = 100_000_000
    letters: int = 10_000_000
    pages: int = 2_000
    seconds: float = 120
    memory: int = 4_000_000_000


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How a statement is read, from any source. Each choice applies only to the formats that it is about.

    Args:
        selector: a CSS selector for the part of a web page that is the statement; empty leaves it to the reader.
        ocr_language: the language in which scanned pages are read, as tesseract names it ("eng+fra"); "auto"
            is that of the document, where tesseract has it.
        original: read a Word document as it was before its tracked changes, not with them accepted.
        allowed: names of hosts that may be asked for a page although their address is private.
        limits: how much may be read at most.
    """

    selector: str = ""
    ocr_language: str = BY_THE_DOCUMENT
    original: bool = False
    allowed: frozenset[str] = frozenset()
    limits: ReadLimits = ReadLimits()


AS_USUAL = ReadOptions()
"""How a statement is read when nobody chose anything."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of one comparison.

    Args:
        grain: how phrases are cut. "editor" joins changes that a desk editor would mark as one
            phrase; "fine" keeps each changed run of words separate.
        packs: names of the shipped rule packs to apply; None means those of the statements' series, or all of them
            if it names none. "general" always keeps its rules on negation.
        sure: the lowest confidence (0 to 100) with which a direction is shown; 0 shows all.
        rules: the user's own rule files, in the format of the packs.
        speakers: single words for who speaks in your forum, added to those that are known: "envoys".
        names: groups of names that mean one thing: ("DPRK", "North Korea").
        terms: single words for what its statements cite each time: "roundtable". A later date beside one is routine.
    """

    grain: Grain = "editor"
    packs: tuple[str, ...] | None = None
    rules: tuple[Path, ...] = ()
    speakers: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    sure: int = 0


def find_settings_file(folder: Path) -> Path | None:
    """Return the settings file that counts in `folder`: its own, or the nearest above it in the same git repository.

    Outside a repository only the folder itself is looked at: a file that somebody left further up
    shall not decide what a check lets through.
    """
    here = folder.resolve()
    ways = (here, *here.parents)
    roots = [index for index, way in enumerate(ways) if (way / ".git").exists()]
    looked_at = ways[: roots[0] + 1] if roots else ways[:1]
    return next((way / SETTINGS_FILE for way in looked_at if (way / SETTINGS_FILE).is_file()), None)
