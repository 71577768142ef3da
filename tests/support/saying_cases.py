"""Read the files of cases/saying/: sentences with the clauses that a reader would find in them.

The format, and the rules by which a clause is cut into slots, stand in cases/saying/README.md.
"""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "cases" / "saying"
SLOTS = (
    *("speaker", "many", "not", "modal", "act", "by"),
    *("object", "head", "qualifiers", "scope", "if", "when"),
)
MANY = ("one", "some", "several", "many", "most", "all", "body", "none")
NOBODY = "-"
_PARTS = ("about", "text", "clauses")

Clause = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SayingCase:
    """One sentence, or the last one of a paragraph, and its clauses in the order of their acts."""

    name: str  # file and number: forums-3
    about: str
    text: str  # the paragraph in one line
    sentence: str  # the end of the text: the sentence that is read
    clauses: tuple[Clause, ...]


def read_saying(path: Path) -> tuple[SayingCase, ...]:
    """Return the cases of one file; ValueError where a part is missing, doubled or empty, or a slot has no name."""
    blocks = path.read_text(encoding="utf-8").strip("\n").split("\n=====\n")
    return tuple(_case(f"{path.stem}-{number}", block) for number, block in enumerate(blocks, start=1))


def pieces(words: str) -> list[str]:
    """Return the runs of words that a slot quotes, in order; who a pronoun stands for is left out.

    >>> pieces("all / except Ostrel"), pieces("took ... note of"), pieces("They = Some Ministers")
    (['all', 'except Ostrel'], ['took', 'note of'], ['They'])
    """
    quoted = words.partition(" = ")[0]
    return [piece for part in quoted.split(" / ") for piece in part.split(" ... ")]


def _case(name: str, block: str) -> SayingCase:
    names, bodies = [], []
    for section in block.removeprefix("--- ").split("\n--- "):
        title, _, body = section.partition("\n")
        names.append(title)
        bodies.append(body.split("\n"))
    if tuple(names) != _PARTS or not all(line for body in bodies for line in body):
        raise ValueError(f"{name}: the parts are {', '.join(_PARTS)}, each once and without empty lines")
    (about, *more), lines, rows = bodies
    if more:
        raise ValueError(f"{name}: what a reader would want is one line")
    return SayingCase(name, about, " ".join(lines), lines[-1], tuple(_clause(name, row) for row in rows))


def _clause(name: str, row: str) -> Clause:
    slots = [slot.partition(": ") for slot in row.split(" | ")]
    if not all(title in SLOTS and words for title, _, words in slots):
        raise ValueError(f"{name}: a slot is 'name: words', with one of the names {', '.join(SLOTS)}")
    return tuple((title, words) for title, _, words in slots)


SAYING_CASES = tuple(case for path in sorted(FOLDER.glob("*.txt")) for case in read_saying(path))
