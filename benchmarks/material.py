"""Real statements to build pairs from, and the small rewritings that drafters make every year."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

_BLANK = re.compile(r"\n\s*\n")
_NUMBER = re.compile(r"\(?\d{1,3}[.)]\s+")
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z])|(?<=;)\s+(?:and\s+)?|(?<=,)\s+and\s+")


@dataclass(frozen=True, slots=True)
class Text:
    """A statement as bare paragraphs, their printed numbers cut off."""

    series: str
    name: str
    paragraphs: tuple[str, ...]


def read_texts(folder: Path) -> tuple[Text, ...]:
    """Return the statements of every series in `folder`: plain text, paragraphs between blank lines."""
    return tuple(
        Text(path.parent.name, path.stem, _paragraphs(path.read_text(encoding="utf-8")))
        for path in sorted(folder.glob("*/*.txt"))
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    bare = (_NUMBER.sub("", " ".join(paragraph.split()), count=1) for paragraph in _BLANK.split(text))
    return tuple(paragraph for paragraph in bare if paragraph)


def fingerprint(texts: Sequence[Text]) -> str:
    """Return the hash of all the texts, which tells a floor whether it was measured on these."""
    digest = hashlib.sha256()
    for text in texts:
        digest.update("\n".join((text.series, text.name, *text.paragraphs, "")).encode())
    return digest.hexdigest()


def length(paragraph: str) -> int:
    """Return the number of words."""
    return len(paragraph.split())


def reworded(paragraph: str, share: float, random: Random, *, vocabulary: Sequence[str]) -> str:
    """Return `paragraph` with about `share` of its words dropped, exchanged or given a new neighbour.

    At least one word changes, and the first word stays: it is what readers know a paragraph by.
    """
    words = paragraph.split()
    touched = set(random.sample(range(1, len(words)), min(len(words) - 1, max(1, round(share * len(words))))))
    made = []
    for at, word in enumerate(words):
        change = random.choice(("drop", "exchange", "add")) if at in touched else "keep"
        made += [word] if change in ("keep", "add") else []
        made += [random.choice(vocabulary)] if change in ("exchange", "add") else []
    return " ".join(made)


def parts(paragraph: str, shortest: int = 8) -> list[str]:
    """Return the sentences or clauses at which a drafter could cut `paragraph`, each of `shortest` words or more."""
    found: list[str] = []
    for piece in _SENTENCE.split(paragraph):
        if found and min(length(piece), length(found[-1])) < shortest:
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return found


def as_paragraph(part: str) -> str:
    """Return `part` as it would open and close a paragraph of its own."""
    return part[0].upper() + part[1:].rstrip(" ,;.") + "."
